"""Times that Hangul writes as words into the summary of a document."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Final

from hwpextract.patterns import pattern

_KOREA: Final = timezone(timedelta(hours=9))
_WRITTEN: Final = pattern(
    r"(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일(?:\s*\w요일)?"
    r"(?:,?\s*(오전|오후)?\s*(\d{1,2})\s*(?::|시)\s*(\d{1,2})\s*분?(?::(\d{1,2}))?)?"
)
_NOON: Final = 12
_LONGEST: Final = 80


def written_time(text: str) -> datetime | None:
    """Time in Korea, in the words of HWPML and HWP 3; None for other text.

    `2026년 3월 16일 월요일 오후 8:46:10`, `2003년 12월 1일 월요일, 13시 9분`.
    """
    found = _WRITTEN.search(text[:_LONGEST])
    if found is None:
        return None
    year, month, day, half, hour, minute, second = found.groups(default="0")
    hours = int(hour)
    if half in ("오전", "오후"):
        hours = hours % _NOON + (_NOON if half == "오후" else 0)
    try:
        return datetime(int(year), int(month), int(day), hours, int(minute), int(second), tzinfo=_KOREA)
    except ValueError:
        return None
