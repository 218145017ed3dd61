"""The examples of the README run as they are written."""

from __future__ import annotations

import ast
import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "README.ko.md")
_BLOCK = re.compile(r"^(?: {4}.*\n)+(?:\n+(?: {4}.*\n)+)*", re.MULTILINE)


def blocks(page: str) -> list[str]:
    """The indented blocks of a page."""
    return [
        re.sub(r"^ {4}", "", block, flags=re.MULTILINE) for block in _BLOCK.findall((ROOT / page).read_text("utf-8"))
    ]


@pytest.mark.parametrize("page", PAGES)
def test_values_are_those_in_the_comments(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    same = doctest.OutputChecker().check_output
    compared = 0
    for line in blocks(page)[0].splitlines():
        code, _, wanted = line.partition("  # ")
        if wanted:
            given = repr(eval(code, names))
            assert same(wanted + "\n", given + "\n", doctest.ELLIPSIS), given
            compared += 1
        else:
            exec(code, names)
    assert compared == 5


@pytest.mark.parametrize("page", PAGES)
def test_python_runs(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("hwp5", reason="pyhwp is not installed")
    monkeypatch.chdir(ROOT)
    code = blocks(page)[-1]
    ast.parse(code)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(code, {})
    assert "민원제도과" in said.getvalue()
    assert "unsupported_html" in said.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a Unix shell")
@pytest.mark.parametrize("page", PAGES)
def test_commands_run(page: str, tmp_path: Path) -> None:
    pytest.importorskip("pebble", reason="the extra `batch` is not installed")
    commands = next(block for block in blocks(page) if block.startswith("cd samples"))
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    ran = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", commands],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.rstrip().splitlines()[-1].count("\t") == 5
