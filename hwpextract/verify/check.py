"""A document against the second reading of its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from hwpextract.account import Passage, Verification, VerificationStatus
from hwpextract.characters import fold
from hwpextract.document import Block, Document, Paragraph, SideKind, paragraphs_of
from hwpextract.limits import Budget, Limits
from hwpextract.node import Locator, build
from hwpextract.patterns import pattern
from hwpextract.sniff import Format
from hwpextract.verify.compare import compare
from hwpextract.verify.reading import SecondReading, UnavailableError

_DIGITS = 6
_REPEATING = (SideKind.HEADER, SideKind.FOOTER)
_OF_CHART = pattern(r"/c\d+/(?:title|r\d)")
"""Locators of the titles and numbers of a chart, which stand in a part of their own that no second reader opens."""


def check(document: Document, data: bytes, *, password: str | None, limits: Limits) -> Verification:
    """Compare a document with what a second, independent reader finds in its bytes; without one, say why.

    Raises:
        LimitExceededError: the second reading, or the comparison, would pass one of `limits`.
    """
    try:
        second = _second_reading(document.format, data, password, limits)
    except UnavailableError as error:
        return build(
            Verification,
            status=VerificationStatus(error.code),
            reader=error.reader,
            message=error.message,
            hint=error.hint,
        )
    ours = list(_passages(document))
    texts = [text for _, text in ours]
    theirs = second.passages
    if document.format is Format.PDF:
        theirs = list(_without_repeats(theirs, texts, document))
    found = compare(texts, theirs, Budget(limits))
    return build(
        Verification,
        status=VerificationStatus.COMPARED,
        reader=second.reader,
        agreement=round(found.agreement, _DIGITS),
        characters=found.ours,
        second_characters=found.theirs,
        common=found.common,
        only_here=tuple(build(Passage, text=text, locator=ours[number][0]) for number, text in found.only_ours),
        only_there=tuple(build(Passage, text=text) for _, text in found.only_theirs),
    )


def _second_reading(kind: Format, data: bytes, password: str | None, limits: Limits) -> SecondReading:
    if kind is Format.HWP5:
        from hwpextract.verify.hwp5 import second_hwp5

        return second_hwp5(data, limits.max_seconds)
    if kind is Format.HWPX:
        from hwpextract.verify.hwpx import second_hwpx

        return second_hwpx(data, limits)
    if kind is Format.PDF:
        from hwpextract.verify.pdf import second_pdf

        return second_pdf(data, password)
    raise UnavailableError("no_second_reader", f"there is no second reader for {kind.value} files")


def _passages(document: Document) -> Iterator[tuple[Locator, str]]:
    """What the file itself holds of every paragraph: without heads, which the program generates; marks of notes by themselves.

    A PDF shows the mark of a note twice, in the text and at the note; in the other formats the former is no text.
    """
    marks = 2 if document.format is Format.PDF else 1
    yield from _stored(document.blocks)
    for side in document.side:
        if side.label:
            yield from [(side.locator, side.label)] * marks
        yield from _stored(side.blocks)


def _without_repeats(theirs: Iterable[str], ours: Iterable[str], document: Document) -> Iterator[str]:
    """The lines of all pages, headers and footers no oftener than we have them: we give once what stands on many pages."""
    repeating = {fold(side.text) for side in document.side if side.kind in _REPEATING}
    times = Counter(map(fold, ours))
    for text in theirs:
        folded = fold(text)
        times[folded] -= 1
        if folded not in repeating or times[folded] >= 0:
            yield text


def _stored(blocks: tuple[Block, ...]) -> Iterator[tuple[Locator, str]]:
    for paragraph in paragraphs_of(blocks):
        if not _OF_CHART.search(paragraph.locator):
            yield paragraph.locator, _without_head(paragraph)


def _without_head(paragraph: Paragraph) -> str:
    return paragraph.text[len(paragraph.head) + 1 :] if paragraph.head else paragraph.text
