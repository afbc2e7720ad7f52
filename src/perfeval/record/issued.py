"""record/issued.json: the nonce of each person, and the forms that were made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from perfeval import thai
from perfeval.appraise.issued import Issued, IssuedCompetency
from perfeval.record.damage import DamagedError
from perfeval.record.memory import Kept, remembered
from perfeval.record.places import as_text, keep, record_folder
from perfeval.rounds.folder import RoundFolder

ISSUED = "issued.json"


@dataclass(frozen=True, slots=True)
class FormFile:
    """
    A workbook that was made under forms/.

    sha256: of its bytes as they were made. basis: digest of what they rest on.
    plan: which run it belongs to, such as `person agreement`.
    """

    sha256: str
    basis: str
    plan: str


@dataclass(frozen=True, slots=True)
class IssueRecord:
    """
    Everything that was handed out in a round.

    people: by `Person.key`. files: by path from the round folder.
    """

    people: Mapping[str, Issued] = field(default_factory=dict)
    files: Mapping[str, FormFile] = field(default_factory=dict)


def load(folder: RoundFolder) -> IssueRecord:
    """
    What was handed out so far.

    Raises:
        DamagedError: the file was changed by hand.
    """
    path = _path(folder)
    kept = remembered(path)
    if kept is None:
        return IssueRecord()
    try:
        people = [_issued(one) for one in kept["people"]]
        files = {name: FormFile(**one) for name, one in kept["files"].items()}
    except (KeyError, TypeError, AttributeError, InvalidOperation) as damaged:
        raise DamagedError(path) from damaged
    return IssueRecord({thai.id_key(one.employee_id): one for one in people}, files)


def save(folder: RoundFolder, record: IssueRecord) -> None:
    """Keep what was handed out; only the owner of the folder may read it."""
    record_folder(folder.record)
    kept = {
        "people": [_as_kept(record.people[key]) for key in sorted(record.people)],
        "files": {
            name: {"sha256": one.sha256, "basis": one.basis, "plan": one.plan}
            for name, one in record.files.items()
        },
    }
    keep(as_text(kept), _path(folder))


def _path(folder: RoundFolder) -> Path:
    return folder.record / ISSUED


def _issued(kept: Kept) -> Issued:
    rows = tuple(
        IssuedCompetency(
            one["kind"],
            one["title"],
            None if one["expected"] is None else Decimal(one["expected"]),
        )
        for one in kept["competencies"]
    )
    return Issued(kept["employee_id"], kept["nonce"], rows)


def _as_kept(one: Issued) -> Kept:
    rows = [
        {
            "kind": row.kind,
            "title": row.title,
            "expected": None if row.expected is None else f"{row.expected:f}",
        }
        for row in one.competencies
    ]
    return {
        "employee_id": one.employee_id,
        "nonce": one.nonce,
        "competencies": rows,
    }
