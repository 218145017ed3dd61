from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import hwpextract
from hwpextract.node import Node

SAMPLE = Path(__file__).parent.parent / "samples" / "joint-2025"
HEAVY = ["jinja2", "pdfminer", "hwp5", "lxml", "chardet", "cryptography", "click", "olefile"]


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_public_names_are_sorted_and_all_there() -> None:
    assert hwpextract.__all__ == sorted(hwpextract.__all__)
    assert set(hwpextract.__all__) <= set(dir(hwpextract))
    for name in hwpextract.__all__:
        assert getattr(hwpextract, name) is not None


def test_whatever_a_public_model_holds_is_public_too() -> None:
    held: set[type[Node]] = {hwpextract.PressRelease, hwpextract.Reconciled}
    todo = list(held)
    while todo:
        kinds = {kind for field in todo.pop().model_fields.values() for kind in parts_of(field.annotation)} - held
        held |= kinds
        todo += kinds
    assert hwpextract.Cell in held
    assert {kind.__name__ for kind in held} <= set(hwpextract.__all__)


def parts_of(annotation: object) -> Iterator[type[Node]]:
    """The models that an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Node):
        yield annotation
    for part in get_args(annotation):
        yield from parts_of(part)


def test_no_other_names_are_served() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = hwpextract.no_such_name


def test_import_is_light() -> None:
    loaded = run("import sys, hwpextract; print(*sys.modules)").split()
    assert not set(HEAVY) & {name.partition(".")[0] for name in loaded}


def test_reading_an_error_message_loads_no_parser() -> None:
    code = """
import sys, hwpextract
try: hwpextract.extract(b'\\x89PNG\\r\\n\\x1a\\n' + bytes(200))
except hwpextract.UnsupportedFormatError: print(*sys.modules)
"""
    loaded = {name.partition(".")[0] for name in run(code).split()}
    assert not {"pdfminer", "hwp5", "lxml", "cryptography"} & loaded


@pytest.mark.parametrize("first", ["import hwpextract.sniff", "from hwpextract.sniff import Format", "pass"])
def test_sniff_is_the_function_whatever_was_imported_first(first: str) -> None:
    assert run(f"import hwpextract\n{first}\nprint(hwpextract.sniff(b''))") == "empty"


@pytest.mark.parametrize("form", ["hwp", "hwpx"])
def test_the_command_on_one_release_builds_no_schema_and_loads_nothing_spare(form: str) -> None:
    code = f"""
import contextlib, io, sys
from hwpextract.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main([{str(SAMPLE / f"release.{form}")!r}])
import hwpextract
assert not hwpextract.PressRelease.__pydantic_complete__ and not hwpextract.Limits.__pydantic_complete__
print(*sys.modules)
"""
    spare = {"asyncio", "cryptography", "importlib.metadata", "json", "jinja2", "pdfminer", "pkgutil", "subprocess"}
    assert not spare & set(run(code).split())
