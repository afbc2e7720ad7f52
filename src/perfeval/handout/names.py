"""Names of people and divisions as every file system takes them."""

import re

from perfeval import thai

LONGEST = 60  # characters of one name; a path has some four of them
WIDEST = 180  # bytes of it in UTF-8, of which a Thai letter takes three
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_BLANKS = re.compile(r"\s+")
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\xb9\xb2\xb3]) *(\.|$)",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """Text as the name of a file or folder; `-` where nothing of it is left."""
    name = _UNFIT.sub(" ", thai.tidy(text))
    name = _cut(_BLANKS.sub(" ", name).strip(" ."))
    if _DEVICE.match(name):
        name = f"_{name}"
    return name or "-"


def _cut(name: str) -> str:
    """A name that is not too long, cut behind a whole letter."""
    name = name[:LONGEST]
    while len(name.encode("utf-8", "replace")) > WIDEST:
        name = name[:-1]
    return name.strip(" .")


def unique(name: str, used: set[str], ending: str = "") -> str:
    """The name, or the name with a number, unlike those used (which it joins)."""
    found, number = f"{name}{ending}", 2
    while found.casefold() in used:
        found, number = f"{name} ({number}){ending}", number + 1
    used.add(found.casefold())
    return found
