"""The announcement: what it says, and that its file holds nothing else."""

import io
import re
from datetime import date
from typing import Any

import openpyxl
import pytest

from evaluations import CIVIL, TAMBON, rules
from perfeval.appraise.announce import announced
from perfeval.appraise.standing import PersonStatus
from perfeval.excel.letter import xlsx
from perfeval.excel.public import PARTS, parts, texts
from perfeval.letter import Heading, Letter, Paragraph, Signatures, Table
from perfeval.reports.announcement import build
from round_people import DIVISIONS, OFFICE, ROUND, person, ranked

SEAL = "0123 4567 89ab cdef"
STAFF = {TAMBON: ["พนักงานส่วนตำบล"], CIVIL: ["ข้าราชการพลเรือนสามัญ"]}
PEOPLE = [
    ranked(person(1, position="นักวิชาการศึกษา ระดับ 7"), "95"),
    ranked(person(2, division=DIVISIONS[1]), "90"),
    ranked(person(3), "89.995"),
]


def paper(
    *people: PersonStatus,
    regulation: str = TAMBON,
    seal: str | None = SEAL,
    **known: Any,
) -> Letter:
    """The announcement of these people."""
    shown = announced(people or PEOPLE, rules(regulation), DIVISIONS)
    return build(
        shown,
        ROUND.model_copy(update=known),
        rules(regulation),
        staff=STAFF[regulation],
        seal=seal,
    )


def table(letter: Letter) -> Table:
    """The list of names."""
    (found,) = [block for block in letter.blocks if isinstance(block, Table)]
    return found


def words(letter: Letter) -> str:
    """All body text."""
    return "\n".join(b.text for b in letter.blocks if isinstance(b, Paragraph))


def test_the_heading_says_who_announces_what_and_for_which_round() -> None:
    assert paper().blocks[0] == Heading(
        (
            f"ประกาศ{OFFICE}",
            "เรื่อง  รายชื่อพนักงานส่วนตำบลผู้มีผลการประเมินการปฏิบัติงานระดับดีเด่น",
            "รอบการประเมิน ครั้งที่ ๑ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ "
            "(๑ ตุลาคม ๒๕๖๗ – ๓๑ มีนาคม ๒๕๖๘)",
        )
    )


def test_the_second_round_ends_in_september() -> None:
    (heading,) = [b for b in paper(round=2).blocks if isinstance(b, Heading)]

    assert heading.lines[2].endswith("(๑ เมษายน ๒๕๖๘ – ๓๐ กันยายน ๒๕๖๘)")


def test_purpose_and_legal_basis_are_those_of_the_regulation() -> None:
    said = rules(TAMBON).announcement

    assert said.purpose in words(paper())
    assert said.legal_basis in words(paper())
    assert f"{said.place} จำนวน ๒ ราย" in words(paper())


def test_each_row_is_number_name_position_and_division() -> None:
    assert table(paper()).rows == (
        (
            *("๑", "นางสาวทดสอบข ตัวอย่างที่๑", "นักวิชาการศึกษา ระดับ ๗"),
            DIVISIONS[0],
        ),
        ("๒", "นางสาวทดสอบค ตัวอย่างที่๒", "นักวิชาการศึกษา", DIVISIONS[1]),
    )


def test_the_band_is_told_where_more_than_one_is_announced() -> None:
    people = [
        ranked(person(number), total, regulation=CIVIL)
        for number, total in ((1, "85"), (2, "95"))
    ]
    letter = paper(*people, regulation=CIVIL)

    assert [row[-1] for row in table(letter).rows] == ["ดีมาก", "ดีเด่น"]
    assert isinstance(letter.blocks[0], Heading)
    assert letter.blocks[0].lines[1].endswith("การปฏิบัติราชการระดับดีเด่นและระดับดีมาก")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2025, 4, 30), "ประกาศ ณ วันที่ ๓๐ เมษายน พ.ศ. ๒๕๖๘"),
        (None, "ประกาศ ณ วันที่ .........."),
    ],
)
def test_the_date_is_that_of_the_round_or_left_to_be_written(
    day: date | None, told: str
) -> None:
    assert told in words(paper(announce_on=day))


def test_the_chief_signs_with_name_and_position() -> None:
    assert paper().blocks[-1] == Signatures((("(นายสมมติ ตั้งใจดี)", f"นายก{OFFICE}"),))


def test_a_decided_paper_carries_the_seal_and_a_draft_its_mark_instead() -> None:
    assert (paper().mark, paper().foot) == ("", f"รหัสผนึกผล {SEAL}")
    assert (paper(seal=None).mark, paper(seal=None).foot) == ("ร่าง", "")


def test_every_page_of_a_draft_is_marked() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(paper(seal=None)))).worksheets[0]

    assert "ร่าง" in sheet.oddHeader.right.text


def test_no_digit_but_the_seal_is_arabic() -> None:
    cells = _cells(xlsx(paper()))

    assert not [text for text in cells if re.search("[0-9]", text)]


def _cells(content: bytes) -> list[str]:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return [str(cell) for row in sheet.values for cell in row if cell is not None]


def test_the_file_has_the_parts_of_a_fixed_list_and_no_other() -> None:
    assert parts(xlsx(paper())) == PARTS


def test_every_text_of_the_file_is_one_of_the_announcement() -> None:
    """The whole list, seen or not: nothing else can hide in the package."""
    letter = paper()
    rows = {text for row in table(letter).rows for text in row}
    titles = {column.title for column in table(letter).columns}
    seen = {
        *rows,
        *titles,
        *(line for b in letter.blocks if isinstance(b, Heading) for line in b.lines),
        *(b.text for b in letter.blocks if isinstance(b, Paragraph)),
        "(นายสมมติ ตั้งใจดี)",
        f"นายก{OFFICE}",
    }
    foot = f'&R&"TH SarabunPSK,Regular"&14 รหัสผนึกผล {SEAL}'
    of_the_program = {
        *("ประกาศ", "Microsoft Excel", "Worksheets", "1", "0", "false"),
        *("12.0000", "2000-01-01T00:00:00Z", foot),
    }

    assert {text.strip() for text in texts(xlsx(letter))} == seen | of_the_program


def test_no_score_no_id_and_nobody_else_is_in_the_file() -> None:
    told = "\n".join(texts(xlsx(paper())))

    assert "ตัวอย่างที่3" not in told
    assert "ตัวอย่างที่๓" not in told
    assert not re.search("TT-|๙๕|95|๘๙|89.99", told)


def test_the_book_has_one_visible_sheet_no_name_no_author_no_comment() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(paper())))
    (sheet,) = book.worksheets

    assert (sheet.title, sheet.sheet_state) == ("ประกาศ", "visible")
    assert not book.defined_names
    assert not sheet.defined_names
    assert not book.properties.creator
    assert not book.properties.lastModifiedBy
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.comment]


def test_the_same_people_give_the_same_bytes() -> None:
    assert xlsx(paper()) == xlsx(paper())


@pytest.mark.parametrize("name", ["=1+1", "+1", "@A1", "https://example.com", "{=1}"])
def test_a_name_is_text_whatever_it_looks_like(name: str) -> None:
    content = xlsx(paper(ranked(person(prefix="", name=name), "95")))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]

    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink]
