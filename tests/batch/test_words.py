from __future__ import annotations

import sqlite3

import pytest

from hwpextract.batch.words import composed, entries, match_expression, pattern, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("데이터는", "데이 이터 터는 는"),
        ("공공 데이터", "공공 공 데이 이터 터"),
        ("AI기반 5G", "ai 기반 반 5g"),
        ("2025년", "2025 년"),
        ("漢字·カナ", "漢字 字 カナ ナ"),
        ("ＡＢＣ", "abc"),
        ("a_b", "a b"),
        ("", ""),
        ("!?※", ""),
    ],
)
def test_entries(text: str, expected: str) -> None:
    assert entries(text) == expected


def test_decomposed_syllables_are_composed() -> None:
    assert entries("\u1112\u1161\u11ab\u1100\u1173\u11af") == "한글 글"


def found(text: str, query: str) -> bool:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE word USING fts5 (text, tokenize = 'ascii')")
    db.execute("INSERT INTO word VALUES (?)", (entries(text),))
    hit = db.execute("SELECT 1 FROM word WHERE word MATCH ?", (match_expression(query),)).fetchone()
    db.close()
    return hit is not None


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("공공데이터를 연다", "데이터"),
        ("공공데이터를 연다", "공공"),
        ("공공데이터를 연다", "데이"),
        ("공공데이터를 연다", "터"),
        ("공공데이터를 연다", "연다 공공"),
        ("공공데이터를 연다", '"데이터를 연다"'),
        ("공공데이터를 연다", '"데이터를 연"'),
        ("AI기반 행정", "ai 행정"),
        ("AI기반 행정", "AI기반"),
        ("2025년 3월", "2025"),
        ("2025년 3월", "2025년"),
        ("ＡＩ 행정", "AI"),
    ],
)
def test_found(text: str, query: str) -> None:
    assert found(text, query)
    assert pattern(query).search(composed(text))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("공공데이터를 연다", "이데"),
        ("한다 음식", "다음"),
        ("데이 이터", "데이터"),
        ("공공데이터를 연다", '"공공 데이터"'),
        ("공공데이터를 연다", "공공 예산"),
        ("20250", "2025"),
    ],
)
def test_not_found(text: str, query: str) -> None:
    assert not found(text, query)


def test_terms() -> None:
    assert terms('수도 "물 관리" - 검침') == ["수도", "물 관리", "검침"]


@pytest.mark.parametrize("query", ["", " ", '""', "-- !", '"※"'])
def test_nothing_to_search(query: str) -> None:
    with pytest.raises(ValueError, match="no letter"):
        match_expression(query)


@pytest.mark.parametrize("query", ['가"', 'a" OR "b', "NEAR(가 나)", "title:가", "가*", "가 AND", "^가"])
def test_no_query_is_an_expression_of_sqlite(query: str) -> None:
    found("가나다", query)
