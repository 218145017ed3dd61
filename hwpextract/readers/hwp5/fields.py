"""Fields: controls that cover text up to a field end. Their text stays in the paragraph; some lead elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hwpextract.node import Locator
from hwpextract.readers.guides import guide_of
from hwpextract.readers.hwp5.control import Control
from hwpextract.readers.hwp5.records import CtrlId
from hwpextract.readers.hwp5.text import counted
from hwpextract.readers.links import target_of
from hwpextract.readers.signatures import Signature, signature

if TYPE_CHECKING:
    from hwpextract.readers.hwp5.body import Section

# Id, attributes u32, one byte, then the command; behind it the id of the field u32 and the index of its memo u32.
_COMMAND: Final = 9
_FILLED: Final = 1 << 15


class MemoMark(NamedTuple):
    """Where a memo hangs and who signed it."""

    anchor: Locator
    signature: Signature


def read_field(section: Section, control: Control, pos: int) -> int:
    """Take the target of a hyperlink, the guide of a field to fill in, or what a memo's mark says of the memo."""
    payload = control.payload
    command, end = counted(payload, _COMMAND)
    if control.ctrl_id == CtrlId.HYPERLINK:
        control.target = target_of(command)
    elif control.ctrl_id == CtrlId.CLICK_HERE and not _attributes(payload) & _FILLED:
        control.guide = guide_of(command)
    elif control.ctrl_id == CtrlId.MEMO:
        index = int.from_bytes(payload[end + 4 : end + 8], "little")
        section.memos[index] = MemoMark(control.paragraph, signature(command))
    return pos


def _attributes(payload: bytes) -> int:
    return int.from_bytes(payload[4:8], "little")
