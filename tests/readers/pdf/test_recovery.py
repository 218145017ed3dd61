"""Pages without text: the hook for recognition, Tesseract's table, the second engine."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import pytest
from builders.pdf import HEIGHT, Face, pages, show, stream

import hwpextract
from hwpextract.errors import HwpExtractError
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import engine, read_pdf
from hwpextract.readers.pdf.ocr import PageImage, Word, tesseract, words_of_tsv

JPEG = b"\xff\xd8\xff picture"


def scan(filter_name: str = "DCTDecode", body: bytes = JPEG, more: str = "") -> bytes:
    image = stream(body, f" /Subtype /Image /Width 2 /Height 2 {more} /Filter /{filter_name}")
    content = f"q 595 0 0 {HEIGHT} 0 0 cm /Im1 Do Q".encode()
    return pages([content], Face(), extra={100: image}, resources="/XObject << /Im1 100 0 R >>")


def test_a_recogniser_gets_the_scan_and_its_words_become_lines() -> None:
    seen: list[PageImage] = []

    def recognise(image: PageImage) -> Iterable[Word]:
        seen.append(image)
        yield Word("둘째줄", 0.1, 0.2, 0.2, 0.215)
        yield Word("보도", 0.1, 0.1, 0.15, 0.115)
        yield Word("자료", 0.16, 0.1, 0.21, 0.115)

    found = read_pdf(scan(), Options(Limits(), ocr=recognise))
    assert [(image.page, image.data, image.media_type) for image in seen] == [(1, JPEG, "image/jpeg")]
    assert found.text == "보도 자료\n둘째줄"
    assert [warning.code for warning in found.warnings] == ["page_recognised"]


def test_plain_samples_reach_the_recogniser_as_png() -> None:
    seen: list[PageImage] = []

    def recognise(image: PageImage) -> Iterable[Word]:
        seen.append(image)
        return ()

    body = bytes(4).hex().encode() + b">"
    read_pdf(
        scan("ASCIIHexDecode", body, "/ColorSpace /DeviceGray /BitsPerComponent 8"), Options(Limits(), ocr=recognise)
    )
    assert seen[0].media_type == "image/png"
    assert seen[0].data.startswith(b"\x89PNG\r\n\x1a\n")


def test_a_recogniser_that_fails_leaves_the_page_named() -> None:
    def fail(image: PageImage) -> Iterable[Word]:
        raise HwpExtractError("no recognition today", hint="Try again tomorrow.")

    found = read_pdf(scan(), Options(Limits(), ocr=fail))
    assert [warning.code for warning in found.warnings] == ["recovery_failed", "page_scanned"]
    assert found.warnings[0].message.endswith(": no recognition today (Try again tomorrow.)")


def test_the_front_door_passes_the_recogniser_on() -> None:
    def recognise(image: hwpextract.PageImage) -> Iterable[hwpextract.Word]:
        yield hwpextract.Word("보도자료", 0.1, 0.1, 0.3, 0.12)

    assert hwpextract.read(scan(), ocr=recognise).text == "보도자료"
    assert hwpextract.extract(scan(), ocr=recognise).document.text == "보도자료"


def test_what_a_recogniser_raises_of_its_own_is_passed_on() -> None:
    def fail(image: hwpextract.PageImage) -> Iterable[hwpextract.Word]:
        raise RuntimeError("my own")

    with pytest.raises(RuntimeError, match="my own"):
        hwpextract.read(scan(), ocr=fail)


def test_words_of_a_table_of_positions() -> None:
    rows = [
        "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext",
        "1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t",
        "5\t1\t1\t1\t1\t1\t100\t200\t50\t20\t96.5\t보도",
        "5\t1\t1\t1\t1\t2\t160\t200\t50\t20\t12\t??",
    ]
    assert words_of_tsv("\n".join(rows)) == [Word("보도", 0.1, 0.1, 0.15, 0.11)]
    assert words_of_tsv("") == []


def test_without_tesseract_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(HwpExtractError) as caught:
        tesseract(PageImage(1, 595, 842, JPEG, "image/jpeg"))
    assert caught.value.code == "ocr_missing"


def test_tesseract_is_asked_and_its_failure_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rows = "level\\n1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t100\\t200\\t-1\\t\\n5\\t1\\t1\\t1\\t1\\t1\\t10\\t20\\t50\\t20\\t96\\t글"
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\ncat >/dev/null\nprintf '{rows}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    image = PageImage(1, 595, 842, JPEG, "image/jpeg")
    assert [word.text for word in tesseract(image)] == ["글"]
    program.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(HwpExtractError) as caught:
        tesseract(image)
    assert caught.value.code == "ocr_failed"


needs_pdfium = pytest.mark.skipif(find_spec("pypdfium2") is None, reason="pypdfium2 is not installed")


@needs_pdfium
def test_the_second_engine_reads_and_draws() -> None:
    face = Face()
    data = pages([show(face, 50, 100, "보도자료")], face)
    assert engine.page_texts(data)[0].split() == ["보도자료"]
    assert engine.page_picture(data, 1).startswith(b"\x89PNG")


@needs_pdfium
def test_the_second_engine_fails_with_an_error_of_ours() -> None:
    with pytest.raises(HwpExtractError) as caught:
        engine.page_texts(b"%PDF-1.4 nothing")
    assert caught.value.code == "engine_failed"


def test_without_the_second_engine_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "available", lambda: False)
    with pytest.raises(HwpExtractError) as caught:
        engine.page_texts(b"")
    assert caught.value.code == "engine_missing"


def test_the_second_engine_gives_a_page_we_cannot_decode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "available", lambda: True)
    monkeypatch.setattr(engine, "page_texts", lambda data, password, seconds: ["첫 줄이다\n둘째 줄이다"])
    face = Face()
    data = pages([show(face, 50, 100, "글자")], face).replace(b"beginbfchar", b"beginbfxxxx")
    found = read_pdf(data, Options(Limits()))
    assert "첫 줄이다" in found.text
    assert "page_second_engine" in [warning.code for warning in found.warnings]


def test_our_own_text_is_kept_where_the_second_engine_lacks_a_word_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "available", lambda: True)
    monkeypatch.setattr(engine, "page_texts", lambda data, password, seconds: ["보도 자료와 다른 말이 많이 있다"])
    face = Face()
    content = show(face, 50, 100, "보도 참고자료") + b"BT /F1 10 Tf 1 0 0 1 50 600 Tm <00ff00fe00fd> Tj ET"
    found = read_pdf(pages([content], face), Options(Limits()))
    assert "보도 참고자료" in found.text
    assert [warning.code for warning in found.warnings] == ["text_unreadable"]


def test_the_collector_works_while_somebody_else_reads() -> None:
    seen: list[bool] = []

    def watch(image: PageImage) -> list[Word]:
        seen.append(gc.isenabled())
        return []

    read_pdf(scan(), Options(Limits(), ocr=watch))
    assert seen == [True]
