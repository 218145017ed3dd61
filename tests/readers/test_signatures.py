import pytest

from hwpextract.readers.signatures import signature


@pytest.mark.parametrize(
    ("command", "signed"),
    [
        ("MEMO/65535/1/3445718208/31133827/홍길동/\\;;", ("홍길동", "2024-09-27T02:20:21Z")),
        ("MEMO/65535/1/0/0//\\;;", (None, None)),
        ("MEMO/65535/1/x/99999999999/홍길동/", ("홍길동", None)),
        ("MEMO/65535/1/4294967295/4294967295/홍길동/", ("홍길동", None)),
        ("MEMO", (None, None)),
        ("", (None, None)),
    ],
)
def test_memos_are_signed(command: str, signed: tuple[str | None, str | None]) -> None:
    assert signature(command) == signed
