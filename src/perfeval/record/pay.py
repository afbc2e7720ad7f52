"""
Percents of raises that were set, as record/ remembers them: one numbered file each.

    record/pay/<staff group>/001.json   beside it 001.xlsx, the workbook they came in
"""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from perfeval.appraise.figures import exact_text
from perfeval.appraise.pay_set import SetPercent, SetPercents
from perfeval.record.damage import DamagedError
from perfeval.record.places import as_text, keep, record_folder
from perfeval.rounds.folder import RoundFolder

FOLDER = "pay"
SCHEMA = "perfeval/pay/1"


def place_of(folder: RoundFolder, staff_group: str) -> Path:
    """Where the percents of a staff group are kept."""
    return folder.record / FOLDER / staff_group


def files(folder: RoundFolder, staff_group: str) -> list[Path]:
    """The remembered files of a staff group, the first one first."""
    place = place_of(folder, staff_group)
    found = [one for one in place.glob("*.json") if one.stem.isdecimal()]
    return sorted(found, key=lambda one: int(one.stem))


def load(folder: RoundFolder, staff_group: str) -> SetPercents | None:
    """
    The last percents that were taken in; None where none were.

    Raises:
        DamagedError: the file cannot be read.
    """
    taken = files(folder, staff_group)
    return read(taken[-1]) if taken else None


def read(path: Path) -> SetPercents:
    """What one file remembers."""
    try:
        kept = json.loads(path.read_bytes())
        return SetPercents(
            number=kept["number"],
            staff_group=kept["staff_group"],
            set_by=kept["set_by"],
            people=tuple(_percent(one) for one in kept["people"]),
        )
    except (ValueError, KeyError, TypeError, ZeroDivisionError) as damaged:
        raise DamagedError(path) from damaged


def next_number(folder: RoundFolder, staff_group: str) -> int:
    """The number that the next percents bear."""
    taken = files(folder, staff_group)
    return int(taken[-1].stem) + 1 if taken else 1


def remember(
    folder: RoundFolder, taken: SetPercents, workbook: bytes, *, sha256: str
) -> Path:
    """
    Keep percents and the very workbook they came in; the lock must be held.

    Args:
        sha256: of the workbook.

    Raises:
        OSError: it cannot be written.
    """
    place = record_folder(record_folder(folder.record) / FOLDER)
    place = record_folder(place / taken.staff_group)
    keep(workbook, place / f"{taken.number:03}.xlsx")
    path = place / f"{taken.number:03}.json"
    keep(as_text(_told(taken, sha256)), path)
    return path


def _told(taken: SetPercents, sha256: str) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "number": taken.number,
        "staff_group": taken.staff_group,
        "set_by": taken.set_by,
        "workbook_sha256": sha256,
        "people": [
            {
                "employee_id": one.employee_id,
                "percent": exact_text(one.percent),
                "band": one.band,
                "salary": None if one.salary is None else exact_text(one.salary),
                "level": one.level,
            }
            for one in taken.people
        ],
    }


def _percent(kept: dict[str, Any]) -> SetPercent:
    salary = kept["salary"]
    return SetPercent(
        employee_id=kept["employee_id"],
        percent=Fraction(kept["percent"]),
        band=kept["band"],
        salary=None if salary is None else Fraction(salary),
        level=kept["level"],
    )
