"""The list of warnings: every code in use is in the table, every row of the table is in use, and docs/warnings.md shows all."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import hwpextract
from hwpextract.account import Severity, warning, warning_codes

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "warnings.md"
CODES = warning_codes()


def sources() -> Iterator[ast.AST]:
    for path in sorted(Path(hwpextract.__file__).parent.rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def called_with() -> set[object]:
    """Codes written where a warning is made."""
    return {
        node.args[0].value
        for node in sources()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "warning"
        and isinstance(node.args[0], ast.Constant)
    }


def test_every_code_in_use_is_in_the_table() -> None:
    assert called_with()
    assert called_with() <= CODES.keys()


def test_every_row_of_the_table_is_in_use() -> None:
    written = {node.value for node in sources() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert written >= CODES.keys()


def test_codes_are_listed_once() -> None:
    rows = (Path(hwpextract.__file__).parent / "data" / "warnings.tsv").read_text("utf-8").splitlines()
    assert len(rows) - 1 == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_row_is_complete(code: str) -> None:
    entry = CODES[code]
    assert re.fullmatch("[a-z_]+", code)
    assert entry.severity in list(Severity)
    assert all(entry)
    for korean in (entry.korean, entry.hint_korean):
        assert re.search("[가-힣]", korean)
    places = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (entry.english, entry.korean)]
    assert places[0] == places[1]
    made = warning(code, "s0/p0", 2, **dict.fromkeys(places[0] - {"count"}, "x"))
    assert (made.code, made.locator, made.count, made.hint) == (code, "s0/p0", 2, entry.hint_english)
    assert "{" not in made.message + made.message_ko + made.hint + made.hint_ko


def test_the_page_shows_the_table() -> None:
    _, _, table = PAGE.read_text("utf-8").partition("|---|---|---|---|\n")
    rows = table.splitlines()
    assert rows == [
        f"| `{entry.code}` | {entry.severity} | {entry.english}<br>{entry.korean} | {entry.hint_english}<br>{entry.hint_korean} |"
        for entry in sorted(CODES.values())
    ]
