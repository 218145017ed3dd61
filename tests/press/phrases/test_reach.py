from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwpextract.press.phrases.reach import extended, is_reach_cell, is_reachable, masked, plain, reaches, without_reach


def phones(text: str) -> list[str]:
    return [phone for reach in reaches(plain(text)) for phone in reach.phones]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(044-000-2471)", ["044-000-2471"]),
        ("044-000-2471~3", ["044-000-2471", "044-000-2472", "044-000-2473"]),
        ("02-0000-4009~10", ["02-0000-4009", "02-0000-4010"]),
        ("044-000-7660, 7661", ["044-000-7660", "044-000-7661"]),
        ("044-000-6860 / 6861", ["044-000-6860", "044-000-6861"]),
        ("(044)000-3398, 3400", ["044-000-3398", "044-000-3400"]),
        ("(02) 0000-4009", ["02-0000-4009"]),
        ("051)000-1030", ["051-000-1030"]),
        ("02·0000·5678", ["02-0000-5678"]),
        ("02 0000 5678", ["02-0000-5678"]),
        ("044–000–2471", ["044-000-2471"]),
        ("０４４－０００－２４７１", ["044-000-2471"]),
        ("0 44-000-2471", ["044-000-2471"]),
        ("+82-2-0000-4009", ["02-0000-4009"]),
        ("010-0000-0001", ["010-0000-0001"]),
        ("0505-000-0001", ["0505-000-0001"]),
        ("T.0000-5290", ["0000-5290"]),
        ("☎ 000-5886", ["000-5886"]),
        ("1588-0000", ["1588-0000"]),
        ("044-000-7074, 7076, 1877-0000", ["044-000-7074", "044-000-7076", "1877-0000"]),
        ("044-000-0001~0900", ["044-000-0001", "044-000-0900"]),
        ("01000000000", ["010-0000-0000"]),
        ("(0440000501)", ["044-000-0501"]),
        ("02-0000-0000 / 팩스 02-0000-0001", ["02-0000-0000"]),
        ("02-0000-0000, 02-0000-0001(팩스)", ["02-0000-0000"]),
        ("02-0000-0001 ( FAX )", []),
        ("02-0000-0000 (팩스) 02-0000-0001", ["02-0000-0000"]),
        ("02-0000-0000(팩스 겸용)", ["02-0000-0000"]),
        ("전화 02-0000-0000, FAX) 02-0000-0001", ["02-0000-0000"]),
        ("054-000-0000(내선 12)", ["054-000-0000"]),
        # An extension behind a whole number is no number of its own.
        ("054-000-0000 (내선 105)", ["054-000-0000"]),
        ("054-000-0000, 내선 2105", ["054-000-0000"]),
        ("(054-000-0000 내선105번)", ["054-000-0000"]),
        ("054-000-0000(105)", ["054-000-0000"]),
        ("02-0000-0501·2", ["02-0000-0501", "02-0000-0502"]),
        ("02-0000-0501·02-0000-0507", ["02-0000-0501", "02-0000-0507"]),
        ("제2026-0320호", []),
        # Of a covered number nothing is a number.
        ("044-000-0502, 010-****-0000", ["044-000-0502"]),
        ("044-000-0502 / 010-○○○○-0000", ["044-000-0502"]),
        ("010-0000-****", []),
        ("010-0000", []),
        ("(010-5***-0000)", []),
        ("2026. 4. 12.", []),
        ("2024-2026", []),
        ("10.1-10.31", []),
    ],
)
def test_phones(text: str, expected: list[str]) -> None:
    assert phones(text) == expected


def test_extension_of_a_whole_number_goes_with_it() -> None:
    (reach,) = reaches("054-000-0000 (내선 105)")
    assert reach.extension is None
    assert without_reach("홍길동 054-000-0000 (내선 105)") == "홍길동 "


@pytest.mark.parametrize("text", ["(2594)", "(2594) 소득", "(내선 2594)", "내선 2594", "2594", "☎2594"])
def test_extension_takes_the_number_of_a_colleague(text: str) -> None:
    (reach,) = reaches(text)
    assert reach.phones == ()
    assert extended(reach.extension, "042-000-2458") == "042-000-2594"
    assert extended(reach.extension, None) is None
    assert is_reach_cell(text)


def test_email_may_be_broken_by_a_space() -> None:
    assert [reach.email for reach in reaches("(aaaa0000@ korea.kr)")] == ["aaaa0000@korea.kr"]
    assert [reach.email for reach in reaches("044-000-0000")] == [None]


@pytest.mark.parametrize("text", ["(044-000-0000)", "aaaa0000@korea.kr", "(010-5***-0000)", "010.5***.0000"])
def test_reachable(text: str) -> None:
    assert is_reachable(text)
    assert is_reach_cell(text)


@pytest.mark.parametrize("text", ["홍길동 과장 2026. 4. 12.", "과장", "", "2024-2026년"])
def test_not_reachable(text: str) -> None:
    assert not is_reachable(text)
    assert not is_reach_cell(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("과장 홍길동(044-000-0001~3)", "과장 홍길동"),
        ("문의: 지도과 (☎ 044)000-0001), aaaa0000@korea.kr", "문의: 지도과 , "),
        ("홍길동 010-5***-0000", "홍길동 "),
        ("2026. 4. 12. 12:00", "2026. 4. 12. 12:00"),
        # What looks masked as well takes nothing with it.
        ("홍길동 kim20xx@korea.kr 김철수 과장", "홍길동  김철수 과장"),
        ("02-0000-4009** 홍길동 과장", " 홍길동 과장"),
    ],
)
def test_text_without_numbers(text: str, left: str) -> None:
    assert without_reach(text) == left


NUMBERS = st.builds(
    "-".join,
    st.tuples(
        st.sampled_from(["02", "031", "044", "063", "010"]),
        st.integers(100, 9999).map(str),
        st.integers(0, 9999).map("{:04d}".format),
    ),
)


@given(NUMBERS, st.sampled_from(["{}", "({})", "☎ {}", "T. {}", "전화: {}", "홍길동({})"]), st.sampled_from("-.·–∙"))
def test_a_number_is_read_in_every_form(number: str, form: str, mark: str) -> None:
    assert phones(form.format(number.replace("-", mark))) == [number]


@given(st.text(max_size=80))
def test_plain_text_is_as_long_as_before(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert all(0 <= reach.start < reach.end <= len(text) for reach in reaches(plain(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(010-5***-0000)", ["010-5***-0000"]),
        ("044-000-****, 02-○○○○-0000", ["044-000-****", "02-○○○○-0000"]),
        ("aaaa00xx@korea.kr", []),
        ("044-000-0000", []),
        ("홍○○ 과장", []),
    ],
)
def test_masked(text: str, expected: list[str]) -> None:
    assert masked(text) == expected
