from __future__ import annotations

import pickle

import pytest

from hwpextract.errors import (
    CorruptDocumentError,
    EncryptedDocumentError,
    HwpExtractError,
    LimitExceededError,
    UnsupportedFormatError,
)

LEAVES = [UnsupportedFormatError, EncryptedDocumentError, CorruptDocumentError, LimitExceededError]


@pytest.mark.parametrize("kind", LEAVES)
def test_leaves_share_one_base_and_have_a_code(kind: type[HwpExtractError]) -> None:
    assert issubclass(kind, HwpExtractError)
    assert kind("broken").code == kind.code != HwpExtractError.code


@pytest.mark.parametrize("kind", LEAVES)
def test_errors_travel_between_processes_whole(kind: type[HwpExtractError]) -> None:
    error = kind("broken", code="special", source="a.hwp", hint="Try again.")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind
    assert (copy.message, copy.code, copy.source, copy.hint) == ("broken", "special", "a.hwp", "Try again.")


def test_text_names_the_source() -> None:
    assert str(HwpExtractError("broken", source="a.hwp")) == "a.hwp: broken"
    assert str(HwpExtractError("broken")) == "broken"
