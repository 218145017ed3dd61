"""The agency as the story names it: the subject of its first sentences, who is introduced there, its topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, takewhile

from hwpextract.characters import squeeze
from hwpextract.patterns import pattern
from hwpextract.press.issuer.by_form import unit
from hwpextract.press.issuer.lead_sentence import (
    SAYS,
    announces_central,
    another_is_meant,
    behind_day_or_quote,
    entries,
    first_of_several,
    headed,
    introduces_central,
    is_central,
    is_in_passing,
    is_local,
    is_passing,
    lead_of,
    speaking,
    subject_of,
    subordinate,
    taking_part,
    unmarked,
)
from hwpextract.press.issuer.places import Issuer, Places
from hwpextract.press.labels import PROVINCES
from hwpextract.press.phrases.agencies import district_of, mentions, named
from hwpextract.press.phrases.head_lines import NAME
from hwpextract.press.phrases.names import HEAD, HEAD_BEHIND
from hwpextract.press.phrases.offices import (
    council_of_member,
    house_or_head_as_subject,
    is_of_state,
    office_as_subject,
    own_name,
    town_of_ward,
)
from hwpextract.press.tables import frame_blocks, lines_of

_LEAD_PARAGRAPHS = 3
_LEAD_BOXES = 3
"""Blocks above the first paragraph among which a frame may hold the lead sentence."""
_LONGEST_HEADING = 60
"""Characters from which a line without a full stop is a sentence too."""
_ANY_HEAD = r"(?:(?!좌장)\w{0,8}장|총재|군수|도?지사|교육감|대표이사)"
"""Any head of an organisation, where a name follows."""
_INTRODUCED = pattern(
    r"^[\W_]*(?:\S{2,12}\s(?:소속|직속|산하)\s)?(?P<name>[\w·]{2,24}(?: [\w·]{2,24})?)(?<![읍면동])\s*[(（]"
    rf"(?:이하[^()（）,]{{1,20}},\s*)?{_ANY_HEAD}\s+[\w○*]{{1,4}}(?=[)）,，\s])",
    needs="(（",
)
_NO_ISSUER = pattern(
    r"제\s?\d+(?:회|차|기)|(?:연구회|심의회|협의체|(?:심사|심의|자문)위원회|자문단|(?:수습|대책)본부)$"
)
"""Names of meetings and of bodies that others convene, which issue nothing of their own."""
_IS_HELD = pattern(
    r"[^()（）]*[)）](?:이|가)\s[^.]{0,60}?(?:열(?:린다|렸|립니다|려)|개최(?:되|됐|된)|출범|발족)", needs="열개출발"
)
"""What follows a meeting, or a body that others found: '가나협의회(의장 홍길동)가 12일 열렸다'."""
_DAY = pattern(r"\d일")
_SPEAKER_BEFORE = pattern(rf"[^\w“\"]*(?:{NAME}\s)?")
_OFFICIAL = pattern(
    rf"(?:\s?[가-힣\d·]{{1,16}}){{0,2}}?\s?(?:{HEAD}|[장관수]|대변인|관계자)(?:은|는)\s.{{0,20}}[“\"]", needs='“"'
)
"""An official of the agency before this who is quoted: ' 홍길동 도로국장은 “'."""
_IS_TOPIC = pattern(r"[^()（）]*[)）](?:은|는)\s")
_ANY = pattern("")
_KINDS = (
    "초등 고등 특수 대안 국립 공립 사립 공공 민간 대학 국립대 사립대 종합 상급종합 요양 대형 지방 전문 일반 시중 국내 외국 "
    "인터넷전문 저축 협동"
).split()
"""Words before school, hospital and the like that make no name of it."""
_BODY = pattern(
    rf"^[\W_]*(?!(?:{'|'.join(_KINDS)})(?:학교|대학교?|병원|은행|조합|연구소)[은는이가\s])"
    r"[가-힣A-Za-z·\d]{2,16}(?:대학교|대학|병원|재단|협회|학회|연합회|연구원|연구소|진흥원|공사|공단|조합|노조|연맹|회의소|학교|은행)"
    r"(?:\s[가-힣]{1,10}){0,2}?(?:은|는|이|가)\s"
)
"""A subject that by its ending is an organisation, and not only what kind of one it is ('시중은행은', '초등학교는')."""
_PROVINCE = pattern(rf"^(?:{'|'.join(PROVINCES)}|[가-힣]{{2,7}}(?:도|특별시|광역시)) (?=[가-힣]{{1,4}}[시군구]$)")
"""The province or city before the name of a town or district of it."""
_SUBJECTS = (
    (headed, _LEAD_PARAGRAPHS, 0.95),
    (speaking, _LEAD_PARAGRAPHS, 0.95),
    (first_of_several, _LEAD_PARAGRAPHS, 0.95),
    (behind_day_or_quote, 1, 0.85),
)
"""How an agency is the subject of a lead sentence, in how many paragraphs it is looked for, and how sure that is."""
_ANSWER = pattern(
    r"의?\s?(?:공식\s)?(?:입장|설명|해명|답변)(?:\s?내용)?(?:은|을|입니다|\W*$)", needs=("입장", "설명", "해명", "답변")
)
"""What stands behind the agency that answers a report."""
_ANSWER_REACH = 8
_LONGEST_ANSWER = 80
_BEFORE_TOPIC = pattern(r"[^\w“\"‘']*")
_INTENDS = pattern(
    r"(?:계획|예정|방침|것)(?:이다|입니다|임)?\W*$|나갈\s|바(?:가|는|도)?\s(?:전혀\s)?없|사실이?\s?아[니님닙]|알려\s?드[리립림]"
)
"""What the agency of a release says of itself: what it is going to do, what it has not done."""
_TOPIC = pattern(rf"(?:{HEAD_BEHIND})?(?:은|는)(?=[\s,])")


def lead_sentence(where: Places) -> Iterator[Issuer]:
    """The agency that is the subject of one of the first sentences, unless these are of an office below it."""
    texts = [paragraph.text for paragraph in where.story[: 2 * _LEAD_PARAGRAPHS]]
    behind = entries(texts[:_LEAD_PARAGRAPHS])
    tells = texts[behind] if behind < len(texts) else ""
    for subject_in, reach, confidence in _SUBJECTS:
        for at, text in enumerate(texts[: behind + reach]):
            if at == behind + 1 and _is_of_another(tells, subject_in is headed):
                break
            found = subject_in(lead_of(text), where.on)
            if not found or (subject_in is headed and is_passing(texts[: at + 1])):
                continue
            if subject_in is speaking and _is_place(text, texts[at + 1 : reach + behind], where.on):
                continue
            said = speaking(lead_of(tells), where.on) if at > behind and SAYS.search(tells) else None
            if said is None and another_is_meant(texts[: at + 1], where.on, where.printed if at else ""):
                return
            found, place = (said, behind) if said else (found, at)
            yield Issuer(found.name, found.raw, where.story[place].locator, "agency.lead_sentence", confidence)


def _is_place(text: str, behind: Sequence[str], on: str) -> bool:
    """Whether a local body, subject of a sentence without a day, announces nothing, and a central agency further down does."""
    tells = SAYS.search(text) or _DAY.search(text)
    return not tells and is_local(lead_of(text), on) and any(announces_central(line, on) for line in behind)


def _is_of_another(text: str, is_headed: bool) -> bool:
    """Whether the paragraph that opens a story is of a body that no table lists, so that agencies further down issue nothing.

    An office of the state, or who is known by the ending alone, gives way to an agency with its head unless the paragraph announces.
    """
    lead = lead_of(text)
    bare = unmarked(lead)
    gives_way = is_headed and not SAYS.search(text)
    if office := office_as_subject(bare):
        return not (is_of_state(office) and (gives_way or not is_headed))
    if town_of_ward(bare) or council_of_member(bare) or _unlisted(lead, _IS_TOPIC):
        return True
    return not gives_way and bool(_BODY.match(lead) or house_or_head_as_subject(bare))


def _unlisted(lead: str, goes_on: re.Pattern[str] = _ANY) -> str | None:
    """The organisation no table knows that a sentence opens with and introduces with its head."""
    match = _INTRODUCED.match(lead)
    if match is None or _NO_ISSUER.search(match["name"]) or _IS_HELD.match(lead, match.end()):
        return None
    name: str = match["name"]
    is_one = not named(name) and not _TOPIC.search(name + " ") and goes_on.match(lead, match.end())
    return name if is_one else None


def overseen(where: Places) -> Iterator[Issuer]:
    """A corporation behind the ministry that oversees it, which often issues the release: '가나부 산하 다라공사는'."""
    for paragraph in where.story[:1]:
        found = subordinate(lead_of(paragraph.text), where.on)
        if found:
            yield Issuer(found.name, found.raw, paragraph.locator, "agency.subordinate", 0.85)


def introduced(where: Places) -> Iterator[Issuer]:
    """An organisation no table knows, introduced in the first sentence with its head: '가나지방통계청(청장 홍길동)은'."""
    for paragraph in where.story[:1]:
        if name := _unlisted(lead_of(paragraph.text)):
            yield Issuer(_PROVINCE.sub("", name), name, paragraph.locator, "agency.introduced", 0.6)


def lead_box(where: Places) -> Iterator[Issuer]:
    """The agency that is the subject of a sentence in a frame above the first paragraph, where some releases have their lead."""
    first = where.story[0].locator if where.story else None
    above = takewhile(lambda block: block.locator != first, where.items[where.start :])
    for block in islice(above, _LEAD_BOXES):
        for line in lines_of(frame_blocks(block) or ()):
            found = headed(lead_of(line), where.on) or speaking(lead_of(line), where.on)
            if found and line.endswith("다."):
                yield Issuer(found.name, found.raw, block.locator, "agency.lead_sentence", 0.7)


def answering(where: Places) -> Iterator[Issuer]:
    """The one agency whose answer to a report a line announces: '< 가나부 입장 >', '◇ 보도에 대한 가나청의 설명 내용'."""
    found = {
        mention.agency.name: Issuer(mention.agency.name, squeeze(text), paragraph.locator, "agency.answer", 0.7)
        for paragraph in where.story[:_ANSWER_REACH]
        if _ANSWER.search(text := paragraph.text[:_LONGEST_ANSWER])
        for mention in mentions(text, where.on)
        if _ANSWER.match(text, mention.end)
    }
    if len(found) == 1:
        yield from found.values()


def introduced_later(where: Places) -> Iterator[Issuer]:
    """The one agency of the central government that a paragraph further down introduces with its head, as its topic."""
    found: dict[str, Issuer] = {}
    for paragraph in where.story[_LEAD_PARAGRAPHS:]:
        lead = lead_of(paragraph.text)
        if introduces_central(lead, where.on) and not is_in_passing(lead) and (subject := headed(lead, where.on)):
            found.setdefault(
                subject.name, Issuer(subject.name, subject.raw, paragraph.locator, "agency.introduced", 0.6)
            )
    if len(found) == 1:
        yield from found.values()


def office(where: Places) -> Iterator[Issuer]:
    """A field office or local body that no table knows and that is the subject of the first sentence: '가나경찰서는'."""
    return _known_by_ending(where, office_as_subject, 0.85)


def ward(where: Places) -> Iterator[Issuer]:
    """The town whose 읍, 면 or 동, the lowest tier of its offices, is the subject: of '가나시 다라면(면장 홍길동)은' it is 가나시."""

    def town(lead: str) -> str | None:
        name = town_of_ward(lead)
        return name and (subject_of(name, where.on, is_headed=True) or _PROVINCE.sub("", name))

    return _known_by_ending(where, town, 0.85)


def councillor(where: Places) -> Iterator[Issuer]:
    """A council one of whose members is the subject: '가나시의회 홍길동 의원은'."""
    return _known_by_ending(where, council_of_member, 0.7)


def house_or_head(where: Places) -> Iterator[Issuer]:
    """A house of the state, whose ministry often issues the release, or an office whose head is the subject: '가나경찰서장은'."""
    return _known_by_ending(where, house_or_head_as_subject, 0.7)


def _known_by_ending(where: Places, subject: Callable[[str], str | None], confidence: float) -> Iterator[Issuer]:
    """The body that the first paragraphs have for their subject, up to the first sentence; surer where the letterhead names it too.

    Behind that sentence it is one that announces: '가나경찰서는 … 밝혔다.'
    """
    is_told = False
    for paragraph in where.story[:_LEAD_PARAGRAPHS]:
        says = not is_told or SAYS.search(paragraph.text)
        name = subject(unmarked(lead_of(paragraph.text))) if says else None
        if name and _is_answered_for_by_another(name, where):
            return
        if name:
            is_printed = name in where.names()
            rule, sure = ("agency.letterhead", 0.9) if is_printed else ("agency.office", confidence)
            yield Issuer(name, name, paragraph.locator, rule, sure)
        is_told = is_told or len(paragraph.text) > _LONGEST_HEADING or paragraph.text.rstrip().endswith(".")


def _is_answered_for_by_another(office: str, where: Places) -> bool:
    """Whether the contact block is that of an agency of the table, and the office is neither part of it nor printed above or there."""
    asked = next(unit(where), None)
    return asked is not None and asked.name not in office and own_name(office) not in where.printed


def quoted(where: Places) -> Iterator[Issuer]:
    """The one agency whose officials speak in the story: '가나부 홍길동 도로국장은 “…”라고 말했다.'."""
    found: dict[str, Issuer] = {}
    for paragraph in where.story if not _is_told_of_another(where) else ():
        lead = lead_of(paragraph.text)
        first = next(mentions(lead, where.on), None) if "“" in lead or '"' in lead else None
        if first and _SPEAKER_BEFORE.fullmatch(lead, 0, first.start) and _OFFICIAL.match(lead, first.end):
            name = district_of(lead[: first.start], first.agency, where.on)
            found.setdefault(name, Issuer(name, squeeze(paragraph.text), paragraph.locator, "agency.quoted", 0.6))
    if len(found) == 1:
        yield from found.values()


def meeting(where: Places) -> Iterator[Issuer]:
    """The one agency whose official meets those of another state in the first paragraph, beside nobody's from another agency."""
    for paragraph in where.story[:1] if not _is_told_of_another(where) else ():
        if len(found := taking_part(paragraph.text, where.on)) == 1:
            yield Issuer(found.pop(), squeeze(paragraph.text), paragraph.locator, "agency.quoted", 0.6)


def _is_told_of_another(where: Places) -> bool:
    return bool(where.story) and _is_of_another(where.story[0].text, is_headed=False)


def topic(where: Places) -> Iterator[Issuer]:
    """The one agency that sentences of the story have for their subject, at least twice ('외교부는 … 예정이다').

    One of the central government that opens a paragraph with what it is going to do, or denies, needs no second.
    """
    found: dict[str, list[Issuer]] = {}
    opens = False
    for paragraph in where.story if not _is_told_of_another(where) else ():
        for mention in mentions(paragraph.text, where.on):
            if _TOPIC.match(paragraph.text, mention.end) and not mention.agency.is_local:
                name = mention.agency.name
                issuer = Issuer(name, squeeze(paragraph.text), paragraph.locator, "agency.topic", 0.5)
                found.setdefault(name, []).append(issuer)
                is_first = is_central(mention) and _BEFORE_TOPIC.fullmatch(paragraph.text, 0, mention.start)
                opens = opens or bool(is_first and _INTENDS.search(paragraph.text, mention.end))
    if len(found) == 1:
        (named_once, *again) = next(iter(found.values()))
        yield from (named_once,) if again or opens else ()
