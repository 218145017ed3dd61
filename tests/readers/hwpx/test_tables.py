from __future__ import annotations

import pytest
from builders.hwpx import caption, p, package, read, run, section, sublist, t, table, tbl, tc, text

from hwpextract.document import Cell, Document, Table, text_of
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Limits


def only(document: Document) -> Table:
    (found,) = document.blocks
    assert isinstance(found, Table)
    return found


def first(xml: str) -> Table:
    """The table of a document that holds nothing else."""
    return only(read(p(run(xml))))


def places(found: Table) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.col, cell.row_span, cell.col_span) for cell in found.cells]


def test_grid() -> None:
    found = first(table([["가", "나"], ["다", "라"]]))
    assert (found.rows, found.cols, found.locator) == (2, 2, "s0/t0")
    assert places(found) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert [cell.text for cell in found.cells] == ["가", "나", "다", "라"]
    assert [block.locator for cell in found.cells for block in cell.blocks][-1] == "s0/t0/r1c1/p0"


def test_spans() -> None:
    rows = (
        tc(0, 0, text("가"), spans=(2, 1)) + tc(0, 1, text("나"), spans=(1, 2)),
        tc(1, 1, text("다")) + tc(1, 2, text("라")),
    )
    found = first(tbl(2, 3, *rows))
    assert places(found) == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]
    assert len(found.grid) == 6


@pytest.mark.parametrize(
    "cell",
    [
        tc(0, 0, text("하나"), text("둘"), text("셋")),
        tc(0, 0, text("하나"), p(run("<hp:t>둘<hp:titleMark/></hp:t>")), text("셋")),
        tc(0, 0, p(run("<hp:t>하나<hp:titleMark/></hp:t>")), text("둘"), p(run("<hp:t>셋<hp:titleMark/></hp:t>"))),
        tc(0, 0, text("하나"), text("둘"), text("셋")).replace("><", ">\n<"),
    ],
)  # fmt: skip
def test_paragraphs_of_a_cell(cell: str) -> None:
    found = first(tbl(1, 1, cell)).cells[0]
    assert found.text == "하나\n둘\n셋"
    assert [block.locator for block in found.blocks] == [f"s0/t0/r0c0/p{number}" for number in range(3)]


def test_what_a_cell_says_of_itself() -> None:
    tag = '{"name":"#제목명"}'
    cells = (
        tc(0, 0, text("가"), name="기관명", header=True)
        + tc(0, 1, text("나"), metatag=tag)
        + tc(0, 2, text("다"), text("라"), name="a>b", metatag=tag)
        + tc(0, 3, text("마"), metatag="no JSON")
        + tc(0, 4, text("바"), metatag="[1]")
    )
    found = first(tbl(1, 5, cells)).cells
    assert [(cell.name, cell.header, cell.tag) for cell in found] == [
        ("기관명", True, None), (None, False, "#제목명"), ("a>b", False, "#제목명"), (None, False, None), (None, False, None),
    ]  # fmt: skip


def test_nested_tables_know_their_places() -> None:
    inner = p(run(t("앞"), table([["가", "나"]]), t(" 뒤")))
    found = first(tbl(1, 2, tc(0, 0, inner, text("끝")) + tc(0, 1, text("옆"))))
    left, right = found.cells
    assert [(block.kind, block.locator) for block in left.blocks] == [
        ("paragraph", "s0/t0/r0c0/p0"), ("table", "s0/t0/r0c0/t0"), ("paragraph", "s0/t0/r0c0/p1"),
    ]  # fmt: skip
    nested = left.blocks[1]
    assert isinstance(nested, Table)
    assert nested.cells[1].blocks[0].locator == "s0/t0/r0c0/t0/r0c1/p0"
    assert right.text == "옆"


def test_cells_without_place_are_counted() -> None:
    bare = "<hp:tc name='' header='0'>{}{}</hp:tc>"
    span = "<hp:cellSpan colSpan='2' rowSpan='1'/>"
    rows = (
        bare.format(sublist(text("가")), span) + bare.format(sublist(text("나")), ""),
        bare.format(text("다"), "") + bare.format(text("라"), ""),
    )
    found = first(tbl(2, 3, *rows))
    assert places(found) == [(0, 0, 1, 2), (0, 2, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert [cell.text for cell in found.cells] == ["가", "나", "다", "라"]


def test_cells_in_another_order_are_sorted() -> None:
    found = first(tbl(2, 1, tc(1, 0, text("나")), tc(0, 0, text("가"))))
    assert [cell.text for cell in found.cells] == ["가", "나"]


def test_spans_stay_inside_the_declared_grid() -> None:
    found = first(tbl(2, 2, tc(0, 0, text("가"), spans=(999_999_999, 7)), tc(1, 1, text("나"), spans=(3, 3))))
    assert (found.rows, found.cols) == (2, 2)
    assert places(found) == [(0, 0, 2, 2), (1, 1, 1, 1)]


def test_places_beyond_the_declared_grid_stay() -> None:
    found = first(tbl(1, 1, tc(0, 0, text("가")), tc(4, 3, text("나"), spans=(2, 2))))
    assert (found.rows, found.cols) == (5, 4)


def test_cells_are_limited() -> None:
    huge = tbl(50_000, 1_000, tc(0, 0, text("가"), spans=(50_000, 1_000)))
    with pytest.raises(LimitExceededError) as caught:
        read(p(run(huge)))
    assert caught.value.code == "limit_cells"
    many = p(run(table([["가"] * 10] * 10)))
    with pytest.raises(LimitExceededError):
        read(many, many, limits=Limits(max_cells=150))


def test_caption() -> None:
    found = first(table([["가"]], caption=caption(text("표 1"), text("출처"))))
    assert text_of(found.caption) == "표 1\n출처"
    assert found.caption[0].locator == "s0/t0/caption/p0"


def test_a_cell_without_table() -> None:
    document = read(p(run(tc(0, 0, text("가")), t("나"))))
    assert document.text == "가\n나"


def test_objects_before_the_first_word_come_before_it() -> None:
    found = read(
        p(run(table([["가"]]), t("하나"))),
        p(run(t(" "), table([["나"]]), t("둘"), table([["다"]]), t("셋"))),
        p(run(table([["라"]]))),
    ).blocks
    assert [block.locator for block in found] == [
        "s0/t0", "s0/p0", "s0/t1", "s0/p1", "s0/t2", "s0/t3",
    ]  # fmt: skip


def test_cell_is_a_model() -> None:
    found = first(table([["가"]])).cells[0]
    assert Cell.model_validate(found.model_dump()) == found
    assert package(section())
