"""A press release put in order for reading: its header as labelled lines, its people as rows, its body as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING

from hwpextract.document import Block, Box, Image, Locator, Paragraph, Table, paragraphs_of

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
    """The paragraphs of the body with what stands between them: tables, boxes, pictures, their captions.

    A frame that holds more than the body (some agencies print a whole release in one cell) is opened. Paragraphs that stand
    nowhere in the document come as they are.
    """
    own = {paragraph.locator: paragraph for paragraph in release.paragraphs}
    blocks = list(_opened(release.document.blocks, own.keys()))
    places = [place for place, block in enumerate(blocks) if not own.keys().isdisjoint(_locators(block))]
    if sum(len(own.keys() & _locators(blocks[place])) for place in places) < len(own):
        return list(release.paragraphs)
    return list(_shown(blocks[places[0] : places[-1] + 1], own)) if places else []


def _shown(blocks: Iterable[Block], own: Mapping[Locator, Paragraph]) -> Iterator[Block]:
    """The blocks with the release's words in place of the document's, where it has put cut paragraphs together."""
    said = ""
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield block
        elif mine := own.get(block.locator):
            yield mine
            said = mine.text
        elif block.text.strip() not in said:
            yield block


def _opened(blocks: Iterable[Block], own: Set[Locator]) -> Iterator[Block]:
    """The blocks, in place of each container that holds own and other paragraphs what it holds."""
    stack = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
        elif _locators(block) <= own or own.isdisjoint(_locators(block)):
            yield block
        else:
            stack.append(iter(_held(block)))


def _locators(block: Block) -> set[Locator]:
    return {paragraph.locator for paragraph in paragraphs_of((block,))}


def _held(block: Block) -> list[Block]:
    match block:
        case Paragraph():
            return []
        case Table():
            return [inner for cell in block.cells for inner in cell.blocks] + list(block.caption)
        case Box():
            return [*block.blocks, *block.caption]
        case Image():
            return list(block.caption)
