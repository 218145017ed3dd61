"""Small PDF files from content streams, with fonts that map codes to text."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence

HEIGHT = 842


def stream(data: bytes, extra: str = "", *, deflate: bool = False) -> bytes:
    """A stream object's body."""
    if deflate:
        data, extra = zlib.compress(data), extra + " /Filter /FlateDecode"
    return f"<< /Length {len(data)}{extra} >>\nstream\n".encode() + data + b"\nendstream"


def pdf(objects: Mapping[int, bytes], *, root: int = 1, trailer: str = "") -> bytes:
    """A file with a cross-reference table."""
    out = bytearray(b"%PDF-1.6\n")
    offsets = {}
    for number, body in sorted(objects.items()):
        offsets[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {max(objects) + 1}\n".encode()
    for number in range(max(objects) + 1):
        kind = "n" if number in offsets else "f"
        out += f"{offsets.get(number, 0):010d} 00000 {kind} \n".encode()
    out += f"trailer\n<< /Size {max(objects) + 1} /Root {root} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


class Face:
    """A two-byte font: codes from 1 in order of first use, ToUnicode written when the file is made."""

    def __init__(self, name: str = "ABCDEF+Batang") -> None:
        self.name = name
        self.codes: dict[str, int] = {}

    def hex(self, text: str) -> str:
        """A text as digits of its codes."""
        return "".join(f"{self.codes.setdefault(char, len(self.codes) + 1):04x}" for char in text)

    def width(self, char: str) -> int:
        """Advance in thousandths: full for Hangul, half for the rest."""
        return 1000 if char > "\u2e7f" else 500

    def extent(self, text: str, size: float) -> float:
        """Advance of a text in points."""
        return sum(map(self.width, text)) * size / 1000

    def objects(self, number: int) -> dict[int, bytes]:
        """The font's three objects from `number` on."""
        rows = "".join(f"<{code:04x}> <{char.encode('utf-16-be').hex()}>\n" for char, code in self.codes.items())
        cmap = (
            f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{len(self.codes)} beginbfchar\n{rows}endbfchar\n"
        )
        widths = " ".join(str(self.width(char)) for char in self.codes)
        return {
            number: (
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{self.name} /Encoding /Identity-H "
                f"/DescendantFonts [{number + 1} 0 R] /ToUnicode {number + 2} 0 R >>"
            ).encode(),
            number + 1: f"<< /Type /Font /Subtype /CIDFontType2 /DW 1000 /W [1 [{widths}]] >>".encode(),
            number + 2: stream(cmap.encode()),
        }


def pages(
    contents: Sequence[bytes],
    face: Face,
    *,
    resources: str = "",
    trailer: str = "",
    extra: Mapping[int, bytes] | None = None,
) -> bytes:
    """A file with one page for each content stream; the font is /F1, `extra` objects count from 100."""
    kids = " ".join(f"{10 + 2 * index} 0 R" for index in range(len(contents)))
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        **face.objects(4),
        **(extra or {}),
    }
    for index, content in enumerate(contents):
        objects[10 + 2 * index] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents {11 + 2 * index} 0 R "
            f"/Resources << /Font << /F1 4 0 R >> {resources} >> >>"
        ).encode()
        objects[11 + 2 * index] = stream(content, deflate=True)
    return pdf(objects, trailer=trailer)


def show(face: Face, x: float, y: float, text: str, size: float = 10, state: str = "") -> bytes:
    """One show-string at a place, `y` from the top of the page."""
    return f"q {state} BT /F1 {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm <{face.hex(text)}> Tj ET Q\n".encode()


def word(face: Face, x: float, y: float, text: str, size: float = 10, state: str = "") -> bytes:
    """Hancom's block around one word: device units of 0.12 points, y downwards."""
    return (
        f"q\n0.12 0 0 -0.12 0 {HEIGHT} cm\n0 G\n0 g\nBT\n/F1 {size / 0.12:.6f} Tf\n{state}"
        f"1.000 0.000 0.000 -1.000 {x / 0.12:.6f} {y / 0.12:.6f} Tm\n[<{face.hex(text)}>]TJ\nET\nQ\n"
    ).encode()


def words(face: Face, x: float, y: float, text: str, size: float = 10) -> bytes:
    """A line as Hancom writes it: one block for each word, its space at its end; a space behind the last word stays."""
    out = b""
    while text:
        head, space, text = text.partition(" ")
        out += word(face, x, y, head + space, size)
        x += face.extent(head + space, size)
    return out


def clip(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """Hancom's change of clip: back to the state before, then a rectangle, y from the top."""
    top, foot = HEIGHT - y0, HEIGHT - y1
    return f"Q\nq\n{x0} {top} m {x1} {top} l {x1} {foot} l {x0} {foot} l h\nW* n\n".encode()


def cells(face: Face, rows: Iterable[tuple[tuple[float, float, float, float], str]]) -> bytes:
    """Cells as Hancom paints them: each clipped, the page's clip between them; lines of text 14 points apart."""
    page = clip(0, 0, 594.88, HEIGHT)
    out = b"q\n" + page
    for (x0, y0, x1, y1), text in rows:
        lines = (words(face, x0 + 2, y0 + 12 + 14 * row, line) for row, line in enumerate(text.split("\n")) if line)
        out += clip(x0, y0, x1, y1) + b"".join(lines) + page
    return out + b"Q\n"


def rule(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """A stroked line, y from the top."""
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S\n".encode()
