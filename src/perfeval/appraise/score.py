"""
The exact score of one evaluation, with every step that leads to it.

All arithmetic is on rationals, from the typed cell to the band. Nothing is
rounded here.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from perfeval.appraise import score_competencies
from perfeval.appraise.figures import band_of, display, exactly, is_at_edge
from perfeval.appraise.ladder import Rung, Target, climb, read_actual, read_ladder
from perfeval.appraise.lines import WHOLE, Line, sure
from perfeval.appraise.marked import item_title
from perfeval.grid import IN_A_FORM
from perfeval.model import Evaluation, Indicator, Item
from perfeval.regulations.schema import Band, Component, Rating, Regulation


class Part(NamedTuple):
    """
    One component: points 0-100, weight in percent, weighted points.

    probation_cell: where the form says that probation sets the weight; None
        where it does not.
    """

    component: Component
    lines: tuple[Line, ...]
    points: Fraction
    weight: Fraction
    weight_clause: str
    probation_cell: str | None
    weighted: Fraction


class Result(NamedTuple):
    """The score of one evaluation: points 0-100, exact, and the band it earns."""

    evaluation: Evaluation
    regulation: Regulation
    parts: tuple[Part, ...]
    total: Fraction
    band: Band
    at_edge: bool

    @property
    def printed(self) -> str:
        """The total as papers print it."""
        return display(self.total, self.regulation.bands)


def score(evaluation: Evaluation, regulation: Regulation) -> Result:
    """
    The result of an evaluation in which no error was found.

    Source: the components and the bands of the regulation.
    """
    parts = tuple(
        _part(evaluation, component, regulation) for component in regulation.components
    )
    total = sum((part.weighted for part in parts), Fraction(0))
    return Result(
        evaluation=evaluation,
        regulation=regulation,
        parts=parts,
        total=total,
        band=band_of(total, regulation.bands),
        at_edge=is_at_edge(total, regulation.bands),
    )


def _part(evaluation: Evaluation, component: Component, regulation: Regulation) -> Part:
    lines = METHODS[component.method](evaluation, regulation, component)
    if not lines:
        raise ValueError(f"nothing to score in {component.key}")
    points = sum((line.points for line in lines), Fraction(0))
    if component.method == "hybrid":
        points = min(points, _most(regulation))
    if component.method == "marks":
        return _marked(component, lines, points)
    weight, clause, cell = component.weight, component.clause, None
    if evaluation.probation == "yes" and component.probation_weight is not None:
        weight = component.probation_weight
        clause = component.probation_clause or clause
        cell = evaluation.at.get("probation")
    return Part(
        component=component,
        lines=lines,
        points=points,
        weight=sure(weight),
        weight_clause=clause,
        probation_cell=cell,
        weighted=points * sure(weight) / WHOLE,
    )


def _most(regulation: Regulation) -> Fraction:
    """What a component comes to at most by `hybrid`."""
    said = regulation.matching
    return sure(said.hybrid.at_most if said and said.hybrid else None)


def _marked(component: Component, lines: tuple[Line, ...], marks: Fraction) -> Part:
    """A component whose share of the total is what its full marks come to."""
    full = sum((line.weight for line in lines), Fraction(0))
    return Part(
        component=component,
        lines=lines,
        points=marks * WHOLE / full,
        weight=full,
        weight_clause=component.clause,
        probation_cell=None,
        weighted=marks,
    )


def weighted_levels(
    evaluation: Evaluation, regulation: Regulation, _: Component
) -> tuple[Line, ...]:
    """
    The lines of the indicators: weight x level / highest level, in points.

    Source: `method = "weighted_levels"` of a component.
    """
    return tuple(_indicator(row, regulation.rating) for row in evaluation.indicators)


def _indicator(row: Indicator, rating: Rating) -> Line:
    rung = None if row.level is not None else rung_of(row, rating)
    level = rung.level if rung else sure(row.level)
    weight = sure(row.weight)
    return Line(
        title=row.title or "",
        weight=weight,
        weight_cell=row.at["weight"],
        level=level,
        level_cell=row.at["actual" if rung else "level"],
        rung=rung,
        ladder=read_ladder(row.targets),
        target_cells=tuple(row.at[f"target_{n}"] for n in (1, 2, 3, 4, 5)),
        points=weight * level / exactly(rating.highest),
    )


def rung_of(row: Indicator, rating: Rating) -> Rung | None:
    """
    Where the actual stands on the ladder; None where nothing can be measured.

    A ladder measures only on a scale that has one level for each target.
    """
    return _rung(row.targets, row.actual, rating.lowest, rating.highest)


@lru_cache(maxsize=IN_A_FORM)
def _rung(
    targets: tuple[Target, ...], typed: Target, lowest: Decimal, highest: Decimal
) -> Rung | None:
    ladder = read_ladder(targets)
    if ladder is None or not ladder.is_monotone:
        return None
    actual = read_actual(typed, ladder)
    if actual is None or highest - lowest != len(ladder.targets) - 1:
        return None
    return climb(ladder, actual, lowest=exactly(lowest))


def dimensions(
    evaluation: Evaluation, regulation: Regulation, _: Component
) -> tuple[Line, ...]:
    """
    The lines of the indicators: weight x points of the dimensions / full points.

    Source: `method = "dimensions"` of a component, with its figures in `[dimensions]`.
    """
    said = regulation.dimensions
    if said is None:
        raise LookupError(regulation.id)
    keys, full = [one.key for one in said.parts], exactly(said.full)
    return tuple(_judged(row, keys, full) for row in evaluation.indicators)


def _judged(row: Indicator, keys: Sequence[str], full: Fraction) -> Line:
    earned = tuple(sure(getattr(row, key)) for key in keys)
    total, weight = sum(earned, Fraction(0)), sure(row.weight)
    cells = tuple(row.at[key] for key in keys)
    return Line(
        title=row.title or "",
        weight=weight,
        weight_cell=row.at["weight"],
        level=total,
        level_cell=cells[0],
        rung=None,
        ladder=None,
        target_cells=cells,
        points=weight * total / full,
        parts=earned,
    )


def marks(
    evaluation: Evaluation, regulation: Regulation, component: Component
) -> tuple[Line, ...]:
    """
    The lines of the items of a component: their marks of the present round.

    Source: `method = "marks"` of a component.
    """
    return tuple(
        _item(row, evaluation.marks, regulation)
        for row in evaluation.items
        if row.is_in_use and row.part == component.key
    )


def _item(row: Item, column: str, regulation: Regulation) -> Line:
    marked = sure(getattr(row, column))
    return Line(
        title=item_title(row, regulation),
        weight=sure(row.full_marks),
        weight_cell=row.at["full_marks"],
        level=marked,
        level_cell=row.at[column],
        rung=None,
        ladder=None,
        target_cells=(),
        points=marked,
    )


METHODS: dict[str, Callable[[Evaluation, Regulation, Component], tuple[Line, ...]]] = {
    "weighted_levels": weighted_levels,
    "dimensions": dimensions,
    "rating": score_competencies.rating,
    "table": score_competencies.matched,
    "bar": score_competencies.matched,
    "hybrid": score_competencies.hybrid,
    "marks": marks,
}
