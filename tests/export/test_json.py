from pathlib import Path

import pytest

import hwpextract
from hwpextract.export.json import to_json

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = sorted(path for path in SAMPLES.glob("*/release.*") if path.suffix in {".hwp", ".hwpx", ".pdf"})


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_json_is_that_of_pydantic(path: Path) -> None:
    release = hwpextract.extract(path)
    assert to_json(release) == release.model_dump_json().encode()
    assert to_json(release.document, indent=2) == release.document.model_dump_json(indent=2).encode()


def test_some_fields_alone() -> None:
    release = hwpextract.extract(FILES[0])
    fields = {"title", "contacts"}
    assert to_json(release, fields) == release.model_dump_json(include=fields).encode()
