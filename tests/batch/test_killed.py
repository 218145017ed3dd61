"""A run that is killed at any moment, and started again, ends as one that was left alone."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from builders.releases import release_file

pytest.importorskip("pebble", reason="the extra batch is not installed")

FILES = 240
EVERYTHING = ("SELECT * FROM manifest ORDER BY source", "SELECT * FROM entry ORDER BY source")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")


def start(folder: Path, output: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "hwpextract", "batch", "crawl", "-o", output, "--workers", "2"]
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL, start_new_session=True)


def done(database: Path) -> int:
    """How many files the manifest has, read as anybody may read it while the run goes on."""
    if not database.exists():
        return 0
    db = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
    try:
        return int(db.execute("SELECT count(*) FROM manifest").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet
        return 0
    finally:
        db.close()


def everything(database: Path) -> list[list[tuple[object, ...]]]:
    db = sqlite3.connect(database)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.execute("INSERT INTO word (word) VALUES ('integrity-check')")
    rows = [db.execute(query).fetchall() for query in EVERYTHING]
    db.close()
    return rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("killed")
    (made / "crawl").mkdir()
    for number in range(FILES):
        title, body = f"제{number}호 시설을 새로 한다", f"{number}번 시설을 새로 한다고 밝혔다. " * (number + 1)
        (made / "crawl" / f"{number:03}.hwpx").write_bytes(release_file(title, body))
    return made


@pytest.mark.parametrize("output", ["r.db", "r.jsonl"])
def test_killed_three_times(folder: Path, output: str) -> None:
    database = folder / (output if output.endswith(".db") else output + ".manifest.db")
    before = 0
    for _ in range(3):
        running = start(folder, output)
        while done(database) <= before and running.poll() is None:
            time.sleep(0.02)
        with suppress(ProcessLookupError):  # a fast machine may be done before the third time
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        assert len(everything(database)[0]) >= before
        before = done(database)
    assert before > 0
    assert start(folder, output).wait() == 0
    assert start(folder, "whole-" + output).wait() == 0
    if output.endswith(".db"):
        assert everything(database) == everything(folder / "whole-r.db")
    else:
        assert (folder / output).read_bytes() == (folder / ("whole-" + output)).read_bytes()
    assert done(database) == FILES


def test_interrupted_in_order(folder: Path) -> None:
    running = start(folder, "polite.jsonl")
    database = folder / "polite.jsonl.manifest.db"
    while not done(database) and running.poll() is None:
        time.sleep(0.02)
    # It stands still while we look, so that it is told to end in the middle of its work or, where it was faster, not at all.
    running.send_signal(signal.SIGSTOP)
    in_the_middle = running.poll() is None and done(database) < FILES
    if in_the_middle:
        running.terminate()
    running.send_signal(signal.SIGCONT)
    status = running.wait()
    lines = (folder / "polite.jsonl").read_bytes().count(b"\n")
    assert (status == 3 and 0 < lines <= FILES) if in_the_middle else (status, lines) == (0, FILES)
