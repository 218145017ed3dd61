"""Tables: TABLE, then one list of paragraphs for each cell."""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING, Final

from hwpextract.document import Block, Cell, Locator, Table, cell
from hwpextract.readers.hwp5.control import Control
from hwpextract.readers.hwp5.records import Tag
from hwpextract.readers.hwp5.text import counted

if TYPE_CHECKING:
    from hwpextract.readers.hwp5.body import Section

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
    while True:
        tag, level, start, end = section.at(pos)
        if level <= control.level:
            break
        pos = end
        if tag == Tag.TABLE:
            rows, cols = _size_of_grid(section.data, start)
            pos = _read_cells(section, locator, level, pos, (rows, cols), cells)
        elif tag == Tag.LIST_HEADER:
            blocks, pos = section.blocks_at(pos, f"{locator}/caption")
            caption += blocks
    control.blocks.append(_table(locator, cells, caption))
    return pos


def _read_cells(
    section: Section, table: Locator, level: int, pos: int, grid: tuple[int, int], cells: list[Cell]
) -> int:
    """Read the lists of paragraphs behind TABLE, each of which is a cell; spans are kept inside the declared grid."""
    data = section.data
    rows, cols = grid
    own = level << 10 | _LIST_HEADER
    places = 0
    head, attributes, col, row, col_span, row_span = _cell_header(data, pos)
    while head & 0xFFFFF == own:
        start = pos + 4
        pos = min(start + (head >> 20), section.last)
        if pos - start < _PLACED:
            # A header cut short has lost its place: the cell gets a row of its own.
            attributes, col, row, col_span, row_span = 0, 0, len(cells), 1, 1
        if row + row_span > rows or col + col_span > cols:
            row_span, col_span = min(row_span, rows - row), min(col_span, cols - col)
        row_span, col_span = max(row_span, 1), max(col_span, 1)
        places += row_span * col_span
        if places > section.reading.budget.limits.max_cells:
            break
        named = pos - start > _NAME and data[start + _NAME] == _NAMED
        name = _name(data[start:pos]) if named else None
        blocks, pos = section.blocks_at(pos, f"{table}/r{row}c{col}")
        cells.append(cell(row, col, row_span, col_span, blocks, bool(attributes & _HEADER_CELL), name))
        head, attributes, col, row, col_span, row_span = _cell_header(data, pos)
    section.reading.budget.spend("max_cells", places)
    return pos


def _name(header: bytes) -> str | None:
    """Name of a cell in a form, from the parameter set behind its header."""
    item = header.find(_NAME_ITEM, _NAME)
    return counted(header, item + len(_NAME_ITEM))[0] or None if item >= 0 else None


def _table(locator: Locator, cells: list[Cell], caption: tuple[Block, ...]) -> Table:
    """Make the table; its edge is where its cells are, should TABLE disagree."""
    places = [(each.row, each.col) for each in cells]
    if places != sorted(places):
        cells.sort(key=lambda each: (each.row, each.col))
    rows = max((each.row + each.row_span for each in cells), default=0)
    cols = max((each.col + each.col_span for each in cells), default=0)
    return Table.model_construct(locator=locator, rows=rows, cols=cols, cells=tuple(cells), caption=caption)
