"""Compound files ([MS-CFB]): streams by path, also where directory or allocation tables are damaged."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from functools import cached_property
from typing import Final

import olefile

from hwpextract.errors import CorruptDocumentError
from hwpextract.readers.wreck import Wreck, chain_of, joined

# What olefile and the structures below raise on damaged directories and sector chains. Its walk over the directory is recursive.
_DAMAGE: Final = (
    OSError, struct.error, IndexError, TypeError, ValueError, AttributeError, RecursionError, OverflowError, MemoryError,
)  # fmt: skip


class CompoundFile:
    """Streams of a compound file; `repairs` names what was damaged and could be done without.

    Raises:
        CorruptDocumentError: not even entries of a directory can be found.
    """

    def __init__(self, data: bytes) -> None:
        self.repairs: dict[str, None] = {}
        self._data = data
        self._ole = self._opened(data)
        if self._ole is None:
            self.repairs["directory"] = None

    def _opened(self, data: bytes) -> olefile.OleFileIO | None:
        """The file as its own tables describe it; None where what is left of it holds more."""
        try:
            opened = olefile.OleFileIO(io.BytesIO(data))
        except _DAMAGE as error:
            if self._wreck.streams:
                return None
            raise CorruptDocumentError(
                f"the compound file cannot be opened: {error}",
                hint="Download the file again; if it stays broken, ask the publisher for another copy.",
            ) from error
        # Circles, which would keep the file in memory until garbage is collected.
        opened.directory_fp = None
        for entry in filter(None, opened.direntries):
            entry.olefile = None
        listed = _listed(opened)
        doubtful = opened.parsing_issues or not listed
        return None if doubtful and len(self._wreck.streams) > len(listed) else opened

    @property
    def entries(self) -> int:
        """How many entries its directory has."""
        return sum(entry is not None for entry in self._ole.direntries) if self._ole else len(self._wreck.streams)

    def names(self, storage: str) -> list[str]:
        """Names of the streams in a storage."""
        if self._ole is None:
            return [name for folder, _, name in map(_split, self._wreck.streams) if folder == storage.lower()]
        entry = self._ole.root.kids_dict.get(storage.lower()) if storage else self._ole.root
        return [kid.name for kid in entry.kids] if entry else []

    def size(self, path: str) -> int:
        """Size of a stream as its entry states it; 0 when it is missing."""
        if self._ole is None:
            return self._wreck.size(path)
        entry = self._entry(path)
        return int(entry.size) if entry else 0

    def read(self, path: str) -> bytes | None:
        """Bytes of a stream, fewer than its entry says where the file is cut; None when it is missing."""
        found = self._read(path)
        if found is not None and len(found) == self.size(path):
            return found
        known = self._ole is None or self._entry(path) is not None
        other = self._wreck.read(path) if known else None
        if other is None or (found is not None and len(other) <= len(found)):
            return found
        self.repairs["allocation table"] = None
        return other

    def read_in_a_row(self, path: str) -> bytes | None:
        """Bytes of a stream as they stand one behind the other, whatever the allocation table says; None when it is missing."""
        return self._wreck.read(path, chained=False)

    def head(self, path: str, size: int) -> bytes:
        """First bytes of a stream, fewer than asked for where its first sector holds no more; none when it is missing."""
        entry = self._entry(path)
        if entry is None or entry.is_minifat:
            return (self.read(path) or b"")[:size]
        offset = (entry.isectStart + 1) * self._ole.sectorsize if self._ole else 0
        return self._data[offset : offset + min(size, entry.size)]

    def _entry(self, path: str) -> olefile.OleDirectoryEntry | None:
        """Entry of a stream in the directory."""
        entry = self._ole.root if self._ole else None
        for name in path.split("/"):
            entry = entry.kids_dict.get(name.lower()) if entry else None
        return entry if entry and entry.entry_type == olefile.STGTY_STREAM else None

    def _read(self, path: str) -> bytes | None:
        """Bytes of a stream; None when it is missing or broken. What is unusual about it is left to olefile, which takes its time."""
        entry = self._entry(path)
        if self._ole is None or entry is None:
            return None
        try:
            if (found := self._sound(entry)) is not None:
                return found
            with self._ole.openstream(path) as stream:
                return bytes(stream.read())
        except _DAMAGE:
            return None

    def _sound(self, entry: olefile.OleDirectoryEntry) -> bytes | None:
        """Bytes of a stream, in the file or in the stream that holds the small ones, whose chain is as long as it says."""
        ole = self._ole
        if ole and entry.is_minifat:
            return _chained(self._minis, 0, ole.minisectorsize, ole.minifat, entry)
        return _chained(self._data, ole.sectorsize, ole.sectorsize, ole.fat, entry) if ole else None

    @cached_property
    def _minis(self) -> bytes:
        """The stream that holds the small ones."""
        if self._ole is None:
            return b""
        self._ole.loadminifat()
        return self._sound(self._ole.root) or b""

    @cached_property
    def _wreck(self) -> Wreck:
        return Wreck(self._data)


def _chained(
    data: bytes, begin: int, unit: int, links: Sequence[int], entry: olefile.OleDirectoryEntry
) -> bytes | None:
    """Units of data along the links, which begin at `begin`; None when a link leads nowhere or there are too few."""
    units = -(-entry.size // unit)
    if units > len(links):
        return None
    chain, _ = chain_of(links, entry.isectStart, units)
    found = joined(data, chain, unit, begin)[: entry.size]
    return found if len(found) == entry.size else None


def _listed(ole: olefile.OleFileIO) -> list[list[str]]:
    try:
        return list(ole.listdir())
    except _DAMAGE:
        return []


def _split(path: str) -> tuple[str, str, str]:
    folder, slash, name = path.rpartition("/")
    return folder.lower(), slash, name


def streams_of(data: bytes) -> dict[str, bytes]:
    """Streams in the root of a small compound file by name; those that are damaged are left out."""
    try:
        found = CompoundFile(data)
    except CorruptDocumentError:
        return {}
    return {name: content for name in found.names("") if (content := found.read(name)) is not None}
