"""Which agency is the subject of the sentence that a story opens with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile
from typing import NamedTuple

from hwpextract.characters import is_syllable, squeeze
from hwpextract.patterns import pattern
from hwpextract.press.labels import HEADS
from hwpextract.press.phrases.agencies import Mention, district_of, leading, mentions
from hwpextract.press.phrases.head_lines import NAME
from hwpextract.press.phrases.names import HEAD
from hwpextract.press.phrases.offices import OPENING_DAY, office_as_subject, own_name

_LEADS = 3
"""Paragraphs whose beginnings are asked for again and again."""
_REACH = 200
"""Characters in which the lead sentence names the agency."""
_HEADED = pattern(
    rf"^[\W_]*(?P<name>(?:[가-힣A-Za-z·\s-]|(?<=[^\W_A-Za-z])\d){{2,40}}?)\s*[(（]\s*[^()（）]{{0,20}}?(?:{HEAD}|이하)",
    needs=("이하", *HEADS),
)
_SPEAKS = pattern(
    r"^[\W_]*(?P<name>[^(（,.]{2,40}?(?:(?<![찾받맡얻뽑같높많하되있없않])(?:은|는|이|가|에서는)(?=[\s,])|(?=\s?[(（][^()（）]{2,40}(?:소재|위치)[)）](?:은|는|이|가)\s)))"
)
"""A subject with its particle, or with its seat in brackets: '가나청 다라교육원(마바시 소재)은'."""
_CITED = pattern(
    r"^[\W_]*(?:\d{1,2}일\s)?(?P<name>[가-힣]{2,10}[시군구도](?:의회|교육청)?)(?=에\s(?:따르면|의하면))",
    needs=("따르면", "의하면"),
)
_SUBJECT_LATER = pattern(rf"\s?(?:[(（][^()（）]{{0,20}}?(?:{HEAD}|이하)[^()（）]{{0,40}}[)）])?(?:은|는)\s")
_DAY_OR_QUOTE = pattern(rf"^[\W_]*(?:“[^”]+”\s*|{OPENING_DAY})$")
"""What may stand before and behind an agency that is the subject: '이번 달 13일, 산림청은', '“…” 산림청(청장 홍길동)은'."""
_SERIES = pattern(r"\s*[,，·]\s*[가-힣]")
"""What goes on with another agency: '기획재정부, 산업통상자원부 등은'."""
_UNLISTED = pattern(r"\s[가-힣]{1,4}[시군구]")
_WARD = pattern(r"\s[가-힣]{1,3}구청?(?:은|는|이|가|에서는)?")
"""A district that is none of its own but part of a city: '수원시 영통구'."""
_OVERSEEN = ("산하", "소속", "직속")
_BELONGS = pattern(rf"\s?(?:{'|'.join(_OVERSEEN)})\s(?:[가-힣]{{2,8}}(?:인|의)\s)?")
"""What stands between an organisation and the one above it: '가나부 산하 공공기관인 다라공사'."""
_LEGAL_PERSONS = ("공사", "공단", "재단", "의료원")
_CORPORATION = pattern(rf"[가-힣]{{2,14}}(?:{'|'.join(_LEGAL_PERSONS)})(?=\s?[(（])")
"""A legal person of its own by its name, introduced with its head."""
_IS_SUBJECT = pattern(rf"\s?[(（]|(?:(?:\s[가-힣]{{2,4}})?\s?{HEAD})?(?:은|는|이|가)\s")
"""What makes the name before it the subject: a bracket, a particle, its head."""
_IN_PASSING = pattern(r"[^()（）]{2,40}[(（][^()（）]{1,60}[)）](?:이|가)\s", needs="(（")
"""A subject in brackets that the sentence is not about: behind a sentence its topic has 은 or 는."""
_ENTRY = pattern(r"[\W_]*\w[\w\s·/]{0,9}\s?[:：]\s", needs=":：")
"""A line of a programme: what it tells and a colon."""
_CENTRAL = frozenset("ministry cheo cheong commission committee constitutional independent pm president".split())
"""Kinds of central government agencies."""
_PARTS = frozenset({"affiliated", "unit"})
"""Kinds of organisations that are parts of a ministry."""
_DEEDS = (
    "주관 주최 추진 지정 선정 발표 지원 운영 실시 시행 개최 조성 마련 제정 도입 인증 공모 보급 개발 배포 제공 조사 집계 공개 공표 "
    "후원 위탁 승인 고시 권고 관리 인정 수여 건의 방문 확정 발행 설치"
).split()
"""What agencies do for or with others."""
_BESIDE_ANOTHER = frozenset(_DEEDS).union(
    "예산 국비 기금 공모사업 평가 통계 표창 장관상 자료 허가 기준 규정 정책 대책 계획 방침 지침 누리집 홈페이지 시스템 출신 "
    "소관".split()
)
"""Words between an agency and who has to do with it: '교육부 지정 가나대학교'."""
_SAYS_WHICH = pattern(
    rf"\w(?:에|을|를|의|에서|부터|된|던|하는|되는|있는|[받맡찾얻뽑][은는힌])$|(?:{'|'.join(_DEEDS)}|참석|참여|함께)한$|^(?:위|대|관|통|의)한$"
)
"""Words of a clause that says which, or what for: '공모에 선정된 가나군'."""
_NO_SUBJECT = ("의", "을", "를")
"""Particles that none of a subject follows, so that a word in front of one only ends like them: '전원회의는', '체험마을은'."""
_PARTICLE = pattern(r"(?:에|의|을|를|로|에서|부터|로부터|으로부터|에게)(?:\s|$)")
_PARTICLE_OF_SUBJECT = pattern(r"(?:에서)?[은는이가]$")
_RELATIVE = pattern(rf"(?:\s[^\s,.]+(?<![이가은는])){{0,3}}\s(?:{'|'.join(_DEEDS)})(?:하는|한|할|해\s?온|했던)\s")
"""A subject of a clause alone: '통계청이 12일 발표한 자료에 따르면'."""
SAYS = pattern(r"(?:밝혔|전했|알렸|발표했)(?:다|습니다)", needs=("밝혔", "전했", "알렸", "발표했"))
"""How a story announces what its agency does."""
_OF_STATES = pattern(
    r"우리\s?(?:나라|측|정부)|양[국측]|수석대표|[가-힣]국\s(?:정부|[가-힣]{0,10}(?:국장|차관|장관|대사))|(?<![가-힣])한[-‧·∙][가-힣]"
)
"""What a meeting of two states is told with."""
_NAME_BEFORE = pattern(rf"(?<![가-힣]){NAME}\s$")
_OFFICIAL = pattern(
    r"\s[가-힣\d·]{0,14}(?:국장|심의관|정책관|협력관|조정관|기획관|단장|실장|차관보|대사)(?:[과와이가은는](?=[\s,])|\s주재)"
)
_MARKS = pattern(r"^[\W_]+")
_LETTER = pattern(r"^\W*(?:[ㅇㅁ](?![ㅇㅁ])\s?|o\s)")
"""A letter that is typed for the mark ○ or □; two stand for a name that is left out."""
_NUMBER = pattern(r"(?:(?:\d{1,2}|\w)[.)]|[①-⑳❶-❿➊-➓])\s*")
_LEGAL_FORM = pattern(
    r"^[\W_]*(?:[(（](?:재|사|주)[)）]|㈜|(?:재단|사단)법인\s)\s*",
    needs=("재)", "사)", "주)", "재）", "사）", "주）", "㈜", "법인"),
)
_FOREIGN = pattern(r"[(（]\s*[A-Za-z][A-Za-z\s&.-]*[)）]")


class Subject(NamedTuple):
    """An agency by its full name and as printed."""

    name: str
    raw: str


@lru_cache(maxsize=_LEADS)
def lead_of(text: str) -> str:
    """Beginning of a paragraph without the letter that is its mark, its number, its legal form ('(재)') and foreign names in brackets.

    Such are '(K-water)'.
    """
    lead = _LETTER.sub("", squeeze(text[:_REACH]))
    is_numbered = lead[:1].isnumeric() or lead[1:2] in {".", ")"}
    if is_numbered and (number := _NUMBER.match(lead)) and is_syllable(lead[number.end() : number.end() + 1]):
        lead = lead[number.end() :]
    return _LEGAL_FORM.sub("", _FOREIGN.sub("", lead))


def unmarked(lead: str) -> str:
    """A lead without the marks before its first word."""
    return _MARKS.sub("", lead)


def headed(lead: str, on: str) -> Subject | None:
    """The agency whose head or short name stands in brackets: '행정안전부(장관 홍길동)는'."""
    match = _HEADED.match(lead)
    name = subject_of(match["name"], on, is_headed=True) if match else None
    return Subject(name, squeeze(match["name"])) if match and name else None


def speaking(lead: str, on: str) -> Subject | None:
    """The agency that, or whose part, is the subject: '국토교통부는', '외교부 장관은', '관세청 가나원(가나시 소재)은'.

    A local body that a sentence cites is too: '12일 가나군에 따르면'.
    """
    match = _CITED.match(lead) or _SPEAKS.match(lead)
    if not match:
        return None
    if match["name"].endswith(("이", "가")) and (clause := _RELATIVE.match(lead, match.end())):
        return speaking(lead[clause.end() :], on)
    name = subject_of(match["name"], on, is_headed=False)
    return Subject(name, squeeze(match["name"])) if name else None


def first_of_several(lead: str, on: str) -> Subject | None:
    """The first of several: '기획재정부, 산업통상자원부 등은'."""
    lead = unmarked(lead)
    found = leading(lead, 0, on)
    if not found or found.agency.is_local or not _SERIES.match(lead, found.end):
        return None
    return Subject(found.agency.name, found.agency.name)


def behind_day_or_quote(lead: str, on: str) -> Subject | None:
    """The agency behind the day or the quote that a sentence opens with: '이번 달 13일, 산림청은'."""
    first = next(mentions(lead, on), None)
    if first is None or first.agency.is_local or first.agency.kind == "unit":
        return None
    is_subject = _DAY_OR_QUOTE.match(lead[: first.start]) and _SUBJECT_LATER.match(lead, first.end)
    return Subject(first.agency.name, first.agency.name) if is_subject else None


def subordinate(lead: str, on: str) -> Subject | None:
    """The legal person named behind who oversees it: '가나부 산하 한국수자원공사(사장 홍길동)는'; parts of a ministry are none."""
    if not any(word in lead for word in _OVERSEEN):
        return None
    lead = unmarked(lead)
    above = leading(lead, 0, on)
    belongs = _BELONGS.match(lead, above.end) if above else None
    if not belongs:
        return None
    below = leading(lead, belongs.end(), on)
    if below:
        is_subject = below.agency.kind not in _PARTS and _IS_SUBJECT.match(lead, below.end)
        return Subject(below.agency.name, below.agency.name) if is_subject else None
    unknown = _CORPORATION.match(lead, belongs.end())
    name = unknown[0] if unknown else office_as_subject(lead[belongs.end() :])
    return Subject(name, name) if name and name.endswith(_LEGAL_PERSONS) else None


def is_passing(paragraphs: Sequence[str]) -> bool:
    """Whether the last of some paragraphs introduces, behind a sentence, who is not its topic: '다라연구원(원장 홍길동)이 도왔고'."""
    *before, last = paragraphs
    return any(text.rstrip().endswith(".") for text in before) and is_in_passing(lead_of(last))


def is_in_passing(lead: str) -> bool:
    """Whether a sentence opens with a subject in brackets that is not its topic: '다라연구원(원장 홍길동)이'."""
    return bool(_IN_PASSING.match(lead))


def entries(paragraphs: Sequence[str]) -> int:
    """How many lines of a programme a story opens with: '□ 일시 : …', '□ 참석자 : …'."""
    return next((at for at, text in enumerate(paragraphs) if not _ENTRY.match(text)), len(paragraphs))


def another_is_meant(paragraphs: Sequence[str], on: str, printed: str) -> bool:
    """Whether the agency that the last of some paragraphs names oversees the one that is meant, or comes after a field office.

    A central agency that is introduced with its head speaks of an office, unless letterhead or contact block, `printed`, name the
    office.
    """
    *before, last = map(lead_of, paragraphs)
    if subordinate(last, on) or any(subordinate(lead, on) for lead in before):
        return True
    offices = [office for lead in before if (office := office_as_subject(unmarked(lead)))]
    is_printed = any(own_name(office) in printed for office in offices)
    return is_printed or bool(offices and not introduces_central(last, on))


def is_local(lead: str, on: str) -> bool:
    """Whether the first agency that a sentence names is a local body."""
    first = next(mentions(lead, on), None)
    return first is not None and first.agency.is_local


def announces_central(text: str, on: str) -> bool:
    """Whether a paragraph announces what an agency of the central government does ('환경부는 … 밝혔다')."""
    lead = lead_of(text)
    first = next(mentions(lead, on), None)
    return first is not None and is_central(first) and bool(SAYS.search(text)) and speaking(lead, on) is not None


def introduces_central(lead: str, on: str) -> bool:
    """Whether a sentence opens with an agency of the central government and its head: '행정안전부(장관 홍길동)는'."""
    first = next(mentions(lead, on), None)
    return first is not None and is_central(first) and headed(lead, on) is not None


def taking_part(text: str, on: str) -> set[str]:
    """Agencies of the central government whose officials below the minister meet those of another state in a paragraph."""
    if not _OF_STATES.search(text):
        return set()
    return {
        mention.agency.name
        for mention in mentions(text, on)
        if is_central(mention) and _NAME_BEFORE.search(text, 0, mention.start) and _OFFICIAL.match(text, mention.end)
    }


def is_central(mention: Mention) -> bool:
    """Whether an agency is one of the central government."""
    return mention.agency.kind in _CENTRAL


def subject_of(phrase: str, on: str, *, is_headed: bool) -> str | None:
    """The full name of the agency that is the subject of a phrase: its first, or of '경기도 수원시' the last.

    One that only stands before the subject ('환경부 공모에 선정된 가나군', '교육부 지정 가나대학교') is none.
    A local government must end the phrase, since many are named as places ('고흥군 주민은'); a headquarters of several ministries
    (중앙재난안전대책본부) issues nothing of its own.
    """
    found = [mention for mention in mentions(phrase, on) if mention.agency.kind != "unit"]
    found = list(dropwhile(lambda mention: _belongs_to_another(phrase, mention), found))
    if not found:
        return None
    first = found[0]
    for after in found[1:]:
        # 북구 of 포항시 is none of the districts in the table.
        is_ward = first.agency.kind == after.agency.kind == "local"
        is_of_it = (after.agency.is_local and not is_ward) or after.agency.kind == "public_body"
        if not (first.agency.is_local and is_of_it and phrase[first.end : after.start].isspace()):
            break
        first = after
    if first.agency.is_local and not _ends_with(phrase, first, is_headed=is_headed):
        return None
    return district_of(phrase[: first.start], first.agency, on)


def _belongs_to_another(phrase: str, mention: Mention) -> bool:
    """Whether what stands behind an agency in a phrase makes it a part of what is said of somebody else."""
    behind = _PARTICLE_OF_SUBJECT.sub("", phrase[mention.end :])
    if _PARTICLE.match(behind):
        return True
    words = behind.split()
    which = (word for word in words if word is not words[-1] or not word.endswith(_NO_SUBJECT))
    return not _BESIDE_ANOTHER.isdisjoint(words) or any(map(_SAYS_WHICH.search, which))


def _ends_with(phrase: str, town: Mention, *, is_headed: bool) -> bool:
    """Whether a phrase names a local government or its part, no place in it and no office of its own ('전라남도 가나소방서')."""
    if town.agency.kind == "local" and _WARD.fullmatch(phrase, town.end):
        return True
    if _UNLISTED.fullmatch(phrase, town.end):
        return False
    if is_headed:
        return town.end == len(phrase) or not office_as_subject(f"{phrase}은 ")
    return len(phrase) <= town.end + len("에서는") and not phrase.startswith(" ", town.end)
