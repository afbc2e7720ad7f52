"""
What stood in a workbook, cell by cell, as plain data.

Nothing here knows a form or a regulation: a `Workbook` is what the reader saw,
and every cell keeps the literal text that the file held.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal, InvalidOperation
from enum import Enum, auto
from functools import cache, lru_cache
from typing import NamedTuple

MOST_DIGITS = 15  # before the decimal point, or zeros behind it
EXCEL_PRECISION = Context(prec=15)  # significant digits that Excel itself keeps
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
REMEMBERED = 4_096  # numbers; the same levels and weights come again in every form
LONGEST_REMEMBERED = 64  # characters, so that no file can fill the memory
IN_A_FORM = 32  # ladders, targets: the checks of one form ask for each in turn
MARK = "perfeval"  # the property by which programs know a workbook of ours
SCORES = "scores"  # what it says in a list of scores
_ALPHABET = 26  # letters of a column name


class State(Enum):
    """What kind of value a cell shows, whether typed or saved by a formula."""

    BLANK = auto()
    TEXT = auto()
    NUMBER = auto()
    BOOLEAN = auto()
    ERROR = auto()


class Cell(NamedTuple):
    """
    One cell as the file holds it; a tuple, for there are hundreds in every form.

    raw: text of the cell, literal digits of a number, `0` or `1` of a boolean,
        `#N/A` of an error; empty when the cell is blank.
    formula: text of the formula (possibly empty, for a shared one), None when
        the cell holds no formula. A formula without a saved value is BLANK.
    style: index into the cell formats of the file.
    number_format: the format code of that style, `General` when none.
    """

    row: int  # 1-based
    column: int  # 1-based
    state: State = State.BLANK
    raw: str = ""
    formula: str | None = None
    style: int = 0
    number_format: str = "General"

    @property
    def address(self) -> str:
        """The A1 address of the cell."""
        return f"{column_letters(self.column)}{self.row}"


Rectangle = tuple[int, int, int, int]  # first row and column, last row and column


class Area(NamedTuple):
    """A rectangle of one sheet; rows and columns 1-based, both ends inside."""

    sheet: str
    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Sheet(NamedTuple):
    """
    One worksheet.

    cells: by (row, column); only cells that the file holds.
    merges: merged rectangles.
    names: defined names of this sheet's own scope.
    visibility: `visible`, `hidden` or `veryHidden`.
    unseen: the styles whose letters have the colour of their ground.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merges: tuple[Rectangle, ...] = ()
    names: Mapping[str, Area] = {}
    visibility: str = "visible"
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unseen: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place; a blank one where the file holds none."""
        return self.cells.get((row, column)) or Cell(row, column)


class Workbook(NamedTuple):
    """
    A workbook that passed the gate.

    file: the path as the user gave it, with `/`.
    sha256: digest of the bytes that were read, in lower-case hex.
    names: defined names of the whole workbook.
    properties: custom document properties, as text.
    epoch_1904: True when serial dates count from 1904.
    macros: True when the file carries a macro project (never opened).
    """

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]
    names: Mapping[str, Area] = {}
    properties: Mapping[str, str] = {}
    epoch_1904: bool = False
    macros: bool = False

    def name(self, name: str, sheet: Sheet) -> Area | None:
        """The place a defined name means on `sheet`: its own scope first."""
        area = sheet.names.get(name) or self.names.get(name)
        return area if area is not None and area.sheet == sheet.name else None


def exact(raw: str) -> Decimal | None:
    """
    The number that was typed, from the literal text of a cell value.

    Kept to 15 significant digits, as Excel shows it: a stored
    0.30000000000000004 is the 0.3 that was typed. None when the text is not a
    plain number of the file format (no NaN, no infinity, no other digits).
    """
    return _exact(raw) if len(raw) <= LONGEST_REMEMBERED else _exact.__wrapped__(raw)


@lru_cache(maxsize=REMEMBERED)
def _exact(raw: str) -> Decimal | None:
    if not _NUMBER.fullmatch(raw):
        return None
    try:
        number = EXCEL_PRECISION.create_decimal(raw)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def is_plain(number: Decimal) -> bool:
    """
    True for a figure that a person may mean: up to 15 digits on either side.

    A longer one is a slip or a trap, and would cost more than the whole run.
    """
    return number.is_zero() or abs(number.adjusted()) <= MOST_DIGITS


class Addresses(Mapping[str, str]):
    """
    The A1 addresses of the values of one row, each made when it is asked for.

    columns: of each value, 1-based; one mapping serves all rows of a table.
    """

    __slots__ = ("_columns", "_row")

    def __init__(self, columns: Mapping[str, int], row: int) -> None:
        self._columns, self._row = columns, row

    def __getitem__(self, key: str) -> str:
        return address(self._row, self._columns[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __repr__(self) -> str:
        return repr(dict(self))


def address(row: int, column: int) -> str:
    """The A1 address of a 1-based place."""
    return f"{column_letters(column)}{row}"


@cache
def column_letters(column: int) -> str:
    """The letters of a 1-based column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters
