"""
A marked copy of a workbook that came back: its faults in colour, with a list.

openpyxl loads and saves it to new bytes; the workbook itself is never touched. What
openpyxl does not keep (pictures, shapes) is missing in the copy, and that is said.
"""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from perfeval.catalogue import Severity
from perfeval.excel.heights import height
from perfeval.excel.inert import inert
from perfeval.excel.timeless import timeless
from perfeval.findings import Finding

# What openpyxl raises over a workbook that it does not understand.
NOT_UNDERSTOOD = (
    *(ValueError, KeyError, TypeError, AttributeError, IndexError),
    *(InvalidFileException, zipfile.BadZipFile, ParseError),
)
LIST, AUTHOR = "ข้อตรวจพบ", "perfeval"
LOST_WORDS = "สำเนานี้ไม่มีรูปภาพหรือรูปร่างของสมุดงานเดิม กรุณาแก้ไขในสมุดงานเดิม แล้วส่งสมุดงานเดิม"
GUIDE = "สีในแผ่นงานชี้ช่องที่ต้องดู คลิกที่ชื่อช่องเพื่อไปยังช่องนั้น สำเนานี้ใช้ดูเท่านั้น ให้แก้ในสมุดงานเดิม"
COLOURS = {
    Severity.ERROR: "FFC7CE",
    Severity.WARNING: "FFEB9C",
    Severity.NOTE: "DDEBF7",
}
WORDS = {
    Severity.ERROR: "ต้องแก้ไข",
    Severity.WARNING: "ควรตรวจสอบ",
    Severity.NOTE: "หมายเหตุ",
}
ORDER = tuple(COLOURS)  # the gravest first: its colour is the one that shows
TITLES = ("ความสำคัญ", "รหัส", "แผ่นงาน", "ช่อง", "ที่พบ", "ข้อความ", "วิธีแก้ไข", "ข้อ")
WIDTHS = (15, 10, 18, 12, 16, 46, 46, 34)
FONT, SIZE = "TH SarabunPSK", 16
LINK = "0563C1"
HEADER = 3  # the row of the titles; the guide and what is lost stand above
TALLEST = 409  # points that a row may have
NOTE_SIZE = (360, 140)  # pixels of a comment
_DRAWN = re.compile(r"xl/(media|drawings|charts|embeddings|ctrlProps)/[^/]+")


@dataclass(frozen=True, slots=True)
class Copy:
    """A marked copy. is_poorer: pictures or shapes of the workbook are not in it."""

    content: bytes
    is_poorer: bool


def annotate(content: bytes, findings: Sequence[Finding]) -> Copy | None:
    """
    The workbook with its findings marked; None where openpyxl cannot take it.

    Args:
        content: of a workbook that our own reader has read: its limits hold.
    """
    try:
        book = load_workbook(io.BytesIO(content), keep_links=False)
        is_poorer = bool(_drawn(content) - _drawn(_saved(book)))
    except NOT_UNDERSTOOD:
        return None
    ordered = sorted(findings, key=lambda one: ORDER.index(one.severity))
    for (title, address), told in _by_cell(ordered).items():
        if title in book.sheetnames and isinstance(book[title], Worksheet):
            _mark(book[title], address, told)
    _list(book, ordered, is_poorer=is_poorer)
    return Copy(timeless(_saved(book)), is_poorer)


def _drawn(content: bytes) -> frozenset[str]:
    """The pictures, shapes and charts of a package; comments are drawings too."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
    return frozenset(
        name for name in names if _DRAWN.fullmatch(name) and "vml" not in name.lower()
    )


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _by_cell(
    findings: Iterable[Finding],
) -> Mapping[tuple[str, str], list[Finding]]:
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        for address in one.cells:
            found[one.sheet or "", address].append(one)
    return found


def _mark(sheet: Worksheet, address: str, told: Sequence[Finding]) -> None:
    """The colour of the gravest finding, and all of them as a comment."""
    cell = _top_left(sheet, address)
    cell.fill = PatternFill("solid", fgColor=COLOURS[told[0].severity])
    before = [cell.comment.text] if cell.comment else []
    text = "\n\n".join([*before, *map(_told, told)])
    width, tall = NOTE_SIZE
    cell.comment = Comment(inert(text), AUTHOR, height=tall * len(told), width=width)


def _told(one: Finding) -> str:
    return (
        f"{one.code} {WORDS[one.severity]}: {one.message('th')}\n→ {one.remedy('th')}"
    )


def _top_left(sheet: Worksheet, address: str) -> Cell:
    """The cell that shows what is typed at an address, also inside a merged range."""
    cell = sheet[address]
    if isinstance(cell, MergedCell):
        (span,) = (one for one in sheet.merged_cells.ranges if address in one)
        cell = sheet.cell(span.min_row, span.min_col)
    return cast("Cell", cell)


def _list(book: Workbook, findings: Sequence[Finding], *, is_poorer: bool) -> None:
    """A first sheet with every finding, each with a link to its cell."""
    sheet = book.create_sheet(_free(book), 0)
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    _write(sheet, 1, 1, GUIDE)
    for row in range(1, HEADER + 1):
        sheet.row_dimensions[row].height = height("", WIDTHS[0])
    if is_poorer:
        _write(sheet, 2, 1, LOST_WORDS).font = _font(bold=True, color="C00000")
    for place, (title, width) in enumerate(zip(TITLES, WIDTHS, strict=True), 1):
        cell = _write(sheet, HEADER, place, title)
        cell.font = _font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    for row, one in enumerate(findings, HEADER + 1):
        texts = tuple(_row(one))
        for place, value in enumerate(texts, 1):
            _write(sheet, row, place, value)
        tallest = max(map(height, texts, WIDTHS))
        sheet.row_dimensions[row].height = min(tallest, TALLEST)
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=COLOURS[one.severity])
        if one.cell and one.sheet in book.sheetnames:
            cell = sheet.cell(row, TITLES.index("ช่อง") + 1)
            _link(cast("Cell", cell), one.sheet, one.cell)
    sheet.freeze_panes = f"A{HEADER + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADER}:{HEADER}"


def _font(*, bold: bool = False, color: str | None = None) -> Font:
    """The letters of the list; a link is told by its colour and its line."""
    font = Font(name=FONT, size=SIZE, bold=bold, color=color)
    if color == LINK:
        font.underline = "single"
    return font


def _free(book: Workbook) -> str:
    """A name for the list that no sheet has."""
    taken = {name.casefold() for name in book.sheetnames}
    names = (LIST, *(f"{LIST} ({number})" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)


def _row(one: Finding) -> Iterator[str]:
    yield WORDS[one.severity]
    yield one.code
    yield one.sheet or ""
    yield ", ".join(one.cells)
    yield one.found or ""
    yield one.message("th")
    yield one.remedy("th")
    yield one.clause or ""


def _write(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A text in a cell, whatever it looks like."""
    cell = cast("Cell", sheet.cell(row, column))
    cell.value = inert(text)
    cell.data_type = "s"
    is_body = row > HEADER
    cell.alignment = Alignment(wrap_text=is_body, vertical="top")
    cell.font = _font()
    return cell


def _link(cell: Cell, sheet: str, address: str) -> None:
    place = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{place}'!{address}")
    cell.font = _font(color=LINK)
