"""Zip archives read from memory: by their directory, and by the headers of their entries where the directory is damaged."""

from __future__ import annotations

import struct
import zlib
from functools import cached_property
from struct import Struct
from typing import Final, NamedTuple

from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget
from hwpextract.patterns import pattern

# APPNOTE 4.3.7, header of an entry: flags, method, CRC-32, packed size, lengths of name and extra field; 30 bytes, then these two.
_local: Final = Struct("<4x2xHH4xIIxxxxHH").unpack_from
_LOCAL_SIZE: Final = 30
_SIGNATURE: Final = b"PK\x03\x04"
# 4.3.12, record of the directory: flags, method, CRC-32, packed size, size, lengths of name, extra field and comment, place of the
# header; 46 bytes, then these three.
_record: Final = Struct("<4x4xHH4xIIIHHH8xI").unpack_from
_RECORD_SIZE: Final = 46
_RECORD_SIGNATURE: Final = b"PK\x01\x02"
# 4.3.16, end of the directory: its size and place at 12; 22 bytes and a comment.
_end: Final = Struct("<12xII").unpack_from
_END_SIGNATURE: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
# 4.5.3, a number that does not fit stands in the extra field, in eight bytes behind the id of these.
_TOO_LARGE: Final = 0xFFFFFFFF
_LARGE_NUMBERS: Final = 1
_field: Final = Struct("<HH").unpack_from
_STORED: Final = 0
_DEFLATED: Final = 8
_NEXT: Final = pattern(rb"PK(?:\x03\x04|\x01\x02|\x07\x08)")
_LOCKED: Final = 1
_UTF8: Final = 1 << 11
_SIZES_BEHIND: Final = 1 << 3


class Entry(NamedTuple):
    """Where an entry begins, how it is packed, and size and check sum of its content; None where that is not known.

    It begins with its header in the directory, and behind that in what is found by the headers.
    """

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
        end = data.rfind(_END_SIGNATURE, -_END_SIZE - 0xFFFF)
        try:
            self._directory = self._listed(end) if end >= 0 else {}
        except (struct.error, ValueError):
            self._directory = {}
        self.repaired = not self._directory
        self.names = list(self._directory or self._scanned)
        if not self.names:
            from zipfile import BadZipFile

            raise BadZipFile("no entries")

    def _listed(self, end: int) -> dict[str, Entry]:
        """Entries by the directory that ends at a place, before which something may stand that is no part of the archive.

        Raises:
            ValueError, struct.error: it is damaged.
        """
        data = self._data
        size, place = _end(data, end)
        moved = end - size - place
        if size // _RECORD_SIZE > self._budget.limits.max_entries:  # before it takes memory
            self._budget.spend("max_entries", data.count(_RECORD_SIGNATURE))
        found: dict[str, Entry] = {}
        at = end - size
        while at < end:
            flags, method, crc, packed, size, name, extra, comment, start = _record(data, at)
            behind = at + _RECORD_SIZE + name
            if at < 0 or not data.startswith(_RECORD_SIGNATURE, at):
                raise ValueError("no record")
            if _TOO_LARGE in (packed, size, start):
                size, packed, start = _large(data[behind : behind + extra], size, packed, start)
            raw = data[behind - name : behind]
            found[_name(raw, flags)] = Entry(start + moved, packed, size, method, bool(flags & _LOCKED), crc)
            at = behind + extra + comment
        self._budget.spend("max_entries", len(found))
        return found

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
        return (self._directory or self._scanned)[name].locked

    def _entry(self, name: str) -> Entry:
        entry = self._directory.get(name)
        header = self._data[entry.start : entry.start + _LOCAL_SIZE] if entry else b""
        if entry and header.startswith(_SIGNATURE) and len(header) == _LOCAL_SIZE:
            *_, name_size, extra_size = _local(header)
            entry = Entry(entry.start + _LOCAL_SIZE + name_size + extra_size, *entry[1:])
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
            found[_name(name, flags)] = Entry(start, packed, 0, method, bool(flags & _LOCKED), known)
            at = self._data.find(_SIGNATURE, at + 4)
        return found


def _name(raw: bytes, flags: int) -> str:
    """Name of an entry."""
    return raw.decode("ascii" if raw.isascii() else "utf-8" if flags & _UTF8 else "cp437", "replace")


def _large(extra: bytes, *numbers: int) -> list[int]:
    """Numbers of a record, those that do not fit from the extra field.

    Raises:
        ValueError, struct.error: they are not there.
    """
    at = 0
    while at + 4 <= len(extra):
        kind, size = _field(extra, at)
        if kind == _LARGE_NUMBERS:
            stated = [number for (number,) in struct.iter_unpack("<Q", extra[at + 4 : at + 4 + size // 8 * 8])]
            return [stated.pop(0) if number == _TOO_LARGE and stated else number for number in numbers]
        at += 4 + size
    raise ValueError("no large numbers")
