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
from functools import partial
from pathlib import Path

from perfeval.book import Book, Figure, Page, Sheet, Table, Value, values_of
from perfeval.excel.inert import inert
from perfeval.excel.page import write_page
from perfeval.excel.pen import GrowingSheet
from perfeval.excel.settled import SettledBook, SettledSheet
from perfeval.excel.styles_of_book import Styles
from perfeval.excel.styles_of_form import NORMAL
from perfeval.patience import patiently

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed time: same in, same bytes
SHEET_NAME = 31  # characters that Excel allows
_NOT_IN_NAMES = re.compile(r"[/:?*\[\]\\']")
_INERT = ("=", "+", "-", "@", "\t", "\r")


def xlsx(book: Book) -> bytes:
    """The bytes of the workbook, ready to print: A4, titles repeated."""
    stream = io.BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(NORMAL)}
    out = SettledBook(stream, options)
    out.set_properties({"created": CREATED})
    for key, value in book.properties.items():
        out.set_custom_property(key, value)
    styles = Styles(out)
    used: set[str] = set()
    for sheet in book.sheets:
        page = sheet.page if isinstance(sheet, Sheet) else sheet
        # A chart is given the figures of its cells when all is written.
        kind = GrowingSheet if _has_chart(page) else SettledSheet
        made = out.add_worksheet(sheet_name(page.title, used), kind)
        write_page(out, made, page, styles)
    out.close()
    return stream.getvalue()


def _has_chart(page: Page) -> bool:
    return any(isinstance(block, Table) and block.chart for block in page.blocks)


def sheet_name(title: str, used: set[str]) -> str:
    """A name that Excel allows, unlike those already used (which it joins)."""
    clean = _NOT_IN_NAMES.sub(" ", title).strip()[:SHEET_NAME] or "แผ่นงาน"
    name, number = clean, 2
    while name.casefold() in used:
        tail = f" ({number})"
        name, number = clean[: SHEET_NAME - len(tail)] + tail, number + 1
    used.add(name.casefold())
    return name


def csv_text(book: Book) -> bytes:
    """The first table as CSV for Excel: UTF-8 with BOM, no cell a formula."""
    stream = io.StringIO(newline="")
    out = csv.writer(stream)
    table = _first_table(book)
    out.writerow([column.key for column in table.columns])
    for row in table.rows:
        out.writerow([_csv(value) for value in values_of(row)])
    return stream.getvalue().encode("utf-8-sig")


def _first_table(book: Book) -> Table:
    first = book.sheets[0]
    page = first.page if isinstance(first, Sheet) else first
    return next(block for block in page.blocks if isinstance(block, Table))


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
        patiently(partial(Path(name).replace, path))
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
