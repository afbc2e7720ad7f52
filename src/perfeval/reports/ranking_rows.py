"""Whoever stands in a list of ranks: the columns, the ranked, and all others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from perfeval.appraise.decided import Decided
from perfeval.appraise.figures import fixed
from perfeval.appraise.layers import Layer
from perfeval.appraise.movement import is_to_be_sent
from perfeval.appraise.order import by_total
from perfeval.appraise.standing import PersonState, PersonStatus, Standing
from perfeval.book import Column, Figure, Group, Row, Value
from perfeval.regulations.schema import Regulation
from perfeval.reports.grouping import in_groups
from perfeval.reports.round_words import STATES
from perfeval.rounds.opened import Opened

PLACES = 2
TIED, EDGE = "คะแนนเท่ากัน", "ใกล้เกณฑ์แบ่งระดับ"
WITHOUT = "ผู้ที่ยังไม่มีลำดับ"
TO_SEND = "ผู้ที่โอนไป: จัดส่งผลการประเมินไปยังต้นสังกัดใหม่ ไม่จัดลำดับ"
CHANGED = {
    Layer.COMMITTEE: "คะแนนตามมติคณะกรรมการกลั่นกรอง",
    Layer.CHIEF: "คะแนนตามที่{chief}พิจารณา",
}


@dataclass(frozen=True, slots=True)
class Lists:
    """
    Everybody with their two ranks, for the sheets of one paper.

    of_all: by the key of the person. decided, seal: None while undecided.
    """

    opened: Opened
    people: tuple[PersonStatus, ...]
    laws: tuple[Regulation, ...]
    of_all: Mapping[str, Standing]
    decided: Decided | None = None
    seal: str | None = None


def under(
    lists: Lists, people: Iterable[PersonStatus], law: Regulation
) -> list[PersonStatus]:
    """Those of one regulation; whoever's group is unknown is of none."""
    loaded = lists.opened.regulations
    return [
        one
        for one in people
        if one.person.staff_group in loaded
        and loaded[one.person.staff_group].regulation.id == law.id
    ]


def columns(laws: Sequence[Regulation], division: str | None) -> tuple[Column, ...]:
    """The columns of a list of a division, or of the list of all."""
    here = Column("rank", "ในสังกัด", 8, "centre", over="ลำดับ")
    of_all = Column("rank_of_all", "ทั้งหมด", 8, "centre", over="ลำดับ")
    where = Column("division", "สังกัด", 16)
    return (
        *((here, of_all) if division else (of_all, where)),
        Column("employee_id", "รหัสพนักงาน", 11),
        Column("name", "ชื่อ–สกุล", 27),
        Column("position", "ตำแหน่ง", 24),
        *(
            Column(key, " / ".join(labels), 12, "figure", over="คะแนน (เต็ม 100)")
            for key, labels in _components(laws).items()
        ),
        Column("total", "คะแนนรวม", 10, "figure"),
        Column("band", "ระดับ", 12, "centre"),
        Column("remark", "หมายเหตุ", 24),
    )


def _components(laws: Iterable[Regulation]) -> dict[str, list[str]]:
    """The components of some regulations, key -> what they are called."""
    found: dict[str, list[str]] = {}
    for law in laws:
        for one in law.components:
            labels = found.setdefault(one.key, [])
            if one.label not in labels:
                labels.append(one.label)
    return found


def ranked(
    lists: Lists,
    people: Sequence[PersonStatus],
    laws: Sequence[Regulation],
    *,
    division: str | None,
) -> Iterator[Row]:
    """Everybody with a rank, people of one regulation after the other."""
    chief = lists.opened.round.chief.position
    for law in laws:
        standings = by_total(under(lists, people, law))
        if not standings:
            continue
        groups = {one.status.person.staff_group for one in standings}
        labels = [one.label for one in law.staff_groups if one.key in groups]
        yield Group(f"{' / '.join(labels)} – {law.title}")
        for heading, members in in_groups(standings, law, lists.opened.round.round):
            if heading is not None:
                yield heading
            for one in members:
                rank, of_all = one.rank, lists.of_all[one.status.person.key].rank
                here = (rank, of_all) if division else (of_all, _division(one.status))
                yield (*here, *_person(one.status, laws), _remark(one, chief))


def sent(
    lists: Lists,
    people: Sequence[PersonStatus],
    laws: Sequence[Regulation],
    *,
    division: str | None,
) -> Iterator[Row]:
    """Results that go to another office."""
    going = [one for one in people if _goes(lists, one)]
    if going:
        yield Group(TO_SEND)
    for one in going:
        first = (None, None) if division else (None, _division(one))
        yield (*first, *_person(one, laws), one.reason.th)


def _goes(lists: Lists, one: PersonStatus) -> bool:
    if one.state is not PersonState.EXCLUDED or one.person.excluded_reason:
        return False
    law = lists.opened.regulation_of(one.person)
    return is_to_be_sent(one.person, law, lists.opened.round)


def without(
    lists: Lists, people: Sequence[PersonStatus], shown: Sequence[Column]
) -> Iterator[Row]:
    """Whoever has no rank, and why: never with a zero."""
    rest = [
        one
        for one in people
        if one.state is not PersonState.RANKED and not _goes(lists, one)
    ]
    if rest:
        yield Group(WITHOUT)
    for one in rest:
        known: dict[str, Value] = {
            "division": _division(one),
            "employee_id": one.person.employee_id,
            "name": one.person.full_name,
            "position": one.person.position or None,
            "band": STATES[one.state],
            "remark": one.reason.th or None,
        }
        yield tuple(known.get(column.key) for column in shown)


def _division(status: PersonStatus) -> str:
    return status.person.division


def _person(status: PersonStatus, laws: Sequence[Regulation]) -> Iterator[Value]:
    person, final, result = status.person, status.final, status.result
    yield from (person.employee_id, person.full_name, person.position or None)
    parts = {one.component.key: one for one in (result.parts if result else ())}
    for key in _components(laws):
        part = parts.get(key)
        yield Figure(fixed(part.points, PLACES)) if part else None
    yield Figure(final.printed, final.total) if final else None
    yield final.band.label if final else None


def _remark(one: Standing, chief: str) -> str | None:
    final = one.status.final
    told = [TIED] if one.tied else []
    told += [EDGE] if final is not None and final.at_edge else []
    if final is not None and final.layer in CHANGED:
        told.append(CHANGED[final.layer].format(chief=chief))
    told += [one.status.reason.th] if one.status.reason.th else []
    return "; ".join(told) or None
