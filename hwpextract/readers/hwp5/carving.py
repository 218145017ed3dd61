"""Text of an HWP 5 file whose directory is lost: deflated streams are known by the record that they begin with."""

from __future__ import annotations

import zlib
from typing import Final

from hwpextract.limits import Budget
from hwpextract.readers.hwp5.records import TAG, Tag, begins_with_record

_UNIT: Final = 64
"""Streams begin at multiples of it, small ones too, provided that the mini stream has not been moved."""
_HEADER: Final = 512
_PIECE: Final = 1024
_HEAD: Final = 64
_SIGNATURE: Final = b"HWP Document File"
_FILE_HEADER: Final = 256
_CHECK_EVERY: Final = 1 << 18


class Carving:
    """Streams found in bytes without a directory: DocInfo, and sections in the order in which they stand; as `CompoundFile`."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.repairs: dict[str, None] = {"directory": None}
        self._streams: dict[str, bytes] = {}
        self._cut: set[str] = set()
        header = data.find(_SIGNATURE, _HEADER)
        if header >= 0:
            self._streams["FileHeader"] = data[header : header + _FILE_HEADER]
        at = _HEADER
        while at < len(data):
            at += self._take(data, at, budget)
            if not at % _CHECK_EVERY:
                budget.tick()
        self.entries = len(self._streams)

    def names(self, storage: str) -> list[str]:
        """Names of the streams in a storage."""
        return [path.rpartition("/")[2] for path in self._streams if path.rpartition("/")[0] == storage]

    def size(self, path: str) -> int:
        """Size of a stream; more than there is of one that does not end."""
        return len(self._streams.get(path, b"")) + (path in self._cut)

    def read(self, path: str) -> bytes | None:
        """Bytes of a stream; None when it was not found."""
        return self._streams.get(path)

    def read_in_a_row(self, path: str) -> bytes | None:
        """The same as `read`."""
        return self._streams.get(path)

    def head(self, path: str, size: int) -> bytes:
        """First bytes of a stream; none when it was not found."""
        return self._streams.get(path, b"")[:size]

    def _take(self, data: bytes, at: int, budget: Budget) -> int:
        """Take the stream that begins here, if one does; gives how far to go on."""
        try:
            head = zlib.decompressobj(-15).decompress(data[at : at + _PIECE], _HEAD)
        except zlib.error:
            return _UNIT
        if not begins_with_record(head):
            return _UNIT
        budget.tick()  # many that fail only at their end would take quadratic time
        inflater = zlib.decompressobj(-15)
        try:
            inflater.decompress(memoryview(data)[at:], budget.limits.max_stream)
        except zlib.error:
            return _UNIT
        size = len(data) - at - len(inflater.unused_data) - len(inflater.unconsumed_tail)
        number = sum(path.startswith("BodyText/") for path in self._streams)
        is_docinfo = int.from_bytes(head[:4], "little") & TAG == Tag.DOCUMENT_PROPERTIES
        path = "DocInfo" if is_docinfo else f"BodyText/Section{number}"
        self._streams.setdefault(path, data[at : at + size])
        if not inflater.eof:
            self._cut.add(path)
        return -(-size // _UNIT) * _UNIT
