"""
Find a list on a returned sheet: its heading by defined names, its rows below it.

Rows may be added below the last one without limit, so a list ends where nothing
more stands in its columns. What stands above its heading is never read.
"""

from collections.abc import Iterator, Mapping

from perfeval import thai
from perfeval.entries import Asked, Entry
from perfeval.findings import Finding, Location, finding
from perfeval.forms.fields import Offers, asked_of
from perfeval.forms.list_schema import ListColumn, ListForm
from perfeval.forms.stamp import PREFIX
from perfeval.grid import Area, Cell, Sheet, State, Workbook
from perfeval.model import Filled

MOST_EMPTY = 2_000  # rows that a name may span below the last filled one
Columns = Mapping[str, int]  # column key -> its number on the sheet


def name_of(listed: ListForm, column: ListColumn) -> str:
    """The defined name of a column, from its heading down."""
    return f"{PREFIX}{listed.id}_{column.key}"


def declared(listed: ListForm) -> str:
    """The defined name of the cell above a list that speaks of all of it."""
    return f"{PREFIX}{listed.id}_{listed.declaration.key}" if listed.declaration else ""


def sheet_of(workbook: Workbook, listed: ListForm) -> Sheet | None:
    """The sheet that holds a list; the first one where there are several."""
    return next(iter(_sheets_of(workbook, listed)), None)


def _sheets_of(workbook: Workbook, listed: ListForm) -> list[Sheet]:
    """The sheets that hold a list: by its names first, then by a row of headings."""
    named = [
        sheet
        for sheet in workbook.sheets
        if any(_area(workbook, sheet, listed, one) for one in listed.columns)
    ]
    headed = [sheet for sheet in workbook.sheets if _heading_row(sheet, listed)]
    return [*named, *(sheet for sheet in headed if sheet not in named)]


def locate_list(
    workbook: Workbook, sheet: Sheet, listed: ListForm, offers: Offers
) -> tuple[Filled, list[Finding]]:
    """
    Every row of a list, the empty ones too, each value with its cell.

    Args:
        offers: what the dropdowns offer.

    Returns:
        The values, and a finding for each column that is not where it belongs. A
        list without a heading row has no rows.
    """
    finder = _Finder(workbook, sheet, listed)
    columns = finder.columns()
    finder.hold_single()
    asked = {
        spec.key: asked_of(spec, offers)
        for spec in listed.columns
        if spec.key in columns
    }
    rows = tuple(_Row(sheet, row, columns, asked) for row in finder.rows(columns))
    filled = Filled(
        file=workbook.file,
        sha256=workbook.sha256,
        sheet=sheet.name,
        form=listed.id,
        regulation=None,
        epoch_1904=workbook.epoch_1904,
        fields=finder.declared(offers),
        tables={listed.id: rows},
        totals={},
    )
    return filled, finder.findings


class _Row(Mapping[str, Entry]):
    """
    One row of a list, each entry made when it is asked for.

    A list of thousands of people has a hundred thousand cells, most of them blank.
    """

    __slots__ = ("_asked", "_columns", "_number", "_sheet")

    def __init__(
        self, sheet: Sheet, number: int, columns: Columns, asked: Mapping[str, Asked]
    ) -> None:
        self._sheet, self._number = sheet, number
        self._columns, self._asked = columns, asked

    def __getitem__(self, key: str) -> Entry:
        cell = self._sheet.cell(self._number, self._columns[key])
        return Entry(cell, self._asked[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._asked)

    def __len__(self) -> int:
        return len(self._asked)


class _Finder:
    """Looks for the columns of one list; gathers what it could not find."""

    def __init__(self, workbook: Workbook, sheet: Sheet, listed: ListForm) -> None:
        self.workbook, self.sheet, self.listed = workbook, sheet, listed
        self.where = Location(workbook.file, sheet.name)
        self.findings: list[Finding] = []
        self.areas = {
            one.key: area
            for one in listed.columns
            if (area := _area(workbook, sheet, listed, one))
        }
        starts = [area.first_row for area in self.areas.values()]
        named = max(set(starts), key=starts.count) if starts else None
        self.heading = named or _heading_row(sheet, listed)

    def columns(self) -> Columns:
        """Where each column stands; a finding for each that is lost or renamed."""
        found: dict[str, int] = {}
        lost = 0
        for spec in self.listed.columns:
            area = self.areas.get(spec.key)
            if area and area.first_row == self.heading:
                found[spec.key] = area.first_column
                self._witness(area, spec)
                continue
            cells = self._headed(spec)
            lost += 1
            if len(cells) == 1:
                found[spec.key] = cells[0].column
            else:
                self._gone(spec, cells)
        if lost:
            self.findings.insert(0, finding("PE015", self.where, count=lost))
        return found

    def hold_single(self) -> None:
        """A copied sheet is told: which of the two counts is unsure."""
        spec = self.listed.columns[0]
        for sheet in _sheets_of(self.workbook, self.listed):
            if sheet is not self.sheet:
                place = Location(self.where.file, sheet.name)
                self.findings.append(finding("PE020", place, found=spec.label))

    def declared(self, offers: Offers) -> dict[str, Entry]:
        """What the cell above the list holds; nothing where there is none."""
        spec = self.listed.declaration
        if spec is None:
            return {}
        label = thai.label_key(spec.label)
        rows = {
            cell.row: cell
            for cell in self.sheet.cells.values()
            if cell.state is State.TEXT and thai.label_key(cell.raw) == label
        }
        area = self.workbook.name(declared(self.listed), self.sheet)
        if area is not None:
            cell = self.sheet.cell(area.first_row, area.first_column)
            if area.first_row not in rows:
                place = Location(self.where.file, self.where.sheet, cell.address)
                told = finding("PE016", place, found=cell.raw, expected=spec.label)
                self.findings.append(told)
        elif len(rows) == 1:
            cell = _beside(self.sheet, next(iter(rows.values())))
        else:
            return {}
        return {spec.key: Entry(cell, asked_of(spec, offers))}

    def rows(self, columns: Columns) -> Iterator[int]:
        """The rows under the heading, to the last prepared or filled one."""
        if self.heading is None:
            return
        taken = set(columns.values())
        filled = [
            row
            for (row, column), cell in self.sheet.cells.items()
            if column in taken and _holds(cell)
        ]
        last = max([self.heading, *filled])
        prepared = max([area.last_row for area in self.areas.values()], default=last)
        ends = max(last, min(prepared, last + MOST_EMPTY))
        yield from range(self.heading + 1, ends + 1)

    def _witness(self, area: Area, spec: ListColumn) -> None:
        cell = self.sheet.cell(area.first_row, area.first_column)
        if not _is_heading(cell, spec):
            place = Location(self.where.file, self.where.sheet, cell.address)
            self.findings.append(
                finding("PE016", place, found=cell.raw, expected=spec.label)
            )

    def _headed(self, spec: ListColumn) -> list[Cell]:
        """The cells of the heading row that bear the heading of a column."""
        return [
            cell
            for (row, _), cell in sorted(self.sheet.cells.items())
            if row == self.heading and _is_heading(cell, spec)
        ]

    def _gone(self, spec: ListColumn, cells: list[Cell]) -> None:
        if cells:  # more than one, which is no better than none
            places = [cell.address for cell in cells]
            told = finding("PE020", self.where, cells=places, found=spec.label)
        else:
            told = finding("PE311", self.where, expected=spec.label)
        self.findings.append(told)


def _area(
    workbook: Workbook, sheet: Sheet, listed: ListForm, column: ListColumn
) -> Area | None:
    return workbook.name(name_of(listed, column), sheet)


def _heading_row(sheet: Sheet, listed: ListForm) -> int | None:
    """The first row that bears the headings of all required columns."""
    keys = listed.known_by or [one.key for one in listed.columns if one.required]
    required = [listed.column(key) for key in keys]
    words = {word: one.key for one in required for word in _headings(one)}
    rows: dict[int, set[str]] = {}
    for (row, _), cell in sheet.cells.items():
        if cell.state is State.TEXT and (key := words.get(thai.label_key(cell.raw))):
            rows.setdefault(row, set()).add(key)
    found = [row for row, keys in rows.items() if len(keys) == len(required)]
    return min(found, default=None)


def _beside(sheet: Sheet, label: Cell) -> Cell:
    """What was typed to the right of a label; the next cell where nothing was."""
    typed = [
        cell
        for (row, column), cell in sorted(sheet.cells.items())
        if row == label.row and column > label.column and _holds(cell)
    ]
    return typed[0] if typed else sheet.cell(label.row, label.column + 1)


def _is_heading(cell: Cell, spec: ListColumn) -> bool:
    """True for the heading of a column in Thai, or its English key."""
    return cell.state is State.TEXT and thai.label_key(cell.raw) in _headings(spec)


def _headings(spec: ListColumn) -> tuple[str, str]:
    return thai.label_key(spec.label), spec.key


def _holds(cell: Cell) -> bool:
    """True where anything is typed that a reader sees, or a formula."""
    typed = cell.state is not State.BLANK and thai.is_seen(cell.raw)
    return typed or cell.formula is not None
