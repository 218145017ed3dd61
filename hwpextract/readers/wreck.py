"""What is left of a compound file whose directory or allocation tables are damaged.

Entries of the directory are recognised by their look wherever they stand. A stream is followed through the allocation table where that
leads to its end; else it is taken as standing in a row, as programs that write a file in one go lay it out.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from struct import unpack_from
from typing import Final, NamedTuple

_HEADER: Final = 512
_SECTOR: Final = 512
_MINI: Final = 64
_CUTOFF: Final = 4096
_ENTRY: Final = 128
_UNUSED: Final = 0
_STORAGE: Final = 1
_STREAM: Final = 2
_ROOT: Final = 5
_LAST: Final = 0xFFFFFFFA
"""Numbers of sectors are lower."""
_END: Final = 0xFFFFFFFE
_MOST_ENTRIES: Final = 1 << 16


class _Entry(NamedTuple):
    """An entry of the directory."""

    name: str
    kind: int
    siblings: tuple[int, int]
    child: int
    start: int
    size: int


class Wreck:
    """Streams of a damaged compound file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        (shift,) = unpack_from("<H", data, 30) if len(data) >= _HEADER else (9,)
        self._sector = 1 << shift if shift == 12 else _SECTOR

    @cached_property
    def streams(self) -> dict[str, _Entry]:
        """Entries of streams by their paths: what the root leads to, then storages that nothing leads to, then single streams."""
        entries = list(self._entries())
        found: dict[str, _Entry] = {}
        seen: set[int] = set()
        for kind in (_ROOT, _STORAGE, _STREAM):
            for number, entry in enumerate(entries):
                if entry.kind == kind and number not in seen:
                    self._walk(entries, number, found, seen)
        return found

    def _walk(self, entries: list[_Entry], top: int, found: dict[str, _Entry], seen: set[int]) -> None:
        """Put the streams below an entry that nothing leads to into `found`."""
        seen.add(top)
        entry = entries[top]
        if entry.kind == _STREAM:
            found.setdefault(entry.name, entry)
        waiting = [(entry.child, "" if entry.kind == _ROOT else entry.name + "/")]
        while waiting:
            number, folder = waiting.pop()
            if number in seen or not 0 <= number < len(entries):
                continue
            seen.add(number)
            entry = entries[number]
            waiting += [(sibling, folder) for sibling in entry.siblings]
            if entry.kind == _STORAGE:
                waiting.append((entry.child, f"{folder}{entry.name}/"))
            elif entry.kind == _STREAM:
                found.setdefault(folder + entry.name, entry)

    def size(self, path: str) -> int:
        """Size of a stream as its entry states it; 0 when it is missing."""
        entry = self._find(path)
        return entry.size if entry else 0

    def read(self, path: str, *, chained: bool = True) -> bytes | None:
        """Bytes of a stream, as many as there are; None when it is missing. `chained` follows the allocation table where that fits."""
        entry = self._find(path)
        if entry is None:
            return None
        if entry.size >= _CUTOFF:
            return self._sectors(entry.start, entry.size, chained=chained)
        links = self._mini_links if chained else []
        return _taken(self._minis, entry.start, entry.size, _MINI, links)

    # --- Directory -------------------------------------------------------------------------------------------------------------

    def _find(self, path: str) -> _Entry | None:
        if path in self.streams:
            return self.streams[path]
        return next((entry for name, entry in self.streams.items() if name.lower() == path.lower()), None)

    def _entries(self) -> Iterator[_Entry]:
        """Entries of the directory, in the order in which its sectors stand."""
        data, size = self._data, self._sector
        count = 0
        for place in range(size, len(data) - _ENTRY + 1, size):
            block = data[place : place + size]
            slots = [block[at : at + _ENTRY] for at in range(0, len(block) - _ENTRY + 1, _ENTRY)]
            if not _is_entry(slots[0]) or not all(map(_is_entry, slots)) or not any(slot[66] for slot in slots):
                continue
            for slot in slots:
                count += 1
                if count > _MOST_ENTRIES:
                    return
                yield _entry(slot)

    # --- Sectors ---------------------------------------------------------------------------------------------------------------

    def _sectors(self, start: int, size: int, *, chained: bool = True) -> bytes:
        return _taken(self._data, start, size, self._sector, self._links if chained else [], skip=self._sector)

    @cached_property
    def _links(self) -> list[int]:
        """The allocation table, as far as the header tells where it is."""
        most = len(self._data) // self._sector
        links: list[int] = []
        for number in self._tables():
            if number >= _LAST or len(links) > most:
                break
            links += self._table((number + 1) * self._sector)
        return links

    def _tables(self) -> Iterator[int]:
        """Sectors of the allocation table: 109 are in the header, the others in a chain of sectors (DIFAT) that end in their next."""
        header = self._data.ljust(_HEADER, b"\0")
        yield from unpack_from("<109I", header, 76)
        (number,) = unpack_from("<I", header, 68)
        seen: set[int] = set()
        while number < _LAST and number not in seen:
            seen.add(number)
            *tables, number = self._table((number + 1) * self._sector) or [_END]
            yield from tables

    @cached_property
    def _mini_links(self) -> list[int]:
        start, count = unpack_from("<II", self._data.ljust(_HEADER, b"\0"), 60)
        if start >= _LAST or count * self._sector > len(self._data):
            return []
        table = self._sectors(start, count * self._sector)
        return list(struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4]))

    def _table(self, place: int) -> list[int]:
        sector = self._data[place : place + self._sector]
        return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))

    @cached_property
    def _minis(self) -> bytes:
        """The stream that holds the small ones."""
        root = next((entry for entry in self._entries() if entry.kind == _ROOT), None)
        return self._sectors(root.start, root.size) if root else b""


def _is_entry(slot: bytes) -> bool:
    """Whether 128 bytes look like an entry: name in UTF-16 of the length stated, a kind and a colour that there are."""
    length, kind, colour = unpack_from("<HBB", slot, 64)
    if kind == _UNUSED:
        return length == 0 and not any(slot[:64])
    if kind not in (_STORAGE, _STREAM, _ROOT) or colour > 1 or length % 2 or not 2 < length <= 64:
        return False
    return slot[length - 2 : length] == b"\0\0" and not any(slot[length:64])


def _entry(slot: bytes) -> _Entry:
    length, kind, _, left, right, child = unpack_from("<HBBIII", slot, 64)
    start, size = unpack_from("<II", slot, 116)
    name = slot[: max(length - 2, 0)].decode("utf-16-le", "replace")
    return _Entry(name, kind, (left, right), child, start, size)


def chain_of(links: Sequence[int], start: int, most: int) -> tuple[list[int], int]:
    """Numbers of the units along the links from one on, at most so many, and where the last of them leads."""
    chain: list[int] = []
    number = start
    while len(chain) < most and number < len(links):
        chain.append(number)
        number = links[number]
    return chain, number


def joined(data: bytes, chain: Iterable[int], unit: int, skip: int) -> bytes:
    """Units of data by their numbers; the first begins at `skip`."""
    return b"".join([data[skip + number * unit : skip + (number + 1) * unit] for number in chain])


def _taken(data: bytes, start: int, size: int, unit: int, links: list[int], skip: int = 0) -> bytes:
    """So many bytes from a unit on: along the links where they lead to an end, else in a row."""
    wanted = min(-(-size // unit), len(data) // unit + 1)
    chain, then = chain_of(links, start, wanted)
    if chain and then == _END and len(chain) == len(set(chain)):
        return joined(data, chain, unit, skip)[:size]
    begin = skip + start * unit
    return data[begin : begin + size]
