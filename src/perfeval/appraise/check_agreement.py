"""Rules of an agreement that bind no score: at the end they would come too late."""

from collections.abc import Iterator

from perfeval.appraise.check_rows import written
from perfeval.findings import Finding, finding
from perfeval.model import Evaluation
from perfeval.regulations.schema import Regulation


def expected_levels_are_typed(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A competency that is agreed on has the expected level that its kind has."""
    for row in evaluation.competencies:
        advised = regulation.expected_level(
            evaluation.position_type,
            evaluation.position_level,
            row.kind or "",
            staff_group=evaluation.staff_group,
        )
        if advised is not None and row.is_blank("expected"):
            yield finding(
                "PE240",
                evaluation.where("expected", row),
                clause=advised.clause,
                title=row.title or "",
                advised=written(advised.level),
            )


def expected_levels_are_on_the_scale(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """An expected level lies on the rating scale."""
    rating = regulation.rating
    for row in evaluation.competencies:
        expected = row.expected
        if expected is None or rating.lowest <= expected <= rating.highest:
            continue
        yield finding(
            "PE241",
            evaluation.where("expected", row),
            found=written(expected),
            clause=rating.clause,
            lowest=written(rating.lowest),
            highest=written(rating.highest),
        )
