"""The head of a release: the banner word, and when it may be published (보도시점) or was handed out (배포)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hwpextract.characters import fold, squeeze
from hwpextract.document import Block, Document, Paragraph, SideKind, Table
from hwpextract.node import Locator, altered
from hwpextract.patterns import pattern
from hwpextract.press.agencies import named
from hwpextract.press.dates import first_day, is_day_with_edition, parse_times, states_day, states_time
from hwpextract.press.labels import (
    CHANNEL_LABELS,
    CONTACT_LABELS,
    DISTRIBUTED_LABELS,
    HEADER_LABELS,
    MASTHEADS,
    OTHER_LABELS,
    RELEASE_LABELS,
    UPPER_UNIT_ENDINGS,
)
from hwpextract.press.model import ReleaseKind, ReleaseTime
from hwpextract.press.reach import is_reachable
from hwpextract.press.tables import Field, cells_with, fields_of, frame_blocks, label_key, labelled_parts, lines_of

_MASTHEAD_REACH = 15
_TIMING_REACH = 25
"""Blocks from the top within which banner and timing row stand, covers of statistical bulletins included."""
_MOST_HEADER_CELLS = 90
_LONGEST_VALUE = 400
_LONGEST_REQUEST = 200
_LONGEST_ALONE = 60
_LONGEST_FLAT = 160
_TIME_LABELS = RELEASE_LABELS | DISTRIBUTED_LABELS
_FLAT_BEGINS = frozenset(label[0] for label in _TIME_LABELS)
_INLINE_LABELS = _TIME_LABELS | CONTACT_LABELS | OTHER_LABELS - {"/"}
_REQUEST = pattern(
    r"(?:보도|취급|사용)\s*(?:하여|해)?\s*(?:주시기|주십시오|(?P<clause>주시고))"
    r"|이\s*(?:보도\s*)?자료는.{0,60}(?:보도|취급|사용)\s*(?:할\s*수\s*있|가능)",
    re.DOTALL,
    needs=("주시", "주십", "자료는"),
)
_LONGEST_BANNER = 40
_BANNERS = sorted(MASTHEADS, key=len, reverse=True)
_BESIDE_BANNER = pattern(r"\(.*\)|제?[\d-]+호|[A-Za-z]+|[^\w·]+|\d+")
_TAG = pattern(r"^\s*[\[(〔【]\s*(?P<word>[가-힣\s]{2,12})\s*[\])〕】]\s*\S")
_PAGES = pattern(r"(?:^|\s*[/,(]|\s)\(?\s*총?\s*\d+\s*(?:매|쪽|페이지)(?:\s*\([^()]*\))?\)?\s*$")
_BULLETIN = pattern(r"^[<(]?(?P<day>[^<>()]{8,16}일)\s*공보\s*\d{4}-\d+-\d+\s*호", needs=("공보",))
"""Head of a central bank's bulletin: the day and a running number, which looks like a day."""
_HANDED_OUT = pattern(r"^\W*(?:배포|제공)(?:일시|일|시점)?\s*[:：]?\s*(?=[‘’'`]?\d)", needs=("배포", "제공"))
"""Opens the day of distribution within the value of 보도시점."""
_COLON = pattern("[:：]")
_YEAR = pattern(r"(?<!\d)(20[0-3]\d)(?!\d)|[‘’'`′](\d\d)(?=\s*[.년])")


class Timing:
    """Release and distribution times with the places they were read at; `place` is the index of the block that holds them."""

    def __init__(self, place: int = -1, rule: str = "", locator: Locator | None = None) -> None:
        self.place = place
        self.rule = rule
        self.locator = locator
        self.release: list[ReleaseTime] = []
        self.distributed: ReleaseTime | None = None

    @property
    def times(self) -> list[ReleaseTime]:
        """All times of the header, those of release first."""
        return self.release + ([self.distributed] if self.distributed else [])

    @property
    def day(self) -> str:
        """ISO date of the release, '' when no day is stated."""
        return next((time.at.strftime("%Y-%m-%d") for time in self.times if time.at), "")


class Masthead(NamedTuple):
    """The banner word; `place` is the index of its block in the body, -1 when it stands in the page header."""

    text: str
    kind: ReleaseKind
    locator: Locator
    place: int


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
        word = _banner_word(line) if len(line) <= _LONGEST_BANNER else None
        if word:
            return Masthead(word, MASTHEADS[word], block.locator, index)
    return None


def _banner_word(line: str) -> str | None:
    """The banner word of a line that is one, with its number or English or the agency's name beside it at most."""
    key = fold(line)
    if key in MASTHEADS:
        return key
    key = _BESIDE_BANNER.sub("", key)
    if key in MASTHEADS:
        return key
    word = next((word for word in _BANNERS if key.endswith(word)), None)
    issuer = key.removesuffix(word) if word else ""
    return word if issuer.endswith(UPPER_UNIT_ENDINGS) or (issuer and named(issuer)) else None


def _tag_in(block: Block, index: int) -> Masthead | None:
    """'[보도자료] 제목' on the first line of a release without a banner; the title stands in the same block."""
    match = _TAG.match(block.text) if isinstance(block, Paragraph) else None
    kind = MASTHEADS.get(fold(match["word"])) if match else None
    if match is None or kind is None:
        return None
    return Masthead("".join(match["word"].split()), kind, block.locator, index - 1)


def find_timing(items: Sequence[Block], document: Document, years: Years) -> Timing:
    """Release and distribution times from a labelled table, a line 'label : value', or a request without a label.

    Looks at the first blocks of the body, then at the page headers. `years` serve dates printed without a year. Where one of the two
    times has been found, the other may stand in a block beside it, written in another way.
    """
    header_blocks = [block for side in document.side_texts(SideKind.HEADER) for block in side.blocks]
    candidates = [*enumerate(items[:_TIMING_REACH]), *((-1, block) for block in header_blocks)]
    for rule, values_of in _RULES.items():
        for place, (index, block) in enumerate(candidates):
            values = list(values_of(block))
            if not values:
                continue
            timing = _timing(values, index, block, rule, years)
            if timing.release or (timing.distributed and timing.distributed.at):
                beside = candidates[max(place - 1, 0) : place + 3]
                return _completed(timing, values, beside, years)
    return Timing()


def _completed(timing: Timing, values: list[Value], beside: Sequence[tuple[int, Block]], years: Years) -> Timing:
    """A timing with the kind of time it lacks, where a block beside it states that."""
    lacks_release = not timing.release
    if timing.release and timing.distributed:
        return timing
    for rule, values_of in _RULES.items():
        for index, block in beside:
            more = [value for value in values_of(block) if value[0] == lacks_release]
            found = _timing(values + more, max(index, timing.place), block, rule, years) if more else None
            if found and found.release and found.distributed and found.distributed.at:
                found.rule, found.locator = timing.rule, timing.locator
                return found
    return timing


Value = tuple[bool, str, str | None]
"""Whether it is a release time (else 배포), its text, and the channel its label names."""


def _timing(values: Sequence[Value], index: int, block: Block, rule: str, years: Years) -> Timing:
    printed = years_in(" ".join(text for _, text, _ in values))
    known = next((day for _, text, _ in values if (day := first_day(text[:_LONGEST_VALUE]))), None)
    timing = Timing(index, rule, block.locator)
    for is_release, text, channel in values:
        times = parse_times(text[:_LONGEST_VALUE], years.behind(printed), channel, known)
        timing.release += [time for time in times if is_release and not _HANDED_OUT.match(time.raw)]
        if timing.distributed is None:
            handed_out = (time for time in times if not is_release or _HANDED_OUT.match(time.raw))
            timing.distributed = next(map(_without_label, handed_out), None)
    return timing


def _without_label(time: ReleaseTime) -> ReleaseTime:
    raw = _HANDED_OUT.sub("", time.raw)
    return time if raw == time.raw else altered(time, raw=raw)


class Years:
    """Years that a day printed without one may be of, likeliest first: those of `first`, and others looked for when asked for."""

    def __init__(self, others: Callable[[], Iterable[int]], first: Sequence[int] = ()) -> None:
        self._others = others
        self._first = first

    def __iter__(self) -> Iterator[int]:
        yield from self._first
        yield from self._others()

    def behind(self, first: Sequence[int]) -> Years:
        """The same years behind others."""
        return Years(self._others, first)


def years_in(text: str) -> list[int]:
    """Years printed in a text ('2026', '’26.'), each once, in order."""
    found = (int(full) if full else 2000 + int(short) for full, short in _YEAR.findall(text))
    return list(dict.fromkeys(found))


def _labelled(block: Block) -> Iterator[Value]:
    if not isinstance(block, Table) or len(block.cells) > _MOST_HEADER_CELLS:
        return
    if not cells_with(_TIME_LABELS, block) and not any(
        ":" in (text := cell.text) or "：" in text for cell in block.cells
    ):
        return
    entries = list(fields_of(block, HEADER_LABELS, inline=_INLINE_LABELS))
    if not any(entry.label in _TIME_LABELS for entry in entries):
        return
    for entry, text in _with_values(entries):
        if not re.search(r"\w", text):
            continue
        if entry.label in RELEASE_LABELS:
            yield True, text, None
        elif entry.label in CHANNEL_LABELS:
            yield True, text, CHANNEL_LABELS[entry.label]
        elif entry.label in DISTRIBUTED_LABELS:
            yield False, text, None


def _with_values(entries: Sequence[Field]) -> Iterator[tuple[Field, str]]:
    """Labels with their values; 배포시점 behind an empty 보도시점 is no label but its value: at the time of distribution."""
    for entry, after in zip(entries, [*entries[1:], None], strict=True):
        text = _value(entry)
        if not text and after and entry.label in RELEASE_LABELS and after.label == "배포시점":
            text = squeeze(after.cell.text)
        yield entry, text


def _value(entry: Field) -> str:
    """The first cell of a value, and those behind it that hold a time too; officers beside it are none of it."""
    cells = [entry.text] if entry.text else []
    cells += ["\n".join(lines_of(cell.blocks)) for cell in entry.values]
    cells = [text for text in cells if text and not is_reachable(text)]
    lines = (line for text in cells if text is cells[0] or states_time(text) for line in text.split("\n"))
    printed = (line for line in lines if not line.startswith("※") or states_day(line))
    return "\n".join(rest for line in printed if (rest := _without_pages(line)))


def _without_pages(text: str) -> str:
    """A text without the number of pages at its end ('총 5매')."""
    return _PAGES.sub("", text) if "매" in text or "쪽" in text or "페이지" in text else text


def _inline(block: Block) -> Iterator[Value]:
    """'보도시점 : V / 배포 : V' in one paragraph or one cell."""
    for text in _short_texts(block):
        for label, value in labelled_parts(text, _INLINE_LABELS):
            if label in _TIME_LABELS and (value := _without_pages(value)):
                yield label in RELEASE_LABELS, value, None


def _flat(block: Block) -> Iterator[Value]:
    """'보도시점  V  배포  V' on one line, a timing row that was printed, or converted, without its table."""
    return _flat_values(block.text) if isinstance(block, Paragraph) else iter(())


def _flat_values(text: str) -> Iterator[Value]:
    may_open = len(text) <= _LONGEST_FLAT and text.replace("/", " ").lstrip()[:1] in _FLAT_BEGINS
    match = _flat_pattern().match(text) if may_open else None
    if match and match["release"]:
        yield True, match["release"], None
    if match and match["distributed"]:
        yield False, match["distributed"], None


@cache
def _flat_pattern() -> re.Pattern[str]:
    release, distributed = (
        "|".join(r"\s*".join(word) for word in sorted(words, key=len, reverse=True))
        for words in (RELEASE_LABELS, DISTRIBUTED_LABELS)
    )
    opening = r"(?=[<(\[‘’']*\d|[<(]?(?:배\s*포|즉\s*시|조\s*간|석\s*간|온라인|인터넷|방송))"
    return re.compile(
        rf"^\s*(?:(?:{release})\s+{opening}(?P<release>.*?))??"
        rf"(?:\s*/?\s*(?<![^\s/])(?:{distributed})\s+(?P<distributed>[<(\[‘’']*\d.*))?$"
    )


def _request(block: Block) -> Iterator[Value]:
    """'… 조간부터 보도하여 주시기 바랍니다.' without a label."""
    for text in _short_texts(block):
        match = _REQUEST.search(text) if len(text) < _LONGEST_REQUEST else None
        if match:
            yield from _alone(block)
            yield True, text[: match.end("clause")] if match["clause"] else text, None


def belongs_to_head(text: str) -> bool:
    """Whether a line says when or by whom a release is published, and so is neither its title nor its body."""
    first = next(labelled_parts(text, _INLINE_LABELS), None)
    if first and label_key(text).startswith(first[0]):
        return True
    if any(_flat_values(text)):
        return True
    return len(text) < _LONGEST_REQUEST and bool(
        _REQUEST.search(text) or _BULLETIN.match(text) or is_day_with_edition(text)
    )


def _alone(block: Block) -> Iterator[Value]:
    """A day with an edition and nothing else ('2020. 5. 6.(수) 조간용'), or the day beside the number of a bulletin."""
    for text in _short_texts(block):
        if match := _BULLETIN.match(text):
            yield False, match["day"], None
        elif len(text) <= _LONGEST_ALONE and is_day_with_edition(text):
            yield True, text, None


_RULES = {
    "timing.table": _labelled,
    "timing.line": _inline,
    "timing.flat": _flat,
    "timing.request": _request,
    "timing.alone": _alone,
}
"""Ways in which times are printed, surest first."""


def _short_texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Table) and len(block.cells) <= _MOST_HEADER_CELLS:
        for cell in block.cells:
            yield "\n".join(lines_of(cell.blocks))
    elif inner := frame_blocks(block):
        yield "\n".join(lines_of(inner))
