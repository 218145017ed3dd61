"""The standard security handler (ISO 32000-1, 7.6; ISO 32000-2 for AES-256), by pdfminer.six and cryptography."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hwpextract.errors import EncryptedDocumentError
from hwpextract.readers.passwords import password_required, password_wrong

_PERMISSIONS = {
    3: "print",
    4: "modify",
    5: "copy",
    6: "annotate",
    9: "fill_forms",
    10: "extract_for_accessibility",
    11: "assemble",
    12: "print_high_quality",
}
"""Bits of /P by their number in table 22, named by what they allow."""
_DEEPEST = 4
"""Crypt filters stand two dictionaries below that of encryption."""


def unlock(
    parameters: dict[str, Any], file_id: list[Any], password: str | None, resolve: Callable[[Any], Any]
) -> tuple[Callable[..., bytes], int | None]:
    """Open the document: the function that deciphers (object number, generation, bytes), and the permission bits.

    Raises:
        EncryptedDocumentError: `password_required`, `password_wrong`, or `encrypted_unknown` for other handlers.
    """
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect

    version = resolve(parameters.get("V", 0))
    make = PDFDocument.security_handler_registry.get(version)
    if resolve(parameters.get("Filter")) != "Standard" or make is None:
        raise EncryptedDocumentError(
            "the PDF is locked by an unknown security handler",
            code="encrypted_unknown",
            hint="Open it with the program it was made for and save an unprotected copy.",
        )
    ids = [item if isinstance(item, bytes) else b"" for item in map(resolve, file_id)] or [b"", b""]
    try:
        handler = make(ids, _to_pdfminer(parameters, resolve), password or "")
    except PDFPasswordIncorrect as error:
        raise password_wrong() if password else password_required() from error
    except (PDFEncryptionError, KeyError, TypeError, ValueError, AssertionError) as error:
        raise EncryptedDocumentError("the PDF's encryption is damaged or unknown", code="encrypted_unknown") from error
    permissions = resolve(parameters.get("P"))
    return handler.decrypt, permissions if isinstance(permissions, int) else None


def _to_pdfminer(value: Any, resolve: Callable[[Any], Any], depth: int = 0) -> Any:
    """A dictionary in pdfminer's own types, as deep as one of encryption goes."""
    from pdfminer.psparser import LIT

    value = resolve(value) if depth < _DEEPEST else None
    if isinstance(value, dict):
        return {key: _to_pdfminer(item, resolve, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_to_pdfminer(item, resolve, depth + 1) for item in value]
    return LIT(value) if isinstance(value, str) else value


def restrictions(permissions: int | None) -> tuple[str, ...]:
    """What the owner of the document does not permit; the library reports it and reads on."""
    if permissions is None:
        return ()
    return tuple(name for bit, name in _PERMISSIONS.items() if not permissions >> (bit - 1) & 1)
