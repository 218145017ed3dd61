"""The commands by name, each imported when it is called: starting one must not load the others."""

from __future__ import annotations

import os
from importlib import import_module

import click

import hwpextract

_COMMANDS = ("batch", "explain", "extract", "pair", "schema", "search", "sniff", "verify", "view")
"""A command is the object `command` of the module of its name."""
_MAIN = "extract"

_EXAMPLES = """\b
Examples:
  hwpextract release.hwpx
  hwpextract --to markdown -o release.md release.hwp
  hwpextract --fields title,department,contact *.hwpx > releases.jsonl
  hwpextract explain release.hwpx
  hwpextract sniff download.bin"""


class _FilesOrCommand(click.Group):
    """A group with a main command whose name may be left out: an argument that is no command is one of its files."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(cmd_name) if cmd_name in _COMMANDS else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {*_COMMANDS, *(name for option in self.get_params(ctx) for name in option.opts)}
        if not args or args[0] in own:
            return super().parse_args(ctx, args)
        if args[0].isalpha() and not os.path.exists(args[0]):  # a slip of the pen, or `help`
            ctx.fail(f"there is no file and no command {args[0]!r}.")
        return super().parse_args(ctx, [_MAIN, *args])

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return _command(_MAIN).collect_usage_pieces(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [*_command(_MAIN).params, *self.get_params(ctx)]
        with formatter.section("Options"):
            formatter.write_dl([line for option in options if (line := option.get_help_record(ctx))])
        self.format_commands(ctx, formatter)


def _command(name: str) -> click.Command:
    command: click.Command = import_module(f"hwpextract.cli.{name}").command
    return command


@click.group(cls=_FilesOrCommand, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXAMPLES)
@click.version_option(hwpextract.__version__, "-V", "--version", message="hwpextract %(version)s")
def cli() -> None:
    """Read Korean press releases (보도자료) from HWP, HWPX and PDF files: title, department, contact, paragraphs."""
