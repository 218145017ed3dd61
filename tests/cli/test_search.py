from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from builders.releases import release_file

from hwpextract import cli
from hwpextract.batch import run
from hwpextract.batch.reading import row_of


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("search")
    (folder / "가.hwpx").write_bytes(release_file("수도 검침을\t새로 한다", "공공데이터를 더 연다고 24일 밝혔다."))
    engine = lambda jobs, settings, _: (row_of(job, settings) for job in jobs)  # noqa: E731 - typed by `run`
    run([str(folder)], folder / "r.db", engine=engine, workers=1)
    return str(folder / "r.db")


def search(*args: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main(["search", *args])
    return int(left.value.code or 0)


def test_a_line_for_each_hit(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert search(database, "검침", "데이터") == 0
    (line,) = capsys.readouterr().out.splitlines()
    day, _, department, title, snippet, source = line.split("\t")
    assert (day, department, title) == ("2025-03-24", "민원제도과", "수도 검침을 새로 한다")
    assert "검침" in snippet
    assert source.endswith("가.hwpx")


def test_json(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert search(database, "검침", "--json") == 0
    assert json.loads(capsys.readouterr().out)["department"] == "민원제도과"


def test_a_table_on_a_terminal(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rich", reason="the extra batch is not installed")

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    assert search(database, "데이터") == 0
    assert "\x1b[7m데이터\x1b[0m" in terminal.getvalue()


def test_nothing_found(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert search(database, "예산") == 1
    assert capsys.readouterr().out == ""


def test_nothing_found_is_said_on_a_terminal(
    database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert search(database, "예산") == 1
    assert capsys.readouterr() == ("", "hwpextract: no release holds all these words\n")


@pytest.mark.parametrize("args", [["!"], ["가", "--since", "어제"], ["가", "--limit", "0"]])
def test_wrong_usage(database: str, args: list[str]) -> None:
    assert search(database, *args) == 2


def test_what_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"nothing " * 100)
    assert search(str(tmp_path / "a.db"), "가") == 2


def test_searching_needs_no_extra(database: str) -> None:
    code = """
import sys
sys.modules["pebble"] = sys.modules["rich"] = sys.modules["pyarrow"] = None
from hwpextract.cli import main
main(sys.argv[1:])
"""
    done = subprocess.run([sys.executable, "-c", code, "search", database, "검침"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "수도 검침을 새로 한다" in done.stdout.decode()
