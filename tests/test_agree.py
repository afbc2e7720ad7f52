"""`perfeval agree`: what is recorded, what is not and why; and the way to the end."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import libreoffice
from filled import At
from handed import agreed, fill_in, form_in, levels, opened, typed
from perfeval.cli.exits import Exit
from perfeval.inbox import receive
from perfeval.record import agreements
from round_folder import CLERK, HEAD, OFFICER, round_folder
from shell import Shell

OWN = "forms/02 กองคลัง/1003 นางสาวบัญชี ขยันดี.xlsx"
LAST = "forms/02 กองคลัง/1003 นางสาวบัญชี ขยันดี (ประเมิน).xlsx"
EVALUATOR = "นางหัวหน้า คลังดี"


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def folder(tmp_path: Path, sh: Shell) -> Path:
    """A round whose forms are handed out."""
    folder = round_folder(tmp_path / "round")
    assert sh("forms", "--round", folder, "-q").code == 0
    return folder


def back(folder: Path, name: str, cells: dict[At, object], form: str = OWN) -> Path:
    """A form that came back to the inbox with these cells filled in."""
    return fill_in(folder / form, cells, folder / "inbox" / name)


def agree(sh: Shell, folder: Path, *words: str | Path, code: int = 0) -> dict[str, Any]:
    """The JSON of `perfeval agree`."""
    ran = sh("agree", *words, "--round", folder, "--json")
    assert ran.code == code, ran.err + ran.out
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


def states(answer: dict[str, Any]) -> list[tuple[str, int | None]]:
    """What became of each form."""
    return [(one["state"], one["version"]) for one in answer["results"]]


def codes(answer: dict[str, Any]) -> list[str]:
    return [one["code"] for one in answer["findings"]]


def versions(folder: Path) -> int:
    """How many versions of the agreement of 1003 are recorded."""
    return len(agreements.load(opened(folder).folder).get("1003", ()))


def change(title: str = "หนังสือที่ส่งทันกำหนด", row: int = 0) -> dict[At, object]:
    """A row of the table of changes."""
    return {
        ("changes", row, "title"): title,
        ("changes", row, "change"): "นโยบายเปลี่ยน",
        ("changes", row, "changed_on"): date(2025, 1, 10),
        ("changes", row, "approved_by"): EVALUATOR,
    }


WEIGHTS: dict[At, object] = {
    ("indicators", 0, "weight"): 45,
    ("indicators", 1, "weight"): 30,
}
BOTH = change() | change("โครงการที่แล้วเสร็จ", row=1)


def test_a_sound_agreement_is_recorded_and_it_is_said(sh, folder):
    path = back(folder, "a.xlsx", agreed())
    ran = sh("agree", "--round", folder)
    (kept,) = agreements.load(opened(folder).folder)["1003"]

    assert ran.code == 0
    assert "บันทึกใหม่ 1" in ran.out
    assert "1003" in ran.out
    assert (kept.number, kept.file) == (1, "inbox/a.xlsx")
    assert kept.indicators[0].values["title"] == "หนังสือที่ส่งทันกำหนด"
    assert kept.indicators[0].values["target_3"] == "85"
    cell = form_in(path).tables["indicators"][0]["weight"].cell.address
    assert kept.indicators[0].cells["weight"] == cell


def test_the_answer_tells_who_and_from_where(sh, folder):
    back(folder, "a.xlsx", agreed())
    answer = agree(sh, folder)
    (one,) = answer["results"]

    assert answer["summary"] == {
        "files": 1, "forms": 1, "recorded": 1, "changed": 0, "unchanged": 0,
        "evaluated": 0, "refused": 0, "errors": 0, "warnings": 0, "notes": 0,
    }  # fmt: skip
    assert (one["employee_id"], one["state"], one["version"]) == ("1003", "recorded", 1)
    assert one["source"]["file"] == "inbox/a.xlsx"


def test_a_faulty_agreement_is_refused_with_its_findings(sh, folder):
    back(folder, "a.xlsx", agreed() | {("indicators", 0, "weight"): 45})
    answer = agree(sh, folder, code=Exit.FINDINGS)

    assert states(answer) == [("refused", None)]
    assert codes(answer) == ["PE201"]
    assert versions(folder) == 0


def test_one_faulty_agreement_stops_no_other(sh, folder):
    back(folder, "a.xlsx", agreed() | {("indicators", 0, "weight"): 45})
    other = "forms/02 กองคลัง/1002 นางหัวหน้า คลังดี.xlsx"
    back(folder, "b.xlsx", agreed(), other)
    (folder / "inbox" / "c.xlsx").write_bytes(b"no workbook")
    answer = agree(sh, folder, code=Exit.FINDINGS)

    assert states(answer) == [("refused", None), ("recorded", 1)]
    assert "PE201" in codes(answer)


def test_every_file_handed_in_is_kept_with_its_digest(sh, folder, tmp_path):
    """From the inbox or from elsewhere, sound or not; a second time changes nothing."""
    sound, faulty = agreed(), agreed() | {("indicators", 0, "weight"): 99}
    own = back(folder, "sound.xlsx", sound)
    other = fill_in(folder / OWN, faulty, tmp_path / "faulty.xlsx")
    agree(sh, folder, own)
    agree(sh, folder, other, code=1)
    lines = (folder / "record/receipts.jsonl").read_text("utf-8").splitlines()

    received = [json.loads(line) for line in lines]
    assert [(one["file"], one["employee_ids"]) for one in received] == [
        ("inbox/sound.xlsx", ["1003"]),
        (other.as_posix(), ["1003"]),
    ]
    for one, path in zip(received, (own, other), strict=True):
        kept = folder / "record" / "received" / f"{one['sha256']}.xlsx"
        assert kept.read_bytes() == path.read_bytes()
    agree(sh, folder, own)
    again = (folder / "record/receipts.jsonl").read_text("utf-8").splitlines()
    assert again == lines


def test_the_same_agreement_again_is_noted(sh, folder):
    back(folder, "a.xlsx", agreed())
    agree(sh, folder)
    answer = agree(sh, folder)

    assert states(answer) == [("unchanged", 1)]
    assert codes(answer) == ["PE250"]
    assert versions(folder) == 1


def test_a_copy_of_the_same_agreement_is_recorded_once(sh, folder):
    back(folder, "a.xlsx", agreed())
    back(folder, "b.xlsx", agreed())
    answer = agree(sh, folder)

    assert states(answer) == [("recorded", 1), ("unchanged", 1)]
    assert versions(folder) == 1


def test_two_different_agreements_are_both_refused(sh, folder):
    back(folder, "a.xlsx", agreed())
    back(folder, "b.xlsx", agreed() | WEIGHTS)
    answer = agree(sh, folder, code=Exit.FINDINGS)

    assert states(answer) == [("refused", None)] * 2
    assert codes(answer) == ["PE249"] * 2
    assert versions(folder) == 0


def test_the_officer_may_name_the_one_that_is_right(sh, folder):
    back(folder, "a.xlsx", agreed())
    right = back(folder, "b.xlsx", agreed() | WEIGHTS)

    assert states(agree(sh, folder, right)) == [("recorded", 1)]


def test_another_agreement_is_not_recorded_without_the_change(sh, folder):
    first = back(folder, "a.xlsx", agreed())
    agree(sh, folder)
    first.unlink()
    back(folder, "b.xlsx", agreed() | WEIGHTS)
    answer = agree(sh, folder, code=Exit.FINDINGS)

    assert states(answer) == [("refused", None)]
    assert codes(answer) == ["PE242", "PE242"]
    assert versions(folder) == 1


def test_a_change_that_the_form_carries_is_the_next_version(sh, folder):
    """The form of the first version still lies in the inbox."""
    back(folder, "a.xlsx", agreed())
    agree(sh, folder)
    back(folder, "b.xlsx", agreed() | WEIGHTS | BOTH)
    answer = agree(sh, folder)

    assert states(answer) == [("unchanged", 1), ("changed", 2)]
    assert versions(folder) == 2
    again = agree(sh, folder)
    assert states(again) == [("unchanged", 1), ("unchanged", 2)]
    kept = agreements.load(opened(folder).folder)["1003"][1]
    assert kept.changes[0].values["changed_on"] == "2025-01-10"
    assert kept.changes[0].values["approved_by"] == EVALUATOR


def test_an_evaluation_is_never_taken_for_an_agreement(sh, folder):
    back(folder, "a.xlsx", agreed() | levels())
    answer = agree(sh, folder)

    assert states(answer) == [("evaluated", None)]
    assert codes(answer) == ["PE251"]
    assert versions(folder) == 0


def test_a_form_of_an_unknown_person_is_refused(sh, folder):
    back(folder, "a.xlsx", agreed() | {("employee_id",): "7777"})
    answer = agree(sh, folder, code=Exit.FINDINGS)

    assert states(answer) == [("refused", None)]
    assert codes(answer) == ["PE340"]


def test_a_form_of_another_round_is_refused(sh, folder):
    back(folder, "a.xlsx", agreed() | {("round_number",): "2"})

    assert codes(agree(sh, folder, code=Exit.FINDINGS)) == ["PE341"]
    assert versions(folder) == 0


def test_a_form_typed_over_for_somebody_else_is_refused(sh, folder):
    other = {("employee_id",): "1002", ("name",): "นางหัวหน้า คลังดี"}
    back(folder, "a.xlsx", agreed() | other)
    answer = agree(sh, folder, code=Exit.FINDINGS)

    assert "PE330" in codes(answer)
    assert versions(folder) == 0


def test_an_inbox_without_a_workbook_is_a_finding(sh, folder):
    assert codes(agree(sh, folder, code=Exit.FINDINGS)) == ["PE304"]


def test_a_sealed_round_is_refused(sh, folder):
    back(folder, "a.xlsx", agreed())
    (folder / "record" / "sealed" / "2568-1-r1").mkdir(parents=True)

    assert sh("agree", "--round", folder).code == Exit.REFUSED
    assert versions(folder) == 0


def test_a_path_that_does_not_exist_is_wrong_usage(sh, folder):
    assert sh("agree", folder / "no.xlsx", "--round", folder).code == Exit.USAGE


def test_what_was_recorded_is_in_the_log_without_a_name(sh, folder):
    back(folder, "a.xlsx", agreed())
    agree(sh, folder)
    log = (folder / "record" / "audit.jsonl").read_text(encoding="utf-8")
    line = json.loads(log.splitlines()[-1])

    assert (line["command"], line["ids"]) == ("agree", ["1003"])
    assert "บัญชี ขยันดี" not in log


def test_check_tells_of_an_agreement_what_agree_would(sh, folder):
    back(folder, "a.xlsx", agreed())
    agree(sh, folder)
    (folder / "inbox" / "a.xlsx").unlink()
    back(folder, "b.xlsx", agreed() | WEIGHTS)
    ran = sh("check", "--stage", "agreement", "--round", folder, "--json")
    answer = json.loads(ran.out)

    assert ran.code == Exit.FINDINGS
    assert codes(answer) == ["PE242", "PE242"]
    assert answer["summary"]["held"] == 1
    assert versions(folder) == 1


# ── forms with the agreement filled in, and the end of the round ────────────


@pytest.fixture
def recorded(sh: Shell, folder: Path) -> Path:
    """A round in which the agreement of 1003 is recorded and its form handed out."""
    path = back(folder, "a.xlsx", agreed() | {("agreed_on",): date(2024, 10, 15)})
    agree(sh, folder)
    path.unlink()
    assert sh("forms", "--stage", "evaluation", "--round", folder, "-q").code == 0
    return folder


def test_the_evaluation_form_carries_the_agreement(recorded):
    form = form_in(recorded / LAST)
    row = {key: one.cell.raw for key, one in form.tables["indicators"][0].items()}

    assert row["title"] == "หนังสือที่ส่งทันกำหนด"
    assert (row["weight"], row["target_1"], row["target_5"]) == ("40", "75", "95")
    assert typed(form)["agreed_on"]
    titles = [one["title"].cell.raw for one in form.tables["competencies"][:8]]
    assert titles[5:] == [f"สมรรถนะประจำสายงาน {n}" for n in range(5, 8)]


def test_only_who_has_an_agreement_gets_an_evaluation_form(sh, recorded):
    ran = sh("forms", "--stage", "evaluation", "--round", recorded, "--json")
    results = json.loads(ran.out)["results"]
    states_ = {one["employee_id"]: one["state"] for one in results}

    assert states_ == {"1001": "not_agreed", "1002": "not_agreed", "1003": "kept"}


def test_what_was_agreed_is_locked_and_what_is_evaluated_is_open(recorded):
    form = form_in(recorded / LAST)
    sheet = openpyxl.load_workbook(recorded / LAST)[form.sheet]

    def is_locked(table: str, row: int, key: str) -> bool:
        cell = form.tables[table][row][key].cell.address
        return bool(sheet[cell].protection.locked)

    for key in ("title", "weight", "target_1", "target_5"):
        assert is_locked("indicators", 0, key)
        assert is_locked("indicators", 1, key)  # no ladder was agreed there
    for key in ("actual", "level", "evidence"):
        assert not is_locked("indicators", 0, key)
        assert is_locked("indicators", 3, key)  # no indicator was agreed there
    for key in ("title", "kind", "expected", "weight"):
        assert is_locked("competencies", 6, key)
    assert not is_locked("competencies", 6, "level")
    assert not is_locked("changes", 0, "title")


def test_the_saved_figures_are_those_of_the_form(recorded):
    """By hand: 3 indicators and 8 competencies wait for a level each, so 11 cells."""
    form = form_in(recorded / LAST)
    book = openpyxl.load_workbook(recorded / LAST, data_only=True)
    shown = {cell.value for row in book[form.sheet].iter_rows() for cell in row}

    assert "ยังกรอกไม่ครบ 11 ช่อง" in shown
    assert "น้ำหนักครบ 100" in shown


@libreoffice.needed
def test_saved_figures_of_handed_out_forms_are_what_a_program_works_out(recorded):
    files = [recorded / LAST, recorded / OWN]
    for ours, theirs in zip(
        files, libreoffice.saved(files, recorded / "lo"), strict=True
    ):
        sheet = form_in(ours).sheet
        formulas, shown, worked_out = (
            openpyxl.load_workbook(path, data_only=is_shown)[sheet]
            for path, is_shown in ((ours, False), (ours, True), (theirs, True))
        )
        live = [
            cell.coordinate
            for row in formulas.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]
        assert live
        for at in live:
            assert (shown[at].value or "") == (worked_out[at].value or ""), at


def test_an_evaluation_on_that_form_is_scored(sh, recorded):
    back(recorded, "e.xlsx", levels(), LAST)
    intake = receive(opened(recorded))
    own = next(one for one in intake.people if one.person.employee_id == "1003")

    assert own.result is not None
    assert own.result.total == 80
    assert [one.code for one in own.appraisal.findings] == ["PE352"]  # no consent yet


def test_an_evaluation_that_differs_from_the_agreement_is_held(recorded):
    back(recorded, "e.xlsx", levels() | WEIGHTS, LAST)
    intake = receive(opened(recorded))
    own = next(one for one in intake.people if one.person.employee_id == "1003")
    form = form_in(recorded / LAST)
    cells = [form.tables["indicators"][n]["weight"].cell.address for n in (0, 1)]

    assert own.state == "held"
    assert own.result is None
    told = [(f.code, f.cell) for f in intake.findings if f.code == "PE242"]
    assert told == [("PE242", cell) for cell in cells]


def test_an_approved_change_is_scored_and_recorded_by_agree(sh, recorded):
    """By hand: level 4 throughout is 80 points whatever the weights."""
    back(recorded, "e.xlsx", levels() | WEIGHTS | BOTH, LAST)
    intake = receive(opened(recorded))
    own = next(one for one in intake.people if one.person.employee_id == "1003")

    assert own.result is not None
    assert own.result.total == 80
    assert [f.code for f in intake.findings if f.code == "PE247"] == ["PE247"] * 2
    assert states(agree(sh, recorded)) == [("changed", 2)]
    after = receive(opened(recorded))
    assert "PE247" not in [one.code for one in after.findings]


def test_a_new_version_makes_the_form_of_the_old_one_stale(sh, recorded):
    back(recorded, "b.xlsx", agreed() | WEIGHTS | BOTH)
    agree(sh, recorded)
    ran = sh("forms", "--stage", "evaluation", "--round", recorded, "--json")

    assert codes(json.loads(ran.out)) == ["PE334"]
    words = ("forms", "--stage", "evaluation", "--force", "-q", "--round")
    assert sh(*words, recorded).code == 0
    form = form_in(recorded / LAST)
    assert form.tables["indicators"][0]["weight"].cell.raw == "45"
    assert form.tables["changes"][0]["title"].cell.raw == "หนังสือที่ส่งทันกำหนด"


def test_a_round_without_agreements_takes_any_evaluation(folder):
    back(folder, "e.xlsx", agreed() | levels())
    intake = receive(opened(folder))
    own = next(one for one in intake.people if one.person.employee_id == "1003")

    assert own.result is not None


def test_a_form_issued_to_somebody_else_is_held_in_the_inbox(folder):
    other: dict[At, object] = {
        ("employee_id",): "1002",
        ("name",): "นางหัวหน้า คลังดี",
        ("evaluator_id",): "1001",
        ("evaluator_name",): "นายปลัด ตัวอย่าง",
    }
    back(folder, "e.xlsx", agreed() | levels() | other)
    intake = receive(opened(folder))

    assert "PE330" in [one.code for one in intake.findings]
    own = next(one for one in intake.people if one.person.employee_id == "1002")
    assert own.result is None


def test_a_damaged_record_stops_with_3(sh, recorded):
    path = recorded / "record" / "agreements" / "1003.json"
    path.write_text("{", encoding="utf-8")
    back(recorded, "e.xlsx", levels(), LAST)
    for words in (("agree",), ("check",), ("score",), ("forms",)):
        ran = sh(*words, "--round", recorded)

        assert ran.code == Exit.UNUSABLE, words
        assert "1003.json" in ran.err


def test_a_workbook_of_an_evaluator_is_agreed_sheet_by_sheet(sh, folder):
    more = {**OFFICER, "employee_id": "1004", "name": "ช่วยงาน ดีมาก"}
    round_folder(folder, [CLERK, HEAD, OFFICER, more])
    sh("forms", "--per", "evaluator", "--round", folder, "-q")
    whole = folder / "forms/02 กองคลัง/ผู้ประเมิน 1002 นางหัวหน้า คลังดี.xlsx"
    first = fill_in(whole, agreed(), folder / "x" / "a.xlsx", "1003 บัญชี ขยันดี")
    fill_in(first, agreed(), folder / "inbox" / "a.xlsx", "1004 ช่วยงาน ดีมาก")
    answer = agree(sh, folder)

    assert [one["employee_id"] for one in answer["results"]] == ["1003", "1004"]
    assert states(answer) == [("recorded", 1)] * 2
    sh("forms", "--per", "evaluator", "--stage", "evaluation", "--round", folder, "-q")
    made = folder / ("forms/02 กองคลัง/ผู้ประเมิน 1002 นางหัวหน้า คลังดี (ประเมิน).xlsx")
    assert len(openpyxl.load_workbook(io.BytesIO(made.read_bytes())).sheetnames) == 4
