"""
How many lines a text takes in a cell, from the advance widths of its letters.

Programs that open a workbook do not all work out row heights, so they are
written. Counting characters is wrong for Thai, where vowels and tone marks take
no room; the widths are those of TH Sarabun, in thousandths of its size.
"""

import math
from functools import lru_cache

SIZE = 16  # points, the size of body text
LINE = 21  # points, one line of it
EM = 1518  # units of the table below in one em
CHARACTER = 6.0  # points that one character of column width gives: a digit of it
INDENT = 8.0  # points that the indent of a cell takes from its columns
BOLD = 1.06  # how much wider bold letters are
MARGIN = 4  # points above and below the lines together
WASTE = 1.08  # a line breaks at a word, so not every line is full
OTHER = 700  # any letter not in the tables
REMEMBERED = 1_024  # texts; labels come again in every form
LONGEST_REMEMBERED = 256  # letters, so that no file can fill the memory
FIRST_LATIN, FIRST_THAI = 0x20, 0x0E01
# fmt: off
LATIN = (
    243, 237, 354, 686, 529, 903, 668, 192, 318, 318, 448, 607, 252, 340, 252,
    415, 550, 550, 550, 550, 550, 550, 550, 550, 550, 550, 252, 252, 607, 607,
    607, 454, 795, 596, 589, 585, 623, 552, 550, 636, 678, 292, 440, 605, 548,
    798, 682, 661, 573, 661, 581, 529, 558, 657, 602, 831, 605, 573, 567, 308,
    382, 308, 585, 323, 400, 514, 542, 473, 542, 518, 331, 541, 558, 245, 247,
    487, 291, 839, 549, 557, 545, 545, 350, 416, 377, 552, 479, 668, 460, 462,
    451, 320, 242, 320, 607,
)
THAI = (
    576, 594, 606, 603, 607, 638, 454, 556, 570, 606, 616, 807, 830, 612, 612,
    539, 708, 831, 831, 592, 607, 581, 657, 542, 637, 645, 655, 622, 622, 720,
    720, 616, 614, 572, 484, 581, 580, 612, 512, 602, 677, 580, 636, 720, 587,
    565, 546, 534, 0, 485, 485, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 589, 310, 579,
    379, 378, 390, 293, 621, 0, 0, 0, 0, 0, 0, 0, 0, 621, 660, 676, 685, 694,
    678, 678, 675, 744, 674, 692, 767, 1020,
)
# fmt: on


def width(text: str) -> float:
    """The length of a text on one line, in points."""
    return _width(text) if len(text) <= LONGEST_REMEMBERED else _width.__wrapped__(text)


@lru_cache(maxsize=REMEMBERED)
def _width(text: str) -> float:
    return sum(_advance(ord(letter)) for letter in text) * SIZE / EM


def _advance(code: int) -> int:
    if 0 <= code - FIRST_LATIN < len(LATIN):
        return LATIN[code - FIRST_LATIN]
    if 0 <= code - FIRST_THAI < len(THAI):
        return THAI[code - FIRST_THAI]
    return OTHER


def lines(
    text: str, characters: float, *, bold: bool = False, size: float = SIZE
) -> int:
    """Lines that a text takes in columns of so many characters, at least one."""
    room = characters * CHARACTER - INDENT
    wider = (BOLD if bold else 1) * size / SIZE
    return sum(_lines(width(line) * wider, room) for line in text.split("\n"))


def _lines(length: float, room: float) -> int:
    return 1 if length <= room else math.ceil(length * WASTE / room)


def height(
    text: str, characters: float, *, bold: bool = False, size: float = SIZE
) -> float:
    """
    The height of a row that shows all of a text, in points.

    Args:
        size: of its letters, in points.
    """
    line = LINE * size / SIZE
    return lines(text, characters, bold=bold, size=size) * line + MARGIN
