"""The compound file of an HWP 5 document: its header and streams."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from enum import IntEnum
from struct import unpack_from
from typing import TYPE_CHECKING, Final, NamedTuple

from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget
from hwpextract.patterns import pattern
from hwpextract.readers.compound import CompoundFile
from hwpextract.readers.hwp5.records import begins_with_record

if TYPE_CHECKING:
    from hwpextract.readers.hwp5.carving import Carving

_SIGNATURE: Final = b"HWP Document File"
_ENCRYPTED: Final = ("DocInfo", "BodyText", "BinData", "Scripts")
_SECTION: Final = pattern(r"section(\d{1,9})", re.IGNORECASE)
_HEAD_SIZE: Final = 512


class Flag(IntEnum):
    """Properties in FileHeader (spec 5.0, table 3); numbers, since operations on `IntFlag` take their time."""

    COMPRESSED = 1 << 0
    PASSWORD = 1 << 1
    DISTRIBUTION = 1 << 2
    DRM = 1 << 4
    CERTIFICATE = 1 << 8
    CERTIFICATE_DRM = 1 << 10
    CCL = 1 << 11
    TRACKED_CHANGES = 1 << 14
    KOGL = 1 << 15


class FileHeader(NamedTuple):
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
        self._budget = budget
        self._streams = _opened(data, budget)
        budget.spend("max_entries", self._streams.entries)
        self.header = FileHeader.parse(self.read("FileHeader") or b"")

    @property
    def repairs(self) -> list[str]:
        """What of the file is damaged and could be done without."""
        return [*self._streams.repairs, *([] if self.header else ["FileHeader"])]

    def repair(self, part: str) -> None:
        """Note that a part of the file is damaged and could be done without."""
        self._streams.repairs[part] = None

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
        return self._streams.names(storage)

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
        self._budget.tick()  # many streams can share the sectors of one large one
        return self._streams.read(path)

    def read_in_a_row(self, path: str) -> bytes | None:
        """Bytes of a stream whose chain of sectors leads elsewhere, taken one behind the other; None as for `read`."""
        stored = self._streams.read_in_a_row(path)
        return self._decrypted(path, stored) if stored else None

    def _decrypted(self, path: str, stored: bytes) -> bytes:
        return self.decrypt(stored) if self.decrypt and path.startswith(_ENCRYPTED) else stored

    def is_whole(self, path: str, raw: bytes) -> bool:
        """Whether what was read of a stream is as long as the directory says; a file cut off gives less."""
        return self._streams.size(path) == len(raw)

    def inflate(self, raw: bytes) -> bytes:
        """Records of a stream, deflated or not: how it begins decides, and the flag of the document where that is damaged.

        Raises:
            zlib.error: the stream should be deflated and is not.
        """
        if begins_with_record(raw):
            return raw
        if self.flags & Flag.COMPRESSED:
            return self._budget.inflate(raw, size=int.from_bytes(raw[-4:], "little"))
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
        raw = self._decrypted(path, self._streams.head(path, _HEAD_SIZE))
        if not compressed:
            return raw
        try:
            return zlib.decompressobj(-15).decompress(raw, _HEAD_SIZE)
        except zlib.error:
            return raw


def _opened(data: bytes, budget: Budget) -> CompoundFile | Carving:
    """The streams of a file; where its directory knows of no body, those that can be told by their content.

    Raises:
        CorruptDocumentError: there are none of either kind.
    """
    error: CorruptDocumentError | None = None
    try:
        whole = CompoundFile(data)
        if whole.names("BodyText") or whole.names("ViewText"):
            return whole
    except CorruptDocumentError as caught:
        error = caught
    from hwpextract.readers.hwp5.carving import Carving

    carved = Carving(data, budget)
    if carved.names("BodyText"):
        return carved
    if error:
        raise error
    return whole
