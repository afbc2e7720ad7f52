"""The exact score: components, shares, bands, and where every figure stood."""

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import oracle
from evaluations import BOTH, CIVIL, PROBATION_CELL, TAMBON, evaluation, rules, scored
from perfeval.appraise.score import rung_of, score
from perfeval.reports import explanation

RICE = [350, 355, 360, 365, 370]
FOURS = [4, 4, 4, 4, 4]
SHEET_A = [  # “แบบประเมินผลสัมฤทธิ์ของงาน”: 3.6 x 20 = 72
    {"weight": 15, "level": 3.5},
    {"weight": 20, "level": 3},
    {"weight": 15, "level": 4.5},
    {"weight": 20, "level": 4.5},
    {"weight": 30, "level": 3},
]
SHEET_C = [4, 4, 3, 3, 3]  # competencies of 20 % each: 3.4 x 20 = 68


def shares(regulation: str, probation: str | None) -> list[tuple[Fraction, str]]:
    result = scored(SHEET_A, SHEET_C, regulation=regulation, probation=probation)
    return [(part.weight, part.weight_clause) for part in result.parts]


# By hand


def test_each_component_is_worked_out_of_100_and_then_weighted():
    results, behaviour = scored(SHEET_A, SHEET_C, regulation=CIVIL).parts

    assert (72, 70, Fraction("50.4")) == (
        results.points,
        results.weight,
        results.weighted,
    )
    assert (68, 30, Fraction("20.4")) == (
        behaviour.points,
        behaviour.weight,
        behaviour.weighted,
    )


def test_the_total_of_the_summary_slide_is_70_8_and_good():
    result = scored(SHEET_A, SHEET_C, regulation=CIVIL)

    assert (Fraction("70.8"), "good", "70.80", False) == (
        result.total,
        result.band.key,
        result.printed,
        result.at_edge,
    )


def test_a_row_earns_its_weight_times_its_level_over_the_highest_level():
    earned = [line.points for line in scored(SHEET_A, SHEET_C).parts[0].lines]

    # 0.525, 0.6, 0.675, 0.9, 0.9 of the slide, times 20
    assert [Fraction(one) for one in ("10.5", "12", "13.5", "18", "18")] == earned


@pytest.mark.parametrize("probation", [None, "no"])
def test_who_is_not_on_probation_counts_70_and_30(probation):
    assert shares(TAMBON, probation) == [(70, "ข้อ ๑.๑"), (30, "ข้อ ๑.๒")]


def test_probation_counts_half_and_half_by_the_last_paragraph():
    assert shares(TAMBON, "yes") == [(50, "ข้อ ๑ วรรคท้าย")] * 2
    assert scored(SHEET_A, SHEET_C, probation="yes").total == 70  # (72 + 68) / 2


def test_probation_changes_nothing_where_no_rule_gives_it_a_share():
    assert shares(CIVIL, "yes") == shares(CIVIL, None)
    parts = scored(SHEET_A, SHEET_C, regulation=CIVIL, probation="yes").parts
    assert [part.probation_cell for part in parts] == [None, None]


def test_a_probation_share_without_a_clause_of_its_own_keeps_that_of_the_component():
    tambon = rules(TAMBON)
    bare = tambon.model_copy(
        update={
            "components": tuple(
                one.model_copy(update={"probation_clause": None})
                for one in tambon.components
            )
        }
    )
    parts = score(evaluation(SHEET_A, SHEET_C, probation="yes"), bare).parts

    assert [(part.weight, part.weight_clause) for part in parts] == [
        (50, "ข้อ ๑.๑"),
        (50, "ข้อ ๑.๒"),
    ]


def test_a_typed_level_counts_and_not_the_actual_beside_it():
    row = {"weight": 100, "targets": RICE, "actual": 362, "level": 3.41}
    (line,) = scored([row], FOURS).parts[0].lines

    assert (Fraction("3.41"), None, "J26") == (line.level, line.rung, line.level_cell)


def test_an_actual_earns_its_level_where_none_is_typed():
    row = {"weight": 100, "targets": RICE, "actual": 362}
    (line,) = scored([row], FOURS).parts[0].lines

    assert (Fraction("3.4"), "I26") == (line.level, line.level_cell)
    assert line.rung is not None


def test_an_actual_on_a_descriptive_ladder_measures_nothing():
    targets = ["ระดับ 1", "ระดับ 2", "ระดับ 3", "ระดับ 4", "ระดับ 5"]
    row = {"weight": 100, "targets": targets, "actual": 4, "level": 3}
    (line,) = scored([row], FOURS).parts[0].lines

    assert (line.level, line.rung, line.ladder) == (3, None, None)


@pytest.mark.parametrize(
    ("targets", "actual"),
    [
        (RICE, "ดีมาก"),
        (RICE, None),
        ([75, 70, 80, 90, 95], 80),  # neither rising nor falling
        ([], 80),
    ],
)
def test_what_cannot_be_measured_stands_on_no_rung(targets, actual):
    row = {"weight": 100, "targets": targets, "actual": actual}
    typed = evaluation([row], FOURS).indicators[0]

    assert rung_of(typed, rules(TAMBON).rating) is None


@pytest.mark.parametrize(("lowest", "highest"), [(1, 4), (0, 5), (1, 10)])
def test_five_targets_measure_nothing_on_a_scale_of_more_or_fewer_levels(
    lowest, highest
):
    scale = rules(TAMBON).rating.model_copy(
        update={"lowest": Decimal(lowest), "highest": Decimal(highest)}
    )
    row = {"weight": 100, "targets": RICE, "actual": 370}
    typed = evaluation([row], FOURS).indicators[0]

    assert rung_of(typed, scale) is None


def test_zero_is_a_value_and_not_a_blank():
    tambon = rules(TAMBON)
    from_zero = tambon.model_copy(
        update={"scale": tambon.rating.model_copy(update={"lowest": Decimal(0)})}
    )
    rows = [{"weight": 50, "level": 0}, {"weight": 50, "level": 5}]
    results, behaviour = score(evaluation(rows, [0, 5]), from_zero).parts

    assert (results.points, behaviour.points) == (50, 50)


def test_a_typed_level_of_zero_counts_and_not_the_actual_beside_it():
    tambon = rules(TAMBON)
    from_zero = tambon.model_copy(
        update={"scale": tambon.rating.model_copy(update={"lowest": Decimal(0)})}
    )
    row = {"weight": 100, "level": 0, "targets": RICE, "actual": 370}

    assert score(evaluation([row], FOURS), from_zero).parts[0].points == 0


def test_an_actual_of_zero_is_measured():
    row = {"weight": 100, "targets": [4, 3, 2, 1, 0], "actual": 0}

    assert scored([row], FOURS).parts[0].points == 100


@pytest.mark.parametrize("count", [1, 3, 5, 7, 8, 12])
def test_blank_weights_count_every_competency_alike_without_rounding(count):
    lines = scored(SHEET_A, [4] * count).parts[1].lines

    assert [Fraction(100, count)] * count == [line.weight for line in lines]
    assert sum(line.points for line in lines) == 80


def test_typed_weights_of_competencies_count_as_typed():
    rows = [{"weight": 90, "level": 5}, {"weight": 10, "level": 1}]

    assert scored(SHEET_A, rows).parts[1].points == 92  # 90 + 2


def test_three_thirds_of_a_component_are_the_whole_of_it():
    row = {"weight": Decimal("33.3"), "targets": [60, 63, 66, 69, 72], "actual": 64}
    rest = {"weight": Decimal("66.7"), "level": 1}

    # 33.3 x 7/3 / 5 + 66.7 / 5 = 15.54 + 13.34
    assert scored([row, rest], FOURS).parts[0].points == Fraction("28.88")


@pytest.mark.parametrize(
    ("results", "behaviour", "total"),
    [
        (96.0, 76.0, 90),
        (94.5, 79.5, 90),
        (92.0, 52.0, 80),
        (55.5, 70.5, 60),
        (63.0, 53.0, 60),
    ],
)
def test_a_floor_that_floats_would_miss_is_met(results, behaviour, total):
    assert 0.7 * results + 0.3 * behaviour < total  # the trap is there

    level, other = Decimal(str(results)) / 20, Decimal(str(behaviour)) / 20
    result = scored([{"weight": 100, "level": level}], [other] * 8)

    assert result.total == total
    assert result.band.at_least == total


def test_the_precision_of_the_decimal_module_changes_no_score():
    with localcontext() as context:
        context.prec = 3
        result = scored([{"weight": 100, "level": Decimal("4.49999905")}], [4.5] * 8)

    assert result.total == Fraction("89.9999867")  # 70 % of 89.999981 + 27


# What must not come this far


@pytest.mark.parametrize(
    ("indicators", "competencies"),
    [
        ([{"weight": 100}], FOURS),
        ([{"level": 4}], FOURS),
        ([{"weight": 100, "targets": RICE, "actual": "ดี"}], FOURS),
        (SHEET_A, [4, None]),
        (SHEET_A, [{"weight": 50, "level": 4}, {"level": 4}]),
    ],
)
def test_a_blank_is_never_taken_for_zero(indicators, competencies):
    with pytest.raises(ValueError, match="blank"):
        scored(indicators, competencies)


@pytest.mark.parametrize(
    ("indicators", "competencies", "key"),
    [([], FOURS, "results"), (SHEET_A, [], "behaviour")],
)
def test_a_component_with_no_rows_is_never_worth_nothing(indicators, competencies, key):
    with pytest.raises(ValueError, match=key):
        scored(indicators, competencies)


# Where every figure stood


def test_a_line_carries_the_cells_its_figures_were_typed_in():
    rows = [
        {"weight": 60, "level": 4},
        {"weight": 40, "targets": RICE, "actual": 362},
    ]
    typed, earned = scored(rows, FOURS).parts[0].lines

    assert (typed.weight_cell, typed.level_cell) == ("C26", "J26")
    assert (earned.weight_cell, earned.level_cell) == ("C27", "I27")
    assert earned.target_cells == ("D27", "E27", "F27", "G27", "H27")


def test_a_competency_carries_its_cells_and_no_weight_cell_where_all_are_blank():
    alike = scored(SHEET_A, FOURS).parts[1].lines
    given_weights = (
        scored(SHEET_A, [{"weight": 50, "level": 4}, {"weight": 50, "level": 3}])
        .parts[1]
        .lines
    )

    assert [(None, f"G{row}") for row in range(57, 62)] == [
        (line.weight_cell, line.level_cell) for line in alike
    ]
    assert [(line.weight_cell, line.level_cell) for line in given_weights] == [
        ("F57", "G57"),
        ("F58", "G58"),
    ]
    assert {()} == {line.target_cells for line in alike}


def test_a_part_on_probation_carries_the_cell_that_says_so():
    on, off = (scored(SHEET_A, SHEET_C, probation=word).parts for word in ("yes", "no"))

    assert [part.probation_cell for part in on] == [PROBATION_CELL] * 2
    assert [part.probation_cell for part in off] == [None] * 2


# Whatever was typed, held to a second calculation from the rules alone

levels = st.one_of(
    st.integers(1, 5).map(Decimal),
    st.decimals(1, 5, places=1),
    st.decimals(1, 5, places=6),
)


@st.composite
def weights(draw, count: int) -> list[Decimal]:
    """So many weights above 0 that total 100, to a hundredth."""
    cuts = draw(
        st.lists(
            st.integers(1, 9_999), min_size=count - 1, max_size=count - 1, unique=True
        )
    )
    ends = [0, *sorted(cuts), 10_000]
    return [Decimal(b - a) / 100 for a, b in pairwise(ends)]


@st.composite
def earned(draw) -> tuple[tuple[Decimal, ...], Decimal]:
    """A ladder that rises or falls, and an actual on it or beyond."""
    targets = [draw(st.decimals(-500, 500, places=2))]
    sign = draw(st.sampled_from((1, -1)))
    for _ in range(4):
        targets.append(targets[-1] + sign * draw(st.decimals("0.01", 300, places=2)))
    near = st.decimals(min(targets) - 50, max(targets) + 50, places=2)
    return tuple(targets), draw(st.one_of(st.sampled_from(targets), near))


@st.composite
def indicators(draw) -> list[oracle.Row]:
    count = draw(st.integers(1, 10))
    rows = []
    for weight in draw(weights(count)):
        if draw(st.booleans()):
            rows.append(oracle.Row(weight, draw(levels)))
        else:
            targets, actual = draw(earned())
            rows.append(oracle.Row(weight, None, targets, actual))
    return rows


@st.composite
def competencies(draw) -> list[oracle.Row]:
    count = draw(st.integers(1, 12))
    given_weights = draw(st.one_of(st.just([None] * count), weights(count)))
    return [oracle.Row(weight, draw(levels)) for weight in given_weights]


def cells(row: oracle.Row) -> dict[str, Any]:
    """The row as it is typed."""
    return {
        "weight": row.weight,
        "level": row.level,
        "targets": row.targets,
        "actual": row.actual,
    }


def rated(row: oracle.Row) -> dict[str, Any]:
    return {"weight": row.weight, "level": row.level}


probations = st.sampled_from((None, "yes", "no"))


@settings(max_examples=300)
@given(st.sampled_from(BOTH), indicators(), competencies(), probations)
def test_every_score_equals_a_second_calculation_from_the_rules(
    regulation, indicators, competencies, probation
):
    result = scored(
        [cells(row) for row in indicators],
        [rated(row) for row in competencies],
        regulation=regulation,
        probation=probation,
    )
    again = oracle.answer(
        regulation, indicators, competencies, probation=probation == "yes"
    )

    assert again == oracle.Answer(
        *(part.points for part in result.parts),
        result.total,
        result.band.key,
        result.printed,
    )
    assert [oracle.level(row) for row in indicators] == [
        line.level for line in result.parts[0].lines
    ]
    assert 20 <= result.total <= 100


@settings(max_examples=50)
@given(st.sampled_from(BOTH), indicators(), competencies(), probations)
def test_the_total_can_be_rebuilt_from_the_steps_of_the_working(
    regulation, indicators, competencies, probation
):
    result = scored(
        [cells(row) for row in indicators],
        [rated(row) for row in competencies],
        regulation=regulation,
        probation=probation,
    )
    rebuilt = Fraction(0)
    steps = iter(explanation.build(result, "th"))
    for part in result.parts:
        titles = {line.title for line in part.lines}
        points = Fraction(0)
        for step in steps:
            if step.label in titles:
                points += step.value
            elif not step.label.startswith("ระดับจากผลงานจริง"):
                assert step.value == points  # the sum of the component
                break
        assert next(steps).value == points * part.weight / 100
        rebuilt += points * part.weight / 100
    assert next(steps).value == rebuilt == result.total
