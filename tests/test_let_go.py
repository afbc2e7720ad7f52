"""What is held of a form once it was judged, and what tells two forms apart."""

from decimal import Decimal
from pathlib import Path

import pytest

import perfeval.processes
from a_round import BOON, CHAI, DARA, opened, send
from evaluations import evaluation, rules
from filled import TAMBON
from perfeval.appraise import let_go
from perfeval.appraise.ledger import basis
from perfeval.appraise.outcome import Appraisal, State, content
from perfeval.appraise.score import score
from perfeval.inbox import receive, taken_in
from perfeval.model import TABLES, Evaluation
from perfeval.reports import ranking
from perfeval.rounds.opened import Opened

SOUND = [{"weight": 40, "level": 4}, {"weight": 60, "level": 3}]
LEVELS = [4, 4, 4, 4, 4, 4, 4, 4]
FIRST = ("indicators", 0, "level")


def typed(*indicators: dict, **more: object) -> Evaluation:
    """A form with these rows."""
    return evaluation(indicators or SOUND, LEVELS).model_copy(update=more)


def test_only_tables_and_working_are_let_go():
    form = typed(name="ดารา")
    whole = Appraisal(form, State.SCORED, (), score(form, rules(TAMBON)))
    light = let_go.of_appraisal(whole)

    assert not any(getattr(light.evaluation, table) for table in TABLES)
    assert not any(part.lines for part in light.result.parts)
    assert light.evaluation.name == "ดารา"
    assert light.evaluation.where("probation") == whole.evaluation.where("probation")
    assert light.findings == whole.findings
    assert (light.result.total, light.result.band) == (
        whole.result.total,
        whole.result.band,
    )
    assert light.content == whole.content


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"level": Decimal(4)}, {"level": Decimal("4.0")}),
        ({"level": Decimal(0)}, {"level": Decimal("-0")}),
    ],
)
def test_one_number_in_two_spellings_is_the_same_content(one, other):
    assert content(typed({"weight": 100, **one}), ()) == content(
        typed({"weight": 100, **other}), ()
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"level": 3},
        {"level": None},
        {"level": 0},
        {"level": None, "refused": frozenset({"level"})},
        {"actual": Decimal(4)},
        {"actual": "4"},
        {"title": "อื่น"},
        {"evidence": "แฟ้ม 1"},
    ],
)
def test_whatever_else_was_typed_is_another_content(changed):
    row = {"weight": 100, "level": 4}
    same = typed(row, sheet="อีกแผ่น", file="b.xlsx", nonce="1", sha256="1" * 64)
    assert content(typed(row), ()) == content(same, ())
    assert content(typed(row), ()) != content(typed(row | changed), ())


def test_a_number_and_the_same_word_are_two_contents():
    number = typed({"weight": 100, "level": 4, "actual": Decimal(4)})
    word = typed({"weight": 100, "level": 4, "actual": "4"})
    assert content(number, ()) != content(word, ())


@pytest.fixture
def round_(tmp_path: Path) -> Opened:
    """One person's form and a copy of it, two different ones, and a faulty one."""
    there = opened(tmp_path, DARA, BOON, CHAI)
    send(there, "a.xlsx", DARA)
    send(there, "copy.xlsx", DARA)
    send(there, "b1.xlsx", BOON)
    send(there, "b2.xlsx", BOON, {FIRST: Decimal(3)})
    send(there, "c.xlsx", CHAI, {FIRST: Decimal(9)})
    return there


def test_a_round_comes_to_the_same_with_and_without_its_tables(round_):
    whole, light = taken_in(round_).intake, receive(round_)

    assert light.files == whole.files
    assert light.findings == whole.findings
    assert light.counts() == whole.counts()
    assert basis(round_, light) == basis(round_, whole)
    papers = [ranking.build(round_, one.people) for one in (light, whole)]
    assert papers[0] == papers[1]


@pytest.mark.parametrize("pays_from", [1, 100])
def test_results_refer_to_the_people_and_rules_of_the_round(
    round_, monkeypatch, pays_from
):
    monkeypatch.setattr(perfeval.processes, "PAYS_FROM", pays_from)
    dara = receive(round_).people[0]

    law = round_.regulation_of(dara.person)
    assert dara.person is round_.roster.people[0]
    assert dara.result.regulation is law
    assert any(dara.result.band is band for band in law.bands)
    assert [part.component for part in dara.result.parts] == list(law.components)
    assert all(part.component in law.components for part in dara.result.parts)
