"""
The proposal of raises by steps: who proposes what, and how it fits the quota.

The step that is given stays blank for a hand: committee and chief decide it.
"""

from collections.abc import Iterator

from perfeval.appraise.baht import baht, exact_baht
from perfeval.appraise.figures import exact_text, exactly
from perfeval.appraise.pay_steps import StepProposal, StepState
from perfeval.appraise.step_raises import StepRaises
from perfeval.book import (
    Book,
    Column,
    Figure,
    Page,
    Row,
    Table,
    Value,
    Words,
)
from perfeval.grid import MARK
from perfeval.reports import period
from perfeval.reports.explanation import Step
from perfeval.reports.raise_parts import identity, signing
from perfeval.reports.round_words import foot

TITLE = "บัญชีเสนอเลื่อนขั้นเงินเดือน{label}"
COLUMNS = (
    Column("rank", "ลำดับ", 7, "centre"),
    Column("employee_id", "รหัสพนักงาน", 11),
    Column("name", "ชื่อ–สกุล", 22),
    Column("position", "ตำแหน่ง", 22),
    Column("level", "ประเภทและระดับ", 15),
    Column("division", "สังกัด", 15),
    Column("total", "คะแนน", 9, "figure"),
    Column("band", "ระดับผล", 13, "centre"),
    Column("before", "ผลรอบที่ 1", 13, "centre"),
    Column("salary", "เงินเดือน", 10, "figure"),
    Column("step", "ขั้น\nที่เสนอ", 8, "centre"),
    Column("given", "ขั้น\nที่ให้เลื่อน", 9, "centre"),
    Column("reasons", "ผู้เสนอ เหตุผล และข้อ", 46),
)
COUNTS = (
    Column("proposal", "ข้อเสนอ", 40),
    Column("people", "เสนอ (คน)", 12, "centre"),
    Column("quota", "โควตา (คน)", 12, "centre"),
    Column("over", "เกิน (คน)", 12, "centre"),
)
LAYERS = {
    "evaluator": "ผู้ประเมิน",
    "next_supervisor": "ผู้บังคับบัญชาเหนือขึ้นไป",
    "next_supervisor_2": "ผู้บังคับบัญชาเหนือขึ้นไปอีกชั้น",
}


def build(raises: StepRaises, *, seal: str | None, code: str) -> Book:
    """
    The workbook.

    Args:
        seal: the printed digits of the decided results; None makes it a draft.
        code: by which the workbook says what it is.
    """
    the_round = raises.opened.round
    page = Page(
        title="เลื่อนขั้นเงินเดือน",
        heading=(
            TITLE.format(label=raises.label),
            the_round.organisation,
            period.turn(the_round) + period.span(the_round, raises.regulation),
        ),
        blocks=(
            Table(COLUMNS, tuple(_rows(raises))),
            Table(COUNTS, tuple(_counts(raises)), title="จำนวนที่เสนอเทียบกับโควตา"),
            Words(tuple(_remarks(raises))),
            signing(the_round),
        ),
        foot=foot(raises.opened, (raises.regulation,), seal),
        draft=seal is None,
    )
    return Book((page,), {MARK: code})


def _rows(raises: StepRaises) -> Iterator[Row]:
    labels = {band.key: band.label for band in raises.regulation.bands}
    for one in raises.proposals:
        person, final = one.person, one.status.final
        salary = None if person.salary is None else exactly(person.salary)
        known: tuple[Value, ...] = (
            raises.ranks.get(person.key),
            person.employee_id,
            person.full_name,
            person.position,
            " ".join(filter(None, (person.position_type, person.position_level))),
            person.division,
            Figure(final.printed, final.total) if final else None,
            final.band.label if final else None,
            labels.get(one.before or ""),
            Figure(baht(salary), salary) if salary is not None else None,
            exact_text(exactly(one.chosen.step)) if one.chosen else None,
            None,
            "; ".join(_reasons(one, labels)),
        )
        yield known


def _reasons(one: StepProposal, labels: dict[str, str]) -> Iterator[str]:
    for said in one.said:
        clause = said.proposal.reason_clause or said.proposal.clause
        reason = f": {said.reason}" if said.reason else ""
        yield f"{LAYERS[said.layer.value]} {said.proposal.label}{reason} [{clause}]"
    if one.state is StepState.UNSUPPORTED:
        before = labels.get(one.before or "", "ไม่มีในบันทึก")
        yield f"ยังเสนอไม่ได้: ผลรอบที่ 1 ที่ผนึกไว้ {before}"
    elif one.state is StepState.OPEN:
        yield "ไม่มีข้อเสนอในแบบประเมิน"
    elif one.state is StepState.NO_RESULT:
        yield one.reason.th
    elif not one.fits:
        yield "ข้อเสนอไม่ใช่ของระดับผลหลังการพิจารณา"


def _counts(raises: StepRaises) -> Iterator[Row]:
    for one in raises.counts:
        over = None if one.quota is None else one.over
        yield one.label, one.people, one.quota, over


def _remarks(raises: StepRaises) -> Iterator[str]:
    if any(one.quota is None for one in raises.counts):
        yield "ช่องโควตาที่ว่าง: หน่วยงานไม่ได้กำหนดไว้ใน round.toml ([pay.quota])"
    yield "ขั้นที่ให้เลื่อนเป็นอำนาจของผู้มีอำนาจ หลังการพิจารณาของคณะกรรมการ"


def steps(raises: StepRaises, lang: str) -> Iterator[Step]:
    """Of one person: what each layer proposed and why, and the step that holds."""
    (one,) = raises.proposals
    words = WORDS[lang]
    for said in one.said:
        clause = said.proposal.reason_clause or said.proposal.clause
        told = ": ".join(filter(None, (said.proposal.label, said.reason)))
        who = LAYERS[said.layer.value] if lang == "th" else said.layer.value
        yield Step(who, told, exactly(said.proposal.step), (), clause)
    if one.before is not None:
        labels = {band.key: band.label for band in raises.regulation.bands}
        then = labels.get(one.before, one.before)
        yield Step(words["before"], then, None, (), "")
    told = one.reason.told(lang) or words[one.state.value]
    value = exactly(one.chosen.step) if one.chosen else None
    yield Step(words["holds"], told, value, (), "")


WORDS = {
    "th": {
        "before": "ผลรอบที่ 1 ตามบันทึกที่ผนึก",
        "holds": "ขั้นที่เสนอ",
        "proposed": "ข้อเสนอสุดท้าย",
        "open": "ไม่มีข้อเสนอในแบบประเมิน",
        "unsupported": "ยังเสนอไม่ได้ เพราะบันทึกของรอบที่ 1 ไม่รองรับ",
        "no_result": "ไม่มีผลการประเมิน",
    },
    "en": {
        "before": "Result of round 1, by its sealed record",
        "holds": "Step proposed",
        "proposed": "the last proposal",
        "open": "the form proposes nothing",
        "unsupported": "cannot stand: the record of round 1 does not bear it out",
        "no_result": "no result",
    },
}


def as_json(raises: StepRaises) -> Iterator[dict[str, object]]:
    """A record a person, in the order of the paper."""
    for one in raises.proposals:
        who, final, chosen = one.person, one.status.final, one.chosen
        salary = None if who.salary is None else exactly(who.salary)
        yield {
            **identity(raises, who),
            "rank": raises.ranks.get(who.key),
            "total": exact_text(final.total) if final else None,
            "band": final.band.key if final else None,
            "band_before": one.before,
            "state": one.state.value,
            "reason": one.reason.th or None,
            "proposal": chosen.key if chosen else None,
            "step": exact_text(exactly(chosen.step)) if chosen else None,
            "fits_band": one.fits,
            "said": [
                {
                    "layer": said.layer.value,
                    "proposal": said.proposal.key,
                    "step": exact_text(exactly(said.proposal.step)),
                    "reason": said.reason,
                    "clause": said.proposal.reason_clause or said.proposal.clause,
                }
                for said in one.said
            ],
            "salary": None if salary is None else exact_baht(salary),
        }


def quotas(raises: StepRaises) -> Iterator[dict[str, object]]:
    """How many people each proposal counts, against its quota."""
    for one in raises.counts:
        yield {
            "staff_group": raises.staff_group,
            "proposal": one.key,
            "people": one.people,
            "quota": one.quota,
            "over": one.over,
        }
