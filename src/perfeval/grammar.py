"""
What one filled cell means: the grammar of numbers, dates, choices and text.

A value counts only if it fits the grammar written here. What is unambiguous
but not typed as asked is taken with a remark at the cell; the rest is refused
there, with its finding code. Nothing is parsed by `float` or guessed.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from perfeval import thai
from perfeval.entries import (
    HUNDRED,
    Entry,
    Reading,
    Remark,
    day_of_serial,
    in_common_era,
    is_date_format,
    is_percent_format,
    plain,
    truth,
)
from perfeval.grid import Cell, State, exact, is_plain

_ZEROS = re.compile("0+")
_DIGITS = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_NUMBER = re.compile(rf"(?:ระดับ(?:ที่)?|คะแนน)? ?({_DIGITS}) ?(?:คะแนน)?")
_PERCENT = re.compile(rf"(?:ร้อยละ)? ?({_DIGITS}) ?(?:%|เปอร์เซ็นต์)?")


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
        return truth(cell)
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
    meant = in_common_era(moment) if moment else None
    if meant is None:
        _remark(info, Remark("PE107", entry))
    elif meant != moment:
        _remark(info, Remark("PE111", entry, thai.long_date(meant)))
    return meant


def _from_serial(cell: Cell, info: ValidationInfo) -> date | None:
    """The day of a serial number shown as a date; None for any other number."""
    reading = info.context
    is_1904 = isinstance(reading, Reading) and reading.epoch_1904
    return day_of_serial(cell, epoch_1904=is_1904)


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
