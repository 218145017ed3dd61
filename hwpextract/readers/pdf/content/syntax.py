"""Content-stream syntax: operators with their operands, and the blocks Hancom's writer repeats (ISO 32000-1, 7.8.2)."""

from __future__ import annotations

import re

from hwpextract.readers.pdf.content.geometry import Matrix
from hwpextract.readers.pdf.file.lexer import HEX, LARGEST, NAME, NUMBER, SPACE, STRING, number

_N = rb"-?[0-9]++\.?+[0-9]*+"
_N2 = _N + rb" " + _N
_N4 = _N2 + rb" " + _N2
WORD_END = b"ET\nQ\n"
WORD_HEAD = re.compile(
    rb"q\n(" + _N4 + rb" " + _N2 + rb") cm\n(?:[0-9. ]++(?:G|RG)\n)?+(?:([0-9.]++(?: [0-9.]++)*+) (?:g|rg)\n)?+BT\n"
    rb"/(\S++) (" + _N + rb") Tf\n(?:(" + _N + rb") Tz\n)?+(?:(\d) Tr [0-9.]++ w\n)?+(" + _N4 + rb")"
)
"""The block around a word up to the place in its text matrix; a space, that place and its string follow up to WORD_END."""
SHOWN = re.compile(rb"(" + _N + rb") (" + _N + rb") Tm\n(\[[^\]()]*+\])TJ\n")
CLIP_END = b" h\nW* n\n"
CLIP = re.compile(rb"(Q\n)?+q\n(%b) (%b) m (%b) \3 l \4 (%b) l \2 \5 l" % (_N, _N, _N, _N))
"""A rectangle as a clip up to CLIP_END, and whether it takes the place of the clip before."""
STROKE_END = b" l\nS\n"
STROKE_BYTES = b"0123456789.- \nmlSGRwdJjM[]"
"""What strokes and the pens before them are written with; no operator that changes anything else can be."""
PEN_MARK = b" w\n["
PEN = re.compile(
    rb"(?<![0-9. ])(?:[0-9. ]++(?:G|RG)\n)?+[0-9.]++ w\n\[[^\]\n]*+\] [0-9.]++ d\n\d J\n\d j\n[0-9.]++ M\n"
)
TILES = re.compile(
    rb"q\n(?:[0-9. ]++rg\n)?+(" + _N4 + rb") " + _N2 + rb" cm\n/(\S++) Do\nQ\n"
    rb"(?:q\n(?:[0-9. ]++rg\n)?+\1 " + _N2 + rb" cm\n/\2 Do\nQ\n)++"
)
"""One picture drawn again and again at one size."""

_DICT = rb"<<(?:[^<>()]++|" + HEX + rb"|" + STRING + rb"|<<(?:[^<>()]++|" + HEX + rb"|" + STRING + rb")*+>>)*+>>"
_ARRAY = rb"\[(?:[^\[\]()<>%]++|" + HEX + rb"|" + STRING + rb")*+\]"
_NUMBERS = rb"[-+.\d\0\t\n\f\r ]++"
_OPERANDS = rb"|".join((_NUMBERS, NAME, _ARRAY, HEX, STRING, _DICT, rb"%[^\r\n]*+"))
OPERATION = re.compile(rb"((?:" + _OPERANDS + rb")*+)(?:([A-Za-z'\"][A-Za-z0-9*]*+)|(.)|\Z)", re.DOTALL)
NUMBERS = re.compile(NUMBER)
INLINE_END = re.compile(SPACE + rb"EI(?=" + SPACE + rb"|$)")
TEXT_BEGIN = re.compile(SPACE + rb"BT" + SPACE)
BLANKS = re.compile(SPACE + rb"{64,}+")
NAME_TOKEN = re.compile(NAME)


def real(operand: bytes) -> float:
    """The one number an operator takes; 0 when there is none, or none that a file may hold."""
    try:
        value = float(operand)
    except ValueError:
        found = NUMBERS.findall(operand)
        value = float(number(found[-1])) if found else 0.0
    return value if -LARGEST <= value <= LARGEST else 0.0


def reals(operands: bytes, count: int) -> list[float]:
    """The last `count` numbers of the operands, missing ones as 0."""
    try:
        values = list(map(float, operands.split()))
    except ValueError:
        values = [float(number(token)) for token in NUMBERS.findall(operands)]
    return values if len(values) == count else ([0.0] * count + values)[-count:]


def matrix_of(operands: bytes) -> Matrix:
    """The six numbers of a matrix."""
    a, b, c, d, e, f = reals(operands, 6)
    return (a, b, c, d, e, f)
