"""The exact results of a round as data, and the digest that papers rest on."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha256

import pytest

from committee_round import intake, opened, person, ranked, without
from perfeval.appraise.decided import Decided, apply, lapsed
from perfeval.appraise.layers import Decision
from perfeval.appraise.ledger import basis, canonical, ledger
from perfeval.appraise.standing import PersonState

ANNA, BOON = person("TT-1"), person("TT-2")
ROUND = opened(ANNA, BOON)
PEOPLE = intake(ranked(ANNA, 4), without(BOON, PersonState.MISSING))
AGREED = Decision("TT-1", Fraction(80))


def decided(*decisions, number=1):
    """What committee and chief decided."""
    return Decided(number, date(2025, 4, 30), "นายประมุข", decisions, "a" * 64)


def test_everybody_stands_in_it_the_missing_without_a_total():
    told = ledger(ROUND, PEOPLE)

    assert [
        (one["employee_id"], one["state"], one["total"], one["band"])
        for one in told["people"]
    ] == [("TT-1", "ranked", "80", "very_good"), ("TT-2", "missing", None, None)]
    assert told["people"][0]["layers"] == [
        {"layer": "evaluator", "total": "80", "reason": None}
    ]
    assert told["decision"] is None


def test_it_names_regulations_and_inputs_by_their_digests():
    told = ledger(ROUND, PEOPLE)

    assert told["round"] == "2568-1"
    assert (told["round_sha256"], told["roster_sha256"]) == ("0" * 64, "1" * 64)
    law = told["regulations"]["official"]
    assert (law["id"], len(law["sha256"])) == ("tambon-official-2559", 64)
    assert told["people"][0]["form"] == {"sha256": "0" * 64, "sheet": "แบบประเมิน"}


def test_a_total_that_never_ends_is_a_fraction():
    thirds = ranked(ANNA, 4)
    layered = replace(
        thirds.final,
        opinions=(replace(thirds.final.opinions[0], total=Fraction(250, 3)),),
    )

    told = ledger(ROUND, intake(replace(thirds, final=layered)))
    assert told["people"][0]["total"] == "250/3"


def test_a_decision_is_a_layer_of_the_ledger():
    changed = replace(AGREED, committee_total=Fraction(91), committee_reason="เหตุ")
    told = ledger(ROUND, PEOPLE, decided(changed))

    assert told["people"][0]["layers"][-1] == {
        "layer": "committee",
        "total": "91",
        "reason": "เหตุ",
    }
    assert told["people"][0]["band"] == "outstanding"
    assert told["decision"] == {
        "number": 1,
        "decided_on": "2025-04-30",
        "decided_by": "นายประมุข",
        "sha256": "a" * 64,
    }


def test_the_same_results_give_the_same_bytes_and_no_path_or_order_of_keys():
    moved = replace(PEOPLE.people[0], files=("inbox/อื่น.xlsx",))
    content = canonical(ledger(ROUND, PEOPLE))

    assert content == canonical(ledger(ROUND, intake(moved, PEOPLE.people[1])))
    assert b"inbox" not in content
    assert json.loads(content) == ledger(ROUND, PEOPLE)
    assert list(json.loads(content)) == sorted(json.loads(content))


@pytest.mark.parametrize(
    "people",
    [
        pytest.param(PEOPLE, id="two people"),
        pytest.param(intake(), id="nobody"),
        pytest.param(
            intake(ranked(person("TT-3", division="กอง\u2028ช่าง\n  null\n"), 4)),
            id="breaks of a line in a text",
        ),
    ],
)
def test_the_spelling_is_that_of_json_and_the_basis_its_digest(people):
    told = ledger(ROUND, people)
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    assert canonical(told) == text.encode()
    assert basis(ROUND, people) == sha256(text.encode()).hexdigest()


def test_any_change_of_a_result_changes_the_basis():
    first = basis(ROUND, PEOPLE)
    others = [
        basis(ROUND, intake(ranked(ANNA, 4.5), PEOPLE.people[1])),
        basis(ROUND, intake(PEOPLE.people[0], without(BOON, PersonState.HELD))),
        basis(ROUND, PEOPLE, decided(AGREED)),
        basis(replace(ROUND, sha256="f" * 64), PEOPLE),
    ]

    assert len({first, *others}) == 5
    assert len(first) == 64


def test_a_decision_on_another_total_is_not_applied_and_has_lapsed():
    taken = decided(replace(AGREED, basis=Fraction(79), chief_total=Fraction(95)))

    assert apply(PEOPLE, taken).people[0].final.total == 80
    assert [one.person for one in lapsed(PEOPLE, taken)] == [ANNA]


def test_a_person_with_a_result_since_the_decision_must_be_decided_on():
    came = intake(PEOPLE.people[0], ranked(BOON, 3))

    assert [one.person for one in lapsed(came, decided(AGREED))] == [BOON]
    assert lapsed(PEOPLE, decided(AGREED)) == ()


def test_a_person_whose_result_is_gone_since_the_decision_has_lapsed():
    gone = intake(without(ANNA, PersonState.HELD), PEOPLE.people[1])

    assert [one.person for one in lapsed(gone, decided(AGREED))] == [ANNA]


def test_ids_are_matched_however_they_are_spelled():
    spelled = replace(AGREED, employee_id="tt - ๑", chief_total=Fraction(95))

    assert apply(PEOPLE, decided(spelled)).people[0].final.total == 95
