"""The second reader of HWPX: a plain walk over its XML."""

from __future__ import annotations

import io
import zipfile

import pytest
from builders.encryption import locked_package
from builders.hwpx import auto_number, ctrl, p, package, run, section, shape, sublist, t, table, text

import hwpextract
from hwpextract.account import VerificationStatus
from hwpextract.limits import Limits
from hwpextract.verify.hwpx import second_hwpx
from hwpextract.verify.reading import UnavailableError


def passages(*paragraphs: str) -> list[str]:
    return second_hwpx(package(section(*paragraphs)), Limits()).passages


def page_header(words: str) -> str:
    return p(run(ctrl(f'<hp:header id="1" applyPageType="BOTH">{sublist(text(words))}</hp:header>')))


def test_every_paragraph_is_read_the_inner_ones_first() -> None:
    assert passages(text("앞"), p(run(table([["가", "나"]]), t("뒤")))) == ["앞", "가", "나", "뒤"]
    assert passages(p(run(shape(text("글상자"))))) == ["글상자"]


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        ("<hp:t>가<hp:tab/>나<hp:hyphen/>다</hp:t>", "가\t나-다"),
        (t("그림 ") + auto_number(3, after="."), "그림 3."),
        (auto_number(3, form="HANGUL_SYLLABLE") + t("항"), "항"),
        ("<hp:dutmal><hp:mainText>본말</hp:mainText><hp:subText>덧말</hp:subText></hp:dutmal>", "본말(덧말)"),
        ('<hp:compose composeText="①"/>', "①"),
        ('<hp:textart text="글맵시␍␊둘"/>', "글맵시\n둘"),
        ('<hp:checkBtn caption="예(&amp;Y)"/>', "예(Y)"),
        ("<hp:equation><hp:script>x over y</hp:script></hp:equation>", "x over y"),
        ("<hp:switch><hp:case><hp:t>가</hp:t></hp:case><hp:default><hp:t>나</hp:t></hp:default></hp:switch>", "가"),
    ],
)
def test_what_a_paragraph_prints(content: str, printed: str) -> None:
    assert passages(p(run(content))) == [printed]


def test_a_page_header_that_repeats_counts_once() -> None:
    assert passages(page_header("머리말"), page_header("머리말"), page_header("다른 머리말")) == [
        "머리말",
        "다른 머리말",
    ]


def test_sections_that_were_replaced_are_history() -> None:
    data = package(section(text("본문")), parts={"DocHistory/section0.xml": section(text("옛글"))})
    assert second_hwpx(data, Limits()).passages == ["본문"]


def test_locked_files_are_not_decrypted_again() -> None:
    with pytest.raises(UnavailableError, match="password") as caught:
        second_hwpx(locked_package(package(section(text("본문"))), b"secret"), Limits())
    assert caught.value.code == VerificationStatus.READER_FAILED


def test_a_package_without_a_manifest_is_not_locked() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package(section(text("본문"))))) as whole, zipfile.ZipFile(file, "w") as made:
        for name in whole.namelist():
            if name != "META-INF/manifest.xml":
                made.writestr(name, whole.read(name))
    assert second_hwpx(file.getvalue(), Limits()).passages == ["본문"]


def test_damaged_xml_is_named() -> None:
    data = package(section(text("본문")).replace("</hp:p>", "", 1))
    found = hwpextract.verify(data)
    assert (found.status, found.agreement) == (VerificationStatus.READER_FAILED, None)
    assert "plain walk" in found.message


def test_a_lost_passage_is_found_with_its_place() -> None:
    data = package(section(text("본문"), p(run("<hp:unheardOf><hp:t>숨은 글</hp:t></hp:unheardOf>"))))
    found = hwpextract.verify(data)
    assert found.agreement == 1, "both readers take text of elements of unknown names"
