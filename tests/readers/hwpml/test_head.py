from datetime import UTC, datetime

import pytest
from builders.hwpml import document, element, p, plist, read, read_paragraphs, section, table

from hwpextract.document import Document, Paragraph, paragraphs_of


def shape(number: int, kind: str = "None", level: int = 0, heading: object = "") -> str:
    return element("PARASHAPE", Id=number, HeadingType=kind, Level=level, Heading=heading)


def numbering(number: int, *levels: str, start: int = 1, form: str = "Digit") -> str:
    heads = (
        element("PARAHEAD", text, Level=place + 1, NumFormat=form, Start=start) for place, text in enumerate(levels)
    )
    return element("NUMBERING", *heads, Id=number, Start=0)


def heads(document: Document) -> list[tuple[str | None, str]]:
    return [(one.head, one.text) for one in paragraphs_of(document.blocks)]


def outline_of(number: int) -> str:
    return element("SECDEF", OutlineShape=number)


def test_what_the_document_says_of_itself() -> None:
    summary = (
        "<TITLE>제목</TITLE><SUBJECT>주제</SUBJECT><AUTHOR>홍길동</AUTHOR><KEYWORDS>낱말</KEYWORDS><COMMENTS>기타</COMMENTS>"
        "<DATE>2026년 3월 16일 월요일 오후 8:46:10</DATE>"
    )
    found = read(document(section(p("가")), summary=summary)).metadata
    assert (found.title, found.subject, found.author) == ("제목", "주제", "홍길동")
    assert (found.keywords, found.comments, found.format_version) == ("낱말", "기타", "2.91")
    assert found.created == datetime(2026, 3, 16, 11, 46, 10, tzinfo=UTC)


def test_a_document_that_says_nothing() -> None:
    found = read(document(section(p("가")))).metadata
    assert (found.title, found.author, found.created) == (None, None, None)


def test_styles_and_outline_levels() -> None:
    mapping = shape(0) + shape(5, "Outline", 2) + element("STYLE", Id=4, Name="개요 3", Type="Para")
    one, two = read_paragraphs(p("가"), p("나", shape=5, style=4), mapping=mapping).blocks
    assert isinstance(one, Paragraph)
    assert isinstance(two, Paragraph)
    assert (one.level, one.style) == (None, None)
    assert (two.level, two.style) == (3, "개요 3")


def test_heads_of_the_outline_that_the_section_names() -> None:
    mapping = (
        numbering(1, "^1.", "^2)") + numbering(2, "제^1장", "^1-^2") + shape(1, "Outline", 0) + shape(2, "Outline", 1)
    )
    found = read_paragraphs(
        p(outline_of(2), "총칙", shape=1), p("목적", shape=2), p("정의", shape=2), p("보칙", shape=1), mapping=mapping
    )
    assert heads(found) == [
        ("제1장", "제1장 총칙"),
        ("1-1", "1-1 목적"),
        ("1-2", "1-2 정의"),
        ("제2장", "제2장 보칙"),
    ]


def test_an_outline_that_is_not_defined_goes_by_paths() -> None:
    mapping = shape(1, "Outline", 0) + shape(2, "Outline", 1)
    found = read_paragraphs(p("가", shape=1), p("나", shape=2), mapping=mapping)
    assert [head for head, _ in heads(found)] == ["1.", "1.1."]


@pytest.mark.parametrize(
    ("form", "printed"),
    [("HangulSyllable", "나."), ("RomanCapital", "II."), ("CircledDigit", "②."), ("Nonsense", "2.")],
)
def test_formats_of_numbers(form: str, printed: str) -> None:
    mapping = numbering(3, "^1.", start=2, form=form) + shape(1, "Number", 0, 3)
    assert heads(read_paragraphs(p("가", shape=1), mapping=mapping)) == [(printed, f"{printed} 가")]


def test_lists_count_apart_and_go_on_in_tables() -> None:
    mapping = numbering(1, "^1.") + numbering(2, "(^1)") + shape(1, "Number", 0, 1) + shape(2, "Number", 0, 2)
    cell = element("CELL", plist(p("나", shape=1)))
    grid = element("TABLE", element("ROW", cell))
    found = read_paragraphs(p("가", grid, shape=1), p("다", shape=2), p("라", shape=1), mapping=mapping)
    assert [head for head, _ in heads(found)] == ["1.", "2.", "(1)", "3."]


def test_a_paragraph_without_words_counts_and_shows_its_head() -> None:
    mapping = numbering(1, "^1.") + shape(1, "Number", 0, 1)
    found = read_paragraphs(p("가", shape=1), p(shape=1), p("나", shape=1), mapping=mapping)
    assert [head for head, _ in heads(found)] == ["1.", "2.", "3."]


def test_bullets() -> None:
    mapping = (
        element("BULLET", element("PARAHEAD"), Id=1, Char="-")
        + element("BULLET", Id=2, Char="\uf0a7")
        + element("BULLET", Id=3, Char="?", Image="true")
        + "".join(shape(number, "Bullet", 0, number) for number in (1, 2, 3, 4))
    )
    found = read_paragraphs(*(p("가", shape=number) for number in (1, 2, 3, 4)), mapping=mapping)
    assert [head for head, _ in heads(found)] == ["-", "▪", "•", "●"]


def test_a_numbering_that_is_not_there_prints_nothing() -> None:
    found = read_paragraphs(p("가", shape=1), mapping=shape(1, "Number", 0, 9))
    assert heads(found) == [(None, "가")]


def test_heads_are_no_characters_of_the_file() -> None:
    mapping = numbering(1, "^1.") + shape(1, "Number", 0, 1)
    found = read_paragraphs(p("가나", table([["다"]]), shape=1), mapping=mapping)
    assert found.coverage.characters.met == 3
