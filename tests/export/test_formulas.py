"""Equations in Markdown."""

from __future__ import annotations

import pytest
from builders.hwpx import p, read, run, t, table

from hwpextract.document import Document, Equation, Link, paragraph
from hwpextract.export.markdown import to_markdown


def equation(script: str) -> str:
    return f"<hp:equation><hp:script>{script}</hp:script></hp:equation>"


def test_equations_are_latex_in_their_places() -> None:
    document = read(p(run(t("비율 *은 "), equation("a over b"), t(" 와 "), equation("x^2"), t(" 이다"))))
    assert document.text == "비율 *은 a over b 와 x^2 이다"
    assert to_markdown(document) == "비율 \\*은 $\\frac{a}{b}$ 와 $x^{2}$ 이다\n"


def test_bars_do_not_end_cells() -> None:
    cell = table([["하나", "둘"]]).replace("<hp:t>둘</hp:t>", equation("vert x VERT"))
    assert to_markdown(read(p(run(cell)))) == "| 하나 | $\\vert x\\Vert$ |\n| --- | --- |\n"


@pytest.mark.parametrize(
    ("latex", "links", "text", "shown"),
    [
        (None, (), "a over", "a over\n"),
        ("a", (Link(text="곳", target="https://example.go.kr"),), "a 곳", "a [곳](https://example.go.kr)\n"),
        ("b", (), "다른 글", "다른 글\n"),
        ("b", (), "a \ufffc", "a \ufffc\n"),
    ],
)
def test_scripts_that_stay(latex: str | None, links: tuple[Link, ...], text: str, shown: str) -> None:
    document = read(p(run(t("가")))).model_copy(
        update={
            "blocks": (paragraph(text, "s0/p0", links=links),),
            "equations": (Equation(locator="s0/p0", script="a", latex=latex),),
        }
    )
    assert isinstance(document, Document)
    assert to_markdown(document) == shown
