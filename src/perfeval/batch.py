"""
From files to an outcome: gather, read, type, appraise. Prints nothing.

One bad file costs one file. The order of the files never matters.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from perfeval.appraise.outcome import Appraisal, State, appraise, settle
from perfeval.catalogue import Severity
from perfeval.excel.fault import unreadable
from perfeval.excel.read import read
from perfeval.findings import Finding, Location, finding, has_error
from perfeval.forms.fields import offers
from perfeval.forms.hidden import hidden_values
from perfeval.forms.load import load as load_form
from perfeval.forms.locate import locate
from perfeval.forms.stamp import Stamp, contradictions, stamps
from perfeval.grid import Workbook
from perfeval.model import Filled
from perfeval.parse import parse
from perfeval.regulations import load as regulations
from perfeval.regulations.schema import Regulation

WORKBOOKS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods", ""}
OTHERS = {".csv", ".numbers", ".et"}  # spreadsheets that people send by mistake
LOCKS = ("~$", ".~lock.")


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the run. shown: the path as the user knows it, with `/`."""

    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    Everything a run came to, in the order of file and sheet.

    paths: every file that was to be read, the refused ones too.
    """

    paths: tuple[Path, ...]
    appraisals: tuple[Appraisal, ...]
    findings: tuple[Finding, ...]

    @property
    def files(self) -> int:
        """How many files were to be read."""
        return len(self.paths)

    @property
    def is_ok(self) -> bool:
        """True when no finding is an error."""
        return not has_error(self.findings)

    def summary(self) -> dict[str, int]:
        """Counts: files, forms, scored, held, and findings by severity."""
        states = [one.state for one in self.appraisals]
        severities = [one.severity for one in self.findings]
        return {
            "files": self.files,
            "forms": len(states),
            "scored": states.count(State.SCORED),
            "held": states.count(State.HELD),
            "errors": severities.count(Severity.ERROR),
            "warnings": severities.count(Severity.WARNING),
            "notes": severities.count(Severity.NOTE),
        }


class Known:
    """The regulations of a run: the shipped ones and those named by the user."""

    def __init__(self, own: Iterable[regulations.Loaded] = ()) -> None:
        self._loaded = {one.regulation.id: one for one in own}

    def get(self, regulation_id: str) -> Regulation | None:
        """The regulation of that id; None when nobody knows it."""
        if regulation_id not in self._loaded:
            if regulation_id not in regulations.shipped():
                return None
            self._loaded[regulation_id] = regulations.load(regulation_id)
        return self._loaded[regulation_id].regulation


def gather(paths: Sequence[Path]) -> tuple[list[Found], list[Finding]]:
    """
    The workbooks under some paths, sorted; a note for each file passed over.

    A file named by the user is always read; in a folder, locks and files of
    other kinds are passed over. A folder that cannot be opened is an error.
    """
    files: dict[str, Found] = {}  # by absolute path: each is read once
    notes: dict[str, Finding] = {}
    closed: list[OSError] = []
    for path in paths:
        is_folder = os.path.isdir(path)  # noqa: PTH112  never raises
        named = (Found(path, path.as_posix()),)
        for found in _walk(path, closed) if is_folder else named:
            place = os.path.abspath(found.path)  # noqa: PTH100  links not followed
            passed = _passed_over(found) if is_folder else None
            if passed:
                notes.setdefault(place, passed)
            else:
                files.setdefault(place, found)
    for refused in closed:
        notes.setdefault(os.path.abspath(refused.filename), _closed(refused))  # noqa: PTH100
    if paths and not files and not closed:
        notes[""] = finding("PE304", Location(paths[0].as_posix()))
    return sorted(files.values(), key=lambda one: one.shown), list(notes.values())


def _walk(folder: Path, closed: list[OSError]) -> Iterator[Found]:
    """
    Every file under a folder, in a fixed order; links are never followed.

    closed: takes the error of each folder that the system does not open.
    """
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders.sort()
        linked = [
            name
            for name in folders
            if os.path.islink(Path(root, name))  # noqa: PTH114  never raises
        ]
        for name in sorted([*names, *linked]):
            path = Path(root, name)
            yield Found(path, path.as_posix())


def _closed(refused: OSError) -> Finding:
    """PE001 for a folder that the system does not open."""
    reason = "forbidden" if isinstance(refused, PermissionError) else "device"
    return unreadable(reason).finding(Path(refused.filename).as_posix())


def _passed_over(found: Found) -> Finding | None:
    """Why a file of a folder is not read; None when it is."""
    where = Location(found.shown)
    if found.path.name.startswith(LOCKS):
        return finding("PE011", where)
    suffix = found.path.suffix.casefold()
    if found.path.name.startswith("."):
        reason = ("ไฟล์ซ่อน", "a hidden file")
    elif suffix not in WORKBOOKS | OTHERS:
        reason = (f"ชนิด {suffix}", f"{suffix} file")
    else:
        return None
    return finding("PE305", where, reason_th=reason[0], reason_en=reason[1])


def fill(
    workbook: Workbook, known: Known
) -> Iterator[tuple[Filled, Regulation, list[Finding]]]:
    """Each form of a workbook, with its regulation and what could not be found."""
    for sheet, stamp in stamps(workbook):
        regulation = known.get(stamp.regulation)
        if regulation is None:
            continue
        form = load_form(regulation.form)
        filled, found = locate(workbook, sheet, form, offers(regulation), stamp)
        yield filled, regulation, [*found, *hidden_values(sheet, filled)]


def misfits(workbook: Workbook, known: Known) -> list[Finding]:
    """Forms that cannot be used at all: none, unknown, or of another version."""
    found = list(stamps(workbook))
    if not found:
        return [finding("PE012", Location(workbook.file))]
    unlike = {
        one.name: (shown, other) for one, shown, other in contradictions(workbook)
    }
    told = []
    for sheet, stamp in found:
        where = Location(workbook.file, sheet.name)
        misfit = _misfit(where, stamp, known)
        if misfit is None and sheet.name in unlike:
            shown, other = (str(one) for one in unlike[sheet.name])
            misfit = finding("PE019", where, found=shown, carried=other)
        told += [misfit] if misfit else []
    return told


def _misfit(where: Location, stamp: Stamp, known: Known) -> Finding | None:
    regulation = known.get(stamp.regulation)
    if regulation is None:
        return finding("PE014", where, found=stamp.regulation)
    form = load_form(regulation.form)
    expected = Stamp(form.id, form.version, regulation.id)
    if stamp == expected:
        return None
    return finding(
        "PE013",
        where,
        found=f"{stamp.form}/{stamp.version}",
        expected=f"{form.id}/{form.version}",
        regulation=regulation.id,
    )


def run(paths: Sequence[Path], known: Known) -> Outcome:
    """Read, type, check and score everything under some paths."""
    files, notes = gather(paths)
    appraisals: list[Appraisal] = []
    findings: list[Finding] = list(notes)
    for found in files:
        forms, told = _one_file(found, known)
        appraisals += forms
        findings += told
    settled = settle(appraisals)
    findings += [told for one in settled for told in one.findings]
    findings.sort(key=lambda one: (one.file, one.sheet or ""))
    read_from = tuple(found.path for found in files)
    return Outcome(read_from, tuple(settled), tuple(findings))


def _one_file(found: Found, known: Known) -> tuple[list[Appraisal], list[Finding]]:
    workbook, told = read(found.path, shown=found.shown)
    if workbook is None:
        return [], told
    unfit = misfits(workbook, known)
    barred = {one.sheet for one in unfit}
    forms = []
    for filled, regulation, lost in fill(workbook, known):
        if filled.sheet in barred:
            continue
        evaluation, refusals = parse(filled)
        forms.append(appraise(evaluation, regulation, [*lost, *refusals]))
    return forms, [*told, *unfit]


def values(paths: Sequence[Path], known: Known) -> tuple[list[Filled], list[Finding]]:
    """Every form under some paths with all its cells, unjudged."""
    files, findings = gather(paths)
    forms: list[Filled] = []
    for found in files:
        workbook, told = read(found.path, shown=found.shown)
        findings += told
        if workbook is not None:
            findings += misfits(workbook, known)
            for filled, _, lost in fill(workbook, known):
                forms.append(filled)
                findings += lost
    return forms, findings
