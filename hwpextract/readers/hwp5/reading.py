"""One read of one document: the look-ups its sections share, and what they gather besides blocks."""

from __future__ import annotations

import zlib
from collections import Counter
from functools import cached_property

from hwpextract.characters import normalise, unmapped
from hwpextract.document import Coverage, Locator, SideKind, SideText, Tally, Warning, walk, warning
from hwpextract.limits import Budget
from hwpextract.readers.hwp5.container import Container, Flag, begins_with_record
from hwpextract.readers.hwp5.distribution import decrypt
from hwpextract.readers.hwp5.docinfo import BinItem, DocInfo
from hwpextract.readers.pictures import media_type

_SHOWN_CODES = 8


class Reading:
    """State of one read."""

    def __init__(self, container: Container, budget: Budget) -> None:
        self.container = container
        self.budget = budget
        self.restrictions: dict[str, None] = {}
        self.side: list[SideText] = []
        self.warnings: list[Warning] = []
        self.characters = 0
        self.images = 0
        self.characters_apart = 0
        self.images_apart = 0
        self.dropped: Counter[str] = Counter()
        self._invalid = 0
        self._unmapped: Counter[str] = Counter()
        self._repeated: set[tuple[SideKind, tuple[str, ...]]] = set()

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
        return DocInfo(content, compressed)

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

    def clean(self, text: str) -> str:
        """Unicode for private-use characters, U+FFFD for what is no character; both counted."""
        cleaned = normalise(text)
        if cleaned is not text:
            self._invalid += cleaned.count("\ufffd") - text.count("\ufffd")
            self._unmapped.update(unmapped(cleaned))
        return cleaned

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

    def coverage(self) -> Coverage:
        """What was met, and what became of it."""
        characters = Tally(
            met=self.characters + self.characters_apart + self.dropped.total(),
            emitted=self.characters,
            apart=self.characters_apart,
            dropped=dict(self.dropped),
        )
        images = Tally(met=self.images + self.images_apart, emitted=self.images, apart=self.images_apart)
        return Coverage.model_construct(
            characters=characters, images=images, unmapped_characters=self._unmapped.total()
        )

    def warn_of_content(self) -> None:
        """Add the warnings that concern the document as a whole."""
        if self.container.header is None:
            self.warnings.append(warning("container_repaired", detail="FileHeader"))
        if self.container.is_distribution:
            self.warnings.append(warning("distribution_document"))
        if self.container.flags & Flag.TRACKED_CHANGES or self.docinfo.tracks_changes:
            self.warnings.append(warning("tracked_changes"))
        if self._invalid:
            self.warnings.append(warning("invalid_characters", count=self._invalid))
        if self._unmapped:
            codes = " ".join(f"U+{ord(char):04X}" for char, _ in self._unmapped.most_common(_SHOWN_CODES))
            self.warnings.append(warning("unmapped_characters", count=self._unmapped.total(), codes=codes))

    def put_apart(self, side: SideText, characters: int, images: int) -> None:
        """Keep a side text, unless it is a header or footer that an earlier section had as well."""
        if side.kind in (SideKind.HEADER, SideKind.FOOTER) and not self._is_new(side):
            self.dropped["repeated"] += characters
            self.images -= images
            return
        self.side.append(side)
        self.characters_apart += characters
        self.images_apart += images

    def _is_new(self, side: SideText) -> bool:
        shown = tuple(str(getattr(block, "text", None) or getattr(block, "name", "")) for block in walk(side.blocks))
        key = side.kind, shown
        new = key not in self._repeated
        self._repeated.add(key)
        return new
