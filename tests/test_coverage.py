"""The sums of `Document.coverage`, held against what is in the document and against counters that read the raw bytes their own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from builders import hwp5 as hwp5_files
from builders import hwpx as hwpx_files
from builders.encryption import locked_package
from builders.stored import stored
from counters import hwp3, hwp5, hwpml, hwpx, pdf
from counters.words import missing, words

import hwpextract
from hwpextract.account import Tally
from hwpextract.document import Block, Document, Image, Table, paragraphs_of, walk

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
UNITS = ("characters", "records", "cells", "images", "pages", "glyphs")
COUNTERS: dict[str, Callable[[bytes], Counter[str]]] = {
    "hwp5": hwp5.count,
    "hwpx": hwpx.count,
    "hwp3": hwp3.count,
    "hwpml": hwpml.count,
    "pdf": pdf.count,
}
TEXTS: dict[str, Callable[[bytes], Iterable[str]]] = {
    "hwp5": hwp5.texts,
    "hwpx": hwpx.texts,
    "hwp3": hwp3.texts,
    "hwpml": hwpml.texts,
}
# pdfminer takes seconds for a page of some files.
LARGE_PDF = 200_000


def files() -> Iterator[Path]:
    folders = (ROOT / "samples", CORPUS / "press", CORPUS / "hard", CORPUS / "pdf")
    for path in (path for folder in folders for path in sorted(folder.rglob("*"))):
        if path.suffix in (".hwp", ".hwpx", ".hml", ".pdf"):
            yield path


def readable(path: Path) -> tuple[bytes, Document]:
    data = path.read_bytes()
    try:
        return data, hwpextract.read(data)
    except hwpextract.HwpExtractError as error:
        pytest.skip(f"not readable: {error.code}")


def visible(text: str) -> int:
    return len("".join(text.split()))


def content(blocks: tuple[Block, ...]) -> dict[str, int]:
    found = list(walk(blocks))
    return {
        "characters": visible(stored(blocks)),
        "cells": sum(len(block.cells) for block in found if isinstance(block, Table)),
        "images": sum(isinstance(block, Image) for block in found),
    }


def of_charts(document: Document) -> Counter[str]:
    """What stands in tables that a chart was made into: it comes from an embedded object, not from the text."""
    found: Counter[str] = Counter()
    for block in walk(
        block for blocks in (document.blocks, *(side.blocks for side in document.side)) for block in blocks
    ):
        if isinstance(block, Table) and block.chart is not None:
            found["cells"] += len(block.cells)
            found["characters"] += sum(visible(paragraph.text) for paragraph in paragraphs_of((block,)))
    return found


# Parametrised by path, so that one file that fails does not hide the others.
every_file = pytest.mark.parametrize("path", list(files()), ids=lambda path: f"{path.parent.name}/{path.name}")


@every_file
def test_sums(path: Path) -> None:
    data, document = readable(path)
    coverage = document.coverage
    for unit in UNITS:
        tally: Tally = getattr(coverage, unit)
        assert tally.met == tally.emitted + tally.apart + sum(tally.dropped.values()), unit
        assert min(tally.met, tally.emitted, tally.apart, *tally.dropped.values()) >= 0, unit
        assert "lost" not in tally.dropped, (unit, tally)
    for unit, count in content(document.blocks).items():
        assert getattr(coverage, unit).emitted == count, unit
    for unit, count in content(tuple(block for side in document.side for block in side.blocks)).items():
        assert getattr(coverage, unit).apart == count, unit
    if document.format.value in COUNTERS and (
        document.format is not hwpextract.Format.PDF or _is_plain(path, document)
    ):
        expected = COUNTERS[document.format.value](data)
        if document.format is not hwpextract.Format.PDF:
            expected += of_charts(document)
        found = {unit: getattr(coverage, unit).met for unit in expected}
        assert found == dict(expected)
    if document.format.value in TEXTS:
        assert not missing(words(TEXTS[document.format.value](data)), document)


def _is_plain(path: Path, document: Document) -> bool:
    """Whether pdfminer is to count a PDF: small, and sound."""
    sound = not any(warning.code in UNSOUND for warning in document.warnings)
    return path.stat().st_size < LARGE_PDF and sound and path.parent.name != "pdf"


UNSOUND = ("container_repaired", "page_damaged", "page_unreadable")


DISTRIBUTED = [
    hwp5_files.document(
        hwp5_files.paragraph("상위 버전의 배포용 문서입니다"),
        others={"ViewText/Section0": hwp5_files.protected(hwp5_files.deflate(hwp5_files.paragraph("하나 둘\t셋")))},
        flags=5,
    ),
    locked_package(hwpx_files.package(hwpx_files.section(hwpx_files.text("하나 둘"))), hwpx.PUBLISHED),
]


@pytest.mark.parametrize("data", DISTRIBUTED, ids=["hwp5", "hwpx"])
def test_words_of_distribution_documents(data: bytes) -> None:
    document = hwpextract.read(data)
    expected = words(TEXTS[document.format.value](data))
    assert expected["둘"] == 1
    assert not missing(expected, document)
    lost = document.model_copy(update={"blocks": ()})
    assert missing(expected, lost) == expected


def tallies(path: Path) -> dict[str, Tally]:
    return {unit: getattr(hwpextract.read(path).coverage, unit) for unit in UNITS}


@pytest.mark.parametrize("suffix", [".hwp", ".hwpx"])
def test_units_of_a_release(suffix: str) -> None:
    found = tallies(ROOT / "samples" / "interior-2025" / f"release{suffix}")
    assert all(found[unit].met for unit in ("characters", "records", "cells"))
    assert found["pages"] == found["glyphs"] == Tally()
    assert set(found["records"].dropped) <= {"blank"}


def test_units_of_a_pdf() -> None:
    found = tallies(ROOT / "samples" / "interior-2025" / "release.pdf")
    assert found["records"] == Tally()
    assert found["pages"].met == found["pages"].emitted > 0
    assert found["glyphs"].met >= found["characters"].met


def test_the_forms_of_a_release_hold_the_same() -> None:
    hwp, hwpx_form = (tallies(ROOT / "samples" / "interior-2025" / f"release{suffix}") for suffix in (".hwp", ".hwpx"))
    assert hwp["characters"].met == hwpx_form["characters"].met
    assert hwp["cells"].met == hwpx_form["cells"].met
