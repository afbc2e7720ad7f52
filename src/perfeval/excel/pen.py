"""The few strokes that every part of a form sheet is drawn with."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from perfeval.excel.styles_of_form import Styles
from perfeval.forms.spans import Span
from perfeval.grid import column_letters

Value = str | Decimal | date | None
Attributes = Sequence[tuple[str, object]]


class GrowingSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """
    A worksheet whose rows have a height and still grow with what is typed.

    XlsxWriter calls every height the user's own (`customHeight`), and a row of
    such a height is never fitted to its text again.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: Attributes = ()) -> None:
        super()._xml_start_tag_unencoded(tag, _growing(tag, attributes))

    def _prepare_formula(self, formula: str, _expand: bool = False) -> str:
        """
        The formula as the file holds it.

        XlsxWriter searches every formula for each function that came after Excel
        2010. A form uses none (a test holds it to that), and the search took a
        third of the time.
        """
        return formula.removeprefix("=")

    def _xml_empty_tag_unencoded(self, tag: str, attributes: Attributes = ()) -> None:
        super()._xml_empty_tag_unencoded(tag, _growing(tag, attributes))


def _growing(tag: str, attributes: Attributes) -> Attributes:
    if tag != "row":
        return attributes
    return [(key, value) for key, value in attributes if key != "customHeight"]


class Pen:
    """Writes on one sheet; rows and columns are 1-based, as in the layout."""

    def __init__(self, book: Workbook, styles: Styles, out: Worksheet) -> None:
        self.book, self.styles, self.out = book, styles, out

    def label(self, row: int, at: Span, words: str, style: Format) -> None:
        """Words over some columns; an empty cell of that style when there are none."""
        top, left, right = row - 1, at.first - 1, at.last - 1
        if left != right:
            self.out.merge_range(top, left, top, right, words, style)
        elif words:
            self.out.write_string(top, left, words, style)
        else:
            self.out.write_blank(top, left, None, style)

    def input(
        self, row: int, at: Span, kind: str, *, value: Value, locked: bool = False
    ) -> None:
        """A cell to fill, with its value where it is known; `locked` where it stays."""
        style = self.styles.input(kind, given=locked)
        self.label(row, at, "", style)
        if value is not None:
            self.value(row, at.first, value, style)

    def value(self, row: int, column: int, value: Value, style: Format) -> None:
        """One value in one cell; an empty cell of that style for None."""
        top, left = row - 1, column - 1
        if isinstance(value, Decimal):
            self.out.write_number(top, left, float(value), style)
        elif isinstance(value, date):
            midnight = datetime(value.year, value.month, value.day)  # noqa: DTZ001
            self.out.write_datetime(top, left, midnight, style)
        elif value is not None:
            self.out.write_string(top, left, value, style)
        else:
            self.out.write_blank(top, left, None, style)

    def formula(
        self, row: int, at: Span, formula: str, *, saved: Value, style: Format
    ) -> None:
        """
        A live figure, with the value that programs show before recalculating.

        saved: None where it is not worked out; every program then does so itself.
        """
        self.label(row, at, "", style)
        value = float(saved) if isinstance(saved, Decimal) else saved
        shown = "" if value is None else value
        self.out.write_formula(row - 1, at.first - 1, formula, style, shown)

    def mark(
        self,
        first: int,
        last: int,
        at: Span,
        condition: str,
        style: Format | None = None,
    ) -> None:
        """A deeper colour on some rows while a condition of the first one holds."""
        rule = {"type": "formula", "criteria": f"={condition}"}
        rule["format"] = style or self.styles.waiting
        top, left = first - 1, at.first - 1
        self.out.conditional_format(top, left, last - 1, at.last - 1, rule)

    def name(self, name: str, column: int, first: int, last: int | None = None) -> None:
        """Give a cell, or some rows of a column, a name of this sheet's own."""
        sheet = self.out.get_name().replace("'", "''")
        letters = column_letters(column)
        place = f"${letters}${first}"
        if last is not None:
            place += f":${letters}${last}"
        self.book.define_name(f"'{sheet}'!{name}", f"='{sheet}'!{place}")
