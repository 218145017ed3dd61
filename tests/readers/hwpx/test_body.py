"""Text inside paragraphs: inline elements, controls, alternatives, what never is text."""

from __future__ import annotations

import pytest
from builders.hwpx import (
    auto_number,
    ctrl,
    field_begin,
    field_end,
    p,
    read,
    run,
    section,
    shape,
    t,
    table,
    text,
)

from hwpextract.document import Box, text_of
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Limits


def line(*content: str) -> str:
    """Text of a document of one paragraph."""
    return read(p(run(*content))).text


@pytest.mark.parametrize(
    ("inline", "shown"),
    [
        ("<hp:tab width='1' leader='0' type='1'/>", "\t"),
        ("<hp:lineBreak/>", "\n"),
        ("<hp:nbSpace/>", "\u00a0"),
        ("<hp:fwSpace/>", " "),
        ("<hp:hypen/>", "-"),
        ("<hp:titleMark ignore='0'/>", ""),
        ("<hp:markpenBegin color='#FFFF00'/>", ""),
        ("<hp:tab></hp:tab>", "\t"),
        ("<hp:somethingNew>및</hp:somethingNew>", "및"),
    ],
)
def test_inline_elements(inline: str, shown: str) -> None:
    assert line(f"<hp:t>하나{inline}둘</hp:t>") == f"하나{shown}둘"


def test_runs_join() -> None:
    assert line(t("하나")) == "하나"
    assert read(p(run(t(" 하나 ")), run(), run("<hp:t/>", t("& 둘 ")))).text == " 하나 & 둘 "
    assert line("<hp:t />", t("하나"), "<hp:t/>") == "하나"


def test_blank_paragraphs_count_in_locators() -> None:
    found = read(text("하나"), text(""), text("   "), text("둘")).blocks
    assert [block.locator for block in found] == ["s0/p0", "s0/p3"]


def test_text_without_paragraph() -> None:
    assert read(run(t("하나")), text("둘")).text == "하나\n둘"


def test_automatic_numbers() -> None:
    assert line(t("[표 "), auto_number(12, after="]"), t(" 현황")) == "[표 12] 현황"
    assert line(auto_number(3, form="HANGUL_SYLLABLE", before="&lt;", after="&gt;")) == "<다>"
    assert line(ctrl('<hp:autoNum num="5" numType="PAGE"/>'), t("쪽")) == "5쪽"


def test_note_shapes_of_the_section_are_no_text() -> None:
    shape = "<hp:secPr><hp:footNotePr><hp:autoNumFormat type='DIGIT' suffixChar=')'/></hp:footNotePr></hp:secPr>"
    assert line(shape, t("하나")) == "하나"


@pytest.mark.parametrize(
    ("control", "shown"),
    [
        ("<hp:compose circleType='CHAR' composeText='12'><hp:charPr prIDRef='7'/></hp:compose>", "12"),
        (
            "<hp:dutmal posType='TOP'><hp:mainText>본말</hp:mainText><hp:subText>덧말</hp:subText></hp:dutmal>",
            "본말(덧말)",
        ),
        ("<hp:dutmal posType='TOP'><hp:mainText>본말</hp:mainText><hp:subText/></hp:dutmal>", "본말"),
        ("<hp:equation><hp:sz width='1'/><hp:script> a over b </hp:script></hp:equation>", "a over b"),
        ("<hp:checkBtn caption='동의함' value='CHECKED'><hp:sz width='1'/></hp:checkBtn>", "☑ 동의함"),
        ("<hp:radioBtn caption='예'/>", "○ 예"),
        ("<hp:btn caption='확인'/>", "확인"),
        ("<hp:edit name='e'><hp:formCharPr/><hp:text>적은 것</hp:text></hp:edit>", "적은 것"),
        (
            "<hp:comboBox selectedValue='2'><hp:listItem displayText='하나' value='1'/>"
            "<hp:listItem displayText='둘' value='2'/></hp:comboBox>",
            "둘",
        ),
        ("<hp:comboBox selectedValue='직접 쓴 값'/>", "직접 쓴 값"),
        (ctrl("<hp:pageNum pos='BOTTOM_CENTER' sideChar='-'/>"), ""),
        (ctrl("<hp:bookmark name='갈피'/>"), ""),
        (ctrl("<hp:indexmark><hp:firstKey>찾아보기</hp:firstKey></hp:indexmark>"), ""),
    ],
)
def test_controls(control: str, shown: str) -> None:
    assert line(t("앞 "), control, t(" 뒤")) == f"앞 {shown} 뒤"


def test_parameters_of_fields_are_no_text() -> None:
    guide = field_begin("CLICK_HERE", Command="Clickhere:set:1:", Direction="이곳을 누르세요")
    assert line(guide, t("값"), field_end()) == "값"


def test_private_use_characters() -> None:
    document = read(text("\U000f02b1 \U000f0852말\U000f0853 \U000f0003"))
    assert "“말”" in document.text
    assert document.coverage.unmapped_characters == 1
    assert [warning.code for warning in document.warnings] == ["unmapped_characters"]


def test_invalid_characters() -> None:
    data = section(text("하나\x01X")).encode().replace(b"X", b"\xff")
    document = read(parts={"Contents/section0.xml": data})
    assert document.text == "하나\ufffd"
    assert [(warning.code, warning.count) for warning in document.warnings] == [("invalid_characters", 2)]
    assert document.model_dump_json()


@pytest.mark.parametrize(("space", "shown"), [("ooxmlchart", "차트"), ("somethingNew", "대신")])
def test_one_of_two_alternatives(space: str, shown: str) -> None:
    switch = (
        f'<hp:switch><hp:case hp:required-namespace="http://www.hancom.co.kr/hwpml/2016/{space}">{t("차트")}</hp:case>'
        f"<hp:default>{t('대신')}</hp:default></hp:switch>"
    )
    assert line(t("앞 "), switch, t(" 뒤")) == f"앞 {shown} 뒤"
    assert line("<hp:switch><hp:default>", t("대신"), "</hp:default></hp:switch>") == "대신"


def test_tables_in_an_alternative_that_is_not_read_keep_no_places() -> None:
    known = '<hp:switch><hp:case hp:required-namespace="a/2016/ooxmlchart"/><hp:default>'
    document = read(p(run(known, table([["가", "나"]]), "</hp:default></hp:switch>", table([["다"], ["라"]]))))
    assert [block.locator for block in document.blocks] == ["s0/t0"]
    assert document.text == "다\n라"


def test_unknown_elements_with_paragraphs_become_boxes() -> None:
    new = "<hp:somethingNew><hp:subList>" + text("안") + "</hp:subList></hp:somethingNew>"
    found = read(p(run(t("앞"), new, t(" 뒤")))).blocks
    assert [block.kind for block in found] == ["paragraph", "box"]
    assert isinstance(found[1], Box)
    assert text_of(found[1].blocks) == "안"


def test_unclosed_elements_lose_nothing() -> None:
    xml = section(text("하나"), p(run(table([["둘", "셋"]]), t("넷"))), text("다섯"))
    cut = xml[: xml.index("셋") + 1] + "</hp:t></hp:run></hp:p>"
    document = read(parts={"Contents/section0.xml": cut})
    assert document.text == "하나\n둘\n셋"
    assert [warning.code for warning in document.warnings] == ["xml_repaired"]


def test_closing_tags_too_many() -> None:
    document = read(text("하나"), "</hp:tc></hp:tbl>", text("둘"))
    assert document.text == "하나\n둘"
    assert [warning.code for warning in document.warnings] == ["xml_repaired"]


def test_nesting_is_limited() -> None:
    inner = text("안")
    for _ in range(12):
        inner = p(run(shape(inner)))
    assert read(inner).text == "안"
    with pytest.raises(LimitExceededError) as caught:
        read(inner, limits=Limits(max_depth=10))
    assert caught.value.code == "limit_depth"


def test_nesting_without_lists_is_limited() -> None:
    deep = '<hp:container id="1">'
    assert read(p(run(deep * 60, t("하나")))).text == "하나"
    with pytest.raises(LimitExceededError):
        read(p(run(deep * 200, t("하나"))))


@pytest.mark.parametrize(
    "piece",
    [
        "<hp:t> </hp:t><hp:tbl></hp:tbl>", "</hp:tc>", '<hp:ctrl><hp:fieldBegin id="1" type="HYPERLINK"></hp:fieldBegin></hp:ctrl>',
        "</hp:run></hp:p><hp:p><hp:run>", "<hp:rect><hp:drawText></hp:drawText></hp:rect>", '<hp:subList metatag="{}"></hp:subList>',
        "<hp:caption><hp:p></hp:p></hp:caption>", '<hp:pic><hc:img binaryItemIDRef="x"/></hp:pic>', '<hp:masterPage idRef="a"/>',
        "<hp:t><hp:deleteBegin/>a<hp:deleteEnd/></hp:t>", "<hp:switch><hp:case><hp:default>",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_size(piece: str) -> None:
    """What takes quadratic time here ends in the timeout of the tests."""
    links = field_begin("HYPERLINK", Command="www.example.kr;1;0;0;") * 80
    document = read(p(run(links, "<hp:rect><hp:caption>", piece * 20_000)))
    assert document.coverage.characters.met >= 0


def test_time_is_limited() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(text("하나"), limits=Limits(max_seconds=1e-9))
    assert caught.value.code == "limit_seconds"


def test_coverage_counts_what_is_given() -> None:
    found = read(text("하나"), p(run(t(" "))), text("둘둘")).coverage.characters
    assert (found.met, found.emitted, found.apart, found.dropped) == (4, 4, 0, {})
