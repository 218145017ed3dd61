"""What became of the files of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from hwpextract.batch.store import Store


class Summary(NamedTuple):
    """What became of the files of a run: how many of each status, and of those without a result, how many of each code.

    `pending` files were not reached; there are none unless the run was interrupted. `releases` and `forms` are those of the whole
    output, which earlier runs may have filled too.
    """

    files: int
    read: int
    duplicate: int
    archive: int
    skipped: int
    failed: int
    pending: int
    failures: dict[str, int]
    releases: int
    forms: int
    interrupted: bool
    seconds: float


def summary_of(store: Store, sources: Iterable[str], *, interrupted: bool, seconds: float) -> Summary:
    """Count what became of these files."""
    counts = store.counts(sources)
    statuses: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    for (status, code), count in counts.items():
        statuses[status] += count
        if status == "failed" and code:
            failures[code] += count
    releases, forms = store.size()
    return Summary(
        files=sum(statuses.values()),
        **{name: statuses[name] for name in ("read", "duplicate", "archive", "skipped", "failed", "pending")},
        failures=dict(sorted(failures.items(), key=lambda item: (-item[1], item[0]))),
        releases=releases,
        forms=forms,
        interrupted=interrupted,
        seconds=round(seconds, 1),
    )
