"""PDF objects out of bytes: numbers, names, strings, arrays, dictionaries, references (ISO 32000-1, 7.3).

Names become `str`, strings `bytes`, null None; a reference becomes a `Ref`. Nothing recurses, so nesting costs no stack.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

MAX_NESTING = 100
"""Arrays and dictionaries inside one another; real files stay below 10."""

SPACE = rb"[\0\t\n\f\r ]"
STRING = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\))*+\)"
"""A literal string; parentheses inside it may nest two deep, deeper ones have to be escaped."""
NAME = rb"/[^\0\t\n\f\r ()<>\[\]{}/%]*+"
HEX = rb"<[0-9A-Fa-f\0\t\n\f\r ]*+>"
NUMBER = rb"[-+.\d]++"

_GAP = rb"(?:" + SPACE + rb"++|%[^\r\n]*+)"
HEAD = re.compile(_GAP + rb"*+(\d{1,10})" + _GAP + rb"++(\d{1,10})" + _GAP + rb"++obj(?![A-Za-z*'\"])")
"""What stands before an object that others refer to: its number, its generation."""
TOKEN = re.compile(
    SPACE + rb"*+(?:%[^\r\n]*+" + SPACE + rb"*+)*+(?:"
    rb"(\d++)" + SPACE + rb"++\d++" + SPACE + rb"++R(?![A-Za-z0-9])"
    rb"|(" + NAME + rb")"
    rb"|(" + NUMBER + rb")"
    rb"|(<<|\[(?![-+.\d\t\n\r ]*+\]))"
    rb"|(>>|\])"
    rb"|(\[[-+.\d\t\n\r ]*+\])"
    rb"|(" + HEX + rb")"
    rb"|(" + STRING + rb")"
    rb"|([A-Za-z*'\"]++)"
    rb")",
    re.DOTALL,
)
_REF, _NAME, _NUMBER, _OPEN, _CLOSE, _NUMBERS, _HEX, _STRING, WORD = range(1, 10)
"""Kinds of tokens: numbers of the groups of TOKEN, the most frequent ones first."""
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n?|\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_HEX_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_INTEGERS = b"[]0123456789 \t\r\n"
_SPACES = b"\0\t\n\f\r "
_MOST_DIGITS = 18
LARGEST = 3.4e38
"""Largest number of a file (ISO 32000-1, annex C)."""
_WORDS = {b"true": True, b"false": False, b"null": None}

_STRUCTURE = (b"obj", b"endobj", b"stream", b"endstream", b"xref", b"trailer", b"startxref")
"""Words that end a broken object; any other bare word in one is passed over."""


class Ref(int):
    """The number of an object that stands elsewhere in the file."""

    __slots__ = ()


class LexError(ValueError):
    """The bytes are no PDF object."""


class Keyword(bytes):
    """A bare word that is no value: `obj`, `endobj`, `stream`."""

    __slots__ = ()


def number(text: bytes) -> int | float:
    """Value of a number token, kept in bounds; what is no number counts as 0, as all viewers have it."""
    try:
        return int(text) if len(text) <= _MOST_DIGITS else max(-LARGEST, min(LARGEST, float(text)))
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return 0


def unescape(body: bytes) -> bytes:
    """Bytes of a literal string without its outer parentheses."""
    if b"\\" not in body:
        return body
    return _ESCAPE.sub(_unescape_one, body)


def _unescape_one(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[0] in b"01234567":
        return bytes((int(code, 8) & 0xFF,))
    return _ESCAPES.get(code, code)


def unhex(body: bytes) -> bytes:
    """Bytes of a hexadecimal string without its brackets; an odd last digit is completed by 0."""
    digits = body.translate(None, _SPACES)
    return bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode("ascii"))


@lru_cache(4096)
def name(token: bytes) -> str:
    """A name token as text, its slash removed."""
    body = token[1:]
    if b"#" in body:
        body = _HEX_IN_NAME.sub(lambda match: bytes((int(match[1], 16),)), body)
    return body.decode("latin-1")


def parse(data: bytes, pos: int = 0) -> tuple[Any, int]:
    """Read one object at `pos`; returns it and the place behind it.

    Raises:
        LexError: there is no object at this place, or it nests deeper than MAX_NESTING.
    """
    around: list[tuple[bytes, list[Any]]] = []
    bracket = b""
    items: list[Any] = []
    pos = min(pos, len(data))
    while True:
        match = TOKEN.match(data, pos)
        if match is None:
            raise LexError(f"no object at byte {pos}")
        pos = match.end()
        kind = match.lastindex or 0
        token = match[kind]
        if kind == _OPEN:
            if len(around) >= MAX_NESTING:
                raise LexError(f"nested too deep at byte {pos}")
            around.append((bracket, items))
            bracket, items = token, []
            continue
        if kind == _CLOSE:
            if not around:
                raise LexError(f"unbalanced bracket at byte {pos}")
            value = _dictionary(items) if bracket == b"<<" else items
            bracket, items = around.pop()
        else:
            value = _VALUES[kind](token)
        if not around:
            return value, pos
        if kind != WORD or not isinstance(value, Keyword):
            items.append(value)
        elif value in _STRUCTURE:
            raise LexError(f"unexpected {value.decode()} at byte {pos}")


def _numbers(token: bytes) -> list[Any]:
    items = token[1:-1].split()
    plain = token.translate(None, _INTEGERS) == b"" and max(map(len, items), default=0) <= _MOST_DIGITS
    return list(map(int if plain else number, items))


def _word(token: bytes) -> Any:
    return _WORDS[token] if token in _WORDS else Keyword(token)


_VALUES: dict[int, Callable[[bytes], Any]] = {
    _REF: Ref,
    _NAME: name,
    _NUMBER: number,
    _NUMBERS: _numbers,
    _HEX: lambda token: unhex(token[1:-1]),
    _STRING: lambda token: unescape(token[1:-1]),
    WORD: _word,
}


def _dictionary(items: list[Any]) -> dict[str, Any]:
    return {key: value for key, value in zip(items[::2], items[1::2], strict=False) if isinstance(key, str)}
