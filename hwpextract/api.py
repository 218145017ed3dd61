"""The front door: bytes in, `Format`, `Document` or `PressRelease` out; the one place that translates foreign exceptions."""

from __future__ import annotations

import hashlib
import os
import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from hwpextract.document import Document, Severity
from hwpextract.errors import (
    CorruptDocumentError,
    EncryptedDocumentError,
    HwpExtractError,
    LimitExceededError,
    UnsupportedFormatError,
)
from hwpextract.limits import Limits
from hwpextract.press import extract_fields
from hwpextract.press.model import PressRelease, SourceInfo
from hwpextract.readers import reader_for
from hwpextract.readers.options import Options
from hwpextract.sniff import Format
from hwpextract.sniff import sniff as sniff_bytes

Source = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO

# What damaged containers make the libraries below us raise. Kept narrow: a KeyError or IndexError is a bug of ours.
_DAMAGE = (OSError, EOFError, struct.error, zlib.error, zipfile.BadZipFile, NotImplementedError)
