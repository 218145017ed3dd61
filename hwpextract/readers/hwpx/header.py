"""Look-ups in header.xml: names of styles, heads of paragraphs, who deleted what. Nothing is read before somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from hwpextract.patterns import pattern
from hwpextract.readers.heads import DEEPEST_LEVEL, PATHS, Bullet, Heading, HeadKind, Level
from hwpextract.readers.hwpx.markup import attribute, attributes, plain
from hwpextract.readers.hwpx.objects import number
from hwpextract.readers.numbers import NumberFormat
from hwpextract.readers.signatures import UNSIGNED, Signature

_STYLE: Final = pattern(rb'<(?:[\w.-]++:)?style(?=\s)(?=[^<>]*?\sid="([^"<]*+)")(?=[^<>]*?\sname="([^"<]*+)")')
_CHANGE: Final = pattern(rb"<(?:[\w.-]++:)?(trackChange|trackChangeAuthor)(?=\s)([^<>]*+)")
_HEAD: Final = pattern(rb"<(?:[\w.-]++:)?head\s[^<>]*+")
_LICENCE: Final = pattern(rb"(?<=[<:])licensemark\s[^<>]*+")
_DEFINITION: Final = pattern(rb"<(?:[\w.-]++:)?(numbering|bullet|paraHead)(?=\s)([^<>]*+)>([^<]*+)")
_HEADING: Final = pattern(rb'heading (?!type="NONE")[^<>]{1,512}')
# Where shapes of paragraphs begin; the fonts, borders and shapes of characters before them are half of the header.
_SHAPES: Final = b"paraProperties itemCnt="
# The heading of a paragraph shape stands this near its beginning, and no tag of either is longer than this.
_NEAR: Final = 4096
_LONGEST: Final = 512
# What stands in front of the name of an element; a style may be called `heading 1`.
_BEFORE_NAME: Final = b"<:"


class Header:
    """header.xml of one document; empty bytes stand for a header that is missing."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def styles(self) -> dict[bytes, bytes]:
        """Names of paragraph and character styles by id, both as written."""
        return dict(_STYLE.findall(self._data, max(self._data.rfind(b"styles "), 0)))

    @cached_property
    def headings(self) -> dict[bytes, Heading]:
        """What paragraph shapes say of the head, by id as written; shapes without one, which are most, are left out.

        Levels 8 to 10 of outlines stand in the `case` of an `hp:switch`, with NONE in its `default`, so the first that is not NONE
        counts.
        """
        data = self._data
        headings: dict[bytes, Heading] = {}
        for found in _HEADING.finditer(data, max(data.find(_SHAPES), 0)):
            at = found.start()
            kind = HeadKind.__members__.get(attribute(found[0], "type")) if data[at - 1] in _BEFORE_NAME else None
            shape = data.rfind(b"paraPr ", max(at - _NEAR, 0), at) if kind else -1
            if kind and shape >= 0:
                owner = attributes(data[shape : shape + _LONGEST].partition(b">")[0])
                definition, level = number(attribute(found[0], "idRef")), number(attribute(found[0], "level"))
                heading = Heading(kind, definition, min(level, DEEPEST_LEVEL - 1), owner.get("checked") == "1")
                headings.setdefault(owner.get("id", "").encode(), heading)
        return headings

    @cached_property
    def numberings(self) -> dict[int, Sequence[Level]]:
        """Levels of the numberings by id."""
        return {
            number(attrs.get("id", "")): _levels(heads)
            for name, attrs, heads in self._definitions
            if name == b"numbering"
        }

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
            for name, attrs, heads in self._definitions
            if name == b"bullet"
        }

    @cached_property
    def _definitions(self) -> list[tuple[bytes, dict[str, str], list[tuple[dict[str, str], str]]]]:
        """Numberings and bullets: the element, its attributes, attributes and text of each of its levels."""
        found: list[tuple[bytes, dict[str, str], list[tuple[dict[str, str], str]]]] = []
        for name, raw, text in _DEFINITION.findall(self._data):
            if name != b"paraHead":
                found.append((name, attributes(raw), []))
            elif found:
                found[-1][2].append((attributes(raw), plain(text)))
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
        at = self._data.rfind(b"licensemark ")
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
