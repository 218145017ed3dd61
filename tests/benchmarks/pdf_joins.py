"""Makes hwpextract/data/joins.tsv: how often a syllable ends or begins a word, counted over the HWP forms of real releases.

    python tests/benchmarks/pdf_joins.py ../shared/corpus/press [--write]

The PDF reader asks the table when neither a space glyph nor the document's own words say whether the break between two lines
stands for a space. For every character: tenths of the log-odds that a space follows it, and that one precedes it. For pairs that
were seen often enough and whose own count disagrees with the sum of both: 1 when a space stands between them, else 0. Printed is
the share of right decisions at all places between two characters, documents held out by fifths.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import hwpextract
from hwpextract.document import paragraphs_of
from hwpextract.readers.pdf.layout import joins

_SEEN = 4
"""A character or pair seen fewer times is left out."""
_TARGET = Path(joins.__file__).parents[2] / "data" / "joins.tsv"


def places(texts: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
    """Neighbouring characters, and whether a space stands between them; lines never break inside a number or Latin word."""
    for text in texts:
        for match in re.finditer(r"(?=(\S)( ?)(\S))", text):
            if match[2] or not (match[1] + match[3]).isascii():
                yield match[1], match[3], bool(match[2])


def odds(yes: int, no: int) -> float:
    """Log-odds, drawn a little towards what is usual: one space in three places."""
    return math.log((yes + 0.7) / (no + 1.3))


def table(texts: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The rows of the table."""
    ends, starts, pairs = Counter[tuple[str, bool]](), Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for before, after, space in places(texts):
        ends[before, space] += 1
        starts[after, space] += 1
        pairs[before + after, space] += 1
    base = odds(
        sum(n for (_, space), n in ends.items() if space), sum(n for (_, space), n in ends.items() if not space)
    )
    rows: dict[str, tuple[int, ...]] = {}
    for char in sorted({char for char, _ in (*ends, *starts)}):
        end, start = (odds(found[char, True], found[char, False]) - base / 2 for found in (ends, starts))
        if sum(found[char, space] for found in (ends, starts) for space in (True, False)) >= _SEEN:
            rows[char] = (round(10 * end), round(10 * start))
    for pair in sorted({pair for pair, _ in pairs}):
        yes, no = pairs[pair, True], pairs[pair, False]
        if yes + no >= _SEEN and yes != no and (yes > no) != joins.decide(rows, pair[0], pair[1]):
            rows[pair] = (int(yes > no),)
    return rows


def score(rows: Mapping[str, tuple[int, ...]], texts: Iterable[str]) -> tuple[int, int]:
    """Right decisions, and all."""
    results = [joins.decide(rows, before, after) == space for before, after, space in places(texts)]
    return sum(results), len(results)


def releases(corpus: Path) -> list[list[str]]:
    """Paragraphs of each release, one form of each."""
    found: dict[Path, list[str]] = {}
    for path in sorted((*corpus.rglob("release.hwpx"), *corpus.rglob("release.hwp"))):
        if path.parent not in found:
            document = hwpextract.read(path)
            found[path.parent] = [" ".join(paragraph.text.split()) for paragraph in paragraphs_of(document.blocks)]
    return list(found.values())


def held_out(documents: Sequence[Sequence[str]], fold: int) -> tuple[int, int]:
    """Decisions on one fifth by a table made from the others."""
    rows = table(text for index, texts in enumerate(documents) if index % 5 != fold for text in texts)
    return score(rows, (text for index, texts in enumerate(documents) if index % 5 == fold for text in texts))


def main() -> None:
    """Measure, and write the table if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    documents = releases(arguments.corpus)
    right, total = map(sum, zip(*(held_out(documents, fold) for fold in range(5)), strict=True))
    rows = table(text for texts in documents for text in texts)
    print(f"{len(documents)} releases, {total} places, {right / total:.4f} right, {len(rows)} rows")
    if arguments.write:
        lines = ["\t".join((key, *map(str, values))) for key, values in rows.items()]
        head = "# Log-odds of spaces behind and before characters, and exceptions by pair; made by tests/benchmarks/pdf_joins.py"
        _TARGET.write_text("\n".join((head, *lines)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
