"""ToUnicode and embedded CMaps: which text or CID a character code stands for (ISO 32000-1, 9.7.5 and 9.10.3)."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Iterator
from itertools import count, islice

MAX_ENTRIES = 65_536
"""Entries of one CMap; a range that claims more is cut."""

_BLOCK = re.compile(rb"(bfchar|bfrange|cidchar|cidrange)\b(.*?)end(?:bf|cid)(?:char|range)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*+)>\s*+<([0-9A-Fa-f\s]*+)>\s*+(?:<([0-9A-Fa-f\s]*+)>|\[([^\[\]]*+)\]|(\d{1,9}))")
_CID_CHAR = re.compile(rb"<([0-9A-Fa-f\s]*+)>\s*+(\d{1,9})")
_CODESPACE = re.compile(rb"begincodespacerange\s*+((?:<[^<>]*+>\s*+)++)endcodespacerange")
_NOT_A_CHARACTER = "\uffff"


def to_unicode(data: bytes) -> dict[int, str]:
    """Text by character code; a code the maker marked as no character (U+FFFF) maps to nothing."""
    return dict(islice(_texts(data), MAX_ENTRIES))


def _texts(data: bytes) -> Iterator[tuple[int, str]]:
    for kind, body in _blocks(data):
        if kind == b"bfchar":
            yield from (_plain_pairs(body) or _pairs(body)).items()
        elif kind == b"bfrange":
            yield from _expanded(body)


def _blocks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of the blocks of a CMap; one that does not end is none."""
    found = map(_BLOCK.match, data.split(b"begin")[1:])
    return ((block[1], block[2]) for block in found if block)


def to_cids(data: bytes) -> dict[int, int]:
    """CID by character code, from an embedded CMap."""
    return dict(islice(_cids(data), MAX_ENTRIES))


def _cids(data: bytes) -> Iterator[tuple[int, int]]:
    for kind, body in _blocks(data):
        if kind == b"cidchar":
            yield from ((_code(code), int(cid)) for code, cid in _CID_CHAR.findall(body))
        elif kind == b"cidrange":
            for first, last, _, _, cid in _RANGE.findall(body):
                low, start = _code(first), int(cid or 0)
                yield from zip(range(low, _code(last) + 1), count(start), strict=False)


def code_width(data: bytes) -> int:
    """Bytes of a character code: 1 or 2, by the longest code space."""
    ends = [end for body in _CODESPACE.findall(data) for end in _HEX.findall(body)]
    return 1 if ends and max(map(len, ends)) <= 2 else 2


def _plain_pairs(body: bytes) -> dict[int, str] | None:
    """Pairs of two-byte codes and characters of the basic plane, as nearly all maps hold; None for others."""
    digits = b"".join(body.translate(None, b"<>").split())
    if len(digits) != 4 * body.count(b"<") or len(digits) % 8:
        return None
    try:
        text = unhexlify(digits).decode("utf-16-be")
    except ValueError:
        return None
    # One character a token: no surrogates among them, so codes and texts take turns.
    if 4 * len(text) != len(digits) or _NOT_A_CHARACTER in text:
        return None
    return dict(zip(map(ord, text[::2]), text[1::2], strict=True))


def _pairs(body: bytes) -> dict[int, str]:
    tokens = _HEX.findall(body)
    return dict(zip(map(_code, tokens[::2]), map(_text, tokens[1::2]), strict=False))


def _expanded(body: bytes) -> Iterator[tuple[int, str]]:
    for first, last, start, several, _ in _RANGE.findall(body):
        low, high = _code(first), _code(last)
        if several:
            yield from zip(range(low, high + 1), map(_text, _HEX.findall(several)), strict=False)
            continue
        text = _text(start)
        if not text:
            continue
        head, tail = text[:-1], ord(text[-1])
        for step in range(min(high - low + 1, 0x110000 - tail)):
            if not 0xD800 <= tail + step <= 0xDFFF:
                yield low + step, head + chr(tail + step)


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _text(digits: bytes) -> str:
    if len(digits) == 4 and digits.isalnum():
        code = int(digits, 16)
        if code == 0xFFFF or 0xD800 <= code <= 0xDFFF:
            return ""
        return chr(code)
    digits = b"".join(digits.split())
    raw = bytes.fromhex((digits if len(digits) % 2 == 0 else b"0" + digits).decode("ascii"))
    if len(raw) == 1:
        return chr(raw[0])
    return raw.decode("utf-16-be", "ignore").replace(_NOT_A_CHARACTER, "")
