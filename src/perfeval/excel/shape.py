"""The shape of a worksheet beside its cells: merged ranges and hidden columns."""

from perfeval.excel.fault import beyond, damaged
from perfeval.excel.lookups import Lookups
from perfeval.excel.markup import Attributes
from perfeval.excel.places import LAST_COLUMN, Rectangle, rectangle, whole

MERGES = 6_000  # in all sheets: a form has some 180, an evaluator up to 30 forms
YES = ("1", "true")


class Shape:
    """Gathers merged ranges and hidden columns while a part is walked."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups
        self.merges: list[Rectangle] = []
        self._spans: list[tuple[int, int]] = []  # of hidden columns

    def forget(self) -> None:
        """Begin again."""
        self._lookups.merged -= len(self.merges)
        self.merges.clear()
        self._spans.clear()

    @property
    def hidden_columns(self) -> frozenset[int]:
        """Every hidden column, 1-based."""
        hidden: set[int] = set()
        reached = 0
        for first, last in sorted(self._spans):
            hidden.update(range(max(first, reached + 1), last + 1))
            reached = max(reached, last)
        return frozenset(hidden)

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
        if is_flat or attributes.get("hidden") in YES:
            first, last = (whole(attributes.get(end, "")) for end in ("min", "max"))
            if not 1 <= first <= last <= LAST_COLUMN:
                raise damaged("place", place=f"{first}:{last}")
            self._spans.append((first, last))
