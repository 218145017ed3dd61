"""Korean government press releases (보도자료) from HWP, HWPX and PDF files as data.

    import hwpextract
    release = hwpextract.extract("release.hwpx")
    release.title, release.department, release.contact, release.paragraphs
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from hwpextract.sniff import Format

if TYPE_CHECKING:
    from hwpextract.api import extract, read, sniff
    from hwpextract.document import (
        Box,
        Cell,
        Coverage,
        Document,
        Image,
        Metadata,
        Paragraph,
        Severity,
        SideKind,
        SideText,
        Table,
        Warning,
    )
    from hwpextract.errors import (
        CorruptDocumentError,
        EncryptedDocumentError,
        HwpExtractError,
        LimitExceededError,
        UnsupportedFormatError,
    )
    from hwpextract.export import to_markdown, to_text
    from hwpextract.limits import Limits
    from hwpextract.press.model import (
        Annex,
        Contact,
        Department,
        Evidence,
        PressRelease,
        ReleaseKind,
        ReleaseTime,
        SourceInfo,
    )
else:
    # Loading the module `hwpextract.sniff` bound its name here; the public name is the function, found by `__getattr__`.
    # A module binds its name only when it is loaded, so this holds for good.
    del globals()["sniff"]

__version__ = "0.1.0"

# Where each public name lives. They are imported when first used, so that `import hwpextract` costs next to nothing.
_HOME = {
    "hwpextract.api": ("extract", "read", "sniff"),
    "hwpextract.document": (
        "Box",
        "Cell",
        "Coverage",
        "Document",
        "Image",
        "Metadata",
        "Paragraph",
        "Severity",
        "SideKind",
        "SideText",
        "Table",
        "Warning",
    ),
    "hwpextract.errors": (
        "CorruptDocumentError",
        "EncryptedDocumentError",
        "HwpExtractError",
        "LimitExceededError",
        "UnsupportedFormatError",
    ),
    "hwpextract.export": ("to_markdown", "to_text"),
    "hwpextract.limits": ("Limits",),
    "hwpextract.press.model": (
        "Annex",
        "Contact",
        "Department",
        "Evidence",
        "PressRelease",
        "ReleaseKind",
        "ReleaseTime",
        "SourceInfo",
    ),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = sorted(["Format", "__version__", *_MODULE_OF])  # noqa: PLE0605 - computed from `_HOME`, which a test keeps complete


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_MODULE_OF[name]), name)
    return value


def __dir__() -> list[str]:
    return __all__
