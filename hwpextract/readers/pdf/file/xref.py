"""Where the objects of a file stand: cross-reference tables and streams, and the search that replaces broken ones.

ISO 32000-1, 7.5.4 to 7.5.8. A place is `(0, offset)` for an object of its own and `(stream, index)` for one in an object stream.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from hwpextract.limits import Budget
from hwpextract.readers.pdf.file.lexer import LexError, Ref, parse

Place = tuple[int, int]
Places = dict[int, Place]

MAX_OBJECTS = 2_000_000
_SECTION = re.compile(rb"\s*(\d+)[ \t]+(\d+)\s*")
_ENTRY = re.compile(rb"(\d{1,10})[ \t]+(\d{1,5})[ \t]+([nf])[ \t\r\n]*")
_START = re.compile(rb"startxref\s+(\d+)")
_HEADER = re.compile(rb"(?<![0-9])(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj\b")


class XrefError(ValueError):
    """The cross-reference data cannot be used."""


StreamAt = Callable[[int], tuple[dict[str, Any], bytes]]


def read_places(data: bytes, stream_at: StreamAt) -> tuple[Places, dict[str, Any]]:
    """Follow the chain of cross-reference sections from the end of the file.

    `stream_at(offset)` reads the stream object at an offset: its dictionary and decoded data.

    Raises:
        XrefError: a section is missing or damaged.
    """
    starts = _START.findall(data[-4096:])
    if not starts:
        raise XrefError("no startxref")
    places: Places = {}
    trailer: dict[str, Any] = {}
    todo, seen = [int(starts[-1])], set()
    while todo:
        offset = todo.pop()
        if offset in seen:
            continue
        seen.add(offset)
        section, entries = _section(data, offset, stream_at)
        # A chain may be long, and its first section large: what is known already must not be copied for each.
        for number, place in entries.items():
            places.setdefault(number, place)
        for key, value in section.items():
            trailer.setdefault(key, value)
        todo += [at for at in (section.get("Prev"), section.get("XRefStm")) if isinstance(at, int) and at > 0]
    return {number: place for number, place in places.items() if place[1] >= 0}, trailer


def _section(data: bytes, offset: int, stream_at: StreamAt) -> tuple[dict[str, Any], Places]:
    if data[offset : offset + 20].lstrip().startswith(b"xref"):
        return _table(data, data.index(b"xref", offset) + 4)
    try:
        attributes, body = stream_at(offset)
    except ValueError as error:
        raise XrefError(str(error)) from error
    return attributes, _stream(attributes, body)


def _table(data: bytes, pos: int) -> tuple[dict[str, Any], Places]:
    places: Places = {}
    while section := _SECTION.match(data, pos):
        number, count = int(section[1]), int(section[2])
        pos = section.end()
        for index in range(count):
            entry = _ENTRY.match(data, pos)
            if entry is None:
                break
            pos = entry.end()
            places[number + index] = (0, int(entry[1]) if entry[3] == b"n" else -1)
    at = data.find(b"trailer", pos, pos + 64)
    if at < 0:
        raise XrefError("no trailer behind the table")
    try:
        trailer, _ = parse(data, at + 7)
    except LexError as error:
        raise XrefError(str(error)) from error
    if not isinstance(trailer, dict):
        raise XrefError("the trailer is no dictionary")
    return trailer, places


def _stream(attributes: dict[str, Any], body: bytes) -> Places:
    widths = attributes.get("W")
    if not isinstance(widths, list) or len(widths) < 3 or not all(isinstance(w, int) and 0 <= w <= 8 for w in widths):
        raise XrefError("no field widths")
    first, second, third = widths[:3]
    size = sum(widths)
    index = attributes.get("Index") or [0, attributes.get("Size", 0)]
    places: Places = {}
    pos = 0
    for start, count in zip(index[::2], index[1::2], strict=False):
        for number in range(start, start + min(count, (len(body) - pos) // size if size else 0)):
            kind = int.from_bytes(body[pos : pos + first], "big") if first else 1
            a = int.from_bytes(body[pos + first : pos + first + second], "big")
            b = int.from_bytes(body[pos + first + second : pos + first + second + third], "big")
            places[number] = (0, a) if kind == 1 else (a, b) if kind == 2 else (0, -1)
            pos += size
    return places


def search_places(data: bytes, budget: Budget) -> tuple[Places, dict[str, Any]]:
    """Find every `N G obj` of the file, and all trailers; the last one of a number counts.

    Raises:
        LimitExceededError: the time for this file is over.
        XrefError: there are more than MAX_OBJECTS.
    """
    places: Places = {int(match[1]): (0, match.start()) for match in _HEADER.finditer(data)}
    if len(places) > MAX_OBJECTS:
        raise XrefError(f"{len(places)} objects")
    trailer: dict[str, Any] = {}
    pos = 0
    while (pos := data.find(b"trailer", pos)) >= 0:
        pos += 7
        budget.tick()  # what stands behind the word may be a comment that goes on to the end of the file
        try:
            found, _ = parse(data, pos)
        except LexError:
            continue
        if isinstance(found, dict):
            trailer.update(found)
    return places, trailer


def root_of(trailer: dict[str, Any]) -> Ref | None:
    """The catalogue a trailer names."""
    root = trailer.get("Root")
    return root if isinstance(root, Ref) else None
