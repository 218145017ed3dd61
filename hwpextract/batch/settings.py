"""How the files of a run are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from hwpextract.press.model import ContactDetail
from hwpextract.readers.options import Revisions, check_choice


@dataclass(frozen=True, slots=True)
class Settings:
    """How each file is read, and what it may cost: `timeout` in seconds, `memory` in bytes of address space.

    The last two decide only whether there is a result, the others also what it holds.
    """

    password: str | None = field(default=None, repr=False)
    contacts: ContactDetail = "full"
    strict: bool = False
    revisions: Revisions = "final"
    document: bool = False
    """Whether a result holds the whole content of the file besides the release."""
    markdown: bool = False
    """Whether a result holds the release as Markdown."""
    timeout: float = 60.0
    memory: int = 2 << 30

    def __post_init__(self) -> None:
        check_choice("contacts", self.contacts, ContactDetail)
        check_choice("revisions", self.revisions, Revisions)

    @property
    def key(self) -> str:
        """What results must have in common to stand for each other. A password is left out: it opens a file or does not."""
        deciding = ("contacts", "strict", "revisions", "document", "markdown")
        return " ".join(f"{name}={getattr(self, name)}" for name in deciding)
