"""Passwords: their errors, their bytes, and the DES of Hangul 3 to 2007, which HWP 5 calls "normal" security (EncryptVersion 0)."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from hwpextract.errors import EncryptedDocumentError

_ENCODINGS: Final = ("utf-8", "cp949")
_BLOCK: Final = 8
_RING: Final = 7


def password_required() -> EncryptedDocumentError:
    """The error for a locked document without a password."""
    return EncryptedDocumentError(
        "the document is protected by a password",
        code="password_required",
        hint="Give the password: password=..., or --password on the command line.",
    )


def password_wrong() -> EncryptedDocumentError:
    """The error for a password that does not open the document."""
    return EncryptedDocumentError(
        "the password does not open the document",
        code="password_wrong",
        hint="Check capitals, spaces and the language of the keyboard.",
    )


def password_unsupported(method: str) -> EncryptedDocumentError:
    """The error for a document that is encrypted in a way that is not known; `method` is what names it."""
    return EncryptedDocumentError(
        f"the document is protected by a password in a way that is not known ({method})",
        code="password_unsupported",
        hint="Open it in Hangul with its password, save it without one, and read the copy.",
    )


def encodings(password: str) -> list[bytes]:
    """Bytes that a password may stand for where the format hashes bytes: no specification says which, and only Korean ones differ."""
    found: dict[bytes, None] = {}
    for encoding in _ENCODINGS:
        with suppress(UnicodeEncodeError):
            found[password.encode(encoding)] = None
    return list(found)


def decrypt_des(data: bytes, password: str) -> bytes:
    """Decrypt a stream of whole blocks; bytes behind the last one are dropped."""
    from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
    from cryptography.hazmat.primitives.ciphers import Cipher, modes

    # Single DES is triple DES with the same key three times.
    decryptor = Cipher(TripleDES(_des_key(password) * 3), modes.ECB()).decryptor()  # noqa: S305 - the format's own choice
    return decryptor.update(data[: len(data) // _BLOCK * _BLOCK])


def _des_key(password: str) -> bytes:
    """Key of a password: its UTF-16 bytes folded into a ring of seven, their 56 bits spread over the high bits of eight."""
    ring = bytearray(_RING)
    for place, byte in enumerate(password.encode("utf-16-le", "surrogatepass")):
        mixed = ring[place % _RING] ^ byte
        ring[place % _RING] = (mixed << 1 | mixed >> 7) & 0xFF
    bits = int.from_bytes(ring, "big")
    return bytes((bits >> 7 * (7 - group) & 0x7F) << 1 for group in range(_BLOCK))
