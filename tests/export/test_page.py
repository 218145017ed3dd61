"""The page of a release or a document."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from builders.blocks import document
from builders.documents import note, para, spanning, stating, table_of

import hwpextract
from hwpextract.account import Coverage, Tally, warning
from hwpextract.document import Box, Document, Image, Link, Metadata, SideKind
from hwpextract.export.page import to_html
from hwpextract.press.model import Evidence

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)
SAMPLES = Path(__file__).parents[2] / "samples"


def read_from(locator: str | None, raw: str = "") -> Evidence:
    return Evidence(locator=locator, raw=raw, rule="title.frame", confidence=0.9, alternatives=("다른 제목",))


def target_of(page: str, label: str) -> str | None:
    """Id that the field with this label leads to."""
    found = re.search(rf'<a href="#(e\d+)">{label}</a>', page)
    return found[1] if found else None


def element(page: str, target: str | None) -> str:
    """What the element with this id says, as text."""
    found = re.search(rf'<(\w+)[^>]* id="{target}"[^>]*>(.*?)</\1>', page, re.DOTALL)
    assert found, target
    return unescape(re.sub("<[^>]+>|\n", "", found[2]))


def with_picture(image: Image, data: bytes | None) -> Document:
    made = document(image)

    def load(_: str) -> bytes:
        if data is None:
            raise LookupError
        return data

    made._load = load
    return made


def test_a_field_leads_to_the_paragraph_it_was_read_from() -> None:
    title = para("청년 주거 지원 확대")
    made = stating(document(para("보도자료"), title), title=title.text, evidence={"title": read_from(title.locator)})
    page = to_html(made)
    assert element(page, target_of(page, "제목")) == title.text
    assert "다른 제목" in page


@pytest.mark.parametrize("suffix", ["/r1c1", "/r1c1/p7", "/r1", ""])
def test_a_field_leads_to_the_cell_row_or_table_it_was_read_from(suffix: str) -> None:
    table = table_of(spanning(0, 0, "부서"), spanning(0, 1, "이름"), spanning(1, 0, "가과"), spanning(1, 1, "홍길동"))
    evidence = {"contacts": read_from(table.locator + suffix)}
    page = to_html(stating(document(table), contacts=[{"name": "홍길동"}], evidence=evidence))
    said = {"/r1": "가과홍길동", "": "부서이름가과홍길동"}.get(suffix, "홍길동")
    assert element(page, target_of(page, "담당자")) == said


def test_a_field_read_from_a_paragraph_that_fills_its_cell_leads_to_the_cell() -> None:
    words = para("홍길동")
    table = table_of(spanning(0, 0, "이름"), spanning(0, 1, words))
    page = to_html(stating(document(table), agency="가부", evidence={"agency": read_from(words.locator)}))
    assert element(page, target_of(page, "기관")) == "홍길동"


def test_a_field_of_no_known_place_leads_nowhere() -> None:
    page = to_html(stating(document(para("가")), agency="가부", evidence={"agency": read_from("s9/p1")}))
    assert "가부" in page
    assert target_of(page, "기관") is None


def test_two_fields_of_one_place_share_its_mark() -> None:
    place = para("가부 나과")
    evidence = {name: read_from(place.locator) for name in ("agency", "departments")}
    made = stating(document(place), agency="가부", departments=[{"name": "나과"}], evidence=evidence)
    page = to_html(made)
    assert target_of(page, "기관") == target_of(page, "담당 부서") == "e1"
    assert 'title="기관, 담당 부서"' in page


def test_text_never_becomes_markup() -> None:
    attack = '</style><script>alert(1)</script><img src=x onerror="alert(1)">'
    place = para(attack)
    made = stating(
        document(place, Box(locator=attack, blocks=(para(attack),))),
        title=attack,
        evidence={"title": Evidence(locator=place.locator, raw=attack, rule=attack, confidence=1)},
    )
    page = to_html(made)
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("</style>") == 1
    assert unescape(page).count(attack) >= 4


def test_links_lead_out_only_over_the_web() -> None:
    safe = Link(text="가", target="https://example.org/?a=1&b=2")
    unsafe = Link(text="나", target="javascript:alert(1)")
    page = to_html(document(para("가 나", links=(safe, unsafe))))
    assert '<a href="https://example.org/?a=1&amp;b=2">가</a> 나' in page
    assert "javascript" not in page


def test_pictures_are_inside() -> None:
    image = Image(locator="s0/i0", name="BinData/a.png", media_type="image/png", alt="상징")
    page = to_html(with_picture(image, PNG))
    assert '<img src="data:image/png;base64,iVBORw0KGgoAAAAAAAAAAA==" alt="상징">' in page


@pytest.mark.parametrize(
    ("kind", "data"),
    [("image/wmf", PNG), ("image/svg+xml", b"<svg/>"), ("image/png", None), (None, PNG), ("image/png", b"")],
)
def test_pictures_that_cannot_be_shown_are_named(kind: str | None, data: bytes | None) -> None:
    image = Image(locator="s0/i0", name="BinData/a<b.png", media_type=kind)
    page = to_html(with_picture(image, data))
    assert "[그림] BinData/a&lt;b.png" in page
    assert "<img" not in page


def test_a_picture_repeated_without_end_does_not_make_the_page_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hwpextract.export.page._MOST_INLINE", len(PNG) * 3)
    made = document(*(Image(locator=f"s0/i{number}", name="a.png", media_type="image/png") for number in range(9)))
    made._load = lambda _: PNG
    page = to_html(made)
    assert (page.count("<img"), page.count("[그림]")) == (3, 6)


def test_warnings_and_coverage_stand_on_top() -> None:
    made = hwpextract.extract(SAMPLES / "interior-2025" / "release.hwpx")
    made = made.model_copy(update={"warnings": (warning("tracked_changes"),)})
    top, _, _ = to_html(made).partition("<article>")
    assert "<code>tracked_changes</code>" in top
    assert f"<strong>글자</strong> {made.coverage.characters.met:,}" in top


def test_notes_and_other_text_kept_apart_stand_at_the_end() -> None:
    place = para("본문")
    made = document(place)
    sides = (
        note("각주 글", on=place, label="1)"),
        note("메모 글", kind=SideKind.MEMO).model_copy(update={"author": "홍길동"}),
        note(" ", kind=SideKind.HEADER),
    )
    page = to_html(made.model_copy(update={"side": sides}))
    article, _, rest = page.partition("</article>")
    assert "본문<sup>1)</sup>" in article
    assert "각주 1)" in rest
    assert "각주 글" in rest
    assert "<small>홍길동</small>" in rest
    assert "머리말" not in rest


def test_outline_levels_are_headings_below_that_of_the_page() -> None:
    page = to_html(document(para("개요", level=1), para("깊이", level=9)))
    assert "<h2>개요</h2><h6>깊이</h6>" in page


def test_a_document_alone_has_no_fields() -> None:
    page = to_html(document(para("본문")))
    assert "<aside" not in page
    assert "<p>본문</p>" in page


@pytest.mark.parametrize("form", ["hwp", "hwpx", "pdf"])
def test_each_stated_field_of_a_sample_leads_to_its_place(form: str) -> None:
    page = to_html(hwpextract.extract(SAMPLES / "interior-2025" / f"release.{form}"))
    for label in ("표제", "제목", "기관", "담당 부서", "담당자", "보도시점", "본문"):
        assert element(page, target_of(page, label)), label


def test_the_same_release_makes_the_same_page() -> None:
    path = SAMPLES / "interior-2025" / "release.hwpx"
    assert to_html(hwpextract.extract(path)) == to_html(hwpextract.extract(path))


def test_counters_and_reasons_are_named_in_korean() -> None:
    coverage = Coverage(records=Tally(met=3, emitted=1, dropped={"blank": 2}))
    page = to_html(document(para("본문")).model_copy(update={"coverage": coverage}))
    assert "<strong>문단</strong> 3" in page
    assert "빈 것 2" in page


def titled(text: str) -> str:
    return text.partition("<title>")[2].partition("</title>")[0]


def test_the_title_of_a_page_is_what_a_person_would_look_for() -> None:
    made = document("", "회의록  제3차", "본문")
    made = made.model_copy(update={"metadata": Metadata(title="3")})
    assert titled(to_html(made)) == "회의록 제3차"
    release = stating(made, title="제목")
    assert titled(to_html(release)) == "제목"
    unnamed = release.model_copy(update={"title": None})
    source = release.source.model_copy(update={"filename": "회의록.hwpx"})
    assert titled(to_html(unnamed.model_copy(update={"source": source}))) == "회의록.hwpx"
    assert titled(to_html(document().model_copy(update={"metadata": Metadata(title="3")}))) == "3"
    assert titled(to_html(document())) == "hwpextract"


def test_a_warning_and_what_to_do_are_two_sentences() -> None:
    told = warning("not_a_press_release", score=0.1)
    page = to_html(document(para("본문")).model_copy(update={"warnings": (told,)}))
    assert f"{told.message_ko}. {told.hint_ko}" in page
