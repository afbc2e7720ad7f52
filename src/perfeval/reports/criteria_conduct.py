"""How the round is conducted, in the sentences of an announcement of the criteria."""

from collections.abc import Iterator

from perfeval.regulations.schema import DayOfYear, Regulation
from perfeval.reports.criteria_section import Item, Section, ruled
from perfeval.reports.sentences import joined, listed
from perfeval.thai import MONTHS

PREAMBLE = ("legal_basis", "transparency")  # provisions that the preamble says
OF_ATTENDANCE = (  # announced by a paper of their own
    "attendance_basis",
    "attendance_in_writing",
    "leave_limit",
    "late_limit",
)
HEADED = {"always": "ทุกราย", "if_any": " (ถ้ามี)"}


def rounds(regulation: Regulation) -> Section:
    """How often people are evaluated."""
    items = [
        ruled(
            f"ครั้งที่ {one.number} ตั้งแต่วันที่ {_day(one.starts)} ถึงวันที่ {_day(one.ends)}",
            one,
        )
        for one in regulation.rounds
    ]
    return Section("รอบการประเมินในแต่ละปีงบประมาณ", tuple(items))


def _day(day: DayOfYear) -> str:
    before = " ของปีก่อนปีงบประมาณ" if day.year else ""
    return f"{day.day} {MONTHS[day.month - 1]}{before}"


def sections(regulation: Regulation) -> Iterator[Section]:
    """Announcement of names, people, conduct and keeping, in the order of the file."""
    yield Section("การประกาศรายชื่อ", tuple(_announcement(regulation)))
    yield Section("ผู้ประเมิน การรับทราบผล และการโอนหรือย้าย", tuple(_people(regulation)))
    yield Section("คณะกรรมการกลั่นกรอง", tuple(_screening(regulation)))
    yield Section("วิธีดำเนินการ", tuple(_provisions(regulation)))
    yield Section("จำนวนตัวชี้วัด", tuple(_advice(regulation)))
    yield Section("การเก็บแบบประเมิน", tuple(_keeping(regulation)))


def _announcement(regulation: Regulation) -> Iterator[Item]:
    said = regulation.announcement
    labels = {band.key: f"ระดับ{band.label}" for band in regulation.bands}
    bands = joined([labels[key] for key in said.bands])
    yield ruled(
        f"{said.announced_by}ประกาศรายชื่อผู้มีผลการประเมิน{bands} {said.place}"
        + (f" {said.purpose}" if said.purpose else ""),
        said,
    )


def _people(regulation: Regulation) -> Iterator[Item]:
    if (seen := regulation.witnesses) is not None:
        kind = seen.kind or "บุคคลอื่น"
        yield ruled(
            "ผู้รับการประเมินที่ไม่ยินยอมลงลายมือชื่อรับทราบผล "
            + (
                f"ให้{kind}อย่างน้อย {seen.at_least} คน ลงลายมือชื่อเป็นพยานว่าได้แจ้งผลแล้ว"
                if seen.at_least
                else "ไม่บังคับให้มีพยาน"
            ),
            seen,
        )
    for one in regulation.evaluators:
        employees = listed(one.employees)
        yield ruled(f"{one.evaluator} เป็นผู้ประเมิน{employees}", one)
    if (above := regulation.next_supervisor) is not None:
        yield ruled(
            "ผู้ประเมินเสนอผลการประเมินเพื่อขอความเห็นชอบของผู้บังคับบัญชาเหนือขึ้นไป"
            + HEADED[above.required],
            above,
        )
    if (moved := regulation.transfer) is not None:
        days = " หรือวันที่ ".join(_day(day) for day in moved.after)
        yield ruled(
            f"ผู้ที่โอนหรือย้ายหลังวันที่ {days} ให้ผู้บังคับบัญชาเดิมก่อนการโอนหรือย้ายเป็นผู้ประเมิน",
            moved,
        )


def _screening(regulation: Regulation) -> Iterator[Item]:
    if (named := regulation.screening) is not None:
        for duty in named.duties:
            yield ruled(f"คณะกรรมการกลั่นกรองมีหน้าที่{duty}", named)


def _provisions(regulation: Regulation) -> Iterator[Item]:
    for one in regulation.provisions:
        if one.key not in (*PREAMBLE, *OF_ATTENDANCE):
            yield ruled(one.text, one)


def _advice(regulation: Regulation) -> Iterator[Item]:
    for one in regulation.advice:
        yield ruled(f"ตัวชี้วัดของผู้รับการประเมินแต่ละคนไม่ควรเกิน {one.value} ตัว", one)


def _keeping(regulation: Regulation) -> Iterator[Item]:
    if (kept := regulation.keeping) is not None:
        yield ruled(f"เก็บ{kept.place} อย่างน้อย {kept.rounds} รอบการประเมิน", kept)
