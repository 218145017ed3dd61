from __future__ import annotations

import pytest
from builders.blocks import release, table
from builders.stories import CONTACTS, FIRST, HEAD, LAST, story


@pytest.mark.parametrize(
    "line",
    [
        "기획재정부 대변인",
        "세종특별자치시 갈매로 477 정부세종청사 4동 (우 30109)",
        "(우) 03171 서울특별시 종로구 세종대로 209",
        "30112 세종특별자치시 도움6로 11 http://www.molit.go.kr",
        "경기도 수원시 영통구 도청로 30",
        "www.moef.go.kr",
        "홈페이지 : https://www.korea.kr",
    ],
)
def test_letterhead_is_not_the_story(line: str) -> None:
    assert story(FIRST, LAST, line) == [FIRST, LAST]
    assert story(line, FIRST, LAST, CONTACTS) == [FIRST, LAST]
    found = release(HEAD, FIRST, table(f"| <pic/> | 홍보실 ☎ 02-0000-0000 ⏎ {line} | |"))
    assert [block.kind for block in found.body] == ["paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "- (문의) 지도과 044-000-0001 로 전화하면 된다.",
        "접수는 지도과에서 받으며 전화는 044-000-0001",
        "○ 접수 : 4. 13.~4. 30. (지도과 044-000-0001)",
        "자세한 내용은 붙임의 지도를 참고하면 알 수 있다.",
        "사진은 누구나 쓸 수 있다.",
        "자세한 사항은 지도과(044-000-0001)에 문의하면 된다.",
        "출처를 밝히면 누구나 쓸 수 있다.",
        "서울특별시 종로구 세종대로 209에서 지도를 연다.",
        "행정안전부 대변인은 지도를 누구나 쓴다고 말했다.",
        "경기도 수원시는 지도로 100곳을 잇는다",
        "지도는 www.korea.kr 에서 볼 수 있다.",
        "경기 가나시 지도로 33에 있는 도서관에서 누구나 볼 수 있으며 주차는 공영주차장을 이용",
        "경기 가나시 지도로 77 일대는 정체가 심할 것으로 예상된다",
        "서울 가나구 지도로 10km 구간을 4차로로 확장",
        "□ 서울 가나구 지도로 465",
        "담당자 : 지역마다 상담사 30명이 나간다.",
        "자료 : 지난해보다 늘어난 자료를 공개했다.",
    ],
)
def test_lines_that_look_like_a_close(line: str) -> None:
    assert story(FIRST, line, CONTACTS) == [FIRST, line]
