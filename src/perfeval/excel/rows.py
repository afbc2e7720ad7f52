"""
The cells of ordinary rows, in one loop that runs at every cell of every form.

It decides nothing that is in doubt: rows that are not plainly sound are left to
the XML walk, which knows what to say about them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from perfeval.excel.lookups import BLANK, COLUMNS, Lookups
from perfeval.excel.places import column_number
from perfeval.excel.quick import Token, attributes_of, plain
from perfeval.excel.shape import is_hidden_row
from perfeval.excel.values import value
from perfeval.grid import Cell, State, exact

_NUMBER = State.NUMBER  # a member costs more to reach on Python 3.11
_new = tuple.__new__  # of a `Cell`: half the cost of calling it


class Rows(NamedTuple):
    """What stands in the rows of one sheet; hidden: the numbers of hidden rows."""

    cells: dict[tuple[int, int], Cell]
    hidden: set[int]


def rows_of(found: Iterable[Token], lookups: Lookups) -> Rows | None:
    """The rows of the ordinary dialect; None where one is not so ordinary."""
    cells: dict[tuple[int, int], Cell] = {}
    hidden: set[int] = set()
    looks: dict[str, bool | None] = {}  # by its attributes: whether a row is hidden
    texts, styles, rows = lookups.texts, lookups.styles, lookups.size.rows
    row, digits, column = 0, "", 0  # digits: of the row as spelled, "" between rows
    for token in found:
        _, letters, place, style, kind, has, formula, raw, end, number, more, flat = (
            token
        )
        if letters:
            left, column = column, column_number(letters)
            if place != digits or not left < column <= COLUMNS:
                return None
            if raw or has:
                shown = texts.get(raw) if kind == "s" else _shown(kind, raw)
                look = styles.get(style or "0")
                if shown is None or look is None:
                    return None
                written = plain(formula) if has else None
                cells[row, column] = _new(Cell, (row, column, *shown, written, *look))
        elif number:
            above, row, column = row, int(number), 0
            if bool(end) != bool(digits) or not above < row <= rows:
                return None
            digits = "" if flat else number
            if more not in looks:
                looks[more] = _is_hidden(more)
            is_hidden = looks[more]
            if is_hidden is None:
                return None
            if is_hidden:
                hidden.add(row)
        elif digits:
            digits = ""
        else:
            return None
    is_sound = not digits and lookups.filled + len(cells) <= lookups.size.cells
    return Rows(cells, hidden) if is_sound else None


def _shown(kind: str, raw: str) -> tuple[State, str] | None:
    """What a cell shows that refers to no text; None where that is in doubt."""
    if not raw:
        return BLANK
    if kind in ("", "n"):
        return None if exact(raw) is None else (_NUMBER, raw)
    if kind == "inlineStr":
        return None  # its text has a place of its own
    return value(kind, plain(raw))


def _is_hidden(more: str) -> bool | None:
    """Whether attributes hide a row; None where one is given twice."""
    named = attributes_of(more)
    return None if named is None or "r" in named else is_hidden_row(named)
