"""Lines to paragraphs: where one ends, and whether the break inside one stands for a space.

Hangul breaks half of its lines inside a word. It keeps the space glyph at the end of a line that breaks at a space, so in files
that write those glyphs their absence tells a broken word; other files need the slack of the line and the document's own words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from hwpextract.readers.pdf.lines import Line, has_bullet, has_weak_bullet

_FAR = 2.6
"""Baselines further apart than this many sizes belong to two paragraphs."""
_SIZE_CHANGE = 0.15
_MARGIN = 1.2
"""Right ends no further apart than this many points are the same margin."""
_RELIABLE = 0.05
"""Share of lines at the margin with a space glyph from which on its absence means something (real files: none or 18 to 92 %)."""
_SENTENCE_END = re.compile(r"(?:[다요음함임됨까]\.|[.?!])[\"'”’)」』]*\s*$")
_UNIT = re.compile(r"[A-Za-z0-9.,:%~\-/()]+|.[.,!?)\]」』”’·:;]*")
_HANGUL = re.compile(r"[가-힣]")


class Paragraph:
    """Lines that belong together, and their text with the breaks resolved."""

    __slots__ = ("lines", "open", "text")

    def __init__(self, line: Line) -> None:
        self.lines = [line]
        self.text = line.text
        self.open = False


class Joiner:
    """What a document tells about its line breaks, and the decisions that follow from it."""

    def __init__(self, lines: Iterable[Line]) -> None:
        at_margin = [line for line in lines if line.ends_reliably and len(line.text) > 12]
        spaces = sum(line.text[-1] == " " for line in at_margin)
        self.reliable = bool(at_margin) and spaces >= _RELIABLE * len(at_margin)
        self._lines = lines
        self._grams: Counter[str] | None = None

    def paragraphs(self, lines: Sequence[Line], left: float, edge: float) -> list[Paragraph]:
        """Paragraphs of one region, whose full lines end at `edge`."""
        result: list[Paragraph] = []
        pitch = 0.0
        for line in lines:
            if result and not self._breaks(result[-1], line, left, edge, pitch):
                previous = result[-1].lines[-1]
                pitch = line.y - previous.y
                self._append(result[-1], line)
            else:
                result.append(Paragraph(line))
                pitch = 0.0
        if result:
            last = result[-1].lines[-1]
            result[-1].open = edge - last.x1 < last.size and not _SENTENCE_END.search(last.text)
        return result

    def continues(self, before: Paragraph, after: Paragraph) -> bool:
        """Whether a paragraph at the top of a page carries on the one at the foot of the page before."""
        last, first = before.lines[-1], after.lines[0]
        if not before.open or first.text[:1].isspace() or has_bullet(first.text):
            return False
        return abs(first.size - last.size) <= _SIZE_CHANGE * last.size

    def merge(self, before: Paragraph, after: Paragraph) -> None:
        """Append the lines of a continued paragraph."""
        for line in after.lines:
            self._append(before, line)
        before.open = after.open

    def _append(self, paragraph: Paragraph, line: Line) -> None:
        text = paragraph.text
        stripped = text.rstrip()
        glue = " " if self._is_space(paragraph.lines[-1], line) else ""
        paragraph.text = stripped + glue + line.text.lstrip()
        paragraph.lines.append(line)

    def _breaks(self, paragraph: Paragraph, line: Line, left: float, right: float, pitch: float) -> bool:
        """Whether `line` begins a new paragraph."""
        last = paragraph.lines[-1]
        gap = line.y - last.y
        if gap > _FAR * max(last.size, line.size) or gap < 0 or line.text[:1].isspace() or has_bullet(line.text):
            return True
        if abs(line.size - last.size) > _SIZE_CHANGE * last.size:
            return True
        if pitch and abs(gap - pitch) > 0.12 * line.size:
            return True
        slack = right - last.x1
        ended = _SENTENCE_END.search(last.text) is not None
        if last.text[-1] == " " and self.reliable and slack < 0.5 * (right - left):
            return False
        if has_weak_bullet(line.text) and (ended or slack > last.size):
            return True
        if slack > self._next_width(line) + 0.35 * line.size:
            return True
        return ended and line.x0 > last.x0 + 0.5 * line.size

    def _next_width(self, line: Line) -> float:
        """Width of what could not be broken off the beginning of a line: a syllable, or a Latin word."""
        text = line.text.lstrip()
        if not self.reliable:
            unit = text.split(maxsplit=1)[0]
        else:
            found = _UNIT.match(text)
            unit = found[0] if found else text[:1]
        return sum(line.size if ord(char) > 0x2E7F else line.size / 2 for char in unit)

    def _is_space(self, last: Line, line: Line) -> bool:
        """Whether the break between two lines of a paragraph stands for a space."""
        if last.text[-1:].isspace():
            return True
        if self.reliable and last.ends_reliably:
            return False
        before, after = last.text.rstrip(), line.text.lstrip()
        if before[-1:] in ",.":
            return not (before[-2:-1].isdigit() and after[:1].isdigit())
        return self._known_space(before, after)

    def _known_space(self, before: str, after: str) -> bool:
        """Ask the document's own lines: do these characters stand with or without a space elsewhere?"""
        if self._grams is None:
            self._grams = _grams(self._lines)
        for head, tail in ((2, 2), (1, 2), (2, 1)):
            a, b = before[-head:], after[:tail]
            solid, spaced = self._grams[a + b], self._grams[a + " " + b]
            if solid != spaced:
                return spaced > solid
        return not (_HANGUL.match(before[-1:]) and _HANGUL.match(after[:1]) and self.reliable)


def _grams(lines: Iterable[Line]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in lines:
        text = " ".join(line.text.split())
        for width in (3, 4, 5):
            counts.update(text[at : at + width] for at in range(len(text) - width + 1))
    return counts


def right_margin(lines: Sequence[Line], right: float | None) -> float:
    """Where full lines end: the right-most end that two lines share, else the edge of the region, else the longest line."""
    ends = sorted((line.x1 for line in lines), reverse=True)
    for first, second in pairwise(ends):
        if first - second <= _MARGIN:
            return first if right is None else max(first, right - 12)
    if right is not None:
        return right
    return ends[0] if ends else 0.0
