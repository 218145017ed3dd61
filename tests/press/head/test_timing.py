from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from builders.blocks import blocks, page_header, release, table
from builders.times import Time, times

from hwpextract.press.phrases.dates import KST

SUNDAY_NOON = datetime(2026, 4, 12, 12, 0, tzinfo=KST)
MONDAY = date(2026, 4, 13)


def times_of(value: str, distributed: str = "2026. 4. 10.(금)") -> list[Time]:
    """Release times of the standard row with this value."""
    return times(release(f"| 보도자료 |\n\n| 보도시점 | {value} | 배포 | {distributed} |"))


def test_timing_row_in_the_page_header() -> None:
    found = release("| 보도자료 |\n\n본문이다.", side=(page_header("| 보도시점 | 2026. 4. 12.(일) 12:00 |"),))
    assert times(found) == [(SUNDAY_NOON, None, None)]


def test_release_without_any_time() -> None:
    found = release("| 보도자료 |\n\n| 새 지도를 연다 |\n\n행정안전부는 2026. 4. 13.(월) 10:00 지도를 연다고 밝혔다.")
    assert (found.release_times, found.distributed) == ((), None)
    assert "release_times" not in found.evidence


def test_row_far_below_is_no_timing_row() -> None:
    found = release("| 보도자료 |", *blocks("본문이다.\n\n" * 40), "| 보도시점 | 2026. 4. 12.(일) 12:00 |")
    assert found.release_times == ()


# --- The values ---


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026. 4. 13.(월)", [(MONDAY, None, None)]),
        ("2026. 4. 13(월) 10시", [(datetime(2026, 4, 13, 10, 0, tzinfo=KST), None, None)]),
        ("2026. 4. 13.(월) 오전 10시", [(datetime(2026, 4, 13, 10, 0, tzinfo=KST), None, None)]),
        ("2026. 4. 12.(일) 낮12시", [(SUNDAY_NOON, None, None)]),
        ("2026. 4. 12.(일) 12:00 이후", [(SUNDAY_NOON, None, None)]),
        ("2026. 4. 12.(일) 12:00 엠바고", [(SUNDAY_NOON, None, None)]),
        ("2026. 4. 13.(월) 조간", [(MONDAY, "조간", None)]),
        ("2026. 4. 13.(월) 조간부터 보도가능", [(MONDAY, "조간", None)]),
        ("2026. 4. 12.(일) 12:00 ⏎ < 4. 13.(월) 조간 >", [(SUNDAY_NOON, None, None), (MONDAY, "조간", None)]),
        ("2026. 4. 12.(일) 12:00 이후(4. 13.(월) 조간)", [(SUNDAY_NOON, None, None), (MONDAY, "조간", None)]),
        (
            "2026. 4. 13.(월) 조간(온라인 4. 12. 12:00)부터 보도해 주시기 바랍니다.",
            [(MONDAY, "조간", None), (SUNDAY_NOON, None, "온라인")],
        ),
        (
            "(인터넷) 2026. 4. 12.(일) 12:00 ⏎ (지면) 2026. 4. 13.(월) 조간",
            [(SUNDAY_NOON, None, "온라인"), (MONDAY, "조간", "지면")],
        ),
        (
            "온라인 : 2026. 4. 12.(일) 12:00 지 면 : 2026. 4. 13.(월) 조간",
            [(SUNDAY_NOON, None, "온라인"), (MONDAY, "조간", "지면")],
        ),
        ("(인터넷, 지면) 2026. 4. 12.(일) 12:00", [(SUNDAY_NOON, None, None)]),
        ("2026. 4. 13.(월) 국무회의 종료 시", [(MONDAY, "회의종료시", None)]),
        ("회의종료시 (11:00)", [(None, "회의종료시", None)]),
        (
            "2026. 4. 13.(월) 08:30 ⏎ (국무회의 개회 시)",
            [(datetime(2026, 4, 13, 8, 30, tzinfo=KST), None, None)],
        ),
        (
            "2026. 4. 13.(월) 브리핑 시작 시 (15시 예정)",
            [(datetime(2026, 4, 13, 15, 0, tzinfo=KST), None, None)],
        ),
        ("금융위 의결 후", [(None, None, None)]),
        ("(행사시)", [(None, None, None)]),
        ("2026. 4. 13.(월) 배포 즉시", [(MONDAY, "즉시", None)]),
        ("2026. 4. 13.(월) (배포 후 즉시)", [(MONDAY, "즉시", None)]),
        ("(전매체) 배포시점(국회 본회의 의결 시)", [(None, "즉시", None)]),
    ],
)
def test_values(value: str, expected: list[Time]) -> None:
    assert times_of(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "배포 즉시",
        "배포즉시",
        "배포 즉시 보도",
        "배포 즉시 보도 가능",
        "즉시 보도 가능",
        "즉시보도",
        "배포 시",
        "배포시",
        "배포 시점",
        "배포 직후",
        "배포 후 즉시",
        "배포 후 즉시 사용",
        "배포 시부터",
        "바로 보도하여 주시기 바랍니다.",
        "엠바고 없음",
    ],
)
def test_words_for_at_once(value: str) -> None:
    found = release(f"| 보도자료 |\n\n| 보도시점 | {value} | 배포 | 2026. 4. 10.(금) |")
    assert times(found) == [(None, "즉시", None)]
    assert found.release_times[0].raw == value


def test_times_are_korean() -> None:
    ((at, _, _),) = times_of("2026. 4. 12.(일) 12:00")
    assert isinstance(at, datetime)
    assert at.utcoffset() == timedelta(hours=9)


# --- Years that are not printed ---


def test_year_from_the_other_time() -> None:
    assert times_of("4. 13.(월) 조간") == [(MONDAY, "조간", None)]


def test_first_day_of_the_next_year() -> None:
    found = times_of("2025. 12. 31.(수) 12:00 ⏎ < 1. 1.(목) 조간 >", "2025. 12. 30.(화)")
    assert [at for at, _, _ in found] == [datetime(2025, 12, 31, 12, 0, tzinfo=KST), date(2026, 1, 1)]


def test_last_days_of_the_year_before() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 2026. 1. 1.(목) 조간 | 배포 | 12. 31.(수) 09:00 |")
    assert found.distributed is not None
    assert found.distributed.at == datetime(2025, 12, 31, 9, 0, tzinfo=KST)


NO_YEAR = "| 보도자료 |\n\n| 보도시점 | 4. 13.(월) 조간 |\n\n"


@pytest.mark.parametrize(
    ("text", "filename", "saved"),
    [
        (NO_YEAR, "260413 (조간) 새 지도를 연다.hwpx", None),
        (NO_YEAR, None, datetime(2026, 4, 10)),
        (NO_YEAR + "| 2026년 새 지도를 연다 |", None, None),
        (NO_YEAR + "| ’26. 4월 새 지도를 연다 |", None, None),
        # A year whose weekday does not fit is passed over.
        (NO_YEAR + "| 2026년 새 지도를 연다 |", "250413 새 지도를 연다.hwpx", None),
    ],
)
def test_year_from_file_name_text_or_saving(text: str, filename: str | None, saved: datetime | None) -> None:
    assert times(release(text, filename=filename, saved=saved)) == [(MONDAY, "조간", None)]


@pytest.mark.parametrize("text", [NO_YEAR, NO_YEAR + "| 2025년 지난 일 |"])
def test_no_year_is_invented(text: str) -> None:
    assert times(release(text)) == [(None, "조간", None)]


def test_year_of_last_year_typed_in_spring() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 2024. 3. 17.(월) 12:00 | 배포 | 2025. 3. 14.(금) |")
    assert times(found) == [(datetime(2025, 3, 17, 12, 0, tzinfo=KST), None, None)]
    assert [warning.code for warning in found.warnings] == ["weekday_mismatch"]
    assert found.evidence["release_times"].confidence == 0.7


def test_places_of_the_template_not_filled_in() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 2025. 00. 00.(0) 00:00 | 배포 | 2025. 00. 00.(0) 00:00 |")
    assert [warning.code for warning in found.warnings] == ["template_placeholder"] * 2
    assert times(found) == [(None, None, None)]


# --- Evidence ---


def test_evidence_names_the_place_the_words_and_the_rule() -> None:
    banner = table("| <pic/> | 보도자료 |")
    row = table("| 보도시점 | 2026. 4. 12.(일) 12:00 ⏎ < 4. 13.(월) 조간 > | 배포 | 2026. 4. 10.(금) |")
    evidence = release(banner, row).evidence
    assert (evidence["masthead"].locator, evidence["masthead"].raw) == (banner.locator, "보도자료")
    assert evidence["release_times"].locator == row.locator
    assert evidence["release_times"].raw == "2026. 4. 12.(일) 12:00 / 4. 13.(월) 조간"
    assert evidence["release_times"].rule == "timing.table"
    assert evidence["distributed"].raw == "2026. 4. 10.(금)"


def test_a_line_is_weaker_evidence_than_a_table() -> None:
    in_table = release("| 보도자료 |\n\n| 보도시점 | 2026. 4. 12.(일) |").evidence["release_times"]
    on_line = release("| 보도자료 |\n\n보도시점 : 2026. 4. 12.(일)").evidence["release_times"]
    assert (on_line.rule, on_line.confidence) == ("timing.line", 0.85)
    assert in_table.confidence == 0.95


@pytest.mark.parametrize(
    ("value", "released", "handed_out"),
    [
        ("2026. 4. 13.(월) 조간 / 배포 2026. 4. 12.(일)", [(MONDAY, "조간", None)], date(2026, 4, 12)),
        ("4월 13일(월) 조간 (배포 : 2026. 4. 12.(일))", [(MONDAY, "조간", None)], date(2026, 4, 12)),
        ("4월 13일(월) 조간 (배포일자 : 2026. 4. 12.(일))", [(MONDAY, "조간", None)], date(2026, 4, 12)),
        ("배포 즉시", [(None, "즉시", None)], None),
    ],
)
def test_day_of_distribution_within_the_value(value: str, released: list[Time], handed_out: date | None) -> None:
    found = release(f"| 보도자료 |\n\n| 보도시점 | {value} |")
    assert times(found) == released
    assert (found.distributed and found.distributed.at) == handed_out
    assert found.distributed is None or found.distributed.raw == "2026. 4. 12.(일)"


def test_dash_for_a_value_is_no_time() -> None:
    assert times_of("-") == []


@pytest.mark.parametrize("form", ["{}", "| {} |", "| 마바군 | {} |"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026. 4. 13.(월) 06:00 이후 보도 가능", (datetime(2026, 4, 13, 6, 0, tzinfo=KST), None, None)),
        ("4. 13.(월) 석간부터 보도", (MONDAY, "석간", None)),
        ("2026. 4. 13.(월) 오전 9시 이후", (datetime(2026, 4, 13, 9, 0, tzinfo=KST), None, None)),
        ("즉시 보도 바랍니다.", (None, "즉시", None)),
    ],
)
def test_time_of_release_without_a_label_beside_the_day_of_distribution(form: str, text: str, expected: Time) -> None:
    found = release(
        "| 보도자료 |", "| 배포일 | 2026. 4. 10.(금) |", form.format(text), "| 새 지도를 연다 |", "본문이다."
    )
    assert times(found) == [expected]
    assert found.distributed is not None
    assert found.distributed.at == date(2026, 4, 10)
