"""What is told of raises: the percents in public, the amounts to one person each."""

import io
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import libreoffice
from evaluations import CIVIL, TAMBON, rules
from pay_round import (
    CHIEF,
    LEVELS,
    OFFICE,
    PAPER,
    PEOPLE,
    civil_round,
    decided_round,
    type_in,
)
from perfeval.cli.exits import Exit
from perfeval.excel.public import PARTS, parts, texts
from perfeval.reports import percents
from perfeval.reports.percents import rows
from round_folder import round_folder
from round_people import ROUND
from shell import Ran, Shell

FINAL, DRAFT = f"out/percents-{CIVIL}.xlsx", f"out/percents-draft-{CIVIL}.xlsx"
# by hand in test_pay_command: 04 reaches the ceiling, 06 needs improvement
TYPED = {"01": 4.5, "02": 3.75, "03": 2.75, "04": 5, "05": 4}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    for name in ("PERFEVAL_LANG", "PERFEVAL_ROUND"):
        monkeypatch.delenv(name, raising=False)
    return Shell(capsys)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A decided round, no percent set."""
    return decided_round(tmp_path / "round")


def raised(run: Shell, office: Path, typed: dict[str, object] | None = None) -> Path:
    """The same with percents taken in."""
    run("pay", "--round", office)
    filled = type_in(office / PAPER, typed or dict(TYPED), office / "filled.xlsx")
    spent = run("pay", filled, "--round", office)
    assert spent.code == Exit.FINDINGS  # more than the pool of so few people
    assert "PE549" in spent.out
    return office


def answer(ran: Ran) -> dict[str, Any]:
    """The one object on stdout."""
    found: dict[str, Any] = json.loads(ran.out)
    return found


def cells(path: Path) -> list[str]:
    """Every text of a paper, in order."""
    (sheet,) = openpyxl.load_workbook(path).worksheets
    return [str(cell) for row in sheet.values for cell in row if cell is not None]


# ----------------------------------------------------------- percents of the bands


def test_the_percents_are_those_of_the_slides() -> None:
    """seeds/004, step 9 (R4-22, R4-23)"""
    pay = rules(CIVIL).pay
    assert pay is not None
    assert pay.percent is not None
    assert list(rows(rules(CIVIL), pay.percent)) == [
        ("ดีเด่น", "4.5 – 5"),
        ("ดีมาก", "3.5 – 4"),
        ("ดี", "2.5 – 3"),
        ("พอใช้", "1.5 – 2"),
        ("ต้องปรับปรุง", "ไม่ได้เลื่อนเงินเดือน"),
    ]


def test_a_regulation_without_percents_has_no_such_paper() -> None:
    day = ROUND.announce_on
    with pytest.raises(LookupError):
        percents.build(rules(TAMBON), ROUND, staff=["ก"], raised_on=day, seal=None)  # type: ignore[arg-type]


def test_the_announcement_is_an_official_paper_of_the_chief(
    run: Shell, office: Path
) -> None:
    told = answer(run("announce", "--pay", "--round", office, "--json"))
    found = cells(office / FINAL)

    assert told["results"][0]["band"] == "outstanding"
    assert told["results"][0]["at_most"] == "5"
    assert told["files"][0]["kind"] == "announcement"
    assert found[:3] == [
        f"ประกาศ{OFFICE}",
        "เรื่อง  ร้อยละการเลื่อนเงินเดือนของข้าราชการพลเรือนสามัญในแต่ละระดับผลการประเมิน",
        "รอบการประเมิน ครั้งที่ ๒ ประจำปีงบประมาณ พ.ศ. ๒๕๖๐ (๑ เมษายน ๒๕๖๐ – ๓๐ กันยายน ๒๕๖๐)",
    ]
    assert "ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๐" in "".join(found)
    assert found[-2:] == [f"({CHIEF})", "อธิบดีกรมตัวอย่าง"]
    assert not [text for text in found if re.search("[0-9]", text)]


def test_it_holds_nothing_of_anybody(run: Shell, office: Path) -> None:
    run("announce", "--pay", "--round", raised(run, office))
    content = (office / FINAL).read_bytes()
    told = "\n".join(texts(content))

    assert parts(content) == PARTS
    assert not [row for row in PEOPLE if row["name"] in told]
    assert "4.6" not in told


def test_without_a_decision_only_a_draft_is_made(run: Shell, tmp_path: Path) -> None:
    open_ = civil_round(tmp_path / "round")

    assert run("announce", "--pay", "--round", open_).code == Exit.REFUSED
    assert run("notices", "--pay", "--round", open_).code == Exit.REFUSED
    assert run("announce", "--pay", "--draft", "--round", open_).code == Exit.DONE
    (sheet,) = openpyxl.load_workbook(open_ / DRAFT).worksheets
    assert "ร่าง" in sheet.oddHeader.right.text


def test_the_paper_takes_the_place_of_its_draft(run: Shell, office: Path) -> None:
    run("announce", "--pay", "--draft", "--round", office)
    run("announce", "--pay", "--round", office)

    assert (office / FINAL).exists()
    assert not (office / DRAFT).exists()


def test_a_round_without_percents_says_so(run: Shell, tmp_path: Path) -> None:
    office = round_folder(tmp_path / "round")
    told = answer(run("announce", "--pay", "--draft", "--round", office, "--json"))

    assert [one["code"] for one in told["findings"]] == ["PE666"]
    assert told["files"] == []
    told = answer(run("notices", "--pay", "--draft", "--round", office, "--json"))
    assert [one["code"] for one in told["findings"]] == ["PE666"]


# ------------------------------------------------------------ notices of the raises


def test_each_person_whose_raise_is_set_gets_a_notice(run: Shell, office: Path) -> None:
    told = answer(run("notices", "--pay", "--round", raised(run, office), "--json"))

    assert [one["employee_id"] for one in told["results"]] == [
        *("01", "02", "03", "04", "05", "06")
    ]
    assert told["summary"] == {"people": 7, "files": 6, "unset": 0}
    assert {one["kind"] for one in told["files"]} == {"notice"}
    assert told["results"][0]["file"] == "out/raises/01.xlsx"


def test_a_notice_tells_the_amounts_and_their_working(run: Shell, office: Path) -> None:
    """By hand: 29,330 < 29,335: 24,410 x 4.5% = 1,098.45, up to 1,100."""
    run("notices", "--pay", "--round", raised(run, office))
    found = cells(office / "out" / "raises" / "01.xlsx")
    value = dict(pairwise(found))

    assert found[0] == "หนังสือแจ้งผลการเลื่อนเงินเดือนเป็นรายบุคคล"
    assert value["รหัสพนักงาน"] == "01"
    assert value["ผลการประเมิน"] == "ระดับดีเด่น"
    assert value["เงินเดือนก่อนเลื่อน (บาท)"] == "๒๙,๓๓๐"
    assert value["ฐานในการคำนวณ (บาท)"] == "๒๔,๔๑๐"
    assert value["ร้อยละที่ได้เลื่อน"] == "๔.๕"
    assert value["เงินเดือนที่ได้เลื่อน (บาท)"] == "๑,๑๐๐"
    assert value["เงินเดือนหลังเลื่อน (บาท)"] == "๓๐,๔๓๐"
    assert "๒๔,๔๑๐ × ๔.๕% = ๑,๐๙๘.๔๕ ปัดขึ้น ๑,๑๐๐" in "".join(found)
    assert "ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๐" in "".join(found)


def test_special_pay_above_the_ceiling_is_told(run: Shell, office: Path) -> None:
    """By hand: 51,290 x 5% = 2,564.50, room 500, special 2,064.50."""
    run("notices", "--pay", "--round", raised(run, office))
    found = cells(office / "out" / "raises" / "04.xlsx")
    value = dict(pairwise(found))

    assert value["เงินเดือนที่ได้เลื่อน (บาท)"] == "๕๐๐"
    assert value["ค่าตอบแทนพิเศษ (บาทต่อเดือน)"] == "๒,๐๖๔.๕๐"


def test_no_raise_is_told_as_such(run: Shell, office: Path) -> None:
    run("notices", "--pay", "--round", raised(run, office))
    found = "".join(cells(office / "out" / "raises" / "06.xlsx"))

    assert "ท่านไม่ได้รับการเลื่อนเงินเดือน" in found
    assert "ค่าตอบแทนพิเศษ" not in found


def test_a_notice_is_marked_as_personal_and_names_nobody_else(
    run: Shell, office: Path
) -> None:
    run("notices", "--pay", "--round", raised(run, office))
    path = office / "out" / "raises" / "02.xlsx"
    (sheet,) = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets
    told = "\n".join(texts(path.read_bytes()))

    assert "เฉพาะบุคคล" in sheet.oddHeader.right.text
    assert "ข้อมูลส่วนบุคคล" in told
    assert not [
        row for row in PEOPLE if row["employee_id"] != "02" and row["name"] in told
    ]


def test_who_has_no_percent_yet_gets_no_notice(run: Shell, office: Path) -> None:
    told = answer(run("notices", "--pay", "--round", office, "--json"))

    assert [one["employee_id"] for one in told["results"]] == ["06"]  # the only percent
    assert told["summary"]["unset"] == 5


def test_notices_of_other_percents_go_with_them(run: Shell, office: Path) -> None:
    run("notices", "--pay", "--round", raised(run, office))
    raised(run, office, dict(TYPED) | {"01": 5})

    assert not list((office / "out").glob("raises/*"))


def test_a_second_run_changes_no_byte(run: Shell, office: Path) -> None:
    raised(run, office)
    for command in ("announce", "notices"):
        run(command, "--pay", "--round", office)
    before = {p: p.read_bytes() for p in (office / "out").rglob("*.xlsx")}
    for command in ("announce", "notices"):
        run(command, "--pay", "--round", office)

    assert before == {p: p.read_bytes() for p in (office / "out").rglob("*.xlsx")}


def test_a_sealed_round_keeps_its_papers(run: Shell, office: Path) -> None:
    raised(run, office)
    assert run("seal", "--round", office).code == Exit.DONE
    told = answer(run("notices", "--pay", "--round", office, "--json"))

    assert "PE625" in [one["code"] for one in told["findings"]]
    assert (told["files"], len(told["results"])) == ([], len(LEVELS))
    assert run("announce", "--pay", "--round", office).code == Exit.REFUSED


@libreoffice.needed
def test_a_notice_takes_one_page(run: Shell, office: Path) -> None:
    run("notices", "--pay", "--round", raised(run, office))

    assert libreoffice.printed(office / "out" / "raises" / "04.xlsx") == 1
