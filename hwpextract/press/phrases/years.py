"""The year of a day: those that one printed without may be of, and last year's, which the weekday shows to be a slip."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain

from hwpextract.node import altered
from hwpextract.patterns import pattern
from hwpextract.press.model import ReleaseTime
from hwpextract.press.phrases.dates import CLOCK, DAY, WEEKDAYS, is_midnight

_YEAR = pattern(r"(?<!\d)(20[0-3]\d)(?!\d)|[‘’'`′](\d\d)(?=\s*[.년])")


class Years:
    """Years that a day printed without one may be of, likeliest first, looked for when asked for."""

    def __init__(self, find: Callable[[], Iterable[int]]) -> None:
        self._find = find

    def __iter__(self) -> Iterator[int]:
        return iter(self._find())

    def behind(self, text: str) -> Years:
        """The same years behind those printed in a text."""
        return Years(lambda: chain(years_in(text), self))


def years_in(text: str) -> list[int]:
    """Years printed in a text ('2026', '’26.'), each once, in order."""
    found = (int(full) if full else 2000 + int(short) for full, short in _YEAR.findall(text))
    return list(dict.fromkeys(found))


def weekday_fits(time: ReleaseTime) -> bool:
    """Whether the weekday printed with a time is that of its day; True when none is printed."""
    found = DAY.search(time.raw)
    weekday = found and found["weekday"]
    if time.at is None or not found or not weekday:
        return True
    clock = CLOCK.search(time.raw, found.end())
    printed = time.at - timedelta(days=1) if clock and is_midnight(clock) else time.at
    return WEEKDAYS[printed.weekday()] == weekday


def _with_next_year(time: ReleaseTime) -> ReleaseTime | None:
    """The same day of the next year if the printed weekday fits there: last year's year is the usual slip in January."""
    if time.at is None or (time.at.month, time.at.day) == (2, 29):
        return None
    later = altered(time, at=time.at.replace(year=time.at.year + 1))
    return later if weekday_fits(later) else None


def put_right(times: Sequence[ReleaseTime], years: Collection[int]) -> list[tuple[ReleaseTime, ReleaseTime]]:
    """Times whose weekday does not fit their day, each with what it should be, or as it is where nothing says so.

    Last year's year is put right where the weekday fits the next one, and another time of the header or the file has that year too, or
    all times of the header have slipped alike.

    Args:
        times: the times of one header.
        years: years that other evidence (the file's name) gives the release.
    """
    wrong = [slip for slip in times if not weekday_fits(slip)]
    if not wrong:
        return []
    known = {*years, *(other.at.year for other in times if other.at and weekday_fits(other))}
    later = [_with_next_year(slip) for slip in wrong]
    alike = len(wrong) > 1 and len(wrong) == sum(other.at is not None for other in times) and all(later)
    return [
        (slip, better if better and better.at and (alike or better.at.year in known) else slip)
        for slip, better in zip(wrong, later, strict=True)
    ]
