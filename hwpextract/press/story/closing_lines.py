"""Lines that close a release behind its story, and the table of contents above it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from hwpextract.characters import fold, squeeze
from hwpextract.document import Paragraph
from hwpextract.patterns import pattern
from hwpextract.press.labels import END_MARKS
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.agency_titles import signing
from hwpextract.press.phrases.head_lines import NAME, is_bare_day
from hwpextract.press.phrases.slogans import is_national_slogan

_LONGEST = 40
_LONGEST_ENTRY = 150
_HEAD_OF_BODY = pattern(
    rf"(?P<body>[가-힣]{{1,10}}?)(?P<post>군수|구청장|도지사|교육감|청장)\s{NAME}", needs="장수사감"
)
"""Who signs for a body that no table lists; many words but names of towns end in 시장."""
_ADDRESSES = pattern(
    r"(?:감사합|고맙습|드립|바랍|빕|기원합|당부합|촉구합|약속합|다짐합|[겠믿]습)니다\W*$|(?:십시오|여러분)\W*$"
)
"""What statements and messages end in, which speak to somebody ('감사합니다.'); a story tells of something."""
_TELLS = pattern(r"(?<!니)다\s*[.]\s*$")
"""What sentences of a story end in, and none of what speaks to somebody."""
_SENTENCE = pattern(r"(?:[.!?]|니다)[”\"’']?\s*$")
_NAMES_FOLLOW = pattern(
    r"다음(?!\s?[달주해날])|아래|명단|참석자|수상|시상|표창|선정|인사를?+\s?+(?![드올전말])"
    r"|발령|임명|위촉|선임|선출|취임|부임|보직|전보|전입|파견|승진|퇴직"
)
"""Words of a sentence or a heading below which people are listed."""
_LEAST_WORDS = 5
"""Of an item in official style with its mark ('□ 예산이 두 곳에서 집행'); fewer are a heading, or a name with a unit and a post."""
_SUBJECT_ENDS = tuple("은 는 이 가 에서 ( （".split())
_LEADS = 8
"""Lines at the beginning of a story in which its agency is the subject."""
_QUOTED = pattern(r"^\s*[“\"][^“”\"]{6,36}[^“”\".?!다요까][”\"]\s*$")
_SPACED = pattern(r"^\W*(?:[가-힣]\s+){3,}[가-힣]\W*$")
_STRETCHED = pattern(r"^\W*(?:[가-힣]\s+)+[가-힣]\W*$")
_CONTENTS = pattern(r"^\W*(?:목\s*차|차\s*례)\W*$", needs=("차",))
_LEADERS = pattern(r"(?:[·.∙․]{4,}|[…‥]{2,})\s*\d{1,3}\s*$|(?<![다요”\"·.∙․])[·.∙․]{8,}\s*$")
_LEADER_DOTS = frozenset("·.∙․")
_END = pattern(r"^\W*(?:이\s*상\W*)?끝\W*$|^\s*[<〈(\[【]\s*끝\s*[>〉)\]】]", needs="끝")
_LONGEST_MARK = 12
_POINTER = pattern(
    r"^[\Wㅇㅁ]*(?:(?:보다|더|더욱|기타|그\s?밖의)\s)?(?:(?:자세|상세|세부적인?|구체적인?)한?\s|세부\s?|관련\s|내용\s*[:：]).{0,30}"
    r"(?:붙임|별첨|첨부|참고\s?자료)(?:.{0,15}|[^.]{0,8}\([^()]*\)[을를]?\s?)(?:참고|참조|확인)"
    r"(?:(?:하|해|할|\s).{0,8}(?:바랍니다|바람|십시오|세요|수\s?있습니다)|할\s?것|요망)?\W*$"
    r"|^\W+(?:붙임|별첨|첨부)\s?(?:자료|파일)?\s?\d{0,2}\s?(?:을|를)?\s?(?:참고|참조)\W*$"
)
"""A line that points to the annexes ('자세한 내용은 첨부를 참고하시기 바랍니다.'); what is told of them ends in '있다'."""
_CLOSING = (
    ("상", pattern(r"^\W*(?:이\s*상\W*)?이\s*상\W*$")),
    ("#", pattern(r"^(?:\W*해시태그\s*[:：]?)?(?:\s*#[^\s#]{1,40})+\s*$")),
    ("☞", pattern(r"^\s*☞(?!.*(?<!바랍니)다\s*[.]\s*$)")),
    ("ⓒ", pattern(r"^\s*ⓒ(?!.*다\s*[.]\s*$)")),
    ("©", pattern(r"^\s*©(?!.*다\s*[.]\s*$)")),
    ("주", pattern(r"^\s*주\s?\d{0,2}\)\s")),
    ("http", pattern(r"^\W*[가-힣\s]{0,10}(?:자료|영상|사진)\s*[:：]\s*https?://\S+\s*$")),
    ("웹하드", pattern(r"^\W*웹하드[^.]{0,12}[:：]")),
    (
        "받",
        pattern(
            r"^\W*(?:관련|고화질|보도용|행사)\s?(?:사진|영상|동영상)\S{0,4}\s.{0,40}(?:내려\s?받|받으).{0,8}(?:있습|바랍)니다\W*$"
        ),
    ),
    (
        "사진",
        pattern(
            r"^\W*사진\s*(?:(?:설명|제공|자료)?\s*(?:\d{1,2})?\s*(?:[\])>】〕:：=]|[-–]\s)|(?:설명)?\s*\d{1,2}\s*\.\s|(?:별송|별첨|별도.{0,20}|있음|없음|\d{1,3}\s*[매장부].{0,10})\W*$)"
        ),
    ),
    ("참", _POINTER),
    ("확인", _POINTER),
    ("출처", pattern(r"^\W*(?:자료\s?)?출처\s*[:：](?!.*다\.\s*$).{1,50}$|출처\s*표시[’'”\"]?\s*조건")),
    ("공공누리", pattern("공공누리")),
    ("협조", pattern(r"(?:홍보|보도)에\s(?:\S+\s)?협조.{0,20}(?:감사|부탁|고맙).{0,6}니다\W*$")),
    (
        "보도",
        pattern(
            r"^\W*(?:위|상기|이|본|동)\s*(?:보도\s*)?자료(?:는|를|가)\s.{0,40}보도\s*(?:하여|해|될|되도록).{0,40}(?:바랍니다|주십시오)"
            r"|(?:많은|적극적인)\s(?:관심과\s)?보도(?:를|와\s협조를)?\s(?:(?:부탁|당부).{0,6}|바랍)니다\W*$"
            r"|[)\w]\s>\s(?:[^>]{1,20}>\s*)?보도\s?자료\W*$"
        ),
    ),
    (
        "자료",
        pattern(
            r"^\W*자료\s*[:：](?!.*다\.\s*$).{1,50}$"
            r"|^\W*(?:이|본|동)?\s*(?:보도\s*)?자료.{0,40}(?:인용|출처|전재).{0,60}(?:바랍니다|주십시오)"
            r"|보도자료는.{0,60}(?:수록|(?:볼|확인할|내려받을)\s*수\s*있)"
            r"|^\W*(?:이|본|동)\s?자료는\s.{0,30}(?:누리집|홈페이지).{0,20}(?:수\s?|게시되어\s?|게재되어\s?)있습니다\W*$"
        ),
    ),
)
"""Lines behind the story, each with a word that it holds: hash tags, a photograph, a source, a licence, how to cite, to report."""


def is_end(text: str) -> bool:
    """Whether a line is an end mark, or opens with one in brackets ('[끝] …')."""
    return bool(_END.match(text)) or (len(text) <= _LONGEST_MARK and fold(text) in END_MARKS)


def is_closing(text: str) -> bool:
    """Whether a line closes a story by what it says: an end mark, hash tags, a source, a licence, how to cite."""
    return is_end(text) or any(line.search(text) for word, line in _CLOSING if word in text)


def signs(text: str) -> bool:
    """Whether a line is what stands at the foot: a day without a clock, the agency in stretched letters, its slogan."""
    if len(text) > _LONGEST:
        return False
    if is_bare_day(text) or is_national_slogan(text) or _QUOTED.match(text) or _SPACED.match(text):
        return True
    return bool(_STRETCHED.match(text) and named(fold(text)))


def is_signature(story: Sequence[Paragraph], at: int) -> bool:
    """Whether a line is the head of an agency, or below a day an official of it, who signs what stands above it.

    He signs below a sentence or an item: with a day between them, where it speaks to somebody as statements do, or where his agency
    is the subject of the story. Below a heading, another name or words that announce names he is one of a list of people.
    """
    if len(story[at].text) > _LONGEST:
        return False
    above = at - 1
    while above >= 0 and is_bare_day(story[above].text):
        above -= 1
    is_dated = above < at - 1
    headed = _headed_by(squeeze(story[at].text), is_dated=is_dated)
    if not headed or above < 0:
        return False
    text = story[above].text
    tells = _SENTENCE.search(text) or (is_dated and len(text.split()) >= _LEAST_WORDS)
    if not tells or _NAMES_FOLLOW.search(text):
        return False
    leads = [line.text for line in islice(story, min(_LEADS, at))]
    speaks = _ADDRESSES.search(text) and not any(map(_TELLS.search, leads))
    return is_dated or bool(speaks) or any(_is_subject(headed, lead) for lead in leads)


def _headed_by(line: str, *, is_dated: bool) -> str:
    """The agency, or how its name begins ('가나교' of '가나교육감'), of whose head with his name a line consists; empty for others."""
    if found := signing(line, is_dated=is_dated):
        return line[found.start : found.end]
    unlisted = _HEAD_OF_BODY.fullmatch(line)
    return unlisted["body"] + unlisted["post"][0] if unlisted else ""


def _is_subject(body: str, text: str) -> bool:
    """Whether an agency is the subject that a sentence opens with, behind a word or two ('전남 가나시(시장 홍길동)는')."""
    before, found, behind = text.partition(body)
    behind = behind.removeprefix("육").removeprefix("청").lstrip()
    return bool(found) and len(before.split()) <= 2 and behind.startswith(_SUBJECT_ENDS)


def is_of_contents(text: str) -> bool:
    """Whether a line is the head of a table of contents, or an entry of it with dots up to the page."""
    if len(text) > _LONGEST_ENTRY:
        return False
    end = text.rstrip()[-1:]
    return bool(_LEADERS.search(text) if end.isdecimal() or end in _LEADER_DOTS else _CONTENTS.match(text))
