"""Examples of Hancom's specification of equations among others."""

from __future__ import annotations

import re

import pytest

from hwpextract.readers.equation_words import words
from hwpextract.readers.equations import to_latex


@pytest.mark.parametrize(
    ("script", "latex"),
    [
        # Section 2 of the specification.
        (
            "10a^3 over b^2 times ~□ ~÷ b^3 over 2a =( 2a^2 over b )^3",
            r"\frac{10a^{3}}{b^{2}}\times\;□\;\div\frac{b^{3}}{2a}=(\frac{2a^{2}}{b})^{3}",
        ),
        ("(A UNION B)^C` =` A^C INTER B^C", r"(A\bigcup B)^{C}\,=\,A^{C}\bigcap B^{C}"),
        ("int from 0 to 3 `^3sqrt{x^2 +1}dx", r"\int_{0}^{3}\,\sqrt[3]{x^{2}+1}dx"),
        ("X = bmatrix { 42 & 52 # 4 & 5 }", r"X=\begin{bmatrix}42 & 52 \\ 4 & 5\end{bmatrix}"),
        (
            "lim_N->inf 1 over N sum_n=1^N LEFT(SUM_k=1^n 1 over 2^k right)",
            r"\lim_{N\to\infty}\frac{1}{N}\sum_{n=1}^{N}\left(\sum_{k=1}^{n}\frac{1}{2^{k}}\right)",
        ),
        # Section 1.2, command by command.
        ("2 times 5=10", r"2\times5=10"),
        ("x atop y", r"\genfrac{}{}{0pt}{}{x}{y}"),
        ("5 CHOOSE 2 ` BINOM 5 2", r"\binom{5}{2}\,\binom{5}{2}"),
        ("{a+b} over {a-b} bigg / {x+y} over {x-y}", r"\frac{a+b}{a-b}\bigg/\frac{x+y}{x-y}"),
        ("U=(A SMALLUNION B) SMALLINTER C", r"U=(A\cup B)\cap C"),
        ("not = a", r"\not=a"),
        ("A REL <-> {+2} {-5} B", r"A\xleftrightarrow[-5]{+2}B"),
        ("A BUILDREL <-> {+2} B", r"A\xleftrightarrow{+2}B"),
        ("A REL = {+2} {-5} B", r"A\overset{+2}{\underset{-5}{=}}B"),
        ("cases {2x+y=4 # 3x-4y=-1}", r"\begin{cases}2x+y=4 \\ 3x-4y=-1\end{cases}"),
        ("matrix{col{a#b}col{c#d}}", r"\begin{matrix}a & c \\ b & d\end{matrix}"),
        ("dmatrix{a&b}", r"\begin{vmatrix}a & b\end{vmatrix}"),
        ("pile{a # b}", r"\begin{gathered}a \\ b\end{gathered}"),
        ("x LSUB y ` x LSUP y", r"{}_{y}x\,{}^{y}x"),
        ("LADDER {2&12&28#2&6&14}", r"\begin{matrix}2 & 12 & 28 \\ 2 & 6 & 14\end{matrix}"),
        (
            "LONGDIV {6}{422}{2532#24}",
            r"\begin{array}{r}422 \\ 6\,\overline{)\,2532} \\ 24\end{array}",
        ),
        ("{COLOR {255,0,255} {3}} over {4}", r"\frac{3}{4}"),
        ("bar A vec B tilde C arch D under x", r"\overline{A}\vec{B}\widetilde{C}\overset{\frown}{D}\underline{x}"),
        ("유리수={ scale 70 분자 over 분모 }", r"\text{유리수}=\frac{\text{분자}}{\text{분모}}"),
        # Section 1.1.
        ("rm 2H_2 O", r"2\mathrm{H}_{2}\mathrm{O}"),
        ("rm Equation~ bold Editor", r"\mathrm{Equation}\;\mathbf{Editor}"),
        ("{rm m}g it h", r"\mathrm{m}gh"),
        ("f(x)= log x+ sin x", r"f(x)=\log x+\sin x"),
        ('"확률 A_1" over n', r"\frac{\text{확률 A\_1}}{n}"),
        ("x = a # y = b", r"\begin{gathered}x=a \\ y=b\end{gathered}"),
        ("x &= a # y &= b", r"\begin{aligned}x & =a \\ y & =b\end{aligned}"),
        # What Hangul's own palette writes.
        (
            "max _{c  _{t}} ` LEFT { u(c  _{t} )+ beta V  _{t+1} RIGHT }",
            r"\max_{c_{t}}\,\left\{u(c_{t})+\beta V_{t+1}\right\}",
        ),
        ("y prime   ^{2} - lambda y", r"y'^{2}-\lambda y"),
        (" int _{} ^{} {f}", r"\int f"),
        ("root 3 of x sqrt {4} of y", r"\sqrt[3]{x}\sqrt[4]{y}"),
        ("{a+b} ^{2}", r"{a+b}^{2}"),
        ("x^{2}^{3}", r"x^{2}{}^{3}"),
        ("f(x_1) , g(x_1,y)", r"f(x_{1}),g(x_{1},y)"),
        ("from x to y", "fromxtoy"),
        ("30 DEG % \\ ALPHA Gamma", r"30{}^{\circ}\%\backslash\mathrm{A}\Gamma"),
        ("LEFT ⌊ x RIGHT none", r"\left⌊x\right."),
    ],
)
def test_scripts_become_latex(script: str, latex: str) -> None:
    assert to_latex(script) == latex


@pytest.mark.parametrize(
    "script",
    [
        "",
        "  ",
        "{}",
        "{" * 60 + "x",
        "x" * 5_000,
        *(f"{word} " * 700 for word in ("sqrt", "bar", "over", "LEFT (", "rel")),
    ],
)
def test_what_is_no_equation_has_no_latex(script: str) -> None:
    assert to_latex(script) is None


@pytest.mark.parametrize(
    "script",
    [
        "x over",
        "over y",
        "sqrt",
        "^",
        "LEFT",
        "LEFT (",
        "a RIGHT )",
        "}}} x",
        "matrix",
        "matrix{",
        "REL",
        "LONGDIV",
        '"',
        "&#",
        "_{",
    ],
)
def test_scripts_that_end_too_soon_stay_balanced(script: str) -> None:
    latex = re.sub(r"\\[{}]", "", to_latex(script) or "")
    assert latex.count("{") == latex.count("}")
    assert latex.count(r"\left") == latex.count(r"\right")
    assert latex.count(r"\begin") == latex.count(r"\end")


def test_the_table_has_each_word_once_with_a_known_kind() -> None:
    assert {word.kind for word in words().values()} == {"sign", "limits", "accent", "rows", "between"}
    assert all(word.latex for word in words().values())
