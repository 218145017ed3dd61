"""Releases with parts below their headline, for what of these is the story."""

from __future__ import annotations

from builders.blocks import release
from hwpextract.document import Block

HEAD = "| <pic/> | 보도자료 | |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |"
FIRST = "행정안전부는 12일 동네 지도를 연다고 밝혔다."
LAST = "지도는 누구나 쓸 수 있다."
CONTACTS = "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |"


def story(*parts: str | Block) -> list[str]:
    """Paragraphs of a release with these parts below its headline."""
    return [paragraph.text for paragraph in release(HEAD, *parts).paragraphs]
