"""How much of what Hangul prints is in the text: `python tests/benchmarks/printed.py [FOLDER] [--only NAME] [--show]`.

Each folder below FOLDER holds `print.pdf`, printed by Hangul, beside `source.hwp` or `source.hwpx`. The words of the PDF come from
PDFium, not from this project's reader; a word of the PDF counts as found when the document has it once more. A line may end inside a
word, and letters that are spread over a cell look like words, so a word is also looked for together with those behind it; the number
of a note stands behind its word in print and with the note in the document. Automatic numbers count as text. Page numbers do not, nor
do lines at the top of a page that stood on a page before: running heads, and rows of a table that are repeated. PDFs made by other
programs are passed over: their fonts tell no text.
"""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections import Counter
from itertools import dropwhile
from pathlib import Path

import click
import pypdfium2

import hwpextract

_WORD = re.compile(r"[^\W_]+")
_PAGE_NUMBER = re.compile(r"\s*[-–‐]\s*\d{1,4}\s*[-–‐]\s*")
_PRODUCER = "Hancom PDF"
_BOX = re.compile("gfedcb?")
"""How PDFium reads the drawing of a check box."""
_PIECES = 8
"""How many printed words may be one in the document."""


def words(text: str) -> list[str]:
    """Runs of letters and digits, compatibility forms made alike."""
    return _WORD.findall(unicodedata.normalize("NFKC", text))


def printed(path: Path) -> list[list[str]] | None:
    """Words of a PDF, line by line; None when Hangul did not print it."""
    with pypdfium2.PdfDocument(path) as pdf:
        if _PRODUCER not in pdf.get_metadata_dict().get("Producer", ""):
            return None
        pages = [page.get_textpage().get_text_range().splitlines() for page in pdf]
    kept: list[str] = []
    for number, page in enumerate(pages, start=1):
        lines = [line for line in page if line.strip() != str(number) and not _PAGE_NUMBER.fullmatch(line)]
        kept += dropwhile(set(kept).__contains__, lines)
    return [[word for word in words(line) if not _BOX.fullmatch(word)] for line in kept]


def text_of(document: hwpextract.Document) -> str:
    """All that the document shows: body, notes with their marks, page headers."""
    return "\n".join([document.text, *(f"{side.label or ''} {side.text}" for side in document.side)])


def missing(lines: list[list[str]], text: str) -> tuple[list[str], int]:
    """Printed words that the text does not have, and how many words are printed."""
    left = Counter(words(text))
    flat = [word for line in lines for word in line]
    lost: list[str] = []
    at = 0
    while at < len(flat):
        joined, end = _found(flat, at, left)
        if joined:
            left[joined] -= 1
        else:
            lost.append(flat[at])
        at = end
    return lost, len(flat)


def _found(flat: list[str], at: int, left: Counter[str]) -> tuple[str | None, int]:
    """The word of the text that stands at a place of the print, and the place behind it."""
    joined = ""
    for end in range(at, min(at + _PIECES, len(flat))):
        joined += flat[end]
        if left[joined] > 0:
            return joined, end + 1
    bare = flat[at].rstrip("0123456789")
    return (bare if left[bare] > 0 and left[flat[at][len(bare) :]] > 0 else None), at + 1


@click.command()
@click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(__file__).parents[3] / "shared" / "corpus" / "hard" / "printed",
)
@click.option("--only", help="Name of one folder.")
@click.option("--show", is_flag=True, help="Show the words that are missing.")
def main(folder: Path, only: str | None, show: bool) -> None:
    """Print recall file by file, lowest first, and the mean."""
    rows: list[tuple[float, int, str, list[str]]] = []
    for pdf in sorted(folder.glob(f"{only or '*'}/print.pdf")):
        lines = printed(pdf)
        for source in sorted(pdf.parent.glob("source.hwp*")) if lines is not None else ():
            lost, count = missing(lines or [], text_of(hwpextract.read(source)))
            recall = 1 - len(lost) / count if count else 1.0
            rows.append((recall, count, f"{source.parent.name}/{source.name}", lost))
    for recall, count, name, lost in sorted(rows):
        click.echo(f"{recall:.3f}  {count:6}  {name}" + ("  " + " ".join(lost[:60]) if show else ""))
    with_words = [recall for recall, count, _, _ in rows if count]
    click.echo(
        f"\n{len(rows)} files, {len(with_words)} with words in print, mean recall {statistics.fmean(with_words):.4f}"
    )


if __name__ == "__main__":
    main()
