"""
One worksheet, cell by cell, in the order of its file.

Rows and cells must rise strictly and stay inside the grid; a cell has one plain
value. The sheet's own `<dimension>` is never looked at: programs write it wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from perfeval.excel.fault import Fault, beyond, damaged
from perfeval.excel.markup import Attributes, Walk
from perfeval.excel.package import Package
from perfeval.excel.places import (
    LAST_COLUMN,
    LAST_ROW,
    Rectangle,
    column_number,
    rectangle,
)
from perfeval.excel.strings import Runs, unescaped
from perfeval.grid import Cell, State, address, exact

ROWS = 5_000  # of a sheet that may hold a value
COLUMNS = 512
CELLS = 50_000  # with a value or a formula, in all sheets
MERGES = 2_000  # in all sheets

_COMPATIBILITY = ("http://schemas.openxmlformats.org/markup-compatibility/2006",)
_TRUTHS = {"0": "0", "1": "1", "false": "0", "true": "1"}
_YES = ("1", "true")
_BLANK = (State.BLANK, "")
_NUMBER, _TEXT = State.NUMBER, State.TEXT  # a member costs more to reach on 3.11
_DIGITS = 9  # of the largest number that counts or points at anything here


@dataclass(slots=True)
class Lookups:
    """
    What the cells of all sheets refer to by number, and how many there were.

    texts, styles, numbers: what was looked up already, by the text in the cell.
    """

    strings: Sequence[str]
    formats: Sequence[str]
    texts: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[int, str]] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)
    filled: int = 0  # cells
    merged: int = 0  # ranges


class SheetReader:
    """Builds the cells of one worksheet while its part is walked."""

    def __init__(self, lookups: Lookups) -> None:
        self.cells: dict[tuple[int, int], Cell] = {}
        self.merges: list[Rectangle] = []
        self.hidden_rows: set[int] = set()
        self._spans: list[tuple[int, int]] = []  # of hidden columns
        self._lookups = lookups
        self._runs = Runs()
        self._is_in_row = False
        self._row = 0
        self._row_text = ""
        self._column = 0
        self._cell: Attributes | None = None  # of the cell that is open
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: str | None = None

    def read(self, package: Package, part: str) -> None:
        """Walk the part; what was found is in the attributes afterwards."""
        starts = {
            "row": self._open_row,
            "c": self._open_cell,
            "rPh": self._runs.open_aid,
            "mergeCell": self._merge,
            "col": self._columns,
        }
        texts = {"v": self._take_value, "f": self._take_formula, "t": self._runs.add}
        ends = {
            "row": self._close_row,
            "c": self._close_cell,
            "is": self._take_inline,
            "rPh": self._runs.close_aid,
        }
        walk = Walk("worksheet", starts=starts, texts=texts, ends=ends)
        walk.add_starts({"AlternateContent": self._refuse_choice}, _COMPATIBILITY)
        walk.through(package, part)

    @property
    def hidden_columns(self) -> frozenset[int]:
        """Every hidden column, 1-based."""
        hidden: set[int] = set()
        reached = 0
        for first, last in sorted(self._spans):
            hidden.update(range(max(first, reached + 1), last + 1))
            reached = max(reached, last)
        return frozenset(hidden)

    def _open_row(self, attributes: Attributes) -> None:
        if self._is_in_row:
            raise damaged("order", place=str(self._row))
        self._is_in_row = True
        text = attributes.get("r")
        row = self._row + 1 if text is None else _whole(text)
        if row <= self._row:
            raise damaged("order", place=text or str(row))
        if row > LAST_ROW:
            raise damaged("place", place=text or str(row))
        self._row, self._row_text, self._column = row, str(row), 0
        # A sheet may hide all rows by default, but each row it holds says itself.
        height = attributes.get("ht")
        is_flat = height is not None and not height.strip("0.")
        if is_flat or attributes.get("hidden") in _YES:
            self.hidden_rows.add(row)

    def _close_row(self) -> None:
        self._is_in_row = False

    def _open_cell(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        if place is None:
            column = self._column + 1
        else:
            # Letters of another row keep its digits, and no column has digits.
            column = column_number(place.removesuffix(self._row_text))
        if not self._column < column <= LAST_COLUMN or not self._is_in_row:
            raise self._misplaced(place, column)
        if self._cell is not None:
            raise self._damaged("values")
        self._column = column
        self._cell = attributes
        self._value = self._formula = self._inline = None

    def _misplaced(self, place: str | None, column: int) -> Fault:
        shown = place or address(self._row, column)
        is_outside = not 1 <= column <= LAST_COLUMN
        return damaged("place" if is_outside else "order", place=shown)

    def _take_value(self, text: str) -> None:
        if self._cell is None or self._value is not None:
            raise self._damaged("values")
        self._value = text

    def _take_formula(self, text: str) -> None:
        if self._cell is None or self._formula is not None:
            raise self._damaged("values")
        self._formula = text

    def _take_inline(self) -> None:
        if self._cell is None or self._inline is not None:
            raise self._damaged("values")
        self._inline = self._runs.take()

    def _close_cell(self) -> None:
        attributes, self._cell = self._cell, None
        if self._inline is not None and self._value is not None:
            raise self._damaged("values")
        is_kept = self._value or self._inline or self._formula is not None
        if is_kept and attributes is not None:
            self._keep(attributes)

    def _keep(self, attributes: Attributes) -> None:
        row, column = self._row, self._column
        lookups = self._lookups
        lookups.filled += 1
        if row > ROWS or column > COLUMNS or lookups.filled > CELLS:
            raise self._beyond()
        state, raw = self._content(attributes.get("t", "n"))
        text = attributes.get("s", "0")
        style = lookups.styles.get(text) or self._style(text)
        self.cells[row, column] = Cell(row, column, state, raw, self._formula, *style)

    def _content(self, kind: str) -> tuple[State, str]:
        raw = self._value
        if self._inline is not None:
            if kind != "inlineStr":
                raise self._damaged("type", kind)
            raw = self._inline
        if not raw:
            return _BLANK
        if kind == "n":
            if raw not in self._lookups.numbers:
                self._learn_number(raw)
            return _NUMBER, raw
        if kind == "s":
            text = self._lookups.texts.get(raw)
            if text is None:
                text = self._learn_text(raw)
            return (_TEXT, text) if text else _BLANK
        return self._uncommon(kind, raw)

    def _uncommon(self, kind: str, raw: str) -> tuple[State, str]:
        if kind in ("str", "inlineStr", "d"):
            return State.TEXT, unescaped(raw) if kind == "str" else raw
        if kind == "e":
            return State.ERROR, raw
        if kind != "b":
            raise self._damaged("type", kind)
        if raw not in _TRUTHS:
            raise self._damaged("boolean", raw)
        return State.BOOLEAN, _TRUTHS[raw]

    def _learn_number(self, raw: str) -> None:
        if exact(raw) is None:
            raise self._damaged("number", raw)
        self._lookups.numbers.add(raw)

    def _learn_text(self, raw: str) -> str:
        index, strings = _whole(raw), self._lookups.strings
        if not 0 <= index < len(strings):
            raise self._damaged("string", raw)
        self._lookups.texts[raw] = strings[index]
        return strings[index]

    def _style(self, text: str) -> tuple[int, str]:
        index, formats = _whole(text), self._lookups.formats
        if not 0 <= index < len(formats):
            raise self._damaged("style", text)
        self._lookups.styles[text] = index, formats[index]
        return index, formats[index]

    def _merge(self, attributes: Attributes) -> None:
        text = attributes.get("ref", "")
        cells = rectangle(text)
        if cells is None:
            raise damaged("place", place=text)
        self.merges.append(cells)
        self._lookups.merged += 1
        if self._lookups.merged > MERGES:
            raise beyond("merges", str(MERGES), f"{MERGES + 1}")

    def _refuse_choice(self, _attributes: Attributes) -> None:
        # Outside the rows it wraps drawings; inside, a cell would have two readings.
        if self._is_in_row:
            raise self._damaged("values")

    def _columns(self, attributes: Attributes) -> None:
        is_flat = not attributes.get("width", "1").strip("0.")
        if is_flat or attributes.get("hidden") in _YES:
            first, last = (_whole(attributes.get(end, "")) for end in ("min", "max"))
            if not 1 <= first <= last <= LAST_COLUMN:
                raise damaged("place", place=f"{first}:{last}")
            self._spans.append((first, last))

    def _damaged(self, reason: str, value: str = "") -> Fault:
        if not self._column:
            return damaged(reason, place=str(self._row), value=value)
        place = address(self._row, self._column)
        return damaged(reason, cell=place, place=place, value=value)

    def _beyond(self) -> Fault:
        place = address(self._row, self._column)
        if self._row > ROWS:
            return beyond("rows", str(ROWS), place, cell=place)
        if self._column > COLUMNS:
            return beyond("columns", str(COLUMNS), place, cell=place)
        return beyond("cells", str(CELLS), f"{CELLS + 1}")


def _whole(text: str) -> int:
    """A whole number in ASCII digits; -1 for anything else."""
    is_whole = text.isascii() and text.isdigit() and len(text) <= _DIGITS
    return int(text) if is_whole else -1
