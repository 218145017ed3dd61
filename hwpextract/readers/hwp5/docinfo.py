"""DocInfo: the look-ups that the body asks for, each entry read when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from struct import Struct, unpack_from
from typing import Final, NamedTuple

from hwpextract.limits import Budget
from hwpextract.readers.heads import DEEPEST_LEVEL, Bullet, Heading, HeadKind, Level
from hwpextract.readers.hwp5.records import CHECK_BLOCK, PADDING, Tag, places, record_at, u32
from hwpextract.readers.hwp5.text import counted, decode
from hwpextract.readers.hwp5.unseen import Grounds

_WANTED: Final = (
    Tag.DOCUMENT_PROPERTIES,
    Tag.BIN_DATA,
    Tag.BORDER_FILL,
    Tag.CHAR_SHAPE,
    Tag.NUMBERING,
    Tag.BULLET,
    Tag.PARA_SHAPE,
    Tag.STYLE,
    Tag.TRACK_CHANGE,
)

# PARA_SHAPE: kind of the paragraph's head in bits 23-24 of its attributes, level in bits 25-27, then at 30 the id of its numbering or
# bullet. Three bits hold no more than seven levels; records of 58 bytes name the level once more in their last word.
_DEFINITION: Final = 30
_LEVEL: Final = 54
_WITH_LEVEL: Final = 58

# NUMBERING: seven levels (12 bytes, of which bits 5-8 are the number's format, which the specification leaves out; format text), the
# start of the whole u16, seven starts u32, which old ones lack. Since 5.1 three more levels and their starts.
_LEVELS: Final = (7, 3)
_FORMAT: Final = 12

# BULLET: 12 bytes as above, of which bit 5 makes a check box, the sign, id of a picture i32, five bytes on it, the sign when checked.
_CHECKABLE: Final = 1 << 5
_bullet: Final = Struct("<I8x2si5x2s").unpack
_BULLET: Final = 25

# BIN_DATA: kind in bits 0-3 of its attributes, compression in bits 4-5.
_LINK: Final = 0
_STORAGE: Final = 2
_FOLLOW_DOCUMENT: Final = 0
_COMPRESSED: Final = 1


class BinItem(NamedTuple):
    """A picture or object of the document: its stream, None when it is a link to a file outside."""

    path: str | None
    compressed: bool


class Headings(dict[int, Heading | None]):
    """What paragraph shapes say of the head, by id; None for shapes without one."""

    def __init__(self, data: bytes, shapes: list[int]) -> None:
        super().__init__()
        self._data = data
        self._shapes = shapes

    def __missing__(self, shape: int) -> Heading | None:
        """Read the record of a shape that is asked for the first time."""
        heading = self[shape] = self._read(self._shapes[shape]) if shape < len(self._shapes) else None
        return heading

    def _read(self, place: int) -> Heading | None:
        _, _, start, end = record_at(self._data, place)
        (attributes,) = u32(self._data, start)
        kind = attributes >> 23 & 3
        if not kind:
            return None
        level: int = attributes >> 25 & 7
        if end - start >= _WITH_LEVEL:
            (level,) = u32(self._data, start + _LEVEL)
        definition = int.from_bytes(self._data[start:end][_DEFINITION : _DEFINITION + 2], "little")
        return Heading(HeadKind(kind), definition, min(level, DEEPEST_LEVEL - 1))


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
        self.headings = Headings(self._data, self._places[Tag.PARA_SHAPE])
        self.style_names = StyleNames(self._data, self._places[Tag.STYLE])
        self.tracks_changes = bool(self._places[Tag.TRACK_CHANGE])

    @cached_property
    def grounds(self) -> Grounds:
        """White letters, and what is behind letters."""
        return Grounds(self._data, *(self._places[tag] for tag in (Tag.CHAR_SHAPE, Tag.PARA_SHAPE, Tag.BORDER_FILL)))

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

    @cached_property
    def numberings(self) -> dict[int, list[Level]]:
        """Levels of the numberings by id, from 1."""
        return {number: _levels(payload) for number, payload in enumerate(self._payloads(Tag.NUMBERING), start=1)}

    @cached_property
    def bullets(self) -> dict[int, Bullet]:
        """Bullets by id, from 1."""
        return {number: _read_bullet(payload) for number, payload in enumerate(self._payloads(Tag.BULLET), start=1)}

    def is_compressed(self, path: str) -> bool:
        """Whether the stream of a picture is deflated."""
        return next((item.compressed for item in self.bin_items if item.path == path), self._compressed)

    def _payloads(self, tag: Tag) -> Iterator[bytes]:
        for place in self._places[tag]:
            _, _, start, end = record_at(self._data, place)
            yield self._data[start:end]

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


def _levels(payload: bytes) -> list[Level]:
    """Levels of a numbering, as many as the record holds."""
    levels: list[Level] = []
    pos = 0
    for count in _LEVELS:
        formats, pos = _formats(payload, pos, count)
        whole = 0
        if not levels:
            whole, pos = int.from_bytes(payload[pos : pos + 2], "little"), pos + 2
        starts = _starts(payload, pos, count) or [whole] + [0] * (count - 1)
        levels += [Level(text, code, start) for (text, code), start in zip(formats, starts, strict=False)]
        pos += 4 * count
    return levels


def _formats(payload: bytes, pos: int, count: int) -> tuple[list[tuple[str, int]], int]:
    """Format text and number format of up to `count` levels, and the position behind them."""
    formats: list[tuple[str, int]] = []
    while len(formats) < count and pos + _FORMAT < len(payload):
        attributes = int.from_bytes(payload[pos : pos + 4], "little")
        text, pos = counted(payload, pos + _FORMAT)
        formats.append((text, attributes >> 5 & 0xF))
    return formats, pos


def _starts(payload: bytes, pos: int, count: int) -> list[int]:
    """Starts of so many levels; none where they are left out."""
    end = pos + 4 * count
    return list(unpack_from(f"<{count}I", payload, pos)) if end <= len(payload) else []


def _read_bullet(payload: bytes) -> Bullet:
    attributes, sign, picture, checked = _bullet(payload[:_BULLET].ljust(_BULLET, b"\0"))
    checkable = bool(attributes & _CHECKABLE)
    return Bullet.of(_sign(sign), _sign(checked), image=picture != 0, checkable=checkable)


def _sign(raw: bytes) -> str:
    return decode(raw).strip("\0")
