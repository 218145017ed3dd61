"""Tables without any line drawn, by the gaps between their columns; for files whose cells are not clipped.

A line of three and more pieces far apart is a row of a form; so are neighbouring lines of two pieces that stand in the same
columns. One line of two pieces is a tab, not a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hwpextract.readers.pdf.content.geometry import BoxTuple
from hwpextract.readers.pdf.content.runs import Run
from hwpextract.readers.pdf.layout.cells import Grid, GridCell
from hwpextract.readers.pdf.layout.lines import Line

_GAP = 1.8
"""Columns are further apart than this many sizes."""
_LONG = 40
"""A piece with more characters is prose, not an entry of a table."""
_NEXT_ROW = 3.0
"""Rows follow each other within this many sizes."""

Row = list[list[Run]]


def tables_of_gaps(lines: Sequence[Line]) -> list[tuple[Grid, list[list[Run]], list[Line]]]:
    """Grids made by gaps: the grid, the runs of each of its cells, and the lines it takes the place of."""
    rows = [(line, _pieces(line)) for line in lines]
    found = []
    group: list[tuple[Line, Row]] = []
    for line, pieces in [*rows, (None, [])]:
        if line is not None and len(pieces) > 1 and _fits(group, line, pieces):
            group.append((line, pieces))
            continue
        if _is_table(group):
            found.append(_table(group))
        group = [(line, pieces)] if line is not None and len(pieces) > 1 else []
    return found


def _pieces(line: Line) -> Row:
    """The runs of a line between its wide gaps; one piece when one of them is prose."""
    pieces: Row = [[line.runs[0]]]
    for last, run in pairwise(line.runs):
        if run.x0 - last.x1 > _GAP * line.size:
            pieces.append([])
        pieces[-1].append(run)
    if any(sum(len(run.text) for run in piece) > _LONG for piece in pieces):
        return [line.runs]
    return [piece for piece in pieces if any(run.text.strip() for run in piece)]


def _fits(group: Sequence[tuple[Line, Row]], line: Line, pieces: Row) -> bool:
    """Whether a line carries on a group: close below it, its pieces under pieces."""
    if not group:
        return True
    last, above = group[-1]
    if line.y - last.y > _NEXT_ROW * line.size or len(above) != len(pieces):
        return False
    return all(_overlap(first, second) for first, second in zip(above, pieces, strict=True))


def _overlap(first: Sequence[Run], second: Sequence[Run]) -> bool:
    return min(first[-1].x1, second[-1].x1) - max(first[0].x0, second[0].x0) > 0


def _is_table(group: Sequence[tuple[Line, Row]]) -> bool:
    if not group:
        return False
    return len(group[0][1]) > 2 or len(group) > 2


def _table(group: Sequence[tuple[Line, Row]]) -> tuple[Grid, list[list[Run]], list[Line]]:
    columns = len(group[0][1])
    starts = [min(row[col][0].x0 for _, row in group) for col in range(columns)]
    ends = [max(row[col][-1].x1 for _, row in group) for col in range(columns)]
    edges = [starts[0], *((end + start) / 2 for end, start in zip(ends, starts[1:], strict=False)), ends[-1]]
    cells: list[GridCell] = []
    runs: list[list[Run]] = []
    for number, (line, row) in enumerate(group):
        for col, piece in enumerate(row):
            box: BoxTuple = (edges[col], line.top, edges[col + 1], line.bottom)
            cells.append(GridCell(number, col, 1, 1, box))
            runs.append(piece)
    return Grid(cells, len(group), columns, edges), runs, [line for line, _ in group]
