"""
Makes the papers that open a round: one workbook a regulation, a sheet a paper.

They are built from the regulation file and round.toml alone, so nobody who is to be
evaluated can stand in them; a workbook has the parts of a fixed list.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from perfeval.announcing import emblem_of
from perfeval.appraise.committee import check_members
from perfeval.choices import Opening
from perfeval.excel import public
from perfeval.excel.letter import xlsx
from perfeval.findings import Finding, Location
from perfeval.letter import Letter
from perfeval.reports import (
    attendance_limits,
    calendar,
    committee_order,
    criteria,
    criteria_proof,
    memorandum,
)
from perfeval.reports.announcement import DRAFT as MARK
from perfeval.rounds.check import late_criteria, to_fill
from perfeval.rounds.covered import Covered
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.load import RoundRead
from perfeval.rounds.schema import RoundFile

FINAL, DRAFT = "criteria-{id}.xlsx", "criteria-draft-{id}.xlsx"
ENCLOSED = {  # what the memorandum submits
    Opening.ANNOUNCEMENT: "ร่างประกาศหลักเกณฑ์และวิธีการประเมินผล{matter}",
    Opening.ATTENDANCE: "ร่างประกาศกำหนดหลักเกณฑ์จำนวนครั้งการลาหรือมาทำงานสาย",
    Opening.CALENDAR: "ปฏิทินและขั้นตอนการประเมินผล{matter} แนบท้ายประกาศ",
    Opening.ORDER: "ร่างคำสั่งแต่งตั้งคณะกรรมการกลั่นกรองการประเมินผล{matter}",
}


@dataclass(frozen=True, slots=True)
class Made:
    """The workbook of one regulation, and the papers in it. path: under out/."""

    covered: Covered
    papers: tuple[Opening, ...]
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """
    The papers of a round.

    withdrawn: paths under out/ of drafts that gave way.
    """

    made: tuple[Made, ...]
    withdrawn: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def papers(self) -> Mapping[str, bytes]:
        """The bytes of each workbook, by its path under out/."""
        return {one.path: one.content for one in self.made}


def papers(
    folder: RoundFolder,
    read: RoundRead,
    chosen: Sequence[Covered],
    *,
    wanted: Collection[Opening],
    draft: bool,
) -> Opened:
    """
    The papers of some regulations of a round.

    Args:
        wanted: which papers; all when empty.
        draft: marked as one on every page, under a name of its own.
    """
    emblem, told = emblem_of(folder, read.round)
    made = []
    for one in chosen:
        kinds = [kind for kind in _kinds(one) if not wanted or kind in wanted]
        if not kinds:
            continue
        letters = list(_letters(one, read.round, kinds, draft=draft))
        content = _content([_with(emblem, letter) for letter in letters])
        path = (DRAFT if draft else FINAL).format(id=one.loaded.regulation.id)
        made.append(Made(one, tuple(kinds), path, content))
    withdrawn = [] if draft else [DRAFT.format(id=one.loaded.regulation.id)
                                  for one in chosen]  # fmt: skip
    findings = (*told, *_doubts(folder, read))
    return Opened(tuple(made), tuple(withdrawn), findings)


def _kinds(one: Covered) -> Iterator[Opening]:
    """The papers that a regulation has: the limits of attendance only where it has."""
    for kind in Opening:
        if kind is not Opening.ATTENDANCE or one.loaded.regulation.attendance:
            yield kind


def _doubts(folder: RoundFolder, read: RoundRead) -> Iterator[Finding]:
    """What round.toml should say before the papers are signed."""
    yield from late_criteria(read)
    yield from to_fill(read)
    where = Location(folder.shown(folder.round_file))
    yield from check_members(read.round.committee, where)


def _letters(
    one: Covered, said: RoundFile, kinds: Sequence[Opening], *, draft: bool
) -> Iterator[Letter]:
    """The papers of one regulation, in their order."""
    law, staff = one.loaded.regulation, one.staff
    for kind in kinds:
        if kind is Opening.ANNOUNCEMENT:
            yield criteria.build(one.loaded, said, staff=staff, draft=draft)
        elif kind is Opening.ATTENDANCE:
            yield attendance_limits.build(law, said, staff=staff, draft=draft)
        elif kind is Opening.CALENDAR:
            office = said.organisation
            letter = calendar.build(law, said, staff=staff, organisation=office)
            yield replace(letter, mark=MARK if draft else "")
        elif kind is Opening.MEMORANDUM:
            enclosed = list(_enclosed(one))
            yield memorandum.build(
                law, said, staff=staff, enclosed=enclosed, draft=draft
            )
        elif kind is Opening.ORDER:
            yield committee_order.build(law, said, staff=staff, draft=draft)
        else:
            yield criteria_proof.build(one.loaded)


def _enclosed(one: Covered) -> Iterator[str]:
    """What the memorandum submits; a calendar where the regulation has steps."""
    law = one.loaded.regulation
    there = set(_kinds(one)) - ({Opening.CALENDAR} if not law.steps else set())
    for kind, words in ENCLOSED.items():
        if kind in there:
            yield words.format(matter=law.announcement.matter)


def _with(emblem: bytes | None, letter: Letter) -> Letter:
    """A paper with the garuda of the office in the room for it."""
    if letter.emblem is None:
        return letter
    return replace(letter, emblem=replace(letter.emblem, image=emblem))


def _content(letters: Sequence[Letter]) -> bytes:
    content = xlsx(*letters)
    has_emblem = any(one.emblem and one.emblem.image for one in letters)
    more = public.parts(content) - public.allowed(len(letters), emblem=has_emblem)
    if more:
        raise RuntimeError(f"a public paper holds more than it may: {sorted(more)}")
    return content
