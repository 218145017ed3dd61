"""HWPX (OWPML, KS X 6101): a zip of XML parts."""

from __future__ import annotations

from functools import partial
from itertools import count, islice

from hwpextract.account import warning
from hwpextract.document import Block, Document, EstimatedPages
from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget
from hwpextract.node import build
from hwpextract.readers.collector import collector_at_rest
from hwpextract.readers.flow import Flow
from hwpextract.readers.hwpx.body import Body
from hwpextract.readers.hwpx.package import Package, section_number
from hwpextract.readers.hwpx.reading import Reading
from hwpextract.readers.options import Options
from hwpextract.sniff import Format

_SHOWN = 8


@collector_at_rest()
def read_hwpx(data: bytes, options: Options) -> Document:
    """Read an HWPX file.

    Raises:
        CorruptDocumentError: no section of it can be read.
        EncryptedDocumentError: its password is missing or wrong.
        LimitExceededError: a budget of `options.limits` would be passed.
        zipfile.BadZipFile: the container is not a zip file.
    """
    budget = Budget(options.limits)
    package = Package(data, budget, options.password)
    reading = Reading(package, budget, options.revisions)
    blocks = _body(reading)
    metadata = package.metadata(reading.header.licence)
    reading.warn_of_content()
    document = build(
        Document,
        format=Format.HWPX,
        metadata=metadata,
        blocks=tuple(blocks),
        side=tuple(reading.side),
        equations=tuple(reading.equations),
        embedded=tuple(reading.embedded),
        revisions=tuple(reading.revisions),
        warnings=tuple(reading.warnings),
        coverage=reading.coverage(),
    )
    document._load = partial(load_picture, data, options)
    document._paginate = partial(estimate_pages, data, options)
    return document


def estimate_pages(data: bytes, options: Options) -> EstimatedPages | None:
    """Estimate on which pages the paragraphs and objects of the body stand; None when the file does not tell."""
    from hwpextract.readers.hwpx.pages import layout
    from hwpextract.readers.pages import AnchoredFlow, Laid, estimate

    budget = Budget(options.limits)
    package = Package(data, budget, options.password)
    reading = Reading(package, budget, options.revisions)
    sections: list[tuple[AnchoredFlow, list[Laid]]] = []
    for number, name in enumerate(package.sections()):
        flow = AnchoredFlow(f"s{number}")
        Body(reading.tokens(name) or [], flow, reading).read()
        sections.append((flow, layout(package.salvage(name), budget)))
    return estimate(sections)


def _body(reading: Reading) -> list[Block]:
    """Blocks of all sections that can be read."""
    blocks: list[Block] = []
    sections = reading.package.sections()
    readable = 0
    for number, name in enumerate(sections):
        tokens = reading.tokens(name)
        if tokens is None:
            reading.warnings.append(warning("section_unreadable", section=number))
            continue
        readable += 1
        section = Body(tokens, Flow(f"s{number}"), reading)
        blocks += section.read()
        if section.damaged:
            reading.warnings.append(warning("xml_repaired", part=name))
    _warn_of_missing(reading, sections)
    if not readable and not (blocks := reading.preview(reading.package.preview())):
        raise CorruptDocumentError("no section of the document can be read", hint="Ask for the file again.")
    return blocks


def _warn_of_missing(reading: Reading, sections: list[str]) -> None:
    """Name the sections that the header counts and the package does not hold, as one that was cut off."""
    lacking = reading.header.sections - len(sections)
    if lacking > 0:
        there = {section_number(name)[0] for name in sections}
        gone = islice((number for number in count() if number not in there), min(lacking, _SHOWN))
        reading.warnings.append(warning("section_unreadable", section=", ".join(map(str, gone)), count=lacking))


def load_picture(data: bytes, options: Options, name: str) -> bytes:
    """Bytes of a picture by its entry (`BinData/image1.png`).

    Raises:
        LookupError: the file holds no such entry.
        CorruptDocumentError: the entry is damaged.
    """
    package = Package(data, Budget(options.limits), options.password)
    if name not in package.names:
        raise LookupError(f"the file has no entry {name}")
    return package.read(name)
