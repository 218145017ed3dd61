"""One read of one document: its look-ups, its pictures, and what it gathers besides blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hwpextract.account import warning
from hwpextract.limits import Budget
from hwpextract.node import Locator
from hwpextract.readers.gathering import Gathering
from hwpextract.readers.heads import Heads
from hwpextract.readers.hwpml.head import Head
from hwpextract.readers.hwpml.markup import Picture
from hwpextract.readers.pictures import media_type

if TYPE_CHECKING:
    from hwpextract.readers.embedded import Embedded


class Reading(Gathering):
    """State of one read."""

    def __init__(self, pictures: dict[str, Picture], budget: Budget) -> None:
        super().__init__()
        self.budget = budget
        self.head = Head()
        self.heads = Heads(self.head)
        self._pictures = pictures

    def embedded_object(self, ordinal: str) -> tuple[Embedded, str | None]:
        """What an object is, and its name."""
        from hwpextract.readers.embedded import Embedded, describe_object

        data, name = self.head.item(ordinal)
        stored = self._pictures.get(data) if data else None
        return (describe_object(stored.read(self.budget)), name) if stored else (Embedded(), None)

    def picture(self, ordinal: str, locator: Locator) -> tuple[str | None, str | None]:
        """Name and media type of a picture; a warning when the file does not hold it.

        A picture without an item is a frame that nobody has filled.
        """
        if not ordinal or ordinal == "0":
            return None, None
        data, name = self.head.item(ordinal)
        picture = self._pictures.get(data) if data else None
        if picture is None:
            self.warnings.append(warning("image_missing", locator, name=name))
            return None, None
        return name, media_type(picture.head())
