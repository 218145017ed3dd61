"""HWP 5: the compound file that Hangul has written since 2002 (spec: Hancom, HWP document file format 5.0)."""

from __future__ import annotations

from functools import partial

from hwpextract.account import warning
from hwpextract.document import Block, Document, EstimatedPages
from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget
from hwpextract.node import build
from hwpextract.readers.collector import collector_at_rest
from hwpextract.readers.hwp5.body import Section
from hwpextract.readers.hwp5.container import Container
from hwpextract.readers.hwp5.protection import unlock
from hwpextract.readers.hwp5.reading import Reading
from hwpextract.readers.hwp5.summary import metadata
from hwpextract.readers.options import Options
from hwpextract.sniff import Format

_SUMMARY = "\x05HwpSummaryInformation"
_PREVIEW = "PrvText"
_SHOWN = 8


@collector_at_rest()
def read_hwp5(data: bytes, options: Options) -> Document:
    """Read an HWP 5 document.

    Raises:
        EncryptedDocumentError: its password is missing or wrong, or a certificate or DRM product locks it.
        CorruptDocumentError: the container cannot be opened, or no section can be read.
        LimitExceededError: one of the limits would be passed.
    """
    budget = Budget(options.limits)
    container = Container(data, budget)
    unlock(container, options.password, budget)
    reading = Reading(container, budget, options.revisions)
    blocks = _body(reading)
    reading.warn_of_content()
    document = build(
        Document,
        format=Format.HWP5,
        metadata=metadata(
            container.read(_SUMMARY) or b"",
            format_version=container.version,
            restrictions=tuple(reading.restrictions),
            licence=container.licence,
        ),
        blocks=tuple(blocks),
        side=tuple(reading.side),
        equations=tuple(reading.equations),
        embedded=tuple(reading.embedded),
        warnings=tuple(reading.warnings),
        coverage=reading.coverage(),
    )
    document._load = partial(load_picture, data, options)
    document._paginate = partial(estimate_pages, data, options)
    return document


def load_picture(data: bytes, options: Options, name: str) -> bytes:
    """Bytes of a picture by its entry (`BinData/BIN0001.png`).

    Raises:
        LookupError: the file holds no such entry.
    """
    budget = Budget(options.limits)
    container = Container(data, budget)
    unlock(container, options.password, budget)
    content = container.content(name, Reading(container, budget).docinfo.is_compressed(name))
    if content is None:
        raise LookupError(f"the file has no entry {name}")
    return content


def estimate_pages(data: bytes, options: Options) -> EstimatedPages | None:
    """Estimate on which pages the paragraphs and objects of the body stand; None when the file does not tell."""
    from hwpextract.readers.hwp5.pages import layout
    from hwpextract.readers.pages import AnchoredFlow, Laid, estimate

    budget = Budget(options.limits)
    container = Container(data, budget)
    unlock(container, options.password, budget)
    reading = Reading(container, budget)
    sections: list[tuple[AnchoredFlow, list[Laid]]] = []
    for number, path in container.sections().items():
        content, _ = reading.section_content(path) or (b"", False)
        section = Section(content, f"s{number}", reading)
        flow = section.flow = AnchoredFlow(f"s{number}")
        section.read()
        sections.append((flow, list(layout(content, budget))))
    return estimate(sections)


def _body(reading: Reading) -> list[Block]:
    """Blocks of all sections; one that cannot be read is passed over with a warning.

    Raises:
        CorruptDocumentError: there is no section, or none can be read, and no preview either.
    """
    blocks: list[Block] = []
    paths = reading.container.sections()
    missing = [number for number in range(reading.docinfo.sections) if number not in paths]
    for number, path in paths.items():
        content = reading.section_content(path)
        if content is None:
            missing.append(number)
        else:
            blocks += _section(reading, number, *content)
    if len(missing) >= len({*paths, *missing}):
        preview = (reading.container.read(_PREVIEW) or b"").decode("utf-16-le", "replace")
        if blocks := reading.preview(preview):
            return blocks
        raise CorruptDocumentError(
            "no section of the document can be read",
            hint="Download the file again; if it stays broken, ask the publisher for another copy.",
        )
    if missing:
        shown = ", ".join(map(str, sorted(missing)[:_SHOWN]))
        reading.warnings.append(warning("section_unreadable", section=shown, count=len(missing)))
    return blocks


def _section(reading: Reading, number: int, content: bytes, whole: bool) -> list[Block]:
    section = Section(content, f"s{number}", reading)
    blocks = section.read()
    if not whole:
        reading.warnings.append(warning("section_damaged", section=number))
    elif section.truncated:
        reading.warnings.append(warning("record_truncated", section=number))
    return blocks
