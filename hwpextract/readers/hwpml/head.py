"""What stands ahead of the text of an HWPML file: what the document says of itself, paragraph shapes, styles, numberings, pictures."""

from __future__ import annotations

from typing import Final, NamedTuple

from hwpextract.account import Warning
from hwpextract.document import Metadata
from hwpextract.node import build
from hwpextract.readers.active import is_code, links, postscript, scripts
from hwpextract.readers.dates import written_time
from hwpextract.readers.heads import DEEPEST_LEVEL, Bullet, Heading, HeadKind, Level
from hwpextract.readers.numbers import NumberFormat

FORMATS: Final = {name.replace("_", "").lower(): code for name, code in NumberFormat.__members__.items()}
"""Number formats by their name in lower case (`HangulSyllable`)."""
_LINK: Final = "Link"
# DOCSUMMARY, by the field of Metadata.
_SUMMARY: Final = {
    "TITLE": "title",
    "SUBJECT": "subject",
    "AUTHOR": "author",
    "KEYWORDS": "keywords",
    "COMMENTS": "comments",
}
SUMMARY: Final = (*_SUMMARY, "DATE")


class Form(NamedTuple):
    """How a paragraph is set: its heading, if it has one, and the name of its style."""

    heading: Heading | None = None
    style: str | None = None


class Head:
    """Look-ups by id, filled while HEAD is read."""

    def __init__(self) -> None:
        self.version: str | None = None
        self.summary: dict[str, str] = {}
        self.has_script = False
        self.numberings: dict[int, list[Level]] = {}
        self.bullets: dict[int, Bullet] = {}
        self._shapes: dict[str, dict[str, str]] = {}
        self._styles: dict[str, str] = {}
        self._items: list[dict[str, str]] = []
        self._levels: list[Level] = []
        self._level: dict[str, str] | None = None
        self._forms: dict[tuple[str, str], Form] = {}

    # --- HEAD ------------------------------------------------------------------------------------------------------------------

    def add_root(self, attributes: dict[str, str]) -> None:
        """Take the version from the root element."""
        self.version = attributes.get("Version") or None

    def add_shape(self, attributes: dict[str, str]) -> None:
        """Take a PARASHAPE."""
        self._shapes[attributes.get("Id", "")] = attributes

    def add_style(self, attributes: dict[str, str]) -> None:
        """Take a STYLE."""
        self._styles[attributes.get("Id", "")] = attributes.get("Name", "")

    def add_item(self, attributes: dict[str, str]) -> None:
        """Take a BINITEM."""
        self._items.append(attributes)

    def add_script(self, text: str) -> None:
        """Take a part of the script that stands behind the text."""
        self.has_script = self.has_script or is_code(text)

    def active_content(self) -> list[Warning]:
        """What a program might run or fetch."""
        linked = [self.item(str(ordinal)) for ordinal in range(1, len(self._items) + 1)]
        names = [name for _, name in linked]
        outside = [name for data, name in linked if data is None]
        return scripts(["SCRIPTCODE"] if self.has_script else []) + postscript(names) + links(outside)

    def add_bullet(self, attributes: dict[str, str]) -> None:
        """Take a BULLET."""
        image = attributes.get("Image", "").lower() == "true"
        self.bullets[whole(attributes, "Id")] = Bullet.of(attributes.get("Char", ""), image=image)
        self._levels = []

    def add_numbering(self, attributes: dict[str, str]) -> None:
        """Begin a NUMBERING, whose levels follow."""
        self._levels = self.numberings[whole(attributes, "Id")] = []

    def begin_level(self, attributes: dict[str, str]) -> None:
        """Begin a PARAHEAD."""
        self._level = attributes

    def add_level(self, text: str) -> None:
        """Take the format text of the PARAHEAD that ends."""
        attributes, self._level = self._level or {}, None
        code = FORMATS.get(attributes.get("NumFormat", "").lower(), NumberFormat.DIGIT)
        self._levels.append(Level(text, code, whole(attributes, "Start", 1)))

    # --- Look-ups --------------------------------------------------------------------------------------------------------------

    def metadata(self) -> Metadata:
        """What the document says of itself."""
        fields = {field: self.summary.get(name, "").strip() or None for name, field in _SUMMARY.items()}
        created = written_time(self.summary.get("DATE", ""))
        return build(Metadata, format_version=self.version, created=created, **fields)

    def form_of(self, shape: str, style: str) -> Form:
        """How a paragraph of this shape and style is set."""
        form = self._forms.get((shape, style))
        if form is None:
            form = Form(_heading(self._shapes.get(shape, {})), self._styles.get(style) or None)
            self._forms[shape, style] = form
        return form

    def item(self, ordinal: str) -> tuple[str | None, str]:
        """Id of the data of a picture, None when it is a link, and its name; pictures give the ordinal of their BINITEM, from 1."""
        index = int(ordinal) - 1 if ordinal.isdecimal() and len(ordinal) < 10 else -1
        attributes = self._items[index] if 0 <= index < len(self._items) else {}
        if attributes.get("Type") == _LINK:
            return None, attributes.get("RPath") or attributes.get("APath") or ordinal
        data = attributes.get("BinData", ordinal)
        return data, entry(data, attributes.get("Format", ""))


def entry(data: str, extension: str) -> str:
    """Name of a picture, as it would be in an HWP 5 file: `BinData/BIN0001.png`."""
    number = f"{int(data):04X}" if data.isdecimal() and len(data) < 10 else data
    return f"BinData/BIN{number}.{extension}" if extension else f"BinData/BIN{number}"


def _heading(attributes: dict[str, str]) -> Heading | None:
    """Heading from the attributes of a PARASHAPE."""
    kind = HeadKind.__members__.get(attributes.get("HeadingType", "").upper())
    if kind is None:
        return None
    return Heading(kind, whole(attributes, "Heading"), min(whole(attributes, "Level"), DEEPEST_LEVEL - 1))


def whole(attributes: dict[str, str], name: str, default: int = 0) -> int:
    """A number from 0 on in an attribute; `default` when there is none."""
    value = attributes.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 10 else default
