"""Releases with parts between their times and a story of one paragraph, for which of these are the headline."""

from __future__ import annotations

from builders.blocks import release
from hwpextract.document import Block
from hwpextract.press.model import PressRelease

TIMES = "| 보도시점 | 2026. 4. 12.(일) 12:00 | 배포 | 2026. 4. 10.(금) |"
HEAD = f"| <pic/> | 보도자료 | |\n\n{TIMES}"
BODY = "행정안전부는 12일 동네 지도를 연다고 밝혔다."


def below(*parts: str | Block) -> PressRelease:
    """A release with these parts between timing row and body."""
    return release(HEAD, *parts, BODY)


def headline(*parts: str | Block) -> tuple[str | None, list[str]]:
    """Title and sub-headlines of such a release, whose story stays whole."""
    found = below(*parts)
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY]
    return found.title, list(found.subtitles)
