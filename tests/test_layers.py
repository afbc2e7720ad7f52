"""Evaluator, next supervisor, committee, chief: the last one with a value holds."""

from decimal import Decimal
from fractions import Fraction

import pytest

from committee_round import person, ranked
from perfeval.appraise.layers import (
    Decision,
    Layer,
    before_committee,
    final,
    is_beside_total,
)

ANNA = person("TT-1")


def result(**typed):
    """Level 4 everywhere: 80 points."""
    return ranked(ANNA, 4, **typed).result


def decision(**said):
    """What was decided on 80 points."""
    return Decision("TT-1", Fraction(80), **said)


def layers(layered):
    """Layer, total and reason of everybody who had a say."""
    return [(one.layer, one.total, one.reason) for one in layered.opinions]


def test_an_evaluator_alone_holds():
    layered = final(result(), None)

    assert layers(layered) == [(Layer.EVALUATOR, 80, None)]
    assert (layered.total, layered.band.key, layered.printed) == (
        *(80, "very_good"),
        "80.00",
    )


@pytest.mark.parametrize(
    ("opinion", "total", "reason", "holds"),
    [
        ("differ", Decimal("85.5"), "เหตุ", Fraction(171, 2)),
        ("differ", Decimal("85.5"), None, 80),  # no reason: it does not count
        ("differ", None, "เหตุ", 80),
        ("agree", Decimal("85.5"), "เหตุ", 80),
        (None, None, None, 80),
    ],
)
def test_a_next_supervisor_counts_with_a_total_and_a_reason(
    opinion, total, reason, holds
):
    typed = result(
        next_supervisor_opinion=opinion,
        next_supervisor_total=total,
        next_supervisor_reason=reason,
    )

    assert before_committee(typed).total == holds


def test_every_layer_stands_and_the_last_one_holds():
    layered = final(
        result(
            next_supervisor_opinion="differ",
            next_supervisor_total=Decimal(82),
            next_supervisor_reason="ก",
        ),
        decision(
            committee_total=Fraction(91),
            committee_reason="ข",
            chief_total=Fraction("89.9981"),
            chief_reason="ค",
        ),
    )

    assert layers(layered) == [
        (Layer.EVALUATOR, 80, None),
        (Layer.NEXT_SUPERVISOR, 82, "ก"),
        (Layer.COMMITTEE, 91, "ข"),
        (Layer.CHIEF, Fraction("89.9981"), "ค"),
    ]
    assert layered.layer is Layer.CHIEF
    assert (layered.band.key, layered.printed) == ("very_good", "89.998")
    assert layered.at_edge


def test_a_blank_keeps_the_layer_below():
    committee = final(result(), decision(committee_total=Fraction(60)))
    chief = final(result(), decision(chief_total=Fraction(90)))

    assert (committee.layer, committee.band.key) == (Layer.COMMITTEE, "fair")
    assert (chief.layer, chief.band.key) == (Layer.CHIEF, "outstanding")
    assert final(result(), decision(committee_reason="เห็นชอบ")).total == 80


def test_a_total_of_nothing_is_a_total():
    assert final(result(), decision(chief_total=Fraction(0))).band.key == (
        "needs_improvement"
    )


def test_of_two_next_supervisors_the_second_one_holds():
    layered = before_committee(
        result(
            next_supervisor_opinion="differ",
            next_supervisor_total=Decimal(82),
            next_supervisor_reason="ก",
            next_supervisor_2_opinion="differ",
            next_supervisor_2_total=Decimal("89.5"),
            next_supervisor_2_reason="ข",
        )
    )

    assert layers(layered) == [
        (Layer.EVALUATOR, 80, None),
        (Layer.NEXT_SUPERVISOR, 82, "ก"),
        (Layer.NEXT_SUPERVISOR_2, Fraction(179, 2), "ข"),
    ]


def test_a_second_next_supervisor_may_stand_alone():
    layered = before_committee(
        result(
            next_supervisor_opinion="agree",
            next_supervisor_2_opinion="differ",
            next_supervisor_2_total=Decimal(70),
            next_supervisor_2_reason="ข",
        )
    )

    assert (layered.layer, layered.total) == (Layer.NEXT_SUPERVISOR_2, 70)


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ({"next_supervisor_step": "one"}, True),
        ({"next_supervisor_development": "ฝึกอบรม"}, True),
        ({"next_supervisor_step": "one", "next_supervisor_total": Decimal(9)}, False),
        ({"next_supervisor_2_step": "one"}, False),
        ({}, False),
    ],
)
def test_a_next_supervisor_may_differ_beside_the_total(said, beside):
    assert is_beside_total(result(**said).evaluation) is beside
