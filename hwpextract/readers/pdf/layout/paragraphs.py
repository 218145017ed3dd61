"""Lines to paragraphs: where one ends, and whether the break inside one stands for a space.

Hangul breaks half of its lines inside a word. It keeps the space glyph at the end of a line that breaks at a space, so in files
that write those glyphs their absence tells a broken word; other files need the slack of the line and the document's own words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise

from hwpextract.characters import is_syllable
from hwpextract.readers.pdf.layout.addresses import runs_on
from hwpextract.readers.pdf.layout.joins import stands_apart
from hwpextract.readers.pdf.layout.lines import Line, has_bullet, has_weak_bullet

_FAR = 2.6
"""Baselines further apart than this many sizes belong to two paragraphs."""
_SIZE_CHANGE = 0.15
_FULL = 0.2
"""A justified line leaves no more than this share of its size free."""
_EXACT = 0.02
"""A line that ends in a space no further than this share of its size from the margin was broken there, whatever follows."""
_BESIDES = 0.6
"""Beside the next word, so many sizes have to be free for it to have fitted: a space, and what a width may be off."""
_CENTRED = 3.0
"""A line whose free width differs by no more than this many points between left and right is centred."""
_MARGIN = 1.2
"""Right ends no further apart than this many points are the same margin."""
_RELIABLE = 0.05
"""Share of lines at the margin with a space glyph from which on its absence means something (real files: none or 18 to 92 %)."""
_KEPT, _BROKEN = 5, 0.1
"""So many lines that end in a space, and at most this share of them that end full in a syllable, say that words are not broken."""
_OPENING = "([{<「『【〔“‘"
"""What a line may begin with although no space stood before it."""
_NUMBERED = "②③④⑤⑥⑦⑧⑨⑩"
_LISTING = frozenset(f"▲△▴▵▶▷▸►→⇒{_NUMBERED}")
"""Marks with which things are listed inside a sentence, and not lines alone."""
_HANGING = 0.3
"""A line that hangs begins at least this share of its size behind the mark."""
_LONG = 20
_VOTES, _WORD_BREAKS = 3, (0.75, 0.5)
"""So many line breaks, and this share of them between words by the table, say that all are; less when a line is stretched."""
_ROOM, _STRETCHED, _FEW_BREAKS = 1.3, 0.25, 20
"""A line with room for this many ems was broken before a word; this share of them tells that all of a few breaks are."""
_FEW_RAGGED, _RAGGED = 6, 0.4
"""So many line breaks, and this share of them with room for more than a syllable, are those of text that is not justified."""
_SENTENCE_END = re.compile(r"(?:[다요음함임됨까]\.|[.?!])[\"'”’)」』]*\s*$")
_STATED = re.compile(r"[다요음함임됨까]\.")
_UNBROKEN = (re.compile(r"[A-Za-z0-9]{2}"), re.compile(r"[0-9]{2}"))
"""What no line break parts: Latin words and numbers; in a full line only numbers, for an address may be longer than a line."""
_UNIT = re.compile(r"[A-Za-z0-9.,:%~\-/()]+|.[.,!?)\]」』”’·:;]*")


class Paragraph:
    """Lines that belong together, and their text with the breaks resolved.

    `open`: the last line leaves no room, so that it may go on elsewhere; `full`: it ends at the margin exactly.
    """

    __slots__ = ("_hanging", "_parts", "full", "lines", "open")

    def __init__(self, line: Line) -> None:
        self.lines = [line]
        self.open = self.full = False
        self._parts = [line.text]
        self._hanging: float | None = None

    @property
    def text(self) -> str:
        """The lines joined."""
        return "".join(self._parts)

    def hangs(self, line: Line) -> bool:
        """Whether a line begins below the text of the first one, which hangs from its mark: no other paragraph begins there."""
        first = self.lines[0]
        if line.x0 - first.x0 <= _HANGING * line.size:
            return False
        if self._hanging is None:
            self._hanging = first.behind_mark
        return abs(line.x0 - self._hanging) <= _MARGIN

    def append(self, line: Line, glue: str) -> None:
        """Add a line, `glue` in the place of the white space at the break."""
        self._parts[-1] = self._parts[-1].rstrip()
        self._parts += (glue, line.text.lstrip())
        self.lines.append(line)


class Frame:
    """The inner left and right edge of a region: where full lines begin and end.

    `known`: the edges are those of walls or of several lines; `shared`: no single line alone tells them.
    """

    __slots__ = ("known", "left", "right", "shared")

    def __init__(self, left: float, right: float, *, known: bool = True, shared: bool = False) -> None:
        self.left = left
        self.right = right
        self.known = known
        self.shared = shared

    def slack(self, line: Line) -> tuple[float, bool]:
        """Free width beside a line, and whether the line is centred."""
        before, after = line.x0 - self.left, self.right - line.x1
        centred = abs(before - after) <= _CENTRED and before > 0.5 * line.size
        return (before + after if centred else after), centred


class Joiner:
    """What a document tells about its line breaks, and the decisions that follow from it."""

    def __init__(self, framed: Sequence[tuple[Line, Frame]]) -> None:
        long = [(line, frame) for line, frame in framed if line.ends_reliably and len(line.text) > 12]
        spaced = [(line, frame) for line, frame in long if line.text[-1] == " "]
        self.reliable = bool(long) and len(spaced) >= _RELIABLE * len(long)
        full = sum(frame.slack(line)[0] <= _FULL * line.size for line, frame in spaced)
        self.justified = bool(spaced) and full >= 0.6 * len(spaced)
        self._lines = [line for line, _ in framed]
        self._long = long
        self._kept: bool | None = None
        self._text: str | None = None
        self._at_words: bool | None = None
        self._spaces: dict[tuple[str, str], bool] = {}

    def paragraphs(self, lines: Sequence[Line], frame: Frame, *, stacked: bool = False) -> list[Paragraph]:
        """Paragraphs of one region; `stacked`: its lines answer line by line to those of a cell beside it."""
        result: list[Paragraph] = []
        for line in lines:
            last = result[-1].lines[-1].text if stacked and result else " "
            alone = last[-1:] != " " and not runs_on(last, line.text)
            if result and not alone and not self._breaks(result[-1], line, frame):
                self._append(result[-1], line, forced=self._is_forced(result[-1], line, frame))
            else:
                result.append(Paragraph(line))
        if result:
            end = result[-1].lines[-1]
            slack, centred = frame.slack(end)
            result[-1].open = slack < end.size and not centred and frame.known
            result[-1].full = frame.shared and abs(slack) <= _EXACT * end.size
        return result

    def continues(self, before: Paragraph, after: Paragraph) -> bool:
        """Whether a paragraph at the top of a page carries on the one at the foot of the page before."""
        last, first = before.lines[-1], after.lines[0]
        if last.mark is not None and first.runs[0].mark is not None:
            return last.mark == first.runs[0].mark
        if not before.open or first.text[:1].isspace() or self._ends_sentence(last, first):
            return False
        if has_bullet(first.text) and not (before.full and self._goes_on(before, first)):
            return False
        return abs(first.size - last.size) <= _SIZE_CHANGE * last.size

    def merge(self, before: Paragraph, after: Paragraph) -> None:
        """Append the lines of a continued paragraph."""
        for line in after.lines:
            self._append(before, line)
        before.open, before.full = after.open, after.full

    def _append(self, paragraph: Paragraph, line: Line, *, forced: bool = False) -> None:
        paragraph.append(line, "\n" if forced else " " if self._is_space(paragraph.lines[-1], line) else "")

    def _breaks(self, paragraph: Paragraph, line: Line, frame: Frame) -> bool:
        """Whether `line` begins a new paragraph."""
        last = paragraph.lines[-1]
        if last.mark is not None and line.runs[0].mark is not None:
            return last.mark != line.runs[0].mark
        gap = line.y - last.y
        if gap > _FAR * max(last.size, line.size) or gap < 0 or self._is_indented(line):
            return True
        if runs_on(last.text, line.text):
            return False
        slack, _ = frame.slack(last)
        spaced = self.reliable and last.text[-1] == " "
        if frame.shared and abs(slack) <= _EXACT * last.size and self._goes_on(paragraph, line):
            return False
        if has_bullet(line.text) or self._type_changes(paragraph, gap, line):
            return True
        if paragraph.hangs(line):
            return False
        is_full = slack <= _FULL * last.size
        if self._ends_sentence(last, line) and not (self.justified and is_full):
            return True
        if self.reliable and _UNBROKEN[is_full].fullmatch(last.text[-1] + line.text[0]):
            return True
        if spaced:
            room = slack - _BESIDES * last.size
            return room > 0 and room > line.first_word and not _shares_margin(paragraph, line)
        return self._has_room(paragraph, line, frame)

    def _goes_on(self, paragraph: Paragraph, line: Line) -> bool:
        """Whether the full last line of a paragraph goes on in a line, even if that begins with a mark."""
        last = paragraph.lines[-1].text
        if has_bullet(line.text) and (_SENTENCE_END.search(last) or _has_mark_of(paragraph, line)):
            return False
        return (self.reliable and last[-1] == " ") or _is_enumerated(paragraph, line)

    def _has_room(self, paragraph: Paragraph, line: Line, frame: Frame) -> bool:
        """Whether more of a line would have fitted above it, where no space tells that it was broken off."""
        last = paragraph.lines[-1]
        slack, centred = frame.slack(last)
        if self.justified and not centred and slack > _FULL * last.size and not _shares_margin(paragraph, line):
            return True
        ended = _SENTENCE_END.search(last.text) is not None
        if has_weak_bullet(line.text) and (ended or slack > last.size):
            return True
        if slack > self._next_width(last, line) or (line.text[:1] == "(" and (centred or frame.slack(line)[1])):
            return True
        return ended and line.x0 > last.x0 + 0.5 * line.size

    def _ends_sentence(self, last: Line, line: Line) -> bool:
        """Whether a sentence ends with a line although no space stands before the next: a break of the author's, or a slip of his."""
        reliable = self.reliable and last.ends_reliably
        return reliable and _STATED.fullmatch(last.text[-2:]) is not None and "가" <= line.text[0] <= "힣"

    def _is_forced(self, paragraph: Paragraph, line: Line, frame: Frame) -> bool:
        """Whether a line was ended by its author although the paragraph goes on: the next word would have fitted, and more."""
        last = paragraph.lines[-1]
        is_tagged = last.mark is not None
        if not is_tagged and not paragraph.hangs(line):
            return False
        slack, _ = frame.slack(last)
        if is_tagged:
            return slack > 2 * self._next_width(last, line) + (1 if frame.known else 3) * last.size
        if slack <= _FULL * last.size:
            return False
        if self.reliable and last.text[-1] == " ":
            return slack > line.first_word + _BESIDES * last.size
        return self.justified or slack > self._next_width(last, line) + _BESIDES * last.size

    def _is_indented(self, line: Line) -> bool:
        """Whether a line begins with spaces; one alone may be that of the break where it is not kept at the end of the line."""
        return line.text[:1].isspace() and (self.reliable or line.text[1:2].isspace())

    def _type_changes(self, paragraph: Paragraph, gap: float, line: Line) -> bool:
        """Whether a line has another size than the last one, or another distance: paragraphs have one line spacing."""
        last = paragraph.lines[-1]
        if abs(line.size - last.size) > _SIZE_CHANGE * last.size:
            return True
        if len(paragraph.lines) < 2:
            return False
        before = paragraph.lines[-2]
        return abs(gap - (last.y - before.y)) > 0.12 * line.size

    def _next_width(self, last: Line, line: Line) -> float:
        """Width of what could not be broken off the beginning of a line: a syllable, or a Latin word, or any word."""
        text = line.text.lstrip()
        parts_word = is_syllable(text[0]) and is_syllable(last.text[-1])
        if not self.reliable or (not parts_word and self._keeps_words()):
            unit = text.split(maxsplit=1)[0]
        else:
            found = _UNIT.match(text)
            unit = found[0] if found else text[:1]
        # The line itself tells how wide its glyphs run: condensed type, letter spacing.
        return _ems(unit) * (line.x1 - line.x0) / max(_ems(text.rstrip()), 1)

    def _keeps_words(self) -> bool:
        """Whether no full line of a document that writes its spaces ends inside a word: then it breaks at spaces and signs alone."""
        if self._kept is None:
            spaced = [line for line, _ in self._long if line.text[-1] == " "]
            broken = [
                line
                for line, frame in self._long
                if is_syllable(line.text[-1]) and 0 <= frame.slack(line)[0] <= line.size
            ]
            self._kept = len(spaced) >= _KEPT and len(broken) <= _BROKEN * len(spaced)
        return self._kept

    def _is_space(self, last: Line, line: Line) -> bool:
        """Whether the break between two lines of a paragraph stands for a space."""
        if last.text[-1:].isspace() or line.text[:1].isspace():
            return True
        if self.reliable and last.ends_reliably:
            return self._ends_sentence(last, line)
        before, after = last.text.rstrip(), line.text.lstrip()
        if runs_on(before, after):
            return False
        if before[-1:] in ",.":
            return not (before[-2:-1].isdigit() and after[:1].isdigit())
        return self._known_space(before, after)

    def _known_space(self, before: str, after: str) -> bool:
        """Ask the document's own lines, once for each pair: do these characters stand with or without a space elsewhere?"""
        if self._at_words is None:
            self._at_words = _breaks_at_words(self._lines)
        if self._at_words and after[:1] not in _OPENING:
            return True
        pair = before[-2:], after[:2]
        if pair not in self._spaces:
            self._spaces[pair] = self._mostly_apart(*pair)
        return self._spaces[pair]

    def _mostly_apart(self, before: str, after: str) -> bool:
        if self._text is None:
            self._text = "\n".join(" ".join(line.text.split()) for line in self._lines)
        for head, tail in ((2, 2), (1, 2), (2, 1)):
            a, b = before[-head:], after[:tail]
            solid, spaced = self._text.count(a + b), self._text.count(a + " " + b)
            if solid != spaced:
                return spaced > solid
        return stands_apart(before[-1:], after[:1])


def _breaks_at_words(lines: Sequence[Line]) -> bool:
    """Whether a document breaks its lines between words only.

    The table votes on every break. A line that is broken where it is full has hardly room for a syllable; one that is broken before
    a word has more, and when it is justified the room is spread over its spaces: then half of the votes are enough, and none are
    needed where breaks are few. Where it is ragged instead, half of the votes are enough, too.
    """
    wrapped = [
        (last, line)
        for last, line in pairwise(lines)
        if len(last.text) > _LONG and 0 < line.y - last.y < _FAR * line.size and not has_bullet(line.text)
    ]
    right = Counter(round(last.x1) for last, _ in wrapped).most_common(1)
    stretched = [
        last.stretch > _ROOM * last.size for last, _ in wrapped if right and abs(last.x1 - right[0][0]) <= _MARGIN
    ]
    votes = [stands_apart(last.text.rstrip()[-1:], line.text.lstrip()[:1]) for last, line in wrapped]
    if len(votes) < _FEW_BREAKS and stretched and sum(stretched) >= _STRETCHED * len(stretched):
        return True
    need = _WORD_BREAKS[any(stretched) or _is_ragged(wrapped)]
    return len(votes) >= _VOTES and sum(votes) >= need * len(votes)


def _is_ragged(wrapped: Sequence[tuple[Line, Line]]) -> bool:
    """Whether lines leave room for more than a syllable at the right margin, though not for the word that follows."""
    right = max((last.x1 for last, _ in wrapped), default=0.0)
    free = [(right - last.x1) / last.size for last, line in wrapped if right - last.x1 < line.first_word]
    return len(free) >= _FEW_RAGGED and sum(room > _ROOM for room in free) >= _RAGGED * len(free)


def _ems(text: str) -> float:
    """Width of text in ems, roughly: Hangul and Han are full, the rest is half."""
    return sum(1.0 if char > "\u2e7f" else 0.5 for char in text)


def _has_mark_of(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line begins with the mark of a paragraph: the next of several items."""
    mark = line.text[0]
    return mark not in _LISTING and paragraph.lines[0].text.lstrip()[:1] == mark


def _is_enumerated(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line begins with a mark that stands inside the paragraph too: one of several things listed in a sentence."""
    mark = line.text[0]
    if mark not in _LISTING:
        return False
    before = chr(ord(mark) - 1) if mark in _NUMBERED else mark
    lines = paragraph.lines
    later = islice(reversed(lines), len(lines) - 1)  # where it stands, it stands in the last of them
    return any(before in line.text for line in later) or before in lines[0].text.lstrip()[1:]


def _shares_margin(paragraph: Paragraph, line: Line) -> bool:
    """Whether the last line ends where its neighbours do: a margin of its own, as beside a picture."""
    last = paragraph.lines[-1]
    if abs(last.x1 - line.x1) <= 0.6:
        return True
    return len(paragraph.lines) > 1 and abs(last.x1 - paragraph.lines[-2].x1) <= 0.6


def body_frames(bodies: Sequence[Sequence[Line]]) -> list[Frame]:
    """Frames of lines without walls: the right-most end that two lines share, else that of the other bodies."""
    ends = [_shared_end(lines) for lines in bodies]
    common = Counter(round(end) for end in ends if end is not None).most_common(1)
    frames = []
    for lines, end in zip(bodies, ends, strict=True):
        longest = max((line.x1 for line in lines), default=0.0)
        right = end if end is not None else max(longest, common[0][0] if common else 0.0)
        known = end is not None or bool(common)
        frames.append(Frame(min((line.x0 for line in lines), default=0.0), right, known=known, shared=end is not None))
    return frames


def _shared_end(lines: Sequence[Line]) -> float | None:
    ends = sorted((line.x1 for line in lines), reverse=True)
    for at, (first, second) in enumerate(pairwise(ends)):
        if first - second <= _MARGIN:
            # Where more lines go beyond it than end there it is no margin: each was ended by its author.
            return first if sum(first - end <= _MARGIN for end in ends[at:]) >= at else None
    return None
