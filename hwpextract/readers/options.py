"""What a reader is told besides the bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from hwpextract.limits import Limits


@dataclass(frozen=True, slots=True)
class Options:
    """Options of one read, the same for every reader."""

    limits: Limits
    password: str | None = field(default=None, repr=False)
    ocr: Callable[[Any], Iterable[Any]] | None = None
    """Reads pages without text: a `hwpextract.readers.pdf.ocr.PageImage` in, `Word`s out; such pages are only named without it."""
