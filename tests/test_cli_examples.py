"""The examples of these pages print what the pages say."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = ("cli.md", "batch.md", "database.md")
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
EXAMPLES = [
    match.groups()
    for page in PAGES
    for block in _BLOCK.findall((ROOT / "docs" / page).read_text("utf-8"))
    for match in _EXAMPLE.finditer(block)
]


def test_the_pages_have_examples_of_every_option() -> None:
    commands = " ".join(command for command, _ in EXAMPLES)
    for option in (
        "--to markdown",
        "--to text",
        "--to document",
        "--fields",
        "-o",
        "--password",
        "HWPEXTRACT_PASSWORD",
        "--strict",
        "--revisions",
        "--contacts",
        "explain",
        "pair",
        "view",
        "--json",
        "--of",
        " - ",
    ):
        assert option in commands


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples in it, in which examples may write."""
    made = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "samples", made / "samples")
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a Unix shell")
@pytest.mark.parametrize(("command", "wanted"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_example(folder: Path, command: str, wanted: str) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    program = command.split(maxsplit=1)[0]
    if program == "sqlite3" and not shutil.which(program):
        pytest.skip("sqlite3 is not installed")
    ran = subprocess.run(
        command, shell=True, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, check=False
    )
    shown = ran.stdout.decode() + (f"[exit {ran.returncode}]\n" if ran.returncode else "")
    assert doctest.OutputChecker().check_output(wanted, shown, doctest.ELLIPSIS | doctest.DONT_ACCEPT_BLANKLINE), shown
