"""`hwpextract extract`, the command when none is named: the press release in each file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

import hwpextract
from hwpextract.cli.failures import Failure, Source, attempt, complain, failure_json
from hwpextract.cli.options import (
    contacts_option,
    files_argument,
    isolate_option,
    limits_option,
    ocr_option,
    password_option,
    revisions_option,
    strict_option,
)
from hwpextract.cli.output import EXTENSIONS, folder_of, folder_writer, is_json, stream_writer
from hwpextract.export.json import to_json

if TYPE_CHECKING:
    from hwpextract.limits import Limits
    from hwpextract.press.model import ContactDetail
    from hwpextract.readers.options import Revisions

_BANNERS = {"markdown": "\n<!-- {} -->\n\n", "text": "\n==> {} <==\n\n"}
"""What tells apart the results of several files in one stream; JSON has the name inside."""


@click.command("extract")
@files_argument
@click.option(
    "--to",
    type=click.Choice(list(EXTENSIONS)),
    default="json",
    show_default=True,
    help="What to print; HTML is what 'view' makes.",
)
@click.option("-o", "--output", metavar="PATH", type=click.Path(), help="File to write; or folder, for a file each.")
@click.option("--fields", metavar="NAMES", help="Keep only these fields of the JSON, separated by commas.")
@password_option
@strict_option
@revisions_option
@ocr_option
@contacts_option
@limits_option
@isolate_option
def command(
    files: tuple[str, ...],
    to: str,
    output: str | None,
    fields: str | None,
    password: str | None,
    strict: bool,
    revisions: Revisions,
    ocr: bool,
    contacts: ContactDetail,
    limits: Limits,
    isolate: bool,
) -> int:
    """Print the press release in each FILE; '-' is standard input. The command when none is named."""
    if to == "document" and contacts != "full":
        raise click.UsageError("--contacts is for releases, not for --to document.")
    function = hwpextract.read if to == "document" else partial(hwpextract.extract, contacts=contacts)
    read = partial(
        function,
        password=password,
        strict=strict,
        revisions=revisions,
        ocr=hwpextract.tesseract if ocr else None,
        limits=limits,
        isolate=isolate,
    )
    kept = _field_names(fields, to)
    folder = folder_of(output, files, to)
    indent = 2 if folder or len(files) == 1 else None

    def result(source: Source, name: str | None) -> str | bytes:
        content = read(source, filename=name)
        if is_json(to):
            return to_json(content, kept, indent)
        _report_losses(content, source)
        return hwpextract.to_markdown(content) if to == "markdown" else hwpextract.to_text(content)

    banner = _BANNERS.get(to, "") if len(files) > 1 else ""
    failed = 0
    with folder_writer(folder, EXTENSIONS[to]) if folder else stream_writer(output, banner) as write:
        for file in files:
            text = attempt(file, result)
            if isinstance(text, Failure):
                failed += 1
                text = failure_json(file, text, indent) if is_json(to) else ""
            if text:
                write(file, text)
    return 1 if failed else 0


def _report_losses(content: hwpextract.PressRelease | hwpextract.Document, source: Source) -> None:
    """Say what is missing, where the output has no place for warnings; and why it shows a whole document."""
    for warning in content.warnings:
        is_other = warning.code == "not_a_press_release"
        if is_other or warning.severity is hwpextract.Severity.ERROR:
            hint = "The whole document is printed." if is_other else warning.hint or None
            complain(source if isinstance(source, str) else "-", Failure(warning.code, warning.message, hint))


def _field_names(fields: str | None, to: str) -> set[str] | None:
    if fields is None:
        return None
    if not is_json(to):
        raise click.UsageError(f"--fields is for JSON, not for --to {to}.")
    names = {name.strip() for name in fields.split(",")}
    known = (hwpextract.PressRelease if to == "json" else hwpextract.Document).model_fields
    if unknown := sorted(names - known.keys()):
        raise click.BadParameter(
            f"no field {', '.join(map(repr, unknown))}; there are {', '.join(known)}.", param_hint="--fields"
        )
    return names
