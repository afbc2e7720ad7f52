"""
Write a `Book` as a workbook or as CSV, and any output whole or not at all.

Everything from outside is text: nothing in a cell can become a formula or a
link. The same book gives the same bytes.
"""

import contextlib
import csv
import io
import os
import re
import tempfile
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from perfeval.book import Book, Figure, Sheet, Value
from perfeval.excel.heights import height

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed time: same in, same bytes
FONT, SIZE = "TH SarabunPSK", 16  # points
MARGIN = 0.59  # inches, 1.5 cm
A4 = 9
SHEET_NAME = 31  # characters that Excel allows
_NOT_IN_NAMES = re.compile(r"[/:?*\[\]\\']")
CELL_TEXT = 32_767  # characters that Excel allows in a cell
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")  # of a broken file name
_INERT = ("=", "+", "-", "@", "\t", "\r")


def xlsx(book: Book) -> bytes:
    """The bytes of the workbook, ready to print: A4 landscape, titles repeated."""
    stream = io.BytesIO()
    out = Workbook(stream, {"in_memory": True})
    out.set_properties({"created": CREATED})
    used: set[str] = set()
    for sheet in book.sheets:
        _sheet(out, sheet, sheet_name(sheet.title, used))
    out.close()
    return stream.getvalue()


def sheet_name(title: str, used: set[str]) -> str:
    """A name that Excel allows, unlike those already used (which it joins)."""
    clean = _NOT_IN_NAMES.sub(" ", title).strip()[:SHEET_NAME] or "แผ่นงาน"
    name, number = clean, 2
    while name.casefold() in used:
        tail = f" ({number})"
        name, number = clean[: SHEET_NAME - len(tail)] + tail, number + 1
    used.add(name.casefold())
    return name


def _sheet(book: Workbook, sheet: Sheet, name: str) -> None:
    out = book.add_worksheet(name)
    plain = _format(book)
    last = len(sheet.columns) - 1
    for number, column in enumerate(sheet.columns):
        out.set_column(number, number, column.width, plain)
    row = 0
    for number, line in enumerate(sheet.heading):
        style = _format(book, bold=not number, align="center", text_wrap=True)
        out.merge_range(row, 0, row, last, inert(line), style)
        row += 1
    heading = row + 1 if sheet.heading else row
    title = _format(
        book, bold=True, border=1, bg_color="#DCE6F1", align="center", text_wrap=True
    )
    for number, column in enumerate(sheet.columns):
        out.write_string(heading, number, column.title, title)
    out.set_row(heading, 44)
    _rows(book, out, sheet, heading + 1)
    row = heading + len(sheet.rows) + 2
    for line in sheet.closing:
        out.merge_range(row, 0, row, last, inert(line), _format(book, text_wrap=True))
        row += 1
    _page(out, heading, max(row, heading + 2), last)


def _rows(book: Workbook, out: Worksheet, sheet: Sheet, first: int) -> None:
    styles: dict[tuple[str, int], Format] = {}
    for row, values in enumerate(sheet.rows, first):
        tallest = 0.0
        for number, (column, value) in enumerate(
            zip(sheet.columns, values, strict=True)
        ):
            places = _places(value)
            key = (column.kind, places)
            if key not in styles:
                styles[key] = _body(book, column.kind, places)
            _write(out, row, number, value, style=styles[key])
            if isinstance(value, str):
                tallest = max(tallest, height(value, column.width))
        out.set_row(row, max(tallest, 24))


def _places(value: Value) -> int:
    if not isinstance(value, Figure):
        return 0
    return len(value.shown.partition(".")[2])


def _body(book: Workbook, kind: str, places: int) -> Format:
    align = "left" if kind == "text" else "center"
    digits = "0." + "0" * places if places else "0"
    return _format(
        book, border=1, align=align, valign="top", text_wrap=True, num_format=digits
    )


def _write(
    out: Worksheet, row: int, column: int, value: Value, *, style: Format
) -> None:
    if isinstance(value, Figure):
        out.write_number(row, column, float(value.shown), style)
    elif isinstance(value, int):
        out.write_number(row, column, value, style)
    elif value is None:
        out.write_blank(row, column, None, style)
    else:
        out.write_string(row, column, inert(value), style)


def _page(out: Worksheet, heading: int, last_row: int, last_column: int) -> None:
    out.set_landscape()
    out.set_paper(A4)
    out.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    out.fit_to_pages(1, 0)
    out.repeat_rows(heading)
    out.freeze_panes(heading + 1, 0)
    out.print_area(0, 0, last_row - 1, last_column)
    out.set_footer("&R&12หน้า &P จาก &N")


def _format(book: Workbook, **properties: object) -> Format:
    return book.add_format({"font_name": FONT, "font_size": SIZE, **properties})


def inert(text: str) -> str:
    """The text as a cell can hold it; always written as a string, never a formula."""
    return _NOT_XML.sub("?", _CONTROL.sub("", text))[:CELL_TEXT]


def csv_text(book: Book) -> bytes:
    """The first sheet as CSV for Excel: UTF-8 with BOM, no cell a formula."""
    stream = io.StringIO(newline="")
    out = csv.writer(stream)
    sheet = book.sheets[0]
    out.writerow([column.key for column in sheet.columns])
    for row in sheet.rows:
        out.writerow([_csv(value) for value in row])
    return stream.getvalue().encode("utf-8-sig")


def _csv(value: Value) -> str:
    if isinstance(value, Figure):
        return value.shown
    text = "" if value is None else inert(str(value))
    return f"'{text}" if text.startswith(_INERT) else text


def save(content: bytes, path: Path) -> None:
    """
    Put bytes in a file, whole or not at all.

    Raises:
        OSError: the folder cannot be written, the disk is full, or the file is
            held open; whatever stood at `path` is untouched.
    """
    handle, name = tempfile.mkstemp(prefix=".perfeval-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
