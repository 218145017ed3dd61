import codecs
from itertools import pairwise

import pytest
from builders.hwpml import DECLARATION, document, p, read, section

from hwpextract.errors import CorruptDocumentError, LimitExceededError
from hwpextract.limits import Limits

WORDS = "국민안전처 보도자료 뷁"
TEXT = document(section(p(WORDS)), declaration="")
KOREAN = '<?xml version="1.0" encoding="{}"?>'


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + (DECLARATION + TEXT).encode(),
        TEXT.encode(),
        (KOREAN.format("UTF-16") + TEXT).encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        (KOREAN.format("euc-kr") + TEXT).encode("cp949"),
        (KOREAN.format("ks_c_5601-1987") + TEXT).encode("cp949"),
    ],
    ids=["UTF-8 BOM", "bare UTF-8", "UTF-16", "UTF-16 BE", "no BOM", "no BOM BE", "EUC-KR", "KS C 5601"],
)
def test_encodings(data: bytes) -> None:
    found = read(data)
    assert found.text == WORDS
    assert not found.warnings


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("cp949"),
        (DECLARATION + TEXT).encode("cp949"),
        (KOREAN.format("euc-kr") + TEXT).encode(),
        (KOREAN.format("no-such-encoding") + TEXT).encode(),
        (KOREAN.format("base64") + TEXT).encode(),
    ],
    ids=["undeclared", "declared UTF-8", "declared EUC-KR", "unknown", "no text encoding"],
)
def test_wrong_declarations(data: bytes) -> None:
    assert read(data).text == WORDS


def test_an_encoding_that_nobody_declares_is_guessed() -> None:
    words = "これは日本語の文章です。文字コードを推測します。" * 20
    data = document(section(p(words)), declaration="").encode("shift_jis")
    assert read(data).text == words


def test_undeclared_bytes_with_little_damage_keep_their_encoding() -> None:
    words = "보도자료 " * 200
    data = document(section(p(words + "뷁")), declaration="").encode().replace("뷁".encode(), b"\xeb\xff")
    assert read(data).text.startswith(words)


def test_single_damaged_bytes_do_not_change_the_encoding() -> None:
    data = (DECLARATION + TEXT).encode().replace("뷁".encode(), b"\xeb\xff\xfe")
    found = read(data)
    assert found.text.startswith("국민안전처 보도자료 ")
    assert [warning.code for warning in found.warnings] == ["xml_repaired"]


def test_control_characters_are_left_out() -> None:
    found = read(document(section(p("가\x01나"))))
    assert found.text == "가나"
    assert [warning.code for warning in found.warnings] == ["xml_repaired"]


def test_bare_ampersands_and_unknown_entities_stay_as_written() -> None:
    found = read(document(section("<P><TEXT><CHAR>R&D &nbsp;&amp;&#44032;&lt;</CHAR></TEXT></P>")))
    assert found.text == "R&D &nbsp;&가<"
    assert [warning.code for warning in found.warnings] == ["xml_repaired"]


def test_marked_sections_are_text() -> None:
    found = read(document(section("<P><TEXT><CHAR><![CDATA[R&D <b>]]></CHAR></TEXT></P>")))
    assert found.text == "R&D <b>"
    assert not found.warnings


def test_references_in_attributes() -> None:
    link = '<FIELDBEGIN Type="Hyperlink" Command="http\\://a.kr/\\?x=1&amp;y=2;1"/><CHAR>가</CHAR><FIELDEND Type="Hyperlink"/>'
    (only,) = read(document(section(f"<P><TEXT>{link}</TEXT></P>"))).blocks
    assert only.kind == "paragraph"
    assert only.links[0].target == "http://a.kr/?x=1&y=2"


def test_document_types_are_not_looked_at() -> None:
    laughs = "".join(f'<!ENTITY {name} "&{before};&{before};">' for before, name in pairwise("abcdefghi"))
    outside = '<!ENTITY x SYSTEM "file:///etc/hostname">'
    declaration = f'{DECLARATION}<!DOCTYPE HWPML [<!ENTITY a "하하">{laughs}{outside}]>'
    found = read(document(section("<P><TEXT><CHAR>&i; &x;</CHAR></TEXT></P>"), declaration=declaration))
    assert found.text == "&i; &x;"


def test_namespaces_are_ignored() -> None:
    plain = document(section(p("가")), declaration="")
    for name in ("HWPML", "BODY", "SECTION", "TEXT", "CHAR", "P"):
        plain = plain.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>")
        plain = plain.replace(f"</{name}>", f"</x:{name}>")
    found = read(plain.replace("<x:HWPML ", '<x:HWPML xmlns:x="http://www.haansoft.com/HWPML" ', 1))
    assert found.text == "가"
    assert not found.warnings


def test_a_file_cut_short_gives_what_is_there() -> None:
    whole = document(section(p("가"), p("나"), p("다")))
    found = read(whole[: whole.index("다") + 1])
    assert found.text == "가\n나\n다"
    assert [(warning.code, warning.severity) for warning in found.warnings] == [("xml_truncated", "error")]


def test_tags_that_do_not_match_are_repaired() -> None:
    found = read(document(section(p("가"), "<P><TEXT><CHAR>나</TEXT></P>", p("다"))))
    assert found.text == "가\n나\n다"
    assert [warning.code for warning in found.warnings] == ["xml_repaired"]


@pytest.mark.parametrize("data", [b"", b"<?xml version='1.0'?>", b"<HTML><HWPM>", b"<HWPML><HEAD/></HWPML>"])
def test_a_file_without_sections_is_refused(data: bytes) -> None:
    with pytest.raises(CorruptDocumentError):
        read(data)


def test_elements_end_at_the_limit() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(document(section(p("가") * 1000)), Limits(max_records=500))
    assert caught.value.code == "limit_records"


def test_a_picture_that_inflates_too_far_is_refused() -> None:
    from builders.hwpml import bin_data, bin_item, element, picture

    data = document(
        section(p(picture(1))),
        mapping=element("BINDATALIST", bin_item(1, "bmp")),
        tail=bin_data(1, b"BM" + bytes(1 << 20), compress=True),
    )
    found = read(data, Limits(max_stream=1 << 16))
    (only,) = found.images()
    assert only.media_type == "image/bmp"
    with pytest.raises(LimitExceededError):
        found.image_bytes(only)
