"""The blocks of a page: tables, text, cells to fill in, lines to sign on."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from perfeval.book import (
    Column,
    Fields,
    Fixed,
    Group,
    Row,
    Signature,
    Signatures,
    Table,
    Value,
    Words,
    values_of,
)
from perfeval.excel.canvas import ROW, Canvas
from perfeval.excel.charts import draw
from perfeval.excel.edges import ends

WITH_SIGNATURES = 2  # rows of the table that stay with those who sign
FEW = 8  # rows of a table that is not torn apart at all
FEWEST, MOST = 14, 40  # dots to sign on
DOTS = 1.8  # dots in the room of one character
SIGNING = 36.0  # points, room for a hand
GAP = 10.0  # points between two blocks
Span = tuple[int, int]
Cell = tuple[Column, Span, Value]


def write_words(canvas: Canvas, words: Words) -> None:
    """Lines of text."""
    start = canvas.row
    style = canvas.styles.line(strong=words.strong)
    canvas.lines(words.lines, style, bold=words.strong)
    if words.strong:  # they introduce what follows
        canvas.body = []
        canvas.keep(start, canvas.row + 1)


def write_table(canvas: Canvas, table: Table) -> range:
    """A table with its title and chart; the rows of its heading are returned."""
    start = canvas.row
    if table.title:
        canvas.put(canvas.whole, table.title, canvas.styles.block_title())
        canvas.close(ROW + 4)
    spans = _spans(canvas, table)
    heading = canvas.row
    _headings(canvas, table, spans)
    first = canvas.row
    canvas.body = []
    for number, row in enumerate(table.rows):
        is_sum = table.total and number == len(table.rows) - 1
        _row(canvas, table.columns, row, spans=spans, total=is_sum)
    last = canvas.row - 1
    if table.end:
        _end(canvas, table, spans)
    _rules(canvas, table, spans=spans, rows=(first, last))
    if table.name:
        for column, at in zip(table.columns, spans, strict=True):
            canvas.name(
                f"{table.name}_{column.key}", at[0], (first - 1, canvas.row - 1)
            )
    if table.chart:
        draw(canvas, table, table.chart, rows=(first, last - table.total))
        _clear(canvas, first - 1, table.chart.height)
        canvas.body = []  # a chart is not parted from its table for anybody
    is_whole = table.chart or len(table.rows) <= FEW
    canvas.keep(start, canvas.row - 1 if is_whole else min(first + 1, canvas.row - 1))
    return range(heading, first)


def _spans(canvas: Canvas, table: Table) -> list[Span]:
    edges = pairwise([0.0, *ends(table)])
    return [canvas.edges.span(left, right) for left, right in edges]


def _headings(canvas: Canvas, table: Table, spans: Sequence[Span]) -> None:
    """The heading row, and a row of shared headings above it where there are any."""
    style = canvas.styles.heading()
    pairs = list(zip(table.columns, spans, strict=True))
    if any(column.over for column in table.columns):
        tallest = ROW
        for over, group in groupby(pairs, key=lambda pair: pair[0].over):
            members = [at for _, at in group]
            for at in [(members[0][0], members[-1][1])] if over else members:
                canvas.put(at, over, style)
                tallest = max(tallest, canvas.tall(over, at, bold=True))
        canvas.close(tallest)
    for column, at in pairs:
        canvas.put(at, column.title, style)
    tallest = max(canvas.tall(column.title, at, bold=True) for column, at in pairs)
    canvas.close(tallest)


def _row(
    canvas: Canvas,
    columns: Sequence[Column],
    row: Row,
    *,
    spans: Sequence[Span],
    total: bool,
) -> None:
    if isinstance(row, Group):
        across = spans[0][0], spans[-1][1]
        canvas.put(across, row.words, canvas.styles.group())
        canvas.keep(canvas.row, canvas.row + 1)
        canvas.close(canvas.tall(row.words, across, bold=True))
        return
    is_fixed = isinstance(row, Fixed)
    values = values_of(row)
    cells = list(zip(columns, spans, values, strict=True))
    if isinstance(row, Fixed) and row.last:
        cells = _run_on(cells, row.last)
    tallest = ROW
    for column, at, value in cells:
        if column.rule and is_fixed:
            style = canvas.styles.closed(column.kind)
        elif column.rule:
            style = canvas.styles.open(column.kind, value)
        else:
            style = canvas.styles.body(column.kind, value, total=total)
        canvas.put(at, value, style)
        tallest = max(tallest, canvas.tall(value, at, bold=total))
    canvas.body.append(canvas.row)
    canvas.close(tallest)


def _run_on(cells: list[Cell], key: str) -> list[Cell]:
    """The cells of a row, that of one column reaching to the end."""
    place = next(n for n, (column, _, _) in enumerate(cells) if column.key == key)
    column, at, value = cells[place]
    return [*cells[:place], (column, (at[0], cells[-1][1][1]), value)]


def _end(canvas: Canvas, table: Table, spans: Sequence[Span]) -> None:
    across = spans[0][0], spans[-1][1]
    canvas.put(across, table.end, canvas.styles.end())
    canvas.close()


def _rules(canvas: Canvas, table: Table, *, spans: Sequence[Span], rows: Span) -> None:
    """The rule of every open column, on the rows that are open."""
    opened = [
        rows[0] + number
        for number, row in enumerate(table.rows)
        if not isinstance(row, Group | Fixed)
    ]
    for column, at in zip(table.columns, spans, strict=True):
        if column.rule:
            for run in _runs(opened):
                canvas.rule(at[0], column.rule, run)


def _runs(rows: Sequence[int]) -> list[Span]:
    """Rows that follow each other, as first and last."""
    found: list[Span] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = found[-1][0], row
        else:
            found.append((row, row))
    return found


def _clear(canvas: Canvas, start: int, points: float) -> None:
    """Empty rows until a chart that begins at a row has room."""
    while sum(canvas.heights[start:]) < points + GAP:
        canvas.close()


def write_fields(canvas: Canvas, fields: Fields) -> None:
    """Labelled cells to fill in."""
    label = canvas.edges.span(0, fields.label_width)
    at = canvas.edges.span(fields.label_width, fields.label_width + fields.width)
    for blank in fields.blanks:
        canvas.put(label, blank.label, canvas.styles.label())
        is_date = blank.rule.kind == "date"
        canvas.put(at, blank.value, canvas.styles.open("text", None, dated=is_date))
        canvas.rule(at[0], blank.rule, (canvas.row, canvas.row))
        canvas.name(blank.key, at[0], (canvas.row, canvas.row))
        tall = max(canvas.tall(blank.label, label), canvas.tall(blank.value, at))
        canvas.close(tall + 4)
    canvas.body = list(range(canvas.row - len(fields.blanks), canvas.row))
    canvas.keep(canvas.body[0], canvas.body[-1])


def write_signatures(canvas: Canvas, signatures: Signatures) -> None:
    """Everybody's lines, kept together with the last rows of the table above."""
    start, signers = canvas.row, signatures.signers
    rows = -(-len(signers) // signatures.side_by_side)
    across = -(-len(signers) // max(rows, 1))
    for number in range(0, len(signers), max(across, 1)):
        canvas.close(GAP)
        _side_by_side(canvas, signers[number : number + across])
    first = canvas.body[-WITH_SIGNATURES:][:1] or [start]
    canvas.keep(first[0], canvas.row - 1)
    canvas.body = []


def _side_by_side(canvas: Canvas, signers: Sequence[Signature]) -> None:
    spans = canvas.parts(len(signers))
    lines = [
        _lines(signer, canvas.edges.width(*at))
        for signer, at in zip(signers, spans, strict=True)
    ]
    for number in range(max(map(len, lines))):
        tallest = SIGNING if not number else ROW
        for at, texts in zip(spans, lines, strict=True):
            words = texts[number] if number < len(texts) else ""
            canvas.put(at, words, canvas.styles.signature())
            tallest = max(tallest, canvas.tall(words, at))
        canvas.close(tallest)


def _lines(signer: Signature, room: float) -> list[str]:
    """The lines of one person; dots where a hand writes, as many as there is room."""
    words = len(f"ลงชื่อ {signer.role} ")
    dots = "." * max(FEWEST, min(MOST, int((room - words) * DOTS)))
    lines = [f"ลงชื่อ {dots} {signer.role}".rstrip(), f"({signer.name or '.' * MOST})"]
    lines += [f"ตำแหน่ง {signer.position}"] if signer.position else []
    return [*lines, "วันที่ ......../......../........"] if signer.dated else lines
