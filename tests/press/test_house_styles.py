"""A release in the house style of each agency: body, items, times, agency and annexes come out alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from builders.blocks import paragraph, release

from hwpextract.press.model import PressRelease


@dataclass(frozen=True)
class Style:
    """How an agency sets its releases (house_styles.tsv)."""

    agency: str
    body: str
    first_mark: str
    second_mark: str
    blanks: int
    times: str


def styles() -> list[Style]:
    rows = Path(__file__).with_name("house_styles.tsv").read_text("utf-8").splitlines()
    found = []
    for row in rows:
        if not row.startswith("#"):
            agency, body, first, second, blanks, times = row.split("\t")
            found.append(Style(agency, body, first or "□", second or "ㅇ", int(blanks), times))
    return found


def lines_of(style: Style) -> list[str]:
    lead = f"{style.agency}(장관 홍길동)은 13일 동네 지도*를 연다고 밝혔다."
    if style.body == "para":
        blank = " " * style.blanks
        return [
            f"{blank}{lead}",
            "   * 길을 그린 그림",
            f"{blank}지도는 누구나 쓸 수 있다.",
            f"{blank}홍길동 장관은 “길은 모두의 것이다.”라고 밝혔다.",
        ]
    return [
        f"{style.first_mark} {lead}",
        "   * 길을 그린 그림",
        f" {style.second_mark} 지도는 누구나 쓸 수 있다.",
        f"{style.first_mark} 홍길동 장관은 “길은 모두의 것이다.”라고 밝혔다.",
    ]


def printed(style: Style) -> PressRelease:
    times = (
        "| 보도시점 | 2026. 4. 13.(월) 12:00 | 배포 | 2026. 4. 13.(월) 09:00 |"
        if style.times == "split"
        else "| 보도시점 : 2026. 4. 13.(월) 12:00 / 배포 : 2026. 4. 13.(월) 09:00 |"
    )
    return release(
        "| <pic/> | 보도자료 | |",
        times,
        "| 동네 지도를 연다 |\n| - 골목까지 한눈에 - |",
        *map(paragraph, lines_of(style)),
        "붙임  동네 지도 견본 1부.  끝.",
        """
        | 담당 부서 | 지도국 | 책임자 | 과  장 | 홍길동 | (044-000-0001) |
        | | 지도과 | 담당자 | 사무관 | 김철수 | (044-000-0002) |
        """,
        "| 붙임 | | 동네 지도 견본 |",
        "견본이다.",
    )


@pytest.mark.parametrize("style", styles(), ids=lambda style: style.agency)
def test_release_of_an_agency(style: Style) -> None:
    found = printed(style)
    lines = lines_of(style)
    assert found.agency == style.agency
    assert found.evidence["agency"].confidence >= 0.95
    assert [paragraph.text for paragraph in found.paragraphs] == lines
    assert [(annex.label, annex.title) for annex in found.annexes] == [("붙임", "동네 지도 견본")]
    assert (len(found.release_times), found.distributed is not None, found.department) == (1, True, "지도과")
    assert [(quote.speaker, quote.text) for quote in found.quotes] == [("홍길동 장관", "길은 모두의 것이다.")]
    first, second, third = found.items
    assert first.notes == ("길을 그린 그림",)
    levels = (None, None, None) if style.body == "para" else (1, 2, 1)
    assert (first.level, second.level, third.level) == levels
    assert found.warnings == ()


def test_every_agency_of_the_survey_is_there() -> None:
    assert len(styles()) == 52
    assert {style.body for style in styles()} == {"para", "box"}
