"""
A letter cut into strips, one row of the sheet each, and the strips into pages.

A row cannot be taller than a program allows, so what is longer goes on in the next
row: nothing is cut. Pages are broken here, because a place to sign may not stand
alone on a page, and every page after the first carries its number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from perfeval import thai
from perfeval.excel.cutting import MM, PLAIN, Look, pieces, room_of
from perfeval.excel.heights import height, width
from perfeval.letter import (
    WIDTH,
    Block,
    Emblem,
    Gap,
    Heading,
    Letter,
    Paragraph,
    Signatures,
    Table,
)

INDENT = 25  # mm, of the first line of a paragraph
PAGE = 728  # points from margin to margin, less what a printer may add
TITLE_ROOM = 6  # points above and below the titles of a table
HAND = 44  # points for a hand to sign in
LARGE = 29  # points, of the name of a kind of paper
ALONE = 64  # mm from the left, where somebody who signs alone begins
BESIDE = 2  # so many sign side by side
LINE_OF_PAGE = 30  # points, for the number of a page


@dataclass(frozen=True, slots=True)
class Cell:
    """A text from one place to another, in mm from the left margin."""

    left: int
    right: int
    text: str
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class Strip:
    """
    One row to be. height: points.

    joined: on the page of the strip before it.
    table: whose row this is; None where it is no row of a table, or its titles.
    """

    height: float
    cells: tuple[Cell, ...] = ()
    joined: bool = False
    table: Table | None = None


def edges(letter: Letter) -> list[int]:
    """Where columns of the sheet begin and end, in mm: the tables decide."""
    found = {0, WIDTH}
    for block in letter.blocks:
        if isinstance(block, Table):
            at = 0
            for column in block.columns:
                at += column.width
                found.add(at)
    if max(found) > WIDTH:
        raise ValueError("a table is wider than the paper")
    return sorted(found | ({ALONE, WIDTH // 2} if len(found) == 2 else set()))  # noqa: PLR2004


def strips(letter: Letter) -> list[Strip]:
    """The letter from top to bottom, every text whole."""
    places = edges(letter)
    laid = []
    if letter.emblem:
        laid.append(_emblem(letter.emblem))
    for block in letter.blocks:
        laid += _block(block, places)
    return laid


def _emblem(emblem: Emblem) -> Strip:
    """Room for the garuda, with what stands beside it."""
    look = Look(bold=True, align="centre", size=LARGE)
    cells = (Cell(0, WIDTH, emblem.beside, look),) if emblem.beside else ()
    return Strip(emblem.height * MM, cells)


def _block(block: Block, places: Sequence[int]) -> Iterator[Strip]:
    if isinstance(block, Gap):
        yield Strip(block.height, joined=block.kept)
    elif isinstance(block, Heading):
        for number, line in enumerate(block.lines):
            cell = Cell(0, WIDTH, line, Look(bold=True, align="centre"))
            yield replace(_strip([cell]), joined=bool(number))
    elif isinstance(block, Paragraph):
        yield from _paragraph(block)
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from _signatures(block, places)


def _paragraph(block: Paragraph) -> Iterator[Strip]:
    look = Look(bold=block.bold, align=block.align)
    indent = " " * round(INDENT * MM / width(" ")) if block.indented else ""
    for number, text in enumerate(pieces(indent + block.text, WIDTH, look)):
        kept = block.kept and not number
        yield replace(_strip([Cell(0, WIDTH, text, look)]), joined=kept)


def _table(block: Table) -> Iterator[Strip]:
    """The rows; neither the first two nor the last two are ever apart."""
    if block.titled:
        yield replace(titles(block), joined=block.kept)
    last = len(block.rows) - 1
    for number, row in enumerate(block.rows):
        for part, strip in enumerate(_row(block, number, row)):
            is_joined = not part and (number <= 1 or number == last)
            if not number and not block.titled:
                is_joined = block.kept and not part
            yield replace(strip, joined=is_joined)


def titles(table: Table) -> Strip:
    """The row of titles of a table."""
    look = Look(bold=True, align="centre", size=table.size, boxed=True, filled=True)
    texts = [column.title for column in table.columns]
    strip = _strip(list(_cells(table, texts, [look] * len(texts))))
    return replace(strip, height=strip.height + TITLE_ROOM)


def _row(table: Table, number: int, row: Sequence[str]) -> Iterator[Strip]:
    """A row of a table, in as many strips as its longest text takes."""
    looks = [
        Look(
            number in table.bold or column.bold,
            column.align,
            table.size,
            boxed=table.ruled,
        )
        for column in table.columns
    ]
    parts = [
        pieces(text, column.width, look)
        for text, column, look in zip(row, table.columns, looks, strict=True)
    ]
    for part in range(max(map(len, parts))):
        texts = [one[part] if part < len(one) else "" for one in parts]
        strip = _strip(list(_cells(table, texts, looks)))
        yield replace(strip, table=table)


def _cells(table: Table, texts: Sequence[str], looks: Sequence[Look]) -> Iterator[Cell]:
    at = 0
    for column, text, look in zip(table.columns, texts, looks, strict=True):
        yield Cell(at, at + column.width, text, look)
        at += column.width


def _signatures(block: Signatures, places: Sequence[int]) -> Iterator[Strip]:
    """Room for the hand, then the lines of everybody who signs beside each other."""
    spans = _spans(len(block.signers), places)
    for first in range(0, len(block.signers), BESIDE):
        beside = block.signers[first : first + BESIDE]
        yield Strip(HAND, joined=block.kept or bool(first))
        for number in range(max(map(len, beside))):
            cells = [
                Cell(left, right, signer[number], Look(align="centre"))
                for (left, right), signer in zip(spans, beside, strict=False)
                if number < len(signer)
            ]
            yield replace(_strip(cells), joined=True)


def _spans(count: int, places: Sequence[int]) -> list[tuple[int, int]]:
    """From where to where people sign, at edges that the tables have."""
    if count == 1:
        return [(_nearest(ALONE, places), WIDTH)]
    middle = _nearest(WIDTH // 2, places)
    return [(0, middle), (middle, WIDTH)]


def _nearest(wanted: int, places: Sequence[int]) -> int:
    return min(places[1:-1] or places[:1], key=lambda place: abs(place - wanted))


def _strip(cells: list[Cell]) -> Strip:
    return Strip(max(map(_height, cells)), tuple(cells))


def _height(cell: Cell) -> float:
    room = room_of(cell.right - cell.left, cell.look)
    return height(cell.text, room, bold=cell.look.bold, size=cell.look.size)


def pages(laid: Iterable[Strip]) -> list[list[Strip]]:
    """
    The strips, a list a page, with what every later page begins with.

    What is joined stays together unless it is taller than a page.
    """
    done: list[list[Strip]] = [[]]
    for group in _groups(laid):
        is_whole = sum(one.height for one in group) <= PAGE - LINE_OF_PAGE
        for part in [group] if is_whole else [[one] for one in group]:
            needed = sum(one.height for one in part)
            if done[-1] and _used(done[-1]) + needed > PAGE:
                done.append(list(_top(len(done) + 1, part[0])))
            done[-1] += part
    return done


def _used(page: Sequence[Strip]) -> float:
    return sum(one.height for one in page)


def _groups(laid: Iterable[Strip]) -> list[list[Strip]]:
    groups: list[list[Strip]] = []
    for strip in laid:
        if strip.joined and groups:
            groups[-1].append(strip)
        else:
            groups.append([strip])
    return groups


def _top(number: int, first: Strip) -> Iterator[Strip]:
    """The number of a page, and the titles of a table that goes on."""
    shown = f"- {thai.thai_digits(str(number))} -"
    cell = Cell(0, WIDTH, shown, Look(align="centre"))
    yield Strip(LINE_OF_PAGE, (cell,))
    if first.table is not None and first.table.titled:
        yield titles(first.table)
