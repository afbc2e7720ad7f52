"""
The font of the papers: where it is missing, names and lines are cut off.

TH SarabunPSK draws at two thirds of the size of whatever stands in for it.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from perfeval.doctor.check import Check, alike
from perfeval.doctor.machine import MACOS, WINDOWS, Machine, answer
from perfeval.findings import Location, finding

FONT, LATER = "TH SarabunPSK", "TH Sarabun New"
_LETTERS = re.compile("[^a-z]")
# Families as systems and files spell them, without blanks: the file of the first is
# called THSarabun.ttf where it came with Windows.
_PSK = ("thsarabunpsk", "thsarabun")
_NEW = ("thsarabunnew",)
_STYLES = re.compile("(bold|italic|regular|bolditalic)+$")
_ENDINGS = ("ttf", "otf", "ttc")


def fonts(machine: Machine) -> Check:
    """Whether the font of the papers is there."""
    families = {_plain(one) for one in _listed(machine)}
    has_font = not families.isdisjoint(_PSK)
    has_later = not families.isdisjoint(_NEW)
    told = []
    if not has_font:
        code = "PE671" if has_later else "PE670"
        told = [finding(code, Location(FONT), font=FONT)]
    seen = [FONT] * has_font + [LATER] * has_later
    found = alike(", ".join(seen)) if seen else ("ไม่พบ", "not found")
    return Check("fonts", ("แบบอักษร", "Font"), found, alike(FONT), told)


def _plain(name: str) -> str:
    return _STYLES.sub("", _LETTERS.sub("", name.casefold()))


def _listed(machine: Machine) -> Iterator[str]:
    """Families that the system lists, else the names of the files of fonts."""
    program = shutil.which("fc-list", path=machine.environment.get("PATH", ""))
    listed = answer([program, ":", "family"], machine) if program else None
    if machine.platform not in (WINDOWS, MACOS) and listed is not None:
        for line in listed.splitlines():
            yield from line.split(",")
        return
    yield from (listed or "").replace(",", "\n").splitlines()
    yield from _in_folders(machine)


def _in_folders(machine: Machine) -> Iterator[str]:
    """The names of the files of fonts, without their ending."""
    for folder in _folders(machine):
        for _, _, names in os.walk(folder):  # says nothing of one that is not there
            for name in names:
                stem, _, ending = name.rpartition(".")
                if ending.casefold() in _ENDINGS:
                    yield stem


def _folders(machine: Machine) -> list[Path]:
    """Where fonts stand that everybody may use, and those of the user."""
    root, home = machine.root, machine.home
    if machine.platform == WINDOWS:
        windows, own = machine.path("WINDIR"), machine.path("LOCALAPPDATA")
        places = (windows, "Fonts"), (own, "Microsoft/Windows/Fonts")
        return [base / name for base, name in places if base]
    if machine.platform == MACOS:
        return [home / "Library/Fonts", root / "Library/Fonts"]
    shared = [root / "usr/share/fonts", root / "usr/local/share/fonts"]
    return [home / ".local/share/fonts", home / ".fonts", *shared]
