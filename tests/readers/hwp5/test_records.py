import struct

import pytest
from builders.hwp5 import record

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.hwp5.records import PADDING, CtrlId, Tag, ctrl_id, places, record_at


def test_a_record_is_framed_by_its_head() -> None:
    data = record(Tag.PARA_TEXT, 3, b"abcd") + PADDING
    assert record_at(data, 0) == (Tag.PARA_TEXT, 3, 4, 8)


def test_a_long_record_has_its_size_behind_its_head() -> None:
    data = record(Tag.PARA_TEXT, 1, bytes(0xFFF)) + PADDING
    assert record_at(data, 0) == (Tag.PARA_TEXT, 1, 8, 8 + 0xFFF)


def test_the_end_of_a_stream_reads_as_a_record_below_every_list() -> None:
    tag, level, _, _ = record_at(record(Tag.PARA_HEADER, 0) + PADDING, 4)
    assert (tag, level) == (0, 0)


def test_a_record_longer_than_the_stream_ends_inside_the_padding() -> None:
    data = struct.pack("<II", Tag.TABLE | 0xFFF << 20, 0xFFFFFFFF) + PADDING
    _, _, start, end = record_at(data, 0)
    assert start == 8 < end < len(data)


def test_places_pass_over_what_is_not_wanted_and_what_is_cut_off() -> None:
    whole = record(Tag.STYLE, 1, b"one") + record(Tag.BIN_DATA, 1, b"x") + record(Tag.STYLE, 1, b"")
    cut = record(Tag.STYLE, 1, b"cut off")[:-2]
    assert places(whole + cut + PADDING, [Tag.STYLE], Budget(Limits())) == {Tag.STYLE: [0, 12]}


def test_marks_of_memos_are_known_by_their_id_in_the_text() -> None:
    unknown = b"%unk"[::-1]
    assert ctrl_id(unknown, CtrlId.MEMO) == CtrlId.MEMO
    assert ctrl_id(b"tbl "[::-1], CtrlId.MEMO) == CtrlId.TABLE


def test_places_are_limited() -> None:
    with pytest.raises(LimitExceededError) as caught:
        places(record(Tag.STYLE, 1) * 50_000 + PADDING, [Tag.STYLE], Budget(Limits(max_records=1000)))
    assert caught.value.code == "limit_records"
