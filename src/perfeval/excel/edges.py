"""The columns of a sheet on which several tables of their own widths stand."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from perfeval.book import Block, Fields, Table

SNAP = 1.0  # characters; edges nearer to each other are one
GAP = 3.0  # characters between a table and its chart
CHARACTER, PADDING = 6.0, 4.3  # points that a column has, by character and once


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the columns of a sheet end, in characters from the left; 0 first."""

    at: tuple[float, ...]

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of every column, in characters."""
        return tuple(
            right - left for left, right in zip(self.at, self.at[1:], strict=False)
        )

    @property
    def last(self) -> int:
        """The last column, 0-based."""
        return len(self.at) - 2

    @property
    def points(self) -> float:
        """The width of the sheet on paper, in points, before it is fitted."""
        return self.at[-1] * CHARACTER + len(self.widths) * PADDING

    def span(self, left: float, right: float) -> tuple[int, int]:
        """The first and the last column between two edges, 0-based."""
        first = self._nearest(left)
        return first, max(first, self._nearest(right) - 1)

    def width(self, first: int, last: int) -> float:
        """The width of some columns together, in characters."""
        return self.at[last + 1] - self.at[first]

    def _nearest(self, edge: float) -> int:
        place = bisect_left(self.at, edge)
        if place == len(self.at):
            return place - 1
        before = max(place - 1, 0)
        is_before = edge - self.at[before] < self.at[place] - edge
        return before if is_before else place


def edges(blocks: Iterable[Block], least: float) -> Edges:
    """
    The columns that serve all blocks of a sheet.

    Args:
        least: characters that the sheet is wide at least, where it has no table.
    """
    wanted: list[float] = []
    for block in blocks:
        if isinstance(block, Table):
            wanted += ends(block)
            if block.chart:
                start = wanted[-1] + GAP
                wanted += [start, start + block.chart.width]
        elif isinstance(block, Fields):
            wanted += [block.label_width, block.label_width + block.width]
    at = [0.0]
    for edge in sorted(wanted or [least]):
        if edge - at[-1] >= SNAP:
            at.append(edge)
    return Edges(tuple(at))


def ends(table: Table) -> list[float]:
    """Where each column of a table ends, in characters from its left."""
    return list(accumulate(column.width for column in table.columns))
