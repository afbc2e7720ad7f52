"""The words of a round that several papers share: roles, states, special cases."""

from perfeval.appraise.special import Kind
from perfeval.appraise.standing import PersonState
from perfeval.regulations.schema import Regulation
from perfeval.rounds.opened import Opened

ROLES = {
    "chair": "ประธานกรรมการ",
    "member": "กรรมการ",
    "member_secretary": "กรรมการและเลขานุการ",
    "secretary": "เลขานุการ",
}
STATES = {
    PersonState.RANKED: "ได้ผลการประเมิน",
    PersonState.HELD: "รอแก้ไข",
    PersonState.MISSING: "ยังไม่ส่ง",
    PersonState.EXCLUDED: "ไม่จัดลำดับ",
}
CASES = {
    Kind.HELD: "แบบประเมินต้องแก้ไขก่อน",
    Kind.MISSING: "ยังไม่ได้รับแบบประเมิน",
    Kind.TRANSFERRED_OUT: "โอนไป (ส่งผลให้ต้นสังกัดใหม่)",
    Kind.TRANSFERRED_IN: "โอนมา (รอผลจากต้นสังกัดเดิม)",
    Kind.EXCLUDED: "ไม่จัดลำดับตามบัญชีรายชื่อ",
    Kind.PROBATION: "ทดลองปฏิบัติราชการ",
    Kind.MOVED: "ย้ายภายในหน่วยงาน",
    Kind.SECONDED: "ช่วยราชการ",
    Kind.REFUSED: "ไม่ยินยอมลงลายมือชื่อรับทราบ",
    Kind.DIFFERS: "ผู้บังคับบัญชาเหนือขึ้นไปเห็นแตกต่าง",
    Kind.WITHOUT_CONSENT: "ยังไม่มีความเห็นชอบของผู้บังคับบัญชาเหนือขึ้นไป",
    Kind.TIED: "คะแนนเท่ากัน",
    Kind.BY_THE_CHIEF: "ผู้มีอำนาจพิจารณาเป็นผู้ประเมินเอง",
    Kind.ON_THE_COMMITTEE: "เป็นกรรมการกลั่นกรอง",
    Kind.LEAVE_MAY_BE_ALLOWED: "ลาเกินจำนวนครั้ง (คณะกรรมการอาจพิจารณา)",
    Kind.LEAVE_NOT_ELIGIBLE: "ลาเกินจำนวนครั้ง (ไม่เข้าข้อยกเว้น)",
    Kind.HABITUALLY_LATE: "มาสายเป็นประจำ",
}


def foot(opened: Opened, regulations: tuple[Regulation, ...], seal: str | None) -> str:
    """Under which regulations a paper was made, and its seal where it is decided."""
    ids = {one.id for one in regulations}
    told = [
        f"{loaded.regulation.id} {loaded.sha256[:12]}"
        for loaded in {
            one.regulation.id: one for one in opened.regulations.values()
        }.values()
        if loaded.regulation.id in ids
    ]
    return " · ".join([*told, *([f"รหัสผนึกผล {seal}"] if seal else [])])
