from __future__ import annotations

from hwpextract.account import Tally
from hwpextract.document import Image, SideKind, SideText, Table, cell, paragraph
from hwpextract.readers.gathering import Gathering


def side(kind: SideKind, words: str) -> SideText:
    return SideText(kind=kind, locator="s0/x0", blocks=(paragraph(words, "s0/x0/p0"), Image(locator="s0/x0/i0")))


def test_printable_text_stays_as_it_is() -> None:
    assert Gathering().clean("가 나") == "가 나"


def test_tabs_line_ends_and_hard_spaces_stay() -> None:
    gathering = Gathering()
    assert gathering.clean("가\t나\n다\u00a0라\u2007") == "가\t나\n다\u00a0라 "
    assert gathering.clean("가\t나\n다\u00a0라") == "가\t나\n다\u00a0라"
    gathering.warn_of_characters()
    assert gathering.warnings == []


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
            gathering.put_apart(side(kind, "같은 말"))
    assert [each.kind for each in gathering.side] == [
        SideKind.HEADER, SideKind.FOOTER, SideKind.FOOTNOTE, SideKind.FOOTNOTE,
    ]  # fmt: skip
    gathering.met.update(characters=28, records=8, images=8)
    coverage = gathering.coverage()
    assert coverage.characters == Tally(met=28, emitted=10, apart=12, dropped={"repeated": 6})
    assert coverage.records == Tally(met=8, emitted=2, apart=4, dropped={"repeated": 2})
    assert coverage.images == Tally(met=8, emitted=2, apart=4, dropped={"repeated": 2})
    assert coverage.cells == Tally()


def test_what_is_left_out_counts_with_its_reason() -> None:
    gathering = Gathering()
    table = Table(
        locator="s0/t0", rows=1, cols=2, cells=(cell(0, 0, 1, 1, (paragraph("가 나", "p"),)), cell(0, 1, 1, 1, ()))
    )
    gathering.met.update(characters=3, records=1, cells=2)
    gathering.leave_out([table], "deleted")
    coverage = gathering.coverage()
    assert coverage.characters == Tally(met=3, emitted=1, dropped={"deleted": 2})
    assert coverage.records == Tally(met=1, dropped={"deleted": 1})
    assert coverage.cells == Tally(met=2, dropped={"deleted": 2})


def test_heads_are_no_text_of_the_file() -> None:
    gathering = Gathering()
    blocks = (paragraph("1. 가 나", "p", head="1."), paragraph("•", "p", head="•"))
    gathering.put_apart(SideText(kind=SideKind.MEMO, locator="s0/memo0", blocks=blocks))
    gathering.met["characters"] = 2
    assert gathering.coverage().characters == Tally(met=2, apart=2)
