"""Whole processes: what importing costs, what the command costs on one release, and how much memory a file takes."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_RUNS = 11
_PYDANTIC = "from pydantic import BaseModel"
_PEAK = "import hwpextract; {}; print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"


def starts(releases: Sequence[Path]) -> list[tuple[str, float]]:
    """Processes by what they do, with the CPU milliseconds of each; the first is what the others are measured against."""
    commands = {
        f"`{_PYDANTIC}`": ["-c", _PYDANTIC],
        "an empty program": ["-c", "pass"],
        "`import hwpextract`": ["-c", "import hwpextract"],
        "`from hwpextract import extract`": ["-c", "from hwpextract import extract"],
    }
    for path in releases:
        commands[f"`hwpextract FILE{path.suffix}`"] = ["-m", "hwpextract", str(path)]
        commands[f"`hwpextract --to text FILE{path.suffix}`"] = ["-m", "hwpextract", "--to", "text", str(path)]
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(_RUNS):
        for name, arguments in commands.items():
            spent[name].append(_cpu_of(arguments))
    return [(name, 1000 * statistics.median(times[1:])) for name, times in spent.items()]


def peak_memory(path: Path) -> float:
    """Megabytes that a process takes for one file beyond what it takes after the imports alone."""
    loaded, read = (_peak(action) for action in ("hwpextract.extract", f"hwpextract.extract({str(path)!r})"))
    return (read - loaded) / 1024


def _peak(action: str) -> int:
    found = subprocess.run([sys.executable, "-c", _PEAK.format(action)], check=True, capture_output=True, text=True)
    return int(found.stdout)


def _cpu_of(arguments: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Installed packages have their byte code beside them, so it may be written here too.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
