"""Everything wrong with one evaluation, in the order of the form, in one pass."""

from collections.abc import Callable, Iterator

from perfeval.appraise import (
    check_agreement,
    check_competencies,
    check_indicators,
    check_people,
)
from perfeval.choices import Stage
from perfeval.findings import Finding, grouped
from perfeval.model import Evaluation
from perfeval.regulations.schema import Regulation

Check = Callable[[Evaluation, Regulation], Iterator[Finding]]


CHECKS: tuple[Check, ...] = (
    check_people.round_can_be_read,
    check_people.evaluator_is_another_person,
    check_people.probation_has_its_weights,
    check_indicators.there_is_an_indicator,
    check_indicators.indicators_are_few,
    check_indicators.rows_are_complete,
    check_indicators.weights_total_the_whole,
    check_indicators.ladders_are_sound,
    check_indicators.levels_are_typed,
    check_indicators.levels_are_on_the_scale,
    check_indicators.level_and_actual_agree,
    check_people.changes_are_complete,
    check_competencies.rows_are_complete,
    check_competencies.weights_total_the_whole,
    check_competencies.there_is_a_competency,
    check_competencies.none_is_missing,
    check_competencies.none_is_too_many,
    check_competencies.kinds_are_given,
    check_competencies.none_is_doubled,
    check_competencies.core_names_are_listed,
    check_competencies.levels_are_typed,
    check_competencies.levels_are_on_the_scale,
    check_competencies.expected_levels_are_as_advised,
    check_people.evaluated_within_the_round,
    check_people.witnesses_suffice,
    check_people.next_supervisor_is_complete,
)
# Rules of what is evaluated, which an agreement does not hold yet.
OF_RESULTS: frozenset[Check] = frozenset(
    {
        check_indicators.levels_are_typed,
        check_indicators.levels_are_on_the_scale,
        check_indicators.level_and_actual_agree,
        check_competencies.levels_are_typed,
        check_competencies.levels_are_on_the_scale,
        check_people.evaluated_within_the_round,
        check_people.witnesses_suffice,
        check_people.next_supervisor_is_complete,
    }
)
OF_AGREEMENTS: tuple[Check, ...] = (
    check_agreement.expected_levels_are_typed,
    check_agreement.expected_levels_are_on_the_scale,
)


def rules(stage: Stage) -> tuple[Check, ...]:
    """The rules that a form is held to."""
    if stage is Stage.EVALUATION:
        return CHECKS
    return (*(rule for rule in CHECKS if rule not in OF_RESULTS), *OF_AGREEMENTS)


def check(
    evaluation: Evaluation, regulation: Regulation, stage: Stage = Stage.EVALUATION
) -> list[Finding]:
    """
    All findings of one evaluation; the same fault in many cells is one.

    A fault that only follows from another is not told.
    """
    held = rules(stage)
    return grouped(found for rule in held for found in rule(evaluation, regulation))
