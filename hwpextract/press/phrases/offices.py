"""Field offices and local bodies that no table lists, known by the endings of their names ('가나경찰서', '가나지방검찰청')."""

from __future__ import annotations

import re

from hwpextract.patterns import pattern
from hwpextract.press.labels import PROVINCES, SURNAMES

_ENDINGS = (
    "지방검찰청 고등검찰청 지검 고검 지방법원 고등법원 행정법원 가정법원 회생법원 특허법원 지법 고법 경찰청 경찰서 해양경찰서 "
    "소방서 소방본부 소방재난본부 소방안전본부 본부세관 세관 세무서 지방국세청 우체국 지방우정청 국유림관리소 지방산림청 "
    "국립공원사무소 지방기상청 기상지청 지방병무청 지방고용노동청 고용노동지청 지방국토관리청 지방환경청 유역환경청 "
    "지방해양수산청 지방보훈청 보훈지청 지방조달청 지방통계청 지방중소벤처기업청 출입국·외국인청 선거관리위원회 교육지원청 "
    "문화재단 문화관광재단 도시공사 도시개발공사 개발공사 교통공사 시설공단 시설관리공단 농업기술원 보건환경연구원 "
    "상공회의소 테크노파크 진흥원 관광공사 관광재단 신용보증재단 복지재단 여성가족재단 청소년재단 장학재단 사회서비스원 환경공단 "
    "에너지공사 도시관리공사 도시관리공단 의료원 대학교병원 체육회 자치경찰위원회 인재개발원"
).split()
"""What the names of such bodies end in, behind the name of their place."""
_FULL = {"지검": "지방검찰청", "고검": "고등검찰청", "지법": "지방법원", "고법": "고등법원"}
"""Endings that stand for a longer one."""
_ABOVE = {
    "경찰서": "경찰청",
    "해양경찰서": "해양경찰청",
    "소방서": "소방청",
    "지방검찰청": "검찰청 법무부",
    "고등검찰청": "검찰청 법무부",
    "출입국·외국인청": "법무부",
    "세관": "관세청",
    "세무서": "국세청",
    "지방국세청": "국세청",
    "우체국": "우정사업본부 과학기술정보통신부",
    "지방우정청": "우정사업본부 과학기술정보통신부",
    "국유림관리소": "산림청",
    "지방산림청": "산림청",
    "국립공원사무소": "국립공원공단",
    "지방기상청": "기상청",
    "기상지청": "기상청",
    "지방병무청": "병무청",
    "지방고용노동청": "고용노동부",
    "고용노동지청": "고용노동부",
    "지방국토관리청": "국토교통부",
    "지방환경청": "환경부 기후에너지환경부",
    "유역환경청": "환경부 기후에너지환경부",
    "지방해양수산청": "해양수산부",
    "지방보훈청": "국가보훈부 국가보훈처",
    "보훈지청": "국가보훈부 국가보훈처",
    "지방조달청": "조달청",
    "지방통계청": "통계청",
    "지방중소벤처기업청": "중소벤처기업부",
    "선거관리위원회": "중앙선거관리위원회",
}
"""Who stands above an office, whose logo its releases bear."""
_OF_A_TOWN = (
    "보건소 도서관 박물관 미술관 과학관 체육관 농업기술센터 상수도사업본부 상수도사업소 자원봉사센터 도시재생지원센터 가족센터 "
    "농업기술원 보건환경연구원 산림자원연구소 산림자원개발원 소방본부 소방재난본부 소방안전본부 자치경찰단 "
    "자치경찰위원회 인재개발원 의료원 문화재단"
).split()
"""Endings of bodies that are one only with their town or province before them ('가나군 보건소', '가나시립도서관')."""
_NO_PLACE = frozenset(
    "전국 관할 각 각급 일선 지역 인근 공공 관내 모든 해당 지방 중앙 광역 기초 주요 전체 관련 관계 상급 하급 일부 산하 소속 담당 시도 "
    "시군 시군구 자치 자치구 대도 권역 권역별 지역별 시도별 국립 공립 사립 국내 해외 대형 우리 이번 신설 거점 "
    "광역시 문화 관광 종합 일반 외국 산업".split()
)
"""Words before such an ending that name no place."""
_NATIONAL = frozenset("박물 미술 도서 과학 체육 공연 연구 검역 묘지 예술 교향악 의료 어린이 대학 대학병 대병".split())
"""Words that make '국립…관' a kind of house and no house."""
_PLACE = rf"(?:{'|'.join(PROVINCES)}|[가-힣]{{2,7}}[시도군구])"
_LONGEST_FIRST = "|".join(sorted(_ENDINGS, key=len, reverse=True))
_TROOPS = "사단 여단 군단 함대 비행단 사령부".split()
_OFFICES = (
    pattern(
        rf"(?:{_PLACE}\s)?(?P<place>[가-힣]{{2,8}}?)(?P<ending>{_LONGEST_FIRST})(?:\s[가-힣]{{2,5}}지청)?",
        needs=_ENDINGS,
    ),
    pattern(
        rf"(?:{_PLACE}\s)?(?:[중동서남북]구|(?P<town>[가-힣]{{2,8}})[시도군구])립?\s?(?:{'|'.join(_OF_A_TOWN)})",
        needs=_OF_A_TOWN,
    ),
    pattern(r"국립(?P<house>[가-힣]{2,8})(?:관|원|소|센터|단)", needs=("국립",)),
    pattern(r"[가-힣]{2,6}국립공원[가-힣]{0,6}사무소", needs=("국립공원",)),
    pattern(
        rf"(?:(?:육군|해군|공군|해병대)\s?)?제?\d{{1,3}}[가-힣]{{0,4}}(?:{'|'.join(_TROOPS)}|함대사령부)", needs=_TROOPS
    ),
)
"""How such a body is named, the likelier form first."""
_WARD = pattern(
    rf"(?P<town>{_PLACE}(?:\s(?:{_PLACE}|[중동서남북]구)){{0,2}})\s[가-힣]{{1,5}}\d{{0,2}}(?P<kind>[읍면동])"
    r"(?:\s?(?:주민센터|행정복지센터)(?=[(（은는이가])|(?=\s?[(（](?P=kind)장\s))",
    needs=("주민센터", "행정복지센터", "읍장", "면장", "동장"),
)
"""The lowest tier of local government, which only its head or its office tells from a place."""
_DIVISION = r"(?:\s제?\d?[가-힣\d·]{1,10}?(?:부|과|대|팀|단|실|계|국|센터|지소|출장소))"
_SUBJECT_ENDS = pattern(
    rf"{_DIVISION}{{0,2}}?\s?(?:[(（][^()（）]{{1,40}}[)）])?(?:은|는|에서는|(?:이|가)(?!\s\S*[는한된던할]\s))(?=[\s,])"
)
"""What stands between a body that is the subject of a sentence and the rest: its division, its head, a particle.

What '마바경찰서가 있는 동네' has for its subject is none of the sentence.
"""
_DAY = r"\d{1,2}일(?:\([월화수목금토일]\))?"
OPENING_DAY = rf"[^,.]{{0,12}}{_DAY}[^,.]{{0,8}},\s*"
"""The day that a sentence opens with, up to its comma."""
_DAY_BEFORE = pattern(rf"{OPENING_DAY}|(?:(?:지난|오는|이달|이날)\s)?{_DAY}\s")
_DAY_REACH = 15
"""Characters in which that day is named."""
_NAME_BEFORE = pattern(rf"[{''.join(SURNAMES)}][가-힣]{{1,3}}\s")
_HEAD = pattern(r"장(?:은|는|이|가)(?=[\s,])")
"""Who is at the head of an office, behind its name ('홍길동 가나경찰서장은')."""
_COUNCIL = pattern(rf"(?:{_PLACE}\s)?[가-힣]{{1,7}}[시도군구]의회(?=\s)")
_MEMBER = pattern(
    r"(?:\s[가-힣·]{2,14}(?<!에서)(?<!에)(?<!은)(?<!는)){0,3}?\s?(?:의원|의장|부의장|위원장)"
    r"(?:\s?[(（][^()（）]{1,40}[)）])?(?:은|는|(?:이|가)(?!\s\S*[는한된던할]\s))(?=[\s,])"
)
"""A member of a council as the subject: '경제위원회 홍길동 의원(가나동)은'."""


def office_named(text: str) -> str | None:
    """The name of the field office or local body that a text is and nothing else, in full ('가나지검' is 가나지방검찰청)."""
    for form in _OFFICES:
        if found := form.fullmatch(text):
            return _name(found)
    return None


def own_name(office: str) -> str:
    """The name of an office without its province: '가나경찰서' of '다라도 가나경찰서'."""
    return office.rpartition(" ")[2]


def stands_above(agency: str, office: str) -> bool:
    """Whether an office is one of an agency, by the ending of its name."""
    ending = max((ending for ending in _ABOVE if office.endswith(ending)), key=len, default="")
    return agency in _ABOVE.get(ending, "").split()


def is_of_state(office: str) -> bool:
    """Whether an office is one of the state by the ending of its name, and no local body or legal person of its own."""
    return office.endswith(tuple(_ABOVE))


def office_as_subject(text: str) -> str | None:
    """The field office or local body that is the subject of a sentence, or whose division is ('가나경찰청 광역수사단은')."""
    start = _behind_day(text)
    found = _office_at(text, start)
    if found and not _is_house(found) and _SUBJECT_ENDS.match(text, found.end()):
        return _name(found)
    return None


def town_of_ward(text: str) -> str | None:
    """The town, with its province where it is printed, whose 읍, 면 or 동 is the subject of a sentence ('가나시 다라면(면장 …)은')."""
    ward = _WARD.match(text, _behind_day(text))
    return ward["town"] if ward and _SUBJECT_ENDS.match(text, ward.end()) else None


def council_of_member(text: str) -> str | None:
    """The council of the member who is the subject of a sentence ('가나시의회 홍길동 의원은')."""
    found = _COUNCIL.match(text, _behind_day(text)) if "의회" in text else None
    return found[0] if found and _MEMBER.match(text, found.end()) else None


def house_or_head_as_subject(text: str) -> str | None:
    """The house of the state that is the subject of a sentence ('국립가나박물관은'), or the office whose head is."""
    start = _behind_day(text)
    found = _office_at(text, start)
    if found and _is_house(found) and _SUBJECT_ENDS.match(text, found.end()):
        return _name(found)
    if not _HEAD.search(text):
        return None
    person = _NAME_BEFORE.match(text, start)
    found = _office_at(text, person.end()) if person else found
    return _name(found) if found and _HEAD.match(text, found.end()) else None


def _office_at(text: str, start: int) -> re.Match[str] | None:
    for form in _OFFICES:
        if found := form.match(text, start):
            return found
    return None


def _is_house(found: re.Match[str]) -> bool:
    return "house" in found.groupdict()


def _behind_day(text: str) -> int:
    """Where a sentence goes on behind the day it opens with."""
    day = _DAY_BEFORE.match(text) if "일" in text[:_DAY_REACH] else None
    return day.end() if day else 0


def _name(found: re.Match[str]) -> str | None:
    said = found.groupdict("")
    if said.get("place") in _NO_PLACE or said.get("town") in _NO_PLACE:
        return None
    house, short = said.get("house", ""), said.get("ending")
    if house in _NATIONAL or house.endswith("기"):  # '국립연구기관'
        return None
    text = found.string
    if short not in _FULL:
        is_of_town = bool(said.get("town")) and text[found.end("town")] in "시군"  # which needs no province before it
        return text[found.start("town") if is_of_town else found.start() : found.end()]
    return text[found.start() : found.start("ending")] + _FULL[short] + text[found.end("ending") : found.end()]
