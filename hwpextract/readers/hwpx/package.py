"""The zip container of an HWPX file: its entries, its parts in reading order, what it says of itself."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cached_property
from typing import Any, Final

from hwpextract.document import Metadata, build
from hwpextract.errors import CorruptDocumentError, EncryptedDocumentError
from hwpextract.limits import Budget
from hwpextract.readers.hwpx.archive import Archive
from hwpextract.readers.hwpx.markup import attributes, plain, tidy

_SECTION: Final = re.compile(r"(?:^|/)section(\d+)\.xml$", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+")
_ELEMENT: Final = re.compile(
    rb"<(?:[\w.-]+:)?(title|meta|item|itemref|rootfile|HCFVersion)(?=[\s/>])([^>]*)(?:>([^<]*))?"
)
_HEAD: Final = 512
_META: Final = {
    "creator": "author",
    "subject": "subject",
    "description": "comments",
    "keyword": "keywords",
    "lastsaveby": "last_saved_by",
}
_DATES: Final = {"createddate": "created", "modifieddate": "modified"}

Element = tuple[str, dict[str, str], str]


class Package:
    """Parts of an HWPX file, found by what the package says of itself and, where that fails, by their names."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.damaged: list[str] = []
        """Entries beside the text that could not be read."""
        self._archive = Archive(data, budget)
        self.repaired = self._archive.repaired
        # Some writers put backslashes into the names of zip entries.
        self.names = {name.replace("\\", "/").lstrip("/"): name for name in self._archive.names}
        self._folded: dict[str, str] | None = None
        self._folder, manifest = self._manifest()
        self.items = {a["id"]: a for name, a, _ in manifest if name == "item" and "id" in a}
        self._spine = [a.get("idref", "") for name, a, _ in manifest if name == "itemref"]
        self._described = [element for element in manifest if element[0] in ("title", "meta")]

    def find(self, name: str) -> str | None:
        """Name of the entry that `name` stands for, or None: as written, inside the folder of the manifest, or in other case."""
        name = name.replace("\\", "/").lstrip("/")
        for candidate in (name, self._folder + name):
            if candidate in self.names:
                return candidate
        if self._folded is None:
            self._folded = {entry.lower(): entry for entry in self.names}
        return self._folded.get(name.lower()) or self._folded.get((self._folder + name).lower())

    def read(self, name: str) -> bytes:
        """Bytes of an entry.

        Raises:
            CorruptDocumentError: the entry is damaged.
            EncryptedDocumentError: the entry is locked.
        """
        if self._archive.is_locked(self.names[name]):
            raise _locked()
        return self._archive.read(self.names[name])

    def sections(self) -> list[str]:
        """Entries of the body in reading order: as the spine lists them, then those it leaves out, by number."""
        listed = (self.item_entry(idref) for idref in [*self._spine, *self.items])
        found = [name for name in listed if name and _SECTION.search(name)]
        inside = (name for name in self.names if name.startswith(self._folder) and not name.startswith("DocHistory/"))
        numbered = sorted(filter(_SECTION.search, inside), key=_section_number)
        return list(dict.fromkeys(found + numbered))

    def header(self) -> str | None:
        """Entry of header.xml."""
        return self.item_entry("header") or self.find("header.xml")

    def item_entry(self, item: str) -> str | None:
        """Entry of a manifest item, or None when the item or the entry does not exist."""
        href = self.items.get(item, {}).get("href")
        return self.find(href) if href else None

    def picture(self, item: str) -> str | None:
        """Entry of a picture: as the manifest says, else by the item's name."""
        return self.item_entry(item) or self._pictures.get(item.lower())

    @cached_property
    def _pictures(self) -> dict[str, str]:
        """Entries of BinData by their names without extension."""
        inside = [name for name in self.names if name.lower().startswith("bindata/")]
        return {name.rpartition("/")[2].rpartition(".")[0].lower(): name for name in inside}

    def head(self, name: str) -> bytes:
        """First bytes of an entry; none when they cannot be had."""
        return self._archive.head(self.names[name], _HEAD)

    def salvage(self, name: str) -> bytes:
        """Bytes of a damaged entry, as far as they can be had."""
        return self._archive.salvage(self.names[name])

    def metadata(self) -> Metadata:
        """What content.hpf and version.xml say."""
        fields: dict[str, Any] = {}
        for name, attrs, text in self._described:
            value = text.strip() or attrs.get("content", "").strip()
            key = attrs.get("name", "").lower()
            if name == "title":
                fields["title"] = value or None
            # Writers put the literal word into `content` where there is no value.
            elif not text.strip() and value == "text":
                continue
            elif key in _META:
                fields[_META[key]] = value or None
            elif key in _DATES:
                fields[_DATES[key]] = _date(value)
        fields |= self._version()
        return build(Metadata, **fields)

    def check_encryption(self) -> None:
        """Raise `EncryptedDocumentError` when the manifest says that parts are locked."""
        name = self.find("META-INF/manifest.xml")
        if name and b"encryption-data" in self.read(name):
            raise _locked()

    def _manifest(self) -> tuple[str, list[Element]]:
        """Folder of the package document, and its elements; empty when there is none."""
        name = "Contents/content.hpf" if "Contents/content.hpf" in self.names else self._root_file()
        if name is None:
            return "Contents/", []
        folder = name.rpartition("/")[0]
        return (folder + "/" if folder else ""), self._elements(name)

    def _root_file(self) -> str | None:
        """Package document by container.xml, by its media type where several files are listed; else by its name."""
        hpf = [name for name in self.names if name.lower().endswith(".hpf")]
        if "META-INF/container.xml" in self.names:
            roots = [a for name, a, _ in self._elements("META-INF/container.xml") if name == "rootfile"]
            by_type = [a.get("full-path", "") for a in roots if a.get("media-type", "").startswith("application/hwp")]
            hpf = [name.replace("\\", "/") for name in by_type if name.replace("\\", "/") in self.names] + hpf
        return hpf[0] if hpf else None

    def _elements(self, name: str) -> list[Element]:
        """Elements of a small XML part; none when it cannot be read."""
        try:
            data = self.read(name)
        except CorruptDocumentError:
            data = b""
        if b"<!" in data or b"='" in data or not data.lstrip(b"\xef\xbb\xbf").startswith(b"<"):
            data, _ = tidy(data)
        if not data:
            self.damaged.append(name)
        return [(element.decode(), attributes(raw), plain(text)) for element, raw, text in _ELEMENT.findall(data)]

    def _version(self) -> dict[str, str | None]:
        name = self.find("version.xml")
        if name is None:
            return {}
        found = [attrs for element, attrs, _ in self._elements(name) if element == "HCFVersion"]
        if not found:
            return {}
        attrs = found[0]
        number = [attrs.get(key) for key in ("major", "minor", "micro", "buildNumber")]
        program = " ".join(filter(None, (attrs.get("application"), attrs.get("appVersion"))))
        return {
            "format_version": ".".join(part for part in number if part is not None) or None,
            "producer": program or None,
        }


def _section_number(name: str) -> tuple[int, str]:
    found = _SECTION.search(name)
    return (int(found[1][:9]) if found else 0, name)


def _date(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _locked() -> EncryptedDocumentError:
    return EncryptedDocumentError(
        "the document is protected by a password",
        code="password_required",
        hint="Give the password: password=..., or --password on the command line.",
    )
