"""How fast everything is, measured in one run: `PYTHONPATH=tests python -m benchmarks FOLDER [--peers CACHE] > report`.

Every figure is a median of CPU times. Routes over files are taken in turn with the floor of the same file, which is what nobody can
avoid: opening the container, reading and inflating the streams of its text; the tables show geometric means of the ratios.
Readers of the package index are measured in environments of their own, which --peers keeps in a folder.
"""

from __future__ import annotations

import math
import os
import platform
import statistics
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import click

import hwpextract
from benchmarks import growth, processes
from benchmarks.peers import DOCUMENT_PEERS, OURS, PDF_PEERS, Environment, Worker, medians, python_of
from hwpextract.sniff import Format, sniff

_DISTRIBUTION = "distribution"
_KINDS = ("hwp5", "hwpx", _DISTRIBUTION)
_Times = dict[str, float | None]


def kind_of(path: Path) -> str | None:
    """Row of the table that a file belongs to: its format, or that it is protected; None for other formats."""
    data = path.read_bytes()
    kind = sniff(data)
    if kind not in (Format.HWP5, Format.HWPX, Format.PDF):
        return None
    try:
        document = hwpextract.read(data) if kind is not Format.PDF else None
    except hwpextract.HwpExtractError:
        return None
    protected = document and any(warning.code == "distribution_document" for warning in document.warnings)
    return _DISTRIBUTION if protected else kind.value


def files_in(folders: Iterable[Path]) -> dict[str, list[Path]]:
    """Readable files below folders by kind, in the order of their names."""
    found: dict[str, list[Path]] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        if kind := kind_of(path):
            found.setdefault(kind, []).append(path)
    return found


def started(environments: Sequence[Environment], cache: Path | None, stack: ExitStack) -> dict[str, Worker]:
    """Workers of the environments that can be had, by the name and version of what they measure."""
    workers = {}
    for environment in environments:
        if found := python_of(environment, cache):
            python, version = found
            workers[f"{environment.name} {version}"] = stack.enter_context(Worker(python, environment.routes))
    return workers


def mean(ratios: Sequence[float], digits: int = 1) -> str:
    """Geometric mean as a cell."""
    return f"{math.exp(statistics.fmean(map(math.log, ratios))):.{digits}f}" if ratios else "–"


def rows_of_documents(files: dict[str, list[Path]], workers: dict[str, Worker], rounds: int) -> Iterator[list[str]]:
    """A row for each route: times the floor by kind of file, and how many files it gave text of."""
    measured = {
        kind: [medians(list(workers.values()), path, rounds) for path in files.get(kind, ())] for kind in _KINDS
    }
    for name, worker in workers.items():
        for route in worker.routes:
            ratios = {kind: [_ratio(found[worker.routes[0]], route) for found in measured[kind]] for kind in _KINDS}
            plain = ratios["hwp5"] + ratios["hwpx"]
            given = sum(ratio is not None for kind in _KINDS for ratio in ratios[kind])
            means = [mean([ratio for ratio in each if ratio]) for each in (plain, *ratios.values())]
            yield [f"{name}: {route}" if len(worker.routes) > 1 else name, *means, str(given)]


def _ratio(found: _Times, route: str) -> float | None:
    floor, spent = found["floor"], found[route]
    return spent / floor if floor and spent else None


def rows_of_pages(paths: Sequence[Path], workers: dict[str, Worker], rounds: int) -> Iterator[list[str]]:
    """A row for each route: milliseconds a page, and times PDFium's text and path objects if that is there."""
    measured = [(medians(list(workers.values()), path, rounds), _pages(path)) for path in paths]
    for name, worker in workers.items():
        for route in worker.routes:
            pairs = [(found[worker.routes[0]][route], found, pages) for found, pages in measured]
            pages = [1000 * spent / count for spent, _, count in pairs if spent]
            beside = [spent / base for spent, found, _ in pairs if spent and (base := _pdfium(found))]
            row = f"{name}: {route}" if len(worker.routes) > 1 else name
            yield [
                row,
                f"{statistics.median(pages):.1f}" if pages else "–",
                mean(beside, 2),
                str(len(pages)),
            ]


def _pdfium(found: dict[str, _Times]) -> float | None:
    return found.get("pypdfium2", {}).get("pypdfium2, text and paths")


def _pages(path: Path) -> int:
    return hwpextract.read(path).metadata.pages or 1


def table(title: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a Markdown table."""
    click.echo("| " + " | ".join(title) + " |\n|" + "---|" * len(title))
    for row in rows:
        click.echo("| " + " | ".join(row) + " |")
    click.echo()


def report_processes(files: dict[str, list[Path]]) -> None:
    """Print what processes cost, and the memory that one file takes."""
    middle = [sorted(paths, key=lambda path: path.stat().st_size)[len(paths) // 2] for paths in files.values() if paths]
    started = processes.starts(middle)
    base = started[0][1]
    table(
        ("process", "CPU ms", "x pydantic"), ([name, f"{spent:.0f}", f"{spent / base:.2f}"] for name, spent in started)
    )
    peaks = ([path.suffix, f"{path.stat().st_size / 1e6:.2f}", f"{processes.peak_memory(path):.1f}"] for path in middle)
    table(("one file", "its size, MB", "memory for it, MB"), peaks)


def _beside(value: float, linear: float) -> tuple[str, str]:
    return f"{value:.1f}", f"{value / linear:.2f}"


def report_growth(files: dict[str, list[Path]], releases: bool) -> None:
    """Print what copies of one document cost, and what memory many releases leave taken."""
    costs = {
        copies: {kind: growth.cost(data) for kind, data in growth.documents(copies).items()} for copies in growth.COPIES
    }
    first = costs[growth.COPIES[0]]
    table(
        ("format", "copies", "CPU ms", "times linear", "peak MB", "times linear"),
        (
            [
                kind,
                str(copies),
                *_beside(1000 * spent, 1000 * first[kind][0] * copies),
                *_beside(peak, first[kind][1] * copies),
            ]
            for copies, found in costs.items()
            for kind, (spent, peak) in found.items()
        ),
    )
    if releases:
        paths = files.get("hwp5", []) + files.get("hwpx", [])
        before, after = growth.resident_after(sorted(paths, key=lambda path: path.stat().st_size)[: len(paths) // 2])
        click.echo(f"10,000 releases in one process: {before:.0f} MB after 1,000, {after:.0f} MB at the end.\n")


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--peers", type=click.Path(file_okay=False, path_type=Path), help="Folder of the other readers' environments."
)
@click.option("--rounds", default=5, show_default=True, help="Runs of each route on each file.")
@click.option("--pdfs", default=20, show_default=True, help="PDF files to take, evenly spread.")
@click.option("--releases/--no-releases", default=True, help="Read 10,000 releases in one process.")
def main(folders: tuple[Path, ...], peers: Path | None, rounds: int, pdfs: int, releases: bool) -> None:
    """Print Markdown tables of the figures over the HWP 5, HWPX and PDF files below FOLDERS."""
    files = files_in(folders)
    counts = ", ".join(f"{len(paths)} {kind}" for kind, paths in files.items())
    click.echo(
        f"hwpextract {hwpextract.__version__}, Python {platform.python_version()}, {os.cpu_count()} cores, ", nl=False
    )
    click.echo(f"{platform.machine()}, load {os.getloadavg()[0]:.1f}; {counts} files.\n")
    if peers is None:
        click.echo("other readers are left out, there is no --peers", err=True)
    with ExitStack() as stack:
        workers = started((OURS, *DOCUMENT_PEERS), peers, stack)
        titles = ("times the floor", "hwp5 + hwpx", *_KINDS, "files with text")
        table(titles, rows_of_documents(files, workers, rounds))
        pages = files.get("pdf", [])
        pages = pages[:: max(len(pages) // pdfs, 1)]
        workers = started((Environment("hwpextract", OURS.routes), *PDF_PEERS), peers, stack)
        table(
            ("PDF", "ms a page", "x PDFium's text and paths", "files with text"), rows_of_pages(pages, workers, rounds)
        )
    report_processes(files)
    report_growth(files, releases)


if __name__ == "__main__":
    main()
