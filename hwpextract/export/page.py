"""A press release or a document as one page that needs nothing else: no script, no network, pictures inside.

Beside the document stand the fields of the release; each leads to the place it was read from, which lights up (`:target`).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from hwpextract.account import Tally
from hwpextract.document import Block, Document, Image, Paragraph, SideKind, SideText, Table, paragraphs_of, walk
from hwpextract.errors import HwpExtractError
from hwpextract.export.controls import printable
from hwpextract.export.explain import fields_of
from hwpextract.export.grid import is_frame
from hwpextract.export.html import HtmlWriter, attribute
from hwpextract.export.notes import by_anchor, notes_of
from hwpextract.export.release import refuse_other
from hwpextract.node import Locator

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

    from hwpextract.press.model import Evidence, PressRelease

_LABELS: Final = {
    "masthead": "표제",
    "kind": "종류",
    "title": "제목",
    "subtitles": "부제목",
    "agency": "기관",
    "departments": "담당 부서",
    "contacts": "담당자",
    "release_times": "보도시점",
    "distributed": "배포",
    "paragraphs": "본문",
    "annexes": "붙임",
}
"""What newsrooms call the fields; others are shown under their names."""

_SIDE_LABELS: Final = {
    SideKind.HEADER: "머리말",
    SideKind.FOOTER: "꼬리말",
    SideKind.FOOTNOTE: "각주",
    SideKind.ENDNOTE: "미주",
    SideKind.MEMO: "메모",
    SideKind.HIDDEN_COMMENT: "숨은 설명",
    SideKind.MASTER_PAGE: "바탕쪽",
    SideKind.DELETED: "삭제된 글",
    SideKind.PAGE_NUMBER: "쪽 번호",
    SideKind.HIDDEN: "숨은 글",
}

_TALLY_LABELS: Final = {
    "characters": "글자",
    "records": "문단",
    "cells": "칸",
    "images": "그림",
    "pages": "쪽",
    "glyphs": "글리프",
}

_REASON_LABELS: Final = {
    "blank": "빈 것",
    "repeated": "되풀이",
    "joined": "이어짐",
    "deleted": "삭제됨",
    "inserted": "삽입됨",
    "label": "주석 표시",
    "unreadable": "읽지 못함",
    "unsupported": "지원하지 않음",
    "scanned": "그림으로 된 쪽",
    "outlined": "도형으로 된 글",
    "lost": "잃음",
}
"""The reasons of docs/guarantees.md for what is not given."""

# What browsers show in an `img`; SVG is left out, it is a document of its own.
_SHOWN: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp"})
_MOST_INLINE: Final = 32 << 20


class _Field(NamedTuple):
    """A row of the fields: its values, where it was read (`target` is the id of that place)."""

    name: str
    label: str
    values: list[str]
    evidence: Evidence | None
    target: str | None


class _Note(NamedTuple):
    """A text kept apart: what it is, its mark, who wrote it, and its content."""

    label: str
    by: str
    content: Markup


def to_html(source: PressRelease | Document) -> str:
    """A page that shows a press release, its fields beside the document they were read from, or a document alone.

    The page is complete in itself: pictures are inside (PNG, JPEG, GIF, BMP, WebP; together up to 32 MiB), it loads nothing and
    runs no script, which its content security policy also says. Text never becomes markup. Warnings and coverage stand on top,
    notes and other text kept apart at the end.
    """
    from markupsafe import Markup

    refuse_other(source)
    document, release = (source, None) if isinstance(source, Document) else (source.document, source)
    places = _Places(document, release)
    notes = by_anchor(notes_of(document))
    writer = HtmlWriter(
        lambda paragraph: "".join(note.mark for note in notes.get(paragraph.locator, ())),
        places.attributes,
        _Pictures(document).element,
        top=1,
    )
    warnings = release.warnings if release else document.warnings
    coverage = document.coverage
    return _template().render(
        document=document,
        release=release,
        title=_title(document, release),
        fields=list(_fields(release, places)) if release else [],
        warnings=warnings,
        tallies=[
            (_TALLY_LABELS.get(name, name), tally)
            for name in type(coverage).model_fields
            if isinstance(tally := getattr(coverage, name), Tally) and tally.met
        ],
        reasons=_REASON_LABELS,
        body=Markup(writer.blocks(document.blocks)),  # noqa: S704 - HtmlWriter has escaped every text
        sides=[_side(side, writer) for side in document.side if printable(side.text).strip()],
    )


def _fields(release: PressRelease, places: _Places) -> Iterator[_Field]:
    for name, values in fields_of(release):
        entry = release.evidence.get(name)
        if values:
            target = places.id_of(entry.locator) if entry else None
            yield _Field(name, _LABELS.get(name, name), [_one_line(value) for value in values], entry, target)


def _side(side: SideText, writer: HtmlWriter) -> _Note:
    from markupsafe import Markup

    label = " ".join(filter(None, (_SIDE_LABELS.get(side.kind, side.kind.value), side.label)))
    by = " ".join(filter(None, (side.author, side.created)))
    return _Note(label, by, Markup(writer.blocks(side.blocks)))  # noqa: S704 - HtmlWriter has escaped every text


def _title(document: Document, release: PressRelease | None) -> str:
    """The headline; without one the name of the file, or how the document begins. Metadata come last: they are often a template's."""
    if release and (title := release.title or release.source.filename):
        return _one_line(title)
    lines = (_one_line(paragraph.text) for paragraph in paragraphs_of(document.blocks))
    return next(filter(None, lines), _one_line(document.metadata.title or "") or "hwpextract")


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


class _Places:
    """The places that fields were read from: their ids on the page, and the marks of the elements there."""

    def __init__(self, document: Document, release: PressRelease | None) -> None:
        self._elements = dict(_elements(document))
        self._fields: dict[Locator, list[str]] = {}
        if release:
            for name, entry in release.evidence.items():
                place = self._element(entry.locator)
                if place and name in _LABELS:
                    self._fields.setdefault(place, []).append(_LABELS[name])
        self._numbers = {place: number for number, place in enumerate(self._fields, 1)}
        self._story = {paragraph.locator for paragraph in release.paragraphs} if release else set()

    def id_of(self, locator: Locator | None) -> str | None:
        """Id of the element that shows a place; None when the page has none."""
        place = self._element(locator)
        return f"e{self._numbers[place]}" if place in self._numbers else None

    def attributes(self, locator: Locator) -> str:
        """Id and class of the element at a place."""
        if locator in self._numbers:
            names = attribute(", ".join(self._fields[locator]))
            return f' id="e{self._numbers[locator]}" class="evidence" title="{names}"'
        return ' class="story"' if locator in self._story else ""

    def _element(self, locator: Locator | None) -> Locator | None:
        """The place of the innermost element around a place."""
        while locator and locator not in self._elements:
            locator = locator.rpartition("/")[0]
        return self._elements[locator] if locator else None


def _elements(document: Document) -> Iterator[tuple[Locator, Locator]]:
    """Places of the document, each with that of the element which shows it: a cell with one paragraph shows both."""
    stories: list[Iterable[Block]] = [document.blocks, *(side.blocks for side in document.side)]
    alone: dict[Locator, Locator] = {}
    for story in stories:
        for block in walk(story):
            yield block.locator, alone.get(block.locator, block.locator)
            if not isinstance(block, Table) or is_frame(block):
                continue
            for cell in block.cells:
                place, row = block.cell_locator(cell), f"{block.locator}/r{cell.row}"
                yield place, place
                yield row, row
                if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):
                    alone[cell.blocks[0].locator] = place


class _Pictures:
    """Pictures as elements that hold them; those no browser shows, and more than is sensible, by name."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._left = _MOST_INLINE

    def element(self, image: Image) -> str:
        """The element that shows a picture."""
        data = self._bytes(image)
        if data is None:
            words = image.alt or image.original_name or image.name or ""
            return f'<span class="picture">[그림] {attribute(words)}</span>'
        self._left -= len(data)
        encoded = b64encode(data).decode("ascii")
        return f'<img src="data:{image.media_type};base64,{encoded}" alt="{attribute(image.alt)}">'

    def _bytes(self, image: Image) -> bytes | None:
        if image.media_type not in _SHOWN:
            return None
        try:
            data = self._document.image_bytes(image)
        except (LookupError, HwpExtractError):
            return None
        return data if 0 < len(data) <= self._left else None


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("hwpextract.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")
