"""BodyText: the records of one section as blocks.

A section is read by recursive descent: every function takes the position of a record and returns the position behind what it has
read. Streams are padded (records.PADDING), so positions never leave them and every list ends.
"""

from __future__ import annotations

import struct
from typing import Final

from hwpextract.document import Block, Link, Locator, SideKind, SideText
from hwpextract.readers.flow import Flow
from hwpextract.readers.hwp5.control import Control
from hwpextract.readers.hwp5.controls import handler_for
from hwpextract.readers.hwp5.fields import MemoMark
from hwpextract.readers.hwp5.reading import Reading
from hwpextract.readers.hwp5.records import PADDING, Tag, ctrl_id, record_at, u32
from hwpextract.readers.hwp5.text import decode, split

_TAG: Final = 0x3FF
_PARA_HEADER: Final = int(Tag.PARA_HEADER)
_PARA_TEXT: Final = int(Tag.PARA_TEXT)
_LAYOUT: Final = frozenset(map(int, (Tag.PARA_CHAR_SHAPE, Tag.PARA_LINE_SEG, Tag.PARA_RANGE_TAG)))
_CHECK_EVERY: Final = 1 << 16
_END: Final = "\r"


class Section:
    """One section while it is read; `truncated` says afterwards whether a record ran over the end of the stream."""

    def __init__(self, data: bytes, locator: Locator, reading: Reading) -> None:
        self.data = data + PADDING
        self.reading = reading
        self.flow = Flow(locator)
        self.truncated = False
        self.characters = 0
        self.images = 0
        self.open_links: list[str | None] = []
        self.note_label: str | None = None
        self.memos: dict[int, MemoMark] = {}
        self._memo: int | None = None
        self._size = len(data)
        self._depth = 0
        self._checked = _CHECK_EVERY

    def read(self) -> list[Block]:
        """Blocks of the body; side texts go to the reading."""
        pos = 0
        while pos < self._size:
            after = self.paragraphs(pos, self.flow)
            pos = after if after > pos else self._stray(pos)
        self.truncated = self.truncated or pos > self._size
        self.reading.characters += self.characters
        self.reading.images += self.images
        return self.flow.blocks

    def blocks_at(self, pos: int, locator: Locator) -> tuple[tuple[Block, ...], int]:
        """Read the paragraph list at `pos`, which lies behind its LIST_HEADER."""
        flow = Flow(locator)
        pos = self.paragraphs(pos, flow)
        return tuple(flow.blocks), pos

    def paragraphs(self, pos: int, flow: Flow) -> int:
        """Read paragraphs of one level into `flow`."""
        data = self.data
        (head,) = u32(data, pos)
        if head & _TAG != _PARA_HEADER:
            return pos
        self._depth += 1
        self.reading.budget.descend(self._depth)
        links, self.open_links = self.open_links, []
        level = head >> 10 & _TAG
        own = head & 0xFFFFF
        while head & 0xFFFFF == own:
            if pos > self._checked:
                self._check(pos)
            locator = flow.next_paragraph()
            raw, pos = self._leaves(pos + 4 + (head >> 20))
            (head,) = u32(data, pos)
            text = decode(raw).removesuffix(_END)
            if head >> 10 & _TAG > level or not text.isprintable() or self.open_links:
                pos = self._rich(pos, level, raw, flow, locator)
                (head,) = u32(data, pos)
            elif flow.add(text, locator):
                self.characters += len(text)
        self.open_links = links
        self._depth -= 1
        return pos

    def _leaves(self, pos: int) -> tuple[bytes, int]:
        """PARA_TEXT payload of a paragraph, and the position behind the records of its layout."""
        data = self.data
        raw = b""
        try:
            (head,) = u32(data, pos)
            while (tag := head & _TAG) == _PARA_TEXT or tag in _LAYOUT:
                size = head >> 20
                if size == 0xFFF:
                    pos += 4
                    (size,) = u32(data, pos)
                start = pos + 4
                pos = start + size
                if tag == _PARA_TEXT:
                    raw = data[start:pos]
                (head,) = u32(data, pos)
        except struct.error:
            self.truncated = True
            pos = len(data) - 4
        return raw, pos

    def _rich(self, pos: int, level: int, raw: bytes, flow: Flow, locator: Locator) -> int:
        """Read the rest of a paragraph that has more than plain text: control characters, controls, links."""
        pieces = split(raw)
        texts = pieces.texts
        slots = iter(pieces.anchors)
        controls: list[tuple[int, Control]] = []
        while True:
            tag, depth, start, end = record_at(self.data, pos)
            if depth <= level:
                break
            if tag != Tag.CTRL_HEADER:
                pos = self._stray(pos)
                continue
            place, written_id = next(slots, (len(texts), 0))
            if place == len(texts):
                texts.append("")
            payload = self.data[start:end]
            control = Control(ctrl_id(payload, written_id), depth, payload, flow, locator)
            controls.append((place, control))
            pos = handler_for(control)(self, control, end)
            texts[place] = control.text
        links = self._links(texts, controls, pieces.field_ends)
        self._add(texts, controls, links, flow, locator)
        return pos

    def _add(
        self,
        texts: list[str],
        controls: list[tuple[int, Control]],
        links: tuple[Link, ...],
        flow: Flow,
        locator: Locator,
    ) -> None:
        """Put paragraph and objects together; objects ahead of the first visible character go before it."""
        visible = next((place for place, text in enumerate(texts) if text and not text.isspace()), len(texts))
        before = [block for place, control in controls if place < visible for block in control.blocks]
        after = [block for place, control in controls if place >= visible for block in control.blocks]
        text = self.reading.clean("".join(texts))
        if flow.add(text, locator, before, after, links=links):
            self.characters += len(text)

    def _links(self, texts: list[str], controls: list[tuple[int, Control]], ends: list[int]) -> tuple[Link, ...]:
        """Links of a paragraph; a field that is still open goes on in the next paragraph of the list."""
        events = [(place, control) for place, control in controls if control.is_field]
        if not (events or ends or self.open_links):
            return ()
        links: list[Link] = []
        opened = [(target, 0) for target in self.open_links]
        for place, control in sorted([*events, *((place, None) for place in ends)], key=lambda event: event[0]):
            if control:
                opened.append((control.target, place))
            elif opened:
                self._close(links, texts, *opened.pop(), place)
        for target, start in opened:
            self._close(links, texts, target, start, len(texts))
        self.open_links = [target for target, _ in opened]
        return tuple(links)

    def _close(self, links: list[Link], texts: list[str], target: str | None, start: int, end: int) -> None:
        text = self.reading.clean("".join(texts[start:end])).strip()
        if target and text:
            links.append(Link.model_construct(text=text, target=target))

    def side_text(
        self,
        kind: SideKind,
        pos: int,
        anchor: Locator | None = None,
        label: str | None = None,
        author: str | None = None,
        created: str | None = None,
    ) -> int:
        """Read the paragraph list at `pos` as text beside the body."""
        locator = self.flow.next_object(kind.value)
        characters, images, outer = self.characters, self.images, self.note_label
        self.note_label = "" if label is not None else None
        blocks, pos = self.blocks_at(pos, locator)
        printed = self.note_label or label
        if blocks:
            side = SideText.model_construct(
                kind=kind, locator=locator, blocks=blocks, anchor=anchor, label=printed, author=author, created=created
            )
            self.reading.put_apart(side, self.characters - characters, self.images - images)
        self.characters, self.images, self.note_label = characters, images, outer
        return pos

    def _stray(self, pos: int) -> int:
        """Step over a record that stands under a paragraph or section itself.

        A list there is a memo when MEMO_LIST came before it, a master page otherwise.
        """
        tag, _, start, end = record_at(self.data, pos)
        if tag == Tag.MEMO_LIST:
            (self._memo,) = u32(self.data, start)
        if tag != Tag.LIST_HEADER:
            return end
        if self._memo is None:
            return self.side_text(SideKind.MASTER_PAGE, end)
        mark = self.memos.get(self._memo, MemoMark(None, None, None))
        return self.side_text(SideKind.MEMO, end, mark.anchor, author=mark.author, created=mark.created)

    def _check(self, pos: int) -> None:
        self._checked = pos + _CHECK_EVERY
        self.reading.budget.tick()
