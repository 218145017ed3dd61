from __future__ import annotations

from builders.blocks import box, document, frame, paragraph, picture, table
from builders.documents import stating

from hwpextract.document import Block, Box, Document, Paragraph, paragraphs_of
from hwpextract.export.release import body_of
from hwpextract.press.model import PressRelease


def told(whole: Document, *texts: str) -> PressRelease:
    """A release whose body are the paragraphs with these texts."""
    return stating(whole, paragraphs=[one for one in paragraphs_of(whole.blocks) if one.text in texts])


def test_tables_and_pictures_between_the_paragraphs_belong_to_the_body() -> None:
    blocks: list[Block] = [paragraph("머리"), paragraph("하나"), table("| 가 | 나 |"), picture(), paragraph("둘")]
    whole = document(*blocks, "| 담당 부서 | 정책과 |", "붙임")
    assert body_of(told(whole, "하나", "둘")) == blocks[1:]


def test_a_caption_between_the_paragraphs_stays() -> None:
    whole = document("하나", "[표 1]", "둘")
    assert body_of(told(whole, "하나", "둘")) == list(whole.blocks)


def test_a_frame_around_the_whole_release_is_opened() -> None:
    body: list[Block] = [paragraph("하나"), table("| 가 | 나 |"), paragraph("둘")]
    whole = document(frame("제목", frame(*body, "담당 부서")))
    assert body_of(told(whole, "하나", "둘")) == body


def test_a_frame_of_nothing_but_body_stays_a_frame() -> None:
    whole = document("머리", frame("하나", "둘"))
    assert body_of(told(whole, "하나", "둘")) == [whole.blocks[1]]


def test_a_box_is_opened_too() -> None:
    whole = document(box("제목", "하나", picture(), "둘"))
    (around,) = whole.blocks
    assert isinstance(around, Box)
    assert body_of(told(whole, "하나", "둘")) == list(around.blocks[1:])


def test_paragraphs_that_were_put_together_are_not_said_twice() -> None:
    whole = document("정책을 ", "추진한다.", "또한 ", "줄인다.")
    first, _, second, _ = whole.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    joined = first.model_copy(update={"text": "정책을 추진한다."}), second.model_copy(update={"text": "또한 줄인다."})
    assert body_of(stating(whole, paragraphs=joined)) == [joined[0], joined[1]]


def test_paragraphs_from_elsewhere_come_as_they_are() -> None:
    elsewhere = paragraph("다른 곳")
    assert body_of(stating(document("하나"), paragraphs=(elsewhere,))) == [elsewhere]
    assert body_of(stating(document("하나"))) == []
