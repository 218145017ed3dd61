"""Days and times as tests print and compare them."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st

from hwpextract.press.model import PressRelease, ReleaseTime
from hwpextract.press.phrases.dates import KST, WEEKDAYS

Time = tuple[date | datetime | None, str | None, str | None]


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=KST)  # type: ignore[arg-type,misc]


def plain(time: ReleaseTime) -> Time:
    return time.at, time.edition, time.channel


def times(found: PressRelease) -> list[Time]:
    return [plain(time) for time in found.release_times]


DAYS = st.dates(date(2001, 1, 1), date(2039, 12, 31))

DAY_FORMS = st.sampled_from(
    [
        "{y}. {m}. {d}.({w})",
        "{y}.{m}.{d}.({w})",
        "{y}. {m}. {d}({w})",
        "{y}. {m:02}. {d:02}. ({w})",
        "{y}년 {m}월 {d}일({w})",
        "{y}년 {m}월 {d}일 {w}요일",
        "‘{s:02}. {m}. {d}.({w})",
        "{y}-{m:02}-{d:02}({w})",
    ]
)


def day_in(form: str, day: date) -> str:
    return form.format(y=day.year, s=day.year % 100, m=day.month, d=day.day, w=WEEKDAYS[day.weekday()])
