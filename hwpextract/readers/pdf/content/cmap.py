"""ToUnicode and embedded CMaps: which text or CID a character code stands for (ISO 32000-1, 9.7.5 and 9.10.3)."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, islice

MAX_ENTRIES = 65_536
"""Entries of one CMap; a range that claims more is cut."""

_END = rb"nd(?:bf|cid)(?:char|range)"
_BLOCK = re.compile(rb"(bfchar|bfrange|cidchar|cidrange)\b([^e]*+(?:e(?!" + _END + rb")[^e]*+)*+)e" + _END)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*+)>\s*+<([0-9A-Fa-f\s]*+)>\s*+(?:<([0-9A-Fa-f\s]*+)>|\[([^\[\]]*+)\]|(\d{1,9}))")
_CID_CHAR = re.compile(rb"<([0-9A-Fa-f\s]*+)>\s*+(\d{1,9})")
_CODESPACE = re.compile(rb"begincodespacerange\s*+((?:<[^<>]*+>\s*+)++)endcodespacerange")
_NOT_A_CHARACTER = "\uffff"


def to_unicode(data: bytes) -> dict[int, str]:
    """Text by character code; a code the maker marked as no character (U+FFFF) maps to nothing."""
    return dict(islice(chain.from_iterable(_texts(data)), MAX_ENTRIES))


def _texts(data: bytes) -> Iterator[Iterable[tuple[int, str]]]:
    for kind, body in _blocks(data):
        if kind == b"bfchar":
            yield _plain_pairs(body) or _pairs(body)
        elif kind == b"bfrange":
            yield _plain_ranges(body) or _ranges(body)


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


def _characters(body: bytes, together: int) -> str | None:
    """The tokens of a block as characters, when each is one of two bytes, as in nearly all maps, `together` on a line."""
    tokens = body.replace(b"><", b"> <").split()
    digits = b"".join(tokens).translate(None, b"<>")
    if set(map(len, tokens)) != {6} or len(digits) != 4 * len(tokens) or len(tokens) % together:
        return None
    try:
        text = unhexlify(digits).decode("utf-16-be")
    except ValueError:
        return None
    # One character a token: no surrogates among them, so codes and texts take turns.
    return text if 4 * len(text) == len(digits) else None


def _plain_pairs(body: bytes) -> Iterable[tuple[int, str]] | None:
    """Pairs of two-byte codes and characters of the basic plane; None for others."""
    text = _characters(body, 2)
    if text is None:
        return None
    mapped: Sequence[str] = text[1::2]
    if _NOT_A_CHARACTER in mapped:
        mapped = ["" if char == _NOT_A_CHARACTER else char for char in mapped]
    return zip(map(ord, text[::2]), mapped, strict=True)


def _pairs(body: bytes) -> Iterable[tuple[int, str]]:
    tokens = _HEX.findall(body)
    return zip(map(_code, tokens[::2]), map(_text, tokens[1::2]), strict=False)


def _plain_ranges(body: bytes) -> Iterable[tuple[int, str]] | None:
    """Ranges of two-byte codes that begin with a character of the basic plane; None for others."""
    text = None if b"[" in body else _characters(body, 3)
    if text is None or _NOT_A_CHARACTER in text[2::3]:
        return None
    codes = list(map(ord, text))
    starts = zip(codes[::3], codes[1::3], codes[2::3], strict=True)
    return (
        (low + step, chr(start + step))
        for low, high, start in starts
        for step in range(high - low + 1)
        if not 0xD800 <= start + step <= 0xDFFF
    )


def _ranges(body: bytes) -> Iterator[tuple[int, str]]:
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
