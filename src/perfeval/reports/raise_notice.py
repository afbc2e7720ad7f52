"""
The notice of one person's raise: personal, and so marked on every page.

The amounts, how they came about, and from which day. Digits are Thai, except in ids.
"""

from collections.abc import Iterator

from perfeval import thai
from perfeval.appraise.baht import baht, baht_and_satang
from perfeval.appraise.figures import exact_text
from perfeval.appraise.pay import Raise
from perfeval.appraise.pay_people import Proposal
from perfeval.appraise.raises import Raises
from perfeval.letter import (
    Block,
    Column,
    Gap,
    Heading,
    Letter,
    Paragraph,
    Signatures,
    Table,
    reworded,
)
from perfeval.reports import period
from perfeval.reports.announcement import foot, mark
from perfeval.reports.pay_words import working

SHEET = "แจ้งผลการเลื่อนเงินเดือน"
SMALL = 14  # points, the least that is still easily read
PERSONAL = "เฉพาะบุคคล"
PRIVATE = "หนังสือนี้เป็นข้อมูลส่วนบุคคล แจ้งเฉพาะผู้มีชื่อข้างต้น ผู้อื่นที่ได้รับโปรดส่งคืนหน่วยงานโดยไม่เปิดเผยต่อ"
LINE, DAY = "ลงชื่อ " + "." * 40, "วันที่ ......... / ......... / ............"


def build(raises: Raises, one: Proposal, came: Raise, *, seal: str | None) -> Letter:
    """
    The paper of one person.

    Args:
        came: the amounts of that person's raise.
        seal: the printed digits of the decided results; None makes it a draft.
    """
    drafted = mark(seal)
    blocks: tuple[Block, ...] = (
        *_heading(raises),
        *_person(one),
        *_told(raises, came),
        *_amounts(one, came),
        *_working(raises, one),
        *_closing(raises, one),
    )
    return Letter(
        SHEET,
        blocks,
        mark=f"{drafted} {PERSONAL}" if drafted else PERSONAL,
        foot=foot(seal),
    )


def _thai(block: Block) -> Block:
    return reworded(block, thai.thai_digits)


def _heading(raises: Raises) -> Iterator[Block]:
    the_round = raises.opened.round
    when = period.turn(the_round) + period.span(the_round, raises.regulation)
    lines = (
        "หนังสือแจ้งผลการเลื่อนเงินเดือนเป็นรายบุคคล",
        the_round.organisation,
        when,
    )
    yield _thai(Heading(lines))


def _person(one: Proposal) -> Iterator[Block]:
    person = one.person
    level = " ".join(filter(None, (person.position_type, person.position_level)))
    rows = (
        ("ชื่อ – สกุล", person.full_name, "รหัสพนักงาน", person.employee_id),
        ("ตำแหน่ง", person.position, "ประเภท ระดับ", level),
    )
    columns = (Column("", 26), Column("", 52), Column("", 26), Column("", 52))
    yield Gap(8)
    yield Table(columns, rows, titled=False, size=SMALL, kept=True)
    yield Table(
        (Column("", 26), Column("", 130)),
        (("สังกัด", person.division),),
        titled=False,
        size=SMALL,
        kept=True,
    )


def _told(raises: Raises, came: Raise) -> Iterator[Block]:
    """Whether there is a raise at all, and from when."""
    day = thai.long_date(raises.grounds.raised_on)
    yield Gap(8)
    if came.paid or came.special:
        words = (
            "ขอแจ้งว่า ท่านได้รับการเลื่อนเงินเดือนตามผลการประเมินในรอบข้างต้น "
            f"ตั้งแต่วันที่ {day} ดังรายละเอียดต่อไปนี้"
        )
    else:
        words = (
            "ขอแจ้งว่า ตามผลการประเมินในรอบข้างต้น ท่านไม่ได้รับการเลื่อนเงินเดือน "
            f"ในวันที่ {day} ดังรายละเอียดต่อไปนี้"
        )
    yield _thai(Paragraph(words))


def _amounts(one: Proposal, came: Raise) -> Iterator[Block]:
    final = one.status.final
    rows = [
        ("ผลการประเมิน", f"ระดับ{final.band.label}" if final else ""),
        ("เงินเดือนก่อนเลื่อน (บาท)", baht(came.salary)),
        ("ฐานในการคำนวณ (บาท)", baht(came.base.baht)),
        ("ร้อยละที่ได้เลื่อน", exact_text(came.percent)),
        ("เงินเดือนที่ได้เลื่อน (บาท)", baht(came.paid)),
    ]
    if came.special:
        rows.append(("ค่าตอบแทนพิเศษ (บาทต่อเดือน)", baht_and_satang(came.special)))
    rows.append(("เงินเดือนหลังเลื่อน (บาท)", baht(came.new_salary)))
    columns = (Column("", 96), Column("", 60, "centre"))
    bold = frozenset((len(rows) - 1,))
    yield Gap(8, kept=True)
    yield _thai(Table(columns, tuple(rows), bold=bold, titled=False, kept=True))


def _working(raises: Raises, one: Proposal) -> Iterator[Block]:
    """How the amounts came about, and by which clauses."""
    rules = raises.rules
    yield Gap(8, kept=True)
    yield _thai(Paragraph(f"วิธีคิด: {working(raises, one)}", indented=False, kept=True))
    named = rules.range_of(one.band or "")
    ruled = [rules.clause, *([named.clause] if named else [])]
    words = f"ข้อที่ใช้: {' และ '.join(ruled)}"
    yield _thai(Paragraph(words, indented=False, kept=True))


def _closing(raises: Raises, one: Proposal) -> Iterator[Block]:
    chief = raises.opened.round.chief
    yield Gap(8)
    yield _thai(Paragraph(PRIVATE, indented=False))
    signers = (
        (LINE, f"({one.person.full_name})", "ผู้รับแจ้ง", DAY),
        (LINE, f"({chief.name})", chief.position, DAY),
    )
    yield _thai(Signatures(signers))
