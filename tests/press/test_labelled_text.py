from __future__ import annotations

import pytest

from hwpextract.press.labelled_text import labelled_parts

LABELS = frozenset({"보도시점", "배포", "담당부서", "책임자"})


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("책임자 : 홍길동", [("책임자", "홍길동")]),
        ("담 당\u3000부서： 지도과 / 책임자: 홍길동", [("담당부서", "지도과"), ("책임자", "홍길동")]),
        ("담당부서 (과) : 지도과", [("담당부서", "지도과")]),
        ("담당부서(과·팀) : 지도과", []),  # the bracket holds more than a word
        ("총괄책임자 : 홍길동", []),  # a label inside a word is none
        ("※배포 : 즉시", [("배포", "즉시")]),
        ("회의: 12:00 책임자: 홍길동", [("책임자", "홍길동")]),
        ("책임자 홍길동", []),
        ("책임자 :", []),
    ],
)
def test_labelled_parts_of_a_line(text: str, parts: list[tuple[str, str]]) -> None:
    assert list(labelled_parts(text, LABELS)) == parts
