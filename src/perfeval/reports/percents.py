"""
The announcement of the percent by which each band is raised, in the form of a ประกาศ.

It says what the regulation file says of each band, and nothing of anybody: a percent
that one person got could be told from the names that are announced. Thai digits.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from perfeval import thai
from perfeval.letter import (
    Block,
    Column,
    Emblem,
    Gap,
    Heading,
    Letter,
    Paragraph,
    Signatures,
    Table,
    reworded,
)
from perfeval.regulations.pay import PercentPay
from perfeval.regulations.schema import Regulation
from perfeval.reports import period
from perfeval.reports.announcement import EMBLEM, RULE, foot, mark
from perfeval.reports.criteria import dated
from perfeval.reports.sentences import joined
from perfeval.rounds.schema import RoundFile

SHEET = "ประกาศร้อยละ"
COLUMNS = (Column("ระดับผลการประเมิน", 78), Column("ร้อยละของฐานในการคำนวณ", 78, "centre"))
NO_RAISE = "ไม่ได้เลื่อนเงินเดือน"


def build(
    regulation: Regulation,
    the_round: RoundFile,
    *,
    staff: Sequence[str],
    raised_on: date,
    seal: str | None,
) -> Letter:
    """
    The paper, its emblem still to be put in.

    Args:
        regulation: one that raises by percent.
        staff: labels of the staff groups that are raised.
        raised_on: the day of the raise, C.E.
        seal: the printed digits of the decided results; None makes it a draft.

    Raises:
        LookupError: the regulation raises nobody by percent.
    """
    rules = regulation.pay.percent if regulation.pay else None
    if rules is None:
        raise LookupError(regulation.id)
    people, office = joined(staff), the_round.organisation
    subject = f"ร้อยละการเลื่อนเงินเดือนของ{people}ในแต่ละระดับผลการประเมิน"
    when = period.turn(the_round) + period.span(the_round, regulation)
    matter, day = regulation.announcement.matter, thai.long_date(raised_on)
    blocks: tuple[Block, ...] = (
        Heading((f"ประกาศ{office}", f"เรื่อง  {subject}", when)),
        Paragraph(RULE, indented=False, align="centre"),
        Paragraph(
            f"ตามที่{office}ได้ดำเนินการประเมินผล{matter}ของ{people} "
            f"{period.turn(the_round)} เสร็จสิ้นแล้ว นั้น"
        ),
        Paragraph(
            f"{office}จึงประกาศร้อยละการเลื่อนเงินเดือนในแต่ละระดับผลการประเมิน "
            f"สำหรับการเลื่อนเงินเดือนตั้งแต่วันที่ {day} ดังต่อไปนี้"
        ),
        Gap(8),
        Table(COLUMNS, tuple(rows(regulation, rules))),
        *_closing(the_round),
    )
    return Letter(
        title=SHEET,
        blocks=tuple(reworded(block, thai.thai_digits) for block in blocks),
        emblem=Emblem(EMBLEM),
        mark=mark(seal),
        foot=foot(seal),
    )


def rows(regulation: Regulation, rules: PercentPay) -> Iterator[tuple[str, str]]:
    """Each band with its percents, highest first; Arabic digits."""
    bands = sorted(regulation.bands, key=lambda band: band.at_least, reverse=True)
    for band in bands:
        if (named := rules.range_of(band.key)) is not None:
            least, most = named.at_least, named.at_most
            shown = f"{least}" if least == most else f"{least} – {most}"
            yield band.label, shown if most else NO_RAISE


def _closing(the_round: RoundFile) -> Iterator[Block]:
    yield Gap(8, kept=True)
    yield Paragraph("จึงประกาศให้ทราบโดยทั่วกัน", kept=True)
    yield Gap(8, kept=True)
    day = dated(the_round.announce_on)
    yield Paragraph(day, indented=False, align="centre", kept=True)
    chief = the_round.chief
    yield Signatures(((f"({chief.name})", chief.position),))
