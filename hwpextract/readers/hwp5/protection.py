"""What keeps a document from being read: passwords, certificates and Hancom's DRM."""

from __future__ import annotations

import zlib
from typing import Final

from hwpextract.errors import EncryptedDocumentError
from hwpextract.readers.hwp5.container import Container, Flag, begins_with_record

# Flag, code, message and hint, in the order in which they are looked for.
_LOCKS: Final = (
    (
        Flag.PASSWORD,
        "password_required",
        "the document is protected by a password",
        "Open it in Hangul with its password, save it without one, and read the copy.",
    ),
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


def refuse_locked(container: Container) -> None:
    """Raise `EncryptedDocumentError` when the document is locked.

    The DRM flags also stand in documents whose streams are in the clear; those are read.
    """
    flags = container.flags
    for lock, code, message, hint in _LOCKS:
        if flags & lock and not (code == "drm_hancom" and _is_clear(container)):
            raise EncryptedDocumentError(message, code=code, hint=hint)


def _is_clear(container: Container) -> bool:
    try:
        return begins_with_record(container.inflate(container.read("DocInfo") or b""))
    except zlib.error:
        return False
