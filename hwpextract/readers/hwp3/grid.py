"""Rows and columns of a table, which HWP 3 stores as rectangles."""

from __future__ import annotations

from struct import Struct
from typing import Final, NamedTuple

# Cell: serial numbers of the built-in sheet, colour, then left, top, width, height in 1/1800 inch.
_rectangle: Final = Struct("<4x4H").unpack_from
_SAME_LINE: Final = 16
"""Edges closer than this (0.2 mm) are one line; no cell is drawn that thin."""


class Place(NamedTuple):
    """Row, column, row span, column span of a cell."""

    row: int
    col: int
    row_span: int
    col_span: int


def places(cells: list[bytes]) -> list[Place]:
    """Places of the cells, by the lines on which their edges lie."""
    rectangles = [_rectangle(cell) for cell in cells]
    cols = _lines([edge for left, _, width, _ in rectangles for edge in (left, left + width)])
    rows = _lines([edge for _, top, _, height in rectangles for edge in (top, top + height)])
    return [
        Place(
            rows[top],
            cols[left],
            max(rows[top + height] - rows[top], 1),
            max(cols[left + width] - cols[left], 1),
        )
        for left, top, width, height in rectangles
    ]


def _lines(edges: list[int]) -> dict[int, int]:
    """Number of the line on which an edge lies."""
    numbers: dict[int, int] = {}
    first, number = -_SAME_LINE, -1
    for edge in sorted(set(edges)):
        if edge - first >= _SAME_LINE:
            first, number = edge, number + 1
        numbers[edge] = number
    return numbers
