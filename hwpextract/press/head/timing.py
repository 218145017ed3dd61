"""When a release may be published (보도시점) and was handed out (배포)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hwpextract.characters import fold
from hwpextract.document import Block, Document, SideKind
from hwpextract.node import Locator, altered
from hwpextract.patterns import pattern
from hwpextract.press.head.labelled_times import DISTRIBUTION, labelled
from hwpextract.press.head.time_lines import (
    Place,
    Value,
    alone,
    behind_colons,
    from_when,
    on_one_line,
    requested,
)
from hwpextract.press.model import ReleaseTime
from hwpextract.press.phrases.dates import day_of
from hwpextract.press.phrases.release_times import first_day, parse_times
from hwpextract.press.phrases.years import Years

_NONE = frozenset({"없음", "해당없음"})
_REACH = 25
"""Blocks from the top within which the times of all releases stand (behind a cover)."""
_LONGEST_VALUE = 400
_HANDED_OUT = pattern(rf"^\W*(?:{DISTRIBUTION}|배포|제공)\s*[:：]?\s*(?=[‘’'`]?\d)", needs=("배포", "제공"))
"""Opens the day of distribution within the value of 보도시점."""
_FIGURE = pattern(r"\d")
_RULES: dict[str, Callable[[Place], list[Value]]] = {
    "timing.table": labelled,
    "timing.line": behind_colons,
    "timing.flat": on_one_line,
    "timing.request": requested,
    "timing.alone": alone,
}
"""Ways in which times are printed, surest first."""
_BESIDE = (*_RULES.values(), from_when)
"""Those that count beside another time."""


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
        return next((day_of(time.at).isoformat() for time in self.times if time.at), "")


def find_timing(items: Sequence[Block], document: Document, years: Years) -> Timing:
    """Release and distribution times from a labelled table, a line 'label : value', or a request without a label.

    Looks at the first blocks of the body, then at the page headers. `years` serve dates printed without a year. Where one of the two
    times has been found, the other may stand in a block beside it, written in another way.
    """
    headers = [(-1, block) for side in document.side_texts(SideKind.HEADER) for block in side.blocks]
    blocks = [*enumerate(items[:_REACH]), *headers]
    places = [Place(index, block, blocks) for index, block in blocks]
    for rule, read in _RULES.items():
        for at, place in enumerate(places):
            if values := read(place):
                timing = _read(values, Timing(place.index, rule, place.block.locator), years)
                if timing.release or (timing.distributed and timing.distributed.at):
                    return _completed(timing, values, places[max(at - 1, 0) : at + 3], years)
    return Timing()


def _completed(timing: Timing, values: list[Value], near: Sequence[Place], years: Years) -> Timing:
    """A timing with the kind of time it lacks, where a block beside it states that."""
    lacks_release = not timing.release
    if timing.release and timing.distributed:
        return timing
    if not lacks_release:  # no day of distribution without a figure
        near = [place for place in near if any(map(_FIGURE.search, place.texts))]
    for read in _BESIDE:
        for place in near:
            more = [value for value in read(place) if value[0] == lacks_release]
            if not more:
                continue
            whole = Timing(max(place.index, timing.place), timing.rule, timing.locator)
            found = _read([*values, *more], whole, years)
            if found.release and found.distributed and found.distributed.at:
                return found
    return timing


def _read(values: Sequence[Value], timing: Timing, years: Years) -> Timing:
    """A timing with the times of some values put in."""
    years = years.behind(" ".join(text for _, text, _ in values))
    known = next((day for _, text, _ in values if (day := first_day(text[:_LONGEST_VALUE]))), None)
    for is_release, text, channel in values:
        for time in parse_times(text[:_LONGEST_VALUE], years, channel, known):
            label = _HANDED_OUT.match(time.raw)
            if is_release and not label:
                timing.release += [time] if fold(time.raw) not in _NONE else []
            elif timing.distributed is None:
                timing.distributed = altered(time, raw=time.raw[label.end() :]) if label else time
    return timing
