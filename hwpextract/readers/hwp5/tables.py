"""Tables: TABLE, then one list of paragraphs for each cell."""

from __future__ import annotations

from operator import itemgetter
from struct import Struct
from typing import TYPE_CHECKING, Final, TypeAlias

from hwpextract.document import Block, Cell, Table, cell, paragraph
from hwpextract.node import Locator, build
from hwpextract.readers.hwp5.control import Control
from hwpextract.readers.hwp5.records import TAG, TAG_AND_LEVEL, Tag, paragraph_header
from hwpextract.readers.hwp5.text import counted, plain_text

if TYPE_CHECKING:
    from hwpextract.readers.hwp5.body import Section

_Cut: TypeAlias = tuple[int, int, int, int, int, str | None, str | None, str | None, tuple[Block, ...]]
"""Row and column of a cell, their spans, attributes, name; text and style where it holds one plain paragraph, else its blocks."""

_ROW_MAJOR: Final = itemgetter(0, 1)
_LIST_HEADER: Final = int(Tag.LIST_HEADER)
_PARA_HEADER: Final = int(Tag.PARA_HEADER)
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
            section.unseen.tables[locator] = start
            pos, filled = _read_cells(section, locator, level, pos, rows, cols, cells)
            sound = filled and first
        elif tag == Tag.LIST_HEADER:
            blocks, pos = section.blocks_at(pos, f"{locator}/caption")
            caption += blocks
        else:
            section.pass_over(tag, start, end)
    section.cells += len(cells)
    if not sound:
        cells.sort(key=lambda each: (each.row, each.col))
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
    found, pos = _cut(section, table, level, pos)
    found.sort(key=_ROW_MAJOR)
    places = characters = blank = 0
    inside = True
    for row, col, high, wide, attributes, name, text, style, others in found:
        if row >= rows or col >= cols:
            inside = False
        row_span = 1 if high == 1 else _within(row, high, rows)
        col_span = 1 if wide == 1 else _within(col, wide, cols)
        places += row_span * col_span
        if text is None:
            blocks = others
        elif visible := len(text) - text.count(" "):
            characters += visible
            blocks = (paragraph(text, f"{table}/r{row}c{col}/p0", None, None, style),)
        else:
            blank += 1
            blocks = ()
        cells.append(cell(row, col, row_span, col_span, blocks, attributes & _HEADER_CELL != 0, name))
    section.characters += characters
    section.blank += blank
    section.reading.budget.spend("max_cells", places)
    return pos, inside and places == rows * cols


def _cut(section: Section, table: Locator, level: int, pos: int) -> tuple[list[_Cut], int]:
    """Cut the lists behind TABLE apart: of nearly all, which are one plain paragraph, take text and style; read the others."""
    data, last = section.data, section.last
    headings, styles, text_at = section.headings, section.styles, section.text_at
    most = section.reading.budget.limits.max_cells
    own = level << 10 | _LIST_HEADER
    inner = level << 10 | _PARA_HEADER
    found: list[_Cut] = []
    plain = 0
    head, attributes, col, row, col_span, row_span = _cell_header(data, pos)
    while head & TAG_AND_LEVEL == own and len(found) <= most:
        start = pos + 4
        size = head >> 20
        pos = start + size
        if pos > last:
            pos = last
        if size < _PLACED:
            # A header cut short has lost its place: the cell gets a row of its own.
            attributes, col, row, col_span, row_span = 0, 0, len(found), 1, 1
        name = _name(data[start:pos]) if size > _NAME and data[start + _NAME] == _NAMED else None
        text = style_name = None
        blocks: tuple[Block, ...] = ()
        head, controls, shape, style = paragraph_header(data, pos)
        if head & TAG_AND_LEVEL == inner and not controls and not headings[shape]:
            raw, letters, end, head = text_at(pos, head)
            if not letters and head & TAG_AND_LEVEL != inner and head >> 10 & TAG <= level:
                text = plain_text(raw)
        if text is None:
            locator = f"{table}/r{row}c{col}"
            section.unseen.cells[locator] = start
            blocks, pos = section.blocks_at(pos, locator)
        else:
            pos = end
            plain += 1
            style_name = styles[style]
        found.append((row, col, row_span, col_span, attributes, name, text, style_name, blocks))
        head, attributes, col, row, col_span, row_span = _cell_header(data, pos)
    section.records += plain
    section.count_records(plain)
    return found, pos


def _within(start: int, span: int, extent: int) -> int:
    return max(min(span, extent - start), 1)


def _name(header: bytes) -> str | None:
    """Name of a cell in a form, from the parameter set behind its header."""
    item = header.find(_NAME_ITEM, _NAME)
    return counted(header, item + len(_NAME_ITEM))[0] or None if item >= 0 else None
