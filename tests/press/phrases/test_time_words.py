from __future__ import annotations

import pytest

from hwpextract.press.phrases.time_words import Alone, time_alone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020. 5. 6.(수) 조간용", True),
        ("일자 : 2020. 5. 6.(수) 배포즉시", True),
        ("2020. 5. 6.(수)", False),
        ("2020. 5. 6.(수) 조간에 실린 기사", False),
        ("조간", False),
    ],
)
def test_day_with_an_edition_and_nothing_else(text: str, expected: bool) -> None:
    assert (time_alone(text) is Alone.RELEASE) is expected


@pytest.mark.parametrize(
    "words", ["회의 종료 시", "배포 직후", "바로 보도", "엠바고 없음", "인 터 넷", "누리망", "신 문", "방 송용"]
)
def test_words_beside_a_day_and_nothing_else(words: str) -> None:
    assert time_alone(f"2020. 5. 6.(수) {words}") is Alone.RELEASE
    assert time_alone(f"2020. 5. 6.(수) {words} 나라") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026. 4. 13.(월) 06:00 이후 보도 가능", Alone.RELEASE),
        ("4월 13일(월) 오후 2시부터 보도 바랍니다.", Alone.RELEASE),
        ("4월 13일(월) 오후 2시부터 사용 바랍니다.", Alone.FROM),
        ("4. 13.(월) 06:00 이후 보도해 주시기 바랍니다.", Alone.RELEASE),
        ("2026. 4. 12.(일) 12:00부터 보도 가능(지면은 4. 13.(월) 조간)", Alone.RELEASE),
        ("2026. 4. 13.(월) 배포 후 즉시 사용", Alone.RELEASE),
        ("2026. 4. 13.(월) 조간부터 보도", Alone.RELEASE),
        ("즉시 보도 요망", Alone.RELEASE),
        ("배포 즉시", Alone.RELEASE),
        ("2026년 4월 13일(월) 배포", Alone.HANDED_OUT),
        ("2026. 4. 13.(월) 10:00 제공", Alone.HANDED_OUT),
        ("2026. 4. 13.(월) 낮 12시부터", Alone.FROM),
        ("오전 9시 이후", Alone.FROM),
        ("2026. 4. 13.(월)", None),
        ("2026. 4. 13.(월) 10:00", None),
        ("4월 13일(월)부터", None),
        ("즉시", None),
        ("즉시 사용 가능", None),
        ("보도 자료", None),
        ("즉시 보도한 방송사", None),
        ("4. 13.(월) 06:00 이후 접수 가능", None),
    ],
)
def test_time_and_nothing_else_says_what_it_is(text: str, expected: Alone | None) -> None:
    assert time_alone(text) is expected
