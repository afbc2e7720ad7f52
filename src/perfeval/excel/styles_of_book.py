"""The cell styles of a paper, each made once for its workbook."""

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from perfeval.book import Figure, Value
from perfeval.excel.styles_of_form import BLUE, CREAM, DATE, GREY, NORMAL

CENTRED = {"align": "center"}
PALE = "#F0F4FA"  # a line of words across a table


class Styles:
    """The styles of one workbook, by what they look like."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self._cells: dict[tuple[object, ...], Format] = {}  # the same, sooner found

    def plain(self) -> Format:
        """What an untouched cell looks like."""
        return self._style()

    def line(self, *, strong: bool = False, centred: bool = False) -> Format:
        """A line of text of its own."""
        align = "center" if centred else "left"
        return self._style(bold=strong, align=align, text_wrap=True, valign="vcenter")

    def block_title(self) -> Format:
        """The line above a table."""
        return self._style(bold=True, font_size=18, valign="vcenter")

    def heading(self) -> Format:
        """The heading of a column."""
        return self._boxed(bold=True, bg_color=BLUE, align="center", valign="vcenter")

    def group(self) -> Format:
        """A line of words across a table."""
        return self._boxed(bold=True, bg_color=PALE, valign="vcenter", indent=1)

    def end(self) -> Format:
        """The closing row of a table that is read back."""
        return self._boxed(
            font_color="#606060", bg_color=GREY, align="center", valign="vcenter"
        )

    def label(self) -> Format:
        """The label of a cell to fill in."""
        return self._boxed(bold=True, bg_color=BLUE, valign="vcenter", indent=1)

    def signature(self) -> Format:
        """Where people sign."""
        return self._style(align="center", valign="vcenter")

    def body(self, kind: str, value: Value, *, total: bool = False) -> Format:
        """A cell of a table that nobody fills in."""
        return self._cell(kind, value, **_of_a_sum(total))

    def closed(self, kind: str) -> Format:
        """A cell in a column to fill in, of a row that is not to be."""
        return self._cell(kind, None, bg_color=GREY)

    def open(self, kind: str, value: Value, *, dated: bool = False) -> Format:
        """A cell that people fill in."""
        if dated:
            return self._boxed(
                locked=False, bg_color=CREAM, num_format=DATE, align="left", indent=1
            )
        properties = {"bg_color": CREAM, "locked": False}
        if kind == "figure" and value is None:
            properties["num_format"] = "General"  # shows whatever is typed in full
        return self._cell(kind, value, **properties)

    def _cell(self, kind: str, value: Value, **properties: object) -> Format:
        digits = _digits(value)
        key = kind, digits, *properties.items()
        if key not in self._cells:
            placed = {"align": "left", "indent": 1} if kind == "text" else CENTRED
            shown = {"num_format": digits, "valign": "vcenter", **placed}
            self._cells[key] = self._boxed(**{**shown, **properties})
        return self._cells[key]

    def _boxed(self, **properties: object) -> Format:
        return self._style(**{"border": 1, "text_wrap": True, **properties})

    def _style(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({**NORMAL, **properties})
        return self._made[key]


def _of_a_sum(total: bool) -> dict[str, object]:
    return {"bold": True, "bg_color": GREY} if total else {}


def _digits(value: Value) -> str:
    """As many places as the figure is printed with; commas where it has them."""
    if not isinstance(value, Figure):
        return "0"
    places = len(value.shown.partition(".")[2])
    whole = "#,##0" if "," in value.shown else "0"
    return f"{whole}." + "0" * places if places else whole
