"""Arguments that several commands take."""

from __future__ import annotations

import click

files_argument = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
password_option = click.option(
    "--password", metavar="TEXT", envvar="HWPEXTRACT_PASSWORD", show_envvar=True, help="Opens locked files."
)
