"""Compound files ([MS-CFB], version 3) with streams in them, small ones in the mini stream as the format wants it."""

import struct
from itertools import pairwise

from builders.compound import END, FREE, MAGIC

SECTOR = 512
MINI = 64
CUTOFF = 4096
ALLOCATION = 0xFFFFFFFD
LISTING = 0xFFFFFFFC
# Sectors of the allocation table that the header lists, and that one sector behind it does.
IN_HEADER, IN_SECTOR = 109, 127


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A file with the given streams; a path has at most one storage in front (`BodyText/Section0`)."""
    sectors = _Sectors()
    minis = _Minis()
    tops = list(dict.fromkeys(path.split("/")[0] for path in streams))
    entries: list[tuple[str, int, int, int, int]] = []
    children: dict[str, list[int]] = {"": []}
    for top in tops:
        if top in streams:
            children[""].append(_add(entries, top, 2, *_store(streams[top], sectors, minis)))
            continue
        children[""].append(_add(entries, top, 1, END, 0))
        inside = [path for path in streams if path.startswith(top + "/")]
        children[top] = [
            _add(entries, path.split("/")[1], 2, *_store(streams[path], sectors, minis)) for path in inside
        ]
    container = sectors.add(bytes(minis.data))
    root = ("Root Entry", 5, container, len(minis.data), 0)
    directory = sectors.add(_directory(root, entries, children))
    minifat = struct.pack(f"<{len(minis.links)}I", *minis.links)
    first_minifat = sectors.add(minifat, fill=b"\xff") if minifat else END
    return _file(sectors, directory, first_minifat, len(minifat))


class _Sectors:
    def __init__(self) -> None:
        self.data = bytearray()
        self.links: list[int] = []

    def add(self, content: bytes, fill: bytes = b"\0") -> int:
        if not content:
            return END
        first = len(self.links)
        count = -(-len(content) // SECTOR)
        self.data += content.ljust(count * SECTOR, fill)
        self.links += [*range(first + 1, first + count), END]
        return first


class _Minis:
    def __init__(self) -> None:
        self.data = bytearray()
        self.links: list[int] = []

    def add(self, content: bytes) -> int:
        first = len(self.links)
        count = -(-len(content) // MINI)
        self.data += content.ljust(count * MINI, b"\0")
        self.links += [*range(first + 1, first + count), END]
        return first


def _store(content: bytes, sectors: _Sectors, minis: _Minis) -> tuple[int, int]:
    if not content:
        return END, 0
    return (minis if len(content) < CUTOFF else sectors).add(content), len(content)


def _add(entries: list[tuple[str, int, int, int, int]], name: str, kind: int, start: int, size: int) -> int:
    entries.append((name, kind, start, size, 0))
    return len(entries)


def _directory(
    root: tuple[str, int, int, int, int],
    entries: list[tuple[str, int, int, int, int]],
    children: dict[str, list[int]],
) -> bytes:
    """Entries whose siblings form a chain to the right."""
    right = {one: two for kids in children.values() for one, two in pairwise(kids)}
    out = b""
    for number, (name, kind, start, size, _) in enumerate([root, *entries]):
        kids = children.get("" if number == 0 else name, []) if kind != 2 else []
        raw = name.encode("utf-16-le")
        out += struct.pack(
            "<64sHBBIII36xIII",
            raw, len(raw) + 2, kind, 1, FREE, right.get(number, FREE), kids[0] if kids else FREE, start, size, 0,
        )  # fmt: skip
    return out


def _file(sectors: _Sectors, directory: int, first_minifat: int, minifat_size: int) -> bytes:
    """Put the allocation table behind everything else, and behind it a sector that lists what of it the header has no place for."""
    used = len(sectors.links)
    count = next(n for n in range(1, IN_HEADER + IN_SECTOR) if n * 128 >= used + n + (n > IN_HEADER))
    more = count > IN_HEADER
    table = sectors.links + [ALLOCATION] * count + [LISTING] * more
    table += [FREE] * (count * 128 - len(table))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        MAGIC, bytes(16), 0x3E, 3, 0xFFFE, 9, 6, 0, count, directory, 0, CUTOFF,
        first_minifat, -(-minifat_size // SECTOR), used + count if more else END, more,
    )  # fmt: skip
    places = [*range(used, used + count), *[FREE] * (IN_HEADER + IN_SECTOR - count)]
    listing = struct.pack("<128I", *places[IN_HEADER:], END) if more else b""
    header += struct.pack("<109I", *places[:IN_HEADER])
    return header + bytes(sectors.data) + struct.pack(f"<{len(table)}I", *table) + listing
