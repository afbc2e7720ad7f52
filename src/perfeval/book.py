"""
What a paper is, before any spreadsheet library sees it: plain data.

A `Book` has sheets, a `Sheet` has heading lines, columns, rows and closing
lines. Figures are already printed text; the writer only decides how they look.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "centre", "figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is printed, `89.996`; written as a number of those places."""

    shown: str


Value = str | int | Figure | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column. key: its name for programs; width: characters."""

    key: str
    title: str
    width: float
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with what stands above and below it."""

    title: str
    heading: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook to be."""

    sheets: tuple[Sheet, ...]
