"""Lines around a headline that are neither it nor the story: a bare day, pages and pictures, who sends."""

from __future__ import annotations

from hwpextract.patterns import pattern
from hwpextract.press.labels import LEAF_UNIT_ENDINGS, PERSON_LABELS, POSITIONS, SURNAMES, UNIT_ENDINGS
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.dates import states_clock
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.phrases.slogans import is_national_slogan

_LONGEST = 80
_LONGEST_OFFICER = 200
_MOST_UNITS = 3
_WORDS = (
    "언론 보도 배포 제공 작성 발표 배부 발행 즉시 직후 이후 부터 까지 가능 합니다 바랍니다 엠바고 조간 "
    "석간 온라인 인터넷 지면 방송 관련 사진 영상 동영상 자료 첨부 별첨 별도 송부 있음 없음 여부 유 무 총 매수 쪽수 "
    "장수 페이지 본문 목록 후 용 시 등 및"
).split()
"""What a line is made of that only says when, how many pages and with which pictures, in any order: none begins another."""
_DAY = (
    r"(?:20\d\d|[‘’'`]?\d\d)\s*[.년/-]\s*\d{1,2}\s*[.월/-]\s*\d{1,2}(?!\d)\s*[.일]?|\d{1,2}\s*월\s*\d{1,2}\s*일"
    r"|20\d\d\s*[.년]\s*\d{1,2}\s*[.월](?!\s*\d)"
    r"|\d{1,2}\.\s*\d{1,2}\.?(?=\s*\([월화수목금토일])"
)
_CLOCK = r"(?:오전|오후|낮|밤|새벽)?\s*\d{1,2}(?::\d\d|시(?:\s*\d{1,2}분)?)"
_COUNT = r"\d{1,3}\s*(?:매|쪽|장|부|건|컷|점|페이지)|제?\s*\d[\d-]*\s*호|No\s*\.?\s*\d+"
_SAYS_WHEN = pattern(
    rf"(?:{_DAY}|{_CLOCK}|{_COUNT}|\(\s*[월화수목금토일](?:요일)?\s*\)|[월화수목금토일]요일"
    rf"|{'|'.join(_WORDS)}|\W)++"
)
_LETTERS = frozenset("월화수목금토일요년오전후낮밤새벽시분매쪽장부건컷점페이지제호No").union(*_WORDS)
"""Letters of such lines, to be told from nearly all others before anything else is done."""
_WORD = pattern(r"\w")
_PIECES = pattern(r"\s*[|｜/]\s*")
_ADDRESSED = pattern(
    r"^\W*(?:(?:수\s*신|발\s*신|참\s*조)\s*[처자인]?\s*[:：]|(?:일\s*시|일\s*자|날\s*짜)\s*[:：]?\s*[‘’'`]?\d)"
)
PRESS_OFFICES = "(?:대변인|(?:공보|홍보)(?:담당)?관)실?|(?:공보|홍보)[실과팀]"
_BODIES = (
    "시청 군청 구청 도청 교육청 지원청 경찰청 경찰서 소방서 세무서 우체국 보건소 의회 공단 공사 재단 대학교".split()
)
_OFFICE = rf"{'|'.join(_BODIES)}|담당관실?|{PRESS_OFFICES}"
_UPPER = "재단법인|사단법인|주식회사|[가-힣]{1,8}(?:특별자치시|특별자치도|특별시|광역시|특례시|시|군|구|도|실|국|부)"
_OFFICES = pattern(
    rf"^\W*(?:(?:{_UPPER}|[가-힣]{{0,14}}(?:{_OFFICE}))\s+)?[가-힣]{{0,14}}(?:{_OFFICE})[^\w,，…]*$",
    needs=(*_BODIES, "담당관", "대변인", "공보", "홍보"),
)
_NO_UNITS = "결과 효과 성과 경과 초과 참가팀 출전팀 수상팀 우승팀 교실 현실 기관 각국 외국 한국 미국 회원국".split()
"""Words of headings that end like units do."""
_LIKE_UNITS = tuple(_NO_UNITS)
_UNIT = pattern(
    r"^\s*[<〈《≪\[【〔(]\s*[가-힣A-Z\d·\s]{1,20}(?:과|팀|실|국|관|센터|본부|사업소|사무소)"
    rf"{''.join(f'(?<!{word})' for word in _NO_UNITS)}\s*[>〉》≫\]】〕)]\s*$",
    needs="<〈《≪[【〔(",
)
_LOCAL_UNIT = pattern(
    r"^\W*[가-힣]{1,8}[시군구]\s+[가-힣]{2,10}(?:(?<![결효성경초])과|팀|담당관)[^\w,，…]*$", needs="과팀관"
)
NAME = rf"(?:{'|'.join(SURNAMES)})\s?[가-힣]\s?[가-힣]"
"""A name of three syllables, letter-spaced or not, as a part of a pattern."""
SPEECHES = ("신년사", "송년사", "취임사", "이임사", "기념사", "추모사", "추도사", "담화문", "인사말")
"""What a headline says that is the speech of a head, which may read like a name."""
_NO_NAMES = (*SPEECHES, "이임식", "임명식", "임용식", "공모제", "임명장", "임용장", "표창장", "신임장")
"""Words of headlines behind a position that may read like a name."""
_POST = pattern(
    rf"^(?:[가-힣\d]{{0,12}}(?:{'|'.join(POSITIONS)})\s+){{1,2}}(?!{'|'.join(_NO_NAMES)}){NAME}\s*$", needs=POSITIONS
)
_SENDERS = (_UNIT, _OFFICES, _LOCAL_UNIT, _POST)
_ENDS_IN_REACH = pattern(r"(?:\d{3,4}|번|@[\w.-]+[A-Za-z])\W*$")
_PUBLIC = pattern(r"(?<!\d)1[5-8]\d\d-\d{4}")
"""Numbers of call centres, which headlines name too."""
_PARTS = pattern(r"\s*[,/·|]\s*")
_OFFICER = pattern(rf"^\W*(?:{'|'.join(PERSON_LABELS)})\s+{NAME}\W*$")


def says_when_or_how_many(text: str) -> bool:
    """Whether a line is a day, a permission to publish, a number of pages or pictures, or several of them, and nothing else."""
    if len(text) > _LONGEST or any(map(str.isalpha, set(text) - _LETTERS)):
        return False
    return bool(_SAYS_WHEN.fullmatch(text) and _WORD.search(text))


def is_bare_day(text: str) -> bool:
    """Whether a line is a day, and nothing else but pages and pictures; one with an hour says when something takes place."""
    return says_when_or_how_many(text) and not states_clock(text)


def names_unit(text: str) -> bool:
    """Whether a line is a unit in brackets ('≪교통정책과≫') or behind a local body, the press office, or an officer."""
    if len(text) > _LONGEST or "다." in text:
        return False
    return any(line.match(text) for line in _SENDERS) or _is_unit_of_agency(text)


def _is_unit_of_agency(text: str) -> bool:
    """Whether a line is a listed agency with its unit, and nothing else ('행정안전부 재난관리국 하천과')."""
    words = text.split()
    units = words[1:]
    if not 0 < len(units) <= _MOST_UNITS or not units[-1].endswith(LEAF_UNIT_ENDINGS):
        return False
    are_units = all(unit.endswith(UNIT_ENDINGS) and not unit.endswith(_LIKE_UNITS) for unit in units)
    return are_units and bool(named(words[0]))


def is_of_sender(text: str) -> bool:
    """Whether a line says to whom, when or by whom a release is sent: '수신 : 출입기자', a unit, an officer with his number."""
    if len(text) > _LONGEST_OFFICER:
        return False
    return bool(
        says_when_or_how_many(text)
        or names_unit(text)
        or _ADDRESSED.match(text)
        or _is_officer(text)
        or _are_named(text)
        or _are_pieces(text)
        or is_national_slogan(text)
    )


def _are_pieces(text: str) -> bool:
    """Whether a line holds several such things between bars ('가나부 | 2025. 4. 21.(월) 배포 | 즉시 보도 가능')."""
    pieces = _PIECES.split(text) if "|" in text or "/" in text else ()
    return any(map(says_when_or_how_many, pieces)) and all(
        says_when_or_how_many(piece) or names_unit(piece) or named(piece) for piece in pieces if piece
    )


def _is_officer(text: str) -> bool:
    """Whether a line ends in a telephone number or an address, as no headline does but one with the number of a call centre."""
    if not _ENDS_IN_REACH.search(text) or not is_reachable(text):
        return False
    return "☎" in text or "@" in text or not _PUBLIC.search(text)


def _are_named(text: str) -> bool:
    """Whether a line names officers without numbers: '담당국장 홍길동, 담당과장 김철수'."""
    return "담당" in text and all(_OFFICER.match(part) for part in _PARTS.split(text))
