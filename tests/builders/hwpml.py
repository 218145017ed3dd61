"""HWPML files, made in code.

document(section(p("제목"), p(table([["가", "나"]]))))
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from hwpextract.document import Document
from hwpextract.limits import Limits
from hwpextract.readers.hwpml import read_hwpml
from hwpextract.readers.options import Options

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>'


def element(name: str, *content: str, **attributes: object) -> str:
    own = "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<{name}{own}>{''.join(content)}</{name}>" if content else f"<{name}{own}/>"


def char(text: str) -> str:
    return element("CHAR", escape(text))


def p(*content: str, shape: int = 0, style: int = 0) -> str:
    """A paragraph of one TEXT; words without markup become a CHAR."""
    inside = (piece if piece.startswith("<") else char(piece) for piece in content)
    return element("P", element("TEXT", *inside, CharShape=0), ParaShape=shape, Style=style)


def plist(*paragraphs: str) -> str:
    return element("PARALIST", *paragraphs, LineWrap="Break")


def thing(caption: str = "", comment: str = "") -> str:
    """SHAPEOBJECT with the words of a caption and a description."""
    inside = [element("SIZE", Width=1, Height=1)]
    if caption:
        inside.append(element("CAPTION", plist(p(caption)), Side="Top"))
    if comment:
        inside.append(element("SHAPECOMMENT", escape(comment)))
    return element("SHAPEOBJECT", *inside)


def cell(row: int, col: int, *paragraphs: str, span: tuple[int, int] = (1, 1), **attributes: object) -> str:
    """A cell; `span` is rows, columns."""
    place = {"RowAddr": row, "ColAddr": col, "RowSpan": span[0], "ColSpan": span[1]}
    return element("CELL", plist(*paragraphs), **place, **attributes)


def table(rows: Sequence[Sequence[str]], caption: str = "") -> str:
    """A table of plain cells."""
    inside = (
        element("ROW", *(cell(row, col, p(words)) for col, words in enumerate(line))) for row, line in enumerate(rows)
    )
    return element("TABLE", thing(caption), *inside, RowCount=len(rows), ColCount=len(rows[0]))


def box(*paragraphs: str, caption: str = "") -> str:
    """A rectangle with text."""
    text = element("DRAWINGOBJECT", element("DRAWTEXT", plist(*paragraphs)))
    return element("RECTANGLE", thing(caption), text)


def picture(item: object, comment: str = "", caption: str = "") -> str:
    return element("PICTURE", thing(caption, comment), element("IMAGE", BinItem=item))


def number(value: int, kind: str, suffix: str = "") -> str:
    form = element("AUTONUMFORMAT", Type="Digit", SuffixChar=suffix)
    return element("AUTONUM", form, Number=value, NumberType=kind)


def note(*content: str, name: str = "FOOTNOTE") -> str:
    return element(name, plist(p(*content)))


def field(kind: str, command: str, *content: str, **attributes: object) -> str:
    return (
        element("FIELDBEGIN", Type=kind, Command=command, **attributes)
        + "".join(content)
        + element("FIELDEND", Type=kind)
    )


def section(*paragraphs: str) -> str:
    return element("SECTION", *paragraphs, Id=0)


def bin_item(data: object, extension: str = "png", kind: str = "Embedding", **attributes: object) -> str:
    return element("BINITEM", Type=kind, BinData=data, Format=extension, **attributes)


def bin_data(number: object, content: bytes, compress: bool | None = None) -> str:
    """BINDATA; `compress` is what it says of itself, and true deflates."""
    if compress:
        packer = zlib.compressobj(wbits=-15)
        content = packer.compress(content) + packer.flush()
    stated = {} if compress is None else {"Compress": str(compress).lower()}
    return element("BINDATA", base64.encodebytes(content).decode(), Id=number, Encoding="Base64", **stated)


def document(
    *sections: str, mapping: str = "", summary: str = "", tail: str = "", declaration: str = DECLARATION
) -> str:
    """A whole file as text; `mapping`, `summary` and `tail` fill MAPPINGTABLE, DOCSUMMARY and BINDATASTORAGE."""
    head = element("HEAD", element("DOCSUMMARY", summary), element("MAPPINGTABLE", mapping), SecCnt=len(sections))
    storage = element("TAIL", element("BINDATASTORAGE", tail))
    root = element("HWPML", head, element("BODY", *sections), storage, Style="embed", Version="2.91")
    return declaration + root


def read(text: str | bytes, limits: Limits | None = None) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return read_hwpml(data, Options(limits or Limits()))


def read_paragraphs(*paragraphs: str, mapping: str = "", tail: str = "") -> Document:
    """What the reader makes of one section of these paragraphs."""
    return read(document(section(*paragraphs), mapping=mapping, tail=tail))
