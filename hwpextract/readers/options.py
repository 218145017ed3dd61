"""What a reader is told besides the bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple, TypeAlias

from hwpextract.limits import Limits

Revisions: TypeAlias = Literal["final", "original", "both"]


class Options(NamedTuple):
    """Options of one read, the same for every reader; the password stays out of what is printed of them."""

    limits: Limits
    password: str | None = None
    revisions: Revisions = "final"
    """Which side of tracked changes is the text: with insertions and without deletions, the other way round, or with both."""
    ocr: Callable[[Any], Iterable[Any]] | None = None
    """Reads pages without text: a `hwpextract.readers.pdf.ocr.PageImage` in, `Word`s out; such pages are only named without it."""

    def __repr__(self) -> str:
        return f"Options(limits={self.limits!r}, revisions={self.revisions!r}, ocr={self.ocr!r})"
