"""Text beside the body, and the fields of the text: notes, page headers, comments, memos, links."""

from __future__ import annotations

from typing import ClassVar

from hwpextract.document import SideKind, SideText
from hwpextract.node import build
from hwpextract.readers.guides import guide_of
from hwpextract.readers.hwpx.frames import Frame
from hwpextract.readers.hwpx.markup import attributes
from hwpextract.readers.hwpx.objects import note_label
from hwpextract.readers.links import target_of
from hwpextract.readers.signatures import signature


class SideFrame(Frame):
    """A list of paragraphs that is kept apart."""

    __slots__ = ("anchor", "locator")
    kind: ClassVar[SideKind]

    def open(self) -> None:
        """Begin the paragraphs of the side text."""
        body = self.body
        self.anchor = body.paragraph.locator if body.paragraph else None
        self.locator = body.root.next_object(self.kind.value)
        body.begin_list(self.locator)

    def close(self) -> None:
        """Hand the side text over, and count it apart."""
        body = self.body
        blocks = body.end_list()
        if not blocks:
            return
        author, created = self.signature()
        side = build(
            SideText,
            kind=self.kind,
            locator=self.locator,
            blocks=blocks,
            anchor=self.anchor,
            label=self.printed_label(),
            author=author,
            created=created,
        )
        body.reading.put_apart(side)

    def printed_label(self) -> str | None:
        """Mark of the side text in the body."""
        return None

    def signature(self) -> tuple[str | None, str | None]:
        """Author and time, where they are known."""
        return None, None


class HeaderFrame(SideFrame):
    """`header`."""

    __slots__ = ()
    kind = SideKind.HEADER


class FooterFrame(SideFrame):
    """`footer`."""

    __slots__ = ()
    kind = SideKind.FOOTER


class HiddenCommentFrame(SideFrame):
    """`hiddenComment`."""

    __slots__ = ()
    kind = SideKind.HIDDEN_COMMENT


class FootnoteFrame(SideFrame):
    """`footNote`; `label` is the automatic number at the start of its text."""

    __slots__ = ("label",)
    kind = SideKind.FOOTNOTE

    def open(self) -> None:
        """Begin without label."""
        super().open()
        self.label: str | None = None

    def printed_label(self) -> str | None:
        """The number that was taken out of the text, else one made from the note's own attributes."""
        return self.label or note_label(attributes(self.raw))


class EndnoteFrame(FootnoteFrame):
    """`endNote`."""

    __slots__ = ()
    kind = SideKind.ENDNOTE


class IndexFrame(Frame):
    """`indexmark`: keywords under which the index of the document names this place."""

    __slots__ = ("keys",)

    def open(self) -> None:
        """Begin without keywords."""
        self.keys: list[str] = []

    def close(self) -> None:
        """Put the keywords apart."""
        anchor = self.body.paragraph.locator if self.body.paragraph else None
        self.body.put_lines(SideKind.INDEX_MARK, self.body.reading.clean("\n".join(self.keys)), anchor)


class FieldFrame(Frame):
    """`fieldBegin` and its parameters; the text it covers stands behind it, up to `fieldEnd`."""

    __slots__ = ("params",)

    def open(self) -> None:
        """Begin without parameters."""
        self.params: dict[str, str] = {}

    def close(self) -> None:
        """Begin the text of the field, which is a link if it leads somewhere, or a guide if nobody has written there."""
        kind, command = self.attribute("type"), self.params.get("Command", "")
        target = target_of(command) if kind == "HYPERLINK" else None
        unfilled = kind == "CLICK_HERE" and self.attribute("dirty") != "1"
        self.body.begin_field(self.attribute("id"), target, guide_of(command) if unfilled else None)


class MemoFrame(SideFrame):
    """`fieldBegin` of a memo, which holds the memo itself."""

    __slots__ = ("params",)
    kind = SideKind.MEMO

    def open(self) -> None:
        """Begin without parameters."""
        super().open()
        self.params: dict[str, str] = {}

    def signature(self) -> tuple[str | None, str | None]:
        """Author and time from the command; from the other parameters where it does not tell.

        CreateDateTime is local time under the mark of UTC.
        """
        author, created = signature(self.params.get("Command", ""))
        local = self.params.get("CreateDateTime", "").removesuffix("Z")
        return author or self.params.get("Author") or None, created or local or None
