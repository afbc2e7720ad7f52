"""What room a text of a letter has, and how it is cut where no row can hold it."""

import re
from dataclasses import dataclass

from perfeval.excel.heights import CHARACTER, lines
from perfeval.letter import Align

MM = 72 / 25.4  # points in a millimetre
SIZE = 16  # points
MOST_LINES = 15  # of one row: a row may be 409 points tall
INSET = 6  # points more than usual that an indented cell takes from its text
_WORDS = re.compile(r"\S+\s*|\s+")
# a letter with the vowel before it and the marks upon it
_LETTERS = re.compile("[\u0e40-\u0e44]?.[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Look:
    """How the letters of a cell look."""

    bold: bool = False
    align: Align = "left"
    size: int = SIZE
    boxed: bool = False
    filled: bool = False

    @property
    def is_indented(self) -> bool:
        """True of a text that would touch the line at the left of its cell."""
        return self.boxed and self.align == "left"


PLAIN = Look()


def characters(millimetres: int) -> float:
    """A width as `heights` counts it."""
    return millimetres * MM / CHARACTER


def room_of(millimetres: int, look: Look) -> float:
    """Characters that the text of a cell has of its width."""
    inset = INSET / CHARACTER if look.is_indented else 0
    return characters(millimetres) - inset


def pieces(text: str, millimetres: int, look: Look) -> list[str]:
    """A text in parts that one row can show, broken between words where it can be."""
    if _lines(text, millimetres, look) <= MOST_LINES:
        return [text]
    parts, part = [], ""
    for word in _WORDS.findall(text):
        if _lines(part + word, millimetres, look) <= MOST_LINES:
            part += word
            continue
        parts.append(part)
        *whole, part = _slices(word, millimetres, look)
        parts += whole
    return [one.rstrip() for one in (*parts, part) if one.strip()]


def _slices(word: str, millimetres: int, look: Look) -> list[str]:
    """A word that no row can hold, cut where no mark leaves its letter."""
    slices, part = [], ""
    for letter in _LETTERS.findall(word):
        if _lines(part + letter, millimetres, look) > MOST_LINES:
            slices.append(part)
            part = ""
        part += letter
    return [*slices, part]


def _lines(text: str, millimetres: int, look: Look) -> int:
    return lines(text, room_of(millimetres, look), bold=look.bold, size=look.size)
