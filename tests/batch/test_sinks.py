from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders.releases import release_file

from hwpextract import PressRelease
from hwpextract.batch import OutputError, Settings, run
from hwpextract.batch.reading import row_of
from hwpextract.batch.sinks.replacing import replacing

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Read a small crawl into an output of this name."""
    monkeypatch.chdir(tmp_path)
    Path("crawl").mkdir()
    Path("crawl/가.hwpx").write_bytes(release_file("가나 시설을 새로 한다", "시설을 새로 한다고 24일 밝혔다."))
    Path("crawl/나.hwpx").write_bytes(release_file('따옴표 "둘"/사선', "다른 말을 했다."))
    Path("crawl/bad.hwp").write_bytes(b"nothing " * 50)
    shutil.copy("crawl/가.hwpx", "crawl/다.hwpx")

    def call(name: str, **options: Any) -> Path:
        engine = lambda jobs, settings, _: (row_of(job, settings) for job in jobs)  # noqa: E731 - typed by `run`
        run(["crawl"], name, engine=engine, workers=1, **options)
        return Path(name)

    return call


def test_jsonl(write: Write) -> None:
    lines = [json.loads(line) for line in write("r.jsonl").read_text("utf-8").splitlines()]
    assert [(line["source"], line["status"]) for line in lines] == [
        ("crawl/bad.hwp", "failed"),
        ("crawl/가.hwpx", "read"),
        ("crawl/나.hwpx", "read"),
        ("crawl/다.hwpx", "duplicate"),
    ]
    bad, read, _, twin = lines
    assert bad["error"]["code"] == "unsupported_text"
    assert read["error"] is None
    assert read["release"]["contact"]["name"] == "홍길동"
    assert read["form_of"] == "crawl/가.hwpx"
    assert (twin["release"], twin["duplicate_of"]) == (None, "crawl/가.hwpx")


def test_the_whole_content_on_demand(write: Write) -> None:
    lines = write("r.jsonl", settings=Settings(document=True)).read_text("utf-8").splitlines()
    assert PressRelease.model_validate(json.loads(lines[1])["release"]).document.blocks


def test_a_folder_may_be_called_like_a_file(write: Write) -> None:
    assert len(list(write("notes.2025/").glob("*/*.md"))) == 2
    with pytest.raises(OutputError, match="an output is a folder or ends in"):
        write("notes.2026")


def test_parquet(write: Write) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    table = parquet.read_table(write("r.parquet"))
    rows = table.to_pylist()
    assert [row["status"] for row in rows] == ["failed", "read", "read", "duplicate"]
    assert rows[1]["title"] == "가나 시설을 새로 한다"
    assert rows[1]["released"] == "2025-03-24T12:00:00+09:00"
    assert rows[1]["contacts"][0]["phones"] == ["044-000-0501"]
    assert json.loads(rows[1]["json"])["title"] == rows[1]["title"]


def test_markdown(write: Write) -> None:
    output = write("notes")
    pages = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.md"))
    assert len(pages) == 2
    assert pages[0].startswith("2025/2025-03-24 가나 시설을 새로 한다 ")
    assert pages[1].startswith("2025/2025-03-24 따옴표 둘 사선 ")
    front, _, text = (output / pages[0]).read_text("utf-8").removeprefix("---\n").partition("---\n")
    facts = {name: json.loads(value) for name, _, value in (line.partition(": ") for line in front.splitlines())}
    assert facts["title"] == "가나 시설을 새로 한다"
    assert facts["contacts"][0]["name"] == "홍길동"
    assert facts["forms"] == ["crawl/가.hwpx"]
    assert "# 가나 시설을 새로 한다" in text


def test_pages_of_releases_that_are_gone_are_removed_and_others_left(write: Write) -> None:
    output = write("notes")
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*.md")}
    (output / "2025" / "mine.md").write_text("mine")
    Path("crawl/나.hwpx").write_bytes(release_file("새 제목을 단다", "새 말을 했다."))
    write("notes")
    after = {path: path.stat().st_mtime_ns for path in output.rglob("*.md")}
    assert sum(path in before for path in after) == 1
    assert len(after) == 3
    assert all(before[path] == after[path] for path in before.keys() & after.keys())


def test_a_title_longer_than_a_file_name(write: Write) -> None:
    Path("crawl/긴.hwpx").write_bytes(release_file("가나다라마바사" * 40, "말을 했다."))
    assert len(list(write("notes").rglob("*.md"))) == 3


def test_the_database_has_contacts_and_tables(write: Write) -> None:
    db = sqlite3.connect(write("r.db"))
    assert db.execute("SELECT name, phones, agency FROM contacts").fetchall()[0][:2] == ("홍길동", '["044-000-0501"]')
    assert db.execute("SELECT count(*) FROM tables WHERE json_valid(cells)").fetchone() == (0,)
    db.close()


def test_tables_of_a_release_keep_their_grid(tmp_path: Path) -> None:
    sample = Path(__file__).parent.parent.parent / "samples" / "statistics-2022" / "release.hwpx"
    run([str(sample)], tmp_path / "r.db", engine=lambda jobs, s, _: (row_of(job, s) for job in jobs), workers=1)
    db = sqlite3.connect(tmp_path / "r.db")
    place, rows, cols, cells = db.execute("SELECT place, rows, cols, cells FROM tables ORDER BY number").fetchone()
    db.close()
    grid = json.loads(cells)
    assert place.startswith("참고")
    assert (rows, cols) == (len(grid), len(grid[0]))
    assert grid[0] == ["구분", "책방 수(곳)", None, "행사 횟수(회)", None]
    assert grid[1] == [None, "2020년", "2022년", "2020년", "2022년"]


def test_an_output_that_cannot_be_finished_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("before")
    with (
        pytest.raises(UnicodeEncodeError),
        replacing(path) as unfinished,
        unfinished.open("w", encoding="ascii") as file,
    ):
        file.writelines(["half", "가"])
    assert [one.read_text() for one in tmp_path.iterdir()] == ["before"]


@pytest.mark.skipif(sys.platform == "win32", reason="locales differ there")
def test_outputs_of_equal_input_are_equal(write: Write) -> None:
    first = write("a.jsonl").read_bytes()
    assert write("b.jsonl").read_bytes() == first
