"""
Which sheets of a workbook are forms of ours, and what they say they are.

A stamp stands on the sheet, on a hidden sheet and in the properties of the
file, so that one of them may be lost. None of them is proof of anything.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from perfeval.grid import Sheet, State, Workbook

PREFIX = "pe_"  # of every defined name of a form
STAMP = PREFIX + "stamp"
CARRIER = "_perfeval"
NONCE_COLUMN = 6  # of the hidden sheet: behind title, stamp, id, year and round
_NONCE = re.compile(r"[0-9a-f]{16}")
_STAMP = re.compile(r"perfeval ([a-z0-9-]+)/([0-9]+) ([a-z0-9-]+)")


class Stamp(NamedTuple):
    """Which form a sheet was made as: form id, version, regulation id."""

    form: str
    version: int
    regulation: str

    def __str__(self) -> str:
        return f"perfeval {self.form}/{self.version} {self.regulation}"


UNKNOWN = Stamp("", 0, "")  # of a form that does not say what it is


class Stamped(NamedTuple):
    """
    A sheet that carries a form, with what it is taken for.

    shown: what stands on it; carried: what the hidden sheet says of it.
    """

    sheet: Sheet
    stamp: Stamp
    shown: Stamp | None = None
    carried: Stamp | None = None

    @property
    def contradicts(self) -> bool:
        """True when the sheet does not say of itself what the hidden sheet says."""
        return bool(self.shown and self.carried and self.shown != self.carried)


def stamps(workbook: Workbook) -> list[Stamped]:
    """
    The sheets of a workbook that carry a form, with what they say they are.

    A sheet with the names of a form is one, even where its stamp is gone: what
    the file says elsewhere then holds, or else nothing that anybody knows.
    """
    carried = _carried(workbook)
    spare = _read_stamp(workbook.properties.get(CARRIER, ""))
    known = {*carried.values(), *([spare] if spare else [])}
    lost = known.pop() if len(known) == 1 else UNKNOWN
    found = []
    for sheet in workbook.sheets:
        if sheet.name == CARRIER:
            continue
        shown, other = _stamp_on(workbook, sheet), carried.get(sheet.name)
        stamp = shown or other
        if stamp is None and _has_names(workbook, sheet):
            stamp = lost
        if stamp:
            found.append(Stamped(sheet, stamp, shown, other))
    visible = [sheet for sheet in workbook.sheets if sheet.visibility == "visible"]
    if not found and spare and visible:
        return [Stamped(visible[-1], spare)]
    return found


def nonces(workbook: Workbook) -> Mapping[str, str]:
    """
    By the name of its sheet, the nonce that each form was issued with.

    A blank form has none, nor has a sheet that was renamed or copied elsewhere.
    """
    return {
        row[1]: row[NONCE_COLUMN]
        for row in _carrier_rows(workbook)
        if _NONCE.fullmatch(row.get(NONCE_COLUMN, ""))
    }


def _read_stamp(words: str) -> Stamp | None:
    # Asked of every text of the workbook, of which one is a stamp.
    found = _STAMP.fullmatch(words) if words.startswith("perfeval ") else None
    return Stamp(found[1], int(found[2]), found[3]) if found else None


def _stamp_on(workbook: Workbook, sheet: Sheet) -> Stamp | None:
    """The stamp that a sheet shows, also where its name is gone."""
    area = workbook.name(STAMP, sheet)
    words = sheet.cell(area.first_row, area.first_column).raw if area else ""
    if stamp := _read_stamp(words.strip()):
        return stamp
    for cell in sheet.cells.values():
        if cell.state is State.TEXT and (stamp := _read_stamp(cell.raw)):
            return stamp
    return None


def _has_names(workbook: Workbook, sheet: Sheet) -> bool:
    """True when a sheet has the names that only a form of ours has."""
    return any(workbook.name(name, sheet) for name in (STAMP, PREFIX + "employee_id"))


def _carried(workbook: Workbook) -> Mapping[str, Stamp]:
    """What the hidden sheet says of each sheet."""
    stamped = {}
    for row in _carrier_rows(workbook):
        for column, words in row.items():
            stamp = _read_stamp(words)
            if stamp and column > 1:
                stamped[row.get(1, "")] = stamp
    return stamped


def _carrier_rows(workbook: Workbook) -> Iterator[Mapping[int, str]]:
    """The rows of the hidden sheet, the text of each cell by its column."""
    for sheet in workbook.sheets:
        if sheet.name == CARRIER:
            rows: dict[int, dict[int, str]] = {}
            for (row, column), cell in sheet.cells.items():
                rows.setdefault(row, {})[column] = cell.raw
            yield from (row for row in rows.values() if 1 in row)
