from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from builders.releases import release_file

from hwpextract.batch.reading import Job, row_of, sha256_of
from hwpextract.batch.settings import Settings
from hwpextract.limits import Limits

CONTENT = release_file("가나 시설을 새로 한다", "시설을 새로 한다고 밝혔다.")
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def job(path: Path, size: int = len(CONTENT)) -> Job:
    path.write_bytes(CONTENT)
    return Job("crawl/a.hwpx", size, path=str(path))


def test_a_file_and_the_same_bytes_out_of_an_archive(tmp_path: Path) -> None:
    rows = [row_of(one, Settings()) for one in (job(tmp_path / "a"), Job("crawl/a.hwpx", len(CONTENT), data=CONTENT))]
    assert rows[0] == rows[1]
    assert (rows[0].source, rows[0].sha256, rows[0].failure) == ("crawl/a.hwpx", DIGEST, None)
    assert rows[0].release
    assert rows[0].release.title == "가나 시설을 새로 한다"


def test_a_file_over_the_limit_is_hashed_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hwpextract.batch.reading.Limits", lambda **_: Limits(max_bytes=100))
    row = row_of(job(tmp_path / "a"), Settings())
    assert row.failure
    assert (row.failure.code, row.sha256) == ("limit_bytes", DIGEST)


def test_a_file_that_grows_while_it_is_found(tmp_path: Path) -> None:
    row = row_of(job(tmp_path / "a", size=len(CONTENT) - 1), Settings())
    assert row.failure
    assert (row.failure.code, row.sha256) == ("changed", DIGEST)


def test_a_file_that_is_gone() -> None:
    gone = Job("crawl/a.hwpx", 1, path="no/such/file")
    row = row_of(gone, Settings())
    assert row.failure
    assert (row.failure.code, row.sha256) == ("not_found", None)
    with pytest.raises(FileNotFoundError):
        sha256_of(gone)
