"""
Which cell formats show a text that nobody sees: its colour is that of its ground.

A figure in white on white is counted like any other, but is on no printed form. The
formats of a workbook are looked at closely only where one of its few colours of
letters is as good as one of its grounds. Conditional formats are left out: they
follow the value, and programs disagree on them.
"""

import re
from functools import lru_cache

from perfeval.excel.colours import WHITE, Colour, colour, is_unseen, place
from perfeval.excel.markup import Attributes, End, Start, Walk
from perfeval.excel.quick import attributes_of

PAIRS = 512  # of spelled colours; a workbook has a few dozen
_LETTERS = re.compile('<color((?: [a-z]++="[^"<>&]*+")*+) ?/>')
_GROUND = re.compile('<fgColor((?: [a-z]++="[^"<>&]*+")*+) ?/>')
_PAPER = ("none", "")  # what a cell without a fill stands on
_PREFIXED = (":font", ":color", ":fill", ":fgColor", ":patternFill", ":indexedColors")


def may_hide(text: str) -> bool:
    """
    False where no letters of a workbook have the colour of any ground in it.

    Args:
        text: the styles, in the ordinary spelling.
    """
    if any(name in text for name in _PREFIXED) or "<indexedColors" in text:
        return True
    letters = _said(_inside(text, "fonts"), "<color", _LETTERS)
    solid = _said(_inside(text, "fills"), "<fgColor", _GROUND)
    if letters is None or solid is None or len(letters) * len(solid) > PAIRS:
        return True
    grounds = [_PAPER, *(("solid", said) for said in solid)]
    return any(_are_alike(one, *ground) for one in (*letters, "") for ground in grounds)


def _inside(text: str, name: str) -> str | None:
    """What one list of the styles holds; None where it does not stand there once."""
    start, end = text.find(f"<{name}"), text.find(f"</{name}>")
    is_once = text.count(f"<{name}") == 1 and 0 <= start < end
    return text[start:end] if is_once else None


def _said(text: str | None, mark: str, pattern: re.Pattern[str]) -> set[str] | None:
    """The attributes of each colour; None where one is spelled unusually."""
    if text is None:
        return None
    found = pattern.findall(text)
    return set(found) if text.count(mark) == len(found) else None


@lru_cache(maxsize=PAIRS)
def _are_alike(letters: str, pattern: str, ground: str) -> bool:
    """Two spellings; True as well where one is given an attribute twice."""
    one, other = attributes_of(letters), attributes_of(ground)
    if one is None or other is None:
        return True
    return is_unseen(colour(one), colour(other) if pattern == "solid" else WHITE)


class Looks:
    """Gathers the colours of letters and grounds, and which of them formats use."""

    def __init__(self) -> None:
        self._list = ""  # the list that is open
        self._letters: list[Attributes] = []
        self._grounds: list[tuple[str, Attributes]] = []  # kind of pattern, its colour
        self._used: list[tuple[str, str]] = []  # letters and ground, by number
        self._palette: list[str] = []

    def over(self, content: bytes, *, is_long: bool) -> frozenset[int]:
        """The numbers of all cell formats whose text is not seen."""
        walk = Walk("styleSheet", starts=self._starts(), ends=self._ends())
        walk.is_long = is_long
        walk.over(content)
        colours = [colour(one, self._palette) for one in self._letters]
        grounds = [self._ground(*one) for one in self._grounds]
        return frozenset(
            number
            for number, (font, fill) in enumerate(self._used)
            if (letters := _at(colours, font)) is not None
            and (ground := _at(grounds, fill)) is not None
            and is_unseen(letters, ground)
        )

    def _starts(self) -> dict[str, Start]:
        return {
            "fonts": lambda _: self._open("fonts"),
            "fills": lambda _: self._open("fills"),
            "cellXfs": lambda _: self._open("cellXfs"),
            "font": self._font,
            "color": self._color,
            "fill": self._fill,
            "patternFill": self._pattern,
            "fgColor": self._ground_color,
            "rgbColor": lambda said: self._palette.append(said.get("rgb", "")),
            "xf": self._use,
        }

    def _ends(self) -> dict[str, End]:
        return dict.fromkeys(("fonts", "fills", "cellXfs"), lambda: self._open(""))

    def _open(self, name: str) -> None:
        self._list = name

    def _font(self, _: Attributes) -> None:
        if self._list == "fonts":  # conditional formats hold fonts and fills too
            self._letters.append({})

    def _color(self, said: Attributes) -> None:
        if self._list == "fonts" and self._letters:
            self._letters[-1] = said

    def _fill(self, _: Attributes) -> None:
        if self._list == "fills":
            self._grounds.append(("", {}))  # of a gradient, unless a pattern follows

    def _pattern(self, said: Attributes) -> None:
        if self._list == "fills" and self._grounds:
            self._grounds[-1] = (said.get("patternType", "none"), {})

    def _ground_color(self, said: Attributes) -> None:
        if self._list == "fills" and self._grounds:
            self._grounds[-1] = (self._grounds[-1][0], said)

    def _use(self, said: Attributes) -> None:
        if self._list == "cellXfs":
            self._used.append((said.get("fontId", "0"), said.get("fillId", "0")))

    def _ground(self, pattern: str, said: Attributes) -> Colour | None:
        """None for a ground of more than one colour."""
        if pattern == "none":
            return WHITE
        return colour(said, self._palette) if pattern == "solid" and said else None


def _at(found: list[Colour] | list[Colour | None], number: str) -> Colour | None:
    at = place(number)
    return found[at] if 0 <= at < len(found) else None
