"""What competencies come to, by each of the methods that a regulation may name."""

from fractions import Fraction

from perfeval.appraise.figures import exactly
from perfeval.appraise.lines import WHOLE, Line, Match, sure
from perfeval.model import Competency, Evaluation
from perfeval.regulations.schema import Component, Rating, Regulation


def rating(
    evaluation: Evaluation, regulation: Regulation, _: Component
) -> tuple[Line, ...]:
    """
    The lines of the competencies: weight x level / highest level, in points.

    Weights all blank: every competency counts alike.

    Source: `method = "rating"` of a component.
    """
    rows = evaluation.competencies
    equal = all(row.weight is None for row in rows)
    return tuple(
        _competency(
            row, Fraction(WHOLE, len(rows)) if equal else None, regulation.rating
        )
        for row in rows
    )


def _competency(row: Competency, equal: Fraction | None, rating: Rating) -> Line:
    weight = equal if equal is not None else sure(row.weight)
    level = sure(row.level)
    return Line(
        title=row.title or "",
        weight=weight,
        weight_cell=None if equal is not None else row.at["weight"],
        level=level,
        level_cell=row.at["level"],
        rung=None,
        ladder=None,
        target_cells=(),
        points=weight * level / exactly(rating.highest),
    )


def matched(
    evaluation: Evaluation, regulation: Regulation, component: Component
) -> tuple[Line, ...]:
    """
    The lines of the competencies: weight x points / full points, in points.

    Source: `method = "table"` or `"bar"` of a component, with its figures in
    `[matching]`.
    """
    rule = getattr(regulation.matching, component.method)
    lines = []
    for row, line in _rated(evaluation, regulation):
        earned = sure(rule.points(row.expected, row.level))
        match = Match(
            sure(row.expected), row.at["expected"], earned, exactly(rule.full)
        )
        lines.append(line._replace(points=line.weight * earned / match.of, match=match))
    return tuple(lines)


def hybrid(
    evaluation: Evaluation, regulation: Regulation, _: Component
) -> tuple[Line, ...]:
    """
    The lines of the competencies: weight x level as a percent of all weight x expected.

    Source: `method = "hybrid"` of a component.
    """
    rated = _rated(evaluation, regulation)
    wanted = sum((line.weight * sure(row.expected) for row, line in rated), Fraction(0))
    lines = []
    for row, line in rated:
        earned = line.weight * line.level
        match = Match(sure(row.expected), row.at["expected"], earned, wanted)
        lines.append(line._replace(points=earned * WHOLE / wanted, match=match))
    return tuple(lines)


def _rated(
    evaluation: Evaluation, regulation: Regulation
) -> list[tuple[Competency, Line]]:
    rows = evaluation.competencies
    lines = rating(evaluation, regulation, regulation.components[0])
    return list(zip(rows, lines, strict=True))
