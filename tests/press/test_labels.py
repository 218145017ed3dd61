"""The vocabulary is data: one word in one table is all that a new wording of an agency takes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from builders.blocks import release
from builders.lines import shown

from hwpextract.characters import fold
from hwpextract.press import labels

FORM = """
| 보도자료 |

| {release} | 2026. 4. 13.(월) 12:00 | {distributed} | 2026. 4. 10.(금) |

| 동네 지도를 연다 |

동네 지도를 13일 연다.

| {unit} | 지도과 | {head} | {post} | 홍길동 | (044-000-0001) |
"""
PRINTED = {"release": "보도시점", "distributed": "배포", "unit": "담당부서", "head": "책임자", "post": "과장"}
TABLES = {
    "release": "RELEASE_LABELS",
    "distributed": "DISTRIBUTED_LABELS",
    "unit": "UNIT_LABELS",
    "head": "LEADER_LABELS",
}
NEW = {"release": "기사화시점", "distributed": "내보낸때", "unit": "맡은곳", "head": "으뜸"}
PROGRAM = """
import sys
from builders.blocks import release
from builders.lines import shown
for form in sys.argv[1:]:
    print("\\n".join(shown(release(form))), end="\\0")
"""


def test_new_wording_costs_one_word(tmp_path: Path) -> None:
    package = Path(labels.__file__).parents[1]
    copy = tmp_path / package.name
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
    table = copy / "press" / "labels.py"
    source = table.read_text("utf-8")
    for part, word in NEW.items():
        head = f'{TABLES[part]} = frozenset(\n    "'
        assert head in source
        source = source.replace(head, head + word + " ")
    table.write_text(source, "utf-8")
    forms = {part: FORM.format(**{**PRINTED, part: word}) for part, word in NEW.items()}
    usual = "\n".join(shown(release(FORM.format(**PRINTED))))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *forms.values()],
        cwd=tmp_path,
        env={"PYTHONPATH": f"{tmp_path}:{Path(__file__).parents[1]}", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    for (part, form), found in zip(forms.items(), done.stdout.split("\0"), strict=False):
        assert "\n".join(shown(release(form))) != usual
        assert found.replace(NEW[part], PRINTED[part]) == usual


@pytest.mark.parametrize("name", [name for name in dir(labels) if name.endswith("_LABELS") or name == "MASTHEADS"])
def test_labels_are_folded(name: str) -> None:
    for word in getattr(labels, name):
        assert fold(word) == word


def test_no_rank_is_listed_twice_for_one_reason() -> None:
    assert all(word and not word.isspace() for word in labels.POSITIONS)
    assert len(labels.SURNAMES) == len(set(labels.SURNAMES))
