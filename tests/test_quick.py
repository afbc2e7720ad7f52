"""The short way through ordinary rows says what the XML walk says, or steps aside."""

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from xlsxwriter import Workbook

import filled
from perfeval.excel import quick
from perfeval.excel.read import read
from perfeval.grid import Sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{MAIN}"><sheetData>'
TAIL = "</sheetData></worksheet>"
ORDINARY = '<row r="2" spans="1:3"><c r="A2" s="1"/><c r="B2" t="s"><v>0</v></c></row>'


def walked(path: Path) -> Path:
    """The same workbook with a comment in each part, which only the walk reads."""
    slow = path.with_name(f"walked-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(slow, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if "worksheets/sheet" in entry.filename or "sharedS" in entry.filename:
                content += b"<!-- read me slowly -->"
            target.writestr(entry.filename, content)
    return slow


def sheets(path: Path) -> tuple[Sheet, ...]:
    workbook, findings = read(path, shown="x")
    assert findings == []
    assert workbook is not None
    return workbook.sheets


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

    assert sheets(path) == sheets(walked(path))


@pytest.mark.parametrize("regulation", [filled.TAMBON, filled.CIVIL])
def test_a_filled_form_reads_alike_on_both_ways(regulation, tmp_path):
    path = filled.write(tmp_path / "form.xlsx", filled.sound(regulation), regulation)

    assert sheets(path) == sheets(walked(path))


def test_rows_of_a_form_take_the_short_way(tmp_path):
    path = filled.write(tmp_path / "form.xlsx", filled.sound())
    with zipfile.ZipFile(path) as package:
        split = quick.split(package.read("xl/worksheets/sheet2.xml"))
        texts = quick.shared(package.read("xl/sharedStrings.xml"))

    assert split is not None
    assert quick.tokens(split.rows)
    assert texts


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
    ],
)
def test_a_byte_that_only_a_parser_may_judge_is_left_to_it(unusual):
    assert quick.split((HEAD + unusual + TAIL).encode()) is None


@pytest.mark.parametrize(
    "unusual",
    [
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
    ],
)
def test_tokens_that_leave_a_gap_are_no_ordinary_rows(unusual):
    split = quick.split((HEAD + unusual + TAIL).encode())

    assert split is not None
    assert quick.tokens(split.rows) is None


def test_ordinary_rows_are_covered_to_the_last_byte():
    split = quick.split((HEAD + ORDINARY + TAIL).encode())

    assert split is not None
    assert len(quick.tokens(split.rows) or []) == 4
    assert split.rest.decode() == HEAD + TAIL


def test_an_attribute_given_twice_is_no_ordinary_row():
    assert quick.attributes(' r="1" r="2"') is None
    assert quick.attributes(' r="1" ht="20"') == {"r": "1", "ht": "20"}


def test_not_utf_8_is_left_to_the_parser():
    rows = ORDINARY.replace(">0<", ">ก<").encode("cp874")

    assert quick.split(HEAD.encode() + rows + TAIL.encode()) is None


AROUND = f'<worksheet xmlns="{MAIN}"><cols><col min="1" max="2" width="5"/></cols>'
BESIDE = '<sheetData></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/>'


def test_merged_ranges_and_columns_are_taken_from_the_rest():
    rest = f"{AROUND}{BESIDE}</mergeCells></worksheet>".encode()

    assert quick.around(rest) == (["A1:B2"], [' min="1" max="2" width="5"'])


@pytest.mark.parametrize(
    ("usual", "unusual"),
    [
        ("<col ", "<col\n"),
        ('<col min="1"', "<col min='1'"),
        ('<mergeCell ref="A1:B2"/>', '<mergeCell ref="A1:B2" x="1"/>'),
        ('<mergeCell ref="A1:B2"/>', '<mergeCell ref="A1:B2"></mergeCell>'),
        ("<mergeCell ref", "<x:mergeCell ref"),
        ("<col min", "<x:col min"),
        (MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        ("<worksheet", "<x:worksheet"),
    ],
)
def test_a_rest_that_is_spelled_otherwise_is_left_to_the_walk(usual, unusual):
    rest = f"{AROUND}{BESIDE}</mergeCells></worksheet>".replace(usual, unusual)

    assert quick.around(rest.encode()) is None
