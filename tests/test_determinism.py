"""Same bytes, same JSON: in other processes, under other hash seeds, locales and time zones, from threads, by other Pythons."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import hwpextract

ROOT = Path(__file__).parents[1]
PATHS = [path for path in sorted((ROOT / "samples").glob("*/release.*")) if path.suffix in (".hwp", ".hwpx", ".pdf")]
FEW = PATHS[:6]
LOCALES = ("ko_KR.UTF-8", "ko_KR.EUC-KR", "tr_TR.UTF-8", "tr_TR.ISO-8859-9")
# Everything a result is printed as; a time zone shows in local times, a locale in number formats and sorting, a seed in sets.
PROGRAM = """
import hashlib, locale, sys
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    sys.exit("this locale is not here")
import hwpextract
for path in sys.argv[1:]:
    release = hwpextract.extract(path)
    texts = release.model_dump_json(), hwpextract.to_markdown(release), hwpextract.to_text(release.document)
    print(hashlib.sha256("\\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest())
"""


def fingerprint(path: Path) -> str:
    release = hwpextract.extract(path)
    texts = release.model_dump_json(), hwpextract.to_markdown(release), hwpextract.to_text(release.document)
    return hashlib.sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()


@pytest.fixture(scope="session")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the locales that the tests ask for, compiled from their sources; few systems have them installed."""
    folder = tmp_path_factory.mktemp("locales")
    sources = Path("/usr/share/i18n/locales")
    if shutil.which("localedef") and sources.is_dir():
        for name in LOCALES:
            language, _, encoding = name.partition(".")
            if (sources / language).exists():
                subprocess.run(
                    ["localedef", "-i", language, "-f", encoding, folder / name], capture_output=True, check=False
                )
    return folder


def elsewhere(paths: Sequence[Path], python: str = sys.executable, **environment: str) -> list[str]:
    """Fingerprints of files read by another process."""
    done = subprocess.run(
        [python, "-c", PROGRAM, *map(str, paths)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if "this locale is not here" in done.stderr:
        pytest.skip(f"no such locale: {environment}")
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.fixture(scope="module")
def expected() -> dict[Path, str]:
    return {path: fingerprint(path) for path in PATHS}


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_hash_seeds(seed: str, expected: dict[Path, str]) -> None:
    assert elsewhere(PATHS, PYTHONHASHSEED=seed) == list(expected.values())


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "C.UTF-8"},
        *({"LC_ALL": name, "PYTHONUTF8": "0"} for name in LOCALES),
        {"TZ": "Asia/Seoul"},
        {"TZ": "America/New_York"},
        {"PYTHONOPTIMIZE": "1"},
    ],
    ids=str,
)
def test_locales_and_time_zones(environment: dict[str, str], expected: dict[Path, str], locales: Path) -> None:
    assert elsewhere(FEW, **environment, LOCPATH=str(locales)) == [expected[path] for path in FEW]


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_python_versions(version: str, expected: dict[Path, str]) -> None:
    """By any interpreter of this version that has the package; the one that runs the tests always has."""
    python = sys.executable if version == f"{sys.version_info[0]}.{sys.version_info[1]}" else installed(version)
    if python is None:
        pytest.skip(f"no Python {version} with hwpextract and what it needs ({_variable(version)} may name one)")
    assert elsewhere(FEW, python, PYTHONPATH=str(ROOT)) == [expected[path] for path in FEW]


def installed(version: str) -> str | None:
    """An interpreter of a version that can import what the readers need."""
    named = os.environ.get(_variable(version))
    for python in filter(None, [named, shutil.which(f"python{version}")]):
        probe = [python, "-c", "import chardet, cryptography, lxml, olefile, pdfminer, pydantic"]
        if subprocess.run(probe, capture_output=True, check=False).returncode == 0:
            return python
    return None


def _variable(version: str) -> str:
    return f"HWPEXTRACT_PYTHON_{version.replace('.', '')}"


def test_threads(expected: dict[Path, str]) -> None:
    """Many threads read all files at once, from the first use of each table and module on."""
    jobs = PATHS * 3
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(fingerprint, jobs)) == [expected[path] for path in jobs]


def test_threads_of_a_fresh_process(expected: dict[Path, str]) -> None:
    program = PROGRAM.replace("for path in sys.argv[1:]:", "def run(path):").replace("print(", "return (")
    program += "from concurrent.futures import ThreadPoolExecutor\nprint(*ThreadPoolExecutor(8).map(run, sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-c", program, *map(str, FEW)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [expected[path] for path in FEW]


def test_one_document_is_shared_by_threads() -> None:
    release = hwpextract.extract(FEW[0])
    with ThreadPoolExecutor(8) as pool:
        printed = set(pool.map(lambda _: release.model_dump_json() + hwpextract.to_markdown(release), range(16)))
    assert len(printed) == 1


@pytest.mark.parametrize("path", FEW, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_results_can_be_pickled(path: Path) -> None:
    release = hwpextract.extract(path)
    copy = pickle.loads(pickle.dumps(release))
    assert copy == release
    assert copy.model_dump_json() == release.model_dump_json()
    for image in release.document.images():
        if image.name:
            assert copy.document.image_bytes(image) == release.document.image_bytes(image)


def test_reading_twice_gives_the_same(expected: dict[Path, str]) -> None:
    assert [fingerprint(path) for path in FEW] == [expected[path] for path in FEW]


def test_bytes_and_path_give_the_same_but_for_the_name() -> None:
    path = FEW[0]
    assert hwpextract.extract(path.read_bytes(), filename=path.name) == hwpextract.extract(path)
