"""Fonts as tables: the text and the advance of a show-string, decoded in bulk (ISO 32000-1, 9.6 to 9.10).

Text is looked up by character code, first in ToUnicode, then by the encoding, last in the embedded font's own `cmap`. Font
programs are not opened otherwise.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from hwpextract.readers.pdf.content.cmap import code_width, to_cids, to_unicode
from hwpextract.readers.pdf.content.shown import MAYBE_SPACE, ShownStrings
from hwpextract.readers.pdf.file.filters import FilterError
from hwpextract.readers.pdf.file.lexer import HEX, NUMBER, STRING, Ref, number, unescape, unhex
from hwpextract.readers.pdf.file.objects import Objects, Stream

UNKNOWN = "\ufffd"

Segment: TypeAlias = tuple[float, str, float, int]
"""Shift before a text, the text, its advance (thousandths of the size), its number of glyphs."""

_CODECS = {
    "KSC-EUC": "euc_kr",
    "KSCms-UHC": "cp949",
    "KSCms-UHC-HW": "cp949",
    "KSCpc-EUC": "euc_kr",
    "KSC-Johab": "johab",
    "UniKS-UCS2": "utf-16-be",
    "UniKS-UTF16": "utf-16-be",
    "GBK-EUC": "gbk",
    "GBKp-EUC": "gbk",
    "GBK2K": "gb18030",
    "GB-EUC": "gb2312",
    "UniGB-UCS2": "utf-16-be",
    "UniGB-UTF16": "utf-16-be",
    "90ms-RKSJ": "cp932",
    "90msp-RKSJ": "cp932",
    "UniJIS-UCS2": "utf-16-be",
    "UniJIS-UTF16": "utf-16-be",
    "ETen-B5": "big5",
    "B5pc": "big5",
    "UniCNS-UCS2": "utf-16-be",
    "UniCNS-UTF16": "utf-16-be",
}
"""Predefined CMaps (table 118) whose character codes are a text encoding of their own."""
_SYMBOL_FONTS = re.compile(r"wingdings|webdings|marlett|zapfdingbats", re.IGNORECASE)
_MOST_WIDTHS = 65_536
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
    """One font of a page: `show` gives text and advance of a show-string.

    `ends_spaces`: the font writes the space at the end of a wrapped line as a glyph (Type0), so its absence means something.
    """

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
        if _SYMBOL_FONTS.search(name):
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
        codes: Sequence[int] = _codes(raw) if self._wide else raw
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
        codes = _codes(raw) if wide else [int.from_bytes(pair, "big") for pair in _PAIRS.findall(raw)]
        mapped = "".join(map(self._text.__getitem__, codes)) if self._text else None
        text = raw.decode(self._codec or "ascii", "replace") if mapped is None else mapped
        return text, sum(map(self._widths.__getitem__, codes)), len(codes)


def _codes(raw: bytes) -> tuple[int, ...]:
    """Two-byte codes; an odd byte at the end is dropped."""
    count = len(raw) // 2
    return (_UNPACK[count] if count < _SHORT else struct.Struct(f">{count}H").unpack)(raw[: 2 * count])


_SHORT = 64
_UNPACK = [struct.Struct(f">{count}H").unpack for count in range(_SHORT)]
_PAIRS = re.compile(rb"[\x81-\xfe].|.", re.DOTALL)


def load_font(objects: Objects, value: Any) -> Font:
    """Read a font dictionary; whatever is missing or damaged in it leaves a font that shows what can be known."""
    font = objects.dictionary(value)
    kind = objects.get(font.get("Subtype"))
    name = _name(objects.get(font.get("BaseFont")) or objects.get(font.get("Name")) or "")
    text = _to_unicode(objects, font)
    if kind == "Type0":
        return _composite(objects, font, name, text)
    return _simple(objects, font, name, text, type3=kind == "Type3")


def _name(value: Any) -> str:
    raw = value.encode("latin-1", "replace") if isinstance(value, str) else value if isinstance(value, bytes) else b""
    name = raw.partition(b"+")[2] or raw
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("cp949", "replace")


def _to_unicode(objects: Objects, font: dict[str, Any]) -> dict[int, str]:
    try:
        return to_unicode(objects.stream_data(font.get("ToUnicode")))
    except FilterError:
        return {}


# --- simple fonts --------------------------------------------------------------------------------------------------------------


def _simple(objects: Objects, font: dict[str, Any], name: str, text: dict[int, str], *, type3: bool) -> Font:
    first = int(objects.number(font.get("FirstChar")))
    widths = [objects.number(width) for width in objects.array(font.get("Widths"))[:256]]
    descriptor = objects.dictionary(font.get("FontDescriptor"))
    scale = abs(objects.number((objects.array(font.get("FontMatrix")) or [0.001])[0], 0.001)) * 1000 if type3 else 1
    missing = objects.number(descriptor.get("MissingWidth"), 0 if widths else 500)
    return Font(
        name,
        {**_encoded(objects, font, name), **text} if len(text) < 256 and not type3 else text,
        {first + index: width * scale for index, width in enumerate(widths)},
        missing,
        wide=False,
        type3=type3,
    )


def _encoded(objects: Objects, font: dict[str, Any], name: str) -> dict[int, str]:
    """Text by code from the encoding of a simple font: a base encoding and its differences."""
    from pdfminer.encodingdb import EncodingDB
    from pdfminer.psparser import LIT

    encoding = objects.get(font.get("Encoding"))
    base, differences = encoding, []
    if isinstance(encoding, dict):
        base = objects.get(encoding.get("BaseEncoding"))
        differences = [_literal(objects.get(item), LIT) for item in objects.array(encoding.get("Differences"))[:1024]]
    if _SYMBOL_FONTS.search(name) and base is None and not differences:
        return {code: chr(0xF000 + code) for code in range(0x20, 0x100)}
    table = EncodingDB.get_encoding(base if isinstance(base, str) else "StandardEncoding", differences)
    return dict(table)


def _literal(value: Any, literal: Any) -> Any:
    return literal(value) if isinstance(value, str) else value


# --- composite fonts -----------------------------------------------------------------------------------------------------------


def _composite(objects: Objects, font: dict[str, Any], name: str, text: dict[int, str]) -> Font:
    descendant = objects.dictionary((objects.array(font.get("DescendantFonts")) or [None])[0])
    encoding = objects.get(font.get("Encoding"))
    vertical = isinstance(encoding, str) and encoding.endswith("-V")
    widths = _widths(objects, descendant.get("W"))
    default = objects.number(descendant.get("DW"), 1000)
    base = encoding.rpartition("-")[0] if isinstance(encoding, str) else ""
    codec = _CODECS.get(base)
    if codec:
        advances = _legacy_widths(widths, codec, half=base.endswith("-HW") or not widths)
        return Font(name, text, advances, default, wide=True, codec=codec, vertical=vertical)
    wide = True
    cids: dict[int, int] = {}
    if isinstance(encoding, Stream):
        data = _data(objects, encoding)
        cids, wide = to_cids(data), code_width(data) == 2
        vertical = objects.get(encoding.attributes.get("WMode")) == 1
    if cids:
        widths = {code: widths.get(cid, default) for code, cid in cids.items()}
    if not text:
        known = _by_cid(objects, descendant)
        text = {code: known[cid] for code, cid in cids.items() if cid in known} if cids else known
    return Font(name, text, widths, default, wide=wide, vertical=vertical)


def _widths(objects: Objects, value: Any) -> dict[int, float]:
    """Advances by CID from a W array: `c [w1 w2 ...]` and `first last w` (9.7.4.3)."""
    items = objects.array(value)
    widths: dict[int, float] = {}
    at = 0
    while at + 1 < len(items) and len(widths) < _MOST_WIDTHS:
        first, second = items[at], objects.get(items[at + 1]) if isinstance(items[at + 1], Ref) else items[at + 1]
        if not isinstance(first, int):
            at += 1
        elif isinstance(second, list):
            plain = set(map(type, second)) <= {int, float}
            widths.update(
                zip(range(first, first + len(second)), second if plain else map(objects.number, second), strict=False)
            )
            at += 2
        else:
            last = min(int(objects.number(second)), first + _MOST_WIDTHS)
            width = objects.number(items[at + 2]) if at + 2 < len(items) else 0
            widths.update(dict.fromkeys(range(first, last + 1), width))
            at += 3
    return widths


def _legacy_widths(widths: dict[int, float], codec: str, *, half: bool) -> dict[int, float]:
    """Advances of ASCII by code: Adobe-Korea1 has proportional Latin at CID 1 to 95 and half-width Latin at 8094."""
    if half:
        return dict.fromkeys(range(0x20, 0x7F), 500)
    return {code: widths.get(code - 31, 500) for code in range(0x20, 0x7F)}


def _by_cid(objects: Objects, descendant: dict[str, Any]) -> dict[int, str]:
    """Text by CID without ToUnicode: through the font's own `cmap`, else by the character collection."""
    from hwpextract.readers.pdf.content.sfnt import characters_of_glyphs

    descriptor = objects.dictionary(descendant.get("FontDescriptor"))
    glyphs = characters_of_glyphs(_data(objects, descriptor.get("FontFile2")))
    if glyphs:
        mapping = objects.get(descendant.get("CIDToGIDMap"))
        if not isinstance(mapping, Stream):
            return glyphs
        data = _data(objects, mapping)
        order = _codes(data)
        return {cid: glyphs[glyph] for cid, glyph in enumerate(order) if glyph in glyphs}
    info = objects.dictionary(descendant.get("CIDSystemInfo"))
    registry, ordering = (objects.text(info.get(key)) or "" for key in ("Registry", "Ordering"))
    return _collection(f"{registry}-{ordering}")


def _collection(name: str) -> dict[int, str]:
    """Text by CID of an Adobe character collection, from pdfminer.six's tables."""
    if name not in ("Adobe-Korea1", "Adobe-Japan1", "Adobe-GB1", "Adobe-CNS1"):
        return {}
    from pdfminer.cmapdb import CMapDB

    try:
        return dict(CMapDB.get_unicode_map(name, False).cid2unichr)
    except (CMapDB.CMapNotFound, AttributeError):
        return {}


def _data(objects: Objects, value: Any) -> bytes:
    try:
        return objects.stream_data(value)
    except FilterError:
        return b""
