"""What a reader is told besides the bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from hwpextract.limits import Limits

Revisions: TypeAlias = Literal["final", "original", "both"]


@dataclass(frozen=True, slots=True)
class Options:
    """Options of one read, the same for every reader."""

    limits: Limits
    password: str | None = field(default=None, repr=False)
    revisions: Revisions = "final"
    """Which side of tracked changes is the text: with insertions and without deletions, the other way round, or with both."""
    ocr: Callable[[Any], Iterable[Any]] | None = None
    """Reads pages without text: a `hwpextract.readers.pdf.ocr.PageImage` in, `Word`s out; such pages are only named without it."""
