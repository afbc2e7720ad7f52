"""Files that were sent again: what changed since the version before."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from perfeval.appraise.resent import Change, changes, of_person
from perfeval.appraise.standing import FileStatus, Intake
from perfeval.batch import Known, unpack
from perfeval.findings import Finding, Location, finding
from perfeval.gather import Found
from perfeval.model import Filled
from perfeval.record.receipts import Receipt, kept_at, version_before
from perfeval.rounds.opened import Opened
from perfeval.thai import id_key, long_date

BLANK = "ว่าง"


def resends(
    intake: Intake, receipts: Sequence[Receipt], opened: Opened
) -> list[Finding]:
    """
    A note at every cell that says something else than the version received before.

    Both versions are read as they were kept, whatever became of the inbox.
    """
    known = Known(opened.regulations.values())
    record = opened.folder.record
    told: list[Finding] = []
    for file in intake.files:
        for employee_id in file.employee_ids:
            before = version_before(receipts, file, employee_id)
            if before is not None and file.sha256 is not None:
                old = _forms(record, before.sha256, before.file, known)
                new = _forms(record, file.sha256, file.file, known)
                told += _told(file, employee_id, old, new, before)
    return told


def _forms(record: Path, sha256: str, shown: str, known: Known) -> tuple[Filled, ...]:
    """The forms of a version that was kept."""
    found = Found(kept_at(record, sha256), shown)
    return tuple(form.filled for form in unpack(found, known).forms)


def _told(
    file: FileStatus,
    employee_id: str,
    old: tuple[Filled, ...],
    new: tuple[Filled, ...],
    before: Receipt,
) -> Iterator[Finding]:
    key = id_key(employee_id)
    earlier, later = of_person(old, key), of_person(new, key)
    if earlier is None and len(old) == len(new) == 1:  # its id was corrected
        earlier = old[0]
    if earlier is None or later is None:
        return
    for change in changes(earlier, later):
        where = Location(file.file, later.sheet, change.cell, employee_id)
        yield _note(where, change, before)


def _note(where: Location, change: Change, before: Receipt) -> Finding:
    row = change.row
    return finding(
        "PE360",
        where,
        found=change.new or BLANK,
        old=change.old or BLANK,
        label_th=f"{change.label} แถวที่ {row}" if row else change.label,
        label_en=f"“{change.label}” of row {row}" if row else f"“{change.label}”",
        day_th=long_date(before.first_seen_on),
        day_en=before.first_seen_on.isoformat(),
        file=before.file,
    )
