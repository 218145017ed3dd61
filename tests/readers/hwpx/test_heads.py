"""Numbers and bullets in front of paragraphs."""

from __future__ import annotations

from builders.hwpx import ctrl, header, p, package, read, run, section, sublist, t, table, tbl, tc, text

from hwpextract.document import Document, SideKind, paragraphs_of
from hwpextract.limits import Limits
from hwpextract.readers.hwpx import read_hwpx
from hwpextract.readers.options import Options


def numbering(number: int, *levels: tuple[str, str]) -> str:
    heads = (
        f'<hh:paraHead start="1" level="{level}" align="LEFT" numFormat="{form}" checkable="0">{words}</hh:paraHead>'
        for level, (words, form) in enumerate(levels, start=1)
    )
    return f'<hh:numbering id="{number}" start="0">{"".join(heads)}</hh:numbering>'


def shape(number: int, kind: str = "NONE", definition: int = 0, level: int = 0, checked: int = 0) -> str:
    heading = f'<hh:heading type="{kind}" idRef="{definition}" level="{level}"/>'
    return f'<hh:paraPr id="{number}" tabPrIDRef="0" checked="{checked}"><hh:align horizontal="LEFT"/>{heading}</hh:paraPr>'


def outline_of(number: int, content: str = "") -> str:
    return f'<hp:secPr id="" textDirection="HORIZONTAL" outlineShapeIDRef="{number}">{content}<hp:grid lineGrid="0"/></hp:secPr>'


# Shapes: 0 plain, 1 and 2 outline, 3 and 4 the first numbering.
SHAPES = (
    shape(0) + shape(1, "OUTLINE") + shape(2, "OUTLINE", level=1) + shape(3, "NUMBER", 1) + shape(4, "NUMBER", 1, 1)
)
HEADER = header(
    numbering(1, ("^1.", "DIGIT"), ("^2)", "HANGUL_SYLLABLE")),
    numbering(2, ("제^1조", "DIGIT"), ("^1-^2", "DIGIT")),
    SHAPES,
)


def said(found: Document) -> list[str]:
    return [each.text for each in paragraphs_of(found.blocks)]


def given(*paragraphs: str, head: str = HEADER) -> Document:
    return read(*paragraphs, parts={"Contents/header.xml": head})


def words(content: str, number: int = 0) -> str:
    return p(run(t(content)), shape=number)


def test_numbers_of_a_list() -> None:
    found = given(*(words("가", number) for number in (3, 4, 4, 0, 3, 4)))
    assert said(found) == ["1. 가", "가) 가", "나) 가", "가", "2. 가", "가) 가"]
    first = next(paragraphs_of(found.blocks))
    assert (first.head, first.level, first.locator) == ("1.", None, "s0/p0")


def test_an_outline_goes_by_the_numbering_of_its_section_from_its_first_paragraph_on() -> None:
    found = given(p(run(outline_of(2), t("목적")), shape=1), words("정의", 2))
    assert said(found) == ["제1조 목적", "1-1 정의"]
    assert [each.level for each in paragraphs_of(found.blocks)] == [1, 2]


def test_an_outline_counts_through_all_sections() -> None:
    sections = [section(p(run(outline_of(number), t("가")), shape=1)) for number in (1, 2, 1)]
    data = package(*sections, parts={"Contents/header.xml": HEADER})
    assert said(read_hwpx(data, Options(Limits()))) == ["1. 가", "제1조 가", "2. 가"]


def test_an_outline_that_is_not_defined_goes_by_paths() -> None:
    found = given(p(run(outline_of(0), t("가")), shape=1), words("나", 2), words("다", 2))
    assert said(found) == ["1. 가", "1.1. 나", "1.2. 다"]


def test_outline_and_list_count_apart() -> None:
    found = given(p(run(outline_of(1), t("가")), shape=1), words("나", 3), words("다", 1))
    assert said(found) == ["1. 가", "1. 나", "2. 다"]


def test_counting_goes_on_inside_tables_after_their_own_paragraph() -> None:
    cells = tbl(1, 2, tc(0, 0, words("나", 3)) + tc(0, 1, p(run("<hp:t>다<hp:tab/></hp:t>"), shape=3)))
    found = given(p(run(cells, t("가")), shape=3), words("라", 3))
    assert said(found) == ["2. 나", "3. 다\t", "1. 가", "4. 라"]


def test_counting_goes_on_in_notes() -> None:
    note = ctrl(f'<hp:footNote number="1">{sublist(words("나", 3))}</hp:footNote>')
    found = given(p(run(t("가"), note), shape=3), words("다", 3))
    assert said(found) == ["1. 가", "3. 다"]
    assert [side.text for side in found.side_texts(SideKind.FOOTNOTE)] == ["2. 나"]


def test_a_master_page_counts_after_the_paragraph_that_names_it() -> None:
    page = f'<hm:masterPage xmlns:hm="m" xmlns:hp="p">{sublist(words("나", 1))}</hm:masterPage>'
    first = p(run(outline_of(1, '<hp:masterPage idRef="masterpage0"/>'), t("가")), shape=1)
    found = read(first, parts={"Contents/header.xml": HEADER, "Contents/masterpage0.xml": page})
    assert said(found) == ["1. 가"]
    assert [side.text for side in found.side] == ["2. 나"]


def test_a_paragraph_without_words_shows_its_head() -> None:
    empty = p('<hp:run charPrIDRef="0"/>', shape=3)
    found = given(words("가", 3), empty, p(run(ctrl("<hp:fieldEnd/>")), shape=3), words("  ", 3), words("나", 3))
    assert said(found) == ["1. 가", "2.", "3.", "4.", "5. 나"]


def test_bullets() -> None:
    bullets = (
        '<hh:bullet id="1" char="-" useImage="0"/><hh:bullet id="2" char="\uf0a7" useImage="0"/>'
        '<hh:bullet id="3" char="?" useImage="1"/>'
        '<hh:bullet id="4" char="☐" checkedChar="☑" useImage="0"><hh:paraHead level="0" checkable="1"/></hh:bullet>'
    )
    shapes = "".join(shape(number, "BULLET", number) for number in range(6)) + shape(6, "BULLET", 4, checked=1)
    found = given(*(words("가", number) for number in range(7)), head=header(bullets, shapes))
    assert said(found) == ["● 가", "- 가", "▪ 가", "• 가", "☐ 가", "● 가", "☑ 가"]


def test_levels_from_eight_on_stand_in_a_switch() -> None:
    switched = (
        '<hh:paraPr id="1"><hp:switch><hp:case hp:required-namespace="x/2016/paragraph">'
        '<hh:heading type="OUTLINE" idRef="0" level="7"/></hp:case>'
        '<hp:default><hh:heading type="NONE" idRef="0" level="0"/></hp:default></hp:switch></hh:paraPr>'
    )
    levels = [("", "DIGIT")] * 7 + [("^8", "CIRCLED_HANGUL_SYLLABLE")]
    found = given(p(run(outline_of(1), t("가")), shape=1), words("나", 1), head=header(numbering(1, *levels), switched))
    assert said(found) == ["㉮ 가", "㉯ 나"]


def test_a_paragraph_joined_to_the_one_before_does_not_count() -> None:
    gone = '<hp:t>가<hp:deleteBegin Id="1" TcId="1"/>나<hp:deleteEnd Id="1" TcId="1" paraend="1"/></hp:t>'
    found = given(p(run(gone), shape=3), words("다", 3), words("라", 3))
    assert said(found) == ["1. 가다", "2. 라"]


def test_heads_are_no_characters_of_the_file() -> None:
    found = given(p(run(t("가"), table([["나"]])), shape=3), words("다", 3), p(shape=3))
    assert found.coverage.characters.met == 3


def test_plain_text_beside_heads_keeps_its_place() -> None:
    found = given(text("가"), words("나", 3), text(""), text("다"))
    assert [each.locator for each in paragraphs_of(found.blocks)] == ["s0/p0", "s0/p1", "s0/p3"]
