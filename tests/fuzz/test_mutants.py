"""A fixed share of what fuzzing does at length: the same mutants of the samples in every run."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.exercise import exercise
from fuzz.mutate import changed, mutant
from fuzz.seeds import seeds
from fuzz.wrap import WRAPPERS
from hwpextract.readers.pdf import engine
from hwpextract.sniff import Format, sniff

_MUTANTS = 40

_SEEDS: dict[str, list[bytes]] = {}
for _target, _data in seeds():
    _SEEDS.setdefault(_target, []).append(_data)


@pytest.fixture(autouse=True)
def without_second_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process for each unreadable page costs more than all else."""
    monkeypatch.setattr(engine, "available", lambda: False)


def _files() -> Iterator[tuple[Format, bytes]]:
    return ((sniff(data), data) for data in _SEEDS["file"])


@pytest.mark.parametrize("kind", [Format.HWP5, Format.HWPX, Format.HWP3, Format.PDF])
def test_mutants_of_files_are_read_or_refused(kind: Format) -> None:
    files = [data for found, data in _files() if found is kind]
    for number in range(_MUTANTS):
        random = Random(f"{kind}:{number}")
        exercise(mutant(random.choice(files), random))


@pytest.mark.parametrize("target", sorted(set(WRAPPERS) - {"file"}))
def test_mutants_of_parts_are_read_or_refused(target: str) -> None:
    for number in range(_MUTANTS):
        random = Random(f"{target}:{number}")
        exercise(WRAPPERS[target](changed(random.choice(_SEEDS[target]), random)))


def test_a_mutant_can_be_made_again() -> None:
    data = _SEEDS["file"][0]
    assert mutant(data, Random(7)) == mutant(data, Random(7)) != mutant(data, Random(8))


@settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(WRAPPERS)), st.binary(max_size=300))
def test_any_bytes_in_any_place_are_read_or_refused(target: str, data: bytes) -> None:
    exercise(WRAPPERS[target](data))
