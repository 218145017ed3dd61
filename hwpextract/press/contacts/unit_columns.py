"""Columns of units in tables whose first row holds the heads of columns: each row is of the unit in its cell."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from hwpextract.document import Cell, Table
from hwpextract.press.contacts.column_heads import UNIT_HEADS, UNIT_OR_NAME, Kind, kind_of
from hwpextract.press.contacts.people import officers
from hwpextract.press.labels import HEADER_LABELS
from hwpextract.press.phrases.names import POSTS
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.tables import cells_with, key_of, lines_of

_HEADS = HEADER_LABELS | POSTS
"""Other labels that may stand among heads of columns."""
_LONGEST = 40
"""Characters of a unit with those above it."""


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
    return are_heads and (UNIT_OR_NAME in keys or any(kind_of(key) in (Kind.NAME, Kind.REACH) for key in keys))


def is_unit_cell(lines: Sequence[str]) -> bool:
    """Whether the lines of a cell may be a unit, as far as they say nothing of an officer."""
    if len("".join(lines)) > _LONGEST or any(map(is_reachable, lines)):
        return False
    return not any(person.position for person in officers(lines))
