"""
The proposal of raises of contract staff, in the order of their totals.

Amounts are those of the office's own rates; without them the cells stay blank for a
hand, since the regulation names none.
"""

from collections.abc import Iterator

from perfeval.appraise.baht import baht, exact_baht
from perfeval.appraise.figures import exact_text, exactly
from perfeval.appraise.pay_rates import Eligibility, RateProposal
from perfeval.appraise.rate_raises import RateRaises
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
from perfeval.entries import plain
from perfeval.grid import MARK
from perfeval.reports import period
from perfeval.reports.explanation import Step
from perfeval.reports.raise_parts import identity, signing
from perfeval.reports.round_words import foot

TITLE = "บัญชีเสนอเลื่อนค่าตอบแทน{label} เรียงตามลำดับคะแนน"
ELIGIBLE = {
    Eligibility.ELIGIBLE: "เสนอพิจารณาเลื่อน",
    Eligibility.COMMITTEE_MAY_ALLOW: "คณะกรรมการอาจพิจารณา",
    Eligibility.NOT_ELIGIBLE: "ไม่อยู่ในเกณฑ์เลื่อน",
    Eligibility.UNKNOWN: "ยังไม่ทราบการลาหรือสาย",
    Eligibility.NO_RESULT: "ไม่มีผลการประเมิน",
}
COLUMNS = (
    Column("rank", "ลำดับ", 7, "centre"),
    Column("employee_id", "รหัสพนักงาน", 11),
    Column("name", "ชื่อ–สกุล", 22),
    Column("position", "ตำแหน่ง", 22),
    Column("division", "สังกัด", 16),
    Column("total", "คะแนน", 9, "figure"),
    Column("band", "ระดับผล", 11, "centre"),
    Column("leave", "ลา\n(ครั้ง/วัน)", 10, "centre"),
    Column("late", "สาย\n(ครั้ง)", 8, "centre"),
    Column("eligibility", "การพิจารณา", 17),
    Column("salary", "ค่าตอบแทน\nปัจจุบัน", 11, "figure"),
    Column("rate", "อัตรา", 10, "centre"),
    Column("raise", "เลื่อน", 10, "figure"),
    Column("new_salary", "ค่าตอบแทน\nใหม่", 11, "figure"),
    Column("reasons", "เหตุผล [ข้อ]", 38),
)


def build(raises: RateRaises, *, seal: str | None, code: str) -> Book:
    """
    The workbook.

    Args:
        seal: the printed digits of the decided results; None makes it a draft.
        code: by which the workbook says what it is.
    """
    the_round = raises.opened.round
    page = Page(
        title="เลื่อนค่าตอบแทน",
        heading=(
            TITLE.format(label=raises.label),
            the_round.organisation,
            period.turn(the_round) + period.span(the_round, raises.regulation),
        ),
        blocks=(
            Table(COLUMNS, tuple(_rows(raises))),
            Words(tuple(_remarks(raises))),
            signing(the_round),
        ),
        foot=foot(raises.opened, (raises.regulation,), seal),
        draft=seal is None,
    )
    return Book((page,), {MARK: code})


def _rows(raises: RateRaises) -> Iterator[Row]:
    for one in raises.proposals:
        person, final = one.person, one.status.final
        salary = None if person.salary is None else exactly(person.salary)
        amount = one.proposed
        known: tuple[Value, ...] = (
            raises.ranks.get(person.key),
            person.employee_id,
            person.full_name,
            person.position,
            person.division,
            Figure(final.printed, final.total) if final else None,
            final.band.label if final else None,
            _leave(one),
            one.attended.late_times if one.attended else None,
            ELIGIBLE[one.eligibility],
            Figure(baht(salary), salary) if salary is not None else None,
            _rate(one),
            Figure(baht(amount), amount) if amount is not None else None,
            Figure(baht(salary + amount), salary + amount)
            if salary is not None and amount is not None
            else None,
            "; ".join(_reasons(one)),
        )
        yield known


def _leave(one: RateProposal) -> str | None:
    found = one.attended.leave if one.attended else None
    return f"{found.times}/{plain(found.days)}" if found else None


def _rate(one: RateProposal) -> str | None:
    if one.rate is None:
        return None
    if one.rate.percent is not None:
        return f"{plain(one.rate.percent)}%"
    return baht(exactly(one.rate.baht or 0))


def _reasons(one: RateProposal) -> Iterator[str]:
    for because in one.because:
        yield because.reason.th + (f" [{because.clause}]" if because.clause else "")
    is_allowed = one.eligibility is Eligibility.COMMITTEE_MAY_ALLOW
    if is_allowed and one.amount is not None:
        yield f"หากให้เลื่อน ได้ {baht(one.amount)} บาท"


def _remarks(raises: RateRaises) -> Iterator[str]:
    yield f"ผลการประเมินใช้ประกอบการเลื่อนค่าตอบแทน [{raises.rules.clause}]"
    if raises.loaded is None:
        yield "หลักเกณฑ์ไม่ได้กำหนดอัตรา ช่องอัตราและจำนวนเงินเว้นไว้ให้ผู้มีอำนาจกำหนด"
        return
    table = raises.loaded.table
    digest = raises.loaded.sha256[:12]
    yield f"อัตรา: {table.title} ({table.id} {digest}) {table.source}"
    if table.round_up_to is not None:
        yield f"เงินที่เลื่อนเป็นร้อยละปัดขึ้นเป็นทวีคูณของ {plain(table.round_up_to)} บาท"


def steps(raises: RateRaises, lang: str) -> Iterator[Step]:
    """Of one person: each reason with its clause, the rate, and what it comes to."""
    (one,) = raises.proposals
    words = WORDS[lang]
    state = ELIGIBLE[one.eligibility] if lang == "th" else one.eligibility.value
    for because in one.because:
        told = because.reason.told(lang)
        yield Step(words["why"], told, None, (), because.clause)
    yield Step(words["state"], state, None, (), raises.rules.clause)
    if one.amount is not None and raises.loaded is not None:
        salary = one.person.salary
        rate = _rate(one) or ""
        told = rate if salary is None else f"{baht(exactly(salary))}: {rate}"
        source = raises.loaded.table.source
        key = "amount" if one.proposed is not None else "allowed"
        yield Step(words[key], told, one.amount, (), source)


WORDS = {
    "th": {
        "why": "เหตุผล",
        "state": "การพิจารณา",
        "amount": "เงินที่เลื่อนตามอัตราของหน่วยงาน",
        "allowed": "เงินที่เลื่อนหากให้เลื่อน",
    },
    "en": {
        "why": "Reason",
        "state": "Eligibility",
        "amount": "Raise at the office's rate",
        "allowed": "Raise, if it is allowed",
    },
}


def as_json(raises: RateRaises) -> Iterator[dict[str, object]]:
    """A record a person, in the order of the paper; amounts in baht."""
    for one in raises.proposals:
        who, amount = one.person, one.proposed
        salary = None if who.salary is None else exactly(who.salary)
        new = None if salary is None or amount is None else salary + amount
        yield {
            **identity(raises, who),
            "rank": raises.ranks.get(who.key),
            "total": exact_text(one.status.final.total) if one.status.final else None,
            "band": one.status.final.band.key if one.status.final else None,
            "state": one.eligibility.value,
            "reason": "; ".join(because.reason.th for because in one.because) or None,
            "clauses": [because.clause for because in one.because if because.clause],
            "salary": None if salary is None else exact_baht(salary),
            "percent": _percent(one),
            "raise": None if amount is None else exact_baht(amount),
            "raise_if_allowed": None if one.amount is None else exact_baht(one.amount),
            "new_salary": None if new is None else exact_baht(new),
        }


def _percent(one: RateProposal) -> str | None:
    if one.rate is None or one.rate.percent is None:
        return None
    return exact_text(exactly(one.rate.percent))
