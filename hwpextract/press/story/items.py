"""The body as a newsroom reads it: items by their marks, notes with what they explain, quotes with their speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hwpextract.characters import is_syllable, squeeze
from hwpextract.document import Block, Paragraph
from hwpextract.node import Locator, altered, build
from hwpextract.patterns import pattern
from hwpextract.press.labels import ITEM_LEVELS, SURNAMES
from hwpextract.press.model import Item, Quote
from hwpextract.press.story.body import lead_lines

_CIRCLED = frozenset(chr(code) for one, last in ("①⑳", "➀➓", "❶❿", "㉠㉻") for code in range(ord(one), ord(last) + 1))
_MARKS = _CIRCLED.union(ITEM_LEVELS, "◈◆◇▣▶►➡⇒☞✓✔☑▴▲▼★☆❖✦")
"""Marks of items that are one character; the last ones say nothing of a level."""
_NUMBER = pattern(r"(\d{1,2}\.(?!\s*\d)|\d{1,2}\)|\(\d{1,2}\))\s+")
# The ladder of official documents (행정업무규정 시행규칙 제2조): 1. 가. 1) 가) (1) ①
_LADDER = (
    (pattern(r"\d+\."), 1),
    (pattern(r"[가-하]\."), 2),
    (pattern(r"\d+\)"), 3),
    (pattern(r"[가-하]\)"), 4),
    (pattern(r"\(\d+\)"), 5),
)
_NOTE = pattern(r"(?:※|\*+|†)\s*")
_OPENING, _CLOSING = "<〈《[【〔", ">〉》]】〕"
_BRACKETS = frozenset(_OPENING + _CLOSING)
_FIRST_OF_SIGNS = frozenset(f"※*†{_OPENING}o(")
_BEHIND_NUMBER = frozenset(".)")
_OPENING_WORDS = frozenset("(‘“")
_LONGEST_HEADING = 60
_QUOTE = pattern(
    r"“(?P<text>[^“”]{8,}+|[^“”]{2,7}[다요까][.!?]?)[”“]|\"(?P<straight>[^\"“”]{8,}+|[^\"“”]{2,7}[다요까][.!?]?)\""
)
"""Words in quotation marks that are more than a name: long ones, or a short sentence."""
_POST = (
    "장관|차관|청장|처장|위원장|원장|사장|총장|실장|국장|본부장|과장|팀장|단장|센터장|소장|정책관|기획관|조정관|심의관|담당관|대변인|총리|대표"
    "|회장|관장|교수|지사|시장|군수|구청장|직무대행|직무대리|관계자|총재|교육감|의장|의원|부장|서장|관리관|지원관|대사|총영사|검사장|연구관|대표이사"
)
_PERSONS = tuple(
    "씨 군 양 학생 어린이 어르신 할머니 할아버지 박사 교사 선생님 강사 주민 농민 상인 시민 작가 감독 선수 위원 간호사 의사 변호사 "
    "이병 일병 상병 병장 하사 중사 상사 원사 소위 중위 대위 소령 중령 대령 순경 경장 경사 경위 경감 경정 소방사 소방교 소방장 소방위 "
    "소방경 소방령 주무관 사무관 서기관 대원 이장 통장 조합원 회원 사원 대리 매니저 연구원 연구사".split()
)
"""What stands behind the name of a person who has no post, which longer words end in too ('책임연구원')."""
_NAME_BEFORE = pattern(
    r"(?:(?:[A-Z]{2,}|[가-힣]{2,}(?:초|중|고|대|대학교?|학교))\s)?"
    rf"[{''.join(SURNAMES)}][가-힣○*]{{1,3}}(?:\([^()]*\))?\s$"
)
_SPEAKER = pattern(
    rf"(?:^|(?<=[.\s]))(?P<post>(?:[\w·○]+\s+){{0,5}}[\w·]*(?:{_POST}))(?:\([^()]*\))?(?:은|는|이|가)\s"
    r"|(?:^|(?<=[.,\s]))(?P<subject>[\w·]+)(?<!에게)(?<!에서)(?:\([^()]*\))?(?:은|는)\s+(?=[“\"])"
)
_LEADS_IN = pattern(
    r"^(?:(?:이\s*자리에서|이날|이(?:에|와)\s*(?:대해|대하여|관련해|관련하여)|이에|대해|관련해|한편|아울러|또한|이어서?|끝으로|마지막으로|특히)"
    r"[,\s]+)+",
    needs="자리에서 이날 이에 이와 대해 관련해 한편 아울러 또한 이어 끝으로 마지막으로 특히".split(),
)
_GOES_ON = pattern(r"^(?:또한|아울러|이어서?|그러면서|특히|더불어)?,?\s*[“\"]")
_SAID = pattern(r"\s*(?:이?라(?:고|며|면서|는)|고|며|면서|하(?:고|며|면서)|는\s*(?:뜻|점|입장|의견))")
"""What follows words that somebody says; a name or a slogan between quotation marks has it not."""
_VERB = pattern(
    r"(?P<verb>밝)(?:혔|히)|(?P<other>말|강조|당부|전|설명|약속|언급|평가|주문|지시|다짐|호소|답|요청|제안|격려|주장|축하|환영|감사|치하|역설|피력|촉구|독려|건의|반박|해명|인사)(?:했|하)|(?P<added>덧붙)(?:였|이)"
    r"|(?<=고\s)(?:했|하였|하면)"
)


def read_items(blocks: Sequence[Block]) -> tuple[Item, ...]:
    """Items of the body in order; a note ('*', '※') goes with the item above it, a frame before the first one is the lead box."""
    items: list[Item] = []
    opened = False
    for block in blocks:
        if isinstance(block, Paragraph):
            opened = True
            item = _item(block)
            if item.kind == "note" and items:
                items[-1] = altered(items[-1], notes=(*items[-1].notes, item.text))
            else:
                items.append(item)
        elif not opened:
            items += [_lead(line, block.locator) for line in lead_lines(block)]
    return tuple(items)


def _lead(line: str, locator: Locator) -> Item:
    mark = line[0] if line[0] in _MARKS else None
    text = line[1:].lstrip() if mark else line
    return build(Item, kind="lead", level=None, mark=mark, text=text, notes=(), locator=locator)


def _item(paragraph: Paragraph) -> Item:
    text = paragraph.text.lstrip()
    kind, mark, level = "paragraph", None, None
    first, second = text[:1], text[1:2]
    if first in _MARKS and second.isspace():
        kind, mark, level, text = "item", first, level_of(first), text[1:]
    elif first in _FIRST_OF_SIGNS or first.isdecimal() or second in _BEHIND_NUMBER:
        kind, mark, level, text = _signed(text)
    return build(Item, kind=kind, level=level, mark=mark, text=squeeze(text), notes=(), locator=paragraph.locator)


def _signed(text: str) -> tuple[str, str | None, int | None, str]:
    """Kind, mark, level and words of a text that may open with a number or the sign of a note, or stand in brackets."""
    if note := _NOTE.match(text):
        return "note", squeeze(note[0]), None, text[note.end() :]
    if heading := _heading_in(text.rstrip()):
        return "heading", None, None, heading
    if mark := _mark_of(text):
        return "item", mark, level_of(mark), text[len(mark) :]
    return "paragraph", None, None, text


def _mark_of(text: str) -> str | None:
    """The number, the syllable or the letter typed for ㅇ that white space parts from the words of an item."""
    if "가" <= text[:1] <= "하":
        return text[:2] if text[1:2] in _BEHIND_NUMBER and text[2:3].isspace() else None
    if text[:1] == "o":
        words = text[1:].lstrip()[:1]
        return "o" if text[1:2].isspace() and (is_syllable(words) or words in _OPENING_WORDS) else None
    number = _NUMBER.match(text)
    return number[1] if number else None


def _heading_in(text: str) -> str | None:
    """What a heading in brackets says ('< 추진 배경 >'); None for any other text."""
    inside = text[1:-1]
    is_heading = text[0] in _OPENING and text[-1] in _CLOSING and _BRACKETS.isdisjoint(inside)
    return inside if is_heading and 1 < len(inside) <= _LONGEST_HEADING else None


def level_of(mark: str) -> int | None:
    """Level of an item by its mark, from 1."""
    if mark in ITEM_LEVELS:
        return ITEM_LEVELS[mark]
    if mark == "o":  # the letter typed for ㅇ
        return 2
    if len(mark) == 1:
        return 6 if mark in _CIRCLED else None
    return next((level for pattern, level in _LADDER if pattern.fullmatch(mark)), None)


def read_quotes(items: Sequence[Item]) -> tuple[Quote, ...]:
    """Quotes of the body with the speaker named before them.

    Parts cut by '이라며' are quotes of the same speaker, and so is an item that begins with a quote below an item that had one.
    """
    quotes: list[Quote] = []
    speaker: str | None = None
    waiting: list[tuple[str, str, Locator]] = []
    for item in items:
        is_quoting = "“" in item.text or '"' in item.text
        if not is_quoting or not _GOES_ON.match(item.text):
            speaker, waiting = None, []
        if not is_quoting:
            continue
        for words, spoken, verb in _spoken(item.text):
            speaker = spoken or speaker
            if speaker is None:
                continue
            waiting.append((speaker, words, item.locator))
            if verb:
                quotes += [build(Quote, speaker=who, text=said, verb=verb, locator=at) for who, said, at in waiting]
                waiting = []
    return tuple(quotes)


def _spoken(text: str) -> Iterator[tuple[str, str | None, str | None]]:
    """Words that are said in a text, the speaker named since the words before, and the verb up to the next words."""
    found = [match for match in _QUOTE.finditer(text) if _SAID.match(text, match.end())]
    ends = [*(match.start() for match in found), len(text)][1:]
    begin = 0
    for match, end in zip(found, ends, strict=True):
        named = list(_SPEAKER.finditer(text, begin, match.start() + 1))
        speaker = _speaker(named[-1]) if named else None
        yield match["text"] or match["straight"], speaker and _LEADS_IN.sub("", speaker), _verb(text[match.end() : end])
        begin = match.end()


def _speaker(found: re.Match[str]) -> str:
    """The post that speaks, or the subject, with the name before it of a person who has no post."""
    subject = found["subject"]
    if subject is None or not subject.endswith(_PERSONS):
        return squeeze(found["post"] or subject)
    name = _NAME_BEFORE.search(found.string[: found.start("subject")])
    return squeeze(name[0] + subject) if name else subject


def _verb(text: str) -> str | None:
    """The first verb of saying in a text, in the form 밝혔다, 강조했다."""
    found = _VERB.search(text)
    if found is None:
        return None
    if found["verb"]:
        return "밝혔다"
    return "덧붙였다" if found["added"] else f"{found['other'] or ''}했다"
