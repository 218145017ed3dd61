"""The command `hwpextract`: press-release files in; JSON, Markdown or plain text out.

Results go to standard output alone, errors to standard error, one line each. Exit status: 0 all files read, 1 some failed or the
output could not be written, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from io import TextIOWrapper
from itertools import chain, count
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, NoReturn, TextIO, TypeAlias

import click

import hwpextract

if TYPE_CHECKING:
    from hwpextract.document import Document
    from hwpextract.press.model import PressRelease
    from hwpextract.press.privacy import ContactDetail

_Source: TypeAlias = str | BinaryIO
_Write: TypeAlias = Callable[[str, str], None]
"""Takes one result: the file it comes from, as given, and the text to print."""

_EXTENSIONS = {"json": ".json", "markdown": ".md", "text": ".txt", "document": ".json"}
_BANNERS = {"markdown": "\n<!-- {} -->\n\n", "text": "\n==> {} <==\n\n"}
"""What tells apart the results of several files in one stream; JSON has the name inside."""


_EXAMPLES = """\b
Examples:
  hwpextract release.hwpx
  hwpextract --to markdown -o release.md release.hwp
  hwpextract --fields title,department,contact *.hwpx > releases.jsonl
  hwpextract explain release.hwpx
  hwpextract sniff download.bin"""

_SYSTEM_ERRORS = {
    FileNotFoundError: ("not_found", "no such file"),
    IsADirectoryError: ("is_a_folder", "this is a folder; name the files in it"),
    PermissionError: ("permission_denied", "no permission to read this file"),
}


class _Failure(NamedTuple):
    """Why a file has no result."""

    code: str
    message: str
    hint: str | None = None


class _FilesOrCommand(click.Group):
    """A group with a main command whose name may be left out: an argument that is no command is one of its files."""

    main_command = "extract"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {*self.commands, *(name for option in self.get_params(ctx) for name in option.opts)}
        return super().parse_args(ctx, args if not args or args[0] in own else [self.main_command, *args])

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return self.commands[self.main_command].collect_usage_pieces(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.commands[self.main_command].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(cls=_FilesOrCommand, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXAMPLES)
@click.version_option(hwpextract.__version__, "-V", "--version", message="hwpextract %(version)s")
def cli() -> None:
    """Read Korean press releases (보도자료) from HWP, HWPX and PDF files: title, department, contact, paragraphs."""


_files = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
_password = click.option(
    "--password", metavar="TEXT", envvar="HWPEXTRACT_PASSWORD", show_envvar=True, help="Opens locked files."
)


@cli.command()
@_files
@click.option("--to", type=click.Choice(list(_EXTENSIONS)), default="json", show_default=True, help="What to print.")
@click.option("-o", "--output", metavar="PATH", type=click.Path(), help="File to write; or folder, for a file each.")
@click.option("--fields", metavar="NAMES", help="Keep only these fields of the JSON, separated by commas.")
@_password
@click.option("--strict", is_flag=True, help="Fail on a file of which a part cannot be read.")
@click.option(
    "--contacts",
    type=click.Choice(["full", "department", "none"]),
    default="full",
    show_default=True,
    help="Leave out the officers, or their units too.",
)
def extract(
    files: tuple[str, ...],
    to: str,
    output: str | None,
    fields: str | None,
    password: str | None,
    strict: bool,
    contacts: ContactDetail,
) -> int:
    """Print the press release in each FILE; '-' is standard input. The command when none is named."""
    if to == "document" and contacts != "full":
        raise click.UsageError("--contacts is for releases, not for --to document.")
    read = hwpextract.read if to == "document" else partial(hwpextract.extract, contacts=contacts)
    kept = _field_names(fields, to)
    folder = _folder(output, files, to)
    indent = 2 if folder or len(files) == 1 else None

    def result(source: _Source, name: str | None) -> str:
        content = read(source, password=password, strict=strict, filename=name)
        if _is_json(to):
            return content.model_dump_json(include=kept, indent=indent) + "\n"
        _report_losses(content, source)
        return hwpextract.to_markdown(content) if to == "markdown" else hwpextract.to_text(content)

    banner = _BANNERS.get(to, "") if len(files) > 1 else ""
    failed = 0
    with _folder_writer(folder, _EXTENSIONS[to]) if folder else _stream_writer(output, banner) as write:
        for file in files:
            text = _attempt(file, result)
            if isinstance(text, _Failure):
                failed += 1
                text = _failure_json(file, text, indent) if _is_json(to) else ""
            if text:
                write(file, text)
    return 1 if failed else 0


@cli.command()
@_files
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a line.")
def sniff(files: tuple[str, ...], as_json: bool) -> int:
    """Name the format of each FILE by its content."""
    failed = 0
    for file in files:
        kind = _attempt(file, lambda source, _: hwpextract.sniff(source).value)
        if isinstance(kind, _Failure):
            failed += 1
            line = _failure_json(file, kind, None) if as_json else ""
        elif as_json:
            line = _json({"format": kind, "source": {"filename": _base_name(file)}}, None)
        else:
            line = f"{_on_one_line(_name(file))}: {kind}\n"
        _print(line)
    return 1 if failed else 0


@cli.command()
@_files
@_password
def explain(files: tuple[str, ...], password: str | None) -> int:
    """Print each field with where it was read and how sure that is."""
    from hwpextract.export.explain import to_explanation

    failed = 0
    for number, file in enumerate(files):
        text = _attempt(
            file, lambda source, name: to_explanation(hwpextract.extract(source, password=password, filename=name))
        )
        if isinstance(text, _Failure):
            failed += 1
        else:
            _print(("\n" if number else "") + text)
    return 1 if failed else 0


@cli.command()
@_files
@_password
def pair(files: tuple[str, ...], password: str | None) -> int:
    """Make one release of its forms, FILE by FILE, and say where they differ; status 1 when they are not the same release."""
    releases: list[PressRelease] = []
    for file in files:

        def keep(source: _Source, name: str | None) -> str:
            releases.append(hwpextract.extract(source, password=password, filename=name))
            return ""

        if isinstance(_attempt(file, keep), _Failure):
            return 1
    found = hwpextract.reconcile(releases)
    _print(found.model_dump_json(indent=2) + "\n")
    if not found.same:
        _complain(" ".join(files), _Failure("different_releases", "these are not forms of one release"))
    return 0 if found.same else 1


@cli.command()
@click.option(
    "--of", type=click.Choice(["release", "document"]), default="release", show_default=True, help="Which JSON."
)
def schema(of: str) -> int:
    """Print the JSON Schema of what '--to json' or '--to document' prints."""
    described = _model("json" if of == "release" else "document").model_json_schema(mode="serialization")
    _print(_json({"$schema": "https://json-schema.org/draft/2020-12/schema", **described}, 2))
    return 0


def _model(to: str) -> type[PressRelease] | type[Document]:
    return hwpextract.Document if to == "document" else hwpextract.PressRelease


def _is_json(to: str) -> bool:
    return _EXTENSIONS[to] == ".json"


def _field_names(fields: str | None, to: str) -> set[str] | None:
    if fields is None:
        return None
    if not _is_json(to):
        raise click.UsageError(f"--fields is for JSON, not for --to {to}.")
    names = {name.strip() for name in fields.split(",")}
    known = _model(to).model_fields
    if unknown := sorted(names - known.keys()):
        raise click.BadParameter(
            f"no field {', '.join(map(repr, unknown))}; there are {', '.join(known)}.", param_hint="--fields"
        )
    return names


# --- One file ------------------------------------------------------------------------------------------------------------------


def _attempt(file: str, action: Callable[[_Source, str | None], str]) -> str | _Failure:
    """What the action makes of a file, or why it could not, which is also printed."""
    try:
        return action(sys.stdin.buffer if file == "-" else file, _base_name(file))
    except Exception as error:  # one bad file must not end the run, not even by a defect of ours
        failure = _failure(error, file)
    _complain(file, failure)
    return failure


def _failure(error: Exception, file: str) -> _Failure:
    if isinstance(error, hwpextract.HwpExtractError):
        return _Failure(error.code, error.message, error.hint)
    if isinstance(error, OSError):
        # Opening a folder is a PermissionError on Windows.
        kind = IsADirectoryError if os.path.isdir(file) else type(error)
        return _Failure(*_SYSTEM_ERRORS.get(kind, ("unreadable", error.strerror or str(error))))
    return _Failure(
        "internal_error", f"{type(error).__name__}: {error}", "This is a defect of hwpextract: please report it."
    )


def _complain(file: str, failure: _Failure) -> None:
    hint = f" ({failure.hint})" if failure.hint else ""
    reason = " ".join(f"{failure.message} [{failure.code}]{hint}".split())
    print(f"hwpextract: {_on_one_line(_name(file))}: {_on_one_line(reason)}", file=sys.stderr, flush=True)


def _report_losses(content: PressRelease | Document, source: _Source) -> None:
    """Say what is missing, where the output has no place for warnings."""
    for warning in content.warnings:
        if warning.severity is hwpextract.Severity.ERROR:
            _complain(source if isinstance(source, str) else "-", _Failure(warning.code, warning.message))


def _failure_json(file: str, failure: _Failure, indent: int | None) -> str:
    return _json({"error": failure._asdict(), "source": {"filename": _base_name(file)}}, indent)


def _json(content: object, indent: int | None) -> str:
    import json

    separators = None if indent else (",", ":")
    return json.dumps(content, ensure_ascii=False, indent=indent, separators=separators) + "\n"


def _base_name(file: str) -> str | None:
    return None if file == "-" else _name(os.path.basename(file))


def _name(file: str) -> str:
    """A file name as text: UTF-8 whatever the locale, U+FFFD for bytes that are not."""
    return os.fsencode(file).decode("utf-8", "replace")


def _on_one_line(text: str) -> str:
    """The text without line ends and characters that steer a terminal."""
    from hwpextract.export.controls import printable

    return printable(text).replace("\n", " ")


# --- Output --------------------------------------------------------------------------------------------------------------------


def _folder(output: str | None, files: Collection[str], to: str) -> str | None:
    """The folder that gets a file for each result, if the output is one."""
    if output is None or not (os.path.isdir(output) or output.endswith("/") or (len(files) > 1 and not _is_json(to))):
        return None
    if os.path.exists(output) and not os.path.isdir(output):
        raise click.BadParameter(f"{_name(output)} is a file; several results need a folder.", param_hint="--output")
    return output


@contextmanager
def _stream_writer(output: str | None, banner: str) -> Iterator[_Write]:
    """Write all results, a banner above each, to one file or to standard output."""
    with nullcontext(sys.stdout) if output in (None, "-") else _replacing(output) as stream:

        def write(file: str, text: str) -> None:
            # No `>` in a name may end the comment that a banner is in Markdown.
            heading = banner.format(_on_one_line(_name(file)).replace(">", "&gt;")) if banner else ""
            _print(heading + text, stream)

        yield write


@contextmanager
def _folder_writer(folder: str, extension: str) -> Iterator[_Write]:
    """Write each result to a file of its own, named after its source; a number tells equal names apart."""
    os.makedirs(folder, exist_ok=True)
    taken: set[str] = set()

    def write(file: str, text: str) -> None:
        stem = "stdin" if file == "-" else os.path.splitext(os.path.basename(file))[0]
        names = chain([stem], (f"{stem}-{number}" for number in count(2)))
        name = next(name for name in names if name.casefold() not in taken)
        taken.add(name.casefold())
        with _replacing(os.path.join(folder, name + extension)) as stream:
            stream.write(text)

    yield write


@contextmanager
def _replacing(path: str) -> Iterator[TextIO]:
    """A file to write that appears under its name when it is complete, and not at all when nothing is written."""
    if os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe: nothing to replace
        with _opened(path) as stream:
            yield stream
        return
    path = os.path.realpath(path)  # of a symbolic link, what it points to is replaced
    unfinished = os.path.join(os.path.dirname(path), f".hwpextract-{os.getpid()}.partial")
    try:
        with _opened(unfinished) as stream:
            yield stream
        if os.path.getsize(unfinished):
            os.replace(unfinished, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(unfinished)


def _opened(path: str) -> TextIO:
    return open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n")


def _print(text: str, stream: TextIO | None = None) -> None:
    stream = stream or sys.stdout
    stream.write(text)
    stream.flush()


# --- The process ---------------------------------------------------------------------------------------------------------------


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command with these arguments, or those of the process, and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    sys.exit(_status(args))


def _status(args: Sequence[str] | None) -> int:
    try:
        status: int = cli.main(args, prog_name="hwpextract", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        print("hwpextract: interrupted [interrupted]", file=sys.stderr)
        return 130
    except OSError as error:
        _complain(error.filename or "standard output", _Failure("cannot_write", error.strerror or str(error)))
        return 1
    return status
