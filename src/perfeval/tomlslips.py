"""
What a line that is no TOML was meant to say, where that is beyond doubt.

People write figures as on paper: 70%, 29,5, 1/10/2568, curly quotes. The reader says
what to type instead, and reads on as if that stood there, so that what the line says
is held against the rest of the file in the same pass.
"""

import re
import tomllib
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from perfeval.thai import BUDDHIST_ERA, LATEST_COMMON_YEAR, ascii_digits, read_date

PAIR = re.compile(r"(\s*)([A-Za-z_][\w-]*)(\s*[=:]\s*|\s+)(.*?)((?:\s+#.*)?)")
NUMBER = re.compile(  # behind texts and comments, in which any digits may stand
    r"""
    "[^"]*"? | '[^']*'? | \#.*
    | (?<![^\s=\[{,]) (?P<number>[0-9๐-๙.:_+-]*[๐-๙][0-9๐-๙.:_-]*) (?![^\s\]},\#])
    """,
    re.VERBOSE,
)
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
PERCENT = re.compile(r"(-?\d+(?:\.\d+)?)\s*%")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
COMMA = re.compile(r"-?\d+,\d+")
BARE = re.compile(r"\d+(?:\.\d+)?")
WORDS = re.compile(r"[^\W\d_][^\"'“”\[\]{}=#]*")
LONGEST = 1000  # characters of a line that somebody typed; others are not looked into
CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "＂": '"'})


class Slip(NamedTuple):
    """
    A line and what to type in its place.

    typed: the whole line. bare: without its comment.
    is_certain: it may be read as if it stood there.
    """

    typed: str
    bare: str
    is_certain: bool = True


class NoDay(NamedTuple):
    """A date that never was: as it is written, and the last day of its month."""

    found: str
    last: date


def no_day(line: str) -> NoDay | None:
    """The date of a line that no calendar has; years after 2400 are Buddhist Era."""
    value = _value(ascii_digits(line))
    if found := ISO.fullmatch(value):
        year, month, day = (int(part) for part in found.groups())
    elif found := DAY_FIRST.fullmatch(value):
        day, month, year = (int(part) for part in found.groups())
    else:
        return None
    year -= BUDDHIST_ERA if year > LATEST_COMMON_YEAR else 0
    if not (1 <= month <= 12 and year >= 1):  # noqa: PLR2004  months of a year
        return None
    last = monthrange(year, month)[1]
    return NoDay(found[0], date(year, month, last)) if day > last else None


def with_digits(line: str) -> str:
    """A line with its Thai numbers as TOML has them; empty where it has none."""

    def typed(found: re.Match[str]) -> str:
        return _of_our_era(ascii_digits(found["number"] or "")) or found[0]

    said = NUMBER.sub(typed, line)
    return "" if said == line else said


def slip(line: str) -> Slip | None:
    """What a line with `key = value` on it was meant to say; None where it may vary."""
    found = _pair(line)
    if not found:
        return None
    indent, key, between, value, comment = found.groups()
    is_text = WORDS.fullmatch(value) is not None and "=" in between
    said = f'"{value}"' if is_text else _meant(value, between)
    typed = f"{indent}{key} = {said}"
    if not said or not _is_toml(typed):
        return None
    return Slip(f"{typed}{comment}", typed.strip(), not is_text)


def _meant(value: str, between: str) -> str:
    """A value as TOML has it; empty where nobody can say."""
    straight = value.translate(CURLY)
    if straight != value:
        return straight
    figure = ascii_digits(value)
    if "=" not in between and BARE.fullmatch(figure):
        return figure
    day = read_date(figure)
    return day.isoformat() if day else _number(figure) or _text(value)


def _number(value: str) -> str:
    """A figure with a percent sign, or with commas for thousands or for the point."""
    if found := PERCENT.fullmatch(value):
        return found[1]
    if THOUSANDS.fullmatch(value):
        return value.replace(",", "")
    return value.replace(",", ".") if COMMA.fullmatch(value) else ""


def _text(value: str) -> str:
    """A text that lacks one of its quotes."""
    if value.count('"') != 1:
        return ""
    return f'{value}"' if value[0] == '"' else f'"{value}' if value[-1] == '"' else ""


def _value(line: str) -> str:
    found = _pair(line.strip())
    return found[4] if found else ""


def _pair(line: str) -> re.Match[str] | None:
    return PAIR.fullmatch(line) if len(line) <= LONGEST else None


def _of_our_era(number: str) -> str:
    """A date whose year is of the Buddhist Era, in ours; any other number as it is."""
    found = ISO.fullmatch(number)
    if found and int(found[1]) > LATEST_COMMON_YEAR:
        return f"{int(found[1]) - BUDDHIST_ERA}{number[len(found[1]) :]}"
    return number


def _is_toml(line: str) -> bool:
    try:
        return len(tomllib.loads(line.strip())) == 1
    except ValueError:
        return False
