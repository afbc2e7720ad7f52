"""What the cells of all sheets of one workbook refer to, and how many there were."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Lookups:
    """
    What the cells of all sheets refer to by number, and how many there were.

    texts, styles, numbers: what was looked up already, by the text in the cell.
    """

    strings: Sequence[str]
    formats: Sequence[str]
    texts: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[int, str]] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)
    filled: int = 0  # cells
    merged: int = 0  # ranges
