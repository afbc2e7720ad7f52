"""Leave and lateness of everybody whose raise depends on them, for the committee."""

from collections.abc import Iterator

from perfeval.appraise.attendance import Attended
from perfeval.appraise.standing import PersonStatus
from perfeval.book import Column, Figure, Group, Page, Row, Table, Words
from perfeval.reports import attendance_words as words
from perfeval.reports.docket import Docket
from perfeval.reports.summary_overview import heading

TITLE = "การลาและการมาสาย"
COLUMNS = (
    Column("employee_id", "รหัสพนักงาน", 12),
    Column("name", "ชื่อ–สกุล", 26),
    Column("position", "ตำแหน่ง", 22),
    Column("band", "ระดับผล\nการประเมิน", 13, "centre"),
    Column("leave_times", "ครั้ง", 8, "centre", over="การลาที่นับ"),
    Column("leave_days", "วัน", 8, "centre", over="การลาที่นับ"),
    Column("leave_status", "สถานะ", 26, over="การลาที่นับ"),
    Column("late_times", "ครั้ง", 8, "centre", over="การมาสาย"),
    Column("late_status", "สถานะ", 20, over="การมาสาย"),
)

WORDS = {"never": "", "without_certificate": "ที่มีใบรับรองแพทย์"}  # not counted


def attendance_page(docket: Docket) -> Page | None:
    """
    One table, division by division; None where no regulation asks for it.

    A status is what the rule calls it; the raise is for the committee to propose.
    """
    rows = tuple(_rows(docket))
    if not rows:
        return None
    return Page(
        title=TITLE,
        heading=heading(docket, f"{TITLE} ประกอบการพิจารณาเลื่อนค่าตอบแทน"),
        blocks=(Table(COLUMNS, rows), Words(tuple(_remarks(docket)))),
        foot=docket.foot([law for law in docket.laws if law.attendance]),
        draft=docket.is_draft,
    )


def _rows(docket: Docket) -> Iterator[Row]:
    for division in docket.divisions:
        own = [
            (one, docket.attendance[one.person.key])
            for one in docket.people(division)
            if one.person.key in docket.attendance
        ]
        if own:
            yield Group(division)
        yield from (_row(status, found) for status, found in own)


def _row(status: PersonStatus, found: Attended) -> Row:
    person, leave = status.person, found.leave
    return (
        person.employee_id,
        person.full_name,
        person.position,
        status.final.band.label if status.final else None,
        leave.times if leave else None,
        Figure(found.days_text) if found.days_text else None,
        words.leave(found, "th"),
        found.late_times,
        words.late(found, "th"),
    )


def _remarks(docket: Docket) -> Iterator[str]:
    """The limits with their clauses, and what a blank means."""
    for law in docket.laws:
        rules = law.attendance
        if rules is None:
            continue
        labels = {band.key: band.label for band in law.bands}
        if rules.leave is not None:
            times, clause = rules.leave.at_most_times, rules.leave.clause
            yield f"การลา: ไม่เกิน {times} ครั้งต่อรอบ [{clause}]"
        if (allowed := rules.exception) is not None:
            yield (
                f"ลาเกินจำนวนครั้ง แต่วันลาไม่เกิน {allowed.at_most_days} วัน และมีผลงาน"
                f"{labels[allowed.band]} คณะกรรมการอาจพิจารณา [{allowed.clause}]"
            )
        if rules.late is not None:
            yield (
                f"การมาสาย: เกิน {rules.late.at_most_times} ครั้ง ถือว่ามาสายเป็นประจำ "
                f"[{rules.late.clause}]"
            )
        kinds = [one for one in rules.kinds if one.counts in WORDS]
        if kinds:
            told = ", ".join(one.label + WORDS[one.counts] for one in kinds)
            clauses = ", ".join(dict.fromkeys(one.clause for one in kinds))
            yield f"การลาที่ไม่นับ: {told} [{clauses}]"
    if docket.is_draft:
        yield "ระดับผลการประเมินยังไม่ผ่านการพิจารณา สถานะที่ขึ้นกับระดับอาจเปลี่ยนไป"
    yield "ช่องว่างคือยังไม่ทราบ ไม่ใช่ศูนย์"
