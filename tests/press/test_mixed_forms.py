"""Contact tables and header tables put together at random from what agencies do: whatever the mixture, the officers come out."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest
from builders.blocks import release

from hwpextract.press.model import Contact, PressRelease

NAMES = (
    "홍길동",
    "김철수",
    "이영희",
    "박민수",
    "최지우",
    "정하늘",
    "강바다",
    "홍길원",
    "김철구",
    "이영도",
    "남궁하늘",
    "홍길",
)
"""Placeholders; some end like units, one has four syllables, one two."""
RANKS = ("사무관", "주무관", "서기관", "연구사", "전문위원", "행정사무관")
UNITS = (
    ("지도국", "지도과"),
    ("길안내국", "길안내과"),
    ("", "홍보담당관"),
    ("물길본부", "물길정책팀"),
    ("국립가나과학원", "기획조정과"),
    ("산림청", "산림정책과"),
    ("교육부 학교정책실", "학교지도과"),
)
SEEDS = range(60)


@dataclass(frozen=True)
class Officer:
    role: str
    rank: str
    name: str
    number: str


def officers(random: Random, count: int, names: list[str], first: int) -> list[Officer]:
    ranks = ["과장", *(random.choice(RANKS) for _ in range(count - 1))]
    return [
        Officer("담당자" if i else "책임자", rank, names.pop(), f"044-000-{first + i:04d}")
        for i, rank in enumerate(ranks)
    ]


def spaced(random: Random, word: str) -> str:
    return word if random.random() < 0.6 else " ".join(word)


def printed_number(random: Random, number: str) -> str:
    return random.choice([f"({number})", number, f"☎ {number}", f"({number[:3]}){number[4:]}"])


def over(rows: int, text: str) -> str:
    return f"{{{rows}x1}} {text}"


def column(random: Random, rows: int, lines: list[str]) -> list[str | None]:
    """Cells of a column that holds these lines: one merged cell, or a line a row with empty cells below; None under a span."""
    below = None if random.random() < 0.5 else ""
    printed = lines if below == "" else [over(rows, " ⏎ ".join(lines))]
    return [*printed, *[below] * (rows - len(printed))]


def labels(random: Random, rows: int) -> list[str | None]:
    return random.choice(
        [[over(rows, "담당 부서"), *[None] * (rows - 1)], ["담당부서"] * rows, ["담당 부서", *[""] * (rows - 1)]]
    )


def roles(random: Random, rows: int) -> list[str | None]:
    if random.random() < 0.5 and rows > 1:
        return ["책임자", over(rows - 1, "담당자"), *[None] * (rows - 2)]
    return ["책임자", *(spaced(random, "담당자") for _ in range(rows - 1))]


def contact_table(random: Random) -> tuple[str, list[tuple[str, Officer]]]:
    """A contact table of several units, and its officers with their units."""
    names, lines = random.sample(NAMES, len(NAMES)), []
    expected: list[tuple[str, Officer]] = []
    shares_cell = random.random() < 0.2  # rank and name in one cell
    for upper, leaf in random.sample(UNITS, random.randint(1, 3)):
        people = officers(random, random.randint(2, 4), names, len(expected) + 1)
        expected += [(leaf, person) for person in people]
        rows = len(people)
        left = (
            labels(random, rows),
            column(random, rows, [unit for unit in (upper, leaf) if unit]),
            roles(random, rows),
        )
        for i, person in enumerate(people):
            who = (
                [f"{person.rank} {person.name}"]
                if shares_cell
                else [spaced(random, person.rank), spaced(random, person.name)]
            )
            cells = [cells[i] for cells in left] + who + [printed_number(random, person.number)]
            lines.append("| " + " | ".join(cell for cell in cells if cell is not None) + " |")
    return "\n".join(lines), expected


def header_table(random: Random) -> tuple[str, list[Officer]]:
    """A header table with labels in any order, two or three pairs of label and value a row, and its officers."""
    people = officers(random, random.randint(1, 3), random.sample(NAMES, 5), 1)
    numbers = [person.number for person in people]
    who = random.choice(
        [
            [("담당자", " ⏎ ".join(f"{p.rank} {p.name}({p.number})" for p in people))],
            [("담당자", ", ".join(f"{p.name} {p.rank} (☎{p.number})" for p in people))],
            [("담당자", " ⏎ ".join(f"{p.rank} {p.name}" for p in people)), ("연락처", " ⏎ ".join(numbers))],
            [("담당자", " / ".join(f"{p.name} {p.rank}" for p in people)), ("전화", ", ".join(numbers))],
        ]
    )
    contact = [
        (random.choice(["담당부서", "담당과", "제공부서", "작성부서"]), random.choice(["지도국 ⏎ 지도과", "지도과"])),
        *who,
    ]
    times = [("보도일시", "2020. 5. 6.(수) 조간"), ("배포일시", "2020. 5. 5.(화)")]
    groups = [times, contact, *random.choice([[], [[("매수", "3매")]], [[("사진", "있음"), ("매수", "3매")]]])]
    random.shuffle(groups)
    pairs = [pair for group in groups for pair in group]
    across = random.choice([1, 2, 3])
    lines = [f"| {{1x{2 * across}}} 보 도 자 료 |"]
    for at in range(0, len(pairs), across):
        row = pairs[at : at + across]
        rest = f"{{1x{2 * (across - len(row)) + 1}}} "
        cells = [part for label, value in row for part in (spaced(random, label), value)]
        lines.append("| " + " | ".join([*cells[:-1], rest + cells[-1]]) + " |")
    return "\n".join(lines), people


def read(contact: Contact) -> tuple[str | None, str | None, tuple[str, ...]]:
    return contact.position, contact.name, contact.phones


def told(found: PressRelease) -> bool:
    """Whether headline, times and story have come through beside the table."""
    return found.title == "동네 지도를 연다" and len(found.paragraphs) == 1 and found.distributed is not None


@pytest.mark.parametrize("seed", SEEDS)
def test_contact_table(seed: int) -> None:
    text, expected = contact_table(Random(seed))
    times = "| 보도시점 | 2026. 4. 13.(월) 12:00 | 배포 | 2026. 4. 13.(월) |"
    found = release("| <pic/> | 보도자료 | |", times, "| 동네 지도를 연다 |", "지도를 연다.", text)
    assert [(contact.department, contact.role, *read(contact)) for contact in found.contacts] == [
        (unit, person.role, person.rank, person.name, (person.number,)) for unit, person in expected
    ], text
    assert told(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_header_table(seed: int) -> None:
    text, expected = header_table(Random(seed))
    found = release(text, "| 동네 지도를 연다 |", "지도를 연다.")
    assert [read(contact) for contact in found.contacts] == [(p.rank, p.name, (p.number,)) for p in expected], text
    assert {contact.department for contact in found.contacts} == {"지도과"}
    assert [time.edition for time in found.release_times] == ["조간"]
    assert told(found)
