"""Everybody of the summary as programs read it."""

from collections.abc import Iterator

from perfeval.appraise.decided import is_open
from perfeval.appraise.figures import exact_text
from perfeval.appraise.order import by_total
from perfeval.appraise.standing import PersonStatus
from perfeval.reports.attendance_words import as_json
from perfeval.reports.docket import Docket


def people(docket: Docket) -> list[dict[str, object]]:
    """A record a person, in the order of the sheets: the ranked, then the others."""
    return [record for division in docket.divisions for record in _of(docket, division)]


def _of(docket: Docket, division: str) -> Iterator[dict[str, object]]:
    for law in docket.laws:
        for one in by_total(docket.people(division, law)):
            yield {**_person(docket, one.status), "rank": one.rank, "tied": one.tied}
    for status in docket.people(division):
        if not is_open(status):
            yield {**_person(docket, status), "rank": None, "tied": False}


def _person(docket: Docket, status: PersonStatus) -> dict[str, object]:
    person, layered = status.person, status.final
    return {
        "employee_id": person.employee_id,
        "name": person.full_name,
        "division": person.division,
        "staff_group": person.staff_group,
        "regulation": docket.law_of(status).id,
        "state": status.state.value,
        "reason": status.reason.th or None,
        "total": exact_text(layered.total) if layered else None,
        "total_display": layered.printed if layered else None,
        "band": layered.band.key if layered else None,
        "at_edge": layered.at_edge if layered else False,
        "layer": layered.layer.value if layered else None,
        "attendance": as_json(docket.attendance.get(person.key)),
    }
