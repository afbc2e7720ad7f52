"""Raises of contract staff: who is eligible and why, amounts of the office's rates."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from attendance_round import CONTRACT, DRIVER, TEXT, WORKER, opened_with
from attendance_round import attendance_workbook as workbook
from filled import sound, write
from perfeval.appraise.attendance import attended
from perfeval.appraise.pay_rates import Eligibility, propose_rate
from perfeval.attendance import Attendance, Counted
from perfeval.cli.exits import Exit
from perfeval.datafile import DataFileError
from perfeval.inbox import receive
from perfeval.opening import open_round
from perfeval.proposing import of_person
from perfeval.regulations.load import load
from perfeval.regulations.pay import RatePay
from perfeval.regulations.rate_tables import Rate, RateTable, read_rates
from perfeval.rounds.folder import RoundFolder
from round_folder import CLERK, HEAD, cell_of, round_folder
from round_people import person, ranked
from shell import Ran, Shell

RULES = load(CONTRACT).regulation.pay.rates
PAPER = "out/pay-contract_general.xlsx"
RATES = """\
schema = 1
id = "rates-2568"
title = "อัตราเลื่อนค่าตอบแทนพนักงานจ้าง"
in_force = 2025-04-01
source = "ประกาศของหน่วยงาน"
round_up_to = 10

[[rates]]
band = "outstanding"
percent = 6

[[rates]]
band = "good"
percent = 4

[[rates]]
band = "good"
staff_groups = ["contract_mission"]
baht = 500
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def table(**more: Any) -> RateTable:
    given = {
        "schema": 1,
        "id": "rates",
        "title": "อัตรา",
        "in_force": "2025-04-01",
        "source": "ประกาศ",
        "round_up_to": Decimal(10),
        "rates": (
            Rate(band="outstanding", percent=Decimal(6)),
            Rate(band="good", percent=Decimal(4)),
            Rate(band="good", staff_groups=("contract_mission",), baht=Decimal(500)),
        ),
    }
    return RateTable.model_construct(**{**given, **more})


def proposed(
    total: str,
    *,
    leave: tuple[int, int] | None = (0, 0),
    late: int | None = 0,
    rates: RateTable | None = None,
    rules: RatePay = RULES,
    **known: Any,
):
    """One worker with a total, so much leave and lateness."""
    given = {"staff_group": "contract_general", "salary": Decimal(11280), **known}
    who = person(1, **given)
    times, days = leave or (None, None)
    counted = Counted(
        who.employee_id,
        times,
        None if days is None else Decimal(days),
        late,
    )
    told = Attendance("attendance.xlsx", "0" * 64, counted=(counted,))
    opened = opened_with(told, who)
    status = ranked(who, total, regulation=CONTRACT)
    return propose_rate(status, rules, attended(status, opened), rates)


# Digest of the announcement: at most 10 times; 30 days for the outstanding; late 15


@pytest.mark.parametrize(
    ("total", "leave", "late", "eligibility"),
    [
        ("75", (10, 12), 15, Eligibility.ELIGIBLE),
        ("95", (11, 30), 0, Eligibility.COMMITTEE_MAY_ALLOW),
        ("94", (11, 30), 0, Eligibility.NOT_ELIGIBLE),
        ("95", (11, 31), 0, Eligibility.NOT_ELIGIBLE),
        ("75", (3, 4), 16, Eligibility.ELIGIBLE),  # named, and nothing more
        ("75", None, 0, Eligibility.UNKNOWN),
        ("75", (3, 4), None, Eligibility.UNKNOWN),
        ("94", (11, 30), None, Eligibility.NOT_ELIGIBLE),  # whatever the lateness
    ],
)
def test_leave_and_lateness_say_who_may_be_raised(total, leave, late, eligibility):
    assert eligibility is proposed(total, leave=leave, late=late).eligibility


def test_every_reason_has_its_clause():
    found = proposed("75", leave=(3, 4), late=16)

    assert [one.reason.th for one in found.because] == [
        "ผลระดับดี",
        "ลา 3 ครั้ง 4 วัน ไม่เกินกำหนด",
        "มาสาย 16 ครั้ง ถือว่ามาสายเป็นประจำ",
    ]
    assert all(one.clause for one in found.because)


def test_a_band_may_be_left_out_by_an_offices_own_regulation():
    rules = RULES.model_copy(update={"not_raised": ("good",)})

    assert proposed("75", rules=rules).eligibility is Eligibility.NOT_ELIGIBLE
    assert proposed("85", rules=rules).eligibility is Eligibility.ELIGIBLE
    assert RULES.not_raised == ()  # the source says nothing of it


# Amounts


@pytest.mark.parametrize(
    ("total", "known", "amount"),
    [
        ("95", {}, 680),  # 11,280 x 6% = 676.80, up to 680
        ("75", {}, 460),  # 11,280 x 4% = 451.20, up to 460
        ("75", {"staff_group": "contract_mission"}, 500),
        ("75", {"staff_group": "contract_mission", "salary": None}, 500),
        ("75", {"salary": None}, None),
        ("85", {}, None),  # very good: no rate
    ],
)
def test_the_amount_is_that_of_the_offices_rates(total, known, amount):
    assert amount == proposed(total, rates=table(), **known).proposed


def test_without_rates_nothing_is_invented():
    assert proposed("95").amount is None


def test_a_percent_without_rounding_is_exact():
    rates = table(round_up_to=None)

    assert proposed("95", rates=rates).proposed == Fraction("676.8")


def test_what_the_committee_may_allow_is_no_proposal():
    found = proposed("95", leave=(11, 30), rates=table())

    assert (found.proposed, found.amount) == (None, 680)


# The file of the rates


def test_an_offices_rates_are_read(tmp_path):
    (tmp_path / "rates.toml").write_text(RATES, "utf-8")
    read = read_rates(tmp_path / "rates.toml", shown="rates.toml").table

    assert read.rate_of("good", "contract_mission").baht == 500
    assert read.rate_of("good", "contract_general").percent == 4
    assert read.rate_of("fair", "contract_general") is None


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("PE478", "percent = 6", "percent = 6\nbaht = 100"),
        ("PE478", "percent = 6\n", ""),
        ("PE413", 'band = "good"\npercent', 'band = "outstanding"\npercent'),
        ("PE477", "in_force = 2025-04-01", "in_force = 2025-04-01\nuntil = 2025-03-31"),
        ("PE405", "percent = 6", "percent = -6"),
        ("PE402", 'band = "good"\npercent', "band = good\npercent"),
        ("PE402", "percent = 6", "percent = 6o"),
        ("PE402", "percent = 6", "percent = 6%"),
    ],
)
def test_a_fault_in_the_rates_is_found(tmp_path, code, old, new):
    path = tmp_path / "rates.toml"
    path.write_text(RATES.replace(old, new, 1), "utf-8")
    with pytest.raises(DataFileError) as faults:
        read_rates(path, shown="rates.toml")

    assert [one.code for one in faults.value.findings] == [code]


# The command


def send(folder: Path, row: dict[str, Any], level: str) -> None:
    values = sound(CONTRACT) | {
        ("organisation",): "องค์การบริหารส่วนตำบลตัวอย่าง",
        ("employee_id",): row["employee_id"],
        ("name",): f"{row['prefix']}{row['name']}",
        ("position",): row["position"],
        ("division",): row["division"],
        ("staff_group",): "พนักงานจ้างทั่วไป",
        ("evaluator_id",): "1002",
        ("evaluator_name",): "นางหัวหน้า คลังดี",
        ("position_type",): None,
        ("position_level",): None,
    }
    values |= {at: Decimal(level) for at in values if at[-1] == "level"}
    write(folder / "inbox" / f"{row['employee_id']}.xlsx", values, CONTRACT)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Two workers with forms, 75 and 95 points; the one with 95 is often on leave."""
    folder = tmp_path / "round"
    rows = [CLERK, HEAD, {**WORKER, "salary": 11280}, {**DRIVER, "salary": 12000}]
    round_folder(folder, rows, text=TEXT + '\n[pay]\nrates = "rates.toml"\n')
    (folder / "rates.toml").write_text(RATES, "utf-8")
    send(folder, dict(WORKER), "3.75")
    send(folder, dict(DRIVER), "4.75")
    people = [
        {"employee_id": "2001", "leave_times": 2, "leave_days": 3, "late_times": 0},
        {"employee_id": "2002", "leave_times": 11, "leave_days": 20, "late_times": 1},
    ]
    workbook(people=people).save(folder / "attendance.xlsx")
    return folder


def answer(ran: Ran) -> dict[str, Any]:
    return json.loads(ran.out)


def test_workers_stand_in_the_order_of_their_totals(run: Shell, office: Path) -> None:
    ran = run("pay", "--draft", "--round", office, "--json")

    found = [
        (one["employee_id"], one["rank"], one["state"], one["raise"], one["new_salary"])
        for one in answer(ran)["results"]
    ]
    # 2002: 12,000 x 6% = 720, if the committee allows it
    # 2001: 11,280 x 4% = 451.20, up to 460
    assert found == [
        ("2002", 1, "committee_may_allow", None, None),
        ("2001", 2, "eligible", "460", "11740"),
    ]
    assert answer(ran)["results"][0]["raise_if_allowed"] == "720"
    codes = [one["code"] for one in answer(ran)["findings"]]
    assert "PE553" in codes  # the officials of the round have no rules on pay
    assert not {"PE560", "PE561", "PE562", "PE563", "PE570"} & set(codes)


def test_the_paper_says_why_with_clauses(run: Shell, office: Path) -> None:
    assert run("pay", "--draft", "--round", office).code == Exit.DONE

    (sheet,) = openpyxl.load_workbook(office / PAPER)
    words = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert any("ลา 11 ครั้ง 20 วัน เกินจำนวนครั้ง" in one for one in words)
    assert any("หากให้เลื่อน ได้ 720 บาท" in one for one in words)
    assert "คณะกรรมการอาจพิจารณา" in words
    assert not sheet.protection.sheet  # blanks are for a hand


def test_without_rates_the_amounts_stay_blank(run: Shell, office: Path) -> None:
    text = (office / "round.toml").read_text("utf-8")
    (office / "round.toml").write_text(text.replace("rates =", "# rates ="), "utf-8")
    ran = run("pay", "--draft", "--round", office, "--json")

    assert {one["raise"] for one in answer(ran)["results"]} == {None}
    assert "PE562" in [one["code"] for one in answer(ran)["findings"]]


def test_what_all_groups_lack_is_told_once(run: Shell, office: Path) -> None:
    text = (office / "round.toml").read_text("utf-8").replace("rates =", "# rates =")
    skilled = 'contract_skilled = "tambon-contract-2560"\ncontract_general ='
    driver = {**DRIVER, "staff_group": "พนักงานจ้างตามภารกิจสำหรับผู้มีทักษะ"}
    rows = [CLERK, HEAD, {**WORKER, "salary": 11280}, {**driver, "salary": 12000}]
    round_folder(office, rows, text=text.replace("contract_general =", skilled))
    ran = run("pay", "--draft", "--round", office, "--json")

    assert answer(ran)["summary"]["people"] == 2
    assert [one["code"] for one in answer(ran)["findings"]].count("PE562") == 1


def test_what_is_not_known_is_told(run: Shell, office: Path) -> None:
    rows = [CLERK, HEAD, WORKER, DRIVER]  # no salaries
    round_folder(office, rows, text=(office / "round.toml").read_text("utf-8"))
    (office / "attendance.xlsx").unlink()
    ran = run("pay", "--draft", "--round", office, "--json")

    told = [(one["code"], one["cell"]) for one in answer(ran)["findings"]]
    assert ("PE561", None) in told
    blank = {cell_of("salary", 6), cell_of("salary", 7)}
    assert {cell for code, cell in told if code == "PE560"} == blank
    assert {one["state"] for one in answer(ran)["results"]} == {"unknown"}
    assert ran.code == Exit.FINDINGS


def test_a_band_without_a_rate_is_told_once(run: Shell, office: Path) -> None:
    (office / "rates.toml").write_text(RATES.replace('"good"', '"fair"'), "utf-8")
    ran = run("pay", "--draft", "--round", office, "--json")

    told = [one for one in answer(ran)["findings"] if one["code"] == "PE563"]
    assert [one["file"] for one in told] == ["rates.toml"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('["contract_mission"]', '["contract_mision"]'),
        ('"outstanding"', '"excellent"'),
    ],
)
def test_a_name_in_the_rates_that_means_nobody_is_an_error(
    run: Shell, office: Path, old: str, new: str
) -> None:
    (office / "rates.toml").write_text(RATES.replace(old, new), "utf-8")
    ran = run("pay", "--draft", "--round", office, "--json")

    (told,) = [one for one in answer(ran)["findings"] if one["code"] == "PE570"]
    assert (told["file"], told["found"]) == ("rates.toml", new.strip('[]"'))
    assert old.strip('[]"') in told["remedy"]
    assert ran.code == Exit.FINDINGS


def test_rates_of_another_time_are_not_used(run: Shell, office: Path) -> None:
    (office / "rates.toml").write_text(RATES.replace("2025", "2026"), "utf-8")
    ran = run("pay", "--draft", "--round", office, "--json")

    assert "PE542" in [one["code"] for one in answer(ran)["findings"]]
    assert {one["raise"] for one in answer(ran)["results"]} == {None}


@pytest.mark.parametrize("lang", ["th", "en"])
def test_explain_tells_why_a_worker_may_be_raised(office: Path, lang: str) -> None:
    opened = open_round(RoundFolder(office))
    people = {one.person.employee_id: one for one in receive(opened).people}
    found = of_person(opened, people["2002"])

    assert found is not None
    steps = list(found.steps(lang))
    # 12,000 x 6% = 720, if the committee allows it
    assert [step.value for step in steps] == [None, None, None, 720]
    assert all(step.clause for step in steps)
    assert (found.record["raise"], found.record["raise_if_allowed"]) == (None, "720")
    assert "rank" not in found.record
    assert of_person(opened, people["1001"]) is None  # an official has no such rules
