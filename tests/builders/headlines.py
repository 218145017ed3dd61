"""Releases with lines between banner and story, for what becomes of these lines."""

from __future__ import annotations

from builders.blocks import release
from hwpextract.press.model import PressRelease

TITLE = "다라군, 해안 숲길 8km 새로 낸다"
BODY = "다라군(군수 홍길동)은 가을까지 해안 숲길 8km를 새로 낸다고 3일 밝혔다."
MORE = "숲길은 유모차와 휠체어도 다닐 수 있게 턱을 없앤다."


def between(*lines: str) -> PressRelease:
    """A release with these lines between its banner and its story."""
    return release("| 보도자료 |\n| 배포일 | 2021. 9. 3.(금) |", *lines, BODY, MORE)


def headline(*lines: str) -> tuple[str | None, tuple[str, ...], list[str]]:
    """Title, sub-headlines and paragraphs of such a release."""
    found = between(*lines)
    return found.title, found.subtitles, [paragraph.text for paragraph in found.paragraphs]
