"""`verify` and `extract(verify=True)`: statuses, places, privacy, and that nothing else needs a second reader."""

from __future__ import annotations

import ast
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import hwp3, hwpml
from builders.blocks import document, paragraph
from builders.charts import chart_space, series, title
from builders.hwpx import p, package, run, section, text

import hwpextract
from hwpextract.account import VerificationStatus
from hwpextract.document import SideKind, SideText
from hwpextract.readers.pdf import engine
from hwpextract.sniff import Format
from hwpextract.verify import hwpx, pdf
from hwpextract.verify.check import check
from hwpextract.verify.reading import SecondReading

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
RELEASE = SAMPLES / "interior-2025" / "release.hwpx"


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the second reader of HWPX finds."""
    passages: list[str] = []
    monkeypatch.setattr(hwpx, "second_hwpx", lambda data, limits: SecondReading("another reader", passages))
    return passages


def test_agreement_and_passages_with_our_places(second: list[str]) -> None:
    second += ["첫 문단", "둘째가 찾은 말"]
    found = hwpextract.verify(package(section(text("첫 문단"), text("여기서 읽은 글"))))
    assert (found.status, found.reader) == (VerificationStatus.COMPARED, "another reader")
    assert [(each.text, each.locator) for each in found.only_here] == [("여기서 읽은 글", "s0/p1")]
    assert [(each.text, each.locator) for each in found.only_there] == [("둘째가 찾은 말", None)]
    assert (found.characters, found.second_characters, found.common) == (9, 9, 3)
    assert found.agreement == round(6 / 18, 6)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (hwp3.document(hwp3.content(hwp3.paragraph("본문"))), "hwp3"),
        (hwpml.document(hwpml.section(hwpml.p(hwpml.char("본문")))).encode(), "hwpml"),
    ],
)
def test_formats_without_a_second_reader(data: bytes, name: str) -> None:
    found = hwpextract.verify(data)
    assert (found.status, found.agreement) == (VerificationStatus.NO_SECOND_READER, None)
    assert name in found.message


def test_empty_documents_agree() -> None:
    found = hwpextract.verify(package(section(p(run()))))
    assert (found.status, found.agreement) == (VerificationStatus.COMPARED, 1.0)


def test_what_stands_on_every_page_of_a_pdf_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    header = SideText.model_construct(kind=SideKind.HEADER, locator="page 1", blocks=(paragraph("민원 소식"),))
    made = document("민원 소식", "본문", side=(header,)).model_copy(update={"format": Format.PDF})
    lines = ["민원소식", "민원 소식", "본문", "민원 소식", "본문", "민원 소식"]
    monkeypatch.setattr(pdf, "second_pdf", lambda data, password: SecondReading("another reader", lines))
    found = check(made, b"", password=None, limits=hwpextract.Limits())
    assert ([each.text for each in found.only_there], found.only_here) == (["본문"], ())


def test_errors_are_those_of_read() -> None:
    with pytest.raises(hwpextract.UnsupportedFormatError):
        hwpextract.verify(b"<html><title>404</title></html>")


@pytest.mark.parametrize("name", ["release.hwp", "release.hwpx"])
@pytest.mark.parametrize("sample", sorted(path.name for path in SAMPLES.iterdir() if (path / "release.hwpx").exists()))
def test_samples_agree(sample: str, name: str) -> None:
    path = SAMPLES / sample / name
    if not path.exists():
        pytest.skip("this sample has no such form")
    found = hwpextract.verify(path)
    assert found.agreement == 1, found


def test_extract_gives_a_verification_when_asked() -> None:
    assert hwpextract.extract(RELEASE).verification is None
    release = hwpextract.extract(RELEASE, verify=True)
    assert release.verification == hwpextract.verify(RELEASE)
    assert release.model_copy(update={"verification": None}) == hwpextract.extract(RELEASE)
    assert hwpextract.PressRelease.model_validate_json(release.model_dump_json()) == release


def test_officers_who_are_left_out_are_not_in_the_verification(second: list[str]) -> None:
    release = hwpextract.extract(RELEASE, verify=True, contacts="department")
    assert release.verification
    assert release.verification.agreement == 0
    assert (release.verification.only_here, release.verification.only_there) == ((), ())


def test_a_verification_can_be_pickled() -> None:
    found = hwpextract.verify(RELEASE)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("first", ["import hwpextract.verify.check", "from hwpextract.verify import compare", "pass"])
def test_verify_is_the_function_whatever_was_imported_first(first: str) -> None:
    code = f"import hwpextract\n{first}\nprint(callable(hwpextract.verify), 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", f"import sys\n{code}"], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]


WITHOUT = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent}:
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, Absent())
import importlib.util
there = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name in {absent} else there(name, package)
import hwpextract
"""


def test_everything_else_works_without_pyhwp_and_pdfium() -> None:
    """The modules are not to be had, as in an installation without them."""
    code = WITHOUT.replace("{absent}", "('hwp5', 'six', 'pypdfium2')")
    code += "for path in sys.argv[1:]:\n    print(hwpextract.extract(path).title, hwpextract.verify(path).status)\n"
    code += "assert not {'hwp5', 'six', 'pypdfium2'} & set(sys.modules)"
    paths = [str(RELEASE.with_suffix(suffix)) for suffix in (".hwp", ".hwpx", ".pdf")]
    done = subprocess.run([sys.executable, "-c", code, *paths], capture_output=True, text=True, check=True)
    title = hwpextract.extract(RELEASE).title
    assert done.stdout.splitlines() == [
        f"{title} {status}" for status in ("reader_missing", "compared", "reader_missing")
    ]


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_pyhwp_is_imported_in_one_place() -> None:
    importing = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "hwpextract").rglob("*.py"))
        if any(name.partition(".")[0] == "hwp5" for name in imports(ast.parse(path.read_text("utf-8"))))
    ]
    assert importing == ["hwpextract/verify/hwp5.py"]


def test_charts_stand_in_parts_that_no_second_reader_opens() -> None:
    part = chart_space(series("올해", ["봄"], ["1"]), top=title("방문객"))
    chart = "<hp:chart chartIDRef='Chart/chart1.xml'/>"
    data = package(section(text("첫 문단"), p(run(chart))), parts={"Chart/chart1.xml": part})
    assert hwpextract.verify(data).agreement == 1.0


@pytest.mark.parametrize("suffix", [".hwp", ".pdf"])
def test_files_in_the_current_folder_are_no_modules(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if suffix == ".pdf" and not engine.available():
        pytest.skip("pypdfium2 is not installed")
    for name in ("json.py", "hwp5.py", "pypdfium2.py", "hwpextract.py"):
        (tmp_path / name).write_text("raise SystemExit('taken from the current folder')")
    monkeypatch.chdir(tmp_path)
    assert hwpextract.verify(RELEASE.with_suffix(suffix)).agreement == 1
