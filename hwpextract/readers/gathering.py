"""What one read gathers besides blocks, the same for every reader of the HWP family: side texts, warnings, counters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from hwpextract.account import Coverage, Tally, Warning, warning
from hwpextract.characters import normalise, unmapped
from hwpextract.document import (
    Block,
    EmbeddedFile,
    Equation,
    Image,
    Paragraph,
    Revision,
    SideKind,
    SideText,
    Table,
    walk,
)
from hwpextract.node import Locator, build
from hwpextract.readers.flow import Flow, visible
from hwpextract.readers.signatures import UNSIGNED, Signature

if TYPE_CHECKING:
    from hwpextract.readers.embedded import Embedded

_SHOWN_CODES: Final = 8
_REPLACEMENT: Final = "\ufffd"
# No text holds these: control characters but tab and line end, and the two noncharacters of the basic plane.
_INVALID: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0x7F, 0xFFFE, 0xFFFF))
# Converters write the fixed-width space of Hangul as a figure space.
_VALID: Final[dict[int, str | None]] = {**_INVALID, 0x2007: " "}
_CHANGES: Final = (SideKind.DELETED, SideKind.INSERTED)
# Headers and footers stand in every section that shows them.
_REPEATING: Final = (SideKind.HEADER, SideKind.FOOTER)


# Counters by their name in Coverage.
UNITS: Final = ("characters", "records", "cells", "images", "pages", "glyphs")


class Gathering:
    """Side texts and warnings in document order, and counts of everything met by what became of it.

    Readers count what they meet, wherever it goes, and what they drop; what is put apart is counted here. The rest was emitted.
    """

    def __init__(self) -> None:
        self.side: list[SideText] = []
        self.equations: list[Equation] = []
        self.embedded: list[EmbeddedFile] = []
        self.revisions: list[Revision] = []
        self.tracked_characters = 0
        self.warnings: list[Warning] = []
        self.met: Counter[str] = Counter()
        self.dropped: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._apart: Counter[str] = Counter()
        self._invalid = 0
        self._unmapped: Counter[str] = Counter()
        self._repeated: set[tuple[SideKind, tuple[str, ...]]] = set()

    def clean(self, text: str) -> str:
        """Text without what is no character, private-use characters as Unicode where they are known; both counted."""
        # Where a text is not printable as a whole, tabs, line ends and no-break spaces are why, and seldom anything else.
        if text.isprintable() or text.replace("\t", "").replace("\n", "").replace("\u00a0", "").isprintable():
            return text
        valid = text.translate(_VALID)
        cleaned = normalise(valid)
        self._invalid += len(text) - len(valid) + cleaned.count(_REPLACEMENT) - valid.count(_REPLACEMENT)
        if foreign := unmapped(cleaned):
            self._unmapped.update(foreign)
        return cleaned

    def clean_head(self, head: str | None) -> str | None:
        """Head of a paragraph without white space around it; None when nothing is printed."""
        return self.clean(head).strip() or None if head else None

    def put_apart(self, side: SideText) -> None:
        """Keep a side text, unless it is a header or footer that was there before."""
        if side.kind in _REPEATING and not self._is_new(side):
            self.leave_out(side.blocks, "repeated")
            return
        self.side.append(side)
        self._apart += _content(side.blocks)

    def leave_out(self, blocks: Iterable[Block], reason: str) -> None:
        """Count blocks that were read and are not given."""
        for unit, count in _content(blocks).items():
            self.dropped[unit][reason] += count

    def put_lines(
        self, kind: SideKind, locator: Locator, text: str, anchor: Locator | None, signature: Signature = UNSIGNED
    ) -> None:
        """Keep clean text apart, each line as a paragraph, unless it is blank."""
        flow = Flow(locator)
        for line in text.split("\n"):
            flow.add_plain(line)
        if characters := visible(text):
            self.met["characters"] += characters
            author, created = signature
            blocks = tuple(flow.blocks)
            side = build(
                SideText, kind=kind, locator=locator, blocks=blocks, anchor=anchor, author=author, created=created
            )
            self.side.append(side)
            self._apart["characters"] += characters

    def add_equation(self, script: str, locator: Locator) -> str:
        """Take an equation of a paragraph; its script without the white space around it is what stands in the text."""
        from hwpextract.readers.equations import to_latex

        script = script.strip()
        if shown := normalise(script):
            self.equations.append(build(Equation, locator=locator, script=shown, latex=to_latex(shown)))
        return script

    def add_embedded(
        self, found: Embedded, name: str | None, flow: Flow, paragraph: Locator
    ) -> tuple[Table | None, int]:
        """Take an embedded object that hangs on a paragraph; a chart is a table, given with the number of its characters."""
        table, characters, locator = None, 0, paragraph
        if found.chart:
            locator = flow.next_object("c")
            table, characters = found.chart.table(locator, self.clean)
            self.met["cells"] += len(table.cells)
        elif found.kind == "chart":
            self.warnings.append(warning("chart_unreadable", paragraph))
        self.embedded.append(
            build(
                EmbeddedFile,
                kind=found.kind,
                locator=locator,
                name=name,
                media_type=found.media_type,
                program=found.program,
                original_name=found.original_name,
            )
        )
        return table, characters

    def warn_of_embedded(self) -> None:
        """Add the warning about objects that were not read."""
        if closed := sum(each.kind != "chart" for each in self.embedded):
            self.warnings.append(warning("objects_embedded", count=closed))

    def add_revision(self, kind: SideKind, text: str, locator: Locator, signature: Signature) -> None:
        """Take a tracked change whose clean text stays in the document."""
        self.tracked_characters += visible(text)
        author, created = signature
        if text:
            self.revisions.append(
                build(Revision, kind=kind.value, locator=locator, text=text, author=author, created=created)
            )

    def warn_of_changes(self) -> None:
        """Add the warnings about tracked changes."""
        self.warnings.append(warning("tracked_changes"))
        taken = sum(visible(side.text) for side in self.side if side.kind in _CHANGES)
        if 2 * (self.tracked_characters + taken) > self.left("characters") + taken:
            self.warnings.append(warning("mostly_tracked"))

    def preview(self, text: str) -> list[Block]:
        """Blocks of the preview of a document, for one of which nothing else can be read; empty without words."""
        flow = Flow("preview")
        for line in self.clean(text.replace("\r\n", "\n")).split("\n"):
            flow.add_plain(line)
        if flow.blocks:
            self.warnings.append(warning("preview_only"))
        return flow.blocks

    def coverage(self) -> Coverage:
        """What was met, and what became of it."""
        tallies = {unit: self._tally(unit) for unit in UNITS}
        return build(Coverage, **tallies, unmapped_characters=self._unmapped.total())

    def left(self, unit: str) -> int:
        """How much of what was met is neither apart nor dropped."""
        return self.met[unit] - self._apart[unit] - self.dropped[unit].total()

    def _tally(self, unit: str) -> Tally:
        met = self.met[unit]
        if not met:  # the format has no such thing: no paragraphs are stored in a PDF
            return build(Tally, dropped={})
        dropped = {reason: count for reason, count in self.dropped[unit].items() if count}
        apart = self._apart[unit]
        return build(Tally, met=met, emitted=met - apart - sum(dropped.values()), apart=apart, dropped=dropped)

    def warn_of_characters(self) -> None:
        """Add the warnings about characters that were left out, replaced, or kept without knowing what they mean."""
        if self._invalid:
            self.warnings.append(warning("invalid_characters", count=self._invalid))
        if self._unmapped:
            codes = " ".join(f"U+{ord(char):04X}" for char, _ in self._unmapped.most_common(_SHOWN_CODES))
            self.warnings.append(warning("unmapped_characters", count=self._unmapped.total(), codes=codes))

    def _is_new(self, side: SideText) -> bool:
        shown = tuple(str(getattr(block, "text", None) or getattr(block, "name", "")) for block in walk(side.blocks))
        key = side.kind, shown
        new = key not in self._repeated
        self._repeated.add(key)
        return new


def cleaned(text: str) -> str:
    """What `Gathering.clean` makes of a text, for one that is counted elsewhere."""
    return text if text.isprintable() else normalise(text.translate(_VALID))


def _content(blocks: Iterable[Block]) -> Counter[str]:
    """What is in blocks, by unit."""
    found: Counter[str] = Counter()
    for block in walk(blocks):
        match block:
            case Paragraph():
                found["characters"] += visible(block.text) - visible(block.head or "")
                found["records"] += 1
            case Table():
                found["cells"] += len(block.cells)
            case Image():
                found["images"] += 1
    return found
