"""HWPML: one XML file that Hangul writes as .hml, and some web sites as .hwp (spec: Hancom, HWP 3.0/HWPML, part II)."""

from __future__ import annotations

from functools import partial

from hwpextract.account import warning
from hwpextract.document import Document
from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget, Limits
from hwpextract.node import build
from hwpextract.readers.hwpml.body import Body
from hwpextract.readers.hwpml.head import entry
from hwpextract.readers.hwpml.markup import markup, parse
from hwpextract.readers.hwpml.reading import Reading
from hwpextract.readers.options import Options
from hwpextract.sniff import Format


def read_hwpml(data: bytes, options: Options) -> Document:
    """Read an HWPML file.

    Raises:
        CorruptDocumentError: there is no section in it.
        LimitExceededError: a budget of `options.limits` would be passed.
    """
    budget = Budget(options.limits)
    text, pictures, damaged = markup(data)
    reading = Reading(pictures, budget)
    body = Body(reading)
    well_formed = parse(text, body, budget)
    if not body.sections:
        raise CorruptDocumentError("the document has no section", hint="Download the file again.")
    if body.truncated:
        reading.warnings.append(warning("xml_truncated", part="HWPML"))
    elif damaged or not well_formed:
        reading.warnings.append(warning("xml_repaired", part="HWPML"))
    if left_out := reading.dropped["characters"]["unsupported"]:
        reading.warnings.append(warning("text_left_out", count=left_out))
    reading.warnings += reading.head.active_content()
    reading.warn_of_embedded()
    reading.warn_of_characters()
    document = build(
        Document,
        format=Format.HWPML,
        metadata=reading.head.metadata(),
        blocks=tuple(body.blocks),
        side=tuple(reading.side),
        equations=tuple(reading.equations),
        embedded=tuple(reading.embedded),
        warnings=tuple(reading.warnings),
        coverage=reading.coverage(),
    )
    document._load = partial(_load, data, options.limits)
    return document


def _load(data: bytes, limits: Limits, name: str) -> bytes:
    """Bytes of a picture by its name (`BinData/BIN0001.png`).

    Raises:
        LookupError: the file holds no such picture.
    """
    _, pictures, _ = markup(data)
    for number, picture in pictures.items():
        known = entry(number, "")
        if name == known or name.startswith(known + "."):
            return picture.read(Budget(limits))
    raise LookupError(f"the file has no picture {name}")
