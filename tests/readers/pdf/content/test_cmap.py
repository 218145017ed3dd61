"""Character maps: pairs, ranges, arrays, surrogates, blocks that are odd."""

from __future__ import annotations

import pytest

from hwpextract.readers.pdf.content.cmap import MAX_ENTRIES, code_width, to_cids, to_unicode


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (b"2 beginbfchar\n<0001> <ac00>\n<0002> <ffff>\nendbfchar", {1: "가", 2: ""}),
        (b"1 beginbfchar <0001> <D83DDE00> endbfchar", {1: "\U0001f600"}),
        (b"1 beginbfchar <01> <00660069> endbfchar", {1: "fi"}),
        (b"1 beginbfchar <0001><ac 00> endbfchar", {1: "가"}),
        (b"1 beginbfrange <0003> <0005> <0031> endbfrange", {3: "1", 4: "2", 5: "3"}),
        (b"1 beginbfrange <0003> <0004> [<ac00> <b098>] endbfrange", {3: "가", 4: "나"}),
        (b"1 beginbfrange <0003> <0005> <d7ff> endbfrange", {3: "\ud7ff"}),
        (b"1 beginbfrange <0003> <0004> <ffff> endbfrange", {}),
        (b"1 beginbfrange <01> <02> <00410042> endbfrange", {1: "AB", 2: "AC"}),
        (b"1 beginbfrange <0005> <0003> <0041> endbfrange", {}),
        (b"1 beginbfchar <0001> <ac00>", {}),
        (b"beginbfchar <0001> <ac00> <0002> endbfchar", {1: "가"}),
        (b"", {}),
    ],
    ids=[
        "pairs", "beyond the basic plane", "two letters", "blanks in digits", "a range", "a range by names", "surrogates",
        "no character",
        "a range of two letters", "backwards", "without end", "half a pair", "nothing",
    ],
)  # fmt: skip
def test_texts_of_codes(body: bytes, texts: dict[int, str]) -> None:
    assert to_unicode(body) == texts


def test_later_blocks_count_more() -> None:
    body = b"1 beginbfchar <0001> <ac00> endbfchar 1 beginbfrange <0001> <0001> <b098> endbfrange"
    assert to_unicode(body) == {1: "나"}


@pytest.mark.parametrize("body", [b"<0000> <ffff> <0041>\n" * 50, b"<00000000> <ffffffff> <0041>"])
def test_ranges_are_cut(body: bytes) -> None:
    assert 0 < len(to_unicode(b"1 beginbfrange " + body + b" endbfrange")) <= MAX_ENTRIES


def test_numbers_of_glyphs() -> None:
    body = b"1 begincidchar <21> 7 endcidchar 1 begincidrange <30> <32> 100 endcidrange"
    assert to_cids(body) == {0x21: 7, 0x30: 100, 0x31: 101, 0x32: 102}


@pytest.mark.parametrize(
    ("space", "width"), [(b"<00> <ff>", 1), (b"<0000> <ffff>", 2), (b"<00> <80> <8140> <fefe>", 2), (b"", 2)]
)
def test_width_of_codes(space: bytes, width: int) -> None:
    assert code_width(b"1 begincodespacerange " + space + b" endcodespacerange") == width
