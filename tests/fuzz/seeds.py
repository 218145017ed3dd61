"""Seeds of the fuzz targets out of the samples and the builders: `PYTHONPATH=tests python -m fuzz.seeds FOLDER`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import click
from builders import hwp3, hwp5, hwpml

from fuzz.containers import opened

_SAMPLES = Path(__file__).parents[2] / "samples"
_LARGEST = 200_000
_LARGEST_PART = 60_000
_PARTS = {
    "hwp5": ".hwp:BodyText/Section",
    "hwp5-docinfo": ".hwp:DocInfo",
    "hwpx": ".hwpx:Contents/section",
    "hwpx-header": ".hwpx:Contents/header.xml",
    "hwpx-manifest": ".hwpx:Contents/content.hpf",
    "pdf-content": ".pdf:",
    "pdf-font": ".pdf:",
}
"""For each target the kind of sample, and how the names of its parts begin."""


def seeds() -> Iterator[tuple[str, bytes]]:
    """Target and bytes of every seed."""
    files = {path: path.read_bytes() for path in sorted(_SAMPLES.rglob("release.*"))}
    for path, data in files.items():
        if len(data) < _LARGEST:
            yield "file", data
            if path.suffix == ".pdf":
                yield "pdf", data
        container = opened(data)
        for target, wanted in _PARTS.items():
            suffix, _, start = wanted.partition(":")
            for name, part in container.parts.items() if container and path.suffix == suffix else ():
                if name.startswith(start) and len(part) < _LARGEST_PART:
                    yield target, part
    yield from _built()


def _built() -> Iterator[tuple[str, bytes]]:
    """Formats that no program of today writes."""
    words = hwp3.paragraph("제목"), hwp3.paragraph(hwp3.table([["가", "나"]]), "글", hwp3.note(hwp3.paragraph("각주")))
    drawn = hwp3.paragraph(hwp3.drawing(hwp3.shape(6, hwp3.plist(hwp3.paragraph("안")))), hwp3.number(1, 1))
    yield "hwp3", hwp3.content(*words, drawn, blocks=hwp3.embedded("A.PNG", b"\x89PNG"))
    yield "file", hwp3.document(*words, drawn)
    yield "file", hwp5.document(hwp5.paragraph("가"))
    section = hwpml.section(hwpml.p(hwpml.table([["가", "나"]]), hwpml.box(hwpml.p("안")), hwpml.note("각주")))
    yield "hwpml", hwpml.document(section).encode()


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def main(folder: Path) -> None:
    """Write the seeds, a folder for each target, into FOLDER."""
    for target, data in seeds():
        into = folder / target
        into.mkdir(parents=True, exist_ok=True)
        (into / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


if __name__ == "__main__":
    main()
