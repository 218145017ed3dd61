"""PDF by PDFium, in the child process of `readers.pdf.engine`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from itertools import groupby

from hwpextract.errors import HwpExtractError
from hwpextract.readers.pdf import engine
from hwpextract.verify.reading import SecondReading, UnavailableError


def second_pdf(data: bytes, password: str | None) -> SecondReading:
    """Read the lines of a PDF again.

    Raises:
        UnavailableError: pypdfium2 is not installed, or PDFium cannot read the file in bounds.
    """
    if not engine.available():
        raise UnavailableError(
            "reader_missing",
            "pypdfium2 is not installed, so PDF files have no second reader",
            "pip install 'hwpextract[pdfium]'",
        )
    reader = f"PDFium (pypdfium2 {version('pypdfium2')})"
    try:
        pages = engine.page_texts(data, password)
    except HwpExtractError as error:
        raise UnavailableError("reader_failed", error.message, reader=reader) from error
    return SecondReading(reader, [line for page in pages for line in _lines(page)])


def _lines(page: str) -> Iterator[str]:
    """Lines of a page; turned and stacked text comes a character a line, and those in a row are one, a word each."""
    for alone, group in groupby(page.splitlines(), key=lambda line: len(line.strip()) <= 1):
        lines = list(group)
        yield from [" ".join(filter(None, lines))] if alone else lines
