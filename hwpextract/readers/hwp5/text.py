"""PARA_TEXT: UTF-16 text with control characters in it."""

from __future__ import annotations

import re
from codecs import utf_16_le_decode
from struct import unpack
from typing import Final

from hwpextract.patterns import pattern

# Control characters by how many WCHARs they take (spec 5.0, table 6): one, or eight with an id and a payload.
# 13 ends the paragraph; 0 and 25-29 have no meaning.
_PRINTED: Final = {"\t": "\t", "\n": "\n", "\x18": "-", "\x1e": "\u00a0", "\x1f": " "}
_EXTENDED: Final = frozenset("\x01\x02\x03\x0b\x0c\x0e\x0f\x10\x11\x12\x15\x16\x17")
_FIELD_END: Final = "\x04"
_END: Final = "\r"
_CONTROL: Final = pattern("([\x01-\x09\x0b\x0c\x0e-\x17].{0,7}|[\x00\n\r\x18-\x1f])", re.DOTALL)


class Pieces:
    """Text of one paragraph cut at its controls; every second piece is a control's, so what it prints can be put there.

    `anchors` are the extended controls: index of the piece, and the control's id as written in the text.
    """

    __slots__ = ("anchors", "field_ends", "texts")

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.anchors: list[tuple[int, int]] = []
        self.field_ends: list[int] = []


def decode(raw: bytes) -> str:
    """Text of UTF-16 bytes; an odd last byte is dropped, a lone surrogate becomes U+FFFD."""
    return utf_16_le_decode(raw[: len(raw) & ~1], "replace", True)[0]


def counted(payload: bytes, offset: int) -> tuple[str, int]:
    """A string with its length (u16, in WCHARs) in front, and the offset behind it; empty where the payload ends too soon."""
    start = offset + 2
    if start > len(payload):
        return "", start
    end = start + 2 * int.from_bytes(payload[offset:start], "little")
    return decode(payload[start:end]), end


def plain_text(raw: bytes) -> str | None:
    """The payload of a PARA_TEXT record when there are no control characters in it, nor others that need a closer look; None else."""
    text = utf_16_le_decode(raw, "surrogatepass")[0].removesuffix(_END)
    return text if text.isprintable() else None


def split(raw: bytes) -> Pieces:
    """Cut the payload of a PARA_TEXT record at its control characters."""
    texts = _CONTROL.split(_units(raw))
    pieces = Pieces(texts)
    for place in range(1, len(texts), 2):
        control = texts[place]
        code = control[0]
        if code in _EXTENDED:
            pieces.anchors.append((place, _ctrl_id(control)))
        elif code == _FIELD_END:
            pieces.field_ends.append(place)
        texts[place] = _PRINTED.get(code, "")
    return pieces


def without(raw: bytes, ranges: list[tuple[int, int]]) -> tuple[bytes, str]:
    """The payload without the characters in some ranges of WCHARs, and these characters; controls stay where they are."""
    units = _units(raw)
    kept: list[str] = []
    taken: list[str] = []
    behind = 0
    for start, end in ranges:
        at = max(start, behind)
        kept.append(units[behind:at])
        behind = max(at, end)
        for control in _CONTROL.finditer(units, at, behind):
            taken.append(units[at : control.start()])
            at = control.end()
            code = control[0][0]
            if code in _PRINTED:
                taken.append(_PRINTED[code])
            else:
                kept.append(control[0])
        taken.append(units[at:behind])
    kept.append(units[behind:])
    left, out = ("".join(pieces).encode("utf-16-le", "surrogatepass") for pieces in (kept, taken))
    return left, decode(out)


def _units(raw: bytes) -> str:
    """One character per WCHAR, so that controls keep their width whatever their payload is."""
    text = utf_16_le_decode(raw, "surrogatepass")[0]
    size = len(raw) // 2
    return text if len(text) == size else "".join(map(chr, unpack(f"<{size}H", raw[: 2 * size])))


def _ctrl_id(control: str) -> int:
    return ord(control[1]) | ord(control[2]) << 16 if len(control) > 2 else 0
