"""The half-year that `perfeval demo` plays: each step, and what is told of it."""

from collections.abc import Callable
from typing import NamedTuple

from perfeval.cli import demo_scene as scene
from perfeval.cli.demo_scene import FILLED, Facts, Scene
from perfeval.cli.rehearsal import Answer

EDGE = "00087"  # 0.0042 points below the highest band
RETURNED = "returned"


class Step(NamedTuple):
    """
    One step: a title, the command, and a line of what came out; Thai and English.

    words: the command, its paths from the folder of the round; none for the first.
    told: with the places that the answer's summary, `files` and `facts` fill.
    before: what people do first. facts: what else the line tells, from the answer.
    """

    title: tuple[str, str]
    words: tuple[str, ...]
    told: tuple[str, str]
    before: Callable[[Scene], None] | None = None
    facts: Callable[[Scene, Answer], Facts] | None = None


STATES = (
    "ได้ผลแล้ว {people[ranked]} คน รอแก้ไข {people[held]} ยังไม่ส่ง {people[missing]} "
    "ไม่จัดลำดับ {people[excluded]}",
    "{people[ranked]} people have a result, {people[held]} are held, "
    "{people[missing]} missing, {people[excluded]} not to be ranked",
)
STORY = (
    Step(
        ("เปิดรอบ: กรอก round.toml และบัญชีรายชื่อ", "Open the round: round.toml, roster"),
        (),
        (
            "รอบ {round} {organisation} {people} คน {divisions} สำนัก/กอง",
            "Round {round}: {people} people in {divisions} divisions, two regulations",
        ),
        scene.opens,
        scene.of_round,
    ),
    Step(
        ("ปฏิทินและขั้นตอนของรอบ", "The calendar of the round"),
        ("calendar",),
        (
            "{steps} ขั้นตอนของ {regulations} หลักเกณฑ์ พร้อมพิมพ์ใน out/calendar.xlsx",
            "{steps} steps of {regulations} regulations, ready to print",
        ),
    ),
    Step(
        ("เอกสารเปิดรอบให้ลงนาม", "The papers that open it, to be signed"),
        ("criteria",),
        (
            "{files} สมุดงานใน out/: ประกาศหลักเกณฑ์ ประกาศวันลา บันทึกข้อความ "
            "คำสั่งแต่งตั้งคณะกรรมการ",
            "{files} workbooks: announcements, memorandum, order of the committee",
        ),
    ),
    Step(
        ("สร้างแบบที่กรอกข้อมูลบุคคลไว้ให้", "Make the prefilled forms"),
        ("forms",),
        (
            "ได้แบบ {made} ฉบับ แยกตามสำนัก/กอง ใน forms/ ส่งให้ผู้ประเมินได้ทันที",
            "{made} forms in forms/, a folder for each division",
        ),
    ),
    Step(
        ("บันทึกข้อตกลงต้นรอบที่ส่งกลับมา", "Record the agreements that came back"),
        ("agree", "agreements"),
        (
            "บันทึกข้อตกลงของสำนักปลัด {recorded} ฉบับ การประเมินจะเทียบกับข้อตกลงนี้",
            "{recorded} agreements of one division; evaluations are held against them",
        ),
        scene.agrees,
    ),
    Step(
        ("สร้างแบบประเมินที่กรอกข้อตกลงไว้ให้", "Make the forms with the agreements in"),
        ("forms", "--stage", "evaluation"),
        (
            "ได้แบบ {made} ฉบับ ข้อตกลงล็อกไว้ ผู้ประเมินกรอกเฉพาะผล",
            "{made} forms, the agreement filled in and locked",
        ),
    ),
    Step(
        ("ปลายรอบ ดูว่าใครส่งแล้ว ใครยังค้าง", "The forms come back: who, and who not"),
        ("status",),
        (
            f"ได้รับ {{files[total]}} ไฟล์ {STATES[0]} รายชื่อไว้ตามอยู่ใน out/chase-list.xlsx",
            f"{{files[total]}} files: {STATES[1]}",
        ),
        scene.evaluates,
    ),
    Step(
        ("ตรวจแบบทั้งหมดในครั้งเดียว", "Check all of them in one pass"),
        ("check", "--annotate", RETURNED),
        (
            "ต้องแก้ไข {errors} ข้อ ทำสำเนาที่ระบายสีช่องไว้ใน returned/ ให้ส่งคืน "
            "เช่น {file} ช่อง {cell}: {message}",
            "{errors} errors, marked copies to send back in returned/, such as "
            "{cell} of {file}: {message}",
        ),
        facts=scene.of_fault,
    ),
    Step(
        ("งานกลางคืน (ตั้งเวลาไว้)", "What a timer does at night"),
        ("close",),
        (
            "ออกเอกสารร่าง {written} ฉบับใน out/ แบบที่มีข้อผิดไม่ทำให้แบบอื่นหยุด",
            "{written} papers in out/, all drafts; a faulty form stops no other",
        ),
    ),
    Step(
        ("แบบที่แก้แล้วส่งกลับมา", "The corrected forms come back"),
        ("status",),
        (
            f"ส่งใหม่ {{again}} ฉบับ ส่งคืนเจ้าของ {{back}} ฉบับ {STATES[0]}",
            f"{{again}} forms came again, {{back}} were sent back: {STATES[1]}",
        ),
        scene.corrects,
        scene.of_corrections,
    ),
    Step(
        ("มีผู้ถามว่าเหตุใดไม่ได้ดีเด่น", "Somebody asks why it is not outstanding"),
        ("explain", EDGE),
        (
            "{name} คะแนนจริง {total} ไม่ถึง 90 จึงได้{band_label} ไม่ปัดขึ้น",
            "The exact total {total} is below 90; nothing is rounded up: {band}",
        ),
        facts=scene.of_person,
    ),
    Step(
        ("จัดลำดับ", "Rank"),
        ("rank", "--division"),
        (
            "จัดลำดับ {ranked} คนในแต่ละสำนัก/กอง คะแนนเท่ากัน {tied} คน: out/ranking.xlsx",
            "{ranked} people inside their divisions, {tied} tied: out/ranking.xlsx",
        ),
    ),
    Step(
        ("จัดทำสมุดสรุปเสนอคณะกรรมการ", "Make the committee's workbook"),
        ("summary",),
        (
            "out/summary.xlsx มีลำดับ กรณีพิเศษ และช่องให้คณะกรรมการกรอก",
            "out/summary.xlsx: ranks, special cases, cells to decide in",
        ),
    ),
    Step(
        ("รับสมุดสรุปที่คณะกรรมการและนายกกรอกแล้ว", "Take in what was decided"),
        ("decide", FILLED),
        (
            "คณะกรรมการเปลี่ยน {committee} ราย นายกเปลี่ยน {chief} ราย มีเหตุผลครบ "
            "รหัสผนึกผล {seal}",
            "The committee changed {committee} result, the chief {chief}, with "
            "reasons; seal {seal}",
        ),
        scene.decides,
        scene.of_decision,
    ),
    Step(
        ("ออกประกาศรายชื่อผู้มีผลการประเมินดีเด่น", "Announce the outstanding"),
        ("announce",),
        (
            "ประกาศ {written} ฉบับ รวม {announced} คน ไม่มีคะแนนในประกาศ",
            "{written} announcements, {announced} people, no scores in them",
        ),
    ),
    Step(
        ("แจ้งผลรายบุคคล", "Notify everybody"),
        ("notices",),
        (
            "ใบแจ้งผล {written} ฉบับใน out/notices/ พร้อมที่มาของคะแนนและช่องลงชื่อ",
            "{written} notices with the working of the score in out/notices/",
        ),
    ),
    Step(
        ("งานกลางคืนอีกครั้ง", "The timer once more"),
        ("close",),
        (
            "เอกสารทุกฉบับใน out/ ตรงกับผลที่พิจารณาแล้ว",
            "every paper in out/ is that of the decided results",
        ),
    ),
    Step(
        ("ผนึกรอบ", "Seal the round"),
        ("seal",),
        (
            "เก็บถาวรไว้ใน {path} รหัสผนึก {seal} พิมพ์อยู่บนเอกสารทุกฉบับ",
            "kept in {path}; the digits {seal} stand on the papers",
        ),
        facts=scene.of_seal,
    ),
    Step(
        ("ตรวจว่าไม่มีผู้ใดแก้ไข", "Verify that nothing was changed"),
        ("verify",),
        (
            "ตรงกันทุกไฟล์ และคิดผลใหม่จากแบบที่เก็บไว้ได้ผลเดิม",
            "every file agrees, and the results come out the same again",
        ),
    ),
)
