"""Whole releases in other forms than they were printed in: body and annexes must come out as before.

The samples are changed one by one; of the corpus of real releases, where it is present, the share that holds is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest
from builders.blocks import box, frame, paragraph

import hwpextract
from hwpextract.characters import fold
from hwpextract.document import Block, Document, Image, Paragraph, Table
from hwpextract.press import extract_fields
from hwpextract.press.contacts.contact_tables import is_contact_table
from hwpextract.press.findings import Findings, find
from hwpextract.press.model import PressRelease, SourceInfo
from hwpextract.press.story.annexes import annex_head

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*/release.hwpx"))
CORPUS = sorted((Path(__file__).parents[3] / "shared" / "corpus" / "press").glob("*/release.hwpx"))
MOST_BLOCKS = 60
"""Blocks of a release of the corpus beyond which it is left out, for speed."""
CLOSING = "※ 현장 사진 별도 배포 예정"
REQUEST = "이 자료에 대하여 더욱 자세한 내용을 원하시면 지도과 홍길동 사무관(☎ 02-0000-0000)에게 연락주시기 바랍니다."

Items = list[Block] | None
"""Blocks of the changed release; None for one that cannot be changed so."""


def heads_as(wrap: Callable[[str, str], Block]) -> Callable[[Findings], Items]:
    """Every framed head of an annex in another form."""

    def change(found: Findings) -> Items:
        start = max(found.start, found.contacts.end)
        heads = {index: head for index in range(start, len(found.items)) if (head := annex_head(found.items[index]))}
        if any(isinstance(found.items[index], Paragraph) for index in heads) or not heads:
            return None
        return [
            wrap(heads[index][0], heads[index][1] or "") if index in heads else block
            for index, block in enumerate(found.items)
        ]

    return change


def bare(label: str) -> str:
    return label.strip("<>[]【】〔〕() ")


def body_of(found: Findings) -> tuple[int, int] | None:
    if found.contacts.first is None or found.contacts.first <= found.start:
        return None
    return found.start, found.contacts.first


def body_in_a_frame(found: Findings) -> Items:
    bounds = body_of(found)
    if bounds is None:
        return None
    start, stop = bounds
    body = found.items[start:stop]
    if not all(isinstance(block, Paragraph | Image) for block in body):
        return None
    return [*found.items[:start], frame(*body), *found.items[stop:]]


def contacts_at(place: Callable[[Findings], int]) -> Callable[[Findings], Items]:
    """The contact tables before the block that `place` gives."""

    def change(found: Findings) -> Items:
        if body_of(found) is None:
            return None
        tables = [block for block in found.items if isinstance(block, Table) and is_contact_table(block)]
        rest = [block for block in found.items if not (isinstance(block, Table) and is_contact_table(block))]
        index = place(found)
        return [*rest[:index], *tables, *rest[index:]]

    return change


def without_contacts(found: Findings) -> Items:
    if body_of(found) is None:
        return None
    return [block for block in found.items if not (isinstance(block, Table) and is_contact_table(block))]


def before_contacts(*added: Block) -> Callable[[Findings], Items]:
    def change(found: Findings) -> Items:
        bounds = body_of(found)
        if bounds is None:
            return None
        return [*found.items[: bounds[1]], *added, *found.items[bounds[1] :]]

    return change


def above_body(*added: Block) -> Callable[[Findings], Items]:
    return lambda found: [*found.items[: found.start], *added, *found.items[found.start :]]


def contact_line(found: Findings) -> Items:
    rest = without_contacts(found)
    bounds = body_of(found)
    if rest is None or bounds is None:
        return None
    line = paragraph("문의 : 지도정책과 홍길동 사무관(044-000-0501)")
    return [*rest[: bounds[1]], line, *rest[bounds[1] :]]


CHANGES: dict[str, Callable[[Findings], Items]] = {
    "heads of annexes as lines": heads_as(lambda label, title: paragraph(f"{label}  {title}")),
    "heads of annexes in brackets": heads_as(lambda label, title: paragraph(f"[{bare(label)}] {title}")),
    "heads of annexes in text boxes": heads_as(lambda label, title: box(f"{label} {title}")),
    "heads of annexes in one cell": heads_as(lambda label, title: frame(f"{label} {title}")),
    "body in one cell": body_in_a_frame,
    "contacts below the headline": contacts_at(lambda found: found.start),
    "contacts above the headline": contacts_at(lambda found: found.headline.last if found.headline else found.start),
    "no contacts": without_contacts,
    "contacts as a line": contact_line,
    "request to call in a frame": before_contacts(frame(REQUEST)),
    "request to call": before_contacts(paragraph(REQUEST)),
    "end mark": before_contacts(paragraph("끝.")),
    "end mark in brackets": before_contacts(paragraph("<끝>")),
    "list of annexes": before_contacts(paragraph("붙임  1. 지도 개요 1부."), paragraph("      2. 길 이름.  끝.")),
    "closing note": before_contacts(paragraph(CLOSING)),
    "hash tags": before_contacts(paragraph("#지도 #골목길")),
    "slogan": before_contacts(box("함께 하는 공정사회! 더 큰 희망 대한민국")),
    "embargo box": above_body(frame("※ 주말 엠바고 주의 : 4월 12일 (일요일) 낮 12시부터 보도가능 ※")),
    "lead box": above_body(frame("◈ 동네 지도를 누구나 쓴다.", "◈ 길도 찾을 수 있다.")),
    "all in one cell": lambda found: [frame(*found.items)],
}


def read(document: Document, items: Sequence[Block] | None = None) -> PressRelease:
    if items is not None:
        document = document.model_copy(update={"blocks": tuple(items)})
    return extract_fields(document, SOURCE)


SOURCE = SourceInfo(format=hwpextract.Format.HWPX, filename=None, size=0, sha256="0" * 64)


@cache
def opened(path: Path) -> tuple[Document, Findings, PressRelease]:
    document = hwpextract.read(path)
    return document, find(document, SOURCE), read(document)


def body_and_annexes(release: PressRelease) -> tuple[object, ...]:
    annexes = [(bare(annex.label), fold(annex.title or "")) for annex in release.annexes]
    return release.title, [fold(paragraph.text) for paragraph in release.paragraphs], annexes


def holds(path: Path, change: str) -> bool | None:
    document, found, printed = opened(path)
    items = CHANGES[change](found)
    return None if items is None else body_and_annexes(read(document, items)) == body_and_annexes(printed)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_samples(path: Path, change: str) -> None:
    document, found, printed = opened(path)
    items = CHANGES[change](found)
    if items is None:
        pytest.skip("this sample has nothing to change so")
    assert body_and_annexes(read(document, items)) == body_and_annexes(printed)


@pytest.mark.skipif(not CORPUS, reason="the corpus of real files is not here")
@pytest.mark.parametrize("change", CHANGES)
def test_real_releases(change: str) -> None:
    releases = [path for path in CORPUS if len(opened(path)[0].blocks) <= MOST_BLOCKS]
    held = [result for path in releases if (result := holds(path, change)) is not None]
    assert len(held) > 10
    assert sum(held) / len(held) >= 0.98
