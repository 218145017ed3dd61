"""docs/fields.md defines every field of the model and nothing else; docs/schema.json is the schema of the JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from hwpextract.press import model
from hwpextract.press.evidence import _CONFIDENCE
from hwpextract.press.reconcile import Reconciled

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "fields.md").read_text("utf-8")
PARTS = [
    model.ReleaseTime,
    model.Department,
    model.Contact,
    model.Item,
    model.Quote,
    model.Annex,
    model.NewsReport,
    model.Evidence,
    model.SourceInfo,
    Reconciled,
]


def defined(section: str) -> list[str]:
    """Fields that the first table of a section defines, in order."""
    table = section.partition("|---|")[2].partition("\n\n")[0]
    return re.findall(r"^\| `(\w+)` \| \S", table, re.MULTILINE)


def test_every_field_of_a_release_is_defined() -> None:
    assert set(defined(PAGE)) == set(model.PressRelease.model_fields)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_of_its_parts_is_defined(part: type[BaseModel]) -> None:
    section = PAGE.partition(f"### `{part.__name__}`\n")[2]
    assert defined(section) == list(part.model_fields)


def test_no_part_is_forgotten() -> None:
    classes = {
        value for value in vars(model).values() if isinstance(value, type) and value.__module__ == model.__name__
    }
    models = {value for value in classes if issubclass(value, BaseModel)}
    assert models - {model.PressRelease} == set(PARTS) - {Reconciled}


def test_rules_named_on_the_page_exist() -> None:
    rules = set(re.findall(r"`((?:timing|agency|title|body|contacts)\.\w+)`", PAGE))
    code = "".join(path.read_text("utf-8") for path in Path(model.__file__).parent.rglob("*.py"))
    assert rules
    assert all(f'"{rule}"' in code for rule in rules)


def test_every_rule_has_a_confidence() -> None:
    """Those of the agency stand with its rules."""
    code = "".join(path.read_text("utf-8") for path in Path(model.__file__).parent.rglob("*.py"))
    rules = set(re.findall(r'"((?:masthead|title|contacts|timing)\.\w+)"', code))
    rules |= {f"details.{name}" for name in re.findall(r'^        \("(\w+)", \w+, ', code, re.MULTILINE)}
    assert rules == set(_CONFIDENCE)


def test_published_schema() -> None:
    """To renew it: hwpextract schema > docs/schema.json."""
    published = json.loads((DOCS / "schema.json").read_text("utf-8"))
    assert published.pop("$schema") == "https://json-schema.org/draft/2020-12/schema"
    assert published == model.PressRelease.model_json_schema(mode="serialization")
