"""What can go wrong, as one small tree.

    HwpExtractError
    ├── UnsupportedFormatError     not a press-release format, or one this version does not read
    ├── EncryptedDocumentError     a password is needed or wrong, or a DRM product locked the file
    ├── CorruptDocumentError       nothing readable is left of the container
    └── LimitExceededError         a budget of `Limits` would be passed

Every error carries a stable `code` (what programs test), the `source` (the file name, when one is known)
and a `hint` (what the person in front of it can do).
"""

from __future__ import annotations


class HwpExtractError(Exception):
    """Base of every error this library raises on purpose."""

    code: str = "error"

    def __init__(
        self, message: str, *, code: str | None = None, source: str | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or type(self).code
        self.source = source
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.source}: {self.message}" if self.source else self.message

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions rebuild from `args` alone by default, which would lose the keywords between processes.
        return _rebuild, (type(self), self.message, self.code, self.source, self.hint)


def _rebuild(
    kind: type[HwpExtractError], message: str, code: str, source: str | None, hint: str | None
) -> HwpExtractError:
    return kind(message, code=code, source=source, hint=hint)


class UnsupportedFormatError(HwpExtractError):
    """The bytes are of a kind that cannot be read; `code` ends in the name of that kind."""

    code = "unsupported_format"


class EncryptedDocumentError(HwpExtractError):
    """The document is locked: `password_required`, `password_wrong`, `password_unsupported`, `certificate` or `drm_<vendor>`."""

    code = "encrypted"


class CorruptDocumentError(HwpExtractError):
    """The container is damaged beyond what can be salvaged."""

    code = "corrupt"


class LimitExceededError(HwpExtractError):
    """Reading on would pass a budget; `code` is `limit_` plus the name of the field of `Limits`."""

    code = "limit"
