"""Look-ups in header.xml: names of styles, outline levels, who deleted what. Nothing is read before somebody asks."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from hwpextract.readers.hwpx.markup import attribute, attributes, plain
from hwpextract.readers.hwpx.objects import number

_STYLE: Final = re.compile(rb'<(?:[\w.-]++:)?style(?=\s)(?=[^<>]*?\sid="([^"<]*+)")(?=[^<>]*?\sname="([^"<]*+)")')
_CHANGE: Final = re.compile(rb"<(?:[\w.-]++:)?(trackChange|trackChangeAuthor)(?=\s)([^<>]*+)")
# The heading of a paragraph shape stands this near its beginning.
_NEAR: Final = 4096


class Header:
    """header.xml of one document; empty bytes stand for a header that is missing."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def style_names(self) -> dict[str, str]:
        """Names of paragraph and character styles by id."""
        start = max(self._data.rfind(b"styles "), 0)
        return {style.decode(): plain(name) for style, name in _STYLE.findall(self._data, start)}

    @cached_property
    def outline_levels(self) -> dict[str, int]:
        """Outline level, from 1, by id of the paragraph shape.

        Levels 8 to 10 stand in the `case` of an `hp:switch`, with NONE in its `default`, so the first that is not NONE counts.
        """
        data = self._data
        levels: dict[str, int] = {}
        at = data.find(b'"OUTLINE"')
        while at >= 0:
            heading = data[data.rfind(b"<", max(at - _NEAR, 0), at) : data.find(b">", at, at + _NEAR)]
            shape = data.rfind(b"paraPr ", max(at - _NEAR, 0), at)
            if shape >= 0 and b"heading" in heading:
                owner = attribute(data[shape : data.find(b">", shape, at)], "id")
                levels.setdefault(owner, number(attribute(heading, "level")) + 1)
            at = data.find(b'"OUTLINE"', at + 1)
        return levels

    def change(self, change: str) -> tuple[str | None, str | None]:
        """Author and time of a tracked change."""
        return self._changes.get(change, (None, None))

    @cached_property
    def _changes(self) -> dict[str, tuple[str | None, str | None]]:
        found = [(name, attributes(raw)) for name, raw in _CHANGE.findall(self._data)]
        authors = [attrs.get("name") for name, attrs in found if name == b"trackChangeAuthor"]
        return {
            attrs.get("id", ""): (_author(authors, attrs.get("authorID", "")), attrs.get("date"))
            for name, attrs in found
            if name == b"trackChange"
        }


def _author(authors: list[str | None], counted: str) -> str | None:
    """Author of a change, whose number counts from 1."""
    index = number(counted) - 1
    return authors[index] if 0 <= index < len(authors) else None
