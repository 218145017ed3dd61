"""Directory of a compound file ([MS-CFB]) that is sound through and through, as Hangul writes it.

What is unusual in any way is left to olefile, which takes longer to import than such a file to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from struct import Struct, unpack, unpack_from
from typing import Final, TypeAlias

from hwpextract.readers.sectors import (
    CUTOFF,
    END,
    ENTRY,
    HEADER,
    LAST,
    MINI,
    NOTHING,
    ROOT,
    SECTOR,
    STORAGE,
    STREAM,
    UNUSED,
    Entry,
    chain_of,
    entry_of,
    is_entry,
    joined,
)

_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
"""Signature and class of the file."""
# Version, order of bytes, sizes of sectors, nothing; sectors of the directory and of the allocation table; the first of the directory;
# the size from which streams stand in sectors; the first and the number of those of the small table; number of further lists.
_header: Final = Struct("<26xHHHH6sIII4xIIIxxxxI").unpack_from
_USUAL: Final = [3, 0xFFFE, 9, 6, bytes(6), 0]
_MOST_TABLES: Final = 109
_LONGEST_PATH: Final = 256
_TABLES: Final = 76
"""Where the header lists the sectors of the allocation table, and nothing behind them."""
_HIGH_HALVES: Final = (bytes(4), b"\xff" * 4)

Links: TypeAlias = tuple[int, ...]


class Directory:
    """Streams of a sound compound file by their paths, which count in any case."""

    def __init__(self, data: bytes, entries: list[Entry], links: Links, minis: tuple[int, int]) -> None:
        self.entries = sum(entry.kind != UNUSED for entry in entries)
        self._streams: dict[str, Entry] = {}
        self._names: dict[str, list[str]] = {"": []}
        self._data = data
        self._links = links
        self._minis_at = minis
        self._root = entries[0]
        self.is_sound = self._walk(entries)

    def _walk(self, entries: list[Entry]) -> bool:
        """Follow the directory from its root, and tell whether each entry stands in it once and says nothing odd."""
        seen = {0}
        waiting = [(self._root.child, "")]
        while waiting:
            number, folder = waiting.pop()
            if number == NOTHING:
                continue
            if number in seen or number >= len(entries) or entries[number].kind not in (STREAM, STORAGE):
                return False
            seen.add(number)
            entry = entries[number]
            path = (folder + entry.name).lower()
            if path in self._streams or path in self._names or self._is_odd(entry, path):
                return False
            self._names[folder[:-1].lower()].append(entry.name)
            waiting += [(sibling, folder) for sibling in entry.siblings]
            if entry.kind == STREAM:
                self._streams[path] = entry
            else:
                self._names[path] = []
                waiting.append((entry.child, f"{folder}{entry.name}/"))
        for names in self._names.values():
            names.sort()
        return bool(self._streams) and len(seen) == self.entries

    def _is_odd(self, entry: Entry, path: str) -> bool:
        says_more = entry.kind == STREAM and (entry.child != NOTHING or entry.size > len(self._data))
        return says_more or "/" in entry.name or len(path) > _LONGEST_PATH

    def names(self, storage: str) -> list[str]:
        """Names in a storage in order."""
        return self._names.get(storage.lower(), [])

    def size(self, path: str) -> int | None:
        """Size of a stream; None when it is missing."""
        entry = self._streams.get(path.lower())
        return entry.size if entry else None

    def head(self, path: str, size: int) -> bytes:
        """First bytes of a stream that stands one sector behind the other; none of a small one, or when it is missing."""
        entry = self._streams.get(path.lower())
        if entry is None or entry.size < CUTOFF:
            return b""
        offset = (entry.start + 1) * SECTOR
        return self._data[offset : offset + min(size, entry.size)]

    def read(self, path: str) -> bytes | None:
        """Bytes of a stream; None when it is missing, or where its chain is shorter than it says."""
        entry = self._streams.get(path.lower())
        if entry is None:
            return None
        if entry.size < CUTOFF:
            return _chained(self._minis, 0, MINI, self._mini_links, entry.start, entry.size)
        return _chained(self._data, SECTOR, SECTOR, self._links, entry.start, entry.size)

    @cached_property
    def _minis(self) -> bytes:
        """The stream that holds the small ones."""
        return _chained(self._data, SECTOR, SECTOR, self._links, self._root.start, self._root.size) or b""

    @cached_property
    def _mini_links(self) -> Links:
        first, count = self._minis_at
        table = _chained(self._data, SECTOR, SECTOR, self._links, first, count * SECTOR) or b""
        return unpack(f"<{len(table) // 4}I", table)[: -(-self._root.size // MINI)]


def sound_directory(data: bytes) -> Directory | None:
    """The directory of a compound file without anything unusual; None for any other."""
    if len(data) < HEADER or not data.startswith(_MAGIC):
        return None
    *usual, tables, first, cutoff, first_mini, minis, lists = _header(data)
    if usual != _USUAL or cutoff != CUTOFF or tables > _MOST_TABLES or lists:
        return None
    if data[_TABLES + 4 * tables : HEADER].strip(b"\xff"):
        return None
    sectors = -(-len(data) // SECTOR) - 1
    links = _links(data, tables, sectors)
    if len(links) != sectors or not all(link < sectors or link > LAST for link in links):  # the file is cut
        return None
    chain, then = chain_of(links, first, len(links))
    block = joined(data, chain, SECTOR, SECTOR)
    if then != END or not chain or len(block) != len(chain) * SECTOR:
        return None
    slots = [block[at : at + ENTRY] for at in range(0, len(block), ENTRY)]
    if not all(is_entry(slot) and slot[-4:] in _HIGH_HALVES for slot in slots):
        return None
    entries = [entry_of(slot) for slot in slots]
    if entries[0].kind != ROOT:
        return None
    found = Directory(data, entries, links, (first_mini, minis))
    return found if found.is_sound else None


def _links(data: bytes, tables: int, sectors: int) -> Links:
    """The allocation table, for as many sectors as there are; nothing where a part of it is missing."""
    numbers = unpack_from(f"<{tables}I", data, _TABLES)
    table = joined(data, numbers, SECTOR, SECTOR)
    return unpack(f"<{tables * SECTOR // 4}I", table)[:sectors] if len(table) == tables * SECTOR else ()


def _chained(data: bytes, begin: int, unit: int, links: Sequence[int], start: int, size: int) -> bytes | None:
    """Bytes in units of data along the links, of which the first begins at `begin`; None when there are too few."""
    units = -(-size // unit)
    if units > len(links):
        return None
    chain, _ = chain_of(links, start, units)
    found = joined(data, chain, unit, begin)[:size]
    return found if len(found) == size else None
