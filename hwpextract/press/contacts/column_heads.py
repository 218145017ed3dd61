"""Heads of the columns of tables of officers: which columns hold units, names, ranks and numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import IntEnum, auto
from itertools import pairwise
from typing import NamedTuple

from hwpextract.document import Cell, Table
from hwpextract.press.contacts.entry_words import is_full_name
from hwpextract.press.contacts.people import officers
from hwpextract.press.labelled_text import key_in
from hwpextract.press.labels import (
    HEADER_LABELS,
    NAME_HEADS,
    NAMED_UNIT_LABELS,
    PERSON_LABELS,
    RANK_HEADS,
    REACH_HEADS,
)
from hwpextract.press.phrases.asking import asks_for_officers
from hwpextract.press.phrases.names import POSTS
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.phrases.units import is_leaf, part_of
from hwpextract.press.tables import cells_with, key_of, lines_of


class Kind(IntEnum):
    """What stands below a head; MARK is what a row is about, or the part or role of who stands in it."""

    UNIT = auto()
    MARK = auto()
    RANK = auto()
    NAME = auto()
    REACH = auto()
    OTHER = auto()


UNIT_HEADS = frozenset(label for label in NAMED_UNIT_LABELS if part_of(label) is None) | frozenset(
    "소속 소속부서 소속기관 기관 실국 국실 국 과 팀 국명 과명 팀명".split()
)
"""Heads of units that play no part of their own in a joint release, as 협조부서 does."""
_KINDS = {
    **dict.fromkeys(UNIT_HEADS, Kind.UNIT),
    "구분": Kind.MARK,
    **dict.fromkeys(RANK_HEADS, Kind.RANK),
    **dict.fromkeys(NAME_HEADS, Kind.NAME),
    **dict.fromkeys(map(str.lower, REACH_HEADS), Kind.REACH),
    **dict.fromkeys(
        "안건 과제 과제명 업무 담당업무 업무내용 연번 번호 순번 no 비고 팩스 팩스번호 fax".split(), Kind.OTHER
    ),
}
_HEADS = HEADER_LABELS | POSTS
"""Other labels that may stand among heads of columns."""
_LONGEST = 40
"""Characters of a unit with those above it."""
_WHO_DEALS = "담당부서"
_UNIT_OR_NAME = "담당"
"""The head of units beside one of names, and of names elsewhere."""
_HEADS_WITHIN = 2
_MOST_COLUMNS = 12


class Heads(NamedTuple):
    """The columns of each kind, the first row below the heads, the head of the names and those of the units."""

    columns: Mapping[Kind, list[int]]
    below: int
    name: str
    units: frozenset[str]

    @property
    def role(self) -> str | None:
        """The role of everybody below the head of the names, where it is one."""
        return self.name if self.name in PERSON_LABELS else None


_NONE = Heads({Kind.UNIT: [0], Kind.NAME: [1], Kind.REACH: [2]}, 0, "", frozenset())


def heads_of(table: Table) -> list[Heads]:
    """The heads of a table that has nothing else in its first row, or below or beside a cell that says whom to ask.

    They are two or more where all come again beside each other. Rows of a lowest unit, a full name and a number need none.
    """
    row = left = 0
    corner = table.grid.get((0, 0))
    if corner and asks_for_officers(corner.text):
        row = corner.row_span if corner.col_span == table.cols else 0
        left = corner.col_span if corner.row_span == table.rows else 0
    cells = {col: table.grid.get((row, col)) for col in range(left, table.cols)}
    keys = {col: _word_above(held, col) for col, held in cells.items() if held and held.row == row}
    spans = {held.row_span for held in cells.values() if held}
    if len(cells) > _MOST_COLUMNS or len(keys) < len(cells) or len(spans) != 1:
        return []
    below = row + spans.pop()
    again = [col for col in keys if keys[col] == keys[left]]
    found = [
        _heads({col: keys[col] for col in range(first, end)}, below) for first, end in pairwise([*again, table.cols])
    ]
    heads = [each for each in (found if all(found) else [_heads(keys, below)]) if each]
    return heads or ([_NONE] if _needs_none(table) else [])


def _word_above(head: Cell, col: int) -> str:
    """The head of a column: below one of matters that spans several ('안건'), the last column holds who deals with each."""
    key = key_of(head)
    is_last = head.col_span > 1 and col == head.col + head.col_span - 1
    return _WHO_DEALS if is_last and kind_of(key) is Kind.OTHER else key


def _heads(keys: Mapping[int, str], below: int) -> Heads | None:
    """The heads with these words, by column; None where one is none, or where names stand in no column or in several."""
    has_name = any(kind_of(key) is Kind.NAME for key in keys.values())
    columns: dict[Kind, list[int]] = {}
    for col, key in keys.items():
        kind = (Kind.UNIT if has_name else Kind.NAME) if key == _UNIT_OR_NAME else kind_of(key)
        if kind is None:
            return None
        columns.setdefault(kind, []).append(col)
    if len(columns.get(Kind.NAME, ())) != 1:
        return None
    units = frozenset(keys[col] for col in columns.get(Kind.UNIT, ()))
    return Heads(columns, below, keys[columns[Kind.NAME][0]], units)


def kind_of(key: str) -> Kind | None:
    """What stands below a head, which may be two words for one kind or the rank beside the name ('직·성명'); None for any other."""
    if not key:
        return Kind.OTHER
    kinds = {_KINDS.get(word.rstrip(".")) for word in key.lower().replace("/", "·").replace(",", "·").split("·")}
    if kinds == {Kind.NAME, Kind.RANK}:
        return Kind.NAME
    return kinds.pop() if len(kinds) == 1 else None


def _needs_none(table: Table) -> bool:
    """Whether each row is a lowest unit, a full name and a number ('지도과 | 홍길동 | 02-…')."""
    if table.cols != len(_NONE.columns):
        return False
    rows = [[table.grid.get((row, col)) for col in range(table.cols)] for row in range(table.rows)]
    return all(
        unit and who and number and is_leaf(unit.text) and is_full_name(who.text) and is_reachable(number.text)
        for unit, who, number in rows
    )


def may_head_rows(table: Table) -> bool:
    """Whether the head of names stands in the first column, or in the one behind a cell that says whom to ask."""
    cells = zip(table.cells, table.texts, strict=True)
    return any(held.col < _HEADS_WITHIN and kind_of(key_in(text)) is Kind.NAME for held, text in cells)


def filled_cells(table: Table, rows: range, columns: Sequence[int]) -> list[Cell]:
    """The filled cells of an officer's rows in some columns, each once."""
    places = ((row, col) for row in rows for col in columns)
    cells = {id(held): held for place in places if (held := table.grid.get(place)) and held.blocks}
    return list(cells.values())


def units_of_rows(table: Table) -> dict[int, list[str]]:
    """The lines of the unit of each row below its head; an empty cell goes on with the unit above.

    Whatever a cell of such a column looks like, it is a unit ('홍보실', '도서관'). Where one holds an officer too, there is none.
    """
    heads = cells_with(UNIT_HEADS, table)
    heads = [head for head in heads if head.row == heads[0].row]
    if not heads or not _are_heads(table, heads):
        return {}
    units: dict[int, list[str]] = {}
    unit: list[str] = []
    for row in range(heads[0].row + heads[0].row_span, table.rows):
        cells = [cell for head in heads if (cell := table.grid.get((row, head.col))) and cell.col == head.col]
        if len(cells) < len(heads) or any(key_of(cell) in HEADER_LABELS for cell in cells):
            break
        lines = [line for cell in cells for line in lines_of(cell.blocks)]
        if not is_unit_cell(lines):
            return {}
        unit = lines or unit
        if unit:
            units[row] = unit
    return units


def is_head_of(units: Collection[int], cell: Cell) -> bool:
    """Whether a cell is the head of a column of units, by the rows that these have."""
    return bool(units) and cell.row < min(units) and key_of(cell) in UNIT_HEADS


def _are_heads(table: Table, units: Sequence[Cell]) -> bool:
    """Whether cells stand beside each other in a row that holds nothing but heads of columns, of officers among them."""
    if any((left.col + left.col_span, left.row_span) != (right.col, right.row_span) for left, right in pairwise(units)):
        return False
    keys = {key_of(cell) for (row, _), cell in table.grid.items() if row == units[0].row and cell.blocks}
    are_heads = all(kind_of(key) or key in _HEADS for key in keys)
    return are_heads and (_UNIT_OR_NAME in keys or any(kind_of(key) in (Kind.NAME, Kind.REACH) for key in keys))


def is_unit_cell(lines: Sequence[str]) -> bool:
    """Whether the lines of a cell may be a unit, as far as they say nothing of an officer."""
    if len("".join(lines)) > _LONGEST or any(map(is_reachable, lines)):
        return False
    return not any(person.position for person in officers(lines))
