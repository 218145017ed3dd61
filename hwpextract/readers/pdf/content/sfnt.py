"""Character codes of an embedded TrueType font's glyphs, from its `cmap` table: for fonts that come without ToUnicode."""

from __future__ import annotations

import struct
from itertools import repeat

_PREFERRED = ((3, 10), (0, 4), (3, 1), (0, 3), (0, 1), (3, 0))
"""Platform and encoding of a subtable, best first: full Unicode, then the basic plane, then symbols."""
_MOST = 65_536


def characters_of_glyphs(font: bytes) -> dict[int, str]:
    """Text by glyph number; empty when the font has no readable Unicode `cmap`."""
    try:
        offset = _table(font, b"cmap")
        if offset is None:
            return {}
        (count,) = struct.unpack_from(">H", font, offset + 2)
        found = {}
        for index in range(min(count, 64)):
            platform, encoding, at = struct.unpack_from(">HHL", font, offset + 4 + 8 * index)
            found[platform, encoding] = offset + at
        for key in _PREFERRED:
            if key in found:
                return _subtable(font, found[key])
    except struct.error:
        pass
    return {}


def _table(font: bytes, tag: bytes) -> int | None:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        name, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        if name == tag:
            return int(offset)
    return None


def _subtable(font: bytes, at: int) -> dict[int, str]:
    (form,) = struct.unpack_from(">H", font, at)
    if form == 4:
        return _segments(font, at)
    if form == 12:
        return _groups(font, at)
    return {}


def _segments(font: bytes, at: int) -> dict[int, str]:
    (double,) = struct.unpack_from(">H", font, at + 6)
    count = double // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", font, at + 14 + part * double + (2 if part else 0)) for part in range(4)
    )
    range_at = at + 16 + 3 * double
    glyphs: dict[int, str] = {}
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", font, range_at + 2 * index + offset + 2 * (code - start))
            glyph = (glyph + delta) & 0xFFFF if glyph or not offset else 0
            if glyph and not 0xD800 <= code <= 0xDFFF:
                glyphs.setdefault(glyph, chr(code))
        if len(glyphs) >= _MOST:
            break
    return glyphs


def _groups(font: bytes, at: int) -> dict[int, str]:
    (count,) = struct.unpack_from(">L", font, at + 12)
    glyphs: dict[int, str] = {}
    for index, _ in zip(range(count), repeat(None, _MOST), strict=False):
        start, end, glyph = struct.unpack_from(">LLL", font, at + 16 + 12 * index)
        for step in range(min(end - start + 1, _MOST - len(glyphs))):
            if start + step < 0x110000 and not 0xD800 <= start + step <= 0xDFFF:
                glyphs.setdefault(glyph + step, chr(start + step))
    return glyphs
