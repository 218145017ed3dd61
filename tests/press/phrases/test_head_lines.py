from __future__ import annotations

import pytest

from hwpextract.press.phrases.head_lines import names_unit, says_when_or_how_many


@pytest.mark.parametrize("text", ["", "-----", "사진", "2021. 9. 3. 준공한 다리"])
def test_what_says_when(text: str) -> None:
    assert says_when_or_how_many(text) is (text == "사진")


def test_units() -> None:
    assert all(map(names_unit, ["≪산림녹지과≫", "[해안관광팀]", "홍보담당관실", "경남가나경찰청 다라경찰서"]))
    assert not any(
        map(names_unit, ["산림녹지과", "다라시설관리공단,", "<달라지는 점과 앞으로의 계획>", "새 청사로 옮긴 의회"])
    )
