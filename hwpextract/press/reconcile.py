"""The same release in several forms made one: what the forms agree on, where they differ, and whether they are the same at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from hwpextract.characters import fold
from hwpextract.document import build
from hwpextract.press.model import Disagreement, PressRelease, Reconciled
from hwpextract.sniff import Format

# Forms from the one that says most of itself to the one that says least: grid and labels, then pages.
_TRUST = (Format.HWPX, Format.HWP5, Format.HWPML, Format.HWP3, Format.PDF)
_GRAM = 8
_COMPARED = 4000
"""Characters of the body that are compared, in pieces of `_GRAM`."""
_SAME_TEXT = 0.5
_SAME_TITLE = 0.2
"""Share of common pieces from which two bodies are the same, and from which they are if their titles are equal."""

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


def reconcile_releases(releases: Sequence[PressRelease]) -> Reconciled:
    """One release out of several forms of it.

    The value of each field is that of the most trusted form which states it (HWPX, HWP 5, PDF); `agreement` names the forms that give
    the same, `disagreements` the others with their values. Forms of different releases give `same=False`; the release is then that
    of the first form alone.

    Raises:
        ValueError: there is no release to begin with.
    """
    if not releases:
        raise ValueError("reconcile needs at least one release")
    names = _names(releases)
    first, *others = (likeness(one.title, (paragraph.text for paragraph in one.paragraphs)) for one in releases)
    alike = min((similarity(first, other) for other in others), default=1.0)
    same = all(are_same(first, other) for other in others)
    ranked = sorted(range(len(releases)), key=lambda i: trust(releases[i].source.format)) if same else [0]
    merged = releases[ranked[0]]
    agreement: dict[str, tuple[str, ...]] = {}
    disagreements: list[Disagreement] = []
    for field, key in _KEYS.items():
        chosen = next((i for i in ranked if key(releases[i])), ranked[0])
        if chosen != ranked[0]:
            merged = merged.model_copy(update=_values(releases[chosen], field))
        agreement[field] = tuple(names[i] for i in ranked if key(releases[i]) == key(releases[chosen]))
        if len(agreement[field]) < len(ranked):
            disagreements.append(_disagreement(field, [(names[i], releases[i]) for i in ranked]))
    return build(
        Reconciled,
        same=same,
        similarity=round(alike, 2),
        release=merged,
        forms=tuple(names),
        agreement=agreement,
        disagreements=tuple(disagreements),
    )


def _names(releases: Sequence[PressRelease]) -> list[str]:
    """A name for each form: its file, with its number where the name is missing or used twice."""
    files = [release.source.filename or release.source.format.value for release in releases]
    return [name if files.count(name) == 1 else f"{name}#{number}" for number, name in enumerate(files, 1)]


def _values(release: PressRelease, field: str) -> dict[str, object]:
    return {name: getattr(release, name) for name in (field, *_ALONG.get(field, ()))}


def _disagreement(field: str, forms: Sequence[tuple[str, PressRelease]]) -> Disagreement:
    return build(Disagreement, field=field, values={name: _shown(release, field) for name, release in forms})


def _shown(release: PressRelease, field: str) -> str:
    value = release.model_dump(include={field})[field]
    if field == "paragraphs":
        return f"{len(release.paragraphs)} paragraphs"
    return str(value)


class Likeness(NamedTuple):
    """What tells whether two forms are of the same release: the folded title, and the pieces of the body."""

    title: str
    pieces: frozenset[str]


def likeness(title: str | None, paragraphs: Iterable[str]) -> Likeness:
    """The likeness of a release by its title and the texts of its paragraphs."""
    text = fold("".join(paragraphs)[:_COMPARED])
    return Likeness(fold(title or ""), frozenset(text[i : i + _GRAM] for i in range(len(text) - _GRAM + 1)))


def are_same(one: Likeness, other: Likeness) -> bool:
    """Whether two forms are of the same release."""
    equal_titles = bool(one.title) and one.title == other.title
    return similarity(one, other) >= (_SAME_TITLE if equal_titles else _SAME_TEXT)


def similarity(one: Likeness, other: Likeness) -> float:
    """Share of the shorter body that the other has too, 0 to 1."""
    if not one.pieces or not other.pieces:
        return 0.0
    return len(one.pieces & other.pieces) / min(len(one.pieces), len(other.pieces))


def trust(kind: Format) -> int:
    """Rank of a form among those of its release; 0 is the one that says most of itself."""
    return _TRUST.index(kind) if kind in _TRUST else len(_TRUST)
