from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from builders.releases import release_file

from hwpextract import cli
from hwpextract.batch import Progress
from hwpextract.cli.batch import _bar

pytest.importorskip("pebble", reason="the extra batch is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("batch")
    (made / "crawl").mkdir()
    for name in ("가", "나"):
        (made / "crawl" / f"{name}.hwpx").write_bytes(release_file(f"{name} 시설을 새로 한다", f"{name}는 시설이다."))
    return made


def batch(folder: Path, *args: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "hwpextract", "batch", "--workers", "1", *args]
    return subprocess.run(command, cwd=folder, input=given, capture_output=True, check=False)


def test_a_folder_into_a_database_and_a_search(folder: Path) -> None:
    ran = batch(folder, "crawl", "-o", "r.db")
    assert (ran.returncode, ran.stdout) == (0, b"")
    assert ran.stderr.decode().startswith("2 files: 2 read\n2 releases in 2 forms")
    search = [sys.executable, "-m", "hwpextract", "search", "r.db", "시설", "--since", "2025-01-01"]
    found = subprocess.run(search, cwd=folder, capture_output=True, check=True).stdout.decode().splitlines()
    assert sorted(line.split("\t")[3] for line in found) == ["가 시설을 새로 한다", "나 시설을 새로 한다"]


def test_failures_and_the_summary_as_json(folder: Path) -> None:
    ran = batch(folder, "-", "-o", "list.jsonl", "--json", "--quiet", given="crawl/가.hwpx\nnone.hwp\n".encode())
    assert (ran.returncode, ran.stderr) == (1, b"")
    summary = json.loads(ran.stdout)
    assert (summary["files"], summary["read"], summary["failures"]) == (2, 1, {"not_found": 1})


def test_a_list_with_nuls(folder: Path) -> None:
    ran = batch(folder, "-", "-o", "nul.jsonl", given="crawl/가.hwpx\0crawl/나.hwpx\0".encode())
    assert ran.stderr.decode().startswith("2 files: 2 read\n")


@pytest.mark.parametrize(
    "args", [["crawl"], ["crawl", "-o", "r.txt"], ["crawl", "-o", "r.db", "--workers", "0"], ["-o", "crawl"]]
)
def test_wrong_usage(folder: Path, args: list[str]) -> None:
    assert batch(folder, *args).returncode == 2


@pytest.mark.parametrize("source", ["nofolder", "none.hwp", "crawl/*.pdf", "없는 폴더/**/*"])
def test_a_source_that_is_not_there(folder: Path, source: str) -> None:
    ran = batch(folder, "crawl", source, "-o", "missing.db")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert f"Invalid value for SOURCE: there is no {source}" in ran.stderr.decode()
    assert not (folder / "missing.db").exists()


def test_nothing_to_read_and_nothing_there(folder: Path) -> None:
    ran = batch(folder, "-o", "nothing.db")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert "nothing.db holds nothing yet: say what to read" in ran.stderr.decode()
    assert not (folder / "nothing.db").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
@pytest.mark.parametrize("room", [1 << 10, 200 << 10])
def test_a_disk_that_fills_up_and_is_emptied(folder: Path, room: int) -> None:
    import resource

    def short_of_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    output = f"{room}.jsonl"
    command = [sys.executable, "-m", "hwpextract", "batch", "--workers", "1", "crawl", "-o", output]
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=False, preexec_fn=short_of_room)
    assert (ran.returncode, ran.stdout) == (1, b"")
    told = re.fullmatch(rf"hwpextract: {output}[.\w]*: [\w /]+ \[cannot_write\]\n", ran.stderr.decode())
    assert told, ran.stderr.decode()
    assert not (folder / output).exists()
    assert batch(folder, "crawl", "-o", output).returncode == 0
    assert (folder / output).read_bytes().count(b"\n") == 2


def test_without_the_extra(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hwpextract.cli.batch.find_spec", lambda name: None if name == "pebble" else object())
    with pytest.raises(SystemExit) as left:
        cli.main(["batch", "crawl", "-o", "r.db"])
    assert left.value.code == 2
    assert "needs pebble: pip install 'hwpextract[batch]'" in capsys.readouterr().err


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with _bar(quiet=False) as tell:
        assert tell
        tell(Progress(done=3, total=7, failed=2, known=1))
    assert "3/7" in terminal.getvalue()
    assert "2 failed" in terminal.getvalue()


def test_no_bar_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with _bar(quiet=False) as tell:
        assert tell is None
