"""The structure tree of tagged files (ISO 32000-1, 14.7 and 14.8): which paragraph, heading or cell each marked text belongs to.

Word and Chromium write it well, others tag each line by itself or a page as one. So the tree is asked for what places on the page do
not tell, where a paragraph ends, what is a heading, the grid of a table, and only when it accounts for all visible text; the reading
order stays that of the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hwpextract.readers.pdf.content.runs import Run
from hwpextract.readers.pdf.file.lexer import Ref
from hwpextract.readers.pdf.file.objects import Objects
from hwpextract.readers.pdf.layout.pages import Page

ARTIFACT = -1
"""Mark of what the writer says is no content: running heads, page numbers."""
_PARAGRAPHS = frozenset(
    {"P", "H", "Title", "Caption", "TOCI", "Note", "FENote", "BlockQuote", "Code", "Formula", "BibEntry"}
)
_LEVELS = {"Title": 1, "H": 1, **{f"H{level}": level for level in range(1, 7)}}
_CELLS = frozenset({"TH", "TD"})
_MOST_DEPTH = 64
_MOST_SPAN = 1000
_EDGE = 0.12
"""Artifacts with text stand in this share of the page at its top and foot; elsewhere the tree hides content."""
_MOST_LINES = 80
"""A paragraph of more lines is a page tagged as one."""
_FEW_LINES = 12
"""So many paragraphs of one line each and none of two: each line is tagged by itself."""


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a table: which table, and its place and extent in the grid."""

    table: int
    row: int
    col: int
    row_span: int
    col_span: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where marked text stands in the tree: its paragraph, the level of a heading, the cells around it from the outside.

    `spoken` is the element whose ActualText takes the place of all that is marked in it (14.9.4).
    """

    block: int = 0
    level: int | None = None
    cells: tuple[CellPlace, ...] = ()
    spoken: int | None = None


@dataclass(slots=True)
class Structure:
    """What the tree says of each piece of marked content, by page number and mark.

    Of each block it says the level, of each figure what it shows, of elements with text of their own that text.
    """

    places: dict[tuple[int, int], Place] = field(default_factory=dict)
    cells: dict[int, list[CellPlace]] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    descriptions: dict[int, str] = field(default_factory=dict)
    spoken: dict[int, str] = field(default_factory=dict)
    doubled: bool = False
    _around: dict[int, tuple[CellPlace, ...]] = field(default_factory=dict)

    def is_sound(self, pages: Sequence[Page]) -> bool:
        """Whether every visible text of the pages stands in the tree once, in paragraphs that look like some."""
        if self.doubled or not self.places:
            return False
        heights: dict[int, set[int]] = {}
        for page in pages:
            for run in page.content.runs:
                if not run.text.strip():
                    continue
                place = self.places.get((page.number, run.mark)) if run.mark is not None else None
                if place is None and not (run.mark == ARTIFACT and _at_edge(run, page)):
                    return False
                if place is not None:
                    heights.setdefault(place.block, set()).add(round(run.y / 4) + 10_000 * page.number)
        lines = Counter(map(len, heights.values()))
        by_line = lines[1] > _FEW_LINES and len(lines) == 1
        return not by_line and max(lines, default=0) <= _MOST_LINES

    def apply(self, pages: Sequence[Page]) -> None:
        """Put the paragraph of the tree in the place of each mark, and text of its own where it has some; artifacts stay artifacts."""
        self._around = {place.block: place.cells for place in self.places.values()}
        for page in pages:
            content = page.content
            if self.spoken:
                self._speak(page)
            content.runs = [run._replace(mark=self._block_of(page.number, run.mark)) for run in content.runs]
            content.images = [(*image[:-1], self._block_of(page.number, image[-1])) for image in content.images]

    def _speak(self, page: Page) -> None:
        """Put text of the tree in the place of the first run that it stands for, and take the others out."""
        content = page.content
        kept: list[Run] = []
        for run in content.runs:
            place = self.places.get((page.number, run.mark)) if run.mark is not None else None
            if place is None or place.spoken is None:
                kept.append(run)
                continue
            text = self.spoken.pop(place.spoken, None)
            if text is not None:
                kept.append(run._replace(text=text))
            elif kept and kept[-1].y == run.y:
                kept[-1] = kept[-1]._replace(x1=run.x1)
        content.runs = kept

    def cells_around(self, block: int | None) -> tuple[CellPlace, ...]:
        """The cells around a paragraph, from the outside."""
        return self._around.get(block, ()) if block is not None else ()

    def _block_of(self, page: int, mark: int | None) -> int | None:
        place = self.places.get((page, mark)) if mark is not None else None
        return place.block if place else ARTIFACT if mark == ARTIFACT and self.places else None


def _at_edge(run: Run, page: Page) -> bool:
    return run.y < _EDGE * page.height or run.y > (1 - _EDGE) * page.height


def read_structure(objects: Objects, pages: Sequence[Page]) -> Structure | None:
    """Read the tree of a tagged file and put its paragraphs in the place of all marks.

    None when there is no tree, or when it does not account for the text of the pages; then no mark is left.
    """
    if all(run.mark is None for page in pages for run in page.content.runs):
        return None
    root = objects.dictionary(objects.catalogue.get("StructTreeRoot"))
    reader = _TreeReader(objects, objects.dictionary(root.get("RoleMap")), {page.object: page.number for page in pages})
    reader.children(root, None, Place(), 0)
    structure = reader.structure if reader.structure.is_sound(pages) else Structure()
    structure.apply(pages)
    return structure if structure.places else None


class _TreeReader:
    """One walk over the tree; each element is visited once, however often it is named."""

    def __init__(self, objects: Objects, roles: dict[str, Any], numbers: dict[int, int]) -> None:
        self.structure = Structure()
        self._objects = objects
        self._roles = roles
        self._numbers = numbers
        self._seen: set[int] = set()
        self._count = 0

    def children(self, element: dict[str, Any], page: int | None, place: Place, depth: int) -> None:
        """Walk what is inside an element; `page` is the page its marks are on unless they say otherwise."""
        page = self._page(element, page)
        for value, kid in self._kids(element, depth):
            if isinstance(kid, int):
                self._mark(page, kid, place)
            elif "MCID" in kid:
                # Marks of form XObjects count by themselves; no writer of releases uses them.
                self.structure.doubled |= "Stm" in kid
                self._mark(self._page(kid, page), self._objects.get(kid["MCID"]), place)
            elif "S" in kid and not isinstance(self._objects.get(value), int):
                self._element(kid, page, place, depth + 1)

    def _element(self, element: dict[str, Any], page: int | None, place: Place, depth: int) -> None:
        kind = self._kind(element)
        text = self._objects.text(element.get("ActualText"))
        if place.spoken is None and text and not text.isspace():  # a blank one would make letters disappear
            number = self._next()
            place = replace(place, spoken=number)
            self.structure.spoken[number] = text
        if kind == "Figure":
            place = replace(place, block=self._next(), level=None)
            if text := self._objects.text(element.get("Alt")):
                self.structure.descriptions[place.block] = text
        if kind == "Table":
            self._table(element, self._page(element, page), place, depth)
            return
        if kind in _PARAGRAPHS or kind in _LEVELS or kind == "LI":
            place = replace(place, block=self._next(), level=_LEVELS.get(kind))
            if place.level:
                self.structure.levels[place.block] = place.level
        elif kind in ("Div", "Sect", "Part", "Art"):
            place = replace(place, block=self._next(), level=None)
        self.children(element, page, place, depth)

    def _table(self, element: dict[str, Any], page: int | None, place: Place, depth: int) -> None:
        """Number the cells of a table by rows, each in the first free column (14.8.5.7)."""
        table = self._next()
        taken: set[tuple[int, int]] = set()
        cells = self.structure.cells[table] = []
        for row, (tr, row_page, row_depth) in enumerate(self._rows(element, page, place, depth)):
            col = 0
            for _, kid in self._kids(tr, row_depth):
                if isinstance(kid, int) or self._kind(kid) not in _CELLS:
                    continue
                while (row, col) in taken:
                    col += 1
                row_span, col_span = self._spans(kid)
                self._objects.budget.spend("max_cells", row_span * col_span)
                taken.update((row + down, col + right) for down in range(row_span) for right in range(col_span))
                cell = CellPlace(table, row, col, row_span, col_span)
                cells.append(cell)
                inner = Place(self._next(), None, (*place.cells, cell))
                self.children(kid, self._page(tr, row_page), inner, row_depth + 1)

    def _rows(
        self, element: dict[str, Any], page: int | None, place: Place, depth: int
    ) -> Iterator[tuple[dict[str, Any], int | None, int]]:
        """Rows of a table, also those in its head, body and foot; its caption is walked like any other element."""
        for _, kid in self._kids(element, depth):
            if isinstance(kid, int):
                continue
            kind = self._kind(kid)
            if kind == "TR":
                yield kid, self._page(element, page), depth + 1
            elif kind in ("THead", "TBody", "TFoot"):
                yield from self._rows(kid, self._page(element, page), place, depth + 1)
            elif "S" in kid:
                self._element(kid, self._page(element, page), place, depth + 1)

    def _kids(self, element: dict[str, Any], depth: int) -> Iterator[tuple[Any, Any]]:
        """Marks (int) and elements of an element, each reference once."""
        if depth > _MOST_DEPTH:
            self.structure.doubled = True
            return
        for value in self._objects.array(element.get("K")):
            if isinstance(value, Ref):
                if int(value) in self._seen:
                    self.structure.doubled = True
                    continue
                self._seen.add(int(value))
            kid = self._objects.get(value)
            if isinstance(kid, dict) or (isinstance(kid, int) and not isinstance(kid, bool)):
                yield value, kid

    def _mark(self, page: int | None, mark: Any, place: Place) -> None:
        if page is None or not isinstance(mark, int):
            return
        self.structure.doubled |= (page, mark) in self.structure.places
        self.structure.places[page, mark] = place

    def _spans(self, element: dict[str, Any]) -> tuple[int, int]:
        attributes = [self._objects.dictionary(item) for item in self._objects.array(element.get("A"))]
        row_span, col_span = (
            next((int(self._objects.number(found[key], 1)) for found in attributes if key in found), 1)
            for key in ("RowSpan", "ColSpan")
        )
        return max(1, min(_MOST_SPAN, row_span)), max(1, min(_MOST_SPAN, col_span))

    def _kind(self, element: dict[str, Any]) -> str:
        kind = str(self._objects.get(element.get("S")))
        for _ in range(8):
            role = self._objects.get(self._roles.get(kind))
            if not isinstance(role, str) or role == kind:
                break
            kind = role
        return kind

    def _page(self, element: dict[str, Any], page: int | None) -> int | None:
        own = element.get("Pg")
        return self._numbers.get(int(own)) if isinstance(own, Ref) else page

    def _next(self) -> int:
        self._count += 1
        return self._count
