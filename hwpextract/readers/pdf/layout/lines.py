"""Runs of one region (a page body, a column, a cell) to lines of text with their spaces.

Korean text cannot be spaced by guessing from gaps alone: Hangul's writer pads the border of Hangul and Latin, and justifies
between glyphs. Space glyphs count first, then gaps measured from the true advance.
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import TypeAlias

from hwpextract.characters import is_syllable
from hwpextract.readers.pdf.content.geometry import BoxTuple
from hwpextract.readers.pdf.content.runs import Run

_SPACE_GAP = 0.15
"""A gap from the true advance of more than this share of the size is a space."""
_SPACE = 0.5
"""Width of a space, in sizes: half a syllable."""
_TAB_GAP = 1.5
"""Where spaces are glyphs, only a gap of more than this many sizes is one too: a tab."""
_SAME_LINE = 0.45
"""Baselines no further apart than this share of the larger size are one line: super- and subscripts."""
_BACK = 0.7
"""A run may begin this share of the size before the end of the last one: kerning, tight setting."""
_DOTS = "·ㆍ‧․•･・"
_CLOSING = f".,:;!?)]}}’”」』】〕%{_DOTS}"
"""Before these there is no space, however far they stand from a word."""
_OPENING = "([{“‘「『【〔"
_JOINING = "-/~@"
"""Behind these, inside of a number or an address, there is none."""
_FIRST_RUNS = 8
"""Among so many runs are the mark of a line and its first word; blanks before them are runs of their own."""
_LONGEST_MARK = 3
"""A bullet or number has no more characters."""
_MOST_RUNS = 1000
"""No line is made of more runs than this."""
_COLUMN_GAP = 1.5
"""In one line, a gap of more than this many ems may be the space between two columns."""


class Line:
    """A line: its text with the spaces at both ends as they are painted, its box, and what paragraph building asks for.

    `mixed`: its runs are not all of one size and on one baseline.
    """

    __slots__ = ("bottom", "mixed", "runs", "size", "text", "top", "x0", "x1", "y")

    def __init__(self, runs: list[Run], *, glyphs: bool) -> None:
        self.runs = runs
        self.mixed = len(runs) > 1 and len(set(map(_TYPE, runs))) > 1
        main = max(runs, key=_weight) if self.mixed else runs[0]
        self.size = main.size
        self.y = main.y
        self.x0 = _visible_start(runs)
        if len(runs) == 1:
            self.text, self.x1 = main.text, _visible_end(main)
        else:
            self.text, self.x1 = _joined(runs, glyphs=glyphs), max(map(_visible_end, runs[-3:]))
        self.top = self.y - 0.88 * self.size
        self.bottom = self.y + 0.12 * self.size

    @property
    def box(self) -> BoxTuple:
        """The box around the visible text."""
        return (self.x0, self.top, self.x1, self.bottom)

    def remove(self, runs: list[Run], *, glyphs: bool) -> None:
        """Take runs out of the text; the box stays."""
        self.runs = [run._replace(text="") if any(run is other for other in runs) else run for run in self.runs]
        self.text = _joined(self.runs, glyphs=glyphs)

    @property
    def stretch(self) -> float:
        """Width that justification added between the words; the middle one of the gaps counts, for a bullet has a gap of its own."""
        added = []
        for last, run in pairwise(self.runs):
            gap = run.x0 - last.x1
            if _touches_space(last.text, run.text):
                added.append(gap)
            elif gap > _SPACE_GAP * run.size:
                added.append(gap - _SPACE * run.size)
        return median(added) * len(added) if added else 0.0

    @property
    def first_word(self) -> float:
        """Width of its first word."""
        left = len(self.text.split(maxsplit=1)[0])
        for run in self.runs:
            lead = len(run.text) - len(run.text.lstrip())
            shown = len(run.text.strip())
            if shown > left:
                return run.x0 + (run.x1 - run.x0) * (lead + left) / len(run.text) - self.x0
            if shown == left:
                return _visible_end(run) - self.x0
            left -= shown
        return self.x1 - self.x0

    @property
    def behind_mark(self) -> float:
        """Where the text begins behind the bullet or number of a line; its left end where it has none or paints it with a word."""
        shown = [run for run in self.runs[:_FIRST_RUNS] if run.text.strip()]
        if len(shown) < 2 or len(shown[0].text.strip()) > _LONGEST_MARK:
            return self.x0
        return shown[1].x0 if has_bullet(self.text) or has_weak_bullet(self.text) else self.x0

    @property
    def mark(self) -> int | None:
        """The paragraph of the structure tree with which this line ends."""
        return self.runs[-1].mark

    @property
    def ends_reliably(self) -> bool:
        """Whether a missing space at the end of this line means that a word is broken there."""
        return not self.runs[-1].font.type3


_TYPE = attrgetter("size", "y")
_START = attrgetter("x0")


def _weight(run: Run) -> tuple[float, float]:
    """What makes the type of a run that of its line: its size, then its width."""
    return (run[5], run[3] - run[1])


Piece: TypeAlias = list[Run]
"""Runs on one baseline without a wide gap between them."""


def lines_of(pieces: list[Piece], *, glyphs: bool) -> list[Line]:
    """Lines from top to bottom; pieces of one baseline become one line.

    `glyphs`: the document writes its spaces as glyphs, so that only wide gaps (tabs) are spaces too.
    """
    if not pieces:
        return []
    if len(pieces) == 1 and len(pieces[0]) == 1:
        return [] if not pieces[0][0].text.strip() else [Line(pieces[0], glyphs=glyphs)]
    lines: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece[0].y, piece[0].x0)):
        if lines and _same_baseline(lines[-1], piece):
            lines[-1].extend(piece)
        else:
            lines.append([*piece])
    for line in lines:
        line.sort(key=_START)
    made = [Line(line, glyphs=glyphs) for line in lines]
    return [line for line in made if line.text and not line.text.isspace()]


def pieces_of(runs: list[Run]) -> list[Piece]:
    """Runs as pieces of lines, whatever order they are painted in; the two sides of a wide gap are two pieces."""
    if len(runs) < 2:
        return [runs] if runs else []
    painted: list[Piece] = []
    last: Run | None = None
    for run in runs:
        if last is not None and _follows(last, run):
            painted[-1].append(run)
        else:
            painted.append([run])
        last = run
    pieces: list[Piece] = []
    for piece in sorted(painted, key=lambda piece: (piece[0].y, piece[0].x0)):
        if pieces and _follows(pieces[-1][-1], piece[0]):
            pieces[-1].extend(piece)
        else:
            pieces.append(piece)
    return pieces


def box_of_piece(piece: Piece) -> BoxTuple:
    """The box around a piece."""
    first, last = piece[0], piece[-1]
    return (first.x0, first.y - 0.88 * first.size, max(last.x1, first.x1), first.y + 0.12 * first.size)


def _follows(last: Run, run: Run) -> bool:
    size = last.size if last.size > run.size else run.size
    gap = run.x0 - last.x1
    return -_BACK * size <= gap <= _COLUMN_GAP * size and abs(run.y - last.y) <= _SAME_LINE * size


def _same_baseline(line: list[Run], piece: list[Run]) -> bool:
    """Whether a piece belongs to the line above it in order: the same baseline, and no overlap."""
    first, other = line[0], piece[0]
    size = max(first.size, other.size)
    if abs(other.y - first.y) > _SAME_LINE * min(first.size, other.size) or len(line) > _MOST_RUNS:
        return False
    return all(run.x1 <= other.x0 + _BACK * size or run.x0 >= piece[-1].x1 - _BACK * size for run in line)


def _joined(runs: list[Run], *, glyphs: bool) -> str:
    spaced = _letter_spaced(runs)
    parts = [runs[0].text]
    last = runs[0]
    for run in runs[1:]:
        text = run.text
        gap = run.x0 - last.x1
        if gap > _SPACE_GAP * run.size and not _touches_space(parts[-1], text):
            # Blanks of fixed width or that keep words together are not painted, nor any of a Type3 font: a gap is all there is.
            narrow = not glyphs or run.font.type3 or last.font.type3 or _stand_apart(parts, last.text, text)
            if (narrow and not spaced) or gap > _TAB_GAP * run.size:
                parts.append(" ")
        parts.append(text)
        last = run
    return "".join(parts)


def _stand_apart(parts: list[str], before: str, text: str) -> bool:
    """Whether a gap can be a space where spaces are glyphs, and not a syllable spread over its cell or a padded border.

    Hangul's writer may pad the border of syllables and Latin or digits.
    """
    last, first = before[-1:], text[0]
    if (len(before) == 1 and len(text) == 1) or first in _CLOSING or last in _OPENING:
        return False
    joins = last in _DOTS or (last in _JOINING and _is_latin(first))
    if joins and len("".join(parts[-2:]).lstrip()) > 1:
        return False
    return not (is_syllable(first) and _is_latin(last)) and not (is_syllable(last) and _is_latin(first))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _touches_space(before: str, text: str) -> bool:
    return not text or not before or before[-1] in " \u3000\xa0" or text[0] in " \u3000\xa0"


def _letter_spaced(runs: list[Run]) -> bool:
    """Whether single glyphs stand at even, wide distances: one word in spaced letters, not many words."""
    if len(runs) < 3 or runs[0].font.type3 or any(len(run.text.strip()) != 1 for run in runs):
        return False
    gaps = [second.x0 - first.x0 for first, second in pairwise(runs)]
    return max(gaps) - min(gaps) < 0.25 * runs[0].size


def _visible_start(runs: list[Run]) -> float:
    for run in runs:
        text = run.text
        if text and not text.isspace():
            lead = len(text) - len(text.lstrip())
            return run.x0 + lead * run.font.space * run.size / 1000 if lead else run.x0
    return runs[0].x0


def _visible_end(run: Run) -> float:
    text = run.text
    shown = text.rstrip()
    if not shown:
        return run.x0
    return run.x1 - (len(text) - len(shown)) * run.font.space * run.size / 1000 if len(shown) < len(text) else run.x1


_BULLET = re.compile(
    r"\s*(?:[□■▣◇◆◈○●◎ㅇ◦❍〇▢❑❏▸▹▶▷►▻◁◀☞☛➜➔⇒→↳※▲△▴▵▼▽★☆✓✔✦❖*+•‣∙·ㆍ‧⋅･](?!\S?[)\]]\S)"
    r"|[-–—](?=\s|[가-힣])|o(?=\s)|[①-⑳⓪㉠-㉻㊀-㊿❶-❿➀-➓⓫-⓾Ⅰ-Ⅻ]|[\U000f0000-\U000ffffd\ue000-\uf8ff])"
)
_WEAK_BULLET = re.compile(
    r"\s*(?:[가-하거-허]\.\s|\d{1,2}[.)]\s*(?!\d)|\(\d{1,2}\)\s?|\([가-하]\)|[가-하]\)|제\d+[조장절]|[<＜〈《【〔\[])"
)


def has_bullet(text: str) -> bool:
    """Whether a line begins with a mark that only stands before an item."""
    return _BULLET.match(text) is not None


def has_weak_bullet(text: str) -> bool:
    """Whether a line begins with a number or bracket that may also stand inside a sentence."""
    return _WEAK_BULLET.match(text) is not None
