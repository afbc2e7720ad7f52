"""
Everything under the inbox of a round, read once and held against the roster.

The file side of `appraise.reconcile`: it gathers, reads and appraises; what became
of everybody is decided there, and the two sums are held here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from perfeval.appraise.accounts import account
from perfeval.appraise.chosen import Choice
from perfeval.appraise.compare import Came, compare
from perfeval.appraise.received import Form, Received
from perfeval.appraise.reconcile import reconcile
from perfeval.appraise.remembered import Remembered
from perfeval.appraise.several import newest as newest_of
from perfeval.appraise.standing import Intake
from perfeval.batch import EARLIER, Known, Outcome, Unpacked, unpack
from perfeval.batch import Form as Unjudged
from perfeval.findings import Finding, Location, finding
from perfeval.gather import Found, gather
from perfeval.parse import parse
from perfeval.reading import Tick, read_all, unheard
from perfeval.record.remembering import remembered
from perfeval.rounds.opened import Opened

NO_WORKBOOK = "PE304"  # of a whole folder, no entry of it
Keep = Callable[[bytes, str], None]  # takes the bytes of a file, and their digest


@dataclass(frozen=True, slots=True)
class Contents:
    """
    What an inbox holds: files to read, and a finding for each one passed over.

    place: the inbox as it is shown, or the first path that is named instead.
    """

    place: str
    files: tuple[Found, ...]
    passed_over: tuple[Finding, ...]
    findings: tuple[Finding, ...]

    def entries(self) -> Iterator[str]:
        """Every entry, as its path is shown."""
        yield from (one.shown for one in self.files)
        yield from (one.file for one in self.passed_over)


@dataclass(frozen=True, slots=True)
class Ruled:
    """
    What every form is held against.

    is_light: tables and the working of scores are let go; see `let_go`.
    """

    opened: Opened
    known: Known
    remembered: Remembered
    is_light: bool = False

    def shared(self) -> Iterator[object]:
        """What the results of all forms refer to, wherever they are read."""
        yield from self.opened.roster.people
        for loaded in self.opened.regulations.values():
            law = loaded.regulation
            yield from (law, *law.components, *law.bands)


@dataclass(frozen=True, slots=True)
class Taken:
    """
    What an inbox came to: of people and files, and as a run over its forms.

    chosen: which of several forms counts, where this run chose it.
    """

    intake: Intake
    outcome: Outcome
    chosen: tuple[Choice, ...] = ()


def receive(
    opened: Opened,
    paths: Sequence[Path] | None = None,
    *,
    newest: bool = False,
    keep: Keep | None = None,
    tick: Tick = unheard,
) -> Intake:
    """
    The state of a round: everybody of the roster, and every file of the inbox.

    For papers over many people: see `lightly_taken_in`.

    Args:
        paths: workbooks and folders to take instead of the inbox.
        newest: of several different forms of a person the one saved last counts;
            only where the officer says so. Choices that stand in record/ are
            followed whatever is said here.
        keep: is given the bytes of every file that can be read, and their digest.
        tick: is told how many more files were read.

    Raises:
        AccountingError: the sums do not come out; nothing may be published.
        DamagedError: a file under record/ was changed by hand.
    """
    return lightly_taken_in(opened, paths, newest=newest, keep=keep, tick=tick).intake


def taken_in(
    opened: Opened,
    paths: Sequence[Path] | None = None,
    *,
    newest: bool = False,
    keep: Keep | None = None,
    tick: Tick = unheard,
) -> Taken:
    """The same, together with every form as it was appraised."""
    contents, ruled = listed(opened, paths), _ruled(opened)
    return _together(contents, _read(contents, ruled, keep, tick), ruled, newest=newest)


def lightly_taken_in(
    opened: Opened,
    paths: Sequence[Path] | None = None,
    *,
    newest: bool = False,
    keep: Keep | None = None,
    tick: Tick = unheard,
) -> Taken:
    """The same without tables and working of scores, which a round has much of."""
    contents, ruled = listed(opened, paths), replace(_ruled(opened), is_light=True)
    return _together(contents, _read(contents, ruled, keep, tick), ruled, newest=newest)


def _ruled(opened: Opened) -> Ruled:
    known = Known(opened.regulations.values(), opened.forms)
    return Ruled(opened, known, remembered(opened.folder))


def _read(
    contents: Contents, ruled: Ruled, keep: Keep | None, tick: Tick
) -> Iterator[Received]:
    read = partial(_received, ruled=ruled, keep=keep)
    return read_all(contents.files, read, shared=[*ruled.shared()], tick=tick)


def _together(
    contents: Contents, read: Iterable[Received], ruled: Ruled, *, newest: bool
) -> Taken:
    """Everything that was read, held together with the roster."""
    opened = ruled.opened
    received = [*(_passed_over(one) for one in contents.passed_over), *read]
    standing = ruled.remembered.choices
    chosen = newest_of(received, standing) if newest else {}
    found = reconcile(received, opened, {**standing, **chosen})
    account(
        found.intake,
        roster=opened.roster,
        entries=contents.entries(),
        received=received,
    )
    earlier = {one.file for one in found.intake.findings if one.code == EARLIER}
    read_from = tuple(one.path for one in contents.files if one.shown not in earlier)
    findings = (*contents.findings, *found.intake.findings)
    if contents.files and not read_from:
        empty = finding(NO_WORKBOOK, Location(contents.place))
        findings = (empty, *findings)
    return Taken(
        replace(found.intake, findings=findings),
        Outcome(read_from, found.appraisals, findings),
        tuple(chosen.values()),
    )


def listed(opened: Opened, paths: Sequence[Path] | None = None) -> Contents:
    """What stands in the inbox, or under the paths that are named instead."""
    folder = opened.folder
    place = folder.shown(folder.inbox if paths is None else paths[0])
    if paths is None and not folder.inbox.is_dir():
        missing = finding(NO_WORKBOOK, Location(place))
        return Contents(place, (), (), (missing,))
    files, told = gather([folder.inbox] if paths is None else paths, shown=folder.shown)
    passed = [one for one in told if one.code != NO_WORKBOOK]
    empty = [one for one in told if one.code == NO_WORKBOOK]
    return Contents(place, tuple(files), tuple(passed), tuple(empty))


def _passed_over(told: Finding) -> Received:
    return Received(told.file, findings=(told,))


def _received(found: Found, ruled: Ruled, keep: Keep | None) -> Received:
    """One file: read, appraised and compared; its cells are let go."""
    file = unpack(found, ruled.known, keep)
    unfit = {one.sheet: one for one in file.unfit}
    forms = tuple(
        _compared(form, unfit.get(form.filled.sheet), ruled) for form in file.forms
    )
    if ruled.is_light:
        forms = tuple(form.lightly() for form in forms)
    told = {form.typed.sheet for form in forms}
    rest = (one for one in file.unfit if one.sheet not in told)
    return Received(
        file=found.shown,
        sha256=file.sha256,
        saved_at=_saved_at(file),
        forms=forms,
        findings=(*file.findings, *rest),
    )


def _compared(form: Unjudged, unfit: Finding | None, ruled: Ruled) -> Form:
    typed, refusals = parse(form.filled)
    came = Came(typed, form.regulation, (*form.findings, *refusals))
    if unfit is not None:
        came = Came(typed, form.regulation, (unfit,), is_unfit=True)
    return compare(came, ruled.opened, ruled.remembered)


def _saved_at(file: Unpacked) -> int:
    """When a file was saved, in nanoseconds; 0 where the system does not say."""
    try:
        return file.found.path.lstat().st_mtime_ns
    except OSError:
        return 0
