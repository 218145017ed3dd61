"""HWP 3 documents, made in code.

document(paragraph("제목"), paragraph("본문", box([cell(0, 0, 100, 50)], [paragraph("칸")])))
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from builders.encryption import des
from hwpextract.document import Document
from hwpextract.limits import Limits
from hwpextract.readers.hwp3 import read_hwp3
from hwpextract.readers.options import Options

SIGNATURE = b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05"
TABLE, TEXT_BOX, EQUATION, BUTTON = range(4)
OUTSIDE, OLE, EMBEDDED, DRAWING = range(4)
NUL_LIST = bytes(43)
"""The paragraph without characters that ends a list."""


class Piece(NamedTuple):
    """Part of a paragraph: its bytes, and how many of its characters they count as."""

    raw: bytes
    length: int


def hchars(text: str) -> bytes:
    """ASCII and syllables as hchars; a character up to U+FFFF that is neither stands for its own code."""
    return b"".join(_hchar(char) for char in text)


def _hchar(char: str) -> bytes:
    if "가" <= char <= "힣":
        return char.encode("johab")[::-1]
    return struct.pack("<H", ord(char))


def kchars(text: str, size: int) -> bytes:
    return text.encode("johab").ljust(size, b"\0")


def control(code: int, inside: bytes, behind: bytes = b"") -> Piece:
    """A control: its code, what stands between that and the code again, and what follows."""
    mark = struct.pack("<H", code)
    return Piece(mark + inside + mark + behind, 2 + len(inside) // 2)


def counted(code: int, behind: bytes) -> Piece:
    """A control that says how much follows."""
    return control(code, struct.pack("<I", len(behind)), behind)


def with_lists(code: int, head: bytes, *lists: bytes) -> Piece:
    return control(code, bytes(4), head + b"".join(lists))


TAB = control(9, bytes(4))
HYPHEN = control(24, bytes(2))
FIXED_BLANK = control(30, b"")
WIDE_BLANK = control(31, b"")


def number(kind: int, value: int) -> Piece:
    """An automatic number: 0 page, 1 footnote, 2 endnote, 3 figure, 4 table, 5 equation."""
    return control(18, struct.pack("<HH", kind, value))


def paragraph(*pieces: str | Piece, style: int = 0, follows: bool = False, shapes: bool = False) -> bytes:
    """A paragraph; `follows` leaves its shape out, `shapes` gives its characters shapes of their own."""
    parts = [Piece(hchars(piece), len(piece)) if isinstance(piece, str) else piece for piece in pieces]
    count = sum(part.length for part in parts) + 1
    head = struct.pack("<BHHBBIB", follows, count, 1, shapes, 0, 0, style) + bytes(31)
    head += b"" if follows else bytes(187)
    own = (b"\0" + b"s" * 31 + b"\1" * (count - 2) + b"\0" + bytes(31))[: None if count > 1 else 32] if shapes else b""
    return head + bytes(14) + own + b"".join(part.raw for part in parts) + struct.pack("<H", 13)


def plist(*paragraphs: bytes) -> bytes:
    return b"".join(paragraphs) + NUL_LIST


def cell(left: int, top: int, width: int, height: int) -> bytes:
    """The rectangle of a cell."""
    return struct.pack("<4x4H", left, top, width, height).ljust(27, b"\0")


def box(
    cells: Sequence[bytes],
    lists: Iterable[Sequence[bytes]],
    kind: int = TABLE,
    caption: Sequence[bytes] = (),
    options: int = 0,
) -> Piece:
    head = bytearray(84)
    struct.pack_into("<H", head, 14, options)
    struct.pack_into("<HH", head, 78, kind, len(cells))
    return with_lists(10, bytes(head), *cells, *(plist(*paragraphs) for paragraphs in lists), plist(*caption))


def table(rows: Sequence[Sequence[str]], caption: Sequence[bytes] = ()) -> Piece:
    """A table of plain cells, all of one size."""
    cells = [cell(100 * col, 50 * row, 100, 50) for row, line in enumerate(rows) for col, _ in enumerate(line)]
    return box(cells, [[paragraph(words)] for line in rows for words in line], caption=caption)


def text_box(*paragraphs: bytes, kind: int = TEXT_BOX, caption: Sequence[bytes] = (), options: int = 0) -> Piece:
    return box([cell(0, 0, 100, 50)], [paragraphs], kind, caption, options)


def picture(kind: int, name: str = "", behind: bytes = b"", caption: Sequence[bytes] = ()) -> Piece:
    head = struct.pack("<I", len(behind)).ljust(74, b"\0") + bytes((kind,)) + bytes(8) + kchars(name, 256)
    return with_lists(11, head.ljust(348, b"\0"), behind, plist(*caption))


def shape(
    kind: int, list_of: bytes = b"", *, inside: bytes = b"", behind: bytes = b"", options: int = 1 << 17
) -> bytes:
    """A drawn object; `list_of` is the list of a text box (6), `inside` and `behind` are boxes of other shapes."""
    head = struct.pack("<H", kind).ljust(84, b"\0") + struct.pack("<I", options) + bytes(32) + inside
    return struct.pack("<I", len(head)) + head + behind + parts(list_of)


def parts(second: bytes, first: bytes = b"") -> bytes:
    return struct.pack("<I", len(first)) + first + struct.pack("<I", len(second)) + second


def drawing(*shapes: bytes, caption: Sequence[bytes] = ()) -> Piece:
    frame = struct.pack("<I", 24).ljust(28, b"\0")
    return picture(DRAWING, behind=frame + b"".join(shapes), caption=caption)


def note(*paragraphs: bytes, value: int = 1, endnote: bool = False) -> Piece:
    return with_lists(17, bytes(8) + struct.pack("<HHH", value, endnote, 0), plist(*paragraphs))


def page_header(*paragraphs: bytes, footer: bool = False) -> Piece:
    return with_lists(16, bytes(8) + bytes((footer, 0)), plist(*paragraphs))


def hidden_comment(*paragraphs: bytes) -> Piece:
    return with_lists(15, bytes(8), plist(*paragraphs))


def field(kind: bytes, begins: bool, *strings: str, data: bytes = b"") -> Piece:
    """Mark of a field; `strings` are up to three, `data` what stands behind them."""
    raw = [hchars(text) for text in strings]
    lengths = [*(len(each) for each in raw), *[0] * (3 - len(raw)), len(data)]
    head = kind + bytes(4) + struct.pack("<H", begins) + bytes(22) + struct.pack("<4I", *lengths)
    return counted(5, head + b"".join(raw) + data)


def block(kind: int, content: bytes) -> bytes:
    return struct.pack("<II", kind, len(content)) + content


def embedded(name: str, content: bytes) -> bytes:
    """The block of an embedded picture."""
    return block(1, kchars(name, 16) + bytes(16) + content)


def link(file: str = "", bookmark: str = "", macro: str = "") -> bytes:
    return ((kchars(file, 256) + hchars(bookmark)).ljust(288, b"\0") + kchars(macro, 325)).ljust(617, b"\0")


def links(*entries: bytes) -> bytes:
    return block(3, b"".join(entries))


def content(*paragraphs: bytes, blocks: bytes = b"", styles: Sequence[str] = ("바탕글",)) -> bytes:
    """Fonts, styles, text, additional blocks."""
    fonts = b"".join(struct.pack("<H", count) + bytes(40 * count) for count in (2, 1, 0, 0, 1, 0, 0))
    sheet = struct.pack("<H", len(styles)) + b"".join(kchars(name, 20).ljust(238, b"\0") for name in styles)
    return fonts + sheet + plist(*paragraphs) + blocks + bytes(8)


def document(
    *paragraphs: bytes,
    blocks: bytes = b"",
    styles: Sequence[str] = ("바탕글",),
    summary: Sequence[str] = (),
    note_sign: str = ")",
    compressed: bool = True,
    password: str | None = None,
) -> bytes:
    """A whole file; `summary` are its strings in order, `password` locks it."""
    information = bytearray(128)
    struct.pack_into("<H", information, 96, password is not None)
    information[110:111] = note_sign.encode() or b"\0"
    information[124] = compressed
    struct.pack_into("<H", information, 126, 6)
    strings = b"".join(hchars(text).ljust(112, b"\0") for text in summary).ljust(1008, b"\0")
    stream = content(*paragraphs, blocks=blocks, styles=styles)
    if password is not None:
        stream = b"check block".ljust(256, b"\x55") + stream
    if compressed:
        packer = zlib.compressobj(wbits=-15)
        stream = packer.compress(stream) + packer.flush() + struct.pack("<II", zlib.crc32(stream), len(stream))
    stored = stream if password is None else des(password)(stream)
    return SIGNATURE + bytes(information) + strings + b"\1\0\2\0\0\0" + stored


def read(data: bytes, limits: Limits | None = None, password: str | None = None) -> Document:
    return read_hwp3(data, Options(limits or Limits(), password))


def read_paragraphs(
    *paragraphs: bytes, blocks: bytes = b"", styles: Sequence[str] = ("바탕글",), note_sign: str = ")"
) -> Document:
    """What the reader makes of a document of these paragraphs."""
    return read(document(*paragraphs, blocks=blocks, styles=styles, note_sign=note_sign))
