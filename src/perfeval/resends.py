"""
Forms that were sent again: what changed since the version before.

Only the same stage of the same person and round is a version: an evaluation is no
second sending of its agreement, nor of the form of another round.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from perfeval.appraise.compare import is_foreign, person_of
from perfeval.appraise.resent import Change, changes
from perfeval.appraise.standing import FileState, FileStatus, Intake
from perfeval.batch import Known, unpack
from perfeval.findings import Finding, Location, finding
from perfeval.gather import Found
from perfeval.model import Filled
from perfeval.parse import parse
from perfeval.record.receipts import History, Receipt, kept_at
from perfeval.rounds.opened import Opened
from perfeval.thai import id_key, long_date

BLANK = "ว่าง"
FILES = 16  # remembered; of a workbook of thirty forms every form asks for it


@dataclass(frozen=True, slots=True)
class Version:
    """
    One form of a file that was kept.

    key: of the person it is about. is_known: that person stands on the roster.
    is_foreign: it says another round or another office.
    """

    filled: Filled
    key: str
    is_known: bool
    is_agreement: bool
    is_foreign: bool

    def is_before(self, later: "Version") -> bool:
        """True where the later one may be a second sending of it."""
        return not self.is_foreign and self.is_agreement == later.is_agreement


Versions = Callable[[str, str], tuple[Version, ...]]  # of a digest, and its file


@dataclass(frozen=True, slots=True)
class Resends:
    """
    What changed in forms that were sent again.

    every: a note at every cell that says something else than the version before.
    news: those of files that came with this command; the others were told by the
        command that took them in.
    """

    every: tuple[Finding, ...] = ()
    news: tuple[Finding, ...] = ()


def resends(
    intake: Intake, receipts: Sequence[Receipt], opened: Opened, *, since: int = 0
) -> Resends:
    """
    The changed cells of every form that stands in the inbox now.

    Both versions are read as they were kept, whatever became of the inbox.

    Args:
        since: how many receipts there were before this command.
    """
    versions, history = _reader(opened), History(receipts)
    every: list[Finding] = []
    news: list[Finding] = []
    for file in intake.files:
        if file.sha256 is None or file.state is FileState.DUPLICATE:
            continue
        for employee_id in file.employee_ids:
            before = history.before(file, employee_id)
            told = _told(file, employee_id, before, versions) if before else []
            every += told
            is_moved = bool(before) and before[0].sha256 == file.sha256
            if history.came(file) >= since and not is_moved:
                news += told
    return Resends(tuple(every), tuple(news))


def _reader(opened: Opened) -> Versions:
    """Reads the forms of a file that was kept; the last files are remembered."""
    known = Known(opened.regulations.values(), opened.forms)

    @lru_cache(maxsize=FILES)
    def versions(sha256: str, shown: str) -> tuple[Version, ...]:
        found = Found(kept_at(opened.folder.record, sha256), shown)
        return tuple(_version(one.filled, opened) for one in unpack(found, known).forms)

    return versions


def _version(filled: Filled, opened: Opened) -> Version:
    typed, _ = parse(filled)
    person = person_of(typed, opened)
    return Version(
        filled,
        person.key if person else id_key(typed.employee_id or ""),
        is_known=person is not None,
        is_agreement=typed.is_agreement,
        is_foreign=is_foreign(typed, opened),
    )


def _told(
    file: FileStatus, employee_id: str, before: Sequence[Receipt], versions: Versions
) -> list[Finding]:
    """What one person's form says otherwise than the last version of it."""
    key = id_key(employee_id)
    later = _of_person(versions(file.sha256 or "", file.file), key)
    if later is None or later.is_foreign:
        return []
    for receipt in before:
        if receipt.sha256 == file.sha256:
            continue
        forms = versions(receipt.sha256, receipt.file)
        earlier = _of_person(forms, key)
        if earlier is None and receipt.file == file.file:
            earlier = _with_a_wrong_id(forms)
        if earlier is not None and earlier.is_before(later):
            place = Location(file.file, later.filled.sheet, None, employee_id)
            return [
                _note(replace(place, cell=one.cell), one, receipt)
                for one in changes(earlier.filled, later.filled)
            ]
    return []


def _of_person(forms: Sequence[Version], key: str) -> Version | None:
    return next((one for one in forms if one.key == key), None)


def _with_a_wrong_id(forms: Sequence[Version]) -> Version | None:
    """The only form of a file, where its id is nobody's: the id was corrected."""
    return forms[0] if len(forms) == 1 and not forms[0].is_known else None


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
