"""HWP 3: the binary files that Hangul wrote from 1994 to 2002 (spec: Hancom, HWP 3.0/HWPML, part I)."""

from __future__ import annotations

from functools import partial

from hwpextract.document import Document
from hwpextract.limits import Budget
from hwpextract.node import build
from hwpextract.readers.gathering import Gathering
from hwpextract.readers.hwp3.blocks import Blocks
from hwpextract.readers.hwp3.body import Section
from hwpextract.readers.hwp3.container import Container
from hwpextract.readers.hwp3.layout import Walker
from hwpextract.readers.options import Options
from hwpextract.sniff import Format


def read_hwp3(data: bytes, options: Options) -> Document:
    """Read an HWP 3 file.

    Raises:
        EncryptedDocumentError: a password is missing or wrong.
        CorruptDocumentError: there is no text in it.
        LimitExceededError: one of `options.limits` would be passed.
    """
    budget = Budget(options.limits)
    container = Container(data, budget, options.password)
    blocks = _blocks(container, options)
    gathering = Gathering()
    body = Section(container, blocks, gathering, budget).read()
    gathering.warn_of_embedded()
    gathering.warn_of_characters()
    document = build(
        Document,
        format=Format.HWP3,
        metadata=container.metadata(),
        blocks=tuple(body),
        side=tuple(gathering.side),
        equations=tuple(gathering.equations),
        embedded=tuple(gathering.embedded),
        warnings=tuple(gathering.warnings),
        coverage=gathering.coverage(),
    )
    document._load = partial(_load, data, options)
    return document


def _blocks(container: Container, options: Options) -> Blocks:
    """What stands behind the text, which a walk of its own finds."""
    walker = Walker(container.content, container.start, Budget(options.limits))
    walker.paragraphs()
    return Blocks(container.content, walker.pos)


def _load(data: bytes, options: Options, name: str) -> bytes:
    """Bytes of a picture by its name.

    Raises:
        LookupError: the file holds no such picture.
    """
    container = Container(data, Budget(options.limits), options.password)
    content = _blocks(container, options).picture(name)
    if content is None:
        raise LookupError(f"the file has no picture {name}")
    return content
