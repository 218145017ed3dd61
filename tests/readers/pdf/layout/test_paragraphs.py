"""Where paragraphs end, and what a line break stands for."""

from __future__ import annotations

import pytest
from builders.pdf import Face, cells, clip, pages, word, words

from hwpextract.document import Paragraph
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import read_pdf

WIDTH = 272.0


def texts(content: bytes, face: Face) -> list[str]:
    found = read_pdf(pages([content], face), Options(Limits()))
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def full(face: Face, y: float, text: str) -> bytes:
    """A line whose last word is set against the right margin, as justification does it."""
    head, _, last = text.rstrip().rpartition(" ")
    tail = last + text[len(text.rstrip()) :]
    return words(face, 50, y, head + " ") + word(face, 50 + WIDTH - face.extent(last, 10), y, tail)


def speech(face: Face, y: float) -> bytes:
    """Lines broken between words, so that a space is known to stand at their ends."""
    return b"".join(
        full(face, y + 16 * at, text)
        for at, text in enumerate(
            (
                "정부는 국민 모두가 함께 잘 사는 나라를 만들기 위하여 ",
                "모든 정책을 다시 꼼꼼히 살펴보고 있으며 이번에는 ",
            )
            * 2
        )
    )


def test_a_sentence_that_ends_a_short_line_without_a_space_ends_its_paragraph() -> None:
    face = Face()
    content = (
        speech(face, 100)
        + words(face, 50, 300, "지금이 바로 적기입니다.")
        + words(face, 50, 316, "우리 모두 나섭시다.")
    )
    assert texts(content, face)[-2:] == ["지금이 바로 적기입니다.", "우리 모두 나섭시다."]


def test_in_a_full_line_it_was_a_slip() -> None:
    face = Face()
    content = speech(face, 100) + full(face, 300, "교육을 마친 뒤에는 여러 현장을 차례대로 둘러 탐방한다.")
    content += words(face, 50, 316, "아울러 성과를 확인한다.")
    assert texts(content, face)[-1] == "교육을 마친 뒤에는 여러 현장을 차례대로 둘러 탐방한다. 아울러 성과를 확인한다."


def test_a_word_broken_in_a_full_line_stays_one() -> None:
    face = Face()
    content = (
        speech(face, 100)
        + full(face, 300, "교육을 마친 뒤에는 여러 현장을 차례대로 둘러보는 일")
        + words(face, 50, 316, "정이다.")
    )
    assert texts(content, face)[-1].endswith("둘러보는 일정이다.")


@pytest.mark.parametrize(
    ("right", "shown"),
    [(112, "구분"), (180, "구 분")],
    ids=["spread over the cell", "two words"],
)
def test_syllables_spread_over_their_cell_are_one_word(right: float, shown: str) -> None:
    face = Face()
    first = clip(50, 100, right, 120) + word(face, 52, 114, "구") + word(face, 100, 114, "분")
    content = words(face, 50, 300, "빈칸 글자를 쓰는 문서 ") + b"q\n" + clip(0, 0, 594.88, 842) + first
    content += cells(face, [((right, 100, right + 80, 120), "금액")])
    found = read_pdf(pages([content], face), Options(Limits()))
    assert shown in found.text.split("\n")
