"""
Who of the contract staff may be raised, and by how much under the office's own rates.

The regulation gives no rate. Leave above its limit may still be allowed by the
committee, which is never a yes; a habit of lateness is named and decides nothing.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from perfeval.appraise.attendance import Attended, LateStatus, LeaveStatus
from perfeval.appraise.decided import is_open
from perfeval.appraise.figures import exactly
from perfeval.appraise.pay import HUNDRED, rounded_up
from perfeval.appraise.pay_people import why_no_result
from perfeval.appraise.standing import PersonStatus, Reason
from perfeval.entries import plain
from perfeval.regulations.pay import RatePay
from perfeval.regulations.rate_tables import Rate, RateTable
from perfeval.roster import Person


class Eligibility(StrEnum):
    """What result and attendance mean for a person's raise."""

    ELIGIBLE = "eligible"
    COMMITTEE_MAY_ALLOW = "committee_may_allow"
    NOT_ELIGIBLE = "not_eligible"
    UNKNOWN = "unknown"  # leave or lateness is not known
    NO_RESULT = "no_result"


@dataclass(frozen=True, slots=True)
class Because:
    """One reason with its clause; empty where none rules it."""

    reason: Reason
    clause: str = ""


@dataclass(frozen=True, slots=True)
class RateProposal:
    """
    One person's raise under the office's rates; amounts in baht, exact.

    rate: of the band, None where the office names none. amount: the raise if it
    is given; None where it is not known. attended: None without such a rule.
    """

    status: PersonStatus
    eligibility: Eligibility
    because: tuple[Because, ...]
    attended: Attended | None = None
    rate: Rate | None = None
    amount: Fraction | None = None

    @property
    def person(self) -> Person:
        """Whose raise it is."""
        return self.status.person

    @property
    def proposed(self) -> Fraction | None:
        """The amount that is proposed: only for who is eligible."""
        is_eligible = self.eligibility is Eligibility.ELIGIBLE
        return self.amount if is_eligible else None

    @property
    def lacks_pay(self) -> bool:
        """True where the amount waits for the present pay."""
        is_percent = self.rate is not None and self.rate.percent is not None
        return is_percent and self.person.salary is None


def propose_rate(
    status: PersonStatus,
    rules: RatePay,
    attended: Attended | None,
    table: RateTable | None,
) -> RateProposal:
    """
    The proposal for one person.

    Args:
        attended: leave and lateness; None where the regulation does not limit them.
        table: the office's rates on the day; None where it supplies none.
    """
    if not is_open(status) or status.final is None:
        why = (Because(why_no_result(status)),)
        return RateProposal(status, Eligibility.NO_RESULT, why, attended)
    band = status.final.band
    group = status.person.staff_group
    rate = table.rate_of(band.key, group) if table else None
    because = [Because(Reason(f"ผลระดับ{band.label}", f"band {band.key}"), band.clause)]
    eligibility = Eligibility.ELIGIBLE
    if band.key in rules.not_raised:
        eligibility = Eligibility.NOT_ELIGIBLE
        because.append(Because(NOT_RAISED, rules.clause))
    if attended is not None:
        found, told = _by_attendance(attended)
        because += told
        if eligibility is Eligibility.ELIGIBLE:
            eligibility = found
    amount = _amount(status.person, rate, table)
    return RateProposal(status, eligibility, tuple(because), attended, rate, amount)


NOT_RAISED = Reason("ระดับนี้ไม่ได้เลื่อน", "this band is not raised")
UNKNOWN_LEAVE = Reason("ยังไม่ทราบการลา", "leave is not known")
UNKNOWN_LATE = Reason("ยังไม่ทราบการมาสาย", "lateness is not known")
LEAVE = {
    LeaveStatus.OK: Reason("ไม่เกินกำหนด", "within the limit"),
    LeaveStatus.COMMITTEE_MAY_ALLOW: Reason(
        "เกินจำนวนครั้ง คณะกรรมการอาจพิจารณาให้เลื่อนได้",
        "above the limit; the committee may allow it",
    ),
    LeaveStatus.NOT_ELIGIBLE: Reason("เกินกำหนด", "above the limit"),
}
ELIGIBLE = {
    LeaveStatus.OK: Eligibility.ELIGIBLE,
    LeaveStatus.COMMITTEE_MAY_ALLOW: Eligibility.COMMITTEE_MAY_ALLOW,
    LeaveStatus.NOT_ELIGIBLE: Eligibility.NOT_ELIGIBLE,
}


def _by_attendance(attended: Attended) -> tuple[Eligibility, list[Because]]:
    """What leave means, and what is told of leave and lateness."""
    told: list[Because] = []
    leave = attended.leave_status
    if leave is None:
        told.append(Because(UNKNOWN_LEAVE, attended.leave_clause or ""))
    elif attended.leave is not None:
        times, days = attended.leave.times, plain(attended.leave.days)
        meant = LEAVE[leave]
        why = Reason(
            f"ลา {times} ครั้ง {days} วัน {meant.th}",
            f"leave {times} times, {days} days: {meant.en}",
        )
        told.append(Because(why, attended.leave_clause or ""))
    late = attended.late_status
    if late is None:
        told.append(Because(UNKNOWN_LATE, attended.late_clause or ""))
    elif late is LateStatus.HABITUALLY_LATE:
        times = attended.late_times or 0
        why = Reason(
            f"มาสาย {times} ครั้ง ถือว่ามาสายเป็นประจำ", f"late {times} times, a habit"
        )
        told.append(Because(why, attended.late_clause or ""))
    if leave is None or late is None:
        return _unless_refused(leave), told
    return ELIGIBLE[leave], told


def _unless_refused(leave: LeaveStatus | None) -> Eligibility:
    """What is not known cannot mend a leave that is above its limit."""
    if leave is LeaveStatus.NOT_ELIGIBLE:
        return Eligibility.NOT_ELIGIBLE
    return Eligibility.UNKNOWN


def _amount(
    person: Person, rate: Rate | None, table: RateTable | None
) -> Fraction | None:
    """The raise of a rate in baht: exact, but for the office's own rounding."""
    if rate is None or table is None:
        return None
    if rate.baht is not None:
        return exactly(rate.baht)
    if rate.percent is None or person.salary is None:
        return None
    exact = exactly(person.salary) * exactly(rate.percent) / HUNDRED
    if table.round_up_to is None:
        return exact
    return rounded_up(exact, exactly(table.round_up_to))
