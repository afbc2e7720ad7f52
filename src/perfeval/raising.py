"""
Makes what is told of raises after they are set: a public paper, and personal ones.

The announcement of the percents holds nothing of anybody; a notice is for one person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from perfeval.announcing import emblem_of
from perfeval.appraise.announce import exposed
from perfeval.appraise.pay import Raise
from perfeval.appraise.pay_people import PayState, Proposal
from perfeval.appraise.raises import Raises, days_of, members
from perfeval.appraise.standing import PersonStatus
from perfeval.excel import public
from perfeval.excel.letter import xlsx
from perfeval.findings import Finding, Location, finding
from perfeval.notifying import file_name
from perfeval.paying import raises_of
from perfeval.record import pay as record
from perfeval.regulations.schema import Regulation
from perfeval.reports import percents, raise_notice
from perfeval.rounds.covered import Covered, covered
from perfeval.rounds.opened import Opened

FINAL, DRAFT = "percents-{id}.xlsx", "percents-draft-{id}.xlsx"
FOLDER = "raises"


@dataclass(frozen=True, slots=True)
class Percents:
    """The announcement of one regulation. path: under out/."""

    regulation: Regulation
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Announced:
    """
    The announcements of a round.

    withdrawn: paths under out/ of papers that hold no longer.
    """

    made: tuple[Percents, ...]
    withdrawn: tuple[str, ...]
    findings: tuple[Finding, ...]


def announced(opened: Opened, *, seal: str | None) -> Announced:
    """
    The percents of each band, for every regulation that raises by percent.

    Args:
        seal: the printed digits of the decided results; None makes drafts.
    """
    emblem, told = emblem_of(opened.folder, opened.round)
    findings, made, withdrawn = list(told), [], []
    for one in covered(opened.regulations, opened.round.regulations):
        content = _percents(opened, one, emblem, seal=seal)
        law = one.loaded.regulation
        if content is None:
            findings.append(_not_by_percent(opened, law))
            continue
        path = (DRAFT if seal is None else FINAL).format(id=law.id)
        found = list(_given_away(opened, content, path))
        findings += found
        if found:
            withdrawn.append(path)
        else:
            made.append(Percents(law, path, content))
        if seal is not None:
            withdrawn.append(DRAFT.format(id=law.id))
    return Announced(tuple(made), tuple(withdrawn), tuple(findings))


def _not_by_percent(opened: Opened, law: Regulation) -> Finding:
    where = Location(opened.folder.shown(opened.folder.round_file))
    return finding("PE666", where, found=law.id)


def _percents(
    opened: Opened, one: Covered, emblem: bytes | None, *, seal: str | None
) -> bytes | None:
    """The bytes of one announcement; None where nothing is raised by percent."""
    law = one.loaded.regulation
    of = {loaded.regulation.id: key for key, loaded in opened.regulations.items()}
    days = days_of(opened, of[law.id])
    if days is None:
        return None
    letter = percents.build(
        law, opened.round, staff=one.staff, raised_on=days.raised_on, seal=seal
    )
    room = letter.emblem and replace(letter.emblem, image=emblem)
    content = xlsx(replace(letter, emblem=room))
    more = public.parts(content) - public.allowed(1, emblem=emblem is not None)
    if more:
        raise RuntimeError(f"a public paper holds more than it may: {sorted(more)}")
    return content


def _given_away(opened: Opened, content: bytes, path: str) -> Iterator[Finding]:
    """Everybody whom the paper gives away, found in its very bytes."""
    proper = [opened.round.chief.name]
    for person in exposed(public.texts(content), opened.roster.people, proper):
        where = opened.roster.where(person)
        yield finding("PE661", where, found=person.employee_id, paper=path)


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of one person's raise. path: under out/."""

    raises: Raises
    proposal: Proposal
    came: Raise
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Notices:
    """
    The notices of a round.

    unset: how many people have a result and no amount yet.
    """

    made: tuple[Notice, ...]
    unset: int
    findings: tuple[Finding, ...]


def notices(
    opened: Opened, people: Sequence[PersonStatus], *, seal: str | None
) -> Notices:
    """
    A notice for everybody whose raise is set, also where it is none.

    Args:
        people: in roster order, every layer of their results applied.
        seal: the printed digits of the decided results; None makes drafts.

    Raises:
        DataFileError: the office's own table of bases cannot be used.
        DamagedError: percents in record/ cannot be read.
    """
    used: set[str] = set()
    made: list[Notice] = []
    findings: list[Finding] = []
    others: dict[str, Regulation] = {}  # that raise in another way
    unset = 0
    for group in opened.regulations:
        if not members(people, group):
            continue
        raises = raises_of(opened, people, group, record.load(opened.folder, group))
        if raises is None:
            law = opened.regulations[group].regulation
            others[law.id] = law
            continue
        findings += raises.findings
        unset += raises.count(PayState.OPEN) + raises.count(PayState.FAULTY)
        made += _notices(raises, used, seal=seal)
    findings += [_not_by_percent(opened, law) for law in others.values()]
    return Notices(tuple(made), unset, tuple(findings))


def _notices(raises: Raises, used: set[str], *, seal: str | None) -> Iterator[Notice]:
    for one in raises.proposals:
        if one.state is PayState.PROPOSED and one.amounts is not None:
            letter = raise_notice.build(raises, one, one.amounts, seal=seal)
            name = file_name(one.person.employee_id, used)
            path = f"{FOLDER}/{name}.xlsx"
            yield Notice(raises, one, one.amounts, path, xlsx(letter))


def written(opened: Opened) -> tuple[str, ...]:
    """Paths under out/ of the notices of raises that stand there."""
    place = opened.folder.out / FOLDER
    return tuple(sorted(f"{FOLDER}/{one.name}" for one in place.glob("*.xlsx")))
