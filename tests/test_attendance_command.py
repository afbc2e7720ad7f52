"""attendance.xlsx as people meet it: made, filled in, checked, looked into."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from attendance_round import (
    FIRST,
    attendance_workbook,
    cell_of,
    round_with,
)
from libreoffice import needed, saved
from perfeval.excel.attendance import build
from perfeval.excel.read import read
from perfeval.opening import open_round
from perfeval.rounds.folder import RoundFolder
from shell import Shell

OFFICE = "องค์การบริหารส่วนตำบลตัวอย่าง"
GIVEN = ("--year", "2568", "--round", "1", "--organisation", OFFICE)
COUNTED = {"employee_id": "2002", "leave_times": 3, "leave_days": 4.5, "late_times": 2}


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def made(sh: Shell, tmp_path: Path) -> Path:
    """The attendance.xlsx of a round of two officials and two workers."""
    folder = round_with(tmp_path, None)
    assert sh("attendance", "--round", tmp_path).code == 0
    return folder.attendance


def test_a_new_round_has_the_file_where_a_regulation_asks_for_it(sh, tmp_path):
    law = ("--regulation", "tambon-contract-2560")
    assert sh("init", tmp_path / "a", *law, *GIVEN).code == 0
    other = ("--regulation", "tambon-official-2559")
    assert sh("init", tmp_path / "b", *other, *GIVEN).code == 0

    assert (tmp_path / "a" / "attendance.xlsx").is_file()
    assert not (tmp_path / "b" / "attendance.xlsx").exists()


def test_the_file_of_a_round_names_everybody_whose_leave_is_limited(made):
    found = open_round(RoundFolder(made.parent)).attendance

    assert found is not None
    assert [one.employee_id for one in found.counted] == ["2001", "2002"]
    assert found.findings == ()
    assert found.is_untouched


def test_the_file_is_the_same_for_the_same_round(sh, made):
    before = made.read_bytes()

    assert sh("attendance", "--round", made.parent).code == 4
    assert made.read_bytes() == before
    assert sh("attendance", "--round", made.parent, "--force").code == 0
    assert made.read_bytes() == before


def test_what_was_typed_is_never_overwritten(sh, made):
    workbook = load_workbook(made)
    workbook["รายคน"][cell_of("attendance", "late_times")] = 1
    workbook.save(made)
    before = made.read_bytes()

    assert sh("attendance", "--round", made.parent, "--force").code == 4
    assert made.read_bytes() == before


def test_a_round_that_does_not_ask_gets_no_such_file(sh, tmp_path):
    law = ("--regulation", "tambon-official-2559")
    assert sh("init", tmp_path / "b", *law, *GIVEN).code == 0
    roster = round_with(tmp_path / "c", None).roster.read_bytes()
    (tmp_path / "b" / "roster.xlsx").write_bytes(roster)

    assert sh("attendance", "--round", tmp_path / "b").code == 4
    assert not (tmp_path / "b" / "attendance.xlsx").exists()


def test_every_cell_of_the_file_is_looked_into(sh, made):
    answer = json.loads(sh("inspect", made, "--json").out)

    forms = {one["form"]: one for one in answer["results"]}
    assert list(forms) == ["attendance", "leaves"]
    people = forms["attendance"]
    assert people["fields"]["is_complete"] == {
        "cell": "E4",
        "value": None,
        "input": True,
    }
    first = people["tables"]["attendance"][0]
    assert first["employee_id"]["value"] == "2001"
    assert first["leave_times"] == {"cell": f"C{FIRST}", "value": None, "input": True}
    assert len(forms["leaves"]["tables"]["leaves"]) == 400


def test_a_program_that_fills_every_cell_by_inspect_is_read_back(sh, made):
    answer = json.loads(sh("inspect", made, "--json").out)
    workbook = load_workbook(made)
    typed = {
        "leaves": {
            "employee_id": "2001",
            "leave_kind": "ลาป่วย",
            "leave_from": "3/2/2568",
            "leave_to": "4/2/2568",
            "leave_days": 1.5,
            "certificate": "ไม่มี",
        },
        "attendance": {"late_times": 16},
    }
    for one in answer["results"]:
        row = one["tables"][one["form"]][0]
        for key, value in typed[one["form"]].items():
            workbook[one["sheet"]][row[key]["cell"]] = value
        for spec in one["fields"].values():
            workbook[one["sheet"]][spec["cell"]] = "ใช่"
    workbook.save(made)

    found = open_round(RoundFolder(made.parent)).attendance

    assert found is not None
    assert found.findings == ()
    assert found.is_complete
    assert found.leaves[0].has_certificate is False
    assert found.counted[0].late_times == 16


def test_check_tells_the_faults_of_the_rounds_own_file_once(sh, tmp_path):
    workbook = attendance_workbook(
        people=[{**COUNTED, "late_times": -1}], is_complete="ใช่"
    )
    folder = round_with(tmp_path, workbook)

    for named in ((), (folder.attendance,)):
        answer = sh("check", *named, "--round", tmp_path, "--json")
        told = json.loads(answer.out)["findings"]
        found = [one for one in told if one["code"] != "PE304"]
        assert [(one["code"], one["cell"]) for one in found] == [("PE508", f"E{FIRST}")]
        assert found[0]["file"] == "attendance.xlsx"
        assert answer.code == 1


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "th",
            "attendance.xlsx: อ่านการลาและการมาสายแล้ว รายชื่อ 2 คน การลา 0 ครั้ง · "
            "ไม่พบข้อผิดพลาด",
        ),
        (
            "en",
            "attendance.xlsx: attendance read, people 2, leaves 0 · nothing is wrong",
        ),
    ],
)
def test_check_says_that_a_sound_file_was_read(sh, tmp_path, monkeypatch, lang, said):
    people = [COUNTED, {**COUNTED, "employee_id": "2001"}]
    round_with(tmp_path, attendance_workbook(people=people, is_complete="ใช่"))
    monkeypatch.chdir(tmp_path)
    ran = sh("check", "attendance.xlsx", "--lang", lang)

    assert (ran.code, ran.out.splitlines()) == (0, [said])


@pytest.mark.parametrize(
    ("lang", "words"), [("th", "ยังไม่ได้กรอก"), ("en", "nothing filled in yet")]
)
def test_check_does_not_call_an_untouched_file_filled_in(sh, made, lang, words):
    ran = sh("check", made, "--round", made.parent, "--lang", lang)

    assert ran.code == 0
    assert words in ran.out


def test_a_marked_copy_of_the_file_shows_the_faulty_cell(sh, tmp_path):
    workbook = attendance_workbook(
        people=[{**COUNTED, "late_times": -1}], is_complete="ใช่"
    )
    folder = round_with(tmp_path / "round", workbook)
    before = folder.attendance.read_bytes()
    marked = tmp_path / "marked"
    sh("check", folder.attendance, "--round", folder.path, "--annotate", marked)

    assert [one.name for one in marked.iterdir()] == ["attendance.xlsx"]
    book = load_workbook(marked / "attendance.xlsx")
    comments = [
        (cell.coordinate, cell.comment.text)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]
    assert [at for at, text in comments if "PE508" in text] == [f"E{FIRST}"]
    assert folder.attendance.read_bytes() == before


def test_check_takes_a_draft_of_the_file_that_lies_elsewhere(sh, tmp_path):
    round_with(tmp_path / "round", None)
    draft = tmp_path / "draft.xlsx"
    attendance_workbook(people=[{**COUNTED, "employee_id": "9"}]).save(draft)

    answer = sh("check", draft, "--round", tmp_path / "round", "--json")

    found = json.loads(answer.out)["findings"]
    assert ("PE502", "9") in [(one["code"], one["employee_id"]) for one in found]
    assert "PE012" not in [one["code"] for one in found]


def test_a_score_does_not_hang_on_leave(sh, tmp_path):
    folder = round_with(tmp_path, attendance_workbook(people=[{"employee_id": "9"}]))
    (folder.inbox / "x.txt").write_text("")

    answer = json.loads(sh("score", "--round", tmp_path, "--json").out)
    codes = [one["code"] for one in answer["findings"]]

    assert not [one for one in codes if one.startswith("PE5")]


def test_explain_shows_each_leave_and_what_they_come_to(sh, tmp_path):
    leaves = [
        {
            "employee_id": "2001",
            "leave_kind": "ลากิจส่วนตัว",
            "leave_from": "10/1/2568",
            "leave_to": "13/1/2568",
            "leave_days": 2,
        },
        {
            "employee_id": "2001",
            "leave_kind": "ลาพักผ่อน",
            "leave_from": "3/2/2568",
            "leave_to": "4/2/2568",
        },
    ]
    people = [{"employee_id": "2001", "late_times": 16}]
    workbook = attendance_workbook(leaves=leaves, people=people)
    folder = round_with(tmp_path, workbook)
    (folder.inbox / "x.txt").write_text("")

    told = sh("explain", "2001", "--round", tmp_path).told

    assert "การลาและการมาสาย" in told
    assert "ลากิจส่วนตัว 10 มกราคม 2568" in told
    assert "นับ 1 ครั้ง 2 วัน (ตามจำนวนวันที่กรอก)" in told
    assert "ไม่นับ" in told
    assert "1 ครั้ง 2 วัน: ไม่เกินกำหนด" in told
    assert "16 ครั้ง: มาสายเป็นประจำ" in told
    assert f"การลา!C{FIRST}" in told
    assert f"รายคน!E{FIRST}" in told
    answer = json.loads(sh("explain", "2001", "--round", tmp_path, "--json").out)
    found = answer["results"][0]["attendance"]
    assert (found["leave_times"], found["leave_status"]) == ("1", "ok")
    assert (found["late_times"], found["late_status"]) == ("16", "habitually_late")
    english = sh("explain", "2001", "--round", tmp_path, "--lang", "en").told
    assert "counts 1 times, 2 days (as typed)" in english
    assert "16 times: habitually late" in english


def test_status_counts_whose_leave_is_known_and_who_stands_above_a_limit(sh, tmp_path):
    people = [{"employee_id": "2001", "late_times": 16}, COUNTED]
    folder = round_with(tmp_path, attendance_workbook(people=people))
    (folder.inbox / "x.txt").write_text("")

    answer = json.loads(sh("status", "--round", tmp_path, "--json").out)

    assert answer["summary"]["attendance"] == {
        "total": 2,
        "known": 1,
        "committee_may_allow": 0,
        "not_eligible": 0,
        "habitually_late": 1,
    }
    assert "PE519" in [one["code"] for one in answer["findings"]]
    assert "ทราบแล้ว 1 จาก 2 คน" in sh("status", "--round", tmp_path).told


@needed
def test_the_workbook_checks_itself_while_people_type(made, tmp_path):
    workbook = load_workbook(made)
    people, leaves = workbook["รายคน"], workbook["การลา"]
    people["C6"], people["D6"], people["E6"] = 3, 1, 0
    people["E7"] = 0
    for row, told in enumerate(
        [
            ("2002", None, "ลากิจส่วนตัว", "6/1/2568", "7/1/2568"),
            ("2002", None, "ลาป่วย"),
            ("2002", None, "ลาปวย", 45700, 45701),
            ("2002", None, "ลาป่วย", 45700, 45701),
            ("2002", None, "ลาอื่น", 45700, 45699),
            ("2002", None, "ลาอื่น", 45720, 45721, 3),
            ("2002", None, "ลาอื่น", 45730, 45731, 2),
        ],
        start=6,
    ):
        for column, value in enumerate(told, start=1):
            leaves.cell(row, column, value)
    path = tmp_path / "filled.xlsx"
    workbook.save(path)

    (kept,) = saved([path], tmp_path / "saved")
    found, _ = read(kept, shown="filled.xlsx")
    assert found is not None
    shown = {sheet.name: sheet for sheet in found.sheets}

    assert [shown["รายคน"].cell(row, 7).raw for row in (6, 7)] == [
        "วันลาน้อยกว่าจำนวนครั้ง",
        "ครบ",
    ]
    assert [shown["การลา"].cell(row, 9).raw for row in range(6, 13)] == [
        "วันที่ไม่ถูกต้อง",
        "ยังไม่กรอก ลาตั้งแต่วันที่",
        "ไม่มีประเภทการลานี้",
        "ยังไม่เลือกใบรับรองแพทย์",
        "วันสุดท้ายอยู่ก่อนวันแรก",
        "วันลามากกว่าช่วงวันที่ลา",
        "ครบ",
    ]


def test_the_workbook_is_built_without_anybody_as_well():
    choices = {"leave_kinds": ("ประเภทการลา", []), "certified": ("", [])}

    assert build(choices, "") == build(choices, "")
