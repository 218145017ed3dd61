"""Matrices and boxes, as tuples: points run from the top left of the page, y downwards."""

from __future__ import annotations

from typing import TypeAlias

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
BoxTuple: TypeAlias = tuple[float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FAR = 14_400.0
"""Largest coordinate of a page (ISO 32000-1, annex C); values beyond it are cut."""


def bounded(x0: float, y0: float, x1: float, y1: float) -> BoxTuple:
    """A box no further out than FAR: matrices of damaged files lead anywhere, even to what is no number."""
    if -FAR <= x0 <= FAR and -FAR <= y0 <= FAR and -FAR <= x1 <= FAR and -FAR <= y1 <= FAR:
        return (x0, y0, x1, y1)
    return (_near(x0), _near(y0), _near(x1), _near(y1))


def _near(value: float) -> float:
    return max(-FAR, min(FAR, value))


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies `first`, then `second`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def box_of(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> BoxTuple:
    """The upright box around a rectangle under a matrix."""
    a, b, c, d, e, f = matrix
    if not b and not c:
        left, right, top, foot = a * x0 + e, a * x1 + e, d * y0 + f, d * y1 + f
        if left > right:
            left, right = right, left
        return (left, top, right, foot) if top <= foot else (left, foot, right, top)
    xs = (a * x0 + c * y0 + e, a * x1 + c * y0 + e, a * x0 + c * y1 + e, a * x1 + c * y1 + e)
    ys = (b * x0 + d * y0 + f, b * x1 + d * y0 + f, b * x0 + d * y1 + f, b * x1 + d * y1 + f)
    return (min(xs), min(ys), max(xs), max(ys))


def page_matrix(media: BoxTuple, rotate: int) -> Matrix:
    """From the space of a page to points from the top left of the page as shown."""
    x0, y0, x1, y1 = media
    match rotate % 360:
        case 90:
            return (0.0, 1.0, 1.0, 0.0, -y0, -x0)
        case 180:
            return (-1.0, 0.0, 0.0, 1.0, x1, -y0)
        case 270:
            return (0.0, -1.0, -1.0, 0.0, y1, x1)
    return (1.0, 0.0, 0.0, -1.0, -x0, y1)
