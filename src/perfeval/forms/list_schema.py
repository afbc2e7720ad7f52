"""
What the file of a list must say: one heading row, and a row for everybody below.

A list is a workbook that grows at its end, such as the roster. The same file makes
the empty list and reads the filled one.
"""

from typing import Annotated, Literal

from pydantic import Field as Limit

from perfeval.blocks import Block, Figure, Many, Some, Text
from perfeval.forms.schema import FormId, Input, Key


class ListColumn(Input):
    """
    A column of a list.

    width: characters. number_format: in which Excel shows the cells.
    suggestions: what the dropdown shows where any text may be typed.
    at_least: the least number that the workbook lets people type.
    example: what it holds in each example row; empty text for nothing.
    """

    width: Figure
    number_format: Text | None = None
    suggestions: tuple[Text, ...] = Limit(default=(), strict=False)
    at_least: Figure | None = None
    example: Annotated[tuple[str, ...], Limit(strict=False)]


class ListForm(Block):
    """
    One list, complete; its table bears the id of the list.

    rows: how many the empty list prepares; more may follow. steps: what to do.
    checks: the heading of the column in which the workbook checks each row.
    choices_sheet, choices_guide: the sheet of what the dropdowns offer.
    legend: input, missing. page_break: the last column of the first page
    across, where one page does not hold all.
    repeat: the last of the columns that every page shows.
    known_by: columns whose headings tell the list from others; the required ones
        where none are named.
    declaration: a cell above the list that says something of all of it.
    """

    schema_version: Literal[1] = Limit(alias="schema")
    id: FormId
    version: Annotated[int, Limit(ge=1)]
    sheet: Annotated[Text, Limit(max_length=31)]
    title: Text
    rows: Annotated[int, Limit(ge=1)]
    steps: Some[Text]
    example_title: Text
    checks: Text
    choices_sheet: Annotated[Text, Limit(max_length=31)]
    choices_guide: Text
    legend: Some[Text]
    page_break: Key | None = None
    repeat: Key
    known_by: Many[Key] = ()
    declaration: Input | None = None
    columns: Some[ListColumn]

    def column(self, key: Key) -> ListColumn:
        """The column of that key; KeyError when the list has none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)
