"""Smaller things a release states: the government's agenda, the report it answers, hash tags, its licence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from hwpextract.characters import squeeze
from hwpextract.document import Block, Paragraph, paragraphs_of, text_of
from hwpextract.node import Locator, build
from hwpextract.patterns import pattern
from hwpextract.press.model import NewsReport, ReleaseKind
from hwpextract.press.phrases.headline import is_agenda
from hwpextract.press.tables import frame_blocks, lines_of

ANSWERS = frozenset({ReleaseKind.EXPLANATION, ReleaseKind.REBUTTAL, ReleaseKind.CORRECTION})
"""Kinds of releases that answer a news report."""

_REACH = 12
_FRAMES = 3
"""Blocks below the headline among which a frame, or a line that says so, may name the agenda."""
_OUTLET = (
    "(?:[가-힣A-Za-z]{1,8}(?:일보|신문|경제|뉴스|방송|타임스|데일리|투데이|저널|TV)|한겨레|뉴스1|오마이뉴스|프레시안"
    "|TV조선|채널A|KBS|MBC|SBS|YTN|JTBC|MBN)"
)
_DAY = r"(?:[‘’'`]?\d{2,4}\s*[.년]\s*)?\d{1,2}\s*[.월]\s*\d{1,2}\s*[.일]?"
_AGENDA = pattern(
    r"^\s*+(?:[【\[<〔(]\s*+)?(?:관련\s*+)?국정과제\s*+(?:(?P<number>\d[\d-]*)\s*[】\]>〕)]\s*(?P<name>\S.*?)"
    r"|(?:[】\]>〕)]\s*+)?(?:[:：]\s*+)?(?P<agenda>\d.*\S))\s*$"
)
_BOX = pattern(
    r"^(?:[□ㅇ○]|\d\.)?\s*[<〈\[【《]?\s*(?:주요\s*|언론\s*)*보도\s*(?:주요\s*)?내용\s*[>〉\]】》]?\s*"
    r"[(（](?P<outlet>[^,，()]+)[,，]\s*(?P<rest>(?:[^()]|\([월화수목금토일]\))*)[)）]"
)
_BEHIND = r"(?:\s*[,，:]?\s*(?:「[^」]{1,20}」\s*(?=[‘“]))?[‘“「『｢](?P<headline>[^‘’“”「」『』｢｣]{2,80})[’”」』｣])?"
"""The headline of the report right behind its paper and day, or behind the programme of a station."""
_DAY_FIRST = pattern(
    rf"(?P<day>{_DAY})\s*(?:일?자)?\s*(?:\([월화수목금토일]\)\s*)?[,，]?\s*(?P<outlet>{_OUTLET})"
    rf"(?:\((?P<page>[^()]*\d+\s*면)\))?{_BEHIND}"
)
_OUTLET_FIRST = pattern(
    rf"(?P<outlet>{_OUTLET})(?:은|는|이|가)?(?:\s뉴스\S{{0,3}}?)?\s*[(（]?\s*(?P<day>{_DAY})\s*자?(?:[,，]?\s*(?P<page>[A-Z]?\d+\s*면))?[)）]?{_BEHIND}"
)
_AROUND_HEADLINE = pattern(
    rf"(?P<outlet>{_OUTLET})\s*[,，:]?\s*[‘“「『｢](?P<headline>[^‘’“”「」『』｢｣]{{2,80}})[’”」』｣]\s*[(（]\s*(?P<day>{_DAY})"
)
_HEADLINE_FIRST = pattern(
    r"[‘“「『｢](?P<headline>[^‘’“”「」『』｢｣]{2,80})[’”」』｣]\s*(?:제하의?\s*)?(?:보도|기사)\s*[(（]\s*"
    rf"(?P<outlet>{_OUTLET})\s*[,，]?\s*(?P<day>{_DAY})"
)
_HEADLINE = pattern(r"^[◈◇☞❍○ㅇ\-·]\s*(?P<headline>.+)$")
_NAMED = (_HEADLINE_FIRST, _DAY_FIRST, _OUTLET_FIRST, _AROUND_HEADLINE)
"""Ways in which a sentence or a title names a report."""
_HASHTAG = pattern(r"(?<![\w&/])#([가-힣A-Za-z0-9_]{2,30})")
_KOGL = pattern(r"공공누리\s*[‘'“\"]?\s*제?\s*(?P<type>[0-4])\s*유형")
_ATTRIBUTION = pattern(r"출처\s*표시[’'”\"]?\s*조건에\s*따라")


class Details(NamedTuple):
    """What a release states beside its main fields, and by field the place and the printed line."""

    national_agenda: tuple[str, ...]
    responds_to: tuple[NewsReport, ...]
    hashtags: tuple[str, ...]
    licence: str | None
    places: dict[str, tuple[Locator, str]]


def read_details(
    kind: ReleaseKind | None,
    title: str | None,
    head: Sequence[Block],
    story: Sequence[Block],
    closing: Sequence[Paragraph],
) -> Details:
    """The smaller things stated above the story, in it, and behind it."""
    plain = [block for block in (*story, *closing) if isinstance(block, Paragraph)]
    ending = plain[-3 - len(closing) :]
    everywhere = [*head, *plain]
    near = [*head, *(block for block in story[:_FRAMES] if not isinstance(block, Paragraph) or is_agenda(block.text))]
    above = text_of(near)
    printed = "\n".join([above, *[block.text for block in plain]])
    agenda = national_agenda(lines_of(near)) if "국정과제" in above else ()
    reports = reports_answered(kind, title, story)
    tags = hashtags(lines_of(ending)) if "#" in printed else ()
    rule = licence(lines_of(everywhere)) if "공공누리" in printed or "출처" in printed else None
    places: dict[str, tuple[Locator, str]] = {}
    for field, value, blocks, says in (
        ("national_agenda", agenda, near, lambda line: national_agenda([line])),
        ("responds_to", reports, [*head, *story[:_REACH]], lambda line: any(r.outlet in line for r in reports)),
        ("hashtags", tags, ending, lambda line: hashtags([line])),
        ("licence", rule, everywhere, lambda line: licence([line])),
    ):
        place = _place(blocks, says) if value else None
        if place:
            places[field] = place
    return Details(agenda, reports, tags, rule, places)


def _place(blocks: Sequence[Block], says: Callable[[str], object]) -> tuple[Locator, str] | None:
    """The first paragraph one of whose lines says something, and that line."""
    for paragraph in paragraphs_of(blocks):
        for line in lines_of((paragraph,)):
            if says(line):
                return paragraph.locator, line
    return None


def national_agenda(lines: Sequence[str]) -> tuple[str, ...]:
    """Numbers and names behind 【관련 국정과제】 in the title frame."""
    found = [match for line in lines if is_agenda(line) and (match := _AGENDA.match(line))]
    return tuple(match["agenda"] or f"{match['number']} {match['name']}" for match in found)


def reports_answered(kind: ReleaseKind | None, title: str | None, items: Sequence[Block]) -> tuple[NewsReport, ...]:
    """The news reports that an explanation or rebuttal names in its title or in the box '< 보도 내용 (한겨레, 5.20) >'."""
    if kind not in ANSWERS:
        return ()
    return tuple(_reports(title or "", items))


def _reports(title: str, items: Sequence[Block]) -> Iterator[NewsReport]:
    in_title = _named(title)
    if in_title:
        yield in_title
    is_named = in_title is not None
    for item in items[:_REACH]:
        lines = [item.text] if isinstance(item, Paragraph) else lines_of(frame_blocks(item) or ())
        for line, after in zip_longest(lines, lines[1:], fillvalue=""):
            if box := _BOX.match(line):
                is_named = True
                yield _boxed(box, _HEADLINE.match(after))
            elif not is_named and (found := _named(line)):
                is_named = True
                yield found


def _named(text: str) -> NewsReport | None:
    """The report that a sentence or a title names."""
    found = next(filter(None, (named.search(text) for named in _NAMED)), None)
    if found is None:
        return None
    said = found.groupdict()
    day, headline = squeeze(said["day"]), said.get("headline")
    return build(NewsReport, outlet=said["outlet"], day=day, page=said.get("page"), headline=headline)


def _boxed(box: re.Match[str], headline: re.Match[str] | None) -> NewsReport:
    return build(
        NewsReport,
        outlet=squeeze(box["outlet"]),
        day=squeeze(box["rest"]) or None,
        page=None,
        headline=headline["headline"] if headline else None,
    )


def hashtags(lines: Sequence[str]) -> tuple[str, ...]:
    """Hash tags without their sign, each once."""
    return tuple(dict.fromkeys(tag for line in lines if "#" in line for tag in _HASHTAG.findall(line)))


def licence(lines: Sequence[str]) -> str | None:
    """The 공공누리 type that a notice in the text states ('공공누리 제1유형'); None where none does."""
    for line in lines:
        if "공공누리" in line and (match := _KOGL.search(line)):
            return f"공공누리 제{match['type']}유형"
        if "출처" in line and "조건" in line and _ATTRIBUTION.search(line):
            return "공공누리 제1유형"
    return None
