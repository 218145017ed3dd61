from __future__ import annotations

import pytest

from hwpextract.press.phrases.units import CELL_END, departments_of, part_of, unit_paths


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (["지도국", "지도과"], ["지도과 < 지도국"]),
        (["국립가나검역소", "운영과"], ["운영과 < 국립가나검역소"]),
        (["한국수력원자력(주)", "지도처", "지도부"], ["지도부 < 지도처 @ 한국수력원자력"]),
        (["교육부", "(지도과)"], ["지도과 @ 교육부"]),
        (["교육부 / 지도과"], ["지도과 @ 교육부"]),
        (["지도국", "지도과, 측량과"], ["지도과 < 지도국", "측량과 < 지도국"]),
        (["지도국 지도과 측량과"], ["지도과 < 지도국", "측량과 < 지도국"]),
        (["지도과 지도팀"], ["지도팀 < 지도과"]),
        (["지도과 / 지도팀"], ["지도과", "지도팀"]),
        (["감독국 총괄팀 감독국 회계팀"], ["총괄팀 < 감독국", "회계팀 < 감독국"]),
        (["기획재정부 국고과", "금융위원회 은행과"], ["국고과 @ 기획재정부", "은행과 @ 금융위원회"]),
        (["은행연합회 상생금융부", "은행연합회 전략기획부"], ["상생금융부 @ 은행연합회", "전략기획부 @ 은행연합회"]),
        (["대구지방공정", "거래사무소"], ["대구지방공정거래사무소"]),
        (["대구지방공정", "거래사무소" + CELL_END], ["대구지방공정거래사무소"]),
        (["가람전자" + CELL_END, "상생협력팀" + CELL_END], ["상생협력팀 < 가람전자"]),
        (["국민건강보험" + CELL_END, "공단" + CELL_END], ["국민건강보험공단 @ 국민건강보험공단"]),
        (["동네지도정책" + CELL_END, "지원과" + CELL_END], ["지원과 < 동네지도정책"]),
        (["㈜가람 상생협력팀"], ["상생협력팀 < 가람"]),
        (["(주)가람전자", "홍보실"], ["홍보실 < 가람전자"]),
        (["가람 상생협력팀"], ["가람 상생협력팀"]),
        (["지도본부", "가나청사 측량총괄과"], ["가나청사 측량총괄과 < 지도본부"]),
        (["교육부", "하천 측량 정책과"], ["하천 측량 정책과 @ 교육부"]),
        (["지도국", "측 량 과"], ["측량과 < 지도국"]),
        (["지도국", "측량 정책", "총괄과"], ["측량 정책총괄과 < 지도국"]),
        (["고용 노동부", "지도과"], ["지도과 @ 고용노동부"]),
        (["국무조정실", "범정부 측량추진본부"], ["범정부 측량추진본부 @ 국무조정실"]),
        (["교육부 범부처 측량센터"], ["범부처 측량센터 @ 교육부"]),
        (["측량부", "지도과"], ["지도과 < 측량부"]),
        (["국가보훈부"], ["국가보훈부 @ 국가보훈부"]),
        ([], []),
    ],
)
def test_units_that_lines_name(printed: list[str], expected: list[str]) -> None:
    shown = [
        department.name
        + (f" < {department.parent}" if department.parent else "")
        + (f" @ {department.agency}" if department.agency else "")
        for department in departments_of(printed)
    ]
    assert shown == expected


def test_endless_lines_end_at_once() -> None:
    assert len(departments_of(["국 과 " * 10_000])) <= 40


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("총괄", "총괄"), ("협조 부서", "협조"), ("공동기관", "공동"), ("담당부서", None), ("부서", None), ("", None)],
)
def test_part_of(printed: str, expected: str | None) -> None:
    assert part_of(printed) == expected


def test_figures_in_brackets_behind_a_unit_are_none_of_it() -> None:
    for aside in ("(총 3매, 사진 2매 별도)", "(정부청사 5동 3층)", "(044-000-0001)"):
        assert unit_paths([f"수사과 강력팀 {aside}"]) == [["수사과", "강력팀"]]
    assert unit_paths(["지도과 (제2측량팀)"]) == [["지도과", "제2측량팀"]]


def test_parts_in_brackets_behind_units() -> None:
    def shown(*lines: str) -> list[tuple[str, str | None, str | None]]:
        return [(unit.name, unit.parent, unit.part) for unit in departments_of(lines)]

    assert shown("지도국", "측량과(총괄)") == [("측량과", "지도국", "총괄")]
    assert shown("지도국", "측량과 (총괄)", "지도과(협조)") == [
        ("측량과", "지도국", "총괄"),
        ("지도과", "지도국", "협조"),
    ]
    assert shown("지도국", "측량추진TF(팀)") == [("측량추진TF(팀)", "지도국", None)]
    assert shown("지도국", "측량과(측지)") == [("측량과(측지)", "지도국", None)]
