"""The shape of a worksheet beside its cells: merged ranges and hidden columns."""

from collections.abc import Iterable, Sequence

from perfeval.excel.fault import beyond, damaged
from perfeval.excel.lookups import MERGES, Lookups
from perfeval.excel.markup import Attributes
from perfeval.excel.places import LAST_COLUMN, rectangle, whole
from perfeval.grid import Rectangle

_YES = ("1", "true")


def is_hidden_row(attributes: Attributes) -> bool:
    """True for a row that says so, and for one without height."""
    # A sheet may hide all rows by default, but each row it holds says itself.
    height = attributes.get("ht")
    is_flat = height is not None and not height.strip("0.")
    return is_flat or attributes.get("hidden") in _YES


class Shape:
    """Gathers merged ranges and hidden columns while a part is walked."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups
        self.merges: list[Rectangle] = []
        self._spans: list[tuple[int, int]] = []  # of hidden columns

    @property
    def hidden_columns(self) -> frozenset[int]:
        """Every hidden column, 1-based."""
        hidden: set[int] = set()
        reached = 0
        for first, last in sorted(self._spans):
            hidden.update(range(max(first, reached + 1), last + 1))
            reached = max(reached, last)
        return frozenset(hidden)

    def take(self, merges: Sequence[Rectangle], columns: Iterable[Attributes]) -> bool:
        """All merged ranges and runs of columns; False where there are too many."""
        if self._lookups.merged + len(merges) > MERGES:
            return False
        for one in columns:
            self.columns(one)
        self.merges += merges
        self._lookups.merged += len(merges)
        return True

    def merge(self, attributes: Attributes) -> None:
        """One merged range."""
        text = attributes.get("ref", "")
        cells = rectangle(text)
        if cells is None:
            raise damaged("place", place=text)
        self.merges.append(cells)
        self._lookups.merged += 1
        if self._lookups.merged > MERGES:
            raise beyond("merges", str(MERGES), f"{MERGES + 1}")

    def columns(self, attributes: Attributes) -> None:
        """One run of columns."""
        is_flat = not attributes.get("width", "1").strip("0.")
        if is_flat or attributes.get("hidden") in _YES:
            first, last = (whole(attributes.get(end, "")) for end in ("min", "max"))
            if not 1 <= first <= last <= LAST_COLUMN:
                raise damaged("place", place=f"{first}:{last}")
            self._spans.append((first, last))
