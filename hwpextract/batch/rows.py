"""The row of a file: what every sink and every engine speaks, plain values that travel between processes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from hwpextract.batch.failures import Failure
from hwpextract.batch.settings import Settings
from hwpextract.batch.words import entries
from hwpextract.characters import fold
from hwpextract.document import Block, Table, paragraphs_of, walk
from hwpextract.export.grid import Slot, is_frame, rows_of
from hwpextract.export.markdown import to_markdown
from hwpextract.export.text import to_text
from hwpextract.press.model import PressRelease, ReleaseTime

_OPENING = 24


class Person(NamedTuple):
    """A contact of a release; phones in the order printed."""

    department: str | None
    role: str | None
    position: str | None
    name: str | None
    phones: tuple[str, ...]
    email: str | None


class Grid(NamedTuple):
    """A table of a release: where it stands ('body' or the label of its annex), its size, its cells row by row.

    `cells` is JSON: a list of rows, each a list of texts; a cell with spans has its text at its first place and null at the others.
    """

    place: str
    caption: str
    rows: int
    cols: int
    cells: str


class Release(NamedTuple):
    """A press release flat enough for a table; `json` is the whole of it. Days and times are ISO 8601.

    `opening` is the beginning of the body, typography left out, by which forms are found; None where that says too little.
    """

    format: str
    pages: int | None
    likelihood: float
    masthead: str | None
    kind: str | None
    title: str | None
    subtitles: tuple[str, ...]
    agency: str | None
    agencies: tuple[str, ...]
    department: str | None
    departments: tuple[str, ...]
    released: str | None
    distributed: str | None
    warnings: tuple[str, ...]
    opening: str | None
    text: str
    markdown: str | None
    json: str
    people: tuple[Person, ...]
    grids: tuple[Grid, ...]
    title_words: str
    text_words: str


class Row(NamedTuple):
    """What the content of a file gave: a release, or a failure; `sha256` is None when the process ended that read it."""

    source: str
    sha256: str | None
    size: int
    release: Release | None
    failure: Failure | None


class Entry(NamedTuple):
    """A file of the manifest with what it gave: a line of the sinks, a row of a Parquet file or an Arrow batch.

    `duplicate_of` is the first file with the same bytes, `form_of` the file whose form speaks for the release. A run finds both when
    it has all files; they are None where files are read one by one.
    """

    source: str
    status: str
    code: str | None
    message: str | None
    hint: str | None
    sha256: str | None
    size: int | None
    duplicate_of: str | None = None
    form_of: str | None = None
    format: str | None = None
    pages: int | None = None
    likelihood: float | None = None
    masthead: str | None = None
    kind: str | None = None
    title: str | None = None
    subtitles: tuple[str, ...] = ()
    agency: str | None = None
    agencies: tuple[str, ...] = ()
    department: str | None = None
    departments: tuple[str, ...] = ()
    released: str | None = None
    distributed: str | None = None
    warnings: tuple[str, ...] = ()
    text: str | None = None
    json: str | None = None
    contacts: tuple[Person, ...] = ()


class Comparison(NamedTuple):
    """How much of the bodies is common (0 to 1), which forms give each field, and the fields that differ; the last two as JSON."""

    similarity: float
    agreement: str
    disagreements: str


def entry_of(row: Row) -> Entry:
    """The entry of a file that was read by itself."""
    status = "failed" if row.failure else "read"
    code, message, hint = row.failure or (None, None, None)
    entry = Entry(row.source, status, code, message, hint, row.sha256, row.size)
    if row.release is None:
        return entry
    shared = {name: value for name, value in row.release._asdict().items() if name in Entry._fields}
    return entry._replace(**shared, contacts=row.release.people)


def flat(release: PressRelease, settings: Settings) -> Release:
    """A release as the values of a row."""
    text = to_text(release)
    return Release(
        format=release.source.format.value,
        pages=release.source.pages,
        likelihood=release.likelihood,
        masthead=release.masthead,
        kind=release.kind.value if release.kind else None,
        title=release.title,
        subtitles=release.subtitles,
        agency=release.agency,
        agencies=release.agencies,
        department=release.department,
        departments=tuple(department.name for department in release.departments),
        released=_moment(release.release_times),
        distributed=_moment([release.distributed] if release.distributed else []),
        warnings=tuple(dict.fromkeys(warning.code for warning in release.warnings)),
        opening=_opening(release),
        text=text,
        markdown=to_markdown(release) if settings.markdown else None,
        json=release.model_dump_json(exclude=None if settings.document else {"document"}),
        people=tuple(
            Person(one.department, one.role, one.position, one.name, one.phones, one.email) for one in release.contacts
        ),
        grids=tuple(_grids(release)),
        title_words=entries(release.title or ""),
        text_words=entries(text),
    )


def _opening(release: PressRelease) -> str | None:
    begins = fold(release.paragraphs[0].text)[:_OPENING] if release.paragraphs else ""
    return begins if len(begins) == _OPENING else None


def _moment(times: Iterable[ReleaseTime]) -> str | None:
    """The first stated moment: '2025-03-23T12:00:00+09:00', or '2025-03-23' where no clock time is printed."""
    moments: Iterator[datetime | date] = (time.at for time in times if time.at is not None)
    return next((moment.isoformat() for moment in moments), None)


def _grids(release: PressRelease) -> Iterator[Grid]:
    yield from _tables("body", release.body)
    for annex in release.annexes:
        yield from _tables(annex.label, annex.blocks)


def _tables(place: str, blocks: Iterable[Block]) -> Iterator[Grid]:
    for block in walk(blocks):
        if isinstance(block, Table) and not is_frame(block):
            caption = " ".join(paragraph.text for paragraph in paragraphs_of(block.caption))
            rows = [_texts(row) for row in rows_of(block)]
            yield Grid(place, caption, len(rows), max(map(len, rows), default=0), _json(rows))


def _texts(row: Iterable[Slot]) -> list[str | None]:
    texts: list[str | None] = []
    for slot in row:
        texts += [slot.cell.text if slot.begins else None, *[None] * (slot.col_span - 1)]
    return texts


def _json(rows: list[list[str | None]]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
