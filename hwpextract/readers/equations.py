"""Scripts of Hangul's equation editor as LaTeX (Hancom, 한글 문서 파일 형식 - 수식, revision 1.3).

White space parts terms and is not shown; braces make one term of several; scripts, fractions and accents take the term beside
them. Words and signs stand in data/equation_words.tsv, here is what has a grammar of its own. Fonts (`rm`, `bold`) hold up to the
end of their group. Colours and sizes are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from hwpextract.patterns import pattern

_SYMBOL: Final = pattern(
    r'\s+|"[^"]*"?|[A-Za-z]+|[0-9]+(?:\.[0-9]+)?|[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]+'
    r"|<->|<=>|<<<|>>>|->|<-|=>|<=|>=|!=|==|<<|>>|\+-|-\+|."
)
_CONTROL_WORD: Final = pattern(r"\\[A-Za-z]+$")
_LONGEST_WORD: Final = 24
_LONGEST: Final = 1 << 12
_DEEPEST: Final = 40
# What a term that is not in braces ends at.
_BREAKS: Final = frozenset("{}^_~`#&,")
_BRACKETS: Final = {")": "(", "]": "["}
_STRUCTURE: Final = frozenset(
    "right rm it bold sup sub from to lsub lsup left sqrt root of binom rel buildrel color scale ladder sladder longdiv".split()
)
_FONTS: Final = {"rm": r"\mathrm{%s}", "bold": r"\mathbf{%s}", "it": "%s"}
_ARROWS: Final = {
    "->": r"\xrightarrow", "rarrow": r"\xrightarrow", "<-": r"\xleftarrow", "larrow": r"\xleftarrow",
    "<->": r"\xleftrightarrow", "lrarrow": r"\xleftrightarrow", "=>": r"\xRightarrow", "<=>": r"\xLeftrightarrow",
}  # fmt: skip
_DELIMITERS: Final = {"{": r"\{", "}": r"\}", "┃": "|", "<": r"\langle", ">": r"\rangle", "none": "."}
_ESCAPED: Final = pattern(r"[\\{}$&#^_%~]")
_COLUMN: Final = pattern("[lr]?col")
_SPACES: Final = (r"\;", r"\,")
_NEXT_CELL, _NEXT_ROW = " & ", r" \\ "


class Word(NamedTuple):
    """What a word or sign stands for: its kind, and LaTeX."""

    kind: str
    latex: str


class _NestingError(Exception):
    """Groups and arguments are nested too deep for an equation."""


@lru_cache(maxsize=1024)
def to_latex(script: str) -> str | None:
    """LaTeX of a script, without the signs of mathematics mode around it.

    None for an empty script, and for one that is too long or nested too deep for an equation.
    """
    if len(script) > _LONGEST:
        return None
    try:
        return _Parser(script).sequence() or None
    except _NestingError:
        return None


@cache
def words() -> dict[str, Word]:
    """The table of words and signs."""
    rows = Path(__file__).parents[1].joinpath("data", "equation_words.tsv").read_text("utf-8").splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    return {word: Word(kind, latex) for word, kind, latex in cells}


class _Term:
    """One term of a sequence, and which scripts its last atom has."""

    __slots__ = ("grouped", "limits", "scripts", "text")

    def __init__(self, text: str = "", *, grouped: bool = False, limits: bool = False) -> None:
        self.text = text
        self.grouped = grouped
        self.limits = limits
        self.scripts = ""

    def add(self, text: str) -> None:
        """Add an atom."""
        self.text = _joined(self.text, text)
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


class _Parser:
    """A script while it is read; `font` is the one that letters are set in."""

    def __init__(self, script: str) -> None:
        self._symbols = [" " if symbol.isspace() else symbol for symbol in _SYMBOL.findall(script)]
        self._at = 0
        self._depth = 0
        self._font = "%s"

    # --- Symbols ---------------------------------------------------------------------------------------------------------------

    def _peek(self) -> str:
        """The next symbol, empty at the end."""
        return self._symbols[self._at] if self._at < len(self._symbols) else ""

    def _next(self) -> str:
        """The next symbol that is no white space."""
        while (symbol := self._take()) == " ":
            pass
        return symbol

    def _take(self) -> str:
        symbol = self._peek()
        self._at += 1
        return symbol

    def _follows(self, word: str) -> bool:
        """Take the next symbol if it is this word."""
        at = self._at
        if self._next().lower() == word:
            return True
        self._at = at
        return False

    # --- Sequences and terms ---------------------------------------------------------------------------------------------------

    def sequence(self, closing: str = "", environment: str = "gathered") -> str:
        """Terms up to a closing symbol, which is taken; rows, where there are any, stand in the environment."""
        self._descend()
        font = self._font
        terms: list[_Term] = []
        apart = True
        while symbol := self._take():
            if symbol.lower() == closing:
                break
            if symbol != " ":
                self._add(terms, symbol, apart)
            apart = symbol in (" ", "#", "&")
        self._font = font
        self._depth -= 1
        text = _text_of(terms)
        rows = any(term.text in (_NEXT_ROW, _NEXT_CELL) for term in terms)
        if rows and environment == "gathered" and any(term.text == _NEXT_CELL for term in terms):
            environment = "aligned"
        return rf"\begin{{{environment}}}{text}\end{{{environment}}}" if rows and environment else text

    def _add(self, terms: list[_Term], symbol: str, apart: bool) -> None:
        """Add what a symbol begins to the terms; `apart` says that white space or a new cell comes before it."""
        command = _COMMANDS.get(symbol) or _COMMANDS.get(symbol.lower())
        known = _known(symbol)
        if command:
            command(self, terms, symbol)
        elif known and known.kind == "between":
            left = terms.pop().text if terms and terms[-1].text not in (_NEXT_ROW, _NEXT_CELL) else ""
            terms.append(_Term(f"{known.latex}{{{left}}}{{{self._operand()}}}"))
        elif known and known.kind == "limits":
            terms.append(_Term(known.latex, limits=True))
        else:
            atom = self._atom(symbol)
            if apart or not terms:
                terms.append(_Term(atom))
            else:
                terms[-1].add(atom)

    def argument(self) -> str:
        """The term behind a command: a group, another command with its own, or all up to white space."""
        symbol = self._next()
        if symbol == "{":
            return self.sequence("}")
        if not symbol or symbol in _BREAKS:
            self._at -= bool(symbol)
            return ""
        self._descend()
        terms: list[_Term] = []
        self._add(terms, symbol, apart=True)
        opened = [symbol]
        while self._continues(opened):
            opened.append(self._peek())
            self._add(terms, self._take(), apart=False)
        self._depth -= 1
        return _text_of(terms)

    def _descend(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _NestingError

    def _operand(self) -> str:
        """The term behind a sign that stands between two, with its scripts."""
        grouped = self._follows("{")
        term = _Term(self.sequence("}") if grouped else self.argument(), grouped=grouped)
        while self._follows("^") or self._follows("_"):
            term.script(self._symbols[self._at - 1], self.argument())
        return term.text

    def _continues(self, opened: list[str]) -> bool:
        """Whether the term goes on with the next symbol; a bracket that was not opened in it ends it."""
        symbol = self._peek()
        known = _known(symbol)
        if not symbol or symbol == " " or symbol in _BREAKS or symbol.lower() in _STRUCTURE:
            return False
        if symbol in _BRACKETS:
            return opened.count(_BRACKETS[symbol]) > opened.count(symbol)
        return known is None or known.kind == "sign"

    def _atom(self, symbol: str) -> str:
        """LaTeX of a symbol that stands for itself or for a sign."""
        known = _known(symbol)
        if known and known.kind == "sign":
            return known.latex
        if known and known.kind == "accent":
            return (
                _joined(known.latex, self.argument())
                if symbol.lower() == "not"
                else f"{known.latex}{{{self.argument()}}}"
            )
        if known:
            return self._rows(known.latex)
        if symbol[0] == '"':
            return rf"\text{{{_plain(symbol.strip(chr(34)))}}}"
        if symbol[0] >= "\u1100" and symbol[0].isalpha():
            return rf"\text{{{symbol}}}"
        return self._font % symbol if symbol.isalpha() else symbol

    def _rows(self, environment: str) -> str:
        """A block of rows, or of columns."""
        if not self._follows("{"):
            return ""
        at = self._at
        if _COLUMN.fullmatch(self._next().lower()):
            self._at = at
            text = self._columns()
        else:
            self._at = at
            text = self.sequence("}", environment="")
        return rf"\begin{{{environment}}}{text}\end{{{environment}}}"

    def _columns(self) -> str:
        """Rows of a matrix that is written by columns: `col {a # b} col {c # d}`."""
        columns: list[list[str]] = []
        while (symbol := self._next()) and symbol != "}":
            if _COLUMN.fullmatch(symbol.lower()) and self._follows("{"):
                columns.append(self.sequence("}", environment="").split(_NEXT_ROW))
        height = max(map(len, columns), default=0)
        filled = [column + [""] * (height - len(column)) for column in columns]
        return _NEXT_ROW.join(_NEXT_CELL.join(row) for row in zip(*filled, strict=True))

    # --- Commands --------------------------------------------------------------------------------------------------------------

    def _group(self, terms: list[_Term], symbol: str) -> None:
        terms.append(_Term(self.sequence("}"), grouped=True))

    def _nothing(self, terms: list[_Term], symbol: str) -> None:
        """Pass over a closing sign without an opening one."""

    def _cell(self, terms: list[_Term], symbol: str) -> None:
        terms.append(_Term(_NEXT_CELL if symbol == "&" else _NEXT_ROW))

    def _script(self, terms: list[_Term], symbol: str) -> None:
        """A script of the term before; one behind a space is the index of the root that follows."""
        sign = "^" if symbol in ("^", "sup", "to", "SUP", "TO") else "_"
        if symbol.lower() in ("from", "to") and not (terms and terms[-1].limits):
            self._word(terms, symbol)
            return
        if not terms or terms[-1].text in (*_SPACES, _NEXT_ROW, _NEXT_CELL):
            terms.append(_Term())
        terms[-1].script(sign, self.argument())

    def _word(self, terms: list[_Term], symbol: str) -> None:
        terms.append(_Term(self._font % symbol))

    def _change_font(self, terms: list[_Term], symbol: str) -> None:
        self._font = _FONTS[symbol.lower()]

    def _left(self, terms: list[_Term], symbol: str) -> None:
        """Brackets as high as what stands in them."""
        opening = _delimiter(self._next())
        inside = self.sequence("right")
        closing = _delimiter(self._next())
        terms.append(_Term(_joined(_joined(rf"\left{opening}", inside), rf"\right{closing}")))

    def _root(self, terms: list[_Term], symbol: str) -> None:
        """`sqrt x`, `sqrt n of x`, `root n of x`, `^n sqrt x`."""
        index, under = "", self.argument()
        if self._follows("of"):
            index, under = under, self.argument()
        elif terms and terms[-1].text.startswith("^{"):
            index = terms.pop().text[2:-1]
        terms.append(_Term(rf"\sqrt[{index}]{{{under}}}" if index else rf"\sqrt{{{under}}}"))

    def _binomial(self, terms: list[_Term], symbol: str) -> None:
        terms.append(_Term(rf"\binom{{{self.argument()}}}{{{self.argument()}}}"))

    def _relation(self, terms: list[_Term], symbol: str) -> None:
        """A sign with words above it and, for `rel`, below it."""
        sign = self._next()
        above = self.argument()
        below = self.argument() if symbol.lower() == "rel" else ""
        arrow = _ARROWS.get(sign) or _ARROWS.get(sign.lower())
        if arrow:
            terms.append(_Term(f"{arrow}[{below}]{{{above}}}" if below else f"{arrow}{{{above}}}"))
        else:
            shown = rf"\underset{{{below}}}{{{self._atom(sign)}}}" if below else self._atom(sign) if sign else ""
            terms.append(_Term(rf"\overset{{{above}}}{{{shown}}}"))

    def _script_before(self, terms: list[_Term], symbol: str) -> None:
        base = terms.pop().text if terms else ""
        sign = "_" if symbol.lower() == "lsub" else "^"
        terms.append(_Term(f"{{}}{sign}{{{self.argument()}}}{base}"))

    def _left_out(self, terms: list[_Term], symbol: str) -> None:
        """Pass over the first argument of a command that changes colour or size."""
        self.argument()

    def _ladder(self, terms: list[_Term], symbol: str) -> None:
        terms.append(_Term(self._rows("matrix")))

    def _long_division(self, terms: list[_Term], symbol: str) -> None:
        divisor, quotient = self.argument(), self.argument()
        steps = self.sequence("}", environment="") if self._follows("{") else ""
        dividend, *others = steps.split(_NEXT_ROW)
        rows = [quotient, rf"{divisor}\,\overline{{)\,{dividend}}}", *others]
        terms.append(_Term(rf"\begin{{array}}{{r}}{_NEXT_ROW.join(rows)}\end{{array}}"))


_COMMANDS: Final[dict[str, Callable[[_Parser, list[_Term], str], None]]] = {
    "{": _Parser._group,
    "}": _Parser._nothing,
    "#": _Parser._cell,
    "&": _Parser._cell,
    **dict.fromkeys(("^", "_", "sup", "sub", "from", "to"), _Parser._script),
    **dict.fromkeys(_FONTS, _Parser._change_font),
    "left": _Parser._left,
    "right": _Parser._nothing,
    "sqrt": _Parser._root,
    "root": _Parser._root,
    "binom": _Parser._binomial,
    "rel": _Parser._relation,
    "buildrel": _Parser._relation,
    "lsub": _Parser._script_before,
    "lsup": _Parser._script_before,
    "color": _Parser._left_out,
    "scale": _Parser._left_out,
    "ladder": _Parser._ladder,
    "sladder": _Parser._ladder,
    "longdiv": _Parser._long_division,
}


def _text_of(terms: list[_Term]) -> str:
    text = ""
    for term in terms:
        text = _joined(text, term.text)
    return text


def _known(symbol: str) -> Word | None:
    table = words()
    return table.get(symbol) or table.get(symbol.lower())


def _delimiter(symbol: str) -> str:
    if not symbol:
        return "."
    known = _known(symbol)
    return _DELIMITERS.get(symbol.lower()) or (known.latex if known and known.kind == "sign" else symbol)


def _plain(text: str) -> str:
    """Words as LaTeX that shows exactly them."""
    return _ESCAPED.sub(
        lambda sign: r"\textbackslash{}" if sign[0] == "\\" else rf"\{sign[0]}{'{}' * (sign[0] in '^~')}", text
    )


def _joined(left: str, right: str) -> str:
    """LaTeX behind LaTeX, with a blank where the two would make one word."""
    blank = right[:1].isascii() and right[:1].isalpha() and _CONTROL_WORD.search(left[-_LONGEST_WORD:])
    return f"{left} {right}" if blank else left + right
