"""What keeps a document from being read: passwords, certificates and Hancom's DRM."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from hwpextract.errors import EncryptedDocumentError
from hwpextract.limits import Budget
from hwpextract.readers.hwp5.container import Container, Flag
from hwpextract.readers.hwp5.records import begins_with_record

if TYPE_CHECKING:
    from hwpextract.readers.hwp5.encryption import Decrypt

_ANY: Final = Flag.PASSWORD | Flag.CERTIFICATE | Flag.DRM | Flag.CERTIFICATE_DRM
# Flag, code, message and hint, in the order in which they are looked for.
_LOCKS: Final = (
    (
        Flag.CERTIFICATE,
        "certificate",
        "the document is encrypted for the holder of a certificate (공인인증서)",
        "Open it in Hangul with that certificate, save it without, and read the copy.",
    ),
    (
        Flag.DRM | Flag.CERTIFICATE_DRM,
        "drm_hancom",
        "the document is protected by Hancom's DRM",
        "Ask the publisher for a copy without DRM.",
    ),
)
# Enough of a stream for the tables of a deflate block and the first record behind them.
_HEAD: Final = 512


def unlock(container: Container, password: str | None, budget: Budget) -> None:
    """Let the container decrypt its streams with the password, where it needs one.

    The flags also stand in documents whose streams are in the clear; those are read as they are.

    Raises:
        EncryptedDocumentError: the password is missing or wrong, or something else than a password locks the document.
    """
    if not container.flags & _ANY or _is_readable(container, "DocInfo", bytes):
        return
    if container.flags & Flag.PASSWORD:
        container.decrypt = _decryptor(container, password, budget)
        return
    for lock, code, message, hint in _LOCKS:
        if container.flags & lock:
            raise EncryptedDocumentError(message, code=code, hint=hint)


def _decryptor(container: Container, password: str | None, budget: Budget) -> Decrypt:
    """The way to decrypt that gives DocInfo, or the first section where DocInfo is damaged."""
    from hwpextract.readers.hwp5.encryption import DECRYPTORS
    from hwpextract.readers.passwords import password_required, password_unsupported, password_wrong

    candidates = DECRYPTORS.get(container.encryption)
    if candidates is None:
        raise password_unsupported(f"EncryptVersion {container.encryption}")
    if not password:
        raise password_required()
    paths = ["DocInfo", *container.sections().values()][:2]
    for decrypt in candidates(password, budget.tick):
        if any(_is_readable(container, path, decrypt) for path in paths):
            return decrypt
    raise password_wrong()


def _is_readable(container: Container, path: str, decrypt: Decrypt) -> bool:
    """Whether a stream begins with the record it should, once decrypted."""
    head = (container.stored(path) or b"")[:_HEAD]
    try:
        return begins_with_record(container.inflate(decrypt(head)))
    except zlib.error:
        return False
