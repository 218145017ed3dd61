"""How much of the HWP form of a release its PDF form gives back: characters, spaces, paragraph ends, table cells.

    python tests/benchmarks/pdf_fidelity.py ../shared/corpus/press [--only SLUG] [--show]

Every folder that holds a PDF and an HWP or HWPX file of the same release is compared. Characters: bags of the body without
white space. Spaces and paragraph ends: at every place whose eight characters around are unique in both forms, a place counts as
space, as paragraph end, or as neither; spaces are judged where neither form ends a paragraph. Cells: bags of the squeezed text
of non-empty cells of tables with more than one cell. P precision, R recall of the PDF against the HWP form.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import hwpextract
from hwpextract.document import Document, Table, paragraphs_of, walk

_HALF = 4


def characters(document: Document) -> Counter[str]:
    """Bag of the body's characters."""
    return Counter("".join(unicodedata.normalize("NFC", document.text).split()))


def breaks(document: Document) -> dict[str, str]:
    """What stands at each place of the text with a unique surrounding: '' nothing, ' ' a space, 'P' a paragraph end."""
    solid: list[str] = []
    after: list[str] = []
    for paragraph in paragraphs_of(document.blocks):
        for char in unicodedata.normalize("NFC", paragraph.text.strip()):
            if char == "\n":
                after[-1] = "?"
            elif char.isspace():
                after[-1] = after[-1] or " "
            else:
                solid.append(char)
                after.append("")
        if after:
            after[-1] = "P"
    text = "".join(solid)
    places: dict[str, str] = {}
    again = set()
    for at in range(_HALF, len(text) - _HALF):
        key = text[at - _HALF : at + _HALF]
        if key in places:
            again.add(key)
        places[key] = after[at - 1]
    return {key: value for key, value in places.items() if key not in again}


def cells(document: Document) -> Counter[str]:
    """Bag of the texts of table cells."""
    return Counter(
        text
        for block in walk(document.blocks)
        if isinstance(block, Table) and len(block.cells) > 1
        for cell in block.cells
        if (text := unicodedata.normalize("NFC", " ".join(cell.text.split())))
    )


def hits(found: Counter[str], wanted: Counter[str]) -> tuple[int, int, int]:
    """Hits, found, wanted."""
    return sum((found & wanted).values()), sum(found.values()), sum(wanted.values())


def compare(pdf: Document, hwp: Document) -> tuple[dict[str, tuple[int, int, int]], list[str]]:
    """Hits, found and wanted of each measure, and the places that differ."""
    ours, theirs = breaks(pdf), breaks(hwp)
    shared = [key for key in ours if key in theirs and theirs[key] != "?"]
    spaced = [key for key in shared if "P" not in (ours[key], theirs[key])]
    result = {
        "characters": hits(characters(pdf), characters(hwp)),
        "spaces": _judge(spaced, ours, theirs, " "),
        "paragraphs": _judge(shared, ours, theirs, "P"),
        "cells": hits(cells(pdf), cells(hwp)),
    }
    notes = [
        f"{key[:_HALF]}|{key[_HALF:]} pdf {ours[key]!r} hwp {theirs[key]!r}"
        for key in shared
        if ours[key] != theirs[key]
    ]
    return result, notes


def _judge(keys: Iterable[str], ours: dict[str, str], theirs: dict[str, str], mark: str) -> tuple[int, int, int]:
    found = wanted = hit = 0
    for key in keys:
        found += ours[key] == mark
        wanted += theirs[key] == mark
        hit += ours[key] == theirs[key] == mark
    return hit, found, wanted


def ratios(hit: int, found: int, wanted: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    return (
        hit / found if found else 1.0,
        hit / wanted if wanted else 1.0,
        2 * hit / (found + wanted) if found + wanted else 1.0,
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", action="store_true", help="print the places and cells that differ")
    arguments = parser.parse_args()
    total: dict[str, list[int]] = {}
    each: dict[str, list[tuple[float, float, float]]] = {}
    for pdf_path in sorted(arguments.corpus.rglob("*.pdf")):
        others = sorted(
            (*pdf_path.parent.glob("*.hwpx"), *pdf_path.parent.glob("*.hwp")), key=lambda path: path.stem != "release"
        )
        if arguments.only not in str(pdf_path) or not others:
            continue
        pdf, hwp = hwpextract.read(pdf_path), hwpextract.read(others[0])
        result, notes = compare(pdf, hwp)
        line = f"{pdf_path.parent.name[-22:]:24}"
        for name, counts in result.items():
            total[name] = [a + b for a, b in zip(total.get(name, [0, 0, 0]), counts, strict=True)]
            each.setdefault(name, []).append(ratios(*counts))
            line += "{:12.4f} {:.4f}".format(*ratios(*counts))
        print(line)
        if arguments.show:
            print("\n".join(notes))
            print("  cells only in the PDF", list((cells(pdf) - cells(hwp)).items()))
            print("  cells only in the HWP", list((cells(hwp) - cells(pdf)).items()))
    for name, (hit, found, wanted) in total.items():
        precision, recall, f1 = ratios(hit, found, wanted)
        means = [sum(values) / len(values) for values in zip(*each[name], strict=True)]
        print(
            f"{name:12} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  of {wanted}"
            "   mean of the releases P {:.4f}  R {:.4f}  F1 {:.4f}".format(*means)
        )


if __name__ == "__main__":
    main()
