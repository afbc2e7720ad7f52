"""
Where pages break, so that what belongs together stays together.

Programs break a page after the last row that fits. A break of our own is set
only before rows that would be torn apart that way; all others are left to the
program, for rows grow while people type.
"""

from collections.abc import Iterator, Mapping, Sequence

MARGIN, FOOT = 0.59, 0.63  # inches: 1.5 cm; the same with room for the page number
LONG, SHORT = 297.0, 210.0  # millimetres of A4
INCH, MILLIMETRES = 72.0, 25.4  # points; millimetres of an inch
# Programs differ in how much they get on a page, and page by page that adds up:
# what would be torn at any of these shares of a page is kept together.
SHARES = (1.0, 0.99, 0.98, 0.97, 0.96, 0.95)


def room(points: float, *, portrait: bool) -> float:
    """
    Points of rows that one page holds, once the sheet is fitted to its width.

    Args:
        points: the width of the sheet.
    """
    wide, high = (SHORT, LONG) if portrait else (LONG, SHORT)
    width = wide / MILLIMETRES * INCH - 2 * MARGIN * INCH
    height = high / MILLIMETRES * INCH - (MARGIN + FOOT) * INCH
    scale = min(1.0, width / points)
    return height / scale


def breaks(
    heights: Sequence[float],
    kept: Mapping[int, int],
    *,
    page: float,
    repeated: range,
) -> list[int]:
    """
    The rows before which a page of our own begins, 0-based.

    Args:
        heights: of every row, points.
        kept: first row -> last row of what must not be torn apart; where it is
            higher than a page it is torn all the same.
        page: points of rows that a page holds.
        repeated: the rows that stand at the top of every page.
    """
    found = {
        row
        for share in SHARES
        for row in _torn(heights, kept, page=page * share, repeated=repeated)
    }
    return sorted(found)


def _torn(
    heights: Sequence[float],
    kept: Mapping[int, int],
    *,
    page: float,
    repeated: range,
) -> Iterator[int]:
    """What a program that breaks each full page would tear: its first rows."""
    titles = sum(heights[row] for row in repeated)
    wholes = _apart(kept, heights, page - titles)
    used = 0.0
    for row, height in enumerate(heights):
        at_top = titles if row >= repeated.stop else 0.0
        together = sum(heights[row : wholes.get(row, row) + 1])
        if row in wholes and used + together > page and used > at_top:
            yield row
            used = at_top
        elif used + height > page:
            used = at_top
        used += height


def _apart(
    kept: Mapping[int, int], heights: Sequence[float], page: float
) -> Mapping[int, int]:
    """What is kept together, none reaching into another, none above a page."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(kept.items()):
        start = first
        if found and first <= found[-1][1]:
            before = found[-1]
            if sum(heights[before[0] : last + 1]) <= page:
                found[-1] = before[0], max(before[1], last)
                continue
            start = before[1] + 1
        if start <= last and sum(heights[start : last + 1]) <= page:
            found.append((start, last))
    return dict(found)
