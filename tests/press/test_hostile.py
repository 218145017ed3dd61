"""Text made to slow down pattern matching: every case must end at once (the suite's time limit is the judge)."""

from __future__ import annotations

import pytest

from hwpextract.account import Coverage
from hwpextract.document import Document, Metadata, Table, cell, paragraph
from hwpextract.press import extract_fields
from hwpextract.press.contacts.form_roster import Value
from hwpextract.press.contacts.labelled_form import ContactForm
from hwpextract.press.contacts.person_cells import persons_of_cells
from hwpextract.press.contacts.person_rows import rows_by_line
from hwpextract.press.model import SourceInfo
from hwpextract.press.phrases.reach import without_reach
from hwpextract.sniff import Format

LONG = 30_000
ROWS = 5_000
UNITS = [
    " ",
    "1",
    "0",
    "가",
    "과",
    "(",
    "a.",
    "보 ",
    "044-",
    "-",
    "“",
    "1. ",
    "*",
    "붙임 ",
    "국 ",
    "2026. 4. ",
    "은 ",
    "<",
    "_",
    "…",
    "| ",
    "사진 ",
]
FRAMES = [
    "{}끝",
    "{}(장관",
    "담당 : {}02-0000-0000",
    "“말”이라고 {}밝혔다",
    "- {} -",
    "보도시점 : {}",
    "{}을",
    "□ {}",
    "제목{}",
    "내용{} :",
    "▲ {}모습",
    "{} 위원장 홍길동",
]


def release(text: str) -> Document:
    header = Table(
        locator="s0/t0",
        rows=1,
        cols=4,
        cells=(
            cell(0, 0, 1, 1, (paragraph("보도시점", "a"),)),
            cell(0, 1, 1, 1, (paragraph(text, "b"),)),
            cell(0, 2, 1, 1, (paragraph("담당자", "c"),)),
            cell(0, 3, 1, 1, (paragraph(text, "d"),)),
        ),
    )
    return Document(
        format=Format.HWPX,
        metadata=Metadata(),
        blocks=(paragraph("보도자료", "s0/p0"), header, paragraph(text, "s0/p1"), paragraph(text, "s0/p2")),
        coverage=Coverage(),
    )


@pytest.mark.processor_time(20)
@pytest.mark.parametrize("unit", UNITS)
def test_long_runs_end_at_once(unit: str) -> None:
    run = (unit * LONG)[:LONG]
    for frame in FRAMES:
        source = SourceInfo(format=Format.HWPX, filename=run + ".hwp", size=0, sha256="")
        extract_fields(release(frame.format(run)), source)


@pytest.mark.processor_time(20)
def test_many_numbers_end_at_once() -> None:
    assert without_reach("02-000-0000," * 10_000) == "," * 10_000


@pytest.mark.processor_time(20)
@pytest.mark.parametrize(
    "line",
    [
        "▲ 항만 모습",
        "붙임 1",
        "< 배경 >",
        "※ 참고",
        "보도자료",
        "가나시청",
        "2024. 5. 20.(월)",
        "이사장 홍길동",
        "담당 : 홍길동",
        "새가 쉬는 섬을 " * 20,
        "",
    ],
)
@pytest.mark.parametrize("closing", ["", "붙임은 누리집에서 누구나 내려받을 수 있고, " * 5])
def test_many_lines_end_at_once(line: str, closing: str) -> None:
    lines = [line] * 4 * ROWS
    printed = ["보도자료", "보도시점 : 2026. 4. 12.", *lines, "가나군은 등대를 켠다고 밝혔다.", *lines, closing]
    blocks = tuple(paragraph(text, "p") for text in printed)
    document = Document(format=Format.HWPX, metadata=Metadata(), blocks=blocks, coverage=Coverage())
    extract_fields(document, SourceInfo(format=Format.HWPX, filename=None, size=0, sha256=""))


@pytest.mark.processor_time(20)
@pytest.mark.parametrize(
    ("row", "people"),
    [
        ("지도과 책임자 과장 홍길동 044-000-0001", ROWS),
        ("담당부서 지도과 담당자 홍길동 연락처 044-000-0001", ROWS),
        ("담당부서 담당자 책임자 연락처 문의", 0),
    ],
)
def test_many_rows_end_at_once(row: str, people: int) -> None:
    words = row.split()
    cells = [cell(i, j, 1, 1, (paragraph(word, "p"),)) for i in range(ROWS) for j, word in enumerate(words)]
    table = Table(locator="s0/t0", rows=ROWS, cols=len(words), cells=tuple(cells))
    document = Document(
        format=Format.HWPX,
        metadata=Metadata(),
        blocks=(paragraph("보도자료", "s0/p0"), table, paragraph("보도시점 : 2026. 4. 12.", "s0/p1")),
        coverage=Coverage(),
    )
    source = SourceInfo(format=Format.HWPX, filename=None, size=0, sha256="")
    assert len(extract_fields(document, source).contacts) == people


@pytest.mark.processor_time(20)
def test_many_names_in_a_row_end_at_once() -> None:
    assert len(persons_of_cells([["홍길동"]] * 10 * ROWS, None)) == 10 * ROWS


@pytest.mark.processor_time(20)
def test_many_numbers_apart_from_officers_end_at_once() -> None:
    rows = 4 * ROWS
    form = ContactForm([""] * 2 * rows, {})
    for row in range(rows):
        form.read("담당자", row, [Value(row, 1, ["홍길동"])])
        form.read("전화", rows + row, [Value(rows + row, 1, ["02-0000-0001, 02-0000-0002"])])
    assert sum(len(group.contacts) for group in form.groups()) == rows


@pytest.mark.processor_time(20)
def test_many_labels_in_lines_of_one_row_end_at_once() -> None:
    texts = ["담당과장\n담당자", "홍길동\n김철수"] * ROWS
    cells = tuple(cell(0, col, 1, 1, (paragraph(text, "p"),)) for col, text in enumerate(texts))
    lined, printed = rows_by_line(Table(locator="s0/t0", rows=1, cols=len(texts), cells=cells))
    assert (lined.rows, len(lined.cells), printed) == (2, 2 * len(texts), [0, 0])
