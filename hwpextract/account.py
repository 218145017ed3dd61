"""What a reading accounts for: its warnings, its counters, and what a second reader says."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from hwpextract.node import Locator, Node


class Severity(StrEnum):
    """How much a warning weighs: with `strict=True` an `error` becomes an exception."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Warning(Node):
    """Something a reader met and could not give as it stands; `code` is stable, `count` how often it happened.

    `message` says in English what happened and `hint` what to do about it, `message_ko` and `hint_ko` the same in Korean.
    """

    code: str
    severity: Severity
    message: str
    message_ko: str
    hint: str = ""
    hint_ko: str = ""
    locator: Locator | None = None
    count: int = 1


class Tally(Node):
    """How many units of one kind were met, and what became of them; `met` is the sum of the rest."""

    met: int = 0
    emitted: int = 0
    apart: int = 0
    dropped: dict[str, int] = Field(default_factory=dict)
    """Not given, by reason: `deleted` (tracked deletion), `unreadable`, `unsupported`, ..."""


_NONE = Tally.model_construct(met=0, emitted=0, apart=0, dropped={})


class Coverage(Node):
    """Counters that show nothing was lost in silence; units and reasons as docs/guarantees.md defines them."""

    characters: Tally = _NONE
    """Characters of the file's text, white space aside."""
    records: Tally = _NONE
    """Paragraphs as the file stores them: PARA_HEADER records, `p` elements; none in a PDF."""
    cells: Tally = _NONE
    """Cells of tables."""
    images: Tally = _NONE
    """Pictures."""
    pages: Tally = _NONE
    """Pages of a PDF; the other formats do not store pages."""
    glyphs: Tally = _NONE
    """Glyphs that the pages of a PDF paint, spaces among them."""
    unmapped_characters: int = 0
    """Private-use characters without a known meaning; they stay in the text as they are."""


class VerificationStatus(StrEnum):
    """Whether a second reader was heard; the others say why not."""

    COMPARED = "compared"
    NO_SECOND_READER = "no_second_reader"
    READER_MISSING = "reader_missing"
    READER_FAILED = "reader_failed"


class Passage(Node):
    """Words that one reader has and the other has not; `locator` where they are ours."""

    text: str
    locator: Locator | None = None


class Verification(Node):
    """What a second, independent reader of the same file says: how far both agree, and what only one of them has.

    Characters are counted without white space, and quotes, dashes and dots of any shape are alike. `agreement` is twice the
    characters in `common` over those of both readings, 0 to 1; None when nothing was compared, and `message` says why.
    """

    status: VerificationStatus
    reader: str | None = None
    message: str = ""
    hint: str = ""
    agreement: float | None = None
    characters: int = 0
    second_characters: int = 0
    common: int = 0
    only_here: tuple[Passage, ...] = ()
    only_there: tuple[Passage, ...] = ()


def warning(code: str, locator: Locator | None = None, count: int = 1, **details: object) -> Warning:
    """Make the `Warning` of this code; `count` and `details` fill the places of its message in data/warnings.tsv."""
    entry = warning_codes()[code]
    return Warning.model_construct(
        code=code,
        severity=Severity(entry.severity),
        message=entry.english.format(count=count, **details),
        message_ko=entry.korean.format(count=count, **details),
        hint=entry.hint_english,
        hint_ko=entry.hint_korean,
        locator=locator,
        count=count,
    )


class WarningCode(NamedTuple):
    """A row of data/warnings.tsv; `{name}` in a message stands for what is known when it is given."""

    code: str
    severity: str
    english: str
    korean: str
    hint_english: str
    hint_korean: str


@cache
def warning_codes() -> dict[str, WarningCode]:
    """All warnings there are, by code; the dictionary is shared, so it must not be changed."""
    rows = Path(__file__).with_name("data").joinpath("warnings.tsv").read_text("utf-8").splitlines()
    return {entry.code: entry for entry in (WarningCode(*row.split("\t")) for row in rows[1:])}
