"""Zip archives read from memory: by their directory, and by the headers of their entries where the directory is damaged."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cached_property
from struct import Struct
from typing import Final, NamedTuple

from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget
from hwpextract.patterns import pattern

# Local file header: flags, method, CRC-32, packed size, lengths of name and extra field; 30 bytes, then these two.
_local: Final = Struct("<4x2xHH4xIIxxxxHH").unpack_from
_LOCAL_SIZE: Final = 30
_SIGNATURE: Final = b"PK\x03\x04"
# End of the directory: its size at 12; 22 bytes and a comment. Records of the directory have 46 bytes at least.
_directory_size: Final = Struct("<12xI").unpack_from
_END_SIGNATURE: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_RECORD_SIGNATURE: Final = b"PK\x01\x02"
_RECORD_SIZE: Final = 46
_NEXT: Final = pattern(rb"PK(?:\x03\x04|\x01\x02|\x07\x08)")
_LOCKED: Final = 1
_UTF8: Final = 1 << 11
_SIZES_BEHIND: Final = 1 << 3


class Entry(NamedTuple):
    """Where an entry begins, how it is packed, and size and check sum of its content; None where that is not known."""

    start: int
    packed: int
    size: int
    method: int
    locked: bool
    crc: int | None


class Archive:
    """The entries of a zip archive by name; `repaired` says that the directory could not be used.

    Raises:
        zipfile.BadZipFile: there are no entries.
        LimitExceededError: there are more than max_entries.
    """

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._data = data
        self._budget = budget
        self.repaired = False
        self._check_size()
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._directory = {info.filename: info for info in archive.infolist()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            self._directory = {}
            self.repaired = True
        budget.spend("max_entries", len(self._directory))
        self.names = list(self._directory or self._scanned)
        if not self.names:
            raise zipfile.BadZipFile("no entries")

    def _check_size(self) -> None:
        """Raise `LimitExceededError` before a directory of far too many entries takes memory."""
        end = self._data.rfind(_END_SIGNATURE, -_END_SIZE - 0xFFFF)
        if end >= 0 and end + _END_SIZE <= len(self._data):
            (size,) = _directory_size(self._data, end)
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
            content = self._budget.inflate(packed, size=entry.size) if entry.method == zipfile.ZIP_DEFLATED else packed
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
        return self._budget.salvage(packed) if entry.method == zipfile.ZIP_DEFLATED else packed

    def head(self, name: str, size: int) -> bytes:
        """First bytes of an entry, none when they cannot be had."""
        try:
            entry = self._entry(name)
            packed = self._data[entry.start : entry.start + min(entry.packed, size)]
            return zlib.decompressobj(-15).decompress(packed, size) if entry.method == zipfile.ZIP_DEFLATED else packed
        except (CorruptDocumentError, zlib.error):
            return b""

    def is_locked(self, name: str) -> bool:
        """Whether an entry is encrypted by the archive itself."""
        info = self._directory.get(name)
        return bool(info.flag_bits & _LOCKED) if info else self._scanned[name].locked

    def _entry(self, name: str) -> Entry:
        info = self._directory.get(name)
        header = self._data[info.header_offset : info.header_offset + _LOCAL_SIZE] if info else b""
        if info and header.startswith(_SIGNATURE) and len(header) == _LOCAL_SIZE:
            *_, name_size, extra_size = _local(header)
            start = info.header_offset + _LOCAL_SIZE + name_size + extra_size
            entry: Entry | None = Entry(start, info.compress_size, info.file_size, info.compress_type, False, info.CRC)
        else:
            entry = self._scanned.get(name)
        if entry is None or entry.method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
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
