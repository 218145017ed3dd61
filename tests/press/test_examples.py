"""Header and contact blocks of every era and house style, each with the fields a careful reader finds there.

A file of `examples/` has three parts between lines of dashes: what the example shows, the document in the notation of
`builders.blocks`, and every field of the release, one line a value (None is written '-').
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from builders.blocks import release
from builders.lines import KEYS, shown

EXAMPLES = sorted(Path(__file__).with_name("examples").glob("*.txt"))
NOT_YET = {
    "C01-contact": "officers side by side on one line are not told apart",
    "C02-contact": "officers side by side on one line are not told apart",
    "C05-release": "a request that goes on for another clause is not read",
    "C05-contact": "header cells without a label are not read",
    "E30-department": "an empty label does not go on with the topic above it",
    "E43b-department": "two units in one cell without a mark between them are not told apart",
    "E43b-contact": "two units in one cell without a mark between them are not told apart",
    "E44a-distributed": "a day beside the running number of a bulletin is not read",
    "E44b-department": "two units in one cell are not paired with their officers",
    "E44b-contact": "two units in one cell are not paired with their officers",
}
"""What is not read yet, by example and field, and why."""


def cases() -> Iterator[object]:
    """Every field of every example."""
    for path in EXAMPLES:
        for field in KEYS:
            name = f"{path.stem}-{field}"
            reason = NOT_YET.get(name)
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            yield pytest.param(path, field, marks=marks, id=name)


@pytest.mark.parametrize(("path", "field"), list(cases()))
def test_example(path: Path, field: str) -> None:
    expected, found = read_example(path)
    assert values(found, field) == values(expected, field)


def test_what_is_not_read_names_examples() -> None:
    assert set(NOT_YET) <= {f"{path.stem}-{field}" for path in EXAMPLES for field in KEYS}


@cache
def read_example(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Expected lines and lines found."""
    about, text, expected = path.read_text("utf-8").split("\n---\n")
    filename = about.partition("\nfile: ")[2] or None
    lines = tuple(expected.strip().split("\n"))
    assert {line.partition(": ")[0] for line in lines} <= set(KEYS)
    return lines, tuple(shown(release(text, filename=filename)))


def values(lines: tuple[str, ...], field: str) -> list[str]:
    return [line for line in lines if line.startswith(f"{field}: ")]
