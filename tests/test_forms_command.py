"""`perfeval forms`: whose forms are made, what stands in them, what is left alone."""

import json
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import perfeval.handout.make
from handed import agreed, fill_in, form_in, forms_in, levels, opened, typed
from perfeval.batch import Known, run
from perfeval.choices import Per, Stage
from perfeval.cli.exits import Exit
from perfeval.cli.output import Voice
from perfeval.cli.progress import watched
from perfeval.excel.styles_of_form import CREAM
from perfeval.handout.make import Became, Maker, Wanted
from perfeval.handout.names import LONGEST, WIDEST, clean, unique
from perfeval.handout.plan import MOST_FORMS, plan
from perfeval.record import issued
from perfeval.record.damage import DamagedError
from perfeval.regulations.load import load, shipped
from round_folder import CLERK, HEAD, OFFICER, PEOPLE, ROUND, round_folder
from shell import Shell

CIVIL = ROUND.replace(
    'official = "tambon-official-2559"',
    'official = "tambon-official-2559"\ncivil_servant = "civil-service-2552"',
)
OWN = "forms/02 กองคลัง/1003 นางสาวบัญชี ขยันดี.xlsx"
ALL = (
    "forms/01 สำนักปลัด/1001 นายปลัด ตัวอย่าง.xlsx",
    "forms/02 กองคลัง/1002 นางหัวหน้า คลังดี.xlsx",
    OWN,
)
BY_EVALUATOR = (
    "forms/00 ผู้บริหาร/ผู้ประเมิน CHIEF นายสมมุติ นำทาง.xlsx",
    "forms/01 สำนักปลัด/ผู้ประเมิน 1001 นายปลัด ตัวอย่าง.xlsx",
    "forms/02 กองคลัง/ผู้ประเมิน 1002 นางหัวหน้า คลังดี.xlsx",
)


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round of three people."""
    return round_folder(tmp_path / "round")


def forms(sh: Shell, folder: Path, *words: str, code: int = 0) -> dict[str, Any]:
    """The JSON of `perfeval forms`."""
    ran = sh("forms", "--round", folder, "--json", *words)
    assert ran.code == code, ran.err
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


def there(folder: Path) -> list[str]:
    """Every file under forms/."""
    found = (one for one in (folder / "forms").rglob("*") if one.is_file())
    return sorted(one.relative_to(folder).as_posix() for one in found)


def content(folder: Path) -> Mapping[str, bytes]:
    """The bytes of every file under forms/."""
    return {name: (folder / name).read_bytes() for name in there(folder)}


def people(*changed: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The three of the round and these, each an officer with some things else."""
    return [*PEOPLE, *({**OFFICER, **one} for one in changed)]


def test_everybody_gets_a_workbook_in_the_folder_of_the_division(sh, folder):
    answer = forms(sh, folder)

    assert there(folder) == list(ALL)
    assert [one["path"] for one in answer["files"]] == list(ALL)
    assert {one["kind"] for one in answer["files"]} == {"form"}
    for one in answer["files"]:
        made = (folder / one["path"]).read_bytes()
        assert one["sha256"] == sha256(made).hexdigest()


def test_a_form_says_who_it_is_for_and_who_evaluates(sh, folder):
    forms(sh, folder)

    assert typed(form_in(folder / OWN)) == {
        "organisation": "องค์การบริหารส่วนตำบลตัวอย่าง",
        "fiscal_year": "2568",
        "round_number": "1",
        "employee_id": "1003",
        "name": "นางสาวบัญชี ขยันดี",
        "position": "นักวิชาการเงินและบัญชี",
        "position_type": "วิชาการ",
        "position_level": "ปฏิบัติการ",
        "division": "กองคลัง",
        "staff_group": "พนักงานส่วนตำบล",
        "probation": "ไม่ใช่",
        "evaluator_id": "1002",
        "evaluator_name": "นางหัวหน้า คลังดี",
        "evaluator_position": "ผู้อำนวยการกองคลัง",
        "next_supervisor_name": "นายปลัด ตัวอย่าง",
    }


def test_the_chief_evaluates_without_standing_on_the_roster(sh, folder):
    forms(sh, folder)
    said = typed(form_in(folder / ALL[0]))

    assert said["evaluator_id"] == "CHIEF"
    assert said["evaluator_name"] == "นายสมมุติ นำทาง"
    assert said["evaluator_position"] == "นายกองค์การบริหารส่วนตำบลตัวอย่าง"
    assert "next_supervisor_name" not in said


# The round of the regulation runs from 1 October 2567 to 31 March 2568 (2025 C.E.).
PROBATION = [
    ("2025-03-31", None, "ใช่"),  # begins on the last day
    ("2025-04-01", None, "ไม่ใช่"),  # begins after it
    (None, "2024-10-01", "ใช่"),  # ends on the first day
    (None, "2024-09-30", "ไม่ใช่"),  # ends before it
    ("2024-11-01", "2025-04-30", "ใช่"),
    (None, None, "ไม่ใช่"),
]


@pytest.mark.parametrize(("begins", "ends", "said"), PROBATION)
def test_probation_is_marked_where_a_day_of_it_lies_in_the_round(
    begins, ends, said, sh, tmp_path
):
    new = {**OFFICER, "probation_from": begins, "probation_to": ends}
    folder = round_folder(tmp_path, [CLERK, HEAD, new])
    forms(sh, folder)

    assert typed(form_in(folder / OWN))["probation"] == said


def test_each_staff_group_gets_the_form_of_its_regulation(sh, tmp_path):
    civil = {"employee_id": "2001", "name": "ราชการ ดี", "staff_group": "civil_servant"}
    folder = round_folder(tmp_path, people(civil), text=CIVIL)
    forms(sh, folder)
    own = "forms/02 กองคลัง/2001 นางสาวราชการ ดี.xlsx"

    assert form_in(folder / own).regulation == "civil-service-2552"
    assert form_in(folder / OWN).regulation == "tambon-official-2559"


def test_competencies_have_the_expected_level_of_the_position(sh, folder):
    forms(sh, folder)
    rows = form_in(folder / OWN).tables["competencies"]

    # seeds: an official of the first professional level is expected at level 1
    assert [row["expected"].cell.raw for row in rows[:8]] == ["1"] * 8
    assert [row["kind"].cell.raw for row in rows[5:8]] == ["สมรรถนะประจำสายงาน"] * 3


def test_what_is_filled_in_is_locked_and_the_rest_is_open(sh, folder):
    forms(sh, folder)
    form = form_in(folder / OWN)
    sheet = openpyxl.load_workbook(folder / OWN)[form.sheet]

    assert sheet.protection.sheet
    for one in form.fields.values():
        cell = sheet[one.cell.address]
        assert cell.protection.locked == one.is_filled
        assert (cell.fill.fgColor.rgb == f"FF{CREAM[1:]}") != one.is_filled
    for rows in form.tables.values():
        for entry in (entry for row in rows for entry in row.values()):
            if entry.is_input:
                assert not sheet[entry.cell.address].protection.locked


def test_a_form_opens_at_the_first_cell_that_waits(sh, folder):
    forms(sh, folder)
    form = form_in(folder / OWN)
    sheet = openpyxl.load_workbook(folder / OWN)[form.sheet]

    first = sheet.sheet_view.selection[-1].activeCell
    assert first == form.fields["agreed_on"].cell.address


def test_forms_made_twice_are_the_same_byte_for_byte(sh, folder):
    forms(sh, folder)
    before = content(folder)
    answer = forms(sh, folder, "--force")

    assert content(folder) == before
    assert answer["summary"]["made"] == len(ALL)


def test_a_form_is_the_same_whatever_was_deleted_but_the_record(sh, folder):
    forms(sh, folder)
    before = content(folder)
    for name in ALL:
        (folder / name).unlink()
    forms(sh, folder)

    assert content(folder) == before


def test_no_two_people_have_the_same_nonce_and_each_form_carries_its_own(sh, folder):
    forms(sh, folder)
    forms(sh, folder, "--per", "evaluator")
    record = issued.load(opened(folder).folder)
    nonces = {one.employee_id: one.nonce for one in record.people.values()}

    assert len({*nonces.values()}) == len(PEOPLE)
    for name in there(folder):
        for form in forms_in(folder / name):
            assert form.nonce == nonces[typed(form)["employee_id"]]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_nobody_else_may_read_the_record(sh, folder):
    forms(sh, folder)

    assert stat.S_IMODE((folder / "record").stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "record" / "issued.json").stat().st_mode) == 0o600


def test_only_what_is_missing_is_made_again_and_it_is_said(sh, folder):
    forms(sh, folder)
    before = (folder / ALL[0]).stat().st_mtime_ns
    (folder / OWN).unlink()
    answer = forms(sh, folder)

    assert [one["path"] for one in answer["files"]] == [OWN]
    assert (answer["summary"]["made"], answer["summary"]["kept"]) == (1, 2)
    assert (folder / ALL[0]).stat().st_mtime_ns == before
    assert "สร้างใหม่ 0 มีอยู่แล้ว 3" in sh("forms", "--round", folder).out


def test_a_form_that_the_roster_has_outrun_is_told_and_left(sh, folder):
    forms(sh, folder)
    before = content(folder)
    round_folder(folder, [CLERK, HEAD, {**OFFICER, "position": "นักวิชาการคลัง"}])
    answer = forms(sh, folder)

    assert [(one["code"], one["file"]) for one in answer["findings"]] == [
        ("PE334", OWN)
    ]
    assert content(folder) == before
    assert forms(sh, folder, "--force")["findings"] == []
    assert typed(form_in(folder / OWN))["position"] == "นักวิชาการคลัง"


def test_a_file_that_somebody_changed_is_never_overwritten(sh, folder):
    forms(sh, folder)
    fill_in(folder / OWN, agreed(), folder / OWN)
    before = content(folder)
    answer = forms(sh, folder, "--force", code=Exit.FINDINGS)

    assert content(folder) == before
    assert [(one["code"], one["file"]) for one in answer["findings"]] == [
        ("PE335", OWN)
    ]
    assert answer["results"][2]["state"] == "spared"


def test_a_file_of_that_name_that_perfeval_did_not_make_is_left(sh, folder):
    (folder / OWN).parent.mkdir(parents=True)
    (folder / OWN).write_bytes(b"somebody's own")
    answer = forms(sh, folder, code=Exit.FINDINGS)

    assert (folder / OWN).read_bytes() == b"somebody's own"
    assert [one["code"] for one in answer["findings"]] == ["PE335"]


def test_a_run_that_was_cut_short_is_taken_up(sh, folder):
    forms(sh, folder)
    record = issued.load(opened(folder).folder)
    issued.save(opened(folder).folder, issued.IssueRecord(record.people))
    before = content(folder)
    answer = forms(sh, folder)

    assert (answer["summary"]["kept"], answer["findings"]) == (3, [])
    assert content(folder) == before


def test_a_form_that_fits_nobody_any_more_is_named(sh, folder):
    forms(sh, folder)
    round_folder(folder, [CLERK, HEAD, {**OFFICER, "name": "บัญชี เปลี่ยนสกุล"}])
    answer = forms(sh, folder)

    assert [(one["code"], one["file"]) for one in answer["findings"]] == [
        ("PE336", OWN)
    ]
    assert answer["ok"]


def test_a_person_with_a_faulty_row_is_told_and_left_out(sh, tmp_path):
    folder = round_folder(tmp_path, [CLERK, HEAD, {**OFFICER, "division": "กองช่าง"}])
    answer = forms(sh, folder, code=Exit.FINDINGS)

    assert there(folder) == list(ALL[:2])
    assert [one["code"] for one in answer["findings"]] == ["PE312"]
    assert [one["employee_id"] for one in answer["results"] if not one["file"]] == [
        "1003"
    ]
    assert "1003" in sh("forms", "--round", folder).out


def test_a_person_who_is_excluded_gets_no_form(sh, tmp_path):
    away = {**OFFICER, "excluded_reason": "ลาศึกษาต่อ"}
    folder = round_folder(tmp_path, [CLERK, HEAD, away])
    answer = forms(sh, folder)

    assert there(folder) == list(ALL[:2])
    assert answer["summary"]["excluded"] == 1


def test_a_person_whose_result_is_due_from_elsewhere_gets_no_form(sh, tmp_path):
    """Transferred in after 1 March (seeds/001): the former office sends the result."""
    came = {**OFFICER, "movement": "โอนมา", "movement_on": "2025-03-02"}
    folder = round_folder(tmp_path, [CLERK, HEAD, came])
    answer = forms(sh, folder)

    assert there(folder) == list(ALL[:2])
    assert answer["summary"]["due_from_elsewhere"] == 1


def test_a_run_is_logged_without_a_name(sh, folder):
    forms(sh, folder)
    log = (folder / "record" / "audit.jsonl").read_text(encoding="utf-8")
    line = json.loads(log.splitlines()[-1])

    assert (line["command"], line["ids"]) == ("forms", ["1001", "1002", "1003"])
    assert line["facts"] == {"made": "3", "per": "person", "stage": "agreement"}
    assert "ตัวอย่าง" not in log


def test_a_bar_is_shown_on_a_terminal_alone(capsys, monkeypatch):
    for is_terminal in (True, False):
        monkeypatch.setattr("sys.stderr.isatty", lambda seen=is_terminal: seen)
        steps = [*watched(Voice("th"), iter("abc"), 3, ("กำลังทำ", "at work"))]

        assert steps == ["a", "b", "c"]
        assert ("กำลังทำ" in capsys.readouterr().err) == is_terminal


def test_an_evaluator_gets_one_workbook_with_a_sheet_a_person(sh, tmp_path):
    more = [{"employee_id": f"20{n:02}", "name": f"ผู้ช่วย คนที่{n}"} for n in range(2)]
    folder = round_folder(tmp_path, people(*more))
    answer = forms(sh, folder, "--per", "evaluator")

    assert there(folder) == list(BY_EVALUATOR)
    found = forms_in(folder / BY_EVALUATOR[2])
    assert [typed(one)["employee_id"] for one in found] == ["1003", "2000", "2001"]
    assert found[0].sheet == "1003 บัญชี ขยันดี"
    assert answer["summary"]["people"] == len(PEOPLE) + 2


def test_an_evaluator_of_many_gets_numbered_workbooks(tmp_path):
    more = [{"employee_id": f"3{n:03}", "name": f"ผู้ช่วย คนที่{n}"} for n in range(60)]
    round_ = opened(round_folder(tmp_path, people(*more)))
    planned = plan(round_, round_.roster.people, Per.EVALUATOR, Stage.AGREEMENT)
    own = [one for one in planned if "1002" in one.path]

    assert [len(one.people) for one in own] == [25, 25, 11]
    assert [one.path[-7:] for one in own] == [" 1.xlsx", " 2.xlsx", " 3.xlsx"]


def test_the_fullest_workbook_is_read_without_a_finding(tmp_path):
    """25 forms are within every limit of the reader."""
    more = [
        {"employee_id": f"3{n:03}", "name": f"ผู้ช่วย คนที่{n}"}
        for n in range(MOST_FORMS - 1)
    ]
    round_ = opened(round_folder(tmp_path, people(*more)))
    planned = plan(round_, round_.roster.people, Per.EVALUATOR, Stage.AGREEMENT)
    wanted = Wanted(Per.EVALUATOR, Stage.AGREEMENT)
    numbers = iter(range(100))
    maker = Maker(round_, wanted, {}, draw=lambda: f"{next(numbers):016x}")
    list(maker.make(planned))
    path = tmp_path / "forms" / planned[-1].path
    outcome = run([path], Known(), Stage.AGREEMENT)

    assert len(outcome.appraisals) == MOST_FORMS
    assert {one.code for one in outcome.findings} == {"PE209", "PE213"}


def test_people_of_two_regulations_stand_in_one_workbook_kind_by_kind(sh, tmp_path):
    civil = {"employee_id": "0901", "name": "ราชการ ดี", "staff_group": "civil_servant"}
    last = {"employee_id": "2002", "name": "บัญชี สอง"}
    folder = round_folder(tmp_path, people(civil, last), text=CIVIL)
    forms(sh, folder, "--per", "evaluator")
    (ours,) = (name for name in there(folder) if "1002" in name)
    found = forms_in(folder / ours)

    assert [(one.regulation, typed(one)["employee_id"]) for one in found] == [
        ("tambon-official-2559", "1003"),
        ("tambon-official-2559", "2002"),
        ("civil-service-2552", "0901"),
    ]
    book = openpyxl.load_workbook(folder / ours)
    kinds = [
        "คำแนะนำ",
        *(f"{n} บัญชี {s}" for n, s in (("1003", "ขยันดี"), ("2002", "สอง"))),
    ]
    assert book.sheetnames == [*kinds, "คำแนะนำ 2", "0901 ราชการ ดี", "_perfeval"]


def test_each_kind_of_form_in_a_workbook_is_scored_by_its_own_regulation(sh, tmp_path):
    civil = {"employee_id": "2001", "name": "ราชการ ดี", "staff_group": "civil_servant"}
    folder = round_folder(tmp_path, people(civil), text=CIVIL)
    forms(sh, folder, "--per", "evaluator")
    (ours,) = (name for name in there(folder) if "1002" in name)
    first, second = (one.sheet for one in forms_in(folder / ours))
    half = fill_in(folder / ours, agreed() | levels(), tmp_path / "a.xlsx", first)
    whole = fill_in(half, agreed() | levels(), tmp_path / "b.xlsx", second)
    outcome = run([whole], Known())

    assert [one.evaluation.regulation for one in outcome.appraisals] == [
        "tambon-official-2559",
        "civil-service-2552",
    ]
    assert [one.result and one.result.total for one in outcome.appraisals] == [80, 80]


def test_instructions_of_many_kinds_leave_room_for_fewer_forms(folder):
    """30 sheets: the hidden one, instructions for each of 5 kinds, so 24 forms."""
    round_ = opened(folder)
    officer = round_.roster.people[-1]
    some = [replace(officer, staff_group=f"own_{n % 5}") for n in range(30)]
    laws = {f"own_{n}": load(law) for n, law in enumerate(shipped())}
    planned = plan(
        replace(round_, regulations=laws), some, Per.EVALUATOR, Stage.AGREEMENT
    )

    assert [len(one.people) for one in planned] == [24, 6]


def test_a_handed_out_form_that_is_filled_in_is_scored(sh, folder):
    forms(sh, folder)
    forms(sh, folder, "--per", "evaluator")
    own = fill_in(folder / OWN, agreed() | levels(), folder / "inbox" / "a.xlsx")
    whole = folder / BY_EVALUATOR[2]
    shared = fill_in(whole, agreed() | levels(), folder / "trial" / "b.xlsx")

    for path in (own, shared):
        outcome = run([path], Known())
        (one,) = outcome.appraisals
        assert outcome.findings == ()
        assert one.result is not None
        assert one.result.total == 80


def test_names_that_no_file_system_takes_are_cleaned(sh, tmp_path):
    text = ROUND.replace('"กองคลัง"', '"กองคลัง/พัสดุ: งาน*"')
    odd = {"division": "กองคลัง/พัสดุ: งาน*", "name": 'บัญชี <"ขยัน">\u200b ดี..'}
    folder = round_folder(tmp_path, [CLERK, {**OFFICER, **odd}], text=text)
    forms(sh, folder, code=Exit.FINDINGS)  # the evaluator is not on this roster
    folder = round_folder(
        tmp_path / "b", [CLERK, {**OFFICER, **odd, "evaluator_id": "CHIEF"}], text=text
    )
    forms(sh, folder, "--quiet")

    assert there(folder)[1] == ("forms/02 กองคลัง พัสดุ งาน/1003 นางสาวบัญชี ขยัน ดี.xlsx")


@pytest.mark.parametrize(
    "name", ["con", "NUL.txt", "lpt1", "aux .x", "COM²", "..", "a/b\\c", "", " . "]
)
def test_a_name_is_never_a_device_a_path_or_nothing(name):
    cleaned = clean(name)

    assert cleaned
    assert not re.search(r"[/\\]|^\.|[. ]$", cleaned)
    assert cleaned.casefold() not in ("con", "nul.txt", "lpt1", "aux .x", "com²")


def test_a_long_name_is_cut():
    cleaned = clean("ก" * 200)

    assert len(cleaned) <= LONGEST
    assert len(cleaned.encode()) <= WIDEST


def test_a_name_is_never_given_twice_whatever_its_case():
    used: set[str] = set()

    assert [unique(name, used) for name in ("Ab", "aB", "AB")] == [
        "Ab",
        "aB (2)",
        "AB (3)",
    ]


def test_a_sealed_round_is_refused(sh, folder):
    (folder / "record" / "sealed" / "2568-1-r1").mkdir(parents=True)
    ran = sh("forms", "--round", folder)

    assert ran.code == Exit.REFUSED
    assert not (folder / "forms").exists()


def test_a_damaged_record_stops_before_a_nonce_is_lost(sh, folder):
    forms(sh, folder)
    record = folder / "record" / "issued.json"
    for spoilt in ("{", "[]", '{"people": [{}], "files": {}}', '{"people": {}}'):
        record.write_text(spoilt, encoding="utf-8")
        ran = sh("forms", "--round", folder)

        assert ran.code == Exit.UNUSABLE
        assert "record/issued.json" in ran.err
        assert record.read_text(encoding="utf-8") == spoilt
        with pytest.raises(DamagedError):
            issued.load(opened(folder).folder)


def test_nonces_are_kept_before_the_first_form_is_written(folder, monkeypatch):
    class DiskFullError(OSError):
        pass

    def full(content: bytes, path: Path) -> None:
        raise DiskFullError

    monkeypatch.setattr(perfeval.handout.make, "save", full)
    round_ = opened(folder)
    numbers = iter(range(100))
    maker = Maker(
        round_,
        Wanted(Per.PERSON, Stage.AGREEMENT),
        {},
        draw=lambda: f"{next(numbers):016x}",
    )
    planned = plan(round_, round_.roster.people, Per.PERSON, Stage.AGREEMENT)
    with pytest.raises(DiskFullError):
        list(maker.make(planned))

    assert len(issued.load(round_.folder).people) == len(PEOPLE)


def test_forms_that_cannot_be_written_end_with_3(sh, folder):
    (folder / "forms").write_text("in the way", encoding="utf-8")
    ran = sh("forms", "--round", folder)

    assert ran.code == Exit.UNUSABLE
    assert "forms/" in ran.err


def test_without_a_recorded_agreement_there_is_no_evaluation_form(sh, folder):
    answer = forms(sh, folder, "--stage", "evaluation")

    assert answer["summary"]["not_agreed"] == len(PEOPLE)
    assert there(folder) == []


def test_the_states_of_a_workbook_are_those_of_the_answer(sh, folder):
    answer = forms(sh, folder)
    keys = {"files", "people", "faulty", "excluded", "due_from_elsewhere", "not_agreed"}
    keys |= {"other_form"}

    assert {*answer["summary"]} - keys == {str(one) for one in Became}
    assert [one["state"] for one in answer["results"]] == ["made"] * len(PEOPLE)


def test_two_forms_of_everybody_are_told(sh, folder):
    assert forms(sh, folder)["findings"] == []
    answer = forms(sh, folder, "--per", "evaluator")

    (told,) = answer["findings"]
    assert (told["code"], told["file"], told["found"]) == ("PE337", "forms", "3")
    assert ALL[0] in told["message"]
    assert answer["ok"]


def test_one_set_of_forms_is_enough(sh, folder):
    forms(sh, folder)
    for name in ALL:
        (folder / name).unlink()

    assert forms(sh, folder, "--per", "evaluator")["findings"] == []


def test_an_empty_roster_is_told_as_such(sh, tmp_path):
    folder = round_folder(tmp_path, [])
    ran = sh("forms", "--round", folder)

    assert "ยังไม่มีผู้ใดในบัญชีรายชื่อ กรอก roster.xlsx" in ran.out
    assert "ไม่มีแบบที่ต้องสร้างเพิ่ม" not in ran.out
