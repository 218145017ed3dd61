"""The vocabulary of Korean press releases: data, no rules. All words are folded (`characters.fold`): no spaces, one quote shape.

A new wording of a ministry is one more word in one of these tables.
"""

from __future__ import annotations

from hwpextract.press.model import ReleaseKind

MASTHEADS = {
    "보도자료": ReleaseKind.PRESS_RELEASE,
    "언론보도자료": ReleaseKind.PRESS_RELEASE,
    "긴급보도자료": ReleaseKind.PRESS_RELEASE,
    "보도요청자료": ReleaseKind.PRESS_RELEASE,
    "기획보도자료": ReleaseKind.PRESS_RELEASE,
    "주간보도자료": ReleaseKind.PRESS_RELEASE,
    "오늘의보도자료": ReleaseKind.PRESS_RELEASE,
    "보도협조자료": ReleaseKind.PRESS_RELEASE,
    "언론보도협조자료": ReleaseKind.PRESS_RELEASE,
    "보도참고자료": ReleaseKind.REFERENCE,
    "보도참고": ReleaseKind.REFERENCE,
    "참고자료": ReleaseKind.REFERENCE,
    "언론참고자료": ReleaseKind.REFERENCE,
    "보도설명자료": ReleaseKind.EXPLANATION,
    "설명자료": ReleaseKind.EXPLANATION,
    "언론보도설명": ReleaseKind.EXPLANATION,
    "언론보도설명자료": ReleaseKind.EXPLANATION,
    "설명·해명자료": ReleaseKind.EXPLANATION,
    "설명해명자료": ReleaseKind.EXPLANATION,
    "보도설명·해명자료": ReleaseKind.EXPLANATION,
    "보도설명해명자료": ReleaseKind.EXPLANATION,
    "해명·설명자료": ReleaseKind.EXPLANATION,
    "보도해명자료": ReleaseKind.REBUTTAL,
    "언론보도해명자료": ReleaseKind.REBUTTAL,
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
    "브리핑발표문": ReleaseKind.SPEECH,
    "브리핑자료": ReleaseKind.OTHER,
    "언론브리핑자료": ReleaseKind.OTHER,
    "정례브리핑자료": ReleaseKind.OTHER,
    "합동브리핑자료": ReleaseKind.OTHER,
    "알림자료": ReleaseKind.OTHER,
}
"""Banner words and the kind of release each stands for."""

LONE_MASTHEADS = {
    "성명": ReleaseKind.SPEECH,
    "성명서": ReleaseKind.SPEECH,
    "입장문": ReleaseKind.OTHER,
    "발표문": ReleaseKind.SPEECH,
    "브리핑": ReleaseKind.OTHER,
    "언론브리핑": ReleaseKind.OTHER,
    "정례브리핑": ReleaseKind.OTHER,
    "합동브리핑": ReleaseKind.OTHER,
    "사진자료": ReleaseKind.OTHER,
    "보도계획": ReleaseKind.OTHER,
    "주간보도계획": ReleaseKind.OTHER,
    "PRESSRELEASE": ReleaseKind.PRESS_RELEASE,
    "NEWSRELEASE": ReleaseKind.PRESS_RELEASE,
}
"""Words that are the banner where there is no other: those of Hangul, which head columns too, on a line of their own."""

RELEASE_LABELS = frozenset(
    "보도시점 보도일시 보도일자 보도일 보도 보도시각 보도시간 보도가능시점 보도가능일시 보도가능일 보도가능시간 "
    "보도요청일시 보도요청일 보도요청 보도희망일시 보도희망일 보도예정일시 보도예정일 보도자료보도일시 게재일시 엠바고 보도제한 "
    "보도유예 공개일시 공표일시".split()
)
"""Labels of the time from which a release may be published."""

CHANNEL_LABELS = {
    "누리망·방송": None,
    "방송": "방송",
    "온라인": "온라인",
    "인터넷": "온라인",
    "지면": "지면",
    "누리망": "온라인",
    **dict.fromkeys(("방송·인터넷", "인터넷·방송", "방송·온라인", "온라인·방송"), None),
    "신문": "지면",
}
"""Labels of a further release time for one channel; None where one label names several channels."""

DISTRIBUTED_LABELS = frozenset(
    "배포 배포일시 배포일 배포일자 배포시점 배포시간 배포날짜 제공일자 제공일시 제공일 제공 자료배포 자료배포일 "
    "자료배포일시 자료제공일 자료제공일시 보도자료배포일 보도자료배포일시 보도자료제공일 배부일 배부일시 발송일 발송일시 "
    "송고일 자료작성일 작성일자 작성일 배포시기".split()
)
"""Labels of the time a release was handed out."""

TIME_LABELS = RELEASE_LABELS | DISTRIBUTED_LABELS
"""Labels of both times."""

DAY_LABELS = frozenset({"날짜", "일자"})
"""Labels of the day a release was handed out where they stand in its header; elsewhere they say when something takes place."""

EDITIONS = {
    **dict.fromkeys(("조·석간", "조/석간", "조,석간", "조석간"), "조간"),
    "조간": "조간",
    "석간": "석간",
    **dict.fromkeys(("회의종료시", "회의종료후", "회의종료직후", "회의후", "회의직후"), "회의종료시"),
    **dict.fromkeys(("즉시", "배포시", "배포직후", "배포후", "바로보도", "바로사용", "엠바고없음"), "즉시"),
}
"""Words for an edition in a text without its spaces, and which it is; of several the first of the day."""

CHANNELS = {
    **dict.fromkeys(("온라인", "인터넷", "누리망", "통신"), "온라인"),
    **dict.fromkeys(("지면", "신문"), "지면"),
    "방송": "방송",
}
"""Words for a channel in a text without its spaces, and which it is."""

OTHER_LABELS = frozenset(
    "매수 쪽수 총매수 페이지 페이지수 분량 사진 사진유무 사진여부 사진첨부 첨부사진 첨부 참고자료 자료 자료구분 구분 비고 "
    "관련누리집 홈페이지 누리집 팩스 팩스번호 FAX Fax 전송 수신 수신처 /".split()
)
"""Cells of header tables that end the value before them and are no field of ours."""

UNIT_LABELS = frozenset(
    "담당부서 담당부서명 담당기관 담당기관명 담당과 담당팀 담당국 담당실 담당실국 담당과팀 담당 작성과 작성부서 작성 "
    "작성팀 자료문의 자료제공 자료제공부서 자료제공처 자료출처 배포부서 배포처 배포기관 제공부서 제공기관 제공처 제공자 "
    "소관부서 소관과 주관부서 주무부서 추진부서 발표부서 관련부서 관련과 부서명 부서 실과 실과명 문의 문의처 문의부서 "
    "취재문의 내용문의 자세한문의 보도문의 홍보문의 언론문의 보도자료문의 보도자료제공 보도자료배포 홍보담당 홍보부서 "
    "공보담당 보도담당 언론담당 기관명 발행부서 생산부서 협조부서 협조기관 협업부서 협업기관 공동부서 공동기관 총괄부서 "
    "총괄기관 주관기관 참여부서 참여기관 관계부서 관계기관 발신 발신처".split()
)
"""Labels whose value is a unit."""
NAMED_UNIT_LABELS = frozenset(
    label for label in UNIT_LABELS if label.endswith(tuple("부서 부서명 기관 기관명 과 과명 팀 국 실".split()))
)
"""Those that ask for a unit by that name; 담당 may be a role too."""

LEADER_LABELS = frozenset(
    "책임자 총괄책임자 연구책임자 부서장 담당과장 담당팀장 담당국장 담당실장 담당단장 담당부장 담당처장 담당본부장 담당센터장 "
    "담당소장".split()
)
OFFICER_LABELS = frozenset(
    "담당자 담당사무관 담당서기관 담당주무관 담당연구관 담당연구사 담당장학관 담당장학사 담당차장 담당조사관 업무담당 "
    "업무담당자 담당장교 담당검사 담당수사관 실무자 실무담당자 홍보담당자 언론담당자 작성자 자료작성자 문의자 담당관".split()
)
SHORT_LEADER, SHORT_OFFICER = "책임", "담당"
"""Roles in the place of 책임자 and 담당자, which are ranks or a label of units elsewhere."""
PERSON_LABELS = LEADER_LABELS | OFFICER_LABELS
"""Labels whose value is one person or several; 책임자 leads the unit, 담당자 does the work."""

PHONE_LABELS = frozenset(
    "연락처 전화 전화번호 문의전화 문의전화번호 담당자연락처 담당자전화 사무실전화 사무실 직통전화 직통 내선 휴대전화 "
    "휴대폰 핸드폰 TEL Tel tel T 이메일 전자우편 메일 E-mail e-mail Email".split()
)

RANK_HEADS = frozenset("직 직위 직급 직책 직위명 직급명".split())
"""Heads of columns of ranks."""
COLUMN_HEADS = RANK_HEADS | frozenset("성명 이름 소속 구분".split())
"""Heads of the columns of officers, which are no values of the labels beside them."""
NAME_HEADS = PERSON_LABELS | frozenset("성명 이름 성함 담당자명 담당자성명 담당자이름".split())
"""Heads of columns of names."""
REACH_HEADS = PHONE_LABELS | frozenset(
    "사무실전화 사무실번호 직통번호 휴대폰번호 이메일주소 메일주소 E-mail주소 문의 문의처".split()
)
"""Heads of columns of numbers and addresses."""

TITLE_LABELS = frozenset("제목 보도제목 자료제목 보도자료제목 건명".split())
SUBTITLE_LABELS = frozenset("부제 부제목 소제목".split())
"""Labels of the headline and of its sub-headline in forms that have a row for them."""

BODY_LABELS = frozenset("내용 보도내용 주요내용 본문 기사내용 상세내용 세부내용 자료내용 보도자료내용".split())
"""Labels of the story, or of its sub-headlines, in forms that are one table as a whole."""

CONTACT_LABELS = UNIT_LABELS | PERSON_LABELS | PHONE_LABELS
"""Every label of a contact block."""

HEADER_LABELS = frozenset().union(
    *(TITLE_LABELS, SUBTITLE_LABELS, CONTACT_LABELS, TIME_LABELS, DAY_LABELS, CHANNEL_LABELS, OTHER_LABELS)
)
"""Every label of a header table; each ends the value before it."""

FORM_LABELS = HEADER_LABELS | BODY_LABELS
"""Every label of a form that holds the whole release."""

INLINE_LABELS = TIME_LABELS | CONTACT_LABELS | OTHER_LABELS - {"/"}
"""Labels that stand on one line, or in one cell, with their values."""

GROUP_MARKS = frozenset({"총괄", "공동", "협조", "주관", "참여", "협업"})
"""Marks in the label column of a contact table that say what part a unit has in a joint release."""

ANNEX_LABELS = tuple("붙임자료 붙임 참고자료 참고 별첨자료 별첨 첨부자료 첨부파일 첨부 별지 부록 별표".split())
"""Words that open the head of an annex, longest first where one begins another."""

END_MARKS = frozenset({"끝", "끝.", "<끝>", "/끝/", "(끝)", "\U000f00c1", "\uf0c1"})

POSITIONS = tuple(
    # posts
    "장관 차관 청장 처장 원장 부원장 위원장 부위원장 사장 부사장 이사장 총장 부총장 총재 회장 지청장 지방청장 서장 관장 교장 교감 "
    "과장 팀장 실장 국장 단장 부장 소장 센터장 본부장 총괄과장 총괄팀장 총괄담당 부단장 부국장 부본부장 부센터장 부소장 부팀장 "
    "파트장 부문장 지점장 지사장 지부장 지원장 분원장 사무국장 사무총장 사무처장 운영부장 공항장 면장 읍장 동장 계장 반장 "
    "정책관 기획관 심의관 조정관 담당관 협력관 기획단장 추진단장 대변인 부대변인 공보관 홍보관 비서관 보좌관 정책보좌관 "
    "전문공보관 공보담당관 이사 상임이사 전무 상무 감사 감사관 조합장 과장직무대리 과장대리 "
    # ranks of the civil service
    "이사관 부이사관 서기관 기술서기관 과학기술서기관 행정서기관 사무관 행정사무관 공업사무관 시설사무관 농업사무관 보건사무관 "
    "환경사무관 전산사무관 방송통신사무관 주무관 행정주무관 행정관 선임행정관 주사 주사보 서기 서기보 실무관 전문관 전문경력관 "
    "외무사무관 외무서기관 외무행정관 외무관 연구관 연구사 학예연구관 학예연구사 농업연구관 농업연구사 환경연구관 환경연구사 "
    "보건연구관 보건연구사 해양수산연구관 해양수산연구사 수의연구관 수의연구사 공업연구관 공업연구사 임업연구관 임업연구사 "
    "기상연구관 기상연구사 기록연구관 기록연구사 교육연구관 교육연구사 시설연구관 시설연구사 지도관 지도사 농촌지도관 농촌지도사 "
    "장학관 장학사 편수관 예보관 총괄예보관 조사관 수사관 감독관 근로감독관 심사관 심판관 보호관 통계관 기술관 법무관 "
    "사서 사서관 학예사 통역관 공무직 임기제 "
    # police, fire, prosecution, armed forces, diplomats
    "치안정감 치안감 경무관 총경 경정 경감 경위 경사 경장 순경 소방총감 소방정감 소방감 소방준감 소방정 소방령 소방경 소방위 "
    "소방장 소방교 소방사 교정감 교정관 교감 교위 검사 부장검사 차장검사 검사장 대장 중장 소장 준장 대령 중령 소령 대위 중위 소위 "
    "준위 상사 중사 대사 공사 참사관 서기관 영사 총영사 "
    # public corporations, institutes, banks
    "차장 대리 주임 사원 선임 수석 책임 매니저 선임매니저 책임매니저 수석매니저 프로 팀원 연구원 선임연구원 책임연구원 주임연구원 "
    "수석연구원 전임연구원 초빙연구원 연구위원 선임연구위원 부연구위원 전문위원 전문연구원 책임컨설턴트 컨설턴트 조사역 선임조사역 "
    "수석조사역 책임조사역 검사역 선임검사역 수석검사역 심사역 전문역 부부장 부지점장 상임위원 교수 부교수 조교수 박사 "
    "학장 교육장 함장 행정원 선임행정원 책임행정원 선임기술원 책임기술원 수석위원 그룹장 파트리더 변호사 회계사 "
    "상담사 의원 국회의원 도의원 시의원 군의원 구의원 의장 부의장 판사 공보판사 정책지원관 관측관 담당".split()
)
"""Ranks and posts as printed beside officers' names; a longer word that ends in one is one too ('총괄과장')."""

HEADS = tuple(
    "장관 차관 청장 처장 위원장 원장 사장 이사장 총장 실장 본부장 국장 총재 행장 회장 시장 도지사 지사 군수 구청장 교육감 의장 "
    "소장 센터장 관장 교장 검사장 서장 단장 총리".split()
)
"""Posts of the heads of organisations."""

PROVINCES = tuple("서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주".split())
"""Provinces and metropolitan cities by their short names."""

SURNAMES = tuple(
    "남궁 황보 제갈 선우 독고 사공 서문 동방 김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 홍 전 고 문 손 양 "
    "배 백 허 남 심 노 하 곽 성 차 주 우 구 민 진 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 "
    "기 반 라 나 왕 금 옥 육 인 맹 제 모 탁 국 어 은 편 용 예 경 봉 사 부 가 복 태 목 형 피 두 감 음 빈 동 온 호 범 좌 팽 "
    "승 간 상 시 갈 단 견 당 화 창".split()
)
"""Family names, two syllables before one."""

UPPER_UNIT_ENDINGS = tuple(
    "실 국 본부 관 원 청 처 부 위원회 공사 공단 은행 시 군 구 도 대학교 재단 공제회 협회 연합회 소 학교 세관 기상대".split()
)
LEAF_UNIT_ENDINGS = tuple("과 팀 담당관 담당관실 센터 사무소 사무국 서 면 단 TF 부서 파트".split())
"""Endings of units that have others below them (정책관, 기획관 ... among 관), and of those that have not."""
UNIT_ENDINGS = UPPER_UNIT_ENDINGS + LEAF_UNIT_ENDINGS

TASKS = frozenset(
    "간호 감사 강력 경리 경비 경영 경제 경호 고객 고시 고용 고충 공공 공동 공보 공연 공원 공익 공정 구급 구매 구조 국방 국악 "
    "국정 국제 금융 기계 기금 기록 기술 기업 기획 기후 나눔 남북 노동 노무 노사 도로 도서 도시 도정 동물 명예 문서 문화 문학 민생 "
    "민원 반도체 방송 방위 방재 방호 방역 변호 복구 복지 부설 사무 사법 사업 사회 상담 상품 상황 서무 석유 선거 선박 설계 설비 "
    "성과 소방 소비 소통 시민 시설 시정 시험 심리 심사 안내 안보 안전 양성 어업 여론 여성 연구 연금 연수 예방 예산 예술 온라인 "
    "용역 우편 원무 위기 위생 유물 유아 육성 육아 음악 이사 인권 인력 인사 인증 임상 임업 자원 장비 재난 전력 전략 전산 전시 전자 "
    "전파 전환 정무 정보 정비 정산 정책 제도 제작 제조 조경 조달 조사 조세 조직 주거 주민 주차 주택 지도 지방 지역 지원 지적 지휘 "
    "진단 진로 진료 차량 창업 채권 채용 추진 편성 편집 표준 피해 하천 허가 현안 현장 형사 홍보 화재 화학".split()
)
"""What a unit does, where the word begins like a family name: 홍보실 and 기획부 are nobody's names."""
NO_NAMES = frozenset(
    "도서관 복지관 기념관 전시관 홍보관 박물관 기록원 국악원 동물원 문화원 연수원 진흥원 정보원 인재원 유치원 양로원 경찰서 소방서 "
    "구치소 우체국 이사회 노인회 부녀회 상인회 동창회 연합회 장학회 상담원 안내원 조합원 공무원 "
    "정보화 장애인 감염병 상수도 하수도 신산업 신사업 인허가 이주민 고령자 소비자 노동자 이용자".split()
)
"""Other words for bodies, for those who serve in them and for whom or what they are there, that read like names."""

ITEM_LEVELS = {
    **dict.fromkeys("□■◻▣❑❏ㅁ", 1),
    **dict.fromkeys("ㅇ○◦❍〇◯●", 2),
    **dict.fromkeys("-–—", 3),
    **dict.fromkeys("·ㆍ∙•▸▹▪", 4),
}
"""Marks of items in their canonical order; the look-alikes of ㅇ are different characters, ㅁ is the letter typed for □."""
