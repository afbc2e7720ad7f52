"""One row of a table on its way to the score."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from perfeval.appraise.figures import exactly
from perfeval.appraise.ladder import Ladder, Rung

WHOLE = 100  # percent, and the points of a full score


class Match(NamedTuple):
    """
    The expected level of a competency, and what the shown one earned against it.

    earned: points; of: the points of all its weight. By `hybrid`: the shown level, and
    the sum of the expected levels, both times their weight.
    """

    expected: Fraction
    cell: str
    earned: Fraction
    of: Fraction


class Line(NamedTuple):
    """
    One row of a table on its way to the score.

    weight: percent; weight_cell: where it was typed, None where weights
        are blank and all alike.
    level: on the rating scale; rung: how an actual earned it, None where the
        level itself was typed (`level_cell`).
    points: weight x level / highest level.

    match: what the level earned against the expected one, None where only the level
        counts.

    parts: the points in each dimension (cells in `target_cells`), else none; level is
        then their sum.

    Of a marked item, weight is its full marks, level its marks, points the same.
    """

    title: str
    weight: Fraction
    weight_cell: str | None
    level: Fraction
    level_cell: str
    rung: Rung | None
    ladder: Ladder | None
    target_cells: tuple[str, ...]
    points: Fraction
    match: Match | None = None
    parts: tuple[Fraction, ...] = ()


def sure(figure: Decimal | None) -> Fraction:
    """A figure that the checks have made sure of: blank is never zero."""
    if figure is None:
        raise ValueError("a blank figure has come as far as the score")
    return exactly(figure)
