"""Tagged files: paragraphs, headings and tables of the structure tree, and trees that are not believed."""

from __future__ import annotations

import pytest
from builders.pdf import Face, pages, rule, show, stream

from hwpextract.document import Document, Image, Paragraph, SideKind, Table
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import read_pdf

FULL = "가나다라마바사아자차카타파하가나다라마바사아자차카타파하"


def marked(number: int, content: bytes, tag: str = "P") -> bytes:
    return f"/{tag} << /MCID {number} >> BDC ".encode() + content + b"EMC\n"


def document(face: Face, content: bytes, tree: str, *more: bytes, root: str = "") -> Document:
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 100 0 R >>"
    extra = {1: catalogue, 100: f"<< /Type /StructTreeRoot /K [{tree}] {root} >>".encode()}
    return read_pdf(pages([content, *more], face, extra=extra), Options(Limits()))


def element(kind: str, *kids: object, more: str = "") -> str:
    return f"<< /S /{kind} /Pg 10 0 R {more} /K [{' '.join(map(str, kids))}] >>"


def texts(found: Document) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def lines(face: Face, *shown: str, y: int = 100) -> list[bytes]:
    return [show(face, 50, y + 14 * at, text) for at, text in enumerate(shown)]


def test_paragraphs_end_where_the_tree_says() -> None:
    face = Face()
    first, second, third = lines(
        face, "가나다라마바사아자차카타파하 ", "가나다라마바사아자차카타파하 ", "가나다라마바사"
    )
    content = marked(0, first) + marked(1, second + third)
    found = document(face, content, element("Document", element("P", 0), element("P", 1)))
    assert texts(found) == ["가나다라마바사아자차카타파하", "가나다라마바사아자차카타파하 가나다라마바사"]


def test_a_line_its_author_ended_is_kept() -> None:
    face = Face()
    shown = lines(face, "주소: 세종 ", FULL + " ", FULL + " ", "가나다")
    found = document(face, marked(0, b"".join(shown)), element("P", 0))
    assert texts(found) == [f"주소: 세종\n{FULL} {FULL} 가나다"]


def test_headings_have_their_level_through_the_role_map() -> None:
    face = Face()
    title, part, body = lines(face, "제목", "부분", "본문이다")
    content = marked(0, title) + marked(1, part) + marked(2, body)
    tree = element("Document", element("머리", 0), element("H2", 1), element("P", 2))
    found = document(face, content, tree, root="/RoleMap << /머리 /H1 >>")
    assert [(block.text, block.level) for block in found.blocks if isinstance(block, Paragraph)] == [
        ("제목", 1),
        ("부분", 2),
        ("본문이다", None),
    ]


def cell(kind: str, mark: int, spans: str = "") -> str:
    return element(kind, element("P", mark), more=f"/A << /O /Table {spans} >>")


def table(face: Face) -> tuple[bytes, str]:
    places = [(50, 100, "구분"), (200, 100, "금액"), (200, 130, "1"), (300, 130, "2"), (200, 160, "3"), (300, 160, "4")]
    content = b"".join(marked(at, show(face, x, y, text)) for at, (x, y, text) in enumerate(places))
    rows = (
        element("TR", cell("TH", 0, "/RowSpan 3"), cell("TH", 1, "/ColSpan 2")),
        element("TBody", element("TR", cell("TD", 2), cell("TD", 3)), element("TR", cell("TD", 4), cell("TD", 5))),
    )
    return content, element("Table", *rows)


def test_a_table_without_lines_has_the_grid_of_the_tree() -> None:
    face = Face()
    content, tree = table(face)
    (found,) = document(face, content, tree).blocks
    assert isinstance(found, Table)
    assert (found.rows, found.cols) == (3, 3)
    assert [(cell.row, cell.col, cell.row_span, cell.col_span, cell.text) for cell in found.cells] == [
        (0, 0, 3, 1, "구분"),
        (0, 1, 1, 2, "금액"),
        (1, 1, 1, 1, "1"),
        (1, 2, 1, 1, "2"),
        (2, 1, 1, 1, "3"),
        (2, 2, 1, 1, "4"),
    ]


def test_lines_that_are_drawn_count_more_than_the_tree() -> None:
    face = Face()
    content, tree = table(face)
    grid = [rule(40, y, 400, y) for y in (88, 118, 148, 178)] + [rule(x, 88, x, 178) for x in (40, 190, 290, 400)]
    (found,) = document(face, content + b"".join(grid), tree).blocks
    assert isinstance(found, Table)
    assert (found.rows, found.cols) == (3, 3)
    assert len(found.cells) == 9


def test_a_table_over_two_pages_is_one() -> None:
    face = Face()
    first = b"".join(marked(at, show(face, 50 + 200 * at, 700, text)) for at, text in enumerate(("가", "나")))
    second = b"".join(marked(at, show(face, 50 + 200 * at, 100, text)) for at, text in enumerate(("다", "라")))
    rows = (
        element("TR", cell("TD", 0), cell("TD", 1)),
        element("TR", cell("TD", 0), cell("TD", 1)).replace("10 0", "12 0"),
    )
    (found,) = document(face, first, element("Table", *rows), second).blocks
    assert isinstance(found, Table)
    assert [(cell.row, cell.col, cell.text) for cell in found.cells] == [
        (0, 0, "가"),
        (0, 1, "나"),
        (1, 0, "다"),
        (1, 1, "라"),
    ]


def test_a_table_in_a_cell_stands_in_it() -> None:
    face = Face()
    content = b"".join(
        marked(at, show(face, x, y, text))
        for at, (x, y, text) in enumerate([(50, 100, "밖"), (200, 100, "안"), (300, 100, "속")])
    )
    inner = element("Table", element("TR", cell("TD", 1), cell("TD", 2)))
    outer = element("Table", element("TR", cell("TD", 0), element("TD", inner)))
    (found,) = document(face, content, outer).blocks
    assert isinstance(found, Table)
    (nested,) = found.cells[1].blocks
    assert isinstance(nested, Table)
    assert [cell.text for cell in nested.cells] == ["안", "속"]


def test_artifacts_are_no_body() -> None:
    face = Face()
    head = b"/Artifact << /Type /Pagination >> BDC " + show(face, 50, 30, "보도자료 머리글") + b"EMC "
    foot = b"/Artifact BMC " + show(face, 280, 820, "- 1 -") + b"EMC "
    content = head + foot + marked(0, show(face, 50, 100, "본문이다"))
    found = document(face, content, element("P", 0))
    assert texts(found) == ["본문이다"]
    assert {side.kind: side.text for side in found.side} == {
        SideKind.HEADER: "보도자료 머리글",
        SideKind.PAGE_NUMBER: "- 1 -",
    }


@pytest.mark.parametrize(
    "tree",
    [
        element("P", 0),  # text that the tree does not hold
        element("Document", element("P", 0), element("P", 1), element("P", 1)),  # text it holds twice
        "",
        "<< /S /Document /K 100 0 R >>",  # a tree that holds itself
        element("Document", element("P", 0), "<< /S /P /K << /MCID 1 /Stm 4 0 R /Pg 10 0 R >> >>"),
        "<< /S /P " + "/K << /S /Span " * 80 + "/K [0 1] /Pg 10 0 R " + ">> " * 81,
        "null 7 true (x) << >>",
    ],
)
def test_a_tree_that_is_not_sound_is_not_used(tree: str) -> None:
    face = Face()
    first, second = lines(face, FULL + " ", FULL)
    untagged = read_pdf(pages([first + second], face), Options(Limits()))
    found = document(face, marked(0, first) + marked(1, second), tree)
    assert found.text == untagged.text == f"{FULL} {FULL}"


def test_a_tree_of_lines_is_not_used() -> None:
    face = Face()
    shown = lines(face, *[FULL + " "] * 20)
    content = b"".join(marked(at, line) for at, line in enumerate(shown))
    found = document(face, content, element("Document", *(element("P", at) for at in range(20))))
    assert len(found.blocks) == 1


def test_artifacts_in_the_middle_of_a_page_are_content() -> None:
    face = Face()
    artifact = b"/Artifact BMC " + show(face, 50, 400, "숨기지 못할 글") + b"EMC "
    found = document(face, marked(0, show(face, 50, 100, "본문이다")) + artifact, element("P", 0))
    assert texts(found) == ["본문이다", "숨기지 못할 글"]


def test_text_of_an_element_takes_the_place_of_what_is_painted() -> None:
    face = Face()
    first, second, third = (show(face, x, 100, text) for x, text in ((50, "①"), (60, "②"), (65, "과 나머지")))
    content = marked(0, first, "Span") + marked(1, second, "Span") + marked(2, third)
    spoken = f"/ActualText <feff{'하나'.encode('utf-16-be').hex()}>"
    found = document(face, content, element("P", element("Span", 0, 1, more=spoken), 2))
    assert texts(found) == ["하나과 나머지"]
    assert found.coverage.characters.dropped == {}


def test_a_figure_says_what_it_shows() -> None:
    face = Face()
    image = stream(bytes(4), " /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8")
    drawn = marked(1, b"q 100 0 0 100 50 400 cm /Im1 Do Q ", "Figure")
    shown = f"/Alt <feff{'건물의 모습'.encode('utf-16-be').hex()}>"
    tree = element("Document", element("P", 0), element("Figure", 1, more=shown))
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 100 0 R >>"
    extra = {1: catalogue, 100: f"<< /Type /StructTreeRoot /K [{tree}] >>".encode(), 101: image}
    content = marked(0, show(face, 50, 100, "본문이다")) + drawn
    data = pages([content], face, extra=extra, resources="/XObject << /Im1 101 0 R >>")
    (picture,) = [block for block in read_pdf(data, Options(Limits())).blocks if isinstance(block, Image)]
    assert (picture.name, picture.alt) == ("image101.png", "건물의 모습")


def test_blank_text_of_an_element_makes_nothing_disappear() -> None:
    face = Face()
    for blank in ("/ActualText ()", "/ActualText ( )"):
        found = document(face, marked(0, show(face, 50, 100, "본문이다")), element("P", 0, more=blank))
        assert texts(found) == ["본문이다"]
