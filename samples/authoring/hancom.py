"""Blocks to HWPX and HWP 5, both written by python-hwpx (Apache-2.0) from one document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, count
from pathlib import Path
from typing import Any
from uuid import UUID

from hwpx import HwpxDocument
from hwpx.oxml import _document_primitives as primitives
from hwpx.oxml.namespaces import HP
from source import Block, Cell, Note, Paragraph, Picture, Table
from styles import STYLES, Style

Object = Any

PAGE_WIDTH = 42_520  # in 1/7200 inch: A4 less the margins of the library's blank document
CELL_MARGINS = 1020
ROW_HEIGHT = 1700
UNITS_PER_MM = 7200 / 25.4


def write_hancom(folder: Path, title: str, blocks: Sequence[Block]) -> None:
    """Write `release.hwpx` and `release.hwp`; the same blocks always give the same bytes."""
    numbers = count(1)
    primitives.uuid4 = lambda: UUID(int=next(numbers))  # the library numbers its objects at random
    for suffix in ("hwpx", "hwp"):
        writer = Writer(title)
        writer.add_blocks(writer.document, blocks, PAGE_WIDTH)
        writer.document.save_to_path(folder / f"release.{suffix}")


class Writer:
    """One document under construction."""

    def __init__(self, title: str) -> None:
        self.document = HwpxDocument.new()
        self.document.parts.clear_document_metadata(keep=("language",))
        self.document.parts.set_document_metadata(title=title)
        self.document.paragraphs[0].text = ""
        self.shapes = {name: self._shapes(style) for name, style in STYLES.items()}
        edges = self.document.styles.ensure_border_fill
        self.borders = {
            True: edges(border_color="#000000"),
            False: edges(border_color="#000000", active_borders=()),
        }

    def _shapes(self, style: Style) -> dict[str, str]:
        """The paragraph and character properties of a style."""
        header = self.document.oxml.headers[0]
        return {
            "para_pr_id_ref": header.ensure_paragraph_format(alignment=style.align),
            "char_pr_id_ref": self.document.styles.ensure_run(size=style.points, bold=style.bold, font=style.face),
        }

    def add_blocks(self, owner: Object, blocks: Sequence[Block], width: int) -> None:
        """Append the blocks to the document or to a cell."""
        for block in blocks:
            match block:
                case Paragraph():
                    self._add_paragraph(owner, block)
                case Table():
                    self._add_table(owner.add_paragraph("", **self.shapes["body"]), block, width)
                case Picture():
                    self._add_picture(owner.add_paragraph("", **self.shapes["header"]), block)

    def _add_paragraph(self, owner: Object, block: Paragraph) -> None:
        shapes = self.shapes[block.style]
        paragraph = owner.add_paragraph("", **shapes)
        for part in block.parts:
            if isinstance(part, Note):
                paragraph.add_footnote(part.text)
            elif part:
                paragraph.add_run(part, char_pr_id_ref=shapes["char_pr_id_ref"])

    def _add_picture(self, paragraph: Object, block: Picture) -> None:
        item = self.document.media.add_image(block.path.read_bytes(), block.path.suffix[1:])
        size = {"width": round(block.width * UNITS_PER_MM), "height": round(block.height * UNITS_PER_MM)}
        picture = paragraph.add_picture(item, **size)
        picture.element.find(f"{HP}shapeComment").text = block.alt

    def _add_table(self, paragraph: Object, block: Table, width: int) -> None:
        edges = [int(width * share / 100) for share in accumulate(block.widths, initial=0)]
        rows, cols = block.rows, len(block.widths)
        table = paragraph.add_table(rows, cols, width=edges[-1], height=rows * ROW_HEIGHT)
        border = self.borders[block.style != "masthead"]
        for cell in block.cells:
            if (cell.row_span, cell.col_span) != (1, 1):
                end = (cell.row + cell.row_span - 1, cell.col + cell.col_span - 1)
                table.merge_cells(cell.row, cell.col, *end)
            self._fill_cell(table.cell(cell.row, cell.col), cell, edges)
            table.set_cell_border_fill(cell.row, cell.col, border)

    def _fill_cell(self, target: Object, cell: Cell, edges: list[int]) -> None:
        width = edges[cell.col + cell.col_span] - edges[cell.col]
        target.set_size(width, cell.row_span * ROW_HEIGHT)
        given = target.paragraphs[0]
        self.add_blocks(target, cell.blocks, width - CELL_MARGINS)
        given.remove()
