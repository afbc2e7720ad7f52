"""
The announcement of the criteria that opens a round, in the form of a ประกาศ.

It says what the regulation file says, in its order, and nothing that is not there:
`criteria_proof` sets the two side by side. Digits are Thai throughout.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from perfeval import thai
from perfeval.letter import (
    Block,
    Emblem,
    Gap,
    Heading,
    Letter,
    Paragraph,
    Signatures,
    reworded,
)
from perfeval.regulations.load import Loaded
from perfeval.regulations.schema import Regulation
from perfeval.reports import criteria_conduct, criteria_scoring, period
from perfeval.reports.announcement import DRAFT, EMBLEM, RULE, UNDATED
from perfeval.reports.criteria_section import Item, Section
from perfeval.reports.regulation import lines
from perfeval.reports.regulation_words import HEADINGS
from perfeval.reports.sentences import joined
from perfeval.rounds.schema import RoundFile

SHEET = "ประกาศหลักเกณฑ์"
CLOSING = "จึงประกาศให้ทราบโดยทั่วกัน"
TOLD = (  # headings whose rulings have sentences here, or a paper of their own
    *("regulation", "staff", "rounds", "components", "rating", "level_names"),
    *("competencies", "expected_levels", "items", "proposals", "bands"),
    *("announcement", "people", "opening", "provisions", "advice", "keeping"),
    *("pay", "attendance", "steps"),
)
ANNEX = "ขั้นตอนและกำหนดเวลาเป็นไปตามปฏิทินและขั้นตอนการประเมินผลแนบท้ายประกาศนี้"


def build(
    loaded: Loaded,
    the_round: RoundFile,
    *,
    staff: Sequence[str],
    draft: bool,
) -> Letter:
    """
    The paper, its emblem still to be put in.

    Args:
        staff: labels of the staff groups that it speaks of.
        draft: marked as one on every page.
    """
    regulation = loaded.regulation
    blocks = (
        *_heading(regulation, the_round, staff),
        Paragraph(preamble(regulation, the_round, staff)),
        *_body(sections(loaded)),
        *closing(the_round),
    )
    return Letter(
        title=SHEET,
        blocks=tuple(reworded(block, thai.thai_digits) for block in blocks),
        emblem=Emblem(EMBLEM),
        mark=DRAFT if draft else "",
    )


def sections(loaded: Loaded) -> tuple[Section, ...]:
    """Every section that the regulation has something to say in, in order."""
    regulation = loaded.regulation
    found = (
        criteria_conduct.rounds(regulation),
        *criteria_scoring.sections(regulation),
        *_others(loaded),
        *criteria_conduct.sections(regulation),
    )
    annex = Section("ปฏิทินและขั้นตอน", (Item(ANNEX),) if regulation.steps else ())
    return tuple(one for one in (*found, annex) if one.items)


def _others(loaded: Loaded) -> Iterator[Section]:
    """What a regulation rules beyond the sections that have sentences of their own."""
    told = {HEADINGS[key][0] for key in TOLD}
    for section in lines(loaded, "th"):
        if section.heading not in told:
            items = (
                Item(row.text, row.clause, "house" if row.mark else "source")
                for row in section.rows
            )
            yield Section(section.heading, tuple(items))


def subject(
    regulation: Regulation, the_round: RoundFile, staff: Sequence[str]
) -> tuple[str, str]:
    """What the paper is about: its matter, and the round."""
    matter = regulation.announcement.matter
    when = period.turn(the_round) + period.span(the_round, regulation)
    return f"หลักเกณฑ์และวิธีการประเมินผล{matter}ของ{joined(staff)}", when


def legal_basis(regulation: Regulation) -> str:
    """What the papers of the start of a round cite."""
    said = regulation.opening.legal_basis if regulation.opening else None
    return said or regulation.announcement.legal_basis or regulation.title


def preamble(regulation: Regulation, the_round: RoundFile, staff: Sequence[str]) -> str:
    """Why the criteria are set, for whom and for which round."""
    office, matter = the_round.organisation, regulation.announcement.matter
    purpose = next(
        (f" {one.text}" for one in regulation.provisions if one.key == "transparency"),
        "",
    )
    when = period.turn(the_round) + period.between(the_round, regulation)
    return (
        f"เพื่อให้การประเมินผล{matter}ของ{joined(staff)}เป็นไปตาม{legal_basis(regulation)} "
        f"{office}จึงกำหนดหลักเกณฑ์และวิธีการประเมินผล{matter} สำหรับ{when}{purpose} "
        "ดังต่อไปนี้"
    )


def _heading(
    regulation: Regulation, the_round: RoundFile, staff: Sequence[str]
) -> Iterator[Block]:
    about, when = subject(regulation, the_round, staff)
    yield Heading((f"ประกาศ{the_round.organisation}", f"เรื่อง  {about}", when))
    yield Paragraph(RULE, indented=False, align="centre")


def _body(shown: Sequence[Section]) -> Iterator[Block]:
    """Every section with its number; its items numbered where there are several."""
    for number, section in enumerate(shown, 1):
        yield Paragraph(f"ข้อ {number}  {section.heading}", bold=True)
        said = section.said
        for place, item in enumerate(said, 1):
            mark = f"({place}) " if len(said) > 1 else ""
            yield Paragraph(mark + item.text, kept=place == 1)
        if section.table is not None:
            yield section.table
            yield Gap(8)


def closing(the_round: RoundFile, words: str = CLOSING) -> Iterator[Block]:
    """Day and signature of an announcement of the start of a round."""
    yield Gap(8, kept=True)
    yield Paragraph(words, kept=True)
    yield Gap(8, kept=True)
    day = dated(the_round.criteria_on)
    yield Paragraph(day, indented=False, align="centre", kept=True)
    chief = the_round.chief
    yield Signatures(((f"({chief.name})", chief.position),))


def dated(day: date | None) -> str:
    """When it is announced; room to write it where that is not known."""
    return f"ประกาศ ณ วันที่ {thai.official_date(day)}" if day else UNDATED
