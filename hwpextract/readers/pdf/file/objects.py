"""The objects of a PDF file, read when asked for; deciphering is pdfminer.six's, everything else is bounded here.

Objects are read at the places of the cross-reference data. When that data is missing or wrong, the file is searched once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hwpextract.errors import CorruptDocumentError, EncryptedDocumentError, HwpExtractError
from hwpextract.limits import Budget
from hwpextract.readers.pdf.file import filters
from hwpextract.readers.pdf.file.lexer import HEAD, TOKEN, WORD, Keyword, LexError, Ref, parse
from hwpextract.readers.pdf.file.xref import Place, Places, XrefError, read_places, root_of, search_places

MAX_STREAM = 48 << 20
"""Most bytes a stream that holds text may inflate to; larger ones are no text."""
MAX_PACKED = 200_000
"""Objects in one object stream."""
_MAX_CHAIN = 32
_HEAD = 512
"""Bytes of an object in which its type is looked for."""
_HEADER_WITHIN = 1 << 20
_STREAM_ENDS = (b"endstream", b"endobj")
"""What stands behind a stream; some writers, and tools that cut files, leave the first out."""

Decipher = Callable[..., bytes]


def trimmed(data: bytes) -> bytes:
    """A file without what stands before its header, as left by web servers and mail."""
    start = data.find(b"%PDF-", 0, _HEADER_WITHIN)
    return data[start:] if start > 0 else data


class Stream:
    """A stream object: its dictionary and its bytes as they stand in the file, deciphered."""

    __slots__ = ("attributes", "number", "raw")

    def __init__(self, attributes: dict[str, Any], raw: bytes, number: int = 0) -> None:
        self.attributes = attributes
        self.raw = raw
        self.number = number


class Objects:
    """Objects of one file by number, with the catalogue and the trailer.

    Raises:
        CorruptDocumentError: no page tree can be found, not even by searching the file.
        EncryptedDocumentError: the password is missing or wrong, or the encryption is of an unknown kind.
    """

    def __init__(self, data: bytes, budget: Budget, password: str | None = None) -> None:
        self.data = data
        self.budget = budget
        self.repaired = False
        self.permissions: int | None = None
        self._decipher: Decipher | None = None
        self._cache: dict[int, Any] = {}
        self._packed: dict[int, tuple[bytes, list[int]]] = {}
        self._places: Places = {}
        self.trailer: dict[str, Any] = {}
        try:
            self._places, self.trailer = read_places(data, self._stream_at)
        except (XrefError, LexError, filters.FilterError):
            self._search()
        self._unlock(password)
        if not self._has_pages() and not self.repaired:
            self._search()
            self._unlock(password)
        if not self._has_pages() and not self._find_catalogue():
            raise CorruptDocumentError("no page tree is left in this PDF", hint="Ask the sender for the file again.")

    # --- values -----------------------------------------------------------------------------------------------------------

    def get(self, value: Any) -> Any:
        """What a value stands for: references are followed, a missing object is None."""
        for _ in range(_MAX_CHAIN):
            if not isinstance(value, Ref):
                return value
            number = int(value)
            if number not in self._cache:
                self._cache[number] = self._load(number)
            value = self._cache[number]
        return None

    def dictionary(self, value: Any) -> dict[str, Any]:
        """A dictionary, or that of a stream; empty when the value is neither."""
        value = self.get(value)
        if isinstance(value, Stream):
            return value.attributes
        return value if isinstance(value, dict) else {}

    def array(self, value: Any) -> list[Any]:
        """An array; a single value counts as an array of one, nothing as an empty one."""
        value = self.get(value)
        if isinstance(value, list):
            return value
        return [] if value is None else [value]

    def number(self, value: Any, default: float = 0) -> float:
        """A number, or the default."""
        value = self.get(value)
        return value if isinstance(value, (int, float)) else default

    def text(self, value: Any) -> str | None:
        """A text string (7.9.2.2): UTF-16 with a mark, UTF-8 with a mark, else what Korean programs write."""
        value = self.get(value)
        if not isinstance(value, bytes):
            return None
        return decode_text(value)

    def stream_data(self, value: Any, most: int = MAX_STREAM, *, leave: int = 0) -> bytes:
        """Decoded data of a stream, empty when the value is none; `leave` of its last filters are not undone.

        Raises:
            FilterError: the data cannot be decoded.
            LimitExceededError: it is larger than `most` or the budget.
        """
        value = self.get(value)
        if not isinstance(value, Stream):
            return b""
        attributes = value.attributes
        names = self.array(attributes.get("Filter", attributes.get("F")))
        parameters = self.array(attributes.get("DecodeParms", attributes.get("DP")))
        chain = [
            (str(self.get(name)), self.dictionary(parameters[i]) if i < len(parameters) else {})
            for i, name in enumerate(names[: len(names) - leave])
        ]
        limit = min(most, self.budget.limits.max_stream)
        return filters.decode(value.raw, chain, self.budget, limit) if chain else value.raw[:limit]

    def numbers(self) -> Iterator[int]:
        """Numbers of all objects, in order."""
        return iter(sorted(self._places))

    @property
    def catalogue(self) -> dict[str, Any]:
        """The document's root dictionary."""
        return self.dictionary(self.trailer.get("Root"))

    # --- loading ----------------------------------------------------------------------------------------------------------

    def _load(self, number: int) -> Any:
        self.budget.spend("max_records")
        self.budget.tick()
        place = self._places.get(number)
        if place is None:
            return None
        self._cache[number] = None  # an object whose length is itself must not go round
        try:
            return self._read(number, place)
        except (LexError, filters.FilterError):
            if self.repaired:
                return None
        self._search()
        place = self._places.get(number)
        try:
            return self._read(number, place) if place else None
        except (LexError, filters.FilterError):
            return None

    def _read(self, number: int, place: Place) -> Any:
        stream, index = place
        if stream:
            return self._packed_object(stream, index)
        found, generation, value = self._object_at(index)
        if found != number:
            raise LexError(f"object {found} stands where {number} should")
        return self._deciphered(value, number, generation) if self._decipher else value

    def _object_at(self, pos: int) -> tuple[int, int, Any]:
        head = HEAD.match(self.data, min(pos, len(self.data)))
        if head is None:
            raise LexError(f"no object at byte {pos}")
        number, generation = int(head[1]), int(head[2])
        value, pos = parse(self.data, head.end())
        if isinstance(value, Keyword):
            value = None
        if isinstance(value, dict):
            match = TOKEN.match(self.data, pos)
            if match and match[WORD] == b"stream":
                value = Stream(value, self._raw(value, match.end()), number)
                # Streams of a damaged file may all reach to its end.
                self.budget.spend("max_inflated", len(value.raw))
        return number, generation, value

    def _raw(self, attributes: dict[str, Any], pos: int) -> bytes:
        """Bytes of a stream: by its length when `endstream` or `endobj` stands there, else up to the next of them."""
        data = self.data
        pos += 2 if data.startswith(b"\r\n", pos) else 1 if data[pos : pos + 1] in (b"\n", b"\r") else 0
        length = self.get(attributes.get("Length"))
        inside = isinstance(length, int) and 0 <= length <= len(data) - pos
        if inside and data[pos + length : pos + length + 20].lstrip().startswith(_STREAM_ENDS):
            return data[pos : pos + length]
        end = len(data)
        for word in _STREAM_ENDS:
            found = data.find(word, pos, end)
            end = found if found >= 0 else end
        return data[pos:end]

    def _packed_object(self, number: int, index: int) -> Any:
        """An object of an object stream (7.5.7); each is parsed when it is asked for."""
        if number not in self._packed:
            self._packed[number] = (b"", [])  # a stream that holds itself is empty
            self._packed[number] = self._unpacked(self.get(Ref(number)))
        body, offsets = self._packed[number]
        return parse(body, offsets[index])[0] if index < len(offsets) else None

    def _unpacked(self, stream: Any) -> tuple[bytes, list[int]]:
        if not isinstance(stream, Stream):
            return b"", []
        count, first = (int(self.number(stream.attributes.get(key))) for key in ("N", "First"))
        if not 0 < count <= MAX_PACKED:
            return b"", []
        body = self.stream_data(stream)
        header = [int(token) for token in body[:first].split()[: 2 * count] if token.isdigit()]
        return body, [first + offset for offset in header[1::2]]

    def _stream_at(self, offset: int) -> tuple[dict[str, Any], bytes]:
        _, _, value = self._object_at(offset)
        if not isinstance(value, Stream):
            raise XrefError("no cross-reference stream")
        return value.attributes, self.stream_data(value)

    # --- repair -----------------------------------------------------------------------------------------------------------

    def _search(self) -> None:
        self.repaired = True
        self._cache.clear()
        self._packed.clear()
        places, trailer = search_places(self.data, self.budget)
        self._places = dict(places)
        for number in places:
            self._add_packed(number, trailer)
        if root_of(trailer) or not root_of(self.trailer):
            self.trailer = {**self.trailer, **trailer}

    def _add_packed(self, number: int, trailer: dict[str, Any]) -> None:
        """Enter what an object stream holds, and take a cross-reference stream for a trailer."""
        stream, at = self._places[number]
        head = self.data[at : at + _HEAD] if not stream else b""
        if b"/ObjStm" not in head and b"/XRef" not in head:
            return
        value = self.get(Ref(number))
        if not isinstance(value, Stream):
            return
        if value.attributes.get("Type") == "XRef":
            trailer.update(
                {key: value.attributes[key] for key in ("Root", "Info", "Encrypt", "ID") if key in value.attributes}
            )
            return
        try:
            body = self.stream_data(value)
        except (filters.FilterError, HwpExtractError):
            return
        first = int(self.number(value.attributes.get("First")))
        for index, inner in enumerate(body[:first].split()[: 2 * MAX_PACKED : 2]):
            if inner.isdigit():
                self._places.setdefault(int(inner), (number, index))

    def _has_pages(self) -> bool:
        return bool(self.dictionary(self.catalogue.get("Pages")))

    def _find_catalogue(self) -> bool:
        """Without a usable trailer: take the last catalogue found, or make one whose pages are all page objects."""
        pages = []
        for number in self.numbers():
            kind = self.dictionary(Ref(number)).get("Type")
            if kind == "Catalog" and self.dictionary(self.dictionary(Ref(number)).get("Pages")):
                self.trailer["Root"] = Ref(number)
                return True
            if kind == "Page":
                pages.append(Ref(number))
        if pages:
            self.trailer["Root"] = {"Pages": {"Kids": pages}}
        return bool(pages)

    # --- encryption -------------------------------------------------------------------------------------------------------

    def _unlock(self, password: str | None) -> None:
        if "Encrypt" not in self.trailer or self._decipher is not None:
            return
        from hwpextract.readers.pdf.file.encryption import unlock

        parameters = self.dictionary(self.trailer["Encrypt"])
        if not parameters:
            raise EncryptedDocumentError("the encryption dictionary is missing", code="encrypted_unknown")
        self._decipher, self.permissions = unlock(parameters, self.array(self.trailer.get("ID")), password, self.get)
        keep = self.trailer["Encrypt"]
        self._cache.clear()
        self._packed.clear()
        if isinstance(keep, Ref):
            self._cache[int(keep)] = parameters

    def _deciphered(self, value: Any, number: int, generation: int) -> Any:
        """A copy of an object with its strings and its stream deciphered; nesting is bounded by the lexer."""
        decipher = self._decipher
        if decipher is None:
            return value
        match value:
            case bytes():
                return decipher(number, generation, value)
            case list():
                return [self._deciphered(item, number, generation) for item in value]
            case dict():
                return {key: self._deciphered(item, number, generation) for key, item in value.items()}
            case Stream() if value.attributes.get("Type") != "XRef":
                value.raw = decipher(number, generation, value.raw)
        return value


def decode_text(value: bytes) -> str:
    """A text string as Unicode; without a mark Korean programs write code page 949 where the standard wants PDFDocEncoding."""
    for mark, codec in ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8")):
        if value.startswith(mark):
            return value[len(mark) :].decode(codec, "replace").rstrip("\0")
    for codec in ("ascii", "utf-8", "cp949"):
        try:
            return value.decode(codec).rstrip("\0")
        except UnicodeDecodeError:
            continue
    return value.decode("latin-1")
