"""Days and times of day as Korean offices print them: whether a text states one, and which a match is."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

from hwpextract.patterns import pattern, spaced

KST = timezone(timedelta(hours=9), "KST")
WEEKDAYS = "월화수목금토일"

# Both begin with a look at one character, which ends the matter at nearly all places of a text. Behind it a character that is no
# letter is a quote, and a letter is a weekday: classes of other than Latin characters are what takes long to compile.
DAY = pattern(
    spaced(r"""
    (?= [\d‘’'`′월화수목금토일] ) (?:
    (?: (?: (?P<whole> (?: 19 | 20 ) \d\d ) \s* (?P<mark> [-/] ) \s* (?= \d{1,2} \s* (?P=mark) \s* \d )
        | \W? (?P<year> (?: 19 | 20 ) \d\d | \d\d ) \s* (?: 년 | \. ) \s* (?= \d{1,2} \s* [.월] ) )?
      (?<! \d ) (?P<month> 1[0-2] | 0?[1-9] ) \s* (?(mark) (?P=mark) | [.월] ) \s*
      (?P<day> 3[01] | [12]\d | 0?[1-9] ) (?! \d | \s* [:;] \s* \d ) \s* [.일]? \s*
      | (?<! [\d.월] ) (?P<only_day> 3[01] | [12]\d | 0?[1-9] ) 일 (?! \w ) \s* )
    (?: (?P<open> \( \s* )? (?P<weekday> [월화수목금토일] )
        (?(open) (?: 요일 )? \s* \) | (?(month) (?: 요일 | (?! \w ) ) | (?! ) ) ) )?
    |
    (?P<only_weekday> [^\W\d] ) 요일
    )
    """)
)
CLOCK = pattern(
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
_AFTERNOON = ("오후", "밤", "저녁", "p", "P")
_PLACEHOLDER = pattern(
    r"(?<!\d)(?:00?|[○Oo]{1,2})\s*[.월]\s*(?:\d{1,2}|[○Oo]{1,2})\s*[.일]|\d\s*[.월]\s*(?:00?|[○Oo]{1,2})\s*[.일]",
    needs=".월",
)


def states_day(text: str) -> bool:
    """Whether a text names a day."""
    return bool(DAY.search(text))


def states_clock(text: str) -> bool:
    """Whether a text states a time of day."""
    return bool(CLOCK.search(text))


def is_day(text: str) -> bool:
    """Whether a text is a day with its year and nothing else ('2026. 4. 13.(월)')."""
    found = DAY.fullmatch(text.strip())
    return bool(found and (found["whole"] or found["year"]))


def is_placeholder(text: str) -> bool:
    """Whether a day is that of a template nobody has filled in ('2025. 00. 00.')."""
    return bool(_PLACEHOLDER.search(text))


def day_of(at: datetime | date) -> date:
    """The day of a time."""
    return at.date() if isinstance(at, datetime) else at


def time_on(day: date, clock: re.Match[str]) -> datetime:
    """The time that a clock time is on a day; 24 hours and twelve at night begin the next one."""
    hour = int(clock["hour"] or clock["oclock"] or 12)  # 정오 has no figures
    if hour < 12 and (clock["half"] or clock["after"] or "").startswith(_AFTERNOON):
        hour += 12
    minutes = int(clock["minute"] or clock["past"] or 0) + 60 * (24 if is_midnight(clock) else hour)
    return datetime.combine(day, time(), KST) + timedelta(minutes=minutes)


def is_midnight(clock: re.Match[str]) -> bool:
    """Whether a clock time is the end of its day, and so the beginning of the next."""
    hour = clock["hour"] or clock["oclock"]
    return hour == "24" or (hour == "12" and clock["half"] == "밤")
