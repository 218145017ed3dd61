from __future__ import annotations

import pytest

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.verify.compare import compare


def only(ours: list[str], theirs: list[str]) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    found = compare(ours, theirs)
    return found.only_ours, found.only_theirs


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (["가나다 라마바", "사아자"], ["사아자", "가나다 라마바"]),
        (["국민에게 알기 쉬운 자료를 만든다"], ["국민에게 알기", "쉬운 자료를 만든다"]),
        (["‘민원’ · 서류"], ["'민원'ㆍ서류"]),
        (["구분", "방법", "3", "7"], ["구분 방법 3 7"]),
        (["차례 ········· 3"], ["차례 ···· 3"]),
        (["치킨", "한식", "커피"], ["치 킨 한 식 커 피"]),
        (["\U000f02ba\U000f02c3"], ["[10]"]),
        (["\u1112\u1161\u11ab글"], ["한글"]),
        (["줄\x02 끝"], ["줄끝"]),
        ([], []),
    ],
    ids=["order", "lines", "shapes", "cells", "leaders", "letters", "private use", "jamo", "controls", "nothing"],
)
def test_what_is_no_difference(ours: list[str], theirs: list[str]) -> None:
    assert compare(ours, theirs).agreement == 1
    assert only(ours, theirs) == ([], [])


def test_a_passage_that_one_side_lacks() -> None:
    ours = ["첫 문단", "둘째 문단에만 있는 말", "끝 문단"]
    found = compare(ours, ["끝 문단", "첫 문단"])
    assert found.only_ours == [(1, "둘째 문단에만 있는 말")]
    assert found.only_theirs == []
    assert (found.ours, found.theirs, found.common) == (15, 6, 6)
    assert found.agreement == 12 / 21
    back = compare(["끝 문단", "첫 문단"], ours)
    assert (back.only_ours, back.only_theirs, back.agreement) == ([], found.only_ours, found.agreement)


def test_words_inside_a_passage_are_given_as_printed() -> None:
    ours = ["행정안전부는 3월 23일 낮 12시에 새 제도를 알린다고 밝혔다"]
    theirs = ["행정안전부는 3월 23일에 새 제도를 알린다고 밝혔다"]
    assert only(ours, theirs) == ([(0, "낮 12시")], [])


def test_what_stands_twice_needs_two_pairs() -> None:
    assert only(["같은 문장이다"] * 3, ["같은 문장이다"] * 2) == ([(2, "같은 문장이다")], [])


def test_a_wrong_number_shows_on_both_sides() -> None:
    assert only(["예산 1,234억 원을 쓴다"], ["예산 1,294억 원을 쓴다"]) == ([(0, "3")], [(0, "9")])


def test_nothing_against_something() -> None:
    found = compare([], ["빠진 글"])
    assert (found.agreement, found.only_theirs) == (0, [(0, "빠진 글")])


def test_long_texts_of_one_sign_end_soon() -> None:
    assert compare(["가" * 50_000], ["나" + "가" * 50_000]).common == 50_000


def test_what_stands_on_every_page_is_paired_on_every_page() -> None:
    found = compare(["개찰이 끝난다"] * 500, ["개찰이 ", "끝난다"] * 500)
    assert (found.common, found.only_ours, found.only_theirs) == (3000, [], [])


def test_time_is_bounded() -> None:
    with pytest.raises(LimitExceededError):
        compare(["가나다라" * 100], ["나다라마" * 100], Budget(Limits(max_seconds=1e-9)))
