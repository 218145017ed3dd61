from __future__ import annotations

import pytest

from hwpextract.readers.forms import Button, printed_button, printed_caption


@pytest.mark.parametrize(
    ("caption", "printed"), [("R&&D 연계", "R&D 연계"), ("예(&Y)", "예(Y)"), ("끝&", "끝"), ("확인", "확인")]
)
def test_captions(caption: str, printed: str) -> None:
    assert printed_caption(caption) == printed


@pytest.mark.parametrize(
    ("button", "caption", "chosen", "printed"),
    [
        (Button.PUSH, "보내기", True, "보내기"),
        (Button.CHECK, "동의(&Y)", True, "☑ 동의(Y)"),
        (Button.CHECK, "동의", False, "☐ 동의"),
        (Button.RADIO, "예", True, "◉ 예"),
        (Button.RADIO, " ", False, "○"),
    ],
)
def test_buttons(button: Button, caption: str, chosen: bool, printed: str) -> None:
    assert printed_button(button, caption, chosen=chosen) == printed
