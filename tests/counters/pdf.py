"""PDF: the codes that every page shows, by pdfminer.six's own parser, interpreter and fonts."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser


def count(data: bytes) -> Counter[str]:
    """Pages and glyphs of a file that no password locks."""
    found: Counter[str] = Counter()
    resources = PDFResourceManager()
    interpreter = PDFPageInterpreter(resources, _Counter(resources, found))
    for page in PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))):
        found["pages"] += 1
        interpreter.process_page(page)
    return found


class _Counter(PDFTextDevice):
    """Counts what it is told to draw."""

    def __init__(self, resources: PDFResourceManager, found: Counter[str]) -> None:
        super().__init__(resources)
        self._found = found

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._found["glyphs"] += sum(len(list(textstate.font.decode(item))) for item in seq if isinstance(item, bytes))
