"""Tables out of clips: Hangul clips the text of every cell to that cell, drawn borders or not.

So the clips of a page give the exact grid of its tables, also of those without lines. What no cell holds is left to the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from hwpextract.readers.pdf.content.geometry import BoxTuple
from hwpextract.readers.pdf.content.runs import PageContent

_SNAP = 1.0
"""Edges no further apart than this many points are one line of the grid."""
_PAGE_HEIGHT, _PAGE_WIDTH = 0.85, 0.45
"""A clip that covers these shares of the page is a page: the whole sheet, or one of two that were printed side by side."""

_PRINTED_AREA = 0.5
"""A clip of more than this share of both sides may be what lies within the margins."""


class GridCell:
    """A place in a grid: extent in rows and columns, and its box."""

    __slots__ = ("box", "clip", "col", "col_span", "row", "row_span")

    def __init__(self, row: int, col: int, row_span: int, col_span: int, box: BoxTuple, clip: int = -1) -> None:
        self.row = row
        self.col = col
        self.row_span = row_span
        self.col_span = col_span
        self.box = box
        self.clip = clip


class Grid:
    """A table's geometry: cells in row-major order, its box, the x of its column borders, whether only two lines draw it."""

    __slots__ = ("box", "cells", "cols", "open", "rows", "xs")

    def __init__(
        self, cells: list[GridCell], rows: int, cols: int, xs: list[float], *, open_sides: bool = False
    ) -> None:
        self.open = open_sides
        self.cells = cells
        self.rows = rows
        self.cols = cols
        self.xs = xs
        self.box = around(cell.box for cell in cells)


def around(boxes: Iterable[BoxTuple]) -> BoxTuple:
    """The box around boxes."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return (min(x0), min(y0), max(x1), max(y1))


def contains(outer: BoxTuple, inner: BoxTuple, slack: float = 0.5) -> bool:
    """Whether a box holds another one, give or take `slack` points."""
    return (
        outer[0] - slack <= inner[0]
        and outer[1] - slack <= inner[1]
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def grids_of_clips(page: PageContent, width: float, height: float) -> list[Grid]:
    """Grids of the page's clips; a clip that touches no other makes a grid of one cell."""
    boxes = _cell_clips(page, width, height)
    if not boxes:
        return []
    return [grid_of(boxes, group) if len(group) > 1 else _single(*boxes[group[0]]) for group in _connected(boxes)]


def _cell_clips(page: PageContent, width: float, height: float) -> list[tuple[int, BoxTuple]]:
    """Clips that can be cells: not the page, not a picture's own, not outside of the page."""
    own = {
        clip
        for *box, _, clip, _, _ in page.images
        if clip >= 0 and contains((box[0], box[1], box[2], box[3]), page.clips[clip], 3)
    }
    if own:
        own -= {run.clip for run in page.runs}
    return [
        (index, box)
        for index, box in enumerate(page.clips)
        if index not in own and not _is_page(box, width, height) and box[2] - box[0] > 2 and box[3] - box[1] > 2
    ]


def is_printed_area(grid: Grid, width: float, height: float) -> bool:
    """Whether a clip that touches no other may be all of the page that is printed on, as browsers clip to what the margins leave."""
    x0, y0, x1, y1 = grid.box
    return len(grid.cells) == 1 and (x1 - x0) / width > _PRINTED_AREA < (y1 - y0) / height


def _is_page(box: BoxTuple, width: float, height: float) -> bool:
    """Whether a clip is a whole page: nearly the sheet, one of two pages on it, or a page printed smaller into its corner."""
    wide, high = (box[2] - box[0]) / width, (box[3] - box[1]) / height
    return (wide > _PAGE_WIDTH and high > _PAGE_HEIGHT) or (box[0] < 1 and box[1] < 1 and wide > 0.4 and high > 0.4)


def _connected(boxes: Sequence[tuple[int, BoxTuple]]) -> list[list[int]]:
    """Groups of boxes that share corners, as the cells of one table do; each group in paint order.

    Corners are the same to a tenth of a point; Hangul writes those of neighbours with the same digits.
    """
    parent = list(range(len(boxes)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    corners: dict[tuple[int, int], int] = {}
    for at, (_, (x0, y0, x1, y1)) in enumerate(boxes):
        left, top, right, foot = round(10 * x0), round(10 * y0), round(10 * x1), round(10 * y1)
        for corner in ((left, top), (right, top), (left, foot), (right, foot)):
            other = corners.setdefault(corner, at)
            if parent[other] != parent[at]:
                parent[root(at)] = root(other)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(boxes)):
        groups[root(at)].append(at)
    return list(groups.values())


def grid_of(boxes: Sequence[tuple[int, BoxTuple]], group: Sequence[int]) -> Grid:
    """The grid on which the boxes of a group lie."""
    xs, column = _lines([edge for at in group for edge in (boxes[at][1][0], boxes[at][1][2])])
    ys, line = _lines([edge for at in group for edge in (boxes[at][1][1], boxes[at][1][3])])
    cells = []
    for at in group:
        clip, box = boxes[at]
        col, row = column[box[0]], line[box[1]]
        cells.append(GridCell(row, col, max(1, line[box[3]] - row), max(1, column[box[2]] - col), box, clip))
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return Grid(cells, max(1, len(ys) - 1), max(1, len(xs) - 1), xs)


def _lines(edges: list[float]) -> tuple[list[float], dict[float, int]]:
    """Distinct lines out of edges that nearly coincide, and which of them each edge lies on."""
    lines: list[float] = []
    index: dict[float, int] = {}
    for edge in sorted(set(edges)):
        if not lines or edge - lines[-1] > _SNAP:
            lines.append(edge)
        index[edge] = len(lines) - 1
    return lines, index


def clip_grids(page: PageContent, width: float, height: float, spend: Callable[[str, int], None]) -> list[Grid]:
    """Grids of a page's clips, their places spent as max_cells; boxes that overlap are no table but so many frames."""
    grids = []
    for grid in grids_of_clips(page, width, height):
        spend("max_cells", grid.rows * grid.cols)
        if _overlapping(grid):
            grids += [_single(cell.clip, cell.box) for cell in grid.cells]
        else:
            grids.append(grid)
    return grids


def _single(clip: int, box: BoxTuple) -> Grid:
    return Grid([GridCell(0, 0, 1, 1, box, clip)], 1, 1, [box[0], box[2]])


def _overlapping(grid: Grid) -> bool:
    """Whether two cells claim one place, so that the boxes are no table."""
    if all(cell.row_span == cell.col_span == 1 for cell in grid.cells):
        return len({(cell.row, cell.col) for cell in grid.cells}) < len(grid.cells)
    taken: set[tuple[int, int]] = set()
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for col in range(cell.col, cell.col + cell.col_span):
                if (row, col) in taken:
                    return True
                taken.add((row, col))
    return False


def clips_cells(page: PageContent, grids: Sequence[Grid]) -> bool:
    """Whether a page shows that its writer clips the text of every cell: two cells of one grid with text of their own."""
    texts = {run.clip for run in page.runs}
    return any(sum(cell.clip in texts for cell in grid.cells) > 1 for grid in grids if len(grid.cells) > 1)
