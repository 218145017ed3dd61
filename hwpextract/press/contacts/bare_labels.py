"""Labels that stand before their value without a colon: '배포일 2024. 5. 20.(월)', '담당부서' above '(수산정책과)'.

A word like 담당 or 제공 begins many a text. It is a label only where what follows is a value of its kind, and nothing else: a day
behind 배포일, a unit behind 담당부서, a name behind 담당자, a number behind 전화.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap

from hwpextract.characters import fold, is_syllable
from hwpextract.patterns import pattern
from hwpextract.press.contacts.people import officers
from hwpextract.press.labelled_text import Parts, label_key, opening_label, without_bullet
from hwpextract.press.labels import (
    CONTACT_LABELS,
    EDITIONS,
    INLINE_LABELS,
    LEAF_UNIT_ENDINGS,
    OTHER_LABELS,
    PERSON_LABELS,
    PHONE_LABELS,
    RELEASE_LABELS,
    TIME_LABELS,
    UNIT_LABELS,
)
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.dates import states_day
from hwpextract.press.phrases.names import is_name
from hwpextract.press.phrases.reach import is_reachable, without_reach

FIRST_OF_TIMES = frozenset(label[0] for label in TIME_LABELS)
"""First letters of the labels of times."""
_FIRST = frozenset(label[0] for label in INLINE_LABELS)
_LONGEST_TEXT = 400
_LONGEST_UNIT = 40
_LONGEST_OTHER = 20
_FEWEST_SYLLABLES = 3
"""Of a name that nothing else shows to be one: '(과)' behind a label says what is to be filled in, and '담당자 변경' names nobody."""
_BLANKS = pattern(r"\s+")
_BETWEEN = pattern(r"(\n|\s[/|]\s)")
_WRAPPED = pattern(r"[(\[<〈〔【]\s*(?P<inside>[^()\[\]<>〈〉〔〕【】\d]+?)\s*[)\]>〉〕】]$")
_DIGIT = pattern(r"\d")
_DAY = pattern(r"[<(\[‘’'`]*\s*\d")
_YEAR = pattern(r"[<(\[]?\s*(?:20\d\d|[‘’'`]\d\d)\s*[.년-]")
_EDITIONS = (*EDITIONS, "배포즉시")
_VERBS = frozenset({"보도", "배포", "제공"})
"""Labels that are also words of sentences."""
_UNIT_ENDINGS = (*LEAF_UNIT_ENDINGS, "실", "국", "본부", "관")
_AROUND = "()[]<>〈〉〔〕【】 ☎,"


def bare_parts(text: str) -> Parts:
    """Labels of a text that opens with one, each with its value; a line without a label goes on with the value above.

    Empty where a value is not of the label's kind, or where no label but one of pages and pictures stands.
    """
    if len(text) > _LONGEST_TEXT or without_bullet(text)[:1] not in _FIRST:
        return []
    parts = list(_parts(text))
    if not parts or OTHER_LABELS.issuperset(label for label, _ in parts):
        return []
    return [(label, _unwrapped(value)) for label, value in parts] if all(starmap(_fits, parts)) else []


def opens_with_time(text: str) -> bool:
    """Whether a line of a text that says when opens with the label of a time."""
    lines = [line for line in text.split("\n") if without_bullet(line)[:1] in FIRST_OF_TIMES]
    if not any(opening_label(line, TIME_LABELS) for line in lines):
        return False
    return bool(_DIGIT.search(text)) or _names_edition(text)


def _names_edition(text: str) -> bool:
    closed = "".join(text.split())
    return any(word in closed for word in _EDITIONS)


def without_unit_label(lines: list[str]) -> list[str]:
    """Lines of a cell without the label of a unit above or before the unit."""
    parts = bare_parts("\n".join(lines))
    return parts[0][1].split("\n") if len(parts) == 1 and parts[0][0] in UNIT_LABELS else lines


def _unwrapped(value: str) -> str:
    """A value without brackets around the whole of it."""
    return match["inside"] if (match := _WRAPPED.match(value)) else value


def _parts(text: str) -> Iterator[tuple[str, str]]:
    label, value = "", ""
    for mark, line in _pieces(text):
        found = _label_of(line)
        if found:
            if label:
                yield label, value
            label, value = found
        elif label:
            value += f"{mark}{line.strip()}" if value else line.strip()
        else:
            return
    if label:
        yield label, value


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Lines, parts between strokes, and parts of them that open with a label, each with what stands before it."""
    split = ["", *_BETWEEN.split(text)]
    for mark, line in zip(split[::2], split[1::2], strict=True):
        first, *others = _cut(line)
        yield mark, first
        yield from ((" ", part) for part in others)


def _cut(line: str) -> list[str]:
    """A line cut before each further label that has a value of its kind behind it."""
    starts: list[int] = []
    behind = _value_start(line, 0)
    for blank in _BLANKS.finditer(line):
        at = blank.end()
        if at > behind and line[at : at + 1] in _FIRST and (end := _value_start(line, at)):
            starts.append(at)
            behind = end
    parts: list[str] = []
    rest = line
    for at in reversed(starts):
        if (found := opening_label(rest[at:], INLINE_LABELS)) and _fits(*found):
            parts.insert(0, rest[at:])
            rest = rest[:at].rstrip()
    first = _label_of(rest) if parts else None
    return [rest, *parts] if first and first[1] else [line]


def _value_start(line: str, at: int) -> int:
    """Where the value behind the label at a place begins; 0 where no label stands there."""
    found = opening_label(line[at:], INLINE_LABELS)
    return len(line.rstrip()) - len(found[1]) if found else 0


def _label_of(line: str) -> tuple[str, str] | None:
    """The label a line is or begins with, and what stands behind it."""
    if (key := label_key(line)) in INLINE_LABELS and not line.rstrip().endswith((")", "]", ">")):
        return key, ""
    found = opening_label(line, INLINE_LABELS)
    return found if found and _fits(*found) else None


def _fits(label: str, value: str) -> bool:
    """Whether a value is of the kind its label asks for."""
    if label in TIME_LABELS:
        is_time = bool(_DAY.match(value)) and states_day(value)
        if label in _VERBS:  # '제공 3월 2일부터 무료로'
            return is_time and bool(_YEAR.match(value))
        return is_time or (label in RELEASE_LABELS and "".join(value.split()).startswith(_EDITIONS))
    if label in UNIT_LABELS:
        return _is_unit(value) or (is_name(value) and _is_long(value)) or _names_officer(value)
    if label in PERSON_LABELS:
        return _names_officer(value) or any(_is_long(person.name or "") for person in officers(value.split("\n")))
    if label in PHONE_LABELS:
        return is_reachable(value)
    return 0 < len(value) <= _LONGEST_OTHER


def _names_officer(value: str) -> bool:
    return any(person.position or person.phones or person.email for person in officers(value.split("\n")))


def _is_unit(value: str) -> bool:
    """Whether a value begins with a line that is a unit or an organisation, in brackets or not."""
    line = without_reach(value.strip().split("\n")[0]).strip(_AROUND)
    if not line or len(line) > _LONGEST_UNIT or fold(line) in CONTACT_LABELS:
        return False
    word = line.split()[-1]
    return (_is_long(word) and word.endswith(_UNIT_ENDINGS)) or named(word) is not None


def _is_long(word: str) -> bool:
    return sum(map(is_syllable, word)) >= _FEWEST_SYLLABLES
