"""`hwpextract batch`: many files into one output."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from hwpextract.cli.names import name_of
from hwpextract.cli.options import contacts_option, password_option, revisions_option, strict_option
from hwpextract.cli.output import as_json, show

if TYPE_CHECKING:
    from hwpextract.batch import Engine, Progress, Summary
    from hwpextract.press.model import ContactDetail
    from hwpextract.readers.options import Revisions

_INTERRUPTED = 3
_REFRESHES = 4
"""Of the bar, a second: drawing it takes time from what keeps the results."""
_EXTRAS = {"batch": ("pebble", "rich"), "ray": ("ray", "pyarrow")}


@click.command("batch")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-o", "--output", metavar="PATH", required=True, help="A .db, .jsonl or .parquet file, or a folder.")
@click.option("--workers", metavar="N", type=click.IntRange(1), help="Processes that read; as many as processors.")
@click.option(
    "--timeout", metavar="SECONDS", type=click.FloatRange(0.1), default=60, show_default=True, help="For a file."
)
@click.option(
    "--memory", metavar="MIB", type=click.IntRange(256), default=2048, show_default=True, help="For a worker."
)
@password_option
@strict_option
@revisions_option
@contacts_option
@click.option("--document", is_flag=True, help="Keep the whole content of each file, not the release alone.")
@click.option("--retry", is_flag=True, help="Read the files again that failed before.")
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True, help="Who reads.")
@click.option("--json", "in_json", is_flag=True, help="Print the summary as JSON on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar, no summary.")
def command(
    sources: tuple[str, ...],
    output: str,
    workers: int | None,
    timeout: float,
    memory: int,
    password: str | None,
    strict: bool,
    revisions: Revisions,
    contacts: ContactDetail,
    document: bool,
    retry: bool,
    engine: str,
    in_json: bool,
    quiet: bool,
) -> int:
    """Read all files of each SOURCE, a folder, pattern, file or zip archive; '-' is a list of them on standard input.

    Run it again to go on where it was stopped, or to add what is new. Without a SOURCE, what was read before is written again.

    The exit status is 0 when all files were read, 1 when some failed, 2 for wrong usage, 3 when the run was interrupted.
    """
    _need("batch")
    from hwpextract.batch import OutputError, Settings, run
    from hwpextract.batch.sources import is_there

    if missing := [source for source in sources if source != "-" and not is_there(source)]:
        raise click.BadParameter(f"there is no {name_of(missing[0])}", param_hint="SOURCE")
    settings = Settings(
        password=password,
        contacts=contacts,
        strict=strict,
        revisions=revisions,
        document=document,
        timeout=timeout,
        memory=memory << 20,
    )
    try:
        with _bar(quiet) as on_progress, _ended_in_order():
            summary = run(
                _listed(sources),
                output,
                settings=settings,
                workers=workers,
                retry=retry,
                engine=_engine(engine),
                on_progress=on_progress,
            )
    except OutputError as error:
        raise click.UsageError(str(error)) from error
    except KeyboardInterrupt:  # once more, while the output was being written
        return _INTERRUPTED
    if in_json:
        show(as_json(summary._asdict(), 2))
    if not quiet:
        print(_told(summary), file=sys.stderr)
    return _INTERRUPTED if summary.interrupted else int(summary.failed > 0)


def _need(extra: str) -> None:
    if missing := [name for name in _EXTRAS[extra] if not find_spec(name)]:
        raise click.UsageError(f"this needs {' and '.join(missing)}: pip install 'hwpextract[{extra}]'")


def _engine(name: str) -> Engine | None:
    if name == "local":
        return None
    _need("ray")
    from hwpextract.integrations.ray import read_on_cluster

    return read_on_cluster


def _listed(sources: tuple[str, ...]) -> Iterator[str]:
    """The sources, in the place of '-' those that standard input names, a line each or, as `find -print0` does, up to a NUL."""
    for source in sources:
        if source != "-":
            yield source
            continue
        listed = sys.stdin.buffer.read()
        names = listed.split(b"\0") if b"\0" in listed else listed.splitlines()
        yield from (os.fsdecode(name) for name in names if name)


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let the signal by which systems end a process do what Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar on a terminal, nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.1f}/s"),
        TextColumn("{task.fields[failed]} failed"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), refresh_per_second=_REFRESHES) as bar:
        task = bar.add_task("", total=None, rate=0.0, failed=0)

        def on_progress(progress: Progress) -> None:
            elapsed = bar.tasks[0].elapsed or 0.0
            rate = (progress.done - progress.known) / elapsed if elapsed else 0.0
            bar.update(task, completed=progress.done, total=progress.total, rate=rate, failed=progress.failed)

        yield on_progress


def _told(summary: Summary) -> str:
    """The summary for a person: a line of what became of the files, a line for each reason to fail."""
    counts = {name: getattr(summary, name) for name in ("read", "duplicate", "archive", "skipped", "failed", "pending")}
    told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    lines = [
        f"{_many(summary.files, 'file')}: {told or 'nothing to do'}",
        f"{_many(summary.releases, 'release')} in {_many(summary.forms, 'form')}, {summary.seconds:g} s",
        *(f"  {count:>6}  {code}" for code, count in summary.failures.items()),
    ]
    if summary.interrupted:
        lines.append("interrupted: run the same command again to go on")
    return "\n".join(lines)


def _many(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
