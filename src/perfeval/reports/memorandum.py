"""
The memorandum that lays the criteria of a round before the chief (บันทึกข้อความ).

Its proposal, the opinions that are asked for, and the chief's order below them. What
round.toml does not say is dotted, to be written by hand. Digits are Thai.
"""

from collections.abc import Iterator, Sequence

from perfeval import thai
from perfeval.letter import (
    Block,
    Column,
    Emblem,
    Gap,
    Letter,
    Paragraph,
    Signatures,
    Table,
    reworded,
)
from perfeval.regulations.schema import Regulation
from perfeval.reports import period
from perfeval.reports.announcement import DRAFT
from perfeval.reports.criteria import legal_basis, subject
from perfeval.reports.sentences import joined
from perfeval.rounds.schema import Memorandum, RoundFile, Signatory

SHEET = "บันทึกข้อความ"
EMBLEM = 15  # mm, of a memorandum
LABEL = 24  # mm, of ส่วนราชการ and the like
DOTS, SIGN = "." * 40, "(ลงชื่อ) " + "." * 32
LINE = "." * 58  # of an opinion, half the paper wide
UNDATED = "." * 44
PROPOSER = "ผู้รับผิดชอบงานการเจ้าหน้าที่"
BESIDE = 2  # opinions side by side
HALF = 78  # mm
CHOICES = (
    "(     )  เห็นชอบ และลงนามในเอกสารที่เสนอแล้ว",
    "(     )  ไม่เห็นชอบ เพราะ " + "." * 80,
)


def build(
    regulation: Regulation,
    the_round: RoundFile,
    *,
    staff: Sequence[str],
    enclosed: Sequence[str],
    draft: bool,
) -> Letter:
    """
    The paper, its emblem still to be put in.

    Args:
        staff: labels of the staff groups that the criteria are for.
        enclosed: the papers that it submits, as sentences name them.
        draft: marked as one on every page.
    """
    known = the_round.memorandum or Memorandum()
    blocks = (
        *_head(regulation, the_round, staff, known),
        *_text(regulation, the_round, staff, enclosed),
        Signatures((_hand(_proposer(regulation, known)),)),
        *_opinions(_advisers(regulation, known)),
        *_order(the_round),
    )
    return Letter(
        title=SHEET,
        blocks=tuple(reworded(block, thai.thai_digits) for block in blocks),
        emblem=Emblem(EMBLEM, beside=SHEET),
        mark=DRAFT if draft else "",
    )


def _head(
    regulation: Regulation,
    the_round: RoundFile,
    staff: Sequence[str],
    known: Memorandum,
) -> Iterator[Block]:
    about, when = subject(regulation, the_round, staff)
    day = thai.long_date(known.dated) if known.dated else UNDATED
    wide = (Column("", LABEL, bold=True), Column("", 156 - LABEL))
    narrow = (
        Column("", LABEL, bold=True),
        Column("", HALF - LABEL),
        Column("", LABEL, bold=True),
        Column("", HALF - LABEL),
    )
    yield _side_by_side(wide, ("ส่วนราชการ", known.office or the_round.organisation))
    yield _side_by_side(narrow, ("ที่", known.number or DOTS, "วันที่", day))
    yield _side_by_side(wide, ("เรื่อง", f"ขอความเห็นชอบประกาศ{about} {when}"))
    yield Gap(6, kept=True)
    yield Paragraph(f"เรียน  {the_round.chief.position}", indented=False, kept=True)


def _side_by_side(columns: tuple[Column, ...], row: tuple[str, ...]) -> Table:
    return Table(columns, (row,), titled=False, ruled=False, kept=True)


def _text(
    regulation: Regulation,
    the_round: RoundFile,
    staff: Sequence[str],
    enclosed: Sequence[str],
) -> Iterator[Block]:
    matter, people = regulation.announcement.matter, joined(staff)
    yield Paragraph(
        f"ด้วยการประเมินผล{matter}ของ{people} {period.turn(the_round)} "
        "ต้องมีหลักเกณฑ์และวิธีการประเมินที่กำหนดไว้"
        f"และประกาศให้ผู้เกี่ยวข้องทราบโดยทั่วกัน ตาม{legal_basis(regulation)} นั้น"
    )
    yield Paragraph("จึงได้จัดทำเอกสารสำหรับรอบการประเมินดังกล่าว เพื่อโปรดให้ความเห็นชอบ ดังนี้")
    for number, paper in enumerate(enclosed, 1):
        yield Paragraph(f"{number}. {paper}", kept=True)
    yield Paragraph("จึงเรียนมาเพื่อโปรดพิจารณา", kept=True)


def _proposer(regulation: Regulation, known: Memorandum) -> Signatory:
    if known.proposed_by is not None:
        return known.proposed_by
    said = regulation.opening
    return Signatory(name=DOTS, position=said.proposed_by if said else PROPOSER)


def _advisers(regulation: Regulation, known: Memorandum) -> Sequence[Signatory]:
    """Who gives an opinion: as round.toml names them, else by their positions."""
    if known.opinions:
        return known.opinions
    said = regulation.opening
    positions = said.opinions if said else ()
    return [Signatory(name=DOTS, position=position) for position in positions]


def _hand(one: Signatory) -> tuple[str, ...]:
    return SIGN, f"({one.name})", one.position


def _opinions(advisers: Sequence[Signatory]) -> Iterator[Block]:
    """Two beside each other: room to write, and below it to sign."""
    columns = (Column("", HALF), Column("", HALF))
    for first in range(0, len(advisers), BESIDE):
        pair = advisers[first : first + BESIDE]
        said = [f"ความเห็น{one.position}\n{LINE}\n{LINE}" for one in pair]
        row = (*said, *[""] * (BESIDE - len(pair)))
        yield Gap(8)
        yield Table(columns, (row,), titled=False, ruled=False, kept=True)
        signers = [_hand(one) for one in pair] + [("",)] * (BESIDE - len(pair))
        yield Signatures(tuple(signers))


def _order(the_round: RoundFile) -> Iterator[Block]:
    """What the chief orders."""
    chief = the_round.chief
    yield Gap(8)
    yield Paragraph(f"คำสั่ง{chief.position}", indented=False, bold=True, kept=True)
    for words in CHOICES:
        yield Paragraph(words, indented=False, kept=True)
    yield Signatures((_hand(chief),))
