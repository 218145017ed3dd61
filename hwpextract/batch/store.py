"""The database of a run: manifest and results in one SQLite file, so that one commit keeps both.

A file counts as done in the very transaction that keeps its result. Whatever ends the process, the database holds whole results and
knows of every file whether it is done.
"""

from __future__ import annotations

import errno
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

import hwpextract
from hwpextract.batch.failures import Failure, OutputError
from hwpextract.batch.opening import Opened, Stamp
from hwpextract.batch.rows import Comparison, Entry, Person, Release, Row
from hwpextract.batch.settings import Settings
from hwpextract.batch.words import entries

_SCHEMA = Path(__file__).with_name("schema.sql")
_APPLICATION = 0x48575058
_VERSION = 2
"""As schema.sql sets them."""
_PAGE = 16384
"""Bytes of a page: a result takes some tens of kilobytes, and every page costs."""
_SECONDS_A_COMMIT = 1.0
"""What a killed run has to do again, beside the files that were being read."""
_WAIT = 60.0
_VALUES = tuple(
    "format pages likelihood masthead kind title subtitles agency agencies department departments released distributed"
    " warnings opening text markdown json".split()
)
_INSERT = (
    f"INSERT INTO reading (sha256, size, version, options, code, message, hint, {', '.join(_VALUES)})"  # noqa: S608 - our own names
    f" VALUES ({', '.join('?' * (7 + len(_VALUES)))})"
)
_ENTRIES = f"SELECT {', '.join(Entry._fields)} FROM entry ORDER BY source"  # noqa: S608 - our own names
_LISTS = ("subtitles", "agencies", "departments", "warnings")


class Store:
    """A database of releases, made when it is not there; a context manager that commits and closes.

    Raises:
        OutputError: the file is something else.
        OSError: it cannot be written, at once or when the block ends.
    """

    db: sqlite3.Connection
    """The database itself, schema.sql in it; for reading, and for transactions that are begun and ended where they are needed."""

    def __init__(self, path: Path, settings: Settings, *, retry: bool = False) -> None:
        self.path = path
        self.db = opened(path, to_write=True)
        self._version = hwpextract.__version__
        self._options = settings.key
        self._retry = retry
        self._committed = time.monotonic()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # After an error of the database there is nothing left to commit: the last commit stands.
        failure = error if isinstance(error, sqlite3.OperationalError) else None
        try:
            if failure is None:
                self.commit()
        except sqlite3.OperationalError as late:
            failure = late
        finally:
            self.db.close()
        if failure:
            raise OSError(errno.EIO, str(failure), str(self.path)) from failure

    def finish(self) -> None:
        """Leave one plain file behind, which needs no others beside it to be read."""
        self.commit()
        with suppress(sqlite3.OperationalError):  # somebody is reading: whoever comes last folds the log in
            self.db.execute("PRAGMA journal_mode = DELETE")

    # --- The manifest ------------------------------------------------------------------------------------------------------

    def knows(self, source: str, stamp: Stamp) -> bool:
        """Whether this very file is done, by this version and with these options."""
        row = self.db.execute(
            "SELECT file.sha256 FROM file WHERE source = ? AND size = ? AND changed = ? AND (status = 'skipped' OR sha256 NOTNULL)",
            (source, *stamp),
        ).fetchone()
        return row is not None and (row[0] is None or self.has(row[0]))

    def has(self, sha256: str) -> bool:
        """Whether there is a result for this content, by this version and with these options."""
        row = self.db.execute(
            "SELECT code FROM reading WHERE sha256 = ? AND version = ? AND options = ?",
            (sha256, self._version, self._options),
        ).fetchone()
        return row is not None and (row[0] is None or not self._retry)

    def has_size(self, size: int) -> bool:
        """Whether there is a result for some content of this size in bytes."""
        return self.db.execute("SELECT 1 FROM reading WHERE size = ? LIMIT 1", (size,)).fetchone() is not None

    def account(self, opened: Opened, sha256: str | None = None) -> None:
        """Note a file and where it stands; with the hash of its content if there is a result for that."""
        failure = opened.failure or (None, None, None)
        stamp = opened.stamp or (None, None)
        before = self.db.execute("SELECT sha256 FROM file WHERE source = ?", (opened.source,)).fetchone()
        self.db.execute(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (opened.source, opened.status, *stamp, sha256, *failure),
        )
        if before and before[0] and before[0] != sha256:
            self._forget_unless_used(before[0])

    # --- The results -------------------------------------------------------------------------------------------------------

    def add(self, sha256: str, row: Row) -> None:
        """Keep what some content gave, in place of what it gave before."""
        self._forget(sha256)
        release = row.release
        values = [_sql(getattr(release, name)) for name in _VALUES] if release else [None] * len(_VALUES)
        added = self.db.execute(
            _INSERT,
            (sha256, row.size, self._version, self._options, *(row.failure or (None, None, None)), *values),
        )
        if release and added.lastrowid:
            self._add_parts(added.lastrowid, release)

    def _add_parts(self, reading: int, release: Release) -> None:
        self.db.execute(
            "INSERT INTO word (rowid, title, text) VALUES (?, ?, ?)", (reading, release.title_words, release.text_words)
        )
        self.db.executemany(
            "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((reading, number, *map(_sql, person)) for number, person in enumerate(release.people)),
        )
        self.db.executemany(
            "INSERT INTO grid VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((reading, number, *grid) for number, grid in enumerate(release.grids)),
        )

    def compare(self, lead: str, found: Comparison | Failure) -> None:
        """Keep what the forms of a release agree on, or why they could not be compared."""
        values = (found.code, None, "{}", "[]") if isinstance(found, Failure) else (None, *found)
        self.db.execute("INSERT OR REPLACE INTO comparison VALUES (?, ?, ?, ?, ?)", (lead, *values))

    def _forget_unless_used(self, sha256: str) -> None:
        if not self.db.execute("SELECT 1 FROM file WHERE sha256 = ?", (sha256,)).fetchone():
            self._forget(sha256)

    def _forget(self, sha256: str) -> None:
        known = self.db.execute("SELECT id, title, text FROM reading WHERE sha256 = ?", (sha256,)).fetchone()
        if known is None:
            return
        reading, title, text = known
        if text is not None:
            # An index without a text of its own must be told what it held.
            self.db.execute(
                "INSERT INTO word (word, rowid, title, text) VALUES ('delete', ?, ?, ?)",
                (reading, entries(title or ""), entries(text)),
            )
        # Its release is to be compared anew, and led by another form if it was the one that led.
        self.db.execute("DELETE FROM comparison WHERE lead = (SELECT lead FROM reading WHERE id = ?)", (reading,))
        self.db.execute("UPDATE reading SET lead = NULL WHERE lead = ?", (sha256,))
        self.db.execute("DELETE FROM reading WHERE id = ?", (reading,))

    # --- What was kept -----------------------------------------------------------------------------------------------------

    def entries(self) -> Iterator[Entry]:
        """Every file with what it gave, by the name of the file; a duplicate without what its twin gave."""
        for row in self.db.execute(_ENTRIES):
            values = dict(zip(Entry._fields, row, strict=True))
            for name in _LISTS:
                values[name] = tuple(json.loads(values[name] or "[]"))
            values["contacts"] = tuple(
                Person._make((*others, tuple(phones), email))
                for *others, phones, email in json.loads(values["contacts"] or "[]")
            )
            yield Entry(**values)

    def size(self) -> tuple[int, int]:
        """How many releases there are, and how many forms of them."""
        releases, forms = self.db.execute(
            "SELECT count(DISTINCT coalesce(lead, sha256)), count(*) FROM reading WHERE code ISNULL"
        ).fetchone()
        return releases, forms

    def counts(self, sources: Iterable[str]) -> Counter[tuple[str, str | None]]:
        """How many of these files have which status and code; those the manifest does not know are 'pending'."""
        self.commit()
        self.db.execute("CREATE TEMP TABLE IF NOT EXISTS asked (source TEXT PRIMARY KEY) WITHOUT ROWID")
        self.db.execute("DELETE FROM asked")
        self.db.executemany("INSERT OR IGNORE INTO asked VALUES (?)", ((source,) for source in sources))
        rows = self.db.execute(
            "SELECT coalesce(status, 'pending'), code, count(*) FROM asked LEFT JOIN manifest USING (source) GROUP BY 1, 2"
        )
        return Counter({(status, code): count for status, code, count in rows})

    # --- Transactions ------------------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Keep everything so far."""
        if self.db.in_transaction:
            self.db.execute("COMMIT")
        self._committed = time.monotonic()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Keep all that is changed inside or, when an error ends it, nothing; committed with others, every second."""
        if not self.db.in_transaction:
            self.db.execute("BEGIN IMMEDIATE")
        self.db.execute("SAVEPOINT whole")
        try:
            yield
        except BaseException:
            if self.db.in_transaction:  # a full disk has ended it already
                self.db.execute("ROLLBACK TO whole")
                self.db.execute("RELEASE whole")
            raise
        self.db.execute("RELEASE whole")
        if time.monotonic() - self._committed > _SECONDS_A_COMMIT:
            self.commit()


def _sql(value: object) -> object:
    """A value as SQLite keeps it: lists as JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def opened(path: Path, *, to_write: bool) -> sqlite3.Connection:
    """A connection to a database of releases, which is made if it is to be written and not there.

    Raises:
        OutputError: the file is something else, or cannot be read.
        OSError: it cannot be written.
    """
    mode = "rwc" if to_write else "ro"
    db = None
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=_WAIT)
        _check(db, path, to_write=to_write)
    except BaseException as error:
        if db is not None:
            db.close()
        if not isinstance(error, sqlite3.Error):
            raise
        operational = isinstance(error, sqlite3.OperationalError)
        if operational and to_write:
            raise OSError(errno.EIO, str(error), str(path)) from error
        reason = "cannot be read" if operational else "is no database of releases"
        raise OutputError(f"{path} {reason}: {error}") from error
    return db


def _check(db: sqlite3.Connection, path: Path, *, to_write: bool) -> None:
    if to_write and not db.execute("SELECT 1 FROM sqlite_schema").fetchone():
        db.execute(f"PRAGMA page_size = {_PAGE}")
        db.executescript(f"BEGIN IMMEDIATE;{_SCHEMA.read_text('utf-8')}COMMIT;")
    application, version = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if application != _APPLICATION:
        raise OutputError(f"{path} is a database of something else")
    if version != _VERSION:
        raise OutputError(f"{path} was made by another version of hwpextract: read its sources into a new one")
    if to_write:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
