"""Items that are marked, in the sentences of an announcement of the criteria."""

from collections.abc import Iterator

from perfeval.letter import Column, Table
from perfeval.regulations.marking import Proposal
from perfeval.regulations.schema import Regulation
from perfeval.reports.criteria_section import Item, Section, ruled
from perfeval.reports.sentences import joined, listed

COLUMNS = (
    Column("รายการ", 20, "centre"),
    Column("เรื่องที่ประเมิน", 94),
    Column("องค์ประกอบ", 42),
)
MARKED = (
    "ให้คะแนนเป็นรายการตามคะแนนเต็มของแต่ละรายการ "
    "คะแนนเต็มทุกรายการรวมกันเป็นคะแนนเต็มของการประเมิน ตามรายการต่อไปนี้"
)


def sections(regulation: Regulation) -> Iterator[Section]:
    """Items and who is marked on which, proposals of a raise, groups of ranking."""
    yield _marked(regulation)
    proposals = tuple(_proposal(one, regulation) for one in regulation.proposals)
    yield Section("ความเห็นเกี่ยวกับการเลื่อนขั้นเงินเดือน", proposals)
    yield Section("การจัดลำดับผลการประเมิน", tuple(_grouping(regulation)))


def _marked(regulation: Regulation) -> Section:
    """The items as a table; below it who must be marked on which of them."""
    labels = {one.key: one.label for one in regulation.components}
    items = [ruled(MARKED, regulation.marking)] if regulation.marking else []
    for who in regulation.compulsory:
        words = f"{who.who} ให้ประเมินรายการ {listed(who.items)} เป็นอย่างน้อย"
        items.append(ruled(words, who))
    items += [ruled(other.reason, other) for other in regulation.other_forms]
    items += [
        Item(f"{one.number} {one.title}", one.clause, one.basis, in_table=True)
        for one in regulation.items
    ]
    rows = tuple((one.number, one.shown, labels[one.part]) for one in regulation.items)
    return Section("รายการประเมิน", tuple(items), Table(COLUMNS, rows) if rows else None)


def _proposal(one: Proposal, regulation: Regulation) -> Item:
    labels = {band.key: f"ระดับ{band.label}" for band in regulation.bands}
    bands = joined([labels[key] for key in one.bands])
    every = {each.number for each in regulation.rounds}
    numbers = listed([str(number) for number in one.rounds])
    in_rounds = "" if every <= set(one.rounds) else f" เฉพาะครั้งที่ {numbers}"
    reason = " โดยต้องระบุเหตุผลให้ชัดเจน" if one.reason_clause else ""
    return ruled(f"ผู้มีผลการประเมิน{bands} {one.label}{in_rounds}{reason}", one)


def _grouping(regulation: Regulation) -> Iterator[Item]:
    if (named := regulation.grouping) is not None:
        bands = sorted(regulation.bands, key=lambda band: band.at_least, reverse=True)
        order = listed([f"ระดับ{band.label}" for band in bands])
        kept = joined([f"ระดับ{b.label}" for b in bands if b.key in named.listed])
        yield ruled(
            f"ครั้งที่ {named.round} ให้จัดลำดับผลการประเมินเรียงตาม{order} "
            f"และจัดทำบัญชีรายชื่อผู้มีผลการประเมิน{kept}ไว้ใช้ในครั้งต่อไป",
            named,
        )
