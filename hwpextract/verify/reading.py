"""What a second reader hands over, and why it may not be able to."""

from __future__ import annotations

from typing import NamedTuple


class SecondReading(NamedTuple):
    """Texts of a file by another reader: `passages` are paragraphs or lines in its own order, `reader` its name and version."""

    reader: str
    passages: list[str]


class UnavailableError(Exception):
    """There is no second reading; `code` is one of `VerificationStatus`."""

    def __init__(self, code: str, message: str, hint: str = "", reader: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.reader = reader
