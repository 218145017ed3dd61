"""HWPX (OWPML, KS X 6101): a zip of XML parts."""

from __future__ import annotations

import io
import zipfile
from functools import partial

from hwpextract.document import Block, Document, warning
from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget
from hwpextract.readers.hwpx.body import Body
from hwpextract.readers.hwpx.package import Package
from hwpextract.readers.hwpx.reading import Reading
from hwpextract.readers.options import Options
from hwpextract.sniff import Format


def read_hwpx(data: bytes, options: Options) -> Document:
    """Read an HWPX file.

    Raises:
        CorruptDocumentError: no section of it can be read.
        EncryptedDocumentError: it is protected by a password.
        LimitExceededError: a budget of `options.limits` would be passed.
        zipfile.BadZipFile: the container is not a zip file.
    """
    budget = Budget(options.limits)
    package = Package(data, budget)
    reading = Reading(package, budget)
    blocks = _body(reading)
    if reading.tracked:
        reading.warnings.append(warning("tracked_changes"))
    reading.warn_of_characters()
    document = Document.model_construct(
        format=Format.HWPX,
        metadata=package.metadata(),
        blocks=tuple(blocks),
        side=tuple(reading.side),
        warnings=tuple(reading.warnings),
        coverage=reading.coverage(),
    )
    document._load = partial(_entry, data, package.names)
    return document


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
        section = Body(tokens, f"s{number}", reading)
        blocks += section.read()
        reading.characters += section.characters
        reading.images += section.images
        if section.damaged:
            reading.warnings.append(warning("xml_repaired", part=name))
    if not readable:
        raise CorruptDocumentError("no section of the document can be read", hint="Ask for the file again.")
    return blocks


def _entry(data: bytes, names: dict[str, str], name: str) -> bytes:
    """Bytes of one entry of the zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(names[name])
