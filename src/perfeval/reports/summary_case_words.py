"""What a special case says of a person, and which paper it asks for."""

from collections.abc import Mapping

from perfeval.appraise.special import Case, Kind
from perfeval.reports.round_words import ROLES

PAPERS = {
    Kind.HELD: "แบบประเมินที่แก้ไขแล้ว จากผู้ประเมิน",
    Kind.MISSING: "แบบประเมิน จากผู้ประเมิน",
    Kind.TRANSFERRED_OUT: "หนังสือส่งผลการประเมินไปยังต้นสังกัดใหม่",
    Kind.TRANSFERRED_IN: "ผลการประเมิน จากผู้บังคับบัญชาของต้นสังกัดเดิม",
    Kind.EXCLUDED: "คำสั่งหรือหลักฐานของเหตุที่ไม่จัดลำดับ",
    Kind.PROBATION: "คำสั่งบรรจุและแต่งตั้งให้ทดลองปฏิบัติหน้าที่ราชการ",
    Kind.MOVED: "คำสั่งย้าย และแบบประเมินที่ผู้บังคับบัญชาเดิมลงนาม",
    Kind.SECONDED: "ข้อมูลและความเห็นของหัวหน้าหน่วยงานที่ไปช่วยราชการ",
    Kind.REFUSED: "แบบประเมินที่พยานลงลายมือชื่อว่าได้แจ้งผลแล้ว",
    Kind.DIFFERS: "ความเห็นและเหตุผลของผู้บังคับบัญชาเหนือขึ้นไป ในแบบประเมิน",
    Kind.WITHOUT_CONSENT: "ความเห็นของผู้บังคับบัญชาเหนือขึ้นไป ในแบบประเมิน",
    Kind.TIED: "มติคณะกรรมการ หากต้องเรียงลำดับผู้ที่คะแนนเท่ากัน",
    Kind.BY_THE_CHIEF: "แบบประเมินที่ผู้มีอำนาจพิจารณาลงนามเป็นผู้ประเมิน",
    Kind.ON_THE_COMMITTEE: "บันทึกในรายงานการประชุมว่างดออกเสียงเรื่องของตนเอง",
    Kind.LEAVE_MAY_BE_ALLOWED: "ทะเบียนการลา และมติคณะกรรมการว่าให้เลื่อนหรือไม่",
    Kind.LEAVE_NOT_ELIGIBLE: "ทะเบียนการลา",
    Kind.HABITUALLY_LATE: "ทะเบียนการมาปฏิบัติงาน",
}
NO_RULE = "หลักเกณฑ์ไม่ได้กำหนด"


def detail(case: Case) -> str:
    """What there is to know of a case, in one line."""
    facts = case.facts
    told = {
        Kind.PROBATION: lambda: _span(facts.get("starts"), facts.get("ends")),
        Kind.MOVED: lambda: _on("ย้ายเมื่อ", facts.get("moved_on")),
        Kind.SECONDED: lambda: _host(facts.get("host"), facts.get("moved_on")),
        Kind.REFUSED: lambda: _witnesses(facts["witnesses"], facts["wanted"]),
        Kind.DIFFERS: lambda: _differs(case),
        Kind.WITHOUT_CONSENT: lambda: facts.get("next_supervisor", ""),
        Kind.TIED: lambda: _tied(facts),
        Kind.BY_THE_CHIEF: lambda: f"ผู้ประเมิน: {facts['chief']}",
        Kind.ON_THE_COMMITTEE: lambda: (
            f"เป็น{ROLES[facts['role']]} งดออกเสียงเรื่องของตนเอง"
        ),
        Kind.LEAVE_MAY_BE_ALLOWED: lambda: _leave(facts),
        Kind.LEAVE_NOT_ELIGIBLE: lambda: _leave(facts),
        Kind.HABITUALLY_LATE: lambda: f"มาสาย {facts['times']} ครั้งในรอบนี้",
    }
    words = told.get(case.kind)
    return words() if words else case.status.reason.th


def _tied(facts: Mapping[str, str]) -> str:
    more = f" และอีก {facts['more']} คน" if "more" in facts else ""
    return f"ลำดับที่ {facts['rank']} ร่วมกับ {facts['others']}{more}"


def _leave(facts: Mapping[str, str]) -> str:
    return f"ลา {facts['times']} ครั้ง {facts['days']} วันในรอบนี้ (เฉพาะที่นับ)"


def _on(what: str, day: str | None) -> str:
    return f"{what} {day}" if day else ""


def _span(starts: str | None, ends: str | None) -> str:
    since = f"ตั้งแต่ {starts}" if starts else ""
    until = f"ถึง {ends}" if ends else ""
    return f"{since} {until}".strip() + " ใช้สัดส่วนคะแนนของผู้ทดลองปฏิบัติราชการ"


def _host(host: str | None, since: str | None) -> str:
    opinion = (
        f"ความเห็นของหน่วยงานที่ไปช่วย: {host}"
        if host
        else ("ยังไม่มีความเห็นของหน่วยงานที่ไปช่วยราชการในแบบประเมิน")
    )
    return f"{_on('ตั้งแต่', since)} {opinion}".strip()


def _witnesses(witnesses: str, wanted: str) -> str:
    named = f"พยาน: {witnesses}" if witnesses else "ยังไม่มีชื่อพยาน"
    return f"{named} (ต้องมีอย่างน้อย {wanted} คน)"


def _differs(case: Case) -> str:
    result, layered = case.status.result, case.status.final
    if result is None or layered is None:
        return ""
    opinion = next(
        (one for one in layered.opinions if one.layer == "next_supervisor"), None
    )
    reason = opinion.reason if opinion else ""
    return f"ผู้ประเมินให้ {result.printed} เหตุผล: {reason}"
