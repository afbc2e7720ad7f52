"""
What a paper is, before any spreadsheet library sees it: plain data.

A `Book` has sheets. Most hold one table: a `Sheet`. A `Page` holds several
blocks, one below the other. Figures are already printed text; the writer only
decides how they look and where pages break.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Kind = Literal["text", "centre", "figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A figure as it is printed, `89.996`; written as a number of those places.

    shown: with commas between the thousands where it has them; `exact` is needed then.
    exact: what the cell holds where more is known than is shown, so that a
        program that reads the paper back has it all.
    """

    shown: str
    exact: Fraction | None = None


Value = str | int | Figure | None


@dataclass(frozen=True, slots=True)
class Rule:
    """
    What people may type into a cell that is unlocked for them.

    kind: `number` takes one between `at_least` and `at_most`, `choice` one of
        `choices`, the others anything of their kind.
    title, prompt: shown when the cell is entered; refusal: when it is refused.
    """

    kind: Literal["text", "number", "date", "choice"] = "text"
    title: str = ""
    prompt: str = ""
    refusal: str = ""
    at_least: Decimal = Decimal(0)
    at_most: Decimal = Decimal(100)
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column. key: its name for programs; width: characters.

    rule: people fill it in; without one its cells are locked where the sheet has
        any that are not.
    over: a heading above this one, shared by the neighbours that have the same.
    """

    key: str
    title: str
    width: float
    kind: Kind = "text"
    rule: Rule | None = None
    over: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A line of words across a table, above the rows that it introduces."""

    words: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """
    A row in which nothing is to be filled in, whatever its columns allow.

    last: key of the column whose value runs on to the end of the row.
    """

    values: tuple[Value, ...]
    last: str = ""


Row = tuple[Value, ...] | Group | Fixed


@dataclass(frozen=True, slots=True)
class Chart:
    """
    A native chart of a table's own figures, to the right of it.

    category: key of the column that names the bars; series: keys of those that
        are drawn. stacked: series upon each other instead of side by side.
    width: characters; height: points.
    """

    title: str
    category: str
    series: tuple[str, ...]
    stacked: bool = False
    width: float = 60
    height: float = 220


@dataclass(frozen=True, slots=True)
class Table:
    """
    A table. title: a line above it.

    name: by which it is read back: every column gets the defined name
        `pe_<name>_<key>` of its sheet, from heading to closing row.
    end: the words of that closing row. total: the last row is a sum.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    name: str = ""
    end: str = ""
    total: bool = False
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text over the whole width. strong: in bold."""

    lines: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """
    A labelled cell to fill in, with the defined name `pe_<key>` of its sheet.

    value: what is already known; a date is shown in the Buddhist Era.
    """

    key: str
    label: str
    rule: Rule
    value: str | date | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled cells to fill in, one below the other; widths in characters."""

    blanks: tuple[Blank, ...]
    label_width: float = 24
    width: float = 40


@dataclass(frozen=True, slots=True)
class Signature:
    """
    Where somebody signs: role beside the line, full name and position below it.

    name: a dotted line where it is empty. dated: with a line for the date.
    """

    role: str
    name: str = ""
    position: str = ""
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Signatures:
    """All who sign in one place; they keep two rows of the table above them."""

    signers: tuple[Signature, ...]
    side_by_side: int = 3


Block = Table | Words | Fields | Signatures


@dataclass(frozen=True, slots=True)
class Page:
    """
    A sheet of several blocks.

    title: of the sheet's tab. heading: lines at the top, the first one in bold.
    foot: small words at the foot of every page: under which rules, which seal.
    draft: the paper is not decided; every page says so.
    """

    title: str
    heading: tuple[str, ...]
    blocks: tuple[Block, ...]
    portrait: bool = False
    foot: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with what stands above and below it."""

    title: str
    heading: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    closing: tuple[str, ...] = ()
    signatures: Signatures | None = None
    portrait: bool = False
    foot: str = ""
    draft: bool = False

    @property
    def page(self) -> Page:
        """The same as blocks."""
        blocks: list[Block] = [Table(self.columns, self.rows)]
        if self.closing:
            blocks.append(Words(self.closing))
        if self.signatures:
            blocks.append(self.signatures)
        return Page(
            title=self.title,
            heading=self.heading,
            blocks=tuple(blocks),
            portrait=self.portrait,
            foot=self.foot,
            draft=self.draft,
        )


@dataclass(frozen=True, slots=True)
class Book:
    """
    A workbook to be.

    properties: custom document properties, by which a program knows what it is.
    """

    sheets: tuple[Sheet | Page, ...]
    properties: Mapping[str, str] = field(default_factory=dict)


def values_of(row: Row) -> tuple[Value, ...]:
    """The values of a row; none for a line of words."""
    if isinstance(row, Group):
        return ()
    return row.values if isinstance(row, Fixed) else row
