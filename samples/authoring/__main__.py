"""Make the files of every sample, or of those named: `python samples/authoring [SLUG...]`."""

from __future__ import annotations

import sys
from pathlib import Path

from hancom import write_hancom
from ministry import write_ministry
from pdf import write_pdf
from source import read_source

SAMPLES = Path(__file__).resolve().parent.parent


def main(slugs: list[str]) -> None:
    """Write the files of the samples with these slugs, of all without any."""
    for folder in sorted(path.parent for path in SAMPLES.glob("*/expected.json")):
        if slugs and folder.name not in slugs:
            continue
        if (folder / "structure.json").exists():
            write_ministry(folder)
        else:
            title, blocks = read_source(folder / "source.html")
            write_hancom(folder, title, blocks)
            write_pdf(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
