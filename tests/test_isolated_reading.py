"""Reading in a child process: the same result, the same pictures, the same errors."""

from __future__ import annotations

import threading

import pytest
from builders import hwpx

from hwpextract import api
from hwpextract.errors import EncryptedDocumentError, HwpExtractError, LimitExceededError, UnsupportedFormatError
from hwpextract.limits import Limits

RELEASE = hwpx.package(
    hwpx.section(hwpx.text("보도자료"), hwpx.p(hwpx.run(hwpx.pic("image1"))), hwpx.text("동네 지도를 연다")),
    parts={"BinData/image1.png": b"\x89PNG bytes"},
)


def test_documents_and_releases_are_the_same_as_without() -> None:
    assert api.read(RELEASE, isolate=True, filename="가.hwpx") == api.read(RELEASE, filename="가.hwpx")
    apart, here = api.extract(RELEASE, isolate=True, filename="가.hwpx"), api.extract(RELEASE, filename="가.hwpx")
    assert apart == here
    assert apart.model_dump_json() == here.model_dump_json()


def test_pictures_are_read_apart_too() -> None:
    document = api.extract(RELEASE, isolate=True).document
    (picture,) = document.images()
    assert document.image_bytes(picture) == b"\x89PNG bytes"
    with pytest.raises(LookupError):
        document.image_bytes(picture.model_copy(update={"name": "BinData/none.png"}))


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (b"<html><title>404</title></html>", UnsupportedFormatError, "unsupported_html"),
        (
            b"\x9b DRMONE  This Document is encrypted and protected by Fasoo DRM" * 3,
            EncryptedDocumentError,
            "drm_fasoo",
        ),
        (RELEASE[:200], HwpExtractError, None),
    ],
)
def test_errors_come_back_as_themselves(data: bytes, kind: type[HwpExtractError], code: str | None) -> None:
    with pytest.raises(kind) as here:
        api.extract(data, filename="가.hwp")
    with pytest.raises(kind) as apart:
        api.extract(data, filename="가.hwp", isolate=True)
    assert type(apart.value) is type(here.value)
    assert (apart.value.code, apart.value.hint, str(apart.value)) == (here.value.code, here.value.hint, str(here.value))
    assert code in (None, apart.value.code)


def test_limits_hold_in_the_child() -> None:
    with pytest.raises(LimitExceededError) as caught:
        api.read(RELEASE, limits=Limits(max_records=1), isolate=True)
    assert caught.value.code == "limit_records"


def test_threads_may_read_apart() -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(api.read(RELEASE, isolate=True).text)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [api.read(RELEASE).text] * 3
