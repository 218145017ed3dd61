"""A run: every file that was asked for read once, kept, paired with the other forms of its release, and written out."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypeAlias

from hwpextract.batch.failures import Failure, OutputError
from hwpextract.batch.opening import Opened, open_found
from hwpextract.batch.pairing import compare_forms, pair_forms
from hwpextract.batch.pool import Workers, refuse_to_begin_anew
from hwpextract.batch.reading import CHANGED, Job, sha256_of
from hwpextract.batch.rows import Row
from hwpextract.batch.settings import Settings
from hwpextract.batch.sinks import sink_for
from hwpextract.batch.sources import Found, find
from hwpextract.batch.store import Store
from hwpextract.batch.summary import Summary, summary_of
from hwpextract.limits import Limits

Engine: TypeAlias = Callable[[Iterable[Job], Settings, int], Iterator[Row]]
"""Reads jobs with so many workers, and gives their rows in the order they are done."""


_DEFAULTS = Settings()


class Progress(NamedTuple):
    """How far a run is: files done of those known of, those of them that failed, those that were done before."""

    done: int
    total: int
    failed: int
    known: int


def run(
    sources: Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    settings: Settings = _DEFAULTS,
    workers: int | None = None,
    retry: bool = False,
    engine: Engine | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Read many files into one output: a database, JSON Lines, Parquet or a folder of Markdown, by its name (docs/batch.md).

    Files that the output has already are not read again; those that failed are when `retry` is set. A run that was ended by force
    goes on where it was when it is started again. Ctrl-C ends a run in order: what was read is written out, and the summary says
    `interrupted`.

    Args:
        sources: folders, patterns, files, zip archives; none to write out again what was read before.
        output: path of the output; a manifest stands beside it unless it is a database.
        settings: how each file is read and what it may cost.
        workers: processes that read; as many as there are processors when not given.
        retry: read the files again that failed before.
        engine: who reads; worker processes on this machine when not given.
        on_progress: called after each file.

    Raises:
        OutputError: the output is something else, of a kind that cannot be written, or not there when there are no sources.
        OSError: the output cannot be written.
        TypeError: `sources` is one path; of a string each letter would be a source, '/' among them.
        ModuleNotFoundError: the extra `batch` is not installed.
        RuntimeError: worker processes cannot start; a script has to call this below `if __name__ == "__main__":`, for they import it.
    """
    if isinstance(sources, str | bytes | os.PathLike):
        raise TypeError("sources are several: give a list of paths")
    refuse_to_begin_anew()
    sink = sink_for(output)
    settings = replace(settings, markdown=sink.markdown)
    count = workers or os.cpu_count() or 1
    began = time.monotonic()
    asked = [os.fspath(source) for source in sources]
    if not asked and not sink.manifest.exists():
        raise OutputError(f"{sink.output} holds nothing yet: say what to read")
    is_own = sink.own()
    found = [file for file in find(asked) if file.named or not is_own(file.path)]
    pool = Workers(settings, count)
    with Store(sink.manifest, settings, retry=retry) as store:
        this = _Run(store, on_progress or (lambda _: None), len(found))
        interrupted = False
        try:
            with pool:
                this.read(found, (lambda jobs: engine(jobs, settings, count)) if engine else pool.rows)
                pair_forms(store, pool)
                compare_forms(store, pool)
        except KeyboardInterrupt:
            interrupted = True
        sink.write(store, sink.output)
        summary = summary_of(store, this.sources(found), interrupted=interrupted, seconds=time.monotonic() - began)
        store.finish()
    return summary


@dataclass
class _Reading:
    """A file that is being read, and behind it those of the same content that were found meanwhile."""

    job: Job
    files: list[Opened]

    @cached_property
    def sha256(self) -> str | None:
        """The hash of the file; None when it cannot be read, as its row tells."""
        try:
            return sha256_of(self.job)
        except OSError:
            return None


class _Run:
    """The bookkeeping between what is found, what is read and what is kept."""

    def __init__(self, store: Store, tell: Callable[[Progress], None], total: int) -> None:
        self._store = store
        self._tell = tell
        self._progress = Progress(0, total, 0, 0)
        self._reading: dict[str, _Reading] = {}
        self._sizes: dict[int, list[_Reading]] = defaultdict(list)
        """What is being read by its size: only among equal sizes are equal contents looked for."""
        self._members: list[str] = []

    def read(self, found: Iterable[Found], engine: Callable[[Iterable[Job]], Iterator[Row]]) -> None:
        """Read what is not known yet, and keep it."""
        for row in engine(self._jobs(found)):
            self._keep(row)
        self._store.commit()

    def sources(self, found: Iterable[Found]) -> Iterator[str]:
        """The names of all files of the run, those in archives with them."""
        yield from (file.source for file in found)
        yield from self._members

    def _jobs(self, found: Iterable[Found]) -> Iterator[Job]:
        limits = Limits()
        for file in found:
            for opened in open_found(file, self._store.knows, limits):
                if opened.source != file.source:
                    self._members.append(opened.source)
                    self._progress = self._progress._replace(total=self._progress.total + 1)
                if opened.job is None:
                    self._note(opened)
                elif self._is_new(reading := _Reading(opened.job, [opened])):
                    self._reading[opened.source] = reading
                    self._sizes[opened.job.size].append(reading)
                    yield opened.job

    def _is_new(self, reading: _Reading) -> bool:
        """Whether the content of a file is to be read; otherwise the file is noted with what has the same content."""
        (opened,) = reading.files
        others = self._sizes.get(reading.job.size, ())
        if not others and not self._store.has_size(reading.job.size):
            return True
        if reading.sha256 and self._store.has(reading.sha256):
            self._note(opened, reading.sha256)
            return False
        twin = next((other for other in others if reading.sha256 and reading.sha256 == other.sha256), None)
        if twin:
            twin.files.append(opened)
        return twin is None

    def _keep(self, row: Row) -> None:
        """Keep the result of a file together with the note of the file and of its twins."""
        reading = self._reading.pop(row.source)
        self._sizes[reading.job.size].remove(reading)
        if not self._sizes[reading.job.size]:
            del self._sizes[reading.job.size]
        # Where the process ended that read it, nobody has told the hash; what changed meanwhile is to be read again, whatever it is.
        sha256 = None if row.failure == CHANGED else row.sha256 or reading.sha256
        first, *twins = reading.files
        with self._store.whole():
            if sha256:
                self._store.add(sha256, row)
            self._store.account(first if sha256 else _failed(first, row.failure), sha256)
            for twin in twins:
                same = sha256 is not None and sha256 == reading.sha256
                self._store.account(twin if same else _failed(twin, CHANGED), sha256 if same else None)
        for _ in reading.files:
            self._count(failed=row.failure is not None)

    def _note(self, opened: Opened, sha256: str | None = None) -> None:
        known = opened.status == "known"
        if not known:
            with self._store.whole():
                self._store.account(opened, sha256)
        self._count(failed=opened.status == "failed", known=known)

    def _count(self, *, failed: bool = False, known: bool = False) -> None:
        done, total, all_failed, all_known = self._progress
        self._progress = Progress(done + 1, total, all_failed + failed, all_known + known)
        self._tell(self._progress)


def _failed(opened: Opened, failure: Failure | None) -> Opened:
    return opened._replace(status="failed", failure=failure)
