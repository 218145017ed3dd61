"""What has to hold for any bytes whatever."""

from __future__ import annotations

import hwpextract
from hwpextract.document import Document


def exercise(data: bytes) -> str:
    """Read a file and give it out in every form; returns `read`, `read with warnings`, or the code of the error.

    Anything else that is raised is a bug, and so are counts that do not add up, and values of another type than their field's.
    """
    try:
        release = hwpextract.extract(data, filename="보도자료.hwp")
    except hwpextract.HwpExtractError as error:
        return error.code
    release.model_dump_json(warnings="error")
    hwpextract.to_markdown(release)
    hwpextract.to_text(release.document)
    check_sums(release.document)
    return "read with warnings" if release.warnings else "read"


def check_sums(document: Document) -> None:
    """Every character and picture that was met is given, kept apart, or named as dropped."""
    for tally in (document.coverage.characters, document.coverage.images):
        if tally.met != tally.emitted + tally.apart + sum(tally.dropped.values()):
            raise AssertionError(f"counts do not add up: {tally!r}")
