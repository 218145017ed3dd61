"""Tables of what a font shows, filled as its strings are met: pages repeat their words, and a look-up costs no decoding."""

from __future__ import annotations

import re
from binascii import unhexlify
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from hwpextract.readers.pdf.fonts import Font

MAYBE_SPACE = -150.0
"""A shift between glyphs by this many thousandths of the size or more (to the right) may stand for a space."""
_DIGITS = rb"(?:[0-9A-Fa-f]{2})*+"
_PLAIN = re.compile(rb"Tm\n\[<" + _DIGITS + rb"(?:>[-.0-9]++<" + _DIGITS + rb")*+>\]TJ\n")

Segment: TypeAlias = tuple[float, str, float, int]
"""Shift before a text, the text, its advance (thousandths of the size), its number of glyphs."""


class ShownStrings(dict[bytes, tuple[Any, ...]]):
    """Segments of whole show operations, `Tm [<0012>-3.5<0034>]TJ` with its line ends, made when first asked for.

    Raises ValueError for operations of another shape.
    """

    __slots__ = ("_font",)

    def __init__(self, font: Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, operation: bytes) -> tuple[Segment, ...]:
        if not _PLAIN.fullmatch(operation):
            raise ValueError("no array of hexadecimal strings")
        parts = operation[5:-5].replace(b"<", b">").split(b">")
        text, width, count = self._font.show(unhexlify(b"".join(parts[::2])))
        if len(parts) > 1:
            steps = list(map(float, parts[1::2]))
            if min(steps) <= MAYBE_SPACE:
                segments = self[operation] = self._font.segments(operation[3:-3])
                return segments
            width -= sum(steps)
        if not text and self._font.type3:
            text = " "  # Hangul writes a space as an empty string in such fonts
        segments = self[operation] = ((0.0, text, width, count),)
        return segments
