"""What one form sheet of a workbook is to hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perfeval.excel.pen import Value
from perfeval.forms.layout import Layout

Path = tuple[str | int, ...]  # `("name",)`, `("indicators", 0, "title")`
Known = Mapping[Path, Value]


@dataclass(frozen=True, slots=True)
class FormSheet:
    """
    One form of a workbook.

    values: what is already known, by path.
    saved: figures to store with the live formulas, by the same kind of path;
        where one is missing, a program works it out when it opens the form.
    nonce: drawn once for an issued form; empty for a blank one.
    locked: cells that came filled and that the protected sheet keeps so.
    """

    layout: Layout
    title: str
    values: Known = field(default_factory=dict)
    saved: Known = field(default_factory=dict)
    nonce: str = ""
    locked: frozenset[Path] = frozenset()
