"""What a reader is told besides the bytes."""

from __future__ import annotations

from dataclasses import dataclass, field

from hwpextract.limits import Limits


@dataclass(frozen=True, slots=True)
class Options:
    """Options of one read, the same for every reader."""

    limits: Limits
    password: str | None = field(default=None, repr=False)
