"""Lines that close a release behind its story, and the table of contents above it."""

from __future__ import annotations

from hwpextract.characters import fold
from hwpextract.patterns import pattern
from hwpextract.press.agencies import named
from hwpextract.press.dates import states_clock
from hwpextract.press.head_lines import NAME, says_when_or_how_many

_LONGEST = 40
_LONGEST_ENTRY = 150
_HEAD = pattern(r"(?:위원장|장관|처장|청장|원장|이사장|사장|총장|회장)\s+[가-힣]\s?[가-힣]{1,3}\s*$")
_HEAD_OF_BODY = pattern(
    rf"^\s*(?P<body>[가-힣]{{1,10}}?)(?P<post>시장|군수|구청장|도지사|교육감|청장)\s+{NAME}\s*$", needs="장수사감"
)
_QUOTED = pattern(r"^\s*[“\"][^“”\"]{6,36}[^“”\".?!다요까][”\"]\s*$")
_SPACED = pattern(r"^\W*(?:[가-힣]\s+){3,}[가-힣]\W*$")
_STRETCHED = pattern(r"^\W*(?:[가-힣]\s+)+[가-힣]\W*$")
_CONTENTS = pattern(r"^\W*(?:목\s*차|차\s*례)\W*$", needs=("차",))
_LEADERS = pattern(r"(?:[·.∙․]{4,}|[…‥]{2,})\s*\d{1,3}\s*$")


def signs(text: str) -> bool:
    """Whether a line is what stands at the foot: a day without a clock, the agency in stretched letters, its slogan, its head."""
    if len(text) > _LONGEST:
        return False
    if (says_when_or_how_many(text) and not states_clock(text)) or _QUOTED.match(text) or _SPACED.match(text):
        return True
    if signed := _HEAD_OF_BODY.match(text):
        return signed["post"] != "시장" or bool(named(f"{signed['body']}시"))  # '전통시장 이용권'
    head = _HEAD.search(text)
    name = text[: head.start()].strip() if head else fold(text) if _STRETCHED.match(text) else ""
    return bool(name and named(name))


def is_of_contents(text: str) -> bool:
    """Whether a line is the head of a table of contents, or an entry of it with dots up to the page."""
    if len(text) > _LONGEST_ENTRY:
        return False
    ends_in_page = text.rstrip()[-1:].isdecimal()
    return bool(_LEADERS.search(text) if ends_in_page else _CONTENTS.match(text))
