"""Slogans beside a banner or above a headline, of the government and of local bodies, and greetings to those who report."""

from __future__ import annotations

from hwpextract.characters import fold
from hwpextract.patterns import pattern
from hwpextract.press.labels import MASTHEADS

LONGEST_SLOGAN = 40
_LEAST_SLOGAN = 6
_NATIONAL_SLOGANS = (
    "국민행복희망의새시대",
    "국민의나라정의로운대한민국나라를나라답게",
    "다시도약하는대한민국함께잘사는국민의나라",
    "다시대한민국새로운국민의나라",
    "국민이주인인나라함께행복한대한민국",
    "국민주권정부국민과함께",
)
"""What governments since 2013 print beside the banner."""
_SYLLABLES = pattern(r"[가-힣]{2,}")
_DIGIT = pattern(r"\d")
_BODY = pattern(r"(?:특별자치|광역|특례|특별)?[시군구도](?:청|의회|민|는|은|가|이|와|과|의)?")
_WITH_SLOGAN = pattern(
    r"^\s*(?P<word>보\s*도\s*(?:참\s*고\s*|설\s*명\s*)?자\s*료)\s+(?P<slogan>(?!배포|제공|관련|요청|안내|목록)[가-힣][가-힣\s,·!]{3,20})$"
)

_LONGEST_GREETING = 80
_GREETING = pattern(
    r"(?:홍보|보도|기사|언론|기자|취재|게재|[시군구도의]정(?:에|을|\s)).*(?:감사|고맙|부탁).{0,6}니다[\s.!]*$",
    needs=("니다",),
)


def is_greeting(text: str) -> bool:
    """Whether a line thanks those who report, or asks them to ('군정 홍보에 협조해 주셔서 감사합니다.')."""
    return len(text) <= _LONGEST_GREETING and bool(_GREETING.search(text))


def banner_and_slogan(text: str) -> tuple[str, str] | None:
    """The banner word and the slogan beside it on one line, as PDF files give a banner without lines ('보도자료 함께하는 농정')."""
    match = _WITH_SLOGAN.match(text)
    word = fold(match["word"]) if match else ""
    return (word, match["slogan"]) if match and word in MASTHEADS else None


def is_national_slogan(text: str) -> bool:
    """Whether a line is the government's slogan, or one of its lines."""
    words = "".join(filter(str.isalnum, text))
    return len(words) >= _LEAST_SLOGAN and any(words in slogan for slogan in _NATIONAL_SLOGANS)


def is_slogan(text: str, below: str) -> bool:
    """Whether a line above a headline is the slogan of a local body.

    Slogans name the place without 시, 군, 구 or 도 ('더 큰 가나, 행복한 시민'); the headline below opens with the body itself.
    """
    if len(text) > LONGEST_SLOGAN or _DIGIT.search(text):
        return False
    opening = _SYLLABLES.search(below)
    return opening is not None and any(_is_body(opening[0], word) for word in _SYLLABLES.findall(text))


def _is_body(name: str, place: str) -> bool:
    return name.startswith(place) and bool(_BODY.fullmatch(name, len(place)))
