"""Whether a page gave its text: scans, outlined text, fonts without meaning. Each finding is a warning with the page it concerns."""

from __future__ import annotations

from collections.abc import Iterator

from hwpextract.account import Warning, warning
from hwpextract.readers.flow import visible
from hwpextract.readers.pdf.content.fonts import UNKNOWN
from hwpextract.readers.pdf.content.runs import Run
from hwpextract.readers.pdf.layout.pages import Page

_SCAN_SHARE = 0.5
"""A picture that covers this share of a page without text is a scan."""
_OUTLINES = 300
"""Curves of a page without text from which on they are taken for letters: a dozen syllables."""
_PICTURE_SHARE = 0.03
"""Without any text, a picture that covers this share of a page may hold some."""
_LETTERS, _LETTER_SHARE = 40, 0.25
"""So many shapes as high as letters, and this many for each letter of text, are text drawn as outlines."""
_UNKNOWN_SHARE = 0.05
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
    text = content.text
    unknown = text.count(UNKNOWN)
    if unknown:
        yield warning("text_unreadable", place, unknown, page=page.number)
    if count := sum(len(run.text.strip()) for run in hidden):
        yield warning("text_hidden", place, count, page=page.number)
    lack = lack_of_text(page)
    outlined = content.outlines >= _LETTERS and content.outlines >= _LETTER_SHARE * visible(text)
    if page.recovered:
        yield warning(page.recovered, place, page=page.number)
    if outlined and page.recovered != "page_recognised":
        yield warning("page_outlined", place, page=page.number)
    elif lack and not page.recovered:
        yield warning(lack, place, page=page.number)
    elif not text.strip() and not page.broken and not page.recovered:
        yield warning("page_without_text", place, page=page.number)


def lack_of_text(page: Page) -> str | None:
    """Why a page gives hardly any text although there is some to see: the code of the warning, else None."""
    content = page.content
    letters = visible(content.text)
    if content.outlines >= max(_LETTERS, letters):
        return "page_outlined"
    if letters >= _FEW:
        return None
    covered = max(((x1 - x0) * (y1 - y0) for x0, y0, x1, y1, *_ in content.images), default=0.0)
    if covered > (_SCAN_SHARE if letters else _PICTURE_SHARE) * page.width * page.height:
        return "page_scanned"
    return "page_outlined" if content.curves >= _OUTLINES else None


def is_unreadable(page: Page) -> bool:
    """Whether so little of a page could be read that another engine should try; not where a bomb was stopped."""
    if page.content.limited:
        return False
    text = page.content.text
    return bool(page.broken and not page.content.runs) or text.count(UNKNOWN) > _UNKNOWN_SHARE * len(text)
