"""Forms of the same release found among many files.

Comparing every file with every other is out of the question. Forms of a release share a headline, or a day and a department, or the
beginning of the body, or lie side by side under the same name: only files that share such a key are compared, and where a key is
common (a column with the same title every week) each only with its neighbours.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, groupby, islice
from operator import itemgetter

from hwpextract.batch.comparing import alike, compared
from hwpextract.batch.failures import Failure
from hwpextract.batch.pool import Workers
from hwpextract.batch.store import Store
from hwpextract.characters import fold
from hwpextract.press.reconcile import trust
from hwpextract.sniff import Format

_COMMON = 30
"""Files with one key that are compared each with each."""
_NEIGHBOURS = 5
"""Files with which each is compared where a key is more common, in the order of their names."""
_PAIRS_A_TASK = 16
"""Pairs that a worker compares at once; fewer are not worth a worker."""
_FORMS = """
SELECT
    id, lead ISNULL, (SELECT min(source) FROM file WHERE file.sha256 = reading.sha256), title, released, department, opening
FROM reading WHERE code ISNULL
"""
_UNCOMPARED = """
SELECT lead FROM reading WHERE lead NOTNULL AND lead NOT IN (SELECT lead FROM comparison)
GROUP BY lead HAVING count(*) > 1 ORDER BY lead
"""
_SHORTEST_TITLE = 6
"""Characters of a headline that say something, typography left out."""


def pair_forms(store: Store, workers: Workers) -> None:
    """Say of every form which one speaks for its release.

    Forms that were not paired yet are compared with all, those that were stay together. The form that says most of itself leads; of
    equal ones, that of the first file.
    """
    db = store.db
    if not db.execute("SELECT 1 FROM reading WHERE code ISNULL AND lead ISNULL").fetchone():
        return
    store.commit()  # for the workers to see
    groups = _Groups(db)
    for one, other in _same(store, workers, (pair for pair in _candidates(db) if groups.are_apart(*pair))):
        groups.join(one, other)
    with store.whole():
        for group in groups.changed():
            _lead(db, group)
        db.execute("UPDATE reading SET lead = sha256 WHERE code ISNULL AND lead ISNULL")
    store.commit()


def _same(store: Store, workers: Workers, pairs: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs that are of one release."""
    tasks = iter(lambda: tuple(islice(pairs, _PAIRS_A_TASK)), ())
    first = next(tasks, ())
    if len(first) < _PAIRS_A_TASK:
        yield from alike(store.path, first) if first else ()
        return
    for task, found in workers.run(partial(alike, store.path), chain([first], tasks)):
        yield from alike(store.path, task) if isinstance(found, Failure) else found


def compare_forms(store: Store, workers: Workers) -> None:
    """Compare the forms of every release that has several and was not compared since, and keep what they agree on."""
    leads = [lead for (lead,) in store.db.execute(_UNCOMPARED)]
    for lead, found in workers.run(partial(compared, store.path), leads):
        with store.whole():
            store.compare(lead, found)
    store.commit()


def _lead(db: sqlite3.Connection, group: Iterable[int]) -> None:
    """Let one form of a group speak for all."""
    forms = [
        db.execute("SELECT format, source, sha256 FROM forms WHERE id = ?", (reading,)).fetchone() for reading in group
    ]
    lead: str = min(forms, key=lambda form: (trust(Format(form[0])), form[1]))[2]
    db.executemany("DELETE FROM comparison WHERE lead = ?", ((sha256,) for _, _, sha256 in forms))
    db.executemany("UPDATE reading SET lead = ? WHERE sha256 = ?", ((lead, sha256) for _, _, sha256 in forms))


def _candidates(db: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """Pairs of forms that may be of the same release, one of them at least not paired yet."""
    db.execute("CREATE TEMP TABLE clue (key TEXT, source TEXT, reading INTEGER, new INTEGER)")
    for reading, new, source, *values in db.execute(_FORMS):
        clues = ((key, source, reading, new) for key in _clues(source, *values))
        db.executemany("INSERT INTO clue VALUES (?, ?, ?, ?)", clues)
    ordered = db.execute("SELECT key, reading, new FROM clue ORDER BY key, source")
    for _, sharing in groupby(ordered, key=itemgetter(0)):
        forms = [(reading, new) for _, reading, new in sharing]
        reach = len(forms) if len(forms) <= _COMMON else _NEIGHBOURS
        for at, (one, new) in enumerate(forms):
            yield from ((one, other) for other, newer in forms[at + 1 : at + 1 + reach] if new or newer)
    db.execute("DROP TABLE clue")


def _clues(
    source: str, title: str | None, released: str | None, department: str | None, opening: str | None
) -> Iterator[str]:
    """Keys one of which two forms of a release share as a rule."""
    yield "beside " + os.path.splitext(source)[0]
    folded = fold(title or "")
    if len(folded) >= _SHORTEST_TITLE:
        yield "title " + folded
    if released and department:
        yield f"day {released[:10]} {fold(department)}"
    if opening:
        yield "opening " + opening


class _Groups:
    """Which forms belong together (union-find), beginning with those that are paired already."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._above: dict[int, int] = dict(
            db.execute(
                "SELECT form.id, lead.id FROM reading AS form JOIN reading AS lead ON lead.sha256 = form.lead"
                " WHERE form.id <> lead.id"
            )
        )
        self._touched: set[int] = set()

    def are_apart(self, one: int, other: int) -> bool:
        """Whether two forms are of different groups."""
        return self._root(one) != self._root(other)

    def join(self, one: int, other: int) -> None:
        """Make the groups of two forms one."""
        left, right = self._root(one), self._root(other)
        if left != right:
            self._above[right] = left
            self._touched |= {one, other}

    def changed(self) -> Iterator[list[int]]:
        """Groups that were put together by `join`."""
        groups: dict[int, list[int]] = defaultdict(list)
        for form in self._above:
            groups[self._root(form)].append(form)
        for root in dict.fromkeys(map(self._root, sorted(self._touched))):
            yield [root, *groups[root]]

    def _root(self, form: int) -> int:
        while form in self._above:
            form = self._above[form]
        return form
