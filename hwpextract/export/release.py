"""A press release put in order for reading: its header as labelled lines, its people as rows."""

from __future__ import annotations

from hwpextract.document import Document
from hwpextract.press.model import PressRelease, ReleaseTime


def told(source: PressRelease | Document) -> PressRelease | Document:
    """What a text tells of a source: of a document that is no press release, which has no fields, all that is in it."""
    refuse_other(source)
    if isinstance(source, Document):
        return source
    is_other = any(warning.code == "not_a_press_release" for warning in source.warnings)
    return source.document if is_other else source


def refuse_other(source: object) -> None:
    """Say what to do with a path or a text in the place of what was read.

    Raises:
        TypeError: the source is neither a `PressRelease` nor a `Document`.
    """
    if not isinstance(source, PressRelease | Document):
        raise TypeError(f"this takes what `extract` or `read` gives, not {type(source).__name__}")


def facts(release: PressRelease) -> list[tuple[str, str]]:
    """Label and value of what stands around the headline: agencies, departments, times."""
    agencies = release.agencies or (release.agency or "",)
    departments = dict.fromkeys(department.name for department in release.departments)
    lines = [("기관", ", ".join(agencies)), ("담당 부서", ", ".join(departments))]
    lines += [(_time_label("보도시점", time), time.raw) for time in release.release_times]
    if release.distributed:
        lines.append((_time_label("배포", release.distributed), release.distributed.raw))
    return [(label, value) for label, value in lines if value]


def _time_label(label: str, time: ReleaseTime) -> str:
    stated = time.channel is None or time.channel in time.raw
    return label if stated else f"{label}({time.channel})"


def contact_rows(release: PressRelease) -> list[list[str]]:
    """A row of headings and one row a person, without the columns that nobody fills; empty when there is nobody."""
    columns = (
        ("담당 부서", [person.department for person in release.contacts]),
        ("구분", [person.role for person in release.contacts]),
        ("직위", [person.position for person in release.contacts]),
        ("이름", [person.name for person in release.contacts]),
        ("전화", [", ".join(person.phones) for person in release.contacts]),
        ("전자우편", [person.email for person in release.contacts]),
    )
    filled = [[heading, *(value or "" for value in values)] for heading, values in columns if any(values)]
    return [list(row) for row in zip(*filled, strict=True)]
