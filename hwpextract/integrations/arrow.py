"""Releases out of Arrow batches: a batch of files in, a batch of rows out. What Ray, Spark and whoever speaks Arrow can call.

Needs the extra `parquet`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

import pyarrow as pa

from hwpextract.batch.columns import SCHEMA, batch_of
from hwpextract.batch.pool import Workers
from hwpextract.batch.reading import Job
from hwpextract.batch.rows import Row, entry_of
from hwpextract.batch.settings import Settings

__all__ = ["SCHEMA", "extract_batch", "extract_batches"]

_CONTENT = ("bytes", "content")
"""What Ray and Spark call the column of the content."""
_DEFAULTS = Settings()


def extract_batch(batch: pa.Table | pa.RecordBatch, settings: Settings = _DEFAULTS) -> pa.Table:
    """Read a batch of files: columns `path` and `bytes` (or `content`) in, the columns of `SCHEMA` out, a row a file in its order.

    Each file is read in a process beside this one, within the time and memory of `settings`; that process lives as long as this one.

    Raises:
        KeyError: a column is missing.
    """
    order = {source: at for at, source in enumerate(batch.column("path").to_pylist())}
    rows = sorted(rows_of(batch, settings), key=lambda row: order[row.source])
    return pa.Table.from_batches([batch_of(entry_of(row) for row in rows)])


def extract_batches(batches: Iterable[pa.RecordBatch], settings: Settings = _DEFAULTS) -> Iterator[pa.RecordBatch]:
    """Read many batches one by one, as Spark's `mapInArrow` hands them out."""
    for batch in batches:
        yield from extract_batch(batch, settings).to_batches()


def rows_of(batch: pa.Table | pa.RecordBatch, settings: Settings) -> Iterator[Row]:
    """The rows of a batch of files, in the order they are done."""
    content = next((name for name in _CONTENT if name in batch.schema.names), None)
    if content is None:
        raise KeyError(f"no column {' or '.join(_CONTENT)}")
    files = zip(batch.column("path"), batch.column(content), strict=True)
    return _workers(settings).rows(_job(path.as_py(), data.as_py()) for path, data in files)


def _job(path: str, data: bytes) -> Job:
    return Job(path, hashlib.sha256(data).hexdigest(), len(data), data=data)


@lru_cache(maxsize=1)
def _workers(settings: Settings) -> Workers:
    return Workers(settings, 1)
