import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hwpextract
from hwpextract.characters import compose, fold, normalise, squeeze, unmapped

PUBLIC_TEXT = st.text(st.characters(exclude_categories=["Co", "Cs"]))
ANY_TEXT = st.text(st.characters(exclude_categories=[])) | st.text("가ᄒ\u119e\ud800\udfff\ue0bc\uf53a\uf0a7\U000f02ba")


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        pytest.param("\U000f02b1 개요", "1⃞ 개요", id="boxed digit"),
        pytest.param("\U000f02cf", "2⃞", id="digit on a black box"),
        pytest.param("\U000f02ba\U000f02c3", "[10]", id="boxed ten, not ⑩⑩"),
        pytest.param("\U000f02d7\U000f02e2", "[12]", id="black-boxed twelve"),
        pytest.param("\U000f0289\U000f0299", "⑰", id="circled seventeen"),
        pytest.param("\U000f0289\U000f0292", "⑩", id="first circled number"),
        pytest.param("\U000f028a\U000f0293", "㉑", id="circled numbers go on in another block"),
        pytest.param("\U000f028b\U000f0298", "㊱", id="and in a third"),
        pytest.param("\U000f028d\U000f0292", "㊿", id="last circled number"),
        pytest.param("\U000f028d\U000f0293", "(51)", id="no circled 51 in Unicode"),
        pytest.param("\U000f02ba", "1", id="half a number is its digit"),
        pytest.param("\U000f0289\U000f02c3", "10", id="halves of different shapes"),
        pytest.param("\U000f0854법\U000f0855", "『법』", id="corner brackets"),
        pytest.param("\U000f0806\U000f080f\U000f0808\U000f0810", "┌─┐│", id="thin lines"),
        pytest.param("\U000f081a\U000f0827", "━═", id="heavy and double line"),
        pytest.param("\U000f012b", "(인)", id="seal"),
        pytest.param("\uf0a7 \uf0fe \uf0fc", "▪ ☑ ✔", id="Wingdings slots"),
        pytest.param("가\uf020나", "가 나", id="the blank of Wingdings"),
        pytest.param("\ue000\ue048\ue035", "A+2", id="equation font"),
        pytest.param("\uf53a글", "ᄒᆞᆫ글", id="old hangul"),
        pytest.param("\ue0d2", "가\u11ff", id="modern syllable with an old final"),
    ],
)
def test_known_private_use_characters_become_unicode(stored: str, text: str) -> None:
    assert normalise(stored) == text


def test_neighbouring_jamo_of_old_hangul_form_a_syllable() -> None:
    alone = normalise("\uf7e9")
    assert 0x1100 <= ord(alone) <= 0x1160
    assert normalise("ᄀ\u1161\uf8f7") == "가\u11f9"


def test_only_text_with_old_hangul_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "한글")
    assert normalise(decomposed + "\uf0a7") == decomposed + "▪"
    assert normalise(decomposed + "\uf53a") == "한글ᄒᆞᆫ"


def test_compatibility_forms_stay() -> None:
    assert normalise("①㈜Ａｱ\uf53a") == "①㈜Ａｱᄒᆞᆫ"


@pytest.mark.parametrize("stored", ["\U000f0039", "\U000f00c1", "\U000f03da", "\uf0ff", "\uf000", "\U00100000"])
def test_unknown_private_use_characters_stay_and_are_counted(stored: str) -> None:
    text = normalise(f"가{stored}{stored}\uf0a7")
    assert text == f"가{stored}{stored}▪"
    assert unmapped(text) == {stored: 2}


def test_nothing_to_count_in_ordinary_text() -> None:
    assert not unmapped("보도자료 😀 金")


def test_surrogates_join_or_become_replacement_characters() -> None:
    assert normalise("\ud83d\ude00") == "😀"
    assert normalise("\udb80\udeb1") == "1⃞"
    assert normalise("가\ud800나\udc00") == "가\ufffd나\ufffd"


@given(PUBLIC_TEXT)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert normalise(text) == text


@given(ANY_TEXT)
def test_normalised_text_is_encodable_and_stable(text: str) -> None:
    once = normalise(text)
    once.encode("utf-8")
    assert normalise(once) == once


@pytest.mark.parametrize("name", ["characters.tsv", "old_hangul.tsv"])
def test_tables_name_private_characters_once_and_public_texts(name: str) -> None:
    seen: set[int] = set()
    path = Path(hwpextract.__file__).with_name("data") / name
    for row in path.read_text("utf-8").splitlines():
        if row.startswith("#"):
            continue
        first, texts, *_ = row.split("\t")
        codes = range(int(first, 16), int(first, 16) + len(texts.split(" ")))
        assert seen.isdisjoint(codes), row
        seen.update(codes)
        stored = "\n".join(map(chr, codes))
        assert unmapped(stored).total() == len(codes), row
        assert not unmapped(normalise(stored)), row
    assert len(seen) == {"characters.tsv": 430, "old_hangul.tsv": 5660}[name]


def test_composed_characters() -> None:
    assert compose("\U000f02ba\U000f02c4") == "[11]"
    assert compose("\U000f028c\U000f0293") == "㊶"
    assert compose("AO") == "AO"
    assert compose(" 원 ") == "원"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("보 도\u3000시\u00a0점\u2002:", "보도시점:"),
        ("담당\r\n\t부서", "담당부서"),
        ("\ufeff배\u200b포", "배포"),
        ("“인용”, ‘강조’, `코드´", "\"인용\",'강조','코드'"),
        ("가·나‧다․라・마∙바⋅사ㆍ아･자", "가·나·다·라·마·바·사·아·자"),
        ("1～2∼3〜4", "1~2~3~4"),
        ("‐‑–—―－", "------"),
        ("｢법｣ 『령』", "「법」「령」"),
        ("〈표〉 《표》 ＜표＞", "<표><표><표>"),
        ("【붙임】 〔붙임〕 ［붙임］", "[붙임][붙임][붙임]"),
        ("ＡＢ１２（가）", "AB12(가)"),
        ("끝…", "끝..."),
        (unicodedata.normalize("NFD", "책임자"), "책임자"),
    ],
)
def test_fold_unifies_shapes(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text() | st.text("보도 시점\u3000:～“”·ㆍ［", min_size=60))
def test_folding_is_idempotent_and_leaves_no_white_space(text: str) -> None:
    key = fold(text)
    assert fold(key) == key
    assert key.split() in ([], [key])


def test_a_long_text_folds_like_a_short_one() -> None:
    assert fold("보도 시점～" * 100) == "보도시점~" * 100


def test_squeeze_leaves_single_spaces() -> None:
    assert squeeze(" 정부\u00a0\u2002혁신\u3000\r\n\t국  ") == "정부 혁신 국"
    assert squeeze("\u3000\n") == ""
