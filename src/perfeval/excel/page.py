"""One sheet of a book: its blocks from top to bottom, its paper, its page breaks."""

from collections.abc import Sequence
from itertools import pairwise

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from perfeval.book import Block, Fields, Page, Signatures, Table, Words
from perfeval.excel.blocks_of_page import (
    GAP,
    write_fields,
    write_signatures,
    write_table,
    write_words,
)
from perfeval.excel.breaks import FOOT, MARGIN, breaks, room
from perfeval.excel.canvas import Canvas
from perfeval.excel.edges import edges
from perfeval.excel.inert import inert
from perfeval.excel.styles_of_book import Styles
from perfeval.excel.styles_of_form import FONT

A4 = 9
LEAST = 84.0, 118.0  # characters of a sheet without a table, portrait and landscape
DRAFT = "ร่าง"
FOOTER = 255  # characters that Excel allows


def write_page(book: Workbook, out: Worksheet, page: Page, styles: Styles) -> None:
    """Fill one sheet and make it ready to print."""
    columns = edges(page.blocks, LEAST[0] if page.portrait else LEAST[1])
    for number, width in enumerate(columns.widths):
        out.set_column(number, number, width, styles.plain())
    canvas = Canvas(book, out, styles=styles, edges=columns)
    for number, line in enumerate(page.heading):
        style = styles.line(strong=not number, centred=True)
        canvas.lines([line], style, bold=not number)
    below = canvas.row
    headings = _blocks(canvas, page.blocks)
    canvas.keep(0, min(below + 1, canvas.row - 1))  # a page of a heading is none
    _paper(out, page, canvas)
    is_one_table = len(headings) == 1 and not any(
        isinstance(block, Fields) for block in page.blocks
    )
    repeated = headings[0] if is_one_table else range(0)
    if repeated:
        out.repeat_rows(repeated.start, repeated.stop - 1)
        out.freeze_panes(repeated.stop, 0)
    height = room(columns.points, portrait=page.portrait)
    found = breaks(
        canvas.heights,
        canvas.kept,
        page=height,
        repeated=repeated,
        grows=canvas.is_open,
    )
    if found and sum(canvas.heights) <= height and not _grows(page.blocks):
        out.fit_to_pages(1, 1)  # a program that gets less on a page shrinks it a little
    elif found:
        out.set_h_pagebreaks(found)


def _grows(blocks: Sequence[Block]) -> bool:
    """True where people type into rows of a table, which grow with their text."""
    tables = (block for block in blocks if isinstance(block, Table))
    return any(column.rule for table in tables for column in table.columns)


def _blocks(canvas: Canvas, blocks: Sequence[Block]) -> list[range]:
    """Every block below the other; where the headings of the tables stand."""
    headings = []
    for before, block in pairwise([None, *blocks]):
        follows = isinstance(before, Table) and isinstance(block, Signatures)
        if canvas.row and not follows:
            canvas.close(GAP)
        if isinstance(block, Table):
            headings.append(write_table(canvas, block))
        elif isinstance(block, Words):
            write_words(canvas, block)
        elif isinstance(block, Fields):
            write_fields(canvas, block)
        elif isinstance(block, Signatures):
            write_signatures(canvas, block)
    return headings


def _paper(out: Worksheet, page: Page, canvas: Canvas) -> None:
    if page.portrait:
        out.set_portrait()
    else:
        out.set_landscape()
    out.set_paper(A4)
    out.set_margins(MARGIN, MARGIN, MARGIN, FOOT)
    out.fit_to_pages(1, 0)
    out.print_area(0, 0, max(canvas.row - 1, 0), canvas.edges.last)
    out.set_footer(_footer(page), {"margin": MARGIN / 2, "scale_with_doc": False})
    out.hide_gridlines(2)
    if canvas.is_open:
        out.protect("", {"format_rows": True, "format_columns": True})


def _footer(page: Page) -> str:
    """Under which rules, whether a draft, and the page, in small letters."""
    face = f'"{FONT},Regular"'
    number = f"&R&{face}&12หน้า &P จาก &N"
    middle = f'&C&"{FONT},Bold"&14{DRAFT}' if page.draft else ""
    most = FOOTER - len(number) - len(middle) - len(f"&L&{face}&10")
    foot = inert(page.foot).replace("&", "&&")[:most]
    left = f"&L&{face}&10{foot}" if foot else ""
    return left + middle + number
