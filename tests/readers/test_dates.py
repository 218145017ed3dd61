from datetime import UTC, datetime, timedelta, timezone

import pytest

from hwpextract.readers.dates import written_time

KOREA = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("2026년 3월 16일 월요일 오후 8:46:10", datetime(2026, 3, 16, 20, 46, 10, tzinfo=KOREA)),
        ("2026년 3월 16일 월요일 오전 12:05:00", datetime(2026, 3, 16, 0, 5, tzinfo=KOREA)),
        ("2026년 3월 16일 월요일 오후 12:32:40", datetime(2026, 3, 16, 12, 32, 40, tzinfo=KOREA)),
        ("2003년 12월 1일 월요일, 13시 9분", datetime(2003, 12, 1, 13, 9, tzinfo=KOREA)),
        ("2003년 12월 1일", datetime(2003, 12, 1, tzinfo=KOREA)),
    ],
)
def test_times_in_words(words: str, time: datetime) -> None:
    found = written_time(words)
    assert found == time
    assert found.astimezone(UTC) == time


@pytest.mark.parametrize("words", ["", "어제", "2003년 13월 1일", "2003년 2월 30일", "2003년 2월 3일 25시 1분"])
def test_other_words_are_no_time(words: str) -> None:
    assert written_time(words) is None
