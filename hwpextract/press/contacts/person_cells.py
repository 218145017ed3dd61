"""Officers out of the cells of one row: rank, name, telephone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from hwpextract.characters import fold, is_syllable
from hwpextract.patterns import pattern
from hwpextract.press.contacts.entry_words import FULL_NAME, is_full_name
from hwpextract.press.contacts.people import Person, dealt_out, officers
from hwpextract.press.labels import PHONE_LABELS
from hwpextract.press.phrases.names import RANKS, is_name, is_position, name_of, position_of
from hwpextract.press.phrases.reach import Reach, is_reach_cell, is_reachable, plain, reaches
from hwpextract.press.phrases.units import is_leaf

_ONE_OFFICER = 4
"""Cells of one officer at most: unit, rank, name, number."""
_COMMAS = frozenset(",/·․")
_SIGNS = PHONE_LABELS | {"☎", "☏"}
"""Cells that stand before a number and are neither name nor rank."""
_SIGNS_END = frozenset(sign[-1] for sign in _SIGNS) | {":"}
_LONGEST_SIGN = max(map(len, _SIGNS)) + 2
_NAME_WITH_POST = pattern(r"(?<![^\W\d_])(?P<name>[^\W\d_]{3})(?P<post>[과팀실국단]장)(?![^\W\d_])")
_CUT_DOMAIN = pattern(
    r"@(?![A-Za-z0-9.-]+\.(?:kr|com|net|org)(?:\s|$))[A-Za-z0-9.-]*(?:[ \n][A-Za-z0-9.-]+){0,2}?"
    r"[ \n](?:[A-Za-z0-9.-]*\.)?(?:kr|com|net|org)(?![A-Za-z0-9.@-])"
)
"""A domain that a narrow cell breaks, up to its end."""
_CUT_BEFORE_SIGN = pattern(r"\([A-Za-z][A-Za-z0-9_.+-]*\n(?=[A-Za-z0-9_.+-]+@)")
"""An address broken behind its bracket."""
_ENDS_OF_DOMAINS = (".kr", ".com", ".net", ".org")
_BETWEEN_WORDS = pattern(r"[^가-힣]+")
_COMMA = pattern(r"\s*[,/]\s*|(?<=[가-힣]{2})\s*[·․]\s*(?=[가-힣]{2})")


def persons_of_cells(cells: Sequence[list[str]], above: Person | None) -> list[Person]:
    """People of one row from the lines of its cells: rank, name, telephone; parallel lines are several people.

    Where other cells and a number follow a number, they are the next officer's.
    """
    like = above.phones[-1] if above and above.phones else None
    if any("@" in line for lines in cells for line in lines):
        cells = [lines for lines in map(_with_whole_addresses, cells) if not _is_rest_of_address(" ".join(lines))]
    cells = [lines for lines in cells if not _is_sign(" ".join(lines))]
    texts = list(map(" ".join, cells))
    may_be_several = len(cells) > _ONE_OFFICER or (len(cells) > 1 and is_full_name(texts[0]))
    if may_be_several and (several := _one_by_one(cells, like)):
        return several
    numbers = [place for place, text in enumerate(texts) if is_reach_cell(text)]
    if len(numbers) < 2:
        return _persons(cells, texts, numbers[0] if numbers else len(texts), like)
    starts = [number + 1 for number, other in pairwise(numbers) if other > number + 1]
    people: list[Person] = []
    for start, end in pairwise([0, *starts, len(cells)]):
        at = numbers[bisect_left(numbers, start)] - start
        found = _persons(cells[start:end], texts[start:end], at, like)
        people += [person for person in found if not start or person.position or is_full_name(person.name or "")]
        like = people[-1].phones[-1] if people and people[-1].phones else like
    return people


def _with_whole_addresses(lines: list[str]) -> list[str]:
    """The lines of a cell, those that an address is broken over as one."""
    text = _CUT_BEFORE_SIGN.sub(_closed, "\n".join(lines))
    return _CUT_DOMAIN.sub(
        lambda cut: whole if (whole := _closed(cut)).endswith(_ENDS_OF_DOMAINS) else cut[0], text
    ).split("\n")


def _closed(cut: re.Match[str]) -> str:
    return "".join(cut[0].split())


def _is_rest_of_address(text: str) -> bool:
    """Whether a cell holds the sign of an address, but neither one that can be read nor anybody's name."""
    return "@" in text and not is_reachable(text) and not any(map(is_syllable, text))


def persons_beside(cells: Sequence[list[str]], is_labelled: bool) -> list[Person]:
    """Officers of the cells beside a label, of which some may hold another label, which no list has, and its value.

    Behind a name only a rank, a number or another officer with his rank or number is of the officers. A short word may be a rank
    that no list has; where no label says that an officer stands here, it is nobody's name.
    """
    if people := _one_by_one(cells):
        return people
    if sum(bool(_NAME_WITH_POST.fullmatch(" ".join(lines))) for lines in cells) > 1:
        cells = with_names_apart(cells)
    kept = _of_officers(cells)
    found = [officers(lines) for lines in kept]
    is_one_each = len(kept) == 1 or all(people and people[0].position for people in found)
    people = [person for each in found for person in each] if is_one_each else persons_of_cells(kept, None)
    if not is_labelled:
        people = [person for person in people if person.position or person.phones or not _is_short(person.name or "")]
    return [person for person in people if _is_plausible(person)]


def with_names_apart(cells: Sequence[list[str]]) -> Sequence[list[str]]:
    """Cells below a label of officers, names and posts apart that stand in one word ('홍길동과장') where nobody is named otherwise.

    Beside a name such a word is a unit with its post ('정보화과장 | 홍길동').
    """
    text = "\n".join(line for lines in cells for line in lines)
    if not any("장" in word[4:] for word in text.split()):
        return cells
    if not _NAME_WITH_POST.search(text) or any(map(is_full_name, _BETWEEN_WORDS.split(text))):
        return cells
    return [[_NAME_WITH_POST.sub(_apart, line) for line in lines] for lines in cells]


def _apart(word: re.Match[str]) -> str:
    return f"{word['name']} {word['post']}" if is_full_name(word["name"]) else word[0]


def _one_by_one(cells: Sequence[list[str]], like: str | None = None) -> list[Person]:
    """Two officers or more whose names, ranks and numbers have a cell each, names and ranks in whatever order; else nobody.

    A cell may hold a name with his number; who stands before him has none of it.
    """
    people: list[Person] = []
    waiting: list[Person] = []
    found: list[Reach] = []
    is_reached = False
    for lines in cells:
        text = " ".join(lines)
        if is_reach_cell(text):
            named = officers(lines, like)
            if named:
                people += _with_numbers(waiting, found, like)
                waiting, found = named, []
                is_reached = any(person.phones for person in named)
            else:
                found += reaches(plain(text))
                is_reached = is_reached or bool(found)
            continue
        if len(lines) > 1 or not (is_position(text) or is_full_name(text)):
            return []
        if is_reached:
            people += _with_numbers(waiting, found, like)
            waiting, found, is_reached = [], [], False
        _take(waiting, text)
    people += _with_numbers(waiting, found, like)
    return people if len(people) > 1 and all(is_full_name(person.name or "") for person in people) else []


def _take(waiting: list[Person], text: str) -> None:
    """Take in a name or a rank: of who waits for it, or of another officer."""
    is_rank = is_position(text)
    if not waiting or (waiting[-1].position if is_rank else waiting[-1].name):
        waiting.append(Person())
    last = waiting[-1]
    waiting[-1] = last._replace(position=position_of(text)) if is_rank else last._replace(name=name_of(text))


def _with_numbers(people: Sequence[Person], found: Sequence[Reach], like: str | None) -> list[Person]:
    """People with the numbers behind them; of more people than numbers nobody has one, unless there is only one for all."""
    return list(people) if 1 < len(found) < len(people) else dealt_out(people, found, like)


def _of_officers(cells: Sequence[list[str]]) -> list[list[str]]:
    """The cells of officers, without those of labels that no list has, and without the number behind such a label."""
    kept: list[list[str]] = []
    name = ""
    is_other = False
    for lines, behind in zip_longest(cells, cells[1:]):
        if is_other and _is_number(lines) and _is_number(kept[-1]):
            continue
        is_other = bool(name) and not (_goes_on_with_officer(lines) or _names_another(lines, behind, name))
        if not is_other:
            kept.append(lines)
        name = name or next((person.name or "" for person in officers(lines)), "")
    return kept


def _names_another(lines: list[str], behind: list[str] | None, name: str) -> bool:
    """Whether a cell holds the name of an officer: behind a word too short for one, or before a number."""
    if _is_short(name) and is_full_name("".join(lines)):
        return True
    people = officers(lines) if behind and _is_number(behind) else []
    return bool(people) and all(is_full_name(person.name or "") for person in people)


def _is_number(lines: list[str]) -> bool:
    return is_reach_cell(" ".join(lines))


def _is_short(name: str) -> bool:
    return len(name) < FULL_NAME


def _goes_on_with_officer(lines: list[str]) -> bool:
    text = " ".join(lines)
    if is_position(text) or is_reach_cell(text) or _is_sign(text):
        return True
    return any(person.position for person in officers(lines))


def _is_plausible(person: Person) -> bool:
    """Whether what stands in the place of a name may be one: without a rank or a number beside it, it may be anything."""
    name = person.name or ""
    if any(map(str.isdigit, name)):
        return False
    if person.position is None or is_position(person.position) or person.phones:
        return True
    return is_full_name(name)


def _is_sign(text: str) -> bool:
    """Whether a text is a word for a telephone and nothing else."""
    return text[-1:] in _SIGNS_END and len(text) <= _LONGEST_SIGN and fold(text).rstrip(":") in _SIGNS


def _persons(cells: Sequence[list[str]], texts: Sequence[str], at: int, like: str | None) -> list[Person]:
    """People of the cells before a number, which stands `at` a place behind them, each cell as lines and as one text."""
    if at == 1 and (people := _with_ranks_beside(cells, like)):
        return people
    if at < 2 or all(map(_names_holder, cells[at - 2 : at])):
        people = officers([line for lines in cells for line in lines], like)
        is_named = at == 1 and len(people) == 1 and len(texts[0]) > len(people[0].name or "")
        if at == 0 or any(person.position for person in people) or is_named:
            return people
    unit = next((texts[place] for place in range(at - 2) if is_leaf(cells[place][-1])), None) if at > 2 else None
    names, ranks = _names_and_ranks(cells[:at])
    if len(names) == 1:
        person = Person(_name_beside(names[0]), position_of(ranks[0]), unit=unit)
        return dealt_out([person], reaches(plain(" ".join(texts[at:]))), like)
    people = [Person(_name_beside(name), position_of(rank), unit=unit) for name, rank in zip(names, ranks, strict=True)]
    found = [reaches(plain(line)) for lines in cells[at:] for line in lines]
    if len(found) == len(people):
        return [dealt_out([person], line, like)[0] for person, line in zip(people, found, strict=True)]
    return dealt_out(people, [reach for line in found for reach in line], like)


def _name_beside(text: str) -> str | None:
    """The name in the cell beside that of a post, without a rank before or behind it ('과장 | 경정 홍길동')."""
    words = text.split()
    names = [word for word in words if word not in RANKS]
    return names[0] if len(words) == 2 and len(names) == 1 and is_full_name(names[0]) else name_of(text)


def _with_ranks_beside(cells: Sequence[list[str]], like: str | None) -> list[Person]:
    """The officers of a cell with their numbers beside one with a rank for each of them; else nobody."""
    ranks, *others = cells
    people = officers([line for lines in others for line in lines], like)
    if len(ranks) < 2 or len(people) != len(ranks) or not all(map(is_position, ranks)):
        return []
    return with_ranks(people, ranks)


def with_ranks(people: Sequence[Person], ranks: Sequence[str]) -> list[Person]:
    """People with the ranks printed beside them, one each where there are as many, else all lines as that of each."""
    each = ranks if len(ranks) == len(people) else [" ".join(ranks)] * len(people)
    return [who._replace(position=who.position or position_of(rank)) for who, rank in zip(people, each, strict=True)]


def _names_holder(lines: Sequence[str]) -> bool:
    """Whether a cell names officers with their posts ('과장홍길동')."""
    people = officers(lines) if len("".join(lines)) > FULL_NAME else ()
    return bool(people) and all(person.position and is_full_name(person.name or "") for person in people)


def _names_and_ranks(cells: Sequence[list[str]]) -> tuple[list[str], list[str]]:
    """As many names as ranks out of the last two cells before a number, whichever stands first; one alone may be either."""
    names, ranks = cells[-1], cells[-2] if len(cells) > 1 else []
    if is_position("".join(names)) and not is_position("".join(ranks)):
        names, ranks = ranks, names
    if len(names) < 2 and len(ranks) < 2 and _COMMAS.isdisjoint("".join(names + ranks)):
        return names or [""], ranks or [""]
    names = _several(names, len(ranks))
    ranks = _several(ranks, len(names))
    if len(ranks) != len(names):
        ranks = [" ".join(ranks)] * (len(names) or 1)
    return names or [""], ranks or [""]


def _several(lines: list[str], beside: int) -> list[str]:
    """The entries of a cell, one a line or behind commas; lines that are no entries of their own are one broken over them."""
    parts = [part.strip() for line in lines for part in ([line] if _COMMAS.isdisjoint(line) else _COMMA.split(line))]
    if len(parts) > 1 and (all(map(is_name, parts)) or all(map(is_position, parts)) or len(parts) == beside):
        return parts
    return [" ".join(lines)] if lines else []
