"""Every form of every sample gives what a careful clerk reads in it, and all forms of one release give the same."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import hwpextract
from hwpextract.readers import reader_for
from hwpextract.sniff import sniff

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
RELEASES = sorted(path.parent for path in SAMPLES.glob("*/expected.json"))
FORMS = [path for release in RELEASES for path in sorted(release.glob("release.*"))]
FIELDS = (
    "masthead",
    "kind",
    "title",
    "subtitles",
    "agency",
    "agencies",
    "department",
    "departments",
    "contact",
    "contacts",
    "release_times",
    "distributed",
    "paragraphs",
    "annexes",
)


def name_of(path: Path) -> str:
    return path.relative_to(SAMPLES).as_posix()


def is_readable(path: Path) -> bool:
    return reader_for(sniff(path.read_bytes())) is not None


@cache
def fields_of(path: Path) -> dict[str, Any]:
    """Fields of a form as expected.json writes them: runs of white space as one space, times in ISO 8601, no locators."""
    data = hwpextract.extract(path).model_dump(mode="json", include=set(FIELDS))
    data["paragraphs"] = [paragraph["text"] for paragraph in data["paragraphs"]]
    data["annexes"] = [{"label": annex["label"], "title": annex["title"]} for annex in data["annexes"]]
    squeezed: dict[str, Any] = squeeze(data)
    return squeezed


def squeeze(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [squeeze(item) for item in value]
    if isinstance(value, dict):
        return {key: squeeze(item) for key, item in value.items()}
    return value


def test_there_are_samples() -> None:
    assert len(RELEASES) >= 8
    assert {path.suffix for path in FORMS} >= {".hwp", ".hwpx"}


@pytest.mark.parametrize("release", RELEASES, ids=name_of)
def test_the_truth_states_every_field(release: Path) -> None:
    assert tuple(json.loads((release / "expected.json").read_text("utf-8"))) == FIELDS


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("path", FORMS, ids=name_of)
def test_a_field_is_what_a_clerk_reads(path: Path, field: str) -> None:
    if not is_readable(path):
        pytest.skip(f"no reader for {path.suffix} files yet")
    expected = json.loads((path.parent / "expected.json").read_text("utf-8"))
    assert fields_of(path)[field] == squeeze(expected[field]), f"{field} of {name_of(path)}"


@pytest.mark.parametrize("release", RELEASES, ids=name_of)
def test_all_forms_of_a_release_agree(release: Path) -> None:
    forms = [path for path in sorted(release.glob("release.*")) if is_readable(path)]
    for one, other in pairwise(forms):
        for field in FIELDS:
            assert fields_of(one)[field] == fields_of(other)[field], f"{field}: {name_of(one)} and {name_of(other)}"
