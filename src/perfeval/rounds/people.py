"""
From the workbook of the roster to people: each row held against the round.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from perfeval import thai
from perfeval.findings import Finding, Location, finding, has_error
from perfeval.forms.fields import Offers
from perfeval.forms.hidden import hidden_values
from perfeval.forms.load_list import load_list
from perfeval.forms.locate_list import locate_list, sheet_of
from perfeval.grid import Workbook
from perfeval.model import Filled
from perfeval.regulations.schema import Regulation
from perfeval.roster import Movement, Person, Roster
from perfeval.rounds.load import RoundRead, nearest
from perfeval.rounds.relations import relations
from perfeval.rounds.rows import TABLE, RosterRow, Typed, typed
from perfeval.rounds.together import together

REQUIRED = ("employee_id", "name", "division", "staff_group")
YES = "yes"
# An id names files, so it cannot hold what no file name may.
CITIZEN = re.compile("[0-9]{13}")  # as every Thai has one; not to be spread
UNFIT_ID = re.compile(
    r'[\\/:*?"<>|\x00-\x1f]|^\.|\.$|^.{65}'
    # Windows takes these for devices, whatever follows behind a dot.
    r"|^(?i:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\xb9\xb2\xb3]) *(?:\.|$)"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A person, the cells of the row, and what was found in it."""

    person: Person
    typed: Typed
    findings: tuple[Finding, ...]


def offers_of(read: RoundRead) -> Offers:
    """The dropdowns of the roster of a round: label -> value."""
    positions = [
        one
        for loaded in read.regulations.values()
        for one in loaded.regulation.positions
    ]
    return Offers(
        {
            "divisions": {one.name: one.name for one in read.round.divisions},
            "staff_groups": {label: key for key, label in read.group_labels().items()},
            "position_types": {one.type: one.type for one in positions},
            "position_levels": {level: level for p in positions for level in p.levels},
        }
    )


def located(
    workbook: Workbook, offers: Offers, forms: Path | None = None
) -> tuple[Filled, list[Finding]] | None:
    """The cells of a roster; None when a workbook holds none."""
    listed = load_list(TABLE, forms)
    sheet = sheet_of(workbook, listed)
    if sheet is None:
        return None
    filled, findings = locate_list(workbook, sheet, listed, offers)
    return filled, [*findings, *hidden_values(sheet, filled)]


def read_roster(
    workbook: Workbook,
    read: RoundRead,
    told: Sequence[Finding] = (),
    *,
    forms: Path | None = None,
) -> Roster:
    """
    Everybody of a round, and every fault of the roster in one pass.

    Args:
        told: what was found when the file was read.
        forms: where a sealed round keeps its lists; the shipped ones when None.

    Raises:
        DataFileError: the list that a sealed round keeps cannot be used.
    """
    found = located(workbook, offers_of(read), forms)
    if found is None:
        nothing = finding("PE310", Location(workbook.file))
        return Roster(workbook.file, "", workbook.sha256, (), findings=(*told, nothing))
    filled, lost = found
    where = Location(filled.file, filled.sheet)
    rows = [_row(one, read) for one in typed(filled)]
    related = relations([(one.person, one.typed) for one in rows], read)
    findings = [f for one in rows for f in one.findings] + related
    nobody = [] if rows else [finding("PE328", where)]
    faulty = {thai.id_key(f.employee_id or "") for f in findings if has_error([f])}
    people: dict[str, Person] = {}
    for one in rows:
        if one.person.employee_id:
            people.setdefault(one.person.key, one.person)
    if has_error(lost):  # a value may stand under another heading
        faulty = set(people)
    return Roster(
        file=filled.file,
        sheet=filled.sheet,
        sha256=filled.sha256,
        people=tuple(people.values()),
        faulty=frozenset(faulty & people.keys()),
        findings=(*told, *lost, *nobody, *together(findings, filled)),
    )


def _row(one: Typed, read: RoundRead) -> Row:
    """One person, and every fault that the row shows on its own."""
    row = one.row
    found = list(one.findings)
    found += [
        one.finding("PE101", key)
        for key in REQUIRED
        if one.lacks(key) and not _goes_without_saying(key, read)
    ]
    if row.employee_id and UNFIT_ID.search(row.employee_id):
        found.append(one.finding("PE329", "employee_id"))
    if CITIZEN.fullmatch(thai.id_key(row.employee_id or "")):
        found.append(replace(one.finding("PE309", "employee_id"), found=None))
    prefix, name = _named(row)
    if name != (row.name or "") or prefix != (row.prefix or ""):
        found.append(one.finding("PE326", "name", prefix=prefix, name=name))
    division, unknown = _division(one, read)
    group, no_group = _group(one, read)
    regulation = read.regulations[group].regulation
    kind, level, no_position = _position(one, regulation)
    found += [*unknown, *no_group, *no_position, *_dates(one), *_salary(one)]
    person = Person(
        employee_id=row.employee_id or "",
        prefix=prefix,
        name=name,
        position=row.position or "",
        position_type=kind,
        position_level=level,
        is_head=row.is_head == YES,
        division=division,
        staff_group=group,
        evaluator_id=row.evaluator_id,
        next_supervisor_id=row.next_supervisor_id,
        started_on=row.started_on,
        probation_from=row.probation_from,
        probation_to=row.probation_to,
        movement=_movement(row),
        movement_on=row.movement_on,
        excluded_reason=row.excluded_reason,
        salary=row.salary,
        at=row.at,
    )
    return Row(person, one, tuple(found))


def _goes_without_saying(key: str, read: RoundRead) -> bool:
    """A round of one staff group need not name it in every row."""
    return key == "staff_group" and len(read.regulations) == 1


def _movement(row: RosterRow) -> Movement | None:
    return row.movement  # type: ignore[return-value]  # a key of the list


def _named(row: RosterRow) -> tuple[str, str]:
    """Prefix and name, where both were typed into the cell of the name."""
    prefix, name = thai.tidy(row.prefix or ""), row.name or ""
    split, rest = thai.split_prefix(name)
    if not split or prefix not in ("", split):
        return prefix, name
    return split, rest


def _division(one: Typed, read: RoundRead) -> tuple[str, list[Finding]]:
    """The division as round.toml spells it."""
    word = one.row.division or ""
    known = {thai.label_key(d.name): d.name for d in read.round.divisions}
    name = known.get(thai.label_key(word))
    if name is not None or not word:
        return name or "", []
    near = nearest(word, list(known.values()))
    return word, [one.finding("PE312", "division", near=near)]


def _group(one: Typed, read: RoundRead) -> tuple[str, list[Finding]]:
    """The staff group by its label or key; the first of the round where unknown."""
    word = one.row.staff_group or ""
    labels = read.group_labels()
    known = {thai.label_key(label): key for key, label in labels.items()}
    known |= {thai.label_key(key): key for key in labels}
    first = next(iter(read.regulations))
    key = known.get(thai.label_key(word))
    if key is not None or not word:
        return key or first, []
    near = nearest(word, list(labels.values()))
    return first, [one.finding("PE313", "staff_group", near=near)]


def _position(
    one: Typed, regulation: Regulation
) -> tuple[str | None, str | None, list[Finding]]:
    """Type and level as the regulation spells them; None where it has no such."""
    levels = {position.type: position.levels for position in regulation.positions}
    kind = _spelled(one.row.position_type, list(levels))
    if one.row.position_type and kind is None:
        near = nearest(one.row.position_type, list(levels))
        return None, None, [one.finding("PE321", "position_type", near=near)]
    every = [level for listed in levels.values() for level in listed]
    offered = list(levels[kind]) if kind else list(dict.fromkeys(every))
    level = _spelled(one.row.position_level, offered)
    if one.row.position_level and level is None:
        facts = {"type": kind or one.where.sheet or "", "near": " / ".join(offered)}
        return kind, None, [one.finding("PE322", "position_level", **facts)]
    return kind, level, []


def _spelled(word: str | None, known: list[str]) -> str | None:
    keys: Mapping[str, str] = {thai.label_key(one): one for one in known}
    return keys.get(thai.label_key(word)) if word else None


def _dates(one: Typed) -> Iterator[Finding]:
    """Dates that contradict each other or lack what they belong to."""
    row = one.row
    begins, ends = row.probation_from, row.probation_to
    if begins and ends and ends < begins:
        yield one.finding("PE323", "probation_to", begins=thai.long_date(begins))
    if row.movement and one.lacks("movement_on"):
        yield one.finding("PE319", "movement_on", movement=_told(one))
    if row.movement_on and one.lacks("movement"):
        yield one.finding("PE320", "movement")


def _told(one: Typed) -> str:
    return thai.tidy(one.entries["movement"].cell.raw)


def _salary(one: Typed) -> Iterator[Finding]:
    if one.row.salary is not None and one.row.salary < 0:
        yield one.finding("PE325", "salary")
