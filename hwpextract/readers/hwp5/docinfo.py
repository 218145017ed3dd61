"""DocInfo: the look-ups that the body asks for, each entry read when first asked for."""

from __future__ import annotations

from functools import cached_property
from struct import unpack_from
from typing import Final, NamedTuple

from hwpextract.limits import Budget
from hwpextract.readers.hwp5.container import CHECK_BLOCK
from hwpextract.readers.hwp5.records import PADDING, Tag, places, record_at, u32
from hwpextract.readers.hwp5.text import counted

_WANTED: Final = (Tag.DOCUMENT_PROPERTIES, Tag.BIN_DATA, Tag.PARA_SHAPE, Tag.STYLE, Tag.TRACK_CHANGE)

# PARA_SHAPE: kind of the paragraph's head in bits 23-24 of its attributes, level in bits 25-27. Three bits hold no more than seven
# levels; records of 58 bytes name the level once more in their last word.
_OUTLINE: Final = 1
_LEVEL: Final = 54
_WITH_LEVEL: Final = 58
_DEEPEST: Final = 9

# BIN_DATA: kind in bits 0-3 of its attributes, compression in bits 4-5.
_LINK: Final = 0
_STORAGE: Final = 2
_FOLLOW_DOCUMENT: Final = 0
_COMPRESSED: Final = 1


class BinItem(NamedTuple):
    """A picture or object of the document: its stream, None when it is a link to a file outside."""

    path: str | None
    compressed: bool


class OutlineLevels(dict[int, int | None]):
    """Outline level, from 1, by id of the paragraph shape; None for shapes that are not of an outline."""

    def __init__(self, data: bytes, shapes: list[int]) -> None:
        super().__init__()
        self._data = data
        self._shapes = shapes

    def __missing__(self, shape: int) -> int | None:
        """Read the record of a shape that is asked for the first time."""
        level = self[shape] = self._read(self._shapes[shape]) if shape < len(self._shapes) else None
        return level

    def _read(self, place: int) -> int | None:
        _, _, start, end = record_at(self._data, place)
        (attributes,) = u32(self._data, start)
        if attributes >> 23 & 3 != _OUTLINE:
            return None
        level: int = attributes >> 25 & 7
        if end - start >= _WITH_LEVEL:
            (level,) = u32(self._data, start + _LEVEL)
        return 1 + min(level, _DEEPEST)


class StyleNames(dict[int, str | None]):
    """Name of a style by its id; None for ids that no style has."""

    def __init__(self, data: bytes, styles: list[int]) -> None:
        super().__init__()
        self._data = data
        self._styles = styles

    def __missing__(self, style: int) -> str | None:
        """Read the record of a style that is asked for the first time."""
        name = self[style] = self._read(self._styles[style]) if style < len(self._styles) else None
        return name

    def _read(self, place: int) -> str | None:
        _, _, start, end = record_at(self._data, place)
        return counted(self._data[start:end], 0)[0] or None


class DocInfo:
    """Look-ups into one DocInfo stream."""

    def __init__(self, data: bytes, compressed: bool, budget: Budget) -> None:
        self._data = data + PADDING
        self._compressed = compressed
        self._places = places(self._data, _WANTED, budget)
        self.outline_levels = OutlineLevels(self._data, self._places[Tag.PARA_SHAPE])
        self.style_names = StyleNames(self._data, self._places[Tag.STYLE])
        self.tracks_changes = bool(self._places[Tag.TRACK_CHANGE])

    @property
    def sections(self) -> int:
        """How many sections the document says it has; 0 when it does not."""
        properties = self._places[Tag.DOCUMENT_PROPERTIES]
        if not properties:
            return 0
        _, _, start, end = record_at(self._data, properties[0])
        return int(unpack_from("<H", self._data, start + CHECK_BLOCK if end - start > CHECK_BLOCK else start)[0])

    @cached_property
    def bin_items(self) -> list[BinItem]:
        """BIN_DATA records in order; pictures name them by ordinal, from 1."""
        return [self._bin_item(place) for place in self._places[Tag.BIN_DATA]]

    def is_compressed(self, path: str) -> bool:
        """Whether the stream of a picture is deflated."""
        return next((item.compressed for item in self.bin_items if item.path == path), self._compressed)

    def _bin_item(self, place: int) -> BinItem:
        _, _, start, end = record_at(self._data, place)
        attributes, number = unpack_from("<HH", self._data, start)
        kind, packing = attributes & 0xF, attributes >> 4 & 3
        compressed = self._compressed if packing == _FOLLOW_DOCUMENT else packing == _COMPRESSED
        if kind == _LINK:
            return BinItem(None, compressed)
        extension = counted(self._data[start:end], 4)[0] if kind != _STORAGE else "OLE"
        # Streams are numbered in hexadecimal, which the specification does not say.
        return BinItem(f"BinData/BIN{number:04X}.{extension}", compressed)
