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
    from hwpextract.account import Coverage, Passage, Severity, Tally, Verification, VerificationStatus, Warning
    from hwpextract.api import aextract, extract, read, reconcile, sniff, verify
    from hwpextract.document import (
        Block,
        Box,
        Cell,
        Document,
        EmbeddedFile,
        Equation,
        EstimatedPages,
        Image,
        Link,
        Metadata,
        Paragraph,
        Revision,
        SideKind,
        SideText,
        Table,
    )
    from hwpextract.errors import (
        CorruptDocumentError,
        EncryptedDocumentError,
        HwpExtractError,
        LimitExceededError,
        UnsupportedFormatError,
    )
    from hwpextract.export.markdown import to_markdown
    from hwpextract.export.page import to_html
    from hwpextract.export.text import to_text
    from hwpextract.limits import Limits
    from hwpextract.press.model import (
        Annex,
        Contact,
        Department,
        Evidence,
        Item,
        NewsReport,
        PressRelease,
        Quote,
        ReleaseKind,
        ReleaseTime,
        SourceInfo,
    )
    from hwpextract.press.reconcile import Disagreement, Reconciled
    from hwpextract.readers.pdf.ocr import PageImage, Word, tesseract
else:
    # Loading the modules of the same names binds these here; the public names are the functions, found by `__getattr__`.
    # A module binds its name only when it is loaded, so this holds for good.
    import_module(f"{__name__}.verify")
    del globals()["sniff"], globals()["verify"]

__version__ = "0.1.0"

__all__ = [
    "Annex",
    "Block",
    "Box",
    "Cell",
    "Contact",
    "CorruptDocumentError",
    "Coverage",
    "Department",
    "Disagreement",
    "Document",
    "EmbeddedFile",
    "EncryptedDocumentError",
    "Equation",
    "EstimatedPages",
    "Evidence",
    "Format",
    "HwpExtractError",
    "Image",
    "Item",
    "LimitExceededError",
    "Limits",
    "Link",
    "Metadata",
    "NewsReport",
    "PageImage",
    "Paragraph",
    "Passage",
    "PressRelease",
    "Quote",
    "Reconciled",
    "ReleaseKind",
    "ReleaseTime",
    "Revision",
    "Severity",
    "SideKind",
    "SideText",
    "SourceInfo",
    "Table",
    "Tally",
    "UnsupportedFormatError",
    "Verification",
    "VerificationStatus",
    "Warning",
    "Word",
    "__version__",
    "aextract",
    "extract",
    "read",
    "reconcile",
    "sniff",
    "tesseract",
    "to_html",
    "to_markdown",
    "to_text",
    "verify",
]

# Where public names live, cheapest first. They are imported when first used, so that `import hwpextract` costs next to nothing.
_HOMES = (
    "errors",
    "limits",
    "account",
    "document",
    "press.model",
    "api",
    "export.text",
    "export.markdown",
    "export.page",
    "readers.pdf.ocr",
    "press.reconcile",
)


def __getattr__(name: str) -> object:
    if name in __all__:
        for home in _HOMES:
            module = import_module(f"{__name__}.{home}")
            if hasattr(module, name):
                value = globals()[name] = getattr(module, name)
                return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
