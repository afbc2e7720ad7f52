"""
What a cell shows of its value, by its number format.

A format can print another figure than the cell holds (`"5"` over a 3), nothing
at all (`;;;`), thousands (`0,`) or fewer decimal places than were typed.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

GENERAL = "General"
REMEMBERED = 512  # formats; a workbook uses a few dozen
HUNDREDTHS = 2  # places that a percent sign takes from the figure it shows
_SHOWN_AS_IT_IS = re.compile(r'"([^"]*)"|\\(.)')
_UNSEEN = re.compile(r"_.|\*.|\[[^\]]*\]")  # room, filling, colour or locale
_CONDITION = re.compile(r"\[[<>=]")
_PLACEHOLDERS = re.compile("[0#?]")
_FIGURES = re.compile("[1-9\u0e50-\u0e59]")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_QUOTED_OR = re.compile(r'"[^"]*"|\\.|;')


class Section(NamedTuple):
    """
    One section of a format.

    is_honest: it shows the figure itself and no other digit.
    places: decimal places of the value that it can show; None for all.
    """

    is_honest: bool
    places: int | None = None


def hides_text(code: str) -> bool:
    """True when a text in a cell of this format is not shown as it is."""
    sections = _split(code)
    with_text = 4  # the section of texts stands fourth
    return len(sections) == with_text and "@" not in _bare(sections[-1])


def hides_number(code: str, value: Decimal) -> bool:
    """True when a cell of this format shows another figure than its value."""
    if code == GENERAL:
        return False
    sections = _sections(code)
    shown = sections if _CONDITION.search(code) else (_chosen(sections, value),)
    return any(not one.is_honest or _is_cut(value, one.places) for one in shown)


def _chosen(sections: tuple[Section, ...], value: Decimal) -> Section:
    """Positive; negative; zero, as far as the format has a section for each."""
    place = 0 if value > 0 else 1 if value < 0 else 2
    return sections[place] if place < len(sections) else sections[0]


def _is_cut(value: Decimal, places: int | None) -> bool:
    return places is not None and value != round(value, places)


@lru_cache(maxsize=REMEMBERED)
def _sections(code: str) -> tuple[Section, ...]:
    return tuple(map(_section, _split(code)))


def _split(code: str) -> list[str]:
    """The sections of a format, at each `;` that is not text."""
    ends = [found.start() for found in _QUOTED_OR.finditer(code) if found[0] == ";"]
    starts = [0, *(end + 1 for end in ends)]
    return [code[a:b] for a, b in zip(starts, [*ends, len(code)], strict=True)]


def _section(text: str) -> Section:
    added = "".join(quoted or one for quoted, one in _SHOWN_AS_IT_IS.findall(text))
    bare = _bare(text)
    if _FIGURES.search(added) or "0" in added:
        return Section(is_honest=False)
    if GENERAL in bare or "@" in bare:
        return Section(is_honest=not _FIGURES.search(bare))
    is_scaled = bool(_SCALED.search(bare))
    if not _PLACEHOLDERS.search(bare) or is_scaled or _FIGURES.search(bare):
        return Section(is_honest=False)
    decimals = bare.partition(".")[2]
    places = len(_PLACEHOLDERS.findall(decimals)) + HUNDREDTHS * bare.count("%")
    is_scientific = "E+" in bare.upper() or "E-" in bare.upper() or "/" in bare
    return Section(is_honest=True, places=None if is_scientific else places)


def _bare(text: str) -> str:
    """A section without the text that it adds and what it does not show."""
    return _UNSEEN.sub("", _SHOWN_AS_IT_IS.sub("", text))
