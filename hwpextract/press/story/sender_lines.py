"""Lines of the letterhead and lines that say whom to ask, which are told from the story wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hwpextract.characters import fold, is_syllable
from hwpextract.document import Block, Paragraph
from hwpextract.patterns import pattern
from hwpextract.press.contacts.people import entries
from hwpextract.press.labels import CONTACT_LABELS
from hwpextract.press.phrases.head_lines import PRESS_OFFICES
from hwpextract.press.phrases.headline import ends_sentence
from hwpextract.press.tables import lines_of

_REQUEST = pattern(
    r"^\W*(?:이|본|동)\s*(?:보도|참고|설명)?\s*자료.{0,60}(?:원하시|문의|궁금|취재).{0,160}(?:바랍니다|주십시오|됩니다)"
)
_ASK = pattern(
    r"^\W*(?:기타|보다|더|그\s?밖에)?\s*(?:자세한|궁금한|상세한).{0,100}(?:문의|연락).{0,20}(?:바랍니다|주십시오)"
)
_LABEL = pattern(r"^\W*(?P<label>[가-힣\s]{2,14})(?:[:：]|[\])>】〕](?!.*다\.\s*$))")
_NUMBER = pattern(r"\d{3,4}\s*[-‐–)]\s*\d{4}")
_PHONES = pattern(rf"^\W*(?:{PRESS_OFFICES}|전화|Tel|T|☎)\W*(?:[:：.(☎]|Tel)", re.IGNORECASE)
_CALL = pattern(r"^\W*[〔(\[【][^〔〕()\[\]【】]*(?:\([^()]*\))?[^〔〕()\[\]【】]*[〕)\]】]\W*$")
_CALLS = (_ASK, _CALL, _PHONES)
"""How lines with a number ask to call it."""
_STREET = pattern(r"[로길]\s?\d")
_ADDRESS = pattern(
    r"^(?!\s*[□■○◦•·◇◆▶▸*-])\W*(?:우편번호|우)?\W*(?:\d{5}\W+|\d{3}-\d{3}\W+)?(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|[충전경][청라상]?[남북]|제주)"
    r"[가-힣]{0,6}\s[가-힣\d\s·.-]{0,30}(?:로|길)\s?\d+(?:번?[가-다]?길\s?\d+)?(?:-\d+)?(?:번지|호)?(?!\w|\s?㎞)(?P<behind>.*)"
)
# Behind the number of a house stand building, floor and telephone; a particle, a verb or '일대' makes it a place in a sentence.
_TOLD = pattern(
    r"(?<=[가-힣])(?:을|를|에|에서|에는|에게|으로|하고|하며|하여|하는|되며|이며|있는|위치한|열린)(?![가-힣])"
    r"|^\s(?:일대|일원|인근|부근|구간)|[다요함음임됨][.]?\s*$"
)
_SITE = pattern(r"^\W*(?:(?:홈페이지|누리집)\W+)?(?:https?://|www\.)\S+$", needs=("www.", "http"))
_MAILBOX = pattern(r"^\W*[\w.+-]+@[\w.-]+\W*$")
_ONLINE = pattern(r"www\.|https?:|[@/][A-Za-z]|[A-Za-z]\.(?:kr|com|net|org)", needs="@./")
_CHANNELS = "홈페이지 누리집 인스타그램 페이스북 블로그 유튜브 트위터 카카오 밴드".split()
_PRESS_OFFICE = pattern(rf"^\W*[가-힣]{{2,20}}\s(?:{PRESS_OFFICES})\W*$", needs=("대변인", "공보", "홍보"))
_ENDS_IN_NUMBER = pattern(r"\d{4}\s*\)?\s*$")
_LONGEST = 300
_LONGEST_LETTERHEAD = 150
_SHORT = 80
_MOST_LETTERHEAD_LINES = 6


def is_letterhead(text: str) -> bool:
    """Whether a line is of the letterhead: '기획재정부 대변인', a postal address, a web address."""
    if len(text) > _LONGEST_LETTERHEAD:
        return False
    if "\n" in text:
        return all(is_letterhead(line) or _MAILBOX.match(line) for line in text.split("\n"))
    return bool(
        (_STREET.search(text) and any(map(_is_address, text.split("|"))))
        or _SITE.match(text)
        or _lists_channels(text)
        or _PRESS_OFFICE.match(text)
    )


def _lists_channels(text: str) -> bool:
    """Whether a line says where an office is found online, on two channels or more."""
    is_list = sum(channel in text for channel in _CHANNELS) > 1
    return is_list and bool(_ONLINE.search(text)) and not _TOLD.search(text)


def _is_address(text: str) -> bool:
    found = _ADDRESS.match(text)
    return bool(found and not _TOLD.search(found["behind"]))


def without_letterhead(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks without the tables and frames at either end that hold a letterhead and nothing else."""
    first, after = 0, len(blocks)
    while after > first and _holds_letterhead(blocks[after - 1]):
        after -= 1
    while first < after and _holds_letterhead(blocks[first]):
        first += 1
    return blocks[first:after]


def _holds_letterhead(block: Block) -> bool:
    lines = [] if isinstance(block, Paragraph) else lines_of((block,))
    return 0 < len(lines) <= _MOST_LETTERHEAD_LINES and all(
        is_letterhead(line) or is_contact_line(line) for line in lines
    )


def _names_officer(text: str) -> bool:
    """Whether a line is an officer with rank and number and nothing else: '지도과 홍길동 사무관 044-000-0501'."""
    if len(text) > _SHORT or not _ENDS_IN_NUMBER.search(text) or not is_syllable(text.lstrip()[:1]):
        return False
    found = entries(text)
    return bool(found) and all(person.name and person.position for person in found)


def is_contact_line(text: str) -> bool:
    """Whether a line only says whom to ask: '문의 : 지도과 홍길동(044-000-0501)', '〔지도과 ☎044-000-0501〕', a request to call."""
    if len(text) > _LONGEST:
        return False
    is_reachable = "@" in text or bool(_NUMBER.search(text))
    label = _LABEL.match(text) if is_reachable or ":" in text or "：" in text else None
    is_labelled = label is not None and fold(label["label"]) in CONTACT_LABELS
    return bool(
        ("자료" in text and _REQUEST.match(text))
        or (is_labelled and (is_reachable or (len(text) <= _SHORT // 2 and not ends_sentence(text))))
        or (is_reachable and (any(line.match(text) for line in _CALLS) or _names_officer(text)))
    )
