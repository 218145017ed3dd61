from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import pytest
from builders.releases import release_file

pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
pytest.importorskip("pebble", reason="the extra batch is not installed")

import pyarrow as pa

from hwpextract.batch import Settings
from hwpextract.batch.failures import Failure
from hwpextract.batch.pool import Workers
from hwpextract.batch.rows import Entry
from hwpextract.integrations.arrow import SCHEMA, extract_batch, extract_batches

FILES = {
    "s3://crawl/가.hwpx": release_file("가나 시설을 새로 한다", "시설을 새로 한다고 밝혔다."),
    "s3://crawl/bad.hwp": b"nothing " * 50,
    "s3://crawl/나.hwpx": release_file("다른 시설을 새로 한다", "말을 했다."),
}


def batch(content: str = "bytes") -> object:
    return pa.table({"path": list(FILES), content: pa.array(list(FILES.values()), pa.binary())})


@pytest.mark.parametrize("content", ["bytes", "content"])
def test_a_row_a_file_in_the_same_order(content: str) -> None:
    table = extract_batch(batch(content))
    assert table.schema == SCHEMA
    assert table.column_names == list(Entry._fields)
    rows = table.to_pylist()
    assert [row["source"] for row in rows] == list(FILES)
    assert [row["title"] for row in rows] == ["가나 시설을 새로 한다", None, "다른 시설을 새로 한다"]
    assert (rows[1]["status"], rows[1]["code"]) == ("failed", "unsupported_text")
    assert rows[0]["contacts"][0]["name"] == "홍길동"


def test_settings() -> None:
    rows = extract_batch(batch(), Settings(contacts="none")).to_pylist()
    assert rows[0]["contacts"] == []


def test_batches() -> None:
    made = list(extract_batches(batch().to_batches(max_chunksize=2)))  # type: ignore[attr-defined]
    assert [one.num_rows for one in made] == [2, 1]
    assert all(isinstance(one, pa.RecordBatch) for one in made)


def test_an_empty_batch() -> None:
    empty = pa.table({"path": pa.array([], pa.string()), "bytes": pa.array([], pa.binary())})
    assert extract_batch(empty).num_rows == 0


def test_paths_that_come_twice_and_files_without_content() -> None:
    release, bad = FILES["s3://crawl/가.hwpx"], FILES["s3://crawl/bad.hwp"]
    contents = pa.array([bad, release, None, bad, release], pa.binary())
    rows = extract_batch(pa.table({"path": ["a", "b", "a", "b", None], "bytes": contents})).to_pylist()
    assert [(row["source"], row["status"], row["code"]) for row in rows] == [
        ("a", "failed", "unsupported_text"),
        ("b", "read", None),
        ("a", "failed", "unreadable"),
        ("b", "failed", "unsupported_text"),
        ("", "read", None),
    ]
    assert [row["sha256"] is None for row in rows] == [False, False, True, False, False]


def test_a_file_that_takes_too_long_is_known_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workers, "run", lambda _, __, jobs: ((job, Failure("limit_seconds", "slow")) for job in jobs))
    rows = extract_batch(batch()).to_pylist()
    assert [row["code"] for row in rows] == ["limit_seconds"] * 3
    assert [row["sha256"] for row in rows] == [hashlib.sha256(content).hexdigest() for content in FILES.values()]


def test_no_content() -> None:
    with pytest.raises(KeyError, match="no column bytes or content"):
        extract_batch(pa.table({"path": ["a"]}))


@pytest.fixture
def spark(monkeypatch: pytest.MonkeyPatch) -> object:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    if not shutil.which("java"):
        pytest.skip("there is no Java to run Spark")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    return sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("default")
def test_spark(spark: object, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    from pyspark.sql.pandas.types import from_arrow_schema

    request.addfinalizer(spark.stop)  # type: ignore[attr-defined]
    for name, content in FILES.items():
        (tmp_path / Path(name).name).write_bytes(content)
    files = spark.read.format("binaryFile").load(str(tmp_path)).select("path", "content")  # type: ignore[attr-defined]
    rows = files.mapInArrow(extract_batches, from_arrow_schema(SCHEMA)).collect()
    assert sorted(row.title or "" for row in rows) == ["", "가나 시설을 새로 한다", "다른 시설을 새로 한다"]
