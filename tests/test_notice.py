"""The notice of one person's result."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest

from evaluations import CIVIL, TAMBON
from perfeval.appraise.standing import PersonStatus
from perfeval.excel.letter import xlsx
from perfeval.excel.public import PARTS, parts
from perfeval.letter import Letter, Paragraph, Signatures, Table
from perfeval.reports.notice import build
from round_people import OFFICE, ROUND, decided, person, plan, ranked

SEAL = "0123 4567 89ab cdef"


def notice(status: PersonStatus, seal: str | None = SEAL) -> Letter:
    """The notice of somebody."""
    assert status.result is not None
    assert status.final is not None
    return build(status.person, status.result, status.final, ROUND, seal=seal)


def of(total: str = "90", **known: Any) -> Letter:
    """The notice of a form that scores so many points."""
    return notice(ranked(person(), total, **known))


def tables(letter: Letter) -> dict[str, Table]:
    """Every table by its first title, or by its first cell where it has none."""
    return {
        one.columns[0].title or one.rows[0][0]: one
        for one in letter.blocks
        if isinstance(one, Table)
    }


def words(letter: Letter) -> str:
    """All body text."""
    return "\n".join(b.text for b in letter.blocks if isinstance(b, Paragraph))


def test_the_components_are_shown_with_points_weight_and_weighted_points() -> None:
    assert tables(of("90"))["องค์ประกอบการประเมิน"].rows == (
        ("ผลสัมฤทธิ์ของงาน", "๙๐.๐๐", "๗๐", "๖๓.๐๐"),
        ("พฤติกรรมการปฏิบัติราชการ", "๙๐.๐๐", "๓๐", "๒๗.๐๐"),
        ("คะแนนรวม", "", "", "๙๐.๐๐"),
    )


@pytest.mark.parametrize(
    ("total", "printed", "band"),
    [("90", "๙๐.๐๐", "ดีเด่น"), ("89.995", "๘๙.๙๙๕", "ดีมาก")],
)
def test_the_result_is_that_of_the_exact_total(
    total: str, printed: str, band: str
) -> None:
    (row,) = tables(of(total))["ผลการประเมิน"].rows

    assert row == ("ผลการประเมิน", f"คะแนนรวม {printed}", f"ระดับ{band}")


def test_who_changed_the_total_is_told_with_the_reason() -> None:
    said = decided(
        person(),
        "89.995",
        committee_total="90",
        committee_reason="หลักฐานเพิ่มเติม 2 รายการ",
        chief_total="91.5",
        chief_reason="เห็นชอบ",
    )
    letter = of("89.995", decision=said)

    assert tables(letter)["ผู้พิจารณาต่อจากผู้ประเมิน"].rows == (
        ("คณะกรรมการกลั่นกรอง", "๙๐.๐๐", "หลักฐานเพิ่มเติม ๒ รายการ"),
        (f"นายก{OFFICE}", "๙๑.๕๐", "เห็นชอบ"),
    )
    assert tables(letter)["ผลการประเมิน"].rows[0][1] == "คะแนนรวม ๙๑.๕๐"
    assert tables(letter)["องค์ประกอบการประเมิน"].rows[-1][-1] == "๘๙.๙๙๕"


def test_nothing_is_told_of_a_total_that_nobody_changed() -> None:
    assert "ผู้พิจารณาต่อจากผู้ประเมิน" not in tables(of())


def test_the_working_names_the_cells_as_the_form_does() -> None:
    rows = tables(of("90"))["รายการ"].rows

    assert rows[0] == ("ตัวชี้วัดที่ ๑", "น้ำหนัก ๖๐ × ระดับ ๔.๕ ÷ ๕", "๕๔", "C26, J26")
    assert rows[-2][0] == "คะแนนรวม"
    assert rows[-2][2] == "๙๐"


def test_the_development_plan_is_that_of_the_form() -> None:
    letter = of(form={"development": plan("ภาษาอังกฤษ ระดับ 2")})

    assert tables(letter)["ความรู้ ทักษะ หรือสมรรถนะที่ต้องพัฒนา"].rows == (
        ("ภาษาอังกฤษ ระดับ ๒", "อบรม", "ไตรมาสที่ ๓"),
    )
    assert "ไม่ได้ระบุไว้ในแบบประเมิน" in words(of())


def signers(letter: Letter) -> list[str]:
    """The roles of those who sign."""
    (signed,) = [block for block in letter.blocks if isinstance(block, Signatures)]
    return [lines[2] for lines in signed.signers]


def test_as_many_witnesses_sign_as_the_regulation_wants() -> None:
    assert "พนักงานส่วนท้องถิ่นอย่างน้อย ๒ คน" in words(of())
    assert signers(of())[2:] == ["พยานคนที่ ๑", "พยานคนที่ ๒"]


def test_a_regulation_without_witnesses_asks_for_none() -> None:
    letter = of(regulation=CIVIL)

    assert signers(letter) == ["ผู้รับการประเมิน", "ผู้ประเมิน ผู้แจ้งผล"]
    assert "พยาน" not in words(letter)


def test_what_the_form_says_of_the_acknowledgement_is_told() -> None:
    refused = of(
        form={
            "acknowledgement": "refused",
            "acknowledged_on": date(2025, 4, 3),
            "witness_1": "นายพยาน หนึ่ง",
            "witness_2": "นางพยาน สอง",
        }
    )
    signed = of(form={"acknowledgement": "signed"})

    assert "เมื่อวันที่ ๓ เมษายน พ.ศ. ๒๕๖๘ พยาน: นายพยาน หนึ่ง และ นางพยาน สอง" in words(
        refused
    )
    assert "ลงลายมือชื่อรับทราบผลแล้ว" in words(signed)


def test_the_id_keeps_the_digits_by_which_it_is_looked_up() -> None:
    assert tables(of())["ชื่อ – สกุล"].rows[0][3] == "TT-0001"


def test_a_draft_is_marked_and_carries_no_seal() -> None:
    draft = notice(ranked(person(), "90"), seal=None)

    assert (draft.mark, draft.foot) == ("ร่าง", "")
    assert (of().mark, of().foot) == ("", f"รหัสผนึกผล {SEAL}")


@pytest.mark.parametrize("regulation", [TAMBON, CIVIL])
def test_the_file_holds_the_notice_alone(regulation: str) -> None:
    content = xlsx(of(regulation=regulation))
    book = openpyxl.load_workbook(io.BytesIO(content))

    assert parts(content) == PARTS
    assert [sheet.title for sheet in book.worksheets] == ["แจ้งผลการประเมิน"]
    assert not book.defined_names


def test_a_very_long_plan_is_printed_whole() -> None:
    need = "การวิเคราะห์ข้อมูลเพื่อการตัดสินใจ " * 100
    content = xlsx(of(form={"development": plan(need)}))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    cells = [
        str(c) for row in sheet.values for c in row if c and "การวิเคราะห์" in str(c)
    ]

    assert "".join(cells).replace(" ", "") == need.replace(" ", "")
