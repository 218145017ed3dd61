"""Links and tracked changes: what runs across text, paragraphs and objects."""

from __future__ import annotations

import pytest
from builders.hwpx import field_begin, field_end, header, p, package, pic, read, run, section, t, table, text

from hwpextract.document import Document, Paragraph, SideKind, paragraphs_of
from hwpextract.limits import Limits
from hwpextract.readers.hwpx import read_hwpx
from hwpextract.readers.options import Options, Revisions

TARGET = r"https\://example.kr/a\?b=1;1;0;0;"
ADDRESS = "https://example.kr/a?b=1"


def links(document: Document) -> list[tuple[str, str]]:
    return [(link.text, link.target) for paragraph in paragraphs_of(document.blocks) for link in paragraph.links]


def mark(name: str, number: int = 1, change: int = 1, end: int = 0) -> str:
    return f'<hp:{name} Id="{number}" TcId="{change}" paraend="{end}"/>'


def deleted(words: str, end: int = 0) -> str:
    return f"{mark('deleteBegin')}{words}{mark('deleteEnd', end=end)}"


def body(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def apart(document: Document) -> list[str]:
    return [side.text for side in document.side_texts(SideKind.DELETED)]


def test_link() -> None:
    found = read(p(run(t("앞 "), field_begin("HYPERLINK", Command=TARGET), t("여기"), field_end(), t(" 뒤"))))
    assert found.text == "앞 여기 뒤"
    assert links(found) == [("여기", ADDRESS)]


def test_links_inside_each_other() -> None:
    outer, inner = (
        field_begin("HYPERLINK", "1", Command=TARGET),
        field_begin("HYPERLINK", "2", Command="www.example.kr;1;0;0;"),
    )
    found = read(p(run(outer, t("가"), inner, t("나"), field_end("2"), t("다"), field_end("1"))))
    assert links(found) == [("나", "www.example.kr"), ("가나다", ADDRESS)]


def test_a_link_over_several_paragraphs_gives_each_its_part() -> None:
    found = read(
        p(run(t("앞 "), field_begin("HYPERLINK", Command=TARGET), t("하나"))),
        text("둘"),
        p(run(t("셋"), field_end(), t(" 뒤"))),
    )
    assert links(found) == [("하나", ADDRESS), ("둘", ADDRESS), ("셋", ADDRESS)]


def test_a_link_does_not_reach_into_cells() -> None:
    found = read(p(run(field_begin("HYPERLINK", Command=TARGET), table([["칸"]]), t("여기"), field_end())))
    assert links(found) == [("여기", ADDRESS)]


def test_links_that_lead_nowhere() -> None:
    script = field_begin("HYPERLINK", Command=r"javascript\:\;;1;0;0;")
    empty = field_begin("HYPERLINK", "8", Command=TARGET)
    assert links(read(p(run(script, t("여기"), field_end(), empty, field_end("8"), field_end("9"))))) == []


def test_deleted_text_is_kept_apart() -> None:
    changes = (
        '<hh:trackChanges itemCnt="1"><hh:trackChange type="Delete" date="2026-02-07T10:21:00Z" authorID="1" id="2"/>'
        "</hh:trackChanges>"
        '<hh:trackChangeAuthors itemCnt="1"><hh:trackChangeAuthor name="홍길동" mark="1" id="0"/></hh:trackChangeAuthors>'
    )
    gone = f"{mark('deleteBegin', 2, 2)} 추적{mark('deleteEnd', 2, 2)}"
    found = read(
        text("앞"),
        p(run(f"<hp:t>변경{gone} <hp:tab/>{mark('insertBegin')}사람{mark('insertEnd')}은</hp:t>")),
        parts={"Contents/header.xml": header(changes)},
    )
    assert body(found) == ["앞", "변경 \t사람은"]
    (side,) = found.side
    assert (side.kind, side.text, side.anchor, side.locator) == (SideKind.DELETED, " 추적", "s0/p1", "s0/deleted0")
    assert (side.author, side.created) == ("홍길동", "2026-02-07T10:21:00Z")
    assert [(warning.code, warning.severity) for warning in found.warnings] == [("tracked_changes", "info")]
    assert (found.coverage.characters.emitted, found.coverage.characters.apart) == (6, 2)


def test_insertions_alone_are_a_tracked_change() -> None:
    found = read(p(run(f"<hp:t>하나 둘 {mark('insertBegin')}셋{mark('insertEnd')}</hp:t>")))
    assert [warning.code for warning in found.warnings] == ["tracked_changes"]
    assert [(each.kind, each.locator, each.text) for each in found.revisions] == [("inserted", "s0/p0", "셋")]


def test_a_deletion_over_runs() -> None:
    found = read(
        p(run(f"<hp:t>가{mark('deleteBegin')}나</hp:t>"), run(t("다")), run(f"<hp:t>라{mark('deleteEnd')}마</hp:t>"))
    )
    assert (body(found), apart(found)) == (["가마"], ["나다라"])


def test_a_deletion_over_paragraphs_joins_them() -> None:
    found = read(
        p(run(f"<hp:t>가{mark('deleteBegin')}나</hp:t>")),
        text("다"),
        p(run(f"<hp:t>라{mark('deleteEnd')}마</hp:t>")),
        text("바"),
    )
    assert (body(found), apart(found)) == (["가마", "바"], ["나\n다\n라"])
    assert [block.locator for block in found.blocks] == ["s0/p0", "s0/p3"]


def test_a_deleted_paragraph_end_joins_the_next() -> None:
    found = read(p(run(f"<hp:t>가{deleted('나', end=1)}</hp:t>")), text("다"), text("라"))
    assert (body(found), apart(found)) == (["가다", "라"], ["나"])


def test_marks_outside_of_text() -> None:
    found = read(p(run(t("가"), mark("deleteBegin"), t("나"), mark("deleteEnd"), t("다"))))
    assert (body(found), apart(found)) == (["가다"], ["나"])


def test_objects_inside_a_deletion_go_with_it() -> None:
    inside = table([["나", "다"]]) + pic("image1")
    found = read(
        p(run(f"<hp:t>가{mark('deleteBegin')}</hp:t>", inside, f"<hp:t>라{mark('deleteEnd')}마</hp:t>")),
        parts={"BinData/image1.png": b"\x89PNG"},
    )
    assert [block.kind for block in found.blocks] == ["paragraph"]
    assert (body(found), "".join(apart(found)).replace("\n", "")) == (["가마"], "나다라")
    images = found.coverage.images
    assert (images.met, images.emitted, images.dropped) == (1, 0, {"deleted": 1})


def test_a_deletion_without_end() -> None:
    found = read(p(run(f"<hp:t>가{mark('deleteBegin')}나</hp:t>")), text("다"))
    assert (body(found), apart(found)) == (["가"], ["나\n다"])


# --- Which side of the changes -----------------------------------------------------------------------------------------------------


def inserted(words: str, number: int = 9, end: int = 0) -> str:
    return f"{mark('insertBegin', number)}{words}{mark('insertEnd', number, end=end)}"


def read_as(revisions: Revisions, *paragraphs: str) -> Document:
    return read_hwpx(package(section(*paragraphs)), Options(Limits(), revisions=revisions))


@pytest.mark.parametrize(
    ("revisions", "lines", "aside", "listed"),
    [
        ("final", ["가다라", "바"], [("deleted", "나")], [("inserted", "다"), ("inserted", "바")]),
        ("original", ["가나라"], [("inserted", "다"), ("inserted", "바")], [("deleted", "나")]),
        ("both", ["가나다라", "바"], [], [("deleted", "나"), ("inserted", "다"), ("inserted", "바")]),
    ],
)
def test_either_side_of_the_changes(
    revisions: Revisions, lines: list[str], aside: list[tuple[str, str]], listed: list[tuple[str, str]]
) -> None:
    found = read_as(
        revisions, p(run(f"<hp:t>가{deleted('나')}{inserted('다')}라</hp:t>")), p(run(f"<hp:t>{inserted('바')}</hp:t>"))
    )
    assert body(found) == lines
    assert [(side.kind.value, side.text) for side in found.side] == aside
    assert [(each.kind, each.text) for each in found.revisions] == listed


def test_an_inserted_paragraph_end_is_no_end_in_the_original() -> None:
    paragraphs = p(run(f"<hp:t>가{inserted('나', end=1)}</hp:t>")), text("다")
    assert body(read_as("original", *paragraphs)) == ["가다"]
    assert body(read_as("final", *paragraphs)) == ["가나", "다"]


def test_a_kept_change_over_paragraphs_and_cells() -> None:
    begin, end = (f"<hp:t>{each}</hp:t>" for each in (f"가{mark('insertBegin')}나", f"마{mark('insertEnd')}바"))
    found = read_as("final", p(run(begin)), text("다"), p(run(table([["라"]]), end)))
    assert body(found) == ["가나", "다", "마바"]
    assert [(each.locator, each.text) for each in found.revisions] == [("s0/p0", "나\n다\n라\n마")]


def test_a_kept_change_without_end() -> None:
    found = read_as("final", p(run(f"<hp:t>가{mark('insertBegin')}나</hp:t>")), text("다"))
    assert body(found) == ["가나", "다"]
    assert [each.text for each in found.revisions] == ["나\n다"]


@pytest.mark.parametrize(("words", "mostly"), [("나", False), ("나다라", True)])
def test_a_text_that_is_mostly_changes(words: str, mostly: bool) -> None:
    found = read_as("final", p(run(f"<hp:t>가{inserted(words)}</hp:t>")))
    assert ("mostly_tracked" in [warning.code for warning in found.warnings]) == mostly
