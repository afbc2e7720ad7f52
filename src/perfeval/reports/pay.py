"""
The proposal of raises of one staff group: the pool, then everybody by division.

Somebody sets the percents in it and has it checked again; all else is locked.
"""

from fractions import Fraction

from perfeval import thai
from perfeval.appraise.baht import baht, baht_and_satang
from perfeval.appraise.check_pay import within_its_range
from perfeval.appraise.figures import exact_text, exactly, fixed
from perfeval.appraise.pay_people import PayState, Proposal
from perfeval.appraise.raises import Raises
from perfeval.book import (
    Book,
    Column,
    Figure,
    Fixed,
    Group,
    Page,
    Row,
    Rule,
    Table,
    Value,
    Words,
)
from perfeval.grid import MARK
from perfeval.reports import period
from perfeval.reports.pay_pool import pool_page
from perfeval.reports.pay_words import clauses, working
from perfeval.reports.raise_parts import signing
from perfeval.reports.round_words import foot

TABLE, END = "pay", "สิ้นสุดรายชื่อ"
TITLE = "บัญชีเสนอเลื่อนเงินเดือน{label}"
CLOSING = (
    "ช่องสีครีมสำหรับกรอกร้อยละที่เลื่อน ช่องว่างหมายถึงยังไม่กำหนด ไม่ใช่ศูนย์ "
    "กรอกแล้วบันทึกไฟล์ และสั่ง perfeval pay ตามด้วยชื่อไฟล์นี้เพื่อคิดเงินและวงเงินใหม่",
)
LISTED = (PayState.PROPOSED, PayState.OPEN, PayState.FAULTY)


def build(raises: Raises, *, seal: str | None, code: str) -> Book:
    """
    The workbook.

    Args:
        seal: the printed digits of the decided results; None makes it a draft.
        code: by which the workbook says what it is.
    """
    small = foot(raises.opened, (raises.regulation,), seal)
    pages: tuple[Page, ...] = (
        pool_page(
            raises, heading(raises, "สรุปวงเงินเลื่อนเงินเดือน"), signing(raises.opened.round)
        ),
        *(_division_page(raises, name) for name in raises.divisions),
    )
    marked = tuple(_finished(page, small, draft=seal is None) for page in pages)
    return Book(marked, {MARK: code})


def _finished(page: Page, small: str, *, draft: bool) -> Page:
    return Page(
        title=page.title,
        heading=page.heading,
        blocks=page.blocks,
        foot=small,
        draft=draft,
    )


def heading(raises: Raises, title: str) -> tuple[str, ...]:
    """Title, office, round and days, as every sheet begins."""
    the_round, grounds = raises.opened.round, raises.grounds
    counted = thai.long_date(grounds.counted_on)
    raised = thai.long_date(grounds.raised_on)
    return (
        title,
        f"{the_round.organisation} · {raises.label}",
        period.turn(the_round) + period.span(the_round, raises.regulation),
        f"นับเงินเดือน ณ วันที่ {counted} · เลื่อนเงินเดือนตั้งแต่วันที่ {raised}",
    )


def _division_page(raises: Raises, division: str) -> Page:
    own = [one for one in raises.proposals if one.person.division == division]
    rows: list[Row] = []
    numbers = iter(range(1, len(own) + 1))
    for group in raises.rules.money_groups:
        listed = [one for one in own if one.state in LISTED and one.group == group]
        if listed:
            rows.append(Group(f"กลุ่มวงเงิน{group.label}"))
        rows += [_row(raises, one, next(numbers)) for one in listed]
    unplaced = [one for one in own if one.state in LISTED and one.group is None]
    others = [one for one in own if one.state not in LISTED]
    for words, listed in (
        ("ไม่ทราบกลุ่มวงเงิน", unplaced),
        ("ผู้ที่ไม่เสนอเลื่อนในบัญชีนี้", others),
    ):
        rows += [Group(words)] if listed else []
        rows += [_row(raises, one, next(numbers)) for one in listed]
    return Page(
        title=division,
        heading=heading(raises, TITLE.format(label=division)),
        blocks=(
            Table(_columns(raises), tuple(rows), name=TABLE, end=END),
            Words((*CLOSING, *clauses(raises))),
            signing(raises.opened.round),
        ),
    )


def _columns(raises: Raises) -> tuple[Column, ...]:
    return (
        Column("number", "ที่", 5, "centre"),
        Column("employee_id", "รหัสพนักงาน", 11),
        Column("name", "ชื่อ–สกุล", 22),
        Column("position", "ตำแหน่ง", 22),
        Column("level", "ประเภทและระดับ", 16),
        Column("band", "ระดับผล", 11, "centre"),
        Column("salary", "เงินเดือน", 11, "figure"),
        Column("base", "ฐานในการ\nคำนวณ", 11, "figure"),
        Column("percent", "ร้อยละ\nที่เลื่อน", 9, "figure", _rule(raises)),
        Column("raise", "เงินเดือน\nที่เลื่อน", 10, "figure"),
        Column("special", "ค่าตอบแทน\nพิเศษ", 11, "figure"),
        Column("new_salary", "เงินเดือน\nใหม่", 11, "figure"),
        Column("working", "วิธีคิดและหมายเหตุ", 40),
    )


def _rule(raises: Raises) -> Rule:
    rules = raises.rules
    labels = {band.key: band.label for band in raises.regulation.bands}
    told = ", ".join(
        f"{labels[one.band]} {one.at_least}–{one.at_most}"
        for one in rules.ranges
        if one.only is None and one.band in labels
    )
    between = f"{rules.lowest} ถึง {rules.highest}"
    return Rule(
        "number",
        "ร้อยละที่เลื่อน",
        f"พิมพ์ร้อยละของฐาน {between} เช่น 2.75 ({told}) เว้นว่างหมายถึงยังไม่กำหนด"[:255],
        f"พิมพ์ตัวเลข {between} เช่น 2.75 หรือลบให้ว่าง",
        at_least=rules.lowest,
        at_most=rules.highest,
    )


def _row(raises: Raises, one: Proposal, number: int) -> Row:
    person, final = one.person, one.status.final
    amounts = one.amounts
    salary = person.salary
    values: tuple[Value, ...] = (
        number,
        person.employee_id,
        person.full_name,
        person.position,
        " ".join(filter(None, (person.position_type, person.position_level))),
        final.band.label if final else None,
        _baht(exactly(salary)) if salary is not None else None,
        _baht(one.base.baht) if one.base else None,
        _percent(one.percent),
        _baht(amounts.paid) if amounts else None,
        _special(amounts.special) if amounts else None,
        _baht(amounts.new_salary) if amounts else None,
        _remark(raises, one),
    )
    return Fixed(values) if _is_fixed(raises, one) else values


def _is_fixed(raises: Raises, one: Proposal) -> bool:
    """True where no percent is to be set: nobody's choice, or not ours."""
    named = raises.rules.range_of(one.band or "")
    return one.state not in LISTED or (named is not None and named.only is not None)


def _remark(raises: Raises, one: Proposal) -> str:
    told = working(raises, one)
    named = raises.rules.range_of(one.band or "")
    if one.percent is None or named is None or one.state not in LISTED:
        return told
    if within_its_range(one.percent, one.band, raises.rules):
        return told
    out = f"อยู่นอกช่วงร้อยละ {named.at_least}–{named.at_most} ของระดับ"
    return "; ".join(filter(None, (told, out)))


def _baht(amount: Fraction) -> Figure:
    return Figure(baht(amount), amount)


def _special(amount: Fraction) -> Figure:
    """Special pay has satang; none is a plain zero."""
    return Figure(baht_and_satang(amount) if amount else "0", amount)


def _percent(percent: Fraction | None) -> Figure | None:
    if percent is None:
        return None
    shown = exact_text(percent)
    return Figure(shown if "/" not in shown else fixed(percent, 2), percent)
