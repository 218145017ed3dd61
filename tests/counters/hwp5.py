"""HWP 5: one flat walk over all records, with no idea of lists, notes or where anything stands."""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator

import olefile
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from counters.words import MARK
from hwpextract.characters import normalise
from hwpextract.readers.numbers import print_number

PARA_HEADER, PARA_TEXT, CTRL_HEADER, LIST_HEADER, TABLE, PICTURE = 66, 67, 71, 72, 77, 85
EQUATION, TEXT_ART, FORM = 88, 90, 91
WIDE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}
HYPHEN = 24
BLANKS = (9, 10, 30, 31)
PRINTING = tuple(name[::-1] for name in (b"atno", b"tcps", b"tdut", b"eqed", b"form"))
NOTE_NUMBERS = (1, 2)
SHOWN = re.compile(r"\b(Caption|Text):wstring:(\d+):")


def count(data: bytes) -> Counter[str]:
    """Characters, records, cells and images of a file that no password locks."""
    found: Counter[str] = Counter()
    for stream in streams(data):
        tables: dict[int, bool] = {}
        for tag, level, payload in records(stream):
            found["records"] += tag == PARA_HEADER
            found["images"] += tag == PICTURE
            found["characters"] += len("".join(normalise(text_of(tag, payload)).split()))
            if tag == CTRL_HEADER:
                tables[level + 1] = False
            elif tag == TABLE:
                tables[level] = True
            elif tag == LIST_HEADER:
                found["cells"] += tables.get(level, False)
    return found


def texts(data: bytes) -> Iterator[str]:
    """Text of each paragraph, whatever it stands in."""
    return (text(payload) for stream in streams(data) for tag, _, payload in records(stream) if tag == PARA_TEXT)


def streams(data: bytes) -> Iterator[bytes]:
    """Record streams of the body in the clear."""
    with olefile.OleFileIO(data) as file:
        (flags,) = struct.unpack_from("<I", file.openstream("FileHeader").read(), 36)
        folder = "ViewText" if flags & 4 else "BodyText"
        for entry in file.listdir():
            if entry[0] == folder and entry[1].startswith("Section"):
                raw = file.openstream(entry).read()
                raw = decrypted(raw) if flags & 4 else raw
                yield zlib.decompressobj(-15).decompress(raw) if flags & 1 else raw


def decrypted(raw: bytes) -> bytes:
    """A section of a distribution document, by Hancom's description of it."""
    seed = int.from_bytes(raw[4:8], "little")
    mask = b""
    while len(mask) < 256:
        seed = (seed * 214013 + 2531011) % 2**32
        value = seed >> 16 & 0xFF
        seed = (seed * 214013 + 2531011) % 2**32
        mask += bytes([value]) * ((seed >> 16 & 0xF) + 1)
    block = raw[4:8] + bytes(one ^ other for one, other in zip(raw[8:260], mask[4:256], strict=True))
    start = (block[0] & 0xF) + 4
    decryptor = Cipher(algorithms.AES(block[start : start + 16]), modes.ECB()).decryptor()
    body = raw[260:]
    return decryptor.update(body[: len(body) // 16 * 16])


def records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    offset = 0
    while offset + 4 <= len(data):
        (head,) = struct.unpack_from("<I", data, offset)
        size, offset = head >> 20, offset + 4
        if size == 0xFFF:
            (size,) = struct.unpack_from("<I", data, offset)
            offset += 4
        yield head & 0x3FF, head >> 10 & 0x3FF, data[offset : offset + size]
        offset += size


def text_of(tag: int, payload: bytes) -> str:
    """What a record puts into the text."""
    if tag == PARA_TEXT:
        return characters(payload)
    if tag == CTRL_HEADER:
        return printed(payload[:4][::-1], payload)
    if tag == EQUATION:
        return string(payload, 4)[0]
    if tag == TEXT_ART:
        return string(payload, 32)[0]
    return form(payload) if tag == FORM else ""


def characters(payload: bytes) -> str:
    """Text of a PARA_TEXT record, character by character."""
    units = struct.unpack(f"<{len(payload) // 2}H", payload[: len(payload) // 2 * 2])
    kept, index = [], 0
    while index < len(units):
        unit = units[index]
        index += 8 if unit in WIDE else 1
        if unit > 31 or unit == HYPHEN:
            kept.append(ord("-") if unit == HYPHEN else unit)
    return struct.pack(f"<{len(kept)}H", *kept).decode("utf-16-le", "replace")


def text(payload: bytes) -> str:
    """Text of a PARA_TEXT record with its white space, and with marks for what controls print."""
    found, at = b"", 0
    while at + 1 < len(payload):
        (unit,) = struct.unpack_from("<H", payload, at)
        if unit in BLANKS:
            found += b" \0"
        elif unit == HYPHEN:
            found += b"-\0"
        elif unit > 31:
            found += payload[at : at + 2]
        elif payload[at + 2 : at + 6] in PRINTING:
            found += MARK.encode("utf-16-le")
        at += 16 if unit in WIDE else 2
    return found.decode("utf-16-le", "replace")


def printed(name: bytes, payload: bytes) -> str:
    """What a control prints: numbers but those of notes, signs on top of each other, small text, keywords of the index."""
    if name == b"atno" and len(payload) >= 16:
        kind, number, user, before, behind = struct.unpack_from("<IH2s2s2s", payload, 4)
        if kind & 0xF in NOTE_NUMBERS:
            return ""
        signs = [sign.decode("utf-16-le").strip("\0") for sign in (user, before, behind)]
        return f"{signs[1]}{print_number(number, kind >> 4 & 0xFF, signs[0])}{signs[2]}"
    if name == b"tcps":
        text, end = string(payload, 4)
        return text[1:] if any(payload[end : end + 1]) else text
    if name in (b"tdut", b"idxm"):
        first, end = string(payload, 4)
        second, _ = string(payload, end)
        return first + (f"({second})" if name == b"tdut" and second.strip() else second)
    return ""


def form(payload: bytes) -> str:
    """Caption or entry of a form object, behind the sign of its state."""
    properties = payload[14:].decode("utf-16-le", "replace")
    shown = SHOWN.search(properties)
    text = properties[shown.end() : shown.end() + int(shown[2])] if shown else ""
    if not shown or shown[1] != "Caption":
        return text
    sign = {b"tbc+": "☐", b"tbr+": "○"}.get(payload[:4], "")
    return sign + re.sub("&(.?)", r"\1", text)


def string(payload: bytes, offset: int) -> tuple[str, int]:
    end = offset + 2 + 2 * int.from_bytes(payload[offset : offset + 2], "little")
    return payload[offset + 2 : end].decode("utf-16-le", "replace"), end
