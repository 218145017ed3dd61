"""How far a second worker pays: `PYTHONPATH=tests python -m benchmarks.batch FOLDER [--rounds N] > report`; Linux only.

Reads the folder into a new database with one worker and with two, in turn, and prints what each run took. Wall times count only on a
machine that does nothing else. CPU times tell much the same on a busy one: what is not reading happens in one process, so two workers
on two processors are at best 2 / (1 + its share) times as fast as one.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

_EVERY = 0.1
_TICKS = os.sysconf("SC_CLK_TCK")


class Spent(NamedTuple):
    """What a run took: wall seconds, CPU seconds of the process that keeps the results and of all others, and their peaks in MB."""

    wall: float
    keeping: float
    reading: float
    keeping_peak: float
    reading_peak: float


class _Usage(NamedTuple):
    """CPU seconds of a process, those of its children that ended, and its peak of resident memory in MB."""

    own: float
    ended: float
    peak: float


def measured(folder: Path, workers: int, memory: int) -> Spent:
    """Run the command on a folder, and look at its processes until they end."""
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "hwpextract", "batch", str(folder), "-o", f"{scratch}/r.db", "--quiet"]
        limits = ["--workers", str(workers), "--memory", str(memory)]
        began = time.monotonic()
        running = subprocess.Popen([*command, *limits], start_new_session=True)
        found = Spent(0.0, 0.0, 0.0, 0.0, 0.0)
        while running.poll() is None:
            found = _later(found, running.pid)
            time.sleep(_EVERY)
        wall = time.monotonic() - began
    if running.returncode not in (0, 1):
        raise click.ClickException(f"the run ended with status {running.returncode}")
    return found._replace(wall=wall)


def _later(before: Spent, leader: int) -> Spent:
    usages = dict(_session(leader))
    keeping = usages.pop(leader, _Usage(0.0, 0.0, 0.0))
    # The process that starts the workers is among them, and knows what those took that have ended.
    now = Spent(
        0.0,
        keeping.own,
        sum(usage.own + usage.ended for usage in usages.values()),
        keeping.peak,
        max((usage.peak for usage in usages.values()), default=0.0),
    )
    return Spent(*map(max, before, now))


def _session(leader: int) -> Iterator[tuple[int, _Usage]]:
    """The processes of a session, by proc(5)."""
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            values = (entry / "stat").read_text().rpartition(")")[2].split()
            status = (entry / "status").read_text()
        except OSError:  # it has just ended
            continue
        if int(values[3]) == leader:
            own, ended = (sum(map(int, values[at : at + 2])) / _TICKS for at in (11, 13))
            peak = status.partition("VmHWM:")[2].split()
            yield int(entry.name), _Usage(own, ended, int(peak[0]) / 1024 if peak else 0.0)


def _medians(runs: Sequence[Spent]) -> Spent:
    return Spent(*map(statistics.median, zip(*runs, strict=True)))


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--rounds", default=3, show_default=True, help="Runs with each number of workers; medians are printed.")
@click.option("--memory", default=2048, show_default=True, metavar="MIB", help="For a worker.")
def main(folder: Path, rounds: int, memory: int) -> None:
    """Print what reading the files of FOLDER takes with one worker and with two."""
    runs: dict[int, list[Spent]] = {1: [], 2: []}
    for _ in range(rounds):
        for workers, spent in runs.items():
            spent.append(measured(folder, workers, memory))
    found = {workers: _medians(spent) for workers, spent in runs.items()}
    click.echo(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    click.echo("| workers | seconds | CPU s, keeping | CPU s, reading | share | peak MB, keeping | of a worker |")
    click.echo("|---|---|---|---|---|---|---|")
    for workers, one in found.items():
        cells = [one.wall, one.keeping, one.reading, one.keeping / one.reading]
        click.echo(
            f"| {workers} | {' | '.join(f'{cell:.2f}' for cell in cells)} | {one.keeping_peak:.0f} | {one.reading_peak:.0f} |"
        )
    bound = 2 / (1 + found[2].keeping / found[2].reading)
    click.echo(f"\ntwo workers: {found[1].wall / found[2].wall:.2f} times as fast; by CPU times at best {bound:.2f}")


if __name__ == "__main__":
    main()
