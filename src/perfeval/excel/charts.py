"""Native charts of a table's own figures: they print and can be edited."""

from collections.abc import Sequence
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.chart_bar import ChartBar

from perfeval.book import Chart, Table, values_of
from perfeval.excel.canvas import Canvas
from perfeval.excel.edges import GAP, ends
from perfeval.excel.heights import CHARACTER, SIZE, width
from perfeval.excel.pen import Attributes
from perfeval.excel.styles_of_form import FONT

# From dark to light, so that they differ on grey paper too; ink on each of them.
FILLS = ("#1F3864", "#2E75B6", "#9DC3E6", "#F4B183", "#C55A11", "#7F7F7F")
INKS = ("#FFFFFF", "#FFFFFF", "#000000", "#000000", "#FFFFFF", "#FFFFFF")
INK = "#000000"
BARE = "0;;"  # a count of nothing needs no label
PIXEL, PIXELS_PADDING = 7, 5  # by which XlsxWriter reckons a column's width
POINT = 96 / 72  # pixels
LEAST, MOST = 0.2, 0.5  # of the width, where the bars begin
EDGE = 0.96  # of the width, where the longest bar ends
BESIDE = 22  # points between a name and its bar, and before it
HEAD, AXIS, LEGEND = 36, 26, 50  # points
TITLE, SMALL, SMALLEST = 16, 14, 8  # points
LINE = 1.35  # of the size of letters: a line, and what parts it from the next one


class Bars(ChartBar):  # type: ignore[misc]  # XlsxWriter has no types
    """
    A bar chart in the font of the paper for Thai as well.

    XlsxWriter names the font of Latin letters alone. Thai is a complex script, for
    which programs then take another font, which is half as large again.
    """

    def _write_a_latin(self, attributes: Attributes) -> None:
        super()._write_a_latin(attributes)
        self._xml_empty_tag("a:cs", attributes)


def _added(book: Workbook, *, stacked: bool) -> Bars:
    """A chart of the workbook, as its `add_chart` makes its own."""
    drawn = Bars({"subtype": "stacked"} if stacked else {})
    drawn.embedded = True
    book.charts.append(drawn)
    return drawn


def draw(canvas: Canvas, table: Table, chart: Chart, *, rows: tuple[int, int]) -> None:
    """
    Put a chart to the right of its table.

    Args:
        rows: the first and the last row of the figures, the sum left out.
    """
    drawn = _chart(canvas, table, chart, rows=rows)
    start = ends(table)[-1] + GAP
    first, last = canvas.edges.span(start, start + chart.width)
    widths = canvas.edges.widths[first : last + 1]
    pixels = sum(int(width * PIXEL) + PIXELS_PADDING for width in widths)
    drawn.set_size({"width": pixels, "height": chart.height * POINT})
    options = {"object_position": 1, "description": chart.title}
    canvas.out.insert_chart(rows[0] - 1, first, drawn, options)


def _chart(
    canvas: Canvas, table: Table, chart: Chart, *, rows: tuple[int, int]
) -> Bars:
    drawn = _added(canvas.book, stacked=chart.stacked)
    places = _places(canvas, table)
    sheet = canvas.out.get_name()
    category = [sheet, rows[0], places[chart.category], rows[1], places[chart.category]]
    for number, key in enumerate(chart.series):
        at = places[key]
        fill, ink = FILLS[number % len(FILLS)], INKS[number % len(INKS)]
        drawn.add_series(
            {
                "name": [sheet, rows[0] - 1, at],
                "categories": category,
                "values": [sheet, rows[0], at, rows[1], at],
                "fill": {"color": fill},
                "gap": 50,
                "data_labels": {
                    "value": True,
                    "num_format": BARE,
                    "font": _font(SMALL, ink if chart.stacked else INK),
                },
            }
        )
    _dress(drawn, chart, _names(table, chart))
    return drawn


def _names(table: Table, chart: Chart) -> list[str]:
    """What stands beside the bars: the names of the rows, the sum left out."""
    at = [column.key for column in table.columns].index(chart.category)
    rows = table.rows[:-1] if table.total else table.rows
    return [str(row[at]) for row in map(values_of, rows) if row]


def _places(canvas: Canvas, table: Table) -> dict[str, int]:
    """The first column of every column of the table."""
    lefts = [0.0, *ends(table)]
    return {
        column.key: canvas.edges.span(left, left + column.width)[0]
        for column, left in zip(table.columns, lefts, strict=False)
    }


def _dress(drawn: Bars, chart: Chart, names: Sequence[str]) -> None:
    """Title, axes and legend, in the font of the paper."""
    below = AXIS + (LEGEND if len(chart.series) > 1 else 0)
    bars = chart.height - HEAD - below
    beside = _size(chart, bars, names)
    drawn.set_title({"name": chart.title, "name_font": _font(TITLE, bold=True)})
    # The first row of the table is the topmost bar; of a bar chart XlsxWriter
    # calls the upright axis y. Reversing it would send the figures to the top.
    drawn.set_y_axis({"num_font": _font(beside), "reverse": True, "interval_unit": 1})
    drawn.set_x_axis(
        {
            "num_font": _font(SMALL),
            "num_format": "0",
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
            "min": 0,
            "label_position": "high",
        }
    )
    # Names of divisions are long; left to itself, a program drops every second one.
    left = _left(chart, names, beside)
    plot = {"x": left, "width": EDGE - left}
    plot |= {"y": HEAD / chart.height, "height": bars / chart.height}
    drawn.set_plotarea({"layout": plot})
    if len(chart.series) > 1:
        drawn.set_legend({"position": "bottom", "font": _font(SMALL)})
    else:
        drawn.set_legend({"none": True})


def _size(chart: Chart, bars: float, names: Sequence[str]) -> int:
    """
    The size of letters at which no name reaches into the next one.

    Args:
        bars: points that all bars have together.
    """
    widest = MOST * chart.width * CHARACTER - BESIDE
    lines = max(1, ceil(_longest(names, SMALL) / widest))
    room = bars / max(1, len(names))  # points of a bar
    return max(SMALLEST, min(SMALL, int(room / lines / LINE)))


def _longest(names: Sequence[str], size: int) -> float:
    """Points of the longest name on one line."""
    return max(map(width, names), default=0) * size / SIZE


def _left(chart: Chart, names: Sequence[str], size: int) -> float:
    """The part of the width that the longest name takes, on one line if it can."""
    wanted = (_longest(names, size) + BESIDE) / (chart.width * CHARACTER)
    return min(MOST, max(LEAST, wanted))


def _font(size: int, ink: str = INK, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": bold, "color": ink}
