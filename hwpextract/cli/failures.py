"""One bad file must not end the run: why a file has no result, as a line on standard error and as JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import BinaryIO, NamedTuple, TypeAlias, TypeVar

import hwpextract
from hwpextract.cli.names import base_name, name_of, on_one_line
from hwpextract.cli.output import as_json

Source: TypeAlias = str | BinaryIO
R = TypeVar("R")

_SYSTEM_ERRORS = {
    FileNotFoundError: ("not_found", "no such file"),
    IsADirectoryError: ("is_a_folder", "this is a folder; name the files in it"),
    PermissionError: ("permission_denied", "no permission to read this file"),
}


class Failure(NamedTuple):
    """Why a file has no result."""

    code: str
    message: str
    hint: str | None = None


def attempt(file: str, action: Callable[[Source, str | None], R]) -> R | Failure:
    """What the action makes of a file, or why it could not, which is also printed."""
    try:
        return action(sys.stdin.buffer if file == "-" else file, base_name(file))
    except Exception as error:  # one bad file must not end the run, not even by a defect of ours
        failure = _failure(error, file)
    complain(file, failure)
    return failure


def _failure(error: Exception, file: str) -> Failure:
    if isinstance(error, hwpextract.HwpExtractError):
        return Failure(error.code, error.message, error.hint)
    if isinstance(error, OSError):
        # Opening a folder is a PermissionError on Windows.
        kind = IsADirectoryError if os.path.isdir(file) else type(error)
        return Failure(*_SYSTEM_ERRORS.get(kind, ("unreadable", error.strerror or str(error))))
    return Failure(
        "internal_error", f"{type(error).__name__}: {error}", "This is a defect of hwpextract: please report it."
    )


def complain(file: str, failure: Failure) -> None:
    """Print the failure as one line on standard error."""
    hint = f" ({failure.hint})" if failure.hint else ""
    reason = " ".join(f"{failure.message} [{failure.code}]{hint}".split())
    print(f"hwpextract: {on_one_line(name_of(file))}: {on_one_line(reason)}", file=sys.stderr, flush=True)


def failure_json(file: str, failure: Failure, indent: int | None) -> str:
    """The object that stands for a file without a result."""
    return as_json({"error": failure._asdict(), "source": {"filename": base_name(file)}}, indent)
