from __future__ import annotations

from pathlib import Path

import pytest

import hwpextract
from hwpextract.document import Table, walk
from hwpextract.press.people import name_of

SAMPLES = sorted(Path(__file__).parents[2].glob("samples/*/release.hwpx"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_no_officer_is_left(path: Path) -> None:
    whole = hwpextract.extract(path)
    kept = hwpextract.extract(path, contacts="department")
    assert whole.contacts
    assert kept.contacts == ()
    assert kept.contact is None
    assert kept.department == whole.department
    printed = kept.model_dump_json()
    for person in whole.contacts:
        for number in (*person.phones, *([person.email] if person.email else [])):
            assert number not in printed
    names = {person.name for person in whole.contacts}
    cells = (cell.text for block in walk(kept.document.blocks) if isinstance(block, Table) for cell in block.cells)
    assert not names & {name_of(line) for text in cells for line in text.split("\n")}


def test_nothing_of_the_contact_block_is_left_in_the_fields() -> None:
    kept = hwpextract.extract(SAMPLES[0], contacts="none")
    assert (kept.department, kept.departments, kept.contact, kept.contacts) == (None, (), None, ())
    assert not {"department", "departments", "contact", "contacts"} & set(kept.evidence)
    assert kept.title


def test_people_a_release_quotes_stay() -> None:
    path = next(path for path in SAMPLES if hwpextract.extract(path).quotes)
    assert hwpextract.extract(path, contacts="none").quotes == hwpextract.extract(path).quotes
