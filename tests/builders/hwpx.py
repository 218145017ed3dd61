"""HWPX packages and section XML, made in code.

package(section(p(run(t("제목"))), p(run(table([["가", "나"]])))))
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from hwpextract.document import Document
from hwpextract.limits import Limits
from hwpextract.readers.hwpx import read_hwpx
from hwpextract.readers.options import Options

HWPML = "http://www.hancom.co.kr/hwpml/2011"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{HWPML}/{name}"'
    for prefix, name in (("hp", "paragraph"), ("hs", "section"), ("hc", "core"), ("hh", "head"), ("hm", "master-page"))
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>'
LINES = '<hp:linesegarray><hp:lineseg textpos="0" vertpos="0" flags="393216"/></hp:linesegarray>'
HEADER = f'{DECLARATION}<hh:head {NAMESPACES} version="1.4" secCnt="1"></hh:head>'
VERSION = (
    f'{DECLARATION}<hv:HCFVersion xmlns:hv="{HWPML}/version" major="5" minor="1" micro="0" buildNumber="1" '
    'application="Hancom Office Hangul" appVersion="11, 0, 0, 1 WIN32LEWindows_10"/>'
)

Parts = Mapping[str, str | bytes]


def t(text: str) -> str:
    return f"<hp:t>{escape(text)}</hp:t>"


def run(*content: str) -> str:
    return f'<hp:run charPrIDRef="0">{"".join(content)}</hp:run>'


def p(*runs: str, lines: str = LINES, **attributes: object) -> str:
    """A paragraph; `shape` and `style` are the ids of its paragraph shape and style."""
    ids = f'paraPrIDRef="{attributes.get("shape", 0)}" styleIDRef="{attributes.get("style", 0)}"'
    return f'<hp:p id="0" {ids} pageBreak="0" columnBreak="0" merged="0">{"".join(runs)}{lines}</hp:p>'


def text(words: str) -> str:
    """A paragraph of one run."""
    return p(run(t(words)))


def sublist(*paragraphs: str, **attributes: str) -> str:
    own = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    return f'<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK"{own}>{"".join(paragraphs)}</hp:subList>'


def tc(
    row: int,
    col: int,
    *paragraphs: str,
    spans: tuple[int, int] = (1, 1),
    name: str = "",
    header: bool = False,
    metatag: str | None = None,
) -> str:
    """A cell; `spans` are its rows and columns."""
    own = {"metatag": metatag} if metatag is not None else {}
    return (
        f'<hp:tc name={quoteattr(name)} header="{header:d}" hasMargin="0" borderFillIDRef="1">'
        f"{sublist(*paragraphs, **own)}"
        f'<hp:cellAddr colAddr="{col}" rowAddr="{row}"/><hp:cellSpan colSpan="{spans[1]}" rowSpan="{spans[0]}"/>'
        '<hp:cellSz width="1" height="1"/><hp:cellMargin left="1" right="1" top="1" bottom="1"/></hp:tc>'
    )


def tbl(rows: int, cols: int, *trs: str, caption: str = "") -> str:
    layout = '<hp:sz width="1"/><hp:pos treatAsChar="1"/><hp:outMargin left="0"/>'
    content = "".join(f"<hp:tr>{tr}</hp:tr>" for tr in trs)
    return f'<hp:tbl id="1" repeatHeader="1" rowCnt="{rows}" colCnt="{cols}">{layout}{caption}<hp:inMargin/>{content}</hp:tbl>'


def table(rows: Sequence[Sequence[str]], caption: str = "") -> str:
    """A table of one paragraph in each cell."""
    trs = ("".join(tc(row, col, text(words)) for col, words in enumerate(cells)) for row, cells in enumerate(rows))
    return tbl(len(rows), len(rows[0]), *trs, caption=caption)


def caption(*paragraphs: str) -> str:
    return f'<hp:caption side="BOTTOM" gap="850">{sublist(*paragraphs)}</hp:caption>'


def shape(*paragraphs: str, name: str = "rect", behind: str = "") -> str:
    """A drawn shape with text in it."""
    inside = f"<hp:drawText>{sublist(*paragraphs)}</hp:drawText>" if paragraphs else ""
    return f'<hp:{name} id="2" zOrder="0"><hp:offset x="0" y="0"/>{inside}<hp:sz width="1"/>{behind}</hp:{name}>'


def pic(item: str, comment: str = "", behind: str = "") -> str:
    described = f"<hp:shapeComment>{escape(comment)}</hp:shapeComment>" if comment else ""
    return f'<hp:pic id="3" zOrder="0"><hc:img binaryItemIDRef="{item}" bright="0"/><hp:sz width="1"/>{behind}{described}</hp:pic>'


def ctrl(content: str) -> str:
    return f"<hp:ctrl>{content}</hp:ctrl>"


def auto_number(number: int, kind: str = "TABLE", form: str = "DIGIT", before: str = "", after: str = "") -> str:
    return ctrl(
        f'<hp:autoNum num="{number}" numType="{kind}"><hp:autoNumFormat type="{form}" userChar="" '
        f'prefixChar="{before}" suffixChar="{after}" supscript="0"/></hp:autoNum>'
    )


def field_begin(kind: str, number: str = "7", content: str = "", **parameters: str) -> str:
    params = "".join(
        f'<hp:stringParam name="{name}">{escape(value)}</hp:stringParam>' for name, value in parameters.items()
    )
    return ctrl(
        f'<hp:fieldBegin id="{number}" type="{kind}" name="" editable="1" dirty="0" fieldid="1">'
        f'<hp:parameters cnt="{len(parameters)}" name="">{params}</hp:parameters>{content}</hp:fieldBegin>'
    )


def field_end(number: str = "7") -> str:
    return ctrl(f'<hp:fieldEnd beginIDRef="{number}" fieldid="1"/>')


def section(*paragraphs: str) -> str:
    return f"{DECLARATION}<hs:sec {NAMESPACES}>{''.join(paragraphs)}</hs:sec>"


def header(*content: str) -> str:
    """header.xml with this content of its `refList`."""
    return f"{DECLARATION}<hh:head {NAMESPACES} version='1.4'><hh:refList>{''.join(content)}</hh:refList></hh:head>"


def hpf(items: Mapping[str, str], spine: Sequence[str] | None = None, metadata: str = "") -> str:
    """content.hpf; `items` are hrefs by id, `spine` the ids in reading order, all of them unless told."""
    listed = "".join(f'<opf:item id="{item}" href="{href}" media-type="x"/>' for item, href in items.items())
    order = "".join(f'<opf:itemref idref="{item}" linear="yes"/>' for item in (items if spine is None else spine))
    return (
        f'{DECLARATION}<opf:package xmlns:opf="http://www.idpf.org/2007/opf/" version="" id="">'
        f"<opf:metadata>{metadata}</opf:metadata><opf:manifest>{listed}</opf:manifest><opf:spine>{order}</opf:spine></opf:package>"
    )


def zipped(parts: Parts, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def package(*sections: str, parts: Parts | None = None, drop: Sequence[str] = ()) -> bytes:
    """A whole HWPX file; `parts` are added or put in place of the usual ones, names in `drop` left out."""
    items = {"header": "Contents/header.xml"}
    items |= {f"section{index}": f"Contents/section{index}.xml" for index in range(len(sections))}
    given = dict(parts or {})
    items |= {name.rpartition("/")[2].partition(".")[0]: name for name in given if name.startswith("BinData/")}
    items |= {
        f"masterpage{i}": f"Contents/masterpage{i}.xml" for i in range(9) if f"Contents/masterpage{i}.xml" in given
    }
    usual: dict[str, str | bytes] = {
        "mimetype": "application/hwp+zip",
        "version.xml": VERSION,
        "Contents/header.xml": HEADER,
        **{f"Contents/section{index}.xml": content for index, content in enumerate(sections)},
        "Contents/content.hpf": hpf(items),
        "META-INF/manifest.xml": f'{DECLARATION}<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    }
    return zipped({name: content for name, content in (usual | given).items() if name not in drop})


def read(*paragraphs: str, parts: Parts | None = None, limits: Limits | None = None) -> Document:
    """Document of one section with these paragraphs."""
    return read_hwpx(package(section(*paragraphs), parts=parts), Options(limits or Limits()))


def read_bytes(data: bytes) -> Document:
    return read_hwpx(data, Options(Limits()))
