from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwpextract.press.filename import FileName, parse_filename


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "250321 (공공데이터정책과) 우리 동네 도서관 지도(외부).hwp",
            FileName(date(2025, 3, 21), unit="공공데이터정책과", tags=("외부",), title="우리 동네 도서관 지도"),
        ),
        (
            "250321 (조간) 지도를 연다(지도정책과)(최종).hwpx",
            FileName(date(2025, 3, 21), timing="조간", unit="지도정책과", tags=("최종",), title="지도를 연다"),
        ),
        (
            "1. [보도자료] 250321 (브리핑 시작 시) 지도를 연다.hwpx",
            FileName(date(2025, 3, 21), timing="브리핑 시작 시", kind="보도자료", title="지도를 연다"),
        ),
        (
            "(지도국-지도정책과) 지도를 연다  동정자료(3.21. 조간).hwpx",
            FileName(timing="3.21. 조간", kind="동정자료", unit="지도국-지도정책과", title="지도를 연다"),
        ),
        ("[25-283](보도자료) 지도를 연다.hwpx", FileName(kind="보도자료", title="지도를 연다")),
        ("참고 지도를 연다.hwpx", FileName(kind="참고", title="지도를 연다")),
        ("지도.hwpx", FileName(title="지도")),
        ("[3.21.금+석간]+지도를+연다.pdf", FileName(timing="3.21.금 석간", title="지도를 연다")),
        ("250321_지도를_연다_보도자료.hwpx", FileName(date(2025, 3, 21), kind="보도자료", title="지도를 연다")),
        ("250321 이용 동향(잠정).hwp", FileName(date(2025, 3, 21), title="이용 동향(잠정)")),
        ("0410(13조간)지도정책과, 지도를 연다.hwpx", FileName(timing="13조간", unit="지도정책과", title="지도를 연다")),
        ("0413 지도를 연다(본문).hwpx", FileName(tags=("본문",), title="지도를 연다")),
        (
            "250321 조간 (보도) 지도를 연다(수정).hwpx",
            FileName(date(2025, 3, 21), "조간", "보도", None, ("수정",), "지도를 연다"),
        ),
        (
            "(금감원)_250321_석간_(보도자료) 지도를 연다_F.hwp",
            FileName(date(2025, 3, 21), "석간", "보도자료", "금감원", ("F",), "지도를 연다"),
        ),
        (
            "250321 (보도자료) 1400_지도를 연다.hwp",
            FileName(date(2025, 3, 21), "1400", "보도자료", title="지도를 연다"),
        ),
        ("999999 배포시 (보도자료)지도를 연다.hwp", FileName(timing="배포시", kind="보도자료", title="지도를 연다")),
        ("(모두발언)_지도를 연다_FN(3).hwp", FileName(kind="모두발언", tags=("FN(3)",), title="지도를 연다")),
        ("2. [보도자료 별첨] 지도 견본.pdf", FileName(tags=("보도자료 별첨",), title="지도 견본")),
        (
            "(과학원 4.12.) 지도를 연다(보도자료).hwpx",
            FileName(kind="보도자료", unit="과학원 4.12.", title="지도를 연다"),
        ),
        (
            "250321 (관계부처합동) 지도를 연다.hwpx",
            FileName(date(2025, 3, 21), tags=("관계부처합동",), title="지도를 연다"),
        ),
        ("250321 관세청, 지도를 연다.hwpx", FileName(date(2025, 3, 21), title="관세청, 지도를 연다")),
        ("2025 지도 박람회.hwpx", FileName(title="2025 지도 박람회")),
        ("%EC%A7%80%EB%8F%84.hwp", FileName(title="지도")),
        ("지도.hwp 서식 안내.hwpx", FileName(title="지도.hwp 서식 안내")),
    ],
)
def test_names_are_taken_apart(name: str, expected: FileName) -> None:
    assert parse_filename(name) == expected


def test_decomposed_names_of_other_systems_are_composed() -> None:
    assert parse_filename("지도.hwp").title == "지도"


@given(st.text(max_size=60))
def test_never_raises(name: str) -> None:
    parse_filename(name)
