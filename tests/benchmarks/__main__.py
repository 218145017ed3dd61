"""Speed against the floor, measured in one run: `python tests/benchmarks [FOLDER]`.

The floor is what nobody can avoid: open the container, read and inflate the text streams. Every figure is the median CPU time of
several runs, taken in turn with the floor of the same file; the table shows the geometric mean of the ratios.
"""

from __future__ import annotations

import io
import math
import platform
import re
import resource
import statistics
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import olefile

import hwpextract

_ROUNDS = 5
_TEXT_PARTS = re.compile(r"(?:header|section\d+)\.xml$")
_STARTS = {
    "from pydantic import BaseModel": "from pydantic import BaseModel",
    "import hwpextract": "import hwpextract",
    "from hwpextract import extract": "from hwpextract import extract",
}


def floor_hwp5(data: bytes) -> None:
    """Open the compound file, read and inflate DocInfo and the body (protected bodies are only read)."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        packed = ole.openstream("FileHeader").read()[36] & 1
        for path in ole.listdir():
            if path[0] in ("DocInfo", "BodyText", "ViewText"):
                stream = ole.openstream(path).read()
                if packed and path[0] != "ViewText":
                    zlib.decompressobj(-15).decompress(stream)


def floor_hwpx(data: bytes) -> None:
    """Open the archive, inflate header and sections."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if _TEXT_PARTS.search(name):
                archive.read(name)


FLOORS = {hwpextract.Format.HWP5: floor_hwp5, hwpextract.Format.HWPX: floor_hwpx}
ROUTES: dict[str, Callable[[bytes], object]] = {
    "read": hwpextract.read,
    "extract": hwpextract.extract,
    "extract + JSON": lambda data: hwpextract.extract(data).model_dump_json(),
}


def ratios(data: bytes, floor: Callable[[bytes], None]) -> dict[str, float]:
    """Median CPU time of each route over that of the floor, runs interleaved."""
    spent: dict[str, list[float]] = {"floor": [], **{name: [] for name in ROUTES}}
    for _ in range(_ROUNDS):
        for name, route in ({"floor": floor} | ROUTES).items():
            start = time.process_time()
            route(data)
            spent[name].append(time.process_time() - start)
    medians = {name: statistics.median(times) for name, times in spent.items()}
    return {name: medians[name] / medians["floor"] for name in ROUTES} | {"floor ms": medians["floor"] * 1000}


def files_in(folder: Path) -> Iterator[tuple[hwpextract.Format, bytes]]:
    """Readable documents below a folder with their format, in order of their names."""
    for path in sorted(folder.rglob("*.hwp*")):
        data = path.read_bytes()
        kind = hwpextract.sniff(data)
        if kind in FLOORS:
            yield kind, data


def cpu_of(code: str) -> float:
    """Median CPU time in milliseconds of a fresh interpreter that runs `code`."""
    times = []
    for _ in range(2 * _ROUNDS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times) * 1000


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="samples")
def main(folder: Path) -> None:
    """Print a Markdown table of the figures over the HWP 5 and HWPX files below FOLDER."""
    measured: dict[str, list[dict[str, float]]] = {}
    for kind, data in files_in(folder):
        measured.setdefault(kind.value, []).append(ratios(data, FLOORS[kind]))
    measured["together"] = [row for rows in measured.values() for row in rows]
    click.echo(f"hwpextract {hwpextract.__version__}, Python {platform.python_version()}, {platform.machine()}\n")
    click.echo("| format | files | floor, median ms | " + " | ".join(f"{name}, x floor" for name in ROUTES) + " |")
    click.echo("|---|---|---|" + "---|" * len(ROUTES))
    for kind_name, rows in measured.items():
        floor = statistics.median(row["floor ms"] for row in rows)
        means = (math.exp(statistics.fmean(math.log(row[name]) for row in rows)) for name in ROUTES)
        click.echo(f"| {kind_name} | {len(rows)} | {floor:.2f} | " + " | ".join(f"{mean:.1f}" for mean in means) + " |")
    empty, *starts = (cpu_of(code) for code in ("pass", *_STARTS.values()))
    click.echo("\n| start of a process | CPU ms | x pydantic |\n|---|---|---|")
    for name, spent in zip(_STARTS, starts, strict=True):
        click.echo(f"| `{name}` | {spent:.0f} | {spent / starts[0]:.2f} |")
    click.echo(f"| an empty program | {empty:.0f} | {empty / starts[0]:.2f} |")


if __name__ == "__main__":
    main()
