"""Whether a document is a press release at all: told by the form, with a score, and no field invented where it is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders.blocks import release

import hwpextract
from hwpextract.press.model import PressRelease

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
RELEASES_AMONG_HARD = ("hongbo", "156618554_petfood_press/source", "noori")
"""Files of the corpus of hard cases that are press releases."""
LEAST = 0.4


def is_release(found: PressRelease) -> bool:
    return all(warning.code != "not_a_press_release" for warning in found.warnings)


@pytest.mark.parametrize(
    ("text", "likelihood"),
    [
        ("| 보도자료 |\n\n| 보도시점 | 배포 즉시 |", 0.6),
        ("| 보도자료 |\n\n| 동네 지도를 연다 |", 0.45),
        (
            "[보도자료] 동네 지도를 연다\n\n가나군은 12일 지도를 연다.\n\n문의 : 지도과 홍길동 주무관(054-000-0001)",
            0.55,
        ),
        ("| 보도시점 | 배포 즉시 |\n\n| 동네 지도를 연다 |", 0.45),
        ("| 참고자료 |\n\n| 보도시점 | 배포 즉시 |", 0.45),
        # No releases.
        ("| 참고자료 |\n\n| 동네 지도 |\n\n동네 지도를 설명한다.", 0.3),
        ("| 설명자료 |\n\n동네 지도를 설명한다.", 0.15),
        ("| 동네 지도 공고 |\n\n지도를 공고한다.\n\n문의 : 지도과 홍길동 주무관(054-000-0001)", 0.25),
        ("모두발언\n\n| 여는 말 |\n\n여러분, 반갑습니다.", 0.15),
        ("| 결재 | 과장 | 국장 |\n| 홍길동 | 김철수 | 이영희 |\n\n동네 지도 보고", 0.0),
    ],
)
def test_score(text: str, likelihood: float) -> None:
    found = release(text)
    assert found.likelihood == pytest.approx(likelihood)
    assert is_release(found) == (likelihood >= LEAST)
    assert is_release(found) or not (found.title or found.agency or found.contacts or found.paragraphs or found.annexes)


def documents(folder: Path) -> Iterator[tuple[str, PressRelease]]:
    for path in sorted(folder.rglob("*.*")):
        if path.suffix in {".hwp", ".hwpx", ".hml", ".pdf"} and path.stat().st_size < 100_000:
            try:
                yield path.relative_to(folder).as_posix(), hwpextract.extract(path)
            except hwpextract.HwpExtractError:
                continue


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real files is not here")
def test_other_documents_are_no_releases() -> None:
    """Speeches, photo sheets, reports, forms, ledgers: no false positive among them, no false negative beside them."""
    found = dict(documents(CORPUS / "hard"))
    releases = {name for name in found if any(part in name for part in RELEASES_AMONG_HARD)}
    taken = {name for name, one in found.items() if is_release(one)}
    print(f"{len(found)} documents, {len(taken - releases)} false positives, {len(releases - taken)} false negatives")
    assert taken == releases
