"""Tables of what a font shows, filled as its strings are met: pages repeat their words, and a look-up costs no decoding."""

from __future__ import annotations

import re
from binascii import unhexlify
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hwpextract.readers.pdf.fonts import Font

MAYBE_SPACE = -150.0
"""A shift between glyphs by this many thousandths of the size or more (to the right) may stand for a space."""
_DIGITS = rb"(?:[0-9A-Fa-f]{2})*+"
_PLAIN = re.compile(rb"Tm\n\[<" + _DIGITS + rb"(?:>[-.0-9]++<" + _DIGITS + rb")*+>\]TJ\n")


class ShownStrings(dict[bytes, tuple[str, float, int]]):
    """Text, advance and glyphs of whole show operations, `Tm [<0012>-3.5<0034>]TJ` with its line ends, made when first asked for.

    Raises ValueError for operations of another shape, and for those with a shift that may be a space.
    """

    __slots__ = ("_font",)

    def __init__(self, font: Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, operation: bytes) -> tuple[str, float, int]:
        if not _PLAIN.fullmatch(operation):
            raise ValueError("no array of hexadecimal strings")
        parts = operation[5:-5].replace(b"<", b">").split(b">")
        text, width, glyphs = self._font.show(unhexlify(b"".join(parts[::2])))
        if len(parts) > 1:
            steps = list(map(float, parts[1::2]))
            if min(steps) <= MAYBE_SPACE:
                raise ValueError("more than one segment")
            width -= sum(steps)
        if not text and self._font.type3:
            text = " "  # Hangul writes a space as an empty string in such fonts
        shown = self[operation] = (text, width, glyphs)
        return shown
