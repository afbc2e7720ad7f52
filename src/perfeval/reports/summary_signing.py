"""Who decides and signs: the committee, the chief, the day of the decision."""

from collections.abc import Iterator

from perfeval import thai
from perfeval.book import (
    Blank,
    Block,
    Column,
    Fields,
    Page,
    Rule,
    Signature,
    Signatures,
    Table,
    Words,
)
from perfeval.reports.docket import Docket
from perfeval.reports.round_words import ROLES
from perfeval.reports.summary_overview import heading

DECIDED_ON, DECIDED_BY = "วันที่พิจารณา", "ผู้พิจารณา"
DAY = Rule(
    "date",
    DECIDED_ON,
    "วันที่ผู้มีอำนาจพิจารณาผลการประเมิน พิมพ์ วัน/เดือน/ปี พ.ศ. เช่น 30/4/2568",
)
WHO = Rule("text", DECIDED_BY, "ชื่อ–สกุลของผู้มีอำนาจพิจารณาผลการประเมิน")
NOBODY_NAMED = Signatures(
    (Signature("ประธานกรรมการ"), Signature("กรรมการ"), Signature("กรรมการและเลขานุการ"))
)


def signing_page(docket: Docket) -> Page:
    """The last sheet: fill it in once everything is decided."""
    chief = docket.opened.round.chief
    members = tuple(_members(docket))
    blocks: list[Block] = [_listed(members), committee(docket)] if members else []
    blocks += [
        Words((f"ผู้มีอำนาจพิจารณา: {chief.position}", *_what_to_do(docket)), strong=True),
        _fields(docket),
        Signatures((Signature("", chief.name, chief.position, dated=True),)),
    ]
    return Page(
        title="การพิจารณา",
        heading=heading(docket, "การพิจารณาผลการประเมินและผู้ลงนาม"),
        blocks=tuple(blocks),
        foot=docket.foot(),
        draft=docket.is_draft,
    )


def committee(docket: Docket) -> Signatures:
    """The lines of the committee, by name and role; dotted where none is named."""
    signers = tuple(
        Signature(ROLES[member.role], member.name, member.position)
        for member in docket.opened.round.committee
    )
    return Signatures(signers) if signers else NOBODY_NAMED


def _listed(members: tuple[tuple[int, str, str, str, str | None], ...]) -> Table:
    columns = (
        Column("number", "ที่", 6, "centre"),
        Column("name", "ชื่อ–สกุล", 30),
        Column("position", "ตำแหน่ง", 38),
        Column("role", "หน้าที่", 22),
        Column("remark", "ข้อสังเกต", 34),
    )
    return Table(columns, members, title="คณะกรรมการกลั่นกรองการประเมินผลการปฏิบัติงาน")


def _members(docket: Docket) -> Iterator[tuple[int, str, str, str, str | None]]:
    listed = {thai.name_key(one.person.full_name) for one in docket.intake.people}
    for number, member in enumerate(docket.opened.round.committee, 1):
        is_listed = thai.name_key(member.name) in listed
        remark = "งดออกเสียงเรื่องของตนเอง" if is_listed else None
        yield number, member.name, member.position, ROLES[member.role], remark


def _what_to_do(docket: Docket) -> tuple[str, ...]:
    if docket.decided is None:
        return ("เมื่อพิจารณาครบทุกสำนัก/กองแล้ว กรอกสองช่องนี้ บันทึกไฟล์ แล้วสั่ง perfeval decide",)
    return (f"พิจารณาแล้ว (ครั้งที่ {docket.decided.number})",)


def _fields(docket: Docket) -> Fields:
    decided = docket.decided
    on = decided.decided_on if decided else None
    by = decided.decided_by if decided else None
    return Fields(
        (
            Blank("decided_on", DECIDED_ON, DAY, on),
            Blank("decided_by", DECIDED_BY, WHO, by),
        ),
        label_width=36,
        width=38,
    )
