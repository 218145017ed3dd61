"""Documents written as text, so that a test reads like the release it is about.

    | 보도시점 | 2026. 4. 13.(월) 12:00 | 배포 | 2026. 4. 13.(월) |

    | {2x1} 담당 부서 | 기획조정실 | 책임자 | 과  장 | 홍길동 | (044-000-0001) |
    | 혁신기획담당관 | 담당자 | 사무관 | 김철수 | (044-000-0002) |

    행정안전부는 13일 …

A line between bars is a row of a table, and an empty line ends the table; any other line is a paragraph. `{2x1}` lets a cell
span two rows and one column; a cell takes the next place of its row that no span covers. `⏎` begins a new paragraph inside a
cell, `↵` a new line inside a paragraph. `<pic/>` is a picture, `<pic 행안부_로고.jpg/>` one with the name it had when it was
inserted. `{#제목명}` tags a cell the way HWPX forms do. One blank beside a bar belongs to the bar; all other blanks are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from inspect import cleandoc
from itertools import count, groupby

from hwpextract.account import Coverage
from hwpextract.document import Block, Box, Cell, Document, Image, Metadata, Paragraph, SideKind, SideText, Table
from hwpextract.document import cell as new_cell
from hwpextract.document import paragraph as new_paragraph
from hwpextract.press import extract_fields
from hwpextract.press.model import PressRelease, SourceInfo
from hwpextract.sniff import Format

_numbers = count()
_SPAN = re.compile(r"\{(\d+)x(\d+)\} ?")
_TAG = re.compile(r"\{(#[^}]+)\} ?")
_PICTURE = re.compile(r"<pic ?([^/]*)/>")


def paragraph(text: str) -> Paragraph:
    return new_paragraph(text.replace("↵", "\n"), f"s0/p{next(_numbers)}")


def picture(original_name: str = "") -> Image:
    return Image(locator=f"s0/i{next(_numbers)}", original_name=original_name or None)


def blocks(text: str) -> tuple[Block, ...]:
    """Tables and paragraphs of a text in the notation above."""
    held: list[Block] = []
    for is_row, group in groupby(cleandoc(text).split("\n"), lambda line: line.startswith("|")):
        lines = [line for line in group if line.strip()]
        held += [_table(lines)] if is_row else map(paragraph, lines)
    return tuple(held)


def table(text: str) -> Table:
    """The one table of a text."""
    (only,) = blocks(text)
    assert isinstance(only, Table)
    return only


def frame(*parts: str | Block) -> Table:
    """A table of one cell around other blocks."""
    return Table(locator=f"s0/t{next(_numbers)}", rows=1, cols=1, cells=(new_cell(0, 0, 1, 1, _blocks_of(parts)),))


def box(*parts: str | Block) -> Box:
    """A text box around other blocks."""
    return Box(locator=f"s0/b{next(_numbers)}", blocks=_blocks_of(parts))


def page_header(*parts: str | Block) -> SideText:
    return SideText(kind=SideKind.HEADER, locator=f"s0/header{next(_numbers)}", blocks=_blocks_of(parts))


def document(*parts: str | Block, side: tuple[SideText, ...] = (), saved: datetime | None = None) -> Document:
    """A document of blocks and of texts in the notation above; `saved` is when the file says it was written."""
    return Document(
        format=Format.HWPX,
        metadata=Metadata(modified=saved),
        blocks=_blocks_of(parts),
        side=side,
        coverage=Coverage(),
    )


def release(
    *parts: str | Block,
    side: tuple[SideText, ...] = (),
    filename: str | None = None,
    saved: datetime | None = None,
) -> PressRelease:
    """The fields found in a document of these parts."""
    source = SourceInfo(format=Format.HWPX, filename=filename, size=0, sha256="0" * 64)
    return extract_fields(document(*parts, side=side, saved=saved), source)


def _blocks_of(parts: tuple[str | Block, ...]) -> tuple[Block, ...]:
    return tuple(block for part in parts for block in (blocks(part) if isinstance(part, str) else (part,)))


def _table(lines: list[str]) -> Table:
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row, line in enumerate(lines):
        for text in line.rstrip().removeprefix("|").removesuffix("|").split("|"):
            cell = _cell(row, next(col for col in count() if (row, col) not in taken), text)
            taken |= {
                (cell.row + down, cell.col + right) for down in range(cell.row_span) for right in range(cell.col_span)
            }
            cells.append(cell)
    return Table(
        locator=f"s0/t{next(_numbers)}",
        rows=max(row for row, _ in taken) + 1,
        cols=max(col for _, col in taken) + 1,
        cells=tuple(cells),
    )


def _cell(row: int, col: int, text: str) -> Cell:
    text = text.removeprefix(" ").removesuffix(" ")
    span, tag = _SPAN.search(text), _TAG.search(text)
    rows, cols = (int(span[1]), int(span[2])) if span else (1, 1)
    held = _cell_blocks(_TAG.sub("", _SPAN.sub("", text)))
    return new_cell(row, col, rows, cols, tuple(held), tag=tag[1] if tag else None)


def _cell_blocks(text: str) -> Iterator[Block]:
    for name in _PICTURE.findall(text):
        yield picture(name)
    for line in _PICTURE.sub("", text).split("⏎"):
        if line.strip():
            yield paragraph(line)
