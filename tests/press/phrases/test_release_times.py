from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from builders.times import DAY_FORMS, DAYS, day_in, moment
from hypothesis import given
from hypothesis import strategies as st

from hwpextract.press.phrases.dates import KST, WEEKDAYS
from hwpextract.press.phrases.release_times import parse_times
from hwpextract.press.phrases.time_words import states_time, time_alone
from hwpextract.press.phrases.years import put_right


def at(text: str) -> date | datetime | None:
    (found,) = parse_times(text)
    return found.at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2026. 4. 12.(일) 12:00\n< 4. 13.(월) 조간 >",
            [(moment(2026, 4, 12, 12, 0), None, None), (date(2026, 4, 13), "조간", None)],
        ),
        (
            "(온라인) 2026. 4. 12.(일) 12:00\n(지  면) 2026. 4. 13.(월) 조간",
            [(moment(2026, 4, 12, 12, 0), None, "온라인"), (date(2026, 4, 13), "조간", "지면")],
        ),
        (
            "2018. 9. 4.(화) 조간(온라인 9. 3. 12:00)부터 보도해 주시기 바랍니다.",
            [(date(2018, 9, 4), "조간", None), (moment(2018, 9, 3, 12, 0), None, "온라인")],
        ),
        (
            "2012.8.29(수) 조간부터 보도가능\n(방송․인터넷매체는 28일 낮 12시)",
            [(date(2012, 8, 29), "조간", None), (moment(2012, 8, 28, 12, 0), None, None)],
        ),
        (
            "2025. 12. 31.(수) 12:00 < 1. 1.(목) 조간 >",
            [(moment(2025, 12, 31, 12, 0), None, None), (date(2026, 1, 1), "조간", None)],
        ),
        (
            "2026. 4. 12.(일) 12:00 (월요일 조간)",
            [(moment(2026, 4, 12, 12, 0), None, None), (None, "조간", None)],
        ),
        ("(온라인,지면) 2026. 4. 10.(금) 즉시보도", [(date(2026, 4, 10), "즉시", None)]),
        ("2026. 3. 24.(화) 국무회의 종료 시", [(date(2026, 3, 24), "회의종료시", None)]),
        ("2026. 3. 24.(화) 국무회의 종료 후", [(date(2026, 3, 24), "회의종료시", None)]),
        ("2026. 3. 24.(화) 증선위 회의 직후", [(date(2026, 3, 24), "회의종료시", None)]),
        ("본회의 통과시(별도통보)", [(None, None, None)]),
        *[
            (value, [(moment(2026, 4, 12, 12, 0), None, "온라인"), (date(2026, 4, 13), "조간", "지면")])
            for value in (
                "2026. 4. 12.(일) 12:00(인터넷), 4. 13.(월) 조간(지면)",
                "2026. 4. 12.(일) 12:00 (온라인) / 2026. 4. 13.(월) 조간 (신문)",
                "2026. 4. 12.(일) 12:00 온라인\n< 4. 13.(월) 조간 지 면 >",
                "(온라인) 2026. 4. 12.(일) 12:00, (지면) 4. 13.(월) 조간",
            )
        ],
        (
            "2026. 4. 13.(월) 조간\n(방송)\n4. 12.(일) 17:00",
            [(date(2026, 4, 13), "조간", None), (moment(2026, 4, 12, 17, 0), None, "방송")],
        ),
        (
            "2026. 4. 13.(월) 조간 (온라인, 방송은 4. 12.(일) 17:00)",
            [(date(2026, 4, 13), "조간", None), (moment(2026, 4, 12, 17, 0), None, None)],
        ),
        ("2026. 4. 13.(월) 조·석간", [(date(2026, 4, 13), "조간", None)]),
        ("2026. 4. 13.(월) 조 ․ 석간", [(date(2026, 4, 13), "조간", None)]),
        ("2026. 4. 13.(월) 조/석간", [(date(2026, 4, 13), "조간", None)]),
        ("", []),
        (" / ", []),
    ],
)
def test_gives_one_time_for_each_date(text: str, expected: list[tuple[object, str | None, str | None]]) -> None:
    assert [(time.at, time.edition, time.channel) for time in parse_times(text)] == expected


@pytest.mark.parametrize(
    "text", ["배포 즉시", "배포 후 즉시 사용", "즉시 보도 가능", "바로 보도하여 주시기 바랍니다.", "배포 시"]
)
def test_words_for_at_once(text: str) -> None:
    (found,) = parse_times(text)
    assert found.edition == "즉시"
    assert found.raw == text


def test_raw_is_without_brackets_and_request() -> None:
    times = parse_times("2019년 8월 20일(화) 석간\n(8. 20. 11:30 이후)부터\n보도하여 주시기 바랍니다.")
    assert [time.raw for time in times] == ["2019년 8월 20일(화) 석간", "8. 20. 11:30 이후"]


def test_year_comes_from_the_hints_that_fit_the_weekday() -> None:
    (found,) = parse_times("4. 13.(월) 석간", years=[2025, 2026])
    assert found.at == date(2026, 4, 13)


def test_no_year_is_invented() -> None:
    (found,) = parse_times("4. 13.(월) 석간")
    assert found.at is None
    assert found.edition == "석간"


@given(st.text(alphabet="0123456789.()년월일시분조석간 :~<>‘/온라인배포즉\n", max_size=60))
def test_never_raises(text: str) -> None:
    for time in parse_times(text, years=[2026]):
        assert time.raw


def test_day_without_month_is_the_nearest_one() -> None:
    times = parse_times("2012. 9. 1(토) 조간 (방송․인터넷매체는 31일 낮 12시)")
    assert [time.at for time in times] == [date(2012, 9, 1), moment(2012, 8, 31, 12, 0)]


def test_channel_with_its_clock_goes_with_the_day_before() -> None:
    times = parse_times("2026. 4. 13.(월) 인터넷 11:00, 4. 14.(화) 조간")
    assert [(time.at, time.channel) for time in times] == [
        (moment(2026, 4, 13, 11, 0), "온라인"),
        (date(2026, 4, 14), None),
    ]


@given(DAYS, DAY_FORMS, st.integers(-40, 40))
def test_day_without_year_is_near_the_one_before(day: date, form: str, apart: int) -> None:
    other = day + timedelta(days=apart)
    first, second = parse_times(
        f"{day_in(form, day)} 조간 < {other.month}. {other.day}.({WEEKDAYS[other.weekday()]}) 12:00 >"
    )
    assert first.at == day
    assert second.at == datetime(other.year, other.month, other.day, 12, 0, tzinfo=KST)


@given(
    st.text(max_size=80),
    st.text(alphabet="0123456789.-/:;()월화수금요일년시분낮밤오전후정조석간즉배포온라인지면", max_size=40),
)
def test_no_text_raises(any_text: str, like_times: str) -> None:
    for text in (any_text, like_times, any_text + like_times):
        put_right(parse_times(text, years=[2026], near=date(2026, 4, 13)), [2026])
        states_time(text)
        time_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026. 4. 13.(월) 21:00 (현지시각 4. 13. 08:00)",
        "2026. 4. 13.(월) 21:00(미국 현지 시간 4. 13.(월) 08:00)",
        "2026. 4. 13.(월) 21:00 (현지시각 08:00)",
    ],
)
def test_time_abroad_is_no_time_of_its_own(text: str) -> None:
    assert at(text) == moment(2026, 4, 13, 21, 0)


def test_bracket_with_another_time_is_one() -> None:
    assert len(parse_times("온라인 2026. 4. 13.(월) 21:00 (지면 4. 14. 조간)")) == 2
