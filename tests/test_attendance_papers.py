"""Leave and lateness where people meet them: summary, special cases, results."""

from decimal import Decimal
from typing import Any

import pytest

from attendance_round import CONTRACT, LAW, opened_with
from perfeval.appraise.ledger import canonical, ledger
from perfeval.appraise.special import Kind, special_cases
from perfeval.appraise.standing import Intake, PersonState, PersonStatus
from perfeval.attendance import Attendance, Counted
from perfeval.book import Group, Table
from perfeval.reports.docket import Docket
from perfeval.reports.summary import build
from perfeval.reports.summary_json import people as as_json
from round_people import person, ranked

CLAUSE = "ประกาศวันลา ข้อ ๑"
PEOPLE = [person(n, staff_group="contract_general") for n in range(1, 6)]
OFFICIAL = person(9)
COUNTED = (  # times, days, late, of a total that is outstanding but for the third
    (3, "4.5", 2),
    (11, "30", 0),
    (11, "30", 0),
    (0, "0", 16),
)
TOTALS = ("96", "96", "90", "96")


def rows(*changes: tuple[int, Counted]) -> tuple[Counted, ...]:
    known = {
        n: Counted(PEOPLE[n].employee_id, times, Decimal(days), late)
        for n, (times, days, late) in enumerate(COUNTED)
    }
    return tuple((known | dict(changes)).values())


def told(*changes: tuple[int, Counted], **known: Any) -> Attendance:
    return Attendance(
        "attendance.xlsx", "0" * 64, "การลา", "รายคน", (), rows(*changes), **known
    )


def intake() -> Intake:
    people = [
        ranked(one, total, regulation=CONTRACT)
        for one, total in zip(PEOPLE, TOTALS, strict=False)
    ]
    missing = PersonStatus(PEOPLE[4], PersonState.MISSING)
    return Intake((*people, missing, ranked(OFFICIAL, "80")), (), ())


def docket(attendance: Attendance | None) -> Docket:
    return Docket(opened_with(attendance, *PEOPLE, OFFICIAL), intake(), ())


def test_the_committee_sees_figures_statuses_and_limits_of_everybody_they_hold_for():
    pages = {page.title: page for page in build(docket(told())).sheets}

    page = pages["การลาและการมาสาย"]
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    found = [row for row in table.rows if not isinstance(row, Group)]
    assert [(row[0], row[3], row[4], row[7]) for row in found] == [
        ("TT-0001", "ดีเด่น", 3, 2),
        ("TT-0002", "ดีเด่น", 11, 0),
        ("TT-0003", "ดีมาก", 11, 0),
        ("TT-0004", "ดีเด่น", 0, 16),
        ("TT-0005", None, None, None),
    ]
    assert [row[5] and row[5].shown for row in found] == ["4.5", "30", "30", "0", None]
    assert [(row[6], row[8]) for row in found] == [
        ("ไม่เกินกำหนด", "ไม่เกินกำหนด"),
        ("เกินจำนวนครั้ง คณะกรรมการอาจพิจารณา", "ไม่เกินกำหนด"),
        ("เกินจำนวนครั้ง ไม่เข้าข้อยกเว้น", "ไม่เกินกำหนด"),
        ("ไม่เกินกำหนด", "มาสายเป็นประจำ"),
        ("ยังไม่ได้กรอก", "ยังไม่ได้กรอก"),
    ]
    remarks = "\n".join(line for block in page.blocks if not isinstance(block, Table)
                        for line in block.lines)  # fmt: skip
    for limit in ("10 ครั้ง", "30 วัน", "15 ครั้ง", CLAUSE, "ลาป่วยที่มีใบรับรองแพทย์"):
        assert limit in remarks


def test_without_the_file_the_page_says_that_nothing_is_known():
    pages = {page.title: page for page in build(docket(None)).sheets}

    (table,) = (
        one for one in pages["การลาและการมาสาย"].blocks if isinstance(one, Table)
    )
    found = [row for row in table.rows if not isinstance(row, Group)]
    assert {row[6] for row in found} == {"ยังไม่มีข้อมูล (attendance.xlsx)"}
    assert {row[4] for row in found} == {None}


def test_a_round_of_officials_has_no_such_page():
    one = Docket(
        opened_with(None, OFFICIAL), Intake((ranked(OFFICIAL, "80"),), (), ()), ()
    )

    assert "การลาและการมาสาย" not in [page.title for page in build(one).sheets]


def test_leave_above_the_limit_and_lateness_are_special_cases_with_their_clause():
    found = special_cases(intake(), opened_with(told(), *PEOPLE, OFFICIAL))

    known = [one for one in found if one.kind is not Kind.MISSING]
    assert [(one.kind, one.status.person.employee_id, one.clause) for one in known] == [
        (Kind.LEAVE_MAY_BE_ALLOWED, "TT-0002", CLAUSE),
        (Kind.LEAVE_NOT_ELIGIBLE, "TT-0003", CLAUSE),
        (Kind.HABITUALLY_LATE, "TT-0004", "ประกาศวันลา ข้อ ๒"),
    ]
    assert known[0].facts == {"times": "11", "days": "30"}


def test_programs_read_figures_as_text_and_null_for_the_unknown():
    found = {one["employee_id"]: one["attendance"] for one in as_json(docket(told()))}

    assert found["TT-0009"] is None
    assert found["TT-0002"] == {
        "leave_times": "11",
        "leave_days": "30",
        "leave_status": "committee_may_allow",
        "leave_lacks": None,
        "leave_clause": CLAUSE,
        "late_times": "0",
        "late_status": "ok",
        "late_lacks": None,
        "late_clause": "ประกาศวันลา ข้อ ๒",
    }
    assert found["TT-0005"]["leave_times"] is None
    assert found["TT-0005"]["leave_lacks"] == "entry"


def results(attendance: Attendance | None) -> bytes:
    return canonical(ledger(opened_with(attendance, *PEOPLE, OFFICIAL), intake()))


def test_a_decision_rests_on_leave_and_lateness_and_on_nothing_else_of_the_file():
    later = Counted(PEOPLE[0].employee_id, 3, Decimal("4.5"), 16)
    resaved = told()
    resaved = Attendance(**{**resaved.__dict__, "sha256": "f" * 64})

    assert results(told()) != results(None)
    assert results(told((0, later))) != results(told())
    assert results(resaved) == results(told())


@pytest.mark.parametrize(
    "nothing",
    [None, Attendance("attendance.xlsx", "0" * 64)],
    ids=["none", "untouched"],
)
def test_results_say_nothing_of_a_file_that_says_nothing(nothing):
    found = ledger(opened_with(nothing, *PEOPLE, OFFICIAL), intake())

    assert not [one for one in found["people"] if "attendance" in one]


def test_results_hold_the_figures_of_those_whose_leave_is_limited():
    found = ledger(opened_with(told(), *PEOPLE, OFFICIAL), intake())
    by_id = {one["employee_id"]: one for one in found["people"]}

    assert LAW.regulation.attendance is not None
    assert by_id["TT-0001"]["attendance"] == {
        "leave_times": 3,
        "leave_days": "4.5",
        "leave_status": "ok",
        "late_times": 2,
        "late_status": "ok",
    }
    assert "attendance" not in by_id["TT-0009"]
