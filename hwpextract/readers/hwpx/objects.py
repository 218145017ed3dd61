"""Small things inside paragraphs: their attributes and parameters as text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from hwpextract.readers.hwpx.markup import Token, attributes
from hwpextract.readers.numbers import NumberFormat, print_number

Place: TypeAlias = tuple[int, int, int, int]
"""Row, column, row span, column span of a cell."""


def cell_places(tokens: Iterable[Token]) -> list[Place | None]:
    """Places of the cells in the order in which they open; None for a cell that states none.

    `cellAddr` and `cellSpan` stand behind the content of their cell, but locators inside it need them.
    """
    places: list[Place | None] = []
    opened: list[int] = []
    for cell, _, _, tail, _, name, raw, end in tokens:
        if cell or name == b"tc":
            opened.append(len(places))
            places.append(None)
        if not opened:
            continue
        if tail:
            places[opened.pop()] = place_of(tail)
        elif end == b"tc":
            del opened[-1:]
        elif name == b"cellAddr":
            places[opened[-1]] = place_of(raw)
        elif name == b"cellSpan":
            row, col, _, _ = places[opened[-1]] or (-1, -1, 1, 1)
            places[opened[-1]] = (row, col, *place_of(raw)[2:])
    return places


@lru_cache(maxsize=4096)
def place_of(raw: bytes) -> Place:
    """Place of a cell from its `cellAddr` and `cellSpan` tags; row and column are -1 where they are not stated."""
    attrs = attributes(raw)
    return (
        number(attrs, "rowAddr", -1),
        number(attrs, "colAddr", -1),
        number(attrs, "rowSpan", 1) or 1,
        number(attrs, "colSpan", 1) or 1,
    )


def number(attrs: dict[str, str], name: str, default: int = 0) -> int:
    """A non-negative number of an attribute; `default` when it is absent or no such number."""
    value = attrs.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 10 else default


def auto_number(attrs: dict[str, str], form: dict[str, str]) -> str:
    """An automatic number as printed: `attrs` of its autoNum (or note), `form` of its autoNumFormat."""
    code = NumberFormat.__members__.get(form.get("type", ""), NumberFormat.DIGIT)
    printed = print_number(number(attrs, "num"), code, form.get("userChar", ""))
    return form.get("prefixChar", "") + printed + form.get("suffixChar", "")


def note_label(attrs: dict[str, str]) -> str:
    """Mark of a note whose body does not begin with its number; the characters around it are code points in decimal."""
    prefix, suffix = (chr(number(attrs, key)) if number(attrs, key) else "" for key in ("prefixChar", "suffixChar"))
    return f"{prefix}{number(attrs, 'number')}{suffix}"


def metatag(value: str) -> str | None:
    """Name in a metatag attribute, which holds JSON."""
    try:
        tag = json.loads(value)
    except ValueError:
        return None
    name = tag.get("name") if isinstance(tag, dict) else None
    return name if isinstance(name, str) and name else None
