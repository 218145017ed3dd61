"""One read of one document: the look-ups its sections share, and what they gather besides blocks."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeAlias

from hwpextract.account import warning
from hwpextract.document import SideKind
from hwpextract.errors import CorruptDocumentError
from hwpextract.node import Locator
from hwpextract.readers.gathering import Gathering
from hwpextract.readers.heads import Heading, Heads
from hwpextract.readers.hwpx.header import Header
from hwpextract.readers.hwpx.markup import Token, attribute, tokens
from hwpextract.readers.hwpx.unseen import Unseen
from hwpextract.readers.pictures import media_type

if TYPE_CHECKING:
    from hwpextract.limits import Budget
    from hwpextract.readers.embedded import Embedded
    from hwpextract.readers.hwpx.package import Package
    from hwpextract.readers.options import Revisions

Form: TypeAlias = tuple[Heading | None, str | None]
"""Heading and style name of a paragraph."""
_TAKEN_OUT: Final = {"final": SideKind.DELETED, "original": SideKind.INSERTED, "both": None}


class Reading(Gathering):
    """State of one read."""

    def __init__(self, package: Package, budget: Budget, revisions: Revisions = "final") -> None:
        super().__init__()
        self.package = package
        self.budget = budget
        self.tracked = False
        self.taken_out = _TAKEN_OUT[revisions]
        """The kind of tracked changes whose text does not stay in the text of the document."""
        self.forms: dict[bytes, Form] = {}
        """Forms of paragraphs by their attributes, as far as they have come."""
        self._master_pages: set[str] = set()
        self.header = self._read_header()
        self.heads = Heads(self.header)
        """Heads of the document's paragraphs."""
        self._unseen = Unseen(self.header, budget)

    def _read_header(self) -> Header:
        """Look-ups of header.xml; empty ones, with a warning, where it cannot be read."""
        name = self.package.header()
        with suppress(CorruptDocumentError):
            if name:
                return Header(self.package.read(name))
        self.warnings.append(warning("stream_missing", name="header.xml"))
        return Header(b"")

    def warn_of_content(self) -> None:
        """Add the warnings that concern the document as a whole."""
        self.warnings += [warning("stream_missing", name=name) for name in self.package.damaged]
        if self.package.repaired:
            self.warnings.append(warning("container_repaired", detail="zip directory"))
        if self.package.is_distribution:
            self.warnings.append(warning("distribution_document"))
        if self.tracked:
            self.warn_of_changes()
        self.warnings += self.package.active_content()
        self.warn_of_embedded()
        self.warn_of_characters()

    def read_form(self, attrs: bytes) -> Form:
        """Form of paragraphs with attributes that come for the first time."""
        match attrs.split(b'"', 4):
            case [b" paraPrIDRef=", shape, b" styleIDRef=", style, _]:
                pass
            case _:
                shape, style = (attribute(attrs, name).encode() for name in ("paraPrIDRef", "styleIDRef"))
        form = self.forms[attrs] = self.header.headings[shape], self.header.styles[style]
        return form

    def picture(self, item: str, locator: Locator) -> tuple[str | None, str | None]:
        """Entry and media type of a picture; a warning when the file does not hold it.

        A picture without an item is a frame that nobody has filled.
        """
        name = self.package.picture(item)
        if name is None:
            if item:
                self.warnings.append(warning("image_missing", locator, name=item))
            return None, None
        return name, media_type(self.package.head(name))

    def embedded_object(self, item: str) -> tuple[Embedded, str | None]:
        """What an object is, and its entry."""
        from hwpextract.readers.embedded import Embedded, describe_object

        name = self.package.picture(item)
        content = self._part(name)
        return (describe_object(content), name) if content else (Embedded(), None)

    def chart(self, reference: str) -> tuple[Embedded, str | None]:
        """What a chart draws, and its entry."""
        from hwpextract.readers.embedded import describe_chart

        name = self.package.find(reference) if reference else None
        return describe_chart(self._part(name) or b""), name

    def _part(self, name: str | None) -> bytes | None:
        """Bytes of a part; None when it is missing or damaged."""
        if name:
            with suppress(CorruptDocumentError):
                return self.package.read(name)
        return None

    def master_page(self, item: str) -> list[Token] | None:
        """Tokens of a master page, the first time it is asked for."""
        name = self.package.item_entry(item) or self.package.find(f"{item}.xml")
        if name is None or name in self._master_pages:
            return None
        self._master_pages.add(name)
        found = self.tokens(name)
        if found is None:
            self.warnings.append(warning("stream_missing", name=name))
        return found

    def tokens(self, name: str) -> list[Token] | None:
        """Tokens of a part; None when there is nothing to read in it."""
        try:
            data, whole = self.package.read(name), True
        except CorruptDocumentError:
            data, whole = self.package.salvage(name), False
        try:
            found, wrong = tokens(self._unseen.mark(data), self.budget)
        except ValueError:
            return None
        if wrong or not whole:
            self.warnings.append(warning(wrong if wrong and whole else "xml_truncated", part=name))
        return found
