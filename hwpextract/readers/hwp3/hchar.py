"""hchar, the 16-bit characters of HWP 3, as Unicode.

ASCII, Latin-1 and the symbols at 0x2000 are as in Unicode, as far as that went at the time. KS X 1001 is spread out over three
blocks, so Python's codecs know it: kana at 0x1F00, symbols at 0x3400, hanja at 0x4000. From 0x8000 on, five bits each give the
initial, the vowel and the final of a syllable, as in the johab encoding. `data/hwp3_characters.tsv` has what no rule gives,
`data/hwp3_hanja.tsv` the hanja from 0x5318 on. What has no known meaning becomes a private-use character of plane 16 that keeps its
code, and is counted as such.
"""

from __future__ import annotations

import struct
import unicodedata
from typing import Final

from hwpextract.characters import code_table

_UNKNOWN: Final = 0x100000
_SYLLABLES: Final = 0x8000
_ARAEA: Final = 30
# Conjoining initials and finals by their number; 1 is a filler, 18 is not used for finals.
_INITIALS: Final = {1: ""} | {number: chr(0x1100 + number - 2) for number in range(2, 21)}
_FINALS: Final = {1: ""} | {number: chr(0x11A7 + number - 1 - (number > 18)) for number in range(2, 30) if number != 18}

_IDENTICAL: Final = (range(0x20, 0x7F), range(0xA0, 0x100), range(0x2000, 0x2300))
_KANA: Final = range(0x1F00, 0x1FC0)
_SYMBOLS: Final = range(0x3400, 0x37C0)
_HANJA: Final = range(0x4000, 0x5318)
_MORE_HANJA: Final = range(0x5318, 0x8000)


def decode(raw: bytes) -> str:
    """Text of hchars; an odd last byte is dropped."""
    count = len(raw) // 2
    return "".join(map(_TABLE.__getitem__, struct.unpack(f"<{count}H", raw[: 2 * count])))


def decode_string(raw: bytes) -> str:
    """Text of hchars up to the first zero."""
    return decode(raw).partition("\0")[0]


def decode_kchar(raw: bytes) -> str:
    """Text of bytes in the johab encoding (kchar) up to the first zero."""
    return raw.partition(b"\0")[0].decode("johab", "replace")


class _Table(dict[int, str]):
    """Unicode of an hchar, worked out when it is met for the first time; control codes stand for themselves."""

    def __missing__(self, code: int) -> str:
        listed = code_table("hwp3_hanja.tsv" if code in _MORE_HANJA else "hwp3_characters.tsv").get(code)
        text = self[code] = listed or _by_rule(code) or chr(_UNKNOWN + code)
        return text


_TABLE: Final = _Table({code: chr(code) for code in range(0x20)})


def _by_rule(code: int) -> str:
    """Unicode of an hchar by the rule of its block; empty when there is none."""
    if any(code in block for block in _IDENTICAL):
        return chr(code) if unicodedata.ucd_3_2_0.category(chr(code)) != "Cn" else ""
    if code in _KANA:
        row, cell = divmod(code - _KANA.start, 0x60)
        return _decoded("euc_kr", 0xAA + row, 0xA0 + cell)
    if code in _SYMBOLS:
        row, cell = divmod(code - _SYMBOLS.start, 0x60)
        # Nine rows of symbols; the kana behind them have their own block, the row after that is Cyrillic.
        return _decoded("euc_kr", 0xA1 + row if row < 9 else 0xAC, 0xA0 + cell)
    if code in _HANJA:
        row, cell = divmod(code - _HANJA.start, 94)
        return _decoded("euc_kr", 0xCA + row, 0xA1 + cell)
    return _syllable(code) if code >= _SYLLABLES else ""


def _decoded(encoding: str, *codes: int) -> str:
    """The character of two bytes; empty when they are none."""
    try:
        return bytes(codes).decode(encoding)
    except UnicodeDecodeError:
        return ""


def _syllable(code: int) -> str:
    """A syllable; one with the old vowel ㆍ as conjoining jamo."""
    initial, vowel, final = code >> 10 & 0x1F, code >> 5 & 0x1F, code & 0x1F
    if vowel == _ARAEA:
        known = initial in _INITIALS and final in _FINALS
        return _INITIALS[initial] + "\u119e" + _FINALS[final] if known else ""
    # Beyond the initials of today, the encoding has symbols and hanja, which hchar has not.
    return _decoded("johab", *divmod(code, 0x100)) if initial in _INITIALS else ""
