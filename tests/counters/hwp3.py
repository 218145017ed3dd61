"""HWP 3: its lists read one after the other as they stand in the stream, with no idea of what hangs on what (spec 3.0, 4, 10 and 11).

Numbers, dates and the like that controls print are not counted; the files at hand have none.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter

from counters.words import MARK
from hwpextract.characters import normalise
from hwpextract.readers.hwp3.hchar import decode

SIZES = {0: 1, 7: 42, 8: 48, 13: 1, 22: 12, 23: 5, 24: 3, 25: 3, 26: 123, 28: 32, 30: 2, 31: 2}
SPACES = {9: "\t", 24: "-", 30: " ", 31: " "}
COUNTED = (1, 2, 3, 4, 5, 6, 12, 27, 29)
DATE, NUMBER, MERGE, COMPOSED, REFERENCE = 8, 18, 22, 23, 29
BOX, PICTURE, RULE, COMMENT, HEADER, NOTE = 10, 11, 14, 15, 16, 17
BESIDE = {COMMENT: 8, HEADER: 10, NOTE: 14}
TABLE, EQUATION = 0, 2
OLE, DRAWING = 1, 3
TEXT_BOX, BOXED = 6, 1 << 19
ANNOUNCED = ((17, 32), (16, 28), (18, 278), (20, 3))


def count(data: bytes) -> Counter[str]:
    """Characters, records, cells and images of a file that no password locks."""
    return Reading(data).found


def texts(data: bytes) -> list[str]:
    """Text of each paragraph; MARK stands for what a control prints."""
    return Reading(data).texts


class Reading:
    """Counts and texts of one file."""

    def __init__(self, data: bytes) -> None:
        self.found: Counter[str] = Counter()
        self.texts: list[str] = []
        blocks, compressed = data[156] + 256 * data[157], data[154]
        self.data = data[1166 + blocks :]
        if compressed:
            self.data = zlib.decompressobj(-15).decompress(self.data)
        self.pos = 0
        for _ in range(7):
            self.take(40 * self.number())
        self.take(238 * self.number())
        self.lists(1)

    def number(self) -> int:
        return int.from_bytes(self.take(2), "little")

    def take(self, size: int) -> bytes:
        taken = self.data[self.pos : self.pos + size]
        if len(taken) < size:
            raise ValueError("the stream has ended")
        self.pos += size
        return taken

    def lists(self, count: int) -> None:
        """So many lists, each up to a paragraph without characters."""
        for _ in range(count):
            while self.paragraph():
                pass

    def paragraph(self) -> bool:
        head = self.take(43)
        characters, lines, shapes = struct.unpack_from("<HHB", head, 1)
        if not characters:
            return False
        self.take((0 if head[0] else 187) + 14 * lines)
        for _ in range(characters if shapes else 0):
            self.take(0 if self.take(1) == b"\1" else 31)
        self.found["records"] += 1
        text, end = "", characters
        while end > 0:
            (code,) = struct.unpack_from("<H", self.data, self.pos)
            size = SIZES.get(code, 4) if code < 32 else 1
            content = self.take(2 * size)
            end -= size
            text += decode(content) if code > 31 else SPACES.get(code, "") or self.control(code, content)
        self.texts.append(text)
        self.found["characters"] += shown(text)
        return True

    def control(self, code: int, content: bytes) -> str:
        """What follows a control, of which its place is what matters here."""
        if code == BOX:
            return self.box(self.take(84))
        if code == PICTURE:
            head = self.take(348)
            kind = head[74]
            drawn = self.take(struct.unpack_from("<I", head)[0])
            if kind == DRAWING:
                self.drawing(drawn)
            elif kind != OLE:
                self.found["images"] += 1
            self.lists(1)
        elif code == RULE:
            self.take(84)
        elif code in BESIDE:
            self.take(BESIDE[code])
            self.lists(1)
        elif code in COUNTED:
            behind = self.take(struct.unpack_from("<I", content, 2)[0])
            return MARK if code == REFERENCE and behind[:1] == b"\1" else ""
        return MARK if code in (DATE, NUMBER, MERGE, COMPOSED) else ""

    def box(self, head: bytes) -> str:
        kind, cells = struct.unpack_from("<HH", head, 78)
        self.take(27 * cells)
        self.found["cells"] += cells * (kind == TABLE)
        self.lists(cells + 1)
        return MARK if kind == EQUATION else ""

    def drawing(self, drawn: bytes) -> None:
        """Lists of the text boxes in a drawing; they stand behind the header of each object, or at its end."""
        rest = drawn[4 + struct.unpack_from("<I", drawn)[0] :] if drawn else b""
        while rest:
            (size,), (kind,) = struct.unpack_from("<I", rest), struct.unpack_from("<H", rest, 4)
            inside, rest = rest[4 : 4 + size], rest[4 + size :]
            details = []
            for _ in range(2):
                (size,) = struct.unpack_from("<I", rest)
                details.append(rest[4 : 4 + size])
                rest = rest[4 + size :]
            (options,) = struct.unpack_from("<I", inside, 84)
            if kind == TEXT_BOX:
                self.elsewhere(details[1])
            elif options & BOXED:
                self.elsewhere(boxed(inside, options))

    def elsewhere(self, part: bytes) -> None:
        """A list in a part of its own."""
        if part:
            behind, self.data, self.pos = (self.data, self.pos), part, 0
            self.lists(1)
            self.data, self.pos = behind


def boxed(inside: bytes, options: int) -> bytes:
    """The list at the end of the header of a shape that was made a text box."""
    at = 88 + sum(size for bit, size in ANNOUNCED if options & 1 << bit)
    for _ in range(2):
        (size,) = struct.unpack_from("<I", inside, at)
        part, at = inside[at + 4 : at + 4 + size], at + 4 + size
    return part


def shown(text: str) -> int:
    return len("".join(normalise(text.replace(MARK, "")).split()))
