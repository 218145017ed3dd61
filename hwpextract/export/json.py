"""JSON of a release or a document, as `model_dump_json` gives it, without the schema that takes longer to build than a file to read.

For a process that writes a few files. Where there are many, pydantic's own way has paid for its schema soon.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import TypeAlias, get_args

from pydantic_core import to_json as serialised

from hwpextract.node import Node

_ATOMS = frozenset({str, int, bool, float, type(None)})


def to_json(content: Node, fields: Collection[str] | None = None, indent: int | None = None) -> bytes:
    """All fields of a model in their order, or those of `fields` alone, in UTF-8."""
    plain = _fields(content, {})
    kept = plain if fields is None else {name: value for name, value in plain.items() if name in fields}
    return serialised(kept, indent=indent)


_Made: TypeAlias = dict[int, dict[str, object]]
"""Models as dictionaries by their identity: the blocks of a body and of an annex are those of the document."""


def _plain(value: object, made: _Made) -> object:
    """A value with models as dictionaries."""
    if isinstance(value, Node):
        return made.get(id(value)) or _fields(value, made)
    if isinstance(value, tuple):
        return [each if type(each) in _ATOMS else _plain(each, made) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each, made) for key, each in value.items()}
    return value


def _fields(model: Node, made: _Made) -> dict[str, object]:
    """The fields of a model by name; what else there is in it, such as a grid of cells, is none."""
    names, nested = _names_of(type(model))
    values = model.__dict__
    fields = values.copy() if len(values) == len(names) else {name: values[name] for name in names}
    for name in nested:
        if value := fields[name]:  # nearly all are empty
            fields[name] = _plain(value, made)
    made[id(model)] = fields
    return fields


@cache
def _names_of(kind: type[Node]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of all fields of a model, and of those that may hold more than text, numbers or nothing."""
    fields = kind.model_fields
    types = {name: get_args(field.annotation) or (field.annotation,) for name, field in fields.items()}
    return tuple(fields), tuple(name for name in fields if not _ATOMS.issuperset(types[name]))
