from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
from builders.hwpx import NAMESPACES, ctrl, p, pic, read, run, section, t, table, tbl, tc, text

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.hwpx.header import Header
from hwpextract.readers.hwpx.markup import Token, attribute, attributes, plain, split_inline, text_behind, tidy, tokens

OWPML = "http://www.owpml.org/owpml/2024/paragraph"
PLAIN = section(text("하나 <둘>"))


def scan(xml: str | bytes) -> tuple[list[Token], str | None]:
    return tokens(xml.encode() if isinstance(xml, str) else xml, Budget(Limits()))


def shapes(found: list[Token]) -> list[str]:
    """What each token is, without prefixes and attributes."""
    return [
        ("tr " if row else "") + ("[" if cell else "") + ("plain" if plain else "p") + ("]" if ends else "")
        if paragraph
        else name.decode() or (f"/{end.decode()}" + ("]" if place else "") if end else "text")
        for row, cell, paragraph, _, _, plain, ends, _, name, _, end, place in found
    ]


def test_a_plain_paragraph_is_one_token() -> None:
    found, wrong = scan(section(text("하나"), p(run()), p(run(t("둘")), run(t("셋")), lines="")))
    assert (shapes(found), wrong) == (["plain"] * 3, None)


def test_a_plain_cell_is_one_token() -> None:
    found, _ = scan(section(p(run(table([["하나"]])))))
    assert shapes(found) == ["p", "tbl", "tr [plain]", "/tbl", "/p"]


def test_a_cell_opens_and_closes_with_its_plain_paragraphs() -> None:
    cell = tc(0, 0, text("하나"), text("둘"), text("셋"))
    assert shapes(scan(section(p(run(tbl(1, 1, cell)))))[0])[2:5] == ["tr [plain", "plain", "plain]"]


def test_a_cell_opens_and_closes_with_other_paragraphs() -> None:
    cell = tc(0, 0, p(run("<hp:t>하나<hp:tab/></hp:t>")))
    assert shapes(scan(section(p(run(tbl(1, 1, cell)))))[0])[2:5] == ["tr [p", "text", "/p]"]


def test_a_paragraph_with_more_than_text_comes_in_parts() -> None:
    found, _ = scan(section(p(run("<hp:t>하나<hp:tab/>둘</hp:t>", ctrl("<hp:fieldEnd beginIDRef='1'/>")))))
    assert shapes(found) == ["p", "text", "fieldEnd", "/p"]


def test_layout_leaves_no_tokens_but_that_of_the_section() -> None:
    layout = "<hp:secPr id=''><hp:grid lineGrid='0'/><hp:pagePr><hp:margin left='1'/></hp:pagePr></hp:secPr>"
    assert shapes(scan(section(p(run(layout, t("하나")))))[0]) == ["p", "secPr", "text", "/p"]


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.replace("hp:", "w:"),
        lambda xml: xml.replace("hp:", "").replace("hs:", "").replace(NAMESPACES, ""),
        lambda xml: xml.replace("hp:", "").replace("hs:", "").replace(NAMESPACES, f'xmlns="{OWPML}"'),
        lambda xml: xml.replace(' id="0"', " id='0'"),
        lambda xml: xml.replace("><", ">\n  <"),
        lambda xml: xml.replace("<hp:t>", "<!-- <hp:t>nothing</hp:t> --><hp:t>"),
        lambda xml: xml.replace("<hp:t>", "<?nothing <hp:t>nothing</hp:t>?><hp:t>"),
        lambda xml: xml.replace("<hp:t>하나 ", "<hp:t><![CDATA[하나 ]]>"),
        lambda xml: xml.replace("<hp:t>", '<hp:t xml:space="preserve">'),
        lambda xml: xml.replace("하", "&#54616;").replace("나", "&#xb098;"),
        lambda xml: "\ufeff" + xml,
        lambda xml: xml.replace("?><", "?>\n<!DOCTYPE sec><", 1),
    ],
    ids=[
        "other prefix", "no namespace", "default namespace", "single quotes", "indented", "comment", "instruction", "cdata",
        "attributes", "references", "byte order mark", "document type",
    ],
)  # fmt: skip
def test_ways_to_write_the_same(change: Callable[[str], str]) -> None:
    document = read(parts={"Contents/section0.xml": change(PLAIN)})
    assert (document.text, document.warnings) == ("하나 <둘>", ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "euc-kr", "cp949"])
def test_other_encodings(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    xml = (mark + PLAIN.replace("UTF-8", encoding)).encode(encoding)
    document = read(parts={"Contents/section0.xml": xml})
    assert (document.text, document.warnings) == ("하나 <둘>", ())


def test_both_routes_give_the_same_tokens() -> None:
    xml = section(text("가 & 나"), p(run(table([["가", "나"], ["다", "라"]]), t("끝"), pic("image1", "설명"))))
    found, _ = scan(xml)
    tidied, sound = tidy(xml.encode())
    again, _ = scan(tidied)
    assert shapes(again) == shapes(found)
    assert sound


IRREGULAR = section(text("하나"), text("둘")).replace("?><", "?><!-- --><", 1)


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (IRREGULAR, None),
        (IRREGULAR.replace("하나", "하나\x01"), "xml_repaired"),
        (IRREGULAR.replace("</hp:run>", "", 1), "xml_repaired"),
        (IRREGULAR.replace("<hp:p ", "<hp:group>" * 300 + "<hp:p "), "xml_truncated"),
        (IRREGULAR.replace('paragraph" xmlns:hs', "paragraph xmlns:hs"), "xml_truncated"),
        (IRREGULAR[IRREGULAR.index("sec") :], "xml_truncated"),
    ],
    ids=["sound", "control character", "missing tag", "deeper than lxml goes", "broken root", "no root"],
)
def test_what_was_wrong(broken: str, code: str | None) -> None:
    found, wrong = scan(broken)
    assert wrong == code
    assert len([True for _, _, _, whole, runs, _, _, content, *_ in found if whole or runs or content]) == 2


def test_entities_are_not_expanded() -> None:
    laughs = '<!DOCTYPE sec [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
    found, _ = scan(section(text("X")).replace("X", "&b;&c;").replace("?><", f"?>{laughs}<", 1))
    assert [runs for _, _, _, runs, *_ in found if b"&b;&c;" in runs]


@pytest.mark.parametrize("data", [b"", b"   ", b"<html/>", b"\x00" * 100, b"plain words", "낱말".encode("utf-16")])
def test_what_is_no_xml(data: bytes) -> None:
    with pytest.raises(ValueError, match="no paragraphs"):
        tokens(data, Budget(Limits()))


def test_elements_are_counted() -> None:
    with pytest.raises(LimitExceededError) as caught:
        tokens(section(*[text("가")] * 100).encode(), Budget(Limits(max_records=500)))
    assert caught.value.code == "limit_records"


def test_attributes() -> None:
    raw = b' hp:required-namespace="a" name="&quot;\xea\xb0\x80&quot;" subname="x"'
    assert attributes(raw) == {"required-namespace": "a", "name": '"가"', "subname": "x"}
    assert attribute(raw, "name") == '"가"'
    assert attribute(raw, "required-namespace") == "a"
    assert attribute(raw, "other") == ""


def test_text_behind_a_tag() -> None:
    assert text_behind(b' a="1>2" b="">A &amp; B') == "A & B"
    assert text_behind(b' a="1"') == ""


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("&amp;lt;", "&lt;"),
        ("&#x110000;", "\ufffd"),
        ("&#xD800;", "\ufffd"),
        ("&nbsp;&", "&nbsp;&"),
        ("&#44032;", "가"),
    ],
)
def test_references(raw: str, shown: str) -> None:
    assert plain(raw.encode()) == shown


@pytest.mark.parametrize(
    "piece",
    [
        "<hp:t>", "<hp:t", "<hp:p ", "<hp:p>", "<hp:p><hp:run>", "<hp:tc><hp:subList>", "<hp:tc ", "<hp:run><hp:t>",
        "<hp:linesegarray>", "<hp:t><hp:tab/>", "a", " ", "a=", 'a="', "<", "</hp:t", "&", "<hp:t>&#",
        "</hp:subList><hp:cellAddr ", "<hh:heading a", "<hh:paraPr <hh:heading a", '<hh:paraPr id="1"><hh:heading type="OUTLINE">',
        "' ", "! ", "?", "paraProperties ", "paraProperties>",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_size(piece: str) -> None:
    """What takes quadratic time on a megabyte ends in the timeout of the tests."""
    hostile = f"<hs:sec><hp:p><hp:run><hp:t>{piece * (1_000_000 // len(piece))}".encode()
    with contextlib.suppress(ValueError):
        tokens(hostile, Budget(Limits()))
    for function in (attributes, text_behind, split_inline, plain):
        function(hostile)
    assert (Header(hostile).styles[b"1"], Header(hostile).headings[b"2"]) == (None, None)
    assert attribute(hostile, "a") in ("", "a=")


@pytest.mark.parametrize("xml", [b"<a:/>", b"<a><b:/></a>", b"<a:>x</a:>", b"<a:01/>", b"<a:-b/>"])
def test_elements_without_a_name_behind_their_prefix_get_one(xml: bytes) -> None:
    tidied, sound = tidy(xml)
    assert b"<_" in tidied
    assert not sound
