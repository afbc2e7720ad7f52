"""An office's own regulation may set other scales and numbers of competencies."""

from decimal import Decimal

from evaluations import TAMBON, evaluation, rules
from perfeval.appraise.check_competencies import there_is_a_competency
from perfeval.appraise.check_indicators import levels_are_typed
from perfeval.regulations.schema import Regulation

MEASURED = {"weight": 100, "targets": (60, 70, 80, 90, 100), "actual": 75}


def with_highest(level: int) -> Regulation:
    regulation = rules(TAMBON)
    rating = regulation.rating.model_copy(update={"highest": Decimal(level)})
    return regulation.model_copy(update={"scale": rating})


def with_at_least(count: int) -> Regulation:
    regulation = rules(TAMBON)
    sets = [s.model_copy(update={"at_least": count}) for s in regulation.competencies]
    return regulation.model_copy(update={"competencies": tuple(sets)})


def codes(found) -> list[str]:
    return [one.code for one in found]


def test_five_targets_measure_nothing_on_a_scale_of_four_levels():
    one = evaluation([MEASURED], [4])

    assert codes(levels_are_typed(one, with_highest(4))) == ["PE217"]
    assert codes(levels_are_typed(one, with_highest(5))) == []


def test_a_typed_level_needs_no_ladder_on_any_scale():
    one = evaluation([{**MEASURED, "level": 3}], [4])

    assert codes(levels_are_typed(one, with_highest(4))) == []


def test_no_competency_at_all_is_told_where_no_number_is_wanted():
    assert codes(there_is_a_competency(evaluation([], []), with_at_least(0))) == [
        "PE232"
    ]
    assert codes(there_is_a_competency(evaluation([], [4]), with_at_least(0))) == []


def test_no_competency_at_all_is_told_once_where_a_number_is_wanted():
    assert codes(there_is_a_competency(evaluation([], []), with_at_least(1))) == []
