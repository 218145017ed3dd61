"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# A machine that is busy is not a failure: how long an example takes is measured by the benchmarks.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
