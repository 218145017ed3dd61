"""BodyText: the records of one section as blocks.

A section is read by recursive descent: every function takes the position of a record and returns the position behind what it has
read.
"""

from __future__ import annotations

from typing import Final

from hwpextract.characters import normalise
from hwpextract.document import Block, Link, SideKind, SideText
from hwpextract.node import Locator, build
from hwpextract.readers.flow import Flow, visible
from hwpextract.readers.guides import is_guide
from hwpextract.readers.hwp5.control import Control
from hwpextract.readers.hwp5.controls import handler_for
from hwpextract.readers.hwp5.fields import MemoMark
from hwpextract.readers.hwp5.reading import Reading
from hwpextract.readers.hwp5.records import (
    TAG,
    TAG_AND_LEVEL,
    CtrlId,
    Tag,
    ctrl_id,
    paragraph_header,
    u32,
)
from hwpextract.readers.hwp5.text import Pieces, plain_text, split
from hwpextract.readers.hwp5.unseen import Unseen
from hwpextract.readers.hwp5.walk import RecordWalk

_PARA_HEADER: Final = int(Tag.PARA_HEADER)
_CTRL_HEADER: Final = int(Tag.CTRL_HEADER)
# Section definition: id of the numbering of its outline.
_OUTLINE: Final = slice(18, 20)
_NONE: Final[tuple[Control, ...]] = ()


class Section(RecordWalk):
    """One section while it is read."""

    def __init__(self, data: bytes, locator: Locator, reading: Reading) -> None:
        super().__init__(data, reading.budget)
        self.reading = reading
        self.flow = Flow(locator)
        self.characters = 0
        self.records = 0
        self.blank = 0
        self.cells = 0
        self.images = 0
        self.open_fields = _NONE
        # Inside a note: its printed number once that has been met, empty before.
        self.note_label: str | None = None
        self.memos: dict[int, MemoMark] = {}
        self._memo: int | None = None
        self._depth = 0
        self.headings = reading.docinfo.headings
        self.styles = reading.docinfo.style_names
        self.unseen = Unseen(self.data, reading.docinfo.grounds)
        self.white = self.unseen.shapes

    def read(self) -> list[Block]:
        """Blocks of the body; side texts go to the reading."""
        self._choose_outline()
        pos = 0
        while pos < self.size:
            after = self.paragraphs(pos, self.flow)
            pos = after if after > pos else self._stray(pos)
        self.truncated = self.truncated or pos > self.size
        self.spend_records()
        self.count(self.flow)
        self.reading.met.update(characters=self.characters, records=self.records, cells=self.cells, images=self.images)
        self.reading.dropped["records"]["blank"] += self.blank
        return self.flow.blocks

    def _choose_outline(self) -> None:
        """Take the numbering of the outline from the section definition, a control of the first paragraph, which itself may count."""
        _, _, _, pos = self.at(0)
        tag = _CTRL_HEADER
        while _PARA_HEADER < tag <= _CTRL_HEADER:
            tag, _, start, pos = self.at(pos)
            if tag == _CTRL_HEADER and ctrl_id(self.data[start:pos], 0) == CtrlId.SECTION:
                self.reading.heads.outline = int.from_bytes(self.data[start:pos][_OUTLINE], "little")
                return

    def blocks_at(self, pos: int, locator: Locator) -> tuple[tuple[Block, ...], int]:
        """Read the paragraph list at `pos`, which lies behind its LIST_HEADER."""
        flow = Flow(locator)
        pos = self.paragraphs(pos, flow)
        self.count(flow)
        return tuple(flow.blocks), pos

    def count(self, flow: Flow) -> None:
        """Count the paragraphs of a list that has ended."""
        self.records += flow.paragraphs
        self.blank += flow.blank

    def paragraphs(self, pos: int, flow: Flow) -> int:
        """Read paragraphs of one level into `flow`."""
        data = self.data
        head, controls, shape, style = paragraph_header(data, pos)
        if head & TAG != _PARA_HEADER:
            return pos
        own = head & TAG_AND_LEVEL
        self.open_fields = _NONE
        while head & TAG_AND_LEVEL == own:
            self.count_records(1)
            raw, letters, pos, head = self.text_at(pos, head)
            rich = controls or letters or self.headings[shape] or self.open_fields or head >> 10 & TAG > own >> 10
            text = None if rich else plain_text(raw)
            if text is None:
                pos = self._rich(pos, own >> 10, raw, flow, shape, style, letters)
            elif flow.add_plain(text, self.styles[style]):
                self.characters += len(text) - text.count(" ")  # the only white space in it
            head, controls, shape, style = paragraph_header(data, pos)
        return pos

    def _rich(self, pos: int, level: int, raw: bytes, flow: Flow, shape: int, style: int, letters: bytes) -> int:
        """Read the rest of a paragraph that has more than plain text: a head, control characters, controls, links."""
        locator = flow.next_paragraph()
        if letters:
            raw, text = self.unseen.part(raw, letters, shape, flow.locator)
            self.put_lines(SideKind.HIDDEN, text, locator)
        heading = self.headings[shape]
        # It counts before the paragraphs inside of it.
        head = self.reading.clean_head(self.reading.heads.next(heading)) if heading else None
        pieces = split(raw)
        controls: list[Control] = []
        if u32(self.data, pos)[0] >> 10 & TAG > level:
            controls, pos = self._controls(pos, level, pieces, flow, locator)
        links = self._links(pieces, controls) if controls or pieces.field_ends or self.open_fields else ()
        before, after = _objects(pieces.texts, controls) if controls else ((), ())
        text = self.reading.clean("".join(pieces.texts))
        outline = heading.outline_level if heading else None
        self.characters += flow.add(
            text, locator, before, after, head=head, level=outline, style=self.styles[style], links=links
        )
        return pos

    def _controls(
        self, pos: int, level: int, pieces: Pieces, flow: Flow, locator: Locator
    ) -> tuple[list[Control], int]:
        """Read the controls of a paragraph, and return those that leave more than text.

        The n-th one belongs to the n-th extended control character.
        """
        texts = pieces.texts
        anchors = iter(pieces.anchors)
        controls: list[Control] = []
        fields = self.open_fields
        self._depth += 1
        self.budget.descend(self._depth)
        while (record := self.at(pos))[1] > level:
            tag, depth, start, end = record
            if tag != _CTRL_HEADER:
                pos = self._stray(pos)
                continue
            place, written_id = next(anchors, (len(texts), 0))
            if place == len(texts):
                texts.append("")
            payload = self.data[start:end]
            found = ctrl_id(payload, written_id)
            read = handler_for(found)
            if read is None:
                pos = end
                continue
            control = Control(found, depth, payload, flow, locator, place)
            pos = read(self, control, end)
            texts[place] = control.text
            if control.blocks or control.is_field:
                controls.append(control)
        self._depth -= 1
        # The lists inside have had fields of their own.
        self.open_fields = fields
        return controls, pos

    def _links(self, pieces: Pieces, controls: list[Control]) -> tuple[Link, ...]:
        """Links of a paragraph; a field that is still open goes on in the next paragraph of the list."""
        begun = {control.place: control for control in controls if control.is_field}
        if not begun and not self.open_fields:
            return ()
        texts = pieces.texts
        links: list[Link] = []
        opened = [(field, 0) for field in self.open_fields]
        for place in sorted([*begun, *pieces.field_ends]):
            if place in begun:
                opened.append((begun[place], place))
                # Of fields that never end, each would give every paragraph behind it one more link.
                del opened[: -self.budget.limits.max_depth]
            elif opened:
                self._close(links, texts, *opened.pop(), place)
        for field, start in opened:
            self._close(links, texts, field, start, len(texts))
        self.open_fields = tuple(field for field, _ in opened)
        return tuple(links)

    def _close(self, links: list[Link], texts: list[str], field: Control, start: int, end: int) -> None:
        """Make a link of the words that a field covers, or put them apart when they only ask to be replaced."""
        text = normalise("".join(texts[start:end]))
        if field.target and text.strip():
            links.append(build(Link, text=text.strip(), target=field.target))
        elif field.guide and is_guide(text, field.guide):
            texts[start:end] = [""] * (end - start)
            self.put_lines(SideKind.HIDDEN, text, field.paragraph)

    def put_lines(self, kind: SideKind, text: str, anchor: Locator) -> None:
        """Put lines of text apart."""
        self.reading.put_lines(kind, self.flow.next_object(kind.value), self.reading.clean(text), anchor)

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
        outer = self.note_label
        self.note_label = "" if label is not None else None
        blocks, pos = self.blocks_at(pos, locator)
        self.unseen.has_master_pages |= kind is SideKind.MASTER_PAGE and bool(blocks)
        printed = self.note_label or label
        if blocks:
            side = build(
                SideText,
                kind=kind,
                locator=locator,
                blocks=blocks,
                anchor=anchor,
                label=printed,
                author=author,
                created=created,
            )
            self.reading.put_apart(side)
        self.note_label = outer
        return pos

    def pass_over(self, tag: int, start: int, end: int) -> None:
        """Count the text of a record that nothing here reads: its paragraph header is lost."""
        if tag != Tag.PARA_TEXT:
            return
        characters = visible("".join(split(self.data[start:end]).texts))
        self.characters += characters
        self.reading.dropped["characters"]["unreadable"] += characters

    def _stray(self, pos: int) -> int:
        """Step over a record that stands under a paragraph or section itself.

        A list there is a memo when MEMO_LIST came before it, a master page otherwise.
        """
        tag, _, start, end = self.at(pos)
        if tag == Tag.MEMO_LIST:
            (self._memo,) = u32(self.data, start)
        self.pass_over(tag, start, end)
        if tag != Tag.LIST_HEADER:
            return end
        if self._memo is None:
            # The section definition, where the others stand, belongs to the first paragraph.
            return self.side_text(SideKind.MASTER_PAGE, end, f"{self.flow.locator}/p0")
        mark = self.memos.get(self._memo)
        anchor, (author, created) = mark or (None, (None, None))
        return self.side_text(SideKind.MEMO, end, anchor, author=author, created=created)


def _objects(texts: list[str], controls: list[Control]) -> tuple[list[Block], list[Block]]:
    """Objects of a paragraph before and after it: those ahead of its first visible character go before it."""
    visible = next((place for place, text in enumerate(texts) if text and not text.isspace()), len(texts))
    before = [block for control in controls if control.place < visible for block in control.blocks]
    after = [block for control in controls if control.place >= visible for block in control.blocks]
    return before, after
