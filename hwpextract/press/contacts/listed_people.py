"""People who are listed with their numbers, officers and others alike: what a release without people must not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hwpextract.document import Cell, Table
from hwpextract.press.contacts.column_heads import Kind, kind_of, may_head_rows
from hwpextract.press.contacts.officer_columns import is_office
from hwpextract.press.contacts.people import officers
from hwpextract.press.contacts.person import Person, dealt_out
from hwpextract.press.contacts.person_rows import turned
from hwpextract.press.phrases.names import is_position
from hwpextract.press.phrases.reach import is_reachable, plain, reaches
from hwpextract.press.tables import key_of, lines_of

_MOST_CELLS = 10_000
_LONGEST_NAME = 30


def listed_people(table: Table) -> Iterator[Person]:
    """Whoever stands below a head of names with his number, in tables of officers and in lists of other people alike."""
    if len(table.cells) <= _MOST_CELLS and any(map(is_reachable, table.texts)):
        yield from _below_heads(table)
        if may_head_rows(table):
            yield from _below_heads(turned(table))


def _below_heads(table: Table) -> Iterator[Person]:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, col), held in table.grid.items():
        if held.blocks:
            rows.setdefault(row, {})[col] = held
    names: list[int] = []
    numbers: list[int] = []
    for _, cells in sorted(rows.items()):
        kinds = {col: kind_of(key_of(held)) for col, held in cells.items()}
        if not {Kind.NAME, Kind.REACH}.isdisjoint(kinds.values()):
            names = [col for col, kind in kinds.items() if kind is Kind.NAME]
            numbers = [col for col, kind in kinds.items() if kind is Kind.REACH]
        elif lines := _lines(cells, names):
            people = officers(lines) or [Person(line) for line in lines if _may_be_name(line)]
            yield from dealt_out(people, [reach for line in _lines(cells, numbers) for reach in reaches(plain(line))])


def _lines(cells: Mapping[int, Cell], columns: Sequence[int]) -> list[str]:
    return [line for col in columns if col in cells for line in lines_of(cells[col].blocks)]


def _may_be_name(text: str) -> bool:
    """Whether what stands below a head of names may be one that is none of a Korean ('응우옌티')."""
    return text.replace(" ", "").isalpha() and len(text) <= _LONGEST_NAME and not (is_office(text) or is_position(text))
