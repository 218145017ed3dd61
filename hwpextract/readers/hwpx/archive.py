"""Zip archives read from memory: by their directory, and by the headers of their entries where the directory is damaged."""

from __future__ import annotations

import zlib
from functools import cached_property
from struct import Struct
from typing import Final, NamedTuple, TypeAlias

from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget
from hwpextract.patterns import pattern

# Local file header: flags, method, CRC-32, packed size, lengths of name and extra field; 30 bytes, then these two.
_local: Final = Struct("<4x2xHH4xIIxxxxHH").unpack_from
_LOCAL_SIZE: Final = 30
_SIGNATURE: Final = b"PK\x03\x04"
# End of the directory: number of records, its size and place; 22 bytes and a comment.
_end: Final = Struct("<10xHII").unpack_from
_END_SIGNATURE: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
# Record of the directory: version, flags, method, CRC-32, packed size, size, lengths of name, extra field and comment, place of the
# local header; 46 bytes, then these three.
_record: Final = Struct("<6xHHH4xIIIHHH8xI").unpack_from
_RECORD_SIGNATURE: Final = b"PK\x01\x02"
_RECORD_SIZE: Final = 46
_HIGHEST_VERSION: Final = 63
_LARGER: Final = 0xFFFFFFFF
"""Size or place that stands elsewhere."""
_STORED: Final = 0
_DEFLATED: Final = 8
_NEXT: Final = pattern(rb"PK(?:\x03\x04|\x01\x02|\x07\x08)")
_LOCKED: Final = 1
_UTF8: Final = 1 << 11
_NOWHERE: Final = (-1, 0, 0, 0, 0, 0)
_SIZES_BEHIND: Final = 1 << 3


class Entry(NamedTuple):
    """Where an entry begins, how it is packed, and size and check sum of its content; None where that is not known."""

    start: int
    packed: int
    size: int
    method: int
    locked: bool
    crc: int | None


Record: TypeAlias = tuple[int, int, int, int, int, int]
"""What the directory says of an entry: place of its header, packed size, size, method, flags, check sum."""


class Archive:
    """The entries of a zip archive by name; `repaired` says that the directory could not be used.

    Raises:
        zipfile.BadZipFile: there are no entries.
        LimitExceededError: there are more than max_entries.
    """

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._data = data
        self._budget = budget
        self._check_size()
        directory = plain_directory(data) or any_directory(data)
        self.repaired = directory is None
        self._directory = directory or {}
        budget.spend("max_entries", len(self._directory))
        self.names = list(self._directory or self._scanned)
        if not self.names:
            from zipfile import BadZipFile

            raise BadZipFile("no entries")

    def _check_size(self) -> None:
        """Raise `LimitExceededError` before a directory of far too many entries takes memory."""
        end = self._data.rfind(_END_SIGNATURE, -_END_SIZE - 0xFFFF)
        if end >= 0 and end + _END_SIZE <= len(self._data):
            _, size, _ = _end(self._data, end)
            most = self._budget.limits.max_entries
            if size // _RECORD_SIZE > most and (entries := self._data.count(_RECORD_SIGNATURE)) > most:
                self._budget.spend("max_entries", entries)

    def read(self, name: str) -> bytes:
        """Content of an entry.

        Raises:
            CorruptDocumentError: it is damaged, or packed in a way that is not used for documents.
            LimitExceededError: a budget would be passed.
        """
        entry = self._entry(name)
        packed = self._data[entry.start : entry.start + entry.packed]
        try:
            content = self._budget.inflate(packed, size=entry.size) if entry.method == _DEFLATED else packed
        except zlib.error as error:
            raise CorruptDocumentError(f"the part {name} is damaged: {error}") from error
        if entry.crc is not None and zlib.crc32(content) != entry.crc:
            raise CorruptDocumentError(f"the part {name} is damaged: its check sum is wrong")
        return content

    def salvage(self, name: str) -> bytes:
        """Content of a damaged entry up to the damage, give or take a few bytes; none when it cannot be read at all."""
        try:
            entry = self._entry(name)
        except CorruptDocumentError:
            return b""
        packed = self._data[entry.start : entry.start + entry.packed]
        return self._budget.salvage(packed) if entry.method == _DEFLATED else packed

    def head(self, name: str, size: int) -> bytes:
        """First bytes of an entry, none when they cannot be had."""
        try:
            entry = self._entry(name)
            packed = self._data[entry.start : entry.start + min(entry.packed, size)]
            return zlib.decompressobj(-15).decompress(packed, size) if entry.method == _DEFLATED else packed
        except (CorruptDocumentError, zlib.error):
            return b""

    def is_locked(self, name: str) -> bool:
        """Whether an entry is encrypted by the archive itself."""
        if name not in self._directory:
            return self._scanned[name].locked
        _, _, _, _, flags, _ = self._directory[name]
        return bool(flags & _LOCKED)

    def _entry(self, name: str) -> Entry:
        place, packed, size, method, _, crc = self._directory.get(name, _NOWHERE)
        if 0 <= place <= len(self._data) - _LOCAL_SIZE and self._data.startswith(_SIGNATURE, place):
            *_, name_size, extra_size = _local(self._data, place)
            start = place + _LOCAL_SIZE + name_size + extra_size
            entry: Entry | None = Entry(start, packed, size, method, False, crc)
        else:
            entry = self._scanned.get(name)
        if entry is None or entry.method not in (_STORED, _DEFLATED):
            raise CorruptDocumentError(f"the part {name} cannot be unpacked")
        return entry

    @cached_property
    def _scanned(self) -> dict[str, Entry]:
        """Entries by their own headers, wherever those stand."""
        found: dict[str, Entry] = {}
        at = self._data.find(_SIGNATURE)
        while 0 <= at <= len(self._data) - _LOCAL_SIZE:
            self._budget.spend("max_entries")
            flags, method, crc, packed, name_size, extra_size = _local(self._data, at)
            start = at + _LOCAL_SIZE + name_size + extra_size
            name = self._data[at + _LOCAL_SIZE : at + _LOCAL_SIZE + name_size]
            if flags & _SIZES_BEHIND:
                following = _NEXT.search(self._data, start)
                packed = (following.start() if following else len(self._data)) - start
            known = None if flags & _SIZES_BEHIND else crc
            found[name.decode("utf-8" if flags & _UTF8 else "cp437", "replace")] = Entry(
                start, packed, 0, method, bool(flags & _LOCKED), known
            )
            at = self._data.find(_SIGNATURE, at + 4)
        return found


def plain_directory(data: bytes) -> dict[str, Record] | None:
    """The directory of an archive as nearly all are: at the end, without comment, extra fields, and names beyond ASCII; else None.

    Loading `zipfile` takes longer than reading a document, and what it does then takes three times as long as this.
    """
    end = len(data) - _END_SIZE
    if end < 0 or not data.startswith(_END_SIGNATURE, end):
        return None
    number, size, place = _end(data, end)
    if place + size != end or not data.endswith(b"\0\0"):
        return None
    found: dict[str, Record] = {}
    for _ in range(number):
        if not data.startswith(_RECORD_SIGNATURE, place) or place + _RECORD_SIZE > end:
            return None
        version, flags, method, crc, packed, size, name_size, extra_size, comment_size, header = _record(data, place)
        name = data[place + _RECORD_SIZE : place + _RECORD_SIZE + name_size]
        if version > _HIGHEST_VERSION or extra_size or _LARGER in (packed, size, header) or not _is_plain(name):
            return None
        found[name.decode()] = header, packed, size, method, flags, crc
        place += _RECORD_SIZE + name_size + comment_size
    return found if place == end else None


def _is_plain(name: bytes) -> bool:
    return name.isascii() and b"\0" not in name


def any_directory(data: bytes) -> dict[str, Record] | None:
    """The directory of an archive; None when it cannot be used."""
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            return {
                info.filename: (
                    info.header_offset,
                    info.compress_size,
                    info.file_size,
                    info.compress_type,
                    info.flag_bits,
                    info.CRC,
                )
                for info in archive.infolist()
            }
    except (BadZipFile, ValueError, NotImplementedError):
        return None
