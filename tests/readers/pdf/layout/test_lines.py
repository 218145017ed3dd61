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
