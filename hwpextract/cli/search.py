"""`hwpextract search`: releases of a database by their words."""

from __future__ import annotations

import sys
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hwpextract.cli.names import on_one_line
from hwpextract.cli.output import as_json, show

if TYPE_CHECKING:
    from rich.text import Text

    from hwpextract.batch import Hit


@click.command("search")
@click.argument("database", metavar="DATABASE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("query", metavar="QUERY...", nargs=-1, required=True)
@click.option("--agency", metavar="NAME", help="Only releases of agencies with this in their names.")
@click.option("--department", metavar="NAME", help="Only releases of departments with this in their names.")
@click.option(
    "--since",
    metavar="DAY",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m", "%Y"]),
    help="Only releases of this day (month, year) or later.",
)
@click.option("-n", "--limit", metavar="N", type=click.IntRange(1), default=20, show_default=True, help="How many.")
@click.option("--json", "in_json", is_flag=True, help="Print a JSON object a line.")
def command(
    database: Path,
    query: tuple[str, ...],
    agency: str | None,
    department: str | None,
    since: datetime | None,
    limit: int,
    in_json: bool,
) -> int:
    """Find the releases of a DATABASE made by 'hwpextract batch' that hold all words of QUERY; status 1 when there are none."""
    from hwpextract.batch.failures import OutputError
    from hwpextract.batch.search import search

    wanted = " ".join(query)
    try:
        hits = search(
            database,
            wanted,
            agency=agency,
            department=department,
            since=since.date() if since else None,
            limit=limit,
        )
    except (ValueError, OutputError) as error:
        raise click.UsageError(str(error)) from error
    if in_json:
        show("".join(as_json(hit._asdict(), None) for hit in hits))
    elif sys.stdout.isatty() and find_spec("rich"):
        _print_table(hits, wanted) if hits else print("hwpextract: no release holds all these words", file=sys.stderr)
    else:
        show("".join(_line(hit) for hit in hits))
    return 0 if hits else 1


def _line(hit: Hit) -> str:
    """A hit for other programs: day, agency, department, title, snippet, file, tabs between them."""
    values = (hit.released and hit.released[:10], hit.agency, hit.department, hit.title, hit.snippet, hit.source)
    return "\t".join(on_one_line(value or "").replace("\t", " ") for value in values) + "\n"


def _print_table(hits: list[Hit], query: str) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(show_lines=True)
    for heading in ("day", "agency, department", "release"):
        table.add_column(heading, overflow="fold")
    for hit in hits:
        issuer = "\n".join(on_one_line(name) for name in (hit.agency, hit.department) if name)
        day = hit.released[:10] if hit.released else ""
        table.add_row(day, issuer, _shown(hit, query))
    Console().print(table)


def _shown(hit: Hit, query: str) -> Text:
    from rich.text import Text

    from hwpextract.batch.words import composed, pattern

    text = Text()
    text.append(on_one_line(composed(hit.title or "")) + "\n", style="bold")
    text.append(on_one_line(hit.snippet) + "\n")
    text.highlight_regex(pattern(query), "reverse")
    text.append(on_one_line(hit.source), style="dim")
    return text
