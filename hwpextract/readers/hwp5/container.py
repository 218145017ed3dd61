"""The compound file of an HWP 5 document: its header and streams."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntFlag
from struct import unpack_from
from typing import Final

import olefile

from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget
from hwpextract.readers.hwp5.records import Tag

_SIGNATURE: Final = b"HWP Document File"
_ENCRYPTED: Final = ("DocInfo", "BodyText", "BinData", "Scripts")
_SECTION: Final = re.compile(r"section(\d{1,9})", re.IGNORECASE)
_HEAD_SIZE: Final = 512
CHECK_BLOCK: Final = 256
"""Bytes of a password, ahead of the document properties in their record."""
# Usual sizes of the first record of a stream.
_SIZES: Final = frozenset((*range(12, 65), *range(CHECK_BLOCK + 12, CHECK_BLOCK + 65)))

# What olefile and the structures below raise on damaged directories and sector chains. Its walk over the directory is recursive.
_DAMAGE: Final = (
    OSError, struct.error, IndexError, TypeError, ValueError, AttributeError, RecursionError, OverflowError, MemoryError,
)  # fmt: skip


class Flag(IntFlag):
    """Properties in FileHeader (spec 5.0, table 3)."""

    COMPRESSED = 1 << 0
    PASSWORD = 1 << 1
    DISTRIBUTION = 1 << 2
    DRM = 1 << 4
    CERTIFICATE = 1 << 8
    CERTIFICATE_DRM = 1 << 10
    CCL = 1 << 11
    TRACKED_CHANGES = 1 << 14
    KOGL = 1 << 15


@dataclass(frozen=True, slots=True)
class FileHeader:
    """Version and properties of the document."""

    version: tuple[int, int, int, int]
    flags: int
    encryption: int = 0

    @classmethod
    def parse(cls, raw: bytes) -> FileHeader | None:
        """Read the FileHeader stream; None when it is not one."""
        if len(raw) < 40 or not raw.startswith(_SIGNATURE):
            return None
        revision, build, minor, major, flags = unpack_from("<4BI", raw, 32)
        return cls((major, minor, build, revision), flags, int.from_bytes(raw[44:48], "little"))


class Container:
    """Streams of one compound file, read within the budget; `decrypt` is what its password does to those that are encrypted."""

    decrypt: Callable[[bytes], bytes] | None = None

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._data = data
        self._budget = budget
        try:
            self._ole = olefile.OleFileIO(io.BytesIO(data))
        except _DAMAGE as error:
            raise CorruptDocumentError(
                f"the compound file cannot be opened: {error}",
                hint="Download the file again; if it stays broken, ask the publisher for another copy.",
            ) from error
        budget.spend("max_entries", sum(entry is not None for entry in self._ole.direntries))
        self.header = FileHeader.parse(self.read("FileHeader") or b"")

    @property
    def flags(self) -> int:
        """Properties of the document; without a header, those of nearly all documents."""
        return self.header.flags if self.header else Flag.COMPRESSED

    @property
    def encryption(self) -> int:
        """The way in which a password encrypts the document (EncryptVersion); set in documents without one, too."""
        return self.header.encryption if self.header else 0

    @property
    def version(self) -> str | None:
        """Version of the format, as in '5.1.0.1'."""
        return ".".join(map(str, self.header.version)) if self.header else None

    @property
    def licence(self) -> str | None:
        """Licence that the author has marked."""
        return next((flag.name for flag in (Flag.KOGL, Flag.CCL) if self.flags & flag), None)

    def names(self, storage: str) -> list[str]:
        """Names of the streams in a storage."""
        entry = self._ole.root.kids_dict.get(storage.lower())
        return [kid.name for kid in entry.kids] if entry else []

    @property
    def is_distribution(self) -> bool:
        """Whether the body stands in ViewText, and BodyText holds but a notice."""
        return bool(self.flags & Flag.DISTRIBUTION) or (self.header is None and bool(self.names("ViewText")))

    def sections(self) -> dict[int, str]:
        """Paths of the sections of the body, by their number, in its order."""
        storage = "ViewText" if self.is_distribution else "BodyText"
        found = [(int(match[1]), name) for name in self.names(storage) if (match := _SECTION.fullmatch(name))]
        return {number: f"{storage}/{name}" for number, name in sorted(found)}

    def read(self, path: str) -> bytes | None:
        """Bytes of a stream, decrypted and not yet inflated; None when it is missing or its chain of sectors is broken."""
        stored = self.stored(path)
        return self._decrypted(path, stored) if stored else stored

    def stored(self, path: str) -> bytes | None:
        """Bytes of a stream as stored; None as for `read`."""
        try:
            with self._ole.openstream(path) as stream:
                return bytes(stream.read())
        except _DAMAGE:
            return None

    def _decrypted(self, path: str, stored: bytes) -> bytes:
        return self.decrypt(stored) if self.decrypt and path.startswith(_ENCRYPTED) else stored

    def is_whole(self, path: str, raw: bytes) -> bool:
        """Whether what was read of a stream is as long as the directory says; a file cut off gives less."""
        return bool(self._ole.get_size(path) == len(raw))

    def inflate(self, raw: bytes) -> bytes:
        """Records of a stream, deflated or not: how it begins decides, and the flag of the document where that is damaged.

        Raises:
            zlib.error: the stream should be deflated and is not.
        """
        if begins_with_record(raw):
            return raw
        if self.flags & Flag.COMPRESSED:
            return self._budget.inflate(raw)
        found = self._budget.salvage(raw)
        return found if begins_with_record(found) else raw

    def content(self, path: str, compressed: bool) -> bytes | None:
        """Bytes of a picture or object; None when it is missing."""
        raw = self.read(path)
        try:
            return self._budget.inflate(raw) if raw and compressed else raw
        except zlib.error:
            return raw

    def head(self, path: str, compressed: bool) -> bytes:
        """First bytes of a picture, without reading all of it."""
        raw = self._decrypted(path, self._first_sector(path))
        if not compressed:
            return raw
        try:
            return zlib.decompressobj(-15).decompress(raw, _HEAD_SIZE)
        except zlib.error:
            return raw

    def _first_sector(self, path: str) -> bytes:
        entry = self._ole.root
        for name in path.split("/"):
            entry = entry.kids_dict.get(name.lower())
            if entry is None:
                return b""
        if entry.is_minifat:
            return self.stored(path) or b""
        offset = (entry.isectStart + 1) * self._ole.sectorsize
        return self._data[offset : offset + min(_HEAD_SIZE, entry.size)]


def begins_with_record(raw: bytes) -> bool:
    """Tell whether a stream begins with the first record of DocInfo or of a section, in its usual size."""
    head = int.from_bytes(raw[:4], "little")
    return head & 0xFFFFF in (Tag.DOCUMENT_PROPERTIES, Tag.PARA_HEADER) and head >> 20 in _SIZES
