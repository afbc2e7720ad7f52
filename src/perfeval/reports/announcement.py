"""
The announcement of who earned a band that is announced, in the form of a ประกาศ.

Names, positions and divisions, nothing else: no score, no rank, no id, nobody who
is not announced. Digits are Thai throughout, except those of the seal.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from perfeval import thai
from perfeval.appraise.announce import Announced
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
from perfeval.regulations.schema import Regulation
from perfeval.reports import period
from perfeval.reports.sentences import joined
from perfeval.rounds.schema import RoundFile

SHEET = "ประกาศ"
DRAFT = "ร่าง"
EMBLEM = 30  # mm, of an official announcement
RULE = "." * 60
CENTRED = ("ที่", "ระดับ")
UNDATED = f"ประกาศ ณ วันที่ {'.' * 10} เดือน {'.' * 28} พ.ศ. {'.' * 12}"
SEALED = "รหัสผนึกผล {seal}"
WIDTHS = (12, 52, 56, 36)  # mm: number, name, position, division
WITH_BANDS = (10, 48, 50, 30, 18)  # mm: the same, and the band


def build(
    shown: Sequence[Announced],
    the_round: RoundFile,
    regulation: Regulation,
    *,
    staff: Sequence[str],
    seal: str | None,
) -> Letter:
    """
    The paper, its emblem still to be put in.

    Args:
        shown: everybody announced, in the order of the list.
        staff: labels of the staff groups that it speaks of.
        seal: the printed digits of the decided results; None makes it a draft.
    """
    blocks = (
        *_heading(the_round, regulation, staff),
        *_text(the_round, regulation, staff, count=len(shown)),
        _list(shown, regulation),
        *_closing(the_round),
    )
    return Letter(
        title=SHEET,
        blocks=tuple(reworded(block, thai.thai_digits) for block in blocks),
        emblem=Emblem(EMBLEM),
        mark=mark(seal),
        foot=foot(seal),
    )


def mark(seal: str | None) -> str:
    """What stands over every page of a paper that is not decided."""
    return DRAFT if seal is None else ""


def foot(seal: str | None) -> str:
    """The digits by which a signed paper vouches for the results."""
    return "" if seal is None else SEALED.format(seal=seal)


def _heading(
    the_round: RoundFile, regulation: Regulation, staff: Sequence[str]
) -> Iterator[Block]:
    subject = f"เรื่อง  รายชื่อ{joined(staff)}{_earned(regulation)}"
    when = period.turn(the_round) + period.span(the_round, regulation)
    yield Heading((f"ประกาศ{the_round.organisation}", subject, when))
    yield Paragraph(RULE, indented=False, align="centre")


def _earned(regulation: Regulation) -> str:
    said = regulation.announcement
    bands = joined([f"ระดับ{label}" for label in _labels(regulation)])
    return f"ผู้มีผลการประเมิน{said.matter}{bands}"


def _labels(regulation: Regulation) -> list[str]:
    """The bands announced, highest first."""
    wanted = regulation.announcement.bands
    bands = sorted(regulation.bands, key=lambda band: band.at_least, reverse=True)
    return [band.label for band in bands if band.key in wanted]


def _text(
    the_round: RoundFile, regulation: Regulation, staff: Sequence[str], *, count: int
) -> Iterator[Block]:
    said, office = regulation.announcement, the_round.organisation
    people = joined(staff)
    when = period.turn(the_round) + period.between(the_round, regulation)
    basis = f" ตาม{said.legal_basis}" if said.legal_basis else ""
    yield Paragraph(
        f"ตามที่{office}ได้ดำเนินการประเมินผล{said.matter}ของ{people} "
        f"{when}{basis} "
        f"และคณะกรรมการกลั่นกรองการประเมินผล{said.matter}ได้พิจารณากลั่นกรองแล้ว นั้น"
    )
    purpose = f"{said.purpose} " if said.purpose else ""
    yield Paragraph(
        f"{purpose}{office}จึงประกาศรายชื่อ{people}{_earned(regulation)} "
        f"{said.place} จำนวน {count} ราย ดังต่อไปนี้"
    )
    yield Gap(8)


def _list(shown: Sequence[Announced], regulation: Regulation) -> Table:
    """The names; their band only where more than one is announced."""
    is_told = len(regulation.announcement.bands) > 1
    widths = WITH_BANDS if is_told else WIDTHS
    titles = ("ที่", "ชื่อ – สกุล", "ตำแหน่ง", "สังกัด", "ระดับ")
    columns = tuple(
        Column(title, width, "centre" if title in CENTRED else "left")
        for title, width in zip(titles, widths, strict=False)
    )
    rows = [
        (
            str(number),
            one.person.full_name,
            one.person.position,
            one.person.division,
            one.band.label,
        )
        for number, one in enumerate(shown, 1)
    ]
    return Table(columns, tuple(row[: len(columns)] for row in rows))


def _closing(the_round: RoundFile) -> Iterator[Block]:
    yield Gap(8, kept=True)
    yield Paragraph("จึงประกาศให้ทราบโดยทั่วกัน", kept=True)
    yield Gap(8, kept=True)
    yield Paragraph(
        _dated(the_round.announce_on), indented=False, align="centre", kept=True
    )
    chief = the_round.chief
    yield Signatures(((f"({chief.name})", chief.position),))


def _dated(day: date | None) -> str:
    return f"ประกาศ ณ วันที่ {thai.official_date(day)}" if day else UNDATED
