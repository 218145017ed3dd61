"""Compound files ([MS-CFB]) with nothing but a directory, for what looks at names alone."""

import struct

END = 0xFFFFFFFE
FREE = 0xFFFFFFFF
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def entry(name: str, kind: int, left: int = FREE, right: int = FREE, child: int = FREE) -> bytes:
    raw = name.encode("utf-16-le")
    head = struct.pack("<64sHBBIII", raw, len(raw) + 2, kind, 1, left, right, child)
    return head + bytes(36) + struct.pack("<II", END, 0) + bytes(4)


def directory(*names: str, inside: tuple[str, ...] = ()) -> bytes:
    """A root whose children form a chain of right siblings; `inside` are the children of the last of them."""
    last = len(names)
    end = last + len(inside)
    entries = [entry("Root Entry", 5, child=1)]
    for number, name in enumerate(names[:-1], start=1):
        entries.append(entry(name, 2, right=number + 1))
    entries.append(entry(names[-1], 1 if inside else 2, child=last + 1 if inside else FREE))
    for number, name in enumerate(inside, start=last + 1):
        entries.append(entry(name, 2, right=FREE if number == end else number + 1))
    return b"".join(entries)


def compound(entries: bytes, *, content: bytes = b"", directory_at: int = 1) -> bytes:
    """A version 3 file: allocation table in sector 0, directory at a sector, `content` behind it."""
    body = entries.ljust(-(-len(entries) // 512) * 512, b"\0")
    count = len(body) // 512
    links = [FREE] * 128
    links[0] = 0xFFFFFFFD
    for sector in range(directory_at, directory_at + count):
        links[sector] = sector + 1
    links[directory_at + count - 1] = END
    gap = bytes(512 * (directory_at - 1))
    return header(directory_at) + struct.pack("<128I", *links) + gap + body + content


def header(directory_sector: int, *, first_difat: int = END, fat: tuple[int, ...] = (0,)) -> bytes:
    table = [*fat, *[FREE] * (109 - len(fat))]
    fixed = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        MAGIC, bytes(16), 0x3E, 3, 0xFFFE, 9, 6, 0, len(fat), directory_sector, 0, 4096, END, 0, first_difat, 0,
    )  # fmt: skip
    return fixed + struct.pack("<109I", *table)
