import pytest

from hwpextract.readers.numbers import NumberFormat, print_number


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (12, NumberFormat.DIGIT, "12"),
        (21, NumberFormat.CIRCLED_DIGIT, "㉑"),
        (51, NumberFormat.CIRCLED_DIGIT, "51"),
        (1994, NumberFormat.ROMAN_CAPITAL, "MCMXCIV"),
        (4, NumberFormat.ROMAN_SMALL, "iv"),
        (3, NumberFormat.LATIN_CAPITAL, "C"),
        (26, NumberFormat.CIRCLED_LATIN_SMALL, "ⓩ"),
        (14, NumberFormat.HANGUL_SYLLABLE, "하"),
        (15, NumberFormat.HANGUL_SYLLABLE, "거"),
        (29, NumberFormat.HANGUL_SYLLABLE, "고"),
        (84, NumberFormat.HANGUL_SYLLABLE, "히"),
        (2, NumberFormat.CIRCLED_HANGUL_SYLLABLE, "㉯"),
        (3, NumberFormat.HANGUL_JAMO, "ㄷ"),
        (14, NumberFormat.CIRCLED_HANGUL_JAMO, "㉭"),
        (10, NumberFormat.HANGUL_PHONETIC, "십"),
        (25, NumberFormat.HANGUL_PHONETIC, "이십오"),
        (111, NumberFormat.IDEOGRAPH, "百十一"),
        (10, NumberFormat.CIRCLED_IDEOGRAPH, "㊉"),
        (1, NumberFormat.DECAGON_CIRCLE, "갑"),
        (10, NumberFormat.DECAGON_CIRCLE_HANJA, "癸"),
        (3, NumberFormat.SYMBOL, "3"),
        (0, NumberFormat.HANGUL_JAMO, "0"),
        (100_000, NumberFormat.ROMAN_CAPITAL, "100000"),
        (5, 77, "5"),
    ],
)
def test_numbers_are_printed_in_their_format(number: int, form: int, printed: str) -> None:
    assert print_number(number, form) == printed


def test_a_sign_of_the_author_stands_for_any_number() -> None:
    assert print_number(2, NumberFormat.USER_CHAR, "※") == "※"
    assert print_number(2, NumberFormat.USER_CHAR) == "2"
