"""The working of a raise in words, and the clauses that it rests on."""

from collections.abc import Iterator
from fractions import Fraction

from perfeval.appraise.baht import baht, exact_baht, with_commas
from perfeval.appraise.figures import exact_text
from perfeval.appraise.pay import Raise
from perfeval.appraise.pay_people import Proposal
from perfeval.appraise.raises import Raises

HALVES = {"lower": "ฐานตอนล่าง", "upper": "ฐานตอนบน"}
UNSET = "ยังไม่กำหนดร้อยละ"


def working(raises: Raises, one: Proposal) -> str:
    """How the amounts of one person came about, or why there are none."""
    if one.amounts is not None and one.row is not None:
        ceiling = baht_of(one.row.ceiling)
        return "; ".join(_steps(one.amounts, ceiling))
    if one.reason.th:
        return one.reason.th
    if one.base is not None:
        return f"{HALVES[one.base.half]}; {UNSET}"
    return UNSET


def _steps(came: Raise, ceiling: str) -> Iterator[str]:
    half, base = HALVES[came.base.half], baht(came.base.baht)
    percent, exact = exact_text(came.percent), exactly_told(came.exact)
    rounded = "" if came.rounded == came.exact else f" ปัดขึ้น {baht(came.rounded)}"
    yield f"{half} {base} × {percent}% = {exact}{rounded}"
    if came.is_at_ceiling:
        yield f"เพดาน {ceiling}: เลื่อน {baht(came.paid)}"
        yield f"พิเศษ {exact} − {baht(came.paid)} = {exactly_told(came.special)}"


def exactly_told(amount: Fraction) -> str:
    """An amount with every decimal place that it has."""
    return with_commas(exact_baht(amount)) if amount.denominator != 1 else baht(amount)


def baht_of(amount: object) -> str:
    """A figure of a table as papers print it."""
    return f"{amount:,}"


def clauses(raises: Raises) -> Iterator[str]:
    """Which clauses the columns rest on, in one line."""
    rules = raises.rules
    told = (
        ("ฐานและร้อยละ", rules.clause),
        ("ร้อยละสูงสุดและต่ำสุด", rules.limits_clause),
        ("ร้อยละของแต่ละระดับ", rules.ranges[0].clause),
        ("การปัดเศษ", rules.rounding.clause),
        ("เพดานและค่าตอบแทนพิเศษ", rules.special_pay.clause),
    )
    yield "ข้อที่ใช้: " + " · ".join(f"{name}: {clause}" for name, clause in told)
