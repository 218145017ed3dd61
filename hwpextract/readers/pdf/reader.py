"""The PDF reader: bytes to `Document`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import datetime, timedelta, timezone
from functools import partial
from itertools import chain
from typing import Any

from hwpextract.account import warning
from hwpextract.document import Block, Document, Image, Metadata, SideKind, SideText, paragraph
from hwpextract.limits import Budget
from hwpextract.node import build
from hwpextract.readers.collector import collector_at_rest
from hwpextract.readers.gathering import Gathering
from hwpextract.readers.options import Options
from hwpextract.readers.pdf.blocks import Builder, locator_of
from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.geometry import BoxTuple
from hwpextract.readers.pdf.content.runs import box_of_runs
from hwpextract.readers.pdf.counts import count_blocks, count_glyphs, count_pages
from hwpextract.readers.pdf.file.active import active_content
from hwpextract.readers.pdf.file.encryption import restrictions
from hwpextract.readers.pdf.file.objects import Objects, trimmed
from hwpextract.readers.pdf.layout.hidden import hide
from hwpextract.readers.pdf.layout.notes import take_notes
from hwpextract.readers.pdf.layout.page_layout import PageLayout, regions_of
from hwpextract.readers.pdf.layout.pages import Page, hidden_layers, page_dictionaries, read_page
from hwpextract.readers.pdf.layout.paragraphs import Joiner, Paragraph, body_frames
from hwpextract.readers.pdf.layout.regions import lay_out
from hwpextract.readers.pdf.layout.sidetext import artifacts_of, take_side_text
from hwpextract.readers.pdf.layout.structure import Structure, read_structure
from hwpextract.readers.pdf.layout.tagged import TaggedTables
from hwpextract.readers.pdf.pictures import load_picture
from hwpextract.readers.pdf.quality import findings
from hwpextract.readers.pdf.recovery import recover
from hwpextract.sniff import Format

_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([-+Z])(\d\d)?'?(\d\d)?)?")


def read_pdf(data: bytes, options: Options) -> Document:
    """Read a PDF: its text in reading order, tables with their grid, running and hidden text apart.

    Raises:
        CorruptDocumentError: no page can be found, not even by searching the file.
        EncryptedDocumentError: a password is needed or wrong.
        LimitExceededError: a budget of the options would be passed.
    """
    # What a recogniser leaves behind, and how long it takes, nobody here knows.
    with nullcontext() if options.ocr else collector_at_rest():
        return _read(trimmed(data), options)


def _read(data: bytes, options: Options) -> Document:
    budget = Budget(options.limits)
    objects = Objects(data, budget, options.password)
    gathering = Gathering()
    dictionaries = list(page_dictionaries(objects, budget))
    pages = _pages(objects, budget, dictionaries)
    count_glyphs(pages, gathering)
    gathering.warnings += recover(pages, data, objects, options)
    count_pages(pages, gathering)
    blocks = _blocks(pages, gathering, objects)
    count_blocks(blocks, gathering)
    if objects.repaired:
        gathering.warnings.insert(0, warning("container_repaired", detail="cross-reference table"))
    if not pages:
        gathering.warnings.append(warning("pages_missing"))
    gathering.warnings += active_content(objects, dictionaries)
    gathering.warn_of_characters()
    document = build(
        Document,
        format=Format.PDF,
        metadata=_metadata(objects, len(pages)),
        blocks=tuple(blocks),
        side=tuple(gathering.side),
        warnings=tuple(gathering.warnings),
        coverage=gathering.coverage(),
    )
    document._load = partial(load_picture, data, options)
    return document


def _pages(objects: Objects, budget: Budget, dictionaries: Iterable[dict[str, Any]]) -> list[Page]:
    layers = hidden_layers(objects)
    fonts: dict[Any, Font] = {}
    return [
        read_page(objects, budget, dictionary, number, fonts, layers)
        for number, dictionary in enumerate(dictionaries, 1)
    ]


def _blocks(pages: Sequence[Page], gathering: Gathering, objects: Objects) -> list[Block]:
    """Blocks of all pages; what is not body goes to the gathering."""
    clipped = any(page.clips_cells for page in pages)
    glyphs = _writes_spaces(pages)
    hidden = [hide(page) for page in pages]
    for page, unseen in zip(pages, hidden, strict=True):
        gathering.warnings += findings(page, unseen)
        gathering.dropped["characters"]["repeated"] += page.content.repeated
    structure = read_structure(objects, pages)
    tagged = TaggedTables(structure, pages) if structure else None
    layouts: list[PageLayout] = []
    for page, unseen in zip(pages, hidden, strict=True):
        before = layouts[-1] if layouts else None
        layouts.append(lay_out(page, unseen, tagged, before, clipped=clipped, glyphs=glyphs))
    running = artifacts_of(layouts, glyphs=glyphs) if structure else []
    running += take_side_text(layouts)
    notes = [(layout.number, note) for layout in layouts for note in take_notes(layout, glyphs=glyphs)]
    bodies = [body for layout in layouts for body in layout.bodies]
    for body, frame in zip(bodies, body_frames([body.lines for body in bodies]), strict=True):
        body.frame = frame
    framed = [(line, region.frame) for layout in layouts for region in regions_of(layout) for line in region.lines]
    builder = Builder(Joiner(framed), gathering, objects, structure or Structure())
    for kind, number, line in running:
        _put_apart(builder, kind, number, line.text, line.box)
    # The mark of a note, in the text and ahead of the note, is its label.
    gathering.dropped["characters"]["label"] += sum(2 * len(note.mark) for _, note in notes)
    for number, note in notes:
        _put_apart(builder, SideKind.FOOTNOTE, number, note.text, note.line.box, note.mark)
    for layout in layouts:
        for line in layout.hidden:
            _put_apart(builder, SideKind.HIDDEN, layout.number, line.text, line.box)
        for run in layout.slanted:
            _put_apart(builder, SideKind.MASTER_PAGE, layout.number, run.text, box_of_runs([run]))
    return _body(layouts, builder)


def _writes_spaces(pages: Sequence[Page]) -> bool:
    """Whether a document writes its spaces as glyphs, as nearly all do."""
    texts = [run.text for page in pages for run in page.content.runs]
    return len([text for text in texts if " " in text]) >= 0.1 * len(texts)


def _body(layouts: Sequence[PageLayout], builder: Builder) -> list[Block]:
    """Blocks of all pages; what runs over the end of a page or column is one paragraph or table."""
    running = _running_pictures(layouts)
    items: list[tuple[int, Block | Paragraph]] = []
    last: int | None = None
    for number, body in ((layout.number, body) for layout in layouts for body in layout.bodies):
        flow = builder.flow(body, number)
        first = next((at for at, item in enumerate(flow) if not _is_running(item, running)), None)
        if last is not None and first is not None:
            whole = _continued(items[last][1], flow[first], builder)
            if whole is not None:
                items[last] = (items[last][0], whole)
                del flow[first]
        for item in flow:
            last = last if _is_running(item, running) else len(items)
            items.append((number, item))
    return [builder.sealed(item, number) for number, item in items]


def _running_pictures(layouts: Sequence[PageLayout]) -> set[str]:
    """Boxes, as locators write them, of pictures that stand at the same place on several pages: logos beside the page number."""
    places = (
        {_box_of(locator_of(0, picture.box)) for body in layout.bodies for picture in body.pictures}
        for layout in layouts
    )
    boxes = Counter(chain.from_iterable(places))
    return {box for box, count in boxes.items() if count > 1}


def _is_running(item: Block | Paragraph, running: set[str]) -> bool:
    return isinstance(item, Image) and _box_of(item.locator) in running


def _box_of(locator: str) -> str:
    return locator.rpartition(" ")[2]


def _continued(last: Block | Paragraph, first: Block | Paragraph, builder: Builder) -> Block | Paragraph | None:
    """What a page ends with and the next begins with, as one; None when they are two."""
    if isinstance(first, Paragraph):
        if not isinstance(last, Paragraph) or not builder.joiner.continues(last, first):
            return None
        builder.joiner.merge(last, first)
        return last
    return None if isinstance(last, Paragraph) else builder.joined(last, first)


def _put_apart(
    builder: Builder, kind: SideKind, number: int, text: str, box: BoxTuple, label: str | None = None
) -> None:
    text = builder.clean(text.strip())
    if text:
        locator = locator_of(number, box)
        side = build(SideText, kind=kind, locator=locator, blocks=(paragraph(text, locator),), label=label)
        builder.gathering.put_apart(side)


def _metadata(objects: Objects, pages: int) -> Metadata:
    info = objects.dictionary(objects.trailer.get("Info"))

    def text(key: str) -> str | None:
        return objects.text(info.get(key)) or None

    return build(
        Metadata,
        title=text("Title"),
        subject=text("Subject"),
        author=text("Author"),
        keywords=text("Keywords"),
        producer=text("Producer"),
        created=_date(objects.text(info.get("CreationDate"))),
        modified=_date(objects.text(info.get("ModDate"))),
        format_version=objects.data[5:8].decode("latin-1"),
        pages=pages,
        restrictions=restrictions(objects.permissions),
    )


def _date(text: str | None) -> datetime | None:
    """A date string (7.9.4), `D:YYYYMMDDHHmmSS+09'00'`; None when it is no real date."""
    match = _DATE.match(text or "")
    if match is None:
        return None
    year, month, day, hour, minute, second = (
        int(part) if part else default for part, default in zip(match.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)
    )
    zone = None
    if match[7]:
        offset = timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0))
        zone = timezone(-offset if match[7] == "-" else offset) if offset < timedelta(hours=24) else None
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
