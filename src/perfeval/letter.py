"""
What an official paper is, before any spreadsheet library sees it: plain data.

A `Letter` is A4 upright: an emblem, heading lines, paragraphs, tables of names and
places to sign, from top to bottom. Its digits are already those that are printed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

WIDTH = 156  # mm, between the margins of A4 upright (3 cm left, 2 cm right)
Align = Literal["left", "centre"]


@dataclass(frozen=True, slots=True)
class Emblem:
    """
    Room for the garuda above the heading.

    height: mm. image: the bytes of a PNG or JPEG; None leaves the room empty.
    beside: the name of a kind of paper that stands beside it in large letters; the
        garuda is then at the left margin, else in the middle.
    """

    height: int
    image: bytes | None = None
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Bold lines in the middle."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    Body text over the whole width.

    indented: its first line begins 2.5 cm to the right.
    kept: on the page of what stands before it.
    """

    text: str
    indented: bool = True
    bold: bool = False
    align: Align = "left"
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column. width: mm; all widths of a table total `WIDTH`.

    bold: its texts are, as a label before what stands beside it.
    """

    title: str
    width: int
    align: Align = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """
    Rows under titles that come again on each page.

    bold: the places of the rows that stand out. size: of its letters, in points.
    titled: False where the titles are not to be seen. kept: as of a paragraph.
    ruled: False for texts side by side without lines around them.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    bold: frozenset[int] = frozenset()
    size: int = 16
    titled: bool = True
    kept: bool = False
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Signatures:
    """
    Places to sign, side by side; one alone stands to the right.

    Each is the lines below the room for the hand. kept: as of a paragraph.
    """

    signers: tuple[tuple[str, ...], ...]
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty room. height: points. kept: as of a paragraph."""

    height: int
    kept: bool = False


Block = Heading | Paragraph | Table | Signatures | Gap


@dataclass(frozen=True, slots=True)
class Letter:
    """
    An official paper to be.

    title: the name of its sheet.
    mark: a word over every page, such as ร่าง; empty for a final paper.
    foot: a line under every page, such as the digits of the seal.
    """

    title: str
    blocks: tuple[Block, ...]
    emblem: Emblem | None = None
    mark: str = ""
    foot: str = ""


def reworded(block: Block, change: Callable[[str], str]) -> Block:
    """A block with each of its texts changed, such as to Thai digits."""
    if isinstance(block, Heading):
        return Heading(tuple(map(change, block.lines)))
    if isinstance(block, Paragraph):
        return replace(block, text=change(block.text))
    if isinstance(block, Signatures):
        signers = tuple(tuple(map(change, lines)) for lines in block.signers)
        return replace(block, signers=signers)
    if isinstance(block, Table):
        columns = (replace(one, title=change(one.title)) for one in block.columns)
        rows = tuple(tuple(map(change, row)) for row in block.rows)
        return replace(block, columns=tuple(columns), rows=rows)
    return block
