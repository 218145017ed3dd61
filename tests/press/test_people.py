from __future__ import annotations

import pytest

from hwpextract.press.people import is_position, name_of, officers, position_of
from hwpextract.press.reach import email_of, is_reachable, phones_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(044-205-2471)", ["044-205-2471"]),
        ("044-205-2471~3", ["044-205-2471", "044-205-2472", "044-205-2473"]),
        ("02-2100-4009~10", ["02-2100-4009", "02-2100-4010"]),
        ("044-215-7660, 7661", ["044-215-7660", "044-215-7661"]),
        ("(044)201-3398, 3400", ["044-201-3398", "044-201-3400"]),
        ("051)460-1030", ["051-460-1030"]),
        ("02·1234·5678", ["02-1234-5678"]),
        ("T.3705-5290", ["3705-5290"]),
        ("1588-0000", ["1588-0000"]),
        ("044-202-7074, 7076, 1877-0000", ["044-202-7074", "044-202-7076", "1877-0000"]),
        ("044-000-0001~0900", ["044-000-0001", "044-000-0900"]),
        ("(010-5***-0000)", []),
        ("2026. 4. 12.", []),
    ],
)
def test_phones(text: str, expected: list[str]) -> None:
    assert list(phones_of(text)) == expected


def test_extension_takes_the_number_of_a_colleague() -> None:
    assert phones_of("(2594) 소득", like="042-481-2458") == ("042-481-2594",)
    assert phones_of("(2594) 소득") == ()


def test_email_may_be_broken_by_a_space() -> None:
    assert email_of("(aaaa0000@ korea.kr)") == "aaaa0000@korea.kr"
    assert email_of("044-000-0000") is None


@pytest.mark.parametrize("text", ["(044-000-0000)", "aaaa0000@korea.kr", "(010-5***-0000)"])
def test_reachable(text: str) -> None:
    assert is_reachable(text)


def test_not_reachable() -> None:
    assert not is_reachable("홍길동 과장 2026. 4. 12.")


@pytest.mark.parametrize(
    ("text", "expected"), [("홍 길 동", "홍길동"), ("홍  길", "홍길"), ("John Doe", "John Doe"), (" ", None)]
)
def test_names_are_closed_up(text: str, expected: str | None) -> None:
    assert name_of(text) == expected


def test_positions() -> None:
    assert position_of("과  장") == "과장"
    assert is_position("사 무 관")
    assert is_position("농업연구사")
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
