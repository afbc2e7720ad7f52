"""Makes the notices of a round: one for everybody who has a result."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from perfeval import thai
from perfeval.appraise.layers import Final
from perfeval.appraise.standing import PersonStatus
from perfeval.excel.letter import xlsx
from perfeval.reports import notice
from perfeval.rounds.opened import Opened

FOLDER = "notices"
LONGEST = 64  # letters of an id in a file name
_UNSAFE = re.compile(r"[^0-9A-Za-z\u0e01-\u0e3a\u0e40-\u0e4e_-]+")
_TAKEN = re.compile("(con|prn|aux|nul|(com|lpt)[0-9])", re.IGNORECASE)  # by Windows


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of one person. path: under out/."""

    status: PersonStatus
    final: Final
    path: str
    content: bytes


def notices(
    opened: Opened, people: Iterable[PersonStatus], *, seal: str | None
) -> Iterator[Notice]:
    """
    The notice of everybody who has a result.

    Args:
        people: in roster order, every layer of their results applied.
        seal: the printed digits of the decided results; None makes drafts.
    """
    used: set[str] = set()
    for one in people:
        if one.result is None or one.final is None:
            continue
        letter = notice.build(
            one.person, one.result, one.final, opened.round, seal=seal
        )
        name = file_name(one.person.employee_id, used)
        yield Notice(one, one.final, f"{FOLDER}/{name}.xlsx", xlsx(letter))


def file_name(employee_id: str, used: set[str]) -> str:
    """A file name for an id, unlike those already used (which it joins)."""
    clean = _UNSAFE.sub("_", thai.ascii_digits(thai.tidy(employee_id)))[:LONGEST]
    if _TAKEN.fullmatch(clean) or not clean.strip("_"):
        clean = f"_{clean}"
    name, number = clean, 2
    while name.casefold() in used:
        name, number = f"{clean}_{number}", number + 1
    used.add(name.casefold())
    return name
