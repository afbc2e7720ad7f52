"""
The announcement of the limits of leave and lateness, in the form of a ประกาศ.

They must be fixed in writing beforehand, so the paper is made with the criteria of the
round; it holds for both rounds of the fiscal year. Digits are Thai throughout.
"""

from collections.abc import Iterator, Sequence

from perfeval import thai
from perfeval.letter import (
    Block,
    Emblem,
    Heading,
    Letter,
    Paragraph,
    reworded,
)
from perfeval.regulations.attendance import AttendanceRules
from perfeval.regulations.schema import Regulation
from perfeval.reports.announcement import DRAFT, EMBLEM, RULE
from perfeval.reports.criteria import closing
from perfeval.reports.sentences import joined, listed
from perfeval.rounds.schema import RoundFile
from perfeval.rounds.span import day_in

SHEET = "ประกาศวันลา"
SUBJECT = "กำหนดหลักเกณฑ์จำนวนครั้งการลาหรือมาทำงานสายของ{people}"
PURPOSE = "เพื่อประกอบการพิจารณาการเลื่อนค่าตอบแทน"
GROUND, DEMAND = "attendance_basis", "attendance_in_writing"  # keys of provisions
CLOSING = "ประกาศให้ทราบโดยทั่วกัน และถือปฏิบัติอย่างเคร่งครัด"


def build(
    regulation: Regulation,
    the_round: RoundFile,
    *,
    staff: Sequence[str],
    draft: bool,
) -> Letter:
    """
    The paper, its emblem still to be put in.

    Args:
        regulation: one that has limits of attendance.
        staff: labels of the staff groups that they are for.
        draft: marked as one on every page.

    Raises:
        LookupError: the regulation has no limits of attendance.
    """
    rules = regulation.attendance
    if rules is None:
        raise LookupError(regulation.id)
    people = joined(staff)
    year = f"ประจำปีงบประมาณ พ.ศ. {the_round.year}"
    subject = SUBJECT.format(people=people)
    heading = (
        f"ประกาศ{the_round.organisation}",
        f"เรื่อง  {subject}",
        f"{PURPOSE} {year}",
    )
    office, ground = the_round.organisation, _ground(regulation)
    blocks = (
        Heading(heading),
        Paragraph(RULE, indented=False, align="centre"),
        Paragraph(f"{ground} {office}จึง{subject} {PURPOSE} {year} ไว้ดังนี้"),
        *_limits(regulation, the_round, rules),
        *closing(the_round, CLOSING),
    )
    return Letter(
        title=SHEET,
        blocks=tuple(reworded(block, thai.thai_digits) for block in blocks),
        emblem=Emblem(EMBLEM),
        mark=DRAFT if draft else "",
    )


def _ground(regulation: Regulation) -> str:
    """By what power the office fixes limits, and how it must."""
    said = {one.key: one.text for one in regulation.provisions}
    basis = regulation.announcement.legal_basis or regulation.title
    demand = f" ซึ่งกำหนดว่า {said[DEMAND]}" if DEMAND in said else ""
    return said.get(GROUND, f"ตาม{basis}") + demand


def _limits(
    regulation: Regulation, the_round: RoundFile, rules: AttendanceRules
) -> Iterator[Block]:
    """Leave, what is not counted, lateness."""
    numbered = 0
    if rules.leave is not None:
        numbered += 1
        halves = _halves(regulation, the_round)
        yield Paragraph(
            f"{numbered}. การลา ลาไม่เกิน {rules.leave.at_most_times} ครั้ง "
            f"ในแต่ละรอบของการพิจารณาค่าตอบแทน ({halves}){_exception(regulation, rules)}"
        )
        if uncounted := list(_uncounted(rules)):
            note = f"หมายเหตุ การลาตามข้อ {numbered} ไม่รวม{listed(uncounted)}"
            yield Paragraph(note, kept=True)
    if rules.late is not None:
        numbered += 1
        yield Paragraph(
            f"{numbered}. การมาทำงานสาย มาทำงานสายเกิน {rules.late.at_most_times} ครั้ง "
            "ในแต่ละรอบ ถือว่ามาสายเป็นประจำ"
        )


def _halves(regulation: Regulation, the_round: RoundFile) -> str:
    """The days of every round of the fiscal year."""
    return " และ".join(
        f"ครั้งที่ {one.number} ตั้งแต่วันที่ "
        f"{thai.long_date(day_in(one.starts, the_round.year))} ถึงวันที่ "
        f"{thai.long_date(day_in(one.ends, the_round.year))}"
        for one in regulation.rounds
    )


def _exception(regulation: Regulation, rules: AttendanceRules) -> str:
    """What may still be considered above the limit of times; never a yes."""
    allowed = rules.exception
    if allowed is None:
        return ""
    labels = {band.key: band.label for band in regulation.bands}
    return (
        f" แต่ถ้าลาเกินจำนวนครั้งที่กำหนด หากวันลาไม่เกิน {allowed.at_most_days} วัน "
        f"และมีผลการประเมินระดับ{labels[allowed.band]} อาจพิจารณาให้เลื่อนค่าตอบแทนได้"
    )


def _uncounted(rules: AttendanceRules) -> Iterator[str]:
    for kind in rules.kinds:
        if kind.counts == "never":
            yield f"การ{kind.label}"
        elif kind.counts == "without_certificate":
            yield f"การ{kind.label}ที่มีใบรับรองแพทย์"
