"""`perfeval pay`: from decided results to amounts, and percents back from the paper."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from libreoffice import needed, saved
from pay_round import (
    CENTRE,
    LEVELS,
    PAPER,
    PEOPLE,
    PROVINCE,
    ROUND,
    cells_of,
    civil_round,
    decide,
    decided_round,
    somebody,
    type_in,
)
from perfeval.cli.exits import Exit
from perfeval.regulations.base_tables import FOLDER
from perfeval.rounds.folder import RoundFolder
from round_folder import cell_of, roster_workbook
from shell import Ran, Shell
from whole_round import whole_round

# By hand, on the table of 1 October 2560:
#   01  29,330 < 29,335: 24,410 x 4.5%  = 1,098.45  -> 1,100
#   02  29,340 > 29,335: 36,470 x 3.75% = 1,367.625 -> 1,370
#   03  24,470 < 24,475: 18,480 x 2.75% =   508.20  ->   510
#   04  59,000: 51,290 x 5% = 2,564.50 -> 2,570, room 500, special 2,064.50
#   05  70,000: 68,530 x 4% = 2,741.20 -> 2,750
TYPED = {"01": 4.5, "02": 3.75, "03": 2.75, "04": 5, "05": 4}
RAISES = {"01": "1100", "02": "1370", "03": "510", "04": "500", "05": "2750", "06": "0"}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A decided round: 07 has sent nothing."""
    return decided_round(tmp_path / "round")


def answer(ran: Ran) -> dict[str, Any]:
    return json.loads(ran.out)


def of(ran: Ran, key: str) -> dict[str, Any]:
    """One value of everybody, by employee id."""
    return {one["employee_id"]: one[key] for one in answer(ran)["results"]}


def codes(ran: Ran) -> list[tuple[str, str | None]]:
    return [(one["code"], one["cell"]) for one in answer(ran)["findings"]]


def pool(ran: Ran, group: str | None = None, division: str | None = None) -> Any:
    (one,) = (
        one
        for one in answer(ran)["summary"]["pools"]
        if (one["money_group"], one["division"]) == (group, division)
    )
    return one


def set_percents(office: Path, typed: dict[str, object] | None = None) -> Path:
    """The paper with percents in it, under another name."""
    given = TYPED if typed is None else typed
    return type_in(office / PAPER, given, office / "filled.xlsx")


# From decided results


def test_an_undecided_round_has_no_proposal(run: Shell, tmp_path: Path) -> None:
    office = civil_round(tmp_path / "round")
    ran = run("pay", "--round", office)

    assert ran.code == Exit.REFUSED
    assert "perfeval decide" in ran.told
    assert "--draft" in ran.told
    assert not (office / PAPER).exists()


def test_a_draft_says_so_on_every_page_and_carries_no_seal(
    run: Shell, tmp_path: Path
) -> None:
    office = civil_round(tmp_path / "round")
    ran = run("pay", "--draft", "--round", office, "--json")

    assert ran.code == Exit.DONE
    book = openpyxl.load_workbook(office / PAPER)
    feet = [str(sheet.oddFooter.center.text) for sheet in book]
    assert all("ร่าง" in foot for foot in feet)
    assert "รหัสผนึกผล" not in str(book.worksheets[0].oddFooter.left.text)


def test_a_decided_proposal_carries_the_seal(run: Shell, office: Path) -> None:
    assert run("pay", "--round", office).code == Exit.DONE

    book = openpyxl.load_workbook(office / PAPER)
    assert [sheet.title for sheet in book] == ["วงเงิน", CENTRE, PROVINCE]
    assert all("รหัสผนึกผล" in str(sheet.oddFooter.left.text) for sheet in book)


def test_a_percent_that_nobody_set_is_blank_and_never_zero(
    run: Shell, office: Path
) -> None:
    ran = run("pay", "--round", office, "--json")

    assert of(ran, "state") == {
        **dict.fromkeys(("01", "02", "03", "04", "05"), "open"),
        "06": "proposed",  # below 60: the regulation names no raise
        "07": "no_result",
    }
    unset = {**dict.fromkeys(("01", "02", "03", "04", "05", "07")), "06": "0"}
    assert of(ran, "percent") == unset
    assert of(ran, "raise") == unset
    assert pool(ran)["unset"] == 5


def test_the_pool_is_three_percent_of_all_who_hold_a_post(
    run: Shell, office: Path
) -> None:
    ran = run("pay", "--round", office, "--json")

    # 29,330 + 29,340 + 24,470 + 15,000 + 12,000 = 110,140; x 3% = 3,304.20
    assert pool(ran, "academic_general")["pool"] == "3304.20"
    assert pool(ran, "directors")["pool"] == "1770"
    assert pool(ran, "executives")["pool"] == "2100"
    assert (pool(ran)["people"], pool(ran)["pool"]) == (7, "7174.20")
    # 24,470 + 15,000 + 12,000 = 51,470; x 3% = 1,544.10
    assert pool(ran, division=PROVINCE)["pool"] == "1544.10"


# Percents back from the paper


def test_percents_that_were_set_become_amounts(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    ran = run("pay", set_percents(office), "--round", office, "--json")

    assert of(ran, "raise") == {**RAISES, "07": None}
    assert of(ran, "special_pay")["04"] == "2064.50"
    assert of(ran, "new_salary")["04"] == "59500"
    assert of(ran, "exact")["02"] == "1367.625"
    # 1,100 + 1,370 + 510 = 2,980; 500 + 2,064.50; 2,750
    used = [pool(ran, group)["used"] for group in ("academic_general", "directors")]
    assert used == ["2980", "2564.50"]
    assert pool(ran, "executives")["used"] == "2750"


def test_the_paper_shows_the_amounts_and_their_working(
    run: Shell, office: Path
) -> None:
    run("pay", "--round", office)
    run("pay", set_percents(office), "--round", office)
    places = cells_of(office / PAPER)
    book = openpyxl.load_workbook(office / PAPER)

    def shown(who: str, key: str) -> Any:
        sheet, cell = places[who, key]
        return book[sheet][cell].value

    assert [shown("04", key) for key in ("raise", "special", "new_salary")] == [
        500,
        2064.5,
        59500,
    ]
    assert shown("02", "working") == "ฐานตอนบน 36,470 × 3.75% = 1,367.625 ปัดขึ้น 1,370"
    assert "พิเศษ 2,564.50 − 500 = 2,064.50" in shown("04", "working")
    assert shown("07", "percent") is None
    locked = {who: book[s][c].protection.locked for (who, k), (s, c) in places.items()
              if k == "percent"}  # fmt: skip
    assert locked == {**dict.fromkeys(TYPED, False), "06": True, "07": True}


def test_percents_stay_when_the_paper_is_made_again(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    run("pay", set_percents(office), "--round", office)
    before = (office / PAPER).read_bytes()
    ran = run("pay", "--round", office, "--json")

    assert of(ran, "raise") == {**RAISES, "07": None}
    assert (office / PAPER).read_bytes() == before


def test_a_percent_that_is_taken_out_again_is_told(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    run("pay", set_percents(office), "--round", office)
    filled = set_percents(office, {"02": None, "03": None})
    ran = run("pay", filled, "--round", office, "--json")

    (told,) = (one for one in answer(ran)["findings"] if one["code"] == "PE569")
    assert "02, 03" in told["message"]
    assert (of(ran, "state")["02"], of(ran, "raise")["01"]) == ("open", "1100")


def test_the_paper_itself_may_be_the_file(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    type_in(office / PAPER, TYPED, office / PAPER)
    ran = run("pay", office / PAPER, "--round", office, "--json")

    assert of(ran, "raise")["01"] == "1100"
    assert "PE621" not in [code for code, _ in codes(ran)]


def test_what_is_taken_in_is_kept_and_logged_without_amounts(
    run: Shell, office: Path
) -> None:
    run("pay", "--round", office)
    filled = set_percents(office)
    run("pay", filled, "--round", office)
    record = RoundFolder(office).record
    kept = record / "pay" / "civil_servant"

    assert (kept / "001.xlsx").read_bytes() == filled.read_bytes()
    assert json.loads((kept / "001.json").read_text("utf-8"))["number"] == 1
    log = (record / "audit.jsonl").read_text("utf-8")
    assert '"percents": "1"' in log
    assert "1367" not in log
    assert "29330" not in log


def test_overspending_is_found_wherever_it_is(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    ran = run("pay", set_percents(office), "--round", office, "--json")

    # 2,980 + 2,564.50 + 2,750 = 8,294.50 of 7,174.20
    told = answer(ran)["findings"]
    assert ran.code == Exit.FINDINGS
    assert [one["code"] for one in told] == ["PE549", "PE550", "PE550", "PE551"]
    assert told[0]["found"] == "8,294.50"
    assert "1,120.30" in told[0]["message"]
    assert all(one["file"] == PAPER and one["clause"] for one in told)


def test_what_other_groups_leave_may_be_shared(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    # directors: 51,290 x 3.6% = 1,846.44 of 1,770; the others leave enough
    typed = {"01": 4.5, "02": 0, "03": 2.75, "04": 3.6, "05": 2}
    ran = run("pay", set_percents(office, typed), "--round", office, "--json")

    (over,) = (one for one in answer(ran)["findings"] if one["code"] == "PE550")
    assert pool(ran, "directors")["used"] == "1846.44"
    assert "76.44" in over["message"]
    assert over["severity"] == "warning"
    assert "PE549" not in [code for code, _ in codes(ran)]


def test_within_the_pool_nothing_is_found(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    typed = {"03": 2.75}
    ran = run("pay", set_percents(office, typed), "--round", office, "--json")

    assert (ran.code, codes(ran)) == (Exit.DONE, [])


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (6, "PE548"),  # outside of 4.5 to 5, but may be given
        (6.01, "PE547"),
        (-0.5, "PE547"),
        ("สี่ครึ่ง", "PE102"),
        ("๔.๕", "PE106"),
        (0, "PE548"),
        (4.5, None),
        (5, None),
        (5.01, "PE548"),
        ("=1+1", "PE104"),
        (date(2025, 1, 5), "PE108"),
    ],
)
def test_one_typed_percent_gives_one_finding_at_its_cell(
    run: Shell, office: Path, value: object, code: str | None
) -> None:
    run("pay", "--round", office)
    _, cell = cells_of(office / PAPER)["01", "percent"]
    filled = type_in(office / PAPER, {"01": value}, office / "filled.xlsx")
    ran = run("pay", filled, "--round", office, "--json")

    of_cell = [found for found in codes(ran) if found[1]]
    assert of_cell == ([(code, cell)] if code else [])
    is_refused = code in ("PE547", "PE102", "PE104", "PE108")
    assert (office / "record" / "pay").exists() != is_refused
    assert (ran.code == Exit.FINDINGS) == is_refused


def test_a_percent_of_whoever_has_no_result_is_refused(
    run: Shell, office: Path
) -> None:
    run("pay", "--round", office)
    filled = set_percents(office, {"07": 3})
    ran = run("pay", filled, "--round", office, "--json")

    assert [code for code, _ in codes(ran)] == ["PE559"]
    assert not (office / "record" / "pay").exists()


def test_who_set_the_percents_is_remembered(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    filled = set_percents(office, {})
    book = openpyxl.load_workbook(filled)
    area = book["วงเงิน"].defined_names["pe_set_by"].attr_text
    book["วงเงิน"][area.split("!")[1].replace("$", "")] = "นายกำหนด ตัวอย่าง"
    book.save(filled)
    run("pay", filled, "--round", office)

    kept = json.loads((office / "record/pay/civil_servant/001.json").read_text("utf-8"))
    assert kept["set_by"] == "นายกำหนด ตัวอย่าง"


@needed
def test_a_workbook_that_libreoffice_saved_reads_the_same(
    run: Shell, office: Path
) -> None:
    run("pay", "--round", office)
    (again,) = saved([set_percents(office)], office / "again")
    ran = run("pay", again, "--round", office, "--json")

    assert of(ran, "raise") == {**RAISES, "07": None}


# The working of one person


def test_explain_shows_every_step_of_a_raise_with_its_clause(
    run: Shell, office: Path
) -> None:
    run("pay", "--round", office)
    run("pay", set_percents(office), "--round", office)
    (one,) = answer(run("explain", "04", "--round", office, "--json"))["results"]

    raised = one["pay"]
    assert (raised["raise"], raised["special_pay"]) == ("500", "2064.50")
    values = [step["value"] for step in raised["steps"]]
    # salary, base, percent, exact, rounded, raise, special pay, new salary
    assert values == ["59000", "51290", "5", "2564.5", "2570", "500", "2064.5", "59500"]
    assert all(step["clause"] for step in raised["steps"][:-1])
    assert raised["steps"][0]["cells"] == [cell_of("salary", 7)]
    told = run("explain", "04", "--round", office).told
    assert "51,290 × 5 ÷ 100" in told


@pytest.mark.parametrize("who", ["01", "07"])
def test_explain_says_what_keeps_a_raise_from_being_known(
    run: Shell, office: Path, who: str
) -> None:
    (one,) = answer(run("explain", who, "--round", office, "--json"))["results"]

    words = {"01": "ยังไม่กำหนดร้อยละ", "07": "ยังไม่ได้รับแบบประเมิน"}[who]
    assert words in one["pay"]["steps"][-1]["working"]
    assert one["pay"]["raise"] is None


def test_explain_has_no_raise_before_the_decision(run: Shell, tmp_path: Path) -> None:
    office = civil_round(tmp_path / "round")
    (one,) = answer(run("explain", "01", "--round", office, "--json"))["results"]

    assert one["pay"] is None


# A workbook that is not about the present people


def test_a_workbook_of_other_salaries_is_refused_with_4(
    run: Shell, office: Path
) -> None:
    run("pay", "--round", office)
    filled = type_in(office / PAPER, {"01": 29320}, office / "old.xlsx", "salary")
    ran = run("pay", filled, "--round", office, "--json")

    assert (ran.code, [code for code, _ in codes(ran)]) == (Exit.REFUSED, ["PE554"])
    assert answer(ran)["stopped"]["exit"] == Exit.REFUSED


def test_a_workbook_of_other_bands_is_refused_with_4(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    filled = type_in(office / PAPER, {"01": "ดี"}, office / "old.xlsx", "band")

    assert run("pay", filled, "--round", office).code == Exit.REFUSED


def test_somebody_unknown_or_twice_or_missing_is_refused_with_4(
    run: Shell, office: Path
) -> None:
    run("pay", "--round", office)
    for given, code in (("99", "PE555"), ("02", "PE556")):
        changed = type_in(
            office / PAPER, {"01": given}, office / "old.xlsx", "employee_id"
        )
        ran = run("pay", changed, "--round", office, "--json")
        found = [one for one, _ in codes(ran)]
        assert ran.code == Exit.REFUSED
        assert {code, "PE557"} <= set(found)


def test_a_workbook_of_another_round_is_refused_with_4(
    run: Shell, office: Path, tmp_path: Path
) -> None:
    run("pay", "--round", office)
    text = (office / "round.toml").read_text("utf-8").replace("2560", "2559")
    people = [*PEOPLE]
    other = civil_round(tmp_path / "other", people, text=text, levels={})
    ran = run("pay", "--draft", office / PAPER, "--round", other, "--json")

    assert (ran.code, [code for code, _ in codes(ran)]) == (Exit.REFUSED, ["PE558"])


def test_a_workbook_without_raises_is_refused_with_4(run: Shell, office: Path) -> None:
    book = openpyxl.Workbook()
    book.save(office / "empty.xlsx")
    ran = run("pay", office / "empty.xlsx", "--round", office, "--json")

    assert (ran.code, [code for code, _ in codes(ran)]) == (Exit.REFUSED, ["PE558"])


def test_a_file_that_is_no_workbook_is_one_finding(run: Shell, office: Path) -> None:
    (office / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    ran = run("pay", office / "broken.xlsx", "--round", office, "--json")

    assert ran.code == Exit.FINDINGS
    assert len(codes(ran)) == 1


def test_a_percent_lapses_with_the_salary_it_was_set_for(
    run: Shell, office: Path
) -> None:
    run("pay", "--round", office)
    run("pay", set_percents(office), "--round", office)
    people = [{**PEOPLE[0], "salary": 29340}, *PEOPLE[1:]]
    roster_workbook(people).save(office / "roster.xlsx")
    decide(office)
    ran = run("pay", "--round", office, "--json")

    (told,) = (one for one in answer(ran)["findings"] if one["code"] == "PE552")
    assert "01" in told["message"]
    assert (of(ran, "state")["01"], of(ran, "raise")["02"]) == ("open", "1370")


# What is lacking


def test_a_blank_salary_is_told_at_its_cell_and_never_zero(
    run: Shell, tmp_path: Path
) -> None:
    people = [{**PEOPLE[0], "salary": None}, *PEOPLE[1:]]
    office = decided_round(tmp_path / "round", people=people)
    ran = run("pay", "--round", office, "--json")

    assert codes(ran) == [("PE540", cell_of("salary"))]
    assert ran.code == Exit.FINDINGS
    one = answer(ran)["results"][0]
    assert (one["state"], one["salary"], one["raise"]) == ("faulty", None, None)
    assert pool(ran)["salaries_unknown"] == 1
    assert pool(ran)["salaries"] == "209810"  # 239,140 - 29,330


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        ({"salary": 13150}, "PE544", "salary"),  # below 13,160
        ({"salary": 43610}, "PE544", "salary"),  # above 43,600
        ({"salary": 29335}, "PE544", "salary"),  # the boundary itself
        ({"position_level": None}, "PE543", "position_level"),
        ({"position_type": None, "position_level": None}, "PE543", "position_type"),
    ],
)
def test_what_does_not_stand_in_the_table_is_told_at_its_cell(
    run: Shell, tmp_path: Path, change: dict[str, Any], code: str, column: str
) -> None:
    people = [{**PEOPLE[0], **change}, *PEOPLE[1:]]
    office = decided_round(tmp_path / "round", people=people)
    ran = run("pay", "--round", office, "--json")

    told = [one for one in codes(ran) if one[0].startswith("PE54")]
    assert told == [(code, cell_of(column))]
    assert of(ran, "raise")["01"] is None


def test_no_table_is_known_for_a_later_raise(run: Shell, tmp_path: Path) -> None:
    text = _later(2568)
    office = civil_round(tmp_path / "round", text=text, levels={})
    ran = run("pay", "--draft", "--round", office, "--json")

    (one,) = (one for one in answer(ran)["findings"] if one["code"] == "PE541")
    assert one["file"] == "round.toml"
    assert "base-2560-10" in one["remedy"]
    assert set(of(ran, "raise").values()) == {None}


def test_the_newest_shipped_table_may_be_named_beyond_its_days(
    run: Shell, tmp_path: Path
) -> None:
    office = civil_round(
        tmp_path / "round",
        text=_later(2568),
        levels={},
        pay='\n[pay]\nbase_table = "base-2560-10"\n',
    )
    ran = run("pay", "--draft", "--round", office, "--json")

    assert [code for code, _ in codes(ran) if code.startswith("PE54")] == ["PE546"]


@pytest.mark.parametrize(
    ("named", "code", "exit_code"),
    [
        ("base-2552", "PE542", Exit.FINDINGS),
        ("base-2599", "PE449", Exit.UNUSABLE),
        ("ours.toml", "PE401", Exit.UNUSABLE),
    ],
)
def test_a_wrong_table_is_told(
    run: Shell, tmp_path: Path, named: str, code: str, exit_code: int
) -> None:
    pay = f'\n[pay]\nbase_table = "{named}"\n'
    office = decided_round(tmp_path / "round", pay=pay)
    ran = run("pay", "--round", office, "--json")

    assert ran.code == exit_code
    assert code in [one for one, _ in codes(ran)]


def test_an_office_may_supply_its_own_table(run: Shell, tmp_path: Path) -> None:
    office = decided_round(
        tmp_path / "round", pay='\n[pay]\nbase_table = "ours.toml"\n'
    )
    (office / "ours.toml").write_text(
        'schema = 1\nid = "ours"\ntitle = "ฐานของเรา"\nin_force = 2017-10-01\n'
        'source = "หนังสือเวียน"\n[[rows]]\ntype = "วิชาการ"\nlevel = "ชำนาญการ"\n'
        "lowest = 10000\nboundary = 29335\nceiling = 50000\n"
        "lower_base = 20000\nupper_base = 40000\n",
        "utf-8",
    )
    run("pay", "--round", office)
    filled = set_percents(office, {"01": 4.5})
    ran = run("pay", filled, "--round", office, "--json")

    assert of(ran, "raise")["01"] == "900"  # 20,000 x 4.5%
    lacking = [one for one, _ in codes(ran)]
    assert lacking == ["PE543"] * 4  # 03, 04, 05 and 06 have no row


def test_a_level_with_other_figures_for_some_posts_is_told_once(
    run: Shell, tmp_path: Path
) -> None:
    seniors = [
        somebody("08", "ทั่วไป", "อาวุโส", salary=30000),
        somebody("09", "ทั่วไป", "อาวุโส", salary=40000),
    ]
    levels = {"08": "4", "09": "4"}
    office = decided_round(tmp_path / "round", people=seniors, levels=levels)
    ran = run("pay", "--round", office, "--json")

    (one,) = answer(ran)["findings"]
    assert (one["code"], one["severity"]) == ("PE545", "warning")
    assert one["cells"] == [cell_of("position_level"), cell_of("position_level", 5)]


def test_the_governors_pool_is_not_ours(run: Shell, tmp_path: Path) -> None:
    office = decided_round(
        tmp_path / "round", pay=f'\n[pay]\nregional = ["{PROVINCE}"]\n'
    )
    ran = run("pay", "--round", office, "--json")

    # 03, 06, 07 stand in a provincial office, at levels of the governor's pool
    states = of(ran, "state")
    assert [states[one] for one in ("03", "06", "07")] == ["not_ours"] * 3
    assert pool(ran)["people"] == 4
    assert pool(ran)["salaries"] == "187670"  # 239,140 - 51,470
    book = openpyxl.load_workbook(office / PAPER)
    words = [str(cell.value) for row in book["วงเงิน"].iter_rows() for cell in row]
    assert any("ผู้ว่าราชการจังหวัด 3 คน เงินเดือนรวม 51,470" in one for one in words)


def test_whoever_left_before_the_day_of_counting_is_not_counted(
    run: Shell, tmp_path: Path
) -> None:
    left = {"movement": "โอนไป", "movement_on": date(2017, 9, 1)}
    people = [*PEOPLE[:6], {**PEOPLE[6], **left}]
    office = decided_round(tmp_path / "round", people=people)

    assert pool(run("pay", "--round", office, "--json"))["people"] == 6


# Other groups, other states of the round


def test_a_group_without_rules_on_pay_is_told_kindly(
    run: Shell, tmp_path: Path
) -> None:
    office = whole_round(tmp_path / "round")
    ran = run("pay", "--draft", "--round", office, "--json")

    assert ran.code == Exit.DONE
    assert ("PE553", None) in codes(ran)
    assert answer(ran)["files"] == []


def test_a_file_that_is_not_there_is_wrong_usage(run: Shell, office: Path) -> None:
    assert run("pay", office / "none.xlsx", "--round", office).code == Exit.USAGE


def test_a_sealed_round_still_has_its_proposal(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    assert run("seal", "--round", office).code == Exit.DONE
    ran = run("pay", set_percents(office), "--round", office, "--json")

    assert of(ran, "raise")["01"] == "1100"
    assert run("verify", "--round", office).code == Exit.DONE


def test_the_offices_own_table_is_sealed_with_the_round(
    run: Shell, tmp_path: Path
) -> None:
    office = decided_round(
        tmp_path / "round", pay='\n[pay]\nbase_table = "ours.toml"\n'
    )
    shipped = FOLDER / "base-2560-10.toml"
    (office / "ours.toml").write_bytes(shipped.read_bytes())
    assert run("pay", "--round", office).code == Exit.DONE
    assert run("seal", "--round", office).code == Exit.DONE

    bag = office / "record" / "sealed" / "2560-2-r1" / "data"
    assert (bag / "ours.toml").read_bytes() == shipped.read_bytes()
    assert (bag / PAPER).is_file()
    assert run("verify", "--round", office).code == Exit.DONE


def test_inspect_lists_every_percent_with_its_cell(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    listed = answer(run("inspect", office / PAPER, "--json"))["results"]

    rows = [row for one in listed for row in one["tables"]["pay"]]
    cells = {row["employee_id"]["value"]: row["percent"]["cell"] for row in rows}
    assert cells["01"] == cells_of(office / PAPER)["01", "percent"][1]
    assert all(row["percent"]["input"] for row in rows)


def test_a_cell_that_shows_percent_is_read_as_one(run: Shell, office: Path) -> None:
    run("pay", "--round", office)
    sheet, cell = cells_of(office / PAPER)["01", "percent"]
    book = openpyxl.load_workbook(office / PAPER)
    book[sheet][cell] = 0.045
    book[sheet][cell].number_format = "0.0%"
    book.save(office / "filled.xlsx")
    ran = run("pay", office / "filled.xlsx", "--round", office, "--json")

    assert of(ran, "percent")["01"] == "4.5"


def test_text_of_the_roster_never_becomes_a_formula(run: Shell, tmp_path: Path) -> None:
    people = [{**PEOPLE[0], "position": "@SUM(1)"}, *PEOPLE[1:]]
    office = civil_round(tmp_path / "round", people=people, levels=LEVELS)
    run("pay", "--draft", "--round", office)
    places = cells_of(office / PAPER)
    sheet, cell = places["01", "position"]

    found = openpyxl.load_workbook(office / PAPER)[sheet][cell]
    assert (found.value, found.data_type) == ("@SUM(1)", "s")


def _later(year: int) -> str:
    return ROUND.replace("year = 2560", f"year = {year}")
