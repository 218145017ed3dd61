from __future__ import annotations

import pickle

import pytest
from pydantic import ValidationError

from hwpextract.account import Coverage, Severity, warning
from hwpextract.document import (
    Block,
    Box,
    Cell,
    Document,
    Image,
    Metadata,
    Paragraph,
    SideKind,
    SideText,
    Table,
    cell,
    paragraph,
    paragraphs_of,
    text_of,
    walk,
)
from hwpextract.node import build
from hwpextract.sniff import Format


def sample() -> Document:
    inner = Table(locator="s0/t0/r0c1/t0", rows=1, cols=1, cells=(cell(0, 0, 1, 1, (paragraph("안", "x"),)),))
    table = Table(
        locator="s0/t0",
        rows=2,
        cols=2,
        cells=(cell(0, 0, 2, 1, (paragraph("왼쪽", "a"),)), cell(0, 1, 1, 1, (inner,)), cell(1, 1, 1, 1, ())),
        caption=(paragraph("표 1", "c"),),
    )
    box = Box(locator="s0/b0", blocks=(paragraph("상자", "s0/b0/p0"),))
    picture = Image(locator="s0/i0", name="BinData/a.png", caption=(paragraph("그림 1", "s0/i0/p0"),))
    return Document(
        format=Format.HWPX,
        metadata=Metadata(),
        blocks=(paragraph("머리", "s0/p0"), table, box, picture),
        side=(SideText(kind=SideKind.FOOTNOTE, locator="s0/footnote1", blocks=(paragraph("주", "n"),)),),
        coverage=Coverage(),
    )


def test_constructors_without_validation_equal_the_validated_models() -> None:
    assert paragraph("가", "s0/p0", head="1.", level=2) == Paragraph(text="가", locator="s0/p0", head="1.", level=2)
    assert cell(1, 2, 3, 4, (), header=True) == Cell(row=1, col=2, row_span=3, col_span=4, header=True)


def test_walk_visits_containers_before_their_content_and_captions_last() -> None:
    assert [block.text for block in walk(sample().blocks) if isinstance(block, Paragraph)] == [
        "머리",
        "왼쪽",
        "안",
        "표 1",
        "상자",
        "그림 1",
    ]
    assert [block.kind for block in walk(sample().blocks)][:3] == ["paragraph", "table", "paragraph"]


def test_text_has_one_line_for_each_paragraph_of_the_walk() -> None:
    document = sample()
    picture = Image(locator="t/i0", caption=(paragraph("안쪽 그림", "t/i0/p0"),))
    cells = (cell(0, 0, 1, 1, (Image(locator="t/i1"),)), cell(0, 1, 1, 1, (paragraph("가", "p"), paragraph("나", "q"))))
    table = Table(locator="t", rows=1, cols=3, cells=(*cells, cell(0, 2, 1, 1, (picture, document.blocks[1]))))
    blocks = (*document.blocks, table, paragraph("끝", "e"))
    assert text_of(blocks).split("\n") == [each.text for each in paragraphs_of(blocks)]
    assert text_of((table,)).split("\n") == ["가", "나", "안쪽 그림", "왼쪽", "안", "표 1"]
    assert text_of((Image(locator="i"),)) == text_of(()) == ""


def test_deep_nesting_needs_no_recursion() -> None:
    block: Box | Paragraph = paragraph("속", "p")
    for _ in range(5000):
        block = Box.model_construct(locator="b", blocks=(block,), caption=())
    assert text_of((block,)) == "속"
    inner: Table | Paragraph = paragraph("속", "p")
    for _ in range(2000):
        inner = Table.model_construct(locator="t", rows=1, cols=1, cells=(cell(0, 0, 1, 1, (inner,)),), caption=())
    assert text_of((inner,)) == "속"


def test_grid_expands_spans() -> None:
    table = sample().blocks[1]
    assert isinstance(table, Table)
    assert table.grid[1, 0] is table.grid[0, 0] is table.cells[0]
    assert table.cell_locator(table.cells[1]) == "s0/t0/r0c1"


def test_texts_of_cells_stand_in_their_order() -> None:
    table = sample().blocks[1]
    assert isinstance(table, Table)
    assert list(table.texts) == [cell.text for cell in table.cells]
    assert table.texts is table.texts
    assert text_of((table,)).split("\n") == [each.text for each in paragraphs_of((table,))]


def test_text_is_the_same_once_the_texts_of_cells_are_known() -> None:
    held: list[tuple[Block, ...]] = [
        (),
        (paragraph("", "p"),),
        (Image(locator="i"),),
        (paragraph("가", "q"), paragraph("", "r")),
    ]
    table = Table(locator="t", rows=1, cols=4, cells=tuple(cell(0, col, 1, 1, each) for col, each in enumerate(held)))
    before = text_of((table,))
    assert before == "\n가\n"
    assert table.texts == ("", "", "", "가\n")
    assert text_of((table,)) == before


def test_a_changed_copy_of_a_table_forgets_its_grid_and_texts() -> None:
    table = sample().blocks[1]
    assert isinstance(table, Table)
    assert table.grid
    assert table.texts
    copy = table.model_copy(update={"cells": table.cells[:1]})
    assert copy.texts == table.texts[:1]
    assert all(each is table.cells[0] for each in copy.grid.values())
    assert copy != table
    assert table.model_copy() == table
    assert "texts" not in table.model_dump()


def test_models_are_frozen() -> None:
    with pytest.raises(ValidationError):
        sample().blocks[0].text = "other"  # type: ignore[union-attr]


def test_json_round_trip() -> None:
    document = sample()
    assert Document.model_validate_json(document.model_dump_json()) == document


def test_pickle_round_trip() -> None:
    document = sample()
    assert pickle.loads(pickle.dumps(document)) == document


def test_documents_are_equal_by_content() -> None:
    read, loaded = sample(), sample()
    read._load = lambda name: b""
    assert read == loaded
    assert read != loaded.model_copy(update={"blocks": ()})


def test_texts_and_side_texts() -> None:
    document = sample()
    assert document.text.startswith("머리\n왼쪽\n안")
    assert [side.text for side in document.side_texts(SideKind.FOOTNOTE)] == ["주"]
    assert document.side_texts(SideKind.HEADER) == ()
    assert len(list(paragraphs_of(document.blocks))) == 6


def test_picture_bytes_need_the_file() -> None:
    document = sample()
    (picture,) = document.images()
    with pytest.raises(LookupError, match="s0/i0"):
        document.image_bytes(picture)


def test_warnings_come_from_the_catalogue() -> None:
    found = warning("section_unreadable", locator="s1", section=1)
    assert found.severity is Severity.ERROR
    assert "section 1" in found.message
    assert "1번 구역" in found.message_ko
    with pytest.raises(KeyError):
        warning("no_such_code")


def test_build_fills_in_defaults_in_the_order_of_the_fields() -> None:
    assert build(SideText, blocks=(), locator="s0/memo0", kind=SideKind.MEMO) == SideText(
        kind=SideKind.MEMO, locator="s0/memo0", blocks=()
    )
    made = build(SideText, blocks=(), locator="s0/memo0", kind=SideKind.MEMO)
    assert list(made.model_dump()) == list(SideText.model_fields)


@pytest.mark.parametrize(
    ("marked", "rows"),
    [((), 0), (((0, 0), (0, 1)), 1), (((0, 0), (0, 1), (1, 0), (1, 1)), 2), (((0, 0),), 0), (((1, 0), (1, 1)), 0)],
)
def test_header_rows_are_marked_through(marked: tuple[tuple[int, int], ...], rows: int) -> None:
    cells = tuple(cell(row, col, 1, 1, (), header=(row, col) in marked) for row in range(2) for col in range(2))
    assert Table(locator="s0/t0", rows=2, cols=2, cells=cells).header_rows == rows
    assert Table(locator="s0/t0", rows=0, cols=0, cells=()).header_rows == 0


def test_a_document_without_a_file_has_neither_pictures_nor_pages() -> None:
    built = build(Document, format=Format.HWPX, metadata=build(Metadata), blocks=(), coverage=build(Coverage))
    for document in (built, Document.model_validate_json(built.model_dump_json())):
        assert document.estimated_pages() is None
        with pytest.raises(LookupError):
            document.image_bytes(Image(locator="s0/i0", name="BinData/a.png"))
