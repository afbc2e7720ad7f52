"""A division in rank order, with the cells that committee and chief fill in."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from perfeval.appraise.decided import is_open
from perfeval.appraise.figures import exact_text, fixed
from perfeval.appraise.layers import (
    Decision,
    Layer,
    before_committee,
    is_beside_total,
)
from perfeval.appraise.order import by_total
from perfeval.appraise.special import Case, Kind
from perfeval.appraise.standing import PersonStatus, Standing
from perfeval.book import (
    Column,
    Figure,
    Fixed,
    Group,
    Page,
    Row,
    Rule,
    Table,
    Value,
    Words,
)
from perfeval.regulations.schema import Regulation
from perfeval.reports.docket import Docket
from perfeval.reports.grouping import in_groups
from perfeval.reports.round_words import CASES, STATES
from perfeval.reports.summary_overview import heading
from perfeval.reports.summary_signing import committee

TABLE, END = "decisions", "สิ้นสุดรายชื่อ"
PLACES = 2
COMMITTEE, CHIEF = "คณะกรรมการกลั่นกรอง", "ผู้มีอำนาจพิจารณา"
EDGE = "ใกล้เกณฑ์แบ่งระดับ"
UNMARKED = (Kind.DIFFERS, Kind.WITHOUT_CONSENT)  # told in a column of their own
UNRANKED = (  # told by the state and its reason
    *(Kind.HELD, Kind.MISSING, Kind.EXCLUDED),
    *(Kind.TRANSFERRED_OUT, Kind.TRANSFERRED_IN),
)
POINTS = Rule(
    "number",
    "คะแนนที่เห็นต่าง",
    "พิมพ์คะแนน 0 ถึง 100 เฉพาะรายที่เห็นต่าง พร้อมเหตุผลในช่องถัดไป "
    "เว้นว่างไว้หมายถึงเห็นชอบตามคะแนนเดิม",
    "พิมพ์ตัวเลข 0 ถึง 100 เช่น 88.5 หรือลบให้ว่างหากเห็นชอบตามคะแนนเดิม",
)
REASON = Rule(
    "text",
    "ความเห็นและเหตุผล",
    "เมื่อเปลี่ยนคะแนนต้องมีเหตุผล หากไม่เปลี่ยนคะแนนจะพิมพ์ความเห็นหรือเว้นว่างไว้ก็ได้",
)
CLOSING = (
    "ช่องสีครีมสำหรับกรอก: เว้นว่างไว้หมายถึงเห็นชอบตามคะแนนเดิม "
    "คะแนนที่เปลี่ยนต้องมีเหตุผล ผู้ที่ไม่มีลำดับไม่ต้องกรอก",
)


def division_page(docket: Docket, division: str) -> Page:
    """One division; people under different regulations are ranked apart."""
    laws = docket.laws_of(division)
    cases: dict[str, list[Case]] = {}
    for case in docket.cases:
        cases.setdefault(case.status.person.key, []).append(case)
    columns = _columns(docket, laws)
    rows: list[Row] = []
    for law in laws:
        rows += _ranked(docket, division, law, cases=cases)
    rows += _unranked(docket, division, cases, len(columns))
    return Page(
        title=division,
        heading=heading(docket, f"บัญชีเสนอผลการประเมินรายบุคคล {division}"),
        blocks=(
            Table(columns, tuple(rows), name=TABLE, end=END),
            Words(CLOSING),
            committee(docket),
        ),
        foot=docket.foot(laws),
        draft=docket.is_draft,
    )


def _columns(docket: Docket, laws: Sequence[Regulation]) -> tuple[Column, ...]:
    parts: dict[str, dict[str, None]] = {}
    for law in laws:
        for component in law.components:
            parts.setdefault(component.key, {})[component.label] = None
    components = [
        column
        for key, labels in parts.items()
        for column in _component(key, " / ".join(labels))
    ]
    final = (
        Column("final_total", "คะแนน", 9, "figure", over="ผลสุดท้าย"),
        Column("final_band", "ระดับ", 11, "centre", over="ผลสุดท้าย"),
    )
    return (
        Column("rank", "ในกอง", 6, "centre", over="ลำดับ"),
        Column("rank_of_all", "ทั้งหมด", 7, "centre", over="ลำดับ"),
        Column("employee_id", "รหัสพนักงาน", 11),
        Column("name", "ชื่อ–สกุล", 20),
        Column("position", "ตำแหน่ง", 20),
        *components,
        Column("total", "คะแนนรวม", 9, "figure"),
        Column("band", "ระดับ", 11, "centre"),
        Column("marks", "ข้อสังเกต", 17),
        Column("next_supervisor", "ผู้บังคับบัญชา\nเหนือขึ้นไป", 15),
        Column("committee_total", "คะแนน\nที่เห็นต่าง", 10, "figure", POINTS, COMMITTEE),
        Column("committee_reason", "ความเห็น/เหตุผล", 19, "text", REASON, COMMITTEE),
        Column("chief_total", "คะแนน\nที่กำหนด", 10, "figure", POINTS, CHIEF),
        Column("chief_reason", "เหตุผลของผู้มีอำนาจ", 17, "text", REASON, CHIEF),
        *(() if docket.is_draft else final),
    )


def _component(key: str, label: str) -> Iterator[Column]:
    """The points of a component, and what they come to with its weight."""
    yield Column(f"{key}_points", "เต็ม\n100", 8, "figure", over=label)
    yield Column(f"{key}_weighted", "ถ่วง\nน้ำหนัก", 8, "figure", over=label)


def _ranked(
    docket: Docket,
    division: str,
    law: Regulation,
    *,
    cases: Mapping[str, Sequence[Case]],
) -> Iterator[Row]:
    standings = by_total(docket.people(division, law))
    if not standings:
        return
    groups = " / ".join(
        group.label
        for group in law.staff_groups
        if any(one.status.person.staff_group == group.key for one in standings)
    )
    yield Group(f"{groups} – {law.title}")
    for group, members in in_groups(standings, law, docket.opened.round.round):
        if group is not None:
            yield group
        for standing in members:
            key = standing.status.person.key
            yield _row(docket, standing, cases.get(key, ()))


def _row(docket: Docket, standing: Standing, cases: Sequence[Case]) -> Row:
    status = standing.status
    decision = _decision(docket, status)
    return (
        standing.rank,
        docket.ranks_of_all[status.person.key],
        *_person(status),
        *_points(docket, status),
        *_result(status),
        _marks(status, cases),
        _next_supervisor(status),
        *_typed(decision),
        *_final(docket, status),
    )


def _unranked(
    docket: Docket, division: str, cases: Mapping[str, Sequence[Case]], columns: int
) -> Iterator[Row]:
    """Whoever has no rank, and why; a result that is sent elsewhere is shown."""
    people = [one for one in docket.people(division) if not is_open(one)]
    if people:
        yield Group("ผู้ที่ไม่มีลำดับ")
    for status in people:
        told = f"{STATES[status.state]}: {status.reason.th}".removesuffix(": ")
        marks = [
            CASES[one.kind]
            for one in cases.get(status.person.key, ())
            if one.kind not in UNRANKED
        ]
        row: list[Value] = [None, None, *_person(status), *_points(docket, status)]
        row += [*_result(status), "; ".join([told, *marks])]
        yield Fixed((*row, *[None] * (columns - len(row))), last="marks")


def _person(status: PersonStatus) -> tuple[Value, ...]:
    person = status.person
    return person.employee_id, person.full_name, person.position


def _points(docket: Docket, status: PersonStatus) -> Iterator[Value]:
    laws = docket.laws_of(status.person.division)
    keys = dict.fromkeys(one.key for law in laws for one in law.components)
    parts = {
        one.component.key: one for one in (status.result.parts if status.result else ())
    }
    for key in keys:
        part = parts.get(key)
        yield Figure(fixed(part.points, PLACES)) if part else None
        yield Figure(fixed(part.weighted, PLACES)) if part else None


def _result(status: PersonStatus) -> tuple[Value, Value]:
    """The total that the committee has before it, exact, and its band."""
    if status.result is None:
        return None, None
    before = before_committee(status.result)
    return Figure(before.printed, before.total), before.band.label


def _marks(status: PersonStatus, cases: Sequence[Case]) -> str | None:
    marks = [CASES[one.kind] for one in cases if one.kind not in UNMARKED]
    if status.final is not None and status.final.at_edge:
        marks.insert(0, EDGE)
    return "; ".join(marks) or None


def _next_supervisor(status: PersonStatus) -> str | None:
    if status.result is None:
        return None
    evaluation = status.result.evaluation
    before = before_committee(status.result)
    if before.layer is not Layer.EVALUATOR:
        return f"เห็นต่างจาก {status.result.printed}: {before.opinions[-1].reason}"
    if evaluation.next_supervisor_opinion == "agree":
        return "เห็นด้วย"
    if evaluation.next_supervisor_opinion == "differ" and is_beside_total(evaluation):
        return f"เห็นต่างโดยไม่เปลี่ยนคะแนน: {evaluation.next_supervisor_reason or '-'}"
    if evaluation.next_supervisor_opinion == "differ":
        return "เห็นต่าง แต่ยังไม่ครบคะแนนและเหตุผล"
    return "ยังไม่มีความเห็น" if status.person.next_supervisor_id else None


def _decision(docket: Docket, status: PersonStatus) -> Decision | None:
    if docket.decided is None:
        return None
    return docket.decided.by_key.get(status.person.key)


def _typed(decision: Decision | None) -> tuple[Value, ...]:
    """What was decided, in the cells where it was typed."""
    if decision is None:
        return None, None, None, None
    return (
        _figure(decision.committee_total),
        decision.committee_reason,
        _figure(decision.chief_total),
        decision.chief_reason,
    )


def _figure(total: Fraction | None) -> Figure | None:
    if total is None:
        return None
    shown = exact_text(total)
    return Figure(shown if "/" not in shown else fixed(total, PLACES), total)


def _final(docket: Docket, status: PersonStatus) -> tuple[Value, ...]:
    if docket.is_draft:
        return ()
    if status.final is None:
        return None, None
    return Figure(status.final.printed, status.final.total), status.final.band.label
