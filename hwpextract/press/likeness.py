"""Whether two files are forms of one release, told by what they say: words, numbers, title and days.

Forms of one release share nearly all words and numbers. Two editions of a periodic release ('2026년 3월 …', '2026년 4월 …') share
most of their words too, but not their numbers and days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two releases are: `similarity` of their words from 0 to 1, and what speaks against their being one.

    `contradictions` holds 'text', 'numbers', 'title' and 'days'.
    """

    same: bool
    similarity: float
    contradictions: tuple[str, ...] = ()


def compare(one: PressRelease, other: PressRelease) -> Likeness:
    """Decide from the content whether two releases are forms of one.

    Equal titles make up for a body that only one form has (a scanned page); the days must not differ then.
    """
    similarity = _similarity(_words(one), _words(other))
    equal_titles = bool(one.title) and fold(one.title or "") == fold(other.title or "")
    against = []
    if similarity is None:
        against += [] if equal_titles else ["title"]
    elif similarity < (_SAME_TITLE if equal_titles else _SAME_TEXT):
        against.append("text")
    shared = _share(_numbers(one), _numbers(other))
    if shared is not None and shared < _SAME_NUMBERS:
        against.append("numbers")
    doubtful = shared is None or shared < _OTHER_DAYS
    if doubtful and _are_apart(_days(one), _days(other)):
        against.append("days")
    if doubtful and _are_apart(_title_numbers(one), _title_numbers(other)):
        against.append("title")
    return Likeness(not against, round(similarity or 0.0, 2), tuple(dict.fromkeys(against)))


def _words(release: PressRelease) -> str:
    return fold("".join(paragraph.text for paragraph in release.paragraphs)[:_COMPARED])


def _similarity(one: str, other: str) -> float | None:
    """Share of the pieces of the shorter text that the other has too; None where there is nothing to compare."""
    if min(len(one), len(other)) < _LEAST_TEXT:
        return None
    left, right = _pieces(one), _pieces(other)
    return len(left & right) / min(len(left), len(right))


def _pieces(text: str) -> set[str]:
    return {text[i : i + _GRAM] for i in range(len(text) - _GRAM + 1)}


def _numbers(release: PressRelease) -> frozenset[str]:
    return frozenset(_NUMBER.findall(" ".join(paragraph.text for paragraph in release.paragraphs)[: 2 * _COMPARED]))


def _share(one: frozenset[str], other: frozenset[str]) -> float | None:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= _LEAST_NUMBERS else None


def _days(release: PressRelease) -> frozenset[str]:
    """Days on which a release may be published."""
    days = (time.at.date() if isinstance(time.at, datetime) else time.at for time in release.release_times)
    return frozenset(day.isoformat() for day in days if day)


def _title_numbers(release: PressRelease) -> frozenset[str]:
    return frozenset(_DIGITS.findall(release.title or ""))


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both state something, and each something the other does not."""
    return bool(one - other) and bool(other - one)
