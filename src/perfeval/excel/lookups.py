"""What the cells of all sheets of one workbook refer to, and how many there were."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from perfeval.excel.styles import CellFormats
from perfeval.grid import State

COLUMNS = 512
MERGES = 6_000  # in all sheets: a form has some 180, an evaluator up to 30 forms
BLANK = (State.BLANK, "")


class Size(NamedTuple):
    """
    How large a workbook may be.

    rows: of a sheet, down to the last that holds a value.
    cells: with a value or a formula, in all sheets.
    """

    rows: int
    cells: int


OF_FORM = Size(rows=5_000, cells=50_000)
OF_LIST = Size(rows=50_000, cells=1_000_000)  # of an office's own, a row a person


@dataclass(slots=True)
class Lookups:
    """
    What the cells of all sheets refer to by number, and how many there were.

    texts, styles: what a cell shows, and its style, by the number as a cell
        usually spells it.
    """

    strings: Sequence[str]
    formats: CellFormats
    size: Size
    texts: dict[str, tuple[State, str]] = field(init=False)
    styles: dict[str, tuple[int, str]] = field(init=False)
    filled: int = 0  # cells
    merged: int = 0  # ranges

    def __post_init__(self) -> None:
        state = State.TEXT
        self.texts = {
            str(n): (state, text) if text else BLANK
            for n, text in enumerate(self.strings)
        }
        self.texts[""] = BLANK
        self.styles = {str(n): (n, code) for n, code in enumerate(self.formats.codes)}
