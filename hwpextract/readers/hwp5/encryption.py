"""Documents with a password: their streams are deflated first and encrypted then (spec 5.0, table 3, EncryptVersion)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from hwpextract.readers.passwords import decrypt_des, encodings

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers import CipherContext

Decrypt = Callable[[bytes], bytes]

_FIRST: Final = 0xEC
_DES_BLOCK: Final = 8
_REGISTER: Final = 16
_PIECE: Final = 8192


def decrypt_aes(key: bytes, tick: Callable[[], None], data: bytes) -> bytes:
    """Undo AES-128 in CFB mode with one bit of feedback, from a register of zeros."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    # The mode is built on the cipher alone.
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305
    before, out = bytes(_REGISTER), bytearray()
    for start in range(0, len(data), _PIECE):
        tick()
        piece = data[start : start + _PIECE]
        out += _decrypt_piece(encryptor, before, piece)
        before = (before + piece)[-_REGISTER:]
    return bytes(out)


def _decrypt_piece(encryptor: CipherContext, before: bytes, piece: bytes) -> bytes:
    """Decrypt a piece; `before` are the 16 bytes of cipher text ahead of it.

    A bit is masked with the first bit of its encrypted register, and its register holds the 128 bits of cipher text ahead
    of it. All of those are known, so the registers of the same bit in all bytes, `shifted[i : i + 16]`, are put side by
    side and encrypted in one call.
    """
    size = len(piece)
    bits = int.from_bytes(before + piece, "big")
    first_bits = int.from_bytes(b"\x80" * size, "big")
    registers = bytearray(_REGISTER * size)
    mask = 0
    for bit in range(8):
        shifted = (bits << bit).to_bytes(_REGISTER + size + 1, "big")[1:]
        for place in range(_REGISTER):
            registers[place::_REGISTER] = shifted[place : place + size]
        mask |= (int.from_bytes(encryptor.update(registers)[::_REGISTER], "big") & first_bits) >> bit
    return (int.from_bytes(piece, "big") ^ mask).to_bytes(size, "big")


def _aes_key(password: bytes) -> bytes:
    """Key of a password: a hash of its bytes, each behind the byte before it turned left by a bit."""
    mixed = bytearray()
    before = _FIRST
    for byte in password:
        mixed += bytes(((before << 1 | before >> 7) & 0xFF, byte))
        before = byte
    return hashlib.sha1(mixed, usedforsecurity=False).digest()[:_REGISTER]


def _high(password: str, tick: Callable[[], None]) -> list[Decrypt]:
    return [partial(decrypt_aes, _aes_key(encoded), tick) for encoded in encodings(password)]


def _normal(password: str, _: Callable[[], None]) -> list[Decrypt]:
    return [partial(_decrypt_des, password)]


def _decrypt_des(password: str, stored: bytes) -> bytes:
    """Decrypt whole blocks; what stands behind the last one stays."""
    return decrypt_des(stored, password) + stored[len(stored) // _DES_BLOCK * _DES_BLOCK :]


DECRYPTORS: Final = {0: _normal, 4: _high}
"""Ways to decrypt by a password, by EncryptVersion: "normal" and "high" security; each gives as many bytes as it gets."""
