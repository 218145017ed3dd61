"""What the forms of one release agree on, and where they differ."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

from hwpextract.batch.rows import Comparison
from hwpextract.batch.store import opened
from hwpextract.document import Document, Metadata
from hwpextract.press.model import PressRelease
from hwpextract.press.reconcile import reconcile_releases

_FORMS = "SELECT json FROM reading WHERE lead = ? ORDER BY sha256 <> lead, sha256"


def compared(database: Path, lead: str) -> Comparison:
    """Compare the forms of the release of this lead, which the database holds."""
    with closing(opened(database, to_write=False)) as db:
        found = reconcile_releases([_restored(form) for (form,) in db.execute(_FORMS, (lead,))])
    differing = [one.model_dump() for one in found.disagreements]
    return Comparison(found.similarity, _json(found.agreement), _json(differing))


def _restored(form: str) -> PressRelease:
    """A release from its JSON, which may lack the content of the file: comparing needs none of it."""
    values = json.loads(form)
    if "document" not in values:
        empty = Document(format=values["source"]["format"], metadata=Metadata(), blocks=(), coverage=values["coverage"])
        values["document"] = empty
    return PressRelease.model_validate(values)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
