"""Models made without validation, and what two of them share."""

from __future__ import annotations

import pytest
from pydantic import Field

from hwpextract.account import Coverage, Tally
from hwpextract.document import Document, Metadata
from hwpextract.node import Node, altered, build
from hwpextract.press.model import PressRelease, SourceInfo
from hwpextract.sniff import Format


class Sample(Node):
    name: str
    parts: tuple[str, ...] = ()
    counts: dict[str, int] = Field(default_factory=dict)
    tally: Tally = Tally()


def document() -> Document:
    return build(Document, format=Format.HWPX, metadata=build(Metadata), blocks=(), coverage=build(Coverage))


def release() -> PressRelease:
    source = build(SourceInfo, format=Format.HWPX, filename=None, size=0, sha256="")
    return build(PressRelease, source=source, coverage=build(Coverage), document=document())


def test_a_built_model_equals_a_validated_one() -> None:
    assert build(Sample, name="가") == Sample(name="가")
    assert list(build(Sample, name="가").__dict__) == list(Sample.model_fields)


def test_dictionaries_that_were_not_given_are_not_shared() -> None:
    one, other = build(Sample, name="가"), build(Sample, name="나")
    one.counts["가"] = 1
    one.tally.dropped["deleted"] = 1
    assert other.counts == {}
    assert other.tally.dropped == {}
    assert build(Sample, name="다") == Sample(name="다")


def test_a_copy_with_changes_leaves_the_original_alone() -> None:
    one = build(Sample, name="가", parts=("나",))
    assert altered(one, name="다") == Sample(name="다", parts=("나",))
    assert one == Sample(name="가", parts=("나",))


def test_values_given_are_taken_as_they_are() -> None:
    counts = {"가": 1}
    assert build(Sample, name="가", counts=counts).counts is counts


@pytest.mark.parametrize("model", [document(), release()])
def test_models_with_dictionaries_say_that_they_have_no_hash(model: Node) -> None:
    with pytest.raises(TypeError, match=f"unhashable type: '{type(model).__name__}'"):
        hash(model)
