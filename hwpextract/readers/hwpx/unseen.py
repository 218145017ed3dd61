"""Text that nobody sees: white letters on white.

Authors pad cells and keep notes for themselves in white; white letters on dark cells are as usual. What counts is the ground: the
shade of the letters, then their paragraph, cell, table and so on outwards, and the page at last. Where these do not tell it (drawn
shapes, pictures behind the text, master pages, zones of a table), text counts as seen.

Sections are marked before they are read, so reading most documents costs no more than a look for white in their header.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Final

from hwpextract.limits import Budget
from hwpextract.patterns import pattern
from hwpextract.readers.hwpx.header import Header
from hwpextract.readers.hwpx.markup import attribute

_SECRET: Final = os.urandom(8).hex().encode()
BEGIN: Final = b"begin" + _SECRET
END: Final = b"end" + _SECRET
"""Names of the empty elements around such text, inside of `t`: nobody knows them, so no file can hide text by them."""

_WHITE: Final = "#FFFFFF"
_NONE: Final = ("", "NONE", "#FFFFFFFF")
"""How writers spell that there is no colour."""
_OPEN: Final = (*_NONE, _WHITE)
# What may lie behind text without holding it.
_BEHIND: Final = (b"BEHIND_TEXT", b"cellzone ")
# Patterns begin with what is written out, for which the engine can look with speed.
_BRUSH: Final = pattern(rb'[<:](winBrush|imgBrush|gradation)\s(?:[^<>]*?faceColor="([^"<>]*+)")?')
_BRUSHES: Final = (b"Brush", b"gradation")
_BORDER: Final = pattern(rb'[<:]border\s[^<>]*?borderFillIDRef="(\d++)"')
# Tags of runs, and of all that may have a ground of its own.
_RUN: Final = pattern(rb"<(?:[\w.-]++:)?run\s[^<>]*+(?<!/)>")
_GROUND: Final = pattern(
    rb"<(/?)(?:[\w.-]++:)?(p|tc|tbl|rect|ellipse|polygon|curve|arc|container|connectLine|line|unknownObject)(?=[\s/>])([^<>]*+)>"
)
# More than the paragraphs of a page take.
_PAGE: Final = 1 << 17
# Bounds for headers and sections made to take time; beyond them, text counts as seen.
_MOST_SHAPES: Final = 16
_DEEPEST: Final = 128
_LONGEST: Final = 1024
_UNKNOWN: Final = "UNKNOWN"
_WHITE_LETTERS: Final = b'textColor="#FFFFFF"'
# Section properties stand in the first paragraph.
_PROPERTIES: Final = 1 << 16
# How far in front of the shape of a run its tag may begin.
_NEAR: Final = 128
# A `t` behind the tag of a run; on its content see `markup`.
_TEXT: Final = pattern(
    rb"<((?:[\w.-]++:)?)t(?:\s[^<>]*+(?<!/))?>([^<]*+(?:<(?!/?(?:[\w.-]++:)?(?:t|run|p)[\s/>])[^<]*+)*+)</(?:[\w.-]++:)?t\s*+>"
)
_TAG: Final = pattern(rb"<[^<>]*+>")
# What may stand in a run ahead of its text, and how large that, a cell up to the run, or a definition may be.
_PASSED: Final = pattern(rb"<((?:[\w.-]++:)?(?:pic|ctrl))(?=[\s>])[^<>]*+(?<!/)>")
_LARGEST: Final = 1 << 14


class Fills(dict[str, str]):
    """Colours of border fills by id: none for ids that no fill has, the name of the brush where that is no single colour."""

    def __init__(self, header: Header) -> None:
        super().__init__({"": ""})
        self._header = header

    def __missing__(self, border: str) -> str:
        """Read a fill that is asked for the first time."""
        colour = self[border] = _shown(self._header.border_fills.by_id(border.encode()))
        return colour


class ParagraphFills(dict[str, str]):
    """Colours behind the paragraphs of a shape, by its id."""

    def __init__(self, header: Header, fills: Fills) -> None:
        super().__init__({"": ""})
        self._header = header
        self._fills = fills

    def __missing__(self, shape: str) -> str:
        """Read a shape that is asked for the first time."""
        definition = self._header.shapes.by_id(shape.encode())
        border = _BORDER.search(definition, 0, _LARGEST)
        colour = self[shape] = self._fills[border[1].decode()] if border else _shown(definition)
        return colour


class Unseen:
    """What the header of a document says of white letters and of grounds."""

    def __init__(self, header: Header, budget: Budget) -> None:
        self._header = header
        self._budget = budget
        self._fills = Fills(header)
        self._behind = ParagraphFills(header, self._fills)

    def mark(self, section: bytes) -> bytes:
        """A section with marks around the text that nobody sees."""
        texts = [text for text in self._white_texts(section) if self._may_be_on_white(section, text.start())]
        if not texts or _is_backed(section, max(texts[0].start() - _PAGE, 0), texts[-1].end() + _PAGE):
            return section
        properties = section[: section.rfind(b"secPr>", 0, _PROPERTIES)]
        pages = (rest.partition(b">")[0] for rest in properties.split(b"pageBorderFill ")[1:])
        if b"masterPage " in properties or any(self._fill(b" " + page) not in _NONE for page in pages):
            return section
        pieces, end = [], 0
        for text in self._on_white(section, texts):
            pieces += [section[end : text.start(2)], _mark(text[1], BEGIN), text[2], _mark(text[1], END)]
            end = text.end(2)
        return b"".join([*pieces, section[end:]])

    def _white_texts(self, section: bytes) -> Iterator[re.Match[bytes]]:
        """The `t` elements of the runs in white, in order."""
        behind = 0
        is_bare = cache(self._is_bare)
        for shape, letters in sorted([(place, each) for each in self._white for place in _places(section, each)]):
            tag = section.rfind(b"<", max(shape - _NEAR, behind), shape)  # broken tags may name their shape twice
            if tag >= 0 and (run := _RUN.match(section, tag)):
                behind = run.end()
                # Nearly all runs in white are empty, and looking is cheaper than asking for the shade.
                if (texts := list(_texts(section, behind))) and is_bare(letters):
                    yield from texts

    def _is_bare(self, letters: bytes) -> bool:
        """Whether a shape of letters has no shade."""
        return attribute(letters, "shadeColor").upper() in _OPEN and self._fill(letters) in _OPEN

    def _may_be_on_white(self, section: bytes, place: int) -> bool:
        """Whether the innermost cell has no other colour: most white letters stand on one that has."""
        self._budget.tick()
        cell = section.rfind(b":tc ", max(place - _LARGEST, 0), place)
        if cell < 0 or section.rfind(b":tc>", cell, place) > 0:
            return True
        return self._fill(section[cell : section.find(b">", cell, place)]) in _OPEN

    def _on_white(self, section: bytes, texts: list[re.Match[bytes]]) -> Iterator[re.Match[bytes]]:
        """Those of the texts whose ground is white."""
        grounds: list[tuple[bytes, bytes]] = []
        behind = 0
        for text in texts:
            self._budget.tick()
            for tag in _GROUND.finditer(section, behind, text.start()):
                closes, name, raw = tag.groups()
                if not closes and not raw.endswith(b"/"):
                    grounds.append((name, raw))
                elif closes and grounds and grounds[-1][0] == name:
                    grounds.pop()
            behind = text.start()
            if self._is_white(grounds):
                yield text

    def _is_white(self, grounds: list[tuple[bytes, bytes]]) -> bool:
        """Whether the innermost ground that has a colour is white, the page if none has."""
        for name, raw in reversed(grounds[-_DEEPEST:]):
            if name not in (b"p", b"tc", b"tbl"):
                return False
            fill = self._behind[attribute(raw, "paraPrIDRef")] if name == b"p" else self._fill(raw)
            if fill not in _NONE:
                return fill == _WHITE
        return len(grounds) <= _DEEPEST

    @cached_property
    def _white(self) -> list[bytes]:
        """Tags of the shapes of white letters."""
        found: dict[str, bytes] = {}
        data, end = self._header.data, self._header.ahead
        for _ in range(_MOST_SHAPES):
            end = data.rfind(_WHITE_LETTERS, 0, end)
            if end < 0:
                break
            begin = data.rfind(b"<", max(end - _LONGEST, 0), end)
            shape = data[begin : end + _LONGEST].partition(b">")[0]
            if b"charPr " in shape and (number := attribute(shape, "id")).isdecimal():
                found[number] = shape
        return list(found.values())

    def _fill(self, tag: bytes) -> str:
        """Colour of the border fill that a tag names; the name of the brush where that is no single colour."""
        return self._fills[attribute(tag, "borderFillIDRef")]


def _shown(definition: bytes) -> str:
    """The colour in a definition, or the name of its brush where that is no single colour."""
    if len(definition) > _LARGEST:
        return _UNKNOWN
    if not any(definition.rfind(brush) >= 0 for brush in _BRUSHES):
        return ""
    brushes = (colour.upper() if kind == b"winBrush" else kind for kind, colour in _BRUSH.findall(definition))
    return next((shown for brush in brushes if (shown := brush.decode("utf-8", "replace")) not in _NONE), "")


def _is_backed(section: bytes, start: int, end: int) -> bool:
    """Whether something may lie behind the text of a part of a section."""
    return any(section.rfind(thing, start, end) >= 0 for thing in _BEHIND)


def _places(section: bytes, letters: bytes) -> Iterator[int]:
    """Where a section refers to a shape of letters."""
    reference = b'charPrIDRef="%s"' % attribute(letters, "id").encode()
    # A search from the end on takes half the time.
    place = section.rfind(reference)
    while place >= 0:
        yield place
        place = section.rfind(reference, 0, place)


def _texts(section: bytes, place: int) -> Iterator[re.Match[bytes]]:
    """The `t` elements of a run that are not blank; `place` stands behind its tag."""
    while True:
        if text := _TEXT.match(section, place):
            place = text.end()
            if _TAG.sub(b"", text[2]).strip():
                yield text
        elif thing := _PASSED.match(section, place):
            place = section.find(b"</%s>" % thing[1], thing.end(), thing.end() + _LARGEST)
            if place < 0:
                return
            place += len(thing[1]) + 3
        else:
            return


def _mark(prefix: bytes, name: bytes) -> bytes:
    return b"<%s%s/>" % (prefix, name)
