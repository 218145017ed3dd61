"""Agencies with which a headline, the name of a file or a signature opens."""

from __future__ import annotations

from hwpextract.patterns import pattern
from hwpextract.press.labels import HEADS
from hwpextract.press.phrases.agencies import Mention, leading, mentions, named
from hwpextract.press.phrases.head_lines import NAME, SPEECHES
from hwpextract.press.phrases.names import HEAD, HEAD_BEHIND

_PERSONNEL = (
    r"(?:(?:[가-힣·]{1,6}급|고위공무원단?|정기|수시|[상하]반기|승진|전보|전입|및)\s?){0,4}"
    r"(?:인사(?:\s?(?:발령|이동))?|전보|승진)"
)
"""What headlines of personnel changes say: '인사', '과장급 인사발령', '고위공무원단 승진 및 전보'."""
_TITLED = pattern(
    rf"\s?(?:[,，]|[-–]\s|$)|\s(?:{_PERSONNEL}|(?:주간|월간)\s?\S*\s?(?:계획|일정)|보도\s?계획)\s*(?:[(（<\[].*)?$"
)
"""What stands behind an agency with which a headline opens: '가나청, …', '가나청 인사(4. 13.)', '가나청 주간 보도계획'."""
_PERSONNEL_OF = pattern(rf"{_PERSONNEL}\s?[(（](?P<name>[가-힣]{{2,20}})[)）]", needs=("인사", "전보", "승진"))
"""The same before its agency: '인사발령(가나청)'."""
_TAG = pattern(r"^\[[가-힣 ]{2,8}\] ", needs="[")
_SPEAKER = pattern(rf"{HEAD_BEHIND}\s(?:{'|'.join(SPEECHES)})$")
"""What stands behind the agency whose head speaks: '2026년 홍길동 가나청장 신년사'."""
_SIGNATURE = pattern(rf"{HEAD_BEHIND}\s{NAME}")
"""Who signs behind the name of his agency: ' 위원장 홍길동', ' 장관 홍 길 동'."""
_OFFICIALS = ("장", "조정관", "비서관", "대변인")
_SIGNATURE_OF_OFFICIAL = pattern(rf"\s[가-힣\d·]{{0,14}}(?:{'|'.join(_OFFICIALS)})\s{NAME}")
"""The same of an official who speaks for his agency: ' 다라관리본부장 홍길동'."""
SIGNED = pattern(rf"(?:{HEAD}|{'|'.join(_OFFICIALS)})\s{NAME}$", needs=(*HEADS, *_OFFICIALS))
"""Post and name in which a signature ends: '위원장 홍길동', '장관 홍 길 동'."""
_QUOTES = "‘’“”'\"「」[]() "


def agency_in_title(line: str, on: str) -> str | None:
    """The agency with which a headline opens, or whose head speaks."""
    line = _TAG.sub("", line)
    found = opening(line, on)
    if found and opens_title(found, line):
        return found.agency.name
    if of := _PERSONNEL_OF.fullmatch(line):
        return named(of["name"], on)
    heads = mentions(line, on) if line.endswith(SPEECHES) else iter(())
    return next((mention.agency.name for mention in heads if _SPEAKER.match(line, mention.end)), None)


def opening(text: str, on: str) -> Mention | None:
    """The agency at the very beginning of a text, between quotation marks or not."""
    return leading(text, len(text) - len(text.lstrip(_QUOTES)), on)


def opens_title(mention: Mention, line: str) -> bool:
    """Whether an agency named in a line is who the headline is of, by what stands behind it."""
    return bool(_TITLED.match(line, mention.end))


def signing(line: str, on: str = "", *, is_dated: bool = False) -> Mention | None:
    """The agency of whose head with his name a line consists ('가나청장 홍길동'), below a day also of an official of it."""
    found = opening(line, on)
    if found and (
        _SIGNATURE.fullmatch(line, found.end) or (is_dated and _SIGNATURE_OF_OFFICIAL.fullmatch(line, found.end))
    ):
        return found
    return None
