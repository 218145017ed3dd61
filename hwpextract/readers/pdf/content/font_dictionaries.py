"""Font dictionaries: the text and the advance of each character code (ISO 32000-1, 9.6 to 9.10).

Text is looked up by character code, first in ToUnicode, then by the encoding, last in the embedded font's own `cmap`. Font
programs are not opened otherwise.
"""

from __future__ import annotations

from typing import Any

from hwpextract.readers.pdf.content.cmap import code_width, to_cids, to_unicode
from hwpextract.readers.pdf.content.fonts import SYMBOL_FONTS, Font, codes_of
from hwpextract.readers.pdf.file.filters import FilterError
from hwpextract.readers.pdf.file.lexer import Ref
from hwpextract.readers.pdf.file.objects import Objects, Stream

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
_MOST_WIDTHS = 65_536


def load_font(objects: Objects, value: Any) -> Font:
    """Read a font dictionary; whatever is missing or damaged in it leaves a font that shows what can be known."""
    font = objects.dictionary(value)
    kind = objects.get(font.get("Subtype"))
    name = _name(objects.get(font.get("BaseFont")) or objects.get(font.get("Name")) or "")
    text = to_unicode(_data(objects, font.get("ToUnicode")))
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
        items = map(objects.get, objects.array(encoding.get("Differences"))[:1024])
        differences = [LIT(item) if isinstance(item, str) else item for item in items]
    if SYMBOL_FONTS.search(name) and base is None and not differences:
        return {code: chr(0xF000 + code) for code in range(0x20, 0x100)}
    return dict(EncodingDB.get_encoding(base if isinstance(base, str) else "StandardEncoding", differences))


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
        return {cid: glyphs[glyph] for cid, glyph in enumerate(codes_of(data)) if glyph in glyphs}
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
