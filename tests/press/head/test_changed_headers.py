"""Headers and contact blocks printed in another way that says the same: every field must come out as before.

The samples are changed one by one; so are real releases, where the corpus of them is present.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from builders.blocks import box, frame, paragraph

import hwpextract
from hwpextract.characters import fold
from hwpextract.document import Block, Box, Cell, Image, Paragraph, Table
from hwpextract.document import cell as new_cell
from hwpextract.press import extract_fields
from hwpextract.press.contacts.contact_tables import is_contact_table
from hwpextract.press.labels import CONTACT_LABELS, DISTRIBUTED_LABELS, MASTHEADS, POSITIONS, RELEASE_LABELS
from hwpextract.press.model import PressRelease
from hwpextract.press.tables import key_of, lines_of

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*/release.hwpx"))
CORPUS = sorted((Path(__file__).parents[4] / "shared" / "corpus" / "press").glob("*/release.hwpx"))
MOST_BLOCKS = 40
"""Blocks of a release of the corpus beyond which it is left out, for speed."""
LABELS = (RELEASE_LABELS | DISTRIBUTED_LABELS | CONTACT_LABELS) - frozenset(POSITIONS) - {"배포시점"}

Blocks = list[Block]


# --- Ways to print the same ---


def every_table(change: Callable[[Table], Iterable[Block]]) -> Callable[[Iterable[Block]], Blocks]:
    """A change of each table, those in text boxes among them."""

    def changed(blocks: Iterable[Block]) -> Blocks:
        found: Blocks = []
        for block in blocks:
            if isinstance(block, Table):
                found += change(block)
            elif isinstance(block, Box):
                found.append(Box(locator=block.locator, blocks=tuple(changed(block.blocks))))
            else:
                found.append(block)
        return found

    return changed


def every_cell(change: Callable[[Cell, Table], Cell]) -> Callable[[Iterable[Block]], Blocks]:
    return every_table(lambda table: [with_cells(table, (change(cell, table) for cell in table.cells))])


def of_form(change: Callable[[Table], Block]) -> Callable[[Iterable[Block]], Blocks]:
    """A change of the tables with banner, times and contacts."""
    return every_table(lambda table: [change(table) if is_form(table) else table])


def is_timing(table: Table) -> bool:
    return len(table.cells) < 12 and any(key_of(cell) in RELEASE_LABELS for cell in table.cells)


def is_form(table: Table) -> bool:
    banner = len(table.cells) < 12 and any(key_of(cell) in MASTHEADS for cell in table.cells)
    return banner or is_timing(table) or is_contact_table(table)


def with_cells(table: Table, cells: Iterable[Cell], rows: int = 0, cols: int = 0) -> Table:
    """A table of other cells, so many rows and columns larger."""
    return Table(locator=table.locator, rows=table.rows + rows, cols=table.cols + cols, cells=tuple(cells))


def saying(cell: Cell, *lines: str) -> Cell:
    held = tuple(paragraph(line) for line in lines)
    return new_cell(cell.row, cell.col, cell.row_span, cell.col_span, held, tag=cell.tag)


def labels_as(write: Callable[[str], str]) -> Callable[[Iterable[Block]], Blocks]:
    def change(cell: Cell, _: Table) -> Cell:
        key = fold(cell.text).rstrip(":")
        return saying(cell, *write(key).split("\n")) if key in LABELS else cell

    return every_cell(change)


def numbers_as(write: Callable[[str], str]) -> Callable[[Iterable[Block]], Blocks]:
    def change(cell: Cell, table: Table) -> Cell:
        text = cell.text
        plain_number = "-" in text and "@" not in text and "*" not in text and len(text) < 60 and text[-2:-1].isdigit()
        lines = lines_of(cell.blocks)
        return saying(cell, *map(write, lines)) if plain_number and is_contact_table(table) else cell

    return every_cell(change)


def names_letter_spaced(cell: Cell, table: Table) -> Cell:
    word = "".join(cell.text.split())
    is_word = 2 <= len(word) <= 4 and all("가" <= letter <= "힣" for letter in word) and key_of(cell) not in LABELS
    beside = cell.col >= 3 and len(lines_of(cell.blocks)) == 1 and is_contact_table(table)
    return saying(cell, " ".join(word)) if is_word and beside else cell


def empty_row(at: int) -> Callable[[Table], Table]:
    def change(table: Table) -> Table:
        row = at % (table.rows + 1)
        if any(cell.row < row < cell.row + cell.row_span for cell in table.cells):
            return table
        moved = [new_cell(c.row + (c.row >= row), c.col, c.row_span, c.col_span, c.blocks) for c in table.cells]
        return with_cells(table, [*moved, *(new_cell(row, col, 1, 1, ()) for col in range(table.cols))], rows=1)

    return change


def empty_column(at: int) -> Callable[[Table], Table]:
    def change(table: Table) -> Table:
        col = at % (table.cols + 1)
        if any(cell.col < col < cell.col + cell.col_span for cell in table.cells):
            return table
        moved = [new_cell(c.row, c.col + (c.col >= col), c.row_span, c.col_span, c.blocks) for c in table.cells]
        return with_cells(table, [*moved, *(new_cell(row, col, 1, 1, ()) for row in range(table.rows))], cols=1)

    return change


def unmerged(table: Table) -> Table:
    """Spans as empty cells, as converters write them."""

    def cells() -> Iterator[Cell]:
        for c in table.cells:
            for row in range(c.row, c.row + c.row_span):
                for col in range(c.col, c.col + c.col_span):
                    yield new_cell(row, col, 1, 1, c.blocks if (row, col) == (c.row, c.col) else ())

    return with_cells(table, sorted(cells(), key=lambda c: (c.row, c.col)))


def times_as_a_line(table: Table) -> list[Block]:
    if not is_timing(table) or table.rows * table.cols > 5:
        return [table]
    words = (
        f"{key_of(cell)} :" if key_of(cell) in LABELS else " ".join(lines_of(cell.blocks))
        for cell in table.cells
        if key_of(cell) != "/"
    )
    return [paragraph(" ".join(filter(None, words)))]


def without_pictures(cell: Cell, _: Table) -> Cell:
    kept = tuple(block for block in cell.blocks if not isinstance(block, Image))
    return new_cell(cell.row, cell.col, cell.row_span, cell.col_span, kept, tag=cell.tag)


def banner_and_times_in_one_table(blocks: Iterable[Block]) -> Blocks:
    found: Blocks = []
    for block in blocks:
        above = found[-1] if found else None
        if isinstance(above, Table) and isinstance(block, Table) and is_timing(block) and is_form(above):
            found[-1] = below(above, block)
        else:
            found.append(block)
    return found


def below(above: Table, block: Table) -> Table:
    """Two tables as one."""
    moved = [new_cell(c.row + above.rows, c.col, c.row_span, c.col_span, c.blocks, tag=c.tag) for c in block.cells]
    return with_cells(above, [*above.cells, *moved], rows=block.rows, cols=max(0, block.cols - above.cols))


CHANGES: dict[str, Callable[[Iterable[Block]], Blocks]] = {
    "labels over two lines": labels_as(lambda label: f"{label[: len(label) // 2]}\n{label[len(label) // 2 :]}"),
    "labels letter-spaced": labels_as(" ".join),
    "labels with a colon": labels_as(lambda label: f"{label} :"),
    "labels with a bullet": labels_as(lambda label: f"□ {label}"),
    "labels with an aside": labels_as(lambda label: f"{label}(내선)"),
    "empty row above": of_form(empty_row(0)),
    "empty row within": of_form(empty_row(1)),
    "empty row below": of_form(empty_row(-1)),
    "empty column before": of_form(empty_column(0)),
    "empty column within": of_form(empty_column(3)),
    "empty column behind": of_form(empty_column(-1)),
    "in a frame": of_form(frame),
    "in a text box": of_form(box),
    "spans as empty cells": of_form(unmerged),
    "times as a line": every_table(times_as_a_line),
    "numbers without brackets": numbers_as(lambda line: line.strip("()")),
    "numbers with half a bracket": numbers_as(lambda line: line.strip("()").replace("-", ")", 1)),
    "numbers with dots": numbers_as(lambda line: line.replace("-", ".")),
    "numbers with long dashes": numbers_as(lambda line: line.replace("-", "–")),
    "numbers behind a sign": numbers_as(lambda line: f"☎ {line}"),
    "names letter-spaced": every_cell(names_letter_spaced),
    "no pictures": every_cell(without_pictures),
    "banner and times in one table": banner_and_times_in_one_table,
}


# --- What must come out ---


@cache
def printed(path: Path) -> PressRelease:
    return hwpextract.extract(path)


def fields(release: PressRelease) -> dict[str, object]:
    return {
        "masthead": release.masthead,
        "title": release.title,
        "subtitles": release.subtitles,
        "times": [(time.at, time.edition, time.channel) for time in release.release_times],
        "distributed": release.distributed and release.distributed.at,
        "departments": release.departments,
        "contacts": release.contacts,
    }


def changed(path: Path, change: str) -> PressRelease:
    release = printed(path)
    blocks = tuple(CHANGES[change](release.document.blocks))
    return extract_fields(release.document.model_copy(update={"blocks": blocks}), release.source)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_samples(path: Path, change: str) -> None:
    assert fields(changed(path, change)) == fields(printed(path))


@pytest.mark.skipif(not CORPUS, reason="the corpus of real files is not here")
@pytest.mark.parametrize("change", CHANGES)
def test_real_releases(change: str) -> None:
    releases = [path for path in CORPUS if len(printed(path).document.blocks) <= MOST_BLOCKS]
    wrong = [path.parent.name for path in releases if fields(changed(path, change)) != fields(printed(path))]
    assert len(releases) > 20
    assert wrong == []


def test_changes_change_something() -> None:
    for change in CHANGES:
        assert any(changed(path, change).document.blocks != printed(path).document.blocks for path in SAMPLES), change
    assert any(isinstance(block, Paragraph) for path in SAMPLES for block in printed(path).document.blocks)
