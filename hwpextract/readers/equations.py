"""Scripts of Hangul's equation editor as LaTeX (Hancom, 한글 문서 파일 형식 - 수식, revision 1.3).

White space parts terms and is not shown; braces make one term of several; scripts, fractions and accents take the term beside
them. Words and signs stand in data/equation_words.tsv, here is what has a grammar of its own. Fonts (`rm`, `bold`) hold up to the
end of their group. Colours and sizes are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from hwpextract.patterns import pattern
from hwpextract.readers.equation_words import (
    ARROWS,
    NEXT_CELL,
    NEXT_ROW,
    SPACES,
    Term,
    delimiter,
    joined,
    latex_of,
    quoted,
    word_of,
)

_SYMBOL: Final = pattern(
    r'\s+|"[^"]*"?|[A-Za-z]+|[0-9]+(?:\.[0-9]+)?|[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]+'
    r"|<->|<=>|<<<|>>>|->|<-|=>|<=|>=|!=|==|<<|>>|\+-|-\+|."
)
_LONGEST: Final = 1 << 12
_DEEPEST: Final = 40
# What a term that is not in braces ends at.
_BREAKS: Final = frozenset("{}^_~`#&,")
_BRACKETS: Final = {")": "(", "]": "["}
_FONTS: Final = {"rm": r"\mathrm{%s}", "bold": r"\mathbf{%s}", "it": "%s"}
_COLUMN: Final = pattern("[lr]?col")


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
        terms: list[Term] = []
        apart = True
        while symbol := self._take():
            if symbol.lower() == closing:
                break
            if symbol != " ":
                self._add(terms, symbol, apart)
            apart = symbol in (" ", "#", "&")
        self._font = font
        self._depth -= 1
        text = latex_of(terms)
        rows = any(term.text in (NEXT_ROW, NEXT_CELL) for term in terms)
        if rows and environment == "gathered" and any(term.text == NEXT_CELL for term in terms):
            environment = "aligned"
        return rf"\begin{{{environment}}}{text}\end{{{environment}}}" if rows and environment else text

    def _add(self, terms: list[Term], symbol: str, apart: bool) -> None:
        """Add what a symbol begins to the terms; `apart` says that white space or a new cell comes before it."""
        command = _COMMANDS.get(symbol) or _COMMANDS.get(symbol.lower())
        known = word_of(symbol)
        if command:
            command(self, terms, symbol)
        elif known and known.kind == "between":
            left = terms.pop().text if terms and terms[-1].text not in (NEXT_ROW, NEXT_CELL) else ""
            terms.append(Term(f"{known.latex}{{{left}}}{{{self._operand()}}}"))
        elif known and known.kind == "limits":
            terms.append(Term(known.latex, limits=True))
        else:
            atom = self._atom(symbol)
            if apart or not terms:
                terms.append(Term(atom))
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
        terms: list[Term] = []
        self._add(terms, symbol, apart=True)
        opened = [symbol]
        while self._continues(opened):
            opened.append(self._peek())
            self._add(terms, self._take(), apart=False)
        self._depth -= 1
        return latex_of(terms)

    def _descend(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _NestingError

    def _operand(self) -> str:
        """The term behind a sign that stands between two, with its scripts."""
        grouped = self._follows("{")
        term = Term(self.sequence("}") if grouped else self.argument(), grouped=grouped)
        while self._follows("^") or self._follows("_"):
            term.script(self._symbols[self._at - 1], self.argument())
        return term.text

    def _continues(self, opened: list[str]) -> bool:
        """Whether the term goes on with the next symbol; a bracket that was not opened in it ends it."""
        symbol = self._peek()
        word = symbol.lower()
        if word in ("", " ", "of") or word in _COMMANDS or symbol in _BREAKS:
            return False
        if symbol in _BRACKETS:
            return opened.count(_BRACKETS[symbol]) > opened.count(symbol)
        known = word_of(symbol)
        return known is None or known.kind == "sign"

    def _atom(self, symbol: str) -> str:
        """LaTeX of a symbol that stands for itself or for a sign."""
        known = word_of(symbol)
        if known and known.kind == "sign":
            return known.latex
        if known and known.kind == "accent":
            under = self.argument()
            return joined(known.latex, under) if symbol.lower() == "not" else f"{known.latex}{{{under}}}"
        if known:
            return self._rows(known.latex)
        if symbol[0] == '"':
            return rf"\text{{{quoted(symbol.strip(chr(34)))}}}"
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
                columns.append(self.sequence("}", environment="").split(NEXT_ROW))
        height = max(map(len, columns), default=0)
        filled = [column + [""] * (height - len(column)) for column in columns]
        return NEXT_ROW.join(NEXT_CELL.join(row) for row in zip(*filled, strict=True))

    # --- Commands --------------------------------------------------------------------------------------------------------------

    def _group(self, terms: list[Term], symbol: str) -> None:
        terms.append(Term(self.sequence("}"), grouped=True))

    def _nothing(self, terms: list[Term], symbol: str) -> None:
        """Pass over a closing sign without an opening one."""

    def _cell(self, terms: list[Term], symbol: str) -> None:
        terms.append(Term(NEXT_CELL if symbol == "&" else NEXT_ROW))

    def _script(self, terms: list[Term], symbol: str) -> None:
        """A script of the term before; one behind a space is the index of the root that follows."""
        sign = "^" if symbol in ("^", "sup", "to", "SUP", "TO") else "_"
        if symbol.lower() in ("from", "to") and not (terms and terms[-1].limits):
            self._word(terms, symbol)
            return
        if not terms or terms[-1].text in (*SPACES, NEXT_ROW, NEXT_CELL):
            terms.append(Term())
        terms[-1].script(sign, self.argument())

    def _word(self, terms: list[Term], symbol: str) -> None:
        terms.append(Term(self._font % symbol))

    def _change_font(self, terms: list[Term], symbol: str) -> None:
        self._font = _FONTS[symbol.lower()]

    def _left(self, terms: list[Term], symbol: str) -> None:
        """Brackets as high as what stands in them."""
        opening = delimiter(self._next())
        inside = self.sequence("right")
        closing = delimiter(self._next())
        terms.append(Term(joined(joined(rf"\left{opening}", inside), rf"\right{closing}")))

    def _root(self, terms: list[Term], symbol: str) -> None:
        """`sqrt x`, `sqrt n of x`, `root n of x`, `^n sqrt x`."""
        index, under = "", self.argument()
        if self._follows("of"):
            index, under = under, self.argument()
        elif terms and terms[-1].text.startswith("^{"):
            index = terms.pop().text[2:-1]
        terms.append(Term(rf"\sqrt[{index}]{{{under}}}" if index else rf"\sqrt{{{under}}}"))

    def _binomial(self, terms: list[Term], symbol: str) -> None:
        terms.append(Term(rf"\binom{{{self.argument()}}}{{{self.argument()}}}"))

    def _relation(self, terms: list[Term], symbol: str) -> None:
        """A sign with words above it and, for `rel`, below it."""
        sign = self._next()
        above = self.argument()
        below = self.argument() if symbol.lower() == "rel" else ""
        arrow = ARROWS.get(sign) or ARROWS.get(sign.lower())
        if arrow:
            terms.append(Term(f"{arrow}[{below}]{{{above}}}" if below else f"{arrow}{{{above}}}"))
        else:
            shown = rf"\underset{{{below}}}{{{self._atom(sign)}}}" if below else self._atom(sign) if sign else ""
            terms.append(Term(rf"\overset{{{above}}}{{{shown}}}"))

    def _script_before(self, terms: list[Term], symbol: str) -> None:
        base = terms.pop().text if terms else ""
        sign = "_" if symbol.lower() == "lsub" else "^"
        terms.append(Term(f"{{}}{sign}{{{self.argument()}}}{base}"))

    def _left_out(self, terms: list[Term], symbol: str) -> None:
        """Pass over the first argument of a command that changes colour or size."""
        self.argument()

    def _ladder(self, terms: list[Term], symbol: str) -> None:
        terms.append(Term(self._rows("matrix")))

    def _long_division(self, terms: list[Term], symbol: str) -> None:
        divisor, quotient = self.argument(), self.argument()
        steps = self.sequence("}", environment="") if self._follows("{") else ""
        dividend, *others = steps.split(NEXT_ROW)
        rows = [quotient, rf"{divisor}\,\overline{{)\,{dividend}}}", *others]
        terms.append(Term(rf"\begin{{array}}{{r}}{NEXT_ROW.join(rows)}\end{{array}}"))


_COMMANDS: Final[dict[str, Callable[[_Parser, list[Term], str], None]]] = {
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
