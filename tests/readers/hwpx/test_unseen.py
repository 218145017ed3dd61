"""White letters: apart where the ground is white, in the text where it is dark or not known."""

from __future__ import annotations

import pytest
from builders.hwpx import ctrl, header, package, pic, read_bytes, run, section, shape, t, tbl, tc

from hwpextract.document import Document, SideKind
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.hwpx.header import Header
from hwpextract.readers.hwpx.unseen import Unseen

NONE, WHITE, DARK, PICTURE = (
    '<hh:borderFill id="1"><hh:slash type="NONE"/></hh:borderFill>',
    '<hh:borderFill id="2"><hc:fillBrush><hc:winBrush faceColor="#FFFFFF" alpha="0"/></hc:fillBrush></hh:borderFill>',
    '<hh:borderFill id="3"><hc:fillBrush><hc:winBrush faceColor="#2b5686" alpha="0"/></hc:fillBrush></hh:borderFill>',
    '<hh:borderFill id="4"><hc:fillBrush><hc:imgBrush mode="TOTAL"/></hc:fillBrush></hh:borderFill>',
)
LETTERS = "".join(
    f'<hh:charPr id="{number}" height="1000" textColor="{colour}" shadeColor="{shade}" borderFillIDRef="{border}"></hh:charPr>'
    for number, colour, shade, border in [
        (0, "#000000", "none", 1),
        (1, "#FFFFFF", "none", 1),
        (2, "#FFFFFF", "#FFFFFF", 2),
        (3, "#FFFFFF", "#FF0000", 1),
        (4, "#FFFFFF", "none", 3),
    ]
)
PARAGRAPHS = "".join(
    f'<hh:paraPr id="{number}"><hh:border borderFillIDRef="{number or 1}" offsetLeft="0"/></hh:paraPr>'
    for number in range(5)
)
HEADER = header(NONE, WHITE, DARK, PICTURE, LETTERS, PARAGRAPHS)


def white(text: str, letters: int = 1) -> str:
    return run(t(text)).replace('"0"', f'"{letters}"')


def p(*runs: str, ground: int = 0) -> str:
    return f'<hp:p id="0" paraPrIDRef="{ground}" styleIDRef="0">{"".join(runs)}</hp:p>'


def read(*paragraphs: str) -> Document:
    return read_bytes(package(section(*paragraphs), parts={"Contents/header.xml": HEADER}))


def cell(ground: int, *runs: str) -> str:
    return tc(0, 0, p(*runs)).replace('borderFillIDRef="1"', f'borderFillIDRef="{ground}"')


def hidden(document: Document) -> list[str]:
    return [side.text for side in document.side_texts(SideKind.HIDDEN)]


def test_white_letters_on_the_page_are_kept_apart() -> None:
    found = read(p(run(t("보이는 글")), white("안 보이는 글")), p(run(t("다음"))))
    assert (found.text, hidden(found)) == ("보이는 글\n다음", ["안 보이는 글"])
    assert found.side[0].anchor == "s0/p0"
    assert (found.coverage.characters.met, found.coverage.characters.apart) == (11, 5)


@pytest.mark.parametrize(("letters", "seen"), [(0, True), (1, False), (2, False), (3, True), (4, True)])
def test_a_shade_makes_white_letters_seen(letters: int, seen: bool) -> None:
    found = read(p(white("글", letters)))
    assert (found.text, hidden(found)) == (("글", []) if seen else ("", ["글"]))


@pytest.mark.parametrize(("ground", "seen"), [(1, False), (2, False), (3, True), (4, True), (9, False)])
def test_grounds_of_cells_and_paragraphs(ground: int, seen: bool) -> None:
    in_cell = read(p(run(tbl(1, 1, cell(ground, white("글"))))))
    in_paragraph = read(p(white("글"), ground=ground))
    assert [bool(hidden(found)) for found in (in_cell, in_paragraph)] == [not seen, not seen]


def test_the_innermost_ground_counts() -> None:
    dark_around_white = tbl(1, 1, cell(3, run(tbl(1, 1, cell(2, white("글"))))))
    none_in_dark = tbl(1, 1, cell(3, run(tbl(1, 1, cell(1, white("글"))))))
    in_dark_table = tbl(1, 1, cell(1, white("글"))).replace("<hp:tbl ", '<hp:tbl borderFillIDRef="3" ')
    assert [hidden(read(p(run(table)))) for table in (dark_around_white, none_in_dark, in_dark_table)] == [
        ["글"],
        [],
        [],
    ]


def test_where_the_ground_is_not_known_text_is_seen() -> None:
    in_shape = read(p(run(shape(p(white("글"))))))
    behind = read(p(run(pic("a").replace("<hp:pic ", '<hp:pic textWrap="BEHIND_TEXT" '))), p(white("글")))
    page = '<hp:secPr><hp:pageBorderFill type="BOTH" borderFillIDRef="4"/></hp:secPr>'
    on_picture = read(p(run(page), white("글")))
    with_master = read(p(run('<hp:secPr><hp:masterPage idRef="a"/></hp:secPr>'), white("글")))
    assert [hidden(found) for found in (in_shape, behind, on_picture, with_master)] == [[], [], [], []]


def test_text_behind_other_things_in_the_run() -> None:
    field = ctrl('<hp:bookmark name="가"/>')
    found = read(p(run(pic("a"), field, t("하나"), t(" "), "<hp:t><hp:tab/>둘</hp:t>").replace('"0"', '"1"')))
    assert hidden(found) == ["하나", "\t둘"]


def test_blank_letters_stay() -> None:
    assert read(p(run(t("가")), white("  "), run(t("나")))).text == "가  나"


def test_headers_and_sections_made_to_take_time() -> None:
    letters = '<hh:charPr id="1" textColor="#FFFFFF"' * 20_000
    references = '<hp:run charPrIDRef="1"><hp:ctrl>' * 20_000
    fill = header('<hh:borderFill id="1">' + "<hc:winBrush " * 200_000, LETTERS, PARAGRAPHS)
    for head, paragraph in [(letters, p(white("글"))), (HEADER, p(references)), (fill, p(white("글")))]:
        data = package(section(paragraph), parts={"Contents/header.xml": head})
        assert read_bytes(data).coverage.characters.met <= 1
    nested = '<hp:p paraPrIDRef="0"><hp:tc borderFillIDRef="1">' * 300 + white("글")
    with pytest.raises(LimitExceededError):
        read(nested)


def test_colours_that_are_no_text() -> None:
    head = HEADER.encode().replace(b"#2b5686", b"\xff\xfe")
    found = read_bytes(package(section(p(white("글"), ground=3)), parts={"Contents/header.xml": head}))
    assert (found.text, hidden(found)) == ("글", [])


def test_definitions_with_other_attributes_ahead_of_their_id() -> None:
    head = HEADER.replace("<hh:borderFill id=", '<hh:borderFill threeD="0" id=').replace(
        "<hh:paraPr id=", '<hh:paraPr condense="0" id='
    )
    for ground, seen in [(2, False), (3, True)]:
        for paragraph in (p(white("글"), ground=ground), p(run(tbl(1, 1, cell(ground, white("글")))))):
            found = read_bytes(package(section(paragraph), parts={"Contents/header.xml": head}))
            assert bool(hidden(found)) is not seen


def test_a_definition_too_large_to_be_looked_through_is_not_known() -> None:
    head = HEADER.replace('<hh:slash type="NONE"/>', "<hh:slash/>" * 2000)
    found = read_bytes(package(section(p(run(tbl(1, 1, cell(1, white("글")))))), parts={"Contents/header.xml": head}))
    assert (found.text, hidden(found)) == ("글", [])


def test_a_run_that_names_its_shape_twice_is_one_run() -> None:
    twice = white("흰 글").replace("<hp:run ", '<hp:run charPrIDRef="1" ')
    found = read(p(twice), p(run(t("다음"))))
    assert (found.text, hidden(found)) == ("다음", ["흰 글"])


def test_a_deletion_that_ends_inside_of_white_text_hides_nothing_in_front_of_it() -> None:
    begins = run(t("앞")) + run(t("하나")) + run('<hp:t>둘<hp:deleteBegin Id="1"/></hp:t>')
    ends = white("").replace("<hp:t>", '<hp:t>흰<hp:deleteEnd Id="1"/>남은')
    found = read(p(begins, ends, run(t("뒤"))))
    assert (found.text, hidden(found)) == ("앞하나둘남은뒤", [])


def test_looking_for_grounds_keeps_to_the_time() -> None:
    dark = section(p(run(tbl(1, 1, cell(3, white("글")))))).encode()
    with pytest.raises(LimitExceededError):
        Unseen(Header(HEADER.encode()), Budget(Limits(max_seconds=1e-9))).mark(dark)
