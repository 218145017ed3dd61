from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwpextract.press.dates import KST, WEEKDAYS, parse_times


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
