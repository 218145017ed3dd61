"""Tables of the structure tree as they lie on the pages: a grid for each part of a table that stands on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hwpextract.readers.pdf.content.geometry import BoxTuple
from hwpextract.readers.pdf.layout.cells import Grid, GridCell, around
from hwpextract.readers.pdf.layout.pages import Page
from hwpextract.readers.pdf.layout.structure import CellPlace, Structure

_MARGIN = 1.0
"""A cell is taken this much larger than the table inside it."""


class TaggedTables:
    """All tables of a tagged file, by page: where the text and the pictures of their cells stand."""

    def __init__(self, structure: Structure, pages: Sequence[Page]) -> None:
        self._structure = structure
        self._boxes: dict[int, dict[CellPlace, BoxTuple]] = {
            page.number: _cell_boxes(structure, page) for page in pages
        }
        self._parts: dict[int, list[int]] = defaultdict(list)
        for number, boxes in self._boxes.items():
            for table in sorted({cell.table for cell in boxes}):
                self._parts[table].append(number)

    def cells_around(self, block: int | None) -> tuple[CellPlace, ...]:
        """The cells around a paragraph, from the outside."""
        return self._structure.cells_around(block)

    def on(self, page: int) -> list[tuple[Grid, list[CellPlace]]]:
        """Grids of a page, each with the cells of the tree in the order of the cells of the grid.

        Tables with holes are left out: Chromium leaves out empty cells, so nothing tells which columns the others are in.
        """
        return [
            self._grid(table, page) for table, parts in self._parts.items() if page in parts and self._is_whole(table)
        ]

    def _is_whole(self, table: int) -> bool:
        cells = self._structure.cells[table]
        places = sum(cell.row_span * cell.col_span for cell in cells)
        rows = max(cell.row + cell.row_span for cell in cells)
        return places == rows * max(cell.col + cell.col_span for cell in cells)

    def _grid(self, table: int, page: int) -> tuple[Grid, list[CellPlace]]:
        boxes = {cell: box for cell, box in self._boxes[page].items() if cell.table == table}
        cells = self._structure.cells[table]
        first, last = 0, max(cell.row for cell in cells)
        if len(self._parts[table]) > 1:
            first, last = min(cell.row for cell in boxes), max(cell.row for cell in boxes)
        here = [cell for cell in cells if first <= cell.row <= last]
        whole = around(boxes.values())
        empty = (whole[0], whole[1], whole[0], whole[1])
        grid = Grid(
            [
                GridCell(cell.row - first, cell.col, cell.row_span, cell.col_span, boxes.get(cell, empty))
                for cell in here
            ],
            max(cell.row + cell.row_span for cell in here) - first,
            max(cell.col + cell.col_span for cell in cells),
            self._columns(table),
        )
        return grid, here

    def _columns(self, table: int) -> list[float]:
        """Left edges of the columns over all pages, so that the parts of a table are seen to belong together."""
        edges: dict[int, float] = {}
        for page in self._parts[table]:
            for cell, box in self._boxes[page].items():
                if cell.table == table:
                    edges[cell.col] = min(edges.get(cell.col, box[0]), box[0])
        return [edges[col] for col in sorted(edges)]


def _cell_boxes(structure: Structure, page: Page) -> dict[CellPlace, BoxTuple]:
    """The box around what is in each cell of a page, tables inside it included."""
    boxes: dict[CellPlace, list[BoxTuple]] = defaultdict(list)
    things: list[tuple[int | None, BoxTuple]] = [
        (run.mark, (min(run.x0, run.x1), run.y - run.size, max(run.x0, run.x1), run.y + 0.2 * run.size))
        for run in page.content.runs
        if run.text.strip()
    ]
    things += [(mark, (x0, y0, x1, y1)) for x0, y0, x1, y1, _, _, _, mark in page.content.images]
    for mark, (x0, y0, x1, y1) in things:
        cells = structure.cells_around(mark)
        for depth, cell in enumerate(cells, 1):
            margin = _MARGIN * (len(cells) - depth)
            boxes[cell].append((x0 - margin, y0 - margin, x1 + margin, y1 + margin))
    return {cell: around(found) for cell, found in boxes.items()}
