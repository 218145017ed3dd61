"""How the cells of a table line up for printing."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from hwpextract.document import Cell, Table, cell


class Slot(NamedTuple):
    """One cell in one row: its extent in printed rows and columns, and whether it begins here or hangs down from above."""

    cell: Cell
    row_span: int
    col_span: int
    begins: bool


def rows_of(table: Table) -> list[list[Slot]]:
    """The rows of a table, each from left to right, with an empty cell where the grid has a hole.

    Rows and columns in which no cell begins are left out, and spans count only the others: programs draw many grid lines that
    nobody sees.
    """
    tops = sorted({one.row for one in table.cells})
    lefts = sorted({one.col for one in table.cells})
    rows: list[list[tuple[int, Slot]]] = [[] for _ in tops]
    for one in table.cells:
        top, bottom = bisect_left(tops, one.row), bisect_left(tops, one.row + one.row_span)
        left, right = bisect_left(lefts, one.col), bisect_left(lefts, one.col + one.col_span)
        for row in range(top, bottom):
            rows[row].append((left, Slot(one, bottom - top, right - left, row == top)))
    return [_without_holes(sorted(row, key=lambda place: place[0]), len(lefts)) for row in rows]


def _without_holes(row: list[tuple[int, Slot]], width: int) -> list[Slot]:
    slots: list[Slot] = []
    reached = 0
    for left, slot in row:
        slots += [_HOLE] * (left - reached)
        slots.append(slot)
        reached = max(reached, left + slot.col_span)
    return slots + [_HOLE] * (width - reached)


_HOLE = Slot(cell(0, 0, 1, 1, ()), 1, 1, begins=True)


def is_frame(table: Table) -> bool:
    """Whether a table is a frame around blocks rather than rows and columns."""
    return len(table.cells) == 1
