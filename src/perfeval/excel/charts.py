"""Native charts of a table's own figures: they print and can be edited."""

from xlsxwriter.chart import Chart as Drawn

from perfeval.book import Chart, Table
from perfeval.excel.canvas import Canvas
from perfeval.excel.edges import GAP, ends
from perfeval.excel.styles_of_form import FONT

# From dark to light, so that they differ on grey paper too; ink on each of them.
FILLS = ("#1F3864", "#2E75B6", "#9DC3E6", "#F4B183", "#C55A11", "#7F7F7F")
INKS = ("#FFFFFF", "#FFFFFF", "#000000", "#000000", "#FFFFFF", "#FFFFFF")
INK = "#000000"
BARE = "0;;"  # a count of nothing needs no label
PIXEL, PIXELS_PADDING = 7, 5  # by which XlsxWriter reckons a column's width
POINT = 96 / 72  # pixels
LABELS, BARS = 0.36, 0.6  # of the width: where the bars begin, how far they reach
HEAD, AXIS, LEGEND = 36, 26, 50  # points
TITLE, SMALL = 14, 12  # points


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
) -> Drawn:
    kind = {"type": "bar"} | ({"subtype": "stacked"} if chart.stacked else {})
    drawn = canvas.book.add_chart(kind)
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
    _dress(drawn, chart)
    return drawn


def _places(canvas: Canvas, table: Table) -> dict[str, int]:
    """The first column of every column of the table."""
    lefts = [0.0, *ends(table)]
    return {
        column.key: canvas.edges.span(left, left + column.width)[0]
        for column, left in zip(table.columns, lefts, strict=False)
    }


def _dress(drawn: Drawn, chart: Chart) -> None:
    """Title, axes and legend, in the font of the paper."""
    drawn.set_title({"name": chart.title, "name_font": _font(TITLE, bold=True)})
    # The first row of the table is the topmost bar; of a bar chart XlsxWriter
    # calls the upright axis y. Reversing it would send the figures to the top.
    drawn.set_y_axis({"num_font": _font(SMALL), "reverse": True, "interval_unit": 1})
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
    below = AXIS + (LEGEND if len(chart.series) > 1 else 0)
    plot = {"x": LABELS, "width": BARS, "y": HEAD / chart.height}
    plot["height"] = 1 - (HEAD + below) / chart.height
    drawn.set_plotarea({"layout": plot})
    if len(chart.series) > 1:
        drawn.set_legend({"position": "bottom", "font": _font(SMALL)})
    else:
        drawn.set_legend({"none": True})


def _font(size: int, ink: str = INK, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": bold, "color": ink}
