"""What is told of leave and lateness, in words and as programs read it."""

from collections.abc import Iterable

from perfeval.appraise.attendance import Attended, Lacks, LateStatus, LeaveStatus

LEAVE = {
    "th": {
        LeaveStatus.OK: "ไม่เกินกำหนด",
        LeaveStatus.COMMITTEE_MAY_ALLOW: "เกินจำนวนครั้ง คณะกรรมการอาจพิจารณา",
        LeaveStatus.NOT_ELIGIBLE: "เกินจำนวนครั้ง ไม่เข้าข้อยกเว้น",
    },
    "en": {
        LeaveStatus.OK: "within the limit",
        LeaveStatus.COMMITTEE_MAY_ALLOW: "above it, the committee may allow a raise",
        LeaveStatus.NOT_ELIGIBLE: "above it, not eligible",
    },
}
LATE = {
    "th": {LateStatus.OK: "ไม่เกินกำหนด", LateStatus.HABITUALLY_LATE: "มาสายเป็นประจำ"},
    "en": {
        LateStatus.OK: "within the limit",
        LateStatus.HABITUALLY_LATE: "habitually late",
    },
}
LACKS = {
    "th": {
        Lacks.FILE: "ยังไม่มีข้อมูล (attendance.xlsx)",
        Lacks.ENTRY: "ยังไม่ได้กรอก",
        Lacks.MENDED_ROW: "ต้องแก้ไขแถวใน attendance.xlsx ก่อน",
        Lacks.BAND: "รอผลการประเมิน",
    },
    "en": {
        Lacks.FILE: "no data yet (attendance.xlsx)",
        Lacks.ENTRY: "not filled in",
        Lacks.MENDED_ROW: "a row of attendance.xlsx must be corrected first",
        Lacks.BAND: "waits for the result",
    },
}


def leave(found: Attended, lang: str) -> str:
    """The status of leave, or what is missing to know it."""
    if found.leave_status is not None:
        return LEAVE[lang][found.leave_status]
    return LACKS[lang][found.leave_lacks] if found.leave_lacks else ""


def late(found: Attended, lang: str) -> str:
    """The status of lateness, or what is missing to know it."""
    if found.late_status is not None:
        return LATE[lang][found.late_status]
    return LACKS[lang][found.late_lacks] if found.late_lacks else ""


def count(people: Iterable[Attended]) -> dict[str, int]:
    """How many people there are, are known, and stand above a limit."""
    every = list(people)
    leave_of = [one.leave_status for one in every]
    return {
        "total": len(every),
        "known": sum(one.is_known for one in every),
        **{
            status.value: leave_of.count(status)
            for status in (LeaveStatus.COMMITTEE_MAY_ALLOW, LeaveStatus.NOT_ELIGIBLE)
        },
        LateStatus.HABITUALLY_LATE.value: sum(
            one.late_status is LateStatus.HABITUALLY_LATE for one in every
        ),
    }


def as_json(found: Attended | None) -> dict[str, object] | None:
    """Figures as exact text, both statuses, their clauses and what is missing."""
    if found is None:
        return None
    return {
        "leave_times": str(found.leave.times) if found.leave else None,
        "leave_days": found.days_text,
        "leave_status": found.leave_status,
        "leave_lacks": found.leave_lacks,
        "leave_clause": found.leave_clause,
        "late_times": None if found.late_times is None else str(found.late_times),
        "late_status": found.late_status,
        "late_lacks": found.late_lacks,
        "late_clause": found.late_clause,
    }
