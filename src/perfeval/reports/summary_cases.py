"""People at an edge of a band, and the special cases with the papers they need."""

from collections.abc import Iterator

from perfeval.appraise.figures import band_of, exact_text, fixed, half_up
from perfeval.appraise.layers import Final
from perfeval.appraise.standing import PersonState
from perfeval.book import Block, Column, Group, Page, Row, Table, Words
from perfeval.reports.docket import Docket
from perfeval.reports.round_words import CASES
from perfeval.reports.summary_case_words import NO_RULE, PAPERS, detail
from perfeval.reports.summary_overview import heading

PLACES = 2
NOBODY = Group("ไม่มี")
EDGES = (
    Column("employee_id", "รหัสพนักงาน", 12),
    Column("name", "ชื่อ–สกุล", 26),
    Column("position", "ตำแหน่ง", 24),
    Column("division", "สำนัก/กอง", 20),
    Column("total_exact", "คะแนนจริง", 16, "centre"),
    Column("rounded", "หากปัดสองตำแหน่ง", 13, "centre"),
    Column("band", "ระดับที่ได้", 13, "centre"),
    Column("band_rounded", "ระดับหากปัด", 13, "centre"),
)
SPECIAL = (
    Column("employee_id", "รหัสพนักงาน", 12),
    Column("name", "ชื่อ–สกุล", 24),
    Column("division", "สำนัก/กอง", 18),
    Column("detail", "รายละเอียด", 38),
    Column("paper", "เอกสารที่ต้องใช้", 32),
    Column("clause", "ข้อของหลักเกณฑ์", 20),
    Column("checked", "ตรวจแล้ว", 9, "centre"),
)


def edges_page(docket: Docket) -> Page:
    """Whose band would change by rounding to two places."""
    rows = tuple(_edges(docket)) or (NOBODY,)
    remark = (
        "ระดับตัดสินจากคะแนนจริง ไม่ใช่คะแนนที่ปัดเศษ "
        "ผู้ที่มีชื่อในแผ่นนี้จะได้อีกระดับหนึ่งหากปัดเป็นสองตำแหน่ง จึงควรพิจารณาเป็นรายบุคคล"
    )
    return _page(docket, "ใกล้เกณฑ์แบ่งระดับ", Table(EDGES, rows), Words((remark,)))


def _edges(docket: Docket) -> Iterator[Row]:
    for status in docket.intake.people:
        layered, person = status.final, status.person
        if status.state is PersonState.RANKED and layered and layered.at_edge:
            yield (
                person.employee_id,
                person.full_name,
                person.position,
                person.division,
                exact_text(layered.total),
                fixed(layered.total, PLACES),
                layered.band.label,
                _rounded(layered),
            )


def _rounded(layered: Final) -> str:
    rounded = half_up(layered.total, PLACES)
    return band_of(rounded, layered.regulation.bands).label


def cases_page(docket: Docket) -> Page:
    """Who needs more than a score, kind by kind."""
    rows: list[Row] = []
    before = None
    for case in docket.cases:
        if case.kind is not before:
            rows.append(Group(CASES[case.kind]))
        before = case.kind
        person = case.status.person
        rows.append(
            (
                person.employee_id,
                person.full_name,
                person.division,
                detail(case) or None,
                PAPERS[case.kind],
                case.clause or NO_RULE,
                None,
            )
        )
    return _page(docket, "กรณีพิเศษ", Table(SPECIAL, tuple(rows) or (NOBODY,)))


def _page(docket: Docket, title: str, *blocks: Block) -> Page:
    return Page(
        title=title,
        heading=heading(docket, title),
        blocks=blocks,
        foot=docket.foot(),
        draft=docket.is_draft,
    )
