"""How sure a value is when a second source says the same, or something else."""

from __future__ import annotations

_CONFIRMED = 0.98
_DISPUTED = 0.2


def confirmed(confidence: float) -> float:
    """Confidence of a value that a second source gives too."""
    return max(confidence, _CONFIRMED)


def disputed(confidence: float) -> float:
    """Confidence of a value where a second source gives another."""
    return round(max(confidence - _DISPUTED, 0.0), 2)
