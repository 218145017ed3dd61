"""Parquet: a row a file, in the columns of `Entry`; needs pyarrow."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from pyarrow.parquet import ParquetWriter

from hwpextract.batch.columns import SCHEMA, batch_of
from hwpextract.batch.sinks.replacing import replacing
from hwpextract.batch.store import Store

_ROWS = 500
"""Rows of a row group: some tens of megabytes."""


def write(store: Store, output: Path) -> None:
    """Write a row for every file of the manifest."""
    entries = store.entries()
    with replacing(output) as path, ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        while rows := list(islice(entries, _ROWS)):
            writer.write_batch(batch_of(rows))
