"""The rules of the indicators: titles, weights, ladders, levels and actuals."""

from collections.abc import Iterator
from fractions import Fraction

from perfeval.appraise.check_rows import (
    INDICATORS,
    blank_level,
    component_of,
    on_the_scale,
    titled,
    weights,
    written,
)
from perfeval.appraise.figures import exactly, fixed
from perfeval.appraise.ladder import Ladder, is_mixed, read_actual, read_ladder
from perfeval.appraise.score import rung_of
from perfeval.findings import Finding, finding
from perfeval.model import Evaluation, Indicator
from perfeval.regulations.dimensions import RESULT_METHODS
from perfeval.regulations.schema import Rating, Regulation

TARGETS = tuple(f"target_{number}" for number in (1, 2, 3, 4, 5))
SHOWN_PLACES = 4  # of an earned level in a message
PERCENT = ("%", "ร้อยละ", "เปอร์เซ็นต์")


def there_is_an_indicator(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Results cannot be scored on no indicator at all."""
    if not evaluation.indicators:
        clause = component_of(regulation, *RESULT_METHODS).clause
        yield finding("PE209", evaluation.where("indicators"), clause=clause)


def indicators_are_few(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """More indicators than advised are worth a look."""
    for advice in regulation.advice:
        count = len(evaluation.indicators)
        if advice.key == "indicators_at_most" and count > advice.value:
            beyond = evaluation.indicators[advice.value :]
            yield finding(
                "PE210",
                evaluation.where("title", beyond[0]),
                cells=[row.at["title"] for row in beyond],
                found=str(count),
                clause=advice.clause,
                most=advice.value,
            )


def rows_are_complete(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A row in use has a title and a weight."""
    yield from titled(evaluation, evaluation.indicators, INDICATORS)
    clause = component_of(regulation, *RESULT_METHODS).method_clause
    for row in evaluation.indicators:
        if row.is_blank("weight"):
            where = evaluation.where("weight", row)
            yield finding("PE216", where, clause=clause, title=row.title or "")


def weights_total_the_whole(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """The weights of the indicators total 100 percent."""
    component = component_of(regulation, *RESULT_METHODS)
    yield from weights(evaluation, evaluation.indicators, component, INDICATORS)


def ladders_are_sound(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """All five targets or none, and a numeric ladder rises or falls throughout."""
    component = component_of(regulation, *RESULT_METHODS)
    clause = component.method_clause
    if component.method == "dimensions":  # its targets are no ladder
        return
    for row in evaluation.indicators:
        blank = [key for key in TARGETS if row.is_blank(key)]
        if blank and len(blank) < len(TARGETS):
            yield finding(
                "PE206",
                evaluation.where(blank[0], row),
                cells=[row.at[key] for key in blank],
                clause=clause,
                title=row.title or "",
                count=len(TARGETS) - len(blank),
                wanted=len(TARGETS),
            )
        ladder = read_ladder(row.targets)
        if ladder and is_mixed(row.targets):
            yield finding(
                "PE233",
                evaluation.where(TARGETS[0], row),
                cells=[row.at[key] for key in TARGETS],
                found=", ".join(str(target) for target in row.targets),
                clause=clause,
                title=row.title or "",
            )
        elif ladder and not ladder.is_monotone:
            yield _crooked(evaluation, row, ladder, clause)


def _crooked(
    evaluation: Evaluation, row: Indicator, ladder: Ladder, clause: str
) -> Finding:
    return finding(
        "PE207",
        evaluation.where(TARGETS[0], row),
        cells=[row.at[key] for key in TARGETS],
        found=", ".join(written(target) for target in ladder.targets),
        clause=clause,
        title=row.title or "",
    )


def levels_are_typed(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """
    Each indicator has a level, or an actual on a numeric ladder.

    Silent where the ladder itself is wrong or a value was refused: the level
    may then be there once that is mended.
    """
    rating = regulation.rating
    if regulation.dimensions is not None:
        return
    for row in evaluation.indicators:
        if not row.is_blank("level") or "actual" in row.refused:
            continue
        if row.is_blank("actual"):
            yield blank_level(evaluation, row, rating)
        elif _measures_nothing(row, rating) and not _is_broken(row):
            yield finding(
                "PE217",
                evaluation.where("level", row),
                clause=rating.clause,
                title=row.title or "",
                lowest=written(rating.lowest),
                highest=written(rating.highest),
            )


def _measures_nothing(row: Indicator, rating: Rating) -> bool:
    """True for words, and for a scale that has not one level for each target."""
    ladder = read_ladder(row.targets)
    if ladder is None:
        return True
    is_measure = ladder.is_monotone and read_actual(row.actual, ladder) is not None
    return is_measure and rung_of(row, rating) is None


def _is_broken(row: Indicator) -> bool:
    """True when the ladder is half filled or holds a refused target."""
    blank = [key for key in TARGETS if row.is_blank(key)]
    refused = any(key in row.refused for key in TARGETS)
    return refused or 0 < len(blank) < len(TARGETS)


def levels_are_on_the_scale(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A typed level lies on the rating scale."""
    yield from on_the_scale(evaluation, evaluation.indicators, regulation.rating)


def level_and_actual_agree(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """
    An actual beside a numeric ladder is a number, and agrees with the level.

    A level off the scale is told by itself alone.
    """
    rating = regulation.rating
    for row in evaluation.indicators:
        ladder = read_ladder(row.targets)
        if ladder is None or not ladder.is_monotone or row.actual is None:
            continue
        if is_mixed(row.targets):
            continue  # told as a fault of the ladder
        measures = (*row.targets, row.actual)
        if read_actual(row.actual, ladder) is None or is_mixed(measures):
            yield finding(
                "PE219",
                evaluation.where("actual", row),
                found=str(row.actual),
                clause=rating.agree_clause,
                title=row.title or "",
                example=row.target_5,
            )
            continue
        rung = rung_of(row, rating)
        on_scale = row.level is not None and (
            rating.lowest <= row.level <= rating.highest
        )
        if rung is None or row.level is None or not on_scale:
            continue
        if abs(exactly(row.level) - rung.level) > exactly(rating.agree_within):
            yield _disagreement(evaluation, row, rung.level, rating.agree_clause)


def _disagreement(
    evaluation: Evaluation, row: Indicator, earned: Fraction, clause: str
) -> Finding:
    exact = written(earned)
    shown = exact if "/" not in exact else fixed(earned, SHOWN_PLACES)
    return finding(
        "PE208",
        evaluation.where("level", row),
        cells=[row.at["level"], row.at["actual"]],
        found=written(row.level or 0),  # type: ignore[arg-type]
        clause=clause,
        actual=row.actual if isinstance(row.actual, str) else written(row.actual or 0),  # type: ignore[arg-type]
        earned=shown,
    )
