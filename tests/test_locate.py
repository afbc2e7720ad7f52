"""A form is found by its names, its labels are the witness; nothing is guessed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from faults import (
    FORM,
    Value,
    i,
    label_of,
    moved,
    named,
    packed,
    place_of,
    sound_parts,
    typed_over,
)
from filled import CIVIL, TAMBON, At, edit, layout, outcome, sound, told
from perfeval.appraise.outcome import State
from perfeval.excel.blank import Sheet, build
from perfeval.excel.read import read
from perfeval.forms.stamp import stamps

BOOK, CARRIER, PROPERTIES = (
    "xl/workbook.xml",
    "xl/worksheets/sheet3.xml",
    "docProps/custom.xml",
)
Change = Callable[[str], str]
Rows = Callable[[int], int | None]
STAMP = f"perfeval local-official/1 {TAMBON}"
TABLE = layout().tables["indicators"]
HEADING, FIRST, CLOSING = TABLE.heading, TABLE.first, TABLE.total


STAMP_CELL = named("pe_stamp")
ID, PROBATION = ("employee_id",), ("probation",)
EVALUATOR, EVALUATOR_ID = label_of(("evaluator_name",)), label_of(("evaluator_id",))
LEVELS = label_of(("indicators", "level"))
BELOW = moved(place_of(i(0, "level")), rows=1)
BESIDE = moved(place_of(i(0, "level")), columns=1)
TWO_WEIGHTS = (place_of(i(0, "weight")), place_of(i(1, "weight")))


def heading(key: str) -> str:
    """The heading cell of a column of the indicators."""
    return label_of(("indicators", key))


def last_of(at: At) -> str:
    """The last cell of the merged range of a field."""
    span = layout().fields[str(at[0])].input
    return moved(place_of(at), columns=span.last - span.first)


def replaced(old: str, new: str) -> Change:
    """Some XML in place of some other, which must be there."""

    def change(xml: str) -> str:
        assert old in xml, old
        return xml.replace(old, new)

    return change


def typed(cells: Mapping[str, Value]) -> Change:
    """Cells of the form typed over."""

    def change(xml: str) -> str:
        for cell, value in cells.items():
            xml = typed_over(xml, cell, value)
        return xml

    return change


def without_names(pattern: str = "pe_[a-z0-9_]+") -> Change:
    """The workbook without the defined names of a pattern."""

    def change(xml: str) -> str:
        names = rf'<definedName name="(?:{pattern})"[^>]*>[^<]*</definedName>'
        assert re.search(names, xml)
        return re.sub(names, "", xml)

    return change


def renamed(name: str, *ends: str) -> Change:
    """A defined name that means another place."""
    place = ":".join(re.sub("([A-Z]+)", r"$\1$", end) for end in ends)

    def change(xml: str) -> str:
        pattern = rf'(<definedName name="{name}"[^>]*>)[^<]*<'
        assert re.search(pattern, xml)
        return re.sub(pattern, rf"\g<1>'แบบประเมิน'!{place}<", xml)

    return change


def rows_moved(rows: Rows) -> Change:
    """The sheet after rows were inserted or deleted, as a program leaves it."""

    def cells(xml: str) -> str:
        return re.sub(
            '<c r="([A-Z]+)([0-9]+)"', lambda m: f'<c r="{m[1]}{rows(int(m[2]))}"', xml
        )

    def row(found: re.Match[str]) -> str:
        to = rows(int(found[1]))
        if to is None:
            return ""
        return cells(found[0].replace(f'<row r="{found[1]}"', f'<row r="{to}"'))

    def merge(found: re.Match[str]) -> str:
        ends = re.findall("([A-Z]+)([0-9]+)", found[0])
        moved = [(column, rows(int(number))) for column, number in ends]
        if any(number is None for _, number in moved):
            return ""
        return '<mergeCell ref="' + ":".join(f"{a}{b}" for a, b in moved) + '"/>'

    def change(xml: str) -> str:
        xml = re.sub('<row r="([0-9]+)".*?(?:</row>|/>(?=<row|</sheetData))', row, xml)
        return re.sub('<mergeCell ref="[^"]*"/>', merge, xml)

    return change


def names_moved(rows: Rows) -> Change:
    """The defined names after the same."""

    def change(xml: str) -> str:
        def name(found: re.Match[str]) -> str:
            first, last = int(found[2]), int(found[4] or found[2])
            kept = [to for n in range(first, last + 1) if (to := rows(n))]
            if not kept:
                return "#REF!<"
            if not found[4]:
                return f"${found[1]}${kept[0]}<"
            return f"${found[1]}${min(kept)}:${found[3]}${max(kept)}<"

        return re.sub(r"\$([A-Z]+)\$([0-9]+)(?::\$([A-Z]+)\$([0-9]+))?<", name, xml)

    return change


def inserted(before: int) -> Mapping[str, Change]:
    """One row inserted before a row."""

    def rows(number: int) -> int | None:
        return number + (number >= before)

    return {FORM: rows_moved(rows), BOOK: names_moved(rows)}


def deleted(gone: int) -> Mapping[str, Change]:
    """One row deleted."""

    def rows(number: int) -> int | None:
        return None if number == gone else number - (number > gone)

    return {FORM: rows_moved(rows), BOOK: names_moved(rows)}


def column_inserted() -> Mapping[str, Change]:
    """A column inserted before C; the sheet has no column behind Y."""

    def letter(found: re.Match[str]) -> str:
        return found[0] if found[0] < "C" else chr(ord(found[0]) + 1)

    def sheet(xml: str) -> str:
        def place(found: re.Match[str]) -> str:
            return re.sub("[A-Z]", letter, found[0])

        return re.sub('(?<=<c r=")[A-Z]+|(?<=<mergeCell ref=")[^"]*', place, xml)

    def book(xml: str) -> str:
        return re.sub(r"(?<=\$)[A-Z](?=\$)", letter, xml)

    return {FORM: sheet, BOOK: book}


def then(*changes: Mapping[str, Change]) -> Mapping[str, Change]:
    """Several changes one after the other."""
    together: dict[str, Change] = {}
    for change in changes:
        for part, step in change.items():
            before = together.get(part, str)
            together[part] = lambda xml, before=before, step=step: step(before(xml))
    return together


NO_STAMP = {FORM: typed({STAMP_CELL: None})}
NO_CARRIER = {
    CARRIER: lambda xml: re.sub("<sheetData>.*</sheetData>", "<sheetData/>", xml)
}
NO_PROPERTY = {PROPERTIES: replaced("perfeval local", "other local")}
NO_NAMES = {BOOK: without_names()}


def stamped(words: str) -> Mapping[str, Change]:
    """Another stamp on the sheet."""
    return {FORM: typed({STAMP_CELL: words})}


def a_row_of_its_own(xml: str) -> str:
    """Values in the row that was inserted before the closing row."""
    cells = "".join(
        f'<c r="{column}{CLOSING}" t="inlineStr"><is><t>{value}</t></is></c>'
        if column == "B"
        else f'<c r="{column}{CLOSING}"><v>{value}</v></c>'
        for column, value in (("B", "ตัวชี้วัดเพิ่ม"), ("C", 5), ("J", 5))
    )
    behind = f'<row r="{CLOSING + 1}"'
    assert behind in xml
    new = f'<row r="{CLOSING}">{cells}</row>'
    return typed_over(xml.replace(behind, new + behind), place_of(i(2, "weight")), 20)


LOST = ("PE015",)
COLUMNS = (
    "title",
    "weight",
    *(f"target_{n}" for n in range(1, 6)),
    "actual",
    "level",
    "points",
    "evidence",
)
NAME_ROW = int(place_of(("name",))[1:])


@dataclass(frozen=True)
class Case:
    """One thing done to the file of a sound form, and what must be told of it."""

    rule: str
    changes: Mapping[str, Change] = field(default_factory=dict)
    told: tuple[tuple[str, ...], ...] = ()
    total: str | None = "80"

    def __str__(self) -> str:
        return self.rule

    def write(self, folder: Path) -> Path:
        """The file."""
        parts = dict(sound_parts(TAMBON))
        for part, change in self.changes.items():
            parts[part] = change(parts[part].decode()).encode()
        path = folder / "form.xlsx"
        path.write_bytes(packed(parts))
        return path


CASES = (
    Case("an untouched form"),
    Case("a row inserted in a table", inserted(FIRST + 1)),
    Case("a row inserted at the end of a table", inserted(CLOSING)),
    # By hand: (40 + 35 + 20) x 4 / 5 + 5 x 5 / 5 = 81; 70 % of it and 24 are 80.7.
    Case(
        "values in a row inserted at the end count",
        then(inserted(CLOSING), {FORM: a_row_of_its_own}),
        total="80.7",
    ),
    Case(
        "a fault behind an inserted row is told where it stands",
        then(inserted(FIRST), {FORM: typed({BELOW: 6})}),
        (("PE204", BELOW),),
        None,
    ),
    Case("an empty row deleted", deleted(FIRST + 8)),
    Case(
        "an indicator deleted leaves its weight missing",
        deleted(FIRST + 1),
        (("PE201", *TWO_WEIGHTS),),
        None,
    ),
    Case("a closing row deleted", deleted(CLOSING), (("PE017",),), None),
    Case(
        "a heading row deleted",
        deleted(HEADING),
        tuple(("PE016", heading(key)) for key in COLUMNS),
        None,
    ),
    Case(
        "the row of a field deleted",
        deleted(NAME_ROW),
        (LOST, ("PE017",), ("PE017",)),
        None,
    ),
    Case("a column inserted", column_inserted()),
    Case(
        "a fault behind an inserted column is told where it stands",
        then(column_inserted(), {FORM: typed({BESIDE: 6})}),
        (("PE204", BESIDE),),
        None,
    ),
    Case(
        "a label changed",
        {FORM: typed({LEVELS: "คะแนนพิเศษ"})},
        (("PE016", LEVELS),),
        None,
    ),
    Case("a label deleted", {FORM: typed({LEVELS: None})}, (("PE016", LEVELS),), None),
    Case(
        "a label with other blanks and digits is the same",
        {FORM: typed({LEVELS: " ระดับที่ได้  (๑–๕) :"})},
    ),
    Case(
        "two labels swapped",
        {
            FORM: typed(
                {
                    heading("target_1"): "เป้าหมาย ระดับ 5",
                    heading("target_5"): "เป้าหมาย ระดับ 1",
                }
            )
        },
        (("PE016", heading("target_1")), ("PE016", heading("target_5"))),
        None,
    ),
    Case(
        "two fields swapped by their labels",
        {FORM: typed({EVALUATOR: "รหัสผู้ประเมิน", EVALUATOR_ID: "ชื่อ–สกุล ผู้ประเมิน"})},
        (("PE016", EVALUATOR_ID), ("PE016", EVALUATOR)),
        None,
    ),
    Case("all names lost", NO_NAMES, (LOST,)),
    Case(
        "the names of one column lost",
        {BOOK: without_names("pe_indicators_level")},
        (LOST,),
    ),
    Case("the name of one field lost", {BOOK: without_names("pe_name")}, (LOST,)),
    Case("names lost, rows inserted", then(inserted(FIRST + 1), NO_NAMES), (LOST,)),
    Case(
        "names lost and a label changed",
        then(NO_NAMES, {FORM: typed({LEVELS: "คะแนนพิเศษ"})}),
        (LOST, ("PE017",)),
        None,
    ),
    Case(
        "names lost and the closing words typed twice",
        then(NO_NAMES, {FORM: typed({place_of(i(1, "title")): "รวมผลสัมฤทธิ์ของงาน"})}),
        (LOST, ("PE017",)),
        None,
    ),
    Case(
        "names lost and a label typed twice",
        then(
            NO_NAMES,
            {FORM: typed({f"A{FIRST + 9}": "รหัสพนักงาน", label_of(ID): "รหัสพนักงาน"})},
        ),
        (LOST, ("PE017",)),
        None,
    ),
    Case(
        "names lost and a column inserted",
        then(column_inserted(), NO_NAMES),
        None,
        None,
    ),
    Case(
        "a name that means another place of its row",
        {BOOK: renamed("pe_employee_id", last_of(ID))},
        (("PE016", place_of(ID)), ("PE101", last_of(ID))),
        None,
    ),
    Case(
        "a name that means a cell under the merged one",
        then(
            {BOOK: renamed("pe_probation", last_of(PROBATION))},
            {FORM: typed({last_of(PROBATION): "ใช่"})},
        ),
        (("PE018", last_of(PROBATION)),),
    ),
    Case(
        "a name that means the whole merged range",
        {BOOK: renamed("pe_employee_id", place_of(ID), last_of(ID))},
    ),
    Case(
        "a column that ends before the others",
        {BOOK: renamed("pe_indicators_level", LEVELS, place_of(i(1, "level")))},
        (("PE017",),),
        None,
    ),
    Case(
        "columns that all end too early",
        {
            BOOK: lambda xml: re.sub(
                rf"(pe_indicators_[a-z0-9_]+\"[^<]*:\$[A-Z]\$){CLOSING}<",
                rf"\g<1>{FIRST + 2}<",
                xml,
            )
        },
        (("PE017",),),
        None,
    ),
    Case(
        "every row of a table deleted",
        then(*[deleted(FIRST)] * (CLOSING - FIRST)),
        (("PE209",),),
        None,
    ),
    Case("the stamp on the sheet gone", NO_STAMP),
    Case("the name of the stamp gone", {BOOK: without_names("pe_stamp")}),
    Case("stamp and hidden sheet gone, the property left", then(NO_STAMP, NO_CARRIER)),
    Case("stamp and property gone, the hidden sheet left", then(NO_STAMP, NO_PROPERTY)),
    Case(
        "names and stamp gone, the hidden sheet left",
        then(NO_STAMP, NO_NAMES, NO_PROPERTY),
        (LOST,),
    ),
    Case(
        "everything gone but the names",
        then(NO_STAMP, NO_CARRIER, NO_PROPERTY),
        (("PE014",),),
        None,
    ),
    Case(
        "everything gone",
        then(NO_STAMP, NO_CARRIER, NO_PROPERTY, NO_NAMES),
        (("PE012",),),
        None,
    ),
    Case("a version to come", stamped(STAMP.replace("/1", "/2")), (("PE013",),), None),
    Case(
        "a version before the first",
        stamped(STAMP.replace("/1", "/0")),
        (("PE013",),),
        None,
    ),
    Case(
        "the form of another regulation",
        stamped(STAMP.replace("local-official", "civil-service")),
        (("PE013",),),
        None,
    ),
    Case("a regulation that nobody knows", stamped(STAMP + "9"), (("PE014",),), None),
    Case(
        "the form on a hidden sheet",
        {BOOK: replaced('sheetId="2"', 'sheetId="2" state="hidden"')},
        None,
    ),
)


def findings_of(case: Case, folder: Path) -> list[tuple[str, ...]]:
    """Code and cells of everything told."""
    return [(one.code, *one.cells) for one in outcome(case.write(folder)).findings]


@pytest.mark.parametrize(
    "case", [one for one in CASES if one.told is not None], ids=str
)
def test_what_was_done_to_a_form_is_told(case, tmp_path):
    assert findings_of(case, tmp_path) == list(case.told)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_form_has_its_score_or_none_but_never_another(case, tmp_path):
    appraisals = outcome(case.write(tmp_path)).appraisals
    totals = [str(one.result.total) for one in appraisals if one.result]

    expected = {"80": ["80"], "80.7": ["807/10"], None: []}[case.total]
    assert totals == expected


def test_a_form_without_names_has_the_same_values(tmp_path):
    with_names, without = (Case("", changes) for changes in ({}, NO_NAMES))
    (one,), (other,) = (
        outcome(case.write(tmp_path)).appraisals for case in (with_names, without)
    )

    left_out = {"sha256", "totals"}
    assert one.evaluation.model_dump(exclude=left_out) == other.evaluation.model_dump(
        exclude=left_out
    )


def test_the_count_of_lost_names_is_told(tmp_path):
    case = Case("", {BOOK: without_names("pe_name|pe_division|pe_indicators_level")})
    (found,) = outcome(case.write(tmp_path)).findings

    assert "3 defined names" in found.message("en")
    assert "3 ชื่อ" in found.message("th")


def test_a_form_on_a_hidden_sheet_counts_and_all_its_values_are_told(tmp_path):
    changes = {BOOK: replaced('sheetId="2"', 'sheetId="2" state="hidden"')}
    found = outcome(Case("", changes).write(tmp_path))

    assert [one.code for one in found.findings] == ["PE018"]
    filled = {place_of(at) for at in sound()}
    assert filled <= set(found.findings[0].cells)
    assert [one.state for one in found.appraisals] == [State.SCORED]


def two_forms(folder: Path, second: Mapping[tuple, object] | None = None) -> Path:
    """A workbook with the forms of two people."""
    values = {**sound(), ("employee_id",): "TT-0901", **(second or {})}
    places = layout()
    path = folder / "two.xlsx"
    path.write_bytes(
        build((Sheet(places, "คนที่ 1", sound()), Sheet(places, "คนที่ 2", values)))
    )
    return path


def test_each_form_of_a_workbook_counts(tmp_path):
    found = outcome(two_forms(tmp_path, {("indicators", 0, "level"): Decimal(5)}))

    totals = [(one.evaluation.sheet, one.result.printed) for one in found.appraisals]
    assert totals == [("คนที่ 1", "80.00"), ("คนที่ 2", "85.60")]
    assert found.findings == ()


def test_a_fault_of_one_form_leaves_the_other_its_score(tmp_path):
    found = outcome(two_forms(tmp_path, {("indicators", 0, "level"): Decimal(6)}))

    assert [one.state for one in found.appraisals] == [State.SCORED, State.HELD]
    (told_of,) = found.findings
    assert (told_of.code, told_of.sheet) == ("PE204", "คนที่ 2")


def test_a_second_form_without_its_stamp_is_not_lost(tmp_path):
    path = two_forms(tmp_path)
    book = openpyxl.load_workbook(path)
    book["คนที่ 2"][STAMP_CELL] = None
    book["_perfeval"]["A2"] = "ชื่อเดิม"
    book.save(path)

    found = outcome(path)
    assert [one.evaluation.employee_id for one in found.appraisals] == [
        "TT-0900",
        "TT-0901",
    ]


def test_a_second_form_of_no_known_regulation_is_told_and_the_first_counts(tmp_path):
    path = two_forms(tmp_path)
    book = openpyxl.load_workbook(path)
    book["คนที่ 2"][STAMP_CELL] = "perfeval local-official/1 nobody-knows"
    book.save(path)

    found = outcome(path)
    assert [(one.code, one.sheet) for one in found.findings] == [("PE014", "คนที่ 2")]
    assert [one.state for one in found.appraisals] == [State.SCORED]


def test_a_copy_of_the_sheet_without_names_is_read_by_its_labels(tmp_path):
    path = Case("").write(tmp_path)
    book = openpyxl.load_workbook(path)
    copy = book.copy_worksheet(book["แบบประเมิน"])
    copy[place_of(("employee_id",))] = "TT-0901"
    book.save(path)

    found = outcome(path)
    assert [(one.code, one.sheet) for one in found.findings] == [("PE015", copy.title)]
    assert [one.evaluation.employee_id for one in found.appraisals] == [
        "TT-0900",
        "TT-0901",
    ]


def test_a_sheet_of_notes_is_no_form_even_where_the_hidden_sheet_is_gone(tmp_path):
    path = Case("").write(tmp_path)
    book = openpyxl.load_workbook(path)
    del book["_perfeval"]
    book.create_sheet("จดไว้")["A1"] = "ถามผู้อำนวยการ"
    book.save(path)

    assert told(path) == []


def test_a_workbook_of_another_kind_has_no_form(tmp_path):
    path = tmp_path / "budget.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "รหัสพนักงาน"
    book.save(path)

    assert told(path) == [("PE012", None)]


def test_the_stamp_of_a_regulation_is_read_from_every_form(tmp_path):
    for regulation in (TAMBON, CIVIL):
        path = tmp_path / f"{regulation}.xlsx"
        path.write_bytes(packed(sound_parts(regulation)))
        workbook, _ = read(path, shown=path.name)
        assert workbook is not None
        assert [one.stamp.regulation for one in stamps(workbook)] == [regulation]


def test_a_save_by_another_program_changes_no_value(tmp_path):
    path = edit(Case("").write(tmp_path), {})

    assert told(path) == []


def test_a_stamp_that_the_hidden_sheet_contradicts_holds_the_form(tmp_path):
    path = Case("").write(tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["แบบประเมิน"]
    sheet["A3"] = (
        sheet["A3"]
        .value.replace(TAMBON, CIVIL)
        .replace("local-official", "civil-service")
    )
    book.save(path)

    found = outcome(path)
    assert "PE019" in [one.code for one in found.findings]
    assert [one.result for one in found.appraisals] == []


def led_astray(path: Path, cells: dict[str, str], names: dict[str, str]) -> Path:
    """A form in which words were added and names mean other cells."""
    book = openpyxl.load_workbook(path)
    sheet = book["แบบประเมิน"]
    for cell, words in cells.items():
        sheet[cell] = words
    for name, place in names.items():
        sheet.defined_names[name].attr_text = f"'แบบประเมิน'!{place}"
    book.save(path)
    return path


def test_a_second_label_that_a_name_was_led_to_holds_the_form(tmp_path):
    label = "ทดลองปฏิบัติหน้าที่ราชการในรอบนี้"
    path = Case("").write(tmp_path)
    book = openpyxl.load_workbook(path)
    (label,) = [
        cell.value
        for row in book["แบบประเมิน"]["A1:L20"]
        for cell in row
        if isinstance(cell.value, str) and label[:12] in cell.value
    ]

    led_astray(path, {"AB60": label, "AC60": "ใช่"}, {"pe_probation": "$AC$60"})

    found = outcome(path)
    assert [one.code for one in found.findings] == ["PE020"]
    assert "AB60" in found.findings[0].cells
    assert [one.result for one in found.appraisals] == [None]


def test_a_column_that_a_name_was_led_away_from_holds_the_form(tmp_path):
    path = Case("").write(tmp_path)
    book = openpyxl.load_workbook(path)
    heading = book["แบบประเมิน"][
        place_of(i(0, "level")).replace(str(FIRST), str(HEADING))
    ]

    led_astray(
        path,
        {f"AN{HEADING}": heading.value, f"AN{FIRST}": "5", f"AN{FIRST + 1}": "5"},
        {"pe_indicators_level": f"$AN${HEADING}:$AN${CLOSING}"},
    )

    found = outcome(path)
    assert "PE017" in [one.code for one in found.findings]
    assert [one.result for one in found.appraisals] == [None]


def test_a_word_of_the_form_that_somebody_typed_into_it_is_no_second_label(tmp_path):
    path = Case("").write(tmp_path)

    edit(
        path, {place_of(i(0, "evidence")): "สมรรถนะ", place_of(("position",)): "ตำแหน่ง"}
    )

    assert told(path) == []
