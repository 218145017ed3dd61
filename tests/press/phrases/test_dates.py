from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwpextract.press.phrases.dates import (
    KST,
    WEEKDAYS,
    Alone,
    parse_times,
    put_right,
    states_time,
    time_alone,
    weekday_fits,
)


def at(text: str) -> date | datetime | None:
    (found,) = parse_times(text)
    return found.at


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=KST)  # type: ignore[arg-type,misc]


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
        ("본회의 통과시(별도통보)", [(None, None, None)]),
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


@given(
    st.datetimes(datetime(2001, 1, 1), datetime(2039, 12, 31)),
    st.sampled_from(["{y}. {m}. {d}.({w}) {h:02}:{n:02}", "{y}년 {m}월 {d}일({w}) {h}시 {n}분"]),
)
def test_formatting_then_parsing_gives_the_value_back(value: datetime, form: str) -> None:
    text = form.format(
        y=value.year, m=value.month, d=value.day, w=WEEKDAYS[value.weekday()], h=value.hour, n=value.minute
    )
    assert at(text) == value.replace(second=0, microsecond=0, tzinfo=KST)


@given(st.text(alphabet="0123456789.()년월일시분조석간 :~<>‘/온라인배포즉\n", max_size=60))
def test_never_raises(text: str) -> None:
    for time in parse_times(text, years=[2026]):
        assert time.raw


@pytest.mark.parametrize(
    ("printed", "years", "right"),
    [
        # the other time of the header has the year in which the weekday fits
        (["2024. 3. 17.(월) 12:00", "2025. 3. 14.(금)"], [], [moment(2025, 3, 17, 12, 0)]),
        # the file's name has it
        (["2024. 1. 21.(화)"], [2025], [date(2025, 1, 21)]),
        # both have slipped alike
        (["2024. 1. 21.(화)", "2024. 1. 20.(월)"], [], [date(2025, 1, 21), date(2025, 1, 20)]),
        # nothing says which part of the date is wrong
        (["2024. 1. 21.(화)"], [], [date(2024, 1, 21)]),
        (["2025. 9. 18.(금)", "2025. 9. 17.(수)"], [], [date(2025, 9, 18)]),
        # the leap day has no next year
        (["2024. 2. 29.(금)"], [2025], [date(2024, 2, 29)]),
        (["2025. 3. 17.(월)"], [2026], []),
    ],
)
def test_years_that_weekdays_show_to_be_wrong(printed: list[str], years: list[int], right: list[object]) -> None:
    times = [time for text in printed for time in parse_times(text)]
    assert [better.at for _, better in put_right(times, years)] == right


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


def test_day_without_month_is_the_nearest_one() -> None:
    times = parse_times("2012. 9. 1(토) 조간 (방송․인터넷매체는 31일 낮 12시)")
    assert [time.at for time in times] == [date(2012, 9, 1), moment(2012, 8, 31, 12, 0)]


def test_channel_with_its_clock_goes_with_the_day_before() -> None:
    times = parse_times("2026. 4. 13.(월) 인터넷 11:00, 4. 14.(화) 조간")
    assert [(time.at, time.channel) for time in times] == [
        (moment(2026, 4, 13, 11, 0), "온라인"),
        (date(2026, 4, 14), None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020. 5. 6.(수) 조간용", True),
        ("일자 : 2020. 5. 6.(수) 배포즉시", True),
        ("2020. 5. 6.(수)", False),
        ("2020. 5. 6.(수) 조간에 실린 기사", False),
        ("조간", False),
    ],
)
def test_day_with_an_edition_and_nothing_else(text: str, expected: bool) -> None:
    assert (time_alone(text) is Alone.RELEASE) is expected


EDITIONS = st.sampled_from([("", None), (" 조간", "조간"), (" 석간", "석간"), (" 배포 즉시", "즉시")])
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


@given(DAYS, DAY_FORMS, EDITIONS)
def test_every_form_of_a_day_gives_it_back(day: date, form: str, edition: tuple[str, str | None]) -> None:
    (found,) = parse_times(day_in(form, day) + edition[0])
    assert (found.at, found.edition) == (day, edition[1])
    assert weekday_fits(found)


@given(DAYS, DAY_FORMS, st.integers(-40, 40))
def test_day_without_year_is_near_the_one_before(day: date, form: str, apart: int) -> None:
    other = day + timedelta(days=apart)
    first, second = parse_times(
        f"{day_in(form, day)} 조간 < {other.month}. {other.day}.({WEEKDAYS[other.weekday()]}) 12:00 >"
    )
    assert first.at == day
    assert second.at == datetime(other.year, other.month, other.day, 12, 0, tzinfo=KST)


@given(DAYS, DAY_FORMS)
def test_last_years_year_is_put_right_beside_a_sound_one(day: date, form: str) -> None:
    if (day.month, day.day) == (2, 29):
        return
    stale = f"{day.year - 1}. {day.month}. {day.day}.({WEEKDAYS[day.weekday()]})"
    times = [*parse_times(stale), *parse_times(day_in(form, day))]
    try:
        date(day.year - 1, day.month, day.day)
    except ValueError:
        return
    assert [better.at for _, better in put_right(times, ())] == [day]


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
    "words", ["회의 종료 시", "배포 직후", "바로 보도", "엠바고 없음", "인 터 넷", "누리망", "신 문", "방 송용"]
)
def test_words_beside_a_day_and_nothing_else(words: str) -> None:
    assert time_alone(f"2020. 5. 6.(수) {words}") is Alone.RELEASE
    assert time_alone(f"2020. 5. 6.(수) {words} 나라") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026. 4. 13.(월) 06:00 이후 보도 가능", Alone.RELEASE),
        ("4월 13일(월) 오후 2시부터 보도 바랍니다.", Alone.RELEASE),
        ("4월 13일(월) 오후 2시부터 사용 바랍니다.", Alone.FROM),
        ("4. 13.(월) 06:00 이후 보도해 주시기 바랍니다.", Alone.RELEASE),
        ("2026. 4. 12.(일) 12:00부터 보도 가능(지면은 4. 13.(월) 조간)", Alone.RELEASE),
        ("2026. 4. 13.(월) 배포 후 즉시 사용", Alone.RELEASE),
        ("2026. 4. 13.(월) 조간부터 보도", Alone.RELEASE),
        ("즉시 보도 요망", Alone.RELEASE),
        ("배포 즉시", Alone.RELEASE),
        ("2026년 4월 13일(월) 배포", Alone.HANDED_OUT),
        ("2026. 4. 13.(월) 10:00 제공", Alone.HANDED_OUT),
        ("2026. 4. 13.(월) 낮 12시부터", Alone.FROM),
        ("오전 9시 이후", Alone.FROM),
        ("2026. 4. 13.(월)", None),
        ("2026. 4. 13.(월) 10:00", None),
        ("4월 13일(월)부터", None),
        ("즉시", None),
        ("즉시 사용 가능", None),
        ("보도 자료", None),
        ("즉시 보도한 방송사", None),
        ("4. 13.(월) 06:00 이후 접수 가능", None),
    ],
)
def test_time_and_nothing_else_says_what_it_is(text: str, expected: Alone | None) -> None:
    assert time_alone(text) is expected


def test_weekday_of_midnight_is_that_of_the_day_before() -> None:
    (end,) = parse_times("2026. 4. 12.(일) 24:00")
    (night,) = parse_times("2026. 4. 12.(일) 밤 12시")
    (wrong,) = parse_times("2026. 4. 12.(월) 24:00")
    assert end.at == night.at == moment(2026, 4, 13, 0, 0)
    assert (weekday_fits(end), weekday_fits(night), weekday_fits(wrong)) == (True, True, False)


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
