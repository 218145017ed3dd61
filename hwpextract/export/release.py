"""A press release put in order for reading: its header as labelled lines, its people as rows, its body as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hwpextract.document import Block, Box, Paragraph, Table, paragraphs_of

if TYPE_CHECKING:
    from hwpextract.press.model import PressRelease, ReleaseTime


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


def body_of(release: PressRelease) -> list[Block]:
    """The paragraphs of the body with the tables, boxes and pictures that stand between them.

    A frame that holds more than the body (some agencies print a whole release in one cell) is opened. Paragraphs that stand
    nowhere in the document come as they are.
    """
    own = {paragraph.locator: paragraph for paragraph in release.paragraphs}
    blocks = list(_opened(release.document.blocks, own.keys()))
    places = [place for place, block in enumerate(blocks) if not own.keys().isdisjoint(_locators(block))]
    if sum(len(_locators(blocks[place])) for place in places) != len(own):
        return list(release.paragraphs)
    between = blocks[places[0] : places[-1] + 1] if places else []
    shown = [own.get(block.locator) if isinstance(block, Paragraph) else block for block in between]
    return [block for block in shown if block]


def _opened(blocks: Iterable[Block], own: Iterable[str]) -> Iterator[Block]:
    """The blocks, in place of each container that holds own and other paragraphs what it holds."""
    own = set(own)
    stack = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
        elif _locators(block) <= own or own.isdisjoint(_locators(block)):
            yield block
        else:
            stack.append(iter(_held(block)))


def _locators(block: Block) -> set[str]:
    return {paragraph.locator for paragraph in paragraphs_of((block,))}


def _held(block: Block) -> list[Block]:
    match block:
        case Table():
            return [inner for cell in block.cells for inner in cell.blocks] + list(block.caption)
        case Box():
            return [*block.blocks, *block.caption]
        case _:
            return []
