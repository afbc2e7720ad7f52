"""The half-year that `perfeval demo` plays: each step, and what is told of it."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from perfeval.cli.rehearsal import Answer, run

EDGE = "00087"  # 0.0042 points below the highest band
FAULT = "PE204"  # the fault that is shown: a level of 6
RETURNED, FILLED = "returned", "summary-decided.xlsx"
Facts = Mapping[str, Any]


class Scene(NamedTuple):
    """
    Where the story plays.

    folder: the round that is made. source: the example that comes with perfeval.
    example: its people.toml.
    """

    folder: Path
    source: Path
    example: Mapping[str, Any]
    lang: str


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


def opens(scene: Scene) -> None:
    """The officer has filled in the round."""
    for name in ("round.toml", "roster.xlsx"):
        shutil.copy(scene.source / name, scene.folder)


def agrees(scene: Scene) -> None:
    """The agreements of one division come back."""
    shutil.copytree(scene.source / "agreements", scene.folder / "agreements")


def evaluates(scene: Scene) -> None:
    """The forms come back, as they are."""
    shutil.copytree(scene.source / "inbox", scene.folder / "inbox")


def corrects(scene: Scene) -> None:
    """Faulty forms come again, and what does not belong here is sent back."""
    inbox = scene.folder / "inbox"
    shutil.copytree(scene.source / "corrected", inbox, dirs_exist_ok=True)
    for name in scene.example["story"]["sent_back"]:
        (inbox / name).unlink()


def decides(scene: Scene) -> None:
    """Committee and chief fill in a copy of the summary."""
    from perfeval.cli.output import put
    from perfeval.excel.typed import typed

    summary = scene.folder / "out" / "summary.xlsx"
    seen = run(("inspect", str(summary)), scene.folder, scene.lang).answer
    cells = _cells(seen, scene.example["story"])
    put(typed(summary.read_bytes(), cells), scene.folder / FILLED, "committee_summary")


def _cells(
    seen: Answer, story: Mapping[str, Any]
) -> dict[tuple[str, str], str | Decimal | int | date]:
    """Where each value of the story goes, by sheet and address."""
    by_id = {one["employee_id"]: one for one in story["decisions"]}
    cells: dict[tuple[str, str], str | Decimal | int | date] = {}
    for page in seen["results"]:
        for key in page["fields"].keys() & story.keys():
            cells[page["sheet"], page["fields"][key]["cell"]] = story[key]
        for row in page["tables"].get("decisions", ()):
            decided = by_id.get(row["employee_id"]["value"], {})
            for key in decided.keys() - {"employee_id"}:
                cells[page["sheet"], row[key]["cell"]] = decided[key]
    return cells


def of_round(scene: Scene, _: Answer) -> Facts:
    """Who is in the round."""
    office = scene.example["office"]
    return {
        "organisation": office["organisation"],
        "round": f"{office['fiscal_year']}-{office['round_number']}",
        "people": len(scene.example["people"]),
        "divisions": len(office["divisions"]),
    }


def of_corrections(scene: Scene, _: Answer) -> Facts:
    """What was settled."""
    again = (scene.source / "corrected").rglob("*.xlsx")
    return {
        "again": sum(1 for _ in again),
        "back": len(scene.example["story"]["sent_back"]),
    }


def of_fault(_: Scene, answer: Answer) -> Facts:
    """One fault as an example."""
    return next(one for one in answer["findings"] if one["code"] == FAULT)


def of_person(_: Scene, answer: Answer) -> Facts:
    """The score of one person."""
    return dict(answer["results"][0])


def of_decision(scene: Scene, _: Answer) -> Facts:
    """How many results committee and chief changed."""
    decisions = scene.example["story"]["decisions"]
    return {
        "committee": sum("committee_total" in one for one in decisions),
        "chief": sum("chief_total" in one for one in decisions),
    }


def of_seal(_: Scene, answer: Answer) -> Facts:
    """The seal of a round."""
    return dict(answer["results"][0])


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
        opens,
        of_round,
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
        agrees,
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
        evaluates,
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
        facts=of_fault,
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
        corrects,
        of_corrections,
    ),
    Step(
        ("มีผู้ถามว่าเหตุใดไม่ได้ดีเด่น", "Somebody asks why it is not outstanding"),
        ("explain", EDGE),
        (
            "{name} คะแนนจริง {total} ไม่ถึง 90 จึงได้{band_label} ไม่ปัดขึ้น",
            "The exact total {total} is below 90; nothing is rounded up: {band}",
        ),
        facts=of_person,
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
        decides,
        of_decision,
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
        facts=of_seal,
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
