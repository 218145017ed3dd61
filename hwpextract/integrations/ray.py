"""Releases on a Ray cluster, with Ray Data; needs the extra `ray`.

ray.data.read_binary_files("s3://crawl/", include_paths=True).map_batches(extract_batch, batch_format="pyarrow", batch_size=16)
"""

from __future__ import annotations

import logging
import os
import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Any

import pyarrow as pa
import ray.data

from hwpextract.batch.failures import Failure
from hwpextract.batch.reading import CHANGED, Job, failed
from hwpextract.batch.rows import Row
from hwpextract.batch.settings import Settings
from hwpextract.integrations.arrow import extract_batch, rows_of

__all__ = ["extract_batch", "read_on_cluster"]

_ROUND = 2000
"""Files that the cluster is given at once."""
_FILES_A_TASK = 16
_NOT_FOUND = Failure("not_found", "the cluster did not find this file", "Give it a path that all see.")


def read_on_cluster(jobs: Iterable[Job], settings: Settings, workers: int) -> Iterator[Row]:
    """The engine of `hwpextract batch --engine ray`: the cluster reads, this process keeps.

    Files must be found under the same paths on all machines. `workers` bounds the tasks at a time. A cluster that RAY_ADDRESS names is
    used; without it one is started on this machine.
    """
    _connect()
    coming = iter(jobs)
    while given := list(islice(coming, _ROUND)):
        waiting: dict[str, list[Job]] = defaultdict(list)
        for job in given:
            waiting[_place(job)].append(job)
        for dataset in _datasets([jobs[0] for jobs in waiting.values()]):
            done = dataset.map_batches(
                partial(_pickled_rows, settings=settings),
                batch_format="pyarrow",
                batch_size=_FILES_A_TASK,
                compute=ray.data.TaskPoolStrategy(size=workers),
            )
            for pickled in done.iter_rows():
                row: Row = pickle.loads(pickled["row"])  # noqa: S301 - our own, from a machine of the cluster
                yield from (_of_job(row, job) for job in waiting.pop(row.source, ()))
        yield from (failed(job, _NOT_FOUND) for jobs in waiting.values() for job in jobs)


def _connect() -> None:
    """Use the cluster there is, or start one here, and leave standard error to the command."""
    if not ray.is_initialized():
        ray.init(log_to_driver=False, logging_level=logging.WARNING)
    logging.getLogger("ray.data").setLevel(logging.WARNING)
    ray.data.DataContext.get_current().enable_progress_bars = False


def _datasets(jobs: list[Job]) -> Iterator[ray.data.Dataset]:
    """The files by their paths, and what came out of archives by its content."""
    if paths := [_place(job) for job in jobs if job.data is None]:
        yield ray.data.read_binary_files(
            paths, include_paths=True, ignore_missing_paths=True, override_num_blocks=_blocks(paths)
        )
    if packed := [{"path": _place(job), "bytes": job.data} for job in jobs if job.data is not None]:
        yield ray.data.from_items(packed, override_num_blocks=_blocks(packed))


def _blocks(files: list[Any]) -> int:
    return -(-len(files) // _FILES_A_TASK)


def _place(job: Job) -> str:
    """What a job is called on the cluster: its path, whole; what came out of an archive by its source."""
    return job.source if job.path is None else os.path.abspath(job.path)


def _pickled_rows(batch: pa.Table, settings: Settings) -> pa.Table:
    return pa.table({"row": pa.array([pickle.dumps(row) for row in rows_of(batch, settings)], pa.binary())})


def _of_job(row: Row, job: Job) -> Row:
    """The row for the file as this machine knows it."""
    return row._replace(source=job.source) if row.size == job.size else failed(job, CHANGED)
