"""The papers that open a round: what they say, against the regulation files."""

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import openpyxl
import pytest

from committee_round import CHIEF, COMMITTEE, OFFICE
from evaluations import rules
from perfeval.excel.letter import xlsx
from perfeval.excel.public import texts
from perfeval.letter import (
    Block,
    Emblem,
    Heading,
    Letter,
    Paragraph,
    Signatures,
    Table,
)
from perfeval.regulations.load import load, shipped
from perfeval.regulations.ruling import Ruling
from perfeval.regulations.schema import Band, Regulation
from perfeval.reports import (
    attendance_limits,
    committee_order,
    criteria,
    criteria_proof,
    memorandum,
)
from perfeval.reports.criteria_scoring import limits
from perfeval.reports.regulation_words import HEADINGS
from perfeval.rounds.schema import Division, Memorandum, RoundFile, Signatory

TAMBON, CONTRACT = "tambon-official-2559", "tambon-contract-2560"
CIVIL, MUNICIPAL = "civil-service-2552", "municipal-official-2558"
OLD = "municipal-2545"
ROUND = RoundFile(
    organisation=OFFICE,
    year=2568,
    round=1,
    criteria_on=date(2024, 9, 4),
    regulations={"official": TAMBON},
    divisions=(Division(name="สำนักปลัด"),),
    chief=CHIEF,
    committee=COMMITTEE,
)
ELSEWHERE = ("steps", "pay", "attendance", "opening")  # announced by other papers


def staff(regulation: str) -> list[str]:
    """All staff groups of a regulation."""
    return [one.label for one in rules(regulation).staff_groups]


def announcement(
    regulation: str = TAMBON, *, draft: bool = False, **known: Any
) -> Letter:
    """The announcement of the criteria of round 1/2568."""
    said = ROUND.model_copy(update=known)
    return criteria.build(load(regulation), said, staff=staff(regulation), draft=draft)


def memo(regulation: str = TAMBON, **known: Any) -> Letter:
    """The memorandum that submits it."""
    said = ROUND.model_copy(update=known)
    enclosed = ["ร่างประกาศ", "ร่างคำสั่ง"]
    law = rules(regulation)
    return memorandum.build(
        law, said, staff=staff(regulation), enclosed=enclosed, draft=False
    )


def order(regulation: str = TAMBON, **known: Any) -> Letter:
    """The order that appoints the committee."""
    said = ROUND.model_copy(update=known)
    return committee_order.build(
        rules(regulation), said, staff=staff(regulation), draft=False
    )


def words(letter: Letter) -> list[str]:
    """Every text of a paper, in order."""
    return [text for block in letter.blocks for text in of(block)]


def of(block: Block) -> Iterator[str]:
    """The texts of a block."""
    if isinstance(block, Heading):
        yield from block.lines
    elif isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Table):
        yield from (text for row in block.rows for text in row)
    elif isinstance(block, Signatures):
        yield from (line for lines in block.signers for line in lines)


def said(letter: Letter) -> str:
    """All its texts as one."""
    return "\n".join(words(letter))


# ------------------------------------------------------------- the announcement


def test_the_heading_is_that_of_an_announcement() -> None:
    letter = announcement(CONTRACT)

    assert letter.emblem == Emblem(30)
    assert letter.blocks[0] == Heading(
        (
            f"ประกาศ{OFFICE}",
            "เรื่อง  หลักเกณฑ์และวิธีการประเมินผลการปฏิบัติราชการของพนักงานจ้างทั่วไป "
            "พนักงานจ้างตามภารกิจและพนักงานจ้างตามภารกิจสำหรับผู้มีทักษะ",
            "รอบการประเมิน ครั้งที่ ๑ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ "
            "(๑ ตุลาคม ๒๕๖๗ – ๓๑ มีนาคม ๒๕๖๘)",
        )
    )


def test_the_preamble_cites_its_ground_and_says_its_purpose() -> None:
    text = words(announcement(CONTRACT))[4]

    assert "เป็นไปตามข้อ ๓๙ (๓) (ก) แห่งประกาศคณะกรรมการพนักงานส่วนตำบล" in text
    assert "ลงวันที่ ๒๓ กุมภาพันธ์ ๒๕๖๐" in text
    assert "เพื่อให้การประเมินราชการเป็นไปด้วยความโปร่งใส เป็นธรรม และตรวจสอบได้" in text
    assert "ว ๒๐/๒๕๕๒) ข้อ ๘" in words(announcement(CIVIL))[4]


# seeds/001 ข้อ ๑, seeds/003 ข้อ ๔
@pytest.mark.parametrize(
    ("regulation", "sentence"),
    [
        (TAMBON, "ผลสัมฤทธิ์ของงาน ร้อยละ ๗๐"),
        (TAMBON, "พฤติกรรมการปฏิบัติราชการ ร้อยละ ๓๐"),
        (TAMBON, "ผลสัมฤทธิ์ของงานร้อยละ ๕๐ และพฤติกรรมการปฏิบัติราชการร้อยละ ๕๐"),
        (TAMBON, "ผู้รับการประเมินทุกคน ประเมินสมรรถนะหลัก ๕ สมรรถนะ"),
        (TAMBON, "ผู้รับการประเมินทุกคน ประเมินสมรรถนะประจำสายงาน ๓ สมรรถนะ"),
        (TAMBON, "ให้พนักงานส่วนท้องถิ่นอย่างน้อย ๒ คน ลงลายมือชื่อเป็นพยาน"),
        (TAMBON, "ปลัดองค์การบริหารส่วนตำบล เป็นผู้ประเมินรองปลัดองค์การบริหารส่วนตำบล "),
        (TAMBON, "โอนหรือย้ายหลังวันที่ ๑ มีนาคม หรือวันที่ ๑ กันยายน ให้ผู้บังคับบัญชาเดิม"),
        (TAMBON, "เหนือขึ้นไป (ถ้ามี)"),
        (TAMBON, "ระดับสมรรถนะที่คาดหวังเป็นค่าแนะนำ"),
        (TAMBON, "อย่างน้อย ๒ รอบการประเมิน"),
        (CONTRACT, "ผลสัมฤทธิ์ของงาน ร้อยละ ๘๐"),
        (CONTRACT, "พฤติกรรมการปฏิบัติราชการ ร้อยละ ๒๐"),
        (CONTRACT, "พนักงานจ้างตามภารกิจ ประเมินสมรรถนะประจำสายงานอย่างน้อย ๓ สมรรถนะ"),
        (CONTRACT, "ให้พนักงานส่วนตำบลอย่างน้อย ๑ คน"),
        (CONTRACT, "กำหนดระดับสมรรถนะที่คาดหวัง ดังต่อไปนี้"),
        (CONTRACT, "ปลัดองค์การบริหารส่วนตำบล เป็นประธานกรรมการ หัวหน้าสำนักปลัด"),
        (CIVIL, "ผลสัมฤทธิ์ของงานมีสัดส่วนไม่น้อยกว่าร้อยละ ๗๐"),
        (CIVIL, "ระดับดีเด่นและระดับดีมาก ในที่เปิดเผย"),
        (CIVIL, "ไม่บังคับให้มีพยาน"),
        (CIVIL, "ตัวชี้วัดของผู้รับการประเมินแต่ละคนไม่ควรเกิน ๑๐ ตัว"),
        (MUNICIPAL, "เหนือขึ้นไปทุกราย"),
        (OLD, "ผลงานมีสัดส่วนไม่น้อยกว่าร้อยละ ๗๐"),
        (OLD, "ตำแหน่งผู้ปฏิบัติงาน ให้ประเมินรายการ ๒.๔ ๒.๕ ๒.๖ ๒.๗ และ ๒.๘ เป็นอย่างน้อย"),
        (OLD, "ผู้มีผลการประเมินระดับดีเด่น ควรเลื่อนขั้นเงินเดือน ๑ ขั้น โดยต้องระบุเหตุผลให้ชัดเจน"),
        (OLD, "๑.๕ ขั้น เฉพาะครั้งที่ ๒ โดยต้องระบุเหตุผล"),
        (OLD, "เรียงตามระดับดีเด่น ระดับเป็นที่ยอมรับได้ และระดับต้องปรับปรุง"),
        (MUNICIPAL, "ให้พนักงานส่วนท้องถิ่นอย่างน้อย ๑ คน"),
    ],
)
def test_a_ruling_is_said_in_words(regulation: str, sentence: str) -> None:
    assert sentence in said(announcement(regulation))


@pytest.mark.parametrize("regulation", shipped())
def test_probation_is_said_only_where_it_is_ruled(regulation: str) -> None:
    ruled = any(one.probation_weight for one in rules(regulation).components)

    assert ("ทดลองปฏิบัติราชการ" in said(announcement(regulation))) == ruled


# seeds/003 ข้อ ๕, seeds/001 ข้อ ๓
@pytest.mark.parametrize(
    ("regulation", "rows"),
    [
        (
            CONTRACT,
            (
                ("ดีเด่น", "ตั้งแต่ร้อยละ ๙๕ ถึงร้อยละ ๑๐๐"),
                ("ดีมาก", "ตั้งแต่ร้อยละ ๘๕ แต่ไม่ถึงร้อยละ ๙๕"),
                ("ดี", "ตั้งแต่ร้อยละ ๗๕ แต่ไม่ถึงร้อยละ ๘๕"),
                ("พอใช้", "ตั้งแต่ร้อยละ ๖๕ แต่ไม่ถึงร้อยละ ๗๕"),
                ("ต้องปรับปรุง", "ต่ำกว่าร้อยละ ๖๕"),
            ),
        ),
        (
            TAMBON,
            (
                ("ดีเด่น", "ตั้งแต่ร้อยละ ๙๐ ถึงร้อยละ ๑๐๐"),
                ("ดีมาก", "ตั้งแต่ร้อยละ ๘๐ แต่ไม่ถึงร้อยละ ๙๐"),
                ("ดี", "ตั้งแต่ร้อยละ ๗๐ แต่ไม่ถึงร้อยละ ๘๐"),
                ("พอใช้", "ตั้งแต่ร้อยละ ๖๐ แต่ไม่ถึงร้อยละ ๗๐"),
                ("ต้องปรับปรุง", "ต่ำกว่าร้อยละ ๖๐"),
            ),
        ),
    ],
)
def test_the_bands_are_half_open_in_words(
    regulation: str, rows: tuple[tuple[str, str], ...]
) -> None:
    assert table(announcement(regulation), "ช่วงคะแนน").rows == rows


def table(letter: Letter, title: str) -> Table:
    """The table that has such a column."""
    (found,) = [
        block
        for block in letter.blocks
        if isinstance(block, Table) and title in [one.title for one in block.columns]
    ]
    return found


def test_a_band_that_begins_above_nothing_but_is_not_the_lowest_has_both_limits() -> (
    None
):
    band = Band(key="a", label="ก", at_least=1, below=2, clause="ข้อ ๑")

    assert limits(band) == "ตั้งแต่ร้อยละ 1 แต่ไม่ถึงร้อยละ 2"


# seeds/003 ข้อ ๔: 1 for general, 2 for skilled staff; mission-based as officials
def test_expected_levels_stand_in_one_table() -> None:
    assert table(announcement(CONTRACT), "ผู้รับการประเมิน").rows == (
        ("พนักงานจ้างทั่วไป", "๑", "–"),
        ("พนักงานจ้างตามภารกิจสำหรับผู้มีทักษะ", "๒", "–"),
        ("พนักงานจ้างตามภารกิจ ประเภททั่วไป ระดับปฏิบัติงาน", "๑", "๑"),
        ("พนักงานจ้างตามภารกิจ ประเภทวิชาการ ระดับปฏิบัติการ", "๑", "๑"),
    )


def test_items_that_are_marked_stand_in_a_table() -> None:
    """seeds/002, the form: items 1.1 to 1.6 and 2.1 to 2.9."""
    rows = table(announcement(OLD), "เรื่องที่ประเมิน").rows

    assert [row[0] for row in rows] == [
        *("๑.๑", "๑.๒", "๑.๓", "๑.๔", "๑.๕", "๑.๖"),
        *("๒.๑", "๒.๒", "๒.๓", "๒.๔", "๒.๕", "๒.๖", "๒.๗", "๒.๘", "๒.๙"),
    ]
    assert rows[0][2] == "ผลงาน"
    assert "ระดับ ๑ ถึง" not in said(announcement(OLD))


def test_levels_have_their_names() -> None:
    first, *_, last = table(announcement(CIVIL), "ระดับ").rows

    assert first == ("๑", "ต้องปรับปรุง", "จำเป็นต้องได้รับการพัฒนาอย่างยิ่ง")
    assert last == ("๕", "ดีเด่น", "อยู่ในระดับดีเยี่ยม")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2024, 9, 4), "ประกาศ ณ วันที่ ๔ กันยายน พ.ศ. ๒๕๖๗"),
        (None, "ประกาศ ณ วันที่ .........."),
    ],
)
def test_the_date_is_that_of_the_criteria_or_left_to_be_written(
    day: date | None, told: str
) -> None:
    assert told in said(announcement(criteria_on=day))


def test_the_chief_signs() -> None:
    signed = Signatures(((f"({CHIEF.name})", CHIEF.position),))

    assert announcement().blocks[-1] == signed


@pytest.mark.parametrize("regulation", shipped())
def test_no_digit_of_a_signed_paper_is_arabic(regulation: str) -> None:
    papers = (announcement(regulation), memo(regulation), order(regulation))

    assert not [
        text for one in papers for text in words(one) if re.search("[0-9]", text)
    ]


def test_leave_and_lateness_have_a_paper_of_their_own() -> None:
    """seeds/003, the second announcement of the same day."""
    letter = limits_of()
    text = said(letter)

    assert "มาทำงานสาย" not in said(announcement(CONTRACT))
    assert letter.emblem == Emblem(30)
    assert words(letter)[:3] == [
        f"ประกาศ{OFFICE}",
        "เรื่อง  กำหนดหลักเกณฑ์จำนวนครั้งการลาหรือมาทำงานสายของพนักงานจ้างทั่วไป",
        "เพื่อประกอบการพิจารณาการเลื่อนค่าตอบแทน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
    ]
    assert "มาตรา ๑๕ และมาตรา ๒๕ แห่งพระราชบัญญัติระเบียบบริหารงานบุคคล" in text
    assert "ข้อ ๓๑ (๔)" in text
    assert "กำหนดเป็นหนังสือไว้ก่อนแล้ว โดยคำนึงถึงลักษณะงานและสภาพท้องถิ่น" in text
    assert (
        "๑. การลา ลาไม่เกิน ๑๐ ครั้ง ในแต่ละรอบของการพิจารณาค่าตอบแทน "
        "(ครั้งที่ ๑ ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๗ ถึงวันที่ ๓๑ มีนาคม ๒๕๖๘ "
        "และครั้งที่ ๒ ตั้งแต่วันที่ ๑ เมษายน ๒๕๖๘ ถึงวันที่ ๓๐ กันยายน ๒๕๖๘) "
        "แต่ถ้าลาเกินจำนวนครั้งที่กำหนด หากวันลาไม่เกิน ๓๐ วัน "
        "และมีผลการประเมินระดับดีเด่น อาจพิจารณาให้เลื่อนค่าตอบแทนได้"
    ) in text
    assert (
        "หมายเหตุ การลาตามข้อ ๑ ไม่รวมการลาป่วยที่มีใบรับรองแพทย์ การลาพักผ่อน และการลาคลอด"
    ) in text
    assert "๒. การมาทำงานสาย มาทำงานสายเกิน ๑๕ ครั้ง ในแต่ละรอบ ถือว่ามาสายเป็นประจำ" in text
    assert "ประกาศ ณ วันที่ ๔ กันยายน พ.ศ. ๒๕๖๗" in text


def limits_of(**changes: Any) -> Letter:
    """The announcement of the limits, some of them changed."""
    law = rules(CONTRACT)
    own = law.attendance.model_copy(update=changes) if law.attendance else None
    changed = law.model_copy(update={"attendance": own})
    staff = ["พนักงานจ้างทั่วไป"]
    return attendance_limits.build(changed, ROUND, staff=staff, draft=False)


def test_a_limit_that_is_not_fixed_is_not_announced() -> None:
    assert "๑. การมาทำงานสาย" in said(limits_of(leave=None, exception=None))
    assert "สายเกิน" not in said(limits_of(late=None))
    assert "อาจพิจารณา" not in said(limits_of(exception=None))


def test_there_is_no_such_paper_without_limits() -> None:
    with pytest.raises(LookupError):
        attendance_limits.build(rules(TAMBON), ROUND, staff=["ก"], draft=False)


@pytest.mark.parametrize("regulation", shipped())
def test_what_perfeval_practises_is_not_called_so_in_public(regulation: str) -> None:
    assert "perfeval" not in said(announcement(regulation))


# ------------------------------------------------------------- reading it back


def rulings(regulation: Regulation) -> Iterator[Ruling]:
    """Every block of a file that rules something the announcement speaks of."""
    for name in type(regulation).model_fields:
        if name in ELSEWHERE:
            continue
        found = getattr(regulation, name)
        for one in found if isinstance(found, tuple) else (found,):
            if isinstance(one, Ruling):
                yield one


@pytest.mark.parametrize("regulation", shipped())
def test_no_ruling_of_the_file_is_left_out(regulation: str) -> None:
    law = rules(regulation)
    clauses = "\n".join(
        item.clause or "" for _, item in criteria_proof.items(load(regulation))
    )

    assert not [one for one in rulings(law) if one.clause not in clauses]


@pytest.mark.parametrize("regulation", shipped())
def test_the_proof_has_the_order_of_the_announcement(regulation: str) -> None:
    """Every sentence of the announcement stands in the proof, one after the other."""
    paper = iter(text.split(") ", 1)[-1] for text in words(announcement(regulation)))
    proof = [row[1] for row in table(prove(regulation), "ประกาศว่า").rows]
    numbered = [
        text
        for (place, item), text in zip(
            criteria_proof.items(load(regulation)), proof, strict=True
        )
        if place[0].isdigit() and not item.in_table
    ]

    assert numbered
    assert all(any(text in line for line in paper) for text in numbered)


def test_no_heading_of_a_regulation_is_told_twice() -> None:
    """What has no sentences here is printed as `regulations show` says it."""
    assert set(criteria.TOLD) <= set(HEADINGS)
    for regulation in shipped():
        headings = [one.heading for one in criteria.sections(load(regulation))]
        assert len(headings) == len(set(headings))


def prove(regulation: str) -> Letter:
    """The table for reading back."""
    return criteria_proof.build(load(regulation))


def test_the_proof_marks_what_the_house_practises_and_names_the_file() -> None:
    letter = prove(TAMBON)
    rows = {row[1]: row for row in table(letter, "ประกาศว่า").rows}

    assert rows["ผลสัมฤทธิ์ของงาน ร้อยละ ๗๐"] == (
        *("๒ (๑)", "ผลสัมฤทธิ์ของงาน ร้อยละ ๗๐", "ข้อ ๑.๑"),
    )
    assert rows["ให้คะแนนเป็นระดับ ตั้งแต่ระดับ ๑ ถึงระดับ ๕"][2].startswith("แนวปฏิบัติ")
    assert load(TAMBON).sha256 in said(letter)


# ------------------------------------------------- the memorandum and the order


def test_a_memorandum_has_its_heading_and_its_small_garuda() -> None:
    letter = memo(memorandum=Memorandum(office="งานการเจ้าหน้าที่ สำนักปลัด", number="ตอ 1/"))

    assert letter.emblem == Emblem(15, beside="บันทึกข้อความ")
    assert words(letter)[:6] == [
        *("ส่วนราชการ", "งานการเจ้าหน้าที่ สำนักปลัด", "ที่", "ตอ ๑/", "วันที่"),
        "." * 44,
    ]
    assert f"เรียน  {CHIEF.position}" in words(letter)


def test_opinions_are_asked_in_the_order_of_the_regulation() -> None:
    """seeds/003: the officer, the head of the office, the clerk, then the chief."""
    hands = [
        lines[-1]
        for block in memo(CONTRACT).blocks
        if isinstance(block, Signatures)
        for lines in block.signers
    ]

    assert hands == [
        "นักทรัพยากรบุคคล",
        "หัวหน้าสำนักปลัด",
        "ปลัดองค์การบริหารส่วนตำบล",
        CHIEF.position,
    ]
    text = said(memo(CONTRACT))
    assert text.index("ความเห็นหัวหน้าสำนักปลัด") < text.index(f"คำสั่ง{CHIEF.position}")


def test_names_of_round_toml_stand_in_the_memorandum() -> None:
    known = Memorandum(
        dated=date(2024, 9, 2),
        proposed_by=Signatory(name="นางเสนอ ตัวอย่าง", position="นักทรัพยากรบุคคลชำนาญการ"),
        opinions=(Signatory(name="นายเห็น ตัวอย่าง", position="ปลัด"),),
    )
    text = said(memo(memorandum=known))

    assert "๒ กันยายน ๒๕๖๗" in text
    assert "(นางเสนอ ตัวอย่าง)" in text
    assert "(นายเห็น ตัวอย่าง)" in text
    assert "หัวหน้าสำนักปลัด" not in text


def test_an_own_regulation_needs_none_of_this() -> None:
    bare = rules(TAMBON).model_copy(update={"opening": None, "screening": None})
    made = memorandum.build(bare, ROUND, staff=["ก"], enclosed=["ข"], draft=False)

    assert "ผู้รับผิดชอบงานการเจ้าหน้าที่" in said(made)
    assert "ความเห็นปลัด" not in said(made)
    assert committee_order.duties_of(bare)[0].startswith("ให้ผู้ประเมินโดยความเห็นชอบ")


def test_the_order_lists_the_committee_by_role() -> None:
    mixed = (COMMITTEE[2], COMMITTEE[1], COMMITTEE[0])
    (people,) = [b for b in order(committee=mixed).blocks if isinstance(b, Table)]

    assert [(row[0], row[1], row[3]) for row in people.rows] == [
        ("๑.", "นายเที่ยง ตัวอย่างธรรม", "ประธานกรรมการ"),
        ("๒.", "นางกลาง ตัวอย่างดี", "กรรมการ"),
        ("๓.", "นางสาวจด ตัวอย่างถ้วน", "กรรมการและเลขานุการ"),
    ]


def test_an_order_without_a_committee_leaves_lines_to_write() -> None:
    (people,) = [b for b in order(committee=()).blocks if isinstance(b, Table)]

    assert [row[3] for row in people.rows] == [
        "ประธานกรรมการ",
        "กรรมการ",
        "กรรมการและเลขานุการ",
    ]


def test_an_order_without_names_has_the_seats_that_the_regulation_names() -> None:
    """seeds/003 ข้อ ๗"""
    (people,) = [
        b for b in order(CONTRACT, committee=()).blocks if isinstance(b, Table)
    ]

    assert [row[2:] for row in people.rows] == [
        ("ปลัดองค์การบริหารส่วนตำบล", "ประธานกรรมการ"),
        ("หัวหน้าสำนักปลัด", "กรรมการ"),
        ("ผู้อำนวยการกองคลัง", "กรรมการ"),
        ("ผู้อำนวยการกองช่าง", "กรรมการ"),
        ("นักทรัพยากรบุคคล", "เลขานุการ"),
    ]


def test_the_order_has_the_duties_of_the_regulation_and_an_open_day() -> None:
    """seeds/000 ขั้นตอนที่ ๕ (๒)"""
    letter = order(MUNICIPAL)
    text = said(letter)

    assert letter.emblem == Emblem(30)
    assert words(letter)[0] == f"คำสั่ง{OFFICE}"
    assert "ในภาพรวมและรายบุคคลว่าการประเมินผลมีมาตรฐานความเป็นธรรมหรือไม่" in text
    assert "สั่ง ณ วันที่ .........." in text
    assert words(letter)[-2:] == [f"({CHIEF.name})", CHIEF.position]


# ------------------------------------------------------------------ as workbooks


def test_a_label_of_a_memorandum_is_bold_and_has_no_lines_around_it() -> None:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(xlsx(memo()))).worksheets
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row}

    assert cells["ส่วนราชการ"].font.bold
    assert not cells["ส่วนราชการ"].border.left.style
    assert (cells["บันทึกข้อความ"].font.sz, sheet["A1"].value) == (29, "บันทึกข้อความ")


def test_a_draft_is_marked_on_every_page() -> None:
    letter = announcement(draft=True)
    (sheet,) = openpyxl.load_workbook(io.BytesIO(xlsx(letter))).worksheets

    assert "ร่าง" in sheet.oddHeader.right.text


def test_papers_hold_no_name_of_a_machine_and_are_the_same_each_time() -> None:
    content = xlsx(announcement(), memo(), order())

    assert content == xlsx(announcement(), memo(), order())
    assert not [text for text in texts(content) if re.search(r"[\\]|/(tmp|home)", text)]
