"""Numbers as Hangul prints them: the formats of automatic numbers, notes and numbered paragraphs."""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class NumberFormat(IntEnum):
    """Formats by their code in HWP 5 (spec 5.0, table 43 and 표 41), under their names in HWPX."""

    DIGIT = 0
    CIRCLED_DIGIT = 1
    ROMAN_CAPITAL = 2
    ROMAN_SMALL = 3
    LATIN_CAPITAL = 4
    LATIN_SMALL = 5
    CIRCLED_LATIN_CAPITAL = 6
    CIRCLED_LATIN_SMALL = 7
    HANGUL_SYLLABLE = 8
    CIRCLED_HANGUL_SYLLABLE = 9
    HANGUL_JAMO = 10
    CIRCLED_HANGUL_JAMO = 11
    HANGUL_PHONETIC = 12
    IDEOGRAPH = 13
    CIRCLED_IDEOGRAPH = 14
    DECAGON_CIRCLE = 15
    DECAGON_CIRCLE_HANJA = 16
    SYMBOL = 0x80
    USER_CHAR = 0x81


# 가 to 하, then 거 to 허, 고, 구, 그, 기: the plain initials of Hangul by each of six vowels.
_INITIALS: Final = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18)
_VOWELS: Final = (0, 4, 8, 13, 18, 20)
_SYLLABLES: Final = "".join(chr(0xAC00 + (i * 21 + v) * 28) for v in _VOWELS for i in _INITIALS)

_LETTERS: Final = {
    NumberFormat.CIRCLED_DIGIT: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
    NumberFormat.LATIN_CAPITAL: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    NumberFormat.LATIN_SMALL: "abcdefghijklmnopqrstuvwxyz",
    NumberFormat.CIRCLED_LATIN_CAPITAL: "ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏ",
    NumberFormat.CIRCLED_LATIN_SMALL: "ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ",
    NumberFormat.HANGUL_SYLLABLE: _SYLLABLES,
    NumberFormat.CIRCLED_HANGUL_SYLLABLE: "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻",
    NumberFormat.HANGUL_JAMO: "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    NumberFormat.CIRCLED_HANGUL_JAMO: "㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭",
    NumberFormat.CIRCLED_IDEOGRAPH: "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    NumberFormat.DECAGON_CIRCLE: "갑을병정무기경신임계",
    NumberFormat.DECAGON_CIRCLE_HANJA: "甲乙丙丁戊己庚辛壬癸",
}
_NUMERALS: Final = {
    NumberFormat.HANGUL_PHONETIC: ("일이삼사오육칠팔구", "십백천"),
    NumberFormat.IDEOGRAPH: ("一二三四五六七八九", "十百千"),
}
_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_LARGEST: Final = 9999


def print_number(number: int, code: int, user_char: str = "") -> str:
    """A number in the format of this code; one that the format has no sign for comes out in digits.

    `user_char` is the sign that USER_CHAR prints.
    """
    if code in _LETTERS and 0 < number <= len(_LETTERS[NumberFormat(code)]):
        return _LETTERS[NumberFormat(code)][number - 1]
    if not 0 < number <= _LARGEST:
        return str(number)
    if code in _NUMERALS:
        return _numeral(number, *_NUMERALS[NumberFormat(code)])
    if code == NumberFormat.ROMAN_CAPITAL:
        return _roman(number)
    if code == NumberFormat.ROMAN_SMALL:
        return _roman(number).lower()
    if code == NumberFormat.USER_CHAR and user_char:
        return user_char
    return str(number)


def _numeral(number: int, digits: str, powers: str) -> str:
    """Korean or Chinese numeral; a one is not written before its power (십일, not 일십일)."""
    printed = ""
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            printed += "" if digit == 1 and power else digits[digit - 1]
            printed += powers[power - 1] if power else ""
    return printed


def _roman(number: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        printed += letters * count
    return printed
