from __future__ import annotations

from hwpextract.readers.heads import DEEPEST_LEVEL, DEFAULT_OUTLINE, Counters, Level
from hwpextract.readers.numbers import NumberFormat

ARTICLES = (Level("제^1장", start=1), Level("^1.^2"), Level("^3)", NumberFormat.HANGUL_SYLLABLE))


def heads(*steps: tuple[object, int]) -> list[str | None]:
    counters = Counters()
    return [counters.head(numbering, ARTICLES, level) for numbering, level in steps]


def test_levels_count_and_deeper_ones_begin_again() -> None:
    assert heads((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)) == ["제1장", "1.1", "1.2", "가)", "제2장", "2.1"]


def test_a_level_above_that_was_never_counted_prints_its_first_number() -> None:
    assert heads((1, 1)) == ["1.1"]


def test_a_numbering_that_comes_back_goes_on() -> None:
    assert heads((1, 0), (2, 0), (1, 0)) == ["제1장", "제1장", "제2장"]


def test_a_new_numbering_takes_over_the_levels_above() -> None:
    assert heads((1, 0), (1, 0), (2, 1), (2, 1)) == ["제1장", "제2장", "2.1", "2.2"]


def test_start_and_zero_start() -> None:
    counters = Counters()
    assert counters.head(1, (Level("^1.", start=5),), 0) == "5."
    assert counters.head(2, (Level("^1.", start=0),), 0) == "1."


def test_empty_format_counts_without_a_head() -> None:
    counters = Counters()
    assert counters.head(1, (Level(""), Level("^1-^2")), 0) is None
    assert counters.head(1, (Level(""), Level("^1-^2")), 1) == "1-1"


def test_whole_path() -> None:
    counters = Counters()
    levels = (Level("^n"), Level("^n"), Level("^N"))
    assert [counters.head(1, levels, level) for level in (0, 1, 2)] == ["1", "1.1", "1.1.1."]


def test_default_outline_and_levels_beyond_it() -> None:
    counters = Counters()
    assert [counters.head(0, DEFAULT_OUTLINE, level) for level in range(8)] == [
        "1.",
        "가.",
        "1)",
        "가)",
        "(1)",
        "(가)",
        "①",
        "㉮",
    ]
    assert counters.head(0, DEFAULT_OUTLINE, DEEPEST_LEVEL + 5) is None
    assert counters.head(0, (), 3) is None
