"""What leave and lateness mean: the worked cases, and what is not known."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from attendance_round import CONTRACT, RULES, SPAN, opened_with
from perfeval.appraise.attendance import (
    Lacks,
    LateStatus,
    LeaveStatus,
    Tally,
    attended,
    everybody,
    late_status,
    leave_status,
    tally,
)
from perfeval.appraise.attendance_doubts import doubts
from perfeval.appraise.standing import Intake, PersonState, PersonStatus
from perfeval.attendance import Attendance, Counted, Leave
from round_people import decided, person, ranked

Case = dict[str, Any]
FILE = Path(__file__).parent / "cases" / f"{CONTRACT}.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"), parse_float=Decimal)["attendance"]
TOTALS = {"outstanding": "96", "very_good": "90", "good": "80"}
SOMEBODY = person(1, staff_group="contract_general")


def leaves_of(case: Case) -> tuple[Leave, ...]:
    return tuple(
        Leave(
            SOMEBODY.employee_id,
            one["kind"],
            one["from"],
            one["to"],
            days=Decimal(one["days"]) if "days" in one else None,
            has_certificate=one.get("certificate"),
        )
        for one in case["leaves"]
    )


def counted_of(case: Case) -> Counted:
    listed = "leaves" in case
    return Counted(
        SOMEBODY.employee_id,
        leave_times=None if listed else case["times"],
        leave_days=None if listed else Decimal(case["days"]),
        late_times=case["late"],
    )


def told(*counted: Counted, leaves: tuple[Leave, ...] = (), **known: Any) -> Attendance:
    return Attendance(
        "attendance.xlsx", "0" * 64, "การลา", "รายคน", leaves, counted, **known
    )


def somebody(band: str | None) -> PersonStatus:
    if band is None:
        return PersonStatus(SOMEBODY, PersonState.MISSING)
    return ranked(SOMEBODY, TOTALS[band], regulation=CONTRACT)


@pytest.mark.parametrize("case", CASES, ids=[one["name"] for one in CASES])
def test_a_worked_case_has_its_two_statuses(case):
    leaves = leaves_of(case) if "leaves" in case else ()
    opened = opened_with(told(counted_of(case), leaves=leaves), SOMEBODY)

    found = attended(somebody(case.get("band")), opened)

    assert found is not None
    assert found.leave is not None
    assert found.leave_status == case.get("leave_status")
    assert found.late_status == case["late_status"]
    assert found.leave_lacks == (None if "leave_status" in case else Lacks.BAND)
    assert (found.leave.times, Fraction(found.leave.days)) == (
        case.get("counted_times", case.get("times")),
        Fraction(case.get("counted_days", case.get("days"))),
    )
    codes = [one.code for one in doubts(opened)]
    assert codes == (["PE517"] if case.get("warned") else [])


def test_every_case_says_in_words_what_it_shows_and_how_it_was_worked():
    assert len({one["name"] for one in CASES}) == len(CASES)
    assert all(one["clause"] and one["working"] for one in CASES)
    assert {one["by"] for one in CASES} == {"hand"}


def test_the_matrix_of_times_days_and_bands_has_no_other_ways_out():
    # By hand: at most 10 times is ok whatever else; above, 30 days and outstanding
    # may be allowed; all the rest is not eligible.
    for times, days, band in product(range(13), range(28, 34), TOTALS):
        found = leave_status(RULES, times, Decimal(days), band)
        if times <= 10:
            assert found is LeaveStatus.OK
        elif days <= 30 and band == "outstanding":
            assert found is LeaveStatus.COMMITTEE_MAY_ALLOW
        else:
            assert found is LeaveStatus.NOT_ELIGIBLE


def test_lateness_is_a_habit_from_the_sixteenth_time():
    assert late_status(RULES, 15) is LateStatus.OK
    assert late_status(RULES, 16) is LateStatus.HABITUALLY_LATE


def test_without_a_band_more_days_than_the_exception_allows_are_still_not_eligible():
    assert leave_status(RULES, 11, Decimal(31), None) is LeaveStatus.NOT_ELIGIBLE
    assert leave_status(RULES, 11, Decimal(30), None) is None


def test_a_regulation_without_an_exception_allows_nothing_above_its_limit():
    strict = RULES.model_copy(update={"exception": None})

    found = leave_status(strict, 11, Decimal(1), "outstanding")

    assert found is LeaveStatus.NOT_ELIGIBLE


def test_a_regulation_that_limits_only_lateness_asks_for_no_leave():
    rules = RULES.model_copy(update={"leave": None, "exception": None})
    opened = opened_with(
        told(Counted(SOMEBODY.employee_id, late_times=1)), SOMEBODY, rules=rules
    )

    found = attended(somebody("good"), opened)

    assert found is not None
    assert (found.leave_status, found.leave_lacks) == (LeaveStatus.OK, None)
    assert found.leave_clause is None
    assert found.is_known


def test_a_regulation_that_limits_only_leave_asks_for_no_lateness():
    rules = RULES.model_copy(update={"late": None})
    row = Counted(SOMEBODY.employee_id, leave_times=0, leave_days=Decimal(0))
    opened = opened_with(told(row), SOMEBODY, rules=rules)

    found = attended(somebody("good"), opened)

    assert found is not None
    assert (found.late_status, found.late_lacks) == (LateStatus.OK, None)
    assert found.late_clause is None


# What is not known is never taken for nothing


def test_without_a_file_nothing_is_known():
    found = attended(somebody("good"), opened_with(None, SOMEBODY))

    assert found is not None
    assert (found.leave, found.late_times) == (None, None)
    assert (found.leave_status, found.late_status) == (None, None)
    assert (found.leave_lacks, found.late_lacks) == (Lacks.FILE, Lacks.FILE)
    assert not found.is_known


def test_a_file_in_which_nobody_typed_a_figure_is_as_good_as_none():
    opened = opened_with(told(Counted(SOMEBODY.employee_id)), SOMEBODY)

    found = attended(somebody("good"), opened)

    assert found is not None
    assert found.leave_lacks is Lacks.FILE
    assert list(doubts(opened)) == []


def test_a_blank_is_unknown_and_a_zero_is_none():
    other = person(2, staff_group="contract_general")
    rows = (
        Counted(SOMEBODY.employee_id, late_times=0),
        Counted(other.employee_id, leave_times=0, leave_days=Decimal(0), late_times=0),
    )
    opened = opened_with(told(*rows), SOMEBODY, other)

    blank, zero = (
        attended(PersonStatus(one, PersonState.MISSING), opened)
        for one in (SOMEBODY, other)
    )

    assert blank is not None
    assert zero is not None
    assert (blank.leave_status, blank.leave_lacks) == (None, Lacks.ENTRY)
    assert blank.late_status is LateStatus.OK
    assert (zero.leave, zero.leave_status) == (Tally(), LeaveStatus.OK)
    (found,) = doubts(opened)
    assert (found.code, found.facts["count"]) == ("PE519", "1")
    assert SOMEBODY.employee_id in found.facts["who"]


def test_whoever_is_not_in_a_complete_file_was_neither_on_leave_nor_late():
    opened = opened_with(told(is_complete=True), SOMEBODY)

    found = attended(somebody("good"), opened)

    assert found is not None
    assert (found.leave, found.late_times) == (Tally(), 0)
    assert (found.leave_status, found.late_status) == (LeaveStatus.OK, LateStatus.OK)
    assert list(doubts(opened)) == []


def test_listed_leaves_are_counted_where_the_sums_are_blank():
    leaves = (Leave(SOMEBODY.employee_id, "personal", SPAN.starts, SPAN.starts),)
    opened = opened_with(told(leaves=leaves), SOMEBODY)

    found = attended(somebody("good"), opened)

    assert found is not None
    assert found.leave == Tally(1, Decimal(1), Decimal(1))
    assert (found.late_status, found.late_lacks) == (None, Lacks.ENTRY)


def test_nothing_is_counted_of_a_person_with_a_faulty_row():
    row = Counted(SOMEBODY.employee_id, 0, Decimal(0), 0)
    opened = opened_with(told(row, faulty=frozenset({SOMEBODY.key})), SOMEBODY)

    found = attended(somebody("good"), opened)

    assert found is not None
    assert found.leave is None
    assert found.late_lacks is Lacks.MENDED_ROW


def test_many_people_of_whom_nothing_is_known_are_one_finding():
    people = [person(n, staff_group="contract_general") for n in range(1, 9)]
    opened = opened_with(told(Counted(people[0].employee_id, late_times=1)), *people)

    (found,) = doubts(opened)

    assert (found.code, found.facts["count"]) == ("PE519", "8")
    assert found.facts["who"].endswith("…")
    assert found.cells == ()


# Two ways of counting days


def test_a_status_that_hangs_on_the_way_of_counting_is_told():
    # Eleven leaves from Friday to Monday: 44 days of the calendar, 22 weekdays.
    fridays = list(_fridays())[:11]
    leaves = tuple(
        Leave(SOMEBODY.employee_id, "personal", one, one.replace(day=one.day + 3))
        for one in fridays
    )
    opened = opened_with(told(leaves=leaves, is_complete=True), SOMEBODY)

    (found,) = doubts(opened)

    assert (found.code, found.found) == ("PE518", "44")
    assert (found.facts["times"], found.facts["weekdays"]) == ("11", "22")
    status = attended(somebody("outstanding"), opened)
    assert status is not None
    assert status.leave_status is LeaveStatus.NOT_ELIGIBLE


def _fridays():
    day = SPAN.starts
    while day <= SPAN.ends:
        if day.weekday() == 4 and day.day <= 25:
            yield day
        day = day.fromordinal(day.toordinal() + 1)


def test_typed_days_leave_nothing_to_the_way_of_counting():
    leaves = tuple(
        Leave(SOMEBODY.employee_id, "personal", one, one, days=Decimal(1))
        for one in list(_fridays())[:11]
    )

    found = tally(leaves, RULES, SPAN)

    assert found == Tally(11, Decimal(11), Decimal(11))


def test_a_leave_of_another_round_counts_nowhere():
    before = SPAN.starts.replace(year=SPAN.starts.year - 1)
    leaves = (Leave(SOMEBODY.employee_id, "personal", before, before),)

    assert tally(leaves, RULES, SPAN) == Tally()


# Everybody of a round


def test_only_people_whose_regulation_limits_leave_are_counted():
    official = person(2)
    opened = opened_with(told(is_complete=True), SOMEBODY, official)
    people = (somebody("good"), ranked(official, "80"))

    found = everybody(Intake(people, (), ()), opened)

    assert list(found) == [SOMEBODY.key]


def test_the_band_of_the_exception_is_the_one_of_the_last_layer():
    row = Counted(SOMEBODY.employee_id, 11, Decimal(20), 0)
    opened = opened_with(told(row), SOMEBODY)
    said = decided(SOMEBODY, "96", committee_total="94", committee_reason="เทียบผลงาน")
    before = somebody("outstanding")
    after = ranked(SOMEBODY, "96", regulation=CONTRACT, decision=said)

    found = [attended(one, opened) for one in (before, after)]

    assert [one and one.leave_status for one in found] == [
        LeaveStatus.COMMITTEE_MAY_ALLOW,
        LeaveStatus.NOT_ELIGIBLE,
    ]
    assert found[0] is not None
    assert found[0].leave_clause == "ประกาศวันลา ข้อ ๑"
