"""Which workbooks a round needs, under which names, with whose forms in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perfeval.choices import Per, Stage
from perfeval.handout.names import clean, unique
from perfeval.roster import Person
from perfeval.rounds.above import Above, above
from perfeval.rounds.opened import Opened

MOST_FORMS = 25  # of a workbook: the reader takes 30 sheets
MOST_SHEETS = 29  # forms, and instructions for each kind of them; one more is hidden
ENDING = ".xlsx"
MARKED = " (ประเมิน)"  # behind the name of a form with its agreement filled in
OFF_ROSTER = "00 ผู้บริหาร"  # the folder of evaluators who are in no division
OF_EVALUATOR = "ผู้ประเมิน"  # before the name: an evaluator has a form of his own too
NOBODY = "ยังไม่ระบุ"


@dataclass(frozen=True, slots=True)
class Planned:
    """One workbook. path: from the folder forms/, with `/`."""

    path: str
    people: tuple[Person, ...]


def plan(
    opened: Opened, people: Sequence[Person], per: Per, stage: Stage
) -> tuple[Planned, ...]:
    """Every workbook that a round needs, the divisions in their official order."""
    each = _by_person if per is Per.PERSON else _by_evaluator
    used: set[str] = set()
    named = sorted(each(opened, people), key=lambda one: one[0])
    tail = (MARKED if stage is Stage.EVALUATION else "") + ENDING
    return tuple(
        Planned(unique(f"{folder}/{name}", used, tail), some)
        for folder, name, some in named
    )


Named = tuple[str, str, tuple[Person, ...]]  # folder, name, whose forms


def _by_person(opened: Opened, people: Sequence[Person]) -> Iterator[Named]:
    for person in people:
        name = clean(f"{person.employee_id} {person.full_name}")
        yield _folder(opened, person.division), name, (person,)


def _by_evaluator(opened: Opened, people: Sequence[Person]) -> Iterator[Named]:
    """One workbook for an evaluator's people, kind by kind; several when many."""
    groups: dict[tuple[str, str], list[Person]] = {}
    for person in people:
        one = above(opened, person.evaluator_id)
        folder = _folder(opened, _division(one, person))
        who = f"{one.id} {one.name}" if one else NOBODY
        name = clean(f"{OF_EVALUATOR} {who}")
        groups.setdefault((folder, name), []).append(person)
    for (folder, name), some in groups.items():
        rules = list(dict.fromkeys(opened.regulation_of(one).id for one in some))
        some.sort(key=lambda one: rules.index(opened.regulation_of(one).id))
        most = min(MOST_FORMS, MOST_SHEETS - len(rules))
        parts = [some[n : n + most] for n in range(0, len(some), most)]
        for number, part in enumerate(parts, 1):
            numbered = f"{name} {number}" if len(parts) > 1 else name
            yield folder, numbered, tuple(part)


def _division(evaluator: Above | None, person: Person) -> str | None:
    return evaluator.division if evaluator else person.division


def _folder(opened: Opened, division: str | None) -> str:
    """The folder of a division, numbered so that folders sort as papers do."""
    if division is None:
        return OFF_ROSTER
    number = opened.round.order_of(division) + 1
    return clean(f"{number:02} {division}")
