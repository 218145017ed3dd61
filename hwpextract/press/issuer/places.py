"""Where in a release its agency may be named, and what is found there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hwpextract.document import Block, Paragraph
from hwpextract.node import Locator
from hwpextract.patterns import pattern
from hwpextract.press.contacts.groups import Group
from hwpextract.press.filename import FileName
from hwpextract.press.phrases.headline import Headline
from hwpextract.press.tables import lines_of

_FOOT = 4
"""Blocks at the end in which the publisher's address may stand."""
_NAME = pattern(r"[\w·]{3,24}(?: [\w·]{2,24})?")
"""A line of one word or two, as names of organisations are."""


class Issuer(NamedTuple):
    """The issuing agency and the place that names it; `others` are agencies that other places name instead."""

    name: str
    raw: str
    locator: Locator | None
    rule: str
    confidence: float
    others: tuple[str, ...] = ()


class Places(NamedTuple):
    """The parts of a release that name its agency; the body begins at block `start`, and the date `on` tells namesakes apart."""

    story: Sequence[Paragraph]
    groups: Sequence[Group]
    items: Sequence[Block]
    start: int
    headline: Headline | None
    filed: FileName
    on: str

    @property
    def head(self) -> Sequence[Block]:
        """The blocks above the body."""
        return self.items[: self.start]

    @property
    def titled(self) -> Locator | None:
        """The place of the block that holds the headline."""
        return self.headline.locator.partition("/r")[0] if self.headline else None

    @property
    def banner(self) -> list[Block]:
        """The blocks above the body but the headline, whose words are no letterhead."""
        titled = self.titled
        return [block for block in self.head if block.locator != titled]

    @property
    def foot(self) -> Sequence[Block]:
        """The last blocks of the body."""
        return self.items[max(self.start, len(self.items) - _FOOT) :]

    @property
    def printed(self) -> str:
        """What the letterhead and the contact block say."""
        return "\n".join([*lines_of(self.banner), *(group.raw for group in self.groups)])

    def names(self) -> Iterator[str]:
        """Lines of the letterhead that may be a name, and the organisation above the unit."""
        yield from filter(_NAME.fullmatch, lines_of(self.banner))
        for group in self.groups[:1]:
            if group.department and group.department.parent:
                yield group.department.parent
