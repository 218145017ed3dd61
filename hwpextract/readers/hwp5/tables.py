"""Tables: TABLE, then one list of paragraphs for each cell."""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING, Final

from hwpextract.document import Block, Cell, Locator, Table, cell
from hwpextract.readers.hwp5.control import Control
from hwpextract.readers.hwp5.records import Tag, record_at
from hwpextract.readers.hwp5.text import decode

if TYPE_CHECKING:
    from hwpextract.readers.hwp5.body import Section

_TABLE: Final = int(Tag.TABLE)
_LIST_HEADER: Final = int(Tag.LIST_HEADER)
_size_of_grid: Final = Struct("<4xHH").unpack_from
# LIST_HEADER of a cell, from the head of the record: attributes u32 at 4 (the specification says 2), column, row, spans.
_cell_header: Final = Struct("<I4xI4H").unpack_from
_PLACED: Final = 16
_HEADER_CELL: Final = 1 << 18
# A cell's name: 0xFF, then a parameter set (id u16, count i16, dummy u16) whose item 0x4000 is the string.
_NAME: Final = 38
_NAMED: Final = 0xFF


def read_table(section: Section, control: Control, pos: int) -> int:
    """Read a table with its caption, whose list comes before the TABLE record."""
    data = section.data
    locator = control.flow.next_object("t")
    caption: tuple[Block, ...] = ()
    grid: tuple[int, int] | None = None
    cells: list[Cell] = []
    while True:
        tag, level, start, end = record_at(data, pos)
        if level <= control.level:
            break
        pos = end
        if tag == _TABLE:
            grid = _size_of_grid(data, start)
            pos = _read_cells(section, locator, level, pos, cells)
        elif tag == _LIST_HEADER:
            caption, pos = section.blocks_at(pos, f"{locator}/caption")
    control.blocks.append(_table(locator, grid or (0, 0), cells, caption))
    return pos


def _read_cells(section: Section, table: Locator, level: int, pos: int, cells: list[Cell]) -> int:
    """Read the lists of paragraphs behind TABLE, each of which is a cell."""
    data = section.data
    own = level << 10 | _LIST_HEADER
    head, attributes, col, row, col_span, row_span = _cell_header(data, pos)
    while head & 0xFFFFF == own:
        size = head >> 20
        if size < _PLACED:
            # A header cut short has lost its place: the cell gets a row of its own.
            attributes, col, row, col_span, row_span = 0, 0, len(cells), 1, 1
        named = size > _NAME and data[pos + 4 + _NAME] == _NAMED
        name = _name(data[pos + 4 : pos + 4 + size]) if named else None
        blocks, pos = section.blocks_at(pos + 4 + size, f"{table}/r{row}c{col}")
        cells.append(cell(row, col, row_span or 1, col_span or 1, blocks, bool(attributes & _HEADER_CELL), name))
        head, attributes, col, row, col_span, row_span = _cell_header(data, pos)
    return pos


def _name(header: bytes) -> str | None:
    """Name of a cell in a form, from the parameter set behind its header."""
    item = header.find(b"\x00\x40\x01\x00", _NAME)
    if item < 0:
        return None
    start = item + 6
    return decode(header[start : start + 2 * int.from_bytes(header[item + 4 : start], "little")]) or None


def _table(locator: Locator, grid: tuple[int, int], cells: list[Cell], caption: tuple[Block, ...]) -> Table:
    """Make the table; spans are cut at its edge, and the edge is where cells are, should the two disagree."""
    rows = _extent(grid[0], [(each.row, each.row_span) for each in cells])
    cols = _extent(grid[1], [(each.col, each.col_span) for each in cells])
    fitted = tuple(
        each
        if each.row + each.row_span <= rows and each.col + each.col_span <= cols
        else each.model_copy(
            update={"row_span": min(each.row_span, rows - each.row), "col_span": min(each.col_span, cols - each.col)}
        )
        for each in cells
    )
    return Table.model_construct(locator=locator, rows=rows, cols=cols, cells=fitted, caption=caption)


def _extent(declared: int, spans: list[tuple[int, int]]) -> int:
    starts = max((start + 1 for start, _ in spans), default=0)
    ends = max((start + span for start, span in spans), default=0)
    return max(starts, min(declared, ends))
