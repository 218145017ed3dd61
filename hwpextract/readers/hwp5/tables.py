"""Tables: TABLE, then one list of paragraphs for each cell."""

from __future__ import annotations

from operator import attrgetter
from struct import Struct
from typing import TYPE_CHECKING, Final

from hwpextract.document import Block, Cell, Table, cell
from hwpextract.node import Locator, build
from hwpextract.readers.hwp5.control import Control
from hwpextract.readers.hwp5.records import Tag
from hwpextract.readers.hwp5.text import counted

if TYPE_CHECKING:
    from hwpextract.readers.hwp5.body import Section

_ROW_MAJOR: Final = attrgetter("row", "col")
_LIST_HEADER: Final = int(Tag.LIST_HEADER)
_size_of_grid: Final = Struct("<4xHH").unpack_from
# LIST_HEADER of a cell, from the head of the record: attributes u32 at 4 (the specification says 2), column, row, spans.
_cell_header: Final = Struct("<I4xI4H").unpack_from
_PLACED: Final = 16
_HEADER_CELL: Final = 1 << 18
# A cell's name stands behind the byte 0xFF as item 0x4000 of a parameter set.
_NAME: Final = 38
_NAMED: Final = 0xFF
_NAME_ITEM: Final = b"\x00\x40\x01\x00"


def read_table(section: Section, control: Control, pos: int) -> int:
    """Read a table with its caption, whose list comes before the TABLE record."""
    locator = control.flow.next_object("t")
    caption: tuple[Block, ...] = ()
    cells: list[Cell] = []
    sound = False
    rows = cols = 0
    while True:
        tag, level, start, end = section.at(pos)
        if level <= control.level:
            break
        pos = end
        if tag == Tag.TABLE:
            first = not cells
            rows, cols = _size_of_grid(section.data, start)
            if section.unseen.shapes:
                section.unseen.tables[locator] = start
            pos, filled = _read_cells(section, locator, level, pos, rows, cols, cells)
            sound = filled and first
        elif tag == Tag.LIST_HEADER:
            blocks, pos = section.blocks_at(pos, f"{locator}/caption")
            caption += blocks
        else:
            section.pass_over(tag, start, end)
    section.cells += len(cells)
    cells.sort(key=_ROW_MAJOR)
    if not sound:
        rows = max((each.row + each.row_span for each in cells), default=0)
        cols = max((each.col + each.col_span for each in cells), default=0)
    control.blocks = (build(Table, locator=locator, rows=rows, cols=cols, cells=tuple(cells), caption=caption),)
    return pos


def _read_cells(
    section: Section, table: Locator, level: int, pos: int, rows: int, cols: int, cells: list[Cell]
) -> tuple[int, bool]:
    """Read the lists of paragraphs behind TABLE, each of which is a cell; tell whether they fill the declared grid.

    Spans are kept inside the grid; a cell outside of it stays where it says it is.
    """
    data, last = section.data, section.last
    noted = section.unseen.cells if section.unseen.shapes else None
    most = section.reading.budget.limits.max_cells
    own = level << 10 | _LIST_HEADER
    places = 0
    inside = True
    head, attributes, col, row, col_span, row_span = _cell_header(data, pos)
    while head & 0xFFFFF == own and places <= most:
        start = pos + 4
        size = head >> 20
        pos = start + size
        if pos > last:
            pos = last
        if size < _PLACED:
            # A header cut short has lost its place: the cell gets a row of its own.
            attributes, col, row, col_span, row_span = 0, 0, len(cells), 1, 1
        if row >= rows or col >= cols:
            inside = False
        if row_span != 1 or col_span != 1:
            row_span, col_span = _within(row, row_span, rows), _within(col, col_span, cols)
        places += row_span * col_span
        name = _name(data[start:pos]) if size > _NAME and data[start + _NAME] == _NAMED else None
        locator = f"{table}/r{row}c{col}"
        if noted is not None:
            noted[locator] = start
        blocks, pos = section.cell_at(pos, locator)
        cells.append(cell(row, col, row_span, col_span, blocks, attributes & _HEADER_CELL != 0, name))
        head, attributes, col, row, col_span, row_span = _cell_header(data, pos)
    section.reading.budget.spend("max_cells", places)
    return pos, inside and places == rows * cols


def _within(start: int, span: int, extent: int) -> int:
    return max(min(span, extent - start), 1)


def _name(header: bytes) -> str | None:
    """Name of a cell in a form, from the parameter set behind its header."""
    item = header.find(_NAME_ITEM, _NAME)
    return counted(header, item + len(_NAME_ITEM))[0] or None if item >= 0 else None
