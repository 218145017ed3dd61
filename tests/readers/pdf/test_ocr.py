"""Recognition: Tesseract's table to words, words to runs, and the program itself where it is installed."""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest
from builders.pdf import HEIGHT, Face, pages, stream

import hwpextract
from hwpextract.document import paragraphs_of
from hwpextract.readers.pdf import engine
from hwpextract.readers.pdf.ocr import PageImage, Word, _dots_across, runs_of, words_of_tsv

SAMPLE = Path(__file__).parents[3] / "samples" / "interior-2025" / "release.pdf"
HEAD = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n1\t1\t0\t0\t0\t0\t0\t0\t1000\t1000\t-1\t\n"


def row(level: int, left: int, top: int, width: int, height: int, text: str = "", sure: float = 90) -> str:
    return f"{level}\t1\t1\t1\t1\t1\t{left}\t{top}\t{width}\t{height}\t{sure}\t{text}\n"


def test_syllables_of_one_word_are_put_together_as_high_as_their_line() -> None:
    table = HEAD + row(4, 100, 100, 400, 50)
    table += row(5, 100, 100, 50, 50, "민") + row(5, 160, 105, 50, 40, "원") + row(5, 240, 100, 90, 50, "서류")
    assert [word.text for word in words_of_tsv(table)] == ["민원", "서류"]
    assert {(word.y0, word.y1) for word in words_of_tsv(table)} == {(0.1, 0.15)}


def test_a_new_line_begins_a_new_word_and_noise_is_left_out() -> None:
    table = HEAD + row(4, 100, 100, 400, 50) + row(5, 100, 100, 50, 50, "앞")
    table += row(4, 100, 200, 400, 50) + row(5, 60, 200, 30, 50, "~", sure=3) + row(5, 100, 200, 50, 50, "뒤")
    assert [word.text for word in words_of_tsv(table)] == ["앞", "뒤"]


def test_no_space_is_claimed_at_the_end_of_a_line() -> None:
    words = [Word("가", 0.1, 0.1, 0.2, 0.12), Word("나", 0.3, 0.1, 0.4, 0.12), Word("다", 0.1, 0.2, 0.2, 0.22)]
    assert [run.text for run in runs_of(words, PageImage(1, 595, HEIGHT, b"", "image/png"))] == ["가 ", "나", "다"]


def test_resolution_comes_from_the_picture() -> None:
    frame = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x0b\x08\x01\0\x02\x30\x01"
    assert _dots_across(frame) == 0x230
    assert _dots_across(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x09\xaf\0\0") == 2479
    assert _dots_across(b"\xff\xd8\xff") is None
    assert _dots_across(b"") is None


def has_korean() -> bool:
    """Whether Tesseract and its Korean data are installed."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return "kor" in listed.stdout.split()


def scan_of(png: bytes) -> bytes:
    """A page that is a grey PNG file and nothing else."""
    at, packed, head = 8, b"", b""
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        head, packed = (body if kind == b"IHDR" else head), packed + (body if kind == b"IDAT" else b"")
        at += 12 + length
    width, height = struct.unpack_from(">II", head)
    entries = (
        f" /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8"
        f" /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns {width} >>"
    )
    drawn = f"q 595 0 0 {HEIGHT} 0 0 cm /Im1 Do Q".encode()
    return pages([drawn], Face(), extra={100: stream(packed, entries)}, resources="/XObject << /Im1 100 0 R >>")


@pytest.mark.skipif(not has_korean(), reason="Tesseract or its Korean data is not installed")
@pytest.mark.skipif(find_spec("pypdfium2") is None, reason="pypdfium2 is not installed")
def test_tesseract_reads_a_page_that_was_drawn() -> None:
    data = SAMPLE.read_bytes()
    truth = "".join(
        each.text for each in paragraphs_of(hwpextract.read(data).blocks) if each.locator.startswith("page 1 ")
    )
    found = hwpextract.read(scan_of(engine.page_picture(data, 1)), ocr=hwpextract.tesseract)
    assert "page_recognised" in [warning.code for warning in found.warnings]
    read, printed = Counter("".join(found.text.split())), Counter("".join(truth.split()))
    assert (read & printed).total() > 0.9 * printed.total()
    assert "점자와 음성으로도 안내한다." in found.text
