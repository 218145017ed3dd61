"""`hwpextract verify`: each file against a second, independent reader."""

from __future__ import annotations

from collections.abc import Iterator

import click

import hwpextract
from hwpextract.cli.failures import Failure, Source, attempt, complain, failure_json
from hwpextract.cli.names import base_name, name_of, on_one_line
from hwpextract.cli.options import files_argument, password_option
from hwpextract.cli.output import as_json, show

_SHOWN = 20
"""Passages of each side that are printed."""


@click.command("verify")
@files_argument
@click.option("--json", "json", is_flag=True, help="Print a JSON object a line, with all passages.")
@click.option(
    "--least",
    metavar="SHARE",
    type=click.FloatRange(0, 1),
    default=0.99,
    show_default=True,
    help="Agreement from which on a file passes.",
)
@password_option
def command(files: tuple[str, ...], json: bool, least: float, password: str | None) -> int:
    """Read each FILE with a second, independent reader, and say where the two differ; status 1 when a file does not pass."""
    failed = 0
    for file in files:
        found: list[hwpextract.Verification] = []

        def keep(source: Source, name: str | None, found: list[hwpextract.Verification] = found) -> str:
            found.append(hwpextract.verify(source, password=password, filename=name))
            return ""

        failure = attempt(file, keep)
        if isinstance(failure, Failure):
            failed += 1
            show(failure_json(file, failure, None) if json else "")
            continue
        verification = found[0]
        show(_as_json(file, verification) if json else "".join(_lines(file, verification)))
        if verification.agreement is None:
            complain(file, Failure(verification.status, verification.message, verification.hint or None))
        failed += verification.agreement is None or verification.agreement < least
    return 1 if failed else 0


def _as_json(file: str, verification: hwpextract.Verification) -> str:
    return as_json({"source": {"filename": base_name(file)}, **verification.model_dump(mode="json")}, None)


def _lines(file: str, verification: hwpextract.Verification) -> Iterator[str]:
    name = on_one_line(name_of(file))
    if verification.agreement is None:
        yield f"{name}: not verified\n"
        return
    yield f"{name}: {verification.agreement:.2%} agreement with {verification.reader}\n"
    for mark, passages in (("+", verification.only_here), ("-", verification.only_there)):
        for passage in passages[:_SHOWN]:
            place = f" [{passage.locator}]" if passage.locator else ""
            yield f"  {mark} {on_one_line(passage.text)}{place}\n"
        if len(passages) > _SHOWN:
            yield f"  {mark} ... {len(passages) - _SHOWN} more\n"
