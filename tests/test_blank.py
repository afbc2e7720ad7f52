"""The blank form: everything the contract names is there, and Excel accepts it."""

import io
import re
import runpy
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from filled import CIVIL, TAMBON, sound
from perfeval.batch import Known, values
from perfeval.excel.blank import Sheet, blank_sheet, build
from perfeval.excel.heading import TITLE as HEAD
from perfeval.excel.instructions import TITLE
from perfeval.excel.styles_of_form import AMBER, CREAM
from perfeval.forms.layout import For, Layout, lay_out
from perfeval.forms.load import load as load_form
from perfeval.forms.load import shipped as shipped_forms
from perfeval.model import Filled
from perfeval.regulations.load import load, shipped

TEMPLATES = Path(__file__).parents[1] / "templates"
FORM = "xl/worksheets/sheet2.xml"  # behind the instructions
PARTS = 13  # of a package with one form
# Spelt out: a program that fills forms relies on every one of these names.
FIELDS = [
    "organisation",
    "fiscal_year",
    "round_number",
    "employee_id",
    "name",
    "position",
    "position_type",
    "position_level",
    "division",
    "staff_group",
    "probation",
    "evaluator_id",
    "evaluator_name",
    "evaluator_position",
    "next_supervisor_name",
    "agreed_on",
    "evaluated_on",
    "acknowledgement",
    "acknowledged_on",
    "witness_1",
    "witness_2",
    "next_supervisor_opinion",
    "next_supervisor_total",
    "next_supervisor_reason",
    "host_opinion",
]
COLUMNS = {
    "indicators": [
        "title",
        "weight",
        "target_1",
        "target_2",
        "target_3",
        "target_4",
        "target_5",
        "actual",
        "level",
        "evidence",
    ],
    "competencies": [
        "title",
        "kind",
        "expected",
        "weight",
        "level",
        "evidence",
    ],
}
REGULATIONS = tuple(  # the form of marked items has tests of its own
    one for one in shipped() if not load(one).regulation.is_marked
)
FOR_AN_OFFICE = "three-dimensions"  # named by no source, by the file of an office
EVERYONE = For()
ADEPT = For(position_type="วิชาการ", position_level="ชำนาญการ")


def blank(
    regulation_id: str, whom: For = EVERYONE, *, probation: bool = False
) -> bytes:
    """A blank form as `perfeval form` writes it."""
    regulation = load(regulation_id).regulation
    return build((blank_sheet(regulation, whom, probation=probation),))


def places(regulation_id: str, whom: For = EVERYONE) -> Layout:
    regulation = load(regulation_id).regulation
    return lay_out(load_form(regulation.form), regulation, whom)


def sheet_of(content: bytes) -> Worksheet:
    """The form sheet in another program."""
    return openpyxl.load_workbook(io.BytesIO(content))["แบบประเมิน"]


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def seen(tmp_path: Path, content: bytes) -> Filled:
    """What `perfeval inspect` sees of the only form of a file."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(content)
    (filled,), findings = values([path], Known())
    assert not findings
    return filled


@pytest.fixture(params=REGULATIONS)
def regulation_id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_shipped_form_is_built():
    named = {load(one).regulation.form for one in shipped()}

    assert {*shipped_forms()} == named | {FOR_AN_OFFICE}
    assert {TAMBON, CIVIL} <= {*REGULATIONS}


def test_the_same_form_has_the_same_bytes(regulation_id):
    assert blank(regulation_id, ADEPT) == blank(regulation_id, ADEPT)


def test_every_field_and_column_of_the_contract_is_seen(regulation_id, tmp_path):
    filled = seen(tmp_path, blank(regulation_id))

    assert {*FIELDS} <= {*filled.fields}
    for table, columns in COLUMNS.items():
        assert len(filled.tables[table]) >= 8
        for row in filled.tables[table]:
            assert {*columns} <= {key for key, cell in row.items() if cell.is_input}


def test_what_is_typed_is_seen_at_its_cell(regulation_id, tmp_path):
    known = {**sound(regulation_id), ("indicators", 0, "evidence"): "แฟ้มที่ 1"}
    at = places(regulation_id, ADEPT)

    filled = seen(tmp_path, build((Sheet(at, at.form.sheet, known),)))

    for path, value in known.items():
        entry = (
            filled.fields[path[0]]
            if len(path) == 1
            else (filled.tables[path[0]][path[1]][path[2]])
        )
        assert entry.cell.raw == str(value)
        assert entry.is_input


def test_inputs_are_open_and_everything_else_is_locked(regulation_id, tmp_path):
    content = blank(regulation_id)
    filled, sheet = seen(tmp_path, content), sheet_of(content)
    rows = [row for table in filled.tables.values() for row in table]
    entries = [*filled.fields.values(), *(one for row in rows for one in row.values())]
    open_cells = {one.cell.address for one in entries if one.is_input}

    for merged in sheet.merged_cells.ranges:  # whose other cells go with the first
        first = merged.coord.split(":")[0]
        if first in open_cells:
            assert all(not sheet.cell(*at).protection.locked for at in merged.cells), (
                merged
            )
    unlocked = {
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked and cell.coordinate not in sheet.merged_cells
    }
    merged = {one.coord.split(":")[0] for one in sheet.merged_cells.ranges}
    assert unlocked == open_cells - merged
    assert all(not sheet[one].protection.locked for one in open_cells)
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert not sheet.protection.formatRows  # may be done


def test_inputs_have_the_one_input_colour(regulation_id, tmp_path):
    content = blank(regulation_id)
    filled, sheet = seen(tmp_path, content), sheet_of(content)
    cells = [entry.cell.address for entry in filled.fields.values()]

    assert {sheet[one].fill.fgColor.rgb[2:] for one in cells} == {CREAM[1:]}
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
    assert {rule.dxf.fill.bgColor.rgb[2:] for rule in rules} == {AMBER[1:]}


def test_every_place_has_a_name_of_its_own_sheet(regulation_id):
    at, sheet = places(regulation_id), sheet_of(blank(regulation_id))
    names = {*sheet.defined_names}

    assert {f"pe_{key}" for key in at.fields} <= names
    assert {"pe_stamp", "pe_own_total", "pe_own_band", "pe_own_missing"} <= names
    for key, table in at.tables.items():
        for column in table.table.columns:
            assert f"pe_{key}_{column.key}" in names
            area = sheet.defined_names[f"pe_{key}_{column.key}"].attr_text
            assert area.endswith(f"${table.total}")
    assert not openpyxl.load_workbook(io.BytesIO(blank(regulation_id))).defined_names
    cell_like = re.compile("pe_[a-z0-9_]+")
    own = [name for name in names if not name.startswith(("Print_", "_xlnm"))]
    assert all(cell_like.fullmatch(name) for name in own)


def test_a_second_copy_of_the_stamp_is_very_hidden(regulation_id):
    regulation = load(regulation_id).regulation
    stamp = f"perfeval {regulation.form}/1 {regulation_id}"
    book = openpyxl.load_workbook(io.BytesIO(blank(regulation_id)))

    assert book["_perfeval"].sheet_state == "veryHidden"
    assert [cell.value for cell in book["_perfeval"][1]][:2] == ["แบบประเมิน", stamp]
    assert [one.value for one in book.custom_doc_props] == [stamp]
    form = book["แบบประเมิน"]
    assert form[form.defined_names["pe_stamp"].attr_text.split("!")[1]].value == stamp


def test_several_forms_of_a_file_each_have_their_stamp(tmp_path):
    at = places(TAMBON)
    content = build(tuple(Sheet(at, name, {("name",): name}) for name in ("ก", "ข")))
    book = openpyxl.load_workbook(io.BytesIO(content))

    assert [row[0].value for row in book["_perfeval"].iter_rows()] == ["ก", "ข"]
    assert len(book.custom_doc_props.names) == 1
    path = tmp_path / "two.xlsx"
    path.write_bytes(content)
    filled, findings = values([path], Known())
    assert not findings
    assert [one.fields["name"].cell.raw for one in filled] == ["ก", "ข"]


def test_a_form_opens_at_its_first_input(regulation_id):
    book = openpyxl.load_workbook(io.BytesIO(blank(regulation_id)))
    sheet = book["แบบประเมิน"]

    assert book.active is sheet
    assert book.sheetnames[0] == TITLE
    view = sheet.sheet_view
    assert view.selection[-1].activeCell == "C6"
    assert not sheet["C6"].protection.locked
    assert sheet.freeze_panes == "A2"
    assert not view.showGridLines


def test_it_prints_on_a4_lying_as_wide_as_the_page(regulation_id):
    content = blank(regulation_id)
    at, sheet = places(regulation_id), sheet_of(content)

    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (
        9,
        "landscape",
    )
    assert sheet.page_setup.fitToWidth in (None, 1)  # 1 is what absence means
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.print_area == f"'แบบประเมิน'!$A$1:$L${at.last}"
    breaks = [one.id for one in sheet.row_breaks.brk]
    assert breaks == [p.title - 1 for p in at.parts if p.part.new_page]
    assert "&amp;P" in part(content, FORM)
    assert "&amp;N" in part(content, FORM)


def test_signatures_stand_together_with_what_they_sign(regulation_id):
    """The last page carries the signatures and at least one part before them."""
    parts = places(regulation_id).parts
    signed = next(one for one in parts if one.part.signatures)

    assert signed is parts[-1]
    assert not signed.part.new_page


@pytest.mark.parametrize(("one", "count"), [(TAMBON, 2), (CIVIL, 0)])
def test_there_are_as_many_witnesses_as_the_regulation_wants(one, count):
    signers = places(one).parts[-1].signers

    assert len(signers) == 3 + count
    assert sum("พยาน" in role for role in signers) == count


def test_its_font_is_not_taken_from_a_theme(regulation_id):
    styles = part(blank(regulation_id), "xl/styles.xml")

    assert '<name val="TH SarabunPSK"/>' in styles
    assert "<scheme" not in styles
    assert {*re.findall('<name val="([^"]+)"/>', styles)} == {"TH SarabunPSK"}


def test_rows_have_a_height_and_still_grow(regulation_id):
    rows = re.findall("<row [^>]*>", part(blank(regulation_id), FORM))

    assert all(' ht="' in row for row in rows)
    assert not any("customHeight" in row for row in rows)


def test_text_is_at_least_14_points_on_paper(regulation_id):
    """But for the stamp. A page is 757 points wide, a character about 6."""
    at = places(regulation_id)
    drawn = float(sum(at.form.grid.widths)) * 6 + len(at.form.grid.widths) * 4.3
    scale = min(1, 757 / drawn)
    stamp = at.parts[0].title - 2
    sheet = sheet_of(blank(regulation_id))
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value and cell.row != stamp:
                assert cell.font.name == "TH SarabunPSK", cell
                assert cell.font.size * scale >= 14, cell


@pytest.mark.parametrize(
    ("group", "whose", "lines"),
    [
        ("contract_skilled", "พนักงานจ้างตามภารกิจสำหรับผู้มีทักษะ", 1),
        (
            None,
            "พนักงานจ้างทั่วไป / พนักงานจ้างตามภารกิจ / พนักงานจ้างตามภารกิจสำหรับผู้มีทักษะ",
            2,
        ),
    ],
)
def test_its_title_names_whose_form_it_is_and_is_never_cut(group, whose, lines):
    content = blank("tambon-contract-2560", For(group))
    title = sheet_of(content).cell(HEAD, 3)
    row = re.search(f'<row r="{HEAD}" [^>]*ht="([0-9.]+)"', part(content, FORM))

    assert title.value == f"แบบประเมินผลการปฏิบัติงานของ{whose}"
    assert title.alignment.wrap_text
    assert row is not None
    assert float(row[1]) // 28 == lines  # 28 points hold one line of 20


def test_probation_is_marked(regulation_id, tmp_path):
    filled = seen(tmp_path, blank(regulation_id, probation=True))

    assert filled.fields["probation"].cell.raw == "ใช่"


def test_a_position_is_filled_in_with_its_expected_levels(tmp_path):
    filled = seen(tmp_path, blank(TAMBON, ADEPT))

    assert filled.fields["position_type"].cell.raw == "วิชาการ"
    assert filled.fields["position_level"].cell.raw == "ชำนาญการ"
    expected = [row["expected"].cell.raw for row in filled.tables["competencies"]]
    assert expected == ["2"] * 8  # advised for this level, core and functional


def test_core_competencies_come_with_their_titles(regulation_id, tmp_path):
    regulation = load(regulation_id).regulation
    core = next(one for one in regulation.competencies if one.kind == "core")
    filled = seen(tmp_path, blank(regulation_id))
    rows = filled.tables["competencies"]

    titles = [row["title"].cell.raw for row in rows]
    assert titles[: len(core.titles)] == list(core.titles)
    kinds = [row["kind"].cell.raw for row in rows][: len(core.titles)]
    assert set(kinds) == {"สมรรถนะหลัก"}


def test_functional_competencies_wait_for_their_titles(tmp_path):
    rows = seen(tmp_path, blank(TAMBON)).tables["competencies"][5:]

    assert [row["kind"].cell.raw for row in rows] == ["สมรรถนะประจำสายงาน"] * 3
    assert [row["title"].cell.raw for row in rows] == [""] * 3


def test_levels_and_bands_are_named_on_the_form(regulation_id):
    regulation = load(regulation_id).regulation
    texts = [
        cell.value
        for row in sheet_of(blank(regulation_id)).iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]
    for names in regulation.level_names:
        assert any(
            all(f"{n.level} = {n.label}" in t for n in names.levels) for t in texts
        )
    assert any(all(band.label in text for band in regulation.bands) for text in texts)


def test_a_required_cell_says_so_in_its_label(regulation_id):
    at, sheet = places(regulation_id), sheet_of(blank(regulation_id))
    required = [one for one in at.fields.values() if one.field.required]

    assert len(required) == 3
    for place in required:
        assert sheet.cell(place.row, place.label.first).value.endswith(" *")
    assert "* ต้องกรอก" in sheet.cell(at.parts[0].title, 1).value


def test_excel_accepts_every_prompt_and_list(regulation_id):
    for whom in (EVERYONE, ADEPT):
        sheet = sheet_of(blank(regulation_id, whom))
        assert len(sheet.data_validations.dataValidation) >= 15
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.promptTitle or "") <= 32
            assert len(rule.prompt or "") <= 255
            assert len(rule.errorTitle or "") <= 32
            assert len(rule.error or "") <= 224
            if rule.type == "list":
                assert rule.formula1[0] == rule.formula1[-1] == '"'
                assert len(rule.formula1) - 2 <= 255


def test_every_choice_of_a_form_is_offered(regulation_id):
    at, sheet = places(regulation_id), sheet_of(blank(regulation_id))
    listed = {
        str(area): rule.formula1
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
        for area in rule.sqref.ranges
    }
    for place in at.fields.values():
        if place.field.choices or place.field.choices_from:
            cell = sheet.cell(place.row, place.input.first).coordinate
            assert cell in listed, place.field.key
    (columns,) = [
        area
        for area in listed
        if area.startswith("C") and f"{at.tables['competencies'].first}" in area
    ]
    assert "สมรรถนะหลัก" in listed[columns]


def test_texts_of_a_form_are_never_formulas():
    at = places(TAMBON)
    known = {("name",): "=1+1", ("indicators", 0, "title"): "@ตัวชี้วัด"}
    xml = part(build((Sheet(at, at.form.sheet, known),)), "xl/sharedStrings.xml")

    assert "<t>=1+1</t>" in xml
    assert "<t>@ตัวชี้วัด</t>" in xml


@pytest.mark.parametrize("one", REGULATIONS)
def test_a_template_is_a_fresh_build(one):
    built = dict(runpy.run_path(str(TEMPLATES / "build.py"))["templates"]())
    kept = {path.name: path for path in (TEMPLATES / "xlsx").glob("*.xlsx")}

    assert {*built} == {*kept}
    with (
        zipfile.ZipFile(io.BytesIO(built[f"{one}.xlsx"])) as fresh,
        zipfile.ZipFile(kept[f"{one}.xlsx"]) as old,
    ):
        assert fresh.namelist() == old.namelist()
        assert len(fresh.namelist()) >= PARTS
        for name in fresh.namelist():
            assert fresh.read(name) == old.read(name), name
