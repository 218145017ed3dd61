import pytest
from builders.hwpml import (
    bin_data,
    bin_item,
    box,
    char,
    document,
    element,
    field,
    note,
    number,
    p,
    picture,
    plist,
    read,
    section,
    table,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hwpextract.errors import HwpExtractError
from hwpextract.limits import Limits

RICH = document(
    section(
        p(element("SECDEF", element("MASTERPAGE", plist(p("바탕"))), OutlineShape=1), "제목", shape=1),
        p(box(p("상자")), "글 ", note(number(1, "Footnote", ")"), "각주"), table([["가", "나"]], caption="표")),
        p(element("CONTAINER", picture(1, "설명"), box(p("안")))),
        p(field("Hyperlink", "http\\://example.go.kr;1", char("누름")), element("EQUATION", element("SCRIPT", "x"))),
        p(element("FIELDBEGIN", plist(p("쪽지")), Type="Memo", Command="MEMO/65535/1/1/1/홍길동/")),
        p(element("HEADER", plist(p("머리"))), element("COMPOSE", ComposeText="가")),
    ),
    mapping=element("NUMBERING", element("PARAHEAD", "^1.", NumFormat="Digit"), Id=1)
    + element("PARASHAPE", Id=1, HeadingType="Outline", Level=0)
    + element("BINDATALIST", bin_item(1)),
    summary="<TITLE>제목</TITLE><DATE>2026년 1월 2일</DATE>",
    tail=bin_data(1, b"\x89PNG", compress=True),
).encode()

WORD = st.sampled_from(
    [b"<", b">", b"/", b"&", b'"', b"\0", b"\xff", b"<P>", b"</CELL>", b"<TABLE>", b"<CELL>", b"<CHAR>"]
)
CHANGE = st.tuples(st.integers(0, len(RICH) - 1), st.integers(0, 3), WORD | st.binary(max_size=3))


def check(data: bytes) -> None:
    """It is read or refused; what was read is sound."""
    try:
        found = read(data)
    except HwpExtractError:
        return
    found.model_dump_json()
    characters = found.coverage.characters
    assert characters.met == characters.emitted + characters.apart + sum(characters.dropped.values())


def test_the_whole_file_is_well_formed() -> None:
    assert not read(RICH).warnings


@settings(max_examples=300, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CHANGE, min_size=1, max_size=6))
def test_damaged_files_are_read_or_refused(changes: list[tuple[int, int, bytes]]) -> None:
    data = bytearray(RICH)
    for place, length, content in changes:
        data[place : place + length] = content
    check(bytes(data))


@pytest.mark.parametrize("part", range(40))
def test_files_cut_short_are_read_or_refused(part: int) -> None:
    check(RICH[: len(RICH) * part // 40])


def test_fields_that_never_end_cost_little() -> None:
    begin = element("FIELDBEGIN", Type="Hyperlink", Command="http\\://example.go.kr")
    found = read(document(section(p(begin * 20_000), *(p("가") for _ in range(2_000)))))
    assert len(found.blocks) == 2_000


def test_groups_in_groups_end() -> None:
    deep = 100_000
    check(document(section(p("<CONTAINER>" * deep + box(p("안")) + "</CONTAINER>" * deep))).encode())


@pytest.mark.parametrize(
    "text",
    [
        "<![CDATA[" * 200_000,
        "<HWPML><BINDATA " * 200_000,
        "<HWPML><BODY><SECTION><P><TEXT " + " ".join(f'A{number}="1"' for number in range(100_000)) + "/>",
        "<" + "a" * 2_000_000,
        "<HWPML><BODY><SECTION>" + "<A>" * 200_000,
        document(section(p("가")), summary=f"<DATE>2026년 1월 1일{' ' * 1_000_000}</DATE>"),
    ],
    ids=["marked sections", "pictures", "attributes", "name", "depth", "date"],
)
def test_odd_texts_cost_little(text: str) -> None:
    check(text.encode())
    check(document(section(p(text))).encode())


def test_time_is_limited() -> None:
    with pytest.raises(HwpExtractError) as caught:
        read(document(section(*(p("가") for _ in range(5_000)))), Limits(max_seconds=1e-9))
    assert caught.value.code == "limit_seconds"
