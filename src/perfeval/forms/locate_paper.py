"""
Find what people filled in on a paper of ours: by defined names, labels as witness.

Names follow inserted rows and survive other programs. Where they are gone, the
headings and labels alone lead the way, and that is said.
"""

from collections.abc import Iterator, Mapping

from perfeval import thai
from perfeval.entries import Entry
from perfeval.findings import Finding, Location, finding
from perfeval.forms.fields import Offers, asked_of
from perfeval.forms.hidden import hidden_values
from perfeval.forms.paper import Paper
from perfeval.forms.schema import Input
from perfeval.forms.stamp import PREFIX
from perfeval.grid import Area, Cell, Sheet, State, Workbook
from perfeval.model import Filled

NOTHING_OFFERED = Offers({})
Located = tuple[Filled, list[Finding]]


def locate_paper(workbook: Workbook, paper: Paper) -> list[Located]:
    """
    Every sheet with anything of a paper, in the order of the workbook.

    Returns:
        The values of each sheet, and a finding for each label that is not where the
        paper has it. Nothing where the workbook is another paper.
    """
    return [
        found for sheet in workbook.sheets if (found := _sheet(workbook, sheet, paper))
    ]


def _sheet(workbook: Workbook, sheet: Sheet, paper: Paper) -> Located | None:
    finder = _Finder(workbook, sheet, paper)
    fields, rows = dict(finder.fields()), tuple(finder.rows())
    if not fields and not rows and not finder.findings:
        return None
    filled = Filled(
        file=workbook.file,
        sha256=workbook.sha256,
        sheet=sheet.name,
        form=paper.id,
        regulation=None,
        epoch_1904=workbook.epoch_1904,
        fields=fields,
        tables={paper.table.key: rows},
        totals={},
    )
    lost = [finding("PE015", finder.where, count=finder.lost)] if finder.lost else []
    return filled, [*lost, *finder.findings, *hidden_values(sheet, filled)]


class _Finder:
    """Looks for the parts of a paper on one sheet; gathers what does not fit."""

    def __init__(self, workbook: Workbook, sheet: Sheet, paper: Paper) -> None:
        self.workbook, self.sheet, self.paper = workbook, sheet, paper
        self.where = Location(workbook.file, sheet.name)
        self.findings: list[Finding] = []
        self.lost = 0  # names that are gone

    def fields(self) -> Iterator[tuple[str, Entry]]:
        """Each single cell that stands on this sheet."""
        for spec in self.paper.fields:
            if area := self.workbook.name(PREFIX + spec.key, self.sheet):
                self._witness(self._left_of(area), spec)
                cell = self.sheet.cell(area.first_row, area.first_column)
                yield spec.key, Entry(cell, asked_of(spec, NOTHING_OFFERED))
            elif label := self._only(spec.label):
                self.lost += 1
                cell = self.sheet.cell(label.row, self._behind(label))
                yield spec.key, Entry(cell, asked_of(spec, NOTHING_OFFERED))

    def rows(self) -> Iterator[Mapping[str, Entry]]:
        """Each row of the table between its heading and its closing row."""
        columns = self._columns()
        if not columns:
            return
        heading = next(iter(columns.values())).row
        ends = [
            cell.row for cell in self._like(self.paper.table.end) if cell.row > heading
        ]
        if len(ends) != 1:
            self._gone(self.paper.table.end)
            return
        asked = {
            spec.key: asked_of(spec, NOTHING_OFFERED)
            for spec in self.paper.table.columns
        }
        across = self._across(next(iter(columns.values())).column)
        for row in range(heading + 1, ends[0]):
            if row in across:
                continue
            yield {
                key: Entry(self.sheet.cell(row, cell.column), asked[key])
                for key, cell in columns.items()
            }

    def _across(self, column: int) -> set[int]:
        """The rows of words that stand across the table."""
        return {
            row for row, first, _, last in self.sheet.merges if first < column <= last
        }

    def _columns(self) -> Mapping[str, Cell]:
        """The heading of each column; none where the sheet has no such table."""
        table = self.paper.table
        named = {
            spec.key: self.workbook.name(f"{PREFIX}{table.key}_{spec.key}", self.sheet)
            for spec in table.columns
        }
        found = {
            key: self.sheet.cell(area.first_row, area.first_column)
            for key, area in named.items()
            if area
        }
        if not found:
            found = dict(self._headings())
        for spec in table.columns if found else ():
            if spec.key not in found:
                self._gone(spec.label)
            else:
                self._witness(found[spec.key], spec)
        if len({cell.row for cell in found.values()}) > 1:
            self._gone(table.columns[0].label)
        return found if not self.findings else {}

    def _headings(self) -> Mapping[str, Cell]:
        """The one row that bears every heading, where the names are gone."""
        rows: dict[int, dict[str, Cell]] = {}
        for spec in self.paper.table.columns:
            for cell in self._like(spec.label):
                rows.setdefault(cell.row, {}).setdefault(spec.key, cell)
        whole = [
            row for row in rows.values() if len(row) == len(self.paper.table.columns)
        ]
        if len(whole) != 1:
            return {}
        self.lost += len(whole[0])
        return whole[0]

    def _left_of(self, area: Area) -> Cell:
        """The nearest cell with anything in it, to the left of an input."""
        for column in range(area.first_column - 1, 0, -1):
            cell = self.sheet.cell(area.first_row, column)
            if cell.state is not State.BLANK:
                return cell
        return self.sheet.cell(area.first_row, 1)

    def _behind(self, label: Cell) -> int:
        """The column behind a label, which may be merged."""
        ends = (
            last
            for row, first, _, last in self.sheet.merges
            if (row, first) == (label.row, label.column)
        )
        return max(ends, default=label.column) + 1

    def _only(self, words: str) -> Cell | None:
        found = self._like(words)
        return found[0] if len(found) == 1 else None

    def _like(self, words: str) -> list[Cell]:
        """The cells with a text, from top to bottom."""
        wanted = thai.label_key(words)
        return [
            cell
            for _, cell in sorted(self.sheet.cells.items())
            if cell.state is State.TEXT and thai.label_key(cell.raw) == wanted
        ]

    def _witness(self, cell: Cell, spec: Input) -> None:
        if thai.label_key(cell.raw) != thai.label_key(spec.label):
            place = Location(self.where.file, self.where.sheet, cell.address)
            told = finding("PE016", place, found=cell.raw, expected=spec.label)
            self.findings.append(told)

    def _gone(self, expected: str) -> None:
        self.findings.append(finding("PE618", self.where, expected=expected))
