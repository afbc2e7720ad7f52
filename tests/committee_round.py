"""A decided-on round by hand: invented people, their totals, their committee."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from evaluations import TAMBON, evaluation, rules
from perfeval.appraise.layers import before_committee
from perfeval.appraise.outcome import Appraisal, State
from perfeval.appraise.score import score
from perfeval.appraise.standing import Intake, PersonState, PersonStatus, Reason
from perfeval.findings import Finding
from perfeval.regulations.load import load
from perfeval.roster import Person, Roster
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.opened import Opened
from perfeval.rounds.schema import Chief, CommitteeMember, Division, RoundFile

OFFICE = "องค์การบริหารส่วนตำบลตัวอย่าง"
CLERKS, TREASURY = "สำนักปลัด", "กองคลัง"
CHIEF = Chief(name="นายประมุข ตัวอย่างนำ", position="นายกองค์การบริหารส่วนตำบลตัวอย่าง")
COMMITTEE = (
    CommitteeMember(name="นายเที่ยง ตัวอย่างธรรม", position="ปลัด", role="chair"),
    CommitteeMember(name="นางกลาง ตัวอย่างดี", position="ผอ.กองคลัง", role="member"),
    CommitteeMember(
        name="นางสาวจด ตัวอย่างถ้วน",
        position="นักทรัพยากรบุคคล",
        role="member_secretary",
    ),
)
WEIGHT = Fraction(100)


def member(name: str, role: str) -> CommitteeMember:
    """Somebody of the committee."""
    return CommitteeMember(name=name, position="ตำแหน่ง", role=role)


def person(employee_id: str, **more: Any) -> Person:
    """Somebody of the roster."""
    given = {
        "name": f"ตัวอย่าง {employee_id}",
        "prefix": "นาย",
        "position": "นักวิชาการ",
        "division": CLERKS,
        "staff_group": "official",
    }
    return Person(employee_id, **(given | more))


def opened(
    *people: Person,
    folder: Path = Path("round"),
    committee: Iterable[CommitteeMember] = COMMITTEE,
    regulations: dict[str, str] | None = None,
) -> Opened:
    """A round of these people."""
    laws = regulations or {"official": TAMBON}
    file = RoundFile(
        organisation=OFFICE,
        year=2568,
        round=1,
        regulations=laws,
        divisions=(Division(name=CLERKS), Division(name=TREASURY)),
        chief=CHIEF,
        committee=tuple(committee),
    )
    roster = Roster("roster.xlsx", "บัญชีรายชื่อ", "1" * 64, people)
    loaded = {group: load(law) for group, law in laws.items()}
    return Opened(RoundFolder(folder), file, "0" * 64, loaded, roster)


def ranked(
    whom: Person, level: float = 4, *, regulation: str = TAMBON, **typed: Any
) -> PersonStatus:
    """Somebody with one level everywhere: 4 is 80 points, 4.5 is 90."""
    probation = typed.pop("probation", None)
    rows = evaluation([{"weight": 100, "level": level}], [level], probation=probation)
    about = {"employee_id": whom.employee_id, "name": whom.full_name}
    filled = rows.model_copy(update=about | typed)
    result = score(filled, rules(regulation))
    appraisal = Appraisal(filled, State.SCORED, (), result)
    return PersonStatus(
        whom,
        PersonState.RANKED,
        appraisal=appraisal,
        final=before_committee(result),
        files=(f"inbox/{whom.employee_id}.xlsx",),
    )


def without(whom: Person, state: PersonState, why: str = "เหตุ") -> PersonStatus:
    """Somebody without a rank."""
    return PersonStatus(whom, state, Reason(why, "reason"))


def excluded(status: PersonStatus, why: str = "เหตุ") -> PersonStatus:
    """Somebody with a result that is not ranked."""
    return replace(status, state=PersonState.EXCLUDED, reason=Reason(why, "reason"))


def intake(*people: PersonStatus, findings: Iterable[Finding] = ()) -> Intake:
    """What a round holds."""
    return Intake(people, (), tuple(findings))


MARCH_2 = date(2025, 3, 2)
