"""Tables of what a font shows, filled as its strings are met: pages repeat their words, and a look-up costs no decoding."""

from __future__ import annotations

import re
from binascii import unhexlify
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from hwpextract.readers.pdf.fonts import Font

MAYBE_SPACE = -150.0
"""A shift between glyphs by this many thousandths of the size or more (to the right) may stand for a space."""
_SHIFT = re.compile(rb"-?[0-9]*+\.?[0-9]++\.?")

Segment: TypeAlias = tuple[float, str, float, int]
"""Shift before a text, the text, its advance (thousandths of the size), its number of glyphs."""


class ShownStrings(dict[bytes, tuple[Any, ...]]):
    """Segments of whole show operations, `[<0012>-3.5<0034>]TJ` with its line end, made when first asked for.

    Raises ValueError for operations of another shape.
    """

    __slots__ = ("_font", "_shifts", "_texts")

    def __init__(self, font: Font) -> None:
        super().__init__()
        self._font = font
        self._texts = _Glyphs(font)
        self._shifts = _Shifts()

    def __missing__(self, operation: bytes) -> tuple[Segment, ...]:
        if not operation.startswith(b"[<") or not operation.endswith(b">]TJ\n"):
            raise ValueError("no array of hexadecimal strings")
        parts = operation[2:-5].replace(b"<", b">").split(b">")
        glyphs, shifts = parts[::2], parts[1::2]
        text = "".join(map(self._texts.__getitem__, glyphs))
        width = sum(map(self._texts.widths.__getitem__, glyphs))
        count = sum(map(self._texts.counts.__getitem__, glyphs))
        if shifts:
            steps = list(map(self._shifts.__getitem__, shifts))
            width -= sum(steps)
            if min(steps) <= MAYBE_SPACE:
                segments = self[operation] = self._font.segments(operation[:-3])
                return segments
        if not text and self._font.type3:
            text = " "  # Hangul writes a space as an empty string in such fonts
        segments = self[operation] = ((0.0, text, width, count),)
        return segments


class _Glyphs(dict[bytes, str]):
    """Text by hexadecimal string, with the advances and numbers of glyphs beside it."""

    __slots__ = ("_font", "counts", "widths")

    def __init__(self, font: Font) -> None:
        super().__init__()
        self._font = font
        self.widths: dict[bytes, float] = {}
        self.counts: dict[bytes, int] = {}

    def __missing__(self, digits: bytes) -> str:
        text, self.widths[digits], self.counts[digits] = self._font.show(unhexlify(digits))
        self[digits] = text
        return text


class _Shifts(dict[bytes, float]):
    """Numbers between hexadecimal strings."""

    __slots__ = ()

    def __missing__(self, token: bytes) -> float:
        if not _SHIFT.fullmatch(token):
            raise ValueError("no number")
        value = self[token] = float(token)
        return value
