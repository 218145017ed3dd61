"""One read of one document: the look-ups its sections share, and what they gather besides blocks."""

from __future__ import annotations

import zlib
from functools import cached_property

from hwpextract.document import Locator, warning
from hwpextract.limits import Budget
from hwpextract.readers.embedded import Embedded, describe_object
from hwpextract.readers.gathering import Gathering
from hwpextract.readers.heads import Heads
from hwpextract.readers.hwp5.container import Container, Flag, begins_with_record
from hwpextract.readers.hwp5.distribution import decrypt
from hwpextract.readers.hwp5.docinfo import BinItem, DocInfo
from hwpextract.readers.options import Revisions
from hwpextract.readers.pictures import media_type


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
        try:
            content = self.container.inflate(self.container.read("DocInfo") or b"")
        except zlib.error:
            content = b""
        if not content:
            self.warnings.append(warning("stream_missing", name="DocInfo"))
        return DocInfo(content, compressed, self.budget)

    @cached_property
    def heads(self) -> Heads:
        """Heads of the document's paragraphs."""
        return Heads(self.docinfo, self.clean)

    def section_content(self, path: str) -> tuple[bytes, bool] | None:
        """Records of a section, and whether they are whole; None when there are none."""
        stored = self.container.read(path)
        if not stored:
            return None
        try:
            raw = self._decrypted(stored) if self.container.is_distribution else stored
            return self.container.inflate(raw), self.container.is_whole(path, stored)
        except ValueError:
            return None
        except zlib.error:
            found = self.budget.salvage(raw)
            return (found, False) if begins_with_record(found) else None

    def _decrypted(self, stored: bytes) -> bytes:
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
        items = self.docinfo.bin_items
        path = items[ordinal - 1].path if 0 < ordinal <= len(items) else None
        content = self.container.content(path, items[ordinal - 1].compressed) if path else None
        return (describe_object(content), path) if content else (Embedded(), None)

    def warn_of_content(self) -> None:
        """Add the warnings that concern the document as a whole."""
        if self.container.header is None:
            self.warnings.append(warning("container_repaired", detail="FileHeader"))
        if self.container.is_distribution:
            self.warnings.append(warning("distribution_document"))
        if self.container.flags & Flag.TRACKED_CHANGES or self.docinfo.tracks_changes:
            self.warnings.append(warning("tracked_changes"))
            if self.wanted != "final":
                self.warnings.append(warning("revisions_unmarked"))
        self.warn_of_embedded()
        self.warn_of_characters()
