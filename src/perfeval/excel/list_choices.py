"""
The sheet of what the dropdowns of a list offer, where people may add to it.

Kept on a sheet, since Excel holds a list inside a cell only up to 255 characters.
What is given is printed; the empty rows below, kept to add some, are not.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from xlsxwriter import Workbook

from perfeval.excel.heights import CHARACTER, height, width
from perfeval.excel.instructions import MARGIN, ROW
from perfeval.excel.pen import GrowingSheet, Pen
from perfeval.excel.styles_of_form import Styles
from perfeval.forms.list_schema import ListForm
from perfeval.forms.spans import Span
from perfeval.grid import column_letters

ROOM = 40  # rows of a list of choices, with room to add some; more where more are given
HEADING = 3  # row of the headings; the choices begin below it
LEAST, MOST = 30, 60  # characters of a column
PADDING = 5  # characters: indent, borders, and what a shrunk sheet rounds
A4 = 9
Choices = Mapping[str, tuple[str, Iterable[str]]]  # list -> heading, words


def write_choices(
    book: Workbook, styles: Styles, listed: ListForm, choices: Choices
) -> Mapping[str, str]:
    """
    A column a list.

    Returns:
        The range of each list, as far as it is filled, as formulas name it.
    """
    out = book.add_worksheet(listed.choices_sheet, GrowingSheet)
    pen = Pen(book, styles, out)
    given = {key: [*words] for key, (_, words) in choices.items()}
    room = max(ROOM, *map(len, given.values()))
    places = {}
    for column, (key, (heading, _)) in enumerate(choices.items(), 1):
        pen.label(HEADING, Span(column, column), heading, styles.heading)
        _column(pen, column, given[key], room)
        places[key] = _filled(listed.choices_sheet, column, room)
    _page(pen, [*given.values()], listed.choices_guide)
    return places


def _column(pen: Pen, column: int, words: Sequence[str], room: int) -> None:
    """The words of one list, and the empty cells to add some."""
    for row in range(room):
        word = words[row] if row < len(words) else None
        pen.input(HEADING + 1 + row, Span(column, column), "text", value=word)


def _page(pen: Pen, lists: Sequence[Sequence[str]], guide: str) -> None:
    """What the sheet is for, columns as wide as their words, paper for those."""
    out, wide = pen.out, [*map(_wide, lists)]
    out.set_default_row(ROW)
    for column, characters in enumerate(wide):
        out.set_column(column, column, characters, pen.styles.plain)
    pen.label(1, Span(1, len(wide)), guide, pen.styles.guide)
    out.set_row(0, max(ROW, height(guide, sum(wide) - PADDING)))
    out.freeze_panes(HEADING, 0)
    out.set_landscape()
    out.set_paper(A4)
    out.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    out.fit_to_pages(1, 0)
    longest = max(map(len, lists))
    out.print_area(0, 0, HEADING + longest - 1, len(lists) - 1)
    out.hide_gridlines(2)


def _wide(words: Iterable[str]) -> int:
    """Characters of the column of a list: its words stand on one line."""
    longest = ceil(max(map(width, words), default=0) / CHARACTER) + PADDING
    return min(MOST, max(LEAST, longest))


def _filled(sheet: str, column: int, room: int) -> str:
    """The filled part of a column, so that a dropdown shows no empty lines."""
    letter, first = column_letters(column), HEADING + 1
    whole = f"'{sheet}'!${letter}${first}:${letter}${HEADING + room}"
    return f"OFFSET('{sheet}'!${letter}${first},0,0,MAX(1,COUNTA({whole})),1)"
