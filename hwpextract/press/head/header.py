"""The head of a release: when it may be published (보도시점) and was handed out (배포)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import dropwhile, zip_longest
from typing import TypeAlias

from hwpextract.characters import fold, squeeze
from hwpextract.document import Block, Document, Paragraph, SideKind, Table
from hwpextract.node import Locator, altered
from hwpextract.patterns import pattern
from hwpextract.press.contacts.bare_labels import FIRST_OF_TIMES, bare_parts, opens_with_time
from hwpextract.press.head.masthead import PIECES, is_body
from hwpextract.press.labels import (
    CHANNEL_LABELS,
    CONTACT_LABELS,
    DAY_LABELS,
    DISTRIBUTED_LABELS,
    HEADER_LABELS,
    INLINE_LABELS,
    RELEASE_LABELS,
    TIME_LABELS,
    TITLE_LABELS,
)
from hwpextract.press.model import ReleaseTime
from hwpextract.press.phrases.dates import (
    Alone,
    day_of,
    first_day,
    is_day,
    parse_times,
    states_day,
    states_time,
    time_alone,
)
from hwpextract.press.phrases.headline import ends_sentence
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.phrases.slogans import is_greeting
from hwpextract.press.tables import (
    MOST_HEADER_CELLS,
    Field,
    Labels,
    cells_with,
    fields_of,
    label_key,
    label_left_of,
    labelled_parts,
    printed,
    short_texts,
)

_NONE = frozenset({"없음", "해당없음"})
_HEAD_REACH = 6
_TIMING_REACH = 25
"""Blocks from the top within which the head of nearly all releases stands, and banner and timing row of all (behind a cover)."""
_LONGEST_VALUE = 400
_LONGEST_REQUEST = 200
_LONGEST_ALONE = 60
_LEAST_SENTENCE = 30
_LONGEST_FLAT = 160
_DAYS = TIME_LABELS | DAY_LABELS
_HANDED_OUT_LABELS = DISTRIBUTED_LABELS | DAY_LABELS
_WHAT_AND_WHO = TITLE_LABELS | {label for label in CONTACT_LABELS if label.startswith(("담당", "작성", "자료"))}
_REQUEST = pattern(
    r"(?:보도|취급|사용)\s*(?:하여|해)?\s*(?:주시기|주십시오|(?P<clause>주시고))"
    r"|이\s*(?:보도\s*)?자료는.{0,60}(?:보도|취급|사용)\s*(?:할\s*수\s*있|가능)",
    re.DOTALL,
    needs=("주시", "주십", "자료는"),
)
_PAGES = pattern(r"(?:^|\s*[/,(]|\s)\(?\s*총?\s*\d+\s*(?:매|쪽|페이지)(?:\s*\([^()]*\))?\)?\s*$")
_BULLETIN = pattern(r"^[<(]?(?P<day>[^<>()]{8,16}일)\s*공보\s*\d{4}-\d+-\d+\s*호")
"""Head of a central bank's bulletin: the day and a running number, which looks like a day."""
_DISTRIBUTION = "(?:배포|제공)(?:일시|일자|일|시점)"
_HANDED_OUT = pattern(rf"^\W*(?:{_DISTRIBUTION}|배포|제공)\s*[:：]?\s*(?=[‘’'`]?\d)", needs=("배포", "제공"))
"""Opens the day of distribution within the value of 보도시점."""
_LABEL_WITHIN = pattern(rf"(?<=[\w)>.])\s+{_DISTRIBUTION}\s*[:：]?\s+(?=[‘’'`]?\d)")
_WORD = pattern(r"\w")
_FIGURE = pattern(r"\d")
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
        return next((day_of(time.at).isoformat() for time in self.times if time.at), "")


Value: TypeAlias = tuple[bool, str, str | None]
"""Whether it is a release time (else 배포), its text, and the channel its label names."""


class _Head:
    """The blocks in which times may be printed, each with its index in the body, -1 for those of page headers."""

    def __init__(self, blocks: Sequence[tuple[int, Block]]) -> None:
        self.blocks = blocks
        self._texts: dict[int, list[str]] = {}
        self._stated: dict[tuple[str, int], list[Value]] = {}
        self._story: int | None = None

    def is_within_story(self, at: int) -> bool:
        """Whether a block is a table or frame behind the first sentence, where a time without a label is of something else."""
        if isinstance(self.blocks[at][1], Paragraph):
            return False
        if self._story is None:
            told = (index for index, block in self.blocks if index >= 0 and _tells(block))
            self._story = next(told, len(self.blocks))
        return self.blocks[at][0] > self._story

    def texts(self, at: int) -> list[str]:
        """Text of a paragraph, of each cell of a table, or of a frame; none of a large table."""
        if at not in self._texts:
            self._texts[at] = short_texts(self.blocks[at][1])
        return self._texts[at]

    def stated(self, rule: str, at: int) -> list[Value]:
        """The values that a rule finds in one of the blocks, where they are looked for once."""
        if (rule, at) not in self._stated:
            self._stated[rule, at] = _RULES_BESIDE[rule](self, at)
        return self._stated[rule, at]

    def timing(self, values: Sequence[Value], at: int, rule: str, years: Years) -> Timing:
        """The times of some values, as they stand in one of the blocks."""
        index, block = self.blocks[at]
        return _read(values, Timing(index, rule, block.locator), years)


def find_timing(items: Sequence[Block], document: Document, years: Years) -> Timing:
    """Release and distribution times from a labelled table, a line 'label : value', or a request without a label.

    Looks at the first blocks of the body, then at the page headers. `years` serve dates printed without a year. Where one of the two
    times has been found, the other may stand in a block beside it, written in another way.
    """
    headers = [(-1, block) for side in document.side_texts(SideKind.HEADER) for block in side.blocks]
    head = _Head([*enumerate(items[:_TIMING_REACH]), *headers])
    for rule in _RULES:
        for at in range(len(head.blocks)):
            values = head.stated(rule, at)
            if not values:
                continue
            timing = head.timing(values, at, rule, years)
            if timing.release or (timing.distributed and timing.distributed.at):
                return _completed(timing, values, head, at, years)
    return Timing()


def _completed(timing: Timing, values: list[Value], head: _Head, at: int, years: Years) -> Timing:
    """A timing with the kind of time it lacks, where a block beside it states that."""
    lacks_release = not timing.release
    if timing.release and timing.distributed:
        return timing
    near = [
        beside
        for beside in range(max(at - 1, 0), min(at + 3, len(head.blocks)))
        if lacks_release or any(map(_FIGURE.search, head.texts(beside)))  # no day of distribution without a figure
    ]
    for rule in _RULES_BESIDE:
        for beside in near:
            more = [value for value in head.stated(rule, beside) if value[0] == lacks_release]
            found = head.timing(values + more, beside, rule, years) if more else None
            if found and found.release and found.distributed and found.distributed.at:
                found.place, found.rule, found.locator = max(found.place, timing.place), timing.rule, timing.locator
                return found
    return timing


def _read(values: Sequence[Value], timing: Timing, years: Years) -> Timing:
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


class Years:
    """Years that a day printed without one may be of, likeliest first, looked for when asked for: those in a text, and others."""

    def __init__(self, others: Callable[[], Iterable[int]], text: str = "") -> None:
        self._others = others
        self._text = text

    def __iter__(self) -> Iterator[int]:
        yield from self._printed
        yield from self._others()

    @cached_property
    def _printed(self) -> list[int]:
        return years_in(self._text)

    def behind(self, text: str) -> Years:
        """The same years behind those printed in a text."""
        return Years(self._others, text)


def years_in(text: str) -> list[int]:
    """Years printed in a text ('2026', '’26.'), each once, in order."""
    found = (int(full) if full else 2000 + int(short) for full, short in _YEAR.findall(text))
    return list(dict.fromkeys(found))


def _labelled(head: _Head, at: int) -> list[Value]:
    """'보도시점 | V | 배포 | V' in a table."""
    block = head.blocks[at][1]
    if not isinstance(block, Table) or len(block.cells) > MOST_HEADER_CELLS:
        return []
    whole = "\n".join(block.texts)
    if not (":" in whole or "：" in whole or cells_with(_DAYS, block) or opens_with_time(whole)):
        return []
    entries = fields_of(block, HEADER_LABELS, _with_their_times, INLINE_LABELS)
    labels = {entry.label for entry in entries}
    # The day of a table that says who or what else is asked for; that of an event's table is none.
    is_head = head.blocks[at][0] < _HEAD_REACH and not labels.isdisjoint(_WHAT_AND_WHO)
    handed_out = _HANDED_OUT_LABELS if is_head else DISTRIBUTED_LABELS
    if labels.isdisjoint(RELEASE_LABELS) and labels.isdisjoint(handed_out):
        return []
    values: list[Value] = []
    for entry, after in zip_longest(entries, entries[1:]):
        if entry.label in RELEASE_LABELS:
            # 배포시점 behind an empty 보도시점 is no label but its value: at the time of distribution.
            is_value = after and after.label == "배포시점"
            values += _cut(_value(entry) or (squeeze(after.cell.text) if is_value else ""))
        elif entry.label in CHANNEL_LABELS:
            values.append((True, _value(entry), CHANNEL_LABELS[entry.label]))
        elif entry.label in handed_out:
            values.append((False, _value(entry), None))
    return [value for value in values if _WORD.search(value[1])]


def _cut(value: str) -> list[Value]:
    """A time of release, cut where the label of the distribution stands in it, as where a PDF draws no line between cells."""
    label = _LABEL_WITHIN.search(value) if "배포" in value or "제공" in value else None
    if label is None:
        return [(True, value, None)]
    return [(True, value[: label.start()], None), (False, value[label.end() :], None)]


def _with_their_times(table: Table, held: Labels) -> Labels:
    """Cells that hold a label and its time without a colon ('배포일 2024. 5. 20.(월)'), and are no value of another label."""
    return {
        id(cell): parts
        for cell, text in zip(table.cells, table.texts, strict=True)
        if id(cell) not in held
        and opens_with_time(text)
        and label_left_of(table, cell, held) is None
        and (parts := bare_parts(printed(text)))
        and not TIME_LABELS.isdisjoint(dict(parts))
    }


def _value(entry: Field) -> str:
    """The first cell of a value, and those behind it that hold a time too; officers beside it are none of it."""
    texts = filter(None, [entry.text, *[printed(cell.text) for cell in entry.values]])
    told = list(dropwhile(is_reachable, texts))
    others = [text for text in told[1:] if states_time(text) and not is_reachable(text)]
    lines = "\n".join([*told[:1], *others]).split("\n")
    lines = [_without_pages(line) for line in lines if not line.startswith("※") or states_day(line)]
    return "\n".join(filter(None, lines))


def _without_pages(text: str) -> str:
    """A text without the number of pages at its end ('총 5매')."""
    return _PAGES.sub("", text) if "매" in text or "쪽" in text or "페이지" in text else text


def _inline(head: _Head, at: int) -> list[Value]:
    """'보도시점 : V / 배포 : V' in one paragraph or one cell."""
    return [
        (label in RELEASE_LABELS, time, None)
        for text in head.texts(at)
        for label, value in labelled_parts(text, INLINE_LABELS)
        if label in TIME_LABELS and (time := _without_pages(value))
    ]


def _flat(head: _Head, at: int) -> list[Value]:
    """'보도시점  V  배포  V' on one line, a timing row that was printed, or converted, without its table."""
    block = head.blocks[at][1]
    return _flat_values(block.text) if isinstance(block, Paragraph) else []


def _flat_values(text: str) -> list[Value]:
    may_open = len(text) <= _LONGEST_FLAT and text.replace("/", " ").lstrip()[:1] in FIRST_OF_TIMES
    match = _flat_pattern().match(text) if may_open else None
    if match is None:
        return []
    values = (True, match["release"], None), (False, match["distributed"], None)
    return [value for value in values if value[1]]


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


def _request(head: _Head, at: int) -> list[Value]:
    """'… 조간부터 보도하여 주시기 바랍니다.' without a label."""
    found = [
        (text, match) for text in head.texts(at) if len(text) < _LONGEST_REQUEST and (match := _REQUEST.search(text))
    ]
    requests = [(True, text[: match.end("clause")] if match["clause"] else text, None) for text, match in found]
    asking = {text for text, _ in found}
    return [*(value for value in _alone(head, at) if value[1] not in asking), *requests] if requests else []


def _tells(block: Block) -> bool:
    """Whether a block is a sentence of the story; slogans are shorter, and requests to publish are of the head."""
    if not isinstance(block, Paragraph) or len(block.text) < _LEAST_SENTENCE:
        return False
    return ends_sentence(block.text) and not belongs_to_head(block.text)


def belongs_to_head(text: str) -> bool:
    """Whether a line says when or by whom a release is published, or greets, and so is neither its title nor its body."""
    labelled = labelled_parts(text, INLINE_LABELS)
    if (labelled and label_key(text).startswith(labelled[0][0])) or _flat_values(text):
        return True
    if len(text) >= _LONGEST_REQUEST:
        return False
    return bool(
        _REQUEST.search(text)
        or ("공보" in text and _BULLETIN.match(text))
        or time_alone(text)
        or ("니다" in text and is_greeting(text))
    )


def _alone(head: _Head, at: int) -> list[Value]:
    """A time that says itself what it is ('2020. 5. 6.(수) 조간용', '즉시 보도'), or the day beside the number of a bulletin."""
    values: list[Value] = []
    for text in head.texts(at):
        if "공보" in text and (match := _BULLETIN.match(text)):
            values.append((False, match["day"], None))
        elif len(text) <= _LONGEST_ALONE:
            for piece in PIECES.split(text) if "|" in text or "/" in text else (text,):
                what = time_alone(piece)
                if what is Alone.RELEASE or (what is Alone.HANDED_OUT and head.blocks[at][0] < _HEAD_REACH):
                    values.append((what is Alone.RELEASE, piece, None))
    if not values or head.is_within_story(at):
        return []
    return [*values, *_day_beside(values, head.texts(at))]


def _day_beside(values: Sequence[Value], texts: Sequence[str]) -> list[Value]:
    """The one day that stands beside 'at once' and nothing else, which is that of distribution ('2026. 4. 13.(월) | 즉시 보도')."""
    if len(values) != 1 or not values[0][0] or states_day(values[0][1]):
        return []
    days = [piece for text in texts if len(text) <= _LONGEST_ALONE for piece in PIECES.split(text) if is_day(piece)]
    return [(False, days[0], None)] if len(days) == 1 else []


def _from_when(head: _Head, at: int) -> list[Value]:
    """'5. 21.(화) 오전 9시 이후', which is the time of a release where it stands beside its day of distribution.

    In a table it is one only where all cells are times or organisations, or one is the label of such a time; others are programmes.
    """
    texts = [text for text in head.texts(at) if len(text) <= _LONGEST_ALONE]
    found: list[Value] = [(True, text, None) for text in texts if time_alone(text) is Alone.FROM]
    block = head.blocks[at][1]
    if not found or not isinstance(block, Table) or cells_with(TIME_LABELS, block):
        return found
    return found if all(_is_time_or_sender(text) for text in head.texts(at) if text) else []


def _is_time_or_sender(text: str) -> bool:
    """Whether a cell is a time, or the name of an organisation, which '제1부', 일시 and 장소 are not for all their endings."""
    return bool(time_alone(text)) or is_day(text) or (len(text) > 2 and not _FIGURE.search(text) and is_body(text))


_RULES = {
    "timing.table": _labelled,
    "timing.line": _inline,
    "timing.flat": _flat,
    "timing.request": _request,
    "timing.alone": _alone,
}
"""Ways in which times are printed, surest first."""
_RULES_BESIDE = {**_RULES, "beside": _from_when}
"""Those that count beside another time."""
