"""One person's raise as `explain` shows it: each step with its working and clause."""

from collections.abc import Iterator

from perfeval.appraise.baht import baht
from perfeval.appraise.figures import exact_text, exactly
from perfeval.appraise.pay import Raise
from perfeval.appraise.raises import Raises
from perfeval.reports.explanation import Step
from perfeval.reports.pay_words import baht_of, exactly_told
from perfeval.thai import long_date

WORDS = {
    "th": {
        "salary": "เงินเดือน ณ {day}",
        "roster": "จากบัญชีรายชื่อ",
        "lower": "ฐานในการคำนวณ (ตอนล่าง)",
        "upper": "ฐานในการคำนวณ (ตอนบน)",
        "below": "{salary} ต่ำกว่าจุดแบ่ง {boundary} ในตาราง {table}",
        "above": "{salary} สูงกว่าจุดแบ่ง {boundary} ในตาราง {table}",
        "percent": "ร้อยละที่เลื่อน",
        "set": "กำหนดไว้ในบัญชีเลื่อนเงินเดือน",
        "named": "หลักเกณฑ์กำหนดไว้ค่าเดียวสำหรับระดับนี้",
        "exact": "จำนวนก่อนปัดเศษ",
        "times": "{base} × {percent} ÷ 100",
        "rounded": "ปัดเศษขึ้น",
        "up": "{exact} ปัดขึ้นเป็นทวีคูณของ {step} บาท",
        "even": "{exact} เป็นทวีคูณของ {step} บาทอยู่แล้ว",
        "paid": "เงินเดือนที่เลื่อน",
        "room": "ไม่เกินเพดาน: {ceiling} − {salary}",
        "special": "ค่าตอบแทนพิเศษ",
        "rest": "{exact} − {paid} (จากจำนวนก่อนปัดเศษ)",
        "new": "เงินเดือนใหม่",
        "plus": "{salary} + {paid}",
        "open": "ยังไม่กำหนดร้อยละ",
    },
    "en": {
        "salary": "Salary of {day}",
        "roster": "from the roster",
        "lower": "Base for calculation (lower)",
        "upper": "Base for calculation (upper)",
        "below": "{salary} is below the boundary {boundary} of the table {table}",
        "above": "{salary} is above the boundary {boundary} of the table {table}",
        "percent": "Percent of the base",
        "set": "set in the pay workbook",
        "named": "the only one that the regulation names for the band",
        "exact": "Amount before rounding",
        "times": "{base} × {percent} ÷ 100",
        "rounded": "Rounded up",
        "up": "{exact} rounded up to a multiple of {step} baht",
        "even": "{exact} is a multiple of {step} baht already",
        "paid": "Raise",
        "room": "up to the ceiling: {ceiling} − {salary}",
        "special": "Special pay",
        "rest": "{exact} − {paid}, from the amount before rounding",
        "new": "New salary",
        "plus": "{salary} + {paid}",
        "open": "the percent is not set yet",
    },
}


def steps(raises: Raises, lang: str) -> Iterator[Step]:
    """Of one person: every step that is known, and what keeps the next one."""
    (one,) = raises.proposals
    words, rules = WORDS[lang], raises.rules
    if one.person.salary is not None:
        day = raises.grounds.counted_on
        label = words["salary"].format(day=long_date(day) if lang == "th" else day)
        cell = one.person.at.get("salary")
        salary = exactly(one.person.salary)
        cells = (cell,) if cell else ()
        yield Step(label, words["roster"], salary, cells, rules.pool.clause)
    if one.base is not None and one.row is not None and raises.loaded is not None:
        key = "below" if one.base.half == "lower" else "above"
        told = words[key].format(
            salary=baht_of(one.person.salary),
            boundary=baht_of(one.row.boundary),
            table=raises.loaded.table.id,
        )
        yield Step(words[one.base.half], told, one.base.baht, (), rules.clause)
    if one.amounts is None:
        told = one.reason.told(lang) or words["open"]
        yield Step(words["percent"], told, None, (), rules.limits_clause)
        return
    named = rules.range_of(one.band or "")
    key = "named" if named and named.only is not None else "set"
    clause = named.clause if named else rules.limits_clause
    yield Step(words["percent"], words[key], one.percent, (), clause)
    ceiling = baht_of(one.row.ceiling) if one.row else ""
    yield from _amounts(raises, one.amounts, ceiling, lang)


def _amounts(raises: Raises, came: Raise, ceiling: str, lang: str) -> Iterator[Step]:
    words, rules = WORDS[lang], raises.rules
    exact, salary = exactly_told(came.exact), baht(came.salary)
    rounding, special = rules.rounding, rules.special_pay
    told = words["times"].format(
        base=baht(came.base.baht), percent=exact_text(came.percent)
    )
    yield Step(words["exact"], told, came.exact, (), rules.clause)
    key = "even" if came.rounded == came.exact else "up"
    told = words[key].format(exact=exact, step=rounding.up_to)
    yield Step(words["rounded"], told, came.rounded, (), rounding.clause)
    if came.is_at_ceiling:
        told = words["room"].format(ceiling=ceiling, salary=salary)
        yield Step(words["paid"], told, came.paid, (), special.clause)
        told = words["rest"].format(exact=exact, paid=baht(came.paid))
        yield Step(words["special"], told, came.special, (), special.clause)
    told = words["plus"].format(salary=salary, paid=baht(came.paid))
    yield Step(words["new"], told, came.new_salary, (), "")
