"""Whether a page gave its text: scans, outlined text, fonts without meaning. Each finding is a warning with the page it concerns."""

from __future__ import annotations

from collections.abc import Iterator

from hwpextract.document import Warning, warning
from hwpextract.readers.pdf.fonts import UNKNOWN
from hwpextract.readers.pdf.pages import Page
from hwpextract.readers.pdf.runs import Run

_SCAN_SHARE = 0.5
"""A picture that covers this share of a page without text is a scan."""
_OUTLINES = 300
"""Curves of a page without text from which on they are taken for letters: a dozen syllables."""
_FEW = 20
"""A page with fewer visible characters (a page number, a stamp) counts as one without text."""


def findings(page: Page, hidden: list[Run]) -> Iterator[Warning]:
    """What is missing or doubtful on a page."""
    place = f"page {page.number}"
    content = page.content
    if page.broken:
        yield warning("page_unreadable", place, page=page.number, detail=page.broken)
    if content.junk or content.skipped_forms:
        count = content.junk + content.skipped_forms
        yield warning("page_damaged", place, count, page=page.number)
    text = "".join(run.text for run in content.runs)
    unknown = text.count(UNKNOWN)
    if unknown:
        yield warning("text_unreadable", place, unknown, page=page.number)
    if hidden:
        count = sum(len(run.text.strip()) for run in hidden)
        yield warning("text_hidden", place, count, page=page.number)
    if len("".join(text.split())) < _FEW:
        yield from _without_text(page, place, empty=not text.strip())


def _without_text(page: Page, place: str, *, empty: bool) -> Iterator[Warning]:
    covered = max(((x1 - x0) * (y1 - y0) for x0, y0, x1, y1, *_ in page.content.images), default=0.0)
    if covered > _SCAN_SHARE * page.width * page.height:
        yield warning("page_scanned", place, page=page.number)
    elif page.content.curves >= _OUTLINES:
        yield warning("page_outlined", place, page=page.number)
    elif empty and not page.broken:
        yield warning("page_without_text", place, page=page.number)
