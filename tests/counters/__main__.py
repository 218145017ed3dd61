"""Words of the files of a folder that their documents have as well, by format: `PYTHONPATH=tests python -m counters FOLDER`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

import hwpextract
from counters import hwp3, hwp5, hwpml, hwpx
from counters.words import missing, words

TEXTS = {"hwp5": hwp5.texts, "hwpx": hwpx.texts, "hwp3": hwp3.texts, "hwpml": hwpml.texts}


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
def main(folder: Path) -> None:
    """Print for each format how many files were read, how many words they hold, and how many of these were not found."""
    files, held, lost = Counter[str](), Counter[str](), Counter[str]()
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or (kind := hwpextract.sniff(path).value) not in TEXTS:
            continue
        data = path.read_bytes()
        try:
            document = hwpextract.read(data)
            expected = words(TEXTS[kind](data))
        except (hwpextract.HwpExtractError, OSError, ValueError, SyntaxError) as error:
            print(f"{path}: {error}")
            continue
        if any(warning.code == "distribution_document" for warning in document.warnings):
            kind += " for distribution"
        files[kind] += 1
        held[kind] += expected.total()
        lost[kind] += missing(expected, document).total()
    for kind, count in files.most_common():
        print(
            f"{kind}: {count} files, {held[kind]} words, {lost[kind]} missing, recall {1 - lost[kind] / held[kind]:.5f}"
        )


if __name__ == "__main__":
    main()
