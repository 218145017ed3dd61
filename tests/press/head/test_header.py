from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from builders.blocks import blocks, box, frame, page_header, release, table

from hwpextract.press.head.header import years_in
from hwpextract.press.labels import MASTHEADS
from hwpextract.press.model import PressRelease, ReleaseKind, ReleaseTime
from hwpextract.press.phrases.dates import KST

Time = tuple[date | datetime | None, str | None, str | None]

SUNDAY_NOON = datetime(2026, 4, 12, 12, 0, tzinfo=KST)
MONDAY = date(2026, 4, 13)


TIMED = "보도시점 : 2026. 4. 12.(일) 12:00"


def plain(time: ReleaseTime) -> Time:
    return time.at, time.edition, time.channel


def times(found: PressRelease) -> list[Time]:
    return [plain(time) for time in found.release_times]


def times_of(value: str, distributed: str = "2026. 4. 10.(금)") -> list[Time]:
    """Release times of the standard row with this value."""
    return times(release(f"| 보도자료 |\n\n| 보도시점 | {value} | 배포 | {distributed} |"))


# --- The banner ---


@pytest.mark.parametrize("word", sorted(MASTHEADS))
def test_every_banner_word_names_its_kind(word: str) -> None:
    found = release(f"| <pic/> | {' '.join(word)}  | |", TIMED, "| 새 지도를 연다 |")
    assert (found.masthead, found.kind) == (word, MASTHEADS[word])


@pytest.mark.parametrize(
    "text",
    [
        "| <pic/> | | 보도자료 |",
        "| 광부 ⏎ <pic/> | 보도자료 | |",
        "| {2x1} <pic/> | 보 도 자 료 ⏎ http://www.molit.go.kr |\n| 2017. 5. 4. |",
        "| <pic/> | 고용행정통계 |\n\n| 보도\u2002자료 |",
        "보 도 자 료",
        "보도자료  ",
    ],
)
def test_banner_stands_in_a_cell_or_on_a_line_of_its_own(text: str) -> None:
    found = release(text, TIMED)
    assert (found.masthead, found.kind) == ("보도자료", ReleaseKind.PRESS_RELEASE)


def test_banner_in_a_text_box() -> None:
    assert release(box("보도자료"), TIMED).masthead == "보도자료"


def test_banner_in_a_table_inside_a_frame() -> None:
    assert release(frame(table("| <pic/> | 보도자료 |")), TIMED).masthead == "보도자료"


def test_banner_in_the_page_header() -> None:
    found = release("| 새 지도를 연다 |\n\n본문이다.", side=(page_header("| <pic/> | 보도자료 |"),))
    assert (found.masthead, found.title) == ("보도자료", "새 지도를 연다")


def test_banner_in_brackets_before_the_title() -> None:
    found = release("[보도자료] 가나군, 딸기 축제 개최\n\n가나군은 11일 축제를 연다고 밝혔다.")
    assert (found.masthead, found.title) == ("보도자료", "가나군, 딸기 축제 개최")


@pytest.mark.parametrize("text", ["| <pic/> |", "보도자료를 배포한다", "보도자료 2024년 목록", "| 부 | 용 |", ""])
def test_no_banner(text: str) -> None:
    found = release(text, TIMED, "| 새 지도를 연다 |")
    assert found.release_times
    assert (found.masthead, found.kind) == (None, None)
    assert "masthead" not in found.evidence


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("주간 보도자료", "주간보도자료"),
        ("보도자료[마바군]", "보도자료"),
        ("마바군의회 보도자료", "보도자료"),
        ("보도자료 2024. 3. 4.(월)", "보도자료"),
        ("보 도 자 료 2024년 3월 4일 월요일", "보도자료"),
        ("보 도 자 료 | 마바군청 홍보팀", "보도자료"),
        ("참고자료 / 제12호", "참고자료"),
        ("보도참고자료 | 마바군청", "보도참고자료"),
        ("Press Release", "PRESS RELEASE"),
        ("긴급 보도자료", "긴급보도자료"),
        ("보도자료 마바군청", "보도자료"),
        ("마바경찰서 보도자료", "보도자료"),
        ("입 장 문", "입장문"),
        ("성      명", "성명"),
    ],
)
@pytest.mark.parametrize("form", ["{}", "| <pic/> | {} |"])
def test_banner_words_with_office_or_number_beside_them(form: str, line: str, word: str) -> None:
    line = line.replace("|", "/") if form.startswith("|") else line
    assert release(form.format(line), TIMED, "| 새 지도를 연다 |").masthead == word


def test_english_beside_a_banner_is_an_ornament() -> None:
    assert release("PRESS RELEASE", "| <pic/> | 보도자료 |", TIMED, "| 새 지도를 연다 |").masthead == "보도자료"


@pytest.mark.parametrize(
    "text",
    [
        "| 성명 | 홍길동 |",
        "성명 발표",
        "| 성 명 | 소 속 |",
        "보도/해명",
        "붙임 / 참고자료",
        "1. 동향 | 동정",
        "참고자료 목록도",
        "보도자료 요구",
        "국회와 보도 자료의 관계",
    ],
)
def test_words_that_are_no_banner(text: str) -> None:
    assert release(text, TIMED, "| 새 지도를 연다 |").masthead is None


# --- The timing row: its shapes ---


@pytest.mark.parametrize(
    "row",
    [
        "| 보도시점 | 2026. 4. 12.(일) 12:00 | 배포 | 2026. 4. 10.(금) |",
        "| 보도 시점 : | 2026. 4. 12.(일) 12:00 | / | 배포 : | 2026. 4. 10.(금) |",
        "| 보도일시 | 2026. 4. 12.(일) 12:00 |\n| 배 포 일 시 | 2026. 4. 10.(금) |",
        "| 보 도 일 시 | 2026. 4. 12.(일) 12:00 | 매수 | 총 3매 |\n| 배 포 일 | 2026. 4. 10.(금) | 사진 | 2매 |",
        "| 보도 | 2026. 4. 12.(일) 12:00 | 배포 | 2026. 4. 10.(금) |",
        "| 보도일자 | 2026. 4. 12.(일) 12:00 | 제공일자 | 2026. 4. 10.(금) |",
        "| 보도시점 : 2026. 4. 12.(일) 12:00 / 배포 : 2026. 4. 10.(금) |",
        "보도시점 : 2026. 4. 12.(일) 12:00 / 배포 : 2026. 4. 10.(금)",
        "보 도 시 점： 2026. 4. 12.(일) 12:00\n\n배 포 일 시： 2026. 4. 10.(금)",
    ],
)
def test_shapes_of_the_timing_row(row: str) -> None:
    found = release(f"| 보도자료 |\n\n{row}\n\n| 새 지도를 연다 |")
    assert times(found) == [(SUNDAY_NOON, None, None)]
    assert found.distributed is not None
    assert plain(found.distributed) == (date(2026, 4, 10), None, None)
    assert found.title == "새 지도를 연다"


def test_no_distribution_time() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |")
    assert times(found) == [(SUNDAY_NOON, None, None)]
    assert found.distributed is None
    assert "distributed" not in found.evidence


def test_distribution_time_alone() -> None:
    found = release("| 보도자료 |\n\n| 제공일자 | 2015. 3. 12.(목) | 제공부서 | 교통정책과 |")
    assert found.release_times == ()
    assert found.distributed is not None
    assert found.distributed.at == date(2015, 3, 12)


def test_edition_beside_the_day() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 2026. 4. 9.(목) | 석간 | < 2026. 4. 9.(목) 10:30 > |")
    assert times(found) == [
        (date(2026, 4, 9), "석간", None),
        (datetime(2026, 4, 9, 10, 30, tzinfo=KST), None, None),
    ]
    assert [time.raw for time in found.release_times] == ["2026. 4. 9.(목) 석간", "2026. 4. 9.(목) 10:30"]


def test_print_time_in_the_third_cell() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 | (2026. 4. 13.(월) 조간) |")
    assert times(found) == [(SUNDAY_NOON, None, None), (MONDAY, "조간", None)]


def test_one_label_over_the_rows_of_two_channels() -> None:
    found = release(
        "| {2x1} 보도시점 | (온라인) 2026. 4. 12.(일) 12:00 |\n| (지  면) 2026. 4. 13.(월) 조간 |\n\n| 새 지도를 연다 |"
    )
    assert times(found) == [(SUNDAY_NOON, None, "온라인"), (MONDAY, "조간", "지면")]


def test_channels_in_cells_of_their_own() -> None:
    found = release(
        "| {2x1} 보도시점 | 온라인 | 2026. 4. 12.(일) 12:00 |\n| 지  면 | 2026. 4. 13.(월) 조간 |\n\n| 새 지도를 연다 |"
    )
    assert times(found) == [(SUNDAY_NOON, None, "온라인"), (MONDAY, "조간", "지면")]


def test_label_for_two_channels_names_neither() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 | 누리망·방송 | 2026. 4. 12.(일) 12:00 |")
    assert times(found) == [(SUNDAY_NOON, None, None), (SUNDAY_NOON, None, None)]


def test_request_below_the_banner_without_a_label() -> None:
    found = release(
        """
        | 보 도 자 료 | 작성과 | 정보공개정책과 |
        | 2019년 8월 20일(화) 석간 ⏎ (8. 20. 11:30 이후)부터 ⏎ 보도하여 주시기 바랍니다. | 담당자 | 과장 홍길동 |
        """
    )
    assert times(found) == [
        (date(2019, 8, 20), "석간", None),
        (datetime(2019, 8, 20, 11, 30, tzinfo=KST), None, None),
    ]
    assert found.evidence["release_times"].rule == "timing.request"


def test_timing_row_in_the_page_header() -> None:
    found = release("| 보도자료 |\n\n본문이다.", side=(page_header("| 보도시점 | 2026. 4. 12.(일) 12:00 |"),))
    assert times(found) == [(SUNDAY_NOON, None, None)]


def test_release_without_any_time() -> None:
    found = release("| 보도자료 |\n\n| 새 지도를 연다 |\n\n행정안전부는 2026. 4. 13.(월) 10:00 지도를 연다고 밝혔다.")
    assert (found.release_times, found.distributed) == ((), None)
    assert "release_times" not in found.evidence


def test_empty_values_state_nothing() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | | 배포 | |\n\n| 새 지도를 연다 |")
    assert (found.release_times, found.distributed) == ((), None)


def test_row_far_below_is_no_timing_row() -> None:
    found = release("| 보도자료 |", *blocks("본문이다.\n\n" * 40), "| 보도시점 | 2026. 4. 12.(일) 12:00 |")
    assert found.release_times == ()


def test_at_once_is_no_distribution_label() -> None:
    found = release("| 보도자료 |\n\n보도시점 : 배포 즉시 보도 가능 / 배포 : 2026. 4. 10.(금)")
    assert times(found) == [(None, "즉시", None)]
    assert found.distributed is not None
    assert found.distributed.raw == "2026. 4. 10.(금)"


def test_labels_of_the_contact_block_end_a_value() -> None:
    found = release(
        """
        | 보 도 자 료 |
        | 보도일시 | 2026. 4. 12.(일) 12:00 | 담당부서 | 부산사무소 소비자과 |
        | 배포일시 | 2026. 4. 10.(금) | 담당자 | 과장 홍길동 051)000-1030 |
        """
    )
    assert [time.raw for time in found.release_times] == ["2026. 4. 12.(일) 12:00"]
    assert found.distributed is not None
    assert found.distributed.raw == "2026. 4. 10.(금)"


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


def test_word_at_distribution_looks_like_a_label() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 배포시점 | 배포 | 2026. 4. 10.(금) |")
    assert times(found) == [(None, "즉시", None)]
    assert found.distributed is not None
    assert found.distributed.at == date(2026, 4, 10)


def test_two_offices_of_the_central_bank_in_one_sentence() -> None:
    found = release(
        """
        | 보도자료 |

        | 2025년 3월 24일 공보 |

        | 이 자료는 3월 25일 조간부터 취급하여 주십시오. 단, 통신/방송/인터넷 매체는 3월 24일 12:00 이후부터 취급 가능 |
        """
    )
    assert times(found) == [
        (date(2025, 3, 25), "조간", None),
        (datetime(2025, 3, 24, 12, 0, tzinfo=KST), None, None),
    ]


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


@pytest.mark.parametrize(
    "line",
    [
        "보도시점  2026. 4. 13.(월) 조간  배포  2026. 4. 12.(일)",
        "보도시점  2026. 4. 13.(월) 조간/배포 4. 12.(일)",
        "보 도 시 점 조간(4. 13.) / 배 포 ‘26. 4. 12.",
    ],
)
def test_row_of_times_without_its_table(line: str) -> None:
    found = release("| 보도자료 |", line, "| 새 지도를 연다 |")
    assert times(found) == [(MONDAY, "조간", None)]
    assert found.distributed is not None
    assert found.distributed.at == date(2026, 4, 12)
    assert found.evidence["release_times"].rule == "timing.flat"


def test_dash_for_a_value_is_no_time() -> None:
    assert times_of("-") == []


# --- Times without a label ---


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


def test_office_day_and_request_on_one_line() -> None:
    found = release("보도자료", "마바군 | 2026. 4. 10.(금) 배포 | 즉시 보도 가능", "| 새 지도를 연다 |", "본문이다.")
    assert times(found) == [(None, "즉시", None)]
    assert found.distributed is not None
    assert found.distributed.at == date(2026, 4, 10)


@pytest.mark.parametrize("line", ["2026. 4. 10.(금) / 배포 즉시 보도 가능", "| 2026. 4. 10.(금) | 즉시 보도 |"])
def test_day_beside_at_once_is_that_of_distribution(line: str) -> None:
    found = release("보도자료", line, "| 새 지도를 연다 |", "본문이다.")
    assert times(found) == [(None, "즉시", None)]
    assert found.distributed is not None
    assert found.distributed.at == date(2026, 4, 10)


def test_day_alone_says_nothing() -> None:
    found = release("보도자료", "2026. 4. 10.(금)", "| 새 지도를 연다 |", "본문이다.")
    assert (found.release_times, found.distributed) == ((), None)


def test_banner_and_edition_in_one_cell() -> None:
    found = release("| 보도자료 / 2026. 4. 13.(월) 조간 이후 보도 |", "| 새 지도를 연다 |", "본문이다.")
    assert (found.masthead, times(found)) == ("보도자료", [(MONDAY, "조간", None)])


def test_time_of_an_event_is_no_time_of_release() -> None:
    lines = ("2026. 4. 13.(월) 14:00부터", "| 4. 13.(월) 10:00부터 사용 가능 |", "4. 13.(월) 배포")
    found = release("| 보도자료 |", "| 새 지도를 연다 |", *["본문이다."] * 5, *lines)
    assert found.release_times == ()
    assert found.distributed is None


@pytest.mark.parametrize(
    "value", ["배포 즉시 보도 배포일시 | 2026. 4. 10.(금)", "배포 즉시 보도 제공일 2026. 4. 10.(금)"]
)
def test_label_of_the_distribution_in_the_cell_of_the_release(value: str) -> None:
    found = release(f"| 보도시점 | {value} |", "| 새 지도를 연다 |")
    assert times(found) == [(None, "즉시", None)]
    assert found.distributed is not None
    assert found.distributed.at == date(2026, 4, 10)


def test_embargo_in_the_cell_of_the_time() -> None:
    found = release(
        "| 보도시점 | 엠바고: 2026. 4. 12.(일) 12:00 |\n| 담당부서 | 지도과 |\n| 배포일 | 2026. 4. 10.(금) |",
        "| 새 지도를 연다 |",
    )
    assert times(found) == [(SUNDAY_NOON, None, None)]
    assert found.distributed is not None
    assert found.distributed.at == date(2026, 4, 10)


@pytest.mark.parametrize("value", ["없음", "없  음", "해당 없음"])
def test_no_embargo_is_no_time(value: str) -> None:
    assert release(f"배포일 : 2026. 4. 10.(금) / 엠바고 : {value}", "| 새 지도를 연다 |").release_times == ()


@pytest.mark.parametrize("label", ["배포시기", "날짜", "일 자"])
def test_day_of_distribution_by_other_labels(label: str) -> None:
    found = release(f"| 보도자료 |\n\n| {label} | 2026. 4. 10.(금) | 담당부서 | 지도과 |", "| 새 지도를 연다 |")
    assert found.distributed is not None
    assert found.distributed.at == date(2026, 4, 10)


def test_day_of_an_event_is_no_day_of_distribution() -> None:
    for about in ("장소 | 강당", "문의 | 02-000-0000", "주관기관 | 지도원"):
        found = release("| 보도자료 |", "| 새 지도를 연다 |", "본문이다.", f"| 일자 | 2026. 4. 13.(월) | {about} |")
        assert found.distributed is None


@pytest.mark.parametrize("cell", ["즉시 배포", "4. 14.(화) 조간"])
def test_time_in_a_table_of_the_story_is_none_of_the_release(cell: str) -> None:
    head = "| 보도자료 |\n\n| 제목 | 동네 지도를 연다 |\n| 담당부서 | 지도과 |\n| 배포일 | 2026. 4. 10.(금) |"
    told = "행정안전부는 12일 동네 지도를 누구에게나 연다고 밝혔다."
    changed = f"| 지금 | 앞으로 |\n| 확인한다 | {cell} |"
    found = release(head, told, changed, "지도는 누구나 쓸 수 있다.")
    assert found.release_times == ()
    assert [paragraph.text for paragraph in found.paragraphs] == [told, "지도는 누구나 쓸 수 있다."]
    assert release(head, told, box(cell), "지도는 누구나 쓸 수 있다.").release_times == ()
    assert len(release(head, f"| {cell} |", told).release_times) == 1


@pytest.mark.parametrize(
    "event",
    ["| 일시 | 9. 4.(토) 오전 9시부터 |\n| 장소 | 군청 |", "| 1부 | 9. 4.(토) 09:00부터 |\n| 2부 | 13:00부터 |"],
)
def test_programme_of_an_event_is_no_time_of_release(event: str) -> None:
    found = release(
        "| 보도자료 |\n| 배포일 | 2021. 9. 3.(금) |\n| 담당부서 | 지도과 |", event, "가나군은 등대를 켠다고 3일 밝혔다."
    )
    assert found.release_times == ()
