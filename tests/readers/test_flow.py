"""What the readers of the HWP family share on lists of paragraphs."""

from __future__ import annotations

import pytest

from hwpextract.readers.flow import Flow


@pytest.mark.parametrize("text", ["가나", "", " \t", "가\n나", "가\u00a0나 "])
def test_a_plain_paragraph_is_what_any_other_way_makes_of_it(text: str) -> None:
    plain, other = Flow("s0/t0/r0c0"), Flow("s0/t0/r0c0")
    for _ in range(2):
        characters = other.add(text, other.next_paragraph(), style="본문")
        assert characters == len("".join(text.split()))
        assert plain.add_plain(text, "본문") == bool(characters)
    assert plain.blocks == other.blocks
    assert (plain.paragraphs, plain.blank) == (other.paragraphs, other.blank)
