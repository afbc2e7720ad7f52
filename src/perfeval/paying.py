"""
The raises of a round, a staff group at a time: from results to a paper, and back.

Nothing is written here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from perfeval import thai
from perfeval.appraise.pay_judge import judge
from perfeval.appraise.pay_set import SetPercents, holding, left_out
from perfeval.appraise.raises import Known, Raises, days_of, members, raises
from perfeval.appraise.standing import PersonStatus
from perfeval.excel.lookups import OF_LIST
from perfeval.excel.read import read_once
from perfeval.findings import Finding, Location, finding, has_error
from perfeval.forms.locate_paper import locate_paper
from perfeval.forms.paper import load_paper
from perfeval.grid import MARK
from perfeval.pay_tables import table_of
from perfeval.rounds.opened import Opened
from perfeval.rounds.percents import Percents, percents

PAPER = "pay"
MOST_NAMED = 5  # people whom a finding names
LOST = ("PE016", "PE618")  # a table could not be read


def raises_of(
    opened: Opened,
    people: Iterable[PersonStatus],
    staff_group: str,
    taken: SetPercents | None = None,
) -> Raises | None:
    """
    The raises of one staff group; None where its regulation has none by percent.

    Args:
        people: everybody of the round, every layer of their results applied.
        taken: the percents that were set before.

    Raises:
        DataFileError: the office's own table of bases cannot be used.
    """
    days = days_of(opened, staff_group)
    if days is None:
        return None
    loaded, told = table_of(opened, days.raised_on)
    people = tuple(people)
    typed, gone = holding(taken, members(people, staff_group))
    where = Location(opened.folder.shown(opened.folder.record / PAPER / staff_group))
    known = Known(
        loaded=loaded,
        typed=typed,
        set_by=taken.set_by if taken else None,
        told=(*told, *_of(gone, "PE552", where)),
    )
    return raises(opened, people, staff_group, known=known)


def raise_of(
    opened: Opened, status: PersonStatus, taken: SetPercents | None
) -> Raises | None:
    """
    The raise of one person alone; its accounts are those of nobody else.

    Args:
        status: every layer of the result applied. taken: as for `raises_of`.
    """
    group, key = status.person.staff_group, status.person.key
    if taken is not None:
        own = tuple(one for one in taken.people if thai.id_key(one.employee_id) == key)
        taken = replace(taken, people=own)
    return raises_of(opened, [status], group, taken)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """
    What came of a pay workbook.

    staff_group: None where it is not known. taken: None where anything is wrong.
    content, sha256: its very bytes. is_stale: not about the present people.
    """

    staff_group: str | None
    taken: SetPercents | None
    findings: tuple[Finding, ...]
    content: bytes = b""
    sha256: str = ""
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class _Typed:
    """A pay workbook that was read. told: everything that was found on the way."""

    said: Percents
    told: list[Finding]
    content: bytes
    sha256: str


def group_of(path: Path, opened: Opened) -> tuple[str | None, Finding | None]:
    """
    The staff group that a pay workbook is about, and why where it is none of ours.

    It says so itself; where that is lost, the first person of it does.
    """
    shown = opened.folder.shown(path)
    read = read_once(path, shown=shown, size=OF_LIST)
    if read.workbook is None:
        return None, read.findings[0]
    said = read.workbook.properties.get(MARK, "")
    for group in opened.regulations:
        if said == mark_of(opened, group):
            return group, None
    if said:
        return None, _not_ours(shown, f"ไฟล์นี้เป็นของ “{said}”", f"the file is “{said}”")
    rows = _located(path, shown).said.rows
    found = (opened.roster.find(row.employee_id) for row in rows)
    person = next((one for one in found if one), None)
    if person is None:
        why = ("ไม่พบตารางเลื่อนเงินเดือน", "it has no table of raises")
        return None, _not_ours(shown, *why)
    return person.staff_group, None


def mark_of(opened: Opened, staff_group: str) -> str:
    """By which a pay workbook says what it is."""
    return f"{PAPER} {staff_group} {opened.round.code}"


def take_in(path: Path, present: Raises, *, number: int) -> TakenIn:
    """
    The percents in a pay workbook, or everything that is wrong with it.

    Args:
        present: the raises of its staff group, no percent set.
        number: that the percents are going to bear.
    """
    opened = present.opened
    shown = opened.folder.shown(path)
    read = _located(path, shown)
    if not read.content:
        return TakenIn(present.staff_group, None, tuple(read.told))
    judged = judge(read.said, present.proposals, present.rules, Location(shown))
    told = [*read.told, *judged.findings]
    taken = None
    if not has_error(told):
        taken = SetPercents(
            number, present.staff_group, read.said.set_by, judged.people
        )
    return TakenIn(
        staff_group=present.staff_group,
        taken=taken,
        findings=tuple(told),
        content=read.content,
        sha256=read.sha256,
        is_stale=judged.is_stale and not any(one.code in LOST for one in told),
    )


def _located(path: Path, shown: str) -> _Typed:
    """What stands in the cells of a pay workbook."""
    kept: list[bytes] = []
    read = read_once(
        path, shown=shown, keep=lambda content, _: kept.append(content), size=OF_LIST
    )
    if read.workbook is None:
        return _Typed(Percents((), None, ()), list(read.findings), b"", "")
    located = locate_paper(read.workbook, load_paper(PAPER))
    said = percents(filled for filled, _ in located)
    told = [*read.findings, *(one for _, found in located for one in found)]
    told += said.findings
    return _Typed(said, told, kept[0], read.sha256 or "")


def left_blank(
    before: SetPercents | None, taken: SetPercents, shown: str
) -> tuple[Finding, ...]:
    """PE569 for percents that were set before, and that a workbook leaves blank."""
    return tuple(_of(left_out(before, taken), "PE569", Location(shown)))


def _not_ours(shown: str, th: str, en: str) -> Finding:
    return finding("PE558", Location(shown), why_th=th, why_en=en)


def _of(ids: tuple[str, ...], code: str, where: Location) -> Iterable[Finding]:
    """One finding that names the first of some people; none where there are none."""
    if ids:
        more = " …" if len(ids) > MOST_NAMED else ""
        yield finding(code, where, who=", ".join(ids[:MOST_NAMED]) + more)
