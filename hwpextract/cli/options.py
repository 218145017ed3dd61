"""Arguments that several commands take."""

from __future__ import annotations

import click

files_argument = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
password_option = click.option(
    "--password", metavar="TEXT", envvar="HWPEXTRACT_PASSWORD", show_envvar=True, help="Opens locked files."
)
strict_option = click.option("--strict", is_flag=True, help="Fail on a file of which a part cannot be read.")
contacts_option = click.option(
    "--contacts",
    type=click.Choice(["full", "department", "none"]),
    default="full",
    show_default=True,
    help="Leave out the officers, or their units too.",
)
ocr_option = click.option("--ocr", is_flag=True, help="Read PDF pages without text with Tesseract.")
revisions_option = click.option(
    "--revisions",
    type=click.Choice(["final", "original", "both"]),
    default="final",
    show_default=True,
    help="Which side of tracked changes to take.",
)
