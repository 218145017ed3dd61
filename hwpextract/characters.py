"""Characters of Hangul documents as Unicode, and text folded for comparison.

Hangul stores symbols, boxed numbers and old Korean syllables as private-use code points.
`data/characters.tsv` and `data/old_hangul.tsv` say what they stand for, and how that is known; each is loaded
when the first such character is met.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from hwpextract.patterns import pattern

# Surrogates and the private-use area of the basic plane are neighbours; planes 15 and 16 are all private.
_FOREIGN: Final = pattern("[\ud800-\uf8ff\U000f0000-\U0010ffff]+")
_SURROGATE: Final = pattern("[\ud800-\udfff]")
_OLD_HANGUL: Final = pattern("[\ue0bc-\uefff\uf100-\uf8f7]+")
_HANGUL_RUN: Final = pattern("[\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff]+")
_TWO_DIGITS: Final = pattern(
    "(?P<circled>[\U000f0289-\U000f0291][\U000f0292-\U000f029b])"
    "|(?P<boxed>[\U000f02ba-\U000f02c2][\U000f02c3-\U000f02cc])"
    "|(?P<black>[\U000f02d7-\U000f02df][\U000f02e0-\U000f02e9])"
)
_CIRCLED: Final = "⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"

_SHAPES: Final = {
    "": "\u00ad\u200b\u200c\u200d\u2060\u3164\ufeff",  # nothing to see: joiners, fillers, a soft hyphen
    "'": "‘’‚‛′`´｀\u1fef\u1ffd",
    '"': "“”„‟″",
    "·": "ㆍᆞ‧․•･・∙⋅",
    "-": "‐‑‒–—―−",
    "~": "∼〜˜",
    "...": "…",
    "<": "〈《‹\u2329",
    ">": "〉》›\u232a",
    "[": "〔【",
    "]": "〕】",
    "「": "｢『",
    "」": "｣』",
}
_FULL_WIDTH: Final = {chr(ord("！") + i): chr(ord("!") + i) for i in range(94)}
_FOLDED: Final = str.maketrans(_FULL_WIDTH | {shape: plain for plain, shapes in _SHAPES.items() for shape in shapes})
_LABEL_LENGTH: Final = 64


def normalise(text: str) -> str:
    """Replace private-use characters of known meaning by Unicode text; the others stay.

    Plane 15 holds Hancom's symbols, U+F020-F0FF the slots of Wingdings, U+E000-E0BB letters of the equation
    font, the rest of the block Hanyang's old hangul, which becomes conjoining jamo, composed where Unicode
    has the syllable. The two halves of a circled or boxed number become one (⑰, [10]). A lone surrogate
    becomes U+FFFD.
    """
    # No private-use character or surrogate is printable, and asking that is far cheaper than a search.
    return text if text.isprintable() or _FOREIGN.search(text) is None else _replace(text)


def compose(chars: str) -> str:
    """Text of a compose control (글자 겹침), whose characters are printed on top of each other."""
    return normalise(chars).strip()


def unmapped(text: str) -> Counter[str]:
    """Count the private-use characters left in normalised text, by character."""
    return Counter("".join(_FOREIGN.findall(text)))


def fold(text: str) -> str:
    """Key for comparing labels and titles: no white space, one shape of each quote, dash, dot and bracket."""
    return _fold_label(text) if len(text) <= _LABEL_LENGTH else _fold(text)


def is_syllable(character: str) -> bool:
    """Whether a character is a syllable of modern Hangul. Expressions with `[가-힣]` take a third of a millisecond each to compile."""
    return "가" <= character <= "힣"


def squeeze(text: str) -> str:
    """Make every run of white space, line breaks and fixed spaces among it, one space; none at the ends."""
    text = text.strip()
    # Single spaces are the only white space that is printable, and nearly all text has no other.
    return text if "  " not in text and text.isprintable() else " ".join(text.split())


def _fold(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(text.split()).translate(_FOLDED))


# The same few labels are compared again and again; the length bounds what the cache can hold.
_fold_label = lru_cache(maxsize=4096)(_fold)


def _replace(text: str) -> str:
    if _SURROGATE.search(text):
        # Halves that arrived one by one join here; a half without its other becomes U+FFFD.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _TWO_DIGITS.sub(_number, text)
    text = _FOREIGN.sub(lambda run: run[0].translate(code_table("characters.tsv")), text)
    if _OLD_HANGUL.search(text):
        text = _OLD_HANGUL.sub(lambda run: run[0].translate(code_table("old_hangul.tsv")), text)
        # Jamo of neighbouring code points can form a modern syllable.
        text = _HANGUL_RUN.sub(lambda run: unicodedata.normalize("NFC", run[0]), text)
    return text


def _number(match: re.Match[str]) -> str:
    """One number from its two halves, each of which stands for a digit in the table."""
    digits = match[0].translate(code_table("characters.tsv"))
    if not match["circled"]:
        return f"[{digits}]"
    number = int(digits)
    return _CIRCLED[number - 10] if number <= 50 else f"({number})"


@cache
def code_table(name: str) -> dict[int, str]:
    """Read a table of `data/`: code to text; the dictionary is shared, so it must not be changed."""
    rows = Path(__file__).with_name("data").joinpath(name).read_text("utf-8").splitlines()
    table: dict[int, str] = {}
    for row in rows:
        if not row.startswith("#"):
            first, texts, *_ = row.split("\t")
            table.update(enumerate(map(_literal, texts.split(" ")), start=int(first, 16)))
    return table


def _literal(text: str) -> str:
    return chr(int(text[2:], 16)) if text.startswith("U+") else text
