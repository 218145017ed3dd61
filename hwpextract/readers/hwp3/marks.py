"""Controls without lists: what they print (spec 3.0, 10.1 to 10.5 and 10.12 to 10.24)."""

from __future__ import annotations

import re
from datetime import datetime
from struct import unpack_from
from typing import Final, NamedTuple

from hwpextract.patterns import pattern
from hwpextract.readers.heads import DEFAULT_BULLET, DEFAULT_OUTLINE
from hwpextract.readers.hwp3.hchar import decode, decode_string
from hwpextract.readers.numbers import NumberFormat, print_number

# --- Outline numbers (28) ----------------------------------------------------------------------------------------------------------

_NUMBER: Final = 1
_LEVELS: Final = 7
_DEFAULT_SHAPE: Final = 1
_USER_SHAPES: Final = (0, 128)
_BULLETS: Final = range(129, 133)
_PATH: Final = 12
_NO_NUMBER: Final = 128
# How a level prints by the menu of Hangul 3; the order of the first three is that of page numbers, 5 and 12 are in the
# specification's example.
_FORMATS: Final = (
    NumberFormat.DIGIT,
    NumberFormat.ROMAN_CAPITAL,
    NumberFormat.ROMAN_SMALL,
    NumberFormat.LATIN_CAPITAL,
    NumberFormat.LATIN_SMALL,
    NumberFormat.HANGUL_SYLLABLE,
)


class Outline(NamedTuple):
    """Number of an outline paragraph: its level from 1, and its head."""

    level: int
    head: str


def outline(content: bytes) -> Outline | None:
    """Read an outline control; None for one that only says how the outline looks.

    The counters of all levels are stored, from 0. How four of the ready-made outlines print is not known: they give the path of
    numbers.
    """
    kind, shape, level, *numbers = unpack_from("<HBB7H", content)
    if kind != _NUMBER:
        return None
    level = min(level, _LEVELS - 1)
    counts = [number + 1 for number in numbers]
    if shape in _USER_SHAPES:
        return Outline(level + 1, _user_head(content, level, counts))
    if shape in _BULLETS:
        return Outline(level + 1, DEFAULT_BULLET)
    if shape == _DEFAULT_SHAPE:
        text, number_format, _ = DEFAULT_OUTLINE[level]
        return Outline(level + 1, re.sub(r"\^\d", print_number(counts[level], number_format), text))
    return Outline(level + 1, _path(counts, level) + ".")


def _user_head(content: bytes, level: int, counts: list[int]) -> str:
    """Head of a user's own outline: a number or a bullet between two characters."""
    (style,) = unpack_from("<H", content, 18 + 2 * level)
    before, after = (decode_string(content[at : at + 2]) for at in (32 + 4 * level, 34 + 4 * level))
    if style == _PATH:
        sign = _path(counts, level)
    elif style == _NO_NUMBER:
        sign = ""
    elif style < _PATH:
        sign = print_number(counts[level], _FORMATS[style] if style < len(_FORMATS) else NumberFormat.DIGIT)
    else:
        sign = decode(style.to_bytes(2, "little"))
    return before + sign + after


def _path(counts: list[int], level: int) -> str:
    return ".".join(map(str, counts[: level + 1]))


# --- Dates (8) ---------------------------------------------------------------------------------------------------------------------

_DATE_FORMAT: Final = 80
_CODE: Final = pattern(r"\\(.)|(0?)([1-5!$%])|~?[67]|[*@#^_&+]", re.DOTALL)
_MONTHS: Final = "January February March April May June July August September October November December".split()
_WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ABBREVIATED: Final = 3


def date(content: bytes) -> str:
    """A date as its format prints it (spec 3.0, 10.4); year, month and day where the format is empty, nothing for no date."""
    form = decode_string(content[:_DATE_FORMAT])
    year, month, _, day, hour, minute = unpack_from("<6H", content, _DATE_FORMAT)
    try:
        time = datetime(year, month, day, hour, minute)
    except ValueError:
        return ""
    return _CODE.sub(lambda code: _printed(code, time), form) if form else f"{time:%Y-%m-%d}"


def _printed(code: re.Match[str], time: datetime) -> str:
    if code[1]:
        return code[1]
    if code[3]:
        width = 2 if code[2] or code[3] == "!" else 1
        return f"{_numbers(time)[code[3]]:0{width}}"
    return _words(time).get(code[0], code[0])


def _numbers(time: datetime) -> dict[str, int]:
    return {
        "1": time.year,
        "!": time.year % 100,
        "2": time.month,
        "3": time.day,
        "4": (time.hour - 1) % 12 + 1,
        "$": time.hour,
        "5": time.minute,
        "%": time.minute,
    }


def _words(time: datetime) -> dict[str, str]:
    month, weekday, half = _MONTHS[time.month - 1], _WEEKDAYS[time.weekday()], time.hour // 12
    return {
        "*": month,
        "@": month[:_ABBREVIATED],
        "#": f"{time.day}{_ordinal(time.day)}",
        "6": "월화수목금토일"[time.weekday()],
        "~6": "月火水木金土日"[time.weekday()],
        "^": weekday[:_ABBREVIATED],
        "_": weekday,
        "7": ("오전", "오후")[half],
        "~7": ("午前", "午後")[half],
        "&": ("a.m", "p.m")[half],
        "+": ("A.M", "P.M")[half],
    }


def _ordinal(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(0 if 10 < day < 14 else day % 10, "th")
