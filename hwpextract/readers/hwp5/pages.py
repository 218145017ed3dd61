"""Layout of the paragraphs of a section, for the estimate of pages: PARA_LINE_SEG of the body and of the cells of its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from struct import iter_unpack, unpack_from
from typing import Final

from hwpextract.limits import Budget
from hwpextract.readers.hwp5.records import PADDING, CtrlId, Tag, record_at
from hwpextract.readers.pages import Laid, resets

_LINE: Final = "<4xi28x"
_LINE_SIZE: Final = 36
_BREAKS: Final = 11
_NEW_SECTION: Final = 1
_NEW_PAGE: Final = 4
_NEW_COLUMN: Final = 8
_BODY: Final = 0
_IN_BODY: Final = 1
_IN_TABLE: Final = 2
_IN_CELL: Final = 3
_CELL_PLACED: Final = 12


def layout(content: bytes, budget: Budget) -> Iterator[Laid]:
    """Layout of the paragraphs of a section, in the order of their locators."""
    paragraph: _Paragraph | None = None
    data, pos = content + PADDING, 0
    while pos < len(content):
        tag, level, start, pos = record_at(data, pos)
        if tag == Tag.PARA_HEADER and level == _BODY:
            budget.spend("max_records")
            if paragraph:
                yield paragraph.laid()
            paragraph = _Paragraph(data[start:pos])
        elif paragraph:
            paragraph.take(tag, level, data[start:pos])
    if paragraph:
        yield paragraph.laid()


class _Paragraph:
    """A paragraph of the body while its records are met."""

    def __init__(self, header: bytes) -> None:
        self._breaks = header[_BREAKS] if len(header) > _BREAKS else 0
        self._columns = 0
        self._places: tuple[int, ...] = ()
        self._in_table = False
        self._row = 0
        self._cell: list[int] = []
        self._rows: dict[int, int] = defaultdict(int)
        self._inside = 0

    def take(self, tag: int, level: int, payload: bytes) -> None:
        """Take a record below the paragraph."""
        if tag == Tag.PARA_LINE_SEG and level == _IN_BODY:
            self._places = _places(payload)
        elif tag == Tag.PARA_LINE_SEG and level == _IN_CELL and self._in_table:
            self._cell += _places(payload)
        elif tag == Tag.LIST_HEADER and level == _IN_TABLE and self._in_table:
            self._end_cell()
            self._row = unpack_from("<H", payload, 10)[0] if len(payload) >= _CELL_PLACED else 0
        elif tag == Tag.CTRL_HEADER and level == _IN_BODY:
            self._end_table()
            kind = int.from_bytes(payload[:4], "little")
            self._in_table = kind == CtrlId.TABLE
            if kind == CtrlId.COLUMNS and len(payload) >= 6:
                self._columns = unpack_from("<H", payload, 4)[0] >> 2 & 0xFF

    def laid(self) -> Laid:
        """Layout of the paragraph, all of whose records have been met."""
        self._end_table()
        return Laid(
            self._places,
            new_page=bool(self._breaks & (_NEW_PAGE | _NEW_SECTION)),
            new_column=bool(self._breaks & _NEW_COLUMN),
            columns=self._columns,
            inside=self._inside,
        )

    def _end_cell(self) -> None:
        self._rows[self._row] = max(self._rows[self._row], resets(self._cell))
        self._cell = []

    def _end_table(self) -> None:
        self._end_cell()
        self._inside += sum(self._rows.values())
        self._rows.clear()
        self._in_table = False


def _places(payload: bytes) -> tuple[int, ...]:
    """Vertical places of lines."""
    return tuple([place for (place,) in iter_unpack(_LINE, payload[: len(payload) // _LINE_SIZE * _LINE_SIZE])])
