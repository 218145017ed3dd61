import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from builders.cfb import compound_file

from hwpextract.readers import compound
from hwpextract.readers.compound import CompoundFile
from hwpextract.readers.directory import sound_directory

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
STREAMS = {
    "FileHeader": b"a" * 256,
    "DocInfo": bytes(range(256)) * 20,
    "BodyText/Section0": b"b" * 5000,
    "BodyText/Section1": b"c" * 64,
    "Empty": b"",
}
WHOLE = compound_file(STREAMS)
DIRECTORY = (struct.unpack_from("<I", WHOLE, 48)[0] + 1) * 512
TABLE = (struct.unpack_from("<I", WHOLE, 76)[0] + 1) * 512


def changed(place: int, new: bytes) -> bytes:
    return WHOLE[:place] + new + WHOLE[place + len(new) :]


def test_streams_are_found_in_any_case_and_named_in_order() -> None:
    found = sound_directory(WHOLE)
    assert found is not None
    assert found.entries == len(STREAMS) + 2
    assert found.names("") == ["BodyText", "DocInfo", "Empty", "FileHeader"]
    assert found.names("bodytext") == ["Section0", "Section1"]
    assert found.names("ViewText") == []
    for path, content in STREAMS.items():
        assert found.size(path.upper()) == len(content)
        assert found.read(path.lower()) == content
        assert found.head(path, 10) == (content[:10] if len(content) >= 4096 else b"")
    assert found.size("BodyText") is None
    assert found.read("BodyText") is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        WHOLE[:511],
        WHOLE[:-512],
        changed(0, b"PK"),
        changed(8, b"\1"),
        changed(26, b"\4"),
        changed(38, b"\1"),
        changed(72, b"\1"),
        changed(84, b"\0"),
        changed(48, b"\xff\xff\0\0"),
        changed(DIRECTORY + 66, b"\2"),
        changed(DIRECTORY + 76, b"\x63\0\0\0"),
        changed(DIRECTORY + 128 + 72, b"\1\0\0\0"),
        changed(DIRECTORY + 128 + 76, b"\2\0\0\0"),
        changed(DIRECTORY + 128 + 123, b"\1"),
        changed(DIRECTORY + 128 + 124, b"\1"),
        changed(TABLE, b"\xff\xff\0\0"),
        changed(44, b"\2"),
        changed(44, b"\2")[:76] + b"\xff" * 4 + WHOLE[76:80] + WHOLE[84:],
        compound_file({}),
    ],
)
def test_anything_unusual_is_left_to_others(data: bytes) -> None:
    assert sound_directory(data) is None


def test_storages_in_storages_without_end_are_unusual() -> None:
    name = "A" * 31
    raw = name.encode("utf-16-le")
    deep = b"".join(
        struct.pack("<64sHBBIII36xIII", raw, len(raw) + 2, 5 if not n else 1, 1, 0xFFFFFFFF, 0xFFFFFFFF, n + 1, 0, 0, 0)
        for n in range(40)
    )
    sectors = len(deep) // 512
    links = [*range(1, sectors), 0xFFFFFFFE, 0xFFFFFFFD]
    head = changed(44, b"\1\0\0\0\0\0\0\0")[:76] + struct.pack("<I", sectors) + b"\xff" * 432
    assert sound_directory(head + deep + struct.pack("<128I", *links, *[0xFFFFFFFF] * (128 - len(links)))) is None


def test_a_stream_whose_chain_breaks_is_read_by_other_means() -> None:
    first = struct.unpack_from("<I", WHOLE, DIRECTORY + 2 * 128 + 116)[0]
    data = changed(TABLE + 4 * first, b"\xff\xff\xff\xff")
    found = sound_directory(data)
    assert found is not None
    assert found.read("DocInfo") is None
    whole = CompoundFile(data)
    assert whole.read("DocInfo") == STREAMS["DocInfo"]
    assert list(whole.repairs) == ["allocation table"]


def without_own_directory(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], CompoundFile]:
    def opened(data: bytes) -> CompoundFile:
        with monkeypatch.context() as patched:
            patched.setattr(compound, "sound_directory", lambda _: None)
            return CompoundFile(data)

    return opened


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not there")
def test_olefile_sees_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    by_olefile = without_own_directory(monkeypatch)
    compared = 0
    for path in sorted(CORPUS.glob("press/*/*.hwp")):
        data = path.read_bytes()
        own = sound_directory(data)
        if own is None:
            continue
        other = by_olefile(data)
        assert own.entries == other.entries
        for storage in ("", *own.names("")):
            assert own.names(storage) == other.names(storage)
            for name in own.names(storage):
                stream = f"{storage}/{name}" if storage else name
                assert (own.size(stream) or 0) == other.size(stream)
                assert own.read(stream) == other.read(stream)
        compared += 1
    assert compared
