from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from builders.blocks import frame, page_header, release, table

import hwpextract
from hwpextract.document import Table, paragraph, walk
from hwpextract.press.phrases.names import name_of
from hwpextract.press.privacy import without_people

SAMPLES = sorted(Path(__file__).parents[2].glob("samples/*/release.hwpx"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_no_officer_is_left(path: Path) -> None:
    whole = hwpextract.extract(path)
    kept = hwpextract.extract(path, contacts="department")
    assert whole.contacts
    assert kept.contacts == ()
    assert kept.contact is None
    assert kept.department == whole.department
    printed = kept.model_dump_json()
    for person in whole.contacts:
        for number in (*person.phones, *([person.email] if person.email else [])):
            assert number not in printed
    names = {person.name for person in whole.contacts}
    cells = (cell.text for block in walk(kept.document.blocks) if isinstance(block, Table) for cell in block.cells)
    assert not names & {name_of(line) for text in cells for line in text.split("\n")}


def test_nothing_of_the_contact_block_is_left_in_the_fields() -> None:
    kept = hwpextract.extract(SAMPLES[0], contacts="none")
    assert (kept.department, kept.departments, kept.contact, kept.contacts) == (None, (), None, ())
    assert not {"department", "departments", "contact", "contacts"} & set(kept.evidence)
    assert kept.title


def test_people_a_release_quotes_stay() -> None:
    path = next(path for path in SAMPLES if hwpextract.extract(path).quotes)
    assert hwpextract.extract(path, contacts="none").quotes == hwpextract.extract(path).quotes


def test_values_that_disagree_are_searched_too() -> None:
    whole = hwpextract.extract(SAMPLES[0])
    person = whole.contacts[0]
    entry = whole.evidence["title"].model_copy(update={"alternatives": (f"문의 {person.name} {person.phones[0]}",)})
    kept = without_people(whole.model_copy(update={"evidence": {"title": entry}}), "department")
    (other,) = kept.evidence["title"].alternatives
    assert other.startswith("문의")
    assert person.phones[0] not in other
    assert str(person.name) not in other


EXAMPLES = sorted(Path(__file__).with_name("examples").glob("*.txt"))
HEADS = re.compile(r"\((?:위원)?[가-힣]{0,3}[장관수감재]:? (?:홍길동|김철수)[^()]*\)|(?<=국회의원 )(?:홍길동|김철수)")
"""Heads of agencies in lead sentences, and lawmakers, who are no officers."""


@pytest.mark.parametrize("detail", ["department", "none"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_leaks(path: Path, detail: Literal["department", "none"]) -> None:
    whole = release(HEADS.sub("", path.read_text("utf-8").split("\n---\n")[1]))
    spoken_of = " ".join([whole.title or "", *(paragraph.text for paragraph in whole.paragraphs)])
    kept = without_people(whole, detail)
    printed = kept.model_dump_json()
    assert (kept.contact, kept.contacts) == (None, ())
    for person in whole.contacts:
        assert person.name is None or person.name in spoken_of or person.name not in printed
        assert person.email is None or person.email not in printed
        for number in person.phones:
            assert not re.search(r"\D{0,3}".join(filter(None, re.split(r"\D", number))), printed)
    assert kept.title == whole.title
    assert kept.release_times == whole.release_times
    assert [paragraph.text for paragraph in kept.paragraphs] == [paragraph.text for paragraph in whole.paragraphs]
    assert kept.departments == (whole.departments if detail == "department" else ())


def test_officers_are_left_out_of_side_texts_captions_and_tables_that_were_not_read() -> None:
    contact = "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |"
    other = "| 담당과장 | 이영희(02-0000-0009) | 담 당 자 | 박민수 사무관 |"
    found = release(
        "| 보도자료 |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |\n\n동네 지도를 12일 연다.",
        contact,
        frame(table(other)),
        "문의: 홍길동 과장\n\n자세한 내용은 044)000-0001로 물으면 된다.",
        side=(page_header("지도과 홍길동 044.000.0001"),),
    )
    printed = without_people(found, "none").model_dump_json()
    for left in ("홍길동", "이영희", "박민수", "000-0001", "000.0001", "0000-0009"):
        assert left not in printed
    assert "자세한 내용은" in printed


@pytest.mark.parametrize(
    "before", ["press@example.go.kr, ", "지도를 그린다. " * 60], ids=["second address", "long text"]
)
def test_an_address_is_left_out_wherever_it_stands_in_a_text(before: str) -> None:
    contact = "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001, gildong@example.go.kr) |"
    found = release(
        f"| 보도자료 |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |\n\n동네 지도를 12일 연다.\n\n{contact}\n\n"
        f"{before}gildong@example.go.kr"
    )
    assert [person.email for person in found.contacts] == ["gildong@example.go.kr"]
    assert "gildong" not in without_people(found, "department").model_dump_json()


def test_who_saved_the_file_is_left_out() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |")
    metadata = found.document.metadata.model_copy(update={"author": "홍길동", "last_saved_by": "aaaa0000"})
    found = found.model_copy(update={"document": found.document.model_copy(update={"metadata": metadata})})
    kept = without_people(found, "department").document.metadata
    assert (kept.author, kept.last_saved_by) == (None, None)


def test_grid_and_texts_of_a_table_are_those_of_its_cells() -> None:
    block = table("| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |")
    assert block.grid[0, 4].text == block.texts[4] == "홍길동"
    found = release("| 보도자료 |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |", block)
    kept = without_people(found, "none").document.blocks[-1]
    assert isinstance(kept, Table)
    assert "홍길동" not in kept.grid[0, 4].text
    assert "홍길동" not in kept.texts


def test_captions_of_tables_are_searched() -> None:
    caption = (paragraph("문의: 홍길동 과장 044-000-0001", "t/caption/p0"),)
    contact = "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |"
    found = release(
        "| 보도자료 |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |\n\n동네 지도를 12일 연다.",
        contact,
        table("| 동네 | 지도 |").model_copy(update={"caption": caption}),
    )
    printed = without_people(found, "none").model_dump_json()
    assert "문의" in printed
    assert "홍길동" not in printed
    assert "000-0001" not in printed


def test_names_in_chinese_characters_and_beside_extensions_are_left_out() -> None:
    found = release(
        "| 보도자료 |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |",
        "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동(洪吉童) | (044-000-0501) |",
        "지도과 홍길동 과장(내선 0501)",
    )
    for detail in ("department", "none"):
        kept = without_people(found, detail).model_dump_json()
        assert not re.search("홍길동|洪吉童|(?<![0-9a-z])0501", kept)


@pytest.mark.parametrize(
    "line",
    [
        "지도과장 홍길동 ☎ 044-000-0501 / 측량팀장 김철수 ☎ 044-000-0502",
        "지도과 홍길동 주임 044-000-0501 aaaa0000@korea.kr",
        "담당부서 지도과 / 담당자 홍길동 / 전화 044-000-0501",
        "대변인실 홍보팀 ☎ 044-000-0501 / FAX 044-000-0502",
    ],
)
@pytest.mark.parametrize("banner", ["보도자료", "소식지"])
def test_lines_that_name_officers_alone(banner: str, line: str) -> None:
    kept = without_people(release(banner, line, "동네 지도를 연다", "동네 지도를 12일 연다."), "none")
    assert not re.search(r"홍길동|김철수|044-000|aaaa0000", kept.model_dump_json())
    assert "동네 지도를 12일 연다." in kept.model_dump_json()


@pytest.mark.parametrize(
    "rows",
    [
        "| 담당부서 | 지도과 | 과장 | 홍길동 |\n| 전화 | 044-000-0501 | 팀장 | 김철수 |",
        "| 배포일 2026. 4. 13.(월) | 지도과 | 과장 홍길동 | 044-000-0501 |",
        "| 배포일 | 2026. 4. 13.(월) | 담당부서 | 지도과 (과장 홍길동) |",
        "| 배포일 | 2026. 4. 13.(월) | 팀장 | 홍길동 |",
        "| 과장 | 홍길동 | 팀장 | 김철수 |",
        "| 담당자·책임자 | {1x3} 홍길동 ⏎ 김철수 |",
        "| 담당과장 ⏎ 담당자 | {1x3} 홍길동 과장 ⏎ 김철수 주무관 |",
        "| 담당부서 ⏎ 담당과장 ⏎ 담당자 | {1x3} 지도과 ⏎ 홍길동 ⏎ 김철수 |",
        "| 담당부서 | {1x3} 지도과 홍길동과장 |",
        "| 담당부서 | 지도과 | 담당자 | 홍길동팀장, 김철수주임 |",
        "| 홍길동 | 책임자 | 과장 | 044-000-0501 |\n| 김철수 | 담당자 | 사무관 | 044-000-0502 |",
    ],
)
def test_posts_as_labels(rows: str) -> None:
    kept = without_people(release(f"| {{1x4}} 보도자료 |\n{rows}", "| 동네 지도를 연다 |", "12일 연다."), "none")
    assert not re.search(r"홍길동|김철수|044-000", kept.model_dump_json())


@pytest.mark.parametrize(
    "rows",
    [
        "| 담당부서 지도과 | 담당자 홍길동 (044-000-0501) |",
        "| 담당부서 : 지도과 | 담당자 : 홍길동 (044-000-0501) |",
        "| 지도과 | 과장 홍길동 | 044-000-0501 |",
        "| 과장 | 홍길동 | 044-000-0501 |\n| 팀장 | 김철수 | 044-000-0502 |",
        "| 담당부서 | 지도과 | 담당과장 ⏎ 담당자 | 홍길동 ⏎ 김철수 |",
        "| 담당과장 ⏎ 담당자 | 홍길동 ⏎ 김철수 |",
        "| 담당부서 | 지도과 | 과장 | 홍길동 | 사무관 | 김철수 |",
        "| 담당부서 | 지도과 홍길동 |",
    ],
)
def test_second_table_of_officers_within_the_story(rows: str) -> None:
    told = ["동네 지도를 12일 연다."] * 9
    contact = "| 담당 부서 | 측량과 | 책임자 | 과장 | 이영희 | (044-000-0001) |"
    public = "| 예약 | 지도 나눔터 02-000-0900 |"
    found = release("| 보도자료 |", "| 동네 지도를 연다 |", *told, contact, *told, rows, public, *told)
    assert [who.name for who in found.contacts] == ["이영희"]
    kept = without_people(found, "none").model_dump_json()
    assert not re.search(r"홍길동|김철수|이영희|044-000", kept)
    assert "02-000-0900" in kept


@pytest.mark.parametrize(
    "foot",
    [
        "| 담당부서 | 지도과 | 과장홍길동 | 팀장김철수 | 044-000-0501 |",
        "| 담당과장 ⏎ 담당자 | 홍길동 | 044-000-0501 |",
        "담당부서 : 지도과\n\n담당자 : 홍길동",
        "담당과장 : 홍길동, 담당자 : 김철수",
        "담당부서 : 지도과\n담당자 : 홍길동\n044-000-0501",
    ],
)
def test_officers_at_the_foot(foot: str) -> None:
    story = ["| 동네 지도를 연다 |", *["동네 지도를 12일 연다."] * 9]
    kept = without_people(release("| 보도자료 |", *story, foot), "none").model_dump_json()
    assert not re.search(r"홍길동|김철수|044-000", kept)
