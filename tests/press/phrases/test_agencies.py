from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import hwpextract
from hwpextract.characters import fold
from hwpextract.press.phrases.agencies import mentions, named


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("행정안전부", "", "행정안전부"),
        (" 행 정 안 전 부 ", "", "행정안전부"),
        ("과기정통부", "", "과학기술정보통신부"),
        ("한국수자원공사", "", "한국수자원공사"),
        ("공공데이터정책과", "", None),
        ("올해부", "", None),
        ("", "", None),
        # An alias that several ministries bore after one another.
        ("국토부", "2010-05-01", "국토해양부"),
        ("국토부", "2013-03-22", "국토해양부"),
        ("국토부", "2013-03-23", "국토교통부"),
        ("국토부", "", "국토교통부"),
        ("산업부", "2025-09-30", "산업통상자원부"),
        ("산업부", "2025-10-01", "산업통상부"),
        ("복지부", "2009-01-01", "보건복지가족부"),
        # The name of one time is the alias of another.
        ("노동부", "2009-01-01", "노동부"),
        ("노동부", "2026-04-13", "고용노동부"),
        # Reorganisations of 2025 and 2026.
        ("재경부", "2007-05-01", "재정경제부"),
        ("기재부", "2026-01-01", "기획재정부"),
        ("예산처", "2026-01-02", "기획예산처"),
        ("탄녹위", "2025-12-31", "탄소중립녹색성장위원회"),
        ("기후위", "2026-01-01", "국가기후위기대응위원회"),
        ("광주특별시", "2026-07-01", "전남광주통합특별시"),
        ("강원교육청", "2023-06-10", "강원도교육청"),
        ("강원교육청", "2023-06-11", "강원특별자치도교육청"),
        ("SH공사", "2025-07-10", "서울주택도시공사"),
        ("SH공사", "2025-07-11", "서울주택도시개발공사"),
        ("선관위", "", "중앙선거관리위원회"),
        ("서해구의회", "2026-07-01", "서해구의회"),
        # Outside every period the latest bearer is the best answer.
        ("국토부", "1990-01-01", "국토교통부"),
    ],
)
def test_named(text: str, on: str, expected: str | None) -> None:
    assert named(text, on) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("행정안전부와 대구광역시", ["행정안전부", "대구광역시"]),
        ("기후에너지환경부", ["기후에너지환경부"]),
        ("행정중심복합도시건설청", ["행정중심복합도시건설청"]),
        ("230413_행안부_로고_서체크기변경.jpg", ["행정안전부"]),
        ("질병청 로고 (국문 기본).jpg", ["질병관리청"]),
        ("인사혁신처_가로_cut.jpg", ["인사혁신처"]),
        ("image02..png", []),
        ("국립원예특작과학원", []),
        ("경기도의회", ["경기도의회"]),
        ("경기도교육청", ["경기도교육청"]),
        ("경기도의회사무처", []),
        ("가나지방검찰청", []),
        ("", []),
    ],
)
def test_mentions(text: str, expected: list[str]) -> None:
    assert [mention.agency.name for mention in mentions(text)] == expected


def rows() -> list[list[str]]:
    path = Path(hwpextract.__file__).parent / "data" / "agencies.tsv"
    return [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]


def test_every_row_is_found_by_its_name_in_its_time() -> None:
    for name, _, _, since, until, _, _ in rows():
        assert named(name, since or until) == name


def test_periods_are_dates_in_order() -> None:
    for _, _, _, since, until, _, _ in rows():
        # Of some only the month is known.
        days = [date.fromisoformat(f"{day}-01"[:10]) for day in (since, until) if day]
        assert days == sorted(days)


def test_periods_of_one_name_do_not_overlap() -> None:
    periods: dict[str, list[tuple[str, str]]] = {}
    for name, _, _, since, until, _, _ in rows():
        periods.setdefault(name, []).append((since, until or "9999-12-31"))
    for spans in periods.values():
        assert all(before[1] < after[0] for before, after in pairwise(sorted(spans)))


def test_names_of_letters_alone_are_folded_already() -> None:
    names = [name for row in rows() for name in (row[0], *row[5].split(";"))]
    assert [name for name in names if name.isalnum() and fold(name) != name] == []
