from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from builders.blocks import release

import hwpextract
from hwpextract.press.model import PressRelease

SAMPLES = Path(__file__).parents[2] / "samples"


def test_forms_of_one_release_become_one() -> None:
    one = hwpextract.reconcile([SAMPLES / "joint-2025/release.hwp", SAMPLES / "joint-2025/release.hwpx"])
    assert one.same
    assert one.similarity > 0.9
    assert one.disagreements == ()
    assert set(one.agreement["title"]) == {"release.hwp", "release.hwpx"}
    assert one.release.source.format is hwpextract.Format.HWPX


def test_different_releases_are_told() -> None:
    one = hwpextract.reconcile([SAMPLES / "joint-2025/release.hwp", SAMPLES / "land-2025/release.hwp"])
    assert not one.same
    assert one.similarity < 0.3
    assert one.release == hwpextract.extract(SAMPLES / "joint-2025/release.hwp")
    assert one.forms == ("release.hwp#1", "release.hwp#2")


def test_a_value_only_one_form_states_is_taken_and_reported() -> None:
    whole = hwpextract.extract(SAMPLES / "joint-2025/release.hwpx")
    poor = whole.model_copy(update={"title": None})
    other = hwpextract.extract(SAMPLES / "joint-2025/release.hwp")
    one = hwpextract.reconcile([poor, other])
    assert one.release.title == whole.title
    (difference,) = one.disagreements
    assert difference.field == "title"
    assert difference.values == {"release.hwpx": "None", "release.hwp": whole.title}
    assert one.agreement["title"] == ("release.hwp",)


def test_spacing_and_quotes_are_no_disagreement() -> None:
    whole = hwpextract.extract(SAMPLES / "joint-2025/release.hwpx")
    respelt = whole.model_copy(update={"title": f" {whole.title} ".replace(" ", "\u00a0")})
    assert hwpextract.reconcile([whole, respelt]).disagreements == ()


def test_nothing_to_reconcile() -> None:
    with pytest.raises(ValueError, match="at least one"):
        hwpextract.reconcile([])


@pytest.mark.parametrize("source", ["release.hwp", b"release", Path("release.hwp")])
def test_one_path_is_no_list_of_forms(source: str) -> None:
    with pytest.raises(TypeError, match="give a list"):
        hwpextract.reconcile(source)


# --- The same release or not ---

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "press"


def edition(month: int, figures: tuple[int, ...], title: str = "2026년 {month}월 고용 동향") -> PressRelease:
    """One edition of a monthly release: the words are those of every month, the figures and days are not."""
    jobs, rise, rate, men, women, young = figures
    return release(
        f"| <pic/> | 보도자료 | |\n\n| 보도시점 | 2026. {month}. 15. 12:00 |\n\n| {title.format(month=month)} |",
        f"□ 취업자는 {jobs}천명으로 전년동월대비 {rise}천명 증가하였고, 고용률은 {rate}.{rise % 10}%로 상승하였다.",
        f" ㅇ 성별로 보면 남자는 {men}천명으로 증가하였으며, 여자는 {women}천명으로 증가하였다.",
        f" ㅇ 연령계층별로 보면 청년층은 {young}천명으로 감소하였으나, 나머지 연령층에서는 모두 증가하였다.",
        "□ 정부는 고용 상황을 면밀히 살피면서 취약계층의 일자리를 지원하고 민간의 고용 창출을 뒷받침할 예정이다.",
    )


MARCH = edition(3, (28112, 263, 62, 15811, 12301, 3604))
APRIL = edition(4, (28325, 194, 63, 15906, 12419, 3588))


def test_two_editions_of_a_periodic_release_are_two() -> None:
    one = hwpextract.reconcile([MARCH, APRIL])
    assert not one.same
    assert one.similarity > 0.5
    assert set(one.contradictions) == {"numbers", "title", "days"}
    assert one.release == MARCH


def test_editions_with_one_title_are_two() -> None:
    title = "고용 동향"
    one = hwpextract.reconcile(
        [
            edition(3, (28112, 263, 62, 15811, 12301, 3604), title),
            edition(4, (28325, 194, 63, 15906, 12419, 3588), title),
        ]
    )
    assert not one.same
    assert set(one.contradictions) == {"numbers", "days"}


def test_editions_without_figures_are_told_by_title_and_day() -> None:
    body = "행정안전부는 지도 위원회를 열고 동네 지도를 고치는 방안을 심의하였다. " * 4
    editions = [
        release(f"| 보도자료 |\n\n| 보도시점 | 2026. {month}. 15. 12:00 |\n\n| 제{month}차 지도 위원회 개최 |", body)
        for month in (3, 4)
    ]
    one = hwpextract.reconcile(editions)
    assert (one.same, one.similarity, one.contradictions) == (False, 1.0, ("days", "title"))


def test_form_without_a_body_is_told_by_its_title() -> None:
    scanned = MARCH.model_copy(update={"paragraphs": ()})
    assert hwpextract.reconcile([MARCH, scanned]).same
    assert hwpextract.reconcile([scanned, MARCH]).release.paragraphs == MARCH.paragraphs
    assert hwpextract.reconcile([APRIL, scanned]).contradictions == ("title", "days")


def test_value_of_most_forms_wins() -> None:
    whole = hwpextract.extract(SAMPLES / "joint-2025/release.hwpx")
    odd = whole.model_copy(update={"title": "다른 제목"})
    one = hwpextract.reconcile([odd, whole, whole])
    assert one.release.title == whole.title
    assert [difference.field for difference in one.disagreements] == ["title"]
    evidence = one.release.evidence["title"]
    assert (evidence.confidence, evidence.alternatives) == (
        round(whole.evidence["title"].confidence - 0.2, 2),
        ("다른 제목",),
    )


def test_forms_that_agree_make_a_value_surer() -> None:
    forms = [hwpextract.extract(SAMPLES / "joint-2025" / name) for name in ("release.hwp", "release.hwpx")]
    one = hwpextract.reconcile(forms)
    assert all(one.release.evidence[field].confidence >= 0.98 for field in ("title", "contacts", "release_times"))


def test_different_samples_are_different() -> None:
    releases = [hwpextract.extract(path) for path in sorted(SAMPLES.glob("*/release.hwpx"))]
    for left, right in combinations(releases, 2):
        assert not hwpextract.reconcile([left, right]).same


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real files is not here")
def test_real_releases() -> None:
    """Forms of one release are one, those of different ones are not, but for joint releases that each partner posts."""
    forms = {
        folder.name: [hwpextract.extract(path) for path in sorted(folder.glob("*.*")) if path.stat().st_size < 800_000]
        for folder in sorted(CORPUS.iterdir())[::3]
        if folder.is_dir()
    }
    several = [group for group in forms.values() if len(group) > 1]
    assert len(several) > 10
    assert all(hwpextract.reconcile(group).same for group in several)
    firsts = [group[0] for group in forms.values() if group]
    same = [(left, right) for left, right in combinations(firsts, 2) if hwpextract.reconcile([left, right]).same]
    assert all(left.title == right.title for left, right in same)
