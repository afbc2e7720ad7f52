"""
Write a `Letter` as a workbook: A4 upright, at its full size, ready to sign.

A public paper holds what it shows and nothing else: no name of a range, no hidden
sheet, no author, no address. Everything is text. The same letters give the same
bytes.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from itertools import pairwise

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from perfeval.excel.cutting import Look
from perfeval.excel.emblem import draw
from perfeval.excel.inert import inert
from perfeval.excel.pen import Attributes
from perfeval.excel.strips import Cell, Strip, edges, pages, strips
from perfeval.excel.write import sheet_name
from perfeval.letter import Letter

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed time: same in, same bytes
FONT = "TH SarabunPSK"
A4 = 9
INCH = 25.4  # mm
PIXELS = 96 / INCH  # of a screen in a millimetre: widths are kept in them
LEFT, RIGHT, TOP, BOTTOM = 30, 20, 15, 20  # mm, margins of an official paper
HEAD, FOOT = 4, 8  # mm, from the edges of the paper to what stands in a margin
BLUE = "#DCE6F1"
# Widths of columns are counted in digits of the font of the workbook. This one has
# the same digits in every program: where TH SarabunPSK is missing, letters change,
# the page does not. A digit of it is 8 pixels wide, a column of 72 the usual one.
MEASURE = {
    "default_format_properties": {
        "font_name": "Arial",
        "font_size": 11,
        "font_scheme": "none",
    },
    "default_column_width": 72,
}


class Paper(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """
    A worksheet whose rows of plain cells still grow with what is typed over them.

    A merged text is never fitted: without a height of its own its row would close
    over it.
    """

    growing: frozenset[object] = frozenset()  # rows, 1-based

    def _xml_start_tag_unencoded(self, tag: str, attributes: Attributes = ()) -> None:
        super()._xml_start_tag_unencoded(tag, self._freed(tag, attributes))

    def _freed(self, tag: str, attributes: Attributes) -> Attributes:
        if tag != "row" or dict(attributes)["r"] not in self.growing:
            return attributes
        return [one for one in attributes if one[0] != "customHeight"]


def xlsx(*letters: Letter) -> bytes:
    """The bytes of a workbook of these papers, a sheet each."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True, **MEASURE})
    book.set_properties({"created": CREATED})
    used: set[str] = set()
    for letter in letters:
        _sheet(book, book.add_worksheet(sheet_name(letter.title, used), Paper), letter)
    book.close()
    return stream.getvalue()


def _sheet(book: Workbook, out: Worksheet, letter: Letter) -> None:
    _page(out, letter)
    places = edges(letter)
    _columns(out, places)
    _rows(book, out, pages(strips(letter)), places)
    if letter.emblem and letter.emblem.image:
        draw(out, letter.emblem, pixels(places[-1]))


def pixels(millimetres: int) -> int:
    """A place as whole pixels of a screen, in which widths of columns are kept."""
    return round(millimetres * PIXELS)


def _page(out: Worksheet, letter: Letter) -> None:
    """Paper, margins, what stands over and under every page."""
    out.set_paper(A4)
    out.set_margins(LEFT / INCH, RIGHT / INCH, TOP / INCH, BOTTOM / INCH)
    out.hide_gridlines(2)
    if letter.mark:
        mark = f'&R&"{FONT},Bold"&20{_marginal(letter.mark)}'
        out.set_header(mark, {"margin": HEAD / INCH})
    if letter.foot:
        foot = f'&R&"{FONT},Regular"&14{_marginal(letter.foot)}'
        out.set_footer(foot, {"margin": FOOT / INCH})


def _marginal(text: str) -> str:
    """A text of a margin: no code of the program, apart from the size before it."""
    return " " + inert(text).replace("&", "&&")


def _columns(out: Worksheet, places: Sequence[int]) -> None:
    for number, (left, right) in enumerate(pairwise(places)):
        out.set_column_pixels(number, number, pixels(right) - pixels(left))


def _rows(
    book: Workbook,
    out: Worksheet,
    paper: Sequence[Sequence[Strip]],
    places: Sequence[int],
) -> None:
    """Every strip in a row of its own, and a break after every page."""
    styles: dict[Look, Format] = {}
    breaks, growing, row = [], set(), 0
    for page in paper:
        for strip in page:
            out.set_row(row, strip.height)
            for cell in strip.cells:
                if cell.look not in styles:
                    styles[cell.look] = _format(book, cell.look)
                _write(out, row, cell, places=places, style=styles[cell.look])
            row += 1
            if strip.table and len(strip.cells) == len(places) - 1:
                growing.add(row)
        breaks.append(row)
    out.set_h_pagebreaks(breaks[:-1])
    out.growing = frozenset(growing)


def _write(
    out: Worksheet, row: int, cell: Cell, *, places: Sequence[int], style: Format
) -> None:
    first, last = places.index(cell.left), places.index(cell.right) - 1
    text = inert(cell.text)
    if first != last:
        out.merge_range(row, first, row, last, "", style)
    if text:
        out.write_string(row, first, text, style)
    elif first == last:
        out.write_blank(row, first, None, style)


def _format(book: Workbook, look: Look) -> Format:
    kind: dict[str, object] = {
        "font_name": FONT,
        "font_size": look.size,
        "bold": look.bold,
        "text_wrap": True,
        "align": "center" if look.align == "centre" else "left",
        "valign": "vcenter" if look.filled else "top",
    }
    if look.boxed:
        kind["border"] = 1
    if look.is_indented:
        kind["indent"] = 1
    if look.filled:
        kind["bg_color"] = BLUE
    return book.add_format(kind)
