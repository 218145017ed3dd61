"""Whether two characters on the two sides of a line break belong to one word: a small table, asked when nothing else tells.

`data/joins.tsv` holds for each character how often a space follows and precedes it in Korean releases, as tenths of log-odds, and
the pairs whose own count disagrees with that. It was counted by tests/benchmarks/pdf_joins.py, which also says how right it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_UNKNOWN = (0, 0)


def stands_apart(before: str, after: str) -> bool:
    """Whether a space is more likely between two characters than none."""
    return decide(_table(), before, after)


def decide(rows: Mapping[str, tuple[int, ...]], before: str, after: str) -> bool:
    """The decision by the rows of a table."""
    pair = rows.get(before + after)
    if pair is not None:
        return pair[0] == 1
    return rows.get(before, _UNKNOWN)[0] + rows.get(after, _UNKNOWN)[1] > 0


@cache
def _table() -> dict[str, tuple[int, ...]]:
    path = Path(__file__).parents[3] / "data" / "joins.tsv"
    rows = (row.split("\t") for row in path.read_text("utf-8").splitlines() if not row.startswith("# "))
    return {key: tuple(map(int, values)) for key, *values in rows}
