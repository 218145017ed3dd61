"""Real and hostile PDF files beside the repository: the truth of each case, and the HWP form of the same release."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.pdf_fidelity import compare, ratios

import hwpextract
from hwpextract.document import Document, SideKind, Table, paragraphs_of, walk
from hwpextract.errors import CorruptDocumentError, EncryptedDocumentError
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import read_pdf

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
TRUTH = sorted((CORPUS / "pdf" / "truth").glob("*.json"))
PAIRS = sorted(path for path in (CORPUS / "press").glob("*/*.pdf") if list(path.parent.glob("*.hwpx")))
pytestmark = pytest.mark.skipif(not TRUTH, reason="the corpus of real files is not here")


def squeezed(text: str) -> str:
    return " ".join(text.split())


def read(name: str, password: str | None = None) -> Document:
    return read_pdf((CORPUS / "pdf" / f"{name}.pdf").read_bytes(), Options(Limits(), password))


def found(path: Path) -> tuple[Document, dict[str, Any]]:
    truth: dict[str, Any] = json.loads(path.read_text("utf-8"))
    password = "user" if path.stem.endswith("userpw") else None
    return read(path.stem, password), truth


BROKEN = {"e04_truncated_90", "e09_not_pdf"}


@pytest.mark.parametrize("path", [path for path in TRUTH if path.stem not in BROKEN], ids=lambda path: path.stem)
def test_every_case_gives_its_truth(path: Path) -> None:
    document, truth = found(path)
    shown = [squeezed(paragraph.text) for paragraph in paragraphs_of(document.blocks)]
    missing = [text for text in map(squeezed, truth.get("paragraphs", ())) if text not in shown]
    whole = squeezed(document.text)
    if "mapped" not in truth:
        missing += [text for text in map(squeezed, truth.get("text", ())) if text not in whole]
    missing += [
        text for key in ("mapped", "visible", "bold", "regular") for text in truth.get(key, ()) if text not in whole
    ]
    missing += [text for text in truth.get("drop", ()) if text in whole]
    missing += [text for text in truth.get("hidden", ()) if text in whole]
    assert not missing


@pytest.mark.parametrize(
    "path", [path for path in TRUTH if '"tables"' in path.read_text("utf-8")], ids=lambda path: path.stem
)
def test_every_table_has_its_grid(path: Path) -> None:
    document, truth = found(path)
    tables = [block for block in walk(document.blocks) if isinstance(block, Table)]
    for wanted in truth["tables"]:
        cells = {(cell["r"], cell["c"], cell["rs"], cell["cs"], cell["text"]) for cell in wanted["cells"]}
        assert any(
            cells <= {(cell.row, cell.col, cell.row_span, cell.col_span, squeezed(cell.text)) for cell in table.cells}
            for table in tables
        )


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_what_holds_no_page_is_an_error(name: str) -> None:
    with pytest.raises(CorruptDocumentError):
        read(name)


def test_a_table_over_a_page_break_is_whole() -> None:
    (table,) = [block for block in read("a08_table_over_page").blocks if isinstance(block, Table)]
    assert table.rows == 31


def test_a_watermark_is_no_body() -> None:
    document = read("b09_watermark_rotated")
    assert [side.text for side in document.side_texts(SideKind.MASTER_PAGE)] == ["대외비"]
    assert "세로로 돌린 표 머리" in document.text


def test_passwords() -> None:
    for password, code in ((None, "password_required"), ("wrong", "password_wrong")):
        with pytest.raises(EncryptedDocumentError) as caught:
            read("d06_enc_rc4_40_userpw", password)
        assert caught.value.code == code
    assert "print" not in read("d02_enc_aes128_empty").metadata.restrictions


@pytest.mark.parametrize("name", ["f01_flate_bomb_300MB", "f02_flate_cubed_1GB", "f05_q_500k"])
def test_a_bomb_is_named(name: str) -> None:
    assert "page_unreadable" in [warning.code for warning in read(name).warnings]


def test_outlined_text_is_named() -> None:
    assert "page_outlined" in [warning.code for warning in read("h03_outlined_text").warnings]


def test_a_release_reads_like_its_hwp_form() -> None:
    totals: dict[str, tuple[int, int, int]] = {}
    for path in PAIRS[::3]:
        (other,) = sorted(path.parent.glob("*.hwpx"))[:1]
        result, _ = compare(hwpextract.read(path), hwpextract.read(other))
        for name, counts in result.items():
            hit, given, wanted = totals.get(name, (0, 0, 0))
            totals[name] = (hit + counts[0], given + counts[1], wanted + counts[2])
    figures = {name: ratios(*counts) for name, counts in totals.items()}
    assert figures["characters"][1] >= 0.995
    assert min(figures["spaces"][:2]) >= 0.99
    assert figures["paragraphs"][2] >= 0.95
    assert min(figures["cells"][:2]) >= 0.95
