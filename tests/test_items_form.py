"""The form of marked items: what it shows live, and that it survives other programs."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

import libreoffice
from faults import Row, Typed
from filled import MARKED, At, edit, layout, sound
from marks_rows import MARKS
from perfeval.appraise.outcome import Appraisal
from perfeval.batch import Known, run, values
from perfeval.excel.blank import Sheet, blank_sheet, build
from perfeval.excel.pen import Value
from perfeval.excel.verdict import gaps_words
from perfeval.forms.layout import For
from perfeval.forms.load import load as load_form
from perfeval.forms.load import sources
from perfeval.forms.schema import Form
from perfeval.grid import State as Holds
from perfeval.regulations.load import load
from test_live import NOISE, RESULT, opened, place_of, typed
from test_roundtrip import said

TO_A_FILE = 10
UNREAD = ("PE106",)  # a number typed as text: read by us, told at its row by the form
PAGES = (7, 8)  # the instructions take one or two, as the font has it
ID = ("employee_id",)
REASON = 'ผลงานเกินเป้าหมาย <ทุกข้อ> & "ทันเวลา"'


def merged(row: Row) -> dict[At, Value] | None:
    """The values of a row; None where only a file can say them."""
    if any(isinstance(value, Typed) for value in row.changes.values()):
        return None
    both = {**sound(MARKED), **row.changes}
    return {
        at: Decimal(value) if isinstance(value, int) else value
        for at, value in both.items()
        if value is not None
    }


ROWS = [row for row in MARKS if merged(row) is not None and "own " not in row.rule]


def cleared(row: Row) -> list[At]:
    """What a row takes away that the form itself comes with."""
    return [at for at, value in row.changes.items() if value is None]


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Row, object]]:
    """Every row with our judgement and what LibreOffice shows for it."""
    folder, at = tmp_path_factory.mktemp("marks"), layout(MARKED)
    files: dict[Path, list[Row]] = {}
    for first in range(0, len(ROWS), TO_A_FILE):
        some, path = ROWS[first : first + TO_A_FILE], folder / f"{first}.xlsx"
        sheets = [
            Sheet(
                at, f"แบบ {number}", {**(merged(row) or {}), ("employee_id",): row.rule}
            )
            for number, row in enumerate(some, 1)
        ]
        path.write_bytes(build(tuple(sheets)))
        book = openpyxl.load_workbook(path)
        for number, row in enumerate(some, 1):
            for where in cleared(row):
                book[f"แบบ {number}"][place_of(where, at)] = None
        book.save(path)
        files[path] = some
    again = libreoffice.saved(files, folder / "out")
    found = []
    for (path, some), saved in zip(files.items(), again, strict=True):
        ours = {one.evaluation.sheet: one for one in run([path], Known()).appraisals}
        theirs = {sheet.name: sheet for sheet in opened(saved).sheets}
        for number, row in enumerate(some, 1):
            name = f"แบบ {number}"
            found.append((row, (ours[name], theirs[name])))
    return found


@libreoffice.needed
def test_the_form_shows_our_total_and_band_or_none(compared):
    summary = layout(MARKED).summary
    bands = {band.label for band in load(MARKED).regulation.bands}
    for row, (one, sheet) in compared:
        total, band = (sheet.cell(at, RESULT) for at in (summary.total, summary.band))
        case = f"{row.rule}: {total.raw!r} {band.raw!r}"
        unread = any(found.code in UNREAD for found in one.findings)
        if one.result and not unread:
            assert total.state is Holds.NUMBER, case
            assert abs(Fraction(total.raw) - one.result.total) <= NOISE, case
            assert band.raw == one.result.band.label, case
        else:
            assert total.raw == "", case
            assert band.raw not in bands, case
            assert band.raw, case


@libreoffice.needed
def test_the_rows_are_of_both_kinds(compared):
    scored = [bool(one.result) for _, (one, _) in compared]

    assert scored.count(True) > 20
    assert scored.count(False) > 20


def test_a_blank_form_counts_what_it_lacks():
    regulation = load(MARKED).regulation
    sheet = blank_sheet(regulation, For(), probation=False)

    # id, name and evaluator; full marks and marks of 2.4 to 2.8; some result
    assert sheet.saved[("missing",)] == 3 + 5 * 2 + 1
    assert sheet.saved[("band",)] == gaps_words(14)


def dressed() -> dict[At, Value]:
    """A form with everything that people write into one."""
    return sound(MARKED) | {
        ("organisation",): "เทศบาลตำบลตัวอย่าง",
        ("position",): "เจ้าพนักงานธุรการ",
        ("division",): "สำนักปลัด",
        ("employee_id",): "00900",
        ("agreed_on",): date(2024, 10, 15),
        ("evaluated_on",): date(2025, 3, 31),
        ("next_supervisor_name",): "นายเหนือ ขึ้นไป",
        ("next_supervisor_opinion",): "แตกต่าง",
        ("next_supervisor_total",): Decimal("82.5"),
        ("next_supervisor_step",): "ควรเลื่อนขั้นเงินเดือน 1 ขั้น",
        ("next_supervisor_reason",): "งานที่มอบหมายเพิ่ม\nไม่อยู่ในข้อตกลง",
        ("next_supervisor_2_name",): "นางเหนือกว่า ขึ้นไป",
        ("next_supervisor_2_opinion",): "เห็นด้วย",
        ("proposed_step_reason",): REASON,
        ("strengths",): "น้ำใจไมตรี เก่งกล้า",
        ("items", 5, "title"): "งานสภาเทศบาล",
        ("items", 5, "full_marks"): Decimal("5.5"),
        ("items", 5, "marks_1"): Decimal("5.25"),
        ("items", 0, "full_marks"): Decimal("14.5"),
        ("items", 0, "marks_1"): Decimal("14.25"),
        ("development", 0, "need"): "การใช้โปรแกรมตารางคำนวณ",
        ("development", 0, "method"): "อบรม",
        ("follow_ups", 0, "progress"): "เป็นไปตามแผน",
    }


def read(path: Path) -> Appraisal:
    """The only form of a file."""
    (one,) = run([path], Known()).appraisals
    return one


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dressed form as the program writes it."""
    at = layout(MARKED)
    path = tmp_path_factory.mktemp("ours") / "form.xlsx"
    path.write_bytes(build((Sheet(at, at.form.sheet, dressed()),)))
    return path


def facts(one: Appraisal) -> tuple[dict[str, object], Fraction, list[object]]:
    """Everything typed, the exact score, and what was found."""
    assert one.result is not None, one.findings
    found: list[object] = [(told.code, told.cells) for told in one.findings]
    typed_in = dict(said(one.evaluation))
    typed_in["items"] = [row.model_dump(exclude={"at"}) for row in one.evaluation.items]
    return typed_in, one.result.total, found


def test_the_dressed_form_comes_to_its_total_by_hand(ours):
    # 14.25 + 16 + 8 + 8 + 8 + 5.25 = 59.5, and 4.8 x 5 = 24
    result = read(ours).result

    assert result is not None
    assert result.total == Decimal("83.5")


def test_openpyxl_changes_nothing(ours, tmp_path):
    again = tmp_path / "again.xlsx"
    openpyxl.load_workbook(ours).save(again)

    assert facts(read(again)) == facts(read(ours))


@libreoffice.needed
def test_libreoffice_changes_nothing(ours, tmp_path):
    (again,) = libreoffice.saved([ours], tmp_path / "o")

    assert facts(read(again)) == facts(read(ours))


def test_what_is_looked_at_stands_with_the_instructions(ours):
    sheet = openpyxl.load_workbook(ours)["คำแนะนำ"]
    told = [str(cell.value) for row in sheet.iter_rows() for cell in row]

    for item in load(MARKED).regulation.items:
        if item.explained:
            assert item.shown in told


def test_text_is_at_least_14_points_on_paper():
    # a page is 757 points wide, a character about 6
    widths = layout(MARKED).form.grid.widths
    drawn = float(sum(widths)) * 6 + len(widths) * 4.3

    assert 16 * min(1, 757 / drawn) >= 14


def test_what_people_fill_is_open_and_what_items_come_with_is_not(tmp_path):
    sheet = blank_sheet(load(MARKED).regulation, For(), probation=False)
    path = tmp_path / "blank.xlsx"
    path.write_bytes(build((sheet,)))
    (form,), _ = values([path], Known())
    page = openpyxl.load_workbook(path)[form.sheet]
    for row, cells in enumerate(form.tables["items"]):
        given = sheet.layout.tables["items"].prefilled[row]
        for key, entry in cells.items():
            is_open = entry.is_input and key not in given
            assert page[entry.cell.address].protection.locked is not is_open, key


@libreoffice.needed
def test_the_parts_of_the_form_take_a_page_each(ours):
    assert libreoffice.printed(ours) in PAGES


def test_a_form_filled_in_elsewhere_is_read_as_ours(ours, tmp_path):
    sheet = blank_sheet(load(MARKED).regulation, For(), probation=False)
    blank = tmp_path / "blank.xlsx"
    blank.write_bytes(build((sheet,)))
    cells = {
        place_of(at, sheet.layout): typed(value) for at, value in dressed().items()
    }

    filled = edit(blank, cells)
    theirs, total, found = facts(read(filled))
    known, wanted, expected = facts(read(ours))
    known["staff_group"] = "official"  # which the blank form comes with
    assert (theirs, total, found) == (known, wanted, expected)


def test_inspect_lists_every_item_with_the_columns_of_the_contract(ours):
    (form,), _ = values([ours], Known())
    rows = form.tables["items"]

    assert len(rows) == 17
    columns = ["title", "part", "full_marks", "marks_1", "marks_2"]
    assert [key for key, cell in rows[0].items() if cell.is_input] == columns
    assert rows[0]["title"].cell.raw == "ปริมาณผลงาน"


def test_an_item_below_an_inserted_row_is_read(ours, tmp_path):
    book = openpyxl.load_workbook(ours)
    sheet = book["แบบประเมิน"]
    below = layout(MARKED).tables["items"].last
    inserted: Mapping[str, object] = {"B": "งานพิเศษ", "H": "ผลงาน", "I": 2, "J": 1}
    for letter, value in inserted.items():
        sheet[f"{letter}{below}"] = value  # the last row, 2.9, of another part
    sheet[f"I{layout(MARKED).tables['items'].first}"] = 12.5
    sheet[f"J{layout(MARKED).tables['items'].first}"] = 12.25
    again = tmp_path / "again.xlsx"
    book.save(again)

    result = read(again).result
    assert result is not None
    assert result.total == Decimal("82.5")  # 83.5 - 2 + 1


@pytest.mark.parametrize("name", [n for n in sources() if "/" not in n])
def test_a_shipped_form_is_whole(name):
    text = sources()[name].read_text(encoding="utf-8")
    said_there = tomllib.loads(text, parse_float=Decimal)

    assert Form.model_validate(said_there) == load_form(name.removesuffix(".toml"))
