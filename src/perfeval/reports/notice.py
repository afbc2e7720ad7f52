"""
The notice of one person's result: the figures, their working, room to sign.

It shows the layer that decided, and why where it differs from the evaluator's. Its
digits are Thai, except in ids and in the names of cells, which are looked up.
"""

from collections.abc import Iterator

from perfeval import thai
from perfeval.appraise.figures import PRINTED_PLACES, display, exact_text, fixed
from perfeval.appraise.layers import Final, Layer
from perfeval.appraise.score import Result
from perfeval.letter import (
    Block,
    Column,
    Gap,
    Heading,
    Letter,
    Paragraph,
    Signatures,
    Table,
    reworded,
)
from perfeval.model import Evaluation
from perfeval.regulations.schema import Regulation
from perfeval.reports import explanation, period
from perfeval.reports.announcement import foot, mark
from perfeval.roster import Person
from perfeval.rounds.schema import RoundFile

SHEET = "แจ้งผลการประเมิน"
SMALL = 14  # points, the least that is still easily read
LINE, DOTS = "ลงชื่อ " + "." * 40, "." * 40
DAY = "วันที่ ......... / ......... / ............"
BOX = "(     )  "
LAYERS = {
    Layer.EVALUATOR: "ผู้ประเมิน",
    Layer.NEXT_SUPERVISOR: "ผู้บังคับบัญชาเหนือขึ้นไป",
    Layer.NEXT_SUPERVISOR_2: "ผู้บังคับบัญชาเหนือขึ้นไป คนที่ 2",
    Layer.COMMITTEE: "คณะกรรมการกลั่นกรอง",
}


def build(
    person: Person,
    result: Result,
    final: Final,
    the_round: RoundFile,
    *,
    seal: str | None,
) -> Letter:
    """
    The paper.

    Args:
        seal: the printed digits of the decided results; None makes it a draft.
    """
    regulation, evaluation = result.regulation, result.evaluation
    blocks = (
        *_heading(the_round, regulation),
        *_person(person, evaluation, regulation),
        *_result(result),
        *_layers(final, the_round),
        *_working(result),
        *_plan(evaluation),
        *_acknowledgement(evaluation, regulation),
        Signatures(tuple(_signers(person, evaluation, regulation))),
    )
    return Letter(SHEET, blocks, mark=mark(seal), foot=foot(seal))


def _thai(block: Block) -> Block:
    return reworded(block, thai.thai_digits)


def _section(title: str) -> Iterator[Block]:
    yield Gap(8)
    yield _thai(Paragraph(title, indented=False, bold=True))


def _heading(the_round: RoundFile, regulation: Regulation) -> Iterator[Block]:
    matter = regulation.announcement.matter
    when = period.turn(the_round) + period.span(the_round, regulation)
    lines = (f"แบบแจ้งผลการประเมิน{matter}เป็นรายบุคคล", the_round.organisation, when)
    yield _thai(Heading(lines))


def _person(
    person: Person, evaluation: Evaluation, regulation: Regulation
) -> Iterator[Block]:
    yield from _section("1. ผู้รับการประเมินและผู้ประเมิน")
    level = " ".join(filter(None, (person.position_type, person.position_level)))
    groups = {group.key: group.label for group in regulation.staff_groups}
    rows = (
        ("ชื่อ – สกุล", person.full_name, "รหัสพนักงาน", person.employee_id),
        ("ตำแหน่ง", person.position, "ประเภท ระดับ", level),
        (
            *("สังกัด", person.division),
            *("กลุ่มบุคลากร", groups.get(person.staff_group, "")),
        ),
        (
            *("ผู้ประเมิน", evaluation.evaluator_name or ""),
            *("ตำแหน่ง", evaluation.evaluator_position or ""),
        ),
    )
    columns = (Column("", 26), Column("", 52), Column("", 26), Column("", 52))
    yield Table(columns, rows, size=SMALL, titled=False, kept=True)


def _result(result: Result) -> Iterator[Block]:
    yield from _section("2. ผลการประเมินตามแบบประเมิน")
    rows = [
        (
            part.component.label,
            fixed(part.points, PRINTED_PLACES),
            exact_text(part.weight),
            fixed(part.weighted, PRINTED_PLACES),
        )
        for part in result.parts
    ]
    total = ("คะแนนรวม", "", "", result.printed)
    columns = (
        # Lines of their own: a program breaks Thai inside a word where it has to.
        Column("องค์ประกอบการประเมิน", 72),
        Column("คะแนน\n(เต็ม 100)", 28, "centre"),
        Column("น้ำหนัก\n(ร้อยละ)", 28, "centre"),
        Column("คะแนน\nถ่วงน้ำหนัก", 28, "centre"),
    )
    bold = frozenset((len(rows),))
    yield _thai(Table(columns, (*rows, total), bold=bold, kept=True))


def _layers(final: Final, the_round: RoundFile) -> Iterator[Block]:
    """Who changed the total and why, then the result that holds."""
    changes = [one for one in final.opinions if one.layer is not Layer.EVALUATOR]
    if changes:
        names = {**LAYERS, Layer.CHIEF: the_round.chief.position}
        bands = final.regulation.bands
        rows = tuple(
            (names[one.layer], display(one.total, bands), one.reason or "")
            for one in changes
        )
        columns = (
            Column("ผู้พิจารณาต่อจากผู้ประเมิน", 48),
            Column("คะแนนรวม", 30, "centre"),
            Column("เหตุผล", 78),
        )
        yield Gap(8, kept=True)
        yield _thai(Table(columns, rows, kept=True))
    yield Gap(8, kept=True)
    row = ("ผลการประเมิน", f"คะแนนรวม {final.printed}", f"ระดับ{final.band.label}")
    columns = (Column("", 48), Column("", 56, "centre"), Column("", 52, "centre"))
    bold = frozenset((0,))
    yield _thai(Table(columns, (row,), bold=bold, titled=False, kept=True))
    if final.at_edge:
        yield Paragraph("ระดับตัดสินจากคะแนนจริง มิใช่คะแนนที่ปัดเศษ", indented=False)


def _working(result: Result) -> Iterator[Block]:
    """How the evaluator's score comes about, for a pocket calculator."""
    yield from _section("3. ที่มาของคะแนนตามแบบประเมิน")
    rows = tuple(
        (
            thai.thai_digits(step.label),
            thai.thai_digits(step.working),
            ""
            if step.value is None
            else thai.thai_digits(explanation.said(step.value)),
            ", ".join(step.cells),
        )
        for step in explanation.build(result, "th")
    )
    columns = (
        Column("รายการ", 48),
        Column("วิธีคิด", 56),
        Column("ได้", 26, "centre"),
        Column("ช่องในแบบ", 26, "centre"),
    )
    yield Table(columns, rows, size=SMALL, kept=True)


def _plan(evaluation: Evaluation) -> Iterator[Block]:
    yield from _section("4. แผนพัฒนาการปฏิบัติงานรายบุคคล")
    rows = tuple(
        (one.need or "", one.method or "", one.period or "")
        for one in evaluation.development
    )
    if not rows:
        yield Paragraph("(ไม่ได้ระบุไว้ในแบบประเมิน)", indented=False, kept=True)
        return
    columns = (
        Column("ความรู้ ทักษะ หรือสมรรถนะที่ต้องพัฒนา", 78),
        Column("วิธีการพัฒนา", 52),
        Column("ช่วงเวลา", 26),
    )
    yield _thai(Table(columns, rows, size=SMALL, kept=True))


def _acknowledgement(evaluation: Evaluation, regulation: Regulation) -> Iterator[Block]:
    yield from _section("5. การแจ้งและรับทราบผลการประเมิน")
    refusal = (
        f"{BOX}ได้แจ้งผลการประเมินเมื่อวันที่ {'.' * 24} แล้ว "
        "แต่ผู้รับการประเมินไม่ยินยอมลงลายมือชื่อรับทราบผล" + _witnessed(regulation)
    )
    told = [f"{BOX}ข้าพเจ้าได้รับทราบผลการประเมินแล้ว", refusal]
    for words in (*told, *_as_in_form(evaluation)):
        yield _thai(Paragraph(words, indented=False, kept=True))


def _witnessed(regulation: Regulation) -> str:
    """What the regulation asks of the witnesses of a refusal."""
    wanted = regulation.witnesses
    if wanted is None or not wanted.at_least:
        return ""
    kind = wanted.kind or "บุคคลอื่น"
    clause = f" ({wanted.clause})" if wanted.basis == "source" else ""
    return (
        f" โดยมี{kind}อย่างน้อย {wanted.at_least} คน ลงลายมือชื่อเป็นพยานว่าได้แจ้งผลแล้ว{clause}"
    )


def _as_in_form(evaluation: Evaluation) -> Iterator[str]:
    """What the form says of the acknowledgement, where it says anything."""
    day = evaluation.acknowledged_on
    when = f" เมื่อวันที่ {thai.official_date(day)}" if day else ""
    if evaluation.acknowledgement == "signed":
        yield f"ตามแบบประเมิน: ผู้รับการประเมินลงลายมือชื่อรับทราบผลแล้ว{when}"
    elif evaluation.acknowledgement == "refused":
        seen = filter(None, (evaluation.witness_1, evaluation.witness_2))
        names = " และ ".join(seen) or "ไม่ได้ระบุ"
        yield f"ตามแบบประเมิน: ผู้รับการประเมินไม่ยินยอมลงลายมือชื่อ{when} พยาน: {names}"


def _signers(
    person: Person, evaluation: Evaluation, regulation: Regulation
) -> Iterator[tuple[str, ...]]:
    yield (LINE, f"({person.full_name})", "ผู้รับการประเมิน", DAY)
    evaluator = evaluation.evaluator_name or DOTS
    yield (LINE, f"({evaluator})", "ผู้ประเมิน ผู้แจ้งผล", DAY)
    wanted = regulation.witnesses.at_least if regulation.witnesses else 0
    for number in range(1, wanted + 1):
        role = "พยาน" if wanted == 1 else f"พยานคนที่ {number}"
        yield (LINE, f"({DOTS})", thai.thai_digits(role), DAY)
