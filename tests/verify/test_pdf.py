"""The second reader of PDF: PDFium's lines."""

from __future__ import annotations

from pathlib import Path

import pytest

import hwpextract
from hwpextract.account import VerificationStatus
from hwpextract.errors import HwpExtractError
from hwpextract.readers.pdf import engine
from hwpextract.verify import pdf
from hwpextract.verify.pdf import second_pdf
from hwpextract.verify.reading import UnavailableError

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Texts that PDFium gives."""
    found: list[str] = []
    monkeypatch.setattr(engine, "available", lambda: True)
    monkeypatch.setattr(engine, "page_texts", lambda data, password: found)
    monkeypatch.setattr(pdf, "version", lambda name: "5.0")
    return found


def test_lines_of_all_pages(pages: list[str]) -> None:
    pages += ["첫 줄\r\n둘째 줄\r\n", "", "다음 쪽"]
    reading = second_pdf(b"", None)
    assert reading.reader == "PDFium (pypdfium2 5.0)"
    assert [line for line in reading.passages if line] == ["첫 줄", "둘째 줄", "다음 쪽"]


def test_a_character_a_line_is_one_passage(pages: list[str]) -> None:
    pages += ["글\n잘\n말\n\n린\n집\n다른 글"]
    assert second_pdf(b"", None).passages == ["글 잘 말 린 집", "다른 글"]


def test_without_pdfium_the_result_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "available", lambda: False)
    with pytest.raises(UnavailableError, match="pypdfium2 is not installed") as caught:
        second_pdf(b"", None)
    assert caught.value.code == VerificationStatus.READER_MISSING
    assert caught.value.hint == "pip install 'hwpextract[pdfium]'"


def test_what_pdfium_cannot_read_is_named(pages: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(data: bytes, password: str | None) -> list[str]:
        raise HwpExtractError("PDFium could not read the file", code="engine_failed")

    monkeypatch.setattr(engine, "page_texts", fails)
    with pytest.raises(UnavailableError, match="could not read") as caught:
        second_pdf(b"", None)
    assert caught.value.code == VerificationStatus.READER_FAILED


@pytest.mark.skipif(not engine.available(), reason="pypdfium2 is not installed")
@pytest.mark.parametrize("name", ["interior-2025", "joint-2025"])
def test_samples_agree(name: str) -> None:
    found = hwpextract.verify(SAMPLES / name / "release.pdf")
    assert found.agreement is not None
    assert found.agreement >= 0.99
