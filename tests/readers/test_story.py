import pytest

from hwpextract.document import Box, Image, Paragraph, SideKind
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.flow import Flow
from hwpextract.readers.gathering import Gathering
from hwpextract.readers.story import Story


def story() -> Story:
    return Story(Flow("s0"), Gathering(), Budget(Limits()))


def box(locator: str) -> Box:
    return Box.model_construct(locator=locator, blocks=())


def test_text_outside_of_paragraphs_gets_one() -> None:
    told = story()
    told.write("가")
    told.anchor(box("b"))
    told.begin_paragraph()
    assert [block.locator for block in told.finish()] == ["s0/p0", "b"]


def test_blank_text_does_not_part_objects() -> None:
    told = story()
    told.begin_paragraph()
    for text, locator in ((" \t", "one"), ("가", "two"), (" ", "three")):
        told.write(text)
        told.anchor(box(locator))
    assert [block.locator for block in told.finish()] == ["one", "s0/p0", "two", "three"]


def test_side_texts_count_apart() -> None:
    told = story()
    told.begin_paragraph()
    told.write("본문")
    side = told.begin_side(SideKind.FOOTNOTE)
    told.begin_paragraph()
    told.number("1)", of_note=True)
    told.number("2)", of_note=True)
    told.write("각주")
    told.images += 1
    told.anchor(Image(locator="s0/footnote0/i0"))
    told.end_side(side)
    told.write(" 끝")
    told.finish()
    gathering = told.gathering
    assert [(each.label, each.text, each.anchor) for each in gathering.side] == [("1)", "2)각주", "s0/p0")]
    coverage = gathering.coverage()
    assert (coverage.characters.emitted, coverage.characters.apart) == (3, 4)
    assert (coverage.images.emitted, coverage.images.apart) == (0, 1)
    assert (coverage.records.emitted, coverage.records.apart) == (1, 1)


def test_numbers_of_notes_elsewhere_are_text() -> None:
    told = story()
    told.begin_paragraph()
    told.number("1)", of_note=True)
    (only,) = told.finish()
    assert isinstance(only, Paragraph)
    assert only.text == "1)"


def test_a_guide_that_stands_first_leaves_room_for_objects_before_the_text() -> None:
    told = story()
    told.begin_paragraph()
    told.begin_field("f", guide="여기에 쓰세요")
    told.write("여기에 쓰세요")
    told.end_field("f")
    told.anchor(box("b"))
    told.write("글")
    assert [block.locator for block in told.finish()] == ["b", "s0/p0"]
    assert [side.kind for side in told.gathering.side] == [SideKind.HIDDEN]


def test_fields_end_by_their_key() -> None:
    told = story()
    told.begin_paragraph()
    told.begin_field("outer", "http://a")
    told.write("가")
    told.begin_field("inner", "http://b")
    told.write("나")
    told.end_field("outer")
    told.end_field("unknown")
    told.write("다")
    (only,) = told.finish()
    assert isinstance(only, Paragraph)
    assert [(link.text, link.target) for link in only.links] == [("가나", "http://a"), ("나다", "http://b")]


def test_only_so_many_fields_stay_open() -> None:
    told = story()
    told.begin_paragraph()
    for number in range(1_000):
        told.begin_field(number, f"http://{number}")
    told.write("가")
    (only,) = told.finish()
    assert isinstance(only, Paragraph)
    assert len(only.links) == Limits().max_depth


def test_lists_are_nested_no_deeper_than_the_limit() -> None:
    told = story()
    for number in range(Limits().max_depth):
        told.begin_list(f"{number}")
    with pytest.raises(LimitExceededError):
        told.begin_list("more")
