"""Mutations: a file and a random number in, a damaged file out; the same two always give the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from fuzz.containers import Opened, opened

_MOST_CHANGES = 6
_MOST_GROWTH = 1 << 20
_INSIDE = 0.7
"""Share of mutants that are changed inside of their container."""
_BYTES = (0, 1, 0x7F, 0x80, 0xFE, 0xFF)
_WORDS = (0, 1, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
_NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"4294967295", b"99999999999999999999", b"1e9", b"NaN")
_NUMBER = re.compile(rb"\d+")
_TOKENS = (
    b"<hp:p>", b"</hp:p>", b"<hp:tbl>", b"<hp:tc>", b"</hp:tc>", b"<hp:subList>", b"<hp:t>", b"<!--", b"<![CDATA[", b"<!DOCTYPE a>",
    b"&", b"&a;", b"<", b">", b"'", b'"', b"<TABLE>", b"<CELL>", b"<P>", b"<CHAR>", b"</TEXT>", b"<BINDATA>",
    b"<<", b">>", b"[", b"]", b"(", b")", b"%", b"/", b" obj", b"endobj", b"stream\n", b"endstream", b"1 0 R", b"q ", b"Q ", b"BT ",
    b"ET ", b"Do ", b"BI ", b"ID ", b"EI ", b"TJ ", b"/F1 9 Tf ", b"/Length", b"/Filter", b"/Kids", b"/Prev", b"null",
    b"\x42\x00\x00\x00", b"\x47\x04\x40\x00", b"\x48\x08\x80\x00", b"\xff\xff\xff\xff", b"\x0b\x00", b"\r\x00", b"\xff\xfe",
    "2026. 1. 2.(목) ".encode(), "붙임 ".encode("utf-16-le"), "담당".encode(),
)  # fmt: skip

Change = Callable[[bytearray, Random], None]


def mutant(data: bytes, random: Random) -> bytes:
    """A damaged copy of a file: changed inside its container most of the time, else byte by byte or cut short."""
    container = opened(data) if random.random() < _INSIDE else None
    return _inside(container, random) if container else changed(data, random)


def changed(data: bytes, random: Random) -> bytes:
    """The bytes with one to six changes."""
    out = bytearray(data)
    for _ in range(random.randint(1, _MOST_CHANGES)):
        random.choice(_CHANGES)(out, random)
    return bytes(out)


def _inside(container: Opened, random: Random) -> bytes:
    parts = dict(container.parts)
    for name in random.sample(list(parts), k=min(len(parts), random.randint(1, 2))):
        parts[name] = changed(parts[name], random)
    return container.closed(parts)


def _place(data: bytearray, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _range(data: bytearray, random: Random) -> slice:
    start = _place(data, random)
    longest = random.choice((4, 64, 1024, len(data) + 1))
    return slice(start, start + random.randrange(1, longest + 1))


def _flip(data: bytearray, random: Random) -> None:
    if data:
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _byte(data: bytearray, random: Random) -> None:
    if data:
        data[random.randrange(len(data))] = random.choice((*_BYTES, random.randrange(256)))


def _word(data: bytearray, random: Random) -> None:
    """Write a telling integer of two or four bytes, in either order."""
    size, order = random.choice((2, 4)), random.choice(("little", "big"))
    at = _place(data, random)
    raw = (random.choice(_WORDS) & (1 << 8 * size) - 1).to_bytes(size, "little" if order == "little" else "big")
    data[at : at + size] = raw


def _number(data: bytearray, random: Random) -> None:
    """Write another number where digits stand."""
    found = _NUMBER.search(data, _place(data, random))
    if found:
        data[found.start() : found.end()] = random.choice(_NUMBERS)


def _token(data: bytearray, random: Random) -> None:
    at = _place(data, random)
    data[at:at] = random.choice(_TOKENS) * random.choice((1, 1, 1, 2, 100))


def _delete(data: bytearray, random: Random) -> None:
    del data[_range(data, random)]


def _repeat(data: bytearray, random: Random) -> None:
    """Write a range again, once or many times."""
    taken = _range(data, random)
    piece = data[taken]
    times = min(random.choice((1, 1, 2, 10, 100, 1000)), _MOST_GROWTH // max(len(piece), 1))
    data[taken.start : taken.start] = piece * times


def _move(data: bytearray, random: Random) -> None:
    taken = _range(data, random)
    piece = data[taken]
    del data[taken]
    at = _place(data, random)
    data[at:at] = piece


def _noise(data: bytearray, random: Random) -> None:
    taken = _range(data, random)
    data[taken] = random.randbytes(min(len(data[taken]), 4096))


def _cut(data: bytearray, random: Random) -> None:
    del data[_place(data, random) :]


_CHANGES: Sequence[Change] = (
    _flip,
    _flip,
    _byte,
    _byte,
    _word,
    _word,
    _number,
    _token,
    _delete,
    _repeat,
    _move,
    _noise,
    _cut,
)
