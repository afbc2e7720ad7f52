"""
An agreement as it was recorded: indicators, weights, targets, competencies, items.

Every value is kept as exact text, and compared as what it means: 15, 15.0 and ๑๕
are one number, and spaces or marks that nobody sees make no other text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfeval import thai
from perfeval.entries import plain
from perfeval.grid import exact, is_plain
from perfeval.model import Change, Competency, Evaluation, Indicator, Item

TARGETS = tuple(f"target_{number}" for number in (1, 2, 3, 4, 5))
COLUMNS = {
    "indicators": ("title", "weight", *TARGETS),
    "competencies": ("title", "kind", "expected", "weight"),
    "items": ("title", "part", "full_marks"),
}
CHANGE = ("title", "change", "changed_on", "approved_by")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
Row = Indicator | Competency | Item
Values = Mapping[str, str]  # exact text by column; a blank one is not there


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """One agreed row, and the cell where each value of it stood."""

    values: Values
    cells: Mapping[str, str]

    @property
    def title(self) -> str:
        """What was agreed; empty where the row had no title."""
        return self.values.get("title", "")


@dataclass(frozen=True, slots=True)
class Agreement:
    """
    One version of an agreement; the first is number 1.

    agreed_on: the date on the form; recorded_on: the day perfeval took it in.
    changes: what the form told of changes, each with its date and approval.
    """

    number: int
    file: str
    sheet: str
    sha256: str
    recorded_on: date
    agreed_on: date | None
    indicators: tuple[AgreedRow, ...]
    competencies: tuple[AgreedRow, ...]
    changes: tuple[AgreedRow, ...] = ()
    items: tuple[AgreedRow, ...] = ()

    def rows(self, table: str) -> tuple[AgreedRow, ...]:
        """The agreed rows of one table."""
        if table == "items":
            return self.items
        return self.indicators if table == "indicators" else self.competencies


def agreement_of(
    evaluation: Evaluation, *, number: int, recorded_on: date
) -> Agreement:
    """The agreement that a form carries."""
    return Agreement(
        number=number,
        file=evaluation.file,
        sheet=evaluation.sheet,
        sha256=evaluation.sha256,
        recorded_on=recorded_on,
        agreed_on=evaluation.agreed_on,
        indicators=_rows(evaluation.indicators, COLUMNS["indicators"]),
        competencies=_rows(evaluation.competencies, COLUMNS["competencies"]),
        changes=_rows(evaluation.changes, CHANGE),
        items=_rows(rows_of(evaluation, "items"), COLUMNS["items"]),
    )


def rows_of(evaluation: Evaluation, table: str) -> Sequence[Row]:
    """The rows of a form that are agreed on: of its items only those that count."""
    rows: Sequence[Row] = getattr(evaluation, table)
    return [row for row in rows if not isinstance(row, Item) or row.is_in_use]


def _rows(
    rows: Sequence[Row | Change], columns: tuple[str, ...]
) -> tuple[AgreedRow, ...]:
    return tuple(
        AgreedRow(
            values_of(row, columns), {k: row.at[k] for k in columns if k in row.at}
        )
        for row in rows
    )


def values_of(row: Row | Change, columns: tuple[str, ...]) -> Values:
    """The values of a row as exact text."""
    return dict(_texts(row, columns))


def _texts(row: Row | Change, columns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key in columns:
        value = getattr(row, key)
        if isinstance(value, Decimal):
            yield key, plain(value)
        elif isinstance(value, date):
            yield key, value.isoformat()
        elif value is not None:
            yield key, value


def number_of(text: str) -> Decimal | None:
    """The number that a text is, in any of its spellings; None for words."""
    digits = thai.ascii_digits(thai.tidy(text))
    if _THOUSANDS.fullmatch(digits):
        digits = digits.replace(",", "")
    value = exact(digits)
    return value if value is not None and is_plain(value) else None


def meaning(text: str | None) -> str | None:
    """A value for comparison only; None for a blank one."""
    if text is None:
        return None
    value = number_of(text)
    return thai.label_key(text) if value is None else plain(value)
