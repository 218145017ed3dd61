"""Words and signs of Hangul's equation editor, and the LaTeX that is made of them term by term."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from hwpextract.patterns import pattern

ARROWS: Final = {
    "->": r"\xrightarrow", "rarrow": r"\xrightarrow", "<-": r"\xleftarrow", "larrow": r"\xleftarrow",
    "<->": r"\xleftrightarrow", "lrarrow": r"\xleftrightarrow", "=>": r"\xRightarrow", "<=>": r"\xLeftrightarrow",
}  # fmt: skip
_DELIMITERS: Final = {"{": r"\{", "}": r"\}", "┃": "|", "<": r"\langle", ">": r"\rangle", "none": "."}
SPACES: Final = (r"\;", r"\,")
NEXT_CELL, NEXT_ROW = " & ", r" \\ "
_ESCAPED: Final = pattern(r"[\\{}$&#^_%~]")
_CONTROL_WORD: Final = pattern(r"\\[A-Za-z]+$")
_LONGEST_WORD: Final = 24


class Word(NamedTuple):
    """What a word or sign stands for: its kind, and LaTeX."""

    kind: str
    latex: str


@cache
def words() -> dict[str, Word]:
    """The table of words and signs."""
    rows = Path(__file__).parents[1].joinpath("data", "equation_words.tsv").read_text("utf-8").splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    return {word: Word(kind, latex) for word, kind, latex in cells}


def word_of(symbol: str) -> Word | None:
    """What a symbol stands for, in this case or else in small letters; None for one that is no word."""
    table = words()
    return table.get(symbol) or table.get(symbol.lower())


def delimiter(symbol: str) -> str:
    """A bracket that grows with what stands in it; a point where there is none."""
    if not symbol:
        return "."
    known = word_of(symbol)
    return _DELIMITERS.get(symbol.lower()) or (known.latex if known and known.kind == "sign" else symbol)


class Term:
    """One term of a sequence, and which scripts its last atom has."""

    __slots__ = ("grouped", "limits", "scripts", "text")

    def __init__(self, text: str = "", *, grouped: bool = False, limits: bool = False) -> None:
        self.text = text
        self.grouped = grouped
        self.limits = limits
        self.scripts = ""

    def add(self, text: str) -> None:
        """Add an atom."""
        self.text = joined(self.text, text)
        self.grouped = self.limits = False
        self.scripts = ""

    def script(self, sign: str, text: str) -> None:
        """Add a script, to an empty atom where there is one of its kind already."""
        if not text:
            return
        base = f"{{{self.text}}}" if self.grouped else self.text
        self.text = f"{base}{'{}' if sign in self.scripts else ''}{sign}{{{text}}}"
        self.scripts = sign if sign in self.scripts else self.scripts + sign
        self.grouped = False


def latex_of(terms: Iterable[Term]) -> str:
    """LaTeX of a sequence."""
    text = ""
    for term in terms:
        text = joined(text, term.text)
    return text


def quoted(text: str) -> str:
    """Words as LaTeX that shows exactly them."""
    return _ESCAPED.sub(
        lambda sign: r"\textbackslash{}" if sign[0] == "\\" else rf"\{sign[0]}{'{}' * (sign[0] in '^~')}", text
    )


def joined(left: str, right: str) -> str:
    """LaTeX behind LaTeX, with a blank where the two would make one word."""
    blank = right[:1].isascii() and right[:1].isalpha() and _CONTROL_WORD.search(left[-_LONGEST_WORD:])
    return f"{left} {right}" if blank else left + right
