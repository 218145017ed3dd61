import struct

import pytest
from builders.hwp3 import Piece, control, hchars, paragraph, read_paragraphs

from hwpextract.document import Paragraph


def outline(
    level: int,
    numbers: list[int],
    shape: int = 1,
    kind: int = 1,
    user: tuple[int, ...] = (),
    deco: tuple[str, ...] = (),
) -> Piece:
    counters = (numbers + [0] * 7)[:7]
    styles = (list(user) + [0] * 7)[:7]
    signs = b"".join(hchars(pair.ljust(2, "\0")) for pair in deco).ljust(28, b"\0")
    return control(28, struct.pack("<HBB7H7H", kind, shape, level, *counters, *styles) + signs)


def read_one(*pieces: str | Piece) -> Paragraph:
    (only,) = read_paragraphs(paragraph(*pieces)).blocks
    assert isinstance(only, Paragraph)
    return only


@pytest.mark.parametrize(
    ("level", "numbers", "head"),
    [
        (0, [2], "3."),
        (1, [0, 1], "나."),
        (2, [0, 0, 4], "5)"),
        (3, [0, 0, 0, 0], "가)"),
        (4, [0, 0, 0, 0, 1], "(2)"),
        (6, [0, 0, 0, 0, 0, 0, 2], "③"),
        (99, [0, 0, 0, 0, 0, 0, 2], "③"),
    ],
)
def test_the_usual_outline(level: int, numbers: list[int], head: str) -> None:
    found = read_one(outline(level, numbers), "제목")
    assert (found.head, found.text, found.level) == (head, f"{head} 제목", min(level, 6) + 1)


@pytest.mark.parametrize(
    ("style", "head"),
    [
        (0, "<2>"),
        (1, "<II>"),
        (2, "<ii>"),
        (3, "<B>"),
        (4, "<b>"),
        (5, "<나>"),
        (9, "<2>"),
        (12, "<1.2>"),
        (0x343B, "<○>"),
        (128, "<>"),
    ],
)
def test_outlines_of_users(style: int, head: str) -> None:
    found = read_one(outline(1, [0, 1], shape=0, user=(0, style), deco=("", "<>")), "제목")
    assert found.head == head


def test_other_outlines_give_the_path() -> None:
    assert read_one(outline(2, [0, 2, 3], shape=4), "제목").head == "1.3.4."
    assert read_one(outline(0, [5], shape=130), "제목").head == "●"


def test_a_control_that_only_says_how_the_outline_looks() -> None:
    found = read_one(outline(0, [0], kind=0), "제목")
    assert (found.head, found.level, found.text) == (None, None, "제목")


def test_a_number_behind_words_is_text() -> None:
    found = read_one("가 ", outline(0, [1]), " 나")
    assert (found.head, found.text, found.level) == (None, "가 2. 나", 1)


def date(form: str, *words: int) -> Piece:
    return control(8, hchars(form).ljust(80, b"\0") + struct.pack("<6H", *words))


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("1년 2월 3일 6요일", "2003년 12월 1일 월요일"),
        ("!.2.03", "03.12.01"),
        ("7 4:05", "오후 1:09"),
        ("$:05 ~7 &+", "13:09 午後 p.mP.M"),
        ("* @ # ^ _ ~6", "December Dec 1st Mon Monday 月"),
        ("\\1 1", "1 2003"),
        ("", "2003-12-01"),
    ],
)
def test_dates(form: str, printed: str) -> None:
    assert read_one("가 ", date(form, 2003, 12, 1, 1, 13, 9)).text == f"가 {printed}"


@pytest.mark.parametrize("words", [(0, 0, 0, 0, 0, 0), (2003, 13, 0, 1, 0, 0), (2003, 1, 0, 1, 25, 0)])
def test_no_date_prints_nothing(words: tuple[int, ...]) -> None:
    assert read_one("가", date("1", *words)).text == "가"


@pytest.mark.parametrize(("day", "printed"), [(2, "2nd"), (3, "3rd"), (11, "11th"), (22, "22nd"), (30, "30th")])
def test_days_in_english(day: int, printed: str) -> None:
    assert read_one(date("#", 2003, 12, 0, day, 0, 0)).text == printed
