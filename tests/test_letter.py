"""A letter as a workbook: nothing cut, pages broken where a person would."""

import io
import re
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest

import libreoffice
from perfeval.excel.cutting import MOST_LINES, Look, characters, pieces
from perfeval.excel.emblem import picture
from perfeval.excel.heights import lines
from perfeval.excel.letter import xlsx
from perfeval.excel.public import OF_AN_EMBLEM, PARTS, parts, texts
from perfeval.excel.strips import (
    PAGE,
    Strip,
    edges,
    pages,
    strips,
)
from perfeval.letter import (
    WIDTH,
    Column,
    Emblem,
    Gap,
    Heading,
    Letter,
    Paragraph,
    Signatures,
    Table,
)

COLUMNS = (Column("ที่", 12, "centre"), Column("ชื่อ", 60), Column("ตำแหน่ง", 84))
LONG = "นักวิชาการเงินและบัญชีชำนาญการพิเศษ รักษาราชการแทนผู้อำนวยการกองคลัง " * 3
SIGNED = "(นายสมมติ ตั้งใจดี)"


def letter(count: int = 3, position: str = "นายช่างโยธา", **known: object) -> Letter:
    """A list of so many people, closed and signed."""
    rows = tuple((f"ที่ {n}", f"ชื่อ {n}", position) for n in range(1, count + 1))
    blocks = (
        Heading(("ประกาศ", "เรื่อง")),
        Paragraph("ตามที่ได้ประเมิน"),
        Table(COLUMNS, rows),
        Paragraph("จึงประกาศ", kept=True),
        Signatures(((SIGNED, "นายก"),)),
    )
    return replace(Letter("ประกาศ", blocks, Emblem(30)), **known)


def told(page: list[Strip]) -> list[str]:
    """All that stands on a page, in order."""
    return [cell.text for strip in page for cell in strip.cells]


def paged(one: Letter) -> list[list[str]]:
    """What stands on each page."""
    return [told(page) for page in pages(strips(one))]


@pytest.mark.parametrize("count", [1, 2, 15, 18, 19, 20, 21, 22, 60, 300])
@pytest.mark.parametrize("position", ["นายช่างโยธา", LONG])
def test_who_signs_never_stands_alone_on_a_page(count: int, position: str) -> None:
    *_, last = paged(letter(count, position))
    rows = [text for text in last if text.startswith("ชื่อ ")]

    assert last[-2:] == [SIGNED, "นายก"]
    assert len(rows) >= min(count, 2)


@pytest.mark.parametrize("count", [1, 22, 60, 300])
def test_everybody_stands_on_exactly_one_page(count: int) -> None:
    names = [t for page in paged(letter(count, LONG)) for t in page if "ชื่อ " in t]

    assert names == [f"ชื่อ {n}" for n in range(1, count + 1)]


def test_no_page_is_taller_than_the_paper() -> None:
    for page in pages(strips(letter(60, LONG))):
        assert sum(strip.height for strip in page) <= PAGE


def test_a_later_page_begins_with_its_number_and_the_titles() -> None:
    first, *others = paged(letter(60))

    assert "ที่" in first
    for number, page in zip("๒๓๔", others, strict=False):
        assert page[:4] == [f"- {number} -", "ที่", "ชื่อ", "ตำแหน่ง"]


def test_a_break_follows_every_page_of_the_sheet() -> None:
    one = letter(60)
    (sheet,) = openpyxl.load_workbook(io.BytesIO(xlsx(one))).worksheets
    ends = [len(page) for page in pages(strips(one))]

    assert [one.id for one in sheet.row_breaks.brk] == [
        sum(ends[:number]) for number in range(1, len(ends))
    ]


def test_what_no_row_can_hold_goes_on_in_the_next_row() -> None:
    essay = "วิเคราะห์ข้อมูลและจัดทำรายงาน " * 200
    one = Letter("x", (Table(COLUMNS, (("1", "ก", essay),)),))
    rows = [strip for page in pages(strips(one)) for strip in page if strip.table]
    shown = [strip.cells[2].text for strip in rows if strip.cells[2].text]

    assert "".join(shown).replace(" ", "") == essay.replace(" ", "")
    assert all(strip.height < 409 for strip in rows)


@pytest.mark.parametrize("text", ["ก" * 9_000, "น้ำใจ" * 2_000, "เก่ง" * 3_000])
def test_a_word_without_an_end_is_cut_beside_its_marks(text: str) -> None:
    parts_of = pieces(text, 50, Look())

    assert "".join(parts_of) == text
    for part in parts_of:
        assert lines(part, characters(50)) <= MOST_LINES
        assert part[0] not in "\u0e31\u0e34\u0e48\u0e49\u0e33"
        assert part[-1] not in "เแโใไ"


def test_the_paper_is_a4_upright_at_full_size() -> None:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(xlsx(letter()))).worksheets
    margins, cm = sheet.page_margins, 1 / 2.54

    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "portrait"
    assert sheet.page_setup.scale in (None, 100)
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage
    assert margins.left == pytest.approx(3 * cm)
    assert margins.right == pytest.approx(2 * cm)
    assert margins.top == pytest.approx(1.5 * cm)
    assert margins.bottom == pytest.approx(2 * cm)
    widths = sum(column.width for column in sheet.column_dimensions.values())
    assert widths <= 83


def test_columns_of_all_tables_share_one_grid() -> None:
    other = Table((Column("", 50), Column("", WIDTH - 50)), (("ก", "ข"),))
    one = Letter("x", (Table(COLUMNS, (("1", "ก", "ข"),)), other))

    assert edges(one) == [0, 12, 50, 72, WIDTH]
    assert openpyxl.load_workbook(io.BytesIO(xlsx(one)))


@pytest.mark.parametrize(("is_ruled", "indent"), [(True, 1), (False, 0)])
def test_a_text_keeps_off_the_line_at_its_left(is_ruled: bool, indent: int) -> None:
    table = Table(COLUMNS, (("1", "ก", "ข"),), ruled=is_ruled)
    content = xlsx(Letter("x", (table,)))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    titles, row = sheet.iter_rows()

    assert [cell.alignment.indent for cell in row] == [0, indent, indent]
    assert [cell.alignment.indent for cell in titles] == [0, 0, 0]


@pytest.mark.parametrize(("is_ruled", "height"), [(True, 46), (False, 25)])
def test_a_row_is_as_high_as_the_room_beside_the_indent_wants(
    is_ruled: bool, height: int
) -> None:
    # 26 letters of 576 / 1518 of 16 points are 157.8 points long. 60 mm are 170.1
    # points, of which the cell keeps 8, and with an indent 14: 162.1 or 156.1.
    # A line has 21 points, and the row 4 more.
    columns = (Column("", 60), Column("", WIDTH - 60))
    table = Table(columns, (("ก" * 26, ""),), titled=False, ruled=is_ruled)
    (strip,) = strips(Letter("x", (table,)))

    assert strip.height == height


def test_a_table_wider_than_the_paper_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="wider"):
        edges(Letter("x", (Table((Column("", WIDTH + 1),), ()),)))


def test_only_rows_that_can_be_fitted_again_grow() -> None:
    """A merged text that is edited would otherwise close to one line."""
    rows = re.findall(r'<row r="(\d+)"[^>]*?>', sheet_of(xlsx(letter())))
    fixed = re.findall(r'<row r="(\d+)"[^>]*customHeight', sheet_of(xlsx(letter())))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(xlsx(letter()))).worksheets
    merged = {cells.min_row for cells in sheet.merged_cells.ranges}
    grows = {int(number) for number in rows if number not in fixed}

    assert len(grows) == 3
    assert not grows & merged


def sheet_of(content: bytes) -> str:
    """The XML of the sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def test_the_first_line_of_a_paragraph_begins_two_and_a_half_centimetres_in() -> None:
    (strip,) = strips(Letter("x", (Paragraph("ก"),)))
    blanks = len(strip.cells[0].text) - 1

    assert blanks * 243 / 1518 * 16 == pytest.approx(25 / 25.4 * 72, abs=1.5)


@pytest.mark.parametrize("foot", ["ก & ข", "&P 12", "1234 abcd"])
def test_a_line_under_the_page_is_no_code_of_the_program(foot: str) -> None:
    (margin,) = [text for text in texts(xlsx(letter(foot=foot))) if "&R" in text]
    shown = foot.replace("&", "&&")

    assert margin == f'&R&"TH SarabunPSK,Regular"&14 {shown}'


# The garuda.


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    ending = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + ending


HEADER = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 6, 8, 2, 0, 0, 0))
POINTS = chunk(b"IDAT", zlib.compress(b"\x00" + b"\x00" * 12, 9) * 3)
END = chunk(b"IEND", b"")
PNG = b"\x89PNG\r\n\x1a\n" + HEADER + POINTS + END
TOLD = chunk(b"tEXt", b"Author\x00somchai, C:\\Users\\somchai")


def segment(marker: int, content: bytes) -> bytes:
    """A segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


FRAME = segment(0xC0, struct.pack(">BHHB", 8, 6, 4, 1) + b"\x01\x11\x00" + b"\x00" * 24)
SCAN = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\x34" + b"\xff\xd9"
JPEG = b"\xff\xd8" + segment(0xE1, b"Exif somchai") + FRAME + SCAN


@pytest.mark.parametrize("given", [PNG, JPEG])
def test_a_picture_is_drawn_over_the_heading(given: bytes) -> None:
    content = xlsx(letter(emblem=Emblem(30, given)))

    assert parts(content) - PARTS <= OF_AN_EMBLEM
    assert parts(content) - PARTS
    (sheet,) = openpyxl.load_workbook(io.BytesIO(xlsx(letter()))).worksheets
    assert sheet.row_dimensions[1].height == pytest.approx(30 / 25.4 * 72, abs=0.5)


def test_a_picture_says_nothing_of_itself() -> None:
    with_words = PNG[:8] + HEADER + TOLD + POINTS + END + b"somchai behind the end"
    found = picture(with_words)

    assert found is not None
    assert found.content == PNG
    assert (found.width, found.height) == (4, 6)
    shot = picture(JPEG)
    assert shot is not None
    assert b"somchai" not in shot.content
    assert (shot.width, shot.height) == (4, 6)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        PNG[:20],
        PNG[:-4],
        b"\x89PNG\r\n\x1a\n" + POINTS + END,
        b"\x89PNG\r\n\x1a\n" + HEADER + END,
        b"\xff\xd8\xff",
        JPEG[:-2],
        b"\xff\xd8" + FRAME,
        b"\xff\xd8" + SCAN,
        b"<svg/>",
    ],
)
def test_what_is_no_whole_picture_is_left_out(content: bytes) -> None:
    assert picture(content) is None
    assert parts(xlsx(letter(emblem=Emblem(30, content)))) == PARTS


def test_every_text_of_a_package_is_seen() -> None:
    one = letter(1, mark="ร่าง")

    assert {"ประกาศ", "ชื่อ 1", SIGNED} <= set(texts(xlsx(one)))
    assert any("ร่าง" in text for text in texts(xlsx(one)))


@libreoffice.needed
def test_libreoffice_prints_as_many_pages_as_were_laid_out() -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ประกาศ.xlsx"
        one = letter(60, LONG, mark="ร่าง")
        file.write_bytes(xlsx(one))
        printed = libreoffice.printed(file)

    assert printed == len(pages(strips(one)))


def test_room_between_blocks_stays_with_what_it_is_kept_to() -> None:
    one = Letter("x", (Paragraph("ก"), Gap(8, kept=True), Paragraph("ข", kept=True)))

    assert [strip.joined for strip in strips(one)] == [False, True, True]
