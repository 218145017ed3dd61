"""Which forms are of one release, what they agree on, and where they differ."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import lru_cache, partial
from pathlib import Path

from hwpextract.batch.rows import Comparison
from hwpextract.batch.store import opened
from hwpextract.document import Document, Metadata
from hwpextract.press.likeness import Traits, compare, traits
from hwpextract.press.model import PressRelease
from hwpextract.press.reconcile import reconcile_releases

_KEPT = 64
"""Bodies kept in memory while forms are compared."""
_SAYING = """
SELECT title, json_extract(json, '$.paragraphs'), json_extract(json, '$.release_times') FROM reading WHERE id = ?
"""
_FORMS = """
SELECT
    json_remove(json, '$.document', '$.body', '$.items', '$.quotes', '$.annexes'),
    (
        SELECT json_group_array(
            json_object(
                'label', json_extract(reading.json, fullkey || '.label'),
                'title', json_extract(reading.json, fullkey || '.title')
            )
        ) FROM json_each(reading.json, '$.annexes')
    )
FROM reading WHERE lead = ? ORDER BY sha256 <> lead, sha256
"""
"""Forms of a release without their content: comparing fields needs none of it, and it is nearly all there is."""


def alike(database: Path, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those pairs of forms, by their ids in the database, that are of one release."""
    with closing(opened(database, to_write=False)) as db:
        traits_by_id = lru_cache(_KEPT)(partial(_traits, db))
        return [pair for pair in pairs if compare(*map(traits_by_id, pair)).same]


def _traits(db: sqlite3.Connection, form: int) -> Traits:
    title, paragraphs, times = db.execute(_SAYING, (form,)).fetchone()
    texts = (paragraph["text"] for paragraph in json.loads(paragraphs))
    return traits(title, texts, (time["at"] for time in json.loads(times) if time["at"]))


def compared(database: Path, lead: str) -> Comparison:
    """Compare the forms of the release of this lead, which the database holds."""
    with closing(opened(database, to_write=False)) as db:
        found = reconcile_releases([_restored(*form) for form in db.execute(_FORMS, (lead,))])
    differing = [one.model_dump() for one in found.disagreements]
    return Comparison(found.similarity, _json(found.agreement), _json(differing))


def _restored(form: str, annexes: str) -> PressRelease:
    """A release from its JSON and that of its annexes, without content."""
    values = json.loads(form)
    document = Document(format=values["source"]["format"], metadata=Metadata(), blocks=(), coverage=values["coverage"])
    return PressRelease.model_validate({**values, "annexes": json.loads(annexes), "document": document})


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
