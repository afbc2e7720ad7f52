"""
One worksheet, cell by cell, in the order of its file.

Rows and cells must rise strictly and stay inside the grid; a cell has one plain
value. The sheet's own `<dimension>` is never looked at: programs write it wrong.
"""

from perfeval.excel.fault import Fault, beyond, damaged
from perfeval.excel.lookups import BLANK, COLUMNS, Lookups
from perfeval.excel.markup import Attributes, Walk
from perfeval.excel.package import Package
from perfeval.excel.places import LAST_COLUMN, LAST_ROW, column_number, whole
from perfeval.excel.quick import Split, around, split, tokens
from perfeval.excel.rows import rows_of
from perfeval.excel.shape import Shape, is_hidden_row
from perfeval.excel.strings import Runs
from perfeval.excel.values import value
from perfeval.grid import Cell, State, address, exact

_COMPATIBILITY = ("http://schemas.openxmlformats.org/markup-compatibility/2006",)


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
        parts = None if walk.is_long else split(content, "sheetData")
        if parts is not None and self._take_parts(parts):
            walk.hold_sound(parts.rest)
        else:
            walk.over(content)

    def _take_parts(self, parts: Split) -> bool:
        """A sheet of the ordinary dialect; False, with nothing taken, of another."""
        beside = around(parts)
        if beside is None:
            return False
        rows = rows_of(tokens(parts.inside), self._lookups)
        if rows is None or not self.shape.take(*beside):
            return False
        self.cells, self.hidden_rows = rows.cells, rows.hidden
        self._lookups.filled += len(rows.cells)
        return True

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
        if is_hidden_row(attributes):
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
        lookups, size = self._lookups, self._lookups.size
        lookups.filled += 1
        if row > size.rows or column > COLUMNS or lookups.filled > size.cells:
            raise self._beyond()
        shown, look = self._shown(kind), self._style(text)
        cell = Cell(row, column, *shown, self._formula, *look)
        self.cells[row, column] = cell

    def _shown(self, kind: str) -> tuple[State, str]:
        raw = self._value
        if self._inline is not None:
            if kind != "inlineStr":
                raise self._damaged("type", kind)
            raw = self._inline
        if not raw:
            return BLANK
        if kind == "n":
            if exact(raw) is None:
                raise self._damaged("number", raw)
            return State.NUMBER, raw
        if kind == "s":
            return self._lookups.texts.get(raw) or self._text(raw)
        found = value(kind, raw)
        if found is not None:
            return found
        is_boolean = kind == "b"
        raise self._damaged(*("boolean", raw) if is_boolean else ("type", kind))

    def _text(self, raw: str) -> tuple[State, str]:
        found = self._lookups.texts.get(str(whole(raw)))
        if found is None:
            raise self._damaged("string", raw)
        return found

    def _style(self, text: str) -> tuple[int, str]:
        styles = self._lookups.styles
        found = styles.get(text) or styles.get(str(whole(text)))
        if found is None:
            raise self._damaged("style", text)
        return found

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
        place, size = address(self._row, self._column), self._lookups.size
        if self._row > size.rows:
            return beyond("rows", str(size.rows), place, cell=place)
        if self._column > COLUMNS:
            return beyond("columns", str(COLUMNS), place, cell=place)
        return beyond("cells", str(size.cells), f"{size.cells + 1}")
