"""A folder of Markdown: a file a release, in a folder a year, what is known of it in front as YAML.

The name of a file is the day of release, the headline, and the beginning of the hash of the form that was read: it stays the same
whatever else is read, and no two are equal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from hwpextract.batch.sinks.replacing import replacing
from hwpextract.batch.store import Store

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s]+')
_LONGEST_TITLE = 120
"""Bytes of the headline in the name of a file; file systems take 255 for all of it."""
_KNOWN = "title subtitles kind agency agencies department departments released distributed contacts source forms sha256".split()
_LISTS = {"subtitles", "agencies", "departments", "contacts", "forms"}
_RELEASES = """
SELECT
    title, subtitles, kind, agency, agencies, department, departments, released, distributed,
    (
        SELECT json_group_array(
            json_object('department', department, 'position', position, 'name', name, 'phones', json(phones), 'email', email)
        ) FROM (SELECT * FROM person WHERE person.reading = releases.id ORDER BY number)
    ) AS contacts,
    source,
    (
        SELECT json_group_array(source) FROM (SELECT source FROM forms AS form WHERE form.release = releases.sha256 ORDER BY 1)
    ) AS forms,
    sha256, markdown
FROM releases ORDER BY source
"""


def write(store: Store, output: Path) -> None:
    """Write a file for every release, and remove those of earlier runs that have no release any more."""
    db = store.db
    store.commit()
    db.execute("CREATE TEMP TABLE now (path TEXT PRIMARY KEY) WITHOUT ROWID")
    for path, text in _pages(store):
        # Noted first: whatever ends the process, no file is left that nobody knows of.
        db.execute("INSERT OR IGNORE INTO page VALUES (?)", (path,))
        db.execute("INSERT INTO now VALUES (?)", (path,))
        _put(output / path, text)
    for (path,) in db.execute("SELECT path FROM page EXCEPT SELECT path FROM now").fetchall():
        (output / path).unlink(missing_ok=True)
        db.execute("DELETE FROM page WHERE path = ?", (path,))
    db.execute("DROP TABLE now")


def _pages(store: Store) -> Iterator[tuple[str, str]]:
    for *values, markdown in store.db.execute(_RELEASES):
        known = dict(zip(_KNOWN, values, strict=True))
        for name in _LISTS:
            known[name] = json.loads(known[name])
        yield _path(known["released"] or known["distributed"], known["title"], known["sha256"]), _page(known, markdown)


def _page(known: dict[str, object], markdown: str) -> str:
    # JSON values are YAML values (YAML 1.2, 1.3).
    facts = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in known.items() if value]
    return f"---\n{''.join(facts)}---\n\n{markdown}"


def _path(moment: str | None, title: str | None, sha256: str) -> str:
    day = moment[:10] if moment else "undated"
    short = _UNSAFE.sub(" ", title or "").encode()[:_LONGEST_TITLE].decode("utf-8", "ignore").strip(" .")
    return f"{day[:4] if moment else day}/{' '.join(filter(None, (day, short, sha256[:8])))}.md"


def _put(path: Path, text: str) -> None:
    content = text.encode()
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(exist_ok=True)
    with replacing(path) as unfinished:
        unfinished.write_bytes(content)
