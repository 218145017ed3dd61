import struct
from datetime import UTC, datetime

import pytest

from hwpextract.document import Metadata
from hwpextract.readers.hwp5.summary import metadata


def string(text: str) -> bytes:
    return struct.pack("<II", 31, len(text) + 1) + text.encode("utf-16-le") + b"\0\0"


def time(moment: datetime) -> bytes:
    seconds = int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds())
    return struct.pack("<IQ", 64, seconds * 10_000_000 + 1234)


def number(value: int) -> bytes:
    return struct.pack("<Ii", 3, value)


def summary(values: dict[int, bytes]) -> bytes:
    body, places = b"", b""
    offset = 8 + 8 * len(values)
    for pid, value in values.items():
        places += struct.pack("<II", pid, offset + len(body))
        body += value
    section = struct.pack("<II", offset + len(body), len(values)) + places + body
    return struct.pack("<HHI16sI16sI", 0xFFFE, 0, 0, bytes(16), 1, bytes(16), 48) + section


MOMENT = datetime(2025, 3, 4, 5, 6, 7, tzinfo=UTC)
VALUES = {
    2: string("행사 개최"),
    4: string("홍길동"),
    5: string(""),
    8: string("김철수 "),
    9: string("11, 0, 0, 2129 WIN32LEWindows_10"),
    12: time(MOMENT),
    13: struct.pack("<IQ", 64, 0),
    14: number(0),
}


def test_properties_fill_the_metadata() -> None:
    found = metadata(summary(VALUES), format_version="5.1.0.1", restrictions=("nocopy",))
    assert (found.title, found.author, found.last_saved_by) == ("행사 개최", "홍길동", "김철수")
    assert found.producer == "11, 0, 0, 2129 WIN32LEWindows_10"
    assert (found.created, found.modified) == (MOMENT, None)
    assert (found.subject, found.keywords, found.comments) == (None, None, None)
    assert (found.format_version, found.restrictions) == ("5.1.0.1", ("nocopy",))


@pytest.mark.parametrize(("stored", "pages"), [(0, None), (12, 12), (-3, None)])
def test_a_page_count_that_nobody_kept_is_none(stored: int, pages: int | None) -> None:
    assert metadata(summary({14: number(stored)})).pages == pages


@pytest.mark.parametrize("cut", [0, 10, 47, 60, 90, 130, 200])
def test_a_damaged_stream_gives_what_stands_before_the_damage(cut: int) -> None:
    found = metadata(summary(VALUES)[:cut])
    assert found.title in (None, "행사 개최", "행사", "행사 개") or "행사 개최".startswith(found.title or "")


def test_impossible_times_are_none() -> None:
    assert metadata(summary({12: struct.pack("<IQ", 64, 2**63)})).created is None


@pytest.mark.parametrize("value", [string("홍길동"), number(7), time(MOMENT), struct.pack("<I", 11)])
def test_a_property_of_the_wrong_type_is_left_out(value: bytes) -> None:
    found = metadata(summary(dict.fromkeys((2, 3, 4, 5, 6, 8, 9, 12, 13, 14), value)))
    assert Metadata.model_validate(found.model_dump(), strict=True) == found
