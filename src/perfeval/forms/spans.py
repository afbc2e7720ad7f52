"""Columns of the form's grid."""

from typing import NamedTuple

COLUMN_A = ord("A") - 1


class Span(NamedTuple):
    """Columns of one row; both ends 1-based and inside."""

    first: int
    last: int


def span(at: str) -> Span:
    """`B` or `C:D` as column numbers."""
    first, _, last = at.partition(":")
    return Span(ord(first) - COLUMN_A, ord(last or first) - COLUMN_A)
