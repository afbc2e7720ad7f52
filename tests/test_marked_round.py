"""A whole round under the criteria of 2545, command by command. All is invented."""

import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from filled import MARKED, place_of_item
from handed import cell_of, fill_in, form_in
from perfeval.cli.exits import Exit
from round_folder import CLERK, HEAD, OFFICER, ROUND, round_folder
from shell import Shell
from test_deciding import fill

OFFICE = "เทศบาลตำบลตัวอย่าง"
TEXT = ROUND.replace("tambon-official-2559", MARKED)
TEXT = TEXT.replace("องค์การบริหารส่วนตำบลตัวอย่าง", OFFICE)
TEXT += """
[[committee]]
name = "นางกลาง ตัวอย่าง"
position = "ผู้อำนวยการกองช่าง"
role = "member"

[[committee]]
name = "นายจด ตัวอย่าง"
position = "นักทรัพยากรบุคคล"
role = "secretary"
"""
GROUP = {"staff_group": "พนักงานเทศบาล"}
OF_LEVELS = {"position_type": "ตำแหน่งตามระดับ"}
PEOPLE = (
    {**CLERK, **GROUP, **OF_LEVELS, "position_level": 8, "is_head": "ใช่"},
    {**HEAD, **GROUP, **OF_LEVELS, "position_level": 7},
    {**OFFICER, **GROUP, **OF_LEVELS, "position_level": 5},
    {**OFFICER, **GROUP, **OF_LEVELS, "position_level": 4, "employee_id": "1004",
     "prefix": "นาย", "name": "คลัง ตั้งใจ"},
    {**OFFICER, **GROUP, **OF_LEVELS, "position_level": 9, "employee_id": "1009",
     "prefix": "นาย", "name": "ระดับเก้า ตัวอย่าง"},
)  # fmt: skip
OPERATOR = {"1.1": 20, "1.2": 20, "1.3": 10, "1.4": 10, "1.5": 10}
OPERATOR |= {f"2.{n}": 6 for n in range(4, 9)}
LEADER = {"1.1": 20, "1.2": 20, "1.3": 12, "1.4": 10, "1.5": 10}
LEADER |= {f"2.{n}": Decimal("3.5") for n in range(1, 9)}
FULL = {"1001": LEADER, "1002": LEADER, "1003": OPERATOR, "1004": OPERATOR}
# Marks in percent of the full marks of every item, so totals by hand: 95, 80, 90, 50.
SHARE = {"1001": 95, "1002": 80, "1003": 90, "1004": 50}
STEPS = {
    "1001": ("ควรเลื่อนขั้นเงินเดือน 1 ขั้น", "ผลงานสูงกว่าเป้าหมาย"),
    "1002": ("ควรเลื่อนขั้นเงินเดือน 0.5 ขั้น", None),
    "1003": ("ควรเลื่อนขั้นเงินเดือน 1 ขั้น", "ปิดบัญชีก่อนกำหนดทุกเดือน"),
    "1004": ("ไม่ควรเลื่อนขั้นเงินเดือน", "งานค้างเกินกำหนด"),
}


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def told(sh: Shell, *words: object) -> dict:
    """What a command says as JSON, whatever it found."""
    return json.loads(sh(*words, "--json").out)


def handed_out(folder: Path, marked: str = "") -> dict[str, Path]:
    """The forms of one run by employee id."""
    found = {}
    for path in sorted((folder / "forms").rglob("*.xlsx")):
        if ("(ประเมิน)" in path.name) == bool(marked):
            found[path.name.split()[0]] = path
    return found


def full_marks(employee: str) -> dict:
    """The full marks that are agreed on."""
    return {
        ("items", place_of_item(number), "full_marks"): marks
        for number, marks in FULL[employee].items()
    }


def marks(employee: str) -> dict:
    """What the evaluator fills in at the end of the round."""
    step, reason = STEPS[employee]
    cells: dict = {
        ("items", place_of_item(number), "marks_1"): full * SHARE[employee] / 100
        for number, full in FULL[employee].items()
    }
    cells |= {("proposed_step",): step, ("proposed_step_reason",): reason}
    cells[("next_supervisor_opinion",)] = "เห็นด้วย"
    return cells


def agreed_round(sh: Shell, folder: Path) -> Path:
    """A round whose agreements are recorded."""
    round_folder(folder, PEOPLE, text=TEXT)
    assert sh("forms", "--round", folder).code == Exit.DONE
    for employee, path in handed_out(folder).items():
        fill_in(path, full_marks(employee), folder / "agreements" / path.name)
    ran = sh("agree", folder / "agreements", "--round", folder)
    assert ran.code == Exit.DONE, ran.told
    return folder


def evaluated_round(sh: Shell, folder: Path) -> Path:
    """The same round with every evaluation in its inbox."""
    agreed_round(sh, folder)
    ran = sh("forms", "--stage", "evaluation", "--round", folder)
    assert ran.code == Exit.DONE, ran.told
    for employee, path in handed_out(folder, "evaluation").items():
        fill_in(path, marks(employee), folder / "inbox" / path.name)
    return folder


def test_no_form_is_handed_out_for_a_level_with_another_form(sh, tmp_path):
    folder = round_folder(tmp_path / "รอบ", PEOPLE, text=TEXT)
    said = told(sh, "forms", "--round", folder)

    assert said["summary"]["made"] == len(FULL)
    assert said["summary"]["other_form"] == 1
    assert said["summary"]["excluded"] == 0
    assert set(handed_out(folder)) == set(FULL)


def test_a_handed_out_form_says_who_leads_and_keeps_the_items(sh, tmp_path):
    folder = round_folder(tmp_path / "รอบ", PEOPLE, text=TEXT)
    sh("forms", "--round", folder)

    forms = {one: form_in(path) for one, path in handed_out(folder).items()}
    assert {one: form.fields["is_head"].cell.raw for one, form in forms.items()} == {
        "1001": "ใช่", "1002": "ใช่", "1003": "ไม่ใช่", "1004": "ไม่ใช่",
    }  # fmt: skip
    book = openpyxl.load_workbook(handed_out(folder)["1003"])
    sheet = book[forms["1003"].sheet]
    at = place_of_item("2.4")
    assert sheet[cell_of(forms["1003"], ("items", at, "title"))].protection.locked
    assert not sheet[
        cell_of(forms["1003"], ("items", at, "full_marks"))
    ].protection.locked
    own = place_of_item("2.9")
    assert not sheet[cell_of(forms["1003"], ("items", own, "title"))].protection.locked


def test_the_full_marks_are_agreed_and_held_against_the_evaluation(sh, tmp_path):
    folder = evaluated_round(sh, tmp_path / "รอบ")
    path = handed_out(folder, "evaluation")["1003"]
    form = form_in(path)
    agreed = ("items", place_of_item("1.1"), "full_marks")
    assert form.tables["items"][agreed[1]]["full_marks"].cell.raw == "20"
    book = openpyxl.load_workbook(path)
    assert book[form.sheet][cell_of(form, agreed)].protection.locked

    changed = {**marks("1003"), agreed: 21}
    changed["items", place_of_item("1.2"), "full_marks"] = 19
    fill_in(path, changed, folder / "inbox" / path.name)
    said = told(sh, "check", "--round", folder)
    found = {(f["code"], f["cell"]) for f in said["findings"] if f["code"] == "PE242"}
    rows = [place_of_item(number) for number in ("1.1", "1.2")]
    assert found == {
        ("PE242", cell_of(form, ("items", row, "full_marks"))) for row in rows
    }


def test_an_own_item_that_is_agreed_comes_back_in_its_row(sh, tmp_path):
    folder = round_folder(tmp_path / "รอบ", PEOPLE, text=TEXT)
    sh("forms", "--round", folder)
    path, row = handed_out(folder)["1003"], place_of_item("1.6")
    cells = full_marks("1003") | {
        ("items", place_of_item("1.1"), "full_marks"): 15,
        ("items", row, "title"): "งานสภาเทศบาล",
        ("items", row, "full_marks"): 5,
    }
    fill_in(path, cells, folder / "agreements" / path.name)
    assert sh("agree", folder / "agreements", "--round", folder).code == Exit.DONE
    sh("forms", "--stage", "evaluation", "--round", folder)

    filled = form_in(handed_out(folder, "evaluation")["1003"]).tables["items"]
    assert filled[row]["title"].cell.raw == "งานสภาเทศบาล"
    assert filled[row]["full_marks"].cell.raw == "5"
    assert len(filled) == 17


def test_the_round_is_scored_ranked_and_grouped(sh, tmp_path):
    folder = evaluated_round(sh, tmp_path / "รอบ")
    said = told(sh, "score", "--round", folder)
    assert {one["employee_id"]: one["total"] for one in said["results"]} == {
        one: str(share) for one, share in SHARE.items()
    }
    ranks = told(sh, "rank", "--round", folder)["results"]
    assert [(one["rank"], one["employee_id"], one["band"]) for one in ranks] == [
        (1, "1001", "outstanding"),
        (2, "1003", "outstanding"),
        (3, "1002", "acceptable"),
        (4, "1004", "needs_improvement"),
    ]
    status = {
        one["employee_id"]: one["state"]
        for one in told(sh, "status", "--round", folder)["results"]
    }
    assert status == {**dict.fromkeys(FULL, "ranked"), "1009": "excluded"}


def words_of(sheet) -> list[str]:
    """All text of a sheet, row by row."""
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]


def decided_round(sh: Shell, folder: Path) -> Path:
    """The same round with a decision: the committee gives 1002 ninety points."""
    evaluated_round(sh, folder)
    assert sh("close", "--round", folder).code == Exit.DONE
    said = {"committee_total": 90, "committee_reason": "เทียบกับกองอื่นแล้วควรสูงขึ้น"}
    back = fill(folder, who="1002", **said)
    ran = sh("decide", back, "--round", folder)
    assert ran.code == Exit.DONE, ran.told
    return folder


def test_the_papers_of_round_1_show_the_three_groups_and_the_list_of_names(
    sh, tmp_path
):
    folder = evaluated_round(sh, tmp_path / "รอบ")
    assert sh("close", "--round", folder).code == Exit.DONE
    book = openpyxl.load_workbook(folder / "out" / "ranking.xlsx")

    everybody = words_of(book["ทั้งหน่วยงาน"])
    groups = [one for one in everybody if one.startswith("กลุ่มผลการประเมิน")]
    assert groups == [
        "กลุ่มผลการประเมินดีเด่น จำนวน 2 ราย",
        "กลุ่มผลการประเมินเป็นที่ยอมรับได้ จำนวน 1 ราย",
        "กลุ่มผลการประเมินต้องปรับปรุง จำนวน 1 ราย",
    ]
    names = words_of(book["บัญชีรายชื่อ"])
    assert names[0] == "บัญชีรายชื่อผู้มีผลการประเมินดีเด่นและเป็นที่ยอมรับได้"
    assert "นางสาวบัญชี ขยันดี" in names
    assert "นายคลัง ตั้งใจ" not in names  # needs improvement
    summary = openpyxl.load_workbook(folder / "out" / "summary.xlsx")
    assert "กลุ่มผลการประเมินดีเด่น จำนวน 1 ราย" in words_of(summary["กองคลัง"])


def test_round_2_has_no_groups(sh, tmp_path):
    folder = evaluated_round(sh, tmp_path / "รอบ")
    text = (folder / "round.toml").read_text(encoding="utf-8")
    (folder / "round.toml").write_text(text.replace("round = 1", "round = 2"), "utf-8")

    assert sh("rank", "--round", folder).code == Exit.FINDINGS  # forms of round 1
    book = openpyxl.load_workbook(folder / "out" / "ranking.xlsx")
    assert "บัญชีรายชื่อ" not in book.sheetnames


def test_the_round_is_decided_announced_notified_and_sealed(sh, tmp_path):
    folder = decided_round(sh, tmp_path / "รอบ")
    said = told(sh, "announce", "--round", folder)
    assert {one["employee_id"] for one in said["results"]} == {"1001", "1002", "1003"}
    assert {one["band"] for one in said["results"]} == {"outstanding"}
    paper = openpyxl.load_workbook(folder / "out" / f"announcement-{MARKED}.xlsx")
    words = " ".join(words_of(paper.active))
    assert "ประสิทธิภาพและประสิทธิผลการปฏิบัติงาน" in words
    assert sh("notices", "--round", folder).code == Exit.DONE
    notice = openpyxl.load_workbook(folder / "out" / "notices" / "1003.xlsx")
    words = " ".join(words_of(notice.active))
    assert "๑.๑ ปริมาณผลงาน" in words
    assert "คะแนนที่ได้ จากคะแนนเต็ม ๒๐" in words
    ran = sh("explain", "1002", "--round", folder)
    assert ran.code == Exit.DONE, ran.told
    assert "ผู้บังคับบัญชาเหนือขึ้นไป คนที่ 2" in ran.out
    assert sh("seal", "--round", folder).code == Exit.DONE
    assert sh("verify", "--round", folder).code == Exit.DONE
    assert sh("forms", "--round", folder).code == Exit.REFUSED


def test_no_blank_form_is_made_for_a_level_with_another_form(sh, tmp_path):
    ran = sh("form", MARKED, "-o", tmp_path / "a.xlsx", "--position-level", "9")

    assert ran.code == Exit.USAGE
    assert "ข้อ ๑๒" in ran.err
    assert not (tmp_path / "a.xlsx").exists()
    done = sh("form", MARKED, "-o", tmp_path / "a.xlsx", "--position-level", "8")
    assert done.code == Exit.DONE
