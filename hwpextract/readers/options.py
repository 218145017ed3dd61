"""What a reader is told besides the bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from hwpextract.limits import Limits

Revisions: TypeAlias = Literal["final", "original", "both"]


def check_choice(name: str, value: object, choices: object) -> None:
    """Refuse a value that the `Literal` of an argument does not have, instead of taking it for another.

    Raises:
        ValueError: names the argument and the values there are.
    """
    if value not in (known := get_args(choices)):
        raise ValueError(f"{name} is one of {', '.join(map(repr, known))}, not {value!r}")


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
