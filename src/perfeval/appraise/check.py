"""Everything wrong with one evaluation, in the order of the form, in one pass."""

from collections.abc import Callable, Iterator

from perfeval.appraise import (
    check_agreement,
    check_competencies,
    check_dimensions,
    check_indicators,
    check_marks,
    check_matching,
    check_people,
    check_proposal,
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
    check_dimensions.points_are_typed,
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
    check_matching.expected_levels_decide,
    check_matching.pairs_are_in_the_table,
    check_competencies.expected_levels_are_as_advised,
    check_people.evaluated_within_the_round,
    check_people.witnesses_suffice,
    check_people.next_supervisor_is_complete,
)
MARKED: tuple[Check, ...] = (  # where items are marked and no levels typed
    check_people.round_can_be_read,
    check_people.evaluator_is_another_person,
    check_people.probation_has_its_weights,
    check_marks.the_form_is_for_the_position,
    check_marks.rows_are_complete,
    check_marks.parts_are_those_of_the_items,
    check_marks.none_is_doubled,
    check_marks.every_component_is_marked,
    check_marks.compulsory_items_are_marked,
    check_marks.full_marks_total_the_whole,
    check_marks.marks_are_typed,
    check_marks.marks_lie_within_full_marks,
    check_marks.no_marks_of_a_later_round,
    check_people.changes_are_complete,
    check_proposal.a_raise_is_proposed,
    check_proposal.a_proposal_has_its_reason,
    check_proposal.a_proposal_belongs_to_the_round,
    check_proposal.a_proposal_fits_the_band,
    check_people.evaluated_within_the_round,
    check_people.witnesses_suffice,
    check_proposal.next_supervisors_are_complete,
)
# Rules of what is evaluated, which an agreement does not hold yet.
OF_RESULTS: frozenset[Check] = frozenset(
    {
        check_indicators.levels_are_typed,
        check_indicators.levels_are_on_the_scale,
        check_indicators.level_and_actual_agree,
        check_dimensions.points_are_typed,
        check_competencies.levels_are_typed,
        check_competencies.levels_are_on_the_scale,
        check_matching.expected_levels_decide,
        check_matching.pairs_are_in_the_table,
        check_marks.marks_are_typed,
        check_marks.marks_lie_within_full_marks,
        check_marks.no_marks_of_a_later_round,
        check_proposal.a_raise_is_proposed,
        check_proposal.a_proposal_has_its_reason,
        check_proposal.a_proposal_belongs_to_the_round,
        check_proposal.a_proposal_fits_the_band,
        check_proposal.next_supervisors_are_complete,
        check_people.evaluated_within_the_round,
        check_people.witnesses_suffice,
        check_people.next_supervisor_is_complete,
    }
)
OF_AGREEMENTS: tuple[Check, ...] = (
    check_agreement.expected_levels_are_typed,
    check_agreement.expected_levels_are_on_the_scale,
)


def rules(stage: Stage, regulation: Regulation) -> tuple[Check, ...]:
    """The rules that a form is held to."""
    checks = MARKED if regulation.is_marked else CHECKS
    if stage is Stage.EVALUATION:
        return checks
    agreed = tuple(rule for rule in checks if rule not in OF_RESULTS)
    return agreed if regulation.is_marked else (*agreed, *OF_AGREEMENTS)


def check(
    evaluation: Evaluation, regulation: Regulation, stage: Stage = Stage.EVALUATION
) -> list[Finding]:
    """
    All findings of one evaluation; the same fault in many cells is one.

    A fault that only follows from another is not told.
    """
    held = rules(stage, regulation)
    return grouped(found for rule in held for found in rule(evaluation, regulation))
