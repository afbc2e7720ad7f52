"""
The exact present results of a round as canonical data, and their digest.

Papers are bound to the digest of the results they rest on; after the decision the
same data, with its layers, is what the seal is drawn from. It says nothing of
paths and times: the same people and the same workbooks give the same bytes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import cast

from perfeval.appraise.attendance import Lacks, attended
from perfeval.appraise.decided import Decided, apply
from perfeval.appraise.figures import exact_text
from perfeval.appraise.layers import Final, before_committee
from perfeval.appraise.score import Result
from perfeval.appraise.standing import Intake, PersonStatus
from perfeval.rounds.opened import Opened

SCHEMA = "perfeval/results/1"
PERSON = "\n  "  # begins each line of somebody
Ledger = Mapping[str, object]


def ledger(opened: Opened, intake: Intake, decided: Decided | None = None) -> Ledger:
    """
    Everybody of the roster with every layer of the result, and what it rests on.

    Args:
        intake: as it was received; the decision is applied here.
    """
    people = [*_people(opened, intake, decided)]
    return {**_rests_on(opened, decided), "people": people}


def canonical(told: Ledger) -> bytes:
    """The one spelling of a ledger: keys sorted, indented, UTF-8."""
    people = cast("list[Ledger]", told["people"])
    return b"".join(_spelled(told, people))


def basis(opened: Opened, intake: Intake, decided: Decided | None = None) -> str:
    """The digest of the present results, in lower-case hex; one person at a time."""
    digest = sha256()
    people = _people(opened, intake, decided)
    for piece in _spelled(_rests_on(opened, decided), people):
        digest.update(piece)
    return digest.hexdigest()


def _rests_on(opened: Opened, decided: Decided | None) -> Ledger:
    """All of a ledger but the people."""
    return {
        "schema": SCHEMA,
        "organisation": opened.round.organisation,
        "round": opened.round.code,
        "round_sha256": opened.sha256,
        "roster_sha256": opened.roster.sha256,
        "regulations": {
            group: {"id": loaded.regulation.id, "sha256": loaded.sha256}
            for group, loaded in opened.regulations.items()
        },
        "decision": _decision(decided),
    }


def _people(
    opened: Opened, intake: Intake, decided: Decided | None
) -> Iterator[Ledger]:
    return (_person(one, opened) for one in apply(intake, decided).people)


def _spelled(told: Ledger, people: Iterable[Ledger]) -> Iterator[bytes]:
    """The spelling of a ledger, piece after piece; `told` without its people."""
    lines = (PERSON + _text(one).replace("\n", PERSON) for one in people)
    first = next(lines, None)
    if first is None:
        yield _utf8(_text({**told, "people": []}) + "\n")
        return
    # No text of JSON holds a line break, so only ours is found.
    before, behind = _text({**told, "people": [None]}).split(f"{PERSON}null\n")
    yield _utf8(before + first)
    for line in lines:
        yield _utf8(f",{line}")
    yield _utf8(f"\n{behind}\n")


def _text(told: Ledger) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _decision(decided: Decided | None) -> Mapping[str, object] | None:
    if decided is None:
        return None
    return {
        "number": decided.number,
        "decided_on": decided.decided_on.isoformat(),
        "decided_by": decided.decided_by,
        "sha256": decided.sha256,
    }


def _person(status: PersonStatus, opened: Opened) -> Ledger:
    person = status.person
    return {
        "employee_id": person.employee_id,
        "division": person.division,
        "staff_group": person.staff_group,
        "state": status.state.value,
        "form": _form(status.result),
        "components": _components(status.result),
        "layers": _layers(status.final or _of(status.result)),
        **_outcome(status.final or _of(status.result)),
        **_attendance(status, opened),
    }


def _attendance(status: PersonStatus, opened: Opened) -> Mapping[str, object]:
    """Leave and lateness, where anything is told of them; a raise rests on it."""
    found = attended(status, opened)
    if found is None or Lacks.FILE in (found.leave_lacks, found.late_lacks):
        return {}
    return {
        "attendance": {
            "leave_times": found.leave.times if found.leave else None,
            "leave_days": found.days_text,
            "leave_status": found.leave_status,
            "late_times": found.late_times,
            "late_status": found.late_status,
        }
    }


def _of(result: Result | None) -> Final | None:
    return before_committee(result) if result else None


def _form(result: Result | None) -> Mapping[str, str] | None:
    """The workbook that counts; its path may change, its bytes may not."""
    if result is None:
        return None
    return {"sha256": result.evaluation.sha256, "sheet": result.evaluation.sheet}


def _components(result: Result | None) -> list[Mapping[str, str]]:
    return [
        {
            "key": part.component.key,
            "points": exact_text(part.points),
            "weight": exact_text(part.weight),
        }
        for part in (result.parts if result else ())
    ]


def _layers(layered: Final | None) -> list[Mapping[str, str | None]]:
    return [
        {
            "layer": opinion.layer.value,
            "total": exact_text(opinion.total),
            "reason": opinion.reason,
        }
        for opinion in (layered.opinions if layered else ())
    ]


def _outcome(layered: Final | None) -> Mapping[str, object]:
    """The result that holds; points 0-100, exact."""
    if layered is None:
        return {"total": None, "band": None, "at_edge": False}
    return {
        "total": exact_text(layered.total),
        "band": layered.band.key,
        "at_edge": layered.at_edge,
    }
