"""Agencies with which a headline, the name of a file or a signature opens."""

from __future__ import annotations

from hwpextract.patterns import pattern
from hwpextract.press.phrases.agencies import Mention, leading, mentions
from hwpextract.press.phrases.head_lines import NAME
from hwpextract.press.phrases.names import HEAD_BEHIND

_TITLED = pattern(
    r"\s?(?:[,，]|[-–]\s|$)|\s(?:인사(?:\s?발령|이동)?|(?:주간|월간)\s?\S*\s?(?:계획|일정)|보도\s?계획)\s*(?:[(（<\[].*)?$"
)
"""What stands behind an agency with which a headline opens: '가나청, …', '가나청 인사(4. 13.)', '가나청 주간 보도계획'."""
_TAG = pattern(r"^\[[가-힣 ]{2,8}\] ", needs="[")
_SPEECHES = ("신년사", "송년사", "취임사", "이임사", "기념사", "추모사", "추도사", "담화문", "인사말")
_SPEAKER = pattern(rf"{HEAD_BEHIND}\s(?:{'|'.join(_SPEECHES)})$")
"""What stands behind the agency whose head speaks: '2026년 홍길동 가나청장 신년사'."""
_SIGNATURE = pattern(rf"{HEAD_BEHIND}\s{NAME}")
"""Who signs behind the name of his agency: ' 위원장 홍길동', ' 장관 홍 길 동'."""
_QUOTES = "‘’“”'\"「」[]() "


def agency_in_title(line: str, on: str) -> str | None:
    """The agency with which a headline opens, or whose head speaks."""
    line = _TAG.sub("", line)
    found = opening(line, on)
    if found and opens_title(found, line):
        return found.agency.name
    heads = mentions(line, on) if line.endswith(_SPEECHES) else iter(())
    return next((mention.agency.name for mention in heads if _SPEAKER.match(line, mention.end)), None)


def opening(text: str, on: str) -> Mention | None:
    """The agency at the very beginning of a text, between quotation marks or not."""
    return leading(text, len(text) - len(text.lstrip(_QUOTES)), on)


def opens_title(mention: Mention, line: str) -> bool:
    """Whether an agency named in a line is who the headline is of, by what stands behind it."""
    return bool(_TITLED.match(line, mention.end))


def signing(line: str, on: str = "") -> Mention | None:
    """The agency of whose head with his name a line consists ('가나청장 홍길동')."""
    found = opening(line, on)
    return found if found and _SIGNATURE.fullmatch(line, found.end) else None
