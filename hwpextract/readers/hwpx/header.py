"""Look-ups in header.xml: names of styles, heads of paragraphs, who deleted what. Its lists are read when somebody asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, TypeAlias

from hwpextract.patterns import pattern
from hwpextract.readers.heads import DEEPEST_LEVEL, PATHS, Bullet, Heading, HeadKind, Level
from hwpextract.readers.hwpx.markup import attribute, attributes, plain
from hwpextract.readers.hwpx.objects import number
from hwpextract.readers.numbers import NumberFormat
from hwpextract.readers.signatures import UNSIGNED, Signature

Part: TypeAlias = tuple[int, int]
"""Where a part of some data begins, and where it ends."""

_CHANGE: Final = pattern(rb"<(?:[\w.-]++:)?(trackChange|trackChangeAuthor)(?=\s)([^<>]*+)")
_HEAD: Final = pattern(rb"<(?:[\w.-]++:)?head\s[^<>]*+")
_LICENCE: Final = pattern(rb"(?<=[<:])licensemark\s[^<>]*+")
_DEFINITION: Final = pattern(rb"<(?:[\w.-]++:)?(numbering|bullet|paraHead)(?=\s)([^<>]*+)>([^<]*+)")
_HEADING: Final = b"heading "
_NO_HEADING: Final = b'type="NONE"'
# More than the attributes of a heading take.
_LONGEST: Final = 512
# Ids are shorter.
_DIGITS: Final = 10
# The heading of a paragraph shape stands this near its beginning.
_NEAR: Final = 4096
# What stands in front of the name of an element; a style may be called `heading 1`.
_BEFORE_NAME: Final = b"<:"


class Elements:
    """Elements of one name, in the list made for them or anywhere; each from behind its id on, and up to its end or the next one."""

    def __init__(self, data: bytes, part: Part, name: bytes) -> None:
        self._data = data
        self._part = part
        self._name = name

    def by_id(self, written: bytes) -> bytes:
        """One element; nothing when there is none of this id."""
        found = self._counted(written) or self._usual.get(written) or self._unusual.get(written, b"")
        return found.partition(self._name + b">")[0]

    def _counted(self, written: bytes) -> bytes:
        """The element that stands where its id says: nearly all lists are counted, from 0 or from 1 on."""
        place = int(written) if written.isdigit() and len(written) < _DIGITS else 0
        begins = written + b'"'
        for element in self._elements[place : place + 2]:
            if element.startswith(begins):
                return element
        return b""

    @cached_property
    def _elements(self) -> list[bytes]:
        """What stands in front, then those whose id is the first attribute, as nearly all."""
        start, end = self._part
        return self._data[start:end].rsplit(self._name + b' id="')

    @cached_property
    def _usual(self) -> dict[bytes, bytes]:
        return {each[: each.find(b'"')]: each for each in self._elements[1:]}

    @cached_property
    def _unusual(self) -> dict[bytes, bytes]:
        found = re.split(rb"(?<=[<:])%s(?=\s)" % self._name, self._data)
        return {attribute(each.partition(b">")[0], "id").encode(): each for each in found[1:]}


def _list(data: bytes, name: bytes, limit: int) -> Part:
    """The list of this name that ends before a place; all of the data when there is none.

    A search from the end on takes a third of the time.
    """
    end = data.rfind(name + b">", 0, limit)
    start = data.rfind(name + b" ", 0, max(end, 0))
    return (start, end) if start >= 0 else (0, len(data))


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


class Headings(dict[bytes, Heading | None]):
    """What paragraph shapes, by their ids as written, say of the head; None for shapes without one, which are most."""

    def __init__(self, data: bytes, shapes: Part) -> None:
        super().__init__()
        self._data = data
        self._shapes = shapes

    def __missing__(self, shape: bytes) -> Heading | None:
        """Read a shape that is asked for the first time."""
        tags = self._headed.get(shape)
        heading = self[shape] = _heading(*tags) if tags else None
        return heading

    @cached_property
    def _headed(self) -> dict[bytes, tuple[bytes, bytes]]:
        """Tags of the shapes that have a head, and what those say of it."""
        data = self._data
        tags: dict[bytes, tuple[bytes, bytes]] = {}
        # Levels 8 to 10 of outlines stand in the `case` of an `hp:switch`, with NONE in its `default`: what is not NONE counts.
        for heading in self._places():
            shape = data.rfind(b"paraPr ", max(heading - _NEAR, 0), heading)
            if shape >= 0 and data[heading - 1] in _BEFORE_NAME and data.find(b"paraPr>", shape, heading) < 0:
                tag = data[shape:heading].partition(b">")[0]
                found = data[heading : heading + _LONGEST].partition(b">")[0].partition(b"<")[0]
                tags.setdefault(attribute(tag, "id").encode(), (tag, found))
        return tags

    def _places(self) -> Iterator[int]:
        """Where there are headings but of the kind NONE; splitting takes half the time of a search."""
        start, end = self._shapes
        first, *found = self._data[start:end].rsplit(_HEADING)
        place = start + len(first)
        for heading in found:
            if not heading.startswith(_NO_HEADING):
                yield place
            place += len(_HEADING) + len(heading)


def _heading(shape: bytes, heading: bytes) -> Heading | None:
    """The heading that two tags describe, if its kind is known."""
    kind = HeadKind.__members__.get(attribute(heading, "type"))
    if kind is None:
        return None
    level = min(number(attribute(heading, "level")), DEEPEST_LEVEL - 1)
    return Heading(kind, number(attribute(heading, "idRef")), level, attribute(shape, "checked") == "1")


class Header:
    """header.xml of one document; empty bytes stand for a header that is missing."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        # The schema has styles behind the shapes of paragraphs, and fills, letters, numberings and bullets ahead of those.
        styles = _list(data, b"styles", len(data))
        shapes = _list(data, b"paraProperties", styles[0] or len(data))
        self._behind_styles = styles[1] if styles[0] else 0
        self.ahead = shapes[0] or len(data)
        """Where the lists end that stand ahead of the shapes of paragraphs."""
        self.shapes = Elements(data, shapes, b"paraPr")
        """Shapes of paragraphs."""
        self.headings = Headings(data, shapes)
        self.styles = StyleNames(Elements(data, styles, b"style"))

    @cached_property
    def border_fills(self) -> Elements:
        """Borders and fills."""
        return Elements(self.data, _list(self.data, b"borderFills", self.ahead), b"borderFill")

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
        begin = self.data.rfind(kind + b"s ", 0, self.ahead)
        start, end = (begin, self.ahead) if begin >= 0 else (0, len(self.data))
        for name, raw, text in _DEFINITION.findall(self.data, start, end):
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
        found = _HEAD.search(self.data, 0, _NEAR)
        return number(attribute(found[0], "secCnt")) if found else 0

    @property
    def licence(self) -> str | None:
        """Licence that the author has marked, as written: KOGL, CCL."""
        at = self.data.rfind(b"licensemark ", self._behind_styles)
        found = _LICENCE.match(self.data, at) if at > 0 else None
        return attribute(found[0], "type") or None if found else None

    @cached_property
    def _changes(self) -> dict[str, Signature]:
        found = [(name, attributes(raw)) for name, raw in _CHANGE.findall(self.data)]
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
