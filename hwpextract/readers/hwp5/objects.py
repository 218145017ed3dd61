"""Drawn objects: text boxes, grouped shapes, pictures, equations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hwpextract.document import Block, Box, Image
from hwpextract.readers import pictures
from hwpextract.readers.hwp5.control import Control
from hwpextract.readers.hwp5.records import Tag, record_at
from hwpextract.readers.hwp5.text import decode

if TYPE_CHECKING:
    from hwpextract.readers.hwp5.body import Section

# PICTURE: lines, geometry and effects, then the ordinal of its BIN_DATA record.
_PICTURE_ITEM: Final = 71
# Object common header: the description stands behind 44 bytes, u16 length first.
_DESCRIPTION: Final = 44
_SCRIPT: Final = 4


def read_shape(section: Section, control: Control, pos: int) -> int:
    """Read what an object holds: a box for each shape with text, pictures; group after group in one flat walk.

    The caption's list comes before the first SHAPE_COMPONENT, the lists of shapes come after theirs.
    """
    caption: tuple[Block, ...] = ()
    in_shape = False
    while True:
        tag, level, start, end = record_at(section.data, pos)
        if level <= control.level:
            break
        pos = end
        if tag == Tag.SHAPE_COMPONENT:
            in_shape = True
        elif tag == Tag.LIST_HEADER and in_shape:
            pos = _read_box(section, control, pos)
        elif tag == Tag.LIST_HEADER:
            caption, pos = section.blocks_at(pos, f"{control.paragraph}/caption")
        elif tag == Tag.PICTURE:
            control.blocks.append(_image(section, control, section.data[start:end]))
    _add_caption(control, caption)
    return pos


def _read_box(section: Section, control: Control, pos: int) -> int:
    locator = control.flow.next_object("b")
    blocks, pos = section.blocks_at(pos, locator)
    if blocks:
        control.blocks.append(Box.model_construct(locator=locator, blocks=blocks))
    return pos


def _add_caption(control: Control, caption: tuple[Block, ...]) -> None:
    """Give the caption to the object's last block; an object without any still shows its caption."""
    if not caption:
        return
    if control.blocks:
        control.blocks[-1] = control.blocks[-1].model_copy(update={"caption": caption})
    else:
        control.blocks.append(Box.model_construct(locator=control.flow.next_object("b"), blocks=(), caption=caption))


def _image(section: Section, control: Control, picture: bytes) -> Image:
    section.images += 1
    locator = control.flow.next_object("i")
    ordinal = int.from_bytes(picture[_PICTURE_ITEM : _PICTURE_ITEM + 2], "little")
    name, media_type = section.reading.picture(ordinal, locator)
    described = pictures.describe(_description(control.payload))
    return Image.model_construct(
        locator=locator,
        name=name,
        media_type=media_type,
        alt=described.alt,
        original_name=described.original_name,
    )


def _description(payload: bytes) -> str:
    start = _DESCRIPTION + 2
    length = int.from_bytes(payload[_DESCRIPTION:start], "little")
    return decode(payload[start : start + 2 * length])


def read_equation(section: Section, control: Control, pos: int) -> int:
    """Take the script of an equation as text of the paragraph."""
    caption: tuple[Block, ...] = ()
    while True:
        tag, level, start, end = record_at(section.data, pos)
        if level <= control.level:
            break
        pos = end
        if tag == Tag.EQEDIT:
            control.text = _script(section.data[start:end])
        elif tag == Tag.LIST_HEADER:
            caption, pos = section.blocks_at(pos, f"{control.paragraph}/caption")
    _add_caption(control, caption)
    return pos


def _script(payload: bytes) -> str:
    start = _SCRIPT + 2
    length = int.from_bytes(payload[_SCRIPT:start], "little")
    return decode(payload[start : start + 2 * length]).strip()
