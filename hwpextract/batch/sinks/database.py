"""The SQLite database: the manifest of the run is the output, and whole after every commit."""

from __future__ import annotations

from pathlib import Path

from hwpextract.batch.store import Store


def write(store: Store, output: Path) -> None:
    """Keep what is not kept yet."""
    store.commit()
