"""The times in the value of a label: text in, `ReleaseTime`s out, None rather than a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from hwpextract.characters import squeeze
from hwpextract.node import build
from hwpextract.patterns import pattern
from hwpextract.press.labels import CHANNELS
from hwpextract.press.model import ReleaseTime
from hwpextract.press.phrases.dates import CLOCK, DAY, WEEKDAYS, day_of, states_day, time_on
from hwpextract.press.phrases.time_words import edition_and_channel

_LAST_CENTURY = 80
"""From here on two digits are a year of the last century."""
_CHANNELS = "|".join(r"\s*".join(word) for word in CHANNELS)
_CHANNEL = pattern(_CHANNELS, needs=[word[0] for word in CHANNELS])
_BEHIND = pattern(
    rf"(?:{_CHANNELS})\s*\)?\s*(?P<cut>[,/;])\s*[(<]?\s*$|[^\s(][ \t]*\(?(?:{_CHANNELS})\s*\)?[ \t]*(?P<line>\n)\s*[(<]?\s*$"
)
"""A channel between two days that goes with the first ('12:00(온라인), '): a comma, a stroke or a line break behind it."""
_ABROAD = pattern(r"(?<=\S)\s*\((?=[^()]*현지[^()]*\d\s*[.월])(?:[^()]|\([^()]*\))*\)")  # '(현지시각 4. 13. 15:00)'
_WHOLE_BRACKET = pattern(r"^\(((?:[^()]|\([^()]*\))*)\)$")
_CUTS = "\n<(/〈＜"
# What may stand between two times of one value and belongs to neither: brackets, slashes, line breaks.
_EDGES = " \t\n\u00a0\u2002\u3000<>〈〉＜＞/,;:[]"
_REQUEST = pattern(r"\s*부터\s*(?:보도|취급|사용)?\s*(?:하여|해)?\s*(?:주시기|주십시오).*$", re.DOTALL)
_WIDE = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"月": "월", "火": "화", "水": "수"}
)
"""Full-width forms, one character for one."""
_WIDE_FORMS = frozenset(map(chr, _WIDE))


class _Part(NamedTuple):
    """One time of a value: its own text, the date found in it, and where the text goes on behind that."""

    text: str
    date: re.Match[str] | None = None
    behind: int = 0


def parse_times(
    value: str, years: Iterable[int] = (), channel: str | None = None, near: date | None = None
) -> tuple[ReleaseTime, ...]:
    """Read every time of one 보도시점 or 배포 value, in the order printed.

    Args:
        value: the text of the value without its label.
        years: years the release may be of, likeliest first; used when no year is printed.
        channel: channel named by the label ('방송'), used when the value names none.
        near: day of another time of the same release, to which days without a year are near.

    A value with several dates gives one time each ('2026. 4. 12.(일) 12:00 < 4. 13.(월) 조간 >' gives two); a value without a
    date gives one with `at=None`. Empty text gives ().
    """
    known = near
    times = []
    for part in _parts(value):
        day = _day(part, known, years)
        known = day or known
        times.append(_release_time(part, day, channel))
    return tuple(times)


def first_day(value: str) -> date | None:
    """The first day that a value prints with its year; of a clock time of 24 hours the day after."""
    for part in _parts(value):
        if day := _day(part, None, ()):
            return day_of(_at(part, day))
    return None


@lru_cache(maxsize=32)
def _parts(value: str) -> tuple[_Part, ...]:
    """A value cut before each date; words that name the channel go with the date behind them."""
    value = value if _WIDE_FORMS.isdisjoint(value) else value.translate(_WIDE)
    value = _ABROAD.sub("", value) if "현지" in value else value
    found = list(DAY.finditer(value))
    if not found:
        return (_Part(value),) if value.strip(_EDGES + "()") else ()
    starts = [0, *[_start(value, before.end(), match.start()) for before, match in pairwise(found)]]
    parts = zip(found, starts, [*starts[1:], len(value)], strict=True)
    return tuple([_Part(value[start:end], match, match.end() - start) for match, start, end in parts])


def _start(value: str, after: int, date_start: int) -> int:
    """Where the text of a date begins: at the bracket or channel word before it, if one stands there."""
    between = value[after:date_start]
    if behind := _BEHIND.search(between):
        return after + behind.start(behind.lastgroup or 0)
    for match in _CHANNEL.finditer(between):
        if not CLOCK.search(between, match.end()):  # '인터넷 11:00, ' goes with the day before
            bracket = between.rfind("(", 0, match.start() + 1)
            return after + (bracket if bracket >= 0 else match.start())
    cut = max(map(between.rfind, _CUTS))
    return after + cut if cut >= 0 else date_start


def _day(part: _Part, known: date | None, years: Iterable[int]) -> date | None:
    """The day of a part: as printed with its year, else near another day of the release, else of the likeliest year that fits."""
    found = part.date
    if found is None or found["only_weekday"]:
        return None
    month, day = int(found["month"] or 0), int(found["day"] or found["only_day"])
    if printed := found["whole"] or found["year"]:
        return _date(_year(printed), month, day)
    weekday = found["weekday"]
    if known:
        return _near(known, month, day, weekday)
    candidates = (at for year in years if (at := _date(year, month, day)))
    return next((at for at in candidates if weekday in {None, WEEKDAYS[at.weekday()]}), None)


def _near(known: date, month: int, day: int, weekday: str | None) -> date | None:
    """The day nearest to `known`: releases of 31 December name 1 January of the next year, those of the 1st the 31st.

    A weekday that fits one of the years around, or of the months where none is printed, decides before nearness does.
    """
    first = 12 * known.year + (month or known.month) - 1
    step = 12 if month else 1
    months = (first - step, first, first + step)
    around = [found for at in months if (found := _date(at // 12, at % 12 + 1, day))]
    fitting = [found for found in around if weekday == WEEKDAYS[found.weekday()]]
    return min(fitting or around, key=lambda found: abs(found - known), default=None)


def _year(printed: str) -> int:
    century = 0 if len(printed) == 4 else 1900 if int(printed) >= _LAST_CENTURY else 2000
    return century + int(printed)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _release_time(part: _Part, day: date | None, channel: str | None) -> ReleaseTime:
    edition, named = edition_and_channel(part.text)
    at = _at(part, day) if day else None
    return build(ReleaseTime, raw=_raw(part.text), at=at, edition=edition, channel=named or channel)


def _at(part: _Part, day: date) -> datetime | date:
    """The time of a part on its day, as far as it is printed: the first clock time behind the date."""
    clock = CLOCK.search(part.text, part.behind)
    return time_on(day, clock) if clock else day


def _raw(text: str) -> str:
    """The words of one time: without the request around it, and without brackets that hold all of it or only half of a pair."""
    text = squeeze(text).strip(_EDGES)
    if "부터" in text and states_day(text):
        text = _REQUEST.sub("", text)
    surplus = text.count("(") - text.count(")")
    if surplus > 0 and text.startswith("("):
        return text[1:].strip()
    if surplus < 0 and text.endswith(")"):
        return text[:-1].strip()
    return _WHOLE_BRACKET.sub(r"\1", text) if text.startswith("(") else text
