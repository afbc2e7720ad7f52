"""Every cell as the file holds it: against two other readers, and by hand."""

import hashlib
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from dialects import (
    MAIN,
    STRICT_MAIN,
    STRICT_RELATION,
    Archive,
    Book,
    Part,
    changed,
    saved,
)
from perfeval.excel.read import read
from perfeval.findings import Finding
from perfeval.grid import Area, Sheet, State, Workbook, exact

OFFICE = shutil.which("soffice")
Grid = dict[tuple[int, int], object]


def opened(path: Path) -> Workbook:
    workbook, notes = read(path, shown=path.name)
    assert workbook is not None, [note.message("en") for note in notes]
    return workbook


def sheet_of(folder: Path, book: Book) -> Sheet:
    return opened(saved(folder, book.packed())).sheets[0]


def refusal(folder: Path, book: Book) -> Finding:
    workbook, findings = read(saved(folder, book.packed()), shown="book.xlsx")
    assert workbook is None
    assert len(findings) == 1
    return findings[0]


def shown_values(sheet: Sheet) -> Grid:
    """Values as the other readers give them: float, str, bool."""
    found: Grid = {}
    for place, cell in sheet.cells.items():
        if cell.state is State.NUMBER:
            found[place] = float(cell.raw)
        elif cell.state is State.BOOLEAN:
            found[place] = cell.raw == "1"
        elif cell.state is not State.BLANK:
            found[place] = cell.raw
    return found


def openpyxl_values(path: Path, name: str) -> Grid:
    sheet = openpyxl.load_workbook(path, data_only=True)[name]
    return {
        (cell.row, cell.column): cell.value
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def calamine_values(path: Path, name: str) -> Grid:
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(name)
    return {
        (row, column): value
        for row, line in enumerate(sheet.to_python(skip_empty_area=False), start=1)
        for column, value in enumerate(line, start=1)
        if value != ""
    }


PLACES = st.tuples(st.integers(0, 30), st.integers(0, 20))
VALUES = st.one_of(
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.decimals("-1000", "1000", places=3).map(float),
    # No control characters and no `_x…_`: the two readers differ on those, and
    # the tables below say by hand what we read.
    st.text(
        st.characters(categories=("L", "Nd", "P", "Mn", "Zs"), exclude_characters="_"),
        min_size=1,
        max_size=20,
    ).filter(lambda text: not text.startswith("=")),
)


def write_generated(path: Path, cells: dict[tuple[int, int], object]) -> None:
    workbook = xlsxwriter.Workbook(path, {"strings_to_numbers": False})
    sheet = workbook.add_worksheet("แผ่นงาน 1")
    for (row, column), value in cells.items():
        if isinstance(value, str):
            sheet.write_string(row, column, value)
        else:
            sheet.write(row, column, value)
    workbook.close()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(cells=st.dictionaries(PLACES, VALUES, max_size=25))
def test_three_readers_agree_on_every_cell_of_generated_workbooks(tmp_path, cells):
    path = tmp_path / "generated.xlsx"
    write_generated(path, cells)

    ours = shown_values(opened(path).sheets[0])

    assert ours == {(r + 1, c + 1): value for (r, c), value in cells.items()}
    assert ours == openpyxl_values(path, "แผ่นงาน 1")
    assert ours == calamine_values(path, "แผ่นงาน 1")


def write_sample(path: Path) -> None:
    """What a filled form holds, by openpyxl."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "ผลสัมฤทธิ์"
    for row in range(3, 12):
        sheet.cell(row, 2, f"ตัวชี้วัดที่ {row}")
        sheet.cell(row, 3, row * 2.5).number_format = "0.00%"
        sheet.cell(row, 4, f"=C{row}*2")
    sheet["F2"] = True
    sheet["F3"] = "=1/0"
    sheet.merge_cells("A20:C21")
    sheet["A20"] = "ผสาน"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["D"].hidden = True
    other = workbook.create_sheet("ซ่อน")
    other["B2"] = 7
    other.sheet_state = "hidden"
    workbook.defined_names["pe_one"] = openpyxl.workbook.defined_name.DefinedName(
        "pe_one", attr_text="'ผลสัมฤทธิ์'!$B$3:$C$11"
    )
    workbook.save(path)


@pytest.fixture(scope="module")
def from_office(tmp_path_factory) -> Path:
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    (folder / "out").mkdir()
    write_sample(folder / "sample.xlsx")
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            folder / "out",
            folder / "sample.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / "out" / "sample.xlsx"


def test_three_readers_agree_on_every_cell_that_libreoffice_saved(from_office):
    for sheet in opened(from_office).sheets:
        ours = shown_values(sheet)
        without_errors = {
            (c.row, c.column): ours[c.row, c.column]
            for c in sheet.cells.values()
            if c.state is not State.ERROR
        }
        assert ours == openpyxl_values(from_office, sheet.name)
        assert without_errors == calamine_values(from_office, sheet.name)


def test_what_libreoffice_saved_keeps_formulas_merges_names_and_what_is_hidden(
    from_office,
):
    workbook = opened(from_office)
    sheet, other = workbook.sheets

    assert sheet.cell(4, 4).formula == "C4*2"
    assert sheet.cell(4, 4).raw == "20"
    assert sheet.cell(4, 3).number_format == "0.00%"
    assert sheet.cell(3, 6).state is State.ERROR
    assert sheet.cell(3, 6).raw == "#DIV/0!"
    assert sheet.merges == ((20, 1, 21, 3),)
    assert sheet.hidden_rows == {5}
    assert sheet.hidden_columns == {4}
    assert other.visibility == "hidden"
    assert workbook.names["pe_one"] == Area("ผลสัมฤทธิ์", 3, 2, 11, 3)


def row(*cells: str) -> str:
    return '<row r="1">' + "".join(cells) + "</row>"


STRINGS = (
    "<si><t>หนึ่ง</t></si>"
    '<si><r><rPr><b/></rPr><t>ดี</t></r><r><t xml:space="preserve"> มาก</t></r></si>'
    '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>'
    "<si><t/></si>"
)


@pytest.mark.parametrize(
    ("cell", "state", "raw"),
    [
        ("<c><v>4</v></c>", State.NUMBER, "4"),
        ('<c t="n"><v>4.50</v></c>', State.NUMBER, "4.50"),
        ("<c><v>0.30000000000000004</v></c>", State.NUMBER, "0.30000000000000004"),
        ("<c><v>-1E-7</v></c>", State.NUMBER, "-1E-7"),
        ("<c><v><![CDATA[40]]></v></c>", State.NUMBER, "40"),
        ("<c><v>4<![CDATA[0]]></v></c>", State.NUMBER, "40"),
        ("<c><v>&#52;0</v></c>", State.NUMBER, "40"),
        ('<c t="s"><v>0</v></c>', State.TEXT, "หนึ่ง"),
        ('<c t="s"><v>1</v></c>', State.TEXT, "ดี มาก"),
        ('<c t="s"><v>2</v></c>', State.TEXT, "東京"),
        ('<c t="inlineStr"><is><t>สด</t></is></c>', State.TEXT, "สด"),
        (
            '<c t="inlineStr"><is><r><t>ก</t></r><r><t>ข</t></r></is></c>',
            State.TEXT,
            "กข",
        ),
        ('<c t="str"><f>A9</f><v>ผ่าน</v></c>', State.TEXT, "ผ่าน"),
        ('<c t="str"><v>a_x000D_b</v></c>', State.TEXT, "a\rb"),
        (
            '<c t="inlineStr"><is><t>a_x000d_b</t></is></c>',
            State.TEXT,
            "a\rb",
        ),
        ('<c t="str"><v>_x005F_x000D_</v></c>', State.TEXT, "_x000D_"),
        ('<c t="str"><v>_xD83D__xDE00_</v></c>', State.TEXT, "\U0001f600"),
        ('<c t="str"><v>_xD83D_</v></c>', State.TEXT, "\N{REPLACEMENT CHARACTER}"),
        ('<c t="b"><v>1</v></c>', State.BOOLEAN, "1"),
        ('<c t="b"><v>false</v></c>', State.BOOLEAN, "0"),
        ('<c t="e"><v>#N/A</v></c>', State.ERROR, "#N/A"),
        ('<c t="d"><v>2024-10-01</v></c>', State.TEXT, "2024-10-01"),
        ("<c><f>SUM(B1:B9)</f></c>", State.BLANK, ""),
        ("<c><f>SUM(B1:B9)</f><v></v></c>", State.BLANK, ""),
        ('<c t="str"><f>IF(1,"")</f><v></v></c>', State.BLANK, ""),
        ('<c s="0"/>', State.BLANK, ""),
        ('<c t="s"><v>3</v></c>', State.BLANK, ""),
        ('<c t="inlineStr"><is><t></t></is></c>', State.BLANK, ""),
    ],
)
def test_a_cell_shows_what_its_file_says(tmp_path, cell, state, raw):
    found = sheet_of(tmp_path, Book(rows=row(cell), strings=STRINGS)).cell(1, 1)

    assert (found.state, found.raw) == (state, raw)


@pytest.mark.parametrize(
    ("cell", "formula"),
    [
        ("<c><v>4</v></c>", None),
        ("<c><f>A2+1</f><v>4</v></c>", "A2+1"),
        ("<c><f>A2&gt;1</f><v>4</v></c>", "A2>1"),
        ('<c><f t="shared" ref="A1:A3" si="0">B1*2</f><v>4</v></c>', "B1*2"),
        ('<c><f t="shared" si="0"/><v>4</v></c>', ""),
        ('<c><f t="array" ref="A1">SUM(B1:B3*2)</f><v>4</v></c>', "SUM(B1:B3*2)"),
    ],
)
def test_a_formula_is_kept_beside_its_saved_value(tmp_path, cell, formula):
    found = sheet_of(tmp_path, Book(rows=row(cell))).cell(1, 1)

    assert found.formula == formula
    assert found.raw == "4"


def prefixed() -> str:
    return (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2">'
        '<x:c r="B2"><x:v>12</x:v></x:c><x:c r="D2"><x:f>B2</x:f><x:v>12</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>"
    )


UNPLACED = (
    "<row><c><v>1</v></c><c/><c><v>3</v></c></row>"
    '<row r="5"><c><v>5</v></c><c r="F5"><v>6</v></c><c><v>7</v></c></row>'
    "<row><c><v>8</v></c></row>"
)


@pytest.mark.parametrize(
    ("book", "values"),
    [
        (Book(sheet_xml=prefixed()), {"B2": "12", "D2": "12"}),
        (
            Book(rows=UNPLACED),
            {"A1": "1", "C1": "3", "A5": "5", "F5": "6", "G5": "7", "A6": "8"},
        ),
        (Book(encoding="UTF-16", strings=STRINGS), {"A1": "1"}),
        (
            Book(rows=row('<c t="s"><v>0</v></c>'), encoding="UTF-16", strings=STRINGS),
            {"A1": "หนึ่ง"},
        ),
        (Book(main=STRICT_MAIN, relation=STRICT_RELATION), {"A1": "1"}),
        (Book(folder="anything", workbook="book.xml"), {"A1": "1"}),
        (Book(content_type="template.main+xml"), {"A1": "1"}),
        (
            Book(
                before='<dimension ref="A1"/>',
                rows=row('<c r="C1"><v>3</v></c>')
                + '<row r="900"><c r="Z900"><v>9</v></c></row>',
            ),
            {"C1": "3", "Z900": "9"},
        ),
        (
            Book(
                rows=row('<c r="A1"><v>1</v></c>', '<c r="B1"><v>2</v></c>'),
                around='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
            ),
            {"A1": "1", "B1": "2"},  # the value under the merge is still there
        ),
        (
            Book(rows='<row r="1048576"><c r="XFD1048576" s="0"/></row>'),
            {},  # formatted, but empty: harmless
        ),
        (Book(rows='<!-- a note --><?a b?><row r="1"/>'), {}),
    ],
    ids=[
        "prefix",
        "without addresses",
        "UTF-16",
        "UTF-16 strings",
        "strict",
        "other names",
        "template",
        "wrong dimension",
        "under a merge",
        "far formatted cell",
        "notes between elements",
    ],
)
def test_every_dialect_reads_alike(tmp_path, book, values):
    cells = sheet_of(tmp_path, book).cells.values()

    assert {cell.address: cell.raw for cell in cells} == values


def test_a_cell_knows_its_place_style_and_number_format(tmp_path):
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="0.000"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/>'
        '<xf numFmtId="71"/></cellXfs>'
    )
    cells = [f'<c r="{"ABCD"[s]}1" s="{s}"><v>1</v></c>' for s in range(4)]
    sheet = sheet_of(tmp_path, Book(rows=row(*cells), styles=styles))

    assert [(c.address, c.style, c.number_format) for c in sheet.cells.values()] == [
        ("A1", 0, "General"),
        ("B1", 1, "0.000"),
        ("C1", 2, "0.00%"),
        ("D1", 3, "d/m/bbbb"),  # the Thai date of Excel, by number only
    ]


def test_hidden_rows_and_columns_are_known_however_they_are_hidden(tmp_path):
    book = Book(
        before='<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/>'
        '<col min="6" max="6" width="10.5"/></cols>',
        rows='<row r="1" hidden="1"/><row r="2" ht="0"/><row r="3" ht="20.25"/>'
        '<row r="4" hidden="0"/><row r="7" hidden="true"/>',
    )
    sheet = sheet_of(tmp_path, book)

    assert sheet.hidden_rows == {1, 2, 7}
    assert sheet.hidden_columns == {2, 3, 5}


def test_merged_ranges_are_read(tmp_path):
    around = '<mergeCells><mergeCell ref="B2:D4"/><mergeCell ref="F1:F9"/></mergeCells>'

    assert sheet_of(tmp_path, Book(around=around)).merges == (
        (2, 2, 4, 4),
        (1, 6, 9, 6),
    )


TWO_SHEETS = (
    '<sheet name="S" sheetId="1" r:id="rId1"/>'
    '<sheet name="ก \'ข\'" sheetId="2" state="veryHidden" r:id="rId9"/>'
)
SECOND_SHEET = Part(
    "xl/worksheets/second.xml",
    f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'.encode(),
)


def two_sheets(**changes: str) -> list[Part]:
    parts = Book(sheets=TWO_SHEETS, more=(SECOND_SHEET,), **changes).parts()
    link = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/worksheet" '
        'Target="/xl/worksheets/second.xml"/></Relationships>'
    )
    return [
        Part(part.name, part.content.replace(b"</Relationships>", link.encode()))
        if part.name == "xl/_rels/workbook.xml.rels"
        else part
        for part in parts
    ]


def test_names_are_read_in_both_scopes(tmp_path):
    names = (
        '<definedName name="pe_id">S!$C$4</definedName>'
        '<definedName name="pe_id" localSheetId="1">'
        "'ก ''ข'''!$B$2:$D$9</definedName>"
        '<definedName name="formula">SUM(S!$A$1)</definedName>'
        '<definedName name="gone">S!#REF!</definedName>'
        '<definedName name="elsewhere">[1]S!$A$1</definedName>'
        '<definedName name="two">S!$A$1,S!$B$2</definedName>'
    )
    path = saved(tmp_path, Archive(two_sheets(names=names)).packed())
    workbook = opened(path)
    first, second = workbook.sheets

    assert workbook.names == {"pe_id": Area("S", 4, 3, 4, 3)}
    assert second.names == {"pe_id": Area("ก 'ข'", 2, 2, 9, 4)}
    assert workbook.name("pe_id", first) == Area("S", 4, 3, 4, 3)
    assert workbook.name("pe_id", second) == Area("ก 'ข'", 2, 2, 9, 4)
    assert (first.visibility, second.visibility) == ("visible", "veryHidden")


@pytest.mark.parametrize(
    ("attribute", "is_1904"),
    [('date1904="1"', True), ('date1904="0"', False), ("", False)],
)
def test_the_date_epoch_is_read(tmp_path, attribute, is_1904):
    book = Book(settings=f"<workbookPr {attribute}/>")

    assert opened(saved(tmp_path, book.packed())).epoch_1904 is is_1904


def test_custom_properties_are_read_as_text(tmp_path):
    path = tmp_path / "book.xlsx"
    workbook = xlsxwriter.Workbook(path)
    workbook.add_worksheet()
    workbook.set_custom_property("perfeval form", "local-form")
    workbook.set_custom_property("revision", 3)
    workbook.set_custom_property("blank", True)
    workbook.close()

    assert opened(path).properties == {
        "perfeval form": "local-form",
        "revision": "3",
        "blank": "true",
    }


def test_chart_sheets_are_passed_over(tmp_path):
    path = tmp_path / "book.xlsx"
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet("ค่า")
    sheet.write("A1", 5)
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"values": "=ค่า!$A$1:$A$2"})
    workbook.add_chartsheet("กราฟ").set_chart(chart)
    last = workbook.add_worksheet("หลัง")
    workbook.define_name("หลัง!here", "=หลัง!$B$2")
    workbook.close()
    del last

    first, second = opened(path).sheets

    assert (first.name, second.name) == ("ค่า", "หลัง")
    assert second.names == {"here": Area("หลัง", 2, 2, 2, 2)}  # counts chart sheets


def test_macros_are_noted_and_not_opened(tmp_path):
    more = (Part("xl/vbaProject.bin", b"not even a macro project"),)
    path = saved(tmp_path, Book(more=more).packed())
    workbook, notes = read(path, shown="in/a.xlsm")

    assert workbook is not None
    assert workbook.macros
    assert [(note.code, note.file) for note in notes] == [("PE010", "in/a.xlsm")]


@pytest.mark.parametrize(
    "raw",
    ["NaN", "INF", "-INF", "1_0", "๔", "4 ", "0x10", "1,5", "1E9999", "--1", "½"],
)
def test_a_number_outside_the_grammar_refuses_the_file_and_names_its_cell(
    tmp_path, raw
):
    found = refusal(tmp_path, Book(rows=row(f'<c r="C1"><v>{raw}</v></c>')))

    assert (found.code, found.sheet, found.cell) == ("PE008", "S", "C1")
    assert f"“{raw}”" in found.message("th")
    assert exact(raw) is None


@pytest.mark.parametrize(
    "cell",
    [
        "<c><v>4<!-- -->0</v></c>",
        "<c><v>4<?a?>0</v></c>",
        "<c><v>4<b/>0</v></c>",
        '<c t="inlineStr"><is><t>a<!-- -->b</t></is></c>',
        "<c><v>4</v><v>0</v></c>",
        "<c><f>A1</f><f>A2</f><v>1</v></c>",
        '<c t="inlineStr"><is><t>a</t></is><v>0</v></c>',
        '<c t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c>',
        '<c t="s"><v>4</v></c>',
        '<c t="s"><v>-1</v></c>',
        '<c t="s"><v>๐</v></c>',
        '<c t="b"><v>2</v></c>',
        '<c t="z"><v>1</v></c>',
        '<c s="7"><v>1</v></c>',
        '<c r="A2"><v>1</v></c>',
        '<c r="a1"><v>1</v></c>',
        '<c r="XFE1"><v>1</v></c>',
        '<c r="$A$1"><v>1</v></c>',
        '<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c>',
        '<c r="B1"><v>1</v></c><c r="B1"><v>1</v></c>',
        '<c r="XFD1"/><c><v>1</v></c>',
        "<c><c/></c>",
    ],
)
def test_a_cell_with_two_readings_refuses_the_file(tmp_path, cell):
    assert refusal(tmp_path, Book(rows=row(cell), strings=STRINGS)).code == "PE008"


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"/><row r="1"/>',
        '<row r="2"/><row r="2"/>',
        '<row r="0"/>',
        '<row r="-1"/>',
        '<row r="1048577"/>',
        '<row r="1048576"/><row/>',
        '<row r="๑"/>',
        '<row r="1"><row r="2"/></row>',
        "<c><v>1</v></c>",
        "<v>1</v>",
    ],
)
def test_rows_that_do_not_rise_inside_the_grid_refuse_the_file(tmp_path, rows):
    assert refusal(tmp_path, Book(rows=rows)).code == "PE008"


def many_sheets(count: int) -> str:
    return "".join(
        f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, count + 1)
    )


def filled(row_count: int, per_row: int) -> str:
    return f"<row>{'<c><v>1</v></c>' * per_row}</row>" * row_count


def merged(count: int) -> str:
    cells = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, count + 1))
    return f"<mergeCells>{cells}</mergeCells>"


@pytest.mark.parametrize(
    ("book", "words"),
    [
        (
            Book(rows='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
            "5000 แถวแรก พบ XFD1048576",
        ),
        (Book(rows='<row r="5001"><c r="A5001"><v>1</v></c></row>'), "พบ A5001"),
        (Book(rows='<row r="1"><c r="SS1"><v>1</v></c></row>'), "512 คอลัมน์แรก พบ SS1"),
        (Book(sheets=many_sheets(31)), "30 แผ่นงาน พบ 31"),
        (
            Book(rows=filled(100, 500) + "<row><c><v>1</v></c></row>"),
            "50000 ช่อง พบ 50001",
        ),
        (Book(around=merged(6001)), "6000 แห่ง พบ 6001"),
        (Book(rows="<row>" + "<a>" * 62 + "</a>" * 62 + "</row>"), "64 ชั้น พบ 65"),
        (
            Book(rows=row(f'<c t="str"><v>{"ก" * 65_537}</v></c>')),
            "65536 อักขระ พบ 65537",
        ),
        (Book(rows=row(f'<c a="{"ก" * 65_537}"/>')), "65536 อักขระ พบ 65537"),
    ],
    ids=[
        "far corner",
        "rows",
        "columns",
        "sheets",
        "cells",
        "merges",
        "depth",
        "text",
        "attribute",
    ],
)
def test_a_workbook_beyond_a_limit_is_refused_with_limit_and_found(
    tmp_path, book, words
):
    found = refusal(tmp_path, book)

    assert found.code == "PE004"
    assert words in found.message("th")


def test_a_workbook_of_endless_blank_cells_is_refused(tmp_path):
    # Stored and not deflated, since the ratio would refuse it sooner.
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row>{"<c/>" * 200_000}'
    content = f"{sheet}</row></sheetData></worksheet>".encode()
    path = saved(
        tmp_path, changed(Book(), "xl/worksheets/sheet1.xml", content=content, method=0)
    )
    _, (found,) = read(path, shown="book.xlsx")

    assert found.code == "PE004"
    assert "ไม่เกิน 200000" in found.message("th")


def test_an_element_of_endless_attributes_is_refused(tmp_path):
    attributes = " ".join(f'a{n}="{n}"' for n in range(100_000))
    found = refusal(tmp_path, Book(rows=f"<row {attributes}/>"))

    assert found.code == "PE004"
    assert "ข้อความเดียว" in found.message("th")


@pytest.mark.parametrize(
    "book",
    [
        Book(rows='<row r="5000"><c r="SR5000"><v>1</v></c></row>'),
        Book(rows=filled(100, 500)),
        Book(around=merged(6000)),
        Book(rows="<row>" + "<a>" * 61 + "</a>" * 61 + "</row>"),
        Book(rows=row(f'<c t="str"><v>{"ก" * 65_536}</v></c>')),
    ],
    ids=["far corner", "cells", "merges", "depth", "text"],
)
def test_a_workbook_at_a_limit_is_read(tmp_path, book):
    assert opened(saved(tmp_path, book.packed())).sheets


ENTITY = '<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///nowhere">]>'
BILLION = '<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("dtd", [ENTITY, BILLION, "<!DOCTYPE worksheet>"])
def test_a_dtd_or_entity_refuses_the_file(tmp_path, dtd):
    sheet = f'{dtd}<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'
    found = refusal(tmp_path, Book(sheet_xml=sheet))

    assert found.code == "PE008"
    assert "DTD" in found.message("th")


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (f'<worksheet xmlns="{MAIN}"><sheetData>', "not well-formed"),
        (f'<worksheet xmlns="{MAIN}"/>x', "not well-formed"),
        (f'<worksheet xmlns="{MAIN}"/><a/>', "not well-formed"),
        (f'<worksheet xmlns="{MAIN}">&nbsp;</worksheet>', "not well-formed"),
        (f'<chartsheet xmlns="{MAIN}"/>', "not what it is said to be"),
        ("<worksheet/>", "not what it is said to be"),
        (
            f'<worksheet xmlns="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/'
            'markup-compatibility/2006"><sheetData><row><mc:AlternateContent/></row>'
            "</sheetData></worksheet>",
            "more than one value",
        ),
    ],
)
def test_a_sheet_is_sound_to_its_last_byte(tmp_path, sheet, words):
    found = refusal(tmp_path, Book(sheet_xml=sheet))

    assert found.code == "PE008"
    assert words in found.message("en")


def test_an_encoding_other_than_unicode_refuses_the_file(tmp_path):
    found = refusal(tmp_path, Book(encoding="cp874"))

    assert (found.code, "UTF-8" in found.message("th")) == ("PE008", True)


@pytest.mark.parametrize(
    ("sheets", "names"),
    [
        ("", ""),
        ('<sheet name="" sheetId="1" r:id="rId1"/>', ""),
        ('<sheet name="S" sheetId="1"/>', ""),
        ('<sheet name="S" sheetId="1" r:id="rId7"/>', ""),
        (TWO_SHEETS.replace("rId9", "rId1"), ""),
        (TWO_SHEETS.replace("ก 'ข'", "s"), ""),
        (
            Book().sheets,
            '<definedName name="a">S!$A$1</definedName>'
            '<definedName name="A">S!$A$2</definedName>',
        ),
        (Book().sheets, '<definedName name="a" localSheetId="1">S!$A$1</definedName>'),
    ],
    ids=[
        "none",
        "nameless",
        "no part",
        "part missing",
        "one part twice",
        "one name twice",
        "defined name twice",
        "scope of no sheet",
    ],
)
def test_a_list_of_sheets_with_two_readings_refuses_the_file(tmp_path, sheets, names):
    assert refusal(tmp_path, Book(sheets=sheets, names=names)).code == "PE008"


def test_numbers_keep_the_digits_of_the_file(tmp_path):
    sheet = sheet_of(tmp_path, Book(rows=row("<c><v>0.30000000000000004</v></c>")))

    assert exact(sheet.cell(1, 1).raw) == Decimal("0.3")


def test_the_workbook_carries_the_path_as_given_and_the_digest_of_its_bytes(tmp_path):
    path = saved(tmp_path, Book().packed())
    workbook, _ = read(path, shown="inbox/กอง/แบบ.xlsx")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()

    assert workbook is not None
    assert (workbook.file, workbook.sha256) == ("inbox/กอง/แบบ.xlsx", digest)
