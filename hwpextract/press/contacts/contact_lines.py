"""Contacts written as a sentence or as labelled lines: '* 담당 : 공공데이터정책과 홍길동(02-0000-0000)'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from hwpextract.characters import fold
from hwpextract.document import Block, Paragraph, Table, cell, paragraph
from hwpextract.node import Locator, build
from hwpextract.patterns import pattern
from hwpextract.press.contacts.bare_labels import bare_parts
from hwpextract.press.contacts.column_heads import UNIT_HEADS
from hwpextract.press.contacts.entry_words import CALL_WORDS, ends_like_unit, is_of_people
from hwpextract.press.contacts.form_roster import Value
from hwpextract.press.contacts.groups import Group, groups_of
from hwpextract.press.contacts.header_contacts import read_header_contacts
from hwpextract.press.contacts.labelled_form import ContactForm
from hwpextract.press.contacts.officer_columns import officer_table
from hwpextract.press.contacts.people import Person, entries, office_or_officer, officers
from hwpextract.press.contacts.standard_form import read_standard_form
from hwpextract.press.labelled_text import Parts, label_key, labelled_parts
from hwpextract.press.labels import CONTACT_LABELS, LEADER_LABELS, PERSON_LABELS, UNIT_ENDINGS, UNIT_LABELS
from hwpextract.press.phrases.agencies import named as agency_named
from hwpextract.press.phrases.asking import requests_call
from hwpextract.press.phrases.headline import ends_sentence, without_label
from hwpextract.press.phrases.names import POSTS, SURE_UNIT_ENDINGS, rank_behind
from hwpextract.press.phrases.reach import is_reachable, plain, without_reach
from hwpextract.press.phrases.units import departments_of
from hwpextract.press.tables import Form, lines_of

_LONGEST_ENTRY = 200
_WORD = pattern(r"\w")
_UNIT = "담당부서"
_UNNAMED = "담당"
"""What officers without a label are read as: a unit, its officers, or both."""
_NUMBER = "전화"
"""What a number alone on its line is read as."""
_MOST_UNITS = 3
_SHORTEST_UNIT = 3
_BEFORE_REACH = pattern(
    r"^\W*(?:[\[【〔(<]\s*(?P<bracketed>[가-힣\s]{2,10})[\]】〕)>]|(?P<unit>(?:담당|관련|제공|작성)\s?부서)\s)\s*(?P<value>\S.*)$"
)
"""'【문의】 지도과 …(044-…)', '담당부서 지도과 (…)': a label in brackets, or that of a unit, before how it is reached."""
_REACH = 6
"""Blocks at either end of a release in which such a line stands."""
_LONGEST = 300
_MOST_CELLS = 30
_ITEM = pattern(r"\s*[□■ㅇ○◦●▪·ㆍ-]")
_ROLE_LINE = pattern(
    r"^\s*(?:담\s*당\s*(?:부\s*서|기\s*관))?\s*(?P<mark>[<〈(][^<>〈〉()]{1,20}[>〉)])?\s*(?P<unit>\S.{0,60}?)?"
    r"\s*(?P<role>책\s?임\s?자|담\s?당\s?자)\s+(?![:：])(?P<right>\S.*)$"
)
_REQUEST_HEAD = pattern(r"^.*?(?:원하시면|있으시면|경우(?:에는)?|사항은|문의는)\s*")
_BRACKETED = pattern(r"^\W*[〔(\[【]\s*(?P<inside>[^〔〕\[\]【】]*)[〕)\]】]\s*$")
_IN_CHARGE = pattern(r"[〔(\[【]\s*(?:업무\s*)?담당자?\s+(?P<inside>[^〔〕\[\]【】]*)[〕)\]】]")


def read_contact_lines(items: Sequence[Block]) -> list[Group]:
    """Contacts from lines that were a table, from labelled lines, or from requests to call near either end of a release."""
    rows = [(block.locator, block.text) for block in items if isinstance(block, Paragraph)]
    if groups := _flattened(rows):
        return groups
    near = _near_ends(items)
    forms = [block for block in near if isinstance(block, Table) and 1 < len(block.cells) <= _MOST_CELLS]
    lines = [
        (block.locator, line)
        for block in near
        for line in lines_of((block,))
        if not any(block is form for form in forms) and len(line) <= _LONGEST
    ]
    runs = [(run, found) for run in _runs(lines) if (found := _labelled(run))]
    groups = [group for run, found in runs if not _is_item(run[0].line, lines) for group in found]
    groups = groups or [group for locator, line in lines for group in _requested(line, locator)]
    groups = groups or [group for _, found in runs for group in found]
    groups = groups or [group for table in forms for group in _of_form(table)]
    return groups or _unreached(lines, {block.locator for block in items[:_REACH]})


def _of_form(table: Table) -> Iterator[Group]:
    """Who is reached by what a form says; a table of officers is one of the release or not by where it stands."""
    if officer_table(table) is None:
        yield from filter(_is_reached, read_header_contacts(table))


def _is_item(at: int, lines: Sequence[tuple[Locator, str]]) -> bool:
    """Whether a line is an item between the sentences of a story ('○ 문의 : 운영사무국 …'), where an event says whom to ask."""
    around = lines[:at], lines[at + 1 :]
    return bool(_ITEM.match(lines[at][1])) and all(any(ends_sentence(line) for _, line in side) for side in around)


def officers_in_lines(items: Sequence[Block]) -> Iterator[Person]:
    """Officers and units of lines near either end of a release that say how they are reached and nothing else, or whom labels name."""
    for block in _near_ends(items):
        for line in lines_of((block,)):
            yield from _officers_alone(line)
            for label, value in _labelled_values(line) if len(line) <= _LONGEST else ():
                if label in PERSON_LABELS:
                    yield from officers([value])


def _near_ends(items: Sequence[Block]) -> Sequence[Block]:
    return items if len(items) <= 2 * _REACH else [*items[:_REACH], *items[-_REACH:]]


def _flattened(lines: Sequence[tuple[Locator, str]]) -> list[Group]:
    """The rows of a contact table that was printed, or converted, without its lines: '지도국 책임자 과장 홍길동 (044-…)'."""
    rows = [
        (locator, match)
        for locator, line in lines
        if "자" in line and len(line) <= _LONGEST and (match := _ROLE_LINE.match(line)) and is_reachable(match["right"])
    ]
    if not any(fold(match["role"]) in LEADER_LABELS for _, match in rows):
        return []
    cells = [
        cell(row, col, 1, 1, (paragraph(text, locator),) if text else ())
        for row, (locator, match) in enumerate(rows)
        for col, text in enumerate((match["mark"] or "", match["unit"], match["role"], match["right"]))
    ]
    table = build(Table, locator="", rows=len(rows), cols=4, cells=tuple(cells))
    groups = read_standard_form(Form.of(table, labels=cells[2::4]))
    for group in groups:
        group.locator = rows[int(group.locator.removeprefix("/r"))][0]
    return groups


def _unreached(lines: Sequence[tuple[Locator, str]], head: Set[Locator]) -> list[Group]:
    """The unit, and its officers, of labelled lines in the head that give no number."""
    runs = _runs([(locator, line) for locator, line in lines if locator in head])
    named = (run for run in runs if any(part.label in UNIT_HEADS and _is_unit_line(part.text) for part in run))
    return next((groups for run in named if (groups := _form(run))), [])


def _is_reached(group: Group) -> bool:
    return any(contact.phones or contact.email for contact in group.contacts)


def _labelled(run: Sequence[_Part]) -> list[Group]:
    """What a form of labelled lines says, if it says how anybody is reached."""
    if not any(is_reachable(part.text) for part in run):
        return []
    return [group for group in _form(run) if group.contacts]


def _requested(line: str, locator: Locator) -> Iterator[Group]:
    """'자세한 내용을 원하시면 … 연락주시기 바랍니다', or a unit with its number in brackets."""
    bracketed = _BRACKETED.match(line) or _IN_CHARGE.search(line)
    if not is_reachable(line) or not (bracketed or requests_call(line)):
        return
    text = bracketed["inside"] if bracketed else _REQUEST_HEAD.sub("", line)
    unit: list[str] = []
    for person in map(office_or_officer, entries(text)):
        unit = [person.unit] if person.unit else unit
        yield from groups_of(departments_of(unit), [(None, person)], locator, line)


def _officers_alone(line: str) -> list[Person]:
    """Officers, or a unit, of a line that says how they are reached and nothing else ('지도과장 홍길동 ☎ 044-000-0501')."""
    if len(line) > _LONGEST_ENTRY or line.rstrip().endswith(".") or not is_reachable(line):
        return []
    if not is_of_people(without_reach(line)):
        return []
    people = entries(line)
    phones = [phone for person in people for phone in person.phones]
    if not (all(phone.startswith("0") for phone in phones) or CALL_WORDS.search(plain(line))):
        return []  # four digits, a dash and four more may be the number of a notice
    if any(_may_be_unit(person, line) for person in people) or _names_place(people):
        return []
    return people if any(person.unit or person.position for person in people) else []


def _may_be_unit(person: Person, line: str) -> bool:
    """Whether what reads like a name is rather a unit; behind a rank or post it is a name whatever it ends in."""
    name, post = person.name or "", person.position or ""
    if not name or not ends_like_unit(name):
        return False
    is_post = rank_behind(post) in POSTS  # '담당' may stand before a unit
    return not (is_post and any(a.endswith(post) and b.startswith(name) for a, b in pairwise(line.split())))


def _names_place(people: Sequence[Person]) -> bool:
    """Whether what reads like a name is rather the place of the office behind it ('서초 보건소')."""
    bare = [bool(person.name) and not (person.unit or person.position) for person in people]
    return any(is_bare and not after.name for is_bare, after in zip(bare, people[1:], strict=False))


def _is_number_line(line: str) -> bool:
    """Whether a line is a number or an address and nothing else."""
    return is_reachable(line) and not _WORD.search(CALL_WORDS.sub("", without_reach(line)))


class _Part(NamedTuple):
    """A labelled value: in which of the lines, and where, it stands, the label, the text."""

    line: int
    locator: Locator
    label: str
    text: str


def _runs(lines: Sequence[tuple[Locator, str]]) -> Iterator[list[_Part]]:
    """Labelled values on lines that follow each other; a label may stand on the line above its value."""
    run: list[_Part] = []
    label = None
    unit: list[_Part] = []  # the line above, where it is a unit
    for at, (locator, line) in enumerate(lines):
        values = _labelled_values(line)
        if label and not values:
            values = [(label, line)]
        elif not values and any(person.name for person in _officers_alone(line)):
            values = [(_UNNAMED, line)]
        elif run and not values and _is_number_line(line):
            values = [(_NUMBER, line)]
        parts = [_Part(at, locator, key, text) for key, text in values]
        label = key if (key := label_key(line)) in CONTACT_LABELS else None
        if unit and parts and UNIT_LABELS.isdisjoint(part.label for part in parts):
            parts = [*unit, *parts]
        named = without_label(line)  # '[보도자료] 가나시 지도과'
        unit = [_Part(at, locator, _UNIT, named)] if not run and not parts and _is_unit_line(named) else []
        run += parts
        if run and not parts and label is None:
            yield run
            run = []
    if run:
        yield run


def _labelled_values(line: str) -> Parts:
    """Labels of a line with their values, with a colon between them or without."""
    parts = labelled_parts(line, CONTACT_LABELS)
    if parts or line.rstrip().endswith("."):  # a sentence has no labels without a colon
        return parts
    parts = [part for part in bare_parts(line) if part[0] in CONTACT_LABELS]
    if not parts and is_reachable(line) and (match := _BEFORE_REACH.match(line)):
        label = fold(match["bracketed"] or match["unit"])
        return [(label, match["value"])] if label in CONTACT_LABELS else []
    return parts


def _form(run: Sequence[_Part]) -> list[Group]:
    """The units and officers of labelled lines, read as a form with a row for each value."""
    form = ContactForm([part.locator for part in run], {})
    for row, part in enumerate(run):
        form.read(part.label, row, [Value(row, 0, [part.text])])
    groups = form.groups()
    for group in groups[:1]:
        group.locator = run[0].locator  # the block begins where its first label stands
    return groups


def _is_unit_line(line: str) -> bool:
    """Whether a line is a unit, with those above it at most, and nothing else ('가나소방서 예방과')."""
    words = line.split()
    if not 0 < len(words) <= _MOST_UNITS or len(words[-1]) < _SHORTEST_UNIT:
        return False
    return words[-1].endswith(SURE_UNIT_ENDINGS) and all(
        word.endswith(UNIT_ENDINGS) or agency_named(word) for word in words
    )
