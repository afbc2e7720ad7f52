"""
Find a form on a returned sheet: by defined names, with the labels as witness.

Names follow inserted rows and survive a copy of the sheet. The label beside
every input must still be the form's: two swapped labels or a deleted row would
otherwise give another result in silence. Where the names are gone, the labels
alone lead the way, and that is said.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from perfeval import thai
from perfeval.entries import Asked, Entry
from perfeval.findings import Finding, Location, finding
from perfeval.forms.fields import Asking
from perfeval.forms.schema import Column, Field, Table
from perfeval.forms.spans import Span, span
from perfeval.forms.stamp import PREFIX, Stamp, nonces
from perfeval.grid import Area, Cell, Sheet, State, Workbook
from perfeval.model import Filled

_TEXT = State.TEXT  # a member costs more to reach on Python 3.11
TOTAL, BAND = "total", "band"
COLUMNS = 27  # the grid of a form ends before this column


def locate(
    workbook: Workbook, sheet: Sheet, asking: Asking, stamp: Stamp
) -> tuple[Filled, list[Finding]]:
    """
    Every value that the form names on one sheet, each with its cell.

    Returns:
        The values, and a finding for each label, field or table that is not
        where the form wants it.
    """
    finder = _Finder(workbook, sheet, asking, stamp)
    fields = dict(finder.fields())
    tables = {
        table.key: tuple(finder.rows(table, asked)) for table, asked in asking.tables
    }
    finder.hold_single(fields, tables)
    filled = Filled(
        file=workbook.file,
        sha256=workbook.sha256,
        sheet=sheet.name,
        form=asking.form.id,
        regulation=stamp.regulation,
        epoch_1904=workbook.epoch_1904,
        fields=fields,
        tables=tables,
        totals=dict(finder.totals()),
        nonce=nonces(workbook).get(sheet.name, ""),
    )
    return filled, finder.told()


class _Finder:
    """Walks one sheet; gathers what it could not find."""

    def __init__(
        self, workbook: Workbook, sheet: Sheet, asking: Asking, stamp: Stamp
    ) -> None:
        self.workbook, self.sheet, self.stamp = workbook, sheet, stamp
        self.asking, self.form = asking, asking.form
        self.where = Location(workbook.file, sheet.name)
        self.lost_names = 0
        self.findings: list[Finding] = []
        self._labels: Mapping[str, Sequence[Cell]] | None = None

    def fields(self) -> Iterator[tuple[str, Entry]]:
        """Each field of the form with its cell."""
        for field, asked in self.asking.fields:
            area = self.workbook.name(PREFIX + field.key, self.sheet)
            place = self._named_field(field, area) if area else self._labelled(field)
            if place:
                yield field.key, Entry(place, asked)

    def _named_field(self, field: Field, area: Area) -> Cell:
        label = self._left_of(area.first_row, area.first_column)
        self._witness(label, field.label)
        return self.sheet.cell(area.first_row, area.first_column)

    def _left_of(self, row: int, column: int) -> Cell:
        """The nearest cell with anything in it, to the left of an input."""
        for step in range(column - 1, 0, -1):
            cell = self.sheet.cell(row, step)
            if cell.state is not State.BLANK:
                return cell
        return self.sheet.cell(row, 1)

    def _labelled(self, field: Field) -> Cell | None:
        """A field whose name is gone, from its label; its slot says how far."""
        self.lost_names += 1
        found = [
            self.sheet.cell(label.row, span(slot.input).first)
            for label in self.labels().get(thai.label_key(field.label), ())
            for slot in (self.form.grid.left, self.form.grid.right)
            if span(slot.label).first == label.column
        ]
        if len(found) == 1:
            return found[0]
        self._gone(field.label)  # or there more than once, which is no better
        return None

    def rows(
        self, table: Table, columns: Sequence[tuple[Column, Asked]]
    ) -> Iterator[Mapping[str, Entry]]:
        """Each row between heading and closing row, empty ones too."""
        areas: Mapping[str, Area | None] = {
            column.key: self._column(table, column) for column in table.columns
        }
        if any(area is None for area in areas.values()):
            found = self._labelled_table(table)
            if found is None:
                self._gone(table.columns[0].label)
                return
            areas = found
        first = next(area for area in areas.values() if area)
        self._closes(table, areas)
        self._in_order(table, areas)
        places = [
            (column.key, area.first_column, asked)
            for column, asked in columns
            if (area := areas[column.key])
        ]
        cells = self.sheet.cells  # the innermost loop after that of the reader
        for row in range(first.first_row + 1, first.last_row):
            yield {
                key: Entry(cells.get((row, at)) or Cell(row, at), asked)
                for key, at, asked in places
            }

    def _closes(self, table: Table, areas: Mapping[str, Area | None]) -> None:
        """Heading and closing row must be one row each, or rows would be lost."""
        ends = {(area.first_row, area.last_row) for area in areas.values() if area}
        last = max(row for _, row in ends)
        words = (self.sheet.cell(last, column).raw for column in range(1, COLUMNS))
        if len(ends) > 1 or not any(_same(word, table.total) for word in words):
            self._gone(table.total)

    def _in_order(self, table: Table, areas: Mapping[str, Area | None]) -> None:
        """Columns stand in the form's order, side by side with their headings."""
        columns = [area.first_column for area in areas.values() if area]
        if columns != sorted(columns):
            self._gone(table.columns[0].label)

    def _column(self, table: Table, column: Column) -> Area | None:
        area = self.workbook.name(f"{PREFIX}{table.key}_{column.key}", self.sheet)
        if area is None:
            self.lost_names += 1
            return None
        heading = self.sheet.cell(area.first_row, area.first_column)
        self._witness(heading, column.label)
        return area

    def _labelled_table(self, table: Table) -> Mapping[str, Area | None] | None:
        """A table from its one heading row and its one closing row alone."""
        labels = self.labels()
        headings = labels.get(thai.label_key(table.columns[0].label), ())
        closings = labels.get(thai.label_key(table.total), ())
        if len(closings) != 1:
            return None
        tables = [
            {
                column.key: self._under(column, heading.row, closings[0].row)
                for column in table.columns
            }
            for heading in headings
            if heading.row < closings[0].row
        ]
        found = [areas for areas in tables if all(areas.values())]
        return found[0] if len(found) == 1 else None

    def _under(self, column: Column, row: int, closing: int) -> Area | None:
        at: Span = span(column.at)
        cell = self.sheet.cell(row, at.first)
        if not _same(cell.raw, column.label):
            return None
        return Area(self.sheet.name, row, at.first, closing, at.first)

    def hold_single(
        self,
        fields: Mapping[str, Entry],
        tables: Mapping[str, tuple[Mapping[str, Entry], ...]],
    ) -> None:
        """
        A label that leads to an input stands once, or the names may lead astray.

        What people typed into the form's own cells may well be such a word.
        """
        labels = [field.label for field in self.form.fields]
        gone = {one.facts["expected"] for one in self.findings if one.code == "PE017"}
        for table in self.form.tables:
            ends = [table.columns[0].label, table.total]
            labels += [] if gone & {*ends} else ends
        found = self.labels()
        doubled = [
            (label, cells)
            for label in labels
            if label not in gone
            and len(cells := found.get(thai.label_key(label), ())) > 1
        ]
        typed = _places(fields, tables) if doubled else set()
        for label, cells in doubled:
            printed = [one.address for one in cells if one[:2] not in typed]
            if len(printed) > 1:
                told = finding("PE020", self.where, cells=printed, found=label)
                self.findings.append(told)

    def totals(self) -> Iterator[tuple[str, Entry]]:
        """The form's own figures, where it still shows them."""
        for key in (TOTAL, BAND):
            area = self.workbook.name(f"{PREFIX}own_{key}", self.sheet)
            if area:
                cell = self.sheet.cell(area.first_row, area.first_column)
                yield key, Entry(cell, self.asking.own)

    def labels(self) -> Mapping[str, Sequence[Cell]]:
        """Every text of the sheet by its normal form, for the fallback."""
        if self._labels is None:
            found: defaultdict[str, list[Cell]] = defaultdict(list)
            for cell in self.sheet.cells.values():
                if cell.state is _TEXT:
                    found[thai.label_key(cell.raw)].append(cell)
            self._labels = found
        return self._labels

    def _witness(self, label: Cell, expected: str) -> None:
        if not _same(label.raw, expected):
            place = Location(self.where.file, self.where.sheet, label.address)
            self.findings.append(
                finding("PE016", place, found=label.raw, expected=expected)
            )

    def _gone(self, expected: str) -> None:
        self.findings.append(
            finding(
                "PE017",
                self.where,
                expected=expected,
                regulation=self.stamp.regulation,
            )
        )

    def told(self) -> list[Finding]:
        """What could not be found, and that names were lost if they were."""
        lost = [finding("PE015", self.where, count=self.lost_names)]
        return [*(lost if self.lost_names else []), *self.findings]


def _same(found: str, expected: str) -> bool:
    return thai.label_key(found) == thai.label_key(expected)


def _places(
    fields: Mapping[str, Entry],
    tables: Mapping[str, tuple[Mapping[str, Entry], ...]],
) -> set[tuple[int, ...]]:
    """Row and column of every cell of the form's own."""
    rows = [fields, *(row for table in tables.values() for row in table)]
    return {entry.cell[:2] for row in rows for entry in row.values()}
