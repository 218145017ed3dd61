"""Text of pages that hold none: a hook for any program that reads pictures, and Tesseract behind it where it is installed.

A hook takes a `PageImage` and gives `Word`s; the reader treats them like painted words, so lines, paragraphs and reading order
come out as for any other page.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from hwpextract.errors import HwpExtractError
from hwpextract.readers.pdf.fonts import Font
from hwpextract.readers.pdf.runs import Run

_SECONDS = 60
_CONFIDENT = 30.0
"""Words that Tesseract trusts less, in per cent, are noise."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture: its number from 1, its size in points, the bytes of a JPEG, JPEG 2000 or PNG file."""

    page: int
    width: float
    height: float
    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word; its box in shares of the page's width and height from the top left (0 to 1)."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float


Recogniser: TypeAlias = Callable[[PageImage], Iterable[Word]]


def runs_of(words: Iterable[Word], image: PageImage) -> list[Run]:
    """Words as runs of a page, in the order given; each ends in a space."""
    font = Font("recognised", {}, {}, 500, wide=True)
    runs = []
    for word in words:
        x0, x1 = word.x0 * image.width, word.x1 * image.width
        top, foot = word.y0 * image.height, word.y1 * image.height
        size = max(foot - top, 1.0)
        # The box of a word is its ink; its baseline lies a little above the lower edge.
        base = foot - 0.12 * size
        runs.append(Run(word.text + " ", x0, base, x1, base, size, font, 0, b"0", None, -1, 0, False))
    return runs


def tesseract(image: PageImage, *, language: str = "kor+eng") -> list[Word]:
    """Recognise a page with the Tesseract program and its Korean data.

    Raises:
        HwpExtractError: the program or its language data is missing, or it failed.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise HwpExtractError(
            "Tesseract is not installed",
            code="ocr_missing",
            hint="Install tesseract-ocr and its Korean data (tesseract-ocr-kor).",
        )
    command = [program, "stdin", "stdout", "-l", language, "--psm", "3", "tsv"]
    try:
        done = subprocess.run(command, input=image.data, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - fixed arguments
    except (subprocess.SubprocessError, OSError) as error:
        raise HwpExtractError(f"Tesseract could not read page {image.page}", code="ocr_failed") from error
    return words_of_tsv(done.stdout.decode("utf-8", "replace"))


def words_of_tsv(table: str) -> list[Word]:
    """Words of Tesseract's table of positions; its first row is the page itself."""
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    page = next((row for row in rows if row[0] == "1"), None)
    if page is None:
        return []
    width, height = float(page[8]), float(page[9])
    words = []
    for row in rows:
        if len(row) == 12 and row[0] == "5" and row[11].strip() and float(row[10]) >= _CONFIDENT:
            x, y, w, h = map(float, row[6:10])
            words.append(Word(row[11], x / width, y / height, (x + w) / width, (y + h) / height))
    return words
