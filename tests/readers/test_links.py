from __future__ import annotations

import pytest

from hwpextract.readers.links import target_of


@pytest.mark.parametrize(
    ("command", "target"),
    [
        (r"http\://example.kr/a;1;0;0;", "http://example.kr/a"),
        (r"https\://example.kr/\?a=1\;b\#x\:y;1;5;0;", "https://example.kr/?a=1;b#x:y"),
        (r"mailto\:gildong@example.kr|전자우편;2;0;0;", "mailto:gildong@example.kr"),
        ("www.example.kr|-;1;0;0", "www.example.kr"),
        (r"\#붙임;0;0;0;", "#붙임"),
    ],
)
def test_target(command: str, target: str) -> None:
    assert target_of(command) == target


@pytest.mark.parametrize(
    "command", ["", ";0;0;0;", "|처음;0;0;0;", r"javascript\:\;;1;0;0;", "D\\:\\문서\\a.hwp;3;0;0;", "\\"]
)
def test_leads_nowhere(command: str) -> None:
    assert target_of(command) is None
