from __future__ import annotations

from pathlib import Path

import pytest

import hwpextract

SAMPLES = Path(__file__).parents[2] / "samples"


def test_forms_of_one_release_become_one() -> None:
    one = hwpextract.reconcile([SAMPLES / "joint-2025/release.hwp", SAMPLES / "joint-2025/release.hwpx"])
    assert one.same
    assert one.similarity > 0.9
    assert one.disagreements == ()
    assert set(one.agreement["title"]) == {"release.hwp", "release.hwpx"}
    assert one.release.source.format is hwpextract.Format.HWPX


def test_different_releases_are_told() -> None:
    one = hwpextract.reconcile([SAMPLES / "joint-2025/release.hwp", SAMPLES / "land-2025/release.hwp"])
    assert not one.same
    assert one.similarity < 0.3
    assert one.release == hwpextract.extract(SAMPLES / "joint-2025/release.hwp")
    assert one.forms == ("release.hwp#1", "release.hwp#2")


def test_a_value_only_one_form_states_is_taken_and_reported() -> None:
    whole = hwpextract.extract(SAMPLES / "joint-2025/release.hwpx")
    poor = whole.model_copy(update={"title": None})
    other = hwpextract.extract(SAMPLES / "joint-2025/release.hwp")
    one = hwpextract.reconcile([poor, other])
    assert one.release.title == whole.title
    (difference,) = one.disagreements
    assert difference.field == "title"
    assert difference.values == {"release.hwpx": "None", "release.hwp": whole.title}
    assert one.agreement["title"] == ("release.hwp",)


def test_spacing_and_quotes_are_no_disagreement() -> None:
    whole = hwpextract.extract(SAMPLES / "joint-2025/release.hwpx")
    respelt = whole.model_copy(update={"title": f" {whole.title} ".replace(" ", "\u00a0")})
    assert hwpextract.reconcile([whole, respelt]).disagreements == ()


def test_nothing_to_reconcile() -> None:
    with pytest.raises(ValueError, match="at least one"):
        hwpextract.reconcile([])
