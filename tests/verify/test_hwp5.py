"""The second reader of HWP 5: pyhwp's records as paragraphs, and what is said where pyhwp cannot be had or fails."""

from __future__ import annotations

import importlib.util
import struct
from typing import Any

import pytest
from builders.hwp5 import cell, control, document, listed, mark, object_header, paragraph, record, utf16

import hwpextract
from hwpextract.account import VerificationStatus
from hwpextract.limits import exceeded
from hwpextract.readers.hwp5.records import Tag
from hwpextract.verify import hwp5
from hwpextract.verify.hwp5 import second_hwp5
from hwpextract.verify.reading import UnavailableError

# pyhwp insists on whole records, also behind what we read of them.
HEADER = control("head", 1, bytes(4)) + listed(2, paragraph("머리말", level=2), tail=bytes(32))


def grid(*cells: bytes) -> bytes:
    """A table of one row."""
    size = struct.pack("<IHH2x8xHHH", 0, 1, len(cells), len(cells), 1, 0)
    return control("tbl ", 1, object_header()) + record(Tag.TABLE, 2, size) + b"".join(cells)


def number(value: int, suffix: str = "\0") -> bytes:
    return control("atno", 1, struct.pack("<IH", 3, value) + bytes(4) + utf16(suffix))


def text(level: int, *chunks: Any) -> dict[str, Any]:
    return {"level": level, "tagname": "HWPTAG_PARA_TEXT", "content": {"chunks": [((0, 0), chunk) for chunk in chunks]}}


def of(level: int, tag: str, **content: Any) -> dict[str, Any]:
    return {"level": level, "tagname": f"HWPTAG_{tag}", "content": content}


def test_tables_and_headers_are_read() -> None:
    cells = [cell(2, 0, col, paragraph(words, level=2)) for col, words in enumerate(("담당", "홍길동"))]
    data = document(
        paragraph(mark(11, "tbl ") + "앞" + mark(18, "atno") + "뒤", grid(*cells), number(7, ".")),
        paragraph(mark(16, "head") + "하나", HEADER),
        paragraph(mark(16, "head") + "둘", HEADER),
    )
    assert sorted(second_hwp5(data, 60).passages) == sorted(["담당", "홍길동", "앞7.뒤", "머리말", "하나", "둘"])
    found = hwpextract.verify(data)
    assert (found.status, found.agreement) == (VerificationStatus.COMPARED, 1.0)
    assert found.reader
    assert found.reader.startswith("pyhwp ")


def test_signs_on_top_of_each_other_and_control_characters_are_printed() -> None:
    models = [
        of(0, "PARA_HEADER"),
        text(1, "가", {"code": 24}, {"code": 23, "chid": "tcps"}, {"code": 4, "chid": "%hlk"}, "나", {"code": 13}),
        of(1, "CTRL_HEADER", chid="tcps", textlength="①"),
        of(0, "PARA_TEXT", chunks=[]),
    ]
    assert list(hwp5.paragraphs(models)) == ["가-①나"]


def test_numbers_that_are_not_digits_are_left_to_our_reader() -> None:
    models = [
        of(0, "PARA_HEADER"),
        text(1, {"code": 18, "chid": "atno"}, "나"),
        of(1, "CTRL_HEADER", chid="atno", flags=0x11, number=3, prefix=0, suffix=0),
    ]
    assert list(hwp5.paragraphs(models)) == ["나"]


def test_records_before_any_paragraph_are_passed_over() -> None:
    assert list(hwp5.paragraphs([text(1, "가"), of(1, "CTRL_HEADER", chid="head")])) == []


@pytest.mark.parametrize("missing", ["hwp5", "six"])
def test_without_pyhwp_the_result_says_so(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(hwp5, "find_spec", lambda name: None if name == missing else there(name))
    found = hwpextract.verify(document(paragraph("본문")))
    assert (found.status, found.agreement) == (VerificationStatus.READER_MISSING, None)
    assert "is not installed" in found.message
    assert found.hint == "pip install pyhwp six"


def test_files_that_pyhwp_cannot_read_are_named() -> None:
    with pytest.raises(UnavailableError, match=r"pyhwp cannot read the file: .+") as caught:
        second_hwp5(b"no compound file", 60)
    assert caught.value.code == VerificationStatus.READER_FAILED
    assert "Traceback" not in caught.value.message


def test_files_with_a_password_are_not_decrypted_again() -> None:
    with pytest.raises(UnavailableError, match="password"):
        second_hwp5(document(paragraph("본문"), flags=1 << 1), 60)


@pytest.mark.parametrize("limit", ["max_seconds", "max_memory"])
def test_time_and_memory_are_bounded(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def run_apart(function: str, request: bytes, *, memory: int, seconds: float) -> bytes:
        assert (memory, seconds) == (2 << 30, 2)
        raise exceeded(limit, 2)

    monkeypatch.setattr(hwp5, "run_apart", run_apart)
    with pytest.raises(UnavailableError, match=f"pyhwp cannot read the file: .*{limit}"):
        second_hwp5(b"", 2)
