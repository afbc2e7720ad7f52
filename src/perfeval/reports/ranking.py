"""
The lists in rank order, ready to print and sign: a sheet a division, then all.

Whoever has no rank stands at the end with the reason; a result that is sent to
another office stands there too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from perfeval.appraise.figures import exact_text, fixed
from perfeval.appraise.movement import is_to_be_sent
from perfeval.appraise.order import by_total
from perfeval.appraise.rank import Ranking, division_order, rank
from perfeval.appraise.standing import PersonState, PersonStatus, Standing
from perfeval.book import (
    Book,
    Column,
    Figure,
    Group,
    Page,
    Row,
    Signature,
    Signatures,
    Table,
    Value,
    Words,
)
from perfeval.regulations.schema import Regulation
from perfeval.reports.period import span, turn
from perfeval.reports.round_words import STATES, foot
from perfeval.rounds.opened import Opened

PLACES = 2
TITLE = "บัญชีเรียงลำดับผลการประเมินผลการปฏิบัติงาน"
ALL = "ทั้งหน่วยงาน"
TIED, EDGE = "คะแนนเท่ากัน", "ใกล้เกณฑ์แบ่งระดับ"
WITHOUT = "ผู้ที่ยังไม่มีลำดับ"
TO_SEND = "ผู้ที่โอนไป: จัดส่งผลการประเมินไปยังต้นสังกัดใหม่ ไม่จัดลำดับ"
NOTES = (
    "คะแนนเป็นผลของผู้ประเมิน หรือของผู้บังคับบัญชาเหนือขึ้นไปเมื่อเห็นต่างและให้เหตุผลไว้ "
    "ก่อนคณะกรรมการกลั่นกรองพิจารณา",
    "คะแนนรวมที่เท่ากันพอดีอยู่ลำดับเดียวกัน "
    "ผู้ที่ได้คะแนนเท่ากันเรียงตามคะแนนผลสัมฤทธิ์ของงาน แล้วตามบัญชีรายชื่อ",
)


@dataclass(frozen=True, slots=True)
class Lists:
    """Everybody with their two ranks, for the sheets of one paper."""

    opened: Opened
    people: tuple[PersonStatus, ...]
    laws: tuple[Regulation, ...]
    of_all: Mapping[str, Standing]  # by the key of the person


def build(opened: Opened, people: Sequence[PersonStatus]) -> Book:
    """The ranking of a round; the divisions in their official order."""
    everybody = tuple(people)
    laws = {law.regulation.id: law.regulation for law in opened.regulations.values()}
    of_all = {
        standing.status.person.key: standing
        for one in rank(everybody)
        for standing in one.standings
    }
    lists = Lists(opened, everybody, tuple(laws.values()), of_all)
    official = [one.name for one in opened.round.divisions]
    pages = [_page(lists, name) for name in division_order(everybody, official)]
    return Book((*pages, _page(lists, None)))


def as_json(ranking: Ranking) -> Iterator[dict[str, object]]:
    """The people of one list as programs read them."""
    for one in ranking.standings:
        final = one.status.final
        if final is None:
            continue
        yield {
            "regulation": ranking.regulation.id,
            "division": ranking.division,
            "rank": one.rank,
            "tied": one.tied,
            "employee_id": one.status.person.employee_id,
            "name": one.status.person.full_name,
            "staff_group": one.status.person.staff_group,
            "total": exact_text(final.total),
            "total_display": final.printed,
            "band": final.band.key,
        }


def _page(lists: Lists, division: str | None) -> Page:
    people = [one for one in lists.people if division in (None, one.person.division)]
    laws = [law for law in lists.laws if _under(lists, people, law)]
    columns = _columns(laws, division)
    rows = [
        *_ranked(lists, people, laws, division=division),
        *_sent(lists, people, laws, division=division),
        *_without(lists, people, columns),
    ]
    name = division or ALL
    heading = (TITLE, lists.opened.round.organisation, *_turns(lists, laws), name)
    return Page(
        title=name,
        heading=heading,
        blocks=(Table(columns, tuple(rows)), Words(NOTES), _signers(lists, division)),
        foot=foot(lists.opened, tuple(laws), None),
        draft=True,  # the committee has not had its say
    )


def _under(
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


def _turns(lists: Lists, laws: Sequence[Regulation]) -> tuple[str, ...]:
    own = lists.opened.round
    words = [turn(own) + span(own, law) for law in laws] or [turn(own)]
    return tuple(dict.fromkeys(words))


def _columns(laws: Sequence[Regulation], division: str | None) -> tuple[Column, ...]:
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


def _ranked(
    lists: Lists,
    people: Sequence[PersonStatus],
    laws: Sequence[Regulation],
    *,
    division: str | None,
) -> Iterator[Row]:
    for law in laws:
        standings = by_total(_under(lists, people, law))
        if not standings:
            continue
        groups = {one.status.person.staff_group for one in standings}
        labels = [one.label for one in law.staff_groups if one.key in groups]
        yield Group(f"{' / '.join(labels)} – {law.title}")
        for one in standings:
            of_all = lists.of_all[one.status.person.key].rank
            first = (one.rank, of_all) if division else (of_all, _division(one.status))
            yield (*first, *_person(one.status, laws), _remark(one))


def _sent(
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


def _without(
    lists: Lists, people: Sequence[PersonStatus], columns: Sequence[Column]
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
        yield tuple(known.get(column.key) for column in columns)


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


def _remark(one: Standing) -> str | None:
    final = one.status.final
    told = [TIED] if one.tied else []
    told += [EDGE] if final is not None and final.at_edge else []
    told += [one.status.reason.th] if one.status.reason.th else []
    return "; ".join(told) or None


def _signers(lists: Lists, division: str | None) -> Signatures:
    """Who made the list, and the head of the division or of the office."""
    opened = lists.opened
    maker = Signature("ผู้จัดทำบัญชี", dated=True)
    if division is None:
        checker = Signature("ผู้ตรวจสอบ", dated=True)
        return Signatures((maker, checker))
    named = [one.head for one in opened.round.divisions if one.name == division]
    head = opened.roster.find(named[0]) if named else None
    signer = Signature(
        f"หัวหน้า{division}" if head is None else "ผู้รับรองบัญชี",
        head.full_name if head else "",
        head.position if head else "",
        dated=True,
    )
    return Signatures((maker, signer))
