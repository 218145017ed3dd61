"""Whether two files are forms of one release, told by what they say: words, numbers, title and days.

Forms of one release share nearly all words and numbers. Two editions of a periodic release ('2026년 3월 …', '2026년 4월 …') share
most of their words too, but not their numbers and days.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hwpextract.characters import fold
from hwpextract.patterns import pattern
from hwpextract.press.model import PressRelease

_GRAM = 8
_COMPARED = 4000
"""Characters of a body that are compared, in pieces of `_GRAM`."""
_LEAST_TEXT = 80
"""Characters a body must have to be compared at all; a page without a text layer has none."""
_LEAST_NUMBERS = 4
_SAME_TEXT = 0.5
_SAME_TITLE = 0.2
"""Share of common pieces from which two bodies are the same, and from which they are if their titles are equal."""
_SAME_NUMBERS = 0.5
_OTHER_DAYS = 0.9
"""Share of common numbers below which they contradict, and below which they do where the days differ as well."""
_NUMBER = pattern(r"\d+(?:[.,]\d+)+|\d{2,}")
_DIGITS = pattern(r"\d+")


class Traits(NamedTuple):
    """What tells one release from another: folded title, pieces of the body (none of a page without text), figures, days."""

    title: str
    pieces: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]


class Likeness(NamedTuple):
    """How alike two releases are: `similarity` of their words from 0 to 1, and what speaks against their being one.

    `contradictions` holds 'text', 'numbers', 'title' and 'days'.
    """

    similarity: float
    contradictions: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing speaks against one release."""
        return not self.contradictions


def traits_of(release: PressRelease) -> Traits:
    """The traits of a release."""
    texts = (paragraph.text for paragraph in release.paragraphs)
    return traits(release.title, texts, (str(time.at) for time in release.release_times if time.at))


def traits(title: str | None, paragraphs: Iterable[str], times: Iterable[str]) -> Traits:
    """The traits of a release by its title, the texts of its paragraphs, and its release times in ISO format."""
    text = " ".join(paragraphs)[: 2 * _COMPARED]
    folded = fold(text)[:_COMPARED]
    pieces = frozenset(folded[i : i + _GRAM] for i in range(len(folded) - _GRAM + 1))
    return Traits(
        title=fold(title or ""),
        pieces=pieces if len(folded) >= _LEAST_TEXT else frozenset(),
        numbers=frozenset(_NUMBER.findall(text)),
        days=frozenset(time[:10] for time in times),
    )


def compare(one: Traits, other: Traits) -> Likeness:
    """Decide from the content whether two releases are forms of one.

    Equal titles make up for a body that only one form has (a scanned page); the days must not differ then.
    """
    similarity = _share(one.pieces, other.pieces)
    equal_titles = bool(one.title) and one.title == other.title
    against = []
    if similarity is None:
        against += [] if equal_titles else ["title"]
    elif similarity < (_SAME_TITLE if equal_titles else _SAME_TEXT):
        against.append("text")
    figures = _share(one.numbers, other.numbers, _LEAST_NUMBERS)
    if figures is not None and figures < _SAME_NUMBERS:
        against.append("numbers")
    doubtful = figures is None or figures < _OTHER_DAYS
    if doubtful and _are_apart(one.days, other.days):
        against.append("days")
    if doubtful and _are_apart(frozenset(_DIGITS.findall(one.title)), frozenset(_DIGITS.findall(other.title))):
        against.append("title")
    return Likeness(round(similarity or 0.0, 2), tuple(dict.fromkeys(against)))


def _share(one: frozenset[str], other: frozenset[str], least: int = 1) -> float | None:
    """Share of the smaller set that the other holds too; None where there is too little to compare."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= least else None


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both state something, and each something the other does not."""
    return bool(one - other) and bool(other - one)
