"""Addresses as a file spells them: `B7`, `B7:D9`, `'แบบ ก'!$B$7`."""

import re

from perfeval.grid import Rectangle

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = 3  # of the last column, XFD

_RECTANGLE = re.compile(
    r"([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6}))?"
)
_ABSOLUTE = re.compile(
    r"(?:'([^']*+(?:''[^']*+)*+)'|([^'!:\[\](),\s]+))!"
    r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})"
    r"(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?"
)

_DIGITS = 9  # of the largest number that counts or points at anything here

_columns: dict[str, int] = {}  # those asked for so far; only true ones, so it ends


def column_number(letters: str) -> int:
    """The 1-based column of its letters: A is 1, AA is 27; 0 when there is none."""
    return _columns.get(letters) or _learned(letters)


def _learned(letters: str) -> int:
    if not 1 <= len(letters) <= _LETTERS:
        return 0
    number = 0
    for letter in letters:
        digit = _ALPHABET.find(letter) + 1
        if not digit:
            return 0
        number = number * len(_ALPHABET) + digit
    if number > LAST_COLUMN:
        return 0
    _columns[letters] = number
    return number


def rectangle(text: str) -> Rectangle | None:
    """The cells of `B7` or `B7:D9`; None when it is no rectangle of a sheet."""
    match = _RECTANGLE.fullmatch(text)
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    return corners(left, top, right or left, bottom or top)


def corners(left: str, top: str, right: str, bottom: str) -> Rectangle | None:
    """The cells between two corners; None when they are no rectangle of a sheet."""
    first_row, last_row = int(top), int(bottom)
    first, last = column_number(left), column_number(right)
    if not 0 < first <= last or not 0 < first_row <= last_row <= LAST_ROW:
        return None
    return first_row, first, last_row, last


def target(text: str) -> tuple[str, Rectangle] | None:
    """Sheet and cells that a defined name means; None when it is a formula."""
    match = _ABSOLUTE.fullmatch(text.strip())
    if match is None:
        return None
    quoted, plain, left, top, right, bottom = match.groups()
    sheet = quoted.replace("''", "'") if quoted else plain
    cells = corners(left, top, right or left, bottom or top)
    return (sheet, cells) if sheet and cells else None


def whole(text: str) -> int:
    """A whole number in ASCII digits; -1 for anything else."""
    is_whole = text.isascii() and text.isdigit() and len(text) <= _DIGITS
    return int(text) if is_whole else -1
