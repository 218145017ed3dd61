"""What kind of file some bytes are, decided by content alone."""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import Final


class Format(StrEnum):
    """Kinds of files that arrive as press-release attachments."""

    HWP5 = "hwp5"
    HWPX = "hwpx"
    HWP3 = "hwp3"
    HWP2 = "hwp2"
    HWPML = "hwpml"
    PDF = "pdf"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    OLE = "ole"
    """A compound file of another program."""
    ENCRYPTED_OOXML = "encrypted_ooxml"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODF = "odf"
    HTML = "html"
    MHT = "mht"
    RTF = "rtf"
    XML = "xml"
    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    BMP = "bmp"
    TIFF = "tiff"
    ZIP = "zip"
    GZIP = "gzip"
    SEVEN_ZIP = "7z"
    RAR = "rar"
    ALZ = "alz"
    EGG = "egg"
    FASOO = "fasoo"
    SOFTCAMP = "softcamp"
    MARKANY = "markany"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    """Fewer than 100 bytes, or the beginning of a known container and nothing behind it."""
    TEXT = "text"
    UNKNOWN = "unknown"


_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_MAGIC: Final = (
    (b"HWP Document File V3", Format.HWP3),
    (b"HWP Document File V", Format.HWP2),
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG", Format.PNG),
    (b"\xff\xd8\xff", Format.JPEG),
    (b"GIF8", Format.GIF),
    (b"II*\0", Format.TIFF),
    (b"MM\0*", Format.TIFF),
    (b"\x1f\x8b", Format.GZIP),
    (b"7z\xbc\xaf\x27\x1c", Format.SEVEN_ZIP),
    (b"Rar!", Format.RAR),
    (b"ALZ\x01", Format.ALZ),
    (b"EGGA", Format.EGG),
    (b"\x9b DRMONE", Format.FASOO),
    (b"SCDSA0", Format.SOFTCAMP),
)
_NEVER_SHORT: Final = {Format.HWP3, Format.HWP2, Format.PDF, Format.UNKNOWN}
_SMALLEST: Final = 100
_BLANK: Final = b"\0 \t\r\n\f\v"
_HEAD: Final = 65536
"""How much of a text is looked at, in bytes."""
_MOST_ENTRIES: Final = 5000
"""How many parts of a container are looked at."""


def sniff(data: bytes) -> Format:
    """Name the format of `data` by its content; total: never raises, whatever the bytes."""
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith(_ZIP):
        return _package(data)
    if not data[:1].strip(_BLANK) and not data.strip(_BLANK):
        return Format.EMPTY
    kind = Format.PDF if _is_pdf(data) else _magic(data) or _text(data[:_HEAD]) or Format.UNKNOWN
    # What is left of a broken download is shorter than any document of these kinds.
    return Format.TRUNCATED if kind in _NEVER_SHORT and len(data) < _SMALLEST else kind


def _is_pdf(data: bytes) -> bool:
    """A header within the first 1,024 bytes, or a whole PDF behind a longer page that a server put before it."""
    return b"%PDF-" in data[:1029] or (b"%%EOF" in data[-1024:] and b"%PDF-" in data)


def _magic(data: bytes) -> Format | None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if re.match(rb"BM.{4}\0{4}", data, re.DOTALL):  # the size, then reserved zeros: a text may begin with BM
        return Format.BMP
    if re.match(rb".{0,64}DOCUMENT SAFER", data, re.DOTALL | re.IGNORECASE):
        return Format.MARKANY
    return Format.FASOO if b"FasooSecureContainer" in data[:1024] else None


# Compound files: [MS-CFB] 2.2 header, 2.3 FAT, 2.5 DIFAT, 2.6 directory.

_STREAMS: Final = (
    ({"fileheader", "docinfo"}, Format.HWP5),
    ({"fileheader", "bodytext"}, Format.HWP5),
    ({"fileheader", "viewtext"}, Format.HWP5),
    ({"docinfo", "bodytext"}, Format.HWP5),
    ({"bodytext", "prvtext"}, Format.HWP5),
    ({"encryptedpackage"}, Format.ENCRYPTED_OOXML),
    ({"encryptioninfo"}, Format.ENCRYPTED_OOXML),
    ({"worddocument"}, Format.DOC),
    ({"workbook"}, Format.XLS),
    ({"book"}, Format.XLS),
    ({"powerpoint document"}, Format.PPT),
)
"""Streams and storages of the root, in lower case, that together tell a program's files."""


def _compound(data: bytes) -> Format:
    directory = _directory(data)
    names = _root_names(directory)
    for needed, kind in _STREAMS:
        if needed <= names:
            return kind
    # Where links between the entries are damaged, their names are still there; a mail with an HWP file has others.
    is_hwp = not names or "fileheader" in names or "BodyText".encode("utf-16-le") in (directory or data)
    if is_hwp and b"HWP Document File" in data:
        return Format.HWP5
    if not names:
        return Format.TRUNCATED
    is_drm = all("drm" in name for name in names) or _mentions(data, "FasooSecureContainer")
    return Format.FASOO if is_drm else Format.OLE


def _directory(data: bytes) -> bytes:
    """The directory entries of a compound file, as far as their chain of sectors can be followed."""
    if len(data) < 512:
        return b""
    (shift,) = struct.unpack_from("<H", data, 30)
    (sector,) = struct.unpack_from("<I", data, 48)
    size = 4096 if shift == 12 else 512
    fat = _fat_sectors(data, size)
    chain: dict[int, bytes] = {}
    while sector not in chain and len(chain) < _MOST_ENTRIES and (content := _sector(data, sector, size)):
        chain[sector] = content
        index, slot = divmod(sector, size // 4)
        links = _sector(data, fat[index], size) if index < len(fat) else b""
        sector = int.from_bytes(links[4 * slot : 4 * slot + 4], "little") if links else sector
    return b"".join(chain.values())


def _fat_sectors(data: bytes, size: int) -> list[int]:
    """Numbers of the sectors that hold the allocation table."""
    *found, block = (*struct.unpack_from("<109I", data, 76), *struct.unpack_from("<I", data, 68))
    while len(found) * size < len(data) and (content := _sector(data, block, size)):
        *more, block = struct.unpack(f"<{size // 4}I", content)
        found += more
    return found


def _sector(data: bytes, number: int, size: int) -> bytes:
    """One sector, the last of a cut file filled up with zeros; empty when there is no such sector."""
    content = data[(number + 1) * size : (number + 2) * size]
    return content and content.ljust(size, b"\0")


def _root_names(directory: bytes) -> set[str]:
    """Names of the streams and storages in the root, in lower case, found along the tree of siblings."""
    if directory[66:67] != b"\x05":  # the first entry is not a root
        return set()
    names: set[str] = set()
    seen: set[int] = set()
    (child,) = struct.unpack_from("<I", directory, 76)
    waiting = [child]
    while waiting:
        number = waiting.pop()
        entry = directory[128 * number : 128 * number + 128]
        if number not in seen and len(entry) == 128:
            seen.add(number)
            length, _, left, right = struct.unpack_from("<HHII", entry, 64)
            names.add(codecs.utf_16_le_decode(entry[: min(length, 64)], "replace", True)[0].rstrip("\0").lower())
            waiting += left, right
    return names


def _mentions(data: bytes, word: str) -> bool:
    return word.encode() in data or word.encode("utf-16-le") in data


# ZIP packages: APPNOTE 4.3.7 local header, 4.3.12 central directory, 4.3.16 its end.

_MEDIA_TYPES: Final = (
    (b"application/hwp+zip", Format.HWPX),
    (b"application/vnd.hancom.hwpx", Format.HWPX),
    (b"application/vnd.oasis.opendocument", Format.ODF),
)
_MEMBERS: Final = (
    ({"contents/content.hpf"}, Format.HWPX),
    ({"contents/section0.xml"}, Format.HWPX),
    ({"[content_types].xml", "word/"}, Format.DOCX),
    ({"[content_types].xml", "xl/"}, Format.XLSX),
    ({"[content_types].xml", "ppt/"}, Format.PPTX),
    ({"content.xml", "meta-inf/manifest.xml"}, Format.ODF),
)
"""Members and top folders, in lower case, that together tell a kind of package."""


def _package(data: bytes) -> Format:
    first = _stored_mimetype(data)
    for media_type, kind in _MEDIA_TYPES:
        if first.startswith(media_type):
            return kind
    end = data.rfind(b"PK\x05\x06", -65_557)
    names = set(_central_names(data, end)) or set(_local_names(data))
    names |= {name.partition("/")[0] + "/" for name in names if "/" in name}
    for needed, kind in _MEMBERS:
        if needed <= names:
            return kind
    return Format.ZIP if end >= 0 else Format.TRUNCATED


def _stored_mimetype(data: bytes) -> bytes:
    """Beginning of the first member when it is an uncompressed `mimetype`."""
    header = re.match(rb"PK\x03\x04.{4}\0\0.{16}\x08\0(..)mimetype", data, re.DOTALL)
    start = header.end() + int.from_bytes(header[1], "little") if header else len(data)
    return data[start : start + 64]


def _central_names(data: bytes, end: int) -> Iterator[str]:
    """Names by the central directory, which ends where its end record begins."""
    place = end - int.from_bytes(data[end + 12 : end + 16], "little")
    for _ in range(_MOST_ENTRIES):
        if not 0 <= place <= end - 46 or data[place : place + 4] != b"PK\x01\x02":
            return
        name, extra, comment = struct.unpack_from("<HHH", data, place + 28)
        yield _member_name(data[place + 46 : place + 46 + name])
        place += 46 + name + extra + comment


def _local_names(data: bytes) -> Iterator[str]:
    """Names by the headers in front of the members, for an archive that lost its central directory."""
    headers = re.finditer(rb"PK\x03\x04.{22}(..)..", data, re.DOTALL)
    for header in islice(headers, _MOST_ENTRIES):
        yield _member_name(data[header.end() : header.end() + int.from_bytes(header[1], "little")])


def _member_name(raw: bytes) -> str:
    # Some writers separate folders by backslashes.
    return raw.decode("latin-1").replace("\\", "/").lower()


# Text and markup

_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UNMARKED_UTF_16: Final = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_KOREAN_LABEL: Final = rb"(?i)(?:charset|encoding)\s*=\s*[\"']?(?:euc-kr|ks_c_5601|cp949|ms949|x-windows-949)"
_KOREAN_ENCODINGS: Final = {"euc-kr", "cp949", "uhc"}
_CONTROLS: Final = rb"[\0-\x08\x0e-\x19\x1c-\x1f\x7f]"
_HTML_ROOTS: Final = frozenset(
    "html head body meta title link style script base div span p br hr table form iframe frameset center font"
    " b i a h1 h2 h3 h4 img ul ol noscript".split()
)
# An atomic group: thousands of comments in a row must not be divided in every possible way.
_PROLOG: Final = r"(?is)((?>(?:\s+|<!--.*?-->|<\?.*?\?>|<!doctype[^>]*>)*))(?:<([a-z][\w:.-]*))?"


def decoded(data: bytes) -> str:
    """The beginning of a text in whatever encoding, characters replaced that are of none."""
    head = data[:_HEAD]
    text = _strict(head, _encoding(head))
    return head.decode("utf-8", "replace") if text is None else text


def _text(head: bytes) -> Format | None:
    encoding = _marked_encoding(head)
    kind = _markup(head.decode(encoding or "latin-1", "replace"))
    if kind:
        return kind
    if re.match(rb"\s*[\w-]+:", head) and re.search(rb"(?im)^(?:MIME-Version:|Content-Type:\s*multipart/)", head):
        return Format.MHT
    if b"MarkAny" in head[:256]:
        return Format.MARKANY
    if not encoding and re.search(_CONTROLS, head):
        return Format.MARKANY if b"MarkAny" in head[:1024] else None
    return None if _strict(head, _encoding(head)) is None else Format.TEXT


def _markup(text: str) -> Format | None:
    """HWPML, HTML or other XML, by what stands before the root element, and by its name."""
    found = re.match(_PROLOG, text)
    prolog, root = (found[1].lower(), (found[2] or "").lower()) if found else ("", "")
    if root == "hwpml":
        return Format.HWPML
    if root in _HTML_ROOTS or "<!doctype html" in prolog:
        return Format.HTML
    is_xml = root and ("<?xml" in prolog or f"</{root}>" in text.lower())
    return Format.XML if is_xml else None


def _marked_encoding(head: bytes) -> str | None:
    return next((encoding for mark, encoding in _BOMS + _UNMARKED_UTF_16 if head.startswith(mark)), None)


def _encoding(head: bytes) -> str:
    """The encoding by its mark, UTF-8 if the bytes are that, Korean if a label says so, else what chardet thinks."""
    marked = _marked_encoding(head)
    if marked or _strict(head, "utf-8") is not None:
        return marked or "utf-8"
    if re.search(_KOREAN_LABEL, head):
        return "cp949"
    import chardet

    guess = chardet.detect(head[:4096])["encoding"] or "cp949"
    # What calls itself EUC-KR holds characters of its superset as a rule.
    return "cp949" if guess.lower() in _KOREAN_ENCODINGS else guess


def _strict(head: bytes, encoding: str) -> str | None:
    """The text, or None when the bytes are not of that encoding; the last character may be cut."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(head)
    except (UnicodeError, LookupError):
        return None
