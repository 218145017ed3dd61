"""How the files of a run are read."""

from __future__ import annotations

from dataclasses import dataclass

from hwpextract.press.privacy import ContactDetail


@dataclass(frozen=True, slots=True)
class Settings:
    """How each file is read, and what it may cost: `timeout` in seconds, `memory` in bytes of address space.

    The first five decide what a result holds, the last two only whether there is one.
    """

    password: str | None = None
    contacts: ContactDetail = "full"
    strict: bool = False
    document: bool = False
    """Whether a result holds the whole content of the file besides the release."""
    markdown: bool = False
    """Whether a result holds the release as Markdown."""
    timeout: float = 60.0
    memory: int = 2 << 30

    @property
    def key(self) -> str:
        """What results must have in common to stand for each other. A password is left out: it opens a file or does not."""
        return f"contacts={self.contacts} strict={self.strict:d} document={self.document:d} markdown={self.markdown:d}"
