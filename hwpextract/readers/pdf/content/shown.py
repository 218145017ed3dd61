"""Tables of what a font shows, filled as its strings are met: pages repeat their words, and a look-up costs no decoding."""

from __future__ import annotations

from binascii import unhexlify
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hwpextract.readers.pdf.content.fonts import Font

MAYBE_SPACE = -150.0
"""A shift between glyphs by this many thousandths of the size or more (to the right) may stand for a space."""


class ShownStrings(dict[bytes, tuple[str, float, int]]):
    """Text, advance and glyphs of whole show operations, `Tm [<0012>-3.5<0034>]TJ` with its line ends, made when first asked for.

    Raises ValueError for operations of another shape, and for those with a shift that may be a space.
    """

    __slots__ = ("_font",)

    def __init__(self, font: Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, operation: bytes) -> tuple[str, float, int]:
        parts = operation.replace(b"<", b">").split(b">")
        if parts[0] != b"Tm\n[" or parts[-1] != b"]TJ\n":
            raise ValueError("no array of hexadecimal strings")
        text, width, glyphs = self._font.show(unhexlify(b"".join(parts[1::2])))
        if len(parts) > 3:
            steps = list(map(float, parts[2:-1:2]))
            width -= sum(steps)
            if min(steps) <= MAYBE_SPACE or not isfinite(width):  # `float` takes words, too
                raise ValueError("more than one segment")
        if not glyphs and self._font.type3:
            text = " "  # Hangul writes a space as an empty string in such fonts
        shown = self[operation] = (text, width, glyphs)
        return shown
