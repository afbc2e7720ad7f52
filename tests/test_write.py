"""A `Book` as a workbook and as CSV; files written whole or not at all."""

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from perfeval.book import Book, Column, Figure, Sheet
from perfeval.excel.inert import CELL_TEXT
from perfeval.excel.settled import PIECE
from perfeval.excel.write import csv_text, save, sheet_name, xlsx

COLUMNS = (
    Column("name", "ชื่อ–สกุล", 20),
    Column("total", "คะแนน", 10, "figure"),
    Column("count", "จำนวน", 8, "centre"),
)
ROWS = (
    ("นางสาวทดสอบ ตัวอย่างดี", Figure("89.996"), 3),
    (None, Figure("90.00"), None),
)
HOSTILE = ["=1+1", "+1", "-1", "@A1", "\t=1+1", "https://example.com", "{=1}"]


def book(*names: str | None, title: str = "คะแนน") -> Book:
    """One sheet of people."""
    rows = tuple((name, Figure("80.00"), None) for name in names) or ROWS
    return Book((Sheet(title, ("หัวเรื่อง", "บรรทัดที่สอง"), COLUMNS, rows, ("หมายเหตุ",)),))


def read(content: bytes) -> openpyxl.Workbook:
    """The workbook as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    """One part of the archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def test_heading_titles_rows_and_closing_stand_in_order() -> None:
    sheet = read(xlsx(book())).worksheets[0]
    rows = [[cell for cell in row if cell is not None] for row in sheet.values]

    assert [row for row in rows if row] == [
        ["หัวเรื่อง"],
        ["บรรทัดที่สอง"],
        ["ชื่อ–สกุล", "คะแนน", "จำนวน"],
        ["นางสาวทดสอบ ตัวอย่างดี", 89.996, 3],
        [90],
        ["หมายเหตุ"],
    ]


def test_a_long_sheet_holds_every_row_where_it_belongs() -> None:
    people = tuple((f"คนที่ {n} & <ดี>", Figure(f"{n}.25"), n) for n in range(4_000))
    content = xlsx(Book((Sheet("คะแนน", ("หัวเรื่อง",), COLUMNS, people),)))
    sheet = read(content).worksheets[0]
    first = next(row for row in range(1, 20) if sheet.cell(row, 3).value == 0)

    assert len(part(content, "xl/worksheets/sheet1.xml")) > 4 * PIECE
    assert len(part(content, "xl/sharedStrings.xml")) > PIECE
    assert sheet.max_row == first + len(people) - 1
    assert sheet.row_dimensions[first].height
    for row, (name, figure, number) in enumerate(people, first):
        values = [cell.value for cell in sheet[row]]
        assert values == [name, float(figure.shown), number]
        assert sheet.row_dimensions[row].height == sheet.row_dimensions[first].height


def test_a_figure_is_a_number_that_shows_as_it_is_printed() -> None:
    sheet = read(xlsx(book())).worksheets[0]
    shown = [
        (cell.value, cell.number_format)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float)
    ]

    assert shown == [(89.996, "0.000"), (3, "0"), (90, "0.00")]


def test_the_same_book_gives_the_same_bytes() -> None:
    assert xlsx(book()) == xlsx(book())


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    content = xlsx(book(text))

    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    cells = [cell for row in read(content).worksheets[0].iter_rows() for cell in row]
    assert text.strip() in [str(cell.value).strip() for cell in cells]


@pytest.mark.parametrize("text", ["a\x00b\x1fc", "\udcff", "\ufffe", "ก" * 40_000])
def test_text_that_no_cell_can_hold_is_made_to_fit(text: str) -> None:
    values = [row[0] for row in read(xlsx(book(text))).worksheets[0].values]

    (held,) = [one for one in values if one and one[0] in "a?ก"]
    assert held == text.translate(
        {0x00: None, 0x1F: None, 0xDCFF: "?", 0xFFFE: "?"}
    )[:CELL_TEXT]  # fmt: skip


def test_a_page_is_ready_to_print() -> None:
    sheet = read(xlsx(book())).worksheets[0]

    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9  # A4
    assert sheet.sheet_properties.pageSetUpPr.fitToPage  # one page wide,
    assert sheet.page_setup.fitToHeight == 0  # as many high as it takes
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "A5"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("คะแนน", "คะแนน"),
        ("a/b:c?d*e[f]g\\h", "a b c d e f g h"),
        ("'quoted'", "quoted"),
        ("", "แผ่นงาน"),
        ("ก" * 40, "ก" * 31),
    ],
)
def test_a_sheet_has_a_name_that_excel_allows(title: str, name: str) -> None:
    assert sheet_name(title, set()) == name


def test_no_two_sheets_share_a_name_in_any_case() -> None:
    used: set[str] = set()

    names = [sheet_name(title, used) for title in ("A", "a", "A", "x" * 31, "X" * 40)]

    assert names == ["A", "a (2)", "A (3)", "x" * 31, "X" * 27 + " (2)"]


def test_csv_has_a_mark_for_excel_and_the_keys_as_titles() -> None:
    content = csv_text(book())

    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        ["name", "total", "count"],
        ["นางสาวทดสอบ ตัวอย่างดี", "89.996", "3"],
        ["", "90.00", ""],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1"])
def test_csv_text_that_could_be_a_formula_gets_a_prefix(text: str) -> None:
    content = csv_text(book(text, "ปกติ")).decode("utf-8-sig")

    _, odd, plain = csv.reader(io.StringIO(content, newline=""))
    assert (odd[0], plain[0]) == (f"'{text}", "ปกติ")


def test_a_saved_file_replaces_the_old_one_and_leaves_nothing_else(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ผล.xlsx"
    path.write_bytes(b"old")

    save(b"new", path)

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "ผล.xlsx"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, limits[1]))  # a disk that is full
    try:
        with pytest.raises(OSError, match="too large"):
            save(b"too much", path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").mkdir()

    with pytest.raises(OSError):  # noqa: PT011  the words differ between systems
        save(b"new", tmp_path / "x.xlsx")

    assert [one.is_dir() for one in tmp_path.iterdir()] == [True]
