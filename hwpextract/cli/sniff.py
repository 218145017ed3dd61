"""`hwpextract sniff`: what each file really is."""

from __future__ import annotations

import click

import hwpextract
from hwpextract.cli.failures import Failure, attempt, failure_json
from hwpextract.cli.names import base_name, name_of, on_one_line
from hwpextract.cli.options import files_argument
from hwpextract.cli.output import as_json, show


@click.command("sniff")
@files_argument
@click.option("--json", "in_json", is_flag=True, help="Print a JSON object a line.")
def command(files: tuple[str, ...], in_json: bool) -> int:
    """Name the format of each FILE by its content."""
    failed = 0
    for file in files:
        kind = attempt(file, lambda source, _: hwpextract.sniff(source).value)
        if isinstance(kind, Failure):
            failed += 1
            line = failure_json(file, kind, None) if in_json else ""
        elif in_json:
            line = as_json({"format": kind, "source": {"filename": base_name(file)}}, None)
        else:
            line = f"{on_one_line(name_of(file))}: {kind}\n"
        show(line)
    return 1 if failed else 0
