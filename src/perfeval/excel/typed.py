"""
A copy of a workbook of ours with values typed into it, as people do by hand.

Only for our own papers: openpyxl, which loads and saves it, does not keep all that a
workbook from elsewhere may hold.
"""

import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from openpyxl import load_workbook

from perfeval.excel.timeless import timeless

Typed = str | Decimal | int | date


def typed(content: bytes, cells: Mapping[tuple[str, str], Typed]) -> bytes:
    """
    The workbook with some cells filled in; the same for the same input.

    Args:
        cells: what is typed, by the title of the sheet and the A1 address.
    """
    book = load_workbook(io.BytesIO(content))
    for (sheet, address), value in cells.items():
        book[sheet][address] = value
    stream = io.BytesIO()
    book.save(stream)
    return timeless(stream.getvalue())
