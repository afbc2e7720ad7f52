"""What every proposal of raises has, however its regulation raises."""

from perfeval.appraise.raises import Raises
from perfeval.appraise.rate_raises import RateRaises
from perfeval.appraise.step_raises import StepRaises
from perfeval.book import Signature, Signatures
from perfeval.roster import Person
from perfeval.rounds.schema import RoundFile

SIGNERS = ("ผู้จัดทำ", "ผู้ตรวจสอบ")


def signing(the_round: RoundFile) -> Signatures:
    """Who made it, who checked it, who orders the raise."""
    chief = the_round.chief
    name = chief.name if chief.is_named else ""
    lines = [Signature(role) for role in SIGNERS]
    return Signatures((*lines, Signature("", name, chief.position, dated=True)))


def identity(
    raises: Raises | RateRaises | StepRaises, who: Person
) -> dict[str, object]:
    """The keys with which the record of a person begins."""
    return {
        "staff_group": raises.staff_group,
        "regulation": raises.regulation.id,
        "employee_id": who.employee_id,
        "name": who.full_name,
        "position": who.position,
        "position_type": who.position_type,
        "position_level": who.position_level,
        "division": who.division,
    }
