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
    kept = {name: value for name, value in _fields(content).items() if fields is None or name in fields}
    return serialised(kept, indent=indent).decode()


def _plain(value: object) -> object:
    """A value with models as dictionaries."""
    if isinstance(value, Node):
        return _fields(value)
    if isinstance(value, tuple):
        return [each if type(each) in _ATOMS else _plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value


def _fields(model: Node) -> dict[str, object]:
    """The fields of a model by name; what else there is in it, such as a grid of cells, is none."""
    values = model.__dict__
    fields = {}
    for name in _names_of(type(model)):
        value = values[name]
        # Nearly all values are atoms or nothing, and a call takes longer than a look.
        fields[name] = value if type(value) in _ATOMS or not value else _plain(value)
    return fields


@cache
def _names_of(kind: type[Node]) -> tuple[str, ...]:
    return tuple(kind.model_fields)
