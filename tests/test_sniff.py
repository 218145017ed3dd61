import io
import json
import random
import struct
import zipfile
from pathlib import Path

import pytest
from builders.compound import END, FREE, MAGIC, compound, directory, entry, header
from hypothesis import example, given
from hypothesis import strategies as st

from hwpextract.refusals import refusal
from hwpextract.sniff import Format, sniff

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real files is not here")

HWP5_NAMES = ("FileHeader", "DocInfo", "BodyText", "PrvText")
FILE_HEADER = b"HWP Document File".ljust(256, b"\0")
FILLER = bytes(range(256)) * 2


def package(*names: str, mimetype: str | None = None, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        if mimetype is not None:
            archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name in names:
            archive.writestr(name, "<xml/>")
    return file.getvalue()


OFFICE = "[Content_Types].xml"
HTML = "<html><head><title>{}</title></head><body>...</body></html>"
HWPML = '<?xml version="1.0" encoding="{}" standalone="no" ?>\n<HWPML Style="embed" Version="2.91">'

CASES = {
    "HWP 5": (Format.HWP5, compound(directory(*HWP5_NAMES, inside=("Section0",)))),
    "HWP 5, names in other case": (Format.HWP5, compound(directory("FILEHEADER", "docinfo"))),
    "HWP 5 of a header alone": (Format.HWP5, compound(directory("FileHeader"), content=FILE_HEADER)),
    "HWP 5 without FileHeader": (Format.HWP5, compound(directory("DocInfo", "BodyText"))),
    "HWP 5 of text and preview": (Format.HWP5, compound(directory("BodyText", "PrvText"))),
    "HWP 5 for distribution": (Format.HWP5, compound(directory("FileHeader", "ViewText"))),
    "HWP 5 with DRM streams": (Format.HWP5, compound(directory(*HWP5_NAMES, "DRMLicense"))),
    "directory behind other sectors": (Format.HWP5, compound(directory(*HWP5_NAMES), directory_at=100)),
    "directory of many sectors": (
        Format.HWP5,
        compound(directory(*(f"BIN{n:04X}.png" for n in range(100)), *HWP5_NAMES)),
    ),
    "Word 97": (Format.DOC, compound(directory("1Table", "WordDocument"))),
    "Excel 97": (Format.XLS, compound(directory("\x05SummaryInformation", "Workbook"))),
    "Excel 95": (Format.XLS, compound(directory("Book"))),
    "PowerPoint 97": (Format.PPT, compound(directory("Current User", "PowerPoint Document"))),
    "Word with an HWP inside": (
        Format.DOC,
        compound(directory("WordDocument", "ObjectPool", inside=("FileHeader", "DocInfo", "BodyText"))),
    ),
    "other program with a Word inside": (
        Format.OLE,
        compound(directory("__properties_version1.0", "__attach", inside=("WordDocument",))),
    ),
    "mail with an HWP inside": (
        Format.OLE,
        compound(directory("__attach"), content=compound(directory(*HWP5_NAMES), content=FILE_HEADER)),
    ),
    "OOXML with a password": (
        Format.ENCRYPTED_OOXML,
        compound(directory("EncryptionInfo", "EncryptedPackage", "\x06DataSpaces")),
    ),
    "DRM streams alone": (Format.FASOO, compound(directory("DRMContent", "DRMLicense"))),
    "Fasoo container": (Format.FASOO, compound(directory("Data"), content=b"FasooSecureContainer")),
    "Fasoo container, wide": (
        Format.FASOO,
        compound(directory("Data"), content="FasooSecureContainer".encode("utf-16-le")),
    ),
    "compound file cut in its header": (Format.TRUNCATED, MAGIC + bytes(50)),
    "compound file cut before its directory": (
        Format.TRUNCATED,
        compound(directory("Book"), directory_at=100)[:9000],
    ),
    "compound file of zeros": (Format.TRUNCATED, MAGIC.ljust(4096, b"\0")),
    "HWP 5 cut before its directory": (
        Format.HWP5,
        header(200) + FILE_HEADER + "BodyText".encode("utf-16-le"),
    ),
    "HWP 5 with broken links": (
        Format.HWP5,
        compound(
            entry("Root Entry", 5, child=9) + directory(*HWP5_NAMES)[128:],
            content=FILE_HEADER,
        ),
    ),
    "HWPX": (Format.HWPX, package("version.xml", "Contents/header.xml", mimetype="application/hwp+zip")),
    "HWPX without mimetype": (Format.HWPX, package("Contents/content.hpf", "Contents/section0.xml")),
    "HWPX with backslashes": (Format.HWPX, package("version.xml", "Contents\\section0.xml")),
    "HWPX with mimetype deflated": (Format.HWPX, package("mimetype", "Contents/content.hpf")),
    "HWPX cut": (Format.HWPX, package("a", "Contents/content.hpf", mimetype="application/zip")[:-30]),
    "ODF": (Format.ODF, package("content.xml", mimetype="application/vnd.oasis.opendocument.text")),
    "ODF without mimetype": (Format.ODF, package("META-INF/manifest.xml", "content.xml")),
    "DOCX": (Format.DOCX, package(OFFICE, "word/document.xml")),
    "XLSX": (Format.XLSX, package(OFFICE, "xl/workbook.xml")),
    "PPTX": (Format.PPTX, package(OFFICE, "ppt/presentation.xml")),
    "archive of attachments": (Format.ZIP, package("보도자료.hwp", "붙임.pdf")),
    "archive with a folder called word": (Format.ZIP, package("word/a.hwp")),
    "archive with a comment": (Format.ZIP, package("a.hwp")[:-2] + b"\x05\0hello"),
    "empty archive": (Format.ZIP, package()),
    "archive cut": (Format.TRUNCATED, package("보도자료.hwp")[:40]),
    "HWP 3": (Format.HWP3, b"HWP Document File V3.00 \x1a\1\2\3\4\5" + FILLER),
    "HWP 2": (Format.HWP2, b"HWP Document File V2.10 \x1a\1\2\3\4\5" + FILLER),
    "HWP 3 cut": (Format.TRUNCATED, b"HWP Document File V3.00 \x1a\1\2\3\4\5"),
    "HWPML": (Format.HWPML, HWPML.format("UTF-8").encode()),
    "HWPML with BOM": (Format.HWPML, HWPML.format("UTF-8").encode("utf-8-sig")),
    "HWPML in UTF-16": (Format.HWPML, HWPML.format("UTF-16").encode("utf-16")),
    "HWPML in UTF-16 without BOM": (Format.HWPML, HWPML.format("UTF-16").encode("utf-16-be")),
    "HWPML without declaration": (Format.HWPML, b"\r\n<!-- saved --><HWPML>"),
    "HWPML with document type": (Format.HWPML, b"<?xml version='1.0'?><!DOCTYPE HWPML SYSTEM 'a.dtd'><HWPML>"),
    "PDF": (Format.PDF, b"%PDF-1.4\n" + FILLER),
    "PDF behind a BOM": (Format.PDF, b"\xef\xbb\xbf\r\n%PDF-1.7\n" + FILLER),
    "PDF behind the most junk allowed": (Format.PDF, b"x" * 1024 + b"%PDF-1.7\n" + FILLER),
    "PDF behind a web page": (Format.PDF, b"<html>" + b" " * 3000 + b"%PDF-1.4\n...\n%%EOF\n"),
    "web page that names PDF": (Format.HTML, b"<html>" + b" " * 3000 + b"%PDF-1.4 is a version</html>"),
    "PDF cut": (Format.TRUNCATED, b"%PDF-1.4\n%\xe2\xe3"),
    "web page": (Format.HTML, HTML.format("오류").encode()),
    "web page in cp949": (Format.HTML, HTML.format("로그인").encode("cp949")),
    "web page in UTF-16": (Format.HTML, HTML.format("오류").encode("utf-16")),
    "web page after blank lines": (Format.HTML, b"\r\n" * 50 + b"<!DOCTYPE html>\n<!-- x -->\n<unknown>"),
    "XHTML": (Format.HTML, b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "a">\n<html xmlns="x">'),
    "script": (Format.HTML, b"<script>alert('login');history.back();</script>"),
    "PHP warning": (Format.HTML, b"<br />\n<b>Warning</b>: fopen"),
    "MHT": (Format.MHT, b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n<html>"),
    "MHT of a browser": (Format.MHT, b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"),
    "RTF": (Format.RTF, b"{\\rtf1\\ansi}"),
    "XML": (Format.XML, b'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"/>'),
    "XML without declaration": (Format.XML, b"<response><code>22</code></response>"),
    "PNG": (Format.PNG, b"\x89PNG\r\n\x1a\n"),
    "JPEG": (Format.JPEG, b"\xff\xd8\xff\xe0\0\x10JFIF"),
    "GIF": (Format.GIF, b"GIF89a\1\0\1\0"),
    "BMP": (Format.BMP, b"BM" + struct.pack("<IIII", 200, 0, 54, 40) + FILLER),
    "TIFF": (Format.TIFF, b"II*\0\x08\0\0\0"),
    "TIFF, big-endian": (Format.TIFF, b"MM\0*\0\0\0\x08"),
    "gzip": (Format.GZIP, b"\x1f\x8b\x08\0"),
    "7z": (Format.SEVEN_ZIP, b"7z\xbc\xaf\x27\x1c\0\4"),
    "RAR": (Format.RAR, b"Rar!\x1a\7\1\0"),
    "ALZ": (Format.ALZ, b"ALZ\x01\n\0\0\0"),
    "EGG": (Format.EGG, b"EGGA\0\1"),
    "Fasoo": (
        Format.FASOO,
        b"\x9b DRMONE  This Document is encrypted and protected by Fasoo DRM \0\0" + FILLER,
    ),
    "Fasoo container without OLE": (Format.FASOO, b"\0\1\2\3FasooSecureContainer" + FILLER),
    "SoftCamp": (Format.SOFTCAMP, b"SCDSA002" + FILLER),
    "SoftCamp, newer": (Format.SOFTCAMP, b"SCDSA004" + FILLER),
    "MarkAny": (Format.MARKANY, b"<DOCUMENT SAFER V1.0>" + FILLER),
    "MarkAny, other spelling": (Format.MARKANY, b"\1\2Document SAFER" + FILLER),
    "MarkAny, printable": (Format.MARKANY, b"MarkAny DRM " + b"." * 200),
    "MarkAny by name": (Format.MARKANY, FILLER + b"MarkAny" + FILLER),
    "nothing": (Format.EMPTY, b""),
    "zeros": (Format.EMPTY, bytes(5000)),
    "blanks": (Format.EMPTY, b"\r\n \t\r\n"),
    "first bytes of something": (Format.TRUNCATED, b"\xd0\xcf\x11"),
    "text": (Format.TEXT, "보도자료입니다.\n".encode()),
    "text in cp949": (Format.TEXT, "행정안전부는 오늘 보도자료를 배포했다고 밝혔다.\r\n".encode("cp949")),
    "text with BOM": (Format.TEXT, "보도자료".encode("utf-8-sig")),
    "text in UTF-16": (Format.TEXT, "보도자료".encode("utf-16")),
    "text in angle brackets": (Format.TEXT, "<보도자료> 배포".encode()),
    "text that begins like a bitmap": (Format.TEXT, "BM 사업 안내, 홍길동 과장 02-0000-0000".encode()),
    "long text cut inside a character": (Format.TEXT, b"." + "가".encode() * 30000),
    "JSON": (Format.TEXT, b'{"error": "not found"}'),
    "binary": (Format.UNKNOWN, bytes(range(1, 255))),
}


@pytest.mark.parametrize(("kind", "data"), CASES.values(), ids=CASES.keys())
def test_content_decides(kind: Format, data: bytes) -> None:
    assert sniff(data) is kind


def test_directory_of_a_large_file_is_found_through_the_second_table() -> None:
    sector = 109 * 128  # the first that the 109 allocation sectors named in the header do not cover
    entries = directory(*(f"BIN{n:04X}.png" for n in range(4)), *HWP5_NAMES)
    difat = struct.pack("<128I", 1, *[FREE] * 126, END)
    fat = struct.pack("<128I", sector + 1, sector + 2, END, *[FREE] * 125)
    start = header(sector, first_difat=0) + difat + fat
    assert sniff(start.ljust(512 * (sector + 1), b"\0") + entries) is Format.HWP5


def test_every_kind_is_covered() -> None:
    assert {kind for kind, _ in CASES.values()} == set(Format)


ODD_HEADERS = {
    "directory that is its own next sector": header(1) + struct.pack("<128I", *[1] * 128) + bytes(512),
    "siblings in a circle": compound(
        entry("Root Entry", 5, child=1) + entry("a", 2, left=1, right=2) + entry("b", 2, left=1, right=0)
    ),
    "siblings beyond the directory": compound(
        entry("Root Entry", 5, child=1) + entry("a", 2, left=0x7FFFFFFF, right=0xFFFFFFF0)
    ),
    "allocation table in a circle": header(1, first_difat=0) + bytes(512 * 64),
    "allocation table outside": header(300, fat=(0x00FFFFFF, FREE, END)) + bytes(512 * 310),
    "name longer than its field": compound(entry("Root Entry", 5, child=1) + struct.pack("<64sH62x", b"", 65535)),
    "central directory of a lie": package("a.hwp")[:-22] + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 9, 9, FREE, 0, 0),
    "local headers without end": b"PK\3\4" * 100_000,
    "names beyond the end": b"PK\3\4".ljust(26, b"\0") + b"\xff\xff\xff\xff",
    "unclosed comments": b"<!-- " * 100_000,
    "closed comments": b"<!--a-->" * 8_000 + b"<!--",
    "open titles": b"<html>" + b"<title " * 9_000,
    "blanks and a letter": b" " * 1_000_000 + b"x",
}


@pytest.mark.parametrize("data", ODD_HEADERS.values(), ids=ODD_HEADERS.keys())
def test_hostile_files_get_an_answer(data: bytes) -> None:
    kind = sniff(data)
    assert kind in Format
    if kind is Format.HTML:
        assert "cannot read a web page" in str(refusal(kind, data))


@given(
    st.binary()
    | st.sampled_from([data[:100] for _, data in CASES.values()]).flatmap(
        lambda start: st.binary().map(lambda rest: start + rest)
    )
)
@example(b"\xff\xfe\0")
@example(b"\x80" * 10)
def test_sniff_is_total(data: bytes) -> None:
    assert sniff(data) in Format


@pytest.mark.parametrize("name", ["HWP 5", "HWPX without mimetype", "directory of many sectors", "HWPML"])
def test_damage_never_raises(name: str) -> None:
    whole = CASES[name][1]
    chance = random.Random(5)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 8)):
            data[chance.randrange(len(data))] = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))
        assert sniff(bytes(data[: chance.randrange(len(data))])) in Format


def corpus_kinds() -> dict[Path, set[Format]]:
    """Real files with the kinds that are right: by extension, or what their truth says of the names that lie."""
    kinds = {".hwp": Format.HWP5, ".hwpx": Format.HWPX, ".pdf": Format.PDF, ".hml": Format.HWPML}
    expected = {path: {kinds[path.suffix]} for path in sorted(CORPUS.rglob("*.*")) if path.suffix in kinds}
    for path in expected:
        if "hwp3" in str(path):
            expected[path] = {Format.HWP3}
        elif path.is_relative_to(CORPUS / "press"):
            # Naming one Hangul format by the extension of the other is an everyday slip.
            expected[path] |= {Format.HWP5, Format.HWPX} if path.suffix != ".pdf" else set()
    for row in json.loads((CORPUS / "hard" / "manifest.json").read_text("utf-8")):
        if row["cat"] == "mislabelled":
            expected[CORPUS / "hard" / row["file"]] = {Format.HTML, Format.HWPX}
    for truth in (CORPUS / "pdf" / "truth").glob("*.json"):
        if json.loads(truth.read_text("utf-8")).get("error") == "not_pdf":
            expected[CORPUS / "pdf" / f"{truth.stem}.pdf"] = {Format.TRUNCATED}
    return expected


@needs_corpus
def test_real_files() -> None:
    expected = corpus_kinds()
    assert len(expected) > 500
    found = {path: sniff(path.read_bytes()) for path in expected}
    assert {path: kind for path, kind in found.items() if kind not in expected[path]} == {}
