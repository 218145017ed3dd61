"""Coverage-guided fuzzing of one reader with atheris: `PYTHONPATH=tests python -m fuzz.targets TARGET FOLDER [-libfuzzer_options]`.

Each target puts the bytes where they do most: behind the container, so that the fuzzer learns of records and operators and not of
compression. FOLDER keeps what the fuzzer finds; `python -m fuzz.seeds FOLDER` fills it first. atheris is not among the
dependencies, as it has no builds for some versions of Python: `pip install atheris`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from random import Random

import atheris

with atheris.instrument_imports(include=["hwpextract"]):
    import hwpextract.api
    import hwpextract.export
    import hwpextract.readers.hwp3
    import hwpextract.readers.hwp5
    import hwpextract.readers.hwpml
    import hwpextract.readers.hwpx
    import hwpextract.readers.pdf  # noqa: F401 - instrumented now rather than when first used

from fuzz.exercise import exercise
from fuzz.mutate import changed
from fuzz.wrap import WRAPPERS
from hwpextract.readers.pdf import engine

_OWN_SHARE = 0.3
"""Share of mutations that are ours (telling integers, moved records, repeated ranges) and not libFuzzer's."""


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """One mutation of `data`."""
    random = Random(seed)
    if random.random() < _OWN_SHARE:
        return changed(data, random)[:most]
    return bytes(atheris.Mutate(data, most))


def target(wrap: Callable[[bytes], bytes]) -> Callable[[bytes], None]:
    """What atheris calls with each input."""
    return lambda data: (exercise(wrap(data)), None)[1]


def main() -> None:
    """Fuzz the target named first."""
    name = sys.argv.pop(1)
    engine.available = lambda: False  # a process for each unreadable page would be all that is left of the speed
    atheris.Setup(sys.argv, target(WRAPPERS[name]), custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
