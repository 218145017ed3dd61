"""Addresses and numbers that a line ends inside of."""

from __future__ import annotations

import pytest
from builders.pdf import Face, cells, pages

from hwpextract.document import Table
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import read_pdf
from hwpextract.readers.pdf.layout.addresses import runs_on


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(hong1234@kor", "ea.kr)"),
        ("hong1234@korea.", "kr"),
        ("hong1234@korea", ".kr"),
        ("hong1234", "@korea.kr"),
        ("hong1234@", "korea.kr"),
        ("과장 홍길동 hong1234@mail.g", "o.kr"),
        ("(hon", "g1234@korea.kr)"),
        ("(044-000-0000, hon", "g1234@korea.kr)"),
        ("(044-", "000-0501)"),
        ("044-000-05", "01"),
        ("과장 홍길동(02", "-0000-0000)"),
        ("02-000", "0-0000"),
        ("누리집(www.korea.", "kr)에서"),
        ("https://www.korea.kr/briefing", "/view.do"),
        ("(www.kor", "ea.kr)"),
    ],
)
def test_an_address_goes_on_in_the_next_line(before: str, after: str) -> None:
    assert runs_on(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("hong1234@korea.kr", "kim1234@korea.kr"),
        ("044-000-0501", "044-000-0502"),
        ("(044-000-0501", "hong1234@korea.kr)"),
        ("(e-mail", "hong1234@korea.kr)"),
        ("Hong", "kim1234@korea.kr"),
        ("hong", "kim1234@korea.kr"),
        ("hong1234@korea ", "kr"),
        ("www.korea.kr", "Tel"),
        ("2026", "2027"),
        ("044", "000"),
        ("hong@", "홍길동"),
        ("", ""),
    ],
)
def test_what_is_whole_ends_with_its_line(before: str, after: str) -> None:
    assert not runs_on(before, after)


@pytest.mark.parametrize(
    "lines",
    [
        ["홍길동", "(hong1234@kor", "ea.kr)"],
        ["홍길동", "(hong1234@", "korea.kr)"],
        ["(044-000-", "0501)"],
    ],
)
@pytest.mark.parametrize("spaced", [True, False], ids=["spaces at line ends", "none"])
def test_a_narrow_cell_breaks_no_address(lines: list[str], spaced: bool) -> None:
    face = Face()
    prose = (
        "정부는 국민 모두가 잘 사는 나라를 만들려고 " * spaced
        + "끝\n"
        + "모든 정책을 다시 살펴보고 있다고 한다 " * spaced
    )
    rows = [
        ((50.0, 100.0, 300.0, 160.0), prose),
        ((300.0, 100.0, 420.0, 160.0), "\n".join(lines)),
    ]
    found = read_pdf(pages([cells(face, rows)], face), Options(Limits()))
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    assert "".join(lines[-2:]) in table.cells[1].text.split()
