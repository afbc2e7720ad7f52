"""
Builds the roster to fill in: empty, or with the people who are already known.

Every column gets a defined name, by which it is found again. The sheet is not
protected: people insert, paste and sort rows in it.

What stands in a row is printed, and one page of rows to fill in by hand: the other
prepared rows are not to be seen until people come near them, and the area to print
is made of whole columns, which every program ends at the last row that holds anything.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from perfeval.excel.heights import height
from perfeval.excel.list_choices import Choices, write_choices
from perfeval.excel.list_guide import heading_of, write_guide
from perfeval.excel.pen import GrowingSheet, Pen, Value
from perfeval.excel.roster_checks import count_words, mark_faults, row_check
from perfeval.excel.styles_of_form import FONT, NORMAL, Styles
from perfeval.excel.validation import LIST, TITLE
from perfeval.forms.list_schema import ListColumn, ListForm
from perfeval.forms.locate_list import name_of
from perfeval.forms.spans import Span
from perfeval.grid import address, column_letters

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed time: same in, same bytes
MARGIN, FOOT = 0.59, 0.63  # inches; the foot has room for the page number
A4, SCALE = 9, 68  # paper; percent at which two pages across hold all columns
ROW, HEAD_ROW = 23, 66  # points
HEADING = 5  # row of the headings; people stand below it
PADDING = 2  # characters that indent and borders take from a column
CHECK_WIDTH = 26  # characters
SEEN = 24  # empty rows that are seen and printed: about a page
NEAR = 10  # rows above, in one of which something stands, that make a row be seen
LAST_ROW = 1_048_576  # of a sheet of Excel
OTHERS = "evaluators"  # the list of those who evaluate without a row
Person = Mapping[str, Value]


def build(
    listed: ListForm,
    choices: Choices,
    heading: str,
    people: Sequence[Person] = (),
) -> bytes:
    """
    The bytes of a roster; the same for the same input.

    Args:
        choices: the lists of the dropdowns by `choices_from`, and `evaluators`:
            ids that may evaluate without a row of their own.
        heading: the line under the title: the office and the round.
        people: values by column key; choices as the dropdown shows them.
    """
    stream = BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(NORMAL)}
    book = Workbook(stream, options)
    book.set_properties({"created": CREATED, "title": listed.title})
    styles = Styles(book)
    write_guide(book, styles, listed)
    out = book.add_worksheet(listed.sheet, GrowingSheet)
    places = write_choices(book, styles, listed, choices)
    _Roster(Pen(book, styles, out), listed, places).write(heading, people)
    out.activate()
    book.close()
    return stream.getvalue()


class _Roster:
    """The sheet of the list itself."""

    def __init__(self, pen: Pen, listed: ListForm, places: Mapping[str, str]) -> None:
        self.pen, self.listed, self.places = pen, listed, places
        self.first, self.width = HEADING + 1, len(listed.columns)
        self.seen = HEADING + SEEN  # the last row that is seen while it is empty

    def write(self, heading: str, people: Sequence[Person]) -> None:
        """Title, headings, a row for everybody, rows to fill, checks, page."""
        last = HEADING + max(self.listed.rows, len(people))
        self.seen = min(last, HEADING + max(SEEN, len(people)))
        self._heading(heading, last)
        for place, column in enumerate(self.listed.columns, 1):
            self._column(place, column, people, last)
        for row, person in enumerate(people, self.first):
            self.pen.out.set_row(row - 1, self._tall(person))
        self._checks(last)
        self._page(last)

    def _heading(self, heading: str, last: int) -> None:
        pen, whole = self.pen, Span(1, 9)  # as far as the first page
        pen.label(1, whole, self.listed.title, pen.styles.title)
        pen.label(2, whole, heading, pen.styles.subtitle)
        words = count_words(self.listed, self.first, last)
        pen.formula(3, whole, words, saved=None, style=pen.styles.subtitle)
        for place, column in enumerate(self.listed.columns, 1):
            at, words = Span(place, place), heading_of(column)
            pen.label(HEADING, at, words, pen.styles.heading)
            pen.name(name_of(self.listed, column), place, HEADING, last)
        at = Span(self.width + 1, self.width + 1)
        pen.label(HEADING, at, self.listed.checks, pen.styles.heading)

    def _column(
        self, place: int, column: ListColumn, people: Sequence[Person], last: int
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

    def _tall(self, person: Person) -> float:
        """The height of a row, for programs that do not work it out."""
        texts = [
            height(value, float(column.width) - PADDING)
            for column in self.listed.columns
            if isinstance(value := person.get(column.key), str)
        ]
        return max(ROW, *texts)

    def _rule(self, column: ListColumn) -> dict[str, object]:
        """The dropdown and the prompt of one column."""
        rule: dict[str, object] = {"validate": "any"}
        words = [choice.label for choice in column.choices] or [*column.suggestions]
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
        if column.suggestions:
            rule["show_error"] = False
        if column.prompt:
            rule["input_title"] = column.label[:TITLE]
            rule["input_message"] = column.prompt[:LIST]
        return rule

    def _checks(self, last: int) -> None:
        """What each row still lacks, in words and in colour."""
        pen, at = self.pen, Span(self.width + 1, self.width + 1)
        pen.out.set_column(self.width, self.width, CHECK_WIDTH, pen.styles.plain)
        for row in range(self.first, last + 1):
            check = row_check(self.listed, self.places, row=row, first=self.first)
            style = pen.styles.checked if row <= self.seen else pen.styles.note
            pen.formula(row, at, check, saved=None, style=style)
        mark_faults(pen, self.listed, self.first, last)
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
        out.set_print_scale(SCALE)
        if self.listed.page_break:
            out.set_v_pagebreaks([keys.index(self.listed.page_break) + 1])
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
