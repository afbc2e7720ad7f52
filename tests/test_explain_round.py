"""One person of a round explained: state, layers, final result, rank, findings."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from a_round import (
    BOON,
    CHAI,
    DARA,
    DIVISIONS,
    EVALUATOR,
    PEOPLE,
    on_disk,
    opened,
    person,
    received,
    send,
)
from committee_round import person as somebody
from committee_round import ranked
from filled import cell_of
from perfeval.appraise.decided import Decided
from perfeval.appraise.layers import Decision
from perfeval.appraise.ledger import canonical, ledger
from perfeval.appraise.places import places
from perfeval.opening import open_round
from perfeval.record import decisions
from perfeval.rounds.opened import Opened
from shell import Ran, Shell
from test_deciding import fill
from whole_round import whole_round

LEVEL = ("indicators", 0, "level")
AWAY = person("TT-0903", "มานี ตัวอย่างไกล", excluded_reason="ลาศึกษาต่อ")
NEXT = ("next_supervisor_opinion", "next_supervisor_total", "next_supervisor_reason")
DIFFERS = {(NEXT[0],): "แตกต่าง", (NEXT[1],): Decimal("90.5"), (NEXT[2],): "ผลงานเด่นกว่า"}
KEYS = [
    "employee_id", "name", "position", "division", "staff_group", "regulation", "round",
    "components", "total", "total_display", "band", "band_label", "at_edge", "source",
    "steps", "state", "reason", "files", "layers", "final", "ranks", "attendance",
    "pay",
]  # fmt: skip
LAYERS = ["evaluator", "next_supervisor", "committee", "chief"]


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def round_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Three people of two divisions and one who is away; nothing came back yet."""
    monkeypatch.delenv("PERFEVAL_ROUND", raising=False)
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    return on_disk(tmp_path, *PEOPLE, AWAY)


def told(ran: Ran) -> tuple[dict, list[dict]]:
    """The one person of an answer, and the findings."""
    answer = json.loads(ran.out)
    (result,) = answer["results"]
    assert list(result) == KEYS
    assert list(answer)[-1] == "files"
    return result, answer["findings"]


def decide(round_: Opened, *said: Decision) -> None:
    """Put a decision on the present results into the record, as `decide` does."""
    taken = Decided(1, date(2025, 4, 30), EVALUATOR, said)
    text = decisions.text_of(taken, summary={"file": "s.xlsx"})
    decisions.remember(round_.folder, 1, text)
    there = open_round(round_.folder)  # round.toml and roster as files
    exact = ledger(there, received(there), decisions.load(round_.folder))
    decisions.remember_results(round_.folder, canonical(exact))


# ------------------------------------------------------------------------ places


def test_a_place_names_everybody_who_shares_the_rank() -> None:
    anna, berta, carl = (somebody(f"TT-{n}", division=d) for n, d in
                         ((1, "สำนักปลัด"), (2, "สำนักปลัด"), (3, "กองคลัง")))  # fmt: skip
    people = [ranked(anna, 4), ranked(berta, 3), ranked(carl, 4)]

    in_division, over_all = places(people, anna)
    assert (in_division.division, over_all.division) == ("สำนักปลัด", None)
    assert (in_division.rank, in_division.of, in_division.tied_with) == (1, 2, ())
    assert (over_all.rank, over_all.of, over_all.tied_with) == (1, 3, (carl,))
    assert [one.rank for one in places(people, berta)] == [2, 3]


def test_who_is_not_ranked_has_no_place() -> None:
    anna, berta = somebody("TT-1"), somebody("TT-2")

    assert places([ranked(anna, 4)], berta) == ()


# ------------------------------------------------------------------ in the round


def test_an_id_is_looked_up_in_the_inbox(sh: Shell, round_: Opened) -> None:
    send(round_, "a.xlsx", DARA)

    result, findings = told(sh("explain", "tt ๐๙๐๐", "--json"))
    assert (result["employee_id"], result["state"]) == ("TT-0900", "ranked")
    assert (result["total"], result["files"]) == ("80", ["inbox/a.xlsx"])
    assert findings == []
    assert all(step["clause"] for step in result["steps"])


def test_a_rank_names_the_list_and_who_is_tied(sh: Shell, round_: Opened) -> None:
    send(round_, "a.xlsx", DARA)
    send(round_, "b.xlsx", BOON)
    send(round_, "c.xlsx", CHAI, {LEVEL: Decimal(5)})  # 85.6

    result, _ = told(sh("explain", "TT-0901", "--json"))
    own, everywhere = result["ranks"]
    assert (own["division"], own["rank"], own["of"]) == (DIVISIONS[1], 2, 2)
    assert (own["tied"], own["tied_with"]) == (False, [])
    assert (everywhere["division"], everywhere["rank"]) == (None, 2)
    assert (everywhere["tied"], everywhere["tied_with"]) == (True, ["TT-0900"])

    ran = sh("explain", "TT-0901")
    assert "ลำดับในกองคลัง: 2 จาก 2" in ran.out
    assert "คะแนนเท่ากับ TT-0900 นางสาวดารา ตัวอย่างดี" in ran.out


def test_every_layer_is_told_also_one_that_said_nothing(
    sh: Shell, round_: Opened
) -> None:
    send(round_, "a.xlsx", DARA)

    result, _ = told(sh("explain", "TT-0900", "--json"))
    evaluator, *others = result["layers"]
    assert [one["layer"] for one in result["layers"]] == LAYERS
    assert (evaluator["by"], evaluator["total"]) == (EVALUATOR, "80")
    assert [(one["state"], one["total"]) for one in others] == [("open", None)] * 3
    assert result["final"]["layer"] == "evaluator"


def test_a_next_supervisor_who_differs_is_told_with_reason_and_cells(
    sh: Shell, round_: Opened
) -> None:
    send(round_, "a.xlsx", DARA, DIFFERS)

    result, _ = told(sh("explain", "TT-0900", "--json"))
    layer = result["layers"][1]
    cells = [cell_of((key,)) for key in NEXT[1:]]
    assert (layer["state"], layer["total"], layer["band"]) == (
        *("given", "90.5"), "outstanding"
    )  # fmt: skip
    assert (layer["reason"], layer["source"]["cells"]) == ("ผลงานเด่นกว่า", cells)
    assert (layer["source"]["file"], layer["clause"]) == ("inbox/a.xlsx", "ข้อ ๒.๒ (๖)")
    assert (result["total"], result["band"]) == ("80", "very_good")  # the evaluator's
    assert (result["final"]["total"], result["final"]["band"]) == (
        *("90.5",), "outstanding"
    )  # fmt: skip
    assert result["final"]["layer"] == "next_supervisor"


def test_a_next_supervisor_who_agrees_changes_nothing(
    sh: Shell, round_: Opened
) -> None:
    send(round_, "a.xlsx", DARA, {(NEXT[0],): "เห็นด้วย"})

    result, _ = told(sh("explain", "TT-0900", "--json"))
    layer = result["layers"][1]
    assert (layer["state"], layer["total"]) == ("kept", None)
    assert layer["source"]["cells"] == [cell_of((NEXT[0],))]


def test_committee_and_chief_are_told_with_the_decision(
    sh: Shell, round_: Opened
) -> None:
    send(round_, "a.xlsx", DARA)
    send(round_, "b.xlsx", BOON)
    decide(
        round_,
        Decision("TT-0900", Fraction(80), committee_total=Fraction(250, 3),
                 committee_reason="เทียบกับงานเดียวกัน"),
        Decision("TT-0901", Fraction(80), chief_total=Fraction(70),
                 chief_reason="งานล่าช้า"),
    )  # fmt: skip

    dara, _ = told(sh("explain", "TT-0900", "--json"))
    boon, findings = told(sh("explain", "TT-0901", "--json"))

    committee, chief = dara["layers"][2:]
    assert (committee["total"], committee["reason"]) == ("250/3", "เทียบกับงานเดียวกัน")
    assert committee["source"] == {"file": None, "sheet": None, "cells": []}
    assert (committee["decision"], committee["decided_on"]) == (1, "2025-04-30")
    assert (chief["state"], chief["decision"]) == ("kept", 1)
    assert (dara["final"]["layer"], dara["final"]["total"]) == ("committee", "250/3")
    assert [one["state"] for one in boon["layers"][2:]] == ["kept", "given"]
    assert (boon["final"]["layer"], boon["final"]["band"]) == ("chief", "good")
    assert findings == []
    # The ranks are those of the final results: 83 1/3 and 70.
    assert [one["rank"] for one in boon["ranks"]] == [1, 2]


def test_a_decision_on_other_results_is_not_applied_and_that_is_said(
    sh: Shell, round_: Opened
) -> None:
    send(round_, "a.xlsx", DARA)
    decide(round_, Decision("TT-0900", Fraction(80), chief_total=Fraction(95),
                            chief_reason="เหตุ"))  # fmt: skip
    send(round_, "a.xlsx", DARA, {LEVEL: Decimal(5)})

    result, findings = told(sh("explain", "TT-0900", "--json"))
    assert [one["state"] for one in result["layers"][2:]] == ["open", "open"]
    assert (result["final"]["total"], result["final"]["layer"]) == ("85.6", "evaluator")
    assert [one["code"] for one in findings] == ["PE617"]


def test_a_decision_names_the_cells_in_which_it_was_written(
    sh: Shell, tmp_path: Path
) -> None:
    folder = whole_round(tmp_path / "รอบ")
    sh("summary", "--round", folder)
    said = {"committee_total": 85, "committee_reason": "เทียบกับงานเดียวกัน"}
    decided = sh("decide", fill(folder, **said), "--round", folder)
    assert decided.code == 0, decided.told

    result, _ = told(sh("explain", "1001", "--round", folder, "--json"))
    committee, chief = result["layers"][2:]
    source = committee["source"]
    book = openpyxl.load_workbook(folder / source["file"])
    assert source["file"] == "record/decisions/001.xlsx"
    assert [book[source["sheet"]][cell].value for cell in source["cells"]] == [
        *said.values()
    ]
    assert (chief["state"], len(chief["source"]["cells"])) == ("kept", 2)
    assert result["final"]["total"] == "85"


# ----------------------------------------------------------- without a result


def test_a_held_person_is_told_with_every_finding(sh: Shell, round_: Opened) -> None:
    send(round_, "a.xlsx", DARA, {LEVEL: Decimal(6), ("indicators", 1, "weight"): None})
    send(round_, "b.xlsx", BOON, {LEVEL: Decimal(7)})

    ran = sh("explain", "TT-0900", "--json")
    result, findings = told(ran)
    assert (ran.code, result["state"]) == (1, "held")
    assert "PE" in result["reason"]
    assert {one["file"] for one in findings} == {"inbox/a.xlsx"}
    assert (result["total"], result["steps"], result["layers"]) == (None, [], [])
    assert json.loads(ran.out)["summary"]["files"] == 1


def test_a_person_of_two_different_forms_is_told_both(
    sh: Shell, round_: Opened
) -> None:
    send(round_, "a.xlsx", DARA)
    send(round_, "b.xlsx", DARA, {LEVEL: Decimal(5)})

    result, findings = told(sh("explain", "TT-0900", "--json"))
    newest, _ = told(sh("explain", "TT-0900", "--newest", "--json"))
    assert result["state"] == "held"
    assert [one["code"] for one in findings] == ["PE301", "PE301"]
    assert result["files"] == ["inbox/a.xlsx", "inbox/b.xlsx"]
    assert (newest["state"], newest["total"]) == ("ranked", "85.6")


@pytest.mark.parametrize(
    ("whom", "state", "reason"),
    [("TT-0900", "missing", "ยังไม่ได้รับแบบประเมิน"), ("TT-0903", "excluded", "ลาศึกษาต่อ")],
)
def test_somebody_without_a_form_is_told_why(
    sh: Shell, round_: Opened, whom: str, state: str, reason: str
) -> None:
    send(round_, "b.xlsx", BOON)

    ran = sh("explain", whom, "--json")
    result, findings = told(ran)
    assert (ran.code, findings, result["ranks"]) == (0, [], [])
    assert (result["state"], result["reason"]) == (state, reason)
    assert (result["division"], result["round"]) == (DIVISIONS[0], "2568-1")
    assert reason in sh("explain", whom).out


def test_an_id_that_nobody_has_says_whom_it_may_mean(sh: Shell, round_: Opened) -> None:
    ran = sh("explain", "TT-900")

    assert (ran.code, ran.out) == (2, "")
    assert "TT-900" in ran.err
    assert "TT-0900 นางสาวดารา" in ran.err


def test_a_form_of_an_id_that_is_not_on_the_roster_is_told(
    sh: Shell, round_: Opened
) -> None:
    send(round_, "x.xlsx", person("XX-1", "แปลกหน้า ตัวอย่าง"))

    ran = sh("explain", "XX-1", "--json")
    answer = json.loads(ran.out)
    assert (ran.code, answer["results"]) == (1, [])
    assert [one["code"] for one in answer["findings"]] == ["PE340"]


def test_a_faulty_row_of_the_roster_is_told_at_its_cell(
    sh: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    itself = person("TT-0900", "ดารา ตัวอย่างดี", evaluator_id="TT-0900")
    round_ = on_disk(tmp_path, itself, BOON)
    send(round_, "a.xlsx", itself)

    result, findings = told(sh("explain", "TT-0900", "--json"))
    assert result["state"] == "held"
    assert {one["file"] for one in findings} == {"roster.xlsx", "inbox/a.xlsx"}
    assert told(sh("explain", "TT-0901", "--json"))[1] == []


# -------------------------------------------------------------- named workbooks


def test_workbooks_that_are_named_stand_for_the_inbox_and_rank_nobody(
    sh: Shell, round_: Opened
) -> None:
    send(round_, "a.xlsx", DARA)
    path = send(round_, "../late/a.xlsx", DARA, {LEVEL: Decimal(5)})

    result, _ = told(sh("explain", "TT-0900", path.parent, "--json"))
    assert (result["total"], result["ranks"]) == ("85.6", [])


def test_a_workbook_in_a_round_is_held_against_the_roster_as_score_does(
    sh: Shell, round_: Opened
) -> None:
    path = send(round_, "x.xlsx", person("XX-1", "แปลกหน้า ตัวอย่าง"))

    explained, scored = (
        json.loads(sh(command, path, "--json").out) for command in ("explain", "score")
    )
    assert explained["findings"] == scored["findings"] != []
    assert explained["summary"] == scored["summary"]


def test_without_a_round_an_id_needs_a_folder(
    sh: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PERFEVAL_ROUND", raising=False)
    alone = opened(tmp_path, DARA)  # no round.toml
    send(alone, "a.xlsx", DARA)

    assert sh("explain", "TT-0900").code == 2
    (result,) = json.loads(sh("explain", "TT-0900", "inbox", "--json").out)["results"]
    assert list(result) == KEYS[: KEYS.index("steps") + 1]
    assert result["total"] == "80"
