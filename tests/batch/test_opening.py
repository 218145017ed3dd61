from __future__ import annotations

import hashlib
import io
import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from builders import hwpx

from hwpextract.batch.opening import Opened, Stamp, open_found
from hwpextract.batch.reading import sha256_of
from hwpextract.batch.sources import Found
from hwpextract.limits import Limits

RELEASE = hwpx.package(hwpx.section(hwpx.text("보도자료")))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
PAGE = b"<html><title>404</title>" + b" " * 200 + b"</html>"


def opened(
    path: Path, *, named: bool = False, known: set[str] | None = None, limits: Limits | None = None
) -> list[Opened]:
    found = Found(path.name, str(path), named)
    return list(open_found(found, lambda source, _: source in (known or ()), limits or Limits()))


def put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def archive(*members: tuple[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as packed:
        for name, content in members:
            packed.writestr(name, content)
    return file.getvalue()


def statuses(found: list[Opened]) -> list[tuple[str, str, str | None]]:
    return [(one.source, one.status, one.failure.code if one.failure else None) for one in found]


def test_a_release_is_a_job(tmp_path: Path) -> None:
    path = put(tmp_path / "a.hwpx", RELEASE)
    (found,) = opened(path)
    assert (found.status, found.stamp) == ("read", Stamp(len(RELEASE), path.stat().st_mtime_ns))
    assert found.job
    assert (found.job.path, found.job.data) == (str(path), None)
    assert (found.job.size, sha256_of(found.job)) == (len(RELEASE), hashlib.sha256(RELEASE).hexdigest())


def test_a_file_that_is_known_is_not_opened(tmp_path: Path) -> None:
    path = put(tmp_path / "a.hwpx", RELEASE)
    path.chmod(0)
    assert statuses(opened(path, known={"a.hwpx"})) == [("a.hwpx", "known", None)]


@pytest.mark.parametrize(("name", "content"), [("a.png", PNG), ("index.html", PAGE), ("notes", b"notes " * 50)])
def test_other_files_of_a_folder_are_left_alone(tmp_path: Path, name: str, content: bytes) -> None:
    (found,) = opened(put(tmp_path / name, content))
    assert found.status == "skipped"
    assert found.failure
    assert found.failure.code.startswith("unsupported_")


def test_content_decides_what_a_document_is(tmp_path: Path) -> None:
    assert opened(put(tmp_path / "download.bin", RELEASE))[0].status == "read"


@pytest.mark.parametrize("name", ["a.hwp", "A.PDF", "b.zip"])
def test_a_file_that_calls_itself_a_document_must_be_one(tmp_path: Path, name: str) -> None:
    assert opened(put(tmp_path / name, PAGE))[0].job


def test_a_file_that_somebody_named_must_be_one(tmp_path: Path) -> None:
    assert opened(put(tmp_path / "a.png", PNG), named=True)[0].job


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    assert statuses(opened(tmp_path / "none.hwp")) == [("none.hwp", "failed", "not_found")]
    assert statuses(opened(tmp_path)) == [(tmp_path.name, "failed", "not_a_file")]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_does_not_stop_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.hwp")
    assert statuses(opened(tmp_path / "pipe.hwp")) == [("pipe.hwp", "failed", "not_a_file")]


def test_members_of_an_archive(tmp_path: Path) -> None:
    content = archive(
        ("2025/가.hwpx", RELEASE), ("b.png", PNG), ("2025/", b""), ("__MACOSX/._a", b"x"), (".c.hwp", b"y")
    )
    found = opened(put(tmp_path / "a.zip", content))
    assert statuses(found) == [
        ("a.zip", "archive", None),
        ("a.zip!/2025/가.hwpx", "read", None),
        ("a.zip!/b.png", "skipped", "unsupported_png"),
    ]
    assert found[1].job
    assert (found[1].job.path, found[1].job.data) == (None, RELEASE)


def test_members_that_are_known_are_not_unpacked(tmp_path: Path) -> None:
    content = archive(("a.hwpx", RELEASE)).replace(RELEASE[:40], bytes(40))  # would fail its check sum
    found = opened(put(tmp_path / "a.zip", content), known={"a.zip!/a.hwpx"})
    assert statuses(found)[1] == ("a.zip!/a.hwpx", "known", None)


def test_an_archive_in_an_archive(tmp_path: Path) -> None:
    content = archive(("b.zip", archive(("c.hwpx", RELEASE))))
    assert statuses(opened(put(tmp_path / "a.zip", content)))[2] == ("a.zip!/b.zip!/c.hwpx", "read", None)


def test_nesting_ends(tmp_path: Path) -> None:
    content = archive(("c.hwpx", RELEASE))
    for _ in range(5):
        content = archive(("b.zip", content))
    *_, last = opened(put(tmp_path / "a.zip", content))
    assert last.source == "a.zip!/b.zip!/b.zip!/b.zip"
    assert last.job  # which fails: unsupported_zip


def test_members_of_one_name(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        content = archive(("a.hwpx", RELEASE), ("a.hwpx", RELEASE + b"2"))
    found = opened(put(tmp_path / "a.zip", content))
    assert [one.source for one in found] == ["a.zip", "a.zip!/a.hwpx", "a.zip!/a.hwpx#2"]
    assert found[1].job
    assert found[2].job
    assert found[1].job.data != found[2].job.data


def test_korean_names_of_old_programs(tmp_path: Path) -> None:
    name = "보도자료.hwpx".encode("cp949")
    content = archive(("x" * len(name), RELEASE)).replace(b"x" * len(name), name)
    assert opened(put(tmp_path / "a.zip", content))[1].source == "a.zip!/보도자료.hwpx"


def test_a_damaged_member_does_not_end_the_archive(tmp_path: Path) -> None:
    content = archive(("a.hwpx", RELEASE), ("b.hwpx", RELEASE + b"2"))
    damaged = content[:50] + bytes([content[50] ^ 255]) + content[51:]
    assert [one[1:] for one in statuses(opened(put(tmp_path / "a.zip", damaged)))] == [
        ("archive", None),
        ("failed", "corrupt"),
        ("read", None),
    ]


def test_a_locked_member(tmp_path: Path) -> None:
    content = bytearray(archive(("a.hwpx", RELEASE)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.rindex(signature) + offset if offset == 8 else offset] |= 1
    assert statuses(opened(put(tmp_path / "a.zip", bytes(content))))[1] == ("a.zip!/a.hwpx", "failed", "archive_locked")


def test_a_member_over_the_limit(tmp_path: Path) -> None:
    limits = Limits(max_bytes=max(len(RELEASE) - 1, 1))
    content = archive(("a.hwpx", RELEASE), compression=zipfile.ZIP_DEFLATED)
    assert statuses(opened(put(tmp_path / "a.zip", content), limits=limits))[1][2] == "limit_bytes"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    content = archive(("a.hwpx", RELEASE))
    at = content.rindex(b"PK\x01\x02") + 24
    bomb = content[:at] + struct.pack("<I", 0xFFFFFFF0) + content[at + 4 :]
    assert statuses(opened(put(tmp_path / "a.zip", bomb))) == [("a.zip", "failed", "limit_ratio")]


def test_an_archive_without_its_directory_is_left_to_the_reader_to_name(tmp_path: Path) -> None:
    content = archive(("a.bin", RELEASE), ("b.bin", RELEASE + b"2"))
    assert opened(put(tmp_path / "a.zip", content[:-60]))[0].job
