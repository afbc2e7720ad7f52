"""A round with its people, built by hand: each with the exact total that is asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from evaluations import TAMBON, evaluation, rules
from perfeval.appraise.layers import Decision, final
from perfeval.appraise.outcome import Appraisal, State
from perfeval.appraise.score import score
from perfeval.appraise.standing import PersonState, PersonStatus
from perfeval.model import Development
from perfeval.roster import Person
from perfeval.rounds.schema import Chief, Division, RoundFile

OFFICE = "องค์การบริหารส่วนตำบลตัวอย่าง"
DIVISIONS = ("สำนักปลัด", "กองคลัง", "กองช่าง")
POINTS_OF_A_LEVEL = 20
ROUND = RoundFile(
    organisation=OFFICE,
    year=2568,
    round=1,
    announce_on=date(2025, 4, 30),
    regulations={"official": TAMBON},
    divisions=tuple(Division(name=name) for name in DIVISIONS),
    chief=Chief(name="นายสมมติ ตั้งใจดี", position=f"นายก{OFFICE}"),
)


def person(number: int = 1, **known: Any) -> Person:
    """Somebody of the roster."""
    given = {
        "employee_id": f"TT-{number:04d}",
        "prefix": "นางสาว",
        "name": f"ทดสอบ{'กขคงจฉชซญฐ'[number % 10]} ตัวอย่างที่{number}",
        "position": "นักวิชาการศึกษา",
        "position_type": "วิชาการ",
        "position_level": "ชำนาญการ",
        "division": DIVISIONS[0],
        "staff_group": "official",
    }
    return Person(**{**given, **known})


def typed(total: str, regulation: str = TAMBON, **known: Any) -> Appraisal:
    """A form that scores exactly so many points: every level is a twentieth."""
    level = Decimal(total) / POINTS_OF_A_LEVEL
    rows = evaluation(
        [{"weight": 60, "level": level}, {"weight": 40, "level": level}], [level] * 5
    )
    rows = rows.model_copy(
        update={
            "evaluator_name": "นางหัวหน้า ยุติธรรม",
            "evaluator_position": "ผู้อำนวยการกองคลัง",
            **known,
        }
    )
    return Appraisal(rows, State.SCORED, (), score(rows, rules(regulation)))


def ranked(
    who: Person,
    total: str,
    *,
    regulation: str = TAMBON,
    decision: Decision | None = None,
    form: dict[str, Any] | None = None,
) -> PersonStatus:
    """Somebody whose form counts, with every layer of the result."""
    appraisal = typed(total, regulation, **(form or {}))
    assert appraisal.result is not None
    assert appraisal.result.total == Fraction(total)
    return PersonStatus(
        who,
        PersonState.RANKED,
        appraisal=appraisal,
        final=final(appraisal.result, decision),
    )


def decided(who: Person, before: str, **said: Any) -> Decision:
    """What committee and chief said of somebody."""
    figures = {
        key: Fraction(value) if key.endswith("total") else value
        for key, value in said.items()
    }
    return Decision(who.employee_id, Fraction(before), **figures)


def as_state(status: PersonStatus, state: PersonState) -> PersonStatus:
    """The same person in another state."""
    return replace(status, state=state)


def plan(*needs: str) -> Sequence[Development]:
    """Lines of a development plan."""
    return tuple(
        Development(at={}, need=need, method="อบรม", period="ไตรมาสที่ 3")
        for need in needs
    )
