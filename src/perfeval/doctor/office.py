"""LibreOffice: it turns papers into PDF, and can be done without."""

import shutil
from pathlib import Path

from perfeval.doctor.check import Check, Words, alike
from perfeval.doctor.machine import MACOS, WINDOWS, Machine, answer
from perfeval.findings import Location, finding

NAME = "LibreOffice"
_WANTED: Words = ("มีก็ดี ไม่จำเป็น", "welcome, not needed")


def libreoffice(machine: Machine) -> Check:
    """Where LibreOffice is, and which version."""
    program = _program(machine)
    if program is None:
        told = [finding("PE672", Location(NAME))]
        return Check(NAME.casefold(), alike(NAME), ("ไม่พบ", "not found"), _WANTED, told)
    said = (answer([program, "--version"], machine) or "").split()
    version = " ".join(said[:2]) if said[:1] == [NAME] else program.as_posix()
    return Check(NAME.casefold(), alike(NAME), alike(version), _WANTED)


def _program(machine: Machine) -> Path | None:
    """The program itself; on Windows the one that answers a command line."""
    for name in ("soffice", "libreoffice"):
        if on_path := shutil.which(name, path=machine.environment.get("PATH", "")):
            return Path(on_path)
    return next((one for one in _usual(machine) if one.is_file()), None)


def _usual(machine: Machine) -> list[Path]:
    if machine.platform == WINDOWS:
        bases = map(machine.path, ("PROGRAMFILES", "PROGRAMFILES(X86)"))
        return [base / NAME / "program/soffice.com" for base in bases if base]
    if machine.platform == MACOS:
        return [machine.root / "Applications/LibreOffice.app/Contents/MacOS/soffice"]
    return []
