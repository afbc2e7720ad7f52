"""
Holds what committee and chief filled in against the present results.

Every person with a rank is decided on, once, on the total that is the present one.
A blank keeps the layer below; a changed total needs a reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from perfeval import thai
from perfeval.appraise.decided import is_open
from perfeval.appraise.figures import display
from perfeval.appraise.layers import Decision, Layer, before_committee
from perfeval.appraise.lines import WHOLE
from perfeval.appraise.own_figures import FLOAT_NOISE
from perfeval.appraise.standing import Intake, PersonState, PersonStatus
from perfeval.entries import plain
from perfeval.findings import Finding, Location, finding
from perfeval.regulations.schema import Band
from perfeval.rounds.opinions import OpinionRow, Opinions

# What a workbook keeps of an exact total: 15 digits and more.
KEPT = FLOAT_NOISE * FLOAT_NOISE  # points
MISMATCHES = ("PE608", "PE609", "PE610", "PE611")  # nothing at all is taken
SAID = (
    (Layer.COMMITTEE, "committee_total", "committee_reason"),
    (Layer.CHIEF, "chief_total", "chief_reason"),
)
LAYERS = {
    Layer.COMMITTEE: ("คณะกรรมการกลั่นกรอง", "committee"),
    Layer.CHIEF: ("ผู้มีอำนาจพิจารณา", "chief"),
}
STATES = {
    PersonState.RANKED: ("ไม่มีคะแนน", "no result"),
    PersonState.HELD: ("แบบประเมินรอแก้ไข", "held"),
    PersonState.MISSING: ("ยังไม่ส่งแบบประเมิน", "missing"),
    PersonState.EXCLUDED: ("ไม่จัดลำดับ", "excluded"),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """One decision for everybody with a rank, as far as nothing is wrong."""

    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...]

    @property
    def is_stale(self) -> bool:
        """True where the workbook is not about the present results."""
        return any(one.code in MISMATCHES for one in self.findings)


def judge(opinions: Opinions, intake: Intake, where: Location) -> Judged:
    """
    The decisions of a summary workbook, and everything that is wrong with them.

    Args:
        where: the workbook, for what stands in none of its cells.
    """
    people = {one.person.key: one for one in intake.people}
    found: list[Finding] = []
    decisions: dict[str, Decision] = {}
    rows: dict[str, OpinionRow] = {}
    for row in opinions.rows:
        status = people.get(thai.id_key(row.employee_id or ""))
        told = list(_identity(row, status, rows))
        found += told
        if status is None or told:
            continue
        rows[status.person.key] = row
        found += _row(row, status)
        if is_open(status) and status.result is not None:
            total = before_committee(status.result).total
            decisions[status.person.key] = _decision(row, status, total)
    found += _absent(intake, rows, where)
    return Judged(tuple(decisions.values()), tuple(found))


def _identity(
    row: OpinionRow, status: PersonStatus | None, rows: Mapping[str, OpinionRow]
) -> Iterator[Finding]:
    """Whom a row is about: somebody of the roster, and nobody twice."""
    where = row.where("employee_id")
    if row.employee_id is None:
        yield finding("PE608", where, found="")
    elif status is None:
        yield finding("PE608", where, found=row.employee_id)
    elif status.person.key in rows:
        yield finding("PE609", where, found=row.employee_id)


def _row(row: OpinionRow, status: PersonStatus) -> Iterator[Finding]:
    """One row of somebody of the roster."""
    result = status.result
    total = before_committee(result).total if result else None
    if "total" not in row.refused and not _is_present(row.total, total):
        yield finding(
            "PE611",
            row.where("total"),
            found="–" if row.total is None else plain(row.total),
            present="–"
            if result is None or total is None
            else display(total, result.regulation.bands),
        )
        return
    if not is_open(status) or result is None or total is None:
        yield from _not_open(row, status)
        return
    yield from _layers(row, total, result.regulation.bands)


def _is_present(shown: Decimal | None, total: Fraction | None) -> bool:
    if shown is None or total is None:
        return shown is None and total is None
    return abs(Fraction(shown) - total) <= KEPT


def _not_open(row: OpinionRow, status: PersonStatus) -> Iterator[Finding]:
    """Nothing may be decided on a person without a rank."""
    keys = [key for _, *pair in SAID for key in pair if not row.is_blank(key)]
    if keys:
        th, en = STATES[status.state]
        yield finding(
            "PE612",
            row.where(keys[0]),
            cells=[row.at[key] for key in keys],
            name=status.person.full_name,
            state_th=th,
            state_en=en,
        )


def _layers(
    row: OpinionRow, below: Fraction, bands: tuple[Band, ...]
) -> Iterator[Finding]:
    """Committee, then chief, each held against the layer below."""
    for layer, key, reason in SAID:
        th, en = LAYERS[layer]
        typed: Decimal | None = getattr(row, key)
        facts = {"before": display(below, bands), "layer_th": th, "layer_en": en}
        if typed is None:
            if key not in row.refused and not row.is_blank(reason):
                yield finding("PE616", row.where(reason), **facts)
            continue
        shown = plain(typed)
        if not 0 <= typed <= WHOLE:
            yield finding("PE607", row.where(key), found=shown, whole=WHOLE, **facts)
            continue
        if not _is_present(typed, below) and row.is_blank(reason):
            yield finding("PE606", row.where(reason), found=shown, **facts)
        below = Fraction(typed)


def _decision(row: OpinionRow, status: PersonStatus, total: Fraction) -> Decision:
    return Decision(
        employee_id=status.person.employee_id,
        basis=total,
        committee_total=_exact(row.committee_total),
        committee_reason=row.committee_reason,
        chief_total=_exact(row.chief_total),
        chief_reason=row.chief_reason,
    )


def _exact(typed: Decimal | None) -> Fraction | None:
    return None if typed is None else Fraction(typed)


def _absent(
    intake: Intake, rows: Mapping[str, OpinionRow], where: Location
) -> Iterator[Finding]:
    """Everybody with a rank has a row."""
    for status in intake.people:
        person = status.person
        if is_open(status) and person.key not in rows:
            place = Location(where.file, where.sheet, None, person.employee_id)
            yield finding(
                "PE610", place, found=person.employee_id, name=person.full_name
            )


def judge_closing(
    opinions: Opinions, where: Location, labels: Sequence[tuple[str, str]]
) -> Iterator[Finding]:
    """
    Both cells that say the round is decided are filled.

    Args:
        labels: key and label of each.
    """
    closing = opinions.closing
    for key, label in labels:
        if closing is None or key not in closing.at:
            yield finding("PE618", where, expected=label)
        elif closing.is_blank(key):
            yield finding("PE613", closing.where(key), label=label)
