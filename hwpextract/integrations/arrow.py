"""Releases out of Arrow batches: a batch of files in, a batch of rows out. What Ray, Spark and whoever speaks Arrow can call.

Needs the extra `parquet`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

import pyarrow as pa

from hwpextract.batch.columns import SCHEMA, batch_of
from hwpextract.batch.failures import Failure
from hwpextract.batch.pool import Workers
from hwpextract.batch.reading import Job, failed, row_of, sha256_of
from hwpextract.batch.rows import Row, entry_of
from hwpextract.batch.settings import Settings

__all__ = ["SCHEMA", "extract_batch", "extract_batches"]

_CONTENT = ("bytes", "content")
"""What Ray and Spark call the column of the content."""
_DEFAULTS = Settings()
_NO_CONTENT = Failure("unreadable", "the batch has no content for this file", "Read the column of the content, too.")


def extract_batch(batch: pa.Table | pa.RecordBatch, settings: Settings = _DEFAULTS) -> pa.Table:
    """Read a batch of files: columns `path` and `bytes` (or `content`) in, the columns of `SCHEMA` out, a row a file in its order.

    Each file is read in a process beside this one, within the time and memory of `settings`; that process lives as long as this one.
    A file whose content is null fails as `unreadable`.

    Raises:
        KeyError: a column is missing.
    """
    return pa.Table.from_batches([batch_of(map(entry_of, rows_of(batch, settings)))], schema=SCHEMA)


def extract_batches(batches: Iterable[pa.RecordBatch], settings: Settings = _DEFAULTS) -> Iterator[pa.RecordBatch]:
    """Read many batches one by one, as Spark's `mapInArrow` hands them out."""
    for batch in batches:
        yield from extract_batch(batch, settings).to_batches()


def rows_of(batch: pa.Table | pa.RecordBatch, settings: Settings) -> list[Row]:
    """The rows of a batch of files, in its order."""
    content = next((name for name in _CONTENT if name in batch.schema.names), None)
    if content is None:
        raise KeyError(f"no column {' or '.join(_CONTENT)}")
    files = zip(batch.column("path").to_pylist(), batch.column(content).to_pylist(), strict=True)
    jobs = [Job(path or "", len(data or b""), data=data) for path, data in files]
    rows = [failed(job, _NO_CONTENT) for job in jobs]
    numbers = {id(job): number for number, job in enumerate(jobs)}  # paths may come twice
    given = (job for job in jobs if job.data is not None)
    for job, result in _workers(settings).run(partial(row_of, settings=settings), given):
        rows[numbers[id(job)]] = failed(job, result, sha256_of(job)) if isinstance(result, Failure) else result
    return rows


@lru_cache(maxsize=1)
def _workers(settings: Settings) -> Workers:
    return Workers(settings, 1)
