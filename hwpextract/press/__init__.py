"""Press-release fields out of a `Document`: what each value is, and where it was read."""

from __future__ import annotations

from hwpextract.document import Document
from hwpextract.press.model import PressRelease, SourceInfo


def extract_fields(document: Document, source: SourceInfo) -> PressRelease:
    """Read the fields of a press release; never raises, an absent field is None or ()."""
    return PressRelease.model_construct(
        source=source,
        warnings=document.warnings,
        coverage=document.coverage,
        document=document,
        evidence={},
    )
