import re

import pytest

from hwpextract.patterns import pattern


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
