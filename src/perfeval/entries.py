"""
What one filled cell means: the grammar of numbers, dates, choices and text.

A value counts only if it fits the grammar written here. What is unambiguous
but not typed as asked is taken with a remark at the cell; the rest is refused
there, with its finding code. Nothing is parsed by `float` or guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from perfeval import thai
from perfeval.grid import Cell, State, exact, is_plain

FORMATS = 64  # number formats remembered; a file uses a handful for all its cells
HUNDRED = Decimal(100)  # percent
FIRST_SAFE_SERIAL = 61  # 1 March 1900; earlier ones depend on a bug of Excel
EPOCH_1900 = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)
_BLANK = State.BLANK  # a member costs more to reach on Python 3.11
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)
_ZEROS = re.compile("0+")
_DIGITS = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_NUMBER = re.compile(rf"(?:ระดับ(?:ที่)?|คะแนน)? ?({_DIGITS}) ?(?:คะแนน)?")
_PERCENT = re.compile(rf"(?:ร้อยละ)? ?({_DIGITS}) ?(?:%|เปอร์เซ็นต์)?")


class Asked(NamedTuple):
    """
    What the form and the regulation say of a cell, alike in every copy.

    choices: normalised label or key -> the value it stands for.
    offered: the labels of the list, as the dropdown shows them.
    strict_choice: a word off the list withholds the result.
    prefilled: the form wrote it; a value here does not make its row count.
    """

    label: str
    kind: str
    choices: Mapping[str, str] = {}
    offered: tuple[str, ...] = ()
    strict_choice: bool = False
    required: bool = False
    prefilled: bool = False


class Entry(NamedTuple):
    """One cell that the form names, as it came back; there are hundreds in a form."""

    cell: Cell
    asked: Asked

    @property
    def is_input(self) -> bool:
        """True for a cell that people fill."""
        return self.asked.kind != "computed"

    @property
    def is_filled(self) -> bool:
        """True when the cell shows anything at all, or holds a formula."""
        cell = self.cell
        if not cell.raw:
            return cell.formula is not None
        is_shown = cell.state is not _BLANK and thai.is_seen(cell.raw)
        return is_shown or cell.formula is not None


class Remark(NamedTuple):
    """Something worth telling about a value that was taken."""

    code: str
    entry: Entry
    taken: str = ""


@dataclass(slots=True)
class Reading:
    """What validators need beside the cell, and where they leave remarks."""

    epoch_1904: bool = False
    remarks: list[Remark] = field(default_factory=list)


@lru_cache(maxsize=FORMATS)
def is_date_format(code: str) -> bool:
    """True when a number format shows a date or a time."""
    return code != "General" and bool(_DATE_LETTERS.search(_LITERAL.sub("", code)))


@lru_cache(maxsize=FORMATS)
def is_percent_format(code: str) -> bool:
    """True when a number format shows hundredths as percent."""
    return "%" in _LITERAL.sub("", code)


def plain(number: Decimal) -> str:
    """A decimal in plain digits without needless zeros."""
    text = f"{number.normalize():f}"
    return "0" if text == "-0" else text


def shown(entry: Entry) -> str:
    """What the user sees in the cell, for a finding."""
    cell = entry.cell
    if cell.formula is not None and cell.state is State.BLANK:
        return f"={cell.formula}"
    if cell.state is State.BOOLEAN:
        return _truth(cell)
    if cell.state is not State.NUMBER or (value := exact(cell.raw)) is None:
        return cell.raw
    if is_percent_format(cell.number_format):
        return f"{plain(value * HUNDRED)}%"
    return plain(value)


def _truth(cell: Cell) -> str:
    return "TRUE" if cell.raw == "1" else "FALSE"


def number(entry: object, info: ValidationInfo) -> object:
    """A number; text is taken when it can mean only one number."""
    return _number(entry, info, percent=False)


def percent(entry: object, info: ValidationInfo) -> object:
    """A number in percent: 15, a cell that shows 15%, or the text ร้อยละ 15."""
    return _number(entry, info, percent=True)


def _number(entry: object, info: ValidationInfo, *, percent: bool) -> object:
    if not isinstance(entry, Entry):
        return entry
    cell = _sound(entry, info)
    if cell.state is State.NUMBER:
        return _typed(entry, info, percent=percent)
    if cell.state is State.BLANK or not thai.tidy(cell.raw):
        return None
    grammar = _PERCENT if percent else _NUMBER
    found = grammar.fullmatch(thai.ascii_digits(thai.tidy(cell.raw)))
    value = exact(found[1].replace(",", "")) if found else None
    if value is None or cell.state is not State.TEXT or not is_plain(value):
        raise PydanticCustomError("PE102", "not a number")
    _remark(info, Remark("PE106", entry, plain(value)))
    return value


def _typed(entry: Entry, info: ValidationInfo, *, percent: bool) -> Decimal:
    """A cell that Excel itself holds as a number."""
    cell = entry.cell
    value = exact(cell.raw)
    if is_date_format(cell.number_format):
        raise PydanticCustomError("PE108", "a date")
    if value is None or not is_plain(value):
        raise PydanticCustomError("PE102", "not a number")
    if is_percent_format(cell.number_format):
        if not percent:
            raise PydanticCustomError("PE102", "percent")
        value *= HUNDRED
        _remark(info, Remark("PE106", entry, plain(value)))
    return value


def measure(entry: object, info: ValidationInfo) -> object:
    """
    A target or an actual: a number where one stands, else words.

    Hundredths shown as percent keep their sign: 92% beside a bare 0.92 is told.
    """
    if not isinstance(entry, Entry):
        return entry
    cell = _sound(entry, info)
    if cell.state is State.NUMBER:
        value = _typed(entry, info, percent=True)
        return f"{plain(value)}%" if is_percent_format(cell.number_format) else value
    if cell.state is State.BOOLEAN:
        raise PydanticCustomError("PE102", "a logical value")
    return thai.tidy(cell.raw) or None


def text(entry: object, info: ValidationInfo) -> object:
    """Text, repaired where marks are hidden or misplaced; numbers as digits."""
    if not isinstance(entry, Entry):
        return entry
    cell = _sound(entry, info)
    if cell.state is State.NUMBER:
        if is_date_format(cell.number_format):
            moment = _from_serial(cell, info)
            return thai.long_date(moment) if moment else cell.raw
        value = exact(cell.raw)
        return plain(value) if value is not None else cell.raw
    if cell.state is State.BOOLEAN:
        return _truth(cell)
    meant = thai.tidy(cell.raw)
    if meant and entry.asked.kind == "text" and thai.is_disguised(cell.raw):
        _remark(info, Remark("PE112", entry, meant))
    return meant or None


def identifier(entry: object, info: ValidationInfo) -> object:
    """An id: text, Thai digits as 0-9, leading zeros kept as the cell shows them."""
    typed = text(entry, info)
    if not isinstance(typed, str) or not isinstance(entry, Entry):
        return typed
    if entry.cell.state is State.NUMBER and _ZEROS.fullmatch(entry.cell.number_format):
        return typed.zfill(len(entry.cell.number_format))
    plain_id = thai.ascii_digits(typed)
    if plain_id != typed:
        _remark(info, Remark("PE106", entry, plain_id))
    return plain_id


def day(entry: object, info: ValidationInfo) -> object:
    """A date, from a date cell or from text; unreadable ones are remarked on."""
    if not isinstance(entry, Entry):
        return entry
    cell = _sound(entry, info)
    if cell.state is State.BLANK or not thai.tidy(cell.raw):
        return None
    if cell.state is State.NUMBER:
        moment = _from_serial(cell, info)
    else:
        moment = thai.read_date(cell.raw)
    meant = _in_common_era(moment) if moment else None
    if meant is None:
        _remark(info, Remark("PE107", entry))
    elif meant != moment:
        _remark(info, Remark("PE111", entry, thai.long_date(meant)))
    return meant


def _in_common_era(moment: date) -> date | None:
    """A date whose year may be Buddhist; None for a 29 February that never was."""
    try:
        return thai.common_era(moment.year, moment.month, moment.day)
    except ValueError:
        return None


def _from_serial(cell: Cell, info: ValidationInfo) -> date | None:
    """The day of a serial number shown as a date; None for any other number."""
    reading = info.context
    is_1904 = isinstance(reading, Reading) and reading.epoch_1904
    return day_of_serial(cell, epoch_1904=is_1904)


def day_of_serial(cell: Cell, *, epoch_1904: bool) -> date | None:
    """The day of a date cell, by the epoch of its workbook; None when it has none."""
    serial = exact(cell.raw)
    lowest = 0 if epoch_1904 else FIRST_SAFE_SERIAL
    if serial is None or serial < lowest or not is_date_format(cell.number_format):
        return None
    try:
        return (EPOCH_1904 if epoch_1904 else EPOCH_1900) + timedelta(int(serial))
    except OverflowError:
        return None


def choice(entry: object, info: ValidationInfo) -> object:
    """A word of the list, by its label or its English key."""
    if not isinstance(entry, Entry):
        return entry
    cell = _sound(entry, info)
    if cell.state is State.BLANK or not thai.tidy(cell.raw):
        return None
    value = entry.asked.choices.get(thai.label_key(cell.raw))
    if value is None:
        if entry.asked.strict_choice:
            raise PydanticCustomError("PE109", "not on the list")
        _remark(info, Remark("PE110", entry))
    return value


def _sound(entry: Entry, info: ValidationInfo) -> Cell:
    """The cell, once it is known to hold a value of its own."""
    cell = entry.cell
    if cell.state is State.ERROR:
        raise PydanticCustomError("PE103", "error value")
    if cell.formula is not None:
        if cell.state is State.BLANK:
            raise PydanticCustomError("PE104", "formula without a saved value")
        _remark(info, Remark("PE105", entry, cell.formula))
    return cell


def _remark(info: ValidationInfo, remark: Remark) -> None:
    context: Any = info.context
    if isinstance(context, Reading):
        context.remarks.append(remark)
