"""Second chances for pages that gave no text: a recogniser for pictures, another engine for what we cannot decode."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from hwpextract.account import Warning, warning
from hwpextract.errors import HwpExtractError
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import engine
from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.runs import Run
from hwpextract.readers.pdf.file.objects import Objects, Stream
from hwpextract.readers.pdf.layout.pages import Page
from hwpextract.readers.pdf.ocr import PageImage, runs_of
from hwpextract.readers.pdf.pictures import file_of
from hwpextract.readers.pdf.quality import is_unreadable, lack_of_text

_STEP = 14.0
"""Distance of the lines another engine gives without places, in points."""


def recover(pages: Sequence[Page], data: bytes, objects: Objects, options: Options) -> Iterator[Warning]:
    """Give pages without text another try; what fails stays as it was, and is named."""
    texts: list[str] | None = None
    for page in pages:
        try:
            if options.ocr is not None and lack_of_text(page):
                image = _image_of(page, data, objects, options)
                _replace(page, runs_of(options.ocr(image), image), "page_recognised")
            elif is_unreadable(page) and engine.available():
                if texts is None:
                    texts = engine.page_texts(data, options.password, seconds=objects.budget.seconds_left)
                text = texts[page.number - 1] if page.number <= len(texts) else ""
                if _is_better(text, page.content.text):
                    _replace(page, list(_lines(text)), "page_second_engine")
        except HwpExtractError as error:
            texts = texts or []
            detail = f"{error.message} ({error.hint})" if error.hint else error.message
            yield warning("recovery_failed", f"page {page.number}", page=page.number, detail=detail)


def _is_better(text: str, ours: str) -> bool:
    """Whether a text holds more letters and digits than ours, and all of those that we could read."""
    return _letters(text) > _letters(ours)


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in normalize("NFC", text) if char.isalnum())


def _replace(page: Page, runs: list[Run], code: str) -> None:
    page.content.runs = runs
    page.recovered = code
    page.find_cells()


def _image_of(page: Page, data: bytes, objects: Objects, options: Options) -> PageImage:
    """The picture of a page: the scan as it stands in the file when it covers the page, else the page drawn by PDFium."""
    for x0, y0, x1, y1, stream, *_ in page.content.images:
        if (x1 - x0) * (y1 - y0) > 0.9 * page.width * page.height and isinstance(stream, Stream):
            found = file_of(stream, objects)
            if found:
                return PageImage(page.number, page.width, page.height, *found)
    drawn = engine.page_picture(data, page.number, options.password, seconds=objects.budget.seconds_left)
    return PageImage(page.number, page.width, page.height, drawn, "image/png")


def _lines(text: str) -> Iterator[Run]:
    font = Font("second engine", {}, {}, 1000, wide=True)
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            y = number * _STEP
            yield Run(line, 50.0, y, 50.0 + 10 * len(line), y, 10.0, font, 0, b"0", None, -1, 0, False)
