"""Times in the table of a head: '보도시점 | V | 배포 | V', each beside its label or in one cell with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, zip_longest

from hwpextract.characters import squeeze
from hwpextract.document import Cell, Table
from hwpextract.patterns import pattern
from hwpextract.press.contacts.bare_labels import bare_parts, opens_with_time
from hwpextract.press.head.time_lines import HEAD_REACH, Place, Value, without_pages
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
from hwpextract.press.phrases.dates import states_day
from hwpextract.press.phrases.headline import is_subtitle
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.phrases.time_words import states_time
from hwpextract.press.tables import MOST_HEADER_CELLS, Field, Labels, cells_with, fields_of, label_left_of, printed

_DAYS = TIME_LABELS | DAY_LABELS
_HANDED_OUT_LABELS = DISTRIBUTED_LABELS | DAY_LABELS
_WHAT_AND_WHO = TITLE_LABELS | {label for label in CONTACT_LABELS if label.startswith(("담당", "작성", "자료"))}
DISTRIBUTION = "(?:배포|제공)(?:일시|일자|일|시점)"
"""Labels of the day of distribution within a value, as a part of a pattern."""
_LABEL_WITHIN = pattern(rf"(?<=[\w)>.])\s+{DISTRIBUTION}\s*[:：]?\s+(?=[‘’'`]?\d)", needs=("배포", "제공"))
_WORD = pattern(r"\w")


def labelled(place: Place) -> list[Value]:
    """The times of a table with their labels."""
    table = place.block
    if not isinstance(table, Table) or len(table.cells) > MOST_HEADER_CELLS:
        return []
    whole = "\n".join(table.texts)
    if not (":" in whole or "：" in whole or cells_with(_DAYS, table) or opens_with_time(whole)):
        return []
    entries = list(_by_own_labels(list(fields_of(table, HEADER_LABELS, _with_their_times, INLINE_LABELS))))
    if lists_releases(entries):
        return []
    labels = {entry.label for entry in entries}
    # The day of a table that says who or what else is asked for; that of an event's table is none.
    is_head = place.index < HEAD_REACH and not labels.isdisjoint(_WHAT_AND_WHO)
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


def _by_own_labels(entries: Sequence[Field]) -> Iterator[Field]:
    """The fields of a table, of which a time behind an empty cell below a channel is that of the label in its row ('배포 | | V').

    One below a channel is that of the channel alone, and not of 보도 in its row too.
    """
    of_channels = {id(cell) for entry in entries if entry.label in CHANNEL_LABELS for cell in entry.values}
    before: Field | None = None
    for entry in entries:
        is_empty = entry.label in CHANNEL_LABELS and not entry.cell.blocks
        if is_empty and before and before.cell.blocks and not before.values and before.cell.row == entry.cell.row:
            yield entry._replace(label=before.label)
        elif entry.label in RELEASE_LABELS:
            yield entry._replace(values=tuple(cell for cell in entry.values if id(cell) not in of_channels))
        else:
            yield entry
        before = entry


def lists_releases(entries: Iterable[Field]) -> bool:
    """Whether a table lists several releases: 제목 heads a column with two titles or more, as in the plan of a week."""
    return any(
        entry.label in TITLE_LABELS
        and sum(cell.row > entry.cell.row and _holds_title(cell) for cell in entry.values) > 1
        for entry in entries
        if all(cell.col == entry.cell.col for cell in entry.values)
    )


def _holds_title(cell: Cell) -> bool:
    """Whether a cell may hold a headline: a text that is no sub-headline."""
    return bool(cell.blocks) and not is_subtitle(squeeze(cell.text))


def _cut(value: str) -> list[Value]:
    """A time of release, cut where the label of the distribution stands in it, as where a PDF draws no line between cells."""
    label = _LABEL_WITHIN.search(value)
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
    lines = [without_pages(line) for line in lines if not line.startswith("※") or states_day(line)]
    return "\n".join(filter(None, lines))
