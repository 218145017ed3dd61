"""Where the results of a run go, by the name of the output."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from hwpextract.batch.failures import OutputError
from hwpextract.batch.store import Store

_DATABASE = "database"
_FOLDER = "markdown"
_KINDS = {
    ".db": _DATABASE,
    ".sqlite": _DATABASE,
    ".sqlite3": _DATABASE,
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
}
_NEEDS = {"parquet": "pyarrow"}
_SQLITE = ("", "-wal", "-shm", "-journal")
"""Ends of the names of a database and of what SQLite keeps beside it."""


class Sink(NamedTuple):
    """One output: its path, the database of the run (the output itself, or one beside it), and what writes it."""

    output: Path
    manifest: Path
    write: Callable[[Store, Path], None]
    """Writes everything that was kept; what stood there before is replaced when the new is whole."""
    markdown: bool
    """Whether it needs the releases as Markdown."""

    def own(self) -> Callable[[str], bool]:
        """Whether a path is of a file that runs into this output write: such a file is no source when it is met in a folder."""
        files = {os.path.abspath(f"{path}{more}") for path in (self.output, self.manifest) for more in _SQLITE}
        pages = os.path.join(os.path.abspath(self.output), "") if self.markdown else None

        def is_own(path: str) -> bool:
            whole = os.path.abspath(path)
            return whole in files or bool(pages and whole.startswith(pages) and whole.endswith(".md"))

        return is_own


def sink_for(where: str | os.PathLike[str]) -> Sink:
    """The sink that writes this output.

    Raises:
        OutputError: there is none, or something is there already that no run wrote.
    """
    output = Path(where)
    is_folder = os.fspath(where).endswith(("/", os.sep)) or output.is_dir() or not output.suffix
    kind = _FOLDER if is_folder else _KINDS.get(output.suffix.lower())
    if kind is None:
        raise OutputError(f"{output}: an output is a folder or ends in {', '.join(_KINDS)}")
    if kind in _NEEDS and not find_spec(_NEEDS[kind]):
        raise OutputError(f"{output} needs {_NEEDS[kind]}: pip install 'hwpextract[{kind}]'")
    manifest = _manifest(output, kind)
    if not manifest.exists() and _is_taken(output):
        raise OutputError(f"{output} is there already, and no run wrote it")
    manifest.parent.mkdir(parents=True, exist_ok=True)
    return Sink(output, manifest, import_module(f"{__name__}.{kind}").write, markdown=kind == _FOLDER)


def _manifest(output: Path, kind: str) -> Path:
    if kind == _DATABASE:
        return output
    return output / "manifest.db" if kind == _FOLDER else output.with_name(output.name + ".manifest.db")


def _is_taken(output: Path) -> bool:
    if output.is_dir():
        return any(output.iterdir())
    return output.exists() and output.stat().st_size > 0
