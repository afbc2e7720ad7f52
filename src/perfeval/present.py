"""
The present results of a round: what came back, and the decision that holds over it.

A decision holds while the exact results are those that it was taken on: record/
results.json, to the byte. Otherwise the round counts as undecided again.
"""

from dataclasses import dataclass
from hashlib import sha256

from perfeval.appraise.decided import Decided, apply, lapsed
from perfeval.appraise.ledger import basis
from perfeval.appraise.standing import Intake
from perfeval.findings import Finding, Location, finding
from perfeval.record import decisions
from perfeval.record.seal_digits import digits
from perfeval.rounds.opened import Opened

MOST_NAMED = 5  # people whom the finding names


@dataclass(frozen=True, slots=True)
class Present:
    """
    What papers are made from.

    intake: with every layer that holds. decided: None while undecided.
    seal: the digits that papers carry, None while undecided.
    basis: the digest of the results, to which papers are bound.
    findings: that a decision no longer holds.
    """

    intake: Intake
    decided: Decided | None
    seal: str | None
    basis: str
    findings: tuple[Finding, ...] = ()


def present(opened: Opened, intake: Intake) -> Present:
    """
    The results of a round as they stand now.

    Raises:
        ValueError: a decision in record/ cannot be read.
    """
    folder = opened.folder
    taken = decisions.load(folder)
    if taken is None:
        return _undecided(opened, intake)
    now, results = basis(opened, intake, taken), decisions.results(folder)
    if results is None or sha256(results).hexdigest() != now:
        return _undecided(opened, intake, taken)
    seal = digits(results, opened.round.seal_before)
    return Present(apply(intake, taken), taken, seal, now)


def _undecided(opened: Opened, intake: Intake, taken: Decided | None = None) -> Present:
    told = () if taken is None else (_lapsed(opened, intake, taken),)
    return Present(intake, None, None, basis(opened, intake), told)


def _lapsed(opened: Opened, intake: Intake, taken: Decided) -> Finding:
    """PE617, with the ids whose totals are not those that were decided on."""
    ids = [one.person.employee_id for one in lapsed(intake, taken)]
    more = " …" if len(ids) > MOST_NAMED else ""
    shown = opened.folder.record / decisions.FOLDER / f"{taken.number:03}.json"
    return finding(
        "PE617",
        Location(opened.folder.shown(shown)),
        number=taken.number,
        who_th=", ".join(ids[:MOST_NAMED]) + more or "ข้อมูลของรอบหรือไฟล์แบบประเมิน",
        who_en=", ".join(ids[:MOST_NAMED]) + more or "files of the round",
    )
