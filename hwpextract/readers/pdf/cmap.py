"""ToUnicode and embedded CMaps: which text or CID a character code stands for (ISO 32000-1, 9.7.5 and 9.10.3)."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Iterator

MAX_ENTRIES = 65_536
"""Entries of one CMap; a range that claims more is cut."""

_BLOCK = re.compile(rb"begin(bfchar|bfrange|cidchar|cidrange)\b(.*?)end(?:bf|cid)(?:char|range)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\]|(\d+))")
_CID_CHAR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*(\d+)")
_CODESPACE = re.compile(rb"begincodespacerange\s*((?:<[^>]*>\s*)+)endcodespacerange")
_NOT_A_CHARACTER = "\uffff"


def to_unicode(data: bytes) -> dict[int, str]:
    """Text by character code; a code the maker marked as no character (U+FFFF) maps to nothing."""
    table: dict[int, str] = {}
    for kind, body in _BLOCK.findall(data):
        if kind == b"bfchar":
            table.update(_plain_pairs(body) or _pairs(body))
        elif kind == b"bfrange":
            table.update(_expanded(body, MAX_ENTRIES - len(table)))
        if len(table) >= MAX_ENTRIES:
            break
    return table


def to_cids(data: bytes) -> dict[int, int]:
    """CID by character code, from an embedded CMap."""
    table: dict[int, int] = {}
    for kind, body in _BLOCK.findall(data):
        if kind == b"cidchar":
            table.update((_code(code), int(cid)) for code, cid in _CID_CHAR.findall(body))
        elif kind == b"cidrange":
            for first, last, _, _, cid in _RANGE.findall(body):
                low, high = _code(first), _code(last)
                for step in range(min(high - low + 1, MAX_ENTRIES - len(table))):
                    table[low + step] = int(cid or 0) + step
        if len(table) >= MAX_ENTRIES:
            break
    return table


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


def _expanded(body: bytes, room: int) -> Iterator[tuple[int, str]]:
    for first, last, start, several, _ in _RANGE.findall(body):
        low = _code(first)
        count = min(_code(last) - low + 1, room)
        if several:
            yield from zip(range(low, low + count), map(_text, _HEX.findall(several)), strict=False)
            continue
        text = _text(start)
        if not text:
            continue
        head, tail = text[:-1], ord(text[-1])
        for step in range(min(count, 0x110000 - tail)):
            if not 0xD800 <= tail + step <= 0xDFFF:
                yield low + step, head + chr(tail + step)


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _text(digits: bytes) -> str:
    if len(digits) == 4:
        code = int(digits, 16)
        if code == 0xFFFF or 0xD800 <= code <= 0xDFFF:
            return ""
        return chr(code)
    digits = b"".join(digits.split())
    raw = bytes.fromhex((digits if len(digits) % 2 == 0 else b"0" + digits).decode("ascii"))
    if len(raw) == 1:
        return chr(raw[0])
    return raw.decode("utf-16-be", "ignore").replace(_NOT_A_CHARACTER, "")
