"""The head of a release: the banner word, and when it may be published (보도시점) or was handed out (배포)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from hwpextract.characters import fold, squeeze
from hwpextract.document import Block, Document, Locator, Paragraph, SideKind, Table
from hwpextract.patterns import pattern
from hwpextract.press.dates import parse_times
from hwpextract.press.labels import (
    CHANNEL_LABELS,
    CONTACT_LABELS,
    DISTRIBUTED_LABELS,
    MASTHEADS,
    OTHER_LABELS,
    RELEASE_LABELS,
)
from hwpextract.press.model import ReleaseKind, ReleaseTime
from hwpextract.press.tables import Field, fields_of, frame_blocks, key_of, lines_of

_MASTHEAD_REACH = 15
_TIMING_REACH = 25
"""Blocks from the top within which banner and timing row stand, covers of statistical bulletins included."""
_MOST_HEADER_CELLS = 90
_LONGEST_VALUE = 400
_TIMED = RELEASE_LABELS | DISTRIBUTED_LABELS
_LABELS = RELEASE_LABELS | DISTRIBUTED_LABELS | frozenset(CHANNEL_LABELS) | OTHER_LABELS | CONTACT_LABELS
_INLINE = pattern(
    r"(?P<release>보\s*도\s*(?:시\s*점|일\s*시|일\s*자|시\s*각))\s*[:：]|(?P<distributed>배\s*포\s*(?:일\s*시|시\s*점|일)?)\s*[:：]"
)
_REQUEST = pattern(r"(?:보도|취급)\s*(?:하여|해)?\s*(?:주시기|주십시오)")
_TAG = pattern(r"^\s*[\[(〔【]\s*(?P<word>[가-힣\s]{2,12})\s*[\])〕】]\s*\S")
_PAGES = pattern(r"^\(?총?\s*\d+\s*(?:매|쪽|페이지)")
_YEAR = pattern(r"(?<!\d)(20[0-3]\d)(?!\d)|[‘’'`′](\d\d)(?=\s*[.년])")


@dataclass(slots=True)
class Timing:
    """Release and distribution times with the places they were read at; `index` is that of the block that holds them."""

    index: int = -1
    rule: str = ""
    locator: Locator | None = None
    release: list[ReleaseTime] = field(default_factory=list)
    distributed: ReleaseTime | None = None

    @property
    def times(self) -> list[ReleaseTime]:
        """All times of the header, those of release first."""
        return self.release + ([self.distributed] if self.distributed else [])

    @property
    def day(self) -> str:
        """ISO date of the release, '' when no day is stated."""
        return next((time.at.strftime("%Y-%m-%d") for time in self.times if time.at), "")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The banner word; `index` is that of its block in the body, -1 when it stands in the page header."""

    text: str
    kind: ReleaseKind
    locator: Locator
    index: int


def find_masthead(items: Sequence[Block], document: Document) -> Masthead | None:
    """The first line near the top that is a banner word and nothing else."""
    for index, item in enumerate(items[:_MASTHEAD_REACH]):
        found = _masthead_in(item, index) or _tag_in(item, index)
        if found:
            return found
    for side in document.side_texts(SideKind.HEADER):
        for block in side.blocks:
            found = _masthead_in(block, -1)
            if found:
                return found
    return None


def _masthead_in(block: Block, index: int) -> Masthead | None:
    if isinstance(block, Table) and len(block.cells) > _MOST_HEADER_CELLS:
        return None
    for line in lines_of((block,)):
        kind = MASTHEADS.get(fold(line))
        if kind:
            return Masthead("".join(line.split()), kind, block.locator, index)
    return None


def _tag_in(block: Block, index: int) -> Masthead | None:
    """'[보도자료] 제목' on the first line of a release without a banner; the title stands in the same block."""
    match = _TAG.match(block.text) if isinstance(block, Paragraph) else None
    kind = MASTHEADS.get(fold(match["word"])) if match else None
    if match is None or kind is None:
        return None
    return Masthead("".join(match["word"].split()), kind, block.locator, index - 1)


def find_timing(items: Sequence[Block], document: Document, years: Sequence[int]) -> Timing:
    """Release and distribution times from a labelled table, a line 'label : value', or a request without a label.

    Looks at the first blocks of the body, then at the page headers. `years` serve dates printed without a year.
    """
    header_blocks = [block for side in document.side_texts(SideKind.HEADER) for block in side.blocks]
    candidates = [*enumerate(items[:_TIMING_REACH]), *((-1, block) for block in header_blocks)]
    for rule, values_of in (("timing.table", _labelled), ("timing.line", _inline), ("timing.request", _request)):
        for place, (index, block) in enumerate(candidates):
            values = list(values_of(block))
            timing = _timing(values, index, block, rule, years)
            if timing.release and not timing.distributed and place + 1 < len(candidates):
                below, after = candidates[place + 1]
                more = list(values_of(after))
                if more and not any(is_release for is_release, _, _ in more):
                    return _timing(values + more, below, block, rule, years)
            if timing.release or (timing.distributed and timing.distributed.at):
                return timing
    return Timing()


Value = tuple[bool, str, str | None]
"""Whether it is a release time (else 배포), its text, and the channel its label names."""


def _timing(values: Sequence[Value], index: int, block: Block, rule: str, years: Sequence[int]) -> Timing:
    printed = years_in(" ".join(text for _, text, _ in values))
    known = _first_day(values)
    timing = Timing(index, rule, block.locator)
    for is_release, text, channel in values:
        times = parse_times(text[:_LONGEST_VALUE], [*printed, *years], channel, known)
        if is_release:
            timing.release += times
        elif times and timing.distributed is None:
            timing.distributed = times[0]
    return timing


def _first_day(values: Sequence[Value]) -> date | None:
    """The first day that is printed with its year."""
    for _, text, _ in values:
        for time in parse_times(text[:_LONGEST_VALUE]):
            if time.at:
                return time.at.date() if isinstance(time.at, datetime) else time.at
    return None


def years_in(text: str) -> list[int]:
    """Years printed in a text ('2026', '’26.'), each once, in order."""
    found = (int(full) if full else 2000 + int(short) for full, short in _YEAR.findall(text))
    return list(dict.fromkeys(found))


def _labelled(block: Block) -> Iterator[Value]:
    if not isinstance(block, Table) or len(block.cells) > _MOST_HEADER_CELLS:
        return
    if not any(key_of(cell) in _TIMED for cell in block.cells):
        return
    for entry, text in _with_values(list(fields_of(block, _LABELS))):
        if text and entry.label in RELEASE_LABELS:
            yield True, text, None
        elif text and entry.label in CHANNEL_LABELS:
            yield True, text, CHANNEL_LABELS[entry.label]
        elif text and entry.label in DISTRIBUTED_LABELS:
            yield False, text, None


def _with_values(entries: Sequence[Field]) -> Iterator[tuple[Field, str]]:
    """Labels with their values; 배포시점 behind an empty 보도시점 is no label but its value: at the time of distribution."""
    for entry, after in zip(entries, [*entries[1:], None], strict=True):
        text = _value(entry)
        if not text and after and entry.label in RELEASE_LABELS and after.label == "배포시점":
            text = squeeze(after.cell.text)
        yield entry, text


def _value(entry: Field) -> str:
    lines = (line for cell in entry.values for line in lines_of(cell.blocks))
    return "\n".join(line for line in lines if not _PAGES.match(line))


def _inline(block: Block) -> Iterator[Value]:
    """'보도시점 : V / 배포 : V' in one paragraph or one cell."""
    for text in _short_texts(block):
        labels = list(_INLINE.finditer(text))
        ends = [*(label.start() for label in labels), len(text)][1:]
        for label, end in zip(labels, ends, strict=True):
            value = text[label.end() : end].strip(" /|,\n")
            if value:
                yield label["release"] is not None, value, None


def _request(block: Block) -> Iterator[Value]:
    """'… 조간부터 보도하여 주시기 바랍니다.' without a label."""
    for text in _short_texts(block):
        if _REQUEST.search(text) and len(text) < 200:
            yield True, text, None


def _short_texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Table) and len(block.cells) <= _MOST_HEADER_CELLS:
        for cell in block.cells:
            yield "\n".join(lines_of(cell.blocks))
    elif inner := frame_blocks(block):
        yield "\n".join(lines_of(inner))


def squeezed(block: Block) -> str:
    """Text of a block on one line."""
    return squeeze(" ".join(lines_of((block,))))
