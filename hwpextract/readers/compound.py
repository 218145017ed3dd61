"""Compound files ([MS-CFB]): streams by path, also where directory or allocation tables are damaged."""

from __future__ import annotations

import io
import struct
from functools import cached_property
from typing import TYPE_CHECKING, Final

from hwpextract.errors import CorruptDocumentError
from hwpextract.readers.directory import sound_directory
from hwpextract.readers.sectors import STREAM
from hwpextract.readers.wreck import Wreck

if TYPE_CHECKING:
    import olefile

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
        self._sound = sound_directory(data)
        self._ole = None if self._sound else self._opened(data)

    def _opened(self, data: bytes) -> olefile.OleFileIO | None:
        """The file as its own tables describe it; None where what is left of it holds more, as the repairs then say."""
        import olefile

        try:
            opened = olefile.OleFileIO(io.BytesIO(data))
        except _DAMAGE as error:
            if self._wreck.streams:
                self.repairs["directory"] = None
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
        if doubtful and len(self._wreck.streams) > len(listed):
            self.repairs["directory"] = None
            return None
        return opened

    @property
    def entries(self) -> int:
        """How many entries its directory has."""
        if self._sound:
            return self._sound.entries
        return sum(entry is not None for entry in self._ole.direntries) if self._ole else len(self._wreck.streams)

    def names(self, storage: str) -> list[str]:
        """Names of the streams in a storage."""
        if self._sound:
            return self._sound.names(storage)
        if self._ole is None:
            return [name for folder, _, name in map(_split, self._wreck.streams) if folder == storage.lower()]
        entry = self._ole.root.kids_dict.get(storage.lower()) if storage else self._ole.root
        return [kid.name for kid in entry.kids] if entry else []

    def size(self, path: str) -> int:
        """Size of a stream as its entry states it; 0 when it is missing."""
        if self._sound:
            return self._sound.size(path) or 0
        if self._ole is None:
            return self._wreck.size(path)
        entry = self._entry(path)
        return int(entry.size) if entry else 0

    def read(self, path: str) -> bytes | None:
        """Bytes of a stream, fewer than its entry says where the file is cut; None when it is missing."""
        if self._sound:
            content = self._sound.read(path)
            if content is not None or self._sound.size(path) is None:
                return content
            self._sound, self._ole = None, self._opened(self._data)
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
        if self._sound:
            return self._sound.head(path, size) or (self.read(path) or b"")[:size]
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
        return entry if entry and entry.entry_type == STREAM else None

    def _read(self, path: str) -> bytes | None:
        """Bytes of a stream; None when it is missing or broken."""
        if self._ole is None or self._entry(path) is None:
            return None
        try:
            with self._ole.openstream(path) as stream:
                return bytes(stream.read())
        except _DAMAGE:
            return None

    @cached_property
    def _wreck(self) -> Wreck:
        return Wreck(self._data)


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
