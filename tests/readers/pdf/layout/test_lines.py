"""Runs to lines: gaps that are spaces, and gaps that are none."""

from __future__ import annotations

import pytest

from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.runs import Run
from hwpextract.readers.pdf.layout.lines import lines_of, pieces_of


def runs(texts: str, gap: float, *, type3: bool = False) -> list[Run]:
    """One run for each character, 10 points wide, so far apart."""
    font = Font("face", {}, {}, 1000, wide=True, type3=type3)
    starts = [50 + at * (10 + gap) for at in range(len(texts))]
    return [
        Run(text, x, 100.0, x + 10, 100.0, 10.0, font, 0, b"0", None, -1, 0, False)
        for text, x in zip(texts, starts, strict=True)
    ]


@pytest.mark.parametrize("type3", [False, True])
def test_letters_set_apart_are_a_word_unless_their_font_writes_spaces_as_gaps(type3: bool) -> None:
    (line,) = lines_of(pieces_of(runs("개정안", 6, type3=type3)), glyphs=False)
    assert line.text == ("개 정 안" if type3 else "개정안")


def test_a_gap_of_a_tab_is_a_space_where_spaces_are_glyphs() -> None:
    near, far = (lines_of(pieces_of(runs("가나", gap)), glyphs=True) for gap in (6, 30))
    assert [line.text for line in near + far] == ["가나", "가 나"]


def test_pieces_of_one_baseline_are_one_line_in_order() -> None:
    left, right = runs("가", 0), [run._replace(x0=200.0, x1=210.0) for run in runs("나", 0)]
    (line,) = lines_of(pieces_of([*right, *left]), glyphs=True)
    assert (line.text, line.x0, line.x1) == ("가 나", 50.0, 210.0)


def placed(texts: list[tuple[str, float]]) -> list[Run]:
    """Runs of full-width glyphs with the gap, in points, before each."""
    x, made = 50.0, []
    for text, gap in texts:
        (first, *_) = runs("가", 0)
        x += gap
        made.append(first._replace(text=text, x0=x, x1=x + 10 * len(text)))
        x += 10 * len(text)
    return made


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("(현행)", "법적", "(현행) 법적"),
        ("1.", "개인정보", "1. 개인정보"),
        ("2026.", "4.12.", "2026. 4.12."),
        ("중앙", "부처", "중앙 부처"),
        ("·", "산정기간", "· 산정기간"),
        ("2026", "년", "2026년"),
        ("기한", "30일", "기한30일"),
        ("경쟁력”", ",", "경쟁력”,"),
        ("기간", "·규모", "기간·규모"),
        ("기간·", "규모", "기간·규모"),
        ("구", "분", "구분"),
        ("홍길동(", "과장", "홍길동(과장"),
        ("044-", "000", "044-000"),
        ("hong@", "example", "hong@example"),
        ("-", "12개소", "- 12개소"),
    ],
)
def test_a_gap_between_words_is_a_blank_that_is_not_painted(left: str, right: str, shown: str) -> None:
    (line,) = lines_of(pieces_of(placed([(left, 0), (right, 2.5)])), glyphs=True)
    assert line.text == shown


def test_a_mark_taken_out_of_a_line_leaves_no_space() -> None:
    (line,) = lines_of(pieces_of(placed([("동네책방", 0), ("1)", 0), ("이다", 0)])), glyphs=True)
    line.remove([line.runs[1]], glyphs=True)
    assert line.text == "동네책방이다"


@pytest.mark.parametrize(("texts", "width"), [(["수급 ", "가구"], 20), (["수급", "가", " 구"], 30), (["수급가구"], 40)])
def test_the_first_word_of_a_line_is_measured(texts: list[str], width: float) -> None:
    (line,) = lines_of(pieces_of(placed([(text, 0) for text in texts])), glyphs=True)
    assert abs(line.first_word - width) <= 5  # a space is half as wide as the glyphs of this font
