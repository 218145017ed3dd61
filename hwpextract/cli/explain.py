"""`hwpextract explain`: each field with its evidence, for a person to read."""

from __future__ import annotations

import click

import hwpextract
from hwpextract.cli.failures import Failure, attempt
from hwpextract.cli.options import files_argument, password_option
from hwpextract.cli.output import show
from hwpextract.export.explain import to_explanation


@click.command("explain")
@files_argument
@password_option
def command(files: tuple[str, ...], password: str | None) -> int:
    """Print each field with where it was read and how sure that is."""
    failed = 0
    for number, file in enumerate(files):
        text = attempt(
            file, lambda source, name: to_explanation(hwpextract.extract(source, password=password, filename=name))
        )
        if isinstance(text, Failure):
            failed += 1
        else:
            show(("\n" if number else "") + text)
    return 1 if failed else 0
