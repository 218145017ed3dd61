"""The PDF reader: bytes to `Document`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hwpextract.document import Block, Coverage, Document, Metadata, SideKind, SideText, Tally, Warning, paragraph, warning
from hwpextract.limits import Budget
from hwpextract.readers.options import Options
from hwpextract.readers.pdf.blocks import Builder, clean, locator_of
from hwpextract.readers.pdf.encryption import restrictions
from hwpextract.readers.pdf.fonts import Font
from hwpextract.readers.pdf.hidden import hide
from hwpextract.readers.pdf.layout import PageLayout, clips_cells, lay_out, regions_of
from hwpextract.readers.pdf.lines import Line
from hwpextract.readers.pdf.objects import Objects
from hwpextract.readers.pdf.pages import Page, hidden_layers, page_dictionaries, read_page
from hwpextract.readers.pdf.paragraphs import Joiner, Paragraph, body_frame
from hwpextract.readers.pdf.sidetext import take_side_text
from hwpextract.sniff import Format


def read_pdf(data: bytes, options: Options) -> Document:
    """Read a PDF: its text in reading order, tables with their grid, running text apart.

    Raises:
        CorruptDocumentError: no page can be found, not even by searching the file.
        EncryptedDocumentError: a password is needed or wrong.
        LimitExceededError: a budget of the options would be passed.
    """
    budget = Budget(options.limits)
    start = data.find(b"%PDF-", 0, 4096)
    objects = Objects(data[start:] if start > 0 else data, budget, options.password)
    layers = hidden_layers(objects)
    fonts: dict[Any, Font] = {}
    warnings: list[Warning] = []
    pages = [
        read_page(objects, budget, dictionary, number, fonts, layers)
        for number, dictionary in enumerate(page_dictionaries(objects, budget), 1)
    ]
    clipped = any(clips_cells(page.content, page.width, page.height) for page in pages)
    glyphs = _writes_spaces(pages)
    layouts = [lay_out(page, hide(page), clipped=clipped, glyphs=glyphs) for page in pages]
    side = take_side_text(layouts)
    for layout in layouts:
        for body in layout.bodies:
            body.frame = body_frame(body.lines)
    builder = Builder(Joiner([(line, region.frame) for layout in layouts for region in regions_of(layout) for line in region.lines]))
    blocks = _body(layouts, builder)
    sides = tuple(_side_text(kind, number, line) for kind, number, line in side)
    return Document(
        format=Format.PDF,
        metadata=_metadata(objects, len(layouts)),
        blocks=tuple(blocks),
        side=sides,
        warnings=tuple(warnings),
        coverage=Coverage(),
    )


def _writes_spaces(pages: Sequence[Page]) -> bool:
    """Whether a document writes its spaces as glyphs, as nearly all do."""
    texts = [run.text for page in pages for run in page.content.runs]
    return sum(" " in text for text in texts) >= 0.1 * len(texts)


def _body(layouts: Sequence[PageLayout], builder: Builder) -> list[Block]:
    """Blocks of all pages; a paragraph that runs over the end of a page is one paragraph."""
    items: list[tuple[int, Block | Paragraph]] = []
    for number, body in ((layout.number, body) for layout in layouts for body in layout.bodies):
        flow = builder.flow(body, number)
        first = flow[0] if flow else None
        last = items[-1][1] if items else None
        if isinstance(first, Paragraph) and isinstance(last, Paragraph) and builder.joiner.continues(last, first):
            builder.joiner.merge(last, first)
            flow = flow[1:]
        elif first and last and not isinstance(first, Paragraph) and not isinstance(last, Paragraph):
            table = builder.joined(last, first)
            if table is not None:
                items[-1] = (items[-1][0], table)
                flow = flow[1:]
        items += [(number, item) for item in flow]
    return [builder.sealed(item, number) for number, item in items]


def _side_text(kind: SideKind, number: int, line: Line) -> SideText:
    locator = locator_of(number, line.box)
    return SideText.model_construct(kind=kind, locator=locator, blocks=(paragraph(clean(line.text.strip()), locator),))


def _metadata(objects: Objects, pages: int) -> Metadata:
    info = objects.dictionary(objects.trailer.get("Info"))
    return Metadata(
        title=objects.text(info.get("Title")),
        subject=objects.text(info.get("Subject")),
        author=objects.text(info.get("Author")),
        keywords=objects.text(info.get("Keywords")),
        producer=objects.text(info.get("Producer")),
        format_version=objects.data[5:8].decode("latin-1"),
        pages=pages,
        restrictions=restrictions(objects.permissions),
    )
