"""Who returned what, who is missing, what is due: table, answer, list to telephone."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from a_round import BOON, CHAI, DARA, DIVISIONS, EVALUATOR, on_disk, opened, send
from filled import TAMBON
from perfeval.book import Group, Table, Words
from perfeval.inbox import receive
from perfeval.record.receipts import load
from perfeval.reports import course_words
from perfeval.reports.chase_list import NOTHING, build
from perfeval.reports.status import outstanding
from perfeval.rounds.opened import Opened
from shell import Shell

KEYS = [
    "employee_id", "name", "division", "staff_group", "evaluator", "state", "reason",
    "files",
]  # fmt: skip
LEVEL = ("indicators", 0, "level")
AFTER_THE_ROUND = date(2025, 4, 10)
SPRING = date(2025, 3, 10)
CONTRACT = "tambon-contract-2560"
TWO = {
    "official": TAMBON, "contract_mission": CONTRACT, "contract_general": CONTRACT,
}  # fmt: skip
OF_TWO = (
    f"พนักงานส่วนตำบล ({TAMBON})",
    f"พนักงานจ้างตามภารกิจ, พนักงานจ้างทั่วไป ({CONTRACT})",
)


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A round on disk, worked in: one scored, one held, one missing, a lock."""
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    monkeypatch.delenv("PERFEVAL_ROUND", raising=False)
    round_ = on_disk(
        tmp_path / "round", DARA, BOON, replace(CHAI, evaluator_id="TT-0901")
    )
    send(round_, "a.xlsx", DARA)
    send(round_, "b.xlsx", BOON, {LEVEL: Decimal(6)})
    (round_.folder.inbox / "~$a.xlsx").write_bytes(b"x")
    monkeypatch.chdir(tmp_path / "round")
    return round_


def test_the_answer_has_the_keys_and_both_sums_of_the_contract(sh, office):
    ran = sh("status", "--json")
    answer = json.loads(ran.out)

    assert ran.code == 1  # one form holds an error
    assert [list(one)[:8] for one in answer["results"]] == [KEYS] * 3
    assert answer["summary"]["people"] == {
        "ranked": 1, "held": 1, "missing": 1, "excluded": 0, "total": 3,
    }  # fmt: skip
    files = answer["summary"]["files"]
    assert list(files) == [
        "accepted", "held", "refused", "duplicate", "ignored", "total",
    ]  # fmt: skip
    assert list(files.values()) == [1, 1, 0, 0, 1, 3]
    ranked, held, missing = answer["results"]
    assert ranked == {
        "employee_id": "TT-0900", "name": DARA.full_name, "division": DIVISIONS[0],
        "staff_group": "official", "evaluator": "CHIEF", "state": "ranked",
        "reason": None, "files": ["inbox/a.xlsx"], "evaluator_name": EVALUATOR,
    }  # fmt: skip
    assert held["reason"].startswith("PE204")
    assert (missing["state"], missing["files"]) == ("missing", [])
    assert missing["evaluator_name"] == BOON.full_name


def test_the_table_goes_by_division_and_evaluator(sh, office):
    lines = sh("status", "--lang", "en").out.splitlines()

    assert lines[0].split()[:2] == ["Division", "Evaluator"]
    assert lines[1].split()[-5:] == ["1", "-", "-", "-", "1"]
    assert lines[2].split()[-5:] == ["-", "1", "-", "-", "1"]
    assert lines[3].split()[-5:] == ["-", "-", "1", "-", "1"]
    assert any("People 3 = ranked 1 + held 1 + missing 1" in one for one in lines)
    assert any("Files 3 = accepted 1 + held 1" in one for one in lines)


def test_files_are_kept_and_a_resend_is_told(sh, office):
    sh("status")
    assert [one.file for one in load(office.folder.record)] == [
        "inbox/a.xlsx", "inbox/b.xlsx",
    ]  # fmt: skip
    send(office, "b.xlsx", BOON, {LEVEL: Decimal(5)})
    answer = json.loads(sh("status", "--json").out)

    (told,) = answer["findings"][:-1]  # before the lock
    assert (told["code"], told["file"]) == ("PE360", "inbox/b.xlsx")
    assert "“6”" in told["message"]
    assert "“5”" in told["message"]
    again = json.loads(sh("status", "--json").out)["findings"]
    assert "PE360" not in [one["code"] for one in again]  # it was told


def test_the_newest_counts_where_the_officer_says_so(sh, office):
    send(office, "c.xlsx", BOON)
    (office.folder.inbox / "c.xlsx").touch()

    held = json.loads(sh("status", "--json").out)["summary"]["people"]
    chosen = json.loads(sh("status", "--newest", "--json").out)["summary"]["people"]
    assert (held["held"], chosen["held"], chosen["ranked"]) == (1, 0, 2)


def test_a_roster_with_a_fault_is_told_and_the_rest_goes_on(sh, tmp_path, monkeypatch):
    stranger = replace(BOON, division="กองที่ไม่มี")
    on_disk(tmp_path / "round", DARA, stranger)
    monkeypatch.chdir(tmp_path / "round")
    ran = sh("status", "--json")
    answer = json.loads(ran.out)

    assert ran.code == 1
    assert [one["state"] for one in answer["results"]] == ["missing", "held"]
    assert [one["file"] for one in answer["findings"]] == ["inbox", "roster.xlsx"]


def test_a_second_run_changes_nothing_under_out(sh, office):
    sh("status")
    before = (office.folder.out / "chase-list.xlsx").read_bytes()
    sh("status")

    assert (office.folder.out / "chase-list.xlsx").read_bytes() == before
    book = openpyxl.load_workbook(office.folder.out / "chase-list.xlsx")
    assert book.sheetnames == ["ติดตาม", "ไฟล์ที่ยังใช้ไม่ได้"]


def test_no_round_is_wrong_usage(sh, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert sh("status").code == 2


def test_a_folder_that_cannot_keep_files_is_3(sh, office):
    (office.folder.record).write_text("no folder", encoding="utf-8")

    assert sh("status").code == 3


# ------------------------------------------------------------------ chase list


def rows_of(page) -> list[tuple]:
    """The rows of the table of a page, without the lines of words."""
    (table,) = (one for one in page.blocks if isinstance(one, Table))
    return [row for row in table.rows if not isinstance(row, Group)]


def test_the_list_goes_by_evaluator_and_says_what_to_ask_for(office):
    people, held_files = build(office, receive(office)).sheets
    (table,) = people.blocks

    groups = [row.words for row in table.rows if isinstance(row, Group)]
    assert groups == [
        f"ผู้ประเมิน: {EVALUATOR} (1 คน)",
        f"ผู้ประเมิน: {BOON.full_name} (1 คน)",
    ]
    held, missing = rows_of(people)
    assert held[:5] == (1, DIVISIONS[1], "TT-0901", BOON.full_name, "รอแก้ไข")
    assert held[6] == "ช่อง J26: แก้ไขเป็นค่าตั้งแต่ 1 ถึง 5"
    assert missing[6] == "ขอแบบประเมินที่กรอกครบแล้ว"
    assert [row[0] for row in rows_of(held_files)] == ["inbox/b.xlsx"]


def test_a_result_that_is_to_be_sent_is_asked_for_and_an_exclusion_is_not(tmp_path):
    gone = replace(DARA, movement="transferred_out", movement_on=date(2025, 3, 20))
    away = replace(BOON, excluded_reason="ลาศึกษาต่อ")
    due = replace(CHAI, movement="transferred_in", movement_on=date(2025, 3, 20))
    round_ = opened(tmp_path, gone, away, due)
    (page,) = build(round_, receive(round_)).sheets

    assert [row[2] for row in rows_of(page)] == ["TT-0900"]


def test_nobody_to_telephone_is_said(tmp_path):
    round_ = opened(tmp_path, DARA)
    send(round_, "a.xlsx", DARA)
    (page,) = build(round_, receive(round_)).sheets

    assert page.blocks == (Words((NOTHING,)),)


# -------------------------------------------------------------------- calendar


def lines(round_: Opened, today: date, outstanding: int = 0) -> list[str]:
    """What is due on a day."""
    open_ = {TAMBON: outstanding}
    return list(course_words.due(round_, today, outstanding=open_, lang="en"))


@pytest.mark.parametrize(
    ("today", "starts"),
    [
        (date(2024, 9, 30), ["Next"]),
        (date(2024, 10, 1), ["Now", "Now", "Now", "Next"]),
        (date(2025, 3, 30), ["Now", "Next"]),
        (date(2025, 3, 31), ["Now", "Now", "Next"]),
        (date(2025, 4, 30), ["Now"]),
        (date(2025, 5, 1), []),
    ],
)
def test_where_the_round_stands_in_its_calendar(tmp_path, today, starts):
    round_ = opened(tmp_path, DARA)

    assert [one.split(":")[0] for one in lines(round_, today)] == starts


def test_the_last_day_and_the_days_left_are_counted(tmp_path):
    round_ = opened(tmp_path, DARA)

    assert "1 days left" in lines(round_, date(2025, 3, 30))[0]
    assert "last day" in lines(round_, date(2025, 3, 31))[0]


def test_forms_that_are_late_are_told_only_after_their_step(tmp_path):
    round_ = opened(tmp_path, DARA)

    assert not [one for one in lines(round_, date(2025, 3, 31), 3) if "Overdue" in one]
    (late,) = (one for one in lines(round_, AFTER_THE_ROUND, 3) if "Overdue" in one)
    assert late.endswith(f"พนักงานส่วนตำบล ({TAMBON}): 3 people are open")


def test_a_calendar_stands_under_its_staff_groups(tmp_path):
    round_ = opened(tmp_path, DARA, regulations=TWO)
    names = [name for name, _ in course_words.calendars(round_, SPRING, "th")]

    assert names == [
        f"พนักงานส่วนตำบล ({TAMBON})",
        f"พนักงานจ้างตามภารกิจ, พนักงานจ้างทั่วไป ({CONTRACT})",
    ]


def test_calendars_that_are_alike_stand_once_under_both(tmp_path):
    round_ = opened(tmp_path, DARA, regulations=TWO)
    own = round_.regulations["contract_mission"]
    twin = own._replace(regulation=own.regulation.model_copy(update={"id": "twin"}))
    round_ = replace(
        round_, regulations={**round_.regulations, "contract_general": twin}
    )
    names = [name for name, _ in course_words.calendars(round_, SPRING, "en")]

    assert names[1:] == [
        f"พนักงานจ้างตามภารกิจ ({CONTRACT}) · พนักงานจ้างทั่วไป (twin)",
    ]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "th",
            "เลยกำหนด: ขั้นตอนที่ ๔ การประเมินผลการปฏิบัติงาน (31 มีนาคม 2568)"
            " – {0} ยังค้าง 1 คน · {1} ยังค้าง 2 คน",
        ),
        (
            "en",
            "Overdue: ขั้นตอนที่ ๔ การประเมินผลการปฏิบัติงาน (2025-03-31)"
            " – {0}: 1 person is open · {1}: 2 people are open",
        ),
    ],
)
def test_an_overdue_step_is_named_once_with_its_regulations(tmp_path, lang, told):
    round_ = opened(tmp_path, DARA, regulations=TWO)
    open_ = {TAMBON: 1, CONTRACT: 2}
    late = list(course_words.due(round_, AFTER_THE_ROUND, outstanding=open_, lang=lang))

    assert late[1:2] == [told.format(*OF_TWO)]  # behind the step that is on


def test_a_regulation_whose_forms_are_all_there_is_not_overdue(tmp_path):
    round_ = opened(tmp_path, DARA, regulations=TWO)
    (late,) = (
        one
        for one in course_words.due(
            round_, AFTER_THE_ROUND, outstanding={TAMBON: 0, CONTRACT: 2}, lang="en"
        )
        if one.startswith("Overdue")
    )

    assert TAMBON not in late
    assert CONTRACT in late


def test_a_step_of_one_regulation_alone_says_whose_it_is(tmp_path):
    round_ = opened(tmp_path, DARA, regulations=TWO)
    # In September only the calendar of the contract staff has begun (R3-02).
    told = list(course_words.due(round_, date(2024, 9, 10), outstanding={}, lang="en"))

    assert told[0].startswith("Now: ขั้นตอนที่ ๑")
    assert told[0].endswith(OF_TWO[1])


def test_open_people_are_counted_by_regulation(tmp_path):
    hired = replace(CHAI, staff_group="contract_mission")
    round_ = opened(tmp_path, DARA, BOON, hired, regulations=TWO)
    send(round_, "a.xlsx", DARA)

    assert outstanding(receive(round_), round_) == {TAMBON: 1, CONTRACT: 1}


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2026, 3, 31), "still to be kept"), (date(2026, 4, 1), "has passed")],
)
def test_when_two_rounds_have_passed_is_told(tmp_path, today, state):
    (line,) = course_words.keeping(opened(tmp_path, DARA), today, "en")

    assert "2 rounds" in line
    assert state in line


def test_the_calendar_stands_in_the_answer(sh, office):
    calendar = json.loads(sh("status", "--json").out)["summary"]["calendar"]

    assert [one["key"] for one in calendar["steps"]][3] == "evaluation"
    assert calendar["steps"][3]["ends"] == "2025-03-31"
    assert calendar["keep"][0]["until"] == "2026-03-31"
