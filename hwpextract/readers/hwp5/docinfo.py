"""DocInfo: the look-ups that the body asks for, each read when first needed."""

from __future__ import annotations

from functools import cached_property
from struct import unpack_from
from typing import Final, NamedTuple

from hwpextract.readers.hwp5.records import PADDING, Tag, records

_LINK: Final = 0
_STORAGE: Final = 2
_FOLLOW_DOCUMENT: Final = 0
_COMPRESSED: Final = 1


class BinItem(NamedTuple):
    """A picture or object of the document: its stream, None when it is a link to a file outside."""

    path: str | None
    compressed: bool


class DocInfo:
    """Look-ups into one DocInfo stream."""

    def __init__(self, data: bytes, compressed: bool) -> None:
        self._data = data + PADDING
        self._compressed = compressed

    @cached_property
    def bin_items(self) -> list[BinItem]:
        """BIN_DATA records in order; pictures name them by ordinal, from 1."""
        return [self._bin_item(self._data[start:end]) for start, end in self._payloads(Tag.BIN_DATA)]

    def is_compressed(self, path: str) -> bool:
        """Whether the stream of a picture is deflated."""
        return next((item.compressed for item in self.bin_items if item.path == path), self._compressed)

    @cached_property
    def tracks_changes(self) -> bool:
        """Whether tracked changes are recorded."""
        return any(True for _ in self._payloads(Tag.TRACK_CHANGE))

    def _payloads(self, wanted: Tag) -> list[tuple[int, int]]:
        return [(start, end) for tag, _, start, end in records(self._data) if tag == wanted]

    def _bin_item(self, payload: bytes) -> BinItem:
        # Padded, because the record of a storage may end behind its number.
        attributes, number, length = unpack_from("<HHH", payload + PADDING)
        kind, packing = attributes & 0xF, attributes >> 4 & 3
        compressed = self._compressed if packing == _FOLLOW_DOCUMENT else packing == _COMPRESSED
        if kind == _LINK:
            return BinItem(None, compressed)
        extension = payload[6 : 6 + 2 * length].decode("utf-16-le", "replace") if kind != _STORAGE else "OLE"
        # Streams are numbered in hexadecimal, which the specification does not say.
        return BinItem(f"BinData/BIN{number:04X}.{extension}", compressed)
