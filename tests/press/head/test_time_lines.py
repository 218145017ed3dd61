from __future__ import annotations

from datetime import date, datetime

import pytest
from builders.blocks import box, release
from builders.times import times

from hwpextract.press.phrases.dates import KST

MONDAY = date(2026, 4, 13)


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


@pytest.mark.parametrize(
    "line",
    [
        "[보도시점] 2026. 4. 13.(월) 조간  [배포] 2026. 4. 12.(일)",
        "【보 도 일 시】2026. 4. 13.(월) 조간 【배포일시】 : 2026. 4. 12.(일)",
        "[ 배포 ] 2026. 4. 12.(일) / [ 보도시점 ] 2026. 4. 13.(월) 조간",
        "(보도시점) 2026. 4. 13.(월) 조간 (배포) 2026. 4. 12.(일)",
        "< 보도일시 > 2026. 4. 13.(월) 조간 < 배포일 > 2026. 4. 12.(일)",
    ],
)
def test_labels_of_times_in_brackets(line: str) -> None:
    found = release("| 보도자료 |", line, "| 새 지도를 연다 |")
    assert (found.title, times(found)) == ("새 지도를 연다", [(MONDAY, "조간", None)])
    assert found.distributed is not None
    assert found.distributed.at == date(2026, 4, 12)


@pytest.mark.parametrize(
    "title", ["[보도] 4월 13일 새 지도를 연다", "[엠바고] 4월 13일 지도 나온다", "(제공) 4월 13일 지도"]
)
def test_words_in_brackets_that_are_no_label_of_times(title: str) -> None:
    assert (release("| 보도자료 |", title).title, release("| 보도자료 |", title).release_times) == (title, ())


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
