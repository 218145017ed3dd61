"""Smaller things a release states: the government's agenda, the report it answers, hash tags, its licence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hwpextract.characters import squeeze
from hwpextract.document import Block, Paragraph, build
from hwpextract.press.model import NewsReport, ReleaseKind
from hwpextract.press.tables import frame_blocks, lines_of

ANSWERS = frozenset({ReleaseKind.EXPLANATION, ReleaseKind.REBUTTAL, ReleaseKind.CORRECTION})
"""Kinds of releases that answer a news report."""

_REACH = 12
_AGENDA = re.compile(r"^\s*[【\[<(]?\s*(?:관련\s*)?국정과제\s*[】\]>)]?\s*[:：]?\s*(?P<agenda>\d.*\S)\s*$")
_BOX = re.compile(
    r"^[<〈\[【]?\s*(?:주요\s*)?보도\s*(?:주요\s*)?내용\s*[(（](?P<outlet>[^,，()]+)[,，]\s*(?P<rest>[^()]*)[)）]"
)
_TITLED = re.compile(
    r"(?P<day>[‘’'`]?\d{2,4}\s*[.년]\s*\d{1,2}\s*[.월]\s*\d{1,2}\s*[.일]?)\s*자?\s*(?P<outlet>[가-힣A-Za-z]+(?:일보|신문|경제|뉴스|방송|타임스|데일리|투데이|한겨레|KBS|MBC|SBS|YTN))"
    r"(?:\((?P<page>[^()]*\d+\s*면)\))?"
)
_HEADLINE = re.compile(r"^[◈◇☞❍○ㅇ\-·]\s*(?P<headline>.+)$")
_HASHTAG = re.compile(r"(?<![\w&])#([가-힣A-Za-z0-9_]{2,30})")
_KOGL = re.compile(r"공공누리\s*[‘'“\"]?\s*제?\s*(?P<type>[0-4])\s*유형")
_ATTRIBUTION = re.compile(r"[‘'“\"]?출처\s*표시[’'”\"]?\s*조건에\s*따라")


def national_agenda(lines: Sequence[str]) -> tuple[str, ...]:
    """Numbers and names behind 【관련 국정과제】 in the title frame."""
    return tuple(match["agenda"] for line in lines if (match := _AGENDA.match(line)))


def reports_answered(kind: ReleaseKind | None, title: str | None, items: Sequence[Block]) -> tuple[NewsReport, ...]:
    """The news reports that an explanation or rebuttal names in its title or in the box '< 보도 내용 (한겨레, 5.20) >'."""
    if kind not in ANSWERS:
        return ()
    return tuple(_reports(title or "", items))


def _reports(title: str, items: Sequence[Block]) -> Iterator[NewsReport]:
    for match in _TITLED.finditer(title):
        yield build(NewsReport, outlet=match["outlet"], day=squeeze(match["day"]), page=match["page"], headline=None)
    for item in items[:_REACH]:
        lines = [item.text] if isinstance(item, Paragraph) else lines_of(frame_blocks(item) or ())
        for line, after in zip(lines, [*lines[1:], ""], strict=False):
            box = _BOX.match(line)
            if box:
                headline = _HEADLINE.match(after)
                yield build(
                    NewsReport,
                    outlet=squeeze(box["outlet"]),
                    day=squeeze(box["rest"]) or None,
                    page=None,
                    headline=headline["headline"] if headline else None,
                )


def hashtags(lines: Sequence[str]) -> tuple[str, ...]:
    """Hash tags without their sign, each once."""
    return tuple(dict.fromkeys(tag for line in lines for tag in _HASHTAG.findall(line)))


def licence(lines: Sequence[str]) -> str | None:
    """The 공공누리 type that a notice in the text states ('공공누리 제1유형'); None where none does."""
    for line in lines:
        if match := _KOGL.search(line):
            return f"공공누리 제{match['type']}유형"
        if _ATTRIBUTION.search(line):
            return "공공누리 제1유형"
    return None
