"""
Where pages break, so that what belongs together stays together.

On a sheet that nobody fills in, every page gets a break of our own. On one that
people fill in, rows grow while they type: a break is set only before rows that
would be torn apart, all others are left to the program.
"""

from collections.abc import Mapping, Sequence

MARGIN, FOOT = 0.59, 0.63  # inches: 1.5 cm; the same with room for the page number
LONG, SHORT = 297.0, 210.0  # millimetres of A4
INCH, MILLIMETRES = 72.0, 25.4  # points; millimetres of an inch
# Programs differ in how much they get on a page, and page by page that adds up.
SHARES = (1.0, 0.99, 0.98, 0.97, 0.96, 0.95)  # of a page, that a program may fill


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
    grows: bool,
) -> list[int]:
    """
    The rows before which a page of our own begins, 0-based.

    Args:
        heights: of every row, points.
        kept: first row -> last row of what must not be torn apart; where it is
            higher than a page it is torn all the same.
        page: points of rows that a page holds.
        repeated: the rows that stand at the top of every page.
        grows: people fill the sheet in.
    """
    titles = sum(heights[row] for row in repeated)
    pages = [page * share for share in (SHARES if grows else SHARES[-1:])]
    wholes = _apart(kept, heights, pages[-1] - titles)
    used = [0.0] * len(pages)
    found = []
    for row, height in enumerate(heights):
        at_top = titles if row >= repeated.stop else 0.0
        together = sum(heights[row : wholes.get(row, row) + 1])
        if (row in wholes or not grows) and any(
            filled + together > full and filled > at_top
            for filled, full in zip(used, pages, strict=True)
        ):
            found.append(row)
            used = [at_top] * len(pages)
        used = [
            (at_top if filled + height > full else filled) + height
            for filled, full in zip(used, pages, strict=True)
        ]
    return found


def _apart(
    kept: Mapping[int, int], heights: Sequence[float], page: float
) -> Mapping[int, int]:
    """
    What is kept together, none reaching into another, none above a page.

    Where two overlap and are higher than a page, the first one gives way: who signs
    keeps the last rows of a list, whatever else would keep them. It is torn above a
    heading, where that would be parted from its first row.
    """
    found: list[tuple[int, int]] = []
    for first, last in sorted(kept.items()):
        whole = first, last
        if found and first <= found[-1][1]:
            before = found.pop()
            if sum(heights[before[0] : last + 1]) <= page:
                whole = before[0], max(before[1], last)
            else:
                torn = _above_headings(first, kept)
                if sum(heights[torn : last + 1]) <= page:
                    whole = torn, last
                if before[0] < whole[0]:
                    found.append((before[0], whole[0] - 1))
        if sum(heights[whole[0] : whole[1] + 1]) <= page:
            found.append(whole)
    return dict(found)


def _above_headings(row: int, kept: Mapping[int, int]) -> int:
    """The row itself, or the first of the headings right above it."""
    while kept.get(row - 1) == row:
        row -= 1
    return row
