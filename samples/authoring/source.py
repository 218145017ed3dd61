"""A release as it is written down: `source.html`, a small and well-formed subset of HTML, as a tree of blocks.

Body elements: `p`, `table` (with `col` widths in percent, `th`, `td`, `rowspan`, `colspan`) and `img` (a block, sized in mm).
Inside `p`, `th` and `td`: text, `br`, `small` (a footnote) and `sup` (its mark in print; HWP sets its own). A cell holds either
running text or blocks. A class names the style of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

BLOCKS = {"p", "table", "img"}


@dataclass(frozen=True)
class Note:
    """A footnote, standing where its mark is."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: text (line breaks are `\\n`) and footnotes in order."""

    parts: tuple[str | Note, ...]
    style: str


@dataclass(frozen=True)
class Picture:
    """A picture with its description; size in millimetres."""

    path: Path
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Cell:
    """A cell of a table with its place and extent."""

    row: int
    col: int
    row_span: int
    col_span: int
    blocks: tuple[Block, ...]
    label: bool


@dataclass(frozen=True)
class Table:
    """A table; `widths` are shares of the width it has."""

    rows: int
    widths: tuple[float, ...]
    cells: tuple[Cell, ...]
    style: str


Block = Paragraph | Table | Picture


def read_source(path: Path) -> tuple[str, list[Block]]:
    """Title (for the document property) and blocks of a source file."""
    root = ElementTree.parse(path).getroot()
    body = root.find("body")
    if body is None:
        raise ValueError(f"{path}: no body")
    return root.findtext("head/title", ""), [_block(element, "body", path.parent) for element in body]


def _block(element: ElementTree.Element, style: str, folder: Path) -> Block:
    style = element.get("class", style)
    match element.tag:
        case "p":
            return Paragraph(tuple(_parts(element)), style)
        case "table":
            return _table(element, style, folder)
        case "img":
            width, height = map(int, re.findall(r"(\d+)mm", element.attrib["style"]))
            return Picture((folder / element.attrib["src"]).resolve(), element.get("alt", ""), width, height)
        case tag:
            raise ValueError(f"no such block: {tag}")


def _parts(element: ElementTree.Element) -> Iterator[str | Note]:
    """Text and footnotes; neighbouring pieces of text are one."""
    text = element.text or ""
    for child in element:
        if child.tag == "br":
            text += "\n"
        elif child.tag == "small":
            yield text
            yield Note(child.text or "")
            text = ""
        elif child.tag != "sup":
            raise ValueError(f"no such inline element: {child.tag}")
        text += child.tail or ""
    yield text


def _table(element: ElementTree.Element, style: str, folder: Path) -> Table:
    rows = element.findall("tr")
    widths = tuple(float(col.attrib["width"].rstrip("%")) for col in element.findall("colgroup/col"))
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, tr in enumerate(rows):
        for td in tr:
            col = next(col for col in range(len(widths)) if (row, col) not in taken)
            row_span, col_span = int(td.get("rowspan", 1)), int(td.get("colspan", 1))
            taken |= {(row + r, col + c) for r in range(row_span) for c in range(col_span)}
            label = td.tag == "th"
            blocks = tuple(_cell_blocks(td, td.get("class", "label" if label else style), folder))
            cells.append(Cell(row, col, row_span, col_span, blocks, label))
    if len(taken) != len(rows) * len(widths):
        raise ValueError(f"{folder.name}: a table of class {style} has holes or an overlap")
    return Table(len(rows), widths, tuple(cells), style)


def _cell_blocks(td: ElementTree.Element, style: str, folder: Path) -> Iterator[Block]:
    if any(child.tag in BLOCKS for child in td):
        yield from (_block(child, style, folder) for child in td)
    else:
        yield Paragraph(tuple(_parts(td)), style)
