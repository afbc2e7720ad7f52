"""The first sheet of the proposal of raises: the pool and how much of it is used."""

from collections.abc import Iterator

from perfeval import thai
from perfeval.appraise.baht import baht
from perfeval.appraise.pay_people import PayState
from perfeval.appraise.pay_pool import Account
from perfeval.appraise.raises import Raises
from perfeval.book import (
    Blank,
    Block,
    Column,
    Fields,
    Figure,
    Page,
    Row,
    Rule,
    Signatures,
    Table,
    Value,
    Words,
)

WHOLE = "รวมทั้งกลุ่มบุคลากร"
SET_BY = "ผู้กำหนดร้อยละ"
WHO = Rule("text", SET_BY, "ชื่อ–สกุลของผู้กำหนดร้อยละ จะกรอกหรือเว้นว่างไว้ก็ได้")


def pool_page(raises: Raises, heading: tuple[str, ...], signatures: Signatures) -> Page:
    """The accounts by money group, by division, and by both."""
    blocks: list[Block] = [_by_group(raises), _by_division(raises)]
    if len(raises.accounts.parts) > len(raises.divisions) > 1:
        blocks.append(_by_both(raises))
    blocks += [
        Words(tuple(_remarks(raises))),
        Fields((Blank("set_by", SET_BY, WHO, raises.set_by),)),
        signatures,
    ]
    return Page(title="วงเงิน", heading=heading, blocks=tuple(blocks))


def _columns(raises: Raises, *names: tuple[str, str]) -> tuple[Column, ...]:
    percent = raises.rules.pool.percent
    return (
        *(Column(key, title, 34) for key, title in names),
        Column("people", "คน", 8, "centre"),
        Column("salaries", "เงินเดือนรวม", 16, "figure"),
        Column("pool", f"วงเงิน\nร้อยละ {percent}", 15, "figure"),
        Column("used", "ใช้ไป", 15, "figure"),
        Column("left", "เหลือ", 15, "figure"),
        Column("over", "เกิน", 13, "figure"),
        Column("unset", "ยังไม่กำหนด\n(คน)", 12, "centre"),
    )


def _figures(one: Account) -> tuple[Value, ...]:
    left, over = max(one.left, 0 * one.left), max(-one.left, 0 * one.left)
    amounts = (one.salaries, one.pool, one.used, left, over)
    return (
        one.people,
        *(Figure(baht(amount), amount) for amount in amounts),
        one.unset,
    )


def _by_group(raises: Raises) -> Table:
    found = raises.accounts
    rows: list[Row] = [
        (group.label, *_figures(found.groups[group.key]))
        for group in raises.rules.money_groups
    ]
    return Table(
        _columns(raises, ("group", "กลุ่มวงเงิน")),
        (*rows, (WHOLE, *_figures(found.whole))),
        title="วงเงินแยกตามกลุ่มวงเงิน",
        total=True,
    )


def _by_division(raises: Raises) -> Table:
    found = raises.accounts
    rows: list[Row] = [
        (name, *_figures(account)) for name, account in found.divisions.items()
    ]
    return Table(
        _columns(raises, ("division", "สำนัก/กอง")),
        (*rows, (WHOLE, *_figures(found.whole))),
        title="วงเงินแยกตามสำนัก/กอง",
        total=True,
    )


def _by_both(raises: Raises) -> Table:
    labels = {group.key: group.label for group in raises.rules.money_groups}
    rows: list[Row] = [
        (name, labels[key], *_figures(account))
        for (name, key), account in raises.accounts.parts.items()
    ]
    return Table(
        _columns(raises, ("division", "สำนัก/กอง"), ("group", "กลุ่มวงเงิน")),
        tuple(rows),
        title="วงเงินแยกตามสำนัก/กองและกลุ่มวงเงิน",
    )


def _remarks(raises: Raises) -> Iterator[str]:
    rules, found, loaded = raises.rules, raises.accounts, raises.loaded
    yield (
        f"วงเงินคิดจากเงินเดือนของผู้ครองตำแหน่งในวันที่นับ [{rules.pool.clause}] "
        f"ใช้ในกลุ่มก่อน ที่เหลือจึงเกลี่ย [{rules.pool.shared_clause}] "
        f"และจัดสรรตามสำนัก/กอง [{rules.pool.divisions_clause}]"
    )
    in_pool = "รวม" if rules.special_pay.counts_in_pool else "ไม่รวม"
    yield f"เงินที่ใช้ไป{in_pool}ค่าตอบแทนพิเศษ [{rules.special_pay.clause}]"
    if found.whole.unpriced:
        yield (
            f"วงเงินยังไม่ครบ: ยังไม่ทราบเงินเดือน {found.whole.unpriced} คน "
            "กรอกในบัญชีรายชื่อ (roster.xlsx) แล้วทำบัญชีนี้ใหม่"
        )
    if raises.count(PayState.NOT_OURS) and rules.other_pool is not None:
        outside = found.outside
        yield (
            f"ไม่ใช่วงเงินของหน่วยงานนี้: {rules.other_pool.label} "
            f"{outside.people} คน เงินเดือนรวม {baht(outside.salaries)} บาท "
            f"ไม่นับในบัญชีนี้ [{rules.other_pool.clause}]"
        )
    if loaded is None:
        yield "ไม่มีตารางฐานในการคำนวณของวันที่เลื่อน จึงยังไม่มีจำนวนเงินของผู้ใด"
        return
    table = loaded.table
    digest = loaded.sha256[:12]
    yield f"ฐานในการคำนวณ: {table.title} ({table.id} {digest}) {table.source}"
    if table.caution:
        yield f"ข้อควรระวังของตาราง: {table.caution}"
    if table.until is not None and table.until < raises.grounds.raised_on:
        yield (
            f"ที่มาของตารางรู้ถึง {thai.long_date(table.until)} ใช้กับวันที่เลื่อนนี้ตามที่หน่วยงานระบุ"
        )
