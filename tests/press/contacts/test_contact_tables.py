from __future__ import annotations

import pytest
from builders.blocks import paragraph, release, table
from builders.lines import person
from hypothesis import given
from hypothesis import strategies as st

from hwpextract.document import Cell, Paragraph, Table
from hwpextract.document import cell as new_cell
from hwpextract.press.contact_block import read_contact_table
from hwpextract.press.contacts.contact_tables import contact_form, is_contact_table
from hwpextract.press.labels import PERSON_LABELS

HEAD = "| <pic/> | 보도자료 | |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |"
BODY = "동네 지도를 12일 연다."


@pytest.mark.parametrize(
    "text",
    [
        "| 사업명 | 예산 | 담당자현황 |\n| 새일자리 | 3억원 | 기업일자리지원과 ⏎ (044-000-0001) |",
        "| 사업명 및 담당자 | 주요 내용 | 연락처 |\n| 새일자리(홍길동) | 지원금 | 044-000-0001 |",
        "| 문의 내용 | 담당 부서 | 연락처 |\n| 신청 방법 | 지도과 | 044-000-0001 |",
        "| 담당자 | 역할 | 기간 |\n| 홍길동 | 조사 | 2026. 4. 12. |",
        "| 책임자 | 044-000-0001 |",
        "| 책임자 |",
    ],
)
def test_look_alikes(text: str) -> None:
    assert not is_contact_table(table(text))
    assert release(HEAD, BODY, text).contacts == ()


def test_labelled_cells_at_the_end_are_read_like_those_of_a_header() -> None:
    text = "| 담당과장 | 홍길동(02-0000-0001) | 담 당 자 | 김철수 사무관(02-0000-0002) |"
    assert not is_contact_table(table(text))
    assert list(map(person, release(HEAD, BODY, text).contacts)) == [
        "- | 담당과장 | 과장 | 홍길동 | 02-0000-0001",
        "- | 담당자 | 사무관 | 김철수 | 02-0000-0002",
    ]


def test_contact_table_is_told_by_role_name_and_number() -> None:
    assert is_contact_table(table("| 책임자 | 홍길동 | 044-000-0001 |"))


# --- Whatever the table ---

WORDS = [
    *"담당 부서|책임자|담당자|담당과장|연락처|작성과․담당자․연락처|보도시점|붙임|·|\n|".split("|"),
    *"부서|성명|이름|구분|직위|문의|총괄|홍길동|김철수".split("|"),
    *"지도국|지도과|행정안전부|<총괄>|(진천선수촌)|한국|고용정보원|과  장|사무관|홍길동|김 철|홍길동 사무관(02-0000-0000)".split(
        "|"
    ),
    *"044-000-0001|(2594) 소득|aaaa0000@korea.kr|010-5***-0000".split("|"),
]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Small tables of the words of contact blocks, with spans that may leave the grid and places without a cell."""
    rows, cols = draw(st.integers(1, 5)), draw(st.integers(1, 7))
    cells: list[Cell] = []
    for row in range(rows):
        for col in range(cols):
            if draw(st.integers(0, 9)):
                text = draw(st.lists(st.sampled_from(WORDS), max_size=3))
                held: tuple[Paragraph, ...] = tuple(paragraph(line) for line in text if line.strip())
                cells.append(
                    new_cell(row, col, draw(st.sampled_from([1, 1, 1, 2, 3])), draw(st.sampled_from([1, 1, 2])), held)
                )
    return Table(locator="s0/t0", rows=rows, cols=cols, cells=tuple(cells))


@given(tables())
def test_any_table_gives_people_or_nothing(block: Table) -> None:
    for group in read_contact_table(block, contact_form(block)):
        assert group.department is None or group.department.name
        for contact in group.contacts:
            assert contact.role is None or contact.role in PERSON_LABELS
            assert all(part is None or part.strip() for part in (contact.name, contact.position, contact.email))
            assert all(len(number.replace("-", "")) >= 7 for number in contact.phones)


def test_a_label_printed_twice_does_not_cut_the_table() -> None:
    rows = ["책임자", "책임자", "작성과․담당자․연락처", "홍길동 사무관(02-0000-0000)"]
    cells = tuple(new_cell(0, col, 1, 1, (paragraph(text),)) for col, text in enumerate(rows, 3))
    assert release(HEAD, BODY, Table(locator="s0/t0", rows=1, cols=7, cells=cells)).title == "동네 지도를 연다"


@given(st.lists(tables(), max_size=3))
def test_any_tables_give_a_release(parts: list[Table]) -> None:
    found = release(HEAD, BODY, *parts)
    assert found.title == "동네 지도를 연다"
