from __future__ import annotations

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from builders import hwpx

import hwpextract
from hwpextract import cli

SAMPLES = Path(__file__).parent.parent / "samples"
HWPX = str(SAMPLES / "joint-2025" / "release.hwpx")
HWP = str(SAMPLES / "joint-2025" / "release.hwp")
TITLE = json.loads((SAMPLES / "joint-2025" / "expected.json").read_text("utf-8"))["title"]


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in this process."""

    def call(*args: object) -> Ran:
        with pytest.raises(SystemExit) as left:
            cli.main([str(arg) for arg in args])
        return Ran(int(left.value.code or 0), *capsys.readouterr())

    return call


def process(*args: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "hwpextract", *map(str, args)], capture_output=True, check=False, **options
    )


def test_one_file_is_indented_json(run: Run) -> None:
    ran = run(HWPX)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith('{\n  "schema_version"')
    release = json.loads(ran.out)
    assert release["title"] == TITLE
    assert release["source"]["filename"] == "release.hwpx"
    assert list(release) == list(hwpextract.PressRelease.model_fields)


def test_several_files_are_a_line_each_in_the_order_given(run: Run) -> None:
    ran = run(HWP, HWPX)
    first, second = map(json.loads, ran.out.splitlines())
    assert ran.status == 0
    assert (first["source"]["format"], second["source"]["format"]) == ("hwp5", "hwpx")


def test_the_main_command_may_be_named(run: Run) -> None:
    assert run("extract", HWPX) == run(HWPX)


def test_fields_keep_the_order_of_the_model(run: Run) -> None:
    release = json.loads(run("--fields", "paragraphs, department,title", HWPX).out)
    assert list(release) == ["title", "department", "paragraphs"]


def test_document(run: Run) -> None:
    document = json.loads(run("--to", "document", HWPX).out)
    assert document == hwpextract.read(HWPX).model_dump(mode="json")
    assert list(json.loads(run("--to", "document", "--fields", "side,format", HWPX).out)) == ["format", "side"]


def test_markdown_and_text(run: Run) -> None:
    release = hwpextract.extract(HWPX)
    assert run("--to", "markdown", HWPX).out == hwpextract.to_markdown(release)
    assert run("--to", "text", HWPX).out == hwpextract.to_text(release)


def test_several_texts_are_told_apart(run: Run) -> None:
    text, markdown = run("--to", "text", HWP, HWPX).out, run("--to", "markdown", HWP, HWPX).out
    assert [line for line in text.splitlines() if line.startswith("==>")] == [f"==> {HWP} <==", f"==> {HWPX} <=="]
    assert [line for line in markdown.splitlines() if line.startswith("<!--")] == [
        f"<!-- {HWP} -->",
        f"<!-- {HWPX} -->",
    ]


# --- Errors --------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "사진.hwp"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return path


def test_a_failed_file_leaves_its_error_in_its_place(run: Run, picture: Path) -> None:
    ran = run(HWPX, picture, HWP)
    assert ran.status == 1
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert [("title" in line, "error" in line) for line in lines] == [(True, False), (False, True), (True, False)]
    assert lines[1]["source"] == {"filename": "사진.hwp"}
    assert list(lines[1]["error"]) == ["code", "message", "hint"]
    assert lines[1]["error"]["code"] == "unsupported_png"
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(f"hwpextract: {picture}: ")
    assert "[unsupported_png]" in ran.err


def test_a_single_failure_is_indented_json_too(run: Run, picture: Path) -> None:
    ran = run(picture)
    assert ran.status == 1
    assert ran.out.startswith('{\n  "error"')


def test_a_failed_file_leaves_nothing_in_text(run: Run, picture: Path) -> None:
    ran = run("--to", "text", picture)
    assert (ran.status, ran.out) == (1, "")
    assert "[unsupported_png]" in ran.err


@pytest.mark.parametrize(("name", "code"), [("fehlt.hwp", "not_found"), ("", "is_a_folder"), ("a" * 300, "unreadable")])
def test_files_that_cannot_be_opened(run: Run, tmp_path: Path, name: str, code: str) -> None:
    ran = run("--fields", "title", tmp_path / name, HWPX)
    assert ran.status == 1
    failed, read = map(json.loads, ran.out.splitlines())
    assert (failed["error"]["code"], read["title"]) == (code, TITLE)
    assert ran.err.count("\n") == 1
    assert ran.err.rstrip().endswith(f"[{code}]")


def test_a_word_that_is_neither_a_file_nor_a_command(run: Run) -> None:
    ran = run("serach", "releases.db", "데이터")
    assert (ran.status, ran.out) == (2, "")
    assert "Error: there is no file and no command 'serach'.\n" in ran.err
    assert run("none.hwp").status == run("--to", "text", "none").status == 1


def test_a_file_without_permission(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", HWPX)

    monkeypatch.setattr(hwpextract, "extract", refuse)
    assert json.loads(run(HWPX).out)["error"]["code"] == "permission_denied"


def test_a_defect_of_ours_does_not_end_the_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    good = hwpextract.extract

    def fail_once(source: str, **options: Any) -> hwpextract.PressRelease:
        if source == HWP:
            raise KeyError("unerwartet\nzweite Zeile")
        return good(source, **options)

    monkeypatch.setattr(hwpextract, "extract", fail_once)
    ran = run(HWP, HWPX)
    assert ran.status == 1
    assert [json.loads(line).get("error", {}).get("code") for line in ran.out.splitlines()] == ["internal_error", None]
    assert ran.err.count("\n") == 1


def test_lost_parts_are_named_where_the_output_has_no_warnings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = hwpextract.Warning(
        code="section_unreadable", severity=hwpextract.Severity.ERROR, message="missing", message_ko="없음"
    )
    release = hwpextract.extract(HWPX).model_copy(update={"warnings": (lost,)})
    monkeypatch.setattr(hwpextract, "extract", lambda *_, **__: release)
    ran = run("--to", "markdown", HWPX)
    assert (ran.status, ran.err) == (0, f"hwpextract: {HWPX}: missing [section_unreadable]\n")
    assert run(HWPX).err == ""


@pytest.mark.parametrize("to", ["markdown", "text"])
def test_a_document_that_is_no_release_is_printed_whole_and_named(run: Run, tmp_path: Path, to: str) -> None:
    other = tmp_path / "minutes.hwpx"
    other.write_bytes(hwpx.package(hwpx.section(hwpx.text("회의록"))))
    ran = run("--to", to, other)
    assert (ran.status, ran.out.strip()) == (0, "회의록")
    assert "no fields were read [not_a_press_release] (The whole document is printed.)" in ran.err


def test_options_are_passed_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def refuse(source: object, **options: object) -> None:
        asked.append((options["password"], options["strict"], options["revisions"]))
        raise hwpextract.EncryptedDocumentError("locked", code="password_wrong", hint="Try another.")

    monkeypatch.setattr(hwpextract, "extract", refuse)
    ran = run("--password", "비밀", "--strict", "--revisions", "original", HWPX)
    assert ran.err == f"hwpextract: {HWPX}: locked [password_wrong] (Try another.)\n"
    monkeypatch.setenv("HWPEXTRACT_PASSWORD", "환경")
    run(HWPX)
    assert asked == [("비밀", True, "original"), ("환경", False, "final")]


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["--to", "xml", HWPX],
        ["--nonsense", HWPX],
        ["--fields", "titel", HWPX],
        ["--fields", "title", "--to", "text", HWPX],
        ["--to", "text"],
        ["schema", "--of", "cell"],
        ["--to", "text", "-o", HWPX, HWPX, HWP],
    ],
)
def test_wrong_usage(run: Run, args: list[str]) -> None:
    ran = run(*args)
    assert (ran.status, ran.out) == (2, "")
    assert "Usage: hwpextract" in ran.err


def test_an_unknown_limit_is_answered_with_those_there_are(run: Run) -> None:
    ran = run("--limits", "second=5", HWPX)
    assert (ran.status, ran.out) == (2, "")
    assert "no limit 'second'; there are bytes," in " ".join(ran.err.split())


def test_an_unknown_field_is_answered_with_those_there_are(run: Run) -> None:
    ran = run("--fields", "titel", HWPX)
    assert "'titel'" in ran.err
    assert "subtitles" in ran.err


# --- Output --------------------------------------------------------------------------------------------------------------------


def test_output_to_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "aus.json"
    target.write_text("alt")
    ran = run("-o", target, HWPX)
    assert (ran.status, ran.out) == (0, "")
    assert json.loads(target.read_text("utf-8"))["title"] == TITLE
    assert list(tmp_path.iterdir()) == [target]


def test_output_to_standard_output(run: Run) -> None:
    assert run("-o", "-", HWPX) == run(HWPX)


def test_several_json_results_share_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "aus.jsonl"
    run("-o", target, HWP, HWPX)
    assert len(target.read_text("utf-8").splitlines()) == 2


def test_nothing_to_write_leaves_the_file_alone(run: Run, tmp_path: Path, picture: Path) -> None:
    target = tmp_path / "aus.txt"
    target.write_text("alt")
    assert run("--to", "text", "-o", target, picture).status == 1
    assert target.read_text() == "alt"


def test_an_interrupted_run_leaves_the_file_alone(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "aus.json"
    target.write_text("alt")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(hwpextract, "extract", interrupt)
    ran = run("-o", target, HWPX)
    assert (ran.status, ran.err.strip()) == (130, "hwpextract: interrupted [interrupted]")
    assert [path.name for path in tmp_path.iterdir()] == ["aus.json"]
    assert target.read_text() == "alt"


def test_several_texts_get_a_file_each(run: Run, tmp_path: Path, picture: Path) -> None:
    folder = tmp_path / "neu" / "texte"
    ran = run("--to", "text", "-o", folder, HWPX, picture, HWP)
    assert (ran.status, ran.out) == (1, "")
    assert sorted(path.name for path in folder.iterdir()) == ["release-2.txt", "release.txt"]
    assert (folder / "release-2.txt").read_text("utf-8") == hwpextract.to_text(hwpextract.extract(HWP))


def test_a_folder_gets_a_file_for_each_json_result(run: Run, tmp_path: Path, picture: Path) -> None:
    assert run("-o", tmp_path, HWPX, picture).status == 1
    assert json.loads((tmp_path / "release.json").read_text("utf-8"))["title"] == TITLE
    assert json.loads((tmp_path / "사진.json").read_text("utf-8"))["error"]["code"] == "unsupported_png"


@pytest.mark.parametrize("args", [[HWPX], ["--to", "text", HWPX], ["view", HWPX]])
def test_a_document_is_never_replaced_by_a_result(run: Run, tmp_path: Path, args: list[str]) -> None:
    """`hwpextract -o *.hwp`: the shell gives the first document as the output."""
    document = tmp_path / "a.txt"
    shutil.copy(HWP, document)
    ran = run(*args, "-o", document)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"hwpextract: {document}: a file that is no result (hwp5) is not replaced [cannot_write]\n"
    assert document.read_bytes() == Path(HWP).read_bytes()
    assert run("--to", "text", document, "-o", f"{tmp_path}/").status == 1
    assert document.read_bytes() == Path(HWP).read_bytes()


def test_output_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    ran = run("-o", tmp_path / "fehlt" / "aus.json", HWPX)
    assert (ran.status, ran.out) == (1, "")
    assert f"hwpextract: {tmp_path / 'fehlt' / 'aus.json'}: " in ran.err
    assert "[cannot_write]" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="devices are not files there")
def test_a_device_is_written_and_stays_a_device() -> None:
    ran = process("-o", "/dev/stdout", "--to", "text", HWPX)
    assert ran.stdout.decode() == hwpextract.to_text(hwpextract.extract(HWPX))
    assert process("-o", os.devnull, HWPX).returncode == 0
    assert Path(os.devnull).is_char_device()


# --- Other commands ------------------------------------------------------------------------------------------------------------


def test_sniff(run: Run, tmp_path: Path, picture: Path) -> None:
    ran = run("sniff", HWPX, picture, tmp_path / "fehlt", HWP)
    assert ran.status == 1
    assert ran.out.splitlines() == [f"{HWPX}: hwpx", f"{picture}: png", f"{HWP}: hwp5"]
    assert "[not_found]" in ran.err


def test_sniff_json(run: Run, tmp_path: Path) -> None:
    first, second = map(json.loads, run("sniff", "--json", HWPX, tmp_path / "fehlt").out.splitlines())
    assert first == {"format": "hwpx", "source": {"filename": "release.hwpx"}}
    assert (second["error"]["code"], second["source"]) == ("not_found", {"filename": "fehlt"})


def test_schema(run: Run) -> None:
    release, document = json.loads(run("schema").out), json.loads(run("schema", "--of", "document").out)
    assert list(release["properties"]) == list(hwpextract.PressRelease.model_fields)
    assert list(document["properties"]) == list(hwpextract.Document.model_fields)
    assert release["$schema"].startswith("https://json-schema.org/")


def test_help_and_version(run: Run) -> None:
    shown = run("--help")
    assert shown.status == 0
    assert shown.out.startswith("Usage: hwpextract [OPTIONS] FILE...")
    assert all(word in shown.out for word in ("--to", "--fields", "--version", "sniff", "hwpextract release.hwpx"))
    assert shown.out.count("--help") == 1
    assert run("--version").out == f"hwpextract {hwpextract.__version__}\n"


def test_a_file_named_like_a_command(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sniff").write_bytes(Path(HWPX).read_bytes())
    monkeypatch.chdir(tmp_path)
    assert json.loads(run("--", "sniff").out)["title"] == TITLE


# --- The process ---------------------------------------------------------------------------------------------------------------


def test_standard_input() -> None:
    ran = process("-", "--to", "json", input=Path(HWPX).read_bytes())
    assert json.loads(ran.stdout)["source"]["filename"] is None
    failed = process("-", input=b"")
    assert failed.returncode == 1
    assert failed.stderr.startswith(b"hwpextract: -: ")
    assert json.loads(failed.stdout)["source"] == {"filename": None}


def test_output_is_utf8_whatever_the_console() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"}
    ran = process("--to", "text", HWPX, "fehlt_보도자료.hwp", env=environment)
    assert TITLE in ran.stdout.decode()
    assert "fehlt_보도자료.hwp" in ran.stderr.decode()
    assert "보도자료" in process("--help", env=environment).stdout.decode()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="file names are Unicode there")
def test_file_names_that_are_not_utf8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xba\xb8\x1b[31m.hwpx"
    Path(os.fsdecode(name)).write_bytes(Path(HWPX).read_bytes())
    options: list[object] = [os.fsdecode(name), os.fsdecode(name + b".fehlt")]
    ran = process(*options)
    read, failed = (json.loads(line) for line in ran.stdout.decode().splitlines())
    assert read["source"]["filename"] == "\ufffd\ufffd\x1b[31m.hwpx"
    assert failed["error"]["code"] == "not_found"
    assert b"\x1b" not in ran.stderr
    assert b"\x1b" not in process("sniff", *options).stdout
    assert process("--to", "markdown", "-o", tmp_path / "neu", options[0], HWPX).returncode == 0
    assert len(list((tmp_path / "neu").iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
def test_a_reader_that_leaves_early_is_no_reason_to_complain() -> None:
    command = [sys.executable, "-m", "hwpextract", *[HWPX] * 20]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "hwpextract", HWPX], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 1
    assert ran.stderr.count(b"\n") == 1
    assert b"[cannot_write]" in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes streams")
@pytest.mark.parametrize(
    ("closed", "status", "out", "err"),
    [
        (">&-", 1, b"", b"hwpextract: standard output: Bad file descriptor [cannot_write]\n"),
        ("2>&-", 0, b'{\n  "kind": "joint_release"\n}\n', b""),
    ],
)
def test_closed_streams(closed: str, status: int, out: bytes, err: bytes) -> None:
    command = shlex.join([sys.executable, "-m", "hwpextract", "--fields", "kind", str(HWPX)])
    ran = subprocess.run(["sh", "-c", f"{command} {closed}"], capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (status, out, err)


@pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes streams")
def test_standard_input_that_is_closed_is_empty() -> None:
    command = shlex.join([sys.executable, "-m", "hwpextract", "sniff", "-"])
    ran = subprocess.run(["sh", "-c", f"{command} <&-"], capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"-: empty\n", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_a_disk_that_fills_up_is_told_by_the_name_of_the_output(tmp_path: Path) -> None:
    import resource

    def short_of_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    out = tmp_path / "가.json"
    ran = process("--to", "document", "-o", out, HWPX, preexec_fn=short_of_room)
    assert (ran.returncode, ran.stderr.decode()) == (1, f"hwpextract: {out}: File too large [cannot_write]\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_interrupt(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "hwpextract", str(pipe)]
    # The pipe opens for writing when the command has opened it for reading. A shell ignores this signal for its background.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, stderr=subprocess.PIPE, preexec_fn=heard) as running, pipe.open("wb"):  # noqa: PLW1509
        running.send_signal(signal.SIGINT)
        assert running.stderr
        assert running.stderr.read() == b"\nhwpextract: interrupted [interrupted]\n"
    assert running.returncode == 130


def test_officers_are_left_out_on_request(run: Run) -> None:
    ran = run("--contacts", "department", HWPX)
    release = json.loads(ran.out)
    assert release["contacts"] == []
    assert release["department"]
    assert run("--contacts", "none", "--to", "document", HWPX).status == 2


def test_explain_shows_values_and_evidence(run: Run) -> None:
    ran = run("explain", HWPX, HWP, "no.hwp")
    assert ran.status == 1
    assert ran.out.count(TITLE) >= 4
    assert "title.frame at s0/" in ran.out
    assert "no.hwp" in ran.err


def test_view_makes_a_page(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("view", HWPX, "-o", page) == (0, "", "")
    assert page.read_text("utf-8") == hwpextract.to_html(hwpextract.extract(HWPX))
    assert run("view", HWPX).out == page.read_text("utf-8")


def test_view_of_what_cannot_be_read_makes_no_page(run: Run, tmp_path: Path) -> None:
    ran = run("view", "no.hwp", "-o", tmp_path / "page.html")
    assert (ran.status, ran.out) == (1, "")
    assert "[not_found]" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_pair_makes_one_release_of_two_forms(run: Run) -> None:
    ran = run("pair", HWP, HWPX)
    found = json.loads(ran.out)
    assert (ran.status, found["same"], found["disagreements"]) == (0, True, [])
    assert found["release"]["source"]["format"] == "hwpx"


def test_pair_tells_different_releases(run: Run) -> None:
    ran = run("pair", HWPX, SAMPLES / "land-2025" / "release.hwpx")
    assert ran.status == 1
    assert json.loads(ran.out)["same"] is False
    assert "they differ in text [different_releases]" in ran.err


def test_pair_needs_every_form(run: Run) -> None:
    ran = run("pair", HWPX, "no.hwp")
    assert (ran.status, ran.out) == (1, "")


def test_verify_prints_the_agreement_and_what_differs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("verify", HWPX).out.startswith(f"{HWPX}: 100.00% agreement with lxml")
    passages = tuple(hwpextract.Passage(text=f"빠진\n글 {number}", locator="s0/p1") for number in range(25))
    compared = hwpextract.VerificationStatus.COMPARED
    found = hwpextract.Verification(status=compared, reader="another", agreement=0.981, only_here=passages)
    monkeypatch.setattr(hwpextract, "verify", lambda *_, **__: found)
    ran = run("verify", HWPX)
    assert ran.status == 1
    assert ran.out.splitlines()[:2] == [f"{HWPX}: 98.10% agreement with another", "  + 빠진 글 0 [s0/p1]"]
    assert ran.out.endswith("  + ... 5 more\n")
    assert run("verify", "--least", "0.98", HWPX).status == 0
    assert len(json.loads(run("verify", "--json", HWPX).out)["only_here"]) == 25


def test_verify_tells_what_could_not_be_verified(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = hwpextract.VerificationStatus.READER_MISSING
    found = hwpextract.Verification(status=missing, message="six is not installed", hint="pip install six")
    monkeypatch.setattr(hwpextract, "verify", lambda *_, **__: found)
    ran = run("verify", HWPX)
    assert (ran.status, ran.out) == (1, f"{HWPX}: not verified\n")
    assert ran.err == f"hwpextract: {HWPX}: six is not installed [reader_missing] (pip install six)\n"


def test_verify_goes_on_after_a_bad_file(run: Run) -> None:
    ran = run("verify", "--json", "no-such-file", HWPX)
    assert ran.status == 1
    assert [json.loads(line).get("agreement") for line in ran.out.splitlines()] == [None, 1.0]
    assert "no such file" in ran.err
