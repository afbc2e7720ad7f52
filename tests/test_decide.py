"""The committee's workbook as it comes back: one changed cell, one finding there."""

import io
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from committee_round import (
    CHIEF,
    CLERKS,
    TREASURY,
    intake,
    opened,
    person,
    ranked,
    without,
)
from filled import sound, write
from libreoffice import needed, saved
from perfeval.appraise.layers import Decision
from perfeval.appraise.standing import PersonState
from perfeval.batch import Known, values
from perfeval.deciding import take_in
from perfeval.excel.write import xlsx
from perfeval.reports.docket import Docket
from perfeval.reports.summary import build

ANNA, BOON, CHAI, DARA = (
    person("1001"),
    person("1002"),
    person("1003", division=TREASURY),
    person("1004"),
)
EDGE = Decimal("4.499905")  # 89.9981 points
PEOPLE = intake(
    ranked(ANNA, EDGE),
    ranked(BOON, 4),
    ranked(CHAI, 3),
    without(DARA, PersonState.MISSING),
)
ROUND = opened(ANNA, BOON, CHAI, DARA)
CLOSING = "การพิจารณา"
COLUMNS = dict(
    zip(
        ("employee_id", "total", "committee_total", "committee_reason",
         "chief_total", "chief_reason"),
        "CJNOPQ",
        strict=True,
    )
)  # fmt: skip
# Sheet rows: heading 6, group 7, then people; the missing behind a second group.
ROWS = {"1001": 8, "1002": 9, "1004": 11, "1003": 8}
SHEETS = {"1001": CLERKS, "1002": CLERKS, "1004": CLERKS, "1003": TREASURY}
ON, BY = "decided_on", "decided_by"
TODAY = date(2025, 5, 2)


def workbook(people=PEOPLE, the_round=ROUND):
    """The summary as it was made, open for changes."""
    content = xlsx(build(Docket(the_round, people, ())))
    return openpyxl.load_workbook(io.BytesIO(content))


def place(key, who=None):
    """Sheet and address of a value of somebody, or of a closing cell."""
    if who is None:
        name = workbook()[CLOSING].defined_names[f"pe_{key}"].attr_text
        return CLOSING, name.split("!")[1].replace("$", "")
    return SHEETS[who], f"{COLUMNS[key]}{ROWS[who]}"


def put(book, key, value, who=None):
    """Type a value."""
    sheet, cell = place(key, who)
    for area in list(book[sheet].merged_cells.ranges):
        if cell in area:  # of a row in which nothing is to be filled in
            book[sheet].unmerge_cells(str(area))
    book[sheet][cell] = value


def closed(book):
    """The same with both closing cells filled in."""
    put(book, ON, "30/4/2568")
    put(book, BY, CHIEF.name)
    return book


def taken(book, tmp_path, people=PEOPLE, the_round=ROUND):
    """What comes of a workbook."""
    path = tmp_path / "summary.xlsx"
    book.save(path)
    return take_in(path, the_round, people, number=1, today=TODAY)


def told(found):
    """Code, sheet and cells of every finding."""
    return [(one.code, one.sheet, one.cells) for one in found.findings]


def test_a_summary_that_nobody_changed_keeps_every_total(tmp_path):
    found = taken(closed(workbook()), tmp_path)

    assert told(found) == []
    assert (found.decided.decided_on, found.decided.decided_by) == (
        *(date(2025, 4, 30),),
        CHIEF.name,
    )
    assert found.decided.decisions == (
        Decision("1001", Fraction("89.9981")),
        Decision("1002", Fraction(80)),
        Decision("1003", Fraction(60)),
    )


def test_what_committee_and_chief_typed_is_taken_exactly(tmp_path):
    book = closed(workbook())
    put(book, "committee_total", 91.25, "1002")
    put(book, "committee_reason", "  ผลงาน  เด่น ", "1002")
    put(book, "chief_total", 90, "1002")
    put(book, "chief_reason", "ปรับตามมติ", "1002")

    found = taken(book, tmp_path)
    assert told(found) == []
    assert found.decided.decisions[1] == Decision(
        "1002", Fraction(80), Fraction("91.25"), "ผลงาน เด่น", Fraction(90), "ปรับตามมติ"
    )


@dataclass(frozen=True)
class Change:
    """Cells typed over in a summary that is otherwise sound."""

    rule: str
    cells: dict[tuple[str, str | None], Any]
    told: tuple[tuple[str, str, str | None], ...] = ()
    stale: bool = False
    decided: bool = False
    people: Any = field(default=PEOPLE)

    def __str__(self):
        return self.rule


def change(rule, cells, *told, **more):
    """A row; (key, who) -> value."""
    return Change(rule, cells, told, **more)


CHANGES = [
    change("a changed total needs a reason, told at the cell of the reason",
           {("committee_total", "1002"): 91},
           ("PE606", "committee_reason", "1002")),
    change("so does a total of the chief",
           {("chief_total", "1002"): 79.99},
           ("PE606", "chief_reason", "1002")),
    change("a blank of blanks is no reason",
           {("committee_total", "1002"): 91, ("committee_reason", "1002"): "  "},
           ("PE606", "committee_reason", "1002")),
    change("the chief is held against the committee",
           {("committee_total", "1002"): 91, ("committee_reason", "1002"): "ก",
            ("chief_total", "1002"): 80},
           ("PE606", "chief_reason", "1002")),
    change("the same total as below needs no reason",
           {("committee_total", "1002"): 80}, decided=True),
    change("also where it is one with more places than are printed",
           {("chief_total", "1001"): 89.9981}, decided=True),
    change("the printed total is another one where it hides places",
           {("committee_total", "1001"): 89.998},
           ("PE606", "committee_reason", "1001")),
    change("an opinion without a total is noted",
           {("committee_reason", "1002"): "ควรพัฒนา"},
           ("PE616", "committee_reason", "1002"), decided=True),
    change("no total is above a hundred",
           {("committee_total", "1002"): 100.01, ("committee_reason", "1002"): "ก"},
           ("PE607", "committee_total", "1002")),
    change("none is below nothing",
           {("chief_total", "1002"): -1, ("chief_reason", "1002"): "ก"},
           ("PE607", "chief_total", "1002")),
    change("nothing at all is a total",
           {("chief_total", "1002"): 0, ("chief_reason", "1002"): "ก"}, decided=True),
    change("a hundred is one",
           {("chief_total", "1002"): 100, ("chief_reason", "1002"): "ก"}, decided=True),
    change("Thai digits are read and noted",
           {("chief_total", "1002"): "๙๐.๕", ("chief_reason", "1002"): "ก"},
           ("PE106", "chief_total", "1002"), decided=True),
    change("words are no total",
           {("committee_total", "1002"): "เห็นชอบ", ("committee_reason", "1002"): "ก"},
           ("PE102", "committee_total", "1002")),
    change("a word in place of a total asks for no reason as well",
           {("committee_total", "1002"): "เห็นชอบ"},
           ("PE102", "committee_total", "1002")),
    change("a formula that was never worked out is refused",
           {("committee_total", "1002"): "=J9+1", ("committee_reason", "1002"): "ก"},
           ("PE104", "committee_total", "1002")),
    change("an id that nobody has does not match",
           {("employee_id", "1002"): "9999"},
           ("PE608", "employee_id", "1002"), ("PE610", "", "1002"), stale=True),
    change("an id that is gone does not match",
           {("employee_id", "1002"): None},
           ("PE608", "employee_id", "1002"), ("PE610", "", "1002"), stale=True),
    change("a doubled id does not match",
           {("employee_id", "1004"): "1002"},
           ("PE609", "employee_id", "1004"), stale=True),
    change("an id spelled with Thai digits and dashes is the same",
           {("employee_id", "1002"): "๑๐-๐๒"},
           ("PE106", "employee_id", "1002"), decided=True),
    change("a total that is not the present one does not match",
           {("total", "1002"): 81}, ("PE611", "total", "1002"), stale=True),
    change("a total that is gone does not match",
           {("total", "1002"): None}, ("PE611", "total", "1002"), stale=True),
    change("whoever has no rank is not decided on",
           {("chief_total", "1004"): 75, ("chief_reason", "1004"): "ก"},
           ("PE612", "chief_total", "1004")),
    change("without a day it is not decided", {(ON, None): None}, ("PE613", ON, None)),
    change("without a name it is not", {(BY, None): " "}, ("PE613", BY, None)),
    change("a day that cannot be read is told",
           {(ON, None): "สิ้นเดือน"}, ("PE614", ON, None)),
    change("a day may be typed in words", {(ON, None): "๓๐ เมษายน ๒๕๖๘"}, decided=True),
    change("a date cell is a day", {(ON, None): date(2025, 4, 30)}, decided=True),
    change("a date cell of the Buddhist Era is noted",
           {(ON, None): date(2568, 4, 30)}, ("PE111", ON, None), decided=True),
    change("a day before the last one of the round is asked about",
           {(ON, None): date(2025, 3, 30)}, ("PE619", ON, None), decided=True),
    change("the last day of the round is none", {(ON, None): date(2025, 3, 31)},
           decided=True),
    change("a day that has not come is asked about",
           {(ON, None): date(2025, 5, 3)}, ("PE626", ON, None), decided=True),
    change("today is none", {(ON, None): date(2025, 5, 2)}, decided=True),
]  # fmt: skip


def expected(row):
    """Code, sheet and cells; no cell where only a person is meant."""
    found = []
    for code, key, who in row.told:
        sheet, cell = place(key, who) if key else (None, None)
        cells = (cell,) if cell else ()
        if code == "PE612":
            cells = tuple(place(one, who)[1] for one in (key, "chief_reason"))
        found.append((code, sheet, cells))
    return sorted(found, key=str)


@pytest.mark.parametrize("row", CHANGES, ids=str)
def test_one_changed_cell_is_one_finding_at_that_cell(row, tmp_path):
    book = closed(workbook())
    for (key, who), value in row.cells.items():
        put(book, key, value, who)
    found = taken(book, tmp_path)

    assert sorted(told(found), key=str) == expected(row)
    assert found.is_stale == row.stale
    assert (found.decided is not None) == row.decided


def test_every_finding_is_told_in_one_pass(tmp_path):
    book = closed(workbook())
    put(book, "committee_total", 91, "1001")
    put(book, "chief_total", 101, "1003")
    put(book, BY, None)

    assert [one[0] for one in told(taken(book, tmp_path))] == [
        "PE606", "PE607", "PE613",
    ]  # fmt: skip


def test_results_that_changed_since_are_told_for_everybody(tmp_path):
    later = intake(
        ranked(ANNA, EDGE), ranked(BOON, 4.5), ranked(CHAI, 3), ranked(DARA, 2)
    )
    found = taken(closed(workbook()), tmp_path, people=later)

    assert [(one.code, one.employee_id) for one in found.findings] == [
        ("PE611", "1002"),
        ("PE611", "1004"),  # had no total when the summary was made
    ]
    assert (found.is_stale, found.decided) == (True, None)


def test_a_total_whose_form_is_held_since_does_not_match(tmp_path):
    held = without(BOON, PersonState.HELD)
    later = intake(PEOPLE.people[0], held, *PEOPLE.people[2:])

    found = taken(closed(workbook()), tmp_path, people=later)
    assert told(found) == [("PE611", CLERKS, ("J9",))]


def test_a_total_that_never_ends_is_known_again(tmp_path):
    thirds = ranked(ANNA, 4)
    total = Fraction(250, 3)
    result = thirds.result._replace(total=total)
    status = replace(thirds, appraisal=thirds.appraisal._replace(result=result))
    people = intake(status)
    the_round = opened(ANNA)

    found = taken(closed(workbook(people, the_round)), tmp_path, people, the_round)
    assert found.decided.decisions == (Decision("1001", total),)


def test_a_deleted_sheet_leaves_its_people_missing(tmp_path):
    book = closed(workbook())
    del book[TREASURY]

    found = taken(book, tmp_path)
    assert [(one.code, one.employee_id) for one in found.findings] == [
        ("PE610", "1003")
    ]
    assert found.is_stale


def test_a_copied_sheet_doubles_its_people(tmp_path):
    book = closed(workbook())
    copied = book.copy_worksheet(book[TREASURY])
    copied.title = "สำเนา"

    found = taken(book, tmp_path)
    assert [one.code for one in found.findings if one.code != "PE015"] == ["PE609"]
    assert found.is_stale


def test_a_deleted_row_leaves_a_person_missing(tmp_path):
    book = closed(workbook())
    sheet = book[TREASURY]
    # As Excel leaves a sheet after a row was deleted: everything has moved up.
    for column in range(1, sheet.max_column + 1):
        letter = get_column_letter(column)
        sheet[f"{letter}8"] = None

    found = taken(book, tmp_path)
    assert [(one.code, one.employee_id) for one in found.findings] == [
        ("PE610", "1003")
    ]


def test_a_changed_heading_is_told_and_nothing_is_guessed(tmp_path):
    book = closed(workbook())
    book[TREASURY][f"{COLUMNS['chief_total']}6"] = "คะแนนรวม"

    found = taken(book, tmp_path)
    assert ("PE016", TREASURY, ("P6",)) in told(found)
    assert (found.decided, found.is_stale) == (None, False)


def test_a_closing_row_that_is_gone_is_told(tmp_path):
    book = closed(workbook())
    book[TREASURY]["A9"] = None

    found = taken(book, tmp_path)
    assert ("PE618", TREASURY, ()) in told(found)
    assert (found.decided, found.is_stale) == (None, False)


def test_closing_cells_that_are_gone_are_told(tmp_path):
    book = closed(workbook())
    del book[CLOSING]

    assert told(taken(book, tmp_path)) == [("PE618", None, ()), ("PE618", None, ())]


def test_without_defined_names_the_headings_lead_and_that_is_told(tmp_path):
    book = closed(workbook())
    for sheet in book:
        for name in list(sheet.defined_names):
            del sheet.defined_names[name]
    put(book, "chief_total", 90, "1003")
    put(book, "chief_reason", "ก", "1003")

    found = taken(book, tmp_path)
    assert {one.code for one in found.findings} == {"PE015"}
    assert found.decided.decisions[2].chief_total == 90


def test_a_form_is_no_summary(tmp_path):
    path = write(tmp_path / "form.xlsx", sound())

    found = take_in(path, ROUND, PEOPLE, number=1, today=TODAY)
    assert [one.code for one in found.findings] == ["PE615"]
    assert not found.is_stale


def test_the_summary_of_another_round_is_refused(tmp_path):
    other = replace(ROUND, round=ROUND.round.model_copy(update={"round": 2}))

    found = taken(closed(workbook()), tmp_path, the_round=other)
    assert [one.code for one in found.findings] == ["PE615"]
    assert found.is_stale


def test_a_file_that_is_no_workbook_is_told(tmp_path):
    path = tmp_path / "summary.xlsx"
    path.write_bytes(b"not a workbook")

    found = take_in(path, ROUND, PEOPLE, number=1, today=TODAY)
    assert [one.code[:3] for one in found.findings] == ["PE0"]
    assert found.decided is None


def test_inspect_lists_every_field_and_every_row_of_a_person(tmp_path):
    path = tmp_path / "summary.xlsx"
    closed(workbook()).save(path)
    filled, findings = values([path], Known())

    assert findings == []
    assert [one.sheet for one in filled] == [CLERKS, TREASURY, CLOSING]
    rows = filled[0].tables["decisions"]
    assert [row["employee_id"].cell.raw for row in rows] == ["1001", "1002", "1004"]
    assert [key for key, one in rows[0].items() if one.is_input] == [
        "committee_total", "committee_reason", "chief_total", "chief_reason",
    ]  # fmt: skip
    assert filled[2].fields[ON].cell.raw == "30/4/2568"


@needed
def test_libreoffice_saves_it_as_it_was(tmp_path):
    book = closed(workbook())
    put(book, "chief_total", 90.5, "1003")
    put(book, "chief_reason", "ก", "1003")
    path = tmp_path / "summary.xlsx"
    book.save(path)

    (again,) = saved([path], tmp_path / "again")
    found = take_in(again, ROUND, PEOPLE, number=1, today=TODAY)
    assert told(found) == []
    assert found.decided.decisions[0].basis == Fraction("89.9981")
    assert found.decided.decisions[2].chief_total == Fraction("90.5")


def test_findings_speak_both_languages(tmp_path):
    book = closed(workbook())
    put(book, "committee_total", 91, "1001")
    put(book, "employee_id", "9999", "1002")
    put(book, "chief_total", 75, "1004")

    for one in taken(book, tmp_path).findings:
        for lang in ("th", "en"):
            text = one.message(lang) + one.remedy(lang)
            assert "{" not in text
