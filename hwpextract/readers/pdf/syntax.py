"""Content-stream syntax: operators with their operands, and the blocks Hancom's writer repeats (ISO 32000-1, 7.8.2)."""

from __future__ import annotations

import re

from hwpextract.readers.pdf.geometry import Matrix
from hwpextract.readers.pdf.lexer import HEX, LARGEST, NAME, NUMBER, SPACE, STRING, number

_N = rb"-?\d++\.?+\d*+"
_N6 = _N + (rb" " + _N) * 5
_WORD_BLOCK = (
    rb"q\n(" + _N6 + rb") cm\n(?:[\d. ]++(?:G|RG)\n)?+(?:([\d. ]++)(?:g|rg)\n)?+BT\n"
    rb"/(\S++) (" + _N + rb") Tf\n(?:(\d) Tr [\d.]++ w\n)?+(?:(" + _N + rb") Tz\n)?+"
    rb"(" + _N6 + rb") Tm\n(\[[^\]()]*+\])TJ\nET\nQ\n"
)
_DASH = _N + rb" " + _N + rb" m " + _N + rb" " + _N + rb" l\nS\n"
_DASH_GROUPS = (
    rb"((?:(?:[\d. ]++(?:G|RG)\n)?+[\d.]++ w\n\[[^\]]*+\] [\d.]++ d\n\d J\n\d j\n[\d.]++ M\n" + _DASH + rb")++)"
)
_CLIP_BLOCK = rb"(Q\n)?+q\n((?:" + _N + rb" " + _N + rb" [ml] ){4})h\nW\*?+ n\n"
HANCOM = re.compile(_WORD_BLOCK + rb"|" + _DASH_GROUPS + rb"|" + _CLIP_BLOCK)
STRIDE = HANCOM.groups + 1
DASH_ENDS = re.compile(rb"(\S++) (\S++) m (\S++) (\S++) l\n")

_DICT = rb"<<(?:[^<>()]++|" + HEX + rb"|" + STRING + rb"|<<(?:[^<>()]++|" + HEX + rb"|" + STRING + rb")*+>>)*+>>"
_ARRAY = rb"\[(?:[^\[\]()<>%]++|" + HEX + rb"|" + STRING + rb")*+\]"
_OPERAND = rb"(?:" + NUMBER + rb"|" + NAME + rb"|" + _ARRAY + rb"|" + HEX + rb"|" + STRING + rb"|" + _DICT + rb")"
OPERATION = re.compile(
    rb"((?:" + _OPERAND + SPACE + rb"*+|" + SPACE + rb"++|%[^\r\n]*+)*+)([A-Za-z'\"][A-Za-z0-9*]*+)|([^\0\t\n\f\r ])",
    re.DOTALL,
)
NUMBERS = re.compile(NUMBER)
INLINE_END = re.compile(SPACE + rb"EI(?=" + SPACE + rb"|$)")
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
