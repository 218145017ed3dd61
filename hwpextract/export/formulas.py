"""Equations of paragraphs as the mathematics of Markdown, in place of their scripts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from hwpextract.document import Equation, Paragraph
from hwpextract.node import Locator

_PLACE = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER: stands for an equation while the text around it is escaped."""


class Formulas:
    """LaTeX of the equations of a document, by the paragraphs they stand in."""

    def __init__(self, equations: Iterable[Equation]) -> None:
        self._by_paragraph: dict[Locator, list[Equation]] = defaultdict(list)
        for equation in equations:
            if equation.latex:
                self._by_paragraph[equation.locator].append(equation)

    def taken_out(self, paragraph: Paragraph) -> tuple[str, list[str]]:
        """Text of a paragraph with a sign in place of each equation, and their Markdown in order.

        A paragraph with links keeps its scripts: words of a link are looked for in the text.
        """
        equations = self._by_paragraph.get(paragraph.locator, ())
        if not equations or paragraph.links or _PLACE in paragraph.text:
            return paragraph.text, []
        text, rest, found = "", paragraph.text, []
        for equation in equations:
            before, script, behind = rest.partition(equation.script)
            if script:
                text, rest = text + before + _PLACE, behind
                found.append(_markdown(equation.latex or ""))
        return text + rest, found


def put_back(markdown: str, formulas: Iterable[str]) -> str:
    """Markdown with the equations in their places."""
    for formula in formulas:
        markdown = markdown.replace(_PLACE, formula, 1)
    return markdown


def _markdown(latex: str) -> str:
    """Inline mathematics; a bar would end a cell of a table."""
    return "$" + latex.replace(r"\|", r"\Vert ").replace("|", r"\vert ").strip() + "$"
