"""Worker processes: what a file does to the one that reads it stays there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from builders.misbehaving import misbehave
from builders.releases import release_file

pytest.importorskip("pebble", reason="the extra batch is not installed")

from hwpextract.batch.failures import Failure
from hwpextract.batch.pool import Workers, _Pool
from hwpextract.batch.reading import Job
from hwpextract.batch.settings import Settings

SETTINGS = Settings(timeout=60.0, memory=1 << 30)
IMPATIENT = Settings(timeout=1.0, memory=1 << 30)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(SETTINGS, 2) as pool:
        yield pool


@pytest.fixture(scope="module")
def impatient() -> Iterator[Workers]:
    with Workers(IMPATIENT, 2) as pool:
        yield pool


def result(workers: Workers, *tasks: str) -> dict[str, str]:
    done = dict(workers.run(misbehave, tasks))
    assert sorted(done) == sorted(tasks)
    return {task: found.code if isinstance(found, Failure) else found for task, found in done.items()}


def test_tasks_that_never_end_are_killed_and_the_others_done(impatient: Workers) -> None:
    found = result(impatient, "a", "sleep", "b", "spin in C", "c")
    assert found == {"a": "a", "b": "b", "c": "c", "sleep": "limit_seconds", "spin in C": "limit_seconds"}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_task_that_will_not_be_ended_is_killed(impatient: Workers) -> None:
    assert result(impatient, "ignore", "a") == {"ignore": "limit_seconds", "a": "a"}


def test_processes_that_die_take_no_other_task_with_them(workers: Workers) -> None:
    assert result(workers, "a", "exit", "b", "crash", "c") == {
        "a": "a",
        "b": "b",
        "c": "c",
        "exit": "worker_died",
        "crash": "worker_died",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
def test_memory_is_bounded(workers: Workers) -> None:
    assert result(workers, "grow", "a") == {"grow": "limit_memory", "a": "a"}


def test_a_defect_is_told_as_one(workers: Workers) -> None:
    assert result(workers, "raise") == {"raise": "internal_error"}


def test_rows(workers: Workers) -> None:
    content = release_file("가나 시설을 새로 한다", "시설을 새로 한다고 밝혔다.")
    jobs = [Job(f"{number}.hwpx", len(content), data=content) for number in range(5)]
    rows = list(workers.rows(jobs))
    assert sorted(row.source for row in rows) == [job.source for job in jobs]
    assert all(row.release and row.release.title == "가나 시설을 새로 한다" for row in rows)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
def test_what_other_files_left_in_memory_decides_nothing() -> None:
    with Workers(SETTINGS, 1) as pool:
        assert result(pool, "hoard", "take", "grow") == {"hoard": "hoard", "take": "take", "grow": "limit_memory"}


def test_tasks_of_a_pool_that_broke_are_tried_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def submit(_: _Pool, function: Callable[[str], str], task: str) -> Future[str]:
        tried.append(task)
        future: Future[str] = Future()
        if task == "always" or tried.count(task) == 1:
            future.set_exception(BrokenProcessPool("the channel broke"))
        else:
            future.set_result(function(task))
        return future

    monkeypatch.setattr(_Pool, "submit", submit)
    assert result(Workers(SETTINGS, 1), "once", "always") == {"once": "once", "always": "worker_died"}
    assert sorted(tried) == ["always", "always", "once", "once"]


def test_a_program_that_its_workers_would_begin_anew_ends_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "crawl").mkdir()
    (tmp_path / "crawl" / "가.hwpx").write_bytes(release_file("수도 검침을 새로 한다", "24일 밝혔다."))
    program = tmp_path / "program.py"
    program.write_text("from hwpextract.batch import run\nprint(run(['crawl'], 'r.jsonl', workers=1).read)\n")
    ran = subprocess.run([sys.executable, program], cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.decode().strip().endswith('below `if __name__ == "__main__":`; the first one ended with status 1')
    assert not (tmp_path / "r.jsonl").exists()


@pytest.mark.parametrize(("most", "order"), [(32, "abxy"), (1, "xayb")])
def test_tasks_in_doubt_come_last_but_do_not_pile_up(monkeypatch: pytest.MonkeyPatch, most: int, order: str) -> None:
    def submit(_: _Pool, function: Callable[[str], str], task: str) -> Future[str]:
        future: Future[str] = Future()
        if task in "xy":
            future.set_exception(BrokenProcessPool("the channel broke"))
        else:
            future.set_result(function(task))
        return future

    monkeypatch.setattr(_Pool, "submit", submit)
    monkeypatch.setattr("hwpextract.batch.pool._MOST_IN_DOUBT", most)
    done = [task for task, _ in Workers(SETTINGS, 1).run(misbehave, "xayb")]
    assert "".join(done) == order
