"""The columns of an `Entry` as Arrow knows them; needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from hwpextract.batch.rows import Entry, Person

_TEXTS = pa.list_(pa.string())
_PERSON = pa.struct([(name, _TEXTS if name == "phones" else pa.string()) for name in Person._fields])
_TYPES = {
    "size": pa.int64(),
    "pages": pa.int32(),
    "likelihood": pa.float64(),
    "subtitles": _TEXTS,
    "agencies": _TEXTS,
    "departments": _TEXTS,
    "warnings": _TEXTS,
    "contacts": pa.list_(_PERSON),
}

SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in Entry._fields])


def batch_of(entries: Iterable[Entry]) -> pa.RecordBatch:
    """Entries as one record batch."""
    return pa.RecordBatch.from_pylist([_values(entry) for entry in entries], schema=SCHEMA)


def _values(entry: Entry) -> dict[str, object]:
    return {**entry._asdict(), "contacts": [person._asdict() for person in entry.contacts]}
