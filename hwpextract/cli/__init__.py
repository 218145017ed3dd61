"""The command `hwpextract`: press-release files in; JSON, Markdown or plain text out.

Results go to standard output alone, errors to standard error, one line each. Exit status: 0 all files read, 1 some failed or the
output could not be written, 2 wrong usage, 130 interrupted. A command is a module of this package, imported when it is called.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn

__all__ = ["main", "run"]

_NEW_OBJECTS = 100_000


def run() -> NoReturn:
    """The command as a process of its own, which then ends without giving back each of its objects: a thirtieth of the whole time."""
    try:
        main()
    except SystemExit as end:
        if "multiprocessing" in sys.modules:  # workers are waited for
            raise
        os._exit(int(end.code or 0))  # whatever is printed has been flushed


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command with these arguments, or those of the process, and leave with its exit status."""
    # Imports leave nothing behind that needs collecting, a command little, and at its end nothing does: a sixth of the whole time.
    gc.set_threshold(_NEW_OBJECTS)
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    status = _status(args)
    gc.freeze()
    sys.exit(status)


def _open_what_is_closed() -> None:
    """Let streams that the caller closed (`<&-`, `2>&-`) be empty ones; results for a closed standard output are an error."""
    for name in ("stdin", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), "r" if name == "stdin" else "w"))


def _status(args: Sequence[str] | None) -> int:
    import click

    from hwpextract.cli.failures import Failure, complain
    from hwpextract.cli.group import cli

    try:
        status: int = cli.main(args, prog_name="hwpextract", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        print("hwpextract: interrupted [interrupted]", file=sys.stderr)
        return 130
    except OSError as error:
        complain(error.filename or "standard output", Failure("cannot_write", error.strerror or str(error)))
        return 1
    return status
