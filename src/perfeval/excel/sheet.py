"""
One worksheet, cell by cell, in the order of its file.

Rows and cells must rise strictly and stay inside the grid; a cell has one plain
value. The sheet's own `<dimension>` is never looked at: programs write it wrong.
"""

from perfeval.excel.fault import Fault, beyond, damaged
from perfeval.excel.lookups import Lookups
from perfeval.excel.markup import Attributes, Walk
from perfeval.excel.package import Package
from perfeval.excel.places import (
    LAST_COLUMN,
    LAST_ROW,
    column_number,
    whole,
)
from perfeval.excel.quick import (
    ROW_END,
    Split,
    Token,
    around,
    attributes,
    plain,
    split,
    tokens,
)
from perfeval.excel.shape import YES, Shape
from perfeval.excel.strings import Runs, unescaped
from perfeval.grid import Cell, State, address, exact

ROWS = 5_000  # of a sheet that may hold a value
COLUMNS = 512
CELLS = 50_000  # with a value or a formula, in all sheets

_COMPATIBILITY = ("http://schemas.openxmlformats.org/markup-compatibility/2006",)
_TRUTHS = {"0": "0", "1": "1", "false": "0", "true": "1"}
_BLANK = (State.BLANK, "")
_NUMBER, _TEXT = State.NUMBER, State.TEXT  # a member costs more to reach on 3.11
ROW = "<row"


class SheetReader:
    """Builds the cells of one worksheet while its part is walked."""

    def __init__(self, lookups: Lookups) -> None:
        self.cells: dict[tuple[int, int], Cell] = {}
        self.shape = Shape(lookups)
        self.hidden_rows: set[int] = set()
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
            "mergeCell": self.shape.merge,
            "col": self.shape.columns,
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
        content = package.take(part)
        walk.count(package, content, part)
        parts = None if walk.is_long else split(content)
        if parts is None or not self._take_parts(parts):
            self._forget()
            walk.over(content)
        else:
            walk.hold_sound(parts.rest)

    def _take_parts(self, parts: Split) -> bool:
        """A sheet of the ordinary dialect; False where it is not so ordinary."""
        found, beside = tokens(parts.rows), around(parts.rest)
        if found is None or beside is None or not self._take_rows(found):
            return False
        merges, columns = beside
        named = [attributes(text) for text in columns]
        for ref in merges:
            self.shape.merge({"ref": ref})
        for one in named:
            if one is None:
                return False
            self.shape.columns(one)
        return True

    def _take_rows(self, found: list[Token]) -> bool:
        """
        The rows of the ordinary dialect; False where one is not so ordinary.

        A cell that is not in its place, or not of a plain kind, is left to the
        walk, which knows what to say about it.
        """
        for token in found:
            told, letters, digits, style, kind, opened, formula, value, row, end = token
            if not letters:
                if told == ROW_END:
                    self._close_row()
                elif told.startswith(ROW) and not self._take_row(row, end):
                    return False
                continue
            column = column_number(letters)
            is_placed = digits == self._row_text and self._column < column
            if not (is_placed and self._is_in_row) or kind == "inlineStr":
                return False
            self._column = column
            if value or opened:
                self._value = plain(value) if "&" in value else value
                self._formula = plain(formula) if opened else None
                self._keep(kind or "n", style or "0")
        return not self._is_in_row

    def _take_row(self, text: str, closed: str) -> bool:
        named = attributes(text)
        if named is None:
            return False
        self._open_row(named)
        if closed:
            self._close_row()
        return True

    def _forget(self) -> None:
        """Begin again, after rows that turned out not to be ordinary."""
        self._lookups.filled -= len(self.cells)
        self.shape.forget()
        self.cells.clear()
        self.hidden_rows.clear()
        self._row = self._column = 0
        self._row_text = ""
        self._is_in_row = False
        self._value = self._formula = None

    def _open_row(self, attributes: Attributes) -> None:
        if self._is_in_row:
            raise damaged("order", place=str(self._row))
        self._is_in_row = True
        text = attributes.get("r")
        row = self._row + 1 if text is None else whole(text)
        if row <= self._row:
            raise damaged("order", place=text or str(row))
        if row > LAST_ROW:
            raise damaged("place", place=text or str(row))
        self._row, self._row_text, self._column = row, str(row), 0
        # A sheet may hide all rows by default, but each row it holds says itself.
        height = attributes.get("ht")
        is_flat = height is not None and not height.strip("0.")
        if is_flat or attributes.get("hidden") in YES:
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
            self._keep(attributes.get("t", "n"), attributes.get("s", "0"))

    def _keep(self, kind: str, text: str) -> None:
        row, column = self._row, self._column
        lookups = self._lookups
        lookups.filled += 1
        if row > ROWS or column > COLUMNS or lookups.filled > CELLS:
            raise self._beyond()
        state, raw = self._content(kind)
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
        index, strings = whole(raw), self._lookups.strings
        if not 0 <= index < len(strings):
            raise self._damaged("string", raw)
        self._lookups.texts[raw] = strings[index]
        return strings[index]

    def _style(self, text: str) -> tuple[int, str]:
        index, formats = whole(text), self._lookups.formats
        if not 0 <= index < len(formats):
            raise self._damaged("style", text)
        self._lookups.styles[text] = index, formats[index]
        return index, formats[index]

    def _refuse_choice(self, _attributes: Attributes) -> None:
        # Outside the rows it wraps drawings; inside, a cell would have two readings.
        if self._is_in_row:
            raise self._damaged("values")

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
