"""What cannot be read is named, and who reads that knows what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwpextract.errors import EncryptedDocumentError, UnsupportedFormatError
from hwpextract.refusals import refusal
from hwpextract.sniff import Format, sniff

HTML = "<html><head><title>{}</title></head><body>...</body></html>"


@given(
    st.sampled_from(sorted(set(Format) - {Format.HWP5, Format.HWPX, Format.HWPML, Format.HWP3, Format.PDF})),
    st.binary(),
)
def test_refusal_is_total(kind: Format, data: bytes) -> None:
    error = refusal(kind, data)
    assert str(error).isprintable()
    assert error.hint


CODES = {
    Format.EMPTY: "empty_file",
    Format.TRUNCATED: "truncated",
    Format.FASOO: "drm_fasoo",
    Format.SOFTCAMP: "drm_softcamp",
    Format.MARKANY: "drm_markany",
    Format.ENCRYPTED_OOXML: "encrypted_ooxml",
    Format.SEVEN_ZIP: "unsupported_7z",
    Format.DOCX: "unsupported_docx",
    Format.HTML: "unsupported_html",
}


@pytest.mark.parametrize(("kind", "code"), CODES.items())
def test_codes_are_stable(kind: Format, code: str) -> None:
    error = refusal(kind, b"")
    assert error.code == code
    locked = code.startswith(("drm_", "encrypted_"))
    assert type(error) is (EncryptedDocumentError if locked else UnsupportedFormatError)


def test_older_documents_of_hangul_say_how_to_convert() -> None:
    assert "save it as HWPX" in (refusal(Format.HWP2).hint or "")


def test_archives_that_the_command_reads_say_so() -> None:
    assert "hwpextract batch" in (refusal(Format.ZIP).hint or "")


@pytest.mark.parametrize(
    ("data", "title", "advice"),
    [
        (HTML.format("오류 안내").encode(), "오류 안내", "an error page"),
        (HTML.format("오류").encode("cp949"), "오류", "an error page"),
        (HTML.format("오류").encode("utf-16"), "오류", "an error page"),
        (HTML.format("통합 로그인 서비스").encode("cp949"), "통합 로그인 서비스", "a login page"),
        (HTML.format("404 Not Found").encode(), "404 Not Found", "an error page"),
        (HTML.format("기관\r\n  소식").encode(), "기관 소식", "most likely an error or login page"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>\xbf\xc0\xb7\xf9</title>',
            "오류",
            "an error page",
        ),
    ],
)
def test_web_page_is_named_by_its_title(data: bytes, title: str, advice: str) -> None:
    error = refusal(sniff(data), data)
    assert str(error) == f'cannot read a web page titled "{title}"'
    assert advice in (error.hint or "")
    assert "ownload the attachment again" in (error.hint or "")


def test_web_page_without_title() -> None:
    assert str(refusal(Format.HTML, b"<script>location.href='/'</script>")) == "cannot read a web page"


def test_text_is_named_by_its_beginning() -> None:
    data = "파일이\n없습니다. ".encode() * 20
    name = 'plain text that begins "' + ("파일이 없습니다. " * 20)[:60] + '"'
    assert str(refusal(Format.TEXT, data)) == f"cannot read {name}"
