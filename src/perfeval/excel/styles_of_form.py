"""The cell styles of a form: one font, one pale colour for what people fill."""

from xlsxwriter import Workbook
from xlsxwriter.format import Format

FONT = "TH SarabunPSK"
SIZE = 16  # points
CREAM, GREY, BLUE = "#FFF8DC", "#F0F0F0", "#DCE6F1"
DATE = "[$-D07041E]d mmmm yyyy"  # Buddhist Era on screen, a real date in the cell


class Styles:
    """Every style of a form, made once for a workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.plain = self._style()
        self.title = self._style(bold=True, font_size=20, align="center")
        self.subtitle = self._style(align="center", text_wrap=True)
        self.stamp = self._style(font_size=9, font_color="#808080", align="right")
        self.part = self._style(bold=True, font_size=18, bottom=1)
        self.guide = self._style(italic=True, font_color="#404040")
        self.label = self._boxed(bg_color=BLUE, text_wrap=True, bold=True)
        self.heading = self._boxed(
            bg_color=BLUE, text_wrap=True, bold=True, align="center"
        )
        self.number = self._boxed(align="center", bg_color=BLUE)
        self.closing = self._boxed(
            font_size=14, italic=True, bg_color=GREY, font_color="#606060"
        )
        self.computed = self._boxed(
            bg_color=GREY, align="center", num_format="0.00##", text_wrap=True
        )
        self.count = self._boxed(bg_color=GREY, align="center", num_format="0")
        self.result = self._boxed(
            bg_color=GREY,
            align="center",
            bold=True,
            font_size=18,
            num_format="0.00######",
        )
        self.signature = self._style(align="center")
        self.step = self._style(text_wrap=True, valign="top")
        self.example = self._boxed(text_wrap=True, align="center")
        centred = self._boxed(bg_color=CREAM, locked=False, align="center")
        self._inputs = {
            "text": self._boxed(bg_color=CREAM, locked=False, text_wrap=True),
            "long_text": self._boxed(
                bg_color=CREAM, locked=False, text_wrap=True, valign="top"
            ),
            "measure": self._boxed(
                bg_color=CREAM, locked=False, text_wrap=True, align="center"
            ),
            "date": self._boxed(
                bg_color=CREAM, locked=False, num_format=DATE, align="left"
            ),
            "choice": self._boxed(bg_color=CREAM, locked=False, text_wrap=True),
            "number": centred,
            "percent": centred,
            "level": self._boxed(
                bg_color=CREAM, locked=False, align="center", bold=True
            ),
        }

    def input(self, kind: str) -> Format:
        """The style of a cell that people fill."""
        return self._inputs[kind]

    def swatch(self, colour: str) -> Format:
        """A cell that shows a colour of the legend."""
        return self._boxed(bg_color=colour)

    def _style(self, **properties: object) -> Format:
        base = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter"}
        return self._book.add_format({**base, **properties})

    def _boxed(self, **properties: object) -> Format:
        return self._style(border=1, **properties)
