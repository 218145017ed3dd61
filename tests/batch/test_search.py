from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from builders.releases import release_file

from hwpextract.batch import Hit, OutputError, run, search
from hwpextract.batch.reading import row_of
from hwpextract.batch.search import _snippet
from hwpextract.batch.words import pattern


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crawl")
    (folder / "가.hwpx").write_bytes(
        release_file(
            "수도 검침을 새로 한다", "행정안전부는 공공데이터를 더 연다고 24일 밝혔다.", department="수도정책과"
        )
    )
    (folder / "나.hwpx").write_bytes(release_file("공공데이터를 더 연다", "수도 요금은 그대로라고 24일 밝혔다."))
    engine = lambda jobs, settings, _: (row_of(job, settings) for job in jobs)  # noqa: E731 - typed by `run`
    run([str(folder)], folder / "r.db", engine=engine, workers=1)
    return folder / "r.db"


def titles(hits: list[Hit]) -> list[str | None]:
    return [hit.title for hit in hits]


def test_words_in_the_headline_count_most(database: Path) -> None:
    assert titles(search(database, "수도")) == ["수도 검침을 새로 한다", "공공데이터를 더 연다"]
    assert titles(search(database, "데이터")) == ["공공데이터를 더 연다", "수도 검침을 새로 한다"]


@pytest.mark.parametrize("query", ["검침", "검침 데이터", '"공공데이터를 더 연다고"', "침"])
def test_all_words_must_be_there(database: Path, query: str) -> None:
    assert titles(search(database, query)) == ["수도 검침을 새로 한다"]


def test_nothing_found(database: Path) -> None:
    assert search(database, "검침 요금") == []


def test_filters(database: Path) -> None:
    assert titles(search(database, "수도", department="정책과")) == ["수도 검침을 새로 한다"]
    assert search(database, "수도", agency="교육부") == []
    assert len(search(database, "수도", since=date(2025, 3, 24))) == 2
    assert search(database, "수도", since=date(2025, 3, 25)) == []
    assert len(search(database, "수도", limit=1)) == 1


def test_a_hit(database: Path) -> None:
    (hit,) = search(database, "검침")
    assert hit.source.endswith("가.hwpx")
    assert (hit.department, hit.released) == ("수도정책과", "2025-03-24T12:00:00+09:00")
    assert "검침" in hit.snippet
    assert "\n" not in hit.snippet


def snippet(text: str, query: str) -> str:
    return _snippet(text, pattern(query))


def test_snippets_are_cut_around_the_first_word() -> None:
    assert snippet("가 " * 40 + "수도\n 검침을 한다. " + "나 " * 80, "검침").startswith("…가 가")
    assert "수도 검침을 한다. 나" in snippet("가 " * 40 + "수도\n 검침을 한다. " + "나 " * 80, "검침")
    assert snippet("수도 검침", "검침") == "수도 검침"


def test_snippets_of_decomposed_text_and_of_text_without_the_word() -> None:
    assert snippet(unicodedata.normalize("NFD", "수도 검침을 한다"), "검침") == "수도 검침을 한다"
    assert snippet("가" * 200, "검침") == "가" * 72 + "…"


def test_what_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        search(tmp_path / "none.db", "수도")
    (tmp_path / "a.db").write_bytes(b"nothing " * 200)
    with pytest.raises(OutputError):
        search(tmp_path / "a.db", "수도")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.db"]
