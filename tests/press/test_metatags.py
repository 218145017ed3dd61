"""Labels of HWPX forms as a second source beside what is printed."""

from __future__ import annotations

from builders.blocks import release, table

from hwpextract.press.metatags import tagged_cells, tags_of
from hwpextract.press.model import PressRelease

FORM = """
| {{#기관명}} 광부 ⏎ <pic/> | 보도자료 | |

| 보도시점 | {{#보도일시}} 2026. 4. 12.(일) 12:00 | 배포 | {{#배포일시}} 2026. 4. 10.(금) |

| {{#제목명}} {title} |
| {{#부제목명}} - 골목까지 한눈에 - |

동네 지도를 12일 연다.

| 담당 부서 | 지도국 | 책임자 | 과장 | 홍길동 | (044-000-0001) |
| | {{#담당부서}} 지도과 | 담당자 | 사무관 | 김철수 | (044-000-0002) |
"""


def tagged(title: str = "동네 지도를 ⏎ 연다", **replaced: str) -> PressRelease:
    text = FORM.format(title=title)
    for old, new in replaced.items():
        text = text.replace(f"#{old}", f"#{new}")
    return release(text)


def test_agreement_makes_surer() -> None:
    found = tagged()
    for field in ("title", "subtitles", "release_times", "distributed", "department"):
        assert found.evidence[field].confidence == 0.98, field
    assert found.warnings == ()


def test_the_logo_is_no_source_for_the_agency() -> None:
    assert tagged().agency is None


def test_print_wins_over_a_tag_that_contradicts_it() -> None:
    found = tagged(보도일시="없음", 배포일시="보도일시")
    assert found.release_times[0].raw == "2026. 4. 12.(일) 12:00"
    evidence = found.evidence["release_times"]
    assert (evidence.confidence, evidence.alternatives) == (0.75, ("2026. 4. 10.(금)",))
    (warning,) = found.warnings
    assert warning.code == "metatag_contradiction"
    assert warning.locator is not None


def test_first_tag_of_each_kind_counts() -> None:
    cells = table("| {#제목명} | {#제목명} 첫째 | {#제목명} 둘째 | {#본문} 셋째 | 넷째 |")
    (only,) = tagged_cells(tags_of([cells]))
    assert (only.field, only.text, only.locator) == ("title", "첫째", f"{cells.locator}/r0c1")


def test_tag_of_a_field_that_is_not_printed_is_no_value() -> None:
    found = release("| 보도자료 |\n\n| 보도시점 | 배포 즉시 |\n\n| {#담당부서} 지도과 | x |")
    assert (found.department, found.departments) == (None, ())


PEOPLE = """
| 보도자료 |

| 보도시점 | 배포 즉시 |

| 동네 지도를 연다 |

지도국은 동네 지도를 연다고 밝혔다.

| 담당 부서 | 지도국 | 책임자 | 과장 | {{#책임자명}} {leader} | (044-000-0001) |
| | 지도과 | 담당자 | 사무관 | {{#담당자명1}} {officer} | (044-000-0002) |
"""


def test_tagged_names_of_officers_confirm_the_contacts() -> None:
    found = release(PEOPLE.format(leader="홍길동", officer="김 철 수"))
    assert [contact.name for contact in found.contacts] == ["홍길동", "김철수"]
    assert (found.evidence["contacts"].confidence, found.warnings) == (0.98, ())


def test_tagged_name_that_is_nobody_read() -> None:
    text = PEOPLE.format(leader="홍길동", officer="김철수").replace(
        "| 담당 부서", "| {#담당자명} 이영희 | 지도 |\n\n| 담당 부서"
    )
    found = release(text)
    assert [contact.name for contact in found.contacts] == ["홍길동", "김철수"]
    assert [(warning.code, warning.message.count("이영희")) for warning in found.warnings] == [
        ("metatag_contradiction", 1)
    ]
    assert (found.evidence["contacts"].confidence, found.evidence["contacts"].alternatives) == (0.75, ("이영희",))
