"""The zip container of an HWPX file: its entries, its parts in reading order, what it says of itself."""

from __future__ import annotations

import re
import zlib
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from hwpextract.account import Warning
from hwpextract.document import Metadata
from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget
from hwpextract.node import build
from hwpextract.patterns import pattern
from hwpextract.readers.active import is_script, links, postscript, scripts
from hwpextract.readers.hwpx.archive import Archive
from hwpextract.readers.hwpx.markup import resolved, tidy, values

if TYPE_CHECKING:
    from hwpextract.readers.hwpx.encryption import Encryption

_SECTION: Final = pattern(r"(?:^|/)section(\d+)\.xml$", re.IGNORECASE)
_NAMES: Final = (
    "title|meta|item|itemref|rootfile|HCFVersion|DocDistribute"
    "|file-entry|encryption-data|algorithm|key-derivation|start-key-generation"
)
_ELEMENT: Final = pattern(rf"<(?:[\w.-]++:)?+({_NAMES})(?=[\s/>])([^>]*+)(?:>([^<]*+))?+")
_SAMPLE: Final = pattern(r"(?:^|/)(?:header|section\d+)\.xml$", re.IGNORECASE)
_SAMPLES: Final = 2
_SAMPLE_SIZE: Final = 4096
_HEAD: Final = 512
# Much more than a part about the parts of a package takes, with as many of them as there may be.
_LARGEST: Final = 4 << 20
_META: Final = {
    "creator": "author",
    "subject": "subject",
    "description": "comments",
    "keyword": "keywords",
    "lastsaveby": "last_saved_by",
}
_RESTRICTIONS: Final = ("nocopy", "noprint")
_YES: Final = ("1", "true")
_DATES: Final = {"createddate": "created", "modifieddate": "modified"}

Element = tuple[str, dict[str, str], str]


class Package:
    """Parts of an HWPX file, found by what the package says of itself and, where that fails, by their names."""

    def __init__(self, data: bytes, budget: Budget, password: str | None = None) -> None:
        self.damaged: list[str] = []
        """Entries beside the text that could not be read."""
        self._archive = Archive(data, budget)
        self.repaired = self._archive.repaired
        # Some writers put backslashes into the names of zip entries.
        self.names = {name.replace("\\", "/").lstrip("/"): name for name in self._archive.names}
        self._folded: dict[str, str] | None = None
        self._folder = ""
        self._encryption = self._unlocked(budget, password)
        self._folder, manifest = self._manifest()
        self.items = {a["id"]: a for name, a, _ in manifest if name == "item" and "id" in a}
        self._spine = [a.get("idref", "") for name, a, _ in manifest if name == "itemref"]
        self._described = [element for element in manifest if element[0] in ("title", "meta")]

    def find(self, name: str) -> str | None:
        """Name of the entry that `name` stands for, or None: as written, inside the folder of the manifest, or in other case."""
        if name in self.names:
            return name
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
            from hwpextract.readers.passwords import password_unsupported

            raise password_unsupported("zip")
        try:
            stored = self._archive.read(self.names[name])
            return self._encryption.read(name, stored) if self._encryption else stored
        except zlib.error as error:
            raise CorruptDocumentError(f"the part {name} is damaged: {error}") from error

    def sections(self) -> list[str]:
        """Entries of the body in reading order: as the spine lists them, then those it leaves out, by number."""
        named = {name for name in self.names if "section" in name.lower() and _SECTION.search(name)}
        items = {item for item, attrs in self.items.items() if "section" in attrs.get("href", "").lower()}
        listed = [self.item_entry(item) for item in dict.fromkeys((*self._spine, *self.items)) if item in items]
        inside = [name for name in named if name.startswith(self._folder) and not name.startswith("DocHistory/")]
        found = [name for name in listed if name in named]
        return list(dict.fromkeys([*found, *sorted(inside, key=section_number)]))

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
        stored = self._archive.head(self.names[name], _HEAD)
        return self._encryption.head(name, stored) if self._encryption else stored

    def salvage(self, name: str) -> bytes:
        """Bytes of a damaged entry, as far as they can be had."""
        stored = self._archive.salvage(self.names[name])
        return self._encryption.salvage(name, stored) if self._encryption else stored

    def metadata(self, licence: str | None = None) -> Metadata:
        """What content.hpf and version.xml say, and the licence, which the header tells."""
        fields: dict[str, Any] = {"licence": licence}
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
        fields["restrictions"] = self._restrictions()
        return build(Metadata, **fields)

    def preview(self) -> str:
        """Words of the preview; empty when there is none."""
        name = self.find("Preview/PrvText.txt")
        return self.salvage(name).decode("utf-8", "replace").removeprefix("\ufeff") if name else ""

    def active_content(self) -> list[Warning]:
        """What a program might run or fetch."""
        programs = [name for name in self.names if name.startswith("Scripts/") and is_script(self.salvage(name))]
        hrefs = [item.get("href", "") for item in self.items.values() if item.get("isEmbeded") == "0"]
        return scripts(programs) + postscript(self.names) + links([href for href in hrefs if not self.find(href)])

    @property
    def is_distribution(self) -> bool:
        """Whether this is a distribution document (배포용 문서)."""
        return self._encryption is not None and self._encryption.is_distribution

    def _restrictions(self) -> tuple[str, ...]:
        """What the owner of a distribution document forbids."""
        name = self.find("settings.xml") if self.is_distribution else None
        found = [attrs for element, attrs, _ in self._elements(name) if element == "DocDistribute"] if name else []
        return tuple(word for word in _RESTRICTIONS if found and found[0].get(word, "").lower() in _YES)

    def _unlocked(self, budget: Budget, password: str | None) -> Encryption | None:
        """The keys of a package where the manifest says that parts are encrypted, and they are not in the clear."""
        name = self.find("META-INF/manifest.xml")
        manifest = self._archive.salvage(self.names[name]) if name else b""
        if b"encryption-data" not in manifest:
            return None
        names = sorted(filter(_SAMPLE.search, self.names))[:_SAMPLES]
        samples = {name: self._archive.head(self.names[name], _SAMPLE_SIZE) for name in names}
        if all(map(_is_markup, samples.values())):
            return None
        from hwpextract.readers.hwpx.encryption import Encryption, encrypted_entries

        return Encryption(encrypted_entries(_parsed(_regular(manifest))), samples, password, budget)

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
        data = _regular(data)
        if not data:
            self.damaged.append(name)
        return _parsed(data)

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


def _is_markup(data: bytes) -> bool:
    """Whether data begin as XML does, in the clear."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _regular(data: bytes) -> bytes:
    """XML of any kind in the form that `_parsed` takes; nothing where no element can be found."""
    # Looking for one byte is much cheaper than for two.
    if (b"!" in data and b"<!" in data) or (b"'" in data and b"='" in data) or not _is_markup(data):
        data, _ = tidy(data)
    return data


def _parsed(data: bytes) -> list[Element]:
    found = _ELEMENT.findall(data[:_LARGEST].decode("utf-8", "replace"))
    return [(element, values(tag), text and resolved(text)) for element, tag, text in found]


def section_number(name: str) -> tuple[int, str]:
    """Number of a section by its name, and the name."""
    found = _SECTION.search(name)
    return (int(found[1][:9]) if found else 0, name)


def _date(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None
