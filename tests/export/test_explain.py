"""The fields of a release with their evidence, for a person to read."""

from __future__ import annotations

from builders.blocks import release

from hwpextract.export.explain import to_explanation

WHOLE = """
| <pic 통일부_국_좌우.jpg/> | 보도설명자료 | |

| 보도시점 | 배포 즉시 | 배포 | 2026. 4. 13.(월) |

| 가나일보(4.10.) 보도는 사실과 다릅니다 |
| 【관련 국정과제】 3. 지도 |

| ◈ 동네 지도가 나왔다. |

행정안전부(장관 홍길동)는 12일 동네 지도를 연다고 밝혔다.

홍길동 장관은 “길은 모두의 것이다.”라고 말했다.

#지도 #길찾기

공공누리 제1유형(출처표시)

| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |

| 붙임 | | 지도 견본 |

견본이다.
"""


def test_every_stated_field_is_shown_with_its_evidence() -> None:
    found = release(WHOLE)
    shown = to_explanation(found)
    lines = shown.splitlines()
    for field in (
        "masthead title agency departments contacts release_times distributed paragraphs quotes annexes national_agenda"
        " responds_to hashtags licence"
    ).split():
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{field} "))
        entry = found.evidence[field]
        values = [line.strip() for line in lines[at : at + 5]]
        assert any(f"{entry.confidence:.2f} {entry.rule} at {entry.locator or '-'}: " in line for line in values), field
    assert "보도설명자료 · explanation" in shown
    assert "홍길동 장관: 길은 모두의 것이다." in shown


def test_what_other_sources_say_is_shown() -> None:
    shown = to_explanation(release(WHOLE))
    assert "0.75 agency.lead_sentence" in shown
    assert "elsewhere: 통일부" in shown
    assert "[sources_disagree]" in shown


def test_other_documents_say_so() -> None:
    shown = to_explanation(release("모두발언\n\n반갑습니다."))
    assert shown.splitlines()[1].split() == ["likelihood", "0.00"]
    assert "[not_a_press_release]" in shown
