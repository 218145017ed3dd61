"""One read of one document: the look-ups its sections share, and what they gather besides blocks."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from hwpextract.account import warning
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget
from hwpextract.node import Locator
from hwpextract.readers.active import is_script, links, postscript, scripts
from hwpextract.readers.gathering import Gathering
from hwpextract.readers.heads import Heads
from hwpextract.readers.hwp5.container import Container, Flag
from hwpextract.readers.hwp5.docinfo import BinItem, DocInfo
from hwpextract.readers.hwp5.records import begins_with_record
from hwpextract.readers.options import Revisions
from hwpextract.readers.pictures import media_type

if TYPE_CHECKING:
    from hwpextract.readers.embedded import Embedded


class Reading(Gathering):
    """State of one read."""

    def __init__(self, container: Container, budget: Budget, revisions: Revisions = "final") -> None:
        super().__init__()
        self.container = container
        self.budget = budget
        self.wanted = revisions
        self.restrictions: dict[str, None] = {}

    @cached_property
    def docinfo(self) -> DocInfo:
        """DocInfo; an empty one when it cannot be read."""
        compressed = bool(self.container.flags & Flag.COMPRESSED)
        content = self._docinfo(self.container.read) or self._docinfo(self.container.read_in_a_row)
        if not content:
            self.warnings.append(warning("stream_missing", name="DocInfo"))
        return DocInfo(content, compressed, self.budget)

    def _docinfo(self, read: Callable[[str], bytes | None]) -> bytes:
        try:
            return self.container.inflate(read("DocInfo") or b"")
        except zlib.error:
            return b""

    @cached_property
    def heads(self) -> Heads:
        """Heads of the document's paragraphs."""
        return Heads(self.docinfo)

    def section_content(self, path: str) -> tuple[bytes, bool] | None:
        """Records of a section, and whether they are whole; None when there are none.

        Where its chain of sectors leads astray, what stands in a row behind its first sector may give more.
        """
        stored = self.container.read(path)
        records = self._inflated(stored)
        if records is None and (row := self.container.read_in_a_row(path)) and (records := self._inflated(row)):
            stored = row
            self.container.repair("allocation table")
        if records is not None and stored:
            return records, self.container.is_whole(path, stored)
        found = self._salvaged(stored)
        return (found, False) if begins_with_record(found) else None

    def _inflated(self, stored: bytes | None) -> bytes | None:
        """Records of a stream; None when it is missing or damaged."""
        try:
            return self.container.inflate(self._plain(stored)) if stored else None
        except (ValueError, zlib.error):
            return None

    def _salvaged(self, stored: bytes | None) -> bytes:
        """Records of a damaged stream up to the damage."""
        try:
            return self.budget.salvage(self._plain(stored or b""))
        except ValueError:
            return b""

    def _plain(self, stored: bytes) -> bytes:
        """A stream of the body without the protection that a distribution document has.

        Raises:
            ValueError: a protected one has no key.
        """
        if not self.container.is_distribution:
            return stored
        from hwpextract.readers.hwp5.distribution import decrypt

        content, restrictions = decrypt(stored)
        self.restrictions.update(dict.fromkeys(restrictions))
        return content

    def picture(self, ordinal: int, locator: Locator) -> tuple[str | None, str | None]:
        """Entry and media type of a picture by the ordinal of its BIN_DATA record, from 1; 0 is a frame that nobody has filled."""
        items = self.docinfo.bin_items
        if ordinal == 0:
            return None, None
        item = items[ordinal - 1] if 0 < ordinal <= len(items) else BinItem(None, False)
        if item.path is None:
            self.warnings.append(warning("image_missing", locator, name=str(ordinal)))
            return None, None
        head = self.container.head(item.path, item.compressed)
        if not head:
            self.warnings.append(warning("image_missing", locator, name=item.path))
        return item.path, media_type(head)

    def embedded_object(self, ordinal: int) -> tuple[Embedded, str | None]:
        """What an object is, and its entry, by the ordinal of its BIN_DATA record, from 1."""
        from hwpextract.readers.embedded import Embedded, describe_object

        items = self.docinfo.bin_items
        path = items[ordinal - 1].path if 0 < ordinal <= len(items) else None
        content = self.container.content(path, items[ordinal - 1].compressed) if path else None
        return (describe_object(content), path) if content else (Embedded(), None)

    def warn_of_active_content(self) -> None:
        """Name what a program might run or fetch."""
        self.warnings += scripts([path for path in ("Scripts/DefaultJScript",) if self._is_script(path)])
        self.warnings += postscript(self.container.names("BinData"))
        linked = sum(item.path is None for item in self.docinfo.bin_items)
        self.warnings += links(["BIN_DATA"] * linked)

    def _is_script(self, path: str) -> bool:
        stored = self.container.read(path) or b""
        try:
            return is_script(self.container.inflate(stored))
        except (zlib.error, LimitExceededError):
            return is_script(stored)

    def warn_of_content(self) -> None:
        """Add the warnings that concern the document as a whole."""
        if self.container.repairs:
            self.warnings.append(warning("container_repaired", detail=", ".join(self.container.repairs)))
        if self.container.is_distribution:
            self.warnings.append(warning("distribution_document"))
        if self.container.flags & Flag.TRACKED_CHANGES or self.docinfo.tracks_changes:
            self.warnings.append(warning("tracked_changes"))
            if self.wanted != "final" or self.docinfo.tracks_changes:
                self.warnings.append(warning("revisions_unmarked"))
        self.warn_of_active_content()
        self.warn_of_embedded()
        self.warn_of_characters()
