"""Raises by percent: the worked cases, who is counted, what the pool has."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from committee_round import ranked
from perfeval.appraise.baht import baht, baht_and_satang, exact_baht
from perfeval.appraise.figures import exact_text
from perfeval.appraise.pay import base_of, raised, rounded_up
from perfeval.appraise.pay_people import (
    Grounds,
    Proposal,
    is_counted,
    propose,
    row_of,
)
from perfeval.appraise.pay_pool import accounts, cost
from perfeval.regulations.base_tables import load_table, shipped_tables, table_on
from perfeval.regulations.load import load
from perfeval.roster import Person

CASES = Path(__file__).parent / "cases" / "pay-civil-service-2552.toml"
LISTED: list[dict[str, Any]] = tomllib.loads(
    CASES.read_text("utf-8"), parse_float=Decimal
)["case"]
IN_TABLE = [case for case in LISTED if case["base"] != "off"]
OFF_TABLE = [case for case in LISTED if case["base"] == "off"]
MARCH_1 = date(2017, 3, 1)


def rules():
    pay = load("civil-service-2552").regulation.pay
    assert pay is not None
    assert pay.percent is not None
    return pay.percent


def row(case: dict[str, Any]):
    table = load_table(case["table"]).table
    who = somebody(position_type=case["type"], position_level=case["level"])
    found = row_of(table, who)
    assert found is not None
    return found


def somebody(**known: Any) -> Person:
    given = {"division": "กองคลัง", "staff_group": "civil_servant"}
    return Person("1", "สมมุติ ตัวอย่าง", **{**given, **known})


@pytest.mark.parametrize("case", IN_TABLE, ids=lambda case: case["name"])
def test_a_worked_raise_comes_out_to_the_satang(case):
    salary, percent = Fraction(case["salary"]), Fraction(case["percent"])
    base = base_of(salary, row(case))
    assert base is not None
    came = raised(salary, percent, row(case), base=base, rules=rules())

    assert (case["half"], case["base"]) == (base.half, base.baht)
    assert case["exact"] == exact_text(came.exact)
    assert (case["rounded"], case["paid"]) == (came.rounded, came.paid)
    assert case["special"] == exact_text(came.special)
    assert case["new_salary"] == came.new_salary


@pytest.mark.parametrize("case", OFF_TABLE, ids=lambda case: case["name"])
def test_a_salary_off_the_table_has_no_base(case):
    assert base_of(Fraction(case["salary"]), row(case)) is None


def test_every_case_says_what_it_shows_and_how_it_was_worked():
    names = [case["name"] for case in LISTED]

    assert len(set(names)) == len(names)
    assert {case["by"] for case in LISTED} <= {"source", "hand"}
    assert all(case["working"] for case in LISTED)


@pytest.mark.parametrize(
    ("amount", "up"),
    [
        ("0", 0),
        ("0.01", 10),
        ("10", 10),
        ("10.0001", 20),
        ("1/3", 10),
        ("999.99", 1000),
    ],
)
def test_a_raise_is_rounded_up_to_ten_baht(amount, up):
    assert up == rounded_up(Fraction(amount), Fraction(10))


# The tables that ship


def test_the_tables_follow_each_other_without_a_gap():
    tables = [load_table(one).table for one in shipped_tables()]
    ends = [one.until for one in tables]

    assert [one.in_force for one in tables] == sorted(one.in_force for one in tables)
    for table, following in pairwise(tables):
        assert table.until is not None
        assert (following.in_force - table.until).days == 1
    assert ends[-1] == date(2020, 5, 27)  # the day of the copy they were taken from


@pytest.mark.parametrize("table_id", shipped_tables())
def test_a_table_has_every_level_of_the_regulation_once(table_id):
    table = load_table(table_id).table
    positions = load("civil-service-2552").regulation.positions
    levels = [(one.type, level) for one in positions for level in one.levels]

    assert levels == [(one.type, one.level) for one in table.rows]
    for one in table.rows:
        assert one.floor < one.boundary < one.ceiling
        assert one.lower_base < one.upper_base
        assert one.boundary % 10 == 5  # between two salaries in tens


@pytest.mark.parametrize(
    ("day", "table"),
    [
        (date(2010, 3, 31), None),
        (date(2010, 4, 1), "base-2552"),
        (date(2011, 4, 1), "base-2552"),
        (date(2011, 10, 1), "base-2554"),
        (date(2014, 10, 1), "base-2554"),
        (date(2015, 4, 1), "base-2558-04"),
        (date(2015, 10, 1), "base-2558-10"),
        (date(2017, 10, 1), "base-2560-10"),
        (date(2020, 4, 1), "base-2560-10"),
        (date(2020, 10, 1), None),  # nothing is known of tables after May 2020
        (date(2025, 4, 1), None),
    ],
)
def test_the_day_of_the_raise_chooses_the_table(day, table):
    found = table_on(day)

    assert table == (found.table.id if found else None)


def test_the_boundaries_of_an_academic_level_move_as_the_source_has_them():
    # K2: 27,345 27,895 28,455 29,025 29,335 29,335
    ids = ("2558-04", "2558-10", "2559-04", "2559-10", "2560-04", "2560-10")
    who = somebody(position_type="วิชาการ", position_level="ชำนาญการ")
    rows = [row_of(load_table(f"base-{one}").table, who) for one in ids]
    moved = [one.boundary for one in rows if one]

    assert moved == [27345, 27895, 28455, 29025, 29335, 29335]


# Who is counted


@pytest.mark.parametrize(
    ("known", "counted"),
    [
        ({}, True),
        ({"started_on": date(2017, 3, 1)}, True),
        ({"started_on": date(2017, 3, 2)}, False),
        ({"movement": "transferred_out", "movement_on": date(2017, 3, 1)}, False),
        ({"movement": "transferred_out", "movement_on": date(2017, 3, 2)}, True),
        ({"movement": "transferred_in", "movement_on": date(2017, 3, 1)}, True),
        ({"movement": "transferred_in", "movement_on": date(2017, 3, 2)}, False),
        ({"movement": "moved", "movement_on": date(2017, 3, 2)}, True),
        ({"excluded_reason": "ถูกสั่งพักราชการ"}, True),
    ],
)
def test_the_pool_counts_whoever_holds_a_post_on_the_day(known, counted):
    assert counted == is_counted(somebody(**known), MARCH_1)


# The pool


def proposals(count: int, *, percent: str | None = "3.75") -> list[Proposal]:
    """People of every money group and of three divisions; one in five has no salary."""
    posts = (
        ("วิชาการ", "ชำนาญการ", 29330),
        ("ทั่วไป", "ชำนาญงาน", 24470),
        ("อำนวยการ", "ต้น", 59000),
        ("บริหาร", "ต้น", 70000),
    )
    table = load_table("base-2560-10").table
    grounds = Grounds(rules(), date(2017, 9, 1), date(2017, 10, 1), table)
    found = []
    status = ranked(somebody(), 4, regulation="civil-service-2552")
    for number in range(count):
        kind, level, salary = posts[number % len(posts)]
        who = replace(
            somebody(position_type=kind, position_level=level),
            employee_id=str(number),
            division=("ก", "ข", "ค")[number % 3],
            salary=Decimal(salary) if number % 5 else None,
        )
        typed = {} if percent is None else {who.key: Fraction(percent)}
        found.append(propose(replace(status, person=who), grounds, typed))
    return found


@pytest.mark.parametrize("percent", ["3.75", "0", None])
def test_the_parts_of_the_pool_add_up_to_the_whole(percent):
    found = accounts(proposals(60, percent=percent), rules(), ("ก", "ข", "ค"))

    for split in (found.groups, found.divisions, found.parts):
        parts = list(split.values())
        for figure in ("people", "salaries", "pool", "used", "unset", "unpriced"):
            whole = getattr(found.whole, figure)
            assert whole == sum(getattr(one, figure) for one in parts), figure
    assert found.whole.unpriced == 12
    assert found.whole.people == 60


def test_special_pay_may_be_left_out_of_the_pool():
    (one,) = [one for one in proposals(3) if one.person.position_type == "อำนวยการ"]
    special = rules().special_pay.model_copy(update={"counts_in_pool": False})
    apart = rules().model_copy(update={"special_pay": special})

    # 51,290 x 3.75% = 1,923.375 -> 1,930; room 500; special 1,423.375
    assert cost(one, rules()) == Fraction("1923.375")
    assert cost(one, apart) == 500


def test_what_other_groups_leave_counts_no_debt():
    found = accounts(proposals(60), rules(), ("ก", "ข", "ค"))
    left = [one.left for key, one in found.groups.items() if key != "directors"]

    assert found.left_by_others("directors") == sum(max(one, 0) for one in left)


def test_a_percent_nobody_may_have_has_no_amount():
    (one, *_) = proposals(2, percent="6.01")[1:]

    assert (one.percent, one.amounts) == (Fraction("6.01"), None)


# How amounts are written


@pytest.mark.parametrize(
    ("amount", "printed", "told"),
    [
        ("0", "0", "0"),
        ("1020", "1,020", "1020"),
        ("2131.94", "2,131.94", "2131.94"),
        ("4.1", "4.10", "4.10"),
        ("559.625", "559.63", "559.625"),
        ("-1234567.5", "-1,234,567.50", "-1234567.50"),
        ("1/3", "0.33", "1/3"),
    ],
)
def test_baht_are_whole_or_have_two_places(amount, printed, told):
    assert printed == baht(Fraction(amount))
    assert told == exact_baht(Fraction(amount))


def test_special_pay_always_has_its_satang():
    assert baht_and_satang(Fraction(510)) == "510.00"
