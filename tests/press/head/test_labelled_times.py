from __future__ import annotations

from datetime import date, datetime

import pytest
from builders.blocks import release
from builders.times import plain, times

from hwpextract.press.phrases.dates import KST

SUNDAY_NOON = datetime(2026, 4, 12, 12, 0, tzinfo=KST)
MONDAY = date(2026, 4, 13)


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


def test_empty_values_state_nothing() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | | 배포 | |\n\n| 새 지도를 연다 |")
    assert (found.release_times, found.distributed) == ((), None)


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


def test_word_at_distribution_looks_like_a_label() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 배포시점 | 배포 | 2026. 4. 10.(금) |")
    assert times(found) == [(None, "즉시", None)]
    assert found.distributed is not None
    assert found.distributed.at == date(2026, 4, 10)


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


@pytest.mark.parametrize(("first", "second"), [("방송·인터넷", "신문"), ("온라인·방송", "지면")])
def test_channels_below_each_other(first: str, second: str) -> None:
    rows = f"| {{2x1}} 보도시점 | {first} | 2026. 4. 12.(일) 12:00 |\n| {second} | 2026. 4. 13.(월) 조간 |"
    assert times(release("보도자료", rows)) == [(SUNDAY_NOON, None, None), (MONDAY, "조간", "지면")]


def test_day_of_distribution_below_channels() -> None:
    rows = "| 보도시점 | 누리망·방송 | 2026. 4. 12.(일) 12:00 |\n| | 지면 | 2026. 4. 13.(월) 조간 |\n| 배포 | | 2026. 4. 10.(금) |"
    found = release("보도자료", rows)
    assert times(found) == [(SUNDAY_NOON, None, None), (MONDAY, "조간", "지면")]
    assert found.distributed is not None
    assert plain(found.distributed) == (date(2026, 4, 10), None, None)


def test_sub_headline_below_a_title_makes_no_list_of_releases() -> None:
    found = release(
        """
        | 보도자료 |

        | 배포일시 | 제 목 | 담당 |
        | 2021. 9. 3.(금) 12:00 | 다라군, 숲길 새로 낸다 | 지도과 |
        |  | - 유모차도 다녀 - |  |

        다라군(군수 홍길동)은 3일 숲길을 낸다고 밝혔다.
        """
    )
    assert found.title == "다라군, 숲길 새로 낸다"
    assert found.distributed is not None


def test_time_below_a_channel_is_not_that_of_the_label_in_its_row_too() -> None:
    found = release(
        """
        | 보도자료 |

        | 구분 | 방송·인터넷 | 신문 |
        | 보도 | 2021. 9. 3.(금) 12:00 | 2021. 9. 4.(토) 조간 |

        다라군, 숲길 새로 낸다
        """
    )
    assert [time.raw for time in found.release_times] == ["2021. 9. 3.(금) 12:00", "2021. 9. 4.(토) 조간"]
