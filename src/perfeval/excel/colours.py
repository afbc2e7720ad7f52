"""Colours as the styles of a workbook say them, and which of them are alike."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from perfeval.grid import exact

Colour = tuple[int, int, int] | str  # red, green, blue 0-255; or a name of its own

# Letters are not seen on paper where they differ from their ground by less than this,
# in brightness and in each of red, green and blue; white on pale cream is among them.
BRIGHTNESS, SHARE = 24, 64  # of 256
FULL = 255
_WEIGHTS = (2126, 7152, 722)  # of red, green and blue in brightness, of 10,000
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
_RGB = re.compile("(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_PLACE = re.compile("[0-9]{1,6}")  # more digits than six have no list
_THEME: dict[str, Colour] = {"0": WHITE, "1": BLACK}  # paper and ink; others vary
_SYSTEM: dict[str, Colour] = {"64": BLACK, "65": WHITE}  # ink and paper, by number
# The colours that programs know by number (ECMA-376 part 1, 18.8.27), from 8 on; the
# first eight are the same once more.
_PALETTE = (
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080"
    " 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080"
    " 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF"
    " CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00"
    " FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399"
    " 333333"
)
_FIRST = 8


def colour(said: Mapping[str, str], palette: Sequence[str] = ()) -> Colour:
    """
    A colour as the file says it; automatic letters are black.

    Args:
        palette: the workbook's own colours by number; the usual ones when empty.
    """
    base: Colour = BLACK
    if found := _RGB.fullmatch(said.get("rgb", "")):
        base = _parted(found[1])
    elif "indexed" in said:
        base = _by_number(said["indexed"], palette)
    elif "theme" in said:
        base = _THEME.get(said["theme"], f"theme {said['theme']}")
    return _tinted(base, said.get("tint", "0"))


def is_unseen(letters: Colour, ground: Colour) -> bool:
    """True when letters of one colour are not seen on the other."""
    if isinstance(letters, str) or isinstance(ground, str):
        return letters == ground
    apart = [one - other for one, other in zip(letters, ground, strict=True)]
    brightness = sum(w * each for w, each in zip(_WEIGHTS, apart, strict=True))
    return abs(brightness) < BRIGHTNESS * sum(_WEIGHTS) and all(
        abs(each) < SHARE for each in apart
    )


def place(number: str) -> int:
    """A place in a list, from 0; -1 where it is none that a list could have."""
    return int(number) if _PLACE.fullmatch(number) else -1


def _parted(digits: str) -> Colour:
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


def _by_number(number: str, own: Sequence[str]) -> Colour:
    if number in _SYSTEM:
        return _SYSTEM[number]
    at = place(number)
    if own:
        found = _RGB.fullmatch(own[at]) if 0 <= at < len(own) else None
        return _parted(found[1]) if found else f"indexed {number}"
    usual, at = _PALETTE.split(), at if at < _FIRST else at - _FIRST
    return _parted(usual[at]) if 0 <= at < len(usual) else f"indexed {number}"


def _tinted(base: Colour, tint: str) -> Colour:
    """
    A colour made lighter (up to 1) or darker (down to -1).

    A grey between white and black is worked out; another colour becomes one of its
    own, since programs shade it in ways of their own.
    """
    share = exact(tint)
    if not share:
        return base
    share = max(min(share, Decimal(1)), Decimal(-1))
    if abs(share) == 1:
        return WHITE if share > 0 else BLACK
    if isinstance(base, str) or len({*base}) > 1:
        return f"{base} {share.normalize()}"
    grey = base[0]
    level = int(grey * (1 + share) if share < 0 else grey + (FULL - grey) * share)
    return level, level, level
