"""What a text says that is a time: an edition, a channel, from when to publish, when it was handed out."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from functools import lru_cache

from hwpextract.characters import fold
from hwpextract.press.labels import CHANNELS, EDITIONS
from hwpextract.press.phrases.dates import CLOCK, DAY, states_clock, states_day

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
_NAMED = (*EDITIONS, *CHANNELS)
_OF_NAMED = frozenset("".join(_NAMED))
"""Letters of those words, of which a day and a clock time in figures have none."""
_LETTERS = frozenset("년월일화수목금토요시분오전후낮밤저녁새벽아침정AaPpMm").union(*_NAMED, *_BESIDE_TIME)
"""Letters of days, clock times, and the words that name an edition or stand beside one."""


class Alone(Enum):
    """What a text says that is a time and nothing else."""

    RELEASE = auto()
    """From when to publish: a day with an edition, a time to publish from, or 'publish at once'."""
    HANDED_OUT = auto()
    """A day of distribution."""
    FROM = auto()
    """From when, but not what: it may as well be the time of an event."""


def states_time(text: str) -> bool:
    """Whether a text says when: a day, a clock time, an edition, or a channel."""
    return states_day(text) or states_clock(text) or _has_any(_NAMED, fold(text))


def edition_and_channel(text: str) -> tuple[str | None, str | None]:
    """The edition and the one channel a text names; a time that serves several channels belongs to none of them alone."""
    if _OF_NAMED.isdisjoint(text):
        return None, None
    words = fold(text)
    edition = next((name for word, name in EDITIONS.items() if word in words), None)
    channels = {name for word, name in CHANNELS.items() if word in words}
    return edition, channels.pop() if len(channels) == 1 else None


@lru_cache(maxsize=32)
def time_alone(text: str) -> Alone | None:
    """What a text says if it is a time and nothing else ('2020. 5. 6.(수) 조간용', '5. 6.(수) 06:00 이후 보도', '즉시 보도').

    None for any other text, a day alone among them: nothing says what day it is.
    """
    if any(map(str.isalpha, set(text) - _LETTERS)):
        return None
    rest, days = DAY.subn(" ", text)
    rest, clocks = CLOCK.subn(" ", rest)
    words = rest = fold(rest)
    for word in (*_NAMED, *_BESIDE_TIME):
        rest = rest.replace(word, " ")
    return None if any(map(str.isalnum, rest)) else _said(words, bool(days), bool(clocks))


def _said(words: str, has_day: bool, has_clock: bool) -> Alone | None:
    """What the words beside a time say of it."""
    says_publish = _has_any(_PUBLISH, words)
    if _has_any(_NAMED, words):
        at_once = "즉시" in words and (says_publish or "배포" in words)
        return Alone.RELEASE if has_day or at_once else None
    if has_clock and (says_publish or _has_any(_FROM, words)):
        return Alone.RELEASE if says_publish else Alone.FROM
    return Alone.HANDED_OUT if has_day and _has_any(_HANDED_OUT, words) else None


def _has_any(some: Iterable[str], words: str) -> bool:
    return any(word in words for word in some)
