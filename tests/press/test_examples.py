"""Header and contact blocks of every era and house style, each with the fields a careful reader finds there.

A file of `examples/` has three parts between lines of dashes: what the example shows, the document in the notation of
`builders.blocks`, and every field of the release, one line a value (None is written '-').
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from builders.blocks import release
from builders.lines import KEYS, shown

EXAMPLES = sorted(Path(__file__).with_name("examples").glob("*.txt"))


@pytest.mark.parametrize("field", KEYS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example(path: Path, field: str) -> None:
    expected, found = read_example(path)
    assert values(found, field) == values(expected, field)


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
