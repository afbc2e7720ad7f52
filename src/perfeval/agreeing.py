"""
Forms handed in as agreements: read, held against roster and record, recorded.

The file side of `appraise.agreeing`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from perfeval.appraise.agreed import Agreement
from perfeval.appraise.agreeing import Settled, Took, settle
from perfeval.appraise.compare import Came, compare
from perfeval.appraise.received import Form
from perfeval.appraise.remembered import Remembered
from perfeval.batch import Form as Unjudged
from perfeval.batch import Known, Outcome, Unpacked, unpacked
from perfeval.choices import Stage
from perfeval.findings import Finding, in_order
from perfeval.inbox import Keep, listed
from perfeval.parse import parse
from perfeval.record import agreements, receipts
from perfeval.record.receipts import Receipt
from perfeval.record.remembering import remembered
from perfeval.roster import Person
from perfeval.rounds.opened import Opened


@dataclass(frozen=True, slots=True)
class Handed:
    """
    Everything that was handed in.

    settled: every form of a known person, in the order of file and sheet.
    versions: by `Person.key`, of everybody whose agreement is new or changed.
    received: a receipt of every file, but for those that hold an evaluation: they are
        taken in at the end of the round.
    """

    outcome: Outcome
    settled: tuple[Settled, ...]
    versions: Mapping[str, tuple[Agreement, ...]]
    received: tuple[Receipt, ...]


def take(
    opened: Opened,
    paths: Sequence[Path] | None,
    *,
    today: date,
    keep: Keep | None = None,
) -> Handed:
    """
    What the inbox or some named workbooks hold of agreements; nothing is recorded.

    Args:
        keep: is given the bytes of every file that can be read, and their digest.

    Raises:
        DamagedError: a file under record/ was changed by hand.
    """
    contents = listed(opened, paths)
    known = remembered(opened.folder)
    findings: list[Finding] = [*contents.findings, *contents.passed_over]
    forms: list[Form] = []
    received: list[Receipt] = []
    for file in unpacked(contents.files, Known(opened.regulations.values()), keep):
        findings += (*file.findings, *file.unfit)
        own_forms = [_compared(form, opened, known) for form in file.fit()]
        forms += own_forms
        received += _receipt(file, own_forms, today)
    settled: list[Settled] = [
        Settled(one, Took.REFUSED, one.appraisal.findings)
        for one in forms
        if one.person is None
    ]
    versions = {}
    for person, own in _by_person(forms):
        before = known.agreements.get(person.key, ())
        found, after = settle(own, before, opened.regulation_of(person), today=today)
        settled += found
        if after != before:
            versions[person.key] = after
    order = {id(form): number for number, form in enumerate(forms)}
    settled.sort(key=lambda one: order[id(one.form)])
    findings += [told for one in settled for told in one.findings]
    read_from = tuple(one.path for one in contents.files)
    appraisals = tuple(one.appraisal for one in settled)
    outcome = Outcome(read_from, appraisals, tuple(in_order(findings)))
    return Handed(outcome, tuple(settled), versions, tuple(received))


def keep(opened: Opened, handed: Handed) -> None:
    """
    Record every new version, and what was received; the lock must be held.

    Raises:
        OSError: record/ cannot be written; what was recorded until then stays.
    """
    for key, versions in handed.versions.items():
        person = opened.roster.by_key[key]
        agreements.save(opened.folder, person.employee_id, versions)
    for one in handed.received[:1]:  # all of them, of one day
        receipts.add(opened.folder.record, handed.received, one.first_seen_on)


def _receipt(file: Unpacked, forms: Sequence[Form], today: date) -> Iterator[Receipt]:
    """The receipt of a file; none where it holds an evaluation or cannot be read."""
    if file.sha256 is not None and all(one.typed.is_agreement for one in forms):
        ids = tuple(one.typed.employee_id or "" for one in forms)
        yield Receipt(file.found.shown, file.sha256, today, tuple(filter(None, ids)))


def _by_person(forms: Sequence[Form]) -> list[tuple[Person, list[Form]]]:
    own: dict[str, tuple[Person, list[Form]]] = {}
    for one in forms:
        if one.person is not None:
            own.setdefault(one.person.key, (one.person, []))[1].append(one)
    return [*own.values()]


def _compared(form: Unjudged, opened: Opened, known: Remembered) -> Form:
    typed, refusals = parse(form.filled, as_agreement=True)
    came = Came(typed, form.regulation, (*form.findings, *refusals))
    return compare(came, opened, known, Stage.AGREEMENT)
