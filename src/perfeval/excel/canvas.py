"""One worksheet that is filled from the top, and what is known of its rows."""

import math
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from perfeval.book import Figure, Rule, Value
from perfeval.excel.edges import Edges
from perfeval.excel.heights import height
from perfeval.excel.inert import inert
from perfeval.excel.rules import validation
from perfeval.excel.settled import SettledSheet
from perfeval.excel.styles_of_book import Styles
from perfeval.grid import column_letters

PIXEL = 0.75  # points
ROW = 24.0  # points, a row of one line
SURE = 0.97  # of a column: a sheet shrunk to its page rounds the width of each letter
PREFIX = "pe_"  # of every defined name that is read back


class Canvas:
    """
    Writes on one sheet, row after row; rows and columns are 0-based.

    kept: first row -> last row of what must stay on one page.
    body: the rows of the last table.
    is_open: True once a cell was unlocked for people.
    """

    def __init__(
        self, book: Workbook, out: Worksheet, *, styles: Styles, edges: Edges
    ) -> None:
        self.book, self.out, self.styles, self.edges = book, out, styles, edges
        self.heights: list[float] = []
        self.kept: dict[int, int] = {}
        self.body: list[int] = []
        self.is_open = False

    @property
    def row(self) -> int:
        """The next row to write."""
        return len(self.heights)

    @property
    def whole(self) -> tuple[int, int]:
        """All columns."""
        return 0, self.edges.last

    def close(self, points: float = ROW) -> None:
        """End the present row at a height that still grows with its text."""
        drawn = math.ceil(points / PIXEL) * PIXEL  # no program draws half a pixel
        self.out.set_row(self.row, drawn)
        if isinstance(self.out, SettledSheet):
            self.out.settle(self.row)
        self.heights.append(drawn)

    def keep(self, first: int, last: int) -> None:
        """Hold some rows together on one page."""
        self.kept[first] = max(last, self.kept.get(first, last))

    def put(self, at: tuple[int, int], value: Value | date, style: Format) -> None:
        """A value over some columns of the present row; all text stays text."""
        first, last = at
        if first != last:
            self.out.merge_range(self.row, first, self.row, last, "", style)
        if isinstance(value, Figure):
            told = value.shown if value.exact is None else value.exact
            self.out.write_number(self.row, first, float(told), style)
        elif isinstance(value, int):
            self.out.write_number(self.row, first, value, style)
        elif isinstance(value, date):
            midnight = datetime(value.year, value.month, value.day)  # noqa: DTZ001
            self.out.write_datetime(self.row, first, midnight, style)
        elif value is None:
            self.out.write_blank(self.row, first, None, style)
        else:
            self.out.write_string(self.row, first, inert(value), style)

    def tall(
        self, value: Value | date, at: tuple[int, int], *, bold: bool = False
    ) -> float:
        """Points that a value takes in some columns, one line at least."""
        if not isinstance(value, str):
            return ROW
        return max(ROW, height(value, self.edges.width(*at) * SURE, bold=bold))

    def lines(self, texts: Sequence[str], style: Format, *, bold: bool = False) -> None:
        """Lines of text over the whole width."""
        for text in texts:
            self.put(self.whole, text, style)
            self.close(self.tall(text, self.whole, bold=bold))

    def rule(self, column: int, rule: Rule, rows: tuple[int, int]) -> None:
        """What people may type into some cells of a column."""
        self.is_open = True
        self.out.data_validation(rows[0], column, rows[1], column, validation(rule))

    def name(self, key: str, column: int, rows: tuple[int, int]) -> None:
        """Give a cell, or some rows of a column, a name of this sheet's own."""
        sheet = self.out.get_name().replace("'", "''")
        letters = column_letters(column + 1)
        ends = [f"${letters}${row + 1}" for row in sorted({*rows})]
        self.book.define_name(
            f"'{sheet}'!{PREFIX}{key}", f"='{sheet}'!{':'.join(ends)}"
        )

    def parts(self, count: int) -> list[tuple[int, int]]:
        """So many spans of about the same width over the whole sheet."""
        ends = [self.edges.at[-1] * number / count for number in range(count + 1)]
        return [self.edges.span(left, right) for left, right in pairwise(ends)]
