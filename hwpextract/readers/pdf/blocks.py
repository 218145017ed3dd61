"""Laid-out pages to blocks: paragraphs, tables, boxes and pictures with their locators."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

from hwpextract.document import Block, Box, Cell, Image, Table, cell, paragraph
from hwpextract.node import build
from hwpextract.readers.gathering import Gathering
from hwpextract.readers.pdf.content.geometry import BoxTuple
from hwpextract.readers.pdf.content.runs import box_of_runs
from hwpextract.readers.pdf.file.objects import Objects
from hwpextract.readers.pdf.layout.cells import around
from hwpextract.readers.pdf.layout.lines import Line
from hwpextract.readers.pdf.layout.page_layout import Picture, Region, TableRegion, items_of
from hwpextract.readers.pdf.layout.paragraphs import Joiner, Paragraph
from hwpextract.readers.pdf.layout.structure import Structure
from hwpextract.readers.pdf.pictures import media_type, name_of

_CONTACT = re.compile(r"\d{3,4}-\d{4}|@")
"""What a line with a phone number or an address holds."""
_SAME_COLUMN = 2.0
"""Borders of columns on two pages no further apart than this many points are the same."""


def locator_of(page: int, box: BoxTuple) -> str:
    """Where something stands: page number from 1, box in points from the top left."""
    return f"page {page} ({box[0]:.0f},{box[1]:.0f},{box[2]:.0f},{box[3]:.0f})"


class Builder:
    """Turns regions into blocks; one for a document."""

    def __init__(self, joiner: Joiner, gathering: Gathering, objects: Objects, structure: Structure) -> None:
        self.joiner = joiner
        self.objects = objects
        self.levels = structure.levels
        self.descriptions = structure.descriptions
        self.gathering = gathering
        self._columns: dict[str, list[float]] = {}

    def flow(self, region: Region, page: int) -> list[Block | Paragraph]:
        """What is in a region, its paragraphs still open to be continued on the next page."""
        result: list[Block | Paragraph] = []
        lines: list[Line] = []
        for item in items_of(region):
            if isinstance(item, Line):
                lines.append(item)
                continue
            result += self.joiner.paragraphs(lines, region.frame, stacked=region.stacked)
            lines = []
            result.append(self.table(item, page) if isinstance(item, TableRegion) else self.image(item, page))
        result += self.joiner.paragraphs(lines, region.frame, stacked=region.stacked)
        for runs in region.turned:
            text = "".join(run.text for run in runs).strip()
            if text:
                result.append(self.paragraph(text, locator_of(page, box_of_runs(runs))))
        return result

    def blocks(self, region: Region, page: int) -> tuple[Block, ...]:
        """Blocks of a region that is complete on its page."""
        if len(region.lines) == 1 and not (region.grids or region.pictures or region.turned):
            (line,) = region.lines
            return (self.paragraph(line.text.rstrip(), locator_of(page, line.box), self.levels.get(line.mark or 0)),)
        return tuple(self.sealed(item, page) for item in self.flow(region, page))

    def sealed(self, item: Block | Paragraph, page: int) -> Block:
        """A paragraph as a block; blocks stay as they are."""
        if not isinstance(item, Paragraph):
            return item
        lines = item.lines
        box = lines[0].box if len(lines) == 1 else around(line.box for line in lines)
        return self.paragraph(item.text.rstrip(), locator_of(page, box), self.levels.get(lines[0].mark or 0))

    def paragraph(self, text: str, locator: str, level: int | None = None) -> Block:
        """A paragraph of the body."""
        return paragraph(self.clean(text), locator, level=level)

    def clean(self, text: str) -> str:
        """Text as Unicode in composed form: Quartz writes decomposed Hangul."""
        text = self.gathering.clean(text)
        return text if is_normalized("NFC", text) else normalize("NFC", text)

    def table(self, table: TableRegion, page: int) -> Block:
        """A table, or a box when it has one cell."""
        locator = locator_of(page, table.box)
        if len(table.regions) == 1:
            return build(Box, locator=locator, blocks=self.blocks(table.regions[0], page))
        _mark_stacked(table)
        cells = [
            cell(place.row, place.col, place.row_span, place.col_span, self.blocks(region, page))
            for place, region in zip(table.grid.cells, table.regions, strict=True)
        ]
        self._columns[locator] = table.grid.xs
        return build(
            Table, locator=locator, rows=table.grid.rows, cols=table.grid.cols, cells=tuple(_complete(cells, table))
        )

    def joined(self, before: Block, after: Block) -> Table | None:
        """Two parts of a table that a page break cut: the same columns, a repeated heading left out; None for two tables."""
        if not isinstance(before, Table) or not isinstance(after, Table) or before.cols != after.cols:
            return None
        columns = self._columns[before.locator]
        if any(abs(a - b) > _SAME_COLUMN for a, b in zip(columns, self._columns[after.locator], strict=True)):
            return None
        skip = _repeated_rows(before, after)
        shift = before.rows - skip
        for place in after.cells:
            if place.row < skip:
                self.gathering.leave_out(place.blocks, "repeated")
        moved = tuple(
            cell(place.row + shift, place.col, place.row_span, place.col_span, place.blocks)
            for place in after.cells
            if place.row >= skip
        )
        return before.model_copy(update={"rows": shift + after.rows, "cells": before.cells + moved})

    def image(self, picture: Picture, page: int) -> Image:
        """A picture, with what a tagged file says that it shows."""
        stream = picture.stream
        kind = media_type(stream, self.objects) if stream is not None else None
        return build(
            Image,
            locator=locator_of(page, picture.box),
            name=name_of(stream.number, kind) if stream is not None and stream.number else None,
            media_type=kind,
            alt=self.descriptions.get(picture.mark or 0),
        )


def _mark_stacked(table: TableRegion) -> None:
    """Mark the cells of a row whose lines stand beside phone numbers or addresses, line by line: names, ranks."""
    rows: dict[tuple[int, tuple[int, ...]], list[Region]] = {}
    for place, region in zip(table.grid.cells, table.regions, strict=True):
        if len(region.lines) > 1:
            key = (place.row, tuple(round(line.y) for line in region.lines))
            rows.setdefault(key, []).append(region)
    for regions in rows.values():
        if any(all(_CONTACT.search(line.text) for line in region.lines) for region in regions):
            for region in regions:
                region.stacked = True


def _repeated_rows(before: Table, after: Table) -> int:
    """Rows at the top of a continued table that repeat the heading of its first part."""
    heading, again = (
        {(place.row, place.col): (place.row_span, place.col_span, place.text) for place in table.cells}
        for table in (before, after)
    )
    rows = 0
    while rows < min(before.rows, after.rows) - 1 and all(
        again.get(key) == value for key, value in heading.items() if key[0] == rows
    ):
        rows += 1
    # Without text in it a row is no heading, and a heading whose cells reach further down repeats as a whole.
    if not any(value[2] for key, value in heading.items() if key[0] < rows):
        return 0
    return rows if all(key[0] + value[0] <= rows for key, value in heading.items() if key[0] < rows) else 0


def _complete(cells: list[Cell], table: TableRegion) -> list[Cell]:
    """The cells of a grid, with empty ones where nothing was painted."""
    if sum([place.row_span * place.col_span for place in cells]) == table.grid.rows * table.grid.cols:
        return cells
    taken = {
        (row, col)
        for place in cells
        for row in range(place.row, place.row + place.row_span)
        for col in range(place.col, place.col + place.col_span)
    }
    empty = [
        cell(row, col, 1, 1, ())
        for row in range(table.grid.rows)
        for col in range(table.grid.cols)
        if (row, col) not in taken
    ]
    return sorted(cells + empty, key=lambda place: (place.row, place.col)) if empty else cells
