"""Scripts, PostScript, links to other files and attachments are named, and nothing happens with them."""

from __future__ import annotations

import pytest
from builders import hwp3, hwp5, hwpml, hwpx
from builders.pdf import Face, pages, show

from hwpextract.api import read
from hwpextract.readers.active import is_script, shown
from hwpextract.readers.hwp5.records import Tag

HEAD = "var Documents = XHwpDocuments;\r\nvar Document = Documents.Active_XHwpDocument;\r\n"
HANDLER = "function OnDocument_New()\r\n{\r\n\t//todo : \r\n}\r\n"


def found(data: bytes) -> dict[str, str]:
    """Messages about active content by code."""
    codes = {"script_found", "postscript_found", "link_external", "attachment_found"}
    return {each.code: each.message for each in read(data).warnings if each.code in codes}


@pytest.mark.parametrize(
    ("text", "script"), [("", False), (HEAD, False), (HEAD + HANDLER, False), (HEAD + "function A() { Run(); }", True)]
)
def test_the_template_of_every_document_is_no_script(text: str, script: bool) -> None:
    assert is_script(b"\x4f\0\0\0" + text.encode("utf-16-le")) is script


def test_names_are_shortened_and_printable() -> None:
    assert shown(["a\x1b[1m", "b", "c", "d"]) == "a[1m, b, c, ..."


def test_hwp5() -> None:
    script = hwp5.deflate(bytes(4) + (HEAD + "function OnDocument_Open() { Run(); }").encode("utf-16-le"))
    linked = hwp5.record(Tag.BIN_DATA, 1, bytes(2) + hwp5.counted("C:\\\\a.png") + hwp5.counted(""))
    others = {"Scripts/DefaultJScript": script, "BinData/BIN0001.eps": hwp5.deflate(b"%!PS-Adobe-3.0")}
    messages = found(hwp5.document(hwp5.paragraph("가"), docinfo=linked, others=others))
    assert messages.keys() == {"script_found", "postscript_found", "link_external"}
    assert "DefaultJScript" in messages["script_found"]
    assert not found(hwp5.document(hwp5.paragraph("가"), others={"Scripts/DefaultJScript": hwp5.deflate(bytes(20))}))


def test_hwpx() -> None:
    item = '<opf:item id="video" href="C:\\a.avi" media-type="video/avi" isEmbeded="0"/>'
    manifest = hwpx.hpf({"section0": "Contents/section0.xml"}).replace("</opf:manifest>", item + "</opf:manifest>")
    parts: hwpx.Parts = {
        "Contents/content.hpf": manifest,
        "Scripts/headerScripts.js": HEAD.encode("utf-16-le"),
        "Scripts/sourceScripts.js": "function A() { Run(); }".encode("utf-16-le"),
        "BinData/image1.ps": b"%!PS",
    }
    messages = found(hwpx.package(hwpx.section(hwpx.text("가")), parts=parts))
    assert messages.keys() == {"script_found", "postscript_found", "link_external"}
    assert "headerScripts" not in messages["script_found"]


def test_hwp3() -> None:
    picture = hwp3.picture(0, "C:\\그림.ps")
    blocks = hwp3.embedded("A.EPS", b"%!PS") + hwp3.links(hwp3.link("a.hwp"), hwp3.link("b.hwp", macro="달리기"))
    messages = found(hwp3.document(hwp3.paragraph("가", picture), blocks=blocks))
    assert messages.keys() == {"script_found", "postscript_found", "link_external"}
    assert "달리기" in messages["script_found"]
    assert "A.EPS, C:\\그림.ps" in messages["postscript_found"]
    inside = hwp3.embedded("A.PNG", b"\x89PNG") + hwp3.links(hwp3.link("a.hwp"))
    assert not found(hwp3.document(hwp3.paragraph("가", hwp3.picture(2, "A.PNG")), blocks=inside))


def test_hwpml() -> None:
    items = hwpml.bin_item(1, "eps") + hwpml.bin_item("", kind="Link", APath="C:\\a.png")
    code = hwpml.element("SCRIPTSOURCE", "function OnDocument_Open() { Run(); }")
    tail = hwpml.element("SCRIPTCODE", hwpml.element("SCRIPTHEADER", HEAD), code, Type="JScript")
    messages = found(hwpml.document(hwpml.section(hwpml.p(hwpml.char("가"))), mapping=items, tail=tail).encode())
    assert messages.keys() == {"script_found", "postscript_found", "link_external"}
    assert "C:\\a.png" in messages["link_external"]
    template = hwpml.element("SCRIPTCODE", hwpml.element("SCRIPTHEADER", HEAD), hwpml.element("SCRIPTSOURCE", HANDLER))
    assert not found(hwpml.document(hwpml.section(hwpml.p(hwpml.char("가"))), tail=template).encode())


def test_pdf() -> None:
    face = Face()
    names = b"<< /JavaScript << /Kids [101 0 R 100 0 R] >> /EmbeddedFiles << /Names [(a.exe) 103 0 R] >> >>"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch >> /AcroForm << /XFA [] >> /Names 100 0 R >>",
        100: names,
        101: b"<< /Names [(run) 102 0 R] /Kids [101 0 R] >>",
    }
    messages = found(pages([show(face, 50, 100, "가")], face, extra=objects))
    assert "Launch, run, XFA" in messages["script_found"]
    assert "a.exe" in messages["attachment_found"]
    assert not found(pages([show(face, 50, 100, "가")], face))


def test_pdf_actions_of_pages_links_and_fields() -> None:
    face = Face()
    content = show(face, 50, 100, "가")
    catalogue = "<< /Type /Catalog /Pages 2 0 R {} >>"

    def messages(entries: str = "", root: str = "", **more: str) -> dict[str, str]:
        objects = {int(number[1:]): body.encode() for number, body in more.items()}
        objects[1] = catalogue.format(root).encode()
        data = pages([content], face, extra=objects)
        return found(data.replace(b"/Type /Page /Parent", f"/Type /Page {entries} /Parent".encode()))

    assert not messages()
    assert "Launch" in messages("/AA << /O << /S /Launch >> >>")["script_found"]
    sends = "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://example.com) /Next [100 0 R] >> >>]"
    assert "SubmitForm" in messages(sends, n100="<< /S /SubmitForm /Next 100 0 R >>")["script_found"]
    assert "JavaScript" in messages("/Annots 100 0 R", n100="[<< /AA << /E << /S /JavaScript >> >> >>]")["script_found"]
    opens = "/Annots [<< /A << /S /GoToR /F << /UF (other.pdf) >> >> >> << /A << /S /GoToE /F (more.pdf) >> >>]"
    assert "2" in messages(opens)["link_external"]
    assert "other.pdf, more.pdf" in messages(opens)["link_external"]
    assert not messages("/Annots [<< /A << /S /GoTo /D [10 0 R /Fit] >> >> << /A << /S /GoToE >> >>]")
    form = "/AcroForm << /Fields [100 0 R] >>"
    field = "<< /FT /Tx /Kids [100 0 R << /AA << /K << /S /ImportData >> >> >>] >>"
    assert "ImportData" in messages(root=form, n100=field)["script_found"]
