"""Text that nobody sees: white letters on white. What counts as such is what `readers/hwpx/unseen.py` says.

Paragraphs are looked at only where the document has shapes of white letters, so reading the others costs nothing more.
"""

from __future__ import annotations

import re
from functools import cached_property
from struct import Struct, unpack_from
from typing import Final

from hwpextract.node import Locator
from hwpextract.patterns import pattern
from hwpextract.readers.hwp5.records import record_at
from hwpextract.readers.hwp5.text import without

_WHITE: Final = 0xFFFFFF
_NONE: Final = 0xFFFFFFFF
_PICTURE: Final = -1
_OPEN: Final = (_WHITE, _NONE)
_WHITE_BYTES: Final = _WHITE.to_bytes(4, "little")
# CHAR_SHAPE: colour, counted from the head of the record; shade u32, border fill.
_COLOUR: Final = 56
_SHADE: Final = 60
_CHARACTER_BORDER: Final = 68
# PARA_SHAPE: border fill. BORDER_FILL: kind of the fill, of which bit 0 is a single colour, and that. Both count border fills from 1.
_PARAGRAPH_BORDER: Final = 32
_pairs: Final = Struct("<II").iter_unpack
_fill: Final = Struct("<32xII").unpack_from
_FILL: Final = 40
_SINGLE: Final = 1
# LIST_HEADER of a cell: border fill. TABLE: rows, then at 18 a word for each, border fill, number of zones.
_CELL_BORDER: Final = 32
_TABLE_ROWS: Final = 4
_TABLE_BORDER: Final = 18
# PAGE_BORDER_FILL: border fill. CTRL_HEADER of shapes and tables: attributes, which say how text runs around the object.
_PAGE_BORDER: Final = pattern(rb"\xe0\0(?<=\x4b.\xe0\0).{12}(..)", re.DOTALL)
_OBJECT: Final = pattern(rb" (?:osg|lbt)(?<=\x47... ...)(.{4})", re.DOTALL)
_WRAP: Final = 21
_WRAPS: Final = 7
_BEHIND_TEXT: Final = 2


def _word(data: bytes, at: int) -> int:
    """A u16; 0 where a record is cut short."""
    return int.from_bytes(data[at : at + 2], "little")


class Grounds:
    """What CHAR_SHAPE, PARA_SHAPE and BORDER_FILL records, given by their places, say of white letters and what is behind letters."""

    def __init__(self, data: bytes, characters: list[int], paragraphs: list[int], borders: list[int]) -> None:
        self._data = data
        self._paragraphs = paragraphs
        self._borders = borders
        self.white = self._white(characters)
        """Numbers of the shapes of white letters without a shade."""

    def fill(self, border: int) -> int:
        """Colour of a border fill by its number from 1: 0xFFFFFFFF for none, -1 for what is no single colour."""
        if not 0 < border <= len(self._borders):
            return _NONE
        kind, colour = _fill(self._payload(self._borders[border - 1]).ljust(_FILL, b"\0"))
        return (colour if kind == _SINGLE else _PICTURE) if kind else _NONE

    def behind_paragraph(self, shape: int) -> int:
        """Colour behind the paragraphs of a shape."""
        if shape >= len(self._paragraphs):
            return _NONE
        return self.fill(_word(self._payload(self._paragraphs[shape]), _PARAGRAPH_BORDER))

    def _white(self, characters: list[int]) -> frozenset[int]:
        data = self._data
        found = [number for number, place in enumerate(characters) if data.startswith(_WHITE_BYTES, place + _COLOUR)]
        return frozenset(number for number in found if self._is_unshaded(self._payload(characters[number])))

    def _is_unshaded(self, shape: bytes) -> bool:
        if len(shape) < _COLOUR:  # cut short: what stands there is of the next record
            return False
        (shade,) = unpack_from("<I", shape.ljust(_SHADE + 4, b"\xff"), _SHADE)
        return shade in _OPEN and self.fill(_word(shape, _CHARACTER_BORDER)) in _OPEN

    def _payload(self, place: int) -> bytes:
        _, _, start, end = record_at(self._data, place)
        return self._data[start:end]


class Unseen:
    """Where the white letters of a section are, and what is known of the grounds of its cells."""

    def __init__(self, data: bytes, grounds: Grounds) -> None:
        self._data = data
        self._grounds = grounds
        self.shapes = frozenset(shape & 0xFF for shape in grounds.white)
        """Lowest bytes of the numbers of shapes of white letters: paragraphs that have none of them need not be looked at."""
        self.has_master_pages = False
        """Whether there is something on the master pages of the section, as far as it has been read."""
        self.cells: dict[Locator, int] = {}
        self.tables: dict[Locator, int] = {}
        """Where the LIST_HEADER of each cell and each TABLE stand, in documents with such letters."""

    def part(self, raw: bytes, shapes: bytes, shape: int, around: Locator) -> tuple[bytes, str]:
        """A PARA_TEXT payload without the text that nobody sees, and that text; `shapes` is that of PARA_CHAR_SHAPE."""
        pairs = list(_pairs(shapes[: len(shapes) // 8 * 8]))
        stops = [place for place, _ in pairs[1:]] + [len(raw) // 2]
        ranges = [
            (place, stop) for (place, kind), stop in zip(pairs, stops, strict=False) if kind in self._grounds.white
        ]
        if not ranges or not self._is_white(self._grounds.behind_paragraph(shape), around):
            return raw, ""
        kept, text = without(raw, ranges)
        return (kept, text) if text.strip() else (raw, "")

    def _is_white(self, fill: int, around: Locator) -> bool:
        """Whether the innermost ground that has a colour is white, the page if none has."""
        while fill == _NONE and "/" in around:
            around, _, last = around.rpartition("/")
            if last[0] == "r":
                fill = self._behind_cell(self.cells[f"{around}/{last}"])
                fill = self._behind_table(self.tables[around]) if fill == _NONE else fill
                around = around.rpartition("/")[0]
            elif last[0] == "b":
                return False
        return fill in _OPEN and not self.has_master_pages and self._has_plain_pages

    def _behind_cell(self, start: int) -> int:
        return self._grounds.fill(_word(self._data, start + _CELL_BORDER))

    def _behind_table(self, start: int) -> int:
        """Colour behind a table; zones of it may have others."""
        border = start + _TABLE_BORDER + 2 * _word(self._data, start + _TABLE_ROWS)
        zones = _word(self._data, border + 2)
        return _PICTURE if zones else self._grounds.fill(_word(self._data, border))

    @cached_property
    def _has_plain_pages(self) -> bool:
        """Whether nothing lies behind the text of the section: no fill of its pages, no objects."""
        borders = (int.from_bytes(border, "little") for border in _PAGE_BORDER.findall(self._data))
        objects = _OBJECT.findall(self._data)
        wraps = (int.from_bytes(attributes, "little") >> _WRAP & _WRAPS for attributes in objects)
        return _BEHIND_TEXT not in wraps and all(self._grounds.fill(border) == _NONE for border in borders)
