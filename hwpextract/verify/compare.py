"""Two readings of one file aligned: what both have, and the passages that only one has.

Order does not count: readers put tables, notes and boxes at different places, and that is no loss. White space, and the shapes of
quotes, dashes and dots, do not count either. Passages that are equal as a whole are paired first; what is left is paired by its
longest common pieces and by words, from long ones down to two characters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from hwpextract.characters import fold, normalise
from hwpextract.limits import Budget, Limits
from hwpextract.patterns import pattern

_LENGTHS = (24, 8, 3, 2)
"""Shortest common pieces that are looked for, in turn."""
_LENGTH_OF_A_WORD = 8
_MOST_PLACES = 32
"""Places of one piece that are tried: of a filler that stands everywhere, any will do."""
_INVISIBLE = dict.fromkeys((*range(9), *range(14, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF))
_LEADER = pattern(r"([^\w\s])(?:\s*\1){3,}")
"""Leader dots and rules made of signs: how many there are is no text, and engines drop those that overlap."""
_NOWHERE = (0, 0, 0)
_END = "\0"
"""Stands between passages; no folded text holds it."""
_LEFT = pattern(f"[^{_END}]+")


class Comparison(NamedTuple):
    """Folded characters of both readings and in common; what only one has, as (number of the passage, text)."""

    ours: int
    theirs: int
    common: int
    only_ours: list[tuple[int, str]]
    only_theirs: list[tuple[int, str]]

    @property
    def agreement(self) -> float:
        """Share of the characters of both readings that the other has as well."""
        return 2 * self.common / (self.ours + self.theirs) if self.ours + self.theirs else 1.0


def compare(ours: Sequence[str], theirs: Sequence[str], budget: Budget | None = None) -> Comparison:
    """Align the passages of two readings.

    Raises:
        LimitExceededError: it takes longer than the budget allows.
    """
    budget = budget or Budget(Limits())
    here, there = _Side(ours), _Side(theirs)
    equal = Counter(here.folded) & Counter(there.folded)
    here.leave_out(equal)
    there.leave_out(equal)
    for length in _LENGTHS:
        _pair_pieces(here, there, length, budget)
        if length <= _LENGTH_OF_A_WORD:
            _pair_words(here, there)
    return Comparison(here.size, there.size, here.size - here.missing, here.left(), there.left())


class _Side:
    """One reading: its passages folded, those without a pair as one text, and which characters of that have one by now."""

    def __init__(self, passages: Iterable[str]) -> None:
        self._passages = [_LEADER.sub(r"\1", normalise(text).translate(_INVISIBLE)) for text in passages]
        self._words = [[word for word in map(fold, text.split()) if word] for text in self._passages]
        self.folded = list(map("".join, self._words))
        self.size = sum(map(len, self.folded))
        self.text = ""
        self.paired = bytearray()
        self._starts: list[int] = []
        self._numbers: list[int] = []
        self._ends_of_words: set[int] = set()

    def leave_out(self, equal: Counter[str]) -> None:
        """Take the passages that have an equal one on the other side out of the text."""
        rest = equal.copy()
        kept: list[str] = []
        start = 0
        for number, folded in enumerate(self.folded):
            if rest[folded]:
                rest[folded] -= 1
            elif folded:
                self._starts.append(start)
                self._numbers.append(number)
                self._ends_of_words.update(accumulate(map(len, self._words[number]), initial=start))
                kept.append(folded)
                start += len(folded) + len(_END)
        self.text = _END.join(kept)
        self.paired = bytearray(len(self.text))

    @property
    def missing(self) -> int:
        """Characters without a pair."""
        return sum(end - start for start, end in self.gaps())

    def gaps(self) -> list[tuple[int, int]]:
        """Where characters without a pair stand in the text: start and end of each run."""
        free = "".join(_END if paired else char for paired, char in zip(self.paired, self.text, strict=True))
        return [found.span() for found in _LEFT.finditer(free)]

    def words_left(self) -> Iterator[tuple[int, int]]:
        """Words, and rests of words, without a pair."""
        for start, end in self.gaps():
            inside = (at for at in range(start + 1, end) if at in self._ends_of_words)
            yield from pairwise((start, *inside, end))

    def pair(self, start: int, end: int) -> None:
        """Mark characters as paired."""
        self.paired[start:end] = b"\1" * (end - start)

    def left(self) -> list[tuple[int, str]]:
        """What has no pair: number of the passage, and the words as they are printed there."""
        found = []
        places_of = lru_cache(maxsize=1)(self._places)  # a passage may have thousands of gaps
        for gap in self.gaps():
            index = bisect_right(self._starts, gap[0]) - 1
            number = self._numbers[index]
            start, end = (at - self._starts[index] for at in gap)
            places = places_of(number)
            if len(places) == len(self.folded[number]):
                found.append((number, self._passages[number][places[start] : places[end - 1] + 1]))
            else:  # characters that fold together only as neighbours
                found.append((number, self.folded[number][start:end]))
        return found

    def _places(self, number: int) -> list[int]:
        """Where the characters stand in a passage that become those of the folded one."""
        return [place for place, char in enumerate(self._passages[number]) for _ in fold(char)]


def _pair_pieces(here: _Side, there: _Side, length: int, budget: Budget) -> None:
    """Pair common pieces of at least so many characters; where there are several, the longest, then the next in order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for start, end in reversed(here.gaps()):
        for at in range(end - length, start - 1, -1):
            places[here.text[at : at + length]].append(at)
    last = 0
    for start, end in there.gaps():
        at = start
        while at <= end - length:
            budget.tick()
            found = places.get(there.text[at : at + length], [])
            while found and here.paired[found[-1]]:
                found.pop()
            tried = found[-_MOST_PLACES:]
            size, _, place = max(
                ((_common(here, place, there, at, end), -abs(place - last), place) for place in tried), default=_NOWHERE
            )
            if size >= length:
                here.pair(place, place + size)
                there.pair(at, at + size)
                last = place + size
            at += max(size, 1)


def _common(here: _Side, place: int, there: _Side, at: int, end: int) -> int:
    """How many characters from two places on are the same and have no pair yet."""
    size, most = 0, min(end - at, len(here.text) - place)
    while size < most and here.text[place + size] == there.text[at + size] and not here.paired[place + size]:
        size += 1
    return size


def _pair_words(here: _Side, there: _Side) -> None:
    """Pair equal words of what is left: cells and marks too short to be looked for, which one reader gives as a line."""
    waiting: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, end in here.words_left():
        waiting[here.text[start:end]].append((start, end))
    for start, end in there.words_left():
        if found := waiting.get(there.text[start:end]):
            here.pair(*found.pop())
            there.pair(start, end)
