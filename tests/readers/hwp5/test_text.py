import pytest
from builders.hwp5 import FIELD_END, TAB, counted, mark, utf16

from hwpextract.readers.hwp5.records import CtrlId
from hwpextract.readers.hwp5.text import counted as read_counted
from hwpextract.readers.hwp5.text import decode, split


def joined(text: str) -> str:
    return "".join(split(utf16(text)).texts)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("가" + TAB + "나", "가\t나"),
        ("가\n나", "가\n나"),
        ("가\x18나", "가-나"),
        ("가\x1e나", "가\u00a0나"),
        ("가\x1f나", "가 나"),
        ("가\x00\x19\x1d나\r", "가나"),
        ("가" + mark(8, "Mtit") + "나", "가나"),
        ("가" + mark(11, "tbl ") + "나", "가나"),
    ],
)
def test_what_control_characters_show(stored: str, shown: str) -> None:
    assert joined(stored) == shown


@pytest.mark.parametrize("code", [1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23])
def test_extended_controls_take_eight_characters_and_are_anchored(code: int) -> None:
    pieces = split(utf16("가" + mark(code, "gso ", b"12345678") + "나"))
    assert "".join(pieces.texts) == "가나"
    assert pieces.anchors == [(1, CtrlId.SHAPE)]


@pytest.mark.parametrize("code", [4, 5, 6, 7, 8, 19, 20])
def test_inline_controls_take_eight_characters_and_have_no_record(code: int) -> None:
    pieces = split(utf16("가" + mark(code) + "나"))
    assert "".join(pieces.texts) == "가나"
    assert not pieces.anchors


def test_ends_of_fields_are_noted() -> None:
    pieces = split(utf16(mark(3, "%clk") + "예" + FIELD_END))
    start, end = pieces.anchors[0][0], pieces.field_ends[0]
    assert "".join(pieces.texts[start:end]) == "예"


def test_payloads_do_not_disturb_the_text_whatever_they_hold() -> None:
    # High and low surrogates, control codes: the payload must not be read as text, nor pair with what is around it.
    payload = b"\x00\xd8\x00\xdc\x0d\x00\x0b\x00"
    pieces = split(utf16("가" + mark(11, "tbl ", payload) + "끝"))
    assert "".join(pieces.texts) == "가끝"
    assert len(pieces.anchors) == 1


def test_pairs_of_surrogates_survive_beside_controls() -> None:
    text = "".join(split(utf16("\U000f02b1" + mark(11, "tbl ") + "끝")).texts)
    assert text.encode("utf-16-le", "surrogatepass") == utf16("\U000f02b1끝")


def test_a_control_cut_off_at_the_end_is_passed_over() -> None:
    assert joined("가" + mark(11, "tbl ")[:3]) == "가"


def test_an_odd_last_byte_is_dropped() -> None:
    assert decode(utf16("가") + b"\x41") == "가"
    assert "".join(split(utf16("가") + b"\x41").texts) == "가"


def test_counted_strings_end_where_the_payload_ends() -> None:
    assert read_counted(b"__" + counted("홍길동") + b"rest", 2) == ("홍길동", 10)
    assert read_counted(counted("홍길동")[:-2], 0)[0] == "홍길"
    assert read_counted(b"", 0)[0] == ""


def test_half_a_character_in_a_name_becomes_the_replacement_character() -> None:
    # JSON cannot be written of it.
    assert decode(utf16("민\udf6d국\ud800")) == "민�국�"
    assert decode(utf16("\U000f02b1")) == "\U000f02b1"
