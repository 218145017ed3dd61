"""JSON of a release or a document, as `model_dump_json` gives it, without the schema that takes longer to build than a file to read.

For a process that writes a few files. Where there are many, pydantic's own way has paid for its schema soon.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from pydantic_core import to_json as serialised

from hwpextract.node import Node

_ATOMS = frozenset({str, int, bool, float, type(None)})


def to_json(content: Node, fields: Collection[str] | None = None, indent: int | None = None) -> str:
    """All fields of a model in their order, or those of `fields` alone."""
    values = content.__dict__
    kept = (name for name in _names_of(type(content)) if fields is None or name in fields)
    return serialised({name: _plain(values[name]) for name in kept}, indent=indent).decode()


def _plain(value: object) -> object:
    """A value with models as dictionaries; what else there is in one, such as a grid of cells, is no field."""
    if type(value) in _ATOMS:
        return value
    if isinstance(value, Node):
        values = value.__dict__
        return {name: _plain(values[name]) for name in _names_of(type(value))}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value


@cache
def _names_of(kind: type[Node]) -> tuple[str, ...]:
    return tuple(kind.model_fields)
