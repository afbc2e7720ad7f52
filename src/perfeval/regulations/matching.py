"""
How a shown level of a competency is measured against the level that is expected.

No shipped regulation uses one of these: an office names the method in its own file
and gives the figures there, with their clause.
"""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from perfeval.blocks import Block, Figure, Some
from perfeval.regulations.ruling import Level, Percent, Ruling

COMPETENCY_METHODS = ("rating", "table", "bar", "hybrid")
BY_EXPECTATION = COMPETENCY_METHODS[1:]  # of which the expected level decides

Earned = Annotated[Figure, Field(ge=0)]
Full = Annotated[Figure, Field(gt=0)]


class TableRow(Block):
    """What the shown levels earn where one level is expected, in their order."""

    expected: Level
    points: Some[Earned]


class LookUp(Ruling):
    """
    `method = "table"`: expected and shown level are looked up.

    full: the points of a competency that earns all of its weight.
    shown: the shown levels, one for each column of the rows.
    """

    full: Full
    shown: Some[Level]
    rows: Some[TableRow]

    def points(self, expected: Decimal, shown: Decimal) -> Decimal | None:
        """What a pair of levels earns; None where the table has no such pair."""
        for row in self.rows:
            if row.expected == expected:
                return dict(zip(self.shown, row.points, strict=False)).get(shown)
        return None


class Gap(Block):
    """The points of a shown level that lies at most so far below the expected one."""

    at_most: Level
    points: Earned


class Bar(Ruling):
    """
    `method = "bar"`: points by how far the shown level lies below the expected one.

    full: the points of a competency that earns all of its weight.
    gaps: the nearest first; otherwise: the points of one that lies farther below.
    """

    full: Full
    gaps: Some[Gap]
    otherwise: Earned

    def points(self, expected: Decimal, shown: Decimal) -> Decimal:
        """What a pair of levels earns."""
        for gap in self.gaps:
            if expected - shown <= gap.at_most:
                return gap.points
        return self.otherwise


class Hybrid(Ruling):
    """
    `method = "hybrid"`: all shown levels as a percent of all expected ones.

    at_most: what the component comes to at most, in points 0-100.
    """

    at_most: Percent


class Matching(Block):
    """The figures of each method; a regulation has those that its method needs."""

    table: LookUp | None = None
    bar: Bar | None = None
    hybrid: Hybrid | None = None
