"""One read of one document: the look-ups its sections share, and what they gather besides blocks."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from hwpextract.characters import normalise, unmapped
from hwpextract.document import (
    Coverage,
    Locator,
    SideKind,
    SideText,
    Tally,
    Warning,
    paragraphs_of,
    walk,
    warning,
)
from hwpextract.errors import CorruptDocumentError
from hwpextract.readers.hwpx.header import Header
from hwpextract.readers.hwpx.markup import Token, attributes, tokens
from hwpextract.readers.pictures import media_type

if TYPE_CHECKING:
    from hwpextract.limits import Budget
    from hwpextract.readers.hwpx.package import Package

_SHOWN_CODES: Final = 8
_INVALID: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0x7F, 0xFFFE, 0xFFFF])
_REPEATING: Final = (SideKind.HEADER, SideKind.FOOTER)


class Reading:
    """State of one read."""

    def __init__(self, package: Package, budget: Budget) -> None:
        self.package = package
        self.budget = budget
        self.side: list[SideText] = []
        self.warnings: list[Warning] = []
        self.characters: Counter[str] = Counter()
        self.images: Counter[str] = Counter()
        self._invalid = 0
        self._unmapped: Counter[str] = Counter()
        self._forms: dict[bytes, tuple[str | None, int | None]] = {}
        self._master_pages: set[str] = set()
        self._repeated: set[tuple[SideKind, tuple[str, ...]]] = set()

    @cached_property
    def header(self) -> Header:
        """Look-ups of header.xml; empty ones, with a warning, where it cannot be read."""
        name = self.package.header()
        if name is None:
            self.warnings.append(warning("stream_missing", name="header.xml"))
            return Header(b"")
        try:
            return Header(self.package.read(name))
        except CorruptDocumentError:
            self.warnings.append(warning("stream_missing", name=name))
            return Header(b"")

    def clean(self, text: str) -> str:
        """Text without what is no character of a document, private-use characters as Unicode; both counted."""
        valid = text.translate(_INVALID)
        self._invalid += len(text) - len(valid) + valid.count("\ufffd")
        cleaned = normalise(valid)
        self._unmapped.update(unmapped(cleaned))
        return cleaned

    def form_of(self, raw: bytes) -> tuple[str | None, int | None]:
        """Style name and outline level of a paragraph from the attributes of its tag."""
        form = self._forms.get(raw)
        if form is None:
            attrs = attributes(raw)
            style = self.header.style_names.get(attrs.get("styleIDRef", "")) or None
            form = self._forms[raw] = (style, self.header.outline_levels.get(attrs.get("paraPrIDRef", "")))
        return form

    def picture(self, item: str, locator: Locator) -> tuple[str | None, str | None]:
        """Entry and media type of a picture; a warning when the file does not hold it."""
        name = self.package.picture(item)
        if name is None:
            self.warnings.append(warning("image_missing", locator, name=item))
            return None, None
        return name, media_type(self.package.head(name))

    def master_page(self, item: str) -> list[Token] | None:
        """Tokens of a master page, the first time it is asked for."""
        name = self.package.item_entry(item) or self.package.find(f"{item}.xml")
        if name is None or name in self._master_pages:
            return None
        self._master_pages.add(name)
        return self.tokens(name)

    def tokens(self, name: str) -> list[Token] | None:
        """Tokens of a part; None, with a warning, when there is nothing to read in it."""
        try:
            found, repaired = tokens(self.package.read(name), self.budget)
        except (CorruptDocumentError, ValueError):
            self.package.check_encryption()
            self.warnings.append(warning("part_unreadable", part=name))
            return None
        if repaired:
            self.warnings.append(warning("xml_repaired", part=name))
        return found

    def count_characters(self, amount: int, side: SideKind | None) -> None:
        """Count characters given in the body or beside it."""
        self.characters["apart" if side else "emitted"] += amount

    def put_apart(self, side: SideText, outer: SideKind | None) -> None:
        """Keep a side text, unless it is a header or footer that an earlier section had as well."""
        if side.kind in _REPEATING and not self._is_new(side):
            characters = sum(len(block.text) for block in paragraphs_of(side.blocks))
            self.characters["apart"] -= characters
            self.characters["repeated"] += characters
            return
        self.side.append(side)

    def _is_new(self, side: SideText) -> bool:
        shown = tuple(str(getattr(block, "text", None) or getattr(block, "name", "")) for block in walk(side.blocks))
        key = side.kind, shown
        new = key not in self._repeated
        self._repeated.add(key)
        return new

    def coverage(self) -> Coverage:
        """What was met, and what became of it."""
        return Coverage.model_construct(
            characters=_tally(self.characters),
            images=_tally(self.images),
            unmapped_characters=self._unmapped.total(),
        )

    def all_warnings(self) -> tuple[Warning, ...]:
        """Warnings in the order of their causes, counts of characters behind them."""
        counted = []
        if self._unmapped:
            codes = " ".join(f"U+{ord(char):04X}" for char, _ in self._unmapped.most_common(_SHOWN_CODES))
            total = self._unmapped.total()
            counted.append(warning("unmapped_characters", count=total, codes=codes))
        if self._invalid:
            counted.append(warning("invalid_characters", count=self._invalid))
        return (*self.warnings, *counted)


def _tally(counts: Counter[str]) -> Tally:
    dropped = {reason: count for reason, count in counts.items() if reason not in ("emitted", "apart") and count}
    return Tally.model_construct(met=counts.total(), emitted=counts["emitted"], apart=counts["apart"], dropped=dropped)
