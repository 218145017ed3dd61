"""`hwpextract view`: the fields of a release beside the document, as a page for a browser."""

from __future__ import annotations

import click

import hwpextract
from hwpextract.cli.failures import Failure, attempt
from hwpextract.cli.options import password_option
from hwpextract.cli.output import stream_writer


@click.command("view")
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("-o", "--output", metavar="PATH", type=click.Path(), help="File to write; standard output without it.")
@password_option
def command(file: str, output: str | None, password: str | None) -> int:
    """Make a page of the press release in FILE: its fields beside the document, each leading to where it was read."""
    page = attempt(
        file, lambda source, name: hwpextract.to_html(hwpextract.extract(source, password=password, filename=name))
    )
    if isinstance(page, Failure):
        return 1
    with stream_writer(output, banner="") as write:
        write(file, page)
    return 0
