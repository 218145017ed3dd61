"""Lines that say whom to ask, above or below those who are: '□ 문의', '담당자 연락처', '위 담당자에게 문의하시기 바랍니다.'."""

from __future__ import annotations

from hwpextract.patterns import pattern

_LONGEST = 40
_NO_WORD = pattern(r"\W+")
_ENDS = tuple("문의 문의처 문의사항 담당 담당자 담당공무원 실무자 책임자 부서 담당기관 부서별".split())
_BEHIND = tuple("연락처 전화번호 현황 안내".split())
"""What may stand behind these words."""
_OF_OTHERS = tuple(
    "신청 접수 예약 예매 참가 참여 등록 상담 민원 응모 지원 모집 교육 강의 수강 강사 참석 발표 심사 수상 대관 구매 위원 명단".split()
)
"""What the public asks for, and who takes part."""
_REQUEST = pattern(
    r"(?:자세한|궁금한|취재).{0,60}(?:원하시|문의|연락)|(?:연락|문의)\s*(?:(?:하여|해)?\s*주시기|하시기)?\s*바랍니다"
)


def asks_for_officers(text: str) -> bool:
    """Whether a short text says that those below or beside it are whom to ask."""
    if len(text) > _LONGEST:
        return False
    key = _NO_WORD.sub("", text)
    bare = next((key.removesuffix(word) for word in _BEHIND if key.endswith(word)), key)
    return (key == "연락처" or bare.endswith(_ENDS)) and not names_others(text)


def names_others(text: str) -> bool:
    """Whether a text speaks of those who take part, win or apply, and not of officers."""
    return any(map(text.__contains__, _OF_OTHERS))


def requests_call(text: str) -> bool:
    """Whether a sentence asks to call somebody."""
    return bool(_REQUEST.search(text))
