"""What stands ahead of the text of an HWPML file: what the document says of itself, paragraph shapes, styles, numberings, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from hwpextract.characters import normalise
from hwpextract.document import Metadata
from hwpextract.readers.dates import written_time
from hwpextract.readers.heads import DEFAULT_BULLET, DEFAULT_OUTLINE, IMAGE_BULLET, Counters, Level
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
    """How a paragraph is set: outline level from 1, style name, kind of head, and for the head its numbering and level from 0."""

    level: int | None = None
    style: str | None = None
    heading: str = "None"
    numbering: str = ""
    depth: int = 0


class Head:
    """Look-ups by id, filled while HEAD is read, and the counters of heads, which the text moves on."""

    def __init__(self) -> None:
        self.version: str | None = None
        self.summary: dict[str, str] = {}
        self.outline = ""
        """Numbering of the outline in the section that is read."""
        self._shapes: dict[str, dict[str, str]] = {}
        self._styles: dict[str, str] = {}
        self._numberings: dict[str, list[Level]] = {}
        self._bullets: dict[str, str] = {}
        self._items: list[dict[str, str]] = []
        self._levels: list[Level] = []
        self._level: dict[str, str] | None = None
        self._forms: dict[tuple[str, str], Form] = {}
        self._outlines = Counters()
        self._numbers = Counters()

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

    def add_bullet(self, attributes: dict[str, str]) -> None:
        """Take a BULLET; Hangul shows its own sign where there is none."""
        sign = normalise(attributes.get("Char", "")).strip() or DEFAULT_BULLET
        image = attributes.get("Image", "").lower() == "true"
        self._bullets[attributes.get("Id", "")] = IMAGE_BULLET if image else sign
        self._levels = []

    def add_numbering(self, attributes: dict[str, str]) -> None:
        """Begin a NUMBERING, whose levels follow."""
        self._levels = self._numberings[attributes.get("Id", "")] = []

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
        return Metadata.model_construct(format_version=self.version, created=created, **fields)  # type: ignore[arg-type]

    def form_of(self, shape: str, style: str) -> Form:
        """How a paragraph of this shape and style is set."""
        form = self._forms.get((shape, style))
        if form is None:
            attributes = self._shapes.get(shape, {})
            heading, depth = attributes.get("HeadingType", "None"), whole(attributes, "Level")
            level = depth + 1 if heading == "Outline" else None
            form = Form(level, self._styles.get(style) or None, heading, attributes.get("Heading", ""), depth)
            self._forms[shape, style] = form
        return form

    def head_of(self, form: Form) -> str | None:
        """Count a paragraph, and give the head that Hangul prints in front of it."""
        if form.heading == "Bullet":
            return self._bullets.get(form.numbering, DEFAULT_BULLET)
        if form.heading == "Outline":
            levels: Sequence[Level] = self._numberings.get(self.outline, DEFAULT_OUTLINE)
            return self._outlines.head(self.outline, levels, form.depth)
        if form.heading == "Number":
            return self._numbers.head(form.numbering, self._numberings.get(form.numbering, ()), form.depth)
        return None

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


def whole(attributes: dict[str, str], name: str, default: int = 0) -> int:
    """A number from 0 on in an attribute; `default` when there is none."""
    value = attributes.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 10 else default
