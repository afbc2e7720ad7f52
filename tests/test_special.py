"""Who needs more than a score, by which rule of the regulation."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from committee_round import (
    CHIEF,
    MARCH_2,
    TREASURY,
    excluded,
    intake,
    member,
    opened,
    person,
    ranked,
    without,
)
from evaluations import CIVIL
from perfeval.appraise.order import by_total
from perfeval.appraise.special import Kind, special_cases
from perfeval.appraise.standing import PersonState
from perfeval.reports.summary_case_words import detail

MARCH_1 = date(2025, 3, 1)


def cases(*people, **round_):
    """Kind, id, clause of every case; ranks by total in one division."""
    known = opened(*(one.person for one in people), **round_)
    found = special_cases(intake(*people), known, by_total(people))
    return [(c.kind, c.status.person.employee_id, c.clause) for c in found]


def facts(*people, **round_):
    """The facts of the only case."""
    known = opened(*(one.person for one in people), **round_)
    (case,) = special_cases(intake(*people), known, ())
    return case.facts


def test_an_ordinary_person_is_no_case():
    assert cases(ranked(person("1"))) == []


@pytest.mark.parametrize("kind", [Kind.HELD, Kind.MISSING])
def test_whoever_has_no_result_is_a_case(kind):
    status = without(person("1"), PersonState(kind.value))

    assert cases(status) == [(kind, "1", None)]


@pytest.mark.parametrize(
    ("movement", "kind"),
    [
        ("transferred_out", Kind.TRANSFERRED_OUT),
        ("transferred_in", Kind.TRANSFERRED_IN),
    ],
)
def test_a_transfer_after_the_day_is_a_case_with_its_clause(movement, kind):
    moved = person("1", movement=movement, movement_on=MARCH_2)

    assert cases(excluded(ranked(moved))) == [(kind, "1", "ข้อ ๒.๑ วรรคสาม")]


def test_a_transfer_on_the_day_itself_is_none():
    assert cases(ranked(person("1", movement="moved", movement_on=MARCH_1))) == []


def test_a_move_inside_the_office_after_the_day_is_a_case():
    moved = ranked(person("1", movement="moved", movement_on=MARCH_2))

    assert cases(moved) == [(Kind.MOVED, "1", "ข้อ ๒.๑ วรรคสาม")]


def test_whoever_the_roster_excludes_is_a_case_whatever_the_movement():
    gone = person("1", excluded_reason="ลาศึกษาต่อ", movement="transferred_out",
                  movement_on=MARCH_2)  # fmt: skip

    assert cases(excluded(ranked(gone))) == [(Kind.EXCLUDED, "1", None)]


def test_probation_in_the_round_is_a_case_with_the_clause_of_its_weights():
    new = ranked(person("1", probation_from=date(2025, 3, 31)))
    later = ranked(person("2", probation_from=date(2025, 4, 1)))

    found = cases(new, later)
    assert [one for one in found if one[0] is Kind.PROBATION] == [
        (Kind.PROBATION, "1", "ข้อ ๑ วรรคท้าย")
    ]


@pytest.mark.parametrize("opinion", [None, "ปฏิบัติงานดี"])
def test_a_seconded_person_needs_the_opinion_of_the_host(opinion):
    away = ranked(person("1", movement="seconded"), host_opinion=opinion)

    assert cases(away) == [(Kind.SECONDED, "1", "ข้อ ๒.๑ วรรคสอง")]
    assert facts(away)["host"] == (opinion or "")


def test_a_refusal_names_its_witnesses_and_how_many_are_wanted():
    refused = ranked(person("1"), acknowledgement="refused", witness_1="นายพยาน")

    assert cases(refused) == [(Kind.REFUSED, "1", "ข้อ ๒.๒ (๕)")]
    assert facts(refused) == {"witnesses": "นายพยาน", "wanted": "2"}


def test_whoever_signed_is_no_case():
    assert cases(ranked(person("1"), acknowledgement="signed")) == []


def test_a_next_supervisor_who_differs_is_a_case():
    differs = ranked(
        person("1", next_supervisor_id="9"),
        next_supervisor_opinion="differ",
        next_supervisor_total=Decimal(85),
        next_supervisor_reason="เหตุ",
    )

    assert cases(differs) == [(Kind.DIFFERS, "1", "ข้อ ๒.๒ (๖)")]


def test_a_next_supervisor_whose_consent_is_missing_is_a_case_and_is_named():
    lacking = ranked(person("1", next_supervisor_id=CHIEF.id))
    given = ranked(person("1", next_supervisor_id="9"), next_supervisor_opinion="agree")

    assert cases(lacking) == [(Kind.WITHOUT_CONSENT, "1", "ข้อ ๒.๒ (๖)")]
    assert facts(lacking) == {"next_supervisor": CHIEF.name}
    assert cases(given) == []


def test_equal_totals_are_a_case_for_each_of_them():
    people = [ranked(person(name), 4) for name in "12"] + [ranked(person("3"), 3)]

    assert cases(*people) == [(Kind.TIED, "1", None), (Kind.TIED, "2", None)]


def test_of_many_equal_totals_ten_are_named_and_the_others_counted():
    people = [ranked(person(str(number)), 4) for number in range(13)]
    known = opened(*(one.person for one in people))
    case = special_cases(intake(*people), known, by_total(people))[0]

    assert case.facts["others"].count(",") == 9
    assert case.facts["more"] == "2"
    assert detail(case).endswith(" และอีก 2 คน")


def test_equal_totals_of_two_divisions_are_none():
    here, there = ranked(person("1")), ranked(person("2", division=TREASURY))
    known = opened(here.person, there.person)
    standings = (*by_total([here]), *by_total([there]))

    assert special_cases(intake(here, there), known, standings) == ()


def test_whom_the_chief_evaluates_is_a_case_with_the_clause_that_says_so():
    assert cases(ranked(person("1", evaluator_id="chief"))) == [
        (Kind.BY_THE_CHIEF, "1", "ข้อ ๒.๑ (๑)")
    ]


def test_a_member_of_the_committee_who_is_evaluated_is_a_case():
    listed = person("1", name="กลาง ตัวอย่างดี", prefix="นาง")
    committee = (member("นางกลาง  ตัวอย่างดี", "member"),)

    found = cases(ranked(listed), committee=committee)
    assert found == [(Kind.ON_THE_COMMITTEE, "1", None)]


def test_cases_come_by_kind_and_then_in_roster_order():
    missing = [without(person(name), PersonState.MISSING) for name in "31"]
    held = without(person("2"), PersonState.HELD)

    found = cases(missing[0], held, missing[1])
    assert [(kind, who) for kind, who, _ in found] == [
        (Kind.HELD, "2"),
        (Kind.MISSING, "3"),
        (Kind.MISSING, "1"),
    ]


def test_a_regulation_without_the_rule_gives_no_clause():
    civil = {"civil_servant": CIVIL}
    moved = person("1", staff_group="civil_servant", movement="transferred_out",
                   movement_on=MARCH_2)  # fmt: skip
    status = ranked(moved, regulation=CIVIL)

    assert cases(status, regulations=civil) == []
    assert cases(replace(status, state=PersonState.EXCLUDED), regulations=civil) == [
        (Kind.EXCLUDED, "1", None)
    ]
