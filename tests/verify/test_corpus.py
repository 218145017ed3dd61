"""Real files beside the repository: what differs from the second reader is one of the limits that docs/verification.md lists."""

from __future__ import annotations

from pathlib import Path

import pytest

import hwpextract

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = sorted((CORPUS / "press").rglob("*.hwp*"))
pytestmark = pytest.mark.skipif(not FILES, reason="the corpus of real files is not here")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_releases_agree(path: Path) -> None:
    found = hwpextract.verify(path)
    assert found.agreement is not None, found.message
    assert found.agreement >= 0.999, (found.only_here, found.only_there)
