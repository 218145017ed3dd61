from __future__ import annotations

import pytest

from hwpextract.press.contacts.people import entries, officers
from hwpextract.press.phrases.names import is_name, is_position, name_of, position_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("홍 길 동", "홍길동"),
        ("홍  길", "홍길"),
        ("John Doe", "John Doe"),
        ("홍길동(洪吉童)", "홍길동"),
        ("(홍길동)", "홍길동"),
        (" ", None),
    ],
)
def test_names_are_closed_up(text: str, expected: str | None) -> None:
    assert name_of(text) == expected


def test_positions() -> None:
    assert position_of("과  장") == "과장"
    assert is_position("사 무 관")
    assert is_position("농업연구사")
    assert position_of("과장(총경)") == "과장(총경)"
    assert position_of("(과 장)") == "과장"
    assert not is_position("홍길동")


def people(*lines: str) -> list[tuple[str | None, str | None, list[str], str | None]]:
    return [(person.position, person.name, list(person.phones), person.unit) for person in officers(list(lines))]


def test_rank_before_name() -> None:
    assert people("과  장 홍길동", "사무관 김철수(044-000-0001)") == [
        ("과장", "홍길동", [], None),
        ("사무관", "김철수", ["044-000-0001"], None),
    ]


def test_name_before_rank() -> None:
    assert people(" 김철수 사무관(02-0000-0000)") == [("사무관", "김철수", ["02-0000-0000"], None)]


def test_topic_in_the_brackets_and_rank_of_the_line_above() -> None:
    assert people("사 무 관: 김철수(출생 통계 042-000-0001)", "이영희(사망 통계 042-000-0002)") == [
        ("사무관", "김철수", ["042-000-0001"], None),
        ("사무관", "이영희", ["042-000-0002"], None),
    ]


def test_unit_with_post_above_the_name() -> None:
    assert people("예산실 예산총괄과장", "홍길동 (044-000-0000)") == [
        ("과장", "홍길동", ["044-000-0000"], "예산실 예산총괄과")
    ]


def test_unit_with_post_and_name_on_one_line() -> None:
    for line in ("예산실 예산총괄과장 홍길동 (044-000-0000)", "예산실 예산총괄과장홍길동(044-000-0000)"):
        assert people(line) == [("과장", "홍길동", ["044-000-0000"], "예산실 예산총괄과")]


def test_number_on_a_line_of_its_own() -> None:
    assert people("∙과장 홍길동", "∙☎ (044)000-0001, 0002") == [
        ("과장", "홍길동", ["044-000-0001", "044-000-0002"], None)
    ]


def test_area_code_in_half_a_bracket() -> None:
    assert people("과  장 홍길동 051)000-1030") == [("과장", "홍길동", ["051-000-1030"], None)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["• 과장 홍길동, 서기관 김철수", "• ☎ (044) 000-3317, 3321"],
            [("과장", "044-000-3317"), ("서기관", "044-000-3321")],
        ),
        (
            ["• 과장 홍길동, 서기관 김철수", "• ☎ (044) 000-3317"],
            [("과장", "044-000-3317"), ("서기관", "044-000-3317")],
        ),
        (
            ["홍길동 과장 / 김철수 사무관", "044-000-6860 / 6861"],
            [("과장", "044-000-6860"), ("사무관", "044-000-6861")],
        ),
        (
            ["과장 홍길동", "(044-000-0001)", "사무관 김철수", "(044-000-0002)"],
            [("과장", "044-000-0001"), ("사무관", "044-000-0002")],
        ),
        (
            ["과장 홍길동", "사무관 김철수", "044-000-0001", "044-000-0002"],
            [("과장", "044-000-0001"), ("사무관", "044-000-0002")],
        ),
        (
            ["홍길동(과장, 044-000-0001), 김철수(사무관, 044-000-0002)"],
            [("과장", "044-000-0001"), ("사무관", "044-000-0002")],
        ),
        (["홍길동 과장(044-000-5320)/ 김철수 주무관 (5321)"], [("과장", "044-000-5320"), ("주무관", "044-000-5321")]),
        (
            ["과장홍길동(044-000-0001) 김철수사무관(044-000-0002)"],
            [("과장", "044-000-0001"), ("사무관", "044-000-0002")],
        ),
        (
            ["과 장 홍 길 동 044-000-0001, 사 무 관 김 철 수 044-000-0002"],
            [("과장", "044-000-0001"), ("사무관", "044-000-0002")],
        ),
    ],
)
def test_two_officers_and_their_numbers(lines: list[str], expected: list[tuple[str, str]]) -> None:
    assert people(*lines) == [
        (position, name, [number], None)
        for name, (position, number) in zip(("홍길동", "김철수"), expected, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("홍보실 홍길동 차장(02-0000-0001)", ("홍보실", "차장", "홍길동")),
        ("고흥군 건설과(도시재생 ☎ 000-5886)", ("고흥군 건설과", None, None)),
        ("홍보팀(팀장 홍길동 02-000-2222)", ("홍보팀", "팀장", "홍길동")),
        (
            "이 자료를 더 원하시면 과학기술정보통신부 우주기술과 홍길동 사무관(☎ 02-0000-2428)",
            ("과학기술정보통신부 우주기술과", "사무관", "홍길동"),
        ),
        ("국장(代) 홍길동 02-0000-0001", (None, "국장(代)", "홍길동")),
        ("홍길동과장(02-0000-0001)", ("홍길동과", "과장", None)),
    ],
)
def test_entries_in_running_text(text: str, expected: tuple[str | None, ...]) -> None:
    (found,) = entries(text)
    assert (found.unit, found.position, found.name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("과장 홍길원 사무관 김철구", [("과장", "홍길원", None), ("사무관", "김철구", None)]),
        ("홍길원 사무관 김철구 주무관", [("사무관", "홍길원", None), ("주무관", "김철구", None)]),
        ("홍길관 과장(044-000-0001)", [("과장", "홍길관", None)]),
        ("지도과 홍길도(044-000-0001)", [(None, "홍길도", "지도과")]),
        ("홍보실 부장 홍길동", [("부장", "홍길동", "홍보실")]),
        ("사  무관 홍길동", [("사무관", "홍길동", None)]),
        ("고흥군 건설과 홍길동(061-000-0001)", [(None, "홍길동", "고흥군 건설과")]),
    ],
)
def test_names_that_end_like_units(text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert [(person.position, person.name, person.unit) for person in officers([text])] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("홍길동 지도정책과장(044-000-0001)", [("과장", "홍길동", "지도정책과")]),
        ("홍길동 지도과 과장(044-000-0001)", [("과장", "홍길동", "지도과")]),
        ("홍길동 지도팀장, 김철수 주무관", [("팀장", "홍길동", "지도팀"), ("주무관", "김철수", None)]),
        ("홍길동 지도과장 김철수", [(None, "홍길동", None), ("과장", "김철수", "지도과")]),
    ],
)
def test_post_behind_the_name(text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert [(person.position, person.name, person.unit) for person in officers([text])] == expected


@pytest.mark.parametrize("text", ["홍길동", "홍 길 동", "남궁민수", "김철", "홍○○", "○○○"])
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["과장", "지도과", "담당자", "예산총괄팀", "John", "홍", "가나다라마", ""])
def test_words_that_are_no_names(text: str) -> None:
    assert not is_name(text)


def test_a_post_that_one_holds_is_not_that_of_the_next() -> None:
    assert people("사무관 홍길동(044-000-0001)", "김철수(044-000-0002)")[1][0] == "사무관"
    assert people("지도과 홍길동 팀장 044-000-0001", "김철수 044-000-0002")[1][0] is None


def test_officer_in_the_brackets_behind_his_unit() -> None:
    assert people("지도과 (과장 홍길동)") == [("과장", "홍길동", [], "지도과")]
    assert people("지도과 홍길동 (과장 김철수)") == [("과장", "홍길동", [], "지도과")]
    assert people("지도과 (구 측량과)") == []


def test_names_in_latin_letters() -> None:
    assert people("홍보실 John Doe 과장(044-000-0001)") == [("과장", "John Doe", ["044-000-0001"], "홍보실")]
    assert people("IT Center 홍길동 과장(044-000-0001)")[0][1] == "홍길동"
