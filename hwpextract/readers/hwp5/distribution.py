"""Distribution documents (배포용 문서): sections kept from editing by a key that lies in the file itself.

Spec: Hancom, HWP document file format, distribution documents, revision 1.2. Reading needs no password: the owner's password guards
editing, copying and printing alone.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from hwpextract.readers.hwp5.records import PADDING, Tag, record_at

_SEEDED: Final = 256
_KEY: Final = 16
_BLOCK: Final = 16
# Behind the 80 bytes of the hashed password.
_OPTIONS: Final = 80
_RESTRICTIONS: Final = {1: "nocopy", 2: "noprint"}


class Protected(NamedTuple):
    """Content of a protected section, deflated as any section, and what its owner forbids."""

    content: bytes
    restrictions: tuple[str, ...]


def decrypt(stream: bytes) -> Protected:
    """Decrypt a section of ViewText: DISTRIBUTE_DOC_DATA, then AES-128 in ECB mode.

    Raises:
        ValueError: the stream does not begin with the key record.
    """
    tag, _, start, end = record_at(stream[: 4 + _SEEDED] + PADDING, 0)
    if tag != Tag.DISTRIBUTE_DOC_DATA or end - start != _SEEDED or len(stream) < end:
        raise ValueError("the protected section has no key record")
    data = _unmask(stream[start:end])
    offset = (data[0] & 0xF) + 4
    options = int.from_bytes(data[offset + _OPTIONS : offset + _OPTIONS + 2], "little")
    return Protected(
        _decrypt_blocks(data[offset : offset + _KEY], stream[end:]),
        tuple(name for bit, name in _RESTRICTIONS.items() if options & bit),
    )


def _unmask(data: bytes) -> bytes:
    """Undo the exclusive or with the random bytes that the first four bytes are the seed of; they stay themselves."""
    mask = bytearray()
    seed = int.from_bytes(data[:4], "little")
    while len(mask) < _SEEDED:
        seed, value = _random(seed)
        seed, repeat = _random(seed)
        mask += bytes([value & 0xFF]) * ((repeat & 0xF) + 1)
    return data[:4] + bytes(a ^ b for a, b in zip(data[4:], mask[4:], strict=False))


def _random(seed: int) -> tuple[int, int]:
    """Next seed and number of the Microsoft C run-time's `rand`."""
    seed = (seed * 214013 + 2531011) & 0xFFFFFFFF
    return seed, seed >> 16 & 0x7FFF


def _decrypt_blocks(key: bytes, content: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    # The format prescribes the mode; nothing is protected here that the file does not give away itself.
    decryptor = Cipher(algorithms.AES(key), modes.ECB()).decryptor()  # noqa: S305
    return decryptor.update(content[: len(content) // _BLOCK * _BLOCK]) + decryptor.finalize()
