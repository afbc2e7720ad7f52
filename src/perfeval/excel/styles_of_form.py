"""The cell styles of a form: one font, one pale colour for what people fill."""

from collections.abc import Mapping

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from perfeval.excel.verdict import SHOWN

FONT = "TH SarabunPSK"
SIZE = 16  # points
CREAM, AMBER, GREY, BLUE = "#FFF8DC", "#FFDD80", "#F0F0F0", "#DCE6F1"
# Column widths are counted in digits of this font. Without `none` Excel takes the
# font of the theme, which is another one.
NORMAL = {"font_name": FONT, "font_size": SIZE, "font_scheme": "none"}
DATE = "[$-D07041E]d mmmm yyyy"  # Buddhist Era on screen, a real date in the cell
INPUTS: Mapping[str, Mapping[str, object]] = {
    "text": {"text_wrap": True, "indent": 1},
    "long_text": {"text_wrap": True, "indent": 1, "valign": "top"},
    "measure": {"text_wrap": True, "align": "center"},
    "date": {"num_format": DATE, "align": "left", "indent": 1},
    "choice": {"text_wrap": True, "indent": 1},
    "number": {"align": "center"},
    "percent": {"align": "center"},
    "level": {"align": "center", "bold": True},
}


class Styles:
    """Every style of a form, made once for a workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.plain = self._style()
        self.top = self._style(bold=True, bottom=1)
        self.status = self._style(bold=True, bottom=1, align="center")
        self.stamp = self._style(font_size=9, font_color="#808080")
        self.title = self._style(
            bold=True, font_size=20, align="center", text_wrap=True
        )
        self.subtitle = self._style(align="center", text_wrap=True)
        self.part = self._style(bold=True, font_size=18)
        self.guide = self._style(font_color="#404040", text_wrap=True)
        self.label = self._boxed(bg_color=BLUE, text_wrap=True, bold=True, indent=1)
        self.heading = self._boxed(
            bg_color=BLUE, text_wrap=True, bold=True, align="center"
        )
        self.number = self._boxed(align="center", bg_color=BLUE)
        self.closing = self._boxed(bg_color=GREY, font_color="#606060", indent=1)
        self.computed = self._boxed(
            bg_color=GREY, align="center", num_format="0.00##", text_wrap=True
        )
        self.count = self._boxed(bg_color=GREY, align="center", num_format="0")
        self.result = self._boxed(
            bg_color=GREY, align="center", bold=True, font_size=18, num_format=SHOWN
        )
        self.signature = self._style(align="center")
        self.step = self._style(text_wrap=True, valign="top")
        self.step_number = self._style(align="right", valign="top", indent=1)
        self.example = self._boxed(text_wrap=True, align="center")
        self.cell = self._boxed(indent=1)
        self.described = self._boxed(indent=1, text_wrap=True)
        self.checked = self._boxed(bg_color=GREY, indent=1)
        self.note = self._style(indent=1)
        self.waiting = book.add_format({"bg_color": AMBER})
        self.in_use = book.add_format({"bg_color": CREAM, "border": 1})
        self.lacking = book.add_format({"bg_color": AMBER, "border": 1})
        self.check_in_use = book.add_format({"bg_color": GREY, "border": 1})
        self._bare: dict[str, Format] = {}
        self._inputs = {kind: self._input(**how) for kind, how in INPUTS.items()}
        self._given = {kind: self._boxed(**how) for kind, how in INPUTS.items()}

    def input(self, kind: str, *, given: bool = False) -> Format:
        """The style of a cell that people fill, or that came filled and locked."""
        return self._given[kind] if given else self._inputs[kind]

    def shown_as(self, number_format: str) -> Format:
        """A cell that people fill, on one line, shown in a number format."""
        if number_format not in self._inputs:
            style = self._input(num_format=number_format, align="left", indent=1)
            self._inputs[number_format] = style
        return self._inputs[number_format]

    def bare(self, kind: str, number_format: str | None = None) -> Format:
        """A cell that people may fill, nothing of it to be seen or printed yet."""
        key = number_format or kind
        if key not in self._bare:
            how = dict(INPUTS.get(kind, {}))
            if number_format:
                how = {"num_format": number_format, "align": "left", "indent": 1}
            self._bare[key] = self._style(locked=False, **how)
        return self._bare[key]

    def swatch(self, colour: str) -> Format:
        """A cell that shows a colour of the legend."""
        return self._boxed(bg_color=colour, align="center", bold=True)

    def _style(self, **properties: object) -> Format:
        return self._book.add_format({**NORMAL, "valign": "vcenter", **properties})

    def _boxed(self, **properties: object) -> Format:
        return self._style(border=1, **properties)

    def _input(self, **properties: object) -> Format:
        return self._boxed(bg_color=CREAM, locked=False, **properties)
