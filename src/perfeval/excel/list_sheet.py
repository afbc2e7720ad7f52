"""
The sheet of a list to fill in: empty, or with the rows that are already known.

Every column gets a defined name, by which it is found again. The sheet is not
protected: people insert, paste and sort rows in it.

What stands in a row is printed, and one page of rows to fill in by hand: the other
prepared rows are not to be seen until people come near them, and the area to print
is made of whole columns, which every program ends at the last row that holds anything.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from perfeval.excel.heights import height
from perfeval.excel.list_checks import count_words, mark_faults
from perfeval.excel.list_guide import heading_of
from perfeval.excel.pen import Pen, Value
from perfeval.excel.styles_of_form import FONT
from perfeval.excel.validation import LIST, TITLE
from perfeval.forms.list_schema import ListColumn, ListForm
from perfeval.forms.locate_list import declared, name_of
from perfeval.forms.schema import Input
from perfeval.forms.spans import Span
from perfeval.grid import address, column_letters

MARGIN, FOOT = 0.59, 0.63  # inches; the foot has room for the page number
A4, SCALE = 9, 68  # paper; percent at which two pages across hold all columns
ROW, HEAD_ROW = 23, 66  # points
DECLARED, HEADING = 4, 5  # rows; people stand below the headings
LABEL = 4  # columns of the label of what is declared
ACROSS = 9  # columns of the first page
PADDING = 2  # characters that indent and borders take from a column
CHECK_WIDTH = 26  # characters
SEEN = 24  # empty rows that are seen and printed: about a page
NEAR = 10  # rows above, in one of which something stands, that make a row be seen
LAST_ROW = 1_048_576  # of a sheet of Excel
Row = Mapping[str, Value]


class Checks(NamedTuple):
    """
    How a list checks itself while people fill it.

    row: the formula that says what a row lacks: lists, row, first row.
    what: what a row is, and its unit. unique: an id stands in one row only.
    """

    row: Callable[[Mapping[str, str], int, int], str]
    what: tuple[str, str]
    unique: bool = True


class ListSheet:
    """The sheet of a list, empty or with the rows that are already known."""

    def __init__(
        self, pen: Pen, listed: ListForm, places: Mapping[str, str], told: Checks
    ) -> None:
        self.pen, self.listed, self.places, self.told = pen, listed, places, told
        self.first, self.width = HEADING + 1, len(listed.columns)
        self.seen = HEADING + SEEN  # the last row that is seen while it is empty

    def write(
        self, heading: str, people: Sequence[Row], *, declared_as: str | None = None
    ) -> None:
        """Title, headings, a row for everybody, rows to fill, checks, page."""
        last = HEADING + max(self.listed.rows, len(people))
        self.seen = min(last, HEADING + max(SEEN, len(people)))
        self._heading(heading, last)
        self._declaration(declared_as)
        for place, column in enumerate(self.listed.columns, 1):
            self._column(place, column, people, last)
        for row, person in enumerate(people, self.first):
            self.pen.out.set_row(row - 1, self._tall(person))
        self._checks(last)
        self._page(last)

    def _heading(self, heading: str, last: int) -> None:
        pen, whole = self.pen, Span(1, min(self.width, ACROSS))
        pen.label(1, whole, self.listed.title, pen.styles.title)
        pen.label(2, whole, heading, pen.styles.subtitle)
        words = count_words(self.listed, self.first, last, what=self.told.what)
        pen.formula(3, whole, words, saved=None, style=pen.styles.subtitle)
        for place, column in enumerate(self.listed.columns, 1):
            at, words = Span(place, place), heading_of(column)
            pen.label(HEADING, at, words, pen.styles.heading)
            pen.name(name_of(self.listed, column), place, HEADING, last)
        at = Span(self.width + 1, self.width + 1)
        pen.label(HEADING, at, self.listed.checks, pen.styles.heading)

    def _declaration(self, said: str | None) -> None:
        """The cell above the list that speaks of all of it, where there is one."""
        spec, pen = self.listed.declaration, self.pen
        if spec is None:
            return
        pen.label(DECLARED, Span(1, LABEL), spec.label, pen.styles.label)
        at = Span(LABEL + 1, LABEL + 1)
        pen.input(DECLARED, at, spec.kind, value=said)
        place = (DECLARED - 1, LABEL, DECLARED - 1, LABEL)
        pen.out.data_validation(*place, self._rule(spec))
        pen.name(declared(self.listed), LABEL + 1, DECLARED)

    def _column(
        self, place: int, column: ListColumn, people: Sequence[Row], last: int
    ) -> None:
        out, styles = self.pen.out, self.pen.styles
        shown = column.number_format
        style = styles.shown_as(shown) if shown else styles.input(column.kind)
        out.set_column(place - 1, place - 1, float(column.width), styles.plain)
        for row in range(self.first, last + 1):
            place_in = row - self.first
            known = people[place_in].get(column.key) if place_in < len(people) else None
            unseen = row > self.seen
            look = styles.bare(column.kind, shown) if unseen else style
            self.pen.value(row, place, known, look)
        rule = self._rule(column)
        out.data_validation(self.first - 1, place - 1, last - 1, place - 1, rule)

    def _tall(self, person: Row) -> float:
        """The height of a row, for programs that do not work it out."""
        texts = [
            height(value, float(column.width) - PADDING)
            for column in self.listed.columns
            if isinstance(value := person.get(column.key), str)
        ]
        return max(ROW, *texts)

    def _rule(self, column: Input) -> dict[str, object]:
        """The dropdown and the prompt of one column."""
        rule: dict[str, object] = {"validate": "any"}
        suggested = column.suggestions if isinstance(column, ListColumn) else ()
        words = [choice.label for choice in column.choices] or [*suggested]
        if column.choices_from or words:
            rule = {
                "validate": "list",
                "source": f"={self.places[column.choices_from]}"
                if column.choices_from
                else words,
                "error_title": "ไม่อยู่ในรายการ",
                "error_message": "เลือกจากรายการที่ปรากฏเมื่อคลิกช่องนี้",
                "error_type": "stop" if column.strict_choice else "warning",
            }
        if suggested:
            rule["show_error"] = False
        if isinstance(column, ListColumn) and column.at_least is not None:
            rule = {
                "validate": "decimal",
                "criteria": ">=",
                "value": float(column.at_least),
                "error_title": "ต้องเป็นตัวเลข",
                "error_message": f"พิมพ์ตัวเลขตั้งแต่ {column.at_least} ขึ้นไป",
            }
        if column.prompt:
            rule["input_title"] = column.label[:TITLE]
            rule["input_message"] = column.prompt[:LIST]
        return rule

    def _checks(self, last: int) -> None:
        """What each row still lacks, in words and in colour."""
        pen, at = self.pen, Span(self.width + 1, self.width + 1)
        pen.out.set_column(self.width, self.width, CHECK_WIDTH, pen.styles.plain)
        for row in range(self.first, last + 1):
            check = self.told.row(self.places, row, self.first)
            style = pen.styles.checked if row <= self.seen else pen.styles.note
            pen.formula(row, at, check, saved=None, style=style)
        mark_faults(pen, self.listed, self.first, last, unique=self.told.unique)
        self._show_near(last)

    def _show_near(self, last: int) -> None:
        """Rows below the seen ones get their look where people come near them."""
        row, styles, width = self.seen + 1, self.pen.styles, self.width
        if row > last:
            return
        within = f"$A{max(self.first, row - NEAR)}:${column_letters(width)}{row}"
        rule = {"type": "formula", "criteria": f"=COUNTA({within})>0"}
        for first, to, style in (
            (0, width - 1, styles.in_use),
            (width, width, styles.check_in_use),
        ):
            look = {**rule, "format": style}
            self.pen.out.conditional_format(row - 1, first, last - 1, to, look)

    def _page(self, last: int) -> None:
        """Paper, two pages across, titles repeated, where the cursor starts."""
        out, keys = self.pen.out, [column.key for column in self.listed.columns]
        repeated = keys.index(self.listed.repeat)
        out.set_default_row(ROW)
        out.set_row(HEADING - 1, HEAD_ROW)
        out.set_landscape()
        out.set_paper(A4)
        out.set_margins(MARGIN, MARGIN, MARGIN, FOOT)
        if self.listed.page_break:
            out.set_print_scale(SCALE)
            out.set_v_pagebreaks([keys.index(self.listed.page_break) + 1])
        else:
            out.fit_to_pages(1, 0)
        out.repeat_rows(HEADING - 1)
        out.repeat_columns(0, repeated)
        page = f'&"{FONT},Regular"&14หน้า &P จาก &N'
        out.set_footer(f"&R{page}", {"margin": MARGIN / 2})
        out.freeze_panes(HEADING, repeated + 1)
        self._print_area()
        out.autofilter(HEADING - 1, 0, last - 1, self.width)
        out.hide_gridlines(2)
        out.set_selection(self.first - 1, 0, self.first - 1, 0)
        ids = f"A{self.first}:{address(last, self.width)}"
        out.ignore_errors({"number_stored_as_text": ids})

    def _print_area(self) -> None:
        """Whole columns, the checks left out; spelled as openpyxl can read it too."""
        sheet = self.listed.sheet.replace("'", "''")
        area = f"$A$1:${column_letters(self.width)}${LAST_ROW}"
        self.pen.book.define_name(f"'{sheet}'!_xlnm.Print_Area", f"='{sheet}'!{area}")
