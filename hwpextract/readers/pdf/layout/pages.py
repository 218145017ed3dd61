"""Pages of a document: the page tree, the boxes and the content of each page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget
from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.geometry import FAR, BoxTuple, page_matrix
from hwpextract.readers.pdf.content.interpreter import Interpreter
from hwpextract.readers.pdf.content.runs import OBLIQUE, PageContent
from hwpextract.readers.pdf.file.filters import FilterError
from hwpextract.readers.pdf.file.lexer import Ref
from hwpextract.readers.pdf.file.objects import Objects
from hwpextract.readers.pdf.layout.cells import clip_grids, clips_cells

NUMBER = " number"
"""Key of a page's dictionary under which the number of its object is kept."""
_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
_DOCUMENT_LIMITS = ("limit_seconds", "limit_operators", "limit_inflated")
"""Budgets of the whole document; any other limit ends the page alone."""
_A4: BoxTuple = (0.0, 0.0, 595.0, 842.0)


def page_dictionaries(objects: Objects, budget: Budget) -> Iterator[dict[str, Any]]:
    """Every page once, in order, with what it inherits; what /Count says is not believed.

    Raises:
        LimitExceededError: more pages than allowed.
    """
    seen: set[int] = set()
    stack: list[tuple[Any, dict[str, Any]]] = [(objects.catalogue.get("Pages"), {})]
    while stack:
        value, inherited = stack.pop()
        if isinstance(value, Ref):
            if int(value) in seen:
                continue
            seen.add(int(value))
        node = objects.dictionary(value)
        known = {**inherited, **{key: node[key] for key in _INHERITED if key in node}}
        if "Kids" in node:
            stack += [(kid, known) for kid in reversed(objects.array(node["Kids"]))]
        elif node:
            budget.spend("max_pages")
            yield {**node, **known, NUMBER: int(value) if isinstance(value, Ref) else 0}


class Page:
    """One page: its size as shown, its content, the grids of its clips, what went wrong, and the budget it is read within."""

    __slots__ = (
        "broken",
        "clips_cells",
        "content",
        "grids",
        "height",
        "number",
        "object",
        "recovered",
        "spend",
        "tick",
        "width",
    )

    def __init__(
        self,
        number: int,
        width: float,
        height: float,
        content: PageContent,
        broken: str | None,
        budget: Budget,
    ) -> None:
        self.number = number
        self.width = width
        self.height = height
        self.content = content
        self.broken = broken
        self.recovered: str | None = None
        self.object = 0
        self.tick = budget.tick
        self.spend = budget.spend
        self.find_cells()

    def find_cells(self) -> None:
        """Look at the clips: which grids they make, and whether they are those of cells."""
        self.grids = clip_grids(self.content, self.width, self.height, self.spend)
        self.clips_cells = clips_cells(self.content, self.grids)


def read_page(
    objects: Objects,
    budget: Budget,
    page: dict[str, Any],
    number: int,
    fonts: dict[Any, Font],
    hidden_layers: frozenset[int],
) -> Page:
    """Interpret one page; damage ends the page, not the document, and what was read before it stays."""
    media = _box(objects, page.get("CropBox")) or _box(objects, page.get("MediaBox")) or _A4
    rotate = int(objects.number(page.get("Rotate"))) // 90 * 90
    interpreter, broken = _interpret(objects, budget, page, media, rotate, fonts, hidden_layers)
    turns = _main_tilt(interpreter.page)
    if turns:
        rotate -= 90 * turns
        interpreter, broken = _interpret(objects, budget, page, media, rotate, fonts, hidden_layers)
    width, height = media[2] - media[0], media[3] - media[1]
    if rotate % 180:
        width, height = height, width
    read = Page(number, width, height, interpreter.page, broken, budget)
    read.object = page.get(NUMBER, 0)
    if read.clips_cells:
        interpreter.page.strokes.clear()  # no table of such a document is made of lines
    else:
        read.broken = _bounded(interpreter, interpreter.draw_strokes) or broken
    return read


def _interpret(
    objects: Objects,
    budget: Budget,
    page: dict[str, Any],
    media: BoxTuple,
    rotate: int,
    fonts: dict[Any, Font],
    hidden_layers: frozenset[int],
) -> tuple[Interpreter, str | None]:
    interpreter = Interpreter(objects, budget, page_matrix(media, rotate), fonts, hidden_layers)

    def run() -> None:
        interpreter.run(_content(objects, page), objects.dictionary(page.get("Resources")))

    return interpreter, _bounded(interpreter, run)


def _bounded(interpreter: Interpreter, task: Callable[[], None]) -> str | None:
    """Run a task of a page; gives what stopped it unless that ends the document."""
    try:
        task()
    except FilterError as error:
        return str(error)
    except LimitExceededError as error:
        if error.code in _DOCUMENT_LIMITS:
            raise
        interpreter.page.limited = True
        return error.message
    return None


def _main_tilt(content: PageContent) -> int:
    """Quarter turns of most of the text: a page that was meant to be read turned."""
    if not content.runs or (content.runs[0].tilt == 0 and content.runs[-1].tilt == 0):
        return 0
    lengths = Counter[int]()
    for run in content.runs:
        lengths[run.tilt] += len(run.text)
    (tilt, length) = lengths.most_common(1)[0]
    vertical = sum(len(run.text) for run in content.runs if run.font.vertical)
    return tilt if tilt != OBLIQUE and length - vertical > 0.7 * lengths.total() else 0


def _content(objects: Objects, page: dict[str, Any]) -> bytes:
    """The content of a page, its streams joined; a stream that cannot be decoded is left out if others can."""
    parts, failure = [], None
    for stream in objects.array(page.get("Contents")):
        try:
            parts.append(objects.stream_data(stream))
        except FilterError as error:
            failure = error
    if failure and not any(parts):
        raise failure
    return b"\n".join(parts)


def _box(objects: Objects, value: Any) -> BoxTuple | None:
    numbers = [max(-FAR, min(FAR, objects.number(item))) for item in objects.array(value)]
    if len(numbers) != 4:
        return None
    x0, x1 = sorted((numbers[0], numbers[2]))
    y0, y1 = sorted((numbers[1], numbers[3]))
    return (x0, y0, x1, y1) if x1 - x0 > 1 and y1 - y0 > 1 else None


def hidden_layers(objects: Objects) -> frozenset[int]:
    """Optional content groups that are off when the document opens (8.11.4.3)."""
    default = objects.dictionary(objects.dictionary(objects.catalogue.get("OCProperties")).get("D"))
    off = {int(group) for group in objects.array(default.get("OFF")) if isinstance(group, Ref)}
    if objects.get(default.get("BaseState")) == "OFF":
        groups = objects.array(objects.dictionary(objects.catalogue.get("OCProperties")).get("OCGs"))
        on = {int(group) for group in objects.array(default.get("ON")) if isinstance(group, Ref)}
        off |= {int(group) for group in groups if isinstance(group, Ref)} - on
    return frozenset(off)
