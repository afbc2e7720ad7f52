"""
One filled cell beside its question: what is asked, what came back, how it shows.

What it means is for `grammar`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perfeval import thai
from perfeval.grid import Cell, State, exact

FORMATS = 64  # number formats remembered; a file uses a handful for all its cells
HUNDRED = Decimal(100)  # percent
FIRST_SAFE_SERIAL = 61  # 1 March 1900; earlier ones depend on a bug of Excel
EPOCH_1900 = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)
_BLANK = State.BLANK  # a member costs more to reach on Python 3.11
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)


class Asked(NamedTuple):
    """
    What the form and the regulation say of a cell, alike in every copy.

    choices: normalised label or key -> the value it stands for.
    offered: the labels of the list, as the dropdown shows them.
    strict_choice: a word off the list withholds the result.
    prefilled: the form wrote it; a value here does not make its row count.
    """

    label: str
    kind: str
    choices: Mapping[str, str] = {}
    offered: tuple[str, ...] = ()
    strict_choice: bool = False
    required: bool = False
    prefilled: bool = False


class Entry(NamedTuple):
    """One cell that the form names, as it came back; there are hundreds in a form."""

    cell: Cell
    asked: Asked

    @property
    def is_input(self) -> bool:
        """True for a cell that people fill."""
        return self.asked.kind != "computed"

    @property
    def is_filled(self) -> bool:
        """True when the cell shows anything at all, or holds a formula."""
        cell = self.cell
        if not cell.raw:
            return cell.formula is not None
        is_shown = cell.state is not _BLANK and thai.is_seen(cell.raw)
        return is_shown or cell.formula is not None


class Remark(NamedTuple):
    """Something worth telling about a value that was taken."""

    code: str
    entry: Entry
    taken: str = ""


@dataclass(slots=True)
class Reading:
    """What validators need beside the cell, and where they leave remarks."""

    epoch_1904: bool = False
    remarks: list[Remark] = field(default_factory=list)


@lru_cache(maxsize=FORMATS)
def is_date_format(code: str) -> bool:
    """True when a number format shows a date or a time."""
    return code != "General" and bool(_DATE_LETTERS.search(_LITERAL.sub("", code)))


@lru_cache(maxsize=FORMATS)
def is_percent_format(code: str) -> bool:
    """True when a number format shows hundredths as percent."""
    return "%" in _LITERAL.sub("", code)


def plain(number: Decimal) -> str:
    """A decimal in plain digits without needless zeros."""
    text = f"{number.normalize():f}"
    return "0" if text == "-0" else text


def shown(entry: Entry) -> str:
    """What the user sees in the cell, for a finding."""
    cell = entry.cell
    if cell.formula is not None and cell.state is State.BLANK:
        return f"={cell.formula}"
    if cell.state is State.BOOLEAN:
        return truth(cell)
    if cell.state is not State.NUMBER or (value := exact(cell.raw)) is None:
        return cell.raw
    if is_percent_format(cell.number_format):
        return f"{plain(value * HUNDRED)}%"
    return plain(value)


def truth(cell: Cell) -> str:
    """A logical value as the cell shows it."""
    return "TRUE" if cell.raw == "1" else "FALSE"


def day_of_serial(cell: Cell, *, epoch_1904: bool) -> date | None:
    """The day of a date cell, by the epoch of its workbook; None when it has none."""
    serial = exact(cell.raw)
    lowest = 0 if epoch_1904 else FIRST_SAFE_SERIAL
    if serial is None or serial < lowest or not is_date_format(cell.number_format):
        return None
    try:
        return (EPOCH_1904 if epoch_1904 else EPOCH_1900) + timedelta(int(serial))
    except OverflowError:
        return None


def day_in(cell: Cell, *, epoch_1904: bool) -> date | None:
    """The day that a date cell or a text says; None when it says none for certain."""
    if cell.state is State.NUMBER:
        moment = day_of_serial(cell, epoch_1904=epoch_1904)
    else:
        moment = thai.read_date(cell.raw)
    return in_common_era(moment) if moment else None


def in_common_era(moment: date) -> date | None:
    """A date whose year may be Buddhist; None for a 29 February that never was."""
    try:
        return thai.common_era(moment.year, moment.month, moment.day)
    except ValueError:
        return None
