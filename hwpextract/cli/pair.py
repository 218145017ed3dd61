"""`hwpextract pair`: the forms of one release made one."""

from __future__ import annotations

import click

import hwpextract
from hwpextract.cli.failures import Failure, Source, attempt, complain
from hwpextract.cli.options import files_argument, password_option
from hwpextract.cli.output import show


@click.command("pair")
@files_argument
@password_option
def command(files: tuple[str, ...], password: str | None) -> int:
    """Make one release of its forms, FILE by FILE, and say where they differ; status 1 when they are not the same release."""
    releases: list[hwpextract.PressRelease] = []
    for file in files:

        def keep(source: Source, name: str | None) -> str:
            releases.append(hwpextract.extract(source, password=password, filename=name))
            return ""

        if isinstance(attempt(file, keep), Failure):
            return 1
    found = hwpextract.reconcile(releases)
    show(found.model_dump_json(indent=2) + "\n")
    if not found.same:
        complain(
            " ".join(files),
            Failure(
                "different_releases",
                f"these are not forms of one release: they differ in {', '.join(found.contradictions)}",
            ),
        )
    return 0 if found.same else 1
