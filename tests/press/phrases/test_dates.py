from __future__ import annotations

from datetime import date, datetime

import pytest
from builders.times import DAY_FORMS, DAYS, day_in, moment
from hypothesis import given
from hypothesis import strategies as st

from hwpextract.press.phrases.dates import KST, WEEKDAYS
from hwpextract.press.phrases.release_times import parse_times
from hwpextract.press.phrases.years import weekday_fits


def at(text: str) -> date | datetime | None:
    (found,) = parse_times(text)
    return found.at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026. 4. 13.(월)", date(2026, 4, 13)),
        ("2026.4.13.(월)", date(2026, 4, 13)),
        ("2026. 4. 13(월)", date(2026, 4, 13)),
        ("2026. 4. 13. (월) 10:30", moment(2026, 4, 13, 10, 30)),
        ("2026.4 .10.(금)", date(2026, 4, 10)),
        ("2026.4.12. 14:00", moment(2026, 4, 12, 14, 0)),
        ("2017년 5월 8일(월)", date(2017, 5, 8)),
        ("‘25.9.3, 08:00시", moment(2025, 9, 3, 8, 0)),
        ("2026. 4. 13.(월) 오후 3시 30분", moment(2026, 4, 13, 15, 30)),
        ("2026. 4. 13.(월) 낮 12시", moment(2026, 4, 13, 12, 0)),
        ("2026. 4. 13.(월) 오후", date(2026, 4, 13)),
        ("2026. 4. 30. 24:00", moment(2026, 5, 1, 0, 0)),
        ("배포 즉시", None),
        ("2025. 00. 00.(0) 00:00", None),
        ("2026. 2. 30.(월)", None),
    ],
)
def test_reads_one_day_or_moment(text: str, expected: date | datetime | None) -> None:
    assert at(text) == expected
    assert type(at(text)) is type(expected)


@given(
    st.datetimes(datetime(2001, 1, 1), datetime(2039, 12, 31)),
    st.sampled_from(["{y}. {m}. {d}.({w}) {h:02}:{n:02}", "{y}년 {m}월 {d}일({w}) {h}시 {n}분"]),
)
def test_formatting_then_parsing_gives_the_value_back(value: datetime, form: str) -> None:
    text = form.format(
        y=value.year, m=value.month, d=value.day, w=WEEKDAYS[value.weekday()], h=value.hour, n=value.minute
    )
    assert at(text) == value.replace(second=0, microsecond=0, tzinfo=KST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-04-13 10:00", moment(2026, 4, 13, 10, 0)),
        ("2026/4/13(월)", date(2026, 4, 13)),
        ("1999. 3. 5(금)", date(1999, 3, 5)),
        ("’98. 3. 5.(목)", date(1998, 3, 5)),
        ("2026년 4월 13일 월요일 오후 2시", moment(2026, 4, 13, 14, 0)),
        ("2026.4.13.월 10:00", moment(2026, 4, 13, 10, 0)),
        ("2026. 4. 13.(月) 10:00", moment(2026, 4, 13, 10, 0)),
        ("２０２６. ４. １３.(월) １０：００", moment(2026, 4, 13, 10, 0)),
        ("2026. 4. 13.(월) 정오", moment(2026, 4, 13, 12, 0)),
        ("2026. 4. 13.(월) 자정", date(2026, 4, 13)),
        ("2026. 4. 13.(월) 밤 12시", moment(2026, 4, 14, 0, 0)),
        ("2026. 4. 13.(월) 저녁 7시", moment(2026, 4, 13, 19, 0)),
        ("2026. 4. 13.(월) pm 2:00", moment(2026, 4, 13, 14, 0)),
        ("2026. 4. 13.(월) 2:00 PM", moment(2026, 4, 13, 14, 0)),
        ("2026. 4. 13.(월) 17 : 00", moment(2026, 4, 13, 17, 0)),
        ("2026. 4. 13.(월) 국무회의(10:00) 종료 시", moment(2026, 4, 13, 10, 0)),
        ("2026년 4월 13일자 조간", date(2026, 4, 13)),
    ],
)
def test_reads_days_and_clocks_as_offices_type_them(text: str, expected: date | datetime) -> None:
    assert at(text) == expected
    assert type(at(text)) is type(expected)


EDITIONS = st.sampled_from([("", None), (" 조간", "조간"), (" 석간", "석간"), (" 배포 즉시", "즉시")])


@given(DAYS, DAY_FORMS, EDITIONS)
def test_every_form_of_a_day_gives_it_back(day: date, form: str, edition: tuple[str, str | None]) -> None:
    (found,) = parse_times(day_in(form, day) + edition[0])
    assert (found.at, found.edition) == (day, edition[1])
    assert weekday_fits(found)
