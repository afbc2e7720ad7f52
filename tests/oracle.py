"""
The score of one evaluation once more, straight from the rules.

Written from the announcement of the tambon and the slides of the civil service
alone; it shares no code and no table with perfeval. Numbers only: how a cell is
read is tested elsewhere.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

# Percent of results and of behaviour, by regulation and whether probation counts.
SHARES = {
    ("tambon-official-2559", False): (70, 30),
    ("tambon-official-2559", True): (50, 50),
    ("civil-service-2552", False): (70, 30),
    ("civil-service-2552", True): (70, 30),  # no rule for probation
}
FLOORS = (
    (90, "outstanding"),
    (80, "very_good"),
    (70, "good"),
    (60, "fair"),
    (0, "needs_improvement"),
)
DIGITS = 60  # more than any figure of the tests has


@dataclass(frozen=True)
class Row:
    """A weight in percent, None where nobody gave one; a level, or how to earn it."""

    weight: Decimal | None
    level: Decimal | None
    targets: tuple[Decimal, ...] = ()
    actual: Decimal | None = None


@dataclass(frozen=True)
class Answer:
    results: Fraction
    behaviour: Fraction
    total: Fraction
    band: str
    printed: str


def level(row: Row) -> Fraction:
    """The level typed, else the place of the actual between its two targets."""
    if row.level is not None:
        return Fraction(row.level)
    actual = Fraction(row.actual)
    stops = [(Fraction(target), number) for number, target in enumerate(row.targets, 1)]
    stops.sort()
    if actual <= stops[0][0]:
        return Fraction(stops[0][1])
    for (low, below), (high, above) in pairwise(stops):
        if actual <= high:
            return below + Fraction(above - below) * (actual - low) / (high - low)
    return Fraction(stops[-1][1])


def points(rows: list[Row]) -> Fraction:
    """Of 100: the mean level in the weights, times 20."""
    if all(row.weight is None for row in rows):
        return 20 * sum(map(level, rows), Fraction(0)) / len(rows)
    return 20 * sum(
        (level(row) * Fraction(row.weight) / 100 for row in rows), Fraction(0)
    )


def band(total: Fraction) -> str:
    return next(key for floor, key in FLOORS if total >= floor)


def printed(total: Fraction) -> str:
    """Two places, half up; more while that would show another band."""
    for places in range(2, DIGITS):
        shown = _rounded(total, places)
        if band(Fraction(shown)) == band(total):
            return f"{shown:f}"
    raise AssertionError(total)


def _rounded(total: Fraction, places: int) -> Decimal:
    """Long division, then one rounding by the decimal standard."""
    whole, rest = divmod(total.numerator * 10**DIGITS, total.denominator)
    cut = Decimal(f"{whole}e-{DIGITS}")
    if rest:  # a trace left over: never exactly half
        cut = Decimal(f"{whole}1e-{DIGITS + 1}")
    return cut.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def answer(
    regulation: str, indicators: list[Row], competencies: list[Row], *, probation: bool
) -> Answer:
    share, other = SHARES[regulation, probation]
    results, behaviour = points(indicators), points(competencies)
    total = (results * share + behaviour * other) / 100
    return Answer(results, behaviour, total, band(total), printed(total))
