"""
What a form file must say: parts from top to bottom, fields, tables.

The file names no row: the parts flow down the sheet in their order. What it
fixes is the grid of columns and the label beside every cell that people fill.
"""

from typing import Annotated, Literal

from pydantic import Field as Limit
from pydantic import StringConstraints

from perfeval.blocks import Block, Figure, Many, Some, Text

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
FormId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
Span = Annotated[str, StringConstraints(pattern=r"^[A-Z](:[A-Z])?$")]
CellKind = Literal[
    "text",  # one line
    "long_text",  # several lines
    "number",
    "percent",  # a number of hundredths: 15 means 15 %
    "level",  # on the rating scale of the regulation
    "measure",  # a target or an actual: a number, or words
    "date",
    "choice",
    "computed",  # never read as an input
]
ListName = Literal[
    "staff_groups",
    "position_types",
    "position_levels",
    "rounds",
    "divisions",
    "leave_kinds",
    "proposals",
]


ITEMS = "items"  # the table whose rows are the items of the regulation


class Choice(Block):
    """One choice of a dropdown: the English key and what the list shows."""

    key: Key
    label: Text


class Input(Block):
    """
    What a cell that people fill is called and may hold.

    choices_from: the list of the regulation that the dropdown shows instead.
    strict_choice: a word that is not on the list withholds the result.
    required: a score needs it.
    """

    key: Key
    label: Text
    kind: CellKind
    prompt: Annotated[str, Limit(max_length=255)] | None = None
    choices: Many[Choice] = ()
    choices_from: ListName | None = None
    strict_choice: bool = False
    required: bool = False


class Field(Input):
    """A single cell with its label to the left."""


class Column(Input):
    """
    A column of a table.

    at: the grid columns it covers (`B`, `C:D`).
    prefilled: a value here alone does not make its row count.
    """

    at: Span
    prefilled: bool = False


class Table(Block):
    """
    A table of rows that people fill.

    component: the component of the regulation that it feeds, None for none.
    rows: how many rows the blank form offers, or as many as come prefilled; more
        may be inserted.
    total: the label of the closing row.
    """

    key: Key
    component: Key | None = None
    rows: Annotated[int, Limit(ge=1)]
    total: Text
    height: Figure  # points, of one row
    columns: Some[Column]

    @property
    def is_scored(self) -> bool:
        """True of a table that feeds the result; items feed every component."""
        return self.component is not None or self.key == ITEMS


class Part(Block):
    """
    One part of the form.

    Exactly one of: `fields` (rows of one or two field keys), `table`,
    `summary` (the live result) or `signatures` (who signs).
    """

    title: Text
    guide: Text | None = None
    new_page: bool = False
    fields: Many[Many[Key]] = ()
    table: Key | None = None
    summary: bool = False
    signatures: Many[Text] = ()


class Slot(Block):
    """Where label and input of a field stand: grid columns."""

    label: Span
    input: Span


class Grid(Block):
    """The columns of the sheet and the places of fields in a row."""

    widths: Some[Figure]  # characters, from column A
    left: Slot
    right: Slot
    whole: Slot


class Instructions(Block):
    """The first sheet: what to do, in order, and one worked row."""

    title: Text
    steps: Some[Text]
    example_title: Text
    example: Some[Some[Text]]  # rows of cells, the first one the heading
    legend: Some[Text]  # input, computed


class Summary(Block):
    """The words of the live result."""

    heading: Annotated[Some[Text], Limit(min_length=4, max_length=4)]
    missing: Text
    total: Text
    band: Text


class Form(Block):
    """One form, complete."""

    schema_version: Literal[1] = Limit(alias="schema")
    id: FormId
    version: Annotated[int, Limit(ge=1)]
    title: Text
    sheet: Annotated[Text, Limit(max_length=31)]
    grid: Grid
    instructions: Instructions
    fields: Some[Field]
    tables: Some[Table]
    summary: Summary
    parts: Some[Part]

    @property
    def is_marked(self) -> bool:
        """True of a form on which items are marked."""
        return any(table.key == ITEMS for table in self.tables)

    def table(self, key: str) -> Table:
        """The table of that key; KeyError when the form has none."""
        for table in self.tables:
            if table.key == key:
                return table
        raise KeyError(key)

    def field(self, key: str) -> Field:
        """The field of that key; KeyError when the form has none."""
        for field in self.fields:
            if field.key == key:
                return field
        raise KeyError(key)
