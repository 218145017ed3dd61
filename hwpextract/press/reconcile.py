"""The same release in several forms made one: what the forms agree on, where they differ, and whether they are the same at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hwpextract.characters import fold
from hwpextract.node import Node, build
from hwpextract.press.confidence import confirmed, disputed
from hwpextract.press.likeness import compare, traits_of
from hwpextract.press.model import PressRelease
from hwpextract.sniff import Format

# Forms from the one that says most of itself to the one that says least: grid and labels, then pages.
_TRUST = (Format.HWPX, Format.HWP5, Format.HWPML, Format.HWP3, Format.PDF)
Key = Callable[[PressRelease], object]


def _contact_keys(release: PressRelease) -> object:
    return sorted((fold(person.name or ""), person.phones, person.email or "") for person in release.contacts)


def _time_keys(release: PressRelease) -> object:
    return sorted((str(time.at), time.edition or "") for time in release.release_times)


# What must be equal for two forms to agree on a field; typography and spacing do not count.
_KEYS: dict[str, Key] = {
    "masthead": lambda release: fold(release.masthead or ""),
    "title": lambda release: fold(release.title or ""),
    "subtitles": lambda release: tuple(fold(line) for line in release.subtitles),
    "agency": lambda release: release.agency or "",
    "department": lambda release: fold(release.department or ""),
    "contacts": _contact_keys,
    "release_times": _time_keys,
    "distributed": lambda release: str(release.distributed.at) if release.distributed else "",
    "paragraphs": lambda release: fold("".join(paragraph.text for paragraph in release.paragraphs)),
    "annexes": lambda release: tuple(fold(annex.label + (annex.title or "")) for annex in release.annexes),
}
# Fields that come along with the one that decides.
_ALONG = {
    "masthead": ("kind",),
    "agency": ("agencies",),
    "department": ("departments",),
    "contacts": ("contact",),
    "paragraphs": ("body", "items", "quotes"),
}


class Disagreement(Node):
    """A field on which the forms of a release differ: what each form says, by the form's name."""

    field: str
    values: dict[str, str]


class Reconciled(Node):
    """Several forms of one release made one.

    `same` says whether the forms are of the same release, `similarity` (0 to 1) how much of their bodies is common, `contradictions`
    what speaks against it: 'text', 'numbers', 'title', 'days'. `agreement` names by field the forms that give the value in `release`.
    """

    same: bool
    similarity: float
    contradictions: tuple[str, ...] = ()
    release: PressRelease
    forms: tuple[str, ...]
    agreement: dict[str, tuple[str, ...]]
    disagreements: tuple[Disagreement, ...]


def reconcile_releases(releases: Sequence[PressRelease]) -> Reconciled:
    """One release out of several forms of it.

    The value of each field is the one most forms give; of equally many, that of the most trusted form which states it (HWPX, HWP 5,
    PDF). `agreement` names the forms that give it, `disagreements` the others with their values. Forms of different releases give
    `same=False` with what speaks against it in `contradictions`; the release is then that of the first form alone.

    Raises:
        ValueError: there is no release to begin with.
    """
    if not releases:
        raise ValueError("reconcile needs at least one release")
    names = _names(releases)
    first, *others = map(traits_of, releases)
    likeness = [compare(first, other) for other in others]
    same = all(found.same for found in likeness)
    ranked = sorted(range(len(releases)), key=lambda i: trust(releases[i].source.format)) if same else [0]
    merged = releases[ranked[0]]
    agreement: dict[str, tuple[str, ...]] = {}
    disagreements: list[Disagreement] = []
    for field, key in _KEYS.items():
        agreed = _agreed(releases, ranked, key)
        if ranked[0] not in agreed:
            merged = merged.model_copy(update=_values(releases[agreed[0]], field))
        agreement[field] = tuple(names[i] for i in agreed)
        differing = [_shown(releases[i], field) for i in ranked if i not in agreed]
        if differing:
            disagreements.append(_disagreement(field, [(names[i], releases[i]) for i in ranked]))
        merged = _with_evidence(merged, releases[agreed[0]], field, len(agreed), differing)
    return build(
        Reconciled,
        same=same,
        similarity=min((found.similarity for found in likeness), default=1.0),
        contradictions=tuple(dict.fromkeys(reason for found in likeness for reason in found.contradictions)),
        release=merged,
        forms=tuple(names),
        agreement=agreement,
        disagreements=tuple(disagreements),
    )


def _agreed(releases: Sequence[PressRelease], ranked: Sequence[int], key: Key) -> list[int]:
    """The forms that give the value most of them give, in order of trust; a value that is stated wins over none."""
    stated = [i for i in ranked if key(releases[i])] or list(ranked)
    groups = [[i for i in ranked if key(releases[i]) == key(releases[chosen])] for chosen in stated]
    return max(groups, key=len)


def _with_evidence(
    merged: PressRelease, chosen: PressRelease, field: str, agreed: int, others: Sequence[str]
) -> PressRelease:
    """The release with the evidence of a field: surer where forms agree, less sure where they differ."""
    entry = chosen.evidence.get(field)
    if entry is None or (agreed == 1 and not others):
        return merged
    if others:
        entry = entry.model_copy(
            update={
                "confidence": disputed(entry.confidence),
                "alternatives": tuple(dict.fromkeys((*entry.alternatives, *others))),
            }
        )
    else:
        entry = entry.model_copy(update={"confidence": confirmed(entry.confidence)})
    return merged.model_copy(update={"evidence": {**merged.evidence, field: entry}})


def _names(releases: Sequence[PressRelease]) -> list[str]:
    """A name for each form: its file, with its number where the name is missing or used twice."""
    files = [release.source.filename or release.source.format.value for release in releases]
    return [name if files.count(name) == 1 else f"{name}#{number}" for number, name in enumerate(files, 1)]


def _values(release: PressRelease, field: str) -> dict[str, object]:
    return {name: getattr(release, name) for name in (field, *_ALONG.get(field, ()))}


def _disagreement(field: str, forms: Sequence[tuple[str, PressRelease]]) -> Disagreement:
    return build(Disagreement, field=field, values={name: _shown(release, field) for name, release in forms})


def _shown(release: PressRelease, field: str) -> str:
    if field == "paragraphs":
        return f"{len(release.paragraphs)} paragraphs"
    if field == "annexes":
        return ", ".join(" ".join(filter(None, (annex.label, annex.title))) for annex in release.annexes)
    return str(release.model_dump(include={field})[field])


def trust(kind: Format) -> int:
    """Rank of a form among those of its release; 0 is the one that says most of itself."""
    return _TRUST.index(kind) if kind in _TRUST else len(_TRUST)
