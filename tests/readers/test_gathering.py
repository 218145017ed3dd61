from __future__ import annotations

from hwpextract.document import SideKind, SideText, paragraph
from hwpextract.readers.gathering import Gathering


def side(kind: SideKind, words: str) -> SideText:
    return SideText(kind=kind, locator="s0/x0", blocks=(paragraph(words, "s0/x0/p0"),))


def test_printable_text_stays_as_it_is() -> None:
    assert Gathering().clean("가 나") == "가 나"


def test_what_is_no_character_goes_and_is_counted() -> None:
    gathering = Gathering()
    assert gathering.clean("가\x01\t\n나\ufffe\udc80") == "가\t\n나\ufffd"
    gathering.warn_of_characters()
    assert [(warning.code, warning.count) for warning in gathering.warnings] == [("invalid_characters", 3)]


def test_unknown_private_characters_stay_and_are_named() -> None:
    gathering = Gathering()
    assert gathering.clean("\U000f0003") == "\U000f0003"
    gathering.warn_of_characters()
    (only,) = gathering.warnings
    assert (only.code, only.count) == ("unmapped_characters", 1)
    assert "U+F0003" in only.message
    assert gathering.coverage().unmapped_characters == 1


def test_page_headers_are_kept_once_and_notes_always() -> None:
    gathering = Gathering()
    for kind in (SideKind.HEADER, SideKind.FOOTER, SideKind.FOOTNOTE):
        for _ in range(2):
            gathering.put_apart(side(kind, "같은 말"), 4, 1)
    assert [each.kind for each in gathering.side] == [
        SideKind.HEADER, SideKind.FOOTER, SideKind.FOOTNOTE, SideKind.FOOTNOTE,
    ]  # fmt: skip
    gathering.characters, gathering.images = 10, 2
    coverage = gathering.coverage()
    assert (coverage.characters.met, coverage.characters.apart) == (34, 16)
    assert coverage.characters.dropped == {"repeated": 8}
    assert (coverage.images.met, coverage.images.emitted, coverage.images.dropped) == (8, 2, {"repeated": 2})
