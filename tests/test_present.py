"""The decision of a round in its record, and whether it still holds."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha256

import pytest

from committee_round import CHIEF, intake, opened, person, ranked
from perfeval.appraise.decided import Decided
from perfeval.appraise.layers import Decision
from perfeval.appraise.ledger import canonical, ledger
from perfeval.present import present
from perfeval.record import decisions
from perfeval.record.seal_digits import digits, plain
from perfeval.rounds.folder import RoundFolder

ANNA = person("TT-1")
CHANGED = Decision("TT-1", Fraction(80), Fraction(91), "เหตุ", None, None)
THIRD = Decision("TT-1", Fraction(80), chief_total=Fraction(250, 3), chief_reason="ข")


def taken(number=1, *said):
    """A decision of the round."""
    return Decided(number, date(2025, 4, 30), CHIEF.name, said or (CHANGED,))


def remember(the_round, people, number=1, *said):
    """Put a decision and its results into the record, as `decide` does."""
    content = decisions.text_of(taken(number, *said), summary={"file": "s.xlsx"})
    decisions.remember(the_round.folder, number, content)
    read = decisions.load(the_round.folder)
    decisions.remember_results(
        the_round.folder, canonical(ledger(the_round, people, read))
    )
    return read


@pytest.fixture
def the_round(tmp_path):
    """A round of one person."""
    return opened(ANNA, folder=tmp_path)


PEOPLE = intake(ranked(ANNA, 4))


def test_a_round_without_a_decision_is_undecided(the_round):
    found = present(the_round, PEOPLE)

    assert (found.decided, found.seal, found.findings) == (None, None, ())
    assert found.intake is PEOPLE


def test_a_decision_is_read_back_as_it_was_taken(the_round):
    read = remember(the_round, PEOPLE, 1, CHANGED, THIRD)

    assert (read.number, read.decided_on, read.decided_by) == (
        *(1, date(2025, 4, 30)),
        CHIEF.name,
    )
    assert read.decisions == (CHANGED, THIRD)
    path = the_round.folder.record / "decisions" / "001.json"
    assert read.sha256 == sha256(path.read_bytes()).hexdigest()


def test_the_record_is_for_its_owner_alone(the_round):
    remember(the_round, PEOPLE)

    record = the_round.folder.record
    for path in (record / "decisions" / "001.json", record / "results.json"):
        assert path.stat().st_mode & 0o777 == 0o600
    assert (record / "decisions").stat().st_mode & 0o777 == 0o700


def test_a_decided_round_shows_the_last_layer_and_carries_a_seal(the_round):
    remember(the_round, PEOPLE)
    found = present(the_round, PEOPLE)

    assert found.decided.number == 1
    assert found.intake.people[0].final.total == 91
    results = (the_round.folder.record / "results.json").read_bytes()
    assert plain(found.seal) == sha256(results).hexdigest()[:16]


def test_the_last_decision_holds(the_round):
    remember(the_round, PEOPLE)
    remember(the_round, PEOPLE, 2, Decision("TT-1", Fraction(80)))

    found = present(the_round, PEOPLE)
    assert (found.decided.number, found.intake.people[0].final.total) == (2, 80)
    assert decisions.next_number(the_round.folder) == 3


def test_results_that_changed_since_make_the_round_undecided_and_are_named(the_round):
    remember(the_round, PEOPLE)
    found = present(the_round, intake(ranked(ANNA, 4.5)))

    assert (found.decided, found.seal) == (None, None)
    assert found.intake.people[0].final.total == 90
    (told,) = found.findings
    assert (told.code, told.file) == ("PE617", "record/decisions/001.json")
    assert "TT-1" in told.message("th")


def test_another_roster_makes_the_round_undecided(the_round):
    remember(the_round, PEOPLE)
    other = replace(the_round, roster=replace(the_round.roster, sha256="9" * 64))

    (told,) = present(other, PEOPLE).findings
    assert told.code == "PE617"


def test_results_that_somebody_changed_do_not_hold(the_round):
    remember(the_round, PEOPLE)
    path = the_round.folder.record / "results.json"
    path.write_bytes(path.read_bytes().replace(b'"91"', b'"99"'))

    assert present(the_round, PEOPLE).decided is None


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"\xff", b'{"decided_on": "2568"}']
)
def test_a_decision_that_somebody_broke_is_not_read(the_round, content):
    remember(the_round, PEOPLE)
    path = the_round.folder.record / "decisions" / "001.json"
    path.write_bytes(content)

    with pytest.raises(ValueError):  # noqa: PT011  whatever is wrong with it
        present(the_round, PEOPLE)


def test_other_files_beside_the_decisions_are_not_taken_for_one(tmp_path):
    folder = RoundFolder(tmp_path)
    kept = folder.record / "decisions"
    kept.mkdir(parents=True)
    (kept / "001 (1).json").write_text("{}")
    (kept / ".perfeval-abc").write_text("{}")

    assert decisions.load(folder) is None


def test_the_thousandth_decision_follows_the_last(tmp_path):
    folder = RoundFolder(tmp_path)
    for number in (2, 999, 1000):
        content = decisions.text_of(taken(number), summary={})
        decisions.remember(folder, number, content)

    assert decisions.load(folder).number == 1000


def test_the_digits_are_sixteen_of_the_digest_in_four_groups():
    whole = sha256(b"results").hexdigest()

    assert digits(b"results") == "-".join(whole[n : n + 4] for n in (0, 4, 8, 12))


def test_the_seal_before_enters_the_digits_however_it_is_typed():
    before = "1a2b-3c4d-5e6f-7a8b"

    assert digits(b"x", before) != digits(b"x")
    assert digits(b"x", before) == digits(b"x", "๑A2B 3C4D 5E6F 7A8B")
    assert (
        digits(b"x", before).replace("-", "")
        == (sha256(b"x1a2b3c4d5e6f7a8b").hexdigest()[:16])
    )


def test_a_decision_holds_no_path_of_the_machine_and_no_time(the_round):
    remember(the_round, PEOPLE)
    told = json.loads((the_round.folder.record / "decisions" / "001.json").read_bytes())

    assert set(told) == {
        *("schema", "number", "decided_on", "decided_by"),
        *("summary", "people"),
    }
