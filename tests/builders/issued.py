"""Releases that name their agency in one place alone."""

from __future__ import annotations

from builders.blocks import release
from hwpextract.press.model import PressRelease

TIMING = "| 보도시점 | 2026. 4. 12.(일) 12:00 |"
HEADLINE = "| 동네 지도를 연다 |"
NEUTRAL = "동네 지도가 12일 열린다."


def issued(
    lead: str = NEUTRAL, banner: str = "| <pic/> | 보도자료 | |", contacts: str = "", foot: str = ""
) -> PressRelease:
    """A release that names its agency nowhere but in the parts given."""
    return release(banner, TIMING, HEADLINE, lead, "지도는 누구나 쓴다.", contacts, foot)


def contact_of(unit: str) -> str:
    """A contact table with this unit."""
    return f"| 담당 부서 | {unit} | 책임자 | 과장 | 홍길동 | (044-000-0001) |"
