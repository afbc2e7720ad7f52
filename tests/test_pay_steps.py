"""Raises by steps: who proposes what, quotas, and 1.5 steps by the sealed record."""

import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from committee_round import opened
from perfeval.appraise.pay_steps import StepState, propose_step
from perfeval.appraise.standing import PersonState
from perfeval.appraise.step_raises import step_raises
from perfeval.earlier import earlier
from perfeval.opening import open_round
from perfeval.regulations.load import load
from perfeval.rounds.folder import RoundFolder
from round_folder import round_folder
from round_people import person, ranked
from shell import Shell
from test_marked_round import PEOPLE, TEXT, decided_round

LAW = load("municipal-2545").regulation
WHO = person(1)
REASON = "ดีเด่นและเข้าเกณฑ์ ๑ ขั้นในครั้งแรกแต่จำกัดด้วยโควตา ดีเด่นอีกและมีโควตา"
PAPER = "out/pay-official.xlsx"


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def proposed(total="95", *, number=1, before=None, **form):
    """One person's step, as the form has it."""
    given = {"proposed_step": "one", "proposed_step_reason": "เกินเป้าหมาย"} | form
    status = ranked(WHO, total, form=given)
    return propose_step(status, LAW, number, before)


def test_the_evaluator_proposes():
    found = proposed()

    assert (found.state, found.chosen.step) == (StepState.PROPOSED, 1)
    assert [said.reason for said in found.said] == ["เกินเป้าหมาย"]


@pytest.mark.parametrize(
    ("opinion", "reason", "step"),
    [
        ("differ", "ผลงานปานกลาง", "0.5"),
        ("differ", None, "1"),  # without a reason it does not count
        ("agree", "เห็นด้วย", "1"),
    ],
)
def test_a_supervisor_who_differs_with_a_reason_proposes_anew(opinion, reason, step):
    found = proposed(
        next_supervisor_opinion=opinion,
        next_supervisor_step="half",
        next_supervisor_reason=reason,
    )

    assert str(found.chosen.step) == step


def test_nothing_is_proposed_for_whom_nobody_proposes():
    assert proposed(proposed_step=None).state is StepState.OPEN
    missing = replace(ranked(WHO, "95"), state=PersonState.MISSING)
    assert propose_step(missing, LAW, 1, None).state is StepState.NO_RESULT


# In the text: "ผลการประเมินดีเด่น เข้าเกณฑ์เลื่อนขั้นเงินเดือน 1 ขั้นในครั้งแรก แต่มีข้อจำกัด
# เรื่องโควตา และผลประเมินดีเด่นอีกในครั้งที่ 2 และมีโควตา"


@pytest.mark.parametrize(
    ("before", "state"),
    [
        ({WHO.key: "outstanding"}, StepState.PROPOSED),
        ({WHO.key: "acceptable"}, StepState.UNSUPPORTED),
        ({}, StepState.UNSUPPORTED),  # not in the record
        (None, StepState.UNSUPPORTED),  # no record
    ],
)
def test_one_and_a_half_steps_need_the_record_of_round_1(before, state):
    form = {"proposed_step": "one_and_a_half", "proposed_step_reason": REASON}
    found = proposed(number=2, before=before, **form)

    assert found.state is state
    assert (found.chosen is None) == (state is StepState.UNSUPPORTED)


def test_one_step_in_round_2_needs_no_record():
    assert proposed(number=2).state is StepState.PROPOSED


def test_a_step_may_be_that_of_another_band_than_the_decided_one():
    assert proposed("95").fits
    assert not proposed("85").fits  # acceptable after the decision


# The command


def test_steps_are_listed_counted_and_held_against_the_quota(
    sh: Shell, tmp_path: Path
) -> None:
    folder = decided_round(sh, tmp_path / "รอบ")
    text = (folder / "round.toml").read_text("utf-8")
    pay = "\n[pay.quota]\none = 1\nhalf = 2\ntwo = 3\n"
    (folder / "round.toml").write_text(text + pay, "utf-8")
    ran = sh("pay", "--round", folder, "--json")
    said = json.loads(ran.out)

    steps = {one["employee_id"]: one["step"] for one in said["results"]}
    # 1002: the committee gave 90, so half a step is that of another band
    assert steps == {"1001": "1", "1002": "0.5", "1003": "1", "1004": "0", "1009": None}
    codes = [one["code"] for one in said["findings"]]
    assert sorted(code for code in codes if code.startswith("PE5")) == [
        "PE564",
        "PE565",
        "PE567",
    ]
    quotas = {one["proposal"]: one for one in said["summary"]["quotas"]}
    assert (quotas["one"]["people"], quotas["one"]["over"]) == (2, 1)
    assert quotas["none"]["quota"] is None
    assert "one_and_a_half" not in quotas  # of round 2
    book = openpyxl.load_workbook(folder / PAPER)
    words = [str(cell.value) for row in book.active.iter_rows() for cell in row]
    assert any("ปิดบัญชีก่อนกำหนดทุกเดือน" in one for one in words)
    assert any("รหัสผนึกผล" in str(sheet.oddFooter.left.text) for sheet in book)

    (told,) = json.loads(sh("explain", "1003", "--round", folder, "--json").out)[
        "results"
    ]
    values = [step["value"] for step in told["pay"]["steps"]]
    assert (values, told["pay"]["proposal"]) == (["1", "1"], "one")
    assert "ปิดบัญชีก่อนกำหนดทุกเดือน" in told["pay"]["steps"][0]["working"]
    said = sh("explain", "1009", "--round", folder, "--lang", "en").told
    assert "Step proposed" in said


def test_the_record_of_round_1_counts_by_its_digits(sh: Shell, tmp_path: Path) -> None:
    first = decided_round(sh, tmp_path / "2568-1")
    digits = json.loads(sh("seal", "--round", first, "--json").out)["results"][0][
        "seal"
    ]

    def bands(seal: str | None, before: str | None, year: int = 2568):
        text = TEXT.replace("round = 1", "round = 2").replace("2568", str(year))
        seal_line = f'seal_before = "{seal}"\n' if seal else ""
        pay = f'\n[pay]\nround_before = "{before}"\n' if before else ""
        place = round_folder(tmp_path / "2568-2", PEOPLE, text=seal_line + text + pay)
        return earlier(open_round(RoundFolder(place)))

    good = bands(digits, "../2568-1")
    assert good.bands == {
        "1001": "outstanding",
        "1002": "outstanding",
        "1003": "outstanding",
        "1004": "needs_improvement",
    }
    assert not good.findings
    bag = "../2568-1/record/sealed/2568-1-r1"
    assert bands(digits, bag).bands == good.bands
    for wrong in (
        bands(None, "../2568-1"),
        bands("0000-0000-0000-0000", "../2568-1"),
        bands(digits, None),
        bands(digits, "../nowhere"),
        bands(digits, "../2568-1", year=2569),
    ):
        assert wrong.bands is None
        assert [one.code for one in wrong.findings] == ["PE566"]


def test_a_step_that_the_record_does_not_bear_out_is_told() -> None:
    form = {"proposed_step": "one_and_a_half", "proposed_step_reason": REASON}
    status = ranked(WHO, "95", form=form)
    the_round = opened(WHO, regulations={"official": "municipal-2545"})
    second = the_round.round.model_copy(update={"round": 2})
    found = step_raises(
        replace(the_round, round=second),
        [status],
        "official",
        before={WHO.key: "acceptable"},
    )

    (one,) = found.findings
    assert (one.code, one.severity.value) == ("PE568", "error")
    assert "เป็นที่ยอมรับได้" in one.message("th")
    assert one.clause
