"""Look-ups in header.xml: names of styles, heads of paragraphs, who deleted what. Nothing is read before somebody asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from hwpextract.patterns import pattern
from hwpextract.readers.heads import DEEPEST_LEVEL, PATHS, Bullet, Heading, HeadKind, Level
from hwpextract.readers.hwpx.markup import attribute, attributes, plain
from hwpextract.readers.hwpx.objects import number
from hwpextract.readers.numbers import NumberFormat
from hwpextract.readers.signatures import UNSIGNED, Signature

_CHANGE: Final = pattern(rb"<(?:[\w.-]++:)?(trackChange|trackChangeAuthor)(?=\s)([^<>]*+)")
_HEAD: Final = pattern(rb"<(?:[\w.-]++:)?head\s[^<>]*+")
_LICENCE: Final = pattern(rb"(?<=[<:])licensemark\s[^<>]*+")
_DEFINITION: Final = pattern(rb"<(?:[\w.-]++:)?(numbering|bullet|paraHead)(?=\s)([^<>]*+)>([^<]*+)")
_HEADING: Final = pattern(rb'heading (?!type="NONE")[^<>]{1,512}')
# From the last one on; the schema says in which order they stand.
_LISTS: Final = (b"styles", b"paraProperties", b"charProperties", b"borderFills")
# The heading of a paragraph shape stands this near its beginning.
_NEAR: Final = 4096
# What stands in front of the name of an element; a style may be called `heading 1`.
_BEFORE_NAME: Final = b"<:"


class Elements:
    """Elements of one name, in the list made for them or anywhere; each from behind its id on, and up to its end or the next one."""

    def __init__(self, collection: bytes, name: bytes, data: bytes) -> None:
        self._list = collection
        self._name = name
        self._data = data

    def by_id(self, written: bytes) -> bytes:
        """One element; nothing when there is none of this id."""
        found = self._usual.get(written) or self._unusual.get(written, b"")
        return found.partition(self._name + b">")[0]

    @cached_property
    def _usual(self) -> dict[bytes, bytes]:
        """Those whose id is the first attribute, as nearly all."""
        found = self._list.rsplit(self._name + b' id="')
        return {each[: each.find(b'"')]: each for each in found[1:]}

    @cached_property
    def _unusual(self) -> dict[bytes, bytes]:
        found = re.split(rb"(?<=[<:])%s(?=\s)" % self._name, self._data)
        return {attribute(each.partition(b">")[0], "id").encode(): each for each in found[1:]}


class StyleNames(dict[bytes, str | None]):
    """Name of a style by its id as written; None for ids that no style has."""

    def __init__(self, styles: Elements) -> None:
        super().__init__()
        self._styles = styles

    def __missing__(self, style: bytes) -> str | None:
        """Read a style that is asked for the first time."""
        tag = self._styles.by_id(style).partition(b">")[0]
        name = self[style] = attribute(tag, "name") or None
        return name


class Header:
    """header.xml of one document; empty bytes stand for a header that is missing."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _lists(self) -> dict[bytes, tuple[int, int]]:
        """Where the lists that are asked for most begin and end; searches from the end on take a third of the time."""
        found, begin = {}, len(self._data)
        for name in _LISTS:
            end = self._data.rfind(name + b">", 0, begin)
            start = self._data.rfind(name + b" ", 0, max(end, 0))
            if start >= 0:
                found[name], begin = (start, end), start
        return found

    def list_of(self, name: bytes) -> bytes:
        """One of these lists; everything when there is no such list."""
        start, end = self._lists.get(name, (0, None))
        return self._data[start:end]

    @cached_property
    def border_fills(self) -> Elements:
        """Fills and borders."""
        return Elements(self.list_of(b"borderFills"), b"borderFill", self._data)

    @cached_property
    def shapes(self) -> Elements:
        """Shapes of paragraphs."""
        return Elements(self.list_of(b"paraProperties"), b"paraPr", self._data)

    @cached_property
    def styles(self) -> StyleNames:
        """Names of styles."""
        return StyleNames(Elements(self.list_of(b"styles"), b"style", self._data))

    @cached_property
    def headings(self) -> dict[bytes, Heading]:
        """What paragraph shapes, by their ids as written, say of the head; those without one are left out."""
        shapes = self.list_of(b"paraProperties")
        headings: dict[bytes, Heading] = {}
        # Levels 8 to 10 of outlines stand in the `case` of an `hp:switch`, with NONE in its `default`: what is not NONE counts.
        for found in _HEADING.finditer(shapes):
            begin = found.start()
            kind = HeadKind.__members__.get(attribute(found[0], "type"))
            shape = shapes.rfind(b"paraPr ", max(begin - _NEAR, 0), begin)
            if kind and shape >= 0 and shapes[begin - 1] in _BEFORE_NAME and shapes.find(b"paraPr>", shape, begin) < 0:
                tag = shapes[shape : shapes.find(b">", shape)]
                definition, level = number(attribute(found[0], "idRef")), number(attribute(found[0], "level"))
                heading = Heading(kind, definition, min(level, DEEPEST_LEVEL - 1), attribute(tag, "checked") == "1")
                headings.setdefault(attribute(tag, "id").encode(), heading)
        return headings

    @cached_property
    def numberings(self) -> dict[int, Sequence[Level]]:
        """Levels of the numberings by id."""
        return {number(attrs.get("id", "")): _levels(heads) for attrs, heads in self._definitions(b"numbering")}

    @cached_property
    def bullets(self) -> dict[int, Bullet]:
        """Bullets by id."""
        return {
            number(attrs.get("id", "")): Bullet.of(
                attrs.get("char", ""),
                attrs.get("checkedChar", ""),
                image=attrs.get("useImage") == "1",
                checkable=any(head.get("checkable") == "1" for head, _ in heads),
            )
            for attrs, heads in self._definitions(b"bullet")
        }

    def _definitions(self, kind: bytes) -> list[tuple[dict[str, str], list[tuple[dict[str, str], str]]]]:
        """Numberings or bullets: attributes, and attributes and text of each level."""
        found: list[tuple[dict[str, str], list[tuple[dict[str, str], str]]]] = []
        ours = False
        shapes, _ = self._lists.get(b"paraProperties", (len(self._data), 0))
        begin = max(self._data.rfind(kind + b"s ", 0, shapes), 0)
        for name, raw, text in _DEFINITION.findall(self._data, begin, shapes):
            if name == b"paraHead":
                if ours:
                    found[-1][1].append((attributes(raw), plain(text)))
            elif ours := name == kind:
                found.append((attributes(raw), []))
        return found

    def change(self, change: str) -> Signature:
        """Author and time of a tracked change."""
        return self._changes.get(change, UNSIGNED)

    @property
    def sections(self) -> int:
        """How many sections the document says it has; 0 when it does not."""
        found = _HEAD.search(self._data, 0, _NEAR)
        return number(attribute(found[0], "secCnt")) if found else 0

    @property
    def licence(self) -> str | None:
        """Licence that the author has marked, as written: KOGL, CCL."""
        _, styles = self._lists.get(b"styles", (0, 0))
        at = self._data.rfind(b"licensemark ", styles)
        found = _LICENCE.match(self._data, at) if at > 0 else None
        return attribute(found[0], "type") or None if found else None

    @cached_property
    def _changes(self) -> dict[str, Signature]:
        found = [(name, attributes(raw)) for name, raw in _CHANGE.findall(self._data)]
        authors = [attrs.get("name") for name, attrs in found if name == b"trackChangeAuthor"]
        return {
            attrs.get("id", ""): Signature(_author(authors, attrs.get("authorID", "")), attrs.get("date"))
            for name, attrs in found
            if name == b"trackChange"
        }


def _author(authors: list[str | None], counted: str) -> str | None:
    """Author of a change, whose number counts from 1."""
    index = number(counted) - 1
    return authors[index] if 0 <= index < len(authors) else None


def _levels(heads: list[tuple[dict[str, str], str]]) -> Sequence[Level]:
    """Levels of a numbering from its `paraHead` elements.

    Hangul leaves the text out where it is `^N` on all levels, as a comparison of documents that it wrote in both formats shows.
    """
    stated = {
        number(attrs.get("level", "")): Level(
            text,
            NumberFormat.__members__.get(attrs.get("numFormat", ""), NumberFormat.DIGIT),
            number(attrs.get("start", "")),
        )
        for attrs, text in heads
    }
    if not any(level.text for level in stated.values()):
        return PATHS
    return [stated.get(level, Level("")) for level in range(1, DEEPEST_LEVEL + 1)]
