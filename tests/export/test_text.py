from __future__ import annotations

from datetime import date

from builders.blocks import box, document, frame, paragraph, picture, table
from builders.documents import note, spanning, stating, table_of

from hwpextract.account import warning
from hwpextract.document import Box, SideKind
from hwpextract.export.markdown import to_markdown
from hwpextract.export.text import to_text
from hwpextract.press.model import Annex, Contact, Department, ReleaseTime


def test_one_line_a_paragraph_in_reading_order() -> None:
    assert to_text(document("□ 첫째\n ○ 둘째↵이어서\n셋째")) == "□ 첫째\n ○ 둘째\n이어서\n셋째\n"


def test_one_line_a_row_merged_cells_once() -> None:
    made = document(
        "앞",
        """
        | {2x1} 구분 | {1x2} 책방⏎수(곳) |
        | 2020년 | |
        | 서울 | 1 | 2 |
        """,
        "뒤",
    )
    assert to_text(made) == "앞\n\n구분 | 책방 수(곳)\n | 2020년 |\n서울 | 1 | 2\n\n뒤\n"


def test_a_row_of_one_cell_is_printed_like_blocks() -> None:
    held = spanning(0, 0, "위", table("| 가 | 나 |"), cols=2)
    made = table_of(held, spanning(1, 0, "왼쪽"), spanning(1, 1, "오른쪽"))
    assert to_text(document(made)) == "위\n\n가 | 나\n\n왼쪽 | 오른쪽\n"


def test_frames_leave_no_trace_and_captions_stand_behind() -> None:
    framed = Box(locator="s0/b9", blocks=(paragraph("안"),), caption=(paragraph("<그림 1>"),))
    assert to_text(document(frame("틀"), box("상자"), framed, picture())) == "틀\n상자\n안\n<그림 1>\n"


def test_notes_stand_at_the_end_under_their_marks() -> None:
    first, second = paragraph("첫째"), paragraph("둘째")
    side = (
        note("통계청 자료", on=second, label="가)"),
        note("보지 않음", on=first, kind=SideKind.MEMO),
        note("끝에", on=first, kind=SideKind.ENDNOTE),
    )
    assert to_text(document(first, second, side=side)) == "첫째2)\n둘째가)\n\n가) 통계청 자료\n2) 끝에\n"


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert to_text(document("가\x1b[31m나\x07다\x1c라\x85마\r바\x9b")) == "가[31m나다 라 마\n바\n"


def test_a_document_that_is_no_release_is_told_whole() -> None:
    release = stating(document("회의록", "| 가 | 나 |")).model_copy(
        update={"warnings": (warning("not_a_press_release", score=0.1),)}
    )
    assert to_text(release) == "회의록\n\n가 | 나\n"
    assert to_markdown(release) == to_markdown(release.document) != "\n"


def test_a_release_in_newsroom_order() -> None:
    whole = document("머리", "본문 하나", "| 가 | 나 |", "본문 둘", "담당 부서")
    made = stating(
        whole,
        masthead="보도자료",
        title="제목",
        subtitles=("부제",),
        agency="행정안전부",
        departments=(Department(name="정책과"), Department(name="정책과", parent="정책국")),
        release_times=(
            ReleaseTime(raw="2026. 4. 12.(일) 12:00", channel="온라인"),
            ReleaseTime(raw="지면 4. 13.(월) 조간", channel="지면"),
        ),
        distributed=ReleaseTime(raw="2026. 4. 10.(금)", at=date(2026, 4, 10)),
        contacts=(
            Contact(department="정책과", role="책임자", name="홍길동", phones=("02-0000-0000", "02-0000-0001")),
            Contact(department="정책과", name="김철수"),
        ),
        body=whole.blocks[1:-1],
        annexes=(Annex(label="붙임 1", title="개요", blocks=(paragraph("내용"),)), Annex(label="참고")),
    )
    assert to_text(made).split("\n\n") == [
        "보도자료",
        "제목\n- 부제",
        "기관: 행정안전부\n담당 부서: 정책과\n보도시점(온라인): 2026. 4. 12.(일) 12:00\n"
        "보도시점: 지면 4. 13.(월) 조간\n배포: 2026. 4. 10.(금)",
        "본문 하나",
        "가 | 나",
        "본문 둘",
        "담당 부서 | 구분 | 이름 | 전화\n정책과 | 책임자 | 홍길동 | 02-0000-0000, 02-0000-0001\n정책과 |  | 김철수 |",
        "붙임 1 개요",
        "내용",
        "참고\n",
    ]


def test_nothing_stated_is_nothing_printed() -> None:
    assert to_text(stating(document())) == "\n"
