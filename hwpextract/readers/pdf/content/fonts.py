"""Fonts as tables: the text and the advance of a show-string, decoded in bulk (ISO 32000-1, 9.4.3)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from hwpextract.readers.pdf.content.shown import MAYBE_SPACE, ShownStrings
from hwpextract.readers.pdf.file.lexer import HEX, NUMBER, STRING, number, unescape, unhex

UNKNOWN = "\ufffd"

Segment: TypeAlias = tuple[float, str, float, int]
"""Shift before a text, the text, its advance (thousandths of the size), its number of glyphs."""

SYMBOL_FONTS = re.compile(r"wingdings|webdings|marlett|zapfdingbats", re.IGNORECASE)
_STRING_ITEM = re.compile(rb"(" + HEX + rb")|(" + STRING + rb")|(" + NUMBER + rb")", re.DOTALL)


class _Table(dict[int, Any]):
    """A table whose missing keys have one value."""

    __slots__ = ("missing",)

    def __init__(self, known: dict[int, Any], missing: Any) -> None:
        super().__init__(known)
        self.missing = missing

    def __missing__(self, key: int) -> Any:
        return self.missing


class Font:
    """One font of a page: `show` gives text and advance of a show-string."""

    __slots__ = (
        "_codec", "_segments", "_text", "_text_of", "_wide", "_width_of", "_widths",
        "name", "shown", "space", "type3", "vertical",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        text: dict[int, str],
        widths: dict[int, float],
        default_width: float,
        *,
        wide: bool,
        codec: str | None = None,
        type3: bool = False,
        vertical: bool = False,
    ) -> None:
        self.name = name
        self.type3 = type3
        self.vertical = vertical
        if SYMBOL_FONTS.search(name):
            text = {
                code: chr(0xF000 + ord(value)) if len(value) == 1 and "!" <= value < "\u0100" else value
                for code, value in text.items()
            }
        self._text = _Table(text, UNKNOWN)
        self._widths = _Table(widths, default_width)
        self._text_of, self._width_of = self._text.__getitem__, self._widths.__getitem__
        self._wide = wide
        self._codec = codec
        self._segments: dict[bytes, tuple[Segment, ...]] = {}
        self.shown = ShownStrings(self)
        space = next((code for code, value in text.items() if value == " "), None)
        self.space = self._widths[space] if space is not None else default_width / 2 if wide else self._widths[32]

    def show(self, raw: bytes) -> tuple[str, float, int]:
        """Text, advance in thousandths of the size, and number of glyphs of a show-string."""
        if self._codec:
            return self._decoded(raw)
        codes: Sequence[int] = codes_of(raw) if self._wide else raw
        return "".join(map(self._text_of, codes)), sum(map(self._width_of, codes)), len(codes)

    def segments(self, strings: bytes) -> tuple[Segment, ...]:
        """Text of one show operand: (shift before it, text, advance, glyphs), advances in thousandths of the size.

        Small shifts between glyphs count in the advance; a shift that may be a word space begins a new segment.
        """
        known = self._segments.get(strings)
        if known is None:
            known = self._plain(strings) or tuple(self._split(strings))
            if self.type3:
                # Hangul writes a space as an empty string in such fonts.
                known = tuple((gap, text if glyphs else " ", width, glyphs) for gap, text, width, glyphs in known)
            self._segments[strings] = known
        return known

    def _plain(self, strings: bytes) -> tuple[Segment] | None:
        """The one segment of an array of hexadecimal strings with small shifts, as Hancom writes it; None for others."""
        try:
            return ((0.0, *self.shown[b"Tm\n" + strings + b"TJ\n"]),)
        except ValueError:
            return None

    def _split(self, strings: bytes) -> Iterator[Segment]:
        shift = before = width = 0.0
        texts: list[str] = []
        glyphs = 0
        for hexed, literal, adjust in _STRING_ITEM.findall(strings):
            if adjust:
                shift += float(number(adjust))
                continue
            if texts and shift <= MAYBE_SPACE:
                yield before, "".join(texts), width, glyphs
                texts, before, width, glyphs = [], shift, 0.0, 0
            elif texts:
                width -= shift
            else:
                before = shift
            shift = 0.0
            text, advance, count = self.show(unescape(literal[1:-1]) if literal else unhex(hexed[1:-1]))
            texts.append(text)
            width += advance
            glyphs += count
        yield before, "".join(texts), width - shift if texts else 0.0, glyphs

    def _decoded(self, raw: bytes) -> tuple[str, float, int]:
        """A show-string in a legacy encoding: one or two bytes a character; a byte pair is a full em unless the font says more."""
        wide = self._codec == "utf-16-be"
        codes = codes_of(raw) if wide else [int.from_bytes(pair, "big") for pair in _PAIRS.findall(raw)]
        mapped = "".join(map(self._text.__getitem__, codes)) if self._text else None
        text = raw.decode(self._codec or "ascii", "replace") if mapped is None else mapped
        return text, sum(map(self._widths.__getitem__, codes)), len(codes)


def codes_of(raw: bytes) -> tuple[int, ...]:
    """Two-byte codes; an odd byte at the end is dropped."""
    count = len(raw) // 2
    return (_UNPACK[count] if count < _SHORT else struct.Struct(f">{count}H").unpack)(raw[: 2 * count])


_SHORT = 64
_UNPACK = [struct.Struct(f">{count}H").unpack for count in range(_SHORT)]
_PAIRS = re.compile(rb"[\x81-\xfe].|.", re.DOTALL)
