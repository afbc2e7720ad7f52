"""
The order that appoints the screening committee, in the form of a คำสั่ง.

Its people are those of round.toml, its duties those of the regulation. Number and day
are left to be written, since it is often signed later than the criteria. Thai digits.
"""

from collections.abc import Iterator, Sequence

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
from perfeval.regulations.opening import Role
from perfeval.regulations.schema import Regulation
from perfeval.reports import period
from perfeval.reports.announcement import DRAFT, EMBLEM, RULE
from perfeval.reports.criteria import legal_basis
from perfeval.reports.round_words import ROLES
from perfeval.reports.sentences import joined
from perfeval.rounds.schema import RoundFile

SHEET = "คำสั่งแต่งตั้ง"
DOTS = "." * 36
NUMBERED = f"ที่ {'.' * 16} / {'.' * 16}"
UNDATED = f"สั่ง ณ วันที่ {'.' * 10} เดือน {'.' * 28} พ.ศ. {'.' * 12}"
COLUMNS = (Column("", 12), Column("", 52), Column("", 52), Column("", 40))
SCREENED = "screening_committee"  # key of the provision that speaks of it
NOBODY: tuple[Role, ...] = (
    "chair",
    "member",
    "member_secretary",
)  # to be written by hand


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
        staff: labels of the staff groups whose results are screened.
        draft: marked as one on every page.
    """
    matter, people = regulation.announcement.matter, joined(staff)
    about = f"แต่งตั้งคณะกรรมการกลั่นกรองการประเมินผล{matter}ของ{people}"
    when = period.turn(the_round) + period.span(the_round, regulation)
    blocks = (
        Heading((f"คำสั่ง{the_round.organisation}", NUMBERED, f"เรื่อง  {about}", when)),
        Paragraph(RULE, indented=False, align="centre"),
        *_text(regulation, the_round, people),
        Table(
            COLUMNS, tuple(_people(the_round, regulation)), titled=False, ruled=False
        ),
        *_duties(regulation),
        *_closing(the_round),
    )
    return Letter(
        title=SHEET,
        blocks=tuple(reworded(block, thai.thai_digits) for block in blocks),
        emblem=Emblem(EMBLEM),
        mark=DRAFT if draft else "",
    )


def _text(regulation: Regulation, the_round: RoundFile, people: str) -> Iterator[Block]:
    matter, office = regulation.announcement.matter, the_round.organisation
    yield Paragraph(
        f"เพื่อให้การประเมินผล{matter}ของ{people} {period.turn(the_round)} "
        "มีความโปร่งใสและเป็นธรรม "
        f"ตาม{legal_basis(regulation)} "
        f"{office}จึงแต่งตั้งคณะกรรมการกลั่นกรองการประเมินผล{matter} "
        "ประกอบด้วยผู้มีรายนามดังต่อไปนี้"
    )


def _people(the_round: RoundFile, regulation: Regulation) -> Iterator[tuple[str, ...]]:
    """Chair, members, who is both, secretary; inside a role as round.toml has them."""
    order = list(ROLES)
    found = sorted(the_round.committee, key=lambda one: order.index(one.role))
    rows = [(one.name, one.position, ROLES[one.role]) for one in found]
    if not rows:
        rows = [(DOTS, position, ROLES[role]) for position, role in _open(regulation)]
    for number, row in enumerate(rows, 1):
        yield (f"{number}.", *row)


def _open(regulation: Regulation) -> list[tuple[str, Role]]:
    """Seats whose names a hand writes: those of the regulation, where it has them."""
    named = regulation.screening
    if named is not None and named.seats:
        return [(seat.position, seat.role) for seat in named.seats]
    return [(DOTS, role) for role in NOBODY]


def _duties(regulation: Regulation) -> Iterator[Block]:
    duties = duties_of(regulation)
    yield Gap(8)
    yield Paragraph("ให้คณะกรรมการมีหน้าที่ดังต่อไปนี้")
    for number, duty in enumerate(duties, 1):
        is_last = number == len(duties)  # it goes with the place to sign
        words = f"{number}. {duty}" if len(duties) > 1 else duty
        yield Paragraph(words, kept=not is_last)


def duties_of(regulation: Regulation) -> tuple[str, ...]:
    """What the committee is for: its section, else the provision that speaks of it."""
    if regulation.screening is not None:
        return regulation.screening.duties
    said = (one.text for one in regulation.provisions if one.key == SCREENED)
    return tuple(said) or ("พิจารณากลั่นกรองผลการประเมินก่อนเสนอผู้มีอำนาจ",)


def _closing(the_round: RoundFile) -> Iterator[Block]:
    yield Gap(8, kept=True)
    yield Paragraph("ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป", kept=True)
    yield Gap(8, kept=True)
    yield Paragraph(UNDATED, indented=False, align="centre", kept=True)
    chief = the_round.chief
    yield Signatures(((f"({chief.name})", chief.position),))
