"""`hwpextract schema`: the JSON Schema of what the command prints."""

from __future__ import annotations

import click

import hwpextract
from hwpextract.cli.output import as_json, show


@click.command("schema")
@click.option(
    "--of", type=click.Choice(["release", "document"]), default="release", show_default=True, help="Which JSON."
)
def command(of: str) -> int:
    """Print the JSON Schema of what '--to json' or '--to document' prints."""
    model = hwpextract.Document if of == "document" else hwpextract.PressRelease
    described = model.model_json_schema(mode="serialization")
    show(as_json({"$schema": "https://json-schema.org/draft/2020-12/schema", **described}, 2))
    return 0
