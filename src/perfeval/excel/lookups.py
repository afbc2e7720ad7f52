"""What the cells of all sheets of one workbook refer to, and how many there were."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from perfeval.excel.styles import CellFormats
from perfeval.grid import State

ROWS = 5_000  # of a sheet that may hold a value
COLUMNS = 512
CELLS = 50_000  # with a value or a formula, in all sheets
MERGES = 6_000  # in all sheets: a form has some 180, an evaluator up to 30 forms
BLANK = (State.BLANK, "")


@dataclass(slots=True)
class Lookups:
    """
    What the cells of all sheets refer to by number, and how many there were.

    texts, styles: what a cell shows, and its style, by the number as a cell
        usually spells it.
    """

    strings: Sequence[str]
    formats: CellFormats
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
