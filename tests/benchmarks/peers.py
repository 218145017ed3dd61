"""Environments to measure: this one, and one for each reader of the package index, kept in a folder from run to run."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import click

_WORKER = Path(__file__).with_name("worker.py")
_SLOW = 1.0
"""Seconds from which one run of a file is enough."""


@dataclass(frozen=True)
class Environment:
    """A Python with readers in it, and the routes of `worker` that it can go."""

    name: str
    routes: tuple[str, ...]
    packages: tuple[str, ...] = ()


OURS = Environment("hwpextract", ("read", "extract", "extract + JSON"))
DOCUMENT_PEERS = (
    Environment("unhwp", ("unhwp",), ("unhwp",)),
    Environment("mdm-core", ("mdm-core",), ("mdm-core",)),
    Environment("syhwp", ("syhwp",), ("syhwp",)),
    Environment("hwp-hwpx-parser", ("hwp-hwpx-parser",), ("hwp-hwpx-parser",)),
    Environment("extract-hwp", ("extract-hwp",), ("extract-hwp",)),
    Environment("pyhwp", ("pyhwp",), ("pyhwp", "six")),
)
PDF_PEERS = (
    Environment("pypdfium2", ("pypdfium2", "pypdfium2, text and paths"), ("pypdfium2",)),
    Environment("pdfminer.six", ("pdfminer.six",), ("pdfminer.six",)),
    Environment("pdfplumber", ("pdfplumber",), ("pdfplumber",)),
)


def python_of(environment: Environment, cache: Path | None) -> tuple[str, str] | None:
    """Interpreter of an environment and the version of what it measures, made if it is not there; None when that fails."""
    if not environment.packages:
        return sys.executable, _version(sys.executable, environment.name)
    if cache is None:
        return None
    folder = cache / environment.name
    python = str(folder / "bin" / "python")
    if not folder.exists():
        venv.create(folder, with_pip=True)
    # The floor needs olefile everywhere.
    install = [python, "-m", "pip", "install", "--quiet", *environment.packages, "olefile"]
    if subprocess.run(install, check=False, capture_output=True).returncode:
        click.echo(f"{environment.name} cannot be installed, so it is left out", err=True)
        return None
    return python, _version(python, environment.packages[0])


def _version(python: str, package: str) -> str:
    code = f"from importlib.metadata import version; print(version({package!r}))"
    return subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


class Worker:
    """A process that measures the routes of one environment."""

    def __init__(self, python: str, routes: Sequence[str]) -> None:
        command = [python, str(_WORKER), *routes]
        self.routes = routes
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait()

    def times(self, path: Path) -> dict[str, float | None]:
        """CPU seconds of the floor and of each route on a file; None for one that gives nothing."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the worker has no pipes")
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the process that measures {', '.join(self.routes)} has ended")
        answer: dict[str, float | None] = json.loads(line)
        return answer


def medians(workers: Sequence[Worker], path: Path, rounds: int) -> dict[str, dict[str, float | None]]:
    """Median times of every worker on a file by its first route, rounds taken in turn; slow ones are asked once only."""
    answers: dict[str, list[dict[str, float | None]]] = {worker.routes[0]: [] for worker in workers}
    for _ in range(rounds):
        for worker in workers:
            kept = answers[worker.routes[0]]
            if not kept or max(filter(None, kept[0].values()), default=0.0) < _SLOW:
                kept.append(worker.times(path))
    return {name: {route: _median(kept, route) for route in kept[0]} for name, kept in answers.items()}


def _median(answers: Sequence[dict[str, float | None]], route: str) -> float | None:
    times = [spent for answer in answers if (spent := answer[route]) is not None]
    return statistics.median(times) if len(times) == len(answers) else None
