"""What a press release is, as data. Definitions and edge cases of every field: docs/fields.md."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from hwpextract.account import Coverage, Verification, Warning
from hwpextract.document import Block, Document, Paragraph
from hwpextract.node import Locator, Node
from hwpextract.sniff import Format

SCHEMA_VERSION = "1.0"
_DAY = len("2026-04-13")

ContactDetail: TypeAlias = Literal["full", "department", "none"]
"""How much of the contact block a release carries: everything, units without people, nothing."""


class ReleaseKind(StrEnum):
    """Kinds of releases, told by the masthead."""

    PRESS_RELEASE = "press_release"
    REFERENCE = "reference"
    EXPLANATION = "explanation"
    REBUTTAL = "rebuttal"
    CORRECTION = "correction"
    ACTIVITY = "activity"
    JOINT_RELEASE = "joint_release"
    SPEECH = "speech"
    OTHER = "other"


def _as_day(value: object) -> object:
    """A day that is written as one ('2026-04-13'), which would pass for its midnight too."""
    return date.fromisoformat(value) if isinstance(value, str) and len(value) == _DAY else value


class ReleaseTime(Node):
    """When a release may be published (보도시점) or was handed out (배포).

    `at` is a datetime at +09:00 when a clock time is printed, a date when only a day is, None when neither is ('배포 즉시').
    `edition` is 조간, 석간, 즉시 or 회의종료시; `channel` 온라인, 지면 or 방송 where the document tells them apart.
    """

    raw: str
    at: Annotated[datetime | date | None, BeforeValidator(_as_day)] = None
    edition: str | None = None
    channel: str | None = None


class Department(Node):
    """An issuing unit: `name` the lowest one, `parent` the unit printed above it, `agency` where the block names it.

    `part` is the mark of a joint release (총괄, 공동, 협조), `topic` what the unit is responsible for, where the block says so.
    """

    name: str
    parent: str | None = None
    agency: str | None = None
    part: str | None = None
    topic: str | None = None


class Contact(Node):
    """A person to ask: `phones` as '044-000-2471', ranges and lists expanded; `role` as printed, without spaces."""

    department: str | None = None
    role: str | None = None
    position: str | None = None
    name: str | None = None
    phones: tuple[str, ...] = ()
    email: str | None = None


class Item(Node):
    """One item of the body: `kind` is lead, heading, item, paragraph or note; `text` is without the mark.

    `level` counts from 1 by the mark (□ 1, ㅇ 2, - 3, · 4; 1. 가. 1) 가) (1) ① 1 to 6), None without one. `notes` are the lines marked
    * or ※ below it.
    """

    kind: Literal["lead", "heading", "item", "paragraph", "note"]
    level: int | None
    mark: str | None
    text: str
    notes: tuple[str, ...] = ()
    locator: Locator


class Quote(Node):
    """Words a release quotes: `speaker` with the post as printed, `verb` of saying (밝혔다, 강조했다)."""

    speaker: str
    text: str
    verb: str
    locator: Locator


class NewsReport(Node):
    """The report a 설명자료 or 해명자료 answers, as far as it is named."""

    outlet: str
    day: str | None = None
    page: str | None = None
    headline: str | None = None


class Annex(Node):
    """A part behind the release proper: its printed label ('붙임 1'), its title, its content, and where its head stands."""

    label: str
    title: str | None = None
    blocks: tuple[Block, ...] = ()
    locator: Locator | None = None


class Evidence(Node):
    """Where a value was read: place, printed text, the rule that read it, and how sure it is (0 to 1)."""

    locator: Locator | None
    raw: str
    rule: str
    confidence: float
    alternatives: tuple[str, ...] = ()
    """Values of other sources that disagree: a metatag, the file name, another form of the release."""


class SourceInfo(Node):
    """The file behind a release; `sha256` of its bytes, `size` in bytes."""

    format: Format
    filename: str | None
    size: int
    sha256: str
    producer: str | None = None
    pages: int | None = None


class PressRelease(Node):
    """A press release as data; None and () mean that the document does not state the value."""

    __hash__ = None  # type: ignore[assignment] # its evidence is a dictionary; `source.sha256` tells releases apart

    schema_version: str = SCHEMA_VERSION
    masthead: str | None = None
    kind: ReleaseKind | None = None
    title: str | None = None
    subtitles: tuple[str, ...] = ()
    agency: str | None = None
    agencies: tuple[str, ...] = ()
    department: str | None = None
    departments: tuple[Department, ...] = ()
    contact: Contact | None = None
    contacts: tuple[Contact, ...] = ()
    release_times: tuple[ReleaseTime, ...] = ()
    distributed: ReleaseTime | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    body: tuple[Block, ...] = ()
    items: tuple[Item, ...] = ()
    quotes: tuple[Quote, ...] = ()
    annexes: tuple[Annex, ...] = ()
    national_agenda: tuple[str, ...] = ()
    responds_to: tuple[NewsReport, ...] = ()
    hashtags: tuple[str, ...] = ()
    licence: str | None = None
    likelihood: float = 0.0
    """How much the document looks like a press release, 0 to 1; below 0.4 with a warning and without fields."""
    evidence: dict[str, Evidence] = Field(default_factory=dict)
    source: SourceInfo
    warnings: tuple[Warning, ...] = ()
    coverage: Coverage
    verification: Verification | None = None
    """What a second reader says of the document; None unless it was asked for."""
    document: Document
