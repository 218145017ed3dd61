"""Runs with an engine in this process, so that each test says what it is about and no pool is started."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest
from builders.releases import release_file

import hwpextract
from hwpextract.batch import OutputError, Progress, Settings, Summary, run
from hwpextract.batch.comparing import compared
from hwpextract.batch.failures import Failure
from hwpextract.batch.reading import Job, failed, row_of
from hwpextract.batch.rows import Row

SAMPLES = Path(__file__).parent.parent.parent / "samples"


class Engine:
    """Reads in this process, and remembers what; may be interrupted after so many files."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.read: list[str] = []
        self._stop_after = stop_after

    def __call__(self, jobs: Iterable[Job], settings: Settings, workers: int) -> Iterator[Row]:
        for job in jobs:
            if len(self.read) == self._stop_after:
                raise KeyboardInterrupt
            self.read.append(job.source)
            yield row_of(job, settings)


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "crawl"
    folder.mkdir()
    for number, name in enumerate("가나다라"):
        put(folder / f"{name}.hwpx", release_file(f"{name}{name} 시설을 새로 한다", f"{name} 시설 {number}곳을 " * 40))
    monkeypatch.chdir(tmp_path)
    return folder


def put(path: Path, content: bytes | bytearray) -> None:
    path.write_bytes(content)


def query(database: str, sql: str) -> list[tuple[object, ...]]:
    db = sqlite3.connect(database)
    rows = db.execute(sql).fetchall()
    db.close()
    return rows


MANIFEST = "SELECT source, status, code, duplicate_of FROM manifest ORDER BY source"
CONTENT = """
SELECT manifest.*, title, agency, department, released, warnings, text, json FROM manifest LEFT JOIN forms USING (source)
ORDER BY source
"""


def batch(
    *sources: str, output: str = "r.db", engine: Engine | None = None, **options: object
) -> tuple[Summary, Engine]:
    engine = engine or Engine()
    summary = run(sources or ("crawl",), output, engine=engine, workers=1, **options)  # type: ignore[arg-type]
    return summary, engine


@pytest.mark.parametrize("source", ["crawl", b"crawl", Path("crawl")])
def test_one_path_is_no_list_of_sources(source: str, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="give a list"):
        run(source, tmp_path / "r.db", engine=Engine())
    assert not list(tmp_path.iterdir())


def test_without_the_extra_nothing_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pebble", None)
    with pytest.raises(ModuleNotFoundError, match=r"hwpextract\[batch\]"):
        run([str(tmp_path)], tmp_path / "r.db")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("output", ["r.db", "r.jsonl", "notes/"])
def test_what_a_run_writes_is_no_source_of_the_next(crawl: Path, output: str) -> None:
    first, second = (run([str(crawl)], crawl / output, engine=Engine(), workers=1) for _ in range(2))
    assert first.files == second.files == 4


def test_sources_may_be_paths(crawl: Path) -> None:
    assert run([crawl], "r.db", engine=Engine()).read == 4


@pytest.mark.usefixtures("crawl")
def test_every_file_is_accounted_for() -> None:
    put(Path("crawl/bad.hwp"), b"<html><title>404</title>" + bytes(100))
    put(Path("crawl/logo.png"), b"\x89PNG\r\n\x1a\n" + bytes(200))
    shutil.copy("crawl/가.hwpx", "crawl/나중.hwpx")
    shutil.make_archive("crawl/z", "zip", "crawl", "다.hwpx")
    summary, _ = batch("crawl", "none.hwp")
    assert query("r.db", MANIFEST) == [
        ("crawl/bad.hwp", "failed", "unsupported_html", None),
        ("crawl/logo.png", "skipped", "unsupported_png", None),
        ("crawl/z.zip", "archive", None, None),
        ("crawl/z.zip!/다.hwpx", "read", None, None),
        ("crawl/가.hwpx", "read", None, None),
        ("crawl/나.hwpx", "read", None, None),
        ("crawl/나중.hwpx", "duplicate", None, "crawl/가.hwpx"),
        ("crawl/다.hwpx", "duplicate", None, "crawl/z.zip!/다.hwpx"),
        ("crawl/라.hwpx", "read", None, None),
        ("none.hwp", "failed", "not_found", None),
    ]
    assert summary._replace(seconds=0.0) == Summary(
        files=10,
        read=4,
        duplicate=2,
        archive=1,
        skipped=1,
        failed=2,
        pending=0,
        failures={"not_found": 1, "unsupported_html": 1},
        releases=4,
        forms=4,
        interrupted=False,
        seconds=0.0,
    )


@pytest.mark.usefixtures("crawl")
def test_what_is_done_is_not_done_again() -> None:
    batch()
    shutil.copytree("crawl", "copy")
    put(Path("crawl/마.hwpx"), release_file("마마 시설", "마 시설"))
    summary, engine = batch("crawl", "copy")
    assert engine.read == ["crawl/마.hwpx"]
    assert (summary.files, summary.read, summary.duplicate) == (9, 5, 4)


@pytest.mark.usefixtures("crawl")
def test_a_file_that_changed_is_read_again_and_its_old_content_forgotten() -> None:
    batch()
    put(Path("crawl/가.hwpx"), release_file("새 제목을 단다", "다른 말을 한다."))
    _, engine = batch()
    assert engine.read == ["crawl/가.hwpx"]
    assert query("r.db", "SELECT title FROM releases ORDER BY title")[-1] == ("새 제목을 단다",)
    assert query("r.db", "SELECT count(*) FROM releases") == [(4,)]


@pytest.mark.usefixtures("crawl")
def test_other_options_read_all_again() -> None:
    batch()
    _, engine = batch(settings=Settings(contacts="none"))
    assert len(engine.read) == 4
    assert query("r.db", "SELECT count(*) FROM contacts") == [(0,)]
    assert not batch(settings=Settings(contacts="none", timeout=5, memory=1 << 30))[1].read


@pytest.mark.usefixtures("crawl")
def test_another_version_reads_all_again(monkeypatch: pytest.MonkeyPatch) -> None:
    batch()
    monkeypatch.setattr("hwpextract.__version__", "99")
    assert len(batch()[1].read) == 4
    assert query("r.db", "SELECT DISTINCT version FROM manifest") == [("99",)]


@pytest.mark.usefixtures("crawl")
def test_files_that_failed_are_read_again_when_asked() -> None:
    put(Path("crawl/bad.hwp"), b"nothing " * 50)
    assert batch()[0].failures == {"unsupported_text": 1}
    summary, engine = batch()
    assert (summary.failures, engine.read) == ({"unsupported_text": 1}, [])
    assert batch(retry=True)[1].read == ["crawl/bad.hwp"]


@pytest.mark.usefixtures("crawl")
def test_what_could_not_be_opened_is_tried_every_time() -> None:
    assert batch("crawl", "마.hwpx")[0].failures == {"not_found": 1}
    put(Path("마.hwpx"), release_file("마마 시설", "마 시설"))
    assert batch("crawl", "마.hwpx")[0].failures == {}


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize("stops", [[0], [1, 1], [2], [1, 1, 1]])
def test_an_interrupted_run_goes_on(stops: list[int]) -> None:
    for stop in stops:
        summary, _ = batch(engine=Engine(stop_after=stop))
        assert summary.interrupted
    assert summary.pending == 4 - sum(stops)
    summary, engine = batch()
    assert (summary.interrupted, summary.pending) == (False, 0)
    assert len(engine.read) == 4 - sum(stops)
    batch(output="whole.db")
    assert query("r.db", CONTENT) == query("whole.db", CONTENT)


@pytest.mark.usefixtures("crawl")
def test_a_file_that_changes_while_it_is_read_fails() -> None:
    def engine(jobs: Iterable[Job], settings: Settings, workers: int) -> Iterator[Row]:
        for job in jobs:
            if job.source == "crawl/나.hwpx":
                put(Path(job.source), release_file("다른 제목", "다른 말"))
            yield row_of(job, settings)

    assert run(["crawl"], "r.db", engine=engine).failures == {"changed": 1}
    assert batch()[0].failures == {}


def of_another_time(path: str) -> bytes:
    """An archive of the same size and other content: the time of its first member differs."""
    content = bytearray(Path(path).read_bytes())
    content[12] ^= 1
    return bytes(content)


@pytest.mark.usefixtures("crawl")
def test_a_file_that_changed_is_read_again_though_another_has_its_size() -> None:
    def engine(jobs: Iterable[Job], settings: Settings, workers: int) -> Iterator[Row]:
        for job in jobs:
            if job.source == "crawl/나.hwpx":
                put(Path(job.source), of_another_time("crawl/가.hwpx"))
            yield row_of(job, settings)

    put(Path("crawl/나.hwpx"), Path("crawl/나.hwpx").read_bytes() + bytes(100))
    assert run(["crawl"], "r.db", engine=engine).failures == {"changed": 1}
    assert batch()[0].failures == {}


def all_at_once(jobs: Iterable[Job], settings: Settings, workers: int) -> Iterator[Row]:
    """An engine that takes all jobs before it gives a row, the last first."""
    yield from (row_of(job, settings) for job in reversed(list(jobs)))


@pytest.mark.usefixtures("crawl")
def test_a_duplicate_of_what_is_being_read_is_not_read() -> None:
    shutil.copy("crawl/가.hwpx", "crawl/나중.hwpx")
    seen: list[Progress] = []
    summary = run(["crawl"], "r.db", engine=all_at_once, on_progress=seen.append)
    assert (summary.read, summary.duplicate, seen[-1].done) == (4, 1, 5)
    assert query("r.db", "SELECT duplicate_of FROM manifest WHERE source = 'crawl/나중.hwpx'") == [("crawl/가.hwpx",)]
    names = query("r.db", "SELECT json_extract(json, '$.source.filename') FROM forms ORDER BY 1")
    assert names == [("가.hwpx",), ("나.hwpx",), ("다.hwpx",), ("라.hwpx",)]


@pytest.mark.usefixtures("crawl")
def test_a_duplicate_of_what_changes_while_it_is_read_fails() -> None:
    shutil.copy("crawl/가.hwpx", "crawl/나중.hwpx")

    def engine(jobs: Iterable[Job], settings: Settings, workers: int) -> Iterator[Row]:
        given = list(jobs)
        put(Path("crawl/가.hwpx"), of_another_time("crawl/가.hwpx"))
        yield from (row_of(job, settings) for job in given)

    assert run(["crawl"], "r.db", engine=engine).failures == {"changed": 1}
    assert query("r.db", "SELECT source FROM manifest WHERE status = 'failed'") == [("crawl/나중.hwpx",)]
    assert batch()[0].failures == {}


@pytest.mark.usefixtures("crawl")
def test_a_file_that_takes_its_process_with_it_is_known_by_its_content() -> None:
    def engine(jobs: Iterable[Job], settings: Settings, workers: int) -> Iterator[Row]:
        for job in jobs:
            if job.source == "crawl/라.hwpx":
                Path(job.source).unlink()
            yield failed(job, Failure("worker_died", "status 7"))

    assert run(["crawl"], "r.db", engine=engine).failures == {"worker_died": 4}
    known = query("r.db", "SELECT source FROM file WHERE sha256 NOTNULL ORDER BY source")
    assert known == [("crawl/가.hwpx",), ("crawl/나.hwpx",), ("crawl/다.hwpx",)]
    assert not batch("crawl")[1].read


@pytest.mark.usefixtures("crawl")
def test_progress() -> None:
    batch("crawl/가.hwpx")
    seen: list[Progress] = []
    shutil.make_archive("crawl/z", "zip", "crawl", "라.hwpx")
    batch("crawl", "none.hwp", on_progress=seen.append)
    assert [progress.done for progress in seen] == list(range(1, 8))
    assert seen[-1] == Progress(done=7, total=7, failed=1, known=1)


@pytest.mark.usefixtures("crawl")
def test_nothing_to_read_writes_what_is_there() -> None:
    batch(output="r.jsonl")
    written = Path("r.jsonl").read_bytes()
    Path("r.jsonl").unlink()
    run([], "r.jsonl")
    assert Path("r.jsonl").read_bytes() == written


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize("name", ["r.db", "r.jsonl", "r.parquet", "r"])
def test_what_no_run_wrote_is_left_alone(name: str) -> None:
    if name == "r":
        Path(name).mkdir()
        put(Path("r/mine.md"), b"mine")
    else:
        put(Path(name), b"mine")
    with pytest.raises(OutputError, match="r"):
        batch(output=name)
    assert [path.read_bytes() for path in Path().rglob("r*") if path.is_file()] in ([b"mine"], [])
    assert not list(Path().glob("*manifest*"))


@pytest.mark.usefixtures("crawl")
def test_a_database_of_something_else_is_left_alone() -> None:
    db = sqlite3.connect("r.db")
    db.execute("CREATE TABLE mine (a)")
    db.close()
    with pytest.raises(OutputError, match="something else"):
        batch()


@pytest.mark.parametrize("name", ["r.txt", "r.csv", "r.json"])
def test_an_output_of_no_known_kind(name: str) -> None:
    with pytest.raises(OutputError, match="folder or ends in"):
        run([], name)


def test_forms_of_a_release_are_paired_and_compared(tmp_path: Path) -> None:
    names = ("interior-2025", "joint-2025", "forest-2025")
    for name in names:
        shutil.copytree(SAMPLES / name, tmp_path / name, ignore=shutil.ignore_patterns("*.json", "*.png"))
    database = str(tmp_path / "r.db")
    run([str(tmp_path / name) for name in names], database, engine=Engine(), workers=1)
    forms = query(database, "SELECT count(*), release FROM forms GROUP BY release ORDER BY 1")
    assert [count for count, _ in forms] == [1, 3, 3]
    leads = query(database, "SELECT forms, format, similarity, disagreements FROM releases WHERE forms > 1")
    assert [(count, kind) for count, kind, *_ in leads] == [(3, "hwpx")] * 2
    assert all(isinstance(alike, float) and alike > 0.9 for _, _, alike, _ in leads)


@pytest.mark.parametrize("document", [False, True])
def test_the_comparison_is_that_of_the_releases_themselves(tmp_path: Path, document: bool) -> None:
    forms = [SAMPLES / "interior-2025" / f"release.{form}" for form in ("hwpx", "hwp", "pdf")]
    release = hwpextract.extract(forms[0])
    run([str(form) for form in forms], tmp_path / "r.db", settings=Settings(document=document), engine=Engine())
    db = sqlite3.connect(tmp_path / "r.db")
    assert release.annexes
    stored = json.loads(db.execute("SELECT json FROM reading WHERE format = 'hwpx'").fetchone()[0])
    stored["annexes"][0]["title"] = "다른 자료"
    db.execute("UPDATE reading SET json = ? WHERE format = 'hwpx'", (json.dumps(stored, ensure_ascii=False),))
    db.commit()
    (lead,) = db.execute("SELECT sha256 FROM reading WHERE format = 'hwpx'").fetchone()
    db.close()
    other = release.annexes[0].model_copy(update={"title": "다른 자료"})
    first = release.model_copy(update={"annexes": (other, *release.annexes[1:])})
    expected = hwpextract.reconcile([first, *forms[1:]])
    found = compared(tmp_path / "r.db", lead)
    assert found.similarity == expected.similarity
    assert json.loads(found.agreement) == {field: list(names) for field, names in expected.agreement.items()}
    assert json.loads(found.disagreements) == [one.model_dump() for one in expected.disagreements]
    assert "annexes" in [one.field for one in expected.disagreements]


def test_forms_that_come_later_join_the_others(tmp_path: Path) -> None:
    for form in ("hwp", "pdf", "hwpx"):
        folder = tmp_path / "crawl" / form
        folder.mkdir(parents=True)
        shutil.copy(SAMPLES / "interior-2025" / f"release.{form}", folder / f"{form}1.{form}")
        run([str(tmp_path / "crawl")], tmp_path / "r.db", engine=Engine(), workers=1)
    database = str(tmp_path / "r.db")
    assert query(database, "SELECT forms, format FROM releases") == [(3, "hwpx")]
    assert query(database, "SELECT count(*) FROM comparison") == [(1,)]


def test_different_releases_of_one_title_stay_apart(tmp_path: Path) -> None:
    for number in range(40):
        body = "".join(Random(number).choices("가나다라마바사아자차카타파하", k=400))
        put(tmp_path / f"{number}.hwpx", release_file("이번 주 일정을 알립니다", body))
    run([str(tmp_path)], tmp_path / "r.db", engine=Engine(), workers=1)
    assert query(str(tmp_path / "r.db"), "SELECT count(*) FROM releases") == [(40,)]


@pytest.mark.skipif(os.name == "nt", reason="names of files differ there")
@pytest.mark.usefixtures("crawl")
def test_nothing_is_left_beside_the_output() -> None:
    batch()
    batch(output="r.jsonl")
    assert sorted(os.listdir()) == ["crawl", "r.db", "r.jsonl", "r.jsonl.manifest.db"]


def test_forms_that_were_paired_and_not_compared_are_compared_later(tmp_path: Path) -> None:
    folder = tmp_path / "crawl"
    shutil.copytree(SAMPLES / "interior-2025", folder, ignore=shutil.ignore_patterns("*.json", "*.png"))
    run([str(folder)], tmp_path / "r.db", engine=Engine(), workers=1)
    before = query(str(tmp_path / "r.db"), "SELECT * FROM comparison")
    db = sqlite3.connect(tmp_path / "r.db")
    db.execute("DELETE FROM comparison")  # as a run leaves it that is killed between the two
    db.commit()
    db.close()
    run([str(folder)], tmp_path / "r.db", engine=Engine(), workers=1)
    assert query(str(tmp_path / "r.db"), "SELECT * FROM comparison") == before


def test_a_form_that_is_gone_leaves_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "crawl"
    shutil.copytree(SAMPLES / "interior-2025", folder, ignore=shutil.ignore_patterns("*.json", "*.png"))
    run([str(folder)], tmp_path / "r.db", engine=Engine(), workers=1)
    put(folder / "release.hwpx", release_file("다른 제목을 단다", "다른 말을 했다."))
    run([str(folder)], tmp_path / "r.db", engine=Engine(), workers=1)
    leads = query(str(tmp_path / "r.db"), "SELECT forms, format FROM releases ORDER BY forms")
    assert leads == [(1, "hwpx"), (2, "hwp5")]
    (agreement,) = query(str(tmp_path / "r.db"), "SELECT json_extract(agreement, '$.title') FROM comparison")[0]
    assert agreement == '["release.hwp","release.pdf"]'


@pytest.mark.usefixtures("crawl")
def test_somebody_who_reads_does_not_disturb_a_run() -> None:
    batch()
    put(Path("crawl/마.hwpx"), release_file("마마 시설", "마 시설"))
    reader = sqlite3.connect("r.db")
    reader.execute("PRAGMA journal_mode = WAL")
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM manifest").fetchone() == (4,)
    assert batch()[0].read == 5
    assert reader.execute("SELECT count(*) FROM manifest").fetchone() == (4,)
    reader.close()
    assert query("r.db", "SELECT count(*) FROM manifest") == [(5,)]


@pytest.mark.parametrize(
    ("said", "code"), [("PyObject pointer is null", "limit_memory"), ("index out of bounds", "worker_died")]
)
def test_native_code_that_panics_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, code: str
) -> None:
    class PanicException(BaseException):
        """What Rust libraries raise."""

    def panic(*_: object, **__: object) -> None:
        raise PanicException(said)

    monkeypatch.setattr("hwpextract.batch.reading.extract", panic)
    put(tmp_path / "a.hwpx", release_file("가가 시설", "시설"))
    assert run([str(tmp_path / "a.hwpx")], tmp_path / "r.db", engine=Engine(), workers=1).failures == {code: 1}
