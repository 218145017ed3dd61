import re

import pytest

from hwpextract.patterns import pattern, spaced


def test_a_pattern_works_like_a_compiled_one() -> None:
    number = pattern(r"(\d)\.")
    found = number.search("a1.2.")
    assert found is not None
    assert found[1] == "1"
    assert number.findall("a1.2.") == ["1", "2"]
    assert number.sub("-", "a1.2.") == "a--"
    assert number.pattern == r"(\d)\."


def test_flags_count_and_bytes_are_taken() -> None:
    assert pattern(b"a.b", re.DOTALL).match(b"a\nb")


def test_a_wrong_expression_is_told_when_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.match("")


def test_nothing_is_compiled_without_a_word_that_is_needed() -> None:
    wrong = pattern("(", needs=("가", "나"))
    assert wrong.search("다라") is None
    assert wrong.match("다라") is None
    assert wrong.fullmatch("") is None
    assert wrong.sub("-", "다라") == "다라"
    assert not list(wrong.finditer("다라"))
    with pytest.raises(re.error):
        wrong.search("다나")


def test_texts_with_a_word_that_is_needed_are_searched() -> None:
    named = pattern("[가나]다", needs=("가", "나"))
    assert named.search("라") is None
    assert named.sub("-", "라나다") == "라-"
    assert named.search("가다")
    assert named.search("라") is None
    assert named.findall("가다나다") == ["가다", "나다"]


def test_a_place_to_begin_at_may_be_given() -> None:
    named = pattern("[가나]다", needs=("가", "나"))
    assert named.match("라마", 1) is None
    assert named.search("라마", 0, 1) is None
    found = named.match("라나다", 1)
    assert found is not None
    assert found.span() == (1, 3)
    assert named.match("라나다") is None


def test_white_space_is_for_the_reader() -> None:
    assert spaced("(?: 가{2}  |\n [나다] ) .") == "(?:가{2}|[나다])."
