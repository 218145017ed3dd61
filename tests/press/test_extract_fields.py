from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from builders.blocks import box, document, frame, page_header, paragraph, picture, release
from builders.lines import KEYS, shown
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from hwpextract.document import Block, Cell, Document, Table
from hwpextract.document import cell as new_cell
from hwpextract.press import extract_fields
from hwpextract.press.model import PressRelease, ReleaseTime, SourceInfo
from hwpextract.sniff import Format

WHOLE = """
| <pic/> | 보도자료 | |

| 보도시점 | 2026. 4. 12.(일) 12:00 | 배포 | 2026. 4. 10.(금) |

| 동네 지도를 연다 |
| - 골목까지 한눈에 - |

행정안전부(장관 홍길동)는 12일 동네 지도를 연다고 밝혔다.

| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |

| 붙임 | | 지도 견본 |

견본이다.
"""
STATED = {
    "masthead",
    "kind",
    "agencies",
    "body",
    "items",
    "title",
    "subtitles",
    "agency",
    "department",
    "departments",
    "contact",
    "contacts",
    "release_times",
    "distributed",
    "paragraphs",
    "annexes",
}
EVIDENT = STATED | {"quotes", "national_agenda", "responds_to", "hashtags", "licence"}
"""Fields that have evidence whenever they are stated."""


def test_evidence_is_for_fields_of_the_model() -> None:
    about_the_file = {
        "schema_version",
        "likelihood",
        "evidence",
        "source",
        "warnings",
        "coverage",
        "verification",
        "document",
    }
    assert set(PressRelease.model_fields) - about_the_file == EVIDENT


def test_every_stated_field_has_evidence() -> None:
    found = release(WHOLE)
    assert set(found.evidence) == STATED
    assert all(0 < entry.confidence <= 1 and entry.raw for entry in found.evidence.values())
    assert found.likelihood == 1.0


def test_evidence_points_into_the_document() -> None:
    found = release(WHOLE)
    text = found.document.model_dump_json()
    for field, entry in found.evidence.items():
        if entry.locator is not None:
            assert f'"{entry.locator.split("/r")[0]}"' in text, field


def test_nothing_else_is_stated() -> None:
    found = release("| 보도자료 |", "| 보도시점 | 배포 즉시 |")
    assert list(shown(found)) == ["masthead: 보도자료 press_release", "release: - | 즉시 | - | 배포 즉시"]
    assert set(found.evidence) == {"masthead", "kind", "release_times"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "모두발언\n\n여러분, 반갑습니다.\n\n동네 지도를 함께 엽니다.",
        "2025년 연차 보고서\n\n| 구분 | 값 |\n| 길이 | 3km |",
        "404 Not Found",
    ],
)
def test_other_documents_give_no_fields_and_a_warning(text: str) -> None:
    found = release(text)
    assert list(shown(found)) == []
    assert found.evidence == {}
    assert [warning.code for warning in found.warnings] == ["not_a_press_release"]
    assert found.likelihood < 0.4


def test_same_document_gives_the_same_release() -> None:
    whole = document(WHOLE, saved=datetime(2026, 4, 10))
    source = SourceInfo(format=Format.HWPX, filename="260412 동네 지도를 연다.hwpx", size=1, sha256="0" * 64)
    first, second = (extract_fields(whole, source).model_dump_json() for _ in range(2))
    assert first == second


def test_release_survives_json() -> None:
    found = release(WHOLE)
    assert found.distributed
    assert (type(found.release_times[0].at), type(found.distributed.at)) == (datetime, date)
    assert PressRelease.model_validate_json(found.model_dump_json()) == found
    # A day stays one also where the JSON was read by something else.
    assert PressRelease.model_validate(json.loads(found.model_dump_json())) == found
    assert PressRelease.model_validate(found.model_dump()) == found


@pytest.mark.parametrize("at", ["2026-13-01", "2026-04-1x", "soon"])
def test_what_is_no_time_is_refused(at: str) -> None:
    with pytest.raises(ValidationError):
        ReleaseTime.model_validate({"raw": "", "at": at})


# --- The file name as a second source ---


@pytest.mark.parametrize(
    ("name", "confidence", "alternatives"),
    [
        ("260412 동네 지도를 연다(지도과).hwpx", 0.98, ()),
        ("260412 동네 지도를 연다!.hwpx", 0.98, ()),
        ("260412 우리 동네 골목 지도를 연다(지도과).hwpx", 0.9, ()),
        ("260412 바다 위 등대를 지킨다(지도과).hwpx", 0.7, ("바다 위 등대를 지킨다",)),
        ("download.hwpx", 0.9, ()),
        (None, 0.9, ()),
    ],
)
def test_title_of_the_file_name(name: str | None, confidence: float, alternatives: tuple[str, ...]) -> None:
    found = release(WHOLE, filename=name)
    assert found.title == "동네 지도를 연다"
    assert (found.evidence["title"].confidence, found.evidence["title"].alternatives) == (confidence, alternatives)
    assert [warning.code for warning in found.warnings] == ["sources_disagree"] * len(alternatives)


def test_unit_and_day_of_the_file_name_confirm() -> None:
    found = release(WHOLE, filename="260412 (지도국-지도과) 동네 지도를 연다.hwpx")
    other = release(WHOLE, filename="260411 (바다국-등대과) 동네 지도를 연다.hwpx")
    assert (found.evidence["department"].confidence, found.evidence["release_times"].confidence) == (0.98, 0.98)
    assert (other.evidence["department"].confidence, other.evidence["release_times"].confidence) == (0.95, 0.95)
    assert other.warnings == ()


# --- Whatever the document ---

WORDS = [
    *"보도자료|보 도 자 료|보도시점|보도 시점 :|배포|배포일시|누리망·방송|담당 부서|책임자|담당자|담당과장|연락처|작성과".split(
        "|"
    ),
    *"2026. 4. 12.(일) 12:00|4. 13.(월) 조간|배포 즉시|2025. 00. 00.(0)|13월 32일|보도시점 : 즉시 / 배포 : 4. 10.".split(
        "|"
    ),
    *"지도국|지도과|행정안전부 지도과|과  장|홍길동|김 철|홍길동 사무관(02-0000-0000)|담당 : 지도과 홍길동(044-000-0001)".split(
        "|"
    ),
    *"(044-000-0001)|(2594)|aaaa0000@korea.kr|제 목 : 지도|- 골목까지 한눈에 -|【관련 국정과제】 1. 지도|※ 주의|* 길".split(
        "|"
    ),
    *"□ 동네 지도를|행정안전부(장관 홍길동)는 연다고 밝혔다.|“지도를 연다”라고 말했다.|#지도|붙임|참고 1|끝.|- - -".split(
        "|"
    ),
]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Small tables with spans that may leave the grid and places without a cell."""
    rows, cols = draw(st.integers(0, 4)), draw(st.integers(0, 6))
    cells: list[Cell] = []
    for row in range(rows):
        for col in range(cols):
            if draw(st.integers(0, 9)):
                held = tuple(paragraph(text) for text in draw(st.lists(st.sampled_from(WORDS), max_size=2)))
                cells.append(
                    new_cell(row, col, draw(st.sampled_from([1, 1, 2, 4])), draw(st.sampled_from([1, 1, 3])), held)
                )
    return Table(locator="s0/t0", rows=rows, cols=cols, cells=tuple(cells))


LEAVES = st.one_of(st.sampled_from(WORDS).map(paragraph), tables(), st.just(picture("행안부_로고.jpg")))
BLOCKS = st.one_of(
    LEAVES,
    st.lists(LEAVES, max_size=2).map(lambda parts: frame(*parts)),
    st.lists(LEAVES, max_size=2).map(lambda parts: box(*parts)),
)


@given(
    st.lists(BLOCKS, max_size=8),
    st.lists(LEAVES, max_size=2),
    st.sampled_from([None, "", "260412 지도.hwpx", "9999 (.hwp"]),
)
def test_any_document_gives_a_release(parts: list[Block], above: list[Block], filename: str | None) -> None:
    found = release(*parts, side=(page_header(*above),), filename=filename)
    for line in shown(found):
        assert line.partition(": ")[0] in KEYS
    assert all(text is None or text.strip() for text in (found.masthead, found.title, found.agency, found.department))
    assert all(text.strip() for text in (*found.subtitles, *found.agencies))
    stated = {field for field in EVIDENT if getattr(found, field) not in (None, ())}
    assert stated <= set(found.evidence) <= STATED | EVIDENT
    PressRelease.model_validate_json(found.model_dump_json())


def test_deep_nesting_is_read() -> None:
    nested: Block = paragraph("보도자료")
    for _ in range(100):
        nested = frame(nested)
    found: Document = document(nested)
    assert extract_fields(found, SourceInfo(format=Format.HWPX, filename=None, size=0, sha256="")).title is None


def test_masked_numbers_are_told_of_without_their_digits() -> None:
    table = "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (010-5***-0000) |\n| | | 담당자 | 사무관 | 김철수 | 044-000-**** |"
    found = release(WHOLE.replace("| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |", table))
    assert [(contact.name, contact.phones) for contact in found.contacts] == [("홍길동", ()), ("김철수", ())]
    (told,) = found.warnings
    assert (told.code, told.count) == ("number_masked", 2)
    assert "5***" not in told.message


def test_agencies_that_only_the_units_name_have_their_evidence() -> None:
    table = """
        | | | 보도자료 ⏎ 담당 : 지도과 홍길동(044-000-0001) | |
        | | 행정안전부 지도과 | | |
        | | | | 홍길동 사무관(02-0000-0000) |
        """
    found = release("보도자료", table)
    assert (found.agency, found.agencies) == (None, ("행정안전부",))
    assert found.evidence["agencies"] == found.evidence["departments"]
