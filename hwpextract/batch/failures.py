"""Why a file of a run has no result. Codes are those of the errors of this package, and those of docs/batch.md."""

from __future__ import annotations

from typing import NamedTuple

from hwpextract.batch.settings import Settings
from hwpextract.errors import HwpExtractError


class Failure(NamedTuple):
    """A stable code, a message, and what the person in front of it can do."""

    code: str
    message: str
    hint: str | None = None


_NO_MEMORY = "pointer is null"
"""What Rust libraries (PyO3) say when Python could not give them memory."""
_SYSTEM_ERRORS = {
    FileNotFoundError: Failure("not_found", "no such file"),
    PermissionError: Failure("permission_denied", "no permission to read this file"),
}


def failure_of(error: BaseException, settings: Settings) -> Failure:
    """What to tell of an error that came up while a file was read."""
    if isinstance(error, MemoryError) or _NO_MEMORY in str(error):
        return out_of_memory(settings)
    if isinstance(error, HwpExtractError):
        # A file stops itself or is stopped; which of the two comes first is chance.
        slow = error.code == "limit_seconds"
        return out_of_time(settings) if slow else Failure(error.code, error.message, error.hint)
    if isinstance(error, OSError):
        return system_failure(error)
    if not isinstance(error, Exception):
        return worker_died(f"native code gave up: {error}")
    return Failure(
        "internal_error", f"{type(error).__name__}: {error}", "This is a defect of hwpextract: please report it."
    )


def system_failure(error: OSError) -> Failure:
    """What to tell of a file that the system does not give."""
    return _SYSTEM_ERRORS.get(type(error), Failure("unreadable", error.strerror or str(error)))


def worker_died(how: str) -> Failure:
    """What to tell of a file that took the process with it."""
    return Failure("worker_died", f"the process that read the file ended: {how}", "Run the same command with --retry.")


def out_of_time(settings: Settings) -> Failure:
    """What to tell of a file that took longer than it may."""
    return Failure(
        "limit_seconds", f"reading took more than {settings.timeout:g} seconds", "Raise the limit and retry."
    )


def out_of_memory(settings: Settings) -> Failure:
    """What to tell of a file that took more memory than it may."""
    mebibytes = settings.memory >> 20
    return Failure("limit_memory", f"reading took more than {mebibytes} MiB of memory", "Raise the limit and retry.")


class OutputError(Exception):
    """An output that cannot be written, or a database that cannot be read: no known kind, an extra is missing, something else."""
