"""
The decisions of committee and chief: record/decisions/001.json and on.

Each is complete and none is ever changed: a later one is a new number, and the
last one holds.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

from perfeval.appraise.decided import Decided
from perfeval.appraise.figures import exact_text
from perfeval.appraise.layers import Decision
from perfeval.record.places import as_text, keep, record_folder
from perfeval.rounds.folder import RoundFolder

FOLDER, RESULTS = "decisions", "results.json"
SCHEMA = "perfeval/decision/1"
_NUMBERED = re.compile(r"([0-9]{3,6})\.json")
TOTALS = ("committee_total", "chief_total")
REASONS = ("committee_reason", "chief_reason")


def load(folder: RoundFolder) -> Decided | None:
    """
    The decision that holds: the last one taken in; None in an undecided round.

    Raises:
        ValueError: somebody changed the file by hand and it cannot be read.
    """
    taken = files(folder)
    return read(taken[-1]) if taken else None


def files(folder: RoundFolder) -> tuple[Path, ...]:
    """Every decision of a round, in the order in which they were taken."""
    kept = folder.record / FOLDER
    if not kept.is_dir():
        return ()
    found = (path for path in kept.iterdir() if _NUMBERED.fullmatch(path.name))
    return tuple(sorted(found, key=_number))


def read(path: Path) -> Decided:
    """One decision as it was taken; ValueError where it cannot be read."""
    raw = path.read_bytes()
    try:
        told = json.loads(raw)
        return Decided(
            number=_number(path),
            decided_on=date.fromisoformat(told["decided_on"]),
            decided_by=str(told["decided_by"]),
            decisions=tuple(map(_decision, told["people"])),
            sha256=sha256(raw).hexdigest(),
        )
    except (KeyError, TypeError, AttributeError, ZeroDivisionError) as wrong:
        raise ValueError(f"{path.name} is no decision: {wrong!r}") from wrong


def next_number(folder: RoundFolder) -> int:
    """The number that the next decision bears."""
    taken = files(folder)
    return _number(taken[-1]) + 1 if taken else 1


def text_of(decided: Decided, *, summary: Mapping[str, str]) -> bytes:
    """
    A decision as it is remembered.

    Args:
        summary: path and digest of the workbook that it was taken from.
    """
    return as_text(
        {
            "schema": SCHEMA,
            "number": decided.number,
            "decided_on": decided.decided_on.isoformat(),
            "decided_by": decided.decided_by,
            "summary": dict(summary),
            "people": [_told(one) for one in decided.decisions],
        }
    )


def remember(folder: RoundFolder, number: int, content: bytes) -> Path:
    """Put a decision into the record; the lock must be held."""
    kept = record_folder(record_folder(folder.record) / FOLDER)
    path = kept / f"{number:03}.json"
    keep(content, path)
    return path


def remember_workbook(folder: RoundFolder, number: int, content: bytes) -> Path:
    """Keep the very workbook that a decision was taken from; the lock must be held."""
    record_folder(record_folder(folder.record) / FOLDER)
    path = workbook_of(folder, number)
    keep(content, path)
    return path


def workbook_of(folder: RoundFolder, number: int) -> Path:
    """Where the workbook that a decision was taken from is kept."""
    return folder.record / FOLDER / f"{number:03}.xlsx"


def remember_results(folder: RoundFolder, content: bytes) -> Path:
    """Put the exact decided results into the record; the lock must be held."""
    path = record_folder(folder.record) / RESULTS
    keep(content, path)
    return path


def results(folder: RoundFolder) -> bytes | None:
    """The decided results as they are remembered; None in an undecided round."""
    path = folder.record / RESULTS
    return path.read_bytes() if path.is_file() else None


def _number(path: Path) -> int:
    return int(path.stem)


def _told(decision: Decision) -> Mapping[str, str | None]:
    totals = {key: _text(getattr(decision, key)) for key in TOTALS}
    reasons = {key: getattr(decision, key) for key in REASONS}
    return {
        "employee_id": decision.employee_id,
        "basis": exact_text(decision.basis),
        **totals,
        **reasons,
    }


def _text(total: Fraction | None) -> str | None:
    return None if total is None else exact_text(total)


def _decision(told: Mapping[str, Any]) -> Decision:
    return Decision(
        employee_id=told["employee_id"],
        basis=Fraction(told["basis"]),
        committee_total=_total(told["committee_total"]),
        committee_reason=told["committee_reason"],
        chief_total=_total(told["chief_total"]),
        chief_reason=told["chief_reason"],
    )


def _total(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)
