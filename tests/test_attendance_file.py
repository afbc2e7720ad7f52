"""attendance.xlsx: every row typed, every fault at its cell, in one pass."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attendance_round import (
    FIRST,
    HEADING,
    TEXT,
    attendance_workbook,
    cell_of,
    round_with,
)
from perfeval.attendance import Attendance
from perfeval.findings import has_error
from perfeval.opening import open_round
from round_folder import ROUND, round_folder
from test_catalogue import complete

Rows = list[dict[str, Any]]
LEAVE = {
    "employee_id": "2001",
    "leave_kind": "ลากิจส่วนตัว",
    "leave_from": "6/1/2568",
    "leave_to": "7/1/2568",
}
SICK = {**LEAVE, "leave_kind": "ลาป่วย", "certificate": "มี"}
COUNTED = {"employee_id": "2002", "leave_times": 3, "leave_days": 4.5, "late_times": 2}
NEXT = FIRST + 1


def at(list_id: str, key: str, row: int = FIRST) -> str:
    return cell_of(list_id, key, row)


@dataclass(frozen=True)
class Change:
    """Rows of the two tables, and what must be found where."""

    name: str
    leaves: Rows = field(default_factory=list)
    people: Rows = field(default_factory=list)
    expected: tuple[tuple[str, tuple[str, ...]], ...] = ()
    faulty: frozenset[str] = frozenset()
    is_complete: str | None = None

    def __str__(self) -> str:
        return self.name


def leave(said: str, code: str, key: str, *, faulty: bool = True, **cells: Any):
    """One leave with other cells, one finding at one of them."""
    whom = str(cells.get("employee_id") or "") or None
    return Change(
        said,
        leaves=[{**LEAVE, **cells}],
        expected=((code, (at("leaves", key),)),),
        faulty=frozenset({whom or "2001"} if faulty else ()),
    )


def counted(said: str, code: str, key: str, *, faulty: bool = True, **cells: Any):
    """One person with other cells, one finding at one of them."""
    return Change(
        said,
        people=[{**COUNTED, **cells}],
        expected=((code, (at("attendance", key),)),),
        faulty=frozenset({str(cells.get("employee_id", "2002"))} if faulty else ()),
    )


SOUND = [
    Change("a leave and a person", [LEAVE], [COUNTED]),
    Change("an English key", [{**LEAVE, "leave_kind": "personal"}]),
    Change(
        "a leave across the start of the round",
        [{**LEAVE, "leave_from": "28/9/2567", "leave_to": "2/10/2567"}],
    ),
    Change(
        "all days in the round were holidays",
        [
            {
                **LEAVE,
                "leave_from": "28/9/2567",
                "leave_to": "1/10/2567",
                "leave_days": 0,
            }
        ],
    ),
    Change(
        "the first and the last day of the round",
        [{**LEAVE, "leave_from": "1/10/2567", "leave_to": "31/3/2568"}],
    ),
    Change("an excel date", [{**LEAVE, "leave_from": datetime(2025, 1, 6)}]),  # noqa: DTZ001
    Change("a name that the roster has", [{**LEAVE, "name": "นางสาวจ้างหนึ่ง ขยันดี"}]),
    Change("another surname", [{**LEAVE, "name": "นางจ้างหนึ่ง ใหม่ดี"}]),
    Change("a sick leave with its certificate", [SICK]),
    Change(
        "two halves of one day",
        [
            {**LEAVE, "leave_to": "6/1/2568", "leave_days": 0.5},
            {**SICK, "leave_to": "6/1/2568", "leave_days": 0.5},
        ],
    ),
    Change(
        "two leaves on two days",
        [LEAVE, {**LEAVE, "leave_from": "8/1/2568", "leave_to": "8/1/2568"}],
    ),
    Change(
        "a leave of two people on one day", [LEAVE, {**LEAVE, "employee_id": "2002"}]
    ),
    Change(
        "lateness beside listed leaves",
        [LEAVE],
        [{"employee_id": "2001", "late_times": 0}],
    ),
    Change("days that were carried over, no time", [], [{**COUNTED, "leave_times": 0}]),
]
CHANGES = [
    *SOUND,
    leave("no id", "PE101", "employee_id", employee_id=None, faulty=False),
    leave("no kind", "PE101", "leave_kind", leave_kind=None),
    leave("no first day", "PE101", "leave_from", leave_from=None),
    leave("no last day", "PE101", "leave_to", leave_to=None),
    leave("an unknown person", "PE502", "employee_id", employee_id="2009"),
    leave("an unknown kind", "PE503", "leave_kind", leave_kind="ลากิจ"),
    leave("a date nobody can read", "PE504", "leave_from", leave_from="มกราคม"),
    leave("a two-digit year", "PE504", "leave_to", leave_to="7/1/68"),
    leave("a number that is no date", "PE504", "leave_from", leave_from=45658),
    leave(
        "a leave of another year",
        "PE505",
        "leave_from",
        leave_from="6/1/2567",
        leave_to="7/1/2567",
    ),
    leave(
        "a day after the round",
        "PE505",
        "leave_from",
        leave_from="1/4/2568",
        leave_to="2/4/2568",
    ),
    leave("the last day before the first", "PE506", "leave_to", leave_to="5/1/2568"),
    leave("days in words", "PE508", "leave_days", leave_days="สองวัน"),
    leave("days below nothing", "PE508", "leave_days", leave_days=-1),
    leave("a third of a day", "PE508", "leave_days", leave_days=0.3),
    leave("no day at all", "PE508", "leave_days", leave_days=0),
    leave("more days than there are", "PE509", "leave_days", leave_days=2.5),
    leave(
        "Thai digits are noted", "PE106", "leave_days", leave_days="๑.๕", faulty=False
    ),
    leave(
        "a year of the Buddhist Era in a date cell",
        "PE111",
        "leave_from",
        leave_from=datetime(2568, 1, 6),  # noqa: DTZ001
        faulty=False,
    ),
    leave("a word off the list", "PE109", "certificate", certificate="หาย"),
    leave("no word on the certificate", "PE512", "certificate", leave_kind="ลาป่วย"),
    leave("the name of another", "PE515", "name", name="นายจ้างสอง ขับดี"),
    leave(
        "somebody whose leave is not limited",
        "PE516",
        "employee_id",
        employee_id="1002",
        faulty=False,
    ),
    leave("an error value", "PE103", "leave_kind", leave_kind="#N/A"),
    Change(
        "leaves that overlap",
        [LEAVE, {**LEAVE, "leave_from": "7/1/2568", "leave_to": "9/1/2568"}],
        expected=(
            ("PE507", (at("leaves", "leave_from"),)),
            ("PE507", (at("leaves", "leave_from", NEXT),)),
        ),
        faulty=frozenset({"2001"}),
    ),
    Change(
        "two whole days on one day",
        [{**LEAVE, "leave_to": "6/1/2568", "leave_days": 1}] * 2,
        expected=(
            ("PE507", (at("leaves", "leave_from"), at("leaves", "leave_from", NEXT))),
        ),
        faulty=frozenset({"2001"}),
    ),
    counted("no id", "PE101", "employee_id", employee_id=None, faulty=False),
    counted("an unknown person", "PE502", "employee_id", employee_id="3000"),
    counted("times in words", "PE508", "leave_times", leave_times="สาม"),
    counted("a time and a half", "PE508", "late_times", late_times=1.5),
    counted("times below nothing", "PE508", "late_times", late_times=-1),
    counted("days below nothing", "PE508", "leave_days", leave_days=-2),
    counted("more days than the round has", "PE509", "leave_days", leave_days=183),
    counted(
        "late more often than there are days", "PE509", "late_times", late_times=183
    ),
    counted("times without days", "PE513", "leave_days", leave_days=None),
    counted("days without times", "PE513", "leave_times", leave_times=None),
    counted(
        "times and days in each other's cell",
        "PE514",
        "leave_days",
        leave_times=9,
        leave_days=3,
    ),
    counted(
        "somebody whose leave is not limited",
        "PE516",
        "employee_id",
        employee_id="1002",
        faulty=False,
    ),
    Change(
        "listed and counted: neither is chosen",
        [LEAVE],
        [{**COUNTED, "employee_id": "2001"}],
        (("PE510", (at("attendance", "leave_times"),)),),
        frozenset({"2001"}),
    ),
    Change(
        "a person in two rows",
        [],
        [COUNTED, {**COUNTED, "employee_id": "๒๐๐๒"}],
        (
            ("PE106", (at("attendance", "employee_id", NEXT),)),
            ("PE511", (at("attendance", "employee_id"),)),
            ("PE511", (at("attendance", "employee_id", NEXT),)),
        ),
        frozenset({"2002"}),
    ),
    Change(
        "an unknown word above the list leaves everybody unknown",
        [],
        [COUNTED],
        (("PE109", ("E4",)),),
        frozenset({"1001", "1002", "2001", "2002"}),
        is_complete="ครบ",
    ),
]


def opened(folder, workbook) -> Attendance:
    found = open_round(round_with(folder, workbook)).attendance
    assert found is not None
    return found


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_change_gives_its_findings_at_their_cells(tmp_path, change: Change):
    workbook = attendance_workbook(
        leaves=change.leaves, people=change.people, is_complete=change.is_complete
    )

    found = opened(tmp_path, workbook)

    told = sorted((one.code, one.cells) for one in found.findings)
    assert told == sorted(change.expected)
    assert found.faulty == change.faulty
    for one in found.findings:
        complete(one)


def test_leaves_are_typed(tmp_path):
    rows = [{**SICK, "leave_days": 1.5, "employee_id": "๒๐๐๑"}]
    found = opened(tmp_path, attendance_workbook(leaves=rows))

    (one,) = found.leaves
    assert (one.employee_id, one.kind) == ("2001", "sick")
    assert (one.starts, one.ends) == (date(2025, 1, 6), date(2025, 1, 7))
    assert (one.days, one.has_certificate) == (Decimal("1.5"), True)
    assert found.where("2001").cell == at("leaves", "employee_id")


def test_counted_sums_are_typed(tmp_path):
    found = opened(tmp_path, attendance_workbook(people=[COUNTED], is_complete="ใช่"))

    (one,) = found.counted
    assert (one.employee_id, one.leave_times) == ("2002", 3)
    assert (one.leave_days, one.late_times) == (Decimal("4.5"), 2)
    assert found.is_complete
    assert found.where("2002").cell == at("attendance", "employee_id")
    assert found.where("2001").cell is None


@pytest.mark.parametrize(
    ("word", "is_complete"),
    [("ใช่", True), ("yes", True), ("ยังไม่ครบ", False), (None, False)],
)
def test_only_a_yes_says_that_everybody_is_in_the_file(tmp_path, word, is_complete):
    found = opened(tmp_path, attendance_workbook(is_complete=word))

    assert found.is_complete is is_complete
    assert found.is_untouched is not is_complete


def test_without_names_the_headings_lead(tmp_path):
    workbook = attendance_workbook(
        leaves=[LEAVE], people=[COUNTED], is_complete="ใช่", names=False
    )

    found = opened(tmp_path, workbook)

    assert [one.code for one in found.findings] == ["PE015", "PE015"]
    assert (len(found.leaves), len(found.counted)) == (1, 1)
    assert found.is_complete


def test_a_table_that_is_not_used_may_be_taken_away(tmp_path):
    workbook = attendance_workbook(people=[COUNTED])
    del workbook["การลา"]

    found = opened(tmp_path, workbook)

    assert found.findings == ()
    assert (found.leaves_sheet, found.people_sheet) == ("", "รายคน")


def test_a_changed_heading_leaves_everybody_unknown(tmp_path):
    workbook = attendance_workbook(people=[COUNTED])
    workbook["รายคน"][at("attendance", "leave_days", HEADING)] = "วันทำงาน"

    found = opened(tmp_path, workbook)

    assert [one.code for one in found.findings] == ["PE016"]
    assert "2002" in found.faulty


def test_a_moved_declaration_leaves_everybody_unknown(tmp_path):
    workbook = attendance_workbook(people=[COUNTED], is_complete="ใช่")
    workbook["รายคน"]["A4"] = "บันทึกแล้ว"

    found = opened(tmp_path, workbook)

    assert [(one.code, one.cell) for one in found.findings] == [("PE016", "E4")]
    assert "2001" in found.faulty


def test_another_workbook_is_refused_and_stops_nothing(tmp_path):
    folder = round_with(tmp_path, None)
    folder.attendance.write_bytes(folder.roster.read_bytes())

    found = open_round(folder).attendance

    assert found is not None
    assert [one.code for one in found.findings] == ["PE501"]
    assert "2001" in found.faulty


def test_a_file_that_is_no_workbook_stops_nothing(tmp_path):
    folder = round_with(tmp_path, None)
    folder.attendance.write_text("ลา")

    found = open_round(folder).attendance

    assert found is not None
    assert has_error(found.findings)
    assert "2001" in found.faulty
    assert found.sha256 == ""


def test_a_round_without_the_file_has_none(tmp_path):
    assert open_round(round_with(tmp_path, None)).attendance is None


def test_a_round_whose_regulations_do_not_ask_reads_no_such_file(tmp_path):
    folder = round_with(tmp_path, attendance_workbook(people=[COUNTED]))
    round_folder(tmp_path, text=ROUND)
    assert ROUND != TEXT

    assert open_round(folder).attendance is None


ODD = st.one_of(
    st.sampled_from(
        ["2001", "๒๐๐๒", "ลาป่วย", "มี", "6/1/2568", "0.5", "\u200b", "#REF!"]
    ),
    st.integers(-10, 10**14),
    st.dates(date(1900, 3, 1), date(9000, 1, 1)),
    st.booleans(),
    st.none(),
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=9),
)
KEYS = [*LEAVE, "name", "leave_days", "certificate", "leave_times", "late_times"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(KEYS), ODD), max_size=4))
def test_whatever_is_typed_is_told_or_taken_and_never_raises(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("round")
    found = opened(folder, attendance_workbook(leaves=rows, people=rows))

    assert all(one.key not in found.faulty or found.findings for one in found.leaves)
    for one in found.findings:
        complete(one)
