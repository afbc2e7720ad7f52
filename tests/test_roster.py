"""The roster: every row typed, every fault at its cell, in one pass."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from perfeval import thai
from perfeval.findings import has_error
from perfeval.forms.load_list import load_list
from perfeval.opening import open_round
from perfeval.roster import Roster
from perfeval.rounds.folder import RoundFolder
from round_folder import (
    FIRST,
    HEADING,
    OFFICER,
    PEOPLE,
    PREPARED,
    cell_of,
    roster_workbook,
    round_folder,
)

CLERK_ROW, HEAD_ROW, OFFICER_ROW = FIRST, FIRST + 1, FIRST + 2
NEXT_ROW = FIRST + 3


KEYS = [column.key for column in load_list("roster").columns]
ODD = st.one_of(
    st.sampled_from(
        ["1001", "๑๐๐๒", "กองคลัง", "ใช่", "โอนไป", "1/3/2568", "นายก", "\u200b", "#REF!"]
    ),
    st.integers(-10, 10**14),
    st.dates(date(1900, 3, 1), date(9000, 1, 1)),
    st.booleans(),
    st.none(),
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=9),
)


def opened(folder: Path) -> Roster:
    return open_round(RoundFolder(folder)).roster


def told(roster: Roster) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.code, one.cells) for one in roster.findings]


def at(key: str, row: int) -> tuple[str, ...]:
    return (cell_of(key, row),)


@dataclass(frozen=True)
class Change:
    """Cells changed in a clean roster, and what must be found."""

    name: str
    cells: dict[str, Any]
    expected: list[tuple[str, tuple[str, ...]]]
    faulty: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        return self.name


def officer(key: str) -> str:
    return cell_of(key, OFFICER_ROW)


def one(name: str, key: str, value: Any, code: str, *, faulty: bool = True) -> Change:
    """One changed cell of the officer's row, one finding there."""
    return Change(
        name,
        {officer(key): value},
        [(code, (officer(key),))],
        {"1003"} if faulty else set(),
    )


CHANGES = [
    one(
        "a citizen's number", "employee_id", "1-2345-67890-12-3", "PE309", faulty=False
    ),
    one("no name", "name", None, "PE101"),
    one("no division", "division", None, "PE101"),
    one("an unknown division", "division", "กองช่างง", "PE312"),
    one("an unknown staff group", "staff_group", "ลูกจ้าง", "PE313"),
    one("an evaluator nobody knows", "evaluator_id", "9999", "PE315"),
    one("a next supervisor nobody knows", "next_supervisor_id", "9", "PE315"),
    one("evaluating oneself", "evaluator_id", " 1003 ", "PE316"),
    one("one's own next supervisor", "next_supervisor_id", "1003", "PE316"),
    one("no evaluator", "evaluator_id", None, "PE317", faulty=False),
    one("an unknown position type", "position_type", "วิชาเกิน", "PE321"),
    one("a level of another type", "position_level", "ปฏิบัติงาน", "PE322"),
    one("a salary in words", "salary", "หมื่นห้า", "PE325"),
    one("a salary below nothing", "salary", -1, "PE325"),
    one("a date nobody can read", "started_on", "ปีก่อน", "PE324"),
    one("a word off the list", "is_head", "อาจจะ", "PE109"),
    one("an error value", "name", "#N/A", "PE103"),
    Change(
        "an id that is a path",
        {officer("employee_id"): "ก/3"},
        [("PE329", at("employee_id", OFFICER_ROW))],
        {"ก/3"},
    ),
    Change(
        "an id that Windows keeps for itself",
        {officer("employee_id"): "CON"},
        [("PE329", at("employee_id", OFFICER_ROW))],
        {"con"},
    ),
    Change(
        "a movement without its date",
        {officer("movement"): "โอนไป"},
        [("PE319", at("movement_on", OFFICER_ROW))],
        {"1003"},
    ),
    Change(
        "a date without its movement",
        {officer("movement_on"): datetime(2025, 3, 2)},  # noqa: DTZ001  as Excel
        [("PE320", at("movement", OFFICER_ROW))],
        {"1003"},
    ),
    Change(
        "a probation that ends before it begins",
        {officer("probation_from"): "1/3/2568", officer("probation_to"): "1/2/2568"},
        [("PE323", at("probation_to", OFFICER_ROW))],
        {"1003"},
    ),
    Change(
        "an id in two rows: both are told",
        {officer("employee_id"): "1002", officer("evaluator_id"): "1001"},
        [
            (
                "PE314",
                (cell_of("employee_id", HEAD_ROW), cell_of("employee_id", OFFICER_ROW)),
            )
        ],
        {"1002"},
    ),
    Change(
        "a name in two rows with two ids",
        {officer("name"): "หัวหน้า คลังดี", officer("prefix"): "นาง"},
        [
            ("PE327", (cell_of("name", HEAD_ROW), cell_of("name", OFFICER_ROW))),
        ],
    ),
    Change(
        "an evaluator without a post that leads",
        {cell_of("evaluator_id", CLERK_ROW): "1003", officer("evaluator_id"): "1002"},
        [("PE318", at("evaluator_id", CLERK_ROW))],
    ),
    Change(
        "two people who evaluate each other",
        {cell_of("evaluator_id", HEAD_ROW): "1003"},
        [
            ("PE318", at("evaluator_id", HEAD_ROW)),
            ("PE318", at("evaluator_id", OFFICER_ROW)),
        ],
    ),
    Change(
        "the head of another division",
        {officer("division"): "สำนักปลัด"},
        [("PE318", at("evaluator_id", OFFICER_ROW))],
    ),
    Change(
        "the head of another division, of a person who moved",
        {
            officer("division"): "สำนักปลัด",
            officer("movement"): "ย้ายภายใน",
            officer("movement_on"): "2/3/2568",
        },
        [],
    ),
    Change(
        "several faults in one pass",
        {
            cell_of("name", CLERK_ROW): None,
            officer("division"): "กองค้าง",
            officer("salary"): "?",
        },
        [
            ("PE101", at("name", CLERK_ROW)),
            ("PE312", at("division", OFFICER_ROW)),
            ("PE325", at("salary", OFFICER_ROW)),
        ],
        {"1001", "1003"},
    ),
    Change(
        "one fault of several people is one finding",
        {
            cell_of("division", HEAD_ROW): "กองค้าง",
            officer("division"): "กองค้าง",
        },
        [
            (
                "PE312",
                (cell_of("division", HEAD_ROW), cell_of("division", OFFICER_ROW)),
            )
        ],
        {"1002", "1003"},
    ),
]


def changed(folder: Path, cells: dict[str, Any]) -> Path:
    round_folder(folder)
    return edited(
        folder, lambda sheet: [sheet.__setitem__(*one) for one in cells.items()]
    )


def edited(folder: Path, edit: Callable[[Worksheet], Any]) -> Path:
    """The round after somebody edited the sheet of its roster."""
    path = folder / "roster.xlsx"
    workbook: Workbook = load_workbook(path)
    edit(workbook.active)  # type: ignore[arg-type]
    workbook.save(path)
    return folder


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_changed_cell_is_told_at_its_cell(change: Change, tmp_path: Path):
    roster = opened(changed(tmp_path, change.cells))

    assert told(roster) == change.expected
    assert roster.faulty == change.faulty
    for found in roster.findings:
        for lang in ("th", "en"):
            assert "{" not in found.message(lang) + found.remedy(lang)


def test_a_clean_roster_is_read_in_its_order(tmp_path: Path):
    roster = opened(round_folder(tmp_path))

    assert told(roster) == []
    assert [person.employee_id for person in roster.people] == ["1001", "1002", "1003"]
    person = roster.people[2]
    assert person.full_name == "นางสาวบัญชี ขยันดี"
    assert (person.division, person.staff_group) == ("กองคลัง", "official")
    assert (person.position_type, person.position_level) == ("วิชาการ", "ปฏิบัติการ")
    assert person.salary == Decimal(16190)
    assert roster.people[1].is_head
    assert roster.where(person, "name").cell == officer("name")


def test_the_nearest_name_is_offered(tmp_path: Path):
    found = opened(changed(tmp_path, {officer("division"): "กองคลงั"})).findings

    assert "กองคลัง" in found[0].remedy("th")


def test_the_id_behind_a_name_is_offered(tmp_path: Path):
    name = {officer("evaluator_id"): "นางหัวหน้า คลังดี"}
    found = opened(changed(tmp_path, name)).findings

    assert (found[0].code, found[0].facts["near"]) == ("PE315", "1002")


def test_thai_digits_blanks_and_prefixes_are_taken_with_a_note(tmp_path: Path):
    cells = {
        officer("employee_id"): " ๑๐๐๓",
        officer("prefix"): None,
        officer("name"): "นางสาวบัญชี  ขยันดี",
        officer("salary"): "๑๖,๑๙๐",
        officer("probation_from"): datetime(2567, 12, 1),  # noqa: DTZ001  as Excel
        officer("probation_to"): "31 พฤษภาคม 2568",
    }
    roster = opened(changed(tmp_path, cells))

    person = roster.people[2]
    assert not has_error(roster.findings)
    assert {one.code for one in roster.findings} == {"PE106", "PE111", "PE326"}
    assert (person.employee_id, person.prefix, person.name) == (
        "1003",
        "นางสาว",
        "บัญชี ขยันดี",
    )
    assert person.salary == Decimal(16190)
    assert person.probation_from == date(2024, 12, 1)
    assert person.probation_to == date(2025, 5, 31)


def test_a_name_that_begins_like_a_prefix_is_left_whole(tmp_path: Path):
    cells = {officer("name"): "นายิกา ตัวอย่าง", officer("prefix"): None}
    roster = opened(changed(tmp_path, cells))

    assert told(roster) == []
    assert roster.people[2].full_name == "นายิกา ตัวอย่าง"


def test_choices_are_read_by_their_english_key(tmp_path: Path):
    cells = {
        officer("staff_group"): "official",
        officer("is_head"): "no",
        officer("movement"): "seconded",
        officer("movement_on"): "1/2/2568",
    }
    roster = opened(changed(tmp_path, cells))

    assert told(roster) == []
    assert roster.people[2].movement == "seconded"


def test_a_round_of_one_group_need_not_name_it_in_every_row(tmp_path: Path):
    roster = opened(changed(tmp_path, {officer("staff_group"): None}))

    assert told(roster) == []
    assert roster.people[2].staff_group == "official"


def test_rows_below_the_last_prepared_one_count(tmp_path: Path):
    last = HEADING + PREPARED + 200
    person = {**OFFICER, "employee_id": "1999", "name": "คนสุดท้าย ของบัญชี"}

    def add(sheet: Worksheet) -> None:
        for key, value in person.items():
            sheet[cell_of(key, last)] = value

    roster = opened(edited(round_folder(tmp_path), add))

    assert told(roster) == []
    assert roster.where(roster.people[3]).cell == cell_of("employee_id", last)


def test_a_blank_row_between_two_people_is_nobody(tmp_path: Path):
    roster = opened(
        edited(round_folder(tmp_path), lambda s: s.insert_rows(NEXT_ROW - 1))
    )

    assert len(roster.people) == 3


def test_what_stands_above_the_heading_is_nobody(tmp_path: Path):
    roster = opened(changed(tmp_path, {"A2": "9999", "C2": "ตัวอย่าง แถวบน"}))

    assert [person.employee_id for person in roster.people] == ["1001", "1002", "1003"]


def test_a_roster_of_nobody_is_told(tmp_path: Path):
    roster = opened(round_folder(tmp_path, []))

    assert (told(roster), roster.people) == ([("PE328", ())], ())


def test_a_deleted_column_is_told_and_nobody_is_sound(tmp_path: Path):
    def delete(sheet: Worksheet) -> None:
        place = [cell.value for cell in sheet[HEADING]].index("โอน/ย้าย/ช่วยราชการ")
        sheet.cell(HEADING, place + 1).value = "หมายเหตุ"

    roster = opened(edited(round_folder(tmp_path), delete))

    assert told(roster) == [("PE016", at("movement", HEADING))]
    assert roster.faulty == {"1001", "1002", "1003"}


def test_a_roster_without_names_is_found_by_its_headings(tmp_path: Path):
    round_folder(tmp_path)
    roster_workbook(names=False).save(tmp_path / "roster.xlsx")
    roster = opened(tmp_path)

    assert told(roster) == [("PE015", ())]
    assert len(roster.people) == len(PEOPLE)


def test_a_column_that_is_nowhere_is_told(tmp_path: Path):
    round_folder(tmp_path)
    workbook = roster_workbook(names=False)
    workbook.active[cell_of("salary", HEADING)] = None
    workbook.save(tmp_path / "roster.xlsx")

    assert told(opened(tmp_path)) == [("PE015", ()), ("PE311", ())]


def test_a_heading_that_stands_twice_is_told_without_names(tmp_path: Path):
    round_folder(tmp_path)
    workbook = roster_workbook(names=False)
    workbook.active[cell_of("salary", HEADING)] = "ตำแหน่ง"
    workbook.save(tmp_path / "roster.xlsx")
    codes = [code for code, _ in told(opened(tmp_path))]

    assert codes == ["PE015", "PE020", "PE311"]


def test_hidden_rows_count_and_are_told(tmp_path: Path):
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[OFFICER_ROW].hidden = True

    roster = opened(edited(round_folder(tmp_path), hide))

    assert [code for code, _ in told(roster)] == ["PE018"]
    assert len(roster.people) == 3


def test_the_chief_named_in_the_round_evaluates_without_a_row(tmp_path: Path):
    roster = opened(changed(tmp_path, {officer("evaluator_id"): "chief"}))

    assert told(roster) == []


def test_a_copied_sheet_is_told_and_nobody_is_sound(tmp_path: Path):
    path = round_folder(tmp_path) / "roster.xlsx"
    workbook = load_workbook(path)
    workbook.copy_worksheet(workbook.active).title = "สำเนา"  # type: ignore[arg-type]
    workbook.save(path)
    roster = opened(tmp_path)

    assert [(one.code, one.sheet) for one in roster.findings] == [("PE020", "สำเนา")]
    assert roster.faulty == {"1001", "1002", "1003"}


@given(st.lists(st.tuples(st.sampled_from(KEYS), ODD), max_size=12))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_nobody_with_an_id_is_lost(typed: list[tuple[str, Any]]):
    """Each id of the sheet is one person; a fault is told, never raised."""
    with TemporaryDirectory() as folder:
        cells = {
            cell_of(key, FIRST + place % 4): value
            for place, (key, value) in enumerate(typed)
        }
        roster = opened(changed(Path(folder), cells))
        ids = [
            cells.get(cell_of("employee_id", FIRST + place), person["employee_id"])
            for place, person in enumerate(PEOPLE)
        ]
        kept = {one.key for one in roster.people}

        for typed_id in ids:
            if isinstance(typed_id, str) and typed_id.isalnum():
                assert thai.id_key(typed_id) in kept
        assert len(kept) == len(roster.people)
        assert roster.faulty <= kept
