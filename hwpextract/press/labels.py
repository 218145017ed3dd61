"""The vocabulary of Korean press releases: data, no rules. All words are folded (`characters.fold`): no spaces, one quote shape.

A new wording of a ministry is one more word in one of these tables.
"""

from __future__ import annotations

from hwpextract.press.model import ReleaseKind

MASTHEADS = {
    "보도자료": ReleaseKind.PRESS_RELEASE,
    "보도참고자료": ReleaseKind.REFERENCE,
    "보도참고": ReleaseKind.REFERENCE,
    "참고자료": ReleaseKind.REFERENCE,
    "언론참고자료": ReleaseKind.REFERENCE,
    "보도설명자료": ReleaseKind.EXPLANATION,
    "설명자료": ReleaseKind.EXPLANATION,
    "언론보도설명": ReleaseKind.EXPLANATION,
    "보도해명자료": ReleaseKind.REBUTTAL,
    "해명자료": ReleaseKind.REBUTTAL,
    "보도반박자료": ReleaseKind.REBUTTAL,
    "반박자료": ReleaseKind.REBUTTAL,
    "보도정정자료": ReleaseKind.CORRECTION,
    "정정자료": ReleaseKind.CORRECTION,
    "동정자료": ReleaseKind.ACTIVITY,
    "동정": ReleaseKind.ACTIVITY,
    "공동보도자료": ReleaseKind.JOINT_RELEASE,
    "합동보도자료": ReleaseKind.JOINT_RELEASE,
    "정부합동보도자료": ReleaseKind.JOINT_RELEASE,
    "긴급지시": ReleaseKind.OTHER,
    "모두발언": ReleaseKind.SPEECH,
    "모두말씀": ReleaseKind.SPEECH,
    "연설문": ReleaseKind.SPEECH,
    "담화문": ReleaseKind.SPEECH,
    "기고문": ReleaseKind.OTHER,
    "브리핑자료": ReleaseKind.OTHER,
}
"""Banner words and the kind of release each stands for."""

RELEASE_LABELS = frozenset({"보도시점", "보도일시", "보도일자", "보도일", "보도", "보도시각", "보도가능시점"})
"""Labels of the time from which a release may be published."""

CHANNEL_LABELS = {
    "누리망·방송": None,
    "방송": "방송",
    "온라인": "온라인",
    "인터넷": "온라인",
    "지면": "지면",
    "누리망": "온라인",
}
"""Labels of a further release time for one channel; None where one label names several channels."""

DISTRIBUTED_LABELS = frozenset(
    {"배포", "배포일시", "배포일", "배포일자", "배포시점", "제공일자", "제공일", "자료배포일"}
)
"""Labels of the time a release was handed out."""

OTHER_LABELS = frozenset({"매수", "쪽수", "총매수", "사진", "참고자료", "자료구분", "/"})
"""Cells of header tables that end the value before them and are no field of ours."""

UNIT_LABELS = frozenset(
    {
        "담당부서",
        "담당기관",
        "담당과",
        "담당",
        "담당실국",
        "작성과",
        "작성부서",
        "작성",
        "자료문의",
        "자료제공",
        "배포부서",
        "배포처",
        "제공부서",
        "소관부서",
        "관련부서",
        "부서명",
        "부서",
        "문의",
        "문의처",
        "취재문의",
        "내용문의",
        "보도자료제공",
    }
)
"""Labels whose value is a unit."""

LEADER_LABELS = frozenset({"책임자", "담당과장", "담당팀장", "담당국장", "담당실장", "담당센터장"})
OFFICER_LABELS = frozenset({"담당자", "담당사무관", "업무담당자", "작성자", "담당관"})
PERSON_LABELS = LEADER_LABELS | OFFICER_LABELS
"""Labels whose value is one person or several; 책임자 leads the unit, 담당자 does the work."""

PHONE_LABELS = frozenset({"연락처", "전화", "전화번호", "문의전화"})

CONTACT_LABELS = UNIT_LABELS | PERSON_LABELS | PHONE_LABELS
"""Every label of a contact block."""

GROUP_MARKS = frozenset({"총괄", "공동", "협조", "주관", "참여", "협업"})
"""Marks in the label column of a contact table that say what part a unit has in a joint release."""

ANNEX_LABELS = ("붙임", "참고자료", "참고", "별첨", "첨부", "별지", "부록", "별표")
"""Words that open the head of an annex, longest first where one begins another."""

END_MARKS = frozenset({"끝", "끝.", "<끝>", "/끝/", "(끝)", "\U000f00c1", "\uf0c1"})

POSITIONS = tuple(
    "과장직무대리 외무사무관 외무서기관 외무행정관 행정사무관 공업사무관 기술서기관 학예연구관 "
    "학예연구사 농업연구관 농업연구사 환경연구관 환경연구사 보건연구관 보건연구사 교육연구관 "
    "교육연구사 책임연구원 선임연구원 주임연구원 수석연구원 전임연구원 책임컨설턴트 선임조사역 "
    "수석조사역 책임조사역 선임검사역 수석검사역 전문위원 총괄과장 총괄팀장 부이사관 부연구위원 "
    "연구위원 사무국장 사무총장 사무처장 운영부장 무안공항장 공항장 부단장 부국장 부본부장 부센터장 "
    "부원장 부소장 부팀장 파트장 센터장 본부장 부문장 심의관 조정관 정책관 기획관 담당관 사무관 "
    "서기관 주무관 행정관 연구관 연구사 연구원 조사관 조사역 검사역 전문관 감독관 이사관 장학관 "
    "장학사 공보관 대변인 과장 팀장 실장 국장 단장 소장 원장 부장 차장 대리 계장 검사 처장 "
    "청장 서장 관장 지점장 지사장 사원 주임 선임 수석 책임 이사 총경 경정 경감 경위 경무관 "
    "소방경 소방령 소방정 소방위 소방장 대령 중령 소령 대위 중위 반장 교수 매니저 담당 ".split()
)
"""Ranks and posts as printed beside officers' names, longer words before the words they end in."""

UPPER_UNIT_ENDINGS = tuple(
    "실 국 본부 관 원 청 처 부 위원회 공사 공단 은행 시 군 구 도 대학교 재단 공제회 협회 연합회".split()
)
LEAF_UNIT_ENDINGS = tuple("과 팀 담당관 담당관실 센터 사무소 사무국 서 면 단 TF 부서 파트".split())
"""Endings of units that have others below them (정책관, 기획관 ... among 관), and of those that have not."""

ITEM_LEVELS = {
    **dict.fromkeys("□■◻▣❑❏", 1),
    **dict.fromkeys("ㅇ○◦❍〇◯●", 2),
    **dict.fromkeys("-–—", 3),
    **dict.fromkeys("·ㆍ∙•▸▹▪", 4),
}
"""Marks of items in their canonical order; the look-alikes of ㅇ are different characters."""
