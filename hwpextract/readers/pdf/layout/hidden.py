"""Text that nobody sees, and text painted twice: taken out of a page before it is laid out.

Hidden is what is painted without ink where no scan lies, in white on white, outside of the page, too small to read, under a
picture, or on a layer that is off. Shadows and false bold paint a word again within a point of itself: those stay once.
"""

from __future__ import annotations

from functools import cache
from math import isfinite
from typing import Any

from hwpextract.readers.pdf.content.geometry import FAR, bounded
from hwpextract.readers.pdf.content.runs import PageContent, Run
from hwpextract.readers.pdf.layout.checkboxes import draw_check_boxes
from hwpextract.readers.pdf.layout.pages import Page

_INVISIBLE = 3
"""Text render mode without ink: a scan's recognised text, else hidden."""
_TINY = 1.5
_CHECK_EVERY = 64
"""Runs between two looks at the clock."""
_SAME_PLACE = 1.2
"""The same word within this many points is one word painted twice."""
_SHADOW, _FARTHEST = 0.12, 2.0
"""So is one within this share of its size, as the shadow of a headline, but no more points than half a tile."""
_BESIDE = 0.1
"""Signs no further apart than this many points in height stand side by side."""
_COLUMN = 1 << 24
"""Between the numbers of two tiles of the page that lie side by side; no page has so many one below the other."""
_SCAN_SHARE = 0.5
"""A picture that covers this share of the page makes invisible text its recognised text."""


def hide(page: Page) -> list[Run]:
    """Remove repeated and hidden runs from the content of a page; gives the hidden ones."""
    content = page.content
    if "Marlett" in {font.name for font in {run.font for run in content.runs}}:
        drawn = draw_check_boxes(content.runs)
        content.repeated += sum(len(run.text) for run, left in zip(content.runs, drawn, strict=True) if not left.text)
        content.runs = drawn
    covered = _covered(page)
    hidden = _take_unseen(page, covered) if covered or not _is_plain(page) else []
    content.runs = _once(content)
    return _without_shadows(content, [_in_bounds(run) for run in hidden]) if hidden else []


def _is_plain(page: Page) -> bool:
    """Whether nothing on a page can be unseen, but for pictures: all is on the page, of a size to read, in ink and not in white."""
    content = page.content
    if not content.runs:
        return True
    _, x0, y, x1, _, size, _, mode, fill, _, _, _, off = zip(*content.runs, strict=True)
    return (
        isfinite(sum(x0) + sum(y) + sum(x1) + sum(size))  # what is no number would slip through the comparisons below
        and not any(off)
        and _INVISIBLE not in mode
        and _TINY <= min(size) <= max(size) <= FAR
        and -1 <= min(y) <= max(y) <= page.height + 1
        and -FAR <= min(x0) <= max(x0) <= page.width + 1
        and -FAR <= min(x1) <= max(x1) <= FAR
        and not any(map(_is_white, set(fill)))
    )


def _take_unseen(page: Page, covered: set[int]) -> list[Run]:
    """Take what nobody sees out of the runs of a page."""
    content = page.content
    runs = content.runs
    scanned = _is_scan(page)
    white = {fill for fill in {run.fill for run in runs} if _is_white(fill)}
    right, foot = page.width + 1, page.height + 1
    shown: list[Run] = []
    hidden: list[Run] = []
    for index, run in enumerate(runs):
        if not index % _CHECK_EVERY:
            page.tick()
        unseen = (
            run.off
            or not _TINY <= run.size <= FAR
            or (run.mode == _INVISIBLE and not scanned)
            or not (-1 <= run.y <= foot and -FAR <= run.x0 <= right and -FAR <= run.x1 <= FAR)
            or (run.fill in white and run.mode != _INVISIBLE and not _on_colour(run, index, content))
            or index in covered
        )
        (hidden if unseen and run.text else shown).append(run)
    content.runs = shown
    return hidden


def _once(content: PageContent) -> list[Run]:
    """The runs that have a text, without those that paint a word again where it stands."""
    seen: dict[str, Run] = {}
    again: dict[str, dict[int, Run]] = {}
    shown: list[Run] = []
    for run in content.runs:
        text = run[0]
        if not text:
            continue
        other = seen.setdefault(text, run)
        if other is run:
            shown.append(run)
            continue
        places = again.get(text)
        if places is None:
            places = again[text] = {_tiles(other)[0]: other}
        tiles = _tiles(run)
        if not places.keys().isdisjoint(tiles) and _is_among(run, tiles, places):
            content.repeated += len("".join(text.split()))
        else:
            shown.append(run)
        places[tiles[0]] = run
    return shown if len(shown) < len(content.runs) else content.runs


def _without_shadows(content: PageContent, hidden: list[Run]) -> list[Run]:
    """Hidden runs without those that stand where the same word is seen: the light side of embossed letters."""
    places: dict[str, dict[int, Run]] = {run.text: {} for run in hidden}
    for run in content.runs:
        if run.text in places:
            places[run.text][_tiles(run)[0]] = run
    kept = [run for run in hidden if not _is_among(run, _tiles(run), places[run.text])]
    if len(kept) < len(hidden):
        content.repeated += _letters(hidden) - _letters(kept)
    return kept


def _letters(runs: list[Run]) -> int:
    return sum(len("".join(run.text.split())) for run in runs)


def _tiles(run: Run) -> tuple[int, int, int, int]:
    """In which tile of the page, four points wide and high, a run begins, and the three next to that corner of it."""
    x, y = run[1], run[2]
    tile = (int(x) >> 2) * _COLUMN + (int(y) >> 2)
    across = tile + (_COLUMN if x % 4 > _FARTHEST else -_COLUMN)
    down = 1 if y % 4 > _FARTHEST else -1
    return tile, tile + down, across, across + down


def _is_among(run: Run, tiles: tuple[int, ...], places: dict[int, Run]) -> bool:
    """Whether a run stands where one of the same text does; the borders of tiles may lie between them."""
    return any(_is_repeated(run, places[tile]) for tile in tiles if tile in places)


def _in_bounds(run: Run) -> Run:
    x0, y, x1, y1 = bounded(run.x0, run.y, run.x1, run.y1)
    return run._replace(x0=x0, y=y, x1=x1, y1=y1, size=min(run.size, FAR))


def _is_repeated(run: Run, other: Run) -> bool:
    """Whether the same word stands at the same place already; single signs side by side (leader dots) may."""
    across, down = abs(other.x0 - run.x0), abs(other.y - run.y)
    if across > _FARTHEST or down > _FARTHEST:
        return False
    is_word = len(run.text) > 1 or run.text.isalnum()
    far = max(across, down)
    if far > _SAME_PLACE and not (is_word and far <= _SHADOW * run.size):
        return False
    return is_word or down > _BESIDE or across < _BESIDE


def _on_colour(run: Run, index: int, content: PageContent) -> bool:
    """Whether something dark or a picture lies under a run when it is painted."""
    x, y = (run.x0 + run.x1) / 2, run.y - 0.35 * run.size
    for x0, y0, x1, y1, fill, before in content.fills:
        if before <= index and x0 <= x <= x1 and y0 <= y <= y1 and not _is_white(fill):
            return True
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1, _, _, before, _ in content.images if before <= index)


def _is_scan(page: Page) -> bool:
    """Whether a picture covers so much of a page that invisible text is its recognised text."""
    return any(_area(image[:4]) > _SCAN_SHARE * page.width * page.height for image in page.content.images)


def _covered(page: Page) -> set[int]:
    """Numbers of the runs over which an opaque picture is painted; none on a scan."""
    found: set[int] = set()
    if not page.content.images or _is_scan(page):
        return found
    runs = page.content.runs
    for x0, y0, x1, y1, stream, _, before, _ in page.content.images:
        if not before or not _is_opaque(stream):
            continue
        page.tick()
        for index, run in enumerate(runs[:before]):
            if x0 - 1 <= run.x0 and run.x1 <= x1 + 1 and run.y <= y1 + 1 and y0 - 1 <= run.y - 0.7 * run.size:
                found.add(index)
    return found


def _is_opaque(stream: Any) -> bool:
    return stream is not None and not {"SMask", "Mask", "ImageMask"} & stream.attributes.keys()


@cache
def _is_white(fill: bytes) -> bool:
    """Whether the operands of a fill colour are white: all light in grey and RGB, no ink in CMYK."""
    try:
        values = [float(value) for value in fill.split()]
    except ValueError:
        return False
    if len(values) == 4:
        return max(values) < 0.02
    return len(values) in (1, 3) and min(values) > 0.98


def _area(box: tuple[float, ...]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
