"""The interpreter: runs, rules, clips, fonts; the fast paths give what the operators give."""

from __future__ import annotations

import re
from typing import Any

import pytest
from builders.pdf import HEIGHT, Face, cells, clip, pages, rule, show, stream, word, words

from hwpextract.limits import Budget, Limits
from hwpextract.readers.pdf.content.cmap import MAX_ENTRIES, to_cids, to_unicode
from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.runs import OBLIQUE
from hwpextract.readers.pdf.content.syntax import WORD_HEAD
from hwpextract.readers.pdf.file.objects import Objects
from hwpextract.readers.pdf.layout.pages import Page, hidden_layers, page_dictionaries, read_page


def read(content: bytes, face: Face, **more: Any) -> Page:
    budget = Budget(Limits())
    objects = Objects(pages([content], face, **more), budget)
    (page,) = page_dictionaries(objects, budget)
    return read_page(objects, budget, page, 1, {}, hidden_layers(objects))


def places(page: Page) -> list[tuple[str, float, float, float]]:
    return [(run.text, round(run.x0, 1), round(run.y, 1), round(run.x1, 1)) for run in page.content.runs]


def test_a_show_string_stands_where_its_matrices_put_it() -> None:
    face = Face()
    page = read(b"2 0 0 2 10 -800 cm " + show(face, 50, 100, "홍a"), face)
    assert places(page) == [("홍a", 110.0, HEIGHT + 800 - 2 * (HEIGHT - 100), 140.0)]
    assert page.content.runs[0].size == 20


def test_the_hancom_block_gives_what_its_operators_give() -> None:
    face = Face()
    block = words(face, 50, 100, "홍길동은 2026년 ") + word(face, 50, 120, "굵게", state="2 Tr 1.660 w\n")
    block += word(face, 50, 140, "좁게", state="93.023 Tz\n2 Tr 1.660 w\n")
    fast, slow = read(block, face), read(block.replace(b"BT\n", b"BT \n"), face)
    assert places(fast) == places(slow)
    assert [run.mode for run in fast.content.runs] == [run.mode for run in slow.content.runs] == [0, 0, 2, 2]


@pytest.mark.parametrize("state", ["", "2 Tr 1.660 w\n", "93.023 Tz\n", "93.023 Tz\n2 Tr 1.660 w\n"])
def test_heads_of_hancom_blocks_are_known(state: str) -> None:
    block = word(Face(), 50, 100, "가", state=state)
    assert WORD_HEAD.fullmatch(block.rsplit(b" ", 3)[0])


@pytest.mark.parametrize("between", ["", "-3.5", "-200", " -3.5 ", " -200 ", "-3.5<>5", "nan", "inf", "1e308"])
def test_shifts_within_a_block_count_by_either_way(between: str) -> None:
    face = Face()
    block = word(face, 50, 100, "가나") + word(face, 50, 120, "다라")
    head, _, tail = block.partition(b"[<")
    string, _, rest = tail.partition(b">")
    block = head + b"[<" + string[:4] + b">" + between.encode() + b"<" + string[4:] + b">" + rest
    fast, slow = read(block, face), read(block.replace(b"BT\n", b"BT \n"), face)
    assert places(fast) == places(slow)
    assert "".join(run.text for run in fast.content.runs) == "가나다라"


def test_dots_become_one_rule_by_either_way() -> None:
    dots = "".join(
        f"0 G\n0.360 w\n[] 0 d\n0 J\n0 j\n10.000 M\n{x / 10:.3f} 700.000 m {x / 10 + 0.5:.3f} 700.000 l\nS\n"
        for x in range(500, 900, 12)
    ).encode()
    face = Face()
    fast, slow = read(dots, face), read(dots.replace(b" M\n", b"  M\n"), face)
    assert len(fast.content.rules) == len(slow.content.rules) == 1
    assert fast.content.rules[0] == pytest.approx(slow.content.rules[0])
    assert fast.content.rules[0] == pytest.approx((50, HEIGHT - 700, 90.1, HEIGHT - 700), abs=0.5)


def test_strokes_that_are_no_dashes_are_drawn_all_the_same() -> None:
    corner = b"50 700 m 150 700 l 150 600 l\nS\n"
    page = read(corner + b"50 500 m 150 500 l\nS\n", Face())
    assert [tuple(map(round, rule)) for rule in page.content.rules] == [
        (50, 142, 150, 142),
        (150, 142, 150, 242),
        (50, 342, 150, 342),
    ]


def test_a_stroke_without_numbers_is_no_crash() -> None:
    page = read(b"5-3 1.2.3 m 150 700 l\nS\n- - m - - l\nS\n50 500 m 150 500 l\nS\n", Face())
    assert (50, 342, 150, 342) in [tuple(map(round, rule)) for rule in page.content.rules]


def test_strokes_of_a_page_that_clips_its_cells_are_not_drawn() -> None:
    face = Face()
    page = read(
        cells(face, [((50, 100, 150, 120), "가"), ((150, 100, 250, 120), "나")]) + rule(50, 100, 250, 100), face
    )
    assert page.clips_cells
    assert not page.content.strokes


@pytest.mark.parametrize("scale", ["1.9 0.0 0.0 1.9", "190.0 0.0 0.0 190.0"])
def test_a_stencil_drawn_again_and_again_small_is_a_hatch(scale: str) -> None:
    face = Face()
    tiles = "".join(f"q\n0.3 0.5 0.2 rg\n{scale} {x}.0 100.0 cm\n/Im4 Do\nQ\n" for x in range(50, 60)).encode()
    stencil = stream(b"\x80", " /Subtype /Image /Width 1 /Height 1 /ImageMask true")
    content = word(face, 50, 100, "앞") + tiles + word(face, 50, 120, "뒤")
    page = read(content, face, extra={100: stencil}, resources="/XObject << /Im4 100 0 R >>")
    assert len(page.content.images) == (0 if scale.startswith("1.9") else 10)
    assert [run.text for run in page.content.runs] == ["앞", "뒤"]


@pytest.mark.parametrize(
    "broken",
    [
        b"q\n1 0 0 1 0 0 cm\nBT\n/F1 10 Tf\n1 0 0 1 50 nan Tm\n[<0001>]TJ\nET\nQ\n",
        b"q\n1 0 0 1 0 0 cm\nBT\n/F1 10 Tf\n1 0 0 1 50 1e999 Tm\n[<0001>]TJ\nET\nQ\n",
        b"q\n1 0 0 1 0 0 cm\nBT\n/F1 10 Tf\n1 0 0 1 5.0.0 1 Tm\n[<0001>nan<0001>]TJ\nET\nQ\n",
        b"q\n1 0 0 1 0 0 cm\nBT\n(ET\nQ\n) Tj\nET\nQ\n",
        b"ET\nQ\nET\nQ\nQ\nQ\nq\n1 m l l l h\nW* n\n",
    ],
)
def test_blocks_of_a_wrong_shape_go_to_the_operators(broken: bytes) -> None:
    face = Face()
    page = read(word(face, 50, 100, "앞") + broken + word(face, 50, 120, "뒤"), face)
    texts = [run.text for run in page.content.runs]
    assert texts[0] == "앞"
    assert texts[-1] == "뒤"
    assert all(abs(run.x0) < 1e7 and abs(run.y) < 1e7 for run in page.content.runs)


@pytest.mark.parametrize("lost", [b">]TJ\nET\nQ\n", b"]TJ\nET\nQ\n", b"\nET\nQ\n", b"ET\n"])
def test_a_block_that_lost_its_end_ends_where_the_next_begins(lost: bytes) -> None:
    face = Face()
    whole = words(face, 50, 100, "첫째 둘째 셋째 넷째")
    at = whole.index(lost)
    found = places(read(whole[:at] + whole[at + len(lost) :], face))
    assert found[-2:] == places(read(whole, face))[-2:]


def test_a_form_ends_no_block_of_its_page() -> None:
    face = Face()
    lost = b"q\n1 0 0 1 100 0 cm\n" + word(face, 50, 100, "첫째").removesuffix(b"ET\nQ\n") + b"/X Do\n"
    form = stream(b"0 g\n" + words(face, 50, 100, "서식 글"), " /Subtype /Form /Resources << /Font << /F1 4 0 R >> >>")
    page = read(lost + word(face, 50, 200, "끝"), face, extra={100: form}, resources="/XObject << /X 100 0 R >>")
    assert places(page)[-1] == ("끝", 150.0, 200.0, 160.0)


def test_a_block_takes_the_state_around_it() -> None:
    face = Face()
    block = word(face, 50, 100, "가나")
    fast = read(b"1 g 3 Tr 50 Tz 5 Tc " + block.replace(b"0 g\n", b""), face)
    slow = read(b"1 g 3 Tr 50 Tz 5 Tc " + block.replace(b"0 g\n", b"").replace(b"BT\n", b"BT \n"), face)
    assert fast.content.runs[0][:6] == pytest.approx(slow.content.runs[0][:6])
    assert fast.content.runs[0][7:9] == slow.content.runs[0][7:9] == (3, b"1")


def test_clips_are_kept_with_the_text_they_hold() -> None:
    face = Face()
    page = read(cells(face, [((50, 100, 150, 120), "가"), ((150, 100, 250, 120), "나")]), face)
    boxes = [page.content.clips[run.clip] for run in page.content.runs]
    assert boxes == [(50, 100, 150, 120), (150, 100, 250, 120)]
    general = read(cells(face, [((50, 100, 150, 120), "가")]).replace(b" h\nW* n", b" h  W* n"), face)
    assert general.content.clips[general.content.runs[0].clip] == (50, 100, 150, 120)


def test_thin_fills_are_rules_and_wide_ones_are_fills() -> None:
    page = read(b"50 700 200 1 re f 50 600 200 50 re f 10 10 m 20 30 l S", Face())
    assert [tuple(round(value) for value in rule) for rule in page.content.rules] == [(50, 142, 250, 142)]
    assert len(page.content.fills) == 1


def test_a_wide_shift_begins_a_new_run_and_a_small_one_does_not() -> None:
    face = Face()
    content = f"BT /F1 10 Tf 50 700 Td [<{face.hex('가')}>-20<{face.hex('나')}>-400<{face.hex('다')}>] TJ ET".encode()
    page = read(content, face)
    assert places(page) == [("가나", 50, 142, 70.2), ("다", 74.2, 142, 84.2)]


def test_text_operators_move_the_line() -> None:
    face = Face()
    a, b, c = (face.hex(char) for char in "가나다")
    content = (
        f"BT /F1 10 Tf 12 TL 1 0 0 1 50 700 Tm <{a}> Tj T* <{b}> Tj 5 -20 TD <{c}> Tj (\\000\\001) ' 100 Tz ET".encode()
    )
    page = read(content, face)
    assert [(run.text, run.x0, run.y) for run in page.content.runs] == [
        ("가", 50, 142),
        ("나", 50, 154),
        ("다", 55, 174),
        ("가", 55, 194),
    ]


def test_what_is_no_operator_is_counted_and_passed_over() -> None:
    face = Face()
    page = read(b"} ] 5 unknown " + show(face, 50, 100, "가"), face)
    assert page.content.junk == 2
    assert places(page)[0][0] == "가"


def test_inline_pictures_are_passed_over() -> None:
    face = Face()
    page = read(b"q 10 0 0 10 50 50 cm BI /W 1 /H 1 ID \x00(\xff EI Q " + show(face, 50, 100, "가"), face)
    assert len(page.content.images) == 1
    assert places(page)[0][0] == "가"


@pytest.mark.parametrize("picture", [b"", b"BI /W 1 /H 1 ID x EI "], ids=["none", "behind"])
def test_damage_that_looks_like_the_begin_of_a_picture_hides_no_words(picture: bytes) -> None:
    face = Face()
    page = read(
        b"} BI\n" + show(face, 50, 100, "가") + b"BI ID\n" * (not picture) + show(face, 50, 120, "나") + picture, face
    )
    assert [run.text for run in page.content.runs] == ["가", "나"]
    assert page.content.junk == 3 - bool(picture)


def test_a_clip_needs_a_path() -> None:
    face = Face()
    page = read(b"} W 0 0 m 5 5 l n\n" + show(face, 50, 100, "가"), face)
    assert [run.clip for run in page.content.runs] == [-1]


def test_the_text_meant_replaces_the_glyphs() -> None:
    face = Face()
    mark = b"/Span << /ActualText <feffd55cae00> /MCID 3 >> BDC "
    page = read(mark + show(face, 50, 100, "??") + b"EMC " + show(face, 50, 120, "가"), face)
    assert [(run.text, run.mark) for run in page.content.runs] == [("한글", 3), ("가", None)]


def test_forms_are_drawn_with_their_matrix_and_end_in_bounds() -> None:
    face = Face()
    font = "/Font << /F1 4 0 R >> /XObject << /X 100 0 R >>"
    form = stream(
        show(face, 50, 100, "가") + b"/X Do", f" /Subtype /Form /Matrix [1 0 0 1 0 -50] /Resources << {font} >>"
    )
    data = pages([b"/X Do"], face, extra={100: form}, resources="/XObject << /X 100 0 R >>")
    budget = Budget(Limits())
    objects = Objects(data, budget)
    (page,) = page_dictionaries(objects, budget)
    content = read_page(objects, budget, page, 1, {}, frozenset()).content
    assert [run.y for run in content.runs] == [150 + 50 * depth for depth in range(8)]
    assert content.skipped_forms == 1


def test_blocks_in_forms_are_read_with_the_fonts_of_their_form() -> None:
    first, second = Face(), Face()
    forms = {
        100 + number: stream(
            word(face, 50, 100, char), f" /Subtype /Form /Resources << /Font << /F1 {110 + 10 * number} 0 R >> >>"
        )
        for number, (face, char) in enumerate([(first, "가"), (second, "나")])
    }
    extra = forms | first.objects(110) | second.objects(120)
    resources = "/XObject << /X 100 0 R /Y 101 0 R >>"
    page = read(b"/X Do /Y Do " * 2, Face(), extra=extra, resources=resources)
    assert [run.text for run in page.content.runs] == ["가", "나"] * 2


def test_a_page_that_is_turned_reads_upright() -> None:
    face = Face()
    turned = f"BT /F1 10 Tf 0 1 -1 0 300 100 Tm <{face.hex('가나다')}> Tj ET".encode()
    page = read(turned, face)
    assert (page.width, page.height) == (HEIGHT, 595)
    assert [run.tilt for run in page.content.runs] == [0]


def test_oblique_text_is_told_apart() -> None:
    face = Face()
    content = f"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm <{face.hex('대외비')}> Tj ET ".encode() + show(
        face, 50, 100, "가나다라마"
    )
    assert [run.tilt for run in read(content, face).content.runs] == [OBLIQUE, 0]


def test_nested_states_end_the_page_not_the_program() -> None:
    face = Face()
    page = read(show(face, 50, 100, "가") + b"q " * 20_000, face)
    assert page.broken
    assert places(page)[0][0] == "가"


def test_maps_of_codes_to_text() -> None:
    data = (
        b"2 beginbfchar\n<0001> <ac00>\n<0002> <ffff>\nendbfchar\n"
        b"2 beginbfrange\n<0010> <0012> <0041>\n<0020> <0021> [<d55c> <ae000021>]\nendbfrange"
    )
    assert to_unicode(data) == {1: "가", 2: "", 16: "A", 17: "B", 18: "C", 32: "한", 33: "글!"}


def test_a_range_that_claims_too_much_is_cut() -> None:
    data = b"1 beginbfrange\n<00000000> <ffffffff> <0041>\nendbfrange"
    assert len(to_unicode(data)) <= MAX_ENTRIES
    assert len(to_cids(data.replace(b"bf", b"cid").replace(b"<0041>", b"7"))) <= MAX_ENTRIES


def test_codes_of_legacy_encodings() -> None:
    font = Font("Batang", {}, dict.fromkeys(range(0x20, 0x7F), 500.0), 1000, wide=True, codec="cp949")
    assert font.show("정부 2026".encode("cp949")) == ("정부 2026", 4500, 7)


def test_unknown_codes_are_marked() -> None:
    font = Font("Batang", {1: "가"}, {}, 1000, wide=True)
    assert font.show(b"\0\1\0\2")[0] == "가\ufffd"


def test_wingdings_slots_are_not_letters() -> None:
    assert Font("Wingdings", {113: "q", 32: " "}, {}, 500, wide=False).show(b"q ")[0] == "\uf071 "


def test_an_empty_string_of_a_type3_font_is_a_space() -> None:
    font = Font("T1", {0: "가"}, {0: 1000.0}, 0, wide=False, type3=True)
    assert font.segments(b"[<>]") == ((0.0, " ", 0.0, 0),)
    assert font.segments(b"[<00>]") == ((0.0, "가", 1000.0, 1),)


def test_page_dictionaries_go_once_through_a_tree_that_holds_itself() -> None:
    face = Face()
    data = pages([show(face, 50, 100, "가")], face).replace(b"/Kids [10 0 R]", b"/Kids [10 0 R 2 0 R 10 0 R]")
    data = re.sub(rb"startxref\n\d+", b"startxref\n0", data)
    budget = Budget(Limits())
    assert len(list(page_dictionaries(Objects(data, budget), budget))) == 1


def test_rules_and_clips_of_the_builder_are_where_they_say() -> None:
    page = read(rule(50, 100, 150, 100) + b"q " + clip(10, 20, 30, 40) + b"Q", Face())
    assert page.content.rules == [(50, 100, 150, 100)]
    assert page.content.clips == [(10, 20, 30, 40)]
