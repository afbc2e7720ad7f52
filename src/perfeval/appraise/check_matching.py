"""The rules of expected levels where they decide what a competency earns."""

from collections.abc import Iterator

from perfeval.appraise.check_agreement import expected_levels_are_on_the_scale
from perfeval.appraise.check_rows import component_of, written
from perfeval.findings import Finding, finding
from perfeval.model import Evaluation
from perfeval.regulations.matching import BY_EXPECTATION, COMPETENCY_METHODS
from perfeval.regulations.schema import Regulation


def expected_levels_decide(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Each competency has an expected level on the scale; blank is not zero."""
    component = component_of(regulation, *COMPETENCY_METHODS)
    if component.method not in BY_EXPECTATION:
        return
    rating = regulation.rating
    for row in evaluation.competencies:
        if row.is_blank("expected"):
            yield finding(
                "PE280",
                evaluation.where("expected", row),
                clause=regulation.figures_clause(component),
                title=row.title or "",
                lowest=written(rating.lowest),
                highest=written(rating.highest),
            )
    yield from expected_levels_are_on_the_scale(evaluation, regulation)


def pairs_are_in_the_table(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Expected and shown level are a pair of the table, where there is one."""
    component = component_of(regulation, *COMPETENCY_METHODS)
    table = regulation.matching.table if regulation.matching else None
    if component.method != "table" or table is None:
        return
    rating = regulation.rating
    for row in evaluation.competencies:
        expected, shown = row.expected, row.level
        if expected is None or shown is None:
            continue
        on_scale = all(
            rating.lowest <= one <= rating.highest for one in (expected, shown)
        )
        if on_scale and table.points(expected, shown) is None:
            yield finding(
                "PE281",
                evaluation.where("level", row),
                cells=[row.at["level"], row.at["expected"]],
                found=written(shown),
                clause=table.clause,
                expected=written(expected),
                shown=written(shown),
                rows=", ".join(written(one.expected) for one in table.rows),
                columns=", ".join(map(written, table.shown)),
            )
