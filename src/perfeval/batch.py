"""
From files to an outcome: gather, read, type, appraise. Prints nothing.

One bad file costs one file. The order of the files never matters.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from perfeval.appraise import let_go
from perfeval.appraise.outcome import (
    Appraisal,
    State,
    appraise,
    appraise_agreement,
    settle,
)
from perfeval.catalogue import Severity
from perfeval.choices import Stage
from perfeval.excel.earlier import is_list_of_scores
from perfeval.excel.read import Keep, Read, read_once
from perfeval.findings import Finding, Location, finding, has_error, in_order
from perfeval.forms.fields import Asking, asking
from perfeval.forms.hidden import hidden_values
from perfeval.forms.load import load as load_form
from perfeval.forms.locate import locate
from perfeval.forms.stamp import Stamp, Stamped, stamps
from perfeval.gather import Found, gather
from perfeval.grid import Workbook
from perfeval.model import Filled
from perfeval.parse import parse
from perfeval.regulations import load as regulations
from perfeval.regulations.schema import Regulation

NO_FORM, EMPTY, EARLIER = "PE012", "PE304", "PE306"  # EARLIER: scores, not read


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

    @property
    def agreements(self) -> int:
        """How many forms hold an agreement and nothing evaluated, or were taken so."""
        return sum(one.state is State.AGREEMENT for one in self.appraisals)


class Form(NamedTuple):
    """One form of a file, not yet judged, and what of it could not be found."""

    filled: Filled
    regulation: Regulation
    findings: list[Finding]


class Unpacked(NamedTuple):
    """
    One file with its forms.

    sha256: None where its bytes could not be read.
    findings: of the file. unfit: of sheets whose form cannot be used.
    """

    found: Found
    sha256: str | None
    forms: tuple[Form, ...]
    findings: tuple[Finding, ...]
    unfit: tuple[Finding, ...]

    @property
    def is_earlier(self) -> bool:
        """True of a list of scores of ours, which is passed over."""
        return any(one.code == EARLIER for one in self.unfit)

    def fit(self) -> Iterator[Form]:
        """The forms that can be used."""
        barred = {one.sheet for one in self.unfit}
        return (one for one in self.forms if one.filled.sheet not in barred)


class Known:
    """
    The regulations of a run, the shipped ones and those named by the user, with
    their forms.

    Args:
        forms: where a sealed round keeps its forms; the shipped ones when None.
    """

    def __init__(
        self, own: Iterable[regulations.Loaded] = (), forms: Path | None = None
    ) -> None:
        self._loaded = {one.regulation.id: one for one in own}
        self._forms = forms
        self._asking: dict[str, Asking] = {}

    def get(self, regulation_id: str) -> Regulation | None:
        """The regulation of that id; None when nobody knows it."""
        if regulation_id not in self._loaded:
            if regulation_id not in regulations.shipped():
                return None
            self._loaded[regulation_id] = regulations.load(regulation_id)
        return self._loaded[regulation_id].regulation

    def asking(self, regulation: Regulation) -> Asking:
        """What the form of a regulation asks, the same for all who fill it."""
        key = regulation.id
        if key not in self._asking:
            form = load_form(regulation.form, self._forms)
            self._asking[key] = asking(form, regulation)
        return self._asking[key]


def fill(
    workbook: Workbook, forms: Iterable[Stamped], known: Known
) -> Iterator[tuple[Filled, Regulation, list[Finding]]]:
    """Each form of a workbook, with its regulation and what could not be found."""
    for one in forms:
        regulation = known.get(one.stamp.regulation)
        if regulation is None:
            continue
        asked = known.asking(regulation)
        filled, found = locate(workbook, one.sheet, asked, one.stamp)
        yield filled, regulation, [*found, *hidden_values(one.sheet, filled)]


def holds_form(path: Path) -> bool:
    """True of a workbook in which a form of ours stands, usable or not."""
    workbook = read_once(path, shown=path.as_posix()).workbook
    return workbook is not None and bool(stamps(workbook))


def misfits(
    workbook: Workbook,
    forms: Sequence[Stamped],
    known: Known,
    *,
    is_named: bool = True,
) -> list[Finding]:
    """
    Forms that cannot be used at all: none, unknown, or of another version.

    Args:
        is_named: a list of scores is passed over, unless the user named the file.
    """
    if not forms:
        is_earlier = not is_named and is_list_of_scores(workbook)
        return [finding(EARLIER if is_earlier else NO_FORM, Location(workbook.file))]
    told = []
    for one in forms:
        where = Location(workbook.file, one.sheet.name)
        misfit = _misfit(where, one.stamp, known)
        if misfit is None and one.contradicts:
            shown, other = str(one.shown), str(one.carried)
            misfit = finding("PE019", where, found=shown, carried=other)
        told += [misfit] if misfit else []
    return told


def _misfit(where: Location, stamp: Stamp, known: Known) -> Finding | None:
    regulation = known.get(stamp.regulation)
    if regulation is None:
        return finding("PE014", where, found=stamp.regulation)
    form = known.asking(regulation).form
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


def unpacked(
    files: Iterable[Found], known: Known, keep: Keep | None = None
) -> Iterator[Unpacked]:
    """Each file in turn, read once and taken apart; nothing of it is held on to."""
    for found in files:
        yield unpack(found, known, keep)


def unpack(found: Found, known: Known, keep: Keep | None = None) -> Unpacked:
    """One file, read once and taken apart; `keep` takes its bytes and digest."""
    return _unpack(found, read_once(found.path, shown=found.shown, keep=keep), known)


def _unpack(found: Found, read: Read, known: Known) -> Unpacked:
    if read.workbook is None:
        return Unpacked(found, read.sha256, (), tuple(read.findings), ())
    marked = stamps(read.workbook)
    unfit = misfits(read.workbook, marked, known, is_named=found.is_named)
    forms = (Form(*one) for one in fill(read.workbook, marked, known))
    return Unpacked(
        found, read.sha256, tuple(forms), tuple(read.findings), tuple(unfit)
    )


def run(
    paths: Sequence[Path],
    known: Known,
    stage: Stage = Stage.EVALUATION,
    *,
    whole: bool = True,
) -> Outcome:
    """
    Read, type, check and score everything under some paths.

    Args:
        stage: as agreements, forms are checked but neither scored nor held
            against each other.
        whole: tables and the working of scores are held too; see `let_go`.
    """
    as_agreement = stage is Stage.AGREEMENT
    judge = appraise_agreement if as_agreement else appraise
    files, notes = gather(paths)
    appraisals: list[Appraisal] = []
    findings: list[Finding] = list(notes)
    read_from: list[Path] = []
    for file in unpacked(files, known):
        findings += (*file.findings, *file.unfit)
        read_from += [] if file.is_earlier else [file.found.path]
        for form in file.fit():
            evaluation, refusals = parse(form.filled, as_agreement=as_agreement)
            told = [*form.findings, *refusals]
            judged = judge(evaluation, form.regulation, told)
            appraisals.append(judged if whole else let_go.of_appraisal(judged))
    settled = appraisals if as_agreement else settle(appraisals)
    findings += [told for one in settled for told in one.findings]
    if files and not read_from:
        findings.append(finding(EMPTY, Location(paths[0].as_posix())))
    return Outcome(tuple(read_from), tuple(settled), tuple(in_order(findings)))


def values(paths: Sequence[Path], known: Known) -> tuple[list[Filled], list[Finding]]:
    """Every form and list under some paths with all its cells, unjudged."""
    files, findings = gather(paths)
    forms: list[Filled] = []
    for found in files:
        read = read_once(found.path, shown=found.shown)
        listed = _lists(read.workbook) if read.workbook else []
        if listed:
            findings += read.findings
        else:
            file = _unpack(found, read, known)
            findings += (*file.findings, *file.unfit)
            listed = [(form.filled, form.findings) for form in file.forms]
        for filled, told in listed:
            forms.append(filled)
            findings += told
    return forms, findings


def _lists(workbook: Workbook) -> list[tuple[Filled, list[Finding]]]:
    """What a workbook that is no form holds: a roster, a summary that came back."""
    if stamps(workbook):
        return []
    from perfeval.forms.not_forms import located  # noqa: PLC0415  seldom needed

    return located(workbook)
