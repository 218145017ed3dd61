"""Contacts written as a sentence or as labelled lines: '* 담당 : 공공데이터정책과 홍길동(02-0000-0000)'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from hwpextract.characters import fold
from hwpextract.document import Block, Paragraph, Table, cell, paragraph
from hwpextract.node import Locator, build
from hwpextract.patterns import pattern
from hwpextract.press.contacts.asking import requests_call
from hwpextract.press.contacts.groups import Group, groups_of
from hwpextract.press.contacts.header_contacts import read_header_contacts
from hwpextract.press.contacts.labelled_lines import Part, form_of, is_unit_line, labelled_values, runs_of
from hwpextract.press.contacts.officer_columns import officer_table
from hwpextract.press.contacts.officer_lines import officers_alone
from hwpextract.press.contacts.people import entries, office_or_officer, officers
from hwpextract.press.contacts.person import Person
from hwpextract.press.contacts.standard_form import read_standard_form
from hwpextract.press.labels import LEADER_LABELS, PERSON_LABELS
from hwpextract.press.phrases.headline import ends_sentence
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.phrases.units import departments_of
from hwpextract.press.tables import Form, lines_of

_OF_ISSUER = frozenset(
    "담당부서 담당부서명 담당과 담당팀 작성부서 제공부서 자료제공부서 배포부서 소관부서 부서명 부서 발행부서 생산부서".split()
)
"""Labels of the unit that issues a release."""
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
    runs = [(run, found) for run in runs_of(lines) if (found := _labelled(run))]
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
            yield from officers_alone(line)
            for label, value in labelled_values(line) if len(line) <= _LONGEST else ():
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
    runs = runs_of([(locator, line) for locator, line in lines if locator in head])
    named = (run for run in runs if any(part.label in _OF_ISSUER and is_unit_line(part.text) for part in run))
    return next((groups for run in named if (groups := form_of(run))), [])


def _is_reached(group: Group) -> bool:
    return any(contact.phones or contact.email for contact in group.contacts)


def _labelled(run: Sequence[Part]) -> list[Group]:
    """What a form of labelled lines says, if it says how anybody is reached."""
    if not any(is_reachable(part.text) for part in run):
        return []
    return [group for group in form_of(run) if group.contacts]


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
