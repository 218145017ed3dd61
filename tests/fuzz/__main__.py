"""Mutants of every file of a folder, read in a child process that is watched: `PYTHONPATH=tests python -m fuzz FOLDER`.

Prints how many mutants of each format came to which outcome, the slowest one and the highest memory. Exit status 1 when one
raised anything but `HwpExtractError`, took more than 10 seconds of processor time, or more than 1 GB. Such mutants are kept in --keep.
Mutant number N of a folder and a seed is the same file in every run.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import click

from fuzz.exercise import exercise
from fuzz.mutate import mutant
from hwpextract.sniff import Format, sniff

_READ = (Format.HWP5, Format.HWPX, Format.HWP3, Format.HWPML, Format.PDF)
_SECONDS = 10.0
_PATIENCE = 300.0
"""Wall time after which a child counts as hanging though it uses no processor."""
_MEBIBYTES = 1024
_ADDRESS_SPACE = 4 << 30
_MUTANTS_A_CHILD = 400
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Report:
    """What came of the mutants so far."""

    outcomes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[int, str] = (0, "")
    findings: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, name: str, outcome: str, seconds: float, mebibytes: int) -> bool:
        """Count one mutant; true when it is a finding that is to be kept."""
        self.slowest = max(self.slowest, (seconds, name))
        self.largest = max(self.largest, (mebibytes, name))
        if seconds > _SECONDS and not outcome.startswith("!"):
            outcome = "!slow"
        if mebibytes > _MEBIBYTES and not outcome.startswith("!"):
            outcome = "!memory"
        self.outcomes[kind][outcome.partition(" at ")[0]] += 1
        if not outcome.startswith("!"):
            return False
        self.findings[outcome] += 1
        self.examples.setdefault(outcome, name)
        return self.findings[outcome] <= 5

    def print(self) -> None:
        """Print the counts."""
        total = sum(sum(counts.values()) for counts in self.outcomes.values())
        print(f"{total} mutants; slowest {self.slowest[0]:.1f} s ({self.slowest[1]}), ", end="")
        print(f"most memory {self.largest[0]} MB ({self.largest[1]})")
        for kind, counts in sorted(self.outcomes.items()):
            print(f"  {kind}: {sum(counts.values())}")
            for outcome, count in counts.most_common():
                print(f"    {count:6} {outcome}")
        for finding, count in self.findings.most_common():
            print(f"FINDING {count} x {finding[1:]} ({self.examples[finding]})")
        print(f"{sum(self.findings.values())} findings", flush=True)


class Child:
    """A process that reads one mutant after the other; it is replaced when it dies or has to be killed."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.get_context("fork").Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._served = 0

    def read(self, data: bytes) -> tuple[str, float, int]:
        """Outcome, processor seconds and MB of one mutant."""
        if self._served >= _MUTANTS_A_CHILD:
            self._end()
        self._served += 1
        begun, before = time.monotonic(), self._seconds()
        self._pipe.send_bytes(data)
        while not self._pipe.poll(1.0):
            used = self._seconds() - before
            if used > 2 * _SECONDS or time.monotonic() - begun > _PATIENCE:
                self._end()
                return "!hang", used, 0
        try:
            answer: tuple[str, float, int] = self._pipe.recv()
        except EOFError:
            self._end()
            return "!died", 0.0, 0
        return answer

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._start()

    def _seconds(self) -> float:
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return sum(map(int, fields[11:15])) / _TICKS


def _serve(pipe: Connection) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    while True:
        data = pipe.recv_bytes()
        Path("/proc/self/clear_refs").write_text("5")
        begun = time.process_time()
        try:
            outcome = exercise(data)
        except Exception as error:
            outcome = f"!{type(error).__name__} at {_place(error)}: {error}"[:200]
        pipe.send((outcome, time.process_time() - begun, _peak()))


def _place(error: BaseException) -> str:
    """Innermost function of the package in a traceback."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "hwpextract/" in frame.filename]
    return f"{frames[-1].filename.rpartition('hwpextract/')[2]}:{frames[-1].lineno}" if frames else "?"


def _peak() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def corpus(folder: Path) -> dict[Format, list[Path]]:
    """Files of a folder by their format, the readable ones alone."""
    found: dict[Format, list[Path]] = {kind: [] for kind in _READ}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and (kind := sniff(path.read_bytes())) in found:
            found[kind].append(path)
    return {kind: paths for kind, paths in found.items() if paths}


def mutants(files: dict[Format, list[Path]], seed: int, numbers: range) -> Iterator[tuple[Format, str, bytes]]:
    """Format, name and bytes of the mutants of these numbers, formats in turn."""
    kinds = list(files)
    for number in numbers:
        random = Random(f"{seed}:{number}")
        kind = kinds[number % len(kinds)]
        path = random.choice(files[kind])
        yield kind, f"{number} {path.name}", mutant(path.read_bytes(), random)


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--count", default=20_000, show_default=True, help="Mutants to read.")
@click.option("--first", default=0, show_default=True, help="Number of the first mutant.")
@click.option("--seed", default=0, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), help="Folder for mutants that are findings.")
def main(folder: Path, count: int, first: int, seed: int, keep: Path | None) -> None:
    """Read mutants of the files in FOLDER and print what came of them."""
    files = corpus(folder)
    print(", ".join(f"{len(paths)} {kind.value}" for kind, paths in files.items()), flush=True)
    report, child = Report(), Child()
    for done, (kind, name, data) in enumerate(mutants(files, seed, range(first, first + count)), 1):
        if report.add(kind.value, name, *child.read(data)) and keep:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{seed}-{name.split()[0]}").write_bytes(data)
        if not done % 1000:
            report.print()
    report.print()
    sys.exit(bool(report.findings))


if __name__ == "__main__":
    main()
