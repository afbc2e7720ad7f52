"""The short way through ordinary rows says what the XML walk says, or steps aside."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from xlsxwriter import Workbook

import filled
from perfeval.excel import quick
from perfeval.excel.lookups import OF_FORM, OF_LIST, Lookups, Size
from perfeval.excel.read import read
from perfeval.excel.rows import Rows, rows_of
from perfeval.excel.strings import plain_texts
from perfeval.excel.styles import CellFormats, plain_styles
from perfeval.excel.workbook import plain_names
from perfeval.grid import Area, Cell, Sheet, State

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{MAIN}"><sheetData>'
MANY = 6_000  # rows, several pieces of them
READ = ("workbook.xml", "styles.xml", "sharedStrings.xml")
READ += tuple(f"sheet{number}.xml" for number in (1, 2, 3))
TAIL = "</sheetData></worksheet>"
ORDINARY = '<row r="2" spans="1:3"><c r="A2" s="1"/><c r="B2" t="s"><v>0</v></c></row>'


def walked(path: Path) -> Path:
    """The same workbook with a comment in each part, which only the walk reads."""
    slow = path.with_name(f"walked-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(slow, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.endswith(READ):
                content += b"<!-- read me slowly -->"
            target.writestr(entry.filename, content)
    return slow


def contents(path: Path) -> tuple[tuple[Sheet, ...], Mapping[str, Area]]:
    workbook, findings = read(path, shown="x")
    assert findings == []
    assert workbook is not None
    return workbook.sheets, workbook.names


def every_kind(path: Path) -> Path:
    """Numbers, texts, formulas, errors, blanks and hidden rows as XlsxWriter spells."""
    stream = BytesIO()
    with Workbook(stream) as book:
        sheet, grey = book.add_worksheet(), book.add_format({"bg_color": "#eeeeee"})
        for row, value in enumerate((1, 0.1, -2.5e-7, "ไทย", 'a & <b> "c"', "", True)):
            sheet.write(row, 0, value)
            sheet.write_blank(row, 1, None, grey)
            sheet.write_formula(row, 2, f'=IF(A{row + 1}<>"&",1,2)', None, value)
        sheet.write_formula("D1", "=1/0", None, "#DIV/0!")
        sheet.merge_range("E1:F3", "merged", grey)
        sheet.set_row(4, 20, None, {"hidden": True})
        sheet.set_column("H:J", 5, None, {"hidden": True})
        book.add_worksheet("ว่าง")
    path.write_bytes(stream.getvalue())
    return path


def saved_by_openpyxl(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active["B2"], book.active["C5"] = "=SUM(1,2)", "ข้อความ\nสองบรรทัด"
    book.active["D7"] = 3.25
    book.save(path)
    return path


@pytest.mark.parametrize("make", [every_kind, saved_by_openpyxl])
def test_the_short_way_reads_what_the_walk_reads(make, tmp_path):
    path = make(tmp_path / "book.xlsx")

    assert contents(path) == contents(walked(path))


@pytest.mark.parametrize("regulation", [filled.TAMBON, filled.CIVIL])
def test_a_filled_form_reads_alike_on_both_ways(regulation, tmp_path):
    path = filled.write(tmp_path / "form.xlsx", filled.sound(regulation), regulation)

    assert contents(path) == contents(walked(path))


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def taken(rows: str, head: str = HEAD, size: Size = OF_FORM) -> Rows | None:
    """What the short way takes of a sheet; None where it steps aside."""
    parts = quick.split((head + rows + TAIL).encode(), "sheetData")
    if parts is None or quick.around(parts) is None:
        return None
    lookups = Lookups(("text",), CellFormats(("General", "0")), size)
    return rows_of(quick.tokens(parts.inside), lookups)


def long_list(rows: int) -> str:
    return "".join(
        f'<row r="{n}"><c r="B{n}"><v>{n}</v></c></row>' for n in range(1, rows + 1)
    )


def test_a_list_that_is_taken_piece_by_piece_is_taken_whole():
    rows = long_list(MANY)
    found = taken(rows, size=OF_LIST)

    assert len(rows) > 2 * quick.PIECE
    assert found is not None
    assert [*found.cells] == [(row, 2) for row in range(1, MANY + 1)]
    assert {cell.raw for cell in found.cells.values()} == {
        str(row) for row in range(1, MANY + 1)
    }


@pytest.mark.parametrize("row", [1, MANY // 2, MANY])
@pytest.mark.parametrize("odd", ["<c/>", "x", '<c r="A1"><v>1</v></c>', "<row r='9'/>"])
def test_one_odd_row_of_a_long_list_leaves_it_to_the_walk(row, odd):
    end = f"<v>{row}</v></c></row>"

    rows = long_list(MANY).replace(end, f"{end}{odd}")

    assert taken(rows, size=OF_LIST) is None


@pytest.mark.parametrize("regulation", [filled.TAMBON, filled.CIVIL])
def test_all_of_a_form_takes_the_short_way(regulation, tmp_path):
    path = filled.write(tmp_path / "form.xlsx", filled.sound(regulation), regulation)
    parts = parts_of(path)
    split = quick.split(parts["xl/worksheets/sheet2.xml"], "sheetData")
    named = quick.split(parts["xl/workbook.xml"], "definedNames")

    assert split is not None
    assert quick.GAP not in [*quick.tokens(split.inside)]
    assert quick.around(split)
    assert named is not None
    assert plain_names(named)
    assert plain_texts(parts["xl/sharedStrings.xml"])
    assert plain_styles(parts["xl/styles.xml"])


def test_ordinary_rows_are_taken():
    rows = taken(ORDINARY + '<row r="9" hidden="1"/>')

    assert rows == Rows({(2, 2): Cell(2, 2, State.TEXT, "text")}, {9})


@pytest.mark.parametrize(
    "unusual",
    [
        ORDINARY + "<!-- -->",
        ORDINARY + "<![CDATA[1]]>",
        ORDINARY + "<?note?>",
        ORDINARY.replace(">0<", ">&#48;<"),
        ORDINARY.replace(">0<", ">&nbsp;<"),
        ORDINARY.replace(">0<", ">\x01<"),
        ORDINARY.replace(">0<", ">\r<"),
        ORDINARY.replace(">0<", ">\ufffe<"),
        ORDINARY.replace('spans="1:3"', 'spans="\x01"'),
        ORDINARY.replace("<c r", "<x:c r"),
        ORDINARY.replace("<c r", "<c  r"),
        ORDINARY.replace('r="B2" t="s"', 't="s" r="B2"'),
        ORDINARY.replace('r="B2" t="s"', 'r="B2" r="C2"'),
        ORDINARY.replace("<v>0</v>", "<v>0</v><v>1</v>"),
        ORDINARY.replace("<v>0</v>", "<v>0<b/></v>"),
        ORDINARY.replace("<v>0</v>", "<is><t>a</t></is>"),
        ORDINARY.replace("</c></row>", "</row>"),
        ORDINARY + " ",
        ORDINARY + "stray",
        ORDINARY + "<extLst/>",
        ORDINARY + "</sheetData><sheetData>",
    ],
)
def test_a_byte_that_only_a_parser_may_judge_is_left_to_it(unusual):
    assert taken(unusual) is None


@pytest.mark.parametrize(
    "unsound",
    [
        ORDINARY + "</row>",
        "</row>" + ORDINARY,
        ORDINARY.removesuffix("</row>"),
        ORDINARY.removesuffix("</row>") + '<row r="3"/>',
        ORDINARY + ORDINARY,
        ORDINARY + '<row r="3" r="4"/>',
        ORDINARY + '<row r="3" ht="1" ht="0"/>',
        ORDINARY + '<row r="3" xmlns="elsewhere"/>',
        ORDINARY + '<row r="3" x14ac:dyDescent="0.25"/>',  # of a prefix not declared
        ORDINARY + '<c r="C2"><v>1</v></c>',
        ORDINARY.replace('r="B2"', 'r="B3"'),
        ORDINARY.replace('r="B2"', 'r="XFE2"'),
        ORDINARY.replace("</row>", '<c r="B2"><v>1</v></c></row>'),
        ORDINARY.replace("</row>", '<c r="A2"><v>1</v></c></row>'),
        ORDINARY.replace("<v>0<", "<v>1<"),
        ORDINARY.replace("<v>0<", "<v>00<"),
        ORDINARY.replace('t="s"', 's="2" t="s"'),
        ORDINARY.replace('t="s"', 't="z"'),
        ORDINARY.replace('t="s"', 't="inlineStr"'),
        ORDINARY.replace('t="s"><v>0', 't="b"><v>2'),
        ORDINARY.replace(' t="s"><v>0', "><v>zero"),
        '<row r="5001"/>',
    ],
)
def test_rows_that_are_in_doubt_are_left_to_the_walk(unsound):
    assert taken(unsound) is None


def test_rows_as_excel_writes_them_take_the_short_way():
    ac = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
    head = HEAD.replace("><sheetData", f' xmlns:x14ac="{ac}"><sheetData')
    rows = ORDINARY.replace("spans", 'x14ac:dyDescent="0.25" spans')

    assert taken(rows, head) == taken(ORDINARY)
    assert taken(rows, head.replace("2009/9", "2009/8")) is None


def test_not_utf_8_is_left_to_the_parser():
    rows = ORDINARY.replace(">0<", ">ก<").encode("cp874")

    assert quick.split(HEAD.encode() + rows + TAIL.encode(), "sheetData") is None


AROUND = f'<worksheet xmlns="{MAIN}"><cols><col min="1" max="2" width="5"/></cols>'
BESIDE = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
WHOLE = f"{AROUND}<sheetData>{ORDINARY}</sheetData>{BESIDE}"


def test_merged_ranges_and_columns_are_taken_from_the_rest():
    parts = quick.split(WHOLE.encode(), "sheetData")
    column = {"min": "1", "max": "2", "width": "5"}

    assert parts is not None
    assert quick.around(parts) == ([(1, 1, 2, 2)], [column])


@pytest.mark.parametrize(
    ("usual", "unusual"),
    [
        ("<col ", "<col\n"),
        ('<col min="1"', "<col min='1'"),
        ('<col min="1"', '<col min="1" min="2"'),
        ('<col min="1"', '<col xmlns="elsewhere" min="1"'),
        ('<mergeCell ref="A1:B2"/>', '<mergeCell ref="A1:B2" x="1"/>'),
        ('<mergeCell ref="A1:B2"/>', '<mergeCell ref="A1:B2"></mergeCell>'),
        ('ref="A1:B2"', 'ref="B1:A2"'),
        ('ref="A1:B2"', 'ref="A1:XFE2"'),
        ("<mergeCell ref", "<x:mergeCell ref"),
        ("<col min", "<x:col min"),
        ("<cols>", "<!-- --><cols>"),
        ("<cols>", "<?note?><cols>"),
        ("<cols>", '<cols xmlns="elsewhere">'),
        (MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        ("<worksheet", "<x:worksheet"),
        ("worksheet", "chartsheet"),
    ],
)
def test_a_rest_that_is_spelled_otherwise_is_left_to_the_walk(usual, unusual):
    parts = quick.split(WHOLE.replace(usual, unusual).encode(), "sheetData")

    assert parts is not None
    assert quick.around(parts) is None


NAMES = (
    f'<workbook xmlns="{MAIN}"><definedNames><definedName name="a" localSheetId="0">'
    "S!$A$1</definedName></definedNames></workbook>"
)


def test_defined_names_are_taken_from_their_list():
    parts = quick.split(NAMES.encode(), "definedNames")

    assert parts is not None
    assert plain_names(parts) == [("a", "0", "S!$A$1")]


def test_defined_names_as_libreoffice_writes_them_are_taken():
    written = 'function="false" hidden="false" localSheetId="0" name="a" vbProcedure'
    usual = 'name="a" localSheetId="0"'
    content = NAMES.replace(usual, f'{written}="false"').encode()
    parts = quick.split(content, "definedNames")

    assert parts is not None
    assert plain_names(parts) == [("a", "0", "S!$A$1")]


@pytest.mark.parametrize(
    ("usual", "unusual"),
    [
        ("S!$A$1", "S!$A<b/>$1"),
        ("S!$A$1", "S!$A<!-- -->$1"),
        (' localSheetId="0"', ' name="b"'),
        (' localSheetId="0"', ' xmlns="elsewhere"'),
        (' localSheetId="0"', " localSheetId='0'"),
        ("</definedNames>", "</definedNames><definedName/>"),
        ("<workbook", "<x:workbook"),
    ],
)
def test_names_that_are_spelled_otherwise_are_left_to_the_walk(usual, unusual):
    parts = quick.split(NAMES.replace(usual, unusual).encode(), "definedNames")

    assert parts is not None
    assert plain_names(parts) is None


STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode='
    '"0&quot;x&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="164" fontId="0"/><xf numFmtId="1"><a/></xf>'
    "</cellXfs></styleSheet>"
)


def test_number_formats_are_taken_from_their_lists():
    styles = plain_styles(STYLES.encode())

    assert styles is not None
    assert styles.found() == ('0"x"', "0")


@pytest.mark.parametrize(
    ("usual", "unusual"),
    [
        ('numFmtId="164" fontId="0"', 'fontId="0" numFmtId="164"'),
        ('numFmtId="164" fontId="0"', "numFmtId='164' fontId=\"0\""),
        ('<xf numFmtId="1">', '<xf><numFmt numFmtId="1"/>'),
        ("&quot;x", "&#34;x"),
        ('"/></numFmts>', '" a="b"/></numFmts>'),
        ("<numFmt ", "<x:numFmt "),
        ("<xf ", "<x:xf "),
        ("</cellXfs>", "</cellXfs ><cellXfs/>"),
        ("</cellXfs>", "</cellXfs >"),
        ("<cellXfs", "<!-- --><cellXfs"),
    ],
)
def test_styles_that_are_spelled_otherwise_are_left_to_the_walk(usual, unusual):
    assert plain_styles(STYLES.replace(usual, unusual).encode()) is None


TEXTS = f'<sst xmlns="{MAIN}"><si><t xml:space="preserve"> a &amp;b</t></si></sst>'


def test_shared_texts_are_taken_from_their_list():
    assert plain_texts(TEXTS.encode()) == [" a &b"]


@pytest.mark.parametrize(
    ("usual", "unusual"),
    [
        ("<t xml", "<r/><t xml"),
        ("preserve", "default"),
        ("&amp;", "&#38;"),
        ("</sst>", "</sst><a/>"),
        ("</sst>", "<!-- --></sst>"),
        (" a", "<b/>"),
        ("<sst", '<sst a="1"'),
    ],
)
def test_texts_that_are_spelled_otherwise_are_left_to_the_walk(usual, unusual):
    assert plain_texts(TEXTS.replace(usual, unusual).encode()) == []
