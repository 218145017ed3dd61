"""JSON Lines: an object a file, in the order of the names of the files."""

from __future__ import annotations

import json
from pathlib import Path

from hwpextract.batch.rows import Entry
from hwpextract.batch.sinks.replacing import replacing
from hwpextract.batch.store import Store


def write(store: Store, output: Path) -> None:
    """Write a line for every file of the manifest."""
    with replacing(output) as path, path.open("w", encoding="utf-8", newline="\n") as lines:
        for entry in store.entries():
            lines.write(_line(entry))


def _line(entry: Entry) -> str:
    about = {name: getattr(entry, name) for name in ("source", "status", "sha256", "size", "duplicate_of", "form_of")}
    about["error"] = {"code": entry.code, "message": entry.message, "hint": entry.hint} if entry.code else None
    head = json.dumps(about, ensure_ascii=False, separators=(",", ":"))
    # The release is JSON already.
    return f'{head[:-1]},"release":{entry.json or "null"}}}\n'
