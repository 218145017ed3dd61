import pytest

from hwpextract.readers.passwords import decrypt_des, encodings


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("12345", [b"12345"]),
        ("비밀", ["비밀".encode(), "비밀".encode("cp949")]),
        # What an encoding does not have must not be left out: that would be another password.
        ("pass😀", ["pass😀".encode()]),
        ("\udcff", []),
    ],
)
def test_bytes_of_a_password(password: str, expected: list[bytes]) -> None:
    assert encodings(password) == expected


def test_des_drops_what_is_no_block() -> None:
    assert len(decrypt_des(bytes(20), "12345")) == 16
    assert decrypt_des(b"", "12345") == b""
