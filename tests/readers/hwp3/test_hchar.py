import struct
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwpextract.characters import normalise, unmapped
from hwpextract.readers.hwp3.hchar import decode, decode_kchar, decode_string


def text(*codes: int) -> str:
    return decode(struct.pack(f"<{len(codes)}H", *codes))


@pytest.mark.parametrize(
    ("code", "char"),
    [
        (0x41, "A"),
        (0x81, "“"),
        (0x84, "’"),
        (0xFC, "ü"),
        (0x2103, "℃"),
        (0x2219, "∙"),
        (0x205A, "○"),
        (0x1F02, "あ"),
        (0x1F62, "ア"),
        (0x2C21, "ⓐ"),
        (0x2C40, "㉠"),
        (0x2E01, "①"),
        (0x2F00, "□"),
        (0x2F06, "■"),
        (0x2F11, "◦"),
        (0x2F17, "•"),
        (0x2F67, "▸"),
        (0x3060, " "),
        (0x3062, "“"),
        (0x3081, "A"),
        (0x30BB, "『"),
        (0x3401, "\u3000"),
        (0x340D, "～"),
        (0x3441, "■"),
        (0x3446, "→"),
        (0x35E1, "─"),
        (0x3761, "А"),
        (0x37C0, "한"),
        (0x37ED, "═"),
        (0x4000, "伽"),
        (0x5317, "詰"),
        (0x5318, "仮"),
        (0x78E7, "\U0002f8ba"),
        (0x7F02, "脿"),
        (0x8861, "가"),
        (0x8841, "ㄱ"),
        (0x8461, "ㅏ"),
        (0xD3BD, "힣"),
    ],
)
def test_blocks(code: int, char: str) -> None:
    assert text(code) == char


def test_every_syllable_and_hanja_once() -> None:
    syllables = [text(code) for code in range(0x8000, 0x10000)]
    assert sorted(char for char in syllables if "가" <= char <= "힣") == [chr(code) for code in range(0xAC00, 0xD7A4)]
    hanja = {text(code) for code in range(0x4000, 0x5318)}
    assert len(hanja) == 4888
    assert all("\u4e00" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" for char in hanja)


def test_hanja_beyond_the_standard_are_other_ones() -> None:
    known = {text(code) for code in range(0x4000, 0x5318)}
    more = [char for code in range(0x5318, 0x8000) if not unmapped(char := text(code))]
    assert len(more) == 11_139 - 6  # six are Hancom's own
    assert all(unicodedata.name(char).startswith("CJK") for char in more)
    assert known.isdisjoint(set(more) - set("枾胄囍"))


@pytest.mark.parametrize(
    ("codes", "shown"),
    [
        ((0xD3C5,), "ᄒᆞᆫ"),
        ((0xC7C1,), "ᄏᆞ"),
        ((0x87C1,), "ᆞ"),
    ],
)
def test_the_old_vowel(codes: tuple[int, ...], shown: str) -> None:
    assert text(*codes) == shown


def test_halves_of_a_number_in_a_circle() -> None:
    assert normalise(text(0x2E0A, 0x2E1A)) == "⑰"


@pytest.mark.parametrize("code", [0x85, 0x205B, 0x2D00, 0x3200, 0x3400, 0x37C6, 0x7D98, 0x7FFF, 0x8000, 0xFFFF, 0xD7C0])
def test_unknown_characters_keep_their_code_and_are_counted(code: int) -> None:
    assert text(code) == chr(0x100000 + code)
    assert unmapped(text(code)).total() == 1


@given(st.binary())
def test_every_hchar_is_something(raw: bytes) -> None:
    assert len(decode(raw)) >= len(raw) // 2


def test_strings_end_at_zero() -> None:
    assert decode_string(struct.pack("<4H", 0x41, 0x8861, 0, 0x42)) == "A가"
    assert decode_kchar("가A".encode("johab") + b"\0\xff") == "가A"
    assert decode_kchar(b"\xff") == "\ufffd"
