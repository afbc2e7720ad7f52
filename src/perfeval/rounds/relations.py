"""
Rows of the roster held against each other: ids, evaluators, the chain of command.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from perfeval import thai
from perfeval.findings import Finding
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person
from perfeval.rounds.load import RoundRead
from perfeval.rounds.rows import Typed

Placed = tuple[Person, Typed]
STEM = 4  # letters of a position by which its title is known: ปลัด อบต.
ABOVE = ("evaluator_id", "next_supervisor_id")


def relations(rows: Sequence[Placed], read: RoundRead) -> list[Finding]:
    """Everything that only shows when all rows are seen together."""
    people = {person.key: person for person, _ in reversed(rows) if person.employee_id}
    return [
        *_doubled_ids(rows),
        *_doubled_names(rows),
        *(f for row in rows for f in _above(row, people, read)),
        *(f for row in rows for f in _chain(row, people, read)),
    ]


def _doubled_ids(rows: Sequence[Placed]) -> Iterator[Finding]:
    """An id stands in one row; both rows are told."""
    for same in _same(rows, lambda person: person.key):
        cells = ", ".join(typed.row.at["employee_id"] for _, typed in same)
        for _, typed in same:
            yield typed.finding("PE314", "employee_id", places=cells)


def _doubled_names(rows: Sequence[Placed]) -> Iterator[Finding]:
    """Two ids with one name may be one person."""
    for same in _same(rows, lambda person: thai.name_key(person.name)):
        if len({person.key for person, _ in same}) == len(same):
            cells = ", ".join(typed.row.at["name"] for _, typed in same)
            for _, typed in same:
                yield typed.finding("PE327", "name", places=cells)


def _same(
    rows: Sequence[Placed], key: Callable[[Person], str]
) -> Iterator[list[Placed]]:
    by_key: defaultdict[str, list[Placed]] = defaultdict(list)
    for row in rows:
        by_key[key(row[0])].append(row)
    yield from (same for word, same in by_key.items() if word and len(same) > 1)


def _above(
    row: Placed, people: Mapping[str, Person], read: RoundRead
) -> Iterator[Finding]:
    """Whoever evaluates a person is known, and is somebody else."""
    person, typed = row
    others = {thai.id_key(one.id) for one in (read.round.chief, *read.round.evaluators)}
    for key in ABOVE:
        word = getattr(person, key)
        if not word:
            continue
        meant = thai.id_key(word)
        if person.employee_id and meant == person.key:
            yield typed.finding("PE316", key)
        elif meant not in people and meant not in others:
            yield typed.finding("PE315", key, near=_meant(word, people, read))
    if typed.lacks("evaluator_id") and not person.excluded_reason:
        yield typed.finding("PE317", "evaluator_id")


def _meant(word: str, people: Mapping[str, Person], read: RoundRead) -> str:
    """The id that was meant: of a name that was typed, or one much like it."""
    name = thai.name_key(word)
    chief = read.round.chief
    names = {one.id: one.name for one in (chief, *read.round.evaluators)}
    names |= {one.employee_id: one.name for one in people.values()}
    named = [one for one, known in names.items() if thai.name_key(known) == name]
    return next(iter(named or get_close_matches(word, names, n=1)), chief.id)


def _chain(
    row: Placed, people: Mapping[str, Person], read: RoundRead
) -> Iterator[Finding]:
    """
    An evaluator who can hardly be one under the regulation.

    Only what is sure is told: two people who evaluate each other; somebody who is
    no head and has no title that the regulation names; the head of one division
    for a person of another.

    Source: `evaluators` of the regulation.
    """
    person, typed = row
    evaluator = people.get(thai.id_key(person.evaluator_id or ""))
    regulation = read.regulations[person.staff_group].regulation
    if evaluator is None or evaluator is person or not regulation.evaluators:
        return
    above = thai.id_key(evaluator.evaluator_id or "")
    is_mutual = above == person.key
    is_led = above in people  # not by the chief, so not over all divisions
    if is_mutual or (
        is_led
        and (
            _is_no_superior(evaluator, regulation, read)
            or _is_of_elsewhere(person, evaluator, read)
        )
    ):
        clauses = ", ".join(one.clause for one in regulation.evaluators)
        name = evaluator.full_name
        yield typed.finding("PE318", "evaluator_id", name=name, clause=clauses)


def _is_head(person: Person, read: RoundRead) -> bool:
    heads = {thai.id_key(one.head) for one in read.round.divisions if one.head}
    return person.is_head or person.key in heads


def _is_no_superior(person: Person, regulation: Regulation, read: RoundRead) -> bool:
    """No head, and a position that begins like no title of the regulation."""
    titles = [
        title
        for one in regulation.evaluators
        for title in (*one.evaluator.split(), *one.employees)
    ]
    stem = thai.label_key(person.position)[:STEM]
    is_named = any(thai.label_key(title).startswith(stem) for title in titles)
    return not _is_head(person, read) and not is_named


def _is_of_elsewhere(person: Person, evaluator: Person, read: RoundRead) -> bool:
    """The head of one division, for a person of another who did not move."""
    return (
        _is_head(evaluator, read)
        and not _is_head(person, read)
        and person.movement is None
        and person.division in [one.name for one in read.round.divisions]
        and evaluator.division != person.division
    )
