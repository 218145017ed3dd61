from __future__ import annotations

import pytest

from hwpextract.readers.forms import printed_caption


@pytest.mark.parametrize(
    ("caption", "printed"), [("R&&D 연계", "R&D 연계"), ("예(&Y)", "예(Y)"), ("끝&", "끝"), ("확인", "확인")]
)
def test_captions(caption: str, printed: str) -> None:
    assert printed_caption(caption) == printed
