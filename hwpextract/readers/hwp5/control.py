"""One control while its paragraph is read."""

from __future__ import annotations

from hwpextract.document import Block
from hwpextract.node import Locator
from hwpextract.readers.flow import Flow
from hwpextract.readers.hwp5.records import FIELD_MARK


class Control:
    """A control of a paragraph, and what it leaves there: text inside, blocks beside, or the target of a link.

    `payload` is that of its CTRL_HEADER, id included; `place` the index of its piece of the paragraph's text; `guide` the text of a
    field that nobody has filled.
    """

    __slots__ = ("blocks", "ctrl_id", "flow", "guide", "level", "paragraph", "payload", "place", "target", "text")

    def __init__(self, ctrl_id: int, level: int, payload: bytes, flow: Flow, paragraph: Locator, place: int) -> None:
        self.ctrl_id = ctrl_id
        self.level = level
        self.payload = payload
        self.flow = flow
        self.paragraph = paragraph
        self.place = place
        self.text = ""
        self.blocks: tuple[Block, ...] = ()
        self.target: str | None = None
        self.guide: str | None = None

    @property
    def is_field(self) -> bool:
        """Whether text up to the matching field end belongs to it."""
        return self.ctrl_id >> 24 == FIELD_MARK
