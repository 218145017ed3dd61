"""Make the files of every sample, or of those named, from its `source.html`: `python samples/authoring [SLUG...]`."""

from __future__ import annotations

import sys
from pathlib import Path

from hancom import write_hancom
from source import read_source

SAMPLES = Path(__file__).resolve().parent.parent


def main(slugs: list[str]) -> None:
    """Write the files of the samples with these slugs, of all without any."""
    for source in sorted(SAMPLES.glob("*/source.html")):
        if not slugs or source.parent.name in slugs:
            title, blocks = read_source(source)
            write_hancom(source.parent, title, blocks)


if __name__ == "__main__":
    main(sys.argv[1:])
