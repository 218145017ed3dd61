"""Arguments that several commands take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hwpextract.limits import Limits

files_argument = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
password_option = click.option(
    "--password", metavar="TEXT", envvar="HWPEXTRACT_PASSWORD", show_envvar=True, help="Opens locked files."
)
strict_option = click.option("--strict", is_flag=True, help="Fail on a file of which a part cannot be read.")
isolate_option = click.option(
    "--isolate", is_flag=True, help="Read each file in a process of its own, its memory and time bounded by the system."
)
contacts_option = click.option(
    "--contacts",
    type=click.Choice(["full", "department", "none"]),
    default="full",
    show_default=True,
    help="Leave out the officers; with none, the fields of their units too.",
)
ocr_option = click.option("--ocr", is_flag=True, help="Read PDF pages without text with Tesseract.")
revisions_option = click.option(
    "--revisions",
    type=click.Choice(["final", "original", "both"]),
    default="final",
    show_default=True,
    help="Which side of tracked changes to take.",
)


def _limits(context: click.Context, option: click.Parameter, value: str | None) -> Limits:
    """The limits that a text like 'untrusted,seconds=5' asks for."""
    from hwpextract.limits import DEFAULTS, Limits

    if not value:
        return DEFAULTS
    from pydantic import ValidationError

    names = [field.removeprefix("max_") for field in Limits.model_fields]
    start, changed = DEFAULTS, dict[str, str]()
    for word in filter(None, value.split(",")):
        name, _, number = word.strip().partition("=")
        if number and name not in names:
            raise click.BadParameter(f"no limit {name!r}; there are {', '.join(names)}.")
        if number:
            changed[f"max_{name}"] = number
        elif name in ("trusted", "untrusted"):
            start = Limits.trusted() if name == "trusted" else Limits.untrusted()
        else:
            raise click.BadParameter(f"{word!r} is neither trusted, untrusted nor NAME=NUMBER.")
    try:
        return Limits.model_validate(start.model_dump() | changed)
    except ValidationError as error:
        told = error.errors()[0]
        raise click.BadParameter(f"{'.'.join(map(str, told['loc'])).removeprefix('max_')}: {told['msg']}") from error


limits_option = click.option(
    "--limits",
    metavar="LIMITS",
    callback=_limits,
    help="What a file may cost: untrusted, trusted, or names as in seconds=5,pages=100; separated by commas.",
)
