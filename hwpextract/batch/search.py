"""Releases of a database by their words."""

from __future__ import annotations

import os
import re
import sqlite3
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hwpextract.batch.store import opened
from hwpextract.batch.words import composed, match_expression, pattern

_TITLE_WEIGHT = 10.0
_BEFORE, _AFTER = 24, 72
"""Characters of a snippet before and behind the first word found."""
_NEAR = 1000
"""Characters around it that are made one line to cut the snippet from."""
_LOOKED_THROUGH = 1 << 18
"""Bytes of a text in which the word is looked for; a text may have a hundred million."""

# A release is found by any of its forms, and shown once.
_SEARCH = """
WITH
    found AS MATERIALIZED (SELECT rowid AS id, bm25(word, :weight, 1.0) AS rank FROM word WHERE word MATCH :words),
    hit AS (
        SELECT coalesce(reading.lead, reading.sha256) AS sha256, min(found.rank) AS rank
        FROM found JOIN reading USING (id) GROUP BY 1
    ),
    best AS (
        SELECT reading.id, hit.rank, coalesce(reading.released, reading.distributed) AS day
        FROM hit JOIN reading USING (sha256)
        WHERE (:agency ISNULL OR instr(reading.agencies, :agency) OR instr(reading.agency, :agency))
            AND (:department ISNULL OR instr(reading.departments, :department) OR instr(reading.department, :department))
            AND (:since ISNULL OR day >= :since)
        ORDER BY hit.rank, day DESC, sha256
        LIMIT :limit
    )
SELECT id, sha256, title, agency, department, day FROM best JOIN reading USING (id) ORDER BY rank, day DESC, sha256
"""
_SOURCE = "SELECT min(source) FROM file WHERE sha256 = ?"


class Hit(NamedTuple):
    """A release that was found; `released` (or handed out) is ISO 8601, `snippet` the text around the first word found."""

    source: str
    sha256: str
    title: str | None
    agency: str | None
    department: str | None
    released: str | None
    snippet: str


def search(
    database: str | os.PathLike[str],
    query: str,
    *,
    agency: str | None = None,
    department: str | None = None,
    since: date | None = None,
    limit: int = 20,
) -> list[Hit]:
    """Releases that hold all words of the query, the best first, words in the headline counting most.

    A word is found inside longer ones (데이터 in 공공데이터를); "words in quotes" are found side by side.

    Args:
        database: what `run` wrote.
        query: words, case and width of letters aside.
        agency: part of the name of an agency that issued the release.
        department: part of the name of a department.
        since: the first day of release.
        limit: how many at most.

    Raises:
        ValueError: the query holds no letter or digit.
        OutputError: the file is something else, or not there.
    """
    values = {
        "weight": _TITLE_WEIGHT,
        "words": match_expression(query),
        "agency": agency,
        "department": department,
        "since": since.isoformat() if since else None,
        "limit": limit,
    }
    wanted = pattern(query)
    db = opened(Path(database), to_write=False)
    try:
        return [
            Hit._make((*db.execute(_SOURCE, known[:1]).fetchone(), *known, _snippet(_beginning(db, row), wanted)))
            for row, *known in db.execute(_SEARCH, values).fetchall()
        ]
    finally:
        db.close()


def _beginning(db: sqlite3.Connection, row: int) -> str:
    with db.blobopen("reading", "text", row, readonly=True) as text:
        return text.read(_LOOKED_THROUGH).decode("utf-8", "ignore")


def _snippet(text: str, wanted: re.Pattern[str]) -> str:
    """The text around the first word of the query, on one line; how it begins where the word does not stand in it."""
    found = wanted.search(text) or wanted.search(text := composed(text))
    near = max(found.start() - _NEAR, 0) if found else 0
    line = " ".join(composed(text[near : near + 2 * _NEAR]).split())
    found = wanted.search(line)
    at = found.start() if found else 0
    start, end = max(at - _BEFORE, 0), at + _AFTER
    return ("…" if near or start else "") + line[start:end].strip() + ("…" if end < len(line) else "")
