"""Korean dates and times of release headers: text in, `ReleaseTime`s out, None rather than a guess."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from hwpextract.characters import squeeze
from hwpextract.node import altered, build
from hwpextract.patterns import pattern, spaced
from hwpextract.press.model import ReleaseTime

KST = timezone(timedelta(hours=9), "KST")
WEEKDAYS = "월화수목금토일"

# Both begin with a look at one character, which ends the matter at nearly all places of a text.
_DATE = pattern(
    spaced(r"""
    (?= [\d‘’'`′월화수목금토일] ) (?:
    (?: (?: (?P<whole> (?: 19 | 20 ) \d\d ) \s* (?P<mark> [-/] ) \s* (?= \d{1,2} \s* (?P=mark) \s* \d )
        | [‘’'`′]? (?P<year> (?: 19 | 20 ) \d\d | \d\d ) \s* (?: 년 | \. ) \s* (?= \d{1,2} \s* [.월] ) )?
      (?<! \d ) (?P<month> 1[0-2] | 0?[1-9] ) \s* (?(mark) (?P=mark) | [.월] ) \s*
      (?P<day> 3[01] | [12]\d | 0?[1-9] ) (?! \d | \s* [:;] \s* \d ) \s* [.일]? \s*
      | (?<! [\d.월] ) (?P<only_day> 3[01] | [12]\d | 0?[1-9] ) 일 (?! \w ) \s* )
    (?: \( \s* (?P<weekday> [월화수목금토일] ) (?: 요일 )? \s* \)
      | (?(month) (?P<bare_weekday> [월화수목금토일] ) (?: 요일 | (?! \w ) ) | (?! ) ) )?
    |
    (?P<only_weekday> [월화수목금토일] ) 요일
    )
    """)
)
_CLOCK = pattern(
    spaced(r"""
    (?= [\d오낮밤저새아AaPp정] ) (?:
    (?: (?P<half> 오전 | 오후 | 낮 | 밤 | 저녁 | 새벽 | 아침 | (?<! [A-Za-z] ) [AaPp] \.? [Mm] \.? ) \s* )?
    (?: (?P<hour> [01]?\d | 2[0-4] ) \s* [:;] \s* (?P<minute> [0-5]\d ) (?! \d ) (?: \s* 시 )?
      | (?P<oclock> [01]?\d | 2[0-4] ) \s* 시 (?: \s* (?P<past> [0-5]?\d ) \s* 분 )? )
    (?: \s* (?P<after> [AaPp] \.? [Mm] ) (?! \w ) )?
    | (?P<noon> 정오 ) )
    """),
    needs=(":", ";", "시", "정오"),
)
_LAST_CENTURY = 80
"""From here on two digits are a year of the last century."""
_AFTERNOON = ("오후", "밤", "저녁", "p", "P")
EDITIONS = {
    "조간": "조간",
    "석간": "석간",
    "회의종료시": "회의종료시",
    **dict.fromkeys(("즉시", "배포시", "배포직후", "배포후", "바로보도", "바로사용", "엠바고없음"), "즉시"),
}
"""Words for an edition in a text without its spaces, and which it is."""
_CHANNELS = {
    **dict.fromkeys(("온라인", "인터넷", "누리망", "통신"), "온라인"),
    **dict.fromkeys(("지면", "신문"), "지면"),
    "방송": "방송",
}
"""Words for a channel in a text without its spaces, and which it is."""
_CHANNEL = pattern("|".join(r"\s*".join(word) for word in _CHANNELS), needs=[word[0] for word in _CHANNELS])
_PLACEHOLDER = pattern(
    r"(?<!\d)(?:00?|[○Oo]{1,2})\s*[.월]\s*(?:\d{1,2}|[○Oo]{1,2})\s*[.일]|\d\s*[.월]\s*(?:00?|[○Oo]{1,2})\s*[.일]",
    needs=".월",
)
_FROM = ("부터", "이후")
_PUBLISH = ("보도", "엠바고")
_HANDED_OUT = ("배포", "제공")
_BESIDE_TIME = (
    *_FROM,
    *_PUBLISH,
    *_HANDED_OUT,
    *"사용 취급 일자 일시 가능합니다 해주세요 해주시기 하여주시기 바랍니다 합니다 가능 요망 매체 용 은 는 자 및 부 판".split(),
)
"""Words that may stand beside a time and say nothing more, those that hold others before them."""
_NAMED = (*EDITIONS, *_CHANNELS)
_OF_NAMED = frozenset("".join(_NAMED))
"""Letters of those words, of which a day and a clock time in figures have none."""
_LETTERS = frozenset("년월일화수목금토요시분오전후낮밤저녁새벽아침정AaPpMm").union(*_NAMED, *_BESIDE_TIME)
"""Letters of days, clock times, and the words that name an edition or stand beside one."""
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


class Part(NamedTuple):
    """One time of a value: its own text, the day printed in it as far as it is printed, and where the text goes on behind that."""

    text: str
    year: int | None
    month: int | None
    day: int | None
    weekday: str | None
    dated: bool
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


def day_of(at: datetime | date) -> date:
    """The day of a time."""
    return at.date() if isinstance(at, datetime) else at


def states_time(text: str) -> bool:
    """Whether a text says when: a day, a clock time, an edition, or a channel."""
    if _DATE.search(text) or _CLOCK.search(text):
        return True
    words = _closed(text)
    return any(word in words for word in _NAMED)


def states_day(text: str) -> bool:
    """Whether a text names a day."""
    return bool(_DATE.search(text))


def states_clock(text: str) -> bool:
    """Whether a text states a time of day."""
    return bool(_CLOCK.search(text))


def is_day(text: str) -> bool:
    """Whether a text is a day with its year and nothing else ('2026. 4. 13.(월)')."""
    found = _DATE.fullmatch(text.strip())
    return bool(found and (found["whole"] or found["year"]))


class Alone(Enum):
    """What a text says that is a time and nothing else."""

    RELEASE = auto()
    """From when to publish: a day with an edition, a time to publish from, or 'publish at once'."""
    HANDED_OUT = auto()
    """A day of distribution."""
    FROM = auto()
    """From when, but not what: it may as well be the time of an event."""


@lru_cache(maxsize=32)
def time_alone(text: str) -> Alone | None:
    """What a text says if it is a time and nothing else ('2020. 5. 6.(수) 조간용', '5. 6.(수) 06:00 이후 보도', '즉시 보도').

    None for any other text, a day alone among them: nothing says what day it is.
    """
    if not all(letter in _LETTERS for letter in text if letter.isalpha()):
        return None
    rest, days = _DATE.subn(" ", text)
    rest, clocks = _CLOCK.subn(" ", rest)
    words = rest = _closed(rest)
    for word in (*_NAMED, *_BESIDE_TIME):
        rest = rest.replace(word, " ")
    return None if any(map(str.isalnum, rest)) else _said(words, bool(days), bool(clocks))


def _said(words: str, has_day: bool, has_clock: bool) -> Alone | None:
    """What the words beside a time say of it."""
    says_publish = any(word in words for word in _PUBLISH)
    if any(word in words for word in _NAMED):
        at_once = "즉시" in words and (says_publish or "배포" in words)
        return Alone.RELEASE if has_day or at_once else None
    if has_clock and (says_publish or any(word in words for word in _FROM)):
        return Alone.RELEASE if says_publish else Alone.FROM
    return Alone.HANDED_OUT if has_day and any(word in words for word in _HANDED_OUT) else None


def _closed(text: str) -> str:
    """A text without its spaces, as words are looked for that offices stretch ('조 간')."""
    return "".join(text.split())


def is_placeholder(text: str) -> bool:
    """Whether a day is that of a template nobody has filled in ('2025. 00. 00.')."""
    return bool(_PLACEHOLDER.search(text))


@lru_cache(maxsize=32)
def _parts(value: str) -> tuple[Part, ...]:
    """Cut a value before each date; words that name the channel go with the date behind them."""
    return tuple(_cut(value))


def _cut(value: str) -> Iterator[Part]:
    value = value if _WIDE_FORMS.isdisjoint(value) else value.translate(_WIDE)
    value = _ABROAD.sub("", value) if "현지" in value else value
    found = list(_DATE.finditer(value))
    if not found:
        if value.strip(_EDGES + "()"):
            yield Part(value, None, None, None, None, dated=False)
        return
    starts = [0, *[_start(value, before.end(), match.start()) for before, match in pairwise(found)]]
    for match, start, end in zip(found, starts, [*starts[1:], len(value)], strict=True):
        yield Part(
            value[start:end],
            _year(match["whole"] or match["year"]),
            int(match["month"]) if match["month"] else None,
            int(match["day"] or match["only_day"] or 0) or None,
            match["weekday"] or match["bare_weekday"],
            dated=match["only_weekday"] is None,
            behind=match.end() - start,
        )


def _start(value: str, after: int, date_start: int) -> int:
    """Where the text of a date begins: at the bracket or channel word before it, if one stands there."""
    between = value[after:date_start]
    for match in _CHANNEL.finditer(between):
        if not _CLOCK.search(between, match.end()):  # '인터넷 11:00, ' goes with the day before
            bracket = between.rfind("(", 0, match.start() + 1)
            return after + (bracket if bracket >= 0 else match.start())
    cut = max(map(between.rfind, _CUTS))
    return after + cut if cut >= 0 else date_start


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    if len(text) == 4:
        return int(text)
    return int(text) + (1900 if int(text) >= _LAST_CENTURY else 2000)


def _day(part: Part, known: date | None, years: Iterable[int]) -> date | None:
    if part.day is None:
        return None
    if part.year and part.month:
        return _date(part.year, part.month, part.day)
    if known:
        return _near(known, part)
    if part.month is None:
        return None
    candidates = [day for year in years if (day := _date(year, part.month, part.day))]
    if part.weekday:
        candidates = [day for day in candidates if WEEKDAYS[day.weekday()] == part.weekday]
    return candidates[0] if candidates else None


def _near(known: date, part: Part) -> date | None:
    """The day of a part nearest to `known`: releases of 31 December name 1 January of the next year, those of the 1st the 31st.

    A weekday that fits one of the years around decides before nearness does.
    """
    if part.month:
        months = [(year, part.month) for year in (known.year - 1, known.year, known.year + 1)]
    else:
        months = [divmod(known.year * 12 + known.month - 1 + step, 12) for step in (-1, 0, 1)]
        months = [(year, month + 1) for year, month in months]
    around = [found for year, month in months if (found := _date(year, month, part.day or 0))]
    fitting = [found for found in around if part.weekday == WEEKDAYS[found.weekday()]]
    return min(fitting or around, key=lambda found: abs(found - known), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _release_time(part: Part, day: date | None, channel: str | None) -> ReleaseTime:
    edition, named = (None, None) if _OF_NAMED.isdisjoint(part.text) else _named(_closed(part.text))
    return build(
        ReleaseTime,
        raw=_raw(part.text),
        at=_at(part, day) if day else None,
        edition=edition,
        channel=named or channel,
    )


def _at(part: Part, day: date) -> datetime | date:
    """The time of a part on its day, as far as it is printed."""
    clock = _clock(part, day) if part.dated else None
    return clock or day


def _clock(part: Part, day: date) -> datetime | None:
    """The first clock time printed behind the date of a part."""
    found = _CLOCK.search(part.text, part.behind)
    if not found:
        return None
    if found["noon"]:
        return datetime.combine(day, time(12), KST)
    hour, minute = int(found["hour"] or found["oclock"]), int(found["minute"] or found["past"] or 0)
    half = found["half"] or found["after"] or ""
    if half.startswith(_AFTERNOON) and hour < 12:
        hour += 12
    if _is_midnight(found):
        return datetime.combine(day + timedelta(days=1), time(0, minute), KST)
    return datetime.combine(day, time(hour, minute), KST)


def _is_midnight(clock: re.Match[str]) -> bool:
    """Whether a clock time is the end of its day, and so the beginning of the next."""
    hour = clock["hour"] or clock["oclock"]
    return hour == "24" or (hour == "12" and clock["half"] == "밤")


def _named(words: str) -> tuple[str | None, str | None]:
    """The edition and the one channel a part names; a time that serves several channels belongs to none of them alone."""
    edition = next((name for word, name in EDITIONS.items() if word in words), None)
    channels = {name for word, name in _CHANNELS.items() if word in words}
    return edition, channels.pop() if len(channels) == 1 else None


def _raw(text: str) -> str:
    """The words of one time: without the request around it, and without brackets that hold all of it or only half of a pair."""
    text = squeeze(text).strip(_EDGES)
    if "부터" in text and _DATE.search(text):
        text = _REQUEST.sub("", text)
    surplus = text.count("(") - text.count(")")
    if surplus > 0 and text.startswith("("):
        return text[1:].strip()
    if surplus < 0 and text.endswith(")"):
        return text[:-1].strip()
    return _WHOLE_BRACKET.sub(r"\1", text) if text.startswith("(") else text


def weekday_fits(time: ReleaseTime) -> bool:
    """Whether the weekday printed with a time is that of its day; True when none is printed."""
    found = _DATE.search(time.raw)
    weekday = found and (found["weekday"] or found["bare_weekday"])
    if time.at is None or not found or not weekday:
        return True
    clock = _CLOCK.search(time.raw, found.end())
    printed = time.at - timedelta(days=1) if clock and _is_midnight(clock) else time.at
    return WEEKDAYS[printed.weekday()] == weekday


def with_next_year(time: ReleaseTime) -> ReleaseTime | None:
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
    later = {id(slip): with_next_year(slip) for slip in wrong}
    alike = len(wrong) > 1 and len(wrong) == sum(other.at is not None for other in times) and all(later.values())
    pairs = []
    for slip in wrong:
        better = later[id(slip)]
        fits = better is not None and better.at is not None and (alike or better.at.year in known)
        pairs.append((slip, better if better is not None and fits else slip))
    return pairs
