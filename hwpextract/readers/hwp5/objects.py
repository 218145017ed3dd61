"""Drawn objects: text boxes, grouped shapes, pictures, text art; equations and form objects, whose words stand in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hwpextract.document import Box, Image, Table
from hwpextract.node import build
from hwpextract.patterns import pattern
from hwpextract.readers.flow import Flow, visible
from hwpextract.readers.forms import Button, printed_button
from hwpextract.readers.hwp5.control import Control
from hwpextract.readers.hwp5.records import Tag
from hwpextract.readers.hwp5.text import counted, decode
from hwpextract.readers.pictures import describe

if TYPE_CHECKING:
    from hwpextract.readers.hwp5.body import Section

# PICTURE: lines, geometry and effects, then the ordinal of its BIN_DATA record.
_PICTURE_ITEM: Final = 71
# OLE: attributes u32, extent, then the same.
_OLE_ITEM: Final = slice(12, 14)
# Object common header: the description stands behind 44 bytes.
_DESCRIPTION: Final = 44
# EQEDIT: attributes u32, then the script. TEXTART: eight coordinates, then the text.
_SCRIPT: Final = 4
_ART: Final = 32
# FORM_OBJECT: its kind twice, the length as u32, then its properties as one string (`Caption:wstring:2:예 Value:int:0`).
_PROPERTIES: Final = 12
_SHOWN: Final = pattern(r"\b(Caption|Text):wstring:(\d{1,9}):")
_CHOSEN: Final = pattern(r"\bValue:int:1\b")
_BUTTONS: Final = {b"tbc+": Button.CHECK, b"tbr+": Button.RADIO}
_GROUP: Final = b"noc$"
_LINE_ENDS: Final = pattern("\r\n?")


def read_shape(section: Section, control: Control, pos: int) -> int:
    """Read what an object holds: a box for each shape with text, pictures; groups inside groups in one flat walk.

    The caption's list comes before the first SHAPE_COMPONENT, the lists of shapes come after theirs. The caption is read last, because
    its locator is that of the object. Lists of a control without any shape, one we do not know, become boxes.
    """
    data = section.data
    first: list[int] = []
    component = b""
    _, own, _, _ = section.at(pos)
    while True:
        tag, level, start, end = section.at(pos)
        if level <= control.level:
            break
        pos = end
        if component:
            pos = _read_content(section, control, tag, start, end)
        elif level == own and tag == Tag.SHAPE_COMPONENT:
            component = data[start : start + 4]
        elif level == own and tag == Tag.LIST_HEADER:
            first.append(end)
    for at in first:
        if component:
            _add_caption(section, control, at, component == _GROUP)
        else:
            _read_box(section, control, at)
    return pos


def _read_content(section: Section, control: Control, tag: int, start: int, end: int) -> int:
    """Read one record inside a shape, and the list behind it if it begins one."""
    if tag == Tag.LIST_HEADER:
        return _read_box(section, control, end)
    if tag == Tag.PICTURE:
        control.blocks += (_image(section, control, section.data[start:end]),)
    elif tag == Tag.TEXTART:
        _add_art(section, control, section.data[start:end])
    elif tag in (Tag.OLE, Tag.VIDEO_DATA):
        ordinal = int.from_bytes(section.data[start:end][_OLE_ITEM], "little") if tag == Tag.OLE else 0
        _add_embedded(section, control, ordinal)
    else:
        section.pass_over(tag, start, end)
    return end


def _read_box(section: Section, control: Control, pos: int) -> int:
    locator = control.flow.next_object("b")
    blocks, pos = section.blocks_at(pos, locator)
    if blocks:
        control.blocks += (build(Box, locator=locator, blocks=blocks),)
    return pos


def _add_caption(section: Section, control: Control, pos: int, in_group: bool) -> None:
    """Read the caption at `pos` for the object; a group or an object without text has a box for its caption alone."""
    owner = None if in_group or not control.blocks else control.blocks[-1]
    locator = owner.locator if owner else control.flow.next_object("b")
    caption, _ = section.blocks_at(pos, f"{locator}/caption")
    if owner:
        caption = (*owner.caption, *caption) if isinstance(owner, Table) else caption
        control.blocks = (*control.blocks[:-1], owner.model_copy(update={"caption": caption}))
    elif caption:
        control.blocks += (build(Box, locator=locator, blocks=(), caption=caption),)


def _add_art(section: Section, control: Control, payload: bytes) -> None:
    flow = Flow(control.flow.next_object("b"))
    text, _ = counted(payload, _ART)
    shown = section.reading.clean(_LINE_ENDS.sub("\n", text))
    flow.add_plain(shown)
    section.characters += visible(shown)
    if flow.blocks:
        control.blocks += (build(Box, locator=flow.locator, blocks=tuple(flow.blocks)),)


def _add_embedded(section: Section, control: Control, ordinal: int) -> None:
    """Add an object by the ordinal of its BIN_DATA record, or a film, which has none."""
    from hwpextract.readers.embedded import Embedded

    found, name = section.reading.embedded_object(ordinal) if ordinal else (Embedded("video"), None)
    chart, characters = section.reading.add_embedded(found, name, control.flow, control.paragraph)
    section.characters += characters
    if chart:
        control.blocks += (chart,)


def _image(section: Section, control: Control, picture: bytes) -> Image:
    section.images += 1
    locator = control.flow.next_object("i")
    ordinal = int.from_bytes(picture[_PICTURE_ITEM : _PICTURE_ITEM + 2], "little")
    name, media_type = section.reading.picture(ordinal, locator)
    comment, _ = counted(control.payload, _DESCRIPTION)
    alt, original_name = describe(comment)
    return build(Image, locator=locator, name=name, media_type=media_type, alt=alt, original_name=original_name)


def read_inline(section: Section, control: Control, pos: int) -> int:
    """Read an equation or a form object: its script, caption or entry is text of the paragraph."""
    caption = 0
    while True:
        tag, level, start, end = section.at(pos)
        if level <= control.level:
            break
        pos = end
        if tag == Tag.EQEDIT:
            section.reading.budget.tick()
            script = counted(section.data[start:end], _SCRIPT)[0]
            control.text = section.reading.add_equation(script, control.paragraph)
        elif tag == Tag.FORM_OBJECT:
            control.text = _form_text(section.data[start:end])
        elif tag == Tag.LIST_HEADER:
            caption = caption or end
    if caption:
        _add_caption(section, control, caption, in_group=False)
    return pos


def _form_text(payload: bytes) -> str:
    properties = decode(payload[_PROPERTIES + 2 :])
    shown = _SHOWN.search(properties)
    if shown is None:
        return ""
    end = shown.end() + int(shown[2])
    text = properties[shown.end() : end]
    if shown[1] == "Text":
        return text
    chosen = _CHOSEN.search(properties, end) is not None
    return printed_button(_BUTTONS.get(payload[:4], Button.PUSH), text, chosen=chosen)
