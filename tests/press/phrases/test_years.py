from __future__ import annotations

from datetime import date

import pytest
from builders.times import DAY_FORMS, DAYS, day_in, moment
from hypothesis import given

from hwpextract.press.phrases.dates import WEEKDAYS
from hwpextract.press.phrases.release_times import parse_times
from hwpextract.press.phrases.years import put_right, weekday_fits, years_in


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


def test_weekday_of_midnight_is_that_of_the_day_before() -> None:
    (end,) = parse_times("2026. 4. 12.(일) 24:00")
    (night,) = parse_times("2026. 4. 12.(일) 밤 12시")
    (wrong,) = parse_times("2026. 4. 12.(월) 24:00")
    assert end.at == night.at == moment(2026, 4, 13, 0, 0)
    assert (weekday_fits(end), weekday_fits(night), weekday_fits(wrong)) == (True, True, False)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2026년 4월, ’25. 12월, 2026", [2026, 2025]),
        ("‘26.9.3", [2026]),
        ("120261 2099 02-2026-0000", [2026]),
        ("", []),
    ],
)
def test_years_in_a_text(text: str, years: list[int]) -> None:
    assert years_in(text) == years
