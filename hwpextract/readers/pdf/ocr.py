"""Text of pages that hold none: a hook for any program that reads pictures, and Tesseract behind it where it is installed.

A hook takes a `PageImage` and gives `Word`s; the reader treats them like painted words, so lines, paragraphs and reading order
come out as for any other page.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeAlias

from hwpextract.errors import HwpExtractError
from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.runs import Run

_SECONDS = 60
_LAYOUT = "4"
"""Lines of any size in one column. Its own search for blocks (3) takes lines of Hangul for upright columns and loses most of them."""
_CONFIDENT = 30.0
"""Words that Tesseract trusts less, in per cent, are noise."""
_FRAMES = (b"\xc0", b"\xc1", b"\xc2")
"""Markers of the segment of a JPEG file that holds its size."""
_GAP = 0.3
"""Words of a line are further apart than this share of its height."""


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
    """Words as runs of a page, in the order given; a space stands between those of one line, none at its end, where nobody knows."""
    font = Font("recognised", {}, {}, 500, wide=True)
    runs = []
    given = list(words)
    for word, following in zip_longest(given, given[1:]):
        x0, x1 = word.x0 * image.width, word.x1 * image.width
        top, foot = word.y0 * image.height, word.y1 * image.height
        size = max(foot - top, 1.0)
        # The box of a word is its ink; its baseline lies a little above the lower edge.
        base = foot - 0.12 * size
        space = " " if following is not None and _goes_on(word, following) else ""
        runs.append(Run(word.text + space, x0, base, x1, base, size, font, 0, b"0", None, -1, 0, False))
    return runs


def _goes_on(word: Word, following: Word) -> bool:
    """Whether a word is followed by another one on its line."""
    middle = (following.y0 + following.y1) / 2
    return word.y0 <= middle <= word.y1 and following.x0 >= word.x0


def tesseract(image: PageImage, *, language: str = "kor") -> list[Word]:
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
    command = [program, "stdin", "stdout", "-l", language, "--psm", _LAYOUT]
    if dots := _dots_across(image.data):
        command += ["--dpi", f"{dots * 72 / image.width:.0f}"]
    try:
        done = subprocess.run([*command, "tsv"], input=image.data, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - fixed arguments
    except (subprocess.SubprocessError, OSError) as error:
        raise HwpExtractError(f"Tesseract could not read page {image.page}", code="ocr_failed") from error
    return words_of_tsv(done.stdout.decode("utf-8", "replace"))


def _dots_across(data: bytes) -> int | None:
    """Width of a PNG or JPEG file in dots; a page tells its resolution, which Tesseract guesses badly."""
    if data.startswith(b"\x89PNG"):
        return int.from_bytes(data[16:20], "big")
    at = 2
    while data.startswith(b"\xff", at):
        if data[at + 1 : at + 2] in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9], "big")
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def words_of_tsv(table: str) -> list[Word]:
    """Words of Tesseract's table of positions; its first row is the page itself.

    Tesseract parts Korean words into syllables: those of a line with hardly a gap between them are put together again, as high as
    the line.
    """
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    page = next((row for row in rows if row[0] == "1"), None)
    if page is None:
        return []
    width, height = float(page[8]), float(page[9])
    words: list[Word] = []
    line: list[str] | None = None
    begins = True
    for row in rows:
        if row[0] == "4":
            line, begins = row, True
        if len(row) != 12 or row[0] != "5" or not row[11].strip() or float(row[10]) < _CONFIDENT:
            continue
        top, high = map(float, (line or row)[7:10:2])
        left, wide = map(float, row[6:9:2])
        word = Word(row[11], left / width, top / height, (left + wide) / width, (top + high) / height)
        if not begins and left - words[-1].x1 * width <= _GAP * high:
            last = words.pop()
            word = replace(last, text=last.text + word.text, x1=max(last.x1, word.x1))
        words.append(word)
        begins = line is None
    return words
