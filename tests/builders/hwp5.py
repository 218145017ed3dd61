"""HWP 5 documents, record by record."""

import struct
import zlib
from collections.abc import Callable, Sequence

from builders.cfb import compound_file
from hwpextract.document import Document
from hwpextract.limits import Limits
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.hwp5.records import Tag
from hwpextract.readers.options import Options

SIGNATURE = b"HWP Document File"
COMPRESSED = 1
PASSWORD = 2


def record(tag: int, level: int, payload: bytes = b"") -> bytes:
    """A record; long ones get their size as a word of its own."""
    size = len(payload)
    if size < 0xFFF:
        return struct.pack("<I", tag | level << 10 | size << 20) + payload
    return struct.pack("<II", tag | level << 10 | 0xFFF << 20, size) + payload


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def counted(text: str) -> bytes:
    return struct.pack("<H", len(utf16(text)) // 2) + utf16(text)


def mark(code: int, name: str = "", payload: bytes = b"") -> str:
    """A control of eight WCHARs in a paragraph's text: an inline one without a name, an extended one with it."""
    ctrl_id = name.encode().ljust(4, b"\0")[::-1]
    raw = struct.pack("<H4s8sH", code, ctrl_id, payload.ljust(8, b"\0"), code)
    return raw.decode("utf-16-le", "surrogatepass")


TAB = mark(9)
FIELD_END = mark(4)


def paragraph(text: str = "", *below: bytes, level: int = 0, shape: int = 0, style: int = 0) -> bytes:
    """PARA_HEADER, PARA_TEXT, a character shape, a line segment; `below` are the records of its controls."""
    units = utf16(text + "\r")
    header = struct.pack("<IIHBBHHHIH", len(units) // 2, 0, shape, style, 0, 1, 0, 1, 0, 0)
    out = record(Tag.PARA_HEADER, level, header)
    if text:
        out += record(Tag.PARA_TEXT, level + 1, units)
    out += record(Tag.PARA_CHAR_SHAPE, level + 1, bytes(8))
    out += record(Tag.PARA_LINE_SEG, level + 1, bytes(36))
    return out + b"".join(below)


def control(name: str, level: int, payload: bytes = b"") -> bytes:
    """CTRL_HEADER."""
    return record(Tag.CTRL_HEADER, level, name.encode()[::-1] + payload)


def listed(level: int, *paragraphs: bytes, tail: bytes = b"") -> bytes:
    """LIST_HEADER and the paragraphs behind it, which stand at the same level."""
    return record(Tag.LIST_HEADER, level, struct.pack("<HHI", len(paragraphs), 0, 0) + tail) + b"".join(paragraphs)


def cell(
    level: int,
    row: int,
    col: int,
    *paragraphs: bytes,
    span: tuple[int, int] = (1, 1),
    attributes: int = 0,
    name: str | None = None,
    border: int = 1,
) -> bytes:
    """The list of a cell; `span` is rows, columns, `border` the number of its border fill."""
    payload = struct.pack("<HHIHHHH", len(paragraphs), 0, attributes, col, row, span[1], span[0])
    payload += struct.pack("<II4HHI", 1000, 1000, 0, 0, 0, 0, border, 1000)
    if name is not None:
        payload += b"\xff" + struct.pack("<HhHHH", 0x021B, 1, 0, 0x4000, 1) + counted(name)
    return record(Tag.LIST_HEADER, level, payload) + b"".join(paragraphs)


def object_header(description: str = "") -> bytes:
    """What stands behind the id in the CTRL_HEADER of an object."""
    return bytes(40) + counted(description)


def table(
    level: int, rows: int, cols: int, *cells: bytes, caption: bytes = b"", border: int = 0, zones: int = 0
) -> bytes:
    """CTRL_HEADER, caption, TABLE, cells; `level` is that of the CTRL_HEADER."""
    layout = bytes(10) + bytes(2 * rows) + struct.pack("<HH", border, zones)
    grid = record(Tag.TABLE, level + 1, struct.pack("<IHH", 0, rows, cols) + layout)
    return control("tbl ", level, object_header()) + caption + grid + b"".join(cells)


def component(name: str, level: int, *inside: bytes) -> bytes:
    """SHAPE_COMPONENT and what stands below it."""
    return record(Tag.SHAPE_COMPONENT, level, name.encode()[::-1] * 2 + bytes(200)) + b"".join(inside)


def picture(level: int, ordinal: int) -> bytes:
    """PICTURE that shows the BIN_DATA record of this ordinal."""
    return record(Tag.PICTURE, level, bytes(71) + struct.pack("<H", ordinal) + bytes(5))


def bin_data(number: int, extension: str, packing: int = 0) -> bytes:
    """BIN_DATA of an embedded picture; `packing`: 0 as the document, 1 deflated, 2 not."""
    return record(Tag.BIN_DATA, 1, struct.pack("<HH", 1 | packing << 4, number) + counted(extension))


def para_shape(head: int = 0, level: int = 0, true_level: int | None = None, definition: int = 0) -> bytes:
    """PARA_SHAPE with a kind of head (1 outline, 2 number, 3 bullet), its level from 0, id of its numbering or bullet."""
    payload = struct.pack("<I26xH", head << 23 | level << 25, definition).ljust(54, b"\0")
    return record(Tag.PARA_SHAPE, 1, payload if true_level is None else payload + struct.pack("<I", true_level))


def numbering(*levels: tuple[str, int, int], start: int = 1, size: int | None = None) -> bytes:
    """NUMBERING of these levels (format text, number format, start), seven or ten; `size` cuts the record short."""
    wanted = 10 if len(levels) > 7 else 7
    filled = [*levels, *[("", 0, 1)] * (wanted - len(levels))]
    formats = [struct.pack("<I8x", 0xC | form << 5) + counted(text) for text, form, _ in filled]
    starts = [struct.pack("<I", first) for _, _, first in filled]
    payload = b"".join([*formats[:7], struct.pack("<H", start), *starts[:7], *formats[7:], *starts[7:]])
    return record(Tag.NUMBERING, 1, payload[:size])


def bullet(sign: str, checked: str = "", *, picture: int = 0, checkable: bool = False, size: int = 25) -> bytes:
    """BULLET; older ones are shorter."""
    signs = [utf16(each).ljust(2, b"\0") for each in (sign, checked)]
    payload = struct.pack("<I8x2si5x2s", 8 | checkable << 5, signs[0], picture, signs[1])
    return record(Tag.BULLET, 1, payload[:size])


def section_definition(outline: int) -> bytes:
    """Section definition, whose mark in the text is `mark(2, "secd")`, naming the numbering of its outline."""
    return control("secd", 1, struct.pack("<14xH8x", outline))


def style(name: str) -> bytes:
    return record(Tag.STYLE, 1, counted(name) + counted("Name") + bytes(10))


def deflate(data: bytes) -> bytes:
    """Raw deflate with the eight bytes that Hangul writes behind it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush() + struct.pack("<II", zlib.crc32(data), len(data))


def file_header(
    flags: int = COMPRESSED, version: tuple[int, int, int, int] = (5, 1, 0, 1), encryption: int = 0
) -> bytes:
    words = struct.pack("<4BIII", *reversed(version), flags, 0, encryption)
    return (SIGNATURE.ljust(32, b"\0") + words).ljust(256, b"\0")


def document(
    *sections: bytes,
    docinfo: bytes = b"",
    flags: int = COMPRESSED,
    storage: str = "BodyText",
    others: dict[str, bytes] | None = None,
    without: Sequence[str] = (),
) -> bytes:
    """A document; `others` are further streams as they are stored, `without` names streams to leave out."""
    pack = deflate if flags & COMPRESSED else bytes
    properties = record(Tag.DOCUMENT_PROPERTIES, 0, struct.pack("<H", len(sections)).ljust(26, b"\0"))
    streams = {"FileHeader": file_header(flags), "DocInfo": pack(properties + docinfo)}
    streams |= {f"{storage}/Section{number}": pack(content) for number, content in enumerate(sections)}
    streams |= others or {}
    return compound_file({path: content for path, content in streams.items() if path not in without})


def locked_document(
    *sections: bytes,
    encrypt: Callable[[bytes], bytes],
    encryption: int,
    docinfo: bytes = b"",
    flags: int = COMPRESSED,
    others: dict[str, bytes] | None = None,
    without: Sequence[str] = (),
) -> bytes:
    """A document with a password: what `document` makes, its streams encrypted, a block of 256 bytes ahead of its properties."""
    pack = deflate if flags & COMPRESSED else bytes
    properties = bytes(range(256)) + struct.pack("<H", len(sections)).ljust(26, b"\0")
    plain = {"DocInfo": pack(record(Tag.DOCUMENT_PROPERTIES, 0, properties) + docinfo)}
    plain |= {f"BodyText/Section{number}": pack(content) for number, content in enumerate(sections)}
    streams = {path: encrypt(content) for path, content in (plain | (others or {})).items() if path not in without}
    return compound_file({"FileHeader": file_header(flags | PASSWORD, encryption=encryption), **streams})


def read(*sections: bytes, limits: Limits | None = None, docinfo: bytes = b"") -> Document:
    """What the reader makes of a document of these sections."""
    return read_hwp5(document(*sections, docinfo=docinfo), Options(limits or Limits()))


def protected(content: bytes, options: int = 0x8000, seed: int = 0x12345678) -> bytes:
    """A section of a distribution document: the record with the key, then AES-128 in ECB mode."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    secret = utf16("A1B2C3D4" * 5) + struct.pack("<H", options)
    offset = (seed & 0xF) + 4
    plain = bytearray(256)
    plain[offset : offset + len(secret)] = secret
    masked = bytes(a ^ b for a, b in zip(plain, _mask(seed), strict=True))
    padded = content.ljust(-(-len(content) // 16) * 16, b"\0")
    encryptor = Cipher(algorithms.AES(secret[:16]), modes.ECB()).encryptor()
    return record(Tag.DISTRIBUTE_DOC_DATA, 0, struct.pack("<I", seed) + masked[4:]) + encryptor.update(padded)


def _mask(seed: int) -> bytes:
    out = b""
    while len(out) < 256:
        seed = (seed * 214013 + 2531011) % 2**32
        value = seed // 65536 % 32768 % 256
        seed = (seed * 214013 + 2531011) % 2**32
        out += bytes([value]) * (seed // 65536 % 32768 % 16 + 1)
    return out[:256]
