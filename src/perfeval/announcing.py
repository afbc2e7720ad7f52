"""
Makes the announcements of a round: one a regulation, checked before it is handed on.

What is going to be public is read again from its own bytes: it has the parts of a
fixed list, and it gives away nobody who is not announced.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from perfeval.appraise.announce import Announced, announced, exposed
from perfeval.appraise.standing import PersonState, PersonStatus
from perfeval.excel import public
from perfeval.excel.emblem import picture
from perfeval.excel.fault import Fault
from perfeval.excel.letter import xlsx
from perfeval.excel.source import take
from perfeval.findings import Finding, Location, finding
from perfeval.letter import Emblem
from perfeval.regulations.schema import Regulation
from perfeval.reports import announcement
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.opened import Opened
from perfeval.rounds.schema import RoundFile

FINAL, DRAFT = "announcement-{id}.xlsx", "announcement-draft-{id}.xlsx"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody announced, under which regulation, and in which paper under out/."""

    regulation: str
    announced: Announced
    path: str


@dataclass(frozen=True, slots=True)
class Announcements:
    """
    All announcements of a round.

    papers: the bytes of each, by its path under out/.
    withdrawn: paths under out/ of papers that hold no longer.
    """

    papers: Mapping[str, bytes]
    named: tuple[Named, ...]
    withdrawn: tuple[str, ...]
    findings: tuple[Finding, ...]


def announcements(
    opened: Opened, people: Sequence[PersonStatus], *, seal: str | None
) -> Announcements:
    """
    The announcements of what was decided.

    Args:
        people: in roster order, every layer of their results applied.
        seal: the printed digits of the decided results; None makes drafts.
    """
    emblem, findings = emblem_of(opened.folder, opened.round)
    papers: dict[str, bytes] = {}
    named: list[Named] = []
    withdrawn: list[str] = []
    for regulation in _regulations(opened):
        path = (DRAFT if seal is None else FINAL).format(id=regulation.id)
        shown = announced(people, regulation, _divisions(opened))
        content = _content(opened, regulation, shown, seal=seal, emblem=emblem)
        told = [
            *_nobody(opened, regulation, shown, people),
            *_given_away(opened, shown, content, path=path),
        ]
        findings += told
        if told:
            withdrawn.append(path)
        else:
            papers[path] = content
            named += [Named(regulation.id, one, path) for one in shown]
        if seal is not None:
            withdrawn.append(DRAFT.format(id=regulation.id))
    findings += _missing(opened, people)
    return Announcements(papers, tuple(named), tuple(withdrawn), tuple(findings))


def _regulations(opened: Opened) -> list[Regulation]:
    """Each regulation of the round once, in the order of round.toml."""
    found = {one.regulation.id: one.regulation for one in opened.regulations.values()}
    return list(found.values())


def _divisions(opened: Opened) -> list[str]:
    return [division.name for division in opened.round.divisions]


def _content(
    opened: Opened,
    regulation: Regulation,
    shown: Sequence[Announced],
    *,
    seal: str | None,
    emblem: bytes | None,
) -> bytes:
    letter = announcement.build(
        shown,
        opened.round,
        regulation,
        staff=list(_staff(opened, regulation)),
        seal=seal,
    )
    room = Emblem(announcement.EMBLEM, emblem)
    content = xlsx(replace(letter, emblem=room))
    more = public.parts(content) - public.PARTS
    if more - (public.OF_AN_EMBLEM if emblem else frozenset()):
        raise RuntimeError(f"a public paper holds more than it may: {sorted(more)}")
    return content


def _staff(opened: Opened, regulation: Regulation) -> Iterator[str]:
    """The staff groups of the round that a regulation covers, as papers call them."""
    labels = {group.key: group.label for group in regulation.staff_groups}
    for group, loaded in opened.regulations.items():
        if loaded.regulation.id == regulation.id:
            yield labels.get(group, group)


def emblem_of(
    folder: RoundFolder, said: RoundFile
) -> tuple[bytes | None, list[Finding]]:
    """The garuda of round.toml; a picture that cannot be used is told."""
    name = said.garuda_image
    if name is None:
        return None, []
    try:
        content, _ = take(folder.path / name)
    except Fault:
        content = b""
    if picture(content) is not None:
        return content, []
    where = Location(folder.shown(folder.round_file))
    return None, [finding("PE660", where, found=name)]


def _nobody(
    opened: Opened,
    regulation: Regulation,
    shown: Sequence[Announced],
    people: Sequence[PersonStatus],
) -> Iterator[Finding]:
    """PE663 where nobody has earned it, PE667 where there is no result at all."""
    if shown:
        return
    where = Location(opened.folder.shown(opened.folder.round_file))
    own = (one for one in people if opened.regulation_of(one.person) == regulation)
    if not any(one.final for one in own):
        yield finding("PE667", where, found=regulation.id)
        return
    wanted = set(regulation.announcement.bands)
    bands = [band for band in regulation.bands if band.key in wanted]
    yield finding(
        "PE663",
        where,
        found=regulation.id,
        clause=regulation.announcement.clause,
        bands_th=" ".join(band.label for band in bands),
        bands_en=", ".join(band.key for band in bands),
    )


def _given_away(
    opened: Opened, shown: Sequence[Announced], content: bytes, *, path: str
) -> Iterator[Finding]:
    """Everybody whom a paper gives away, found in the bytes that would be public."""
    chief = opened.round.chief.name
    proper = [name for one in shown for name in (one.person.full_name, one.person.name)]
    for person in exposed(
        *(public.texts(content), opened.roster.people, [*proper, chief]),
        rows=len(shown),
    ):
        where = opened.roster.where(person)
        yield finding("PE661", where, found=person.employee_id, paper=path)


def _missing(opened: Opened, people: Sequence[PersonStatus]) -> Iterator[Finding]:
    for one in people:
        if one.state is PersonState.MISSING:
            where = opened.roster.where(one.person)
            yield finding("PE662", where, found=one.person.full_name)
