"""What compound files ([MS-CFB]) are made of: sectors in chains, and the entries of their directory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import unpack_from
from typing import Final, NamedTuple

HEADER: Final = 512
SECTOR: Final = 512
MINI: Final = 64
CUTOFF: Final = 4096
"""Streams stand in sectors from this size on, smaller ones in small sectors."""
ENTRY: Final = 128
UNUSED: Final = 0
STORAGE: Final = 1
STREAM: Final = 2
ROOT: Final = 5
LAST: Final = 0xFFFFFFFA
"""Numbers of sectors are lower."""
END: Final = 0xFFFFFFFE
NOTHING: Final = 0xFFFFFFFF


class Entry(NamedTuple):
    """An entry of the directory."""

    name: str
    kind: int
    siblings: tuple[int, int]
    child: int
    start: int
    size: int


def is_entry(slot: bytes) -> bool:
    """Whether 128 bytes look like an entry: name in UTF-16 of the length stated, a kind and a colour that there are."""
    length, kind, colour = unpack_from("<HBB", slot, 64)
    if kind == UNUSED:
        return length == 0 and not any(slot[:64])
    if kind not in (STORAGE, STREAM, ROOT) or colour > 1 or length % 2 or not 2 < length <= 64:
        return False
    return slot[length - 2 : length] == b"\0\0" and not any(slot[length:64])


def entry_of(slot: bytes) -> Entry:
    """An entry out of its 128 bytes."""
    length, kind, _, left, right, child = unpack_from("<HBBIII", slot, 64)
    start, size = unpack_from("<II", slot, 116)
    name = slot[: max(length - 2, 0)].decode("utf-16-le", "replace")
    return Entry(name, kind, (left, right), child, start, size)


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
