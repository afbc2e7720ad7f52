"""A `Page` as a sheet: open cells, rules, names, charts, lines to sign, breaks."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest

import libreoffice
from perfeval.book import (
    Blank,
    Book,
    Chart,
    Column,
    Fields,
    Figure,
    Fixed,
    Group,
    Page,
    Rule,
    Sheet,
    Signature,
    Signatures,
    Table,
    Words,
)
from perfeval.excel.breaks import breaks
from perfeval.excel.edges import edges
from perfeval.excel.rules import LIST, PROMPT, REFUSAL, TITLE, validation
from perfeval.excel.write import xlsx

POINTS = Rule("number", "คะแนน", "พิมพ์ 0 ถึง 100", "ต้องเป็นตัวเลข 0 ถึง 100")
ANY = Rule("text")
COLUMNS = (
    Column("employee_id", "รหัส", 10),
    Column("total", "คะแนนรวม", 10, "figure"),
    Column("committee_total", "คะแนน", 10, "figure", POINTS, over="คณะกรรมการ"),
    Column("committee_reason", "เหตุผล", 20, "text", ANY, over="คณะกรรมการ"),
)
ROWS = (
    Group("พนักงานส่วนตำบล"),
    ("TT-1", Figure("89.998", Fraction(899981, 10000)), None, None),
    ("TT-2", Figure("70.00"), Figure("71.50"), "เหตุ"),
    Fixed(("TT-3", None, None, None)),
)
DECISIONS = Table(COLUMNS, ROWS, name="decisions", end="สิ้นสุดรายชื่อ")
BANDS = Table(
    (Column("band", "ระดับ", 12), Column("count", "จำนวน", 8, "centre")),
    (("ดีเด่น", 3), ("ดีมาก", 0), ("รวม", 3)),
    title="ระดับผลการประเมิน",
    total=True,
    chart=Chart("จำนวนคน", "band", ("count",)),
)
SIGNERS = Signatures((Signature("ประธานกรรมการ", "นายทดสอบ ดี", "ปลัด", dated=True),))


def made(*blocks, **page):
    """A workbook of one page of these blocks."""
    return xlsx(Book((Page("แผ่น", ("หัวเรื่อง",), tuple(blocks), **page),)))


def read(content):
    """The first sheet as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def at(sheet, value):
    """The one cell of a value."""
    (found,) = [c for row in sheet.iter_rows() for c in row if c.value == value]
    return found


def test_only_columns_with_a_rule_are_open_on_a_protected_sheet():
    sheet = read(made(DECISIONS))
    row, fixed = at(sheet, "TT-1").row, at(sheet, "TT-3").row

    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert [sheet.cell(row, n).protection.locked for n in range(1, 5)] == [
        *(True, True),
        *(False, False),
    ]
    assert all(sheet.cell(fixed, n).protection.locked for n in range(1, 5))


def test_a_sheet_that_nobody_fills_in_is_not_protected():
    assert not read(made(BANDS)).protection.sheet


def test_a_rule_stands_on_the_open_rows_of_its_column_alone():
    sheet = read(made(DECISIONS))
    number = at(sheet, "TT-1").row

    (rule,) = [
        one for one in sheet.data_validations.dataValidation if one.type == "decimal"
    ]
    assert str(rule.sqref) == f"C{number}:C{number + 1}"
    assert (rule.formula1, rule.formula2) == ("0.0", "100.0")
    assert (rule.promptTitle, rule.prompt) == (POINTS.title, POINTS.prompt)
    assert rule.error == POINTS.refusal


def test_a_choice_is_a_dropdown():
    choice = Rule("choice", choices=("เห็นชอบ", "แตกต่าง"))
    sheet = read(made(Fields((Blank("opinion", "ความเห็น", choice),))))

    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1) == ("list", '"เห็นชอบ,แตกต่าง"')


@pytest.mark.parametrize(
    "rule",
    [
        Rule(title="ก" * (TITLE + 1), prompt="ก"),
        Rule(prompt="ก" * (PROMPT + 1)),
        Rule(refusal="ก" * (REFUSAL + 1)),
        Rule("choice", choices=("ก" * LIST, "ข")),
    ],
)
def test_words_that_excel_would_call_damage_are_refused(rule):
    with pytest.raises(ValueError, match="at most"):
        validation(rule)


def test_words_of_the_length_that_excel_allows_are_taken():
    rule = Rule(title="ก" * 32, prompt="ก" * 255, refusal="ก" * 224)

    told = validation(rule)
    assert (told["input_title"], told["input_message"]) == (rule.title, rule.prompt)
    assert len(told["error_title"]) <= 32


def test_a_table_that_is_read_back_has_a_name_for_every_column():
    sheet = read(made(DECISIONS))
    heading, end = at(sheet, "รหัส").row, at(sheet, "สิ้นสุดรายชื่อ").row

    ours = {name: one.attr_text for name, one in sheet.defined_names.items()}
    assert ours == {
        f"pe_decisions_{column.key}": f"'แผ่น'!${letter}${heading}:${letter}${end}"
        for column, letter in zip(COLUMNS, "ABCD", strict=True)
    }


def test_an_exact_value_is_kept_and_shown_with_the_printed_places():
    cell = at(read(made(DECISIONS)), 89.9981)

    assert cell.number_format == "0.000"


def test_a_heading_over_neighbours_is_written_once_and_stands_on_every_page():
    sheet = read(made(DECISIONS))

    over = at(sheet, "คณะกรรมการ")
    assert f"C{over.row}:D{over.row}" in [str(one) for one in sheet.merged_cells.ranges]
    assert sheet.print_title_rows == f"${over.row}:${over.row + 1}"
    assert sheet.freeze_panes == f"A{over.row + 2}"


def test_a_cell_to_fill_in_has_its_label_its_name_and_its_value():
    blank = Blank("decided_on", "วันที่พิจารณา", Rule("date"), date(2025, 4, 30))
    sheet = read(made(Fields((blank,))))

    label = at(sheet, "วันที่พิจารณา")
    cell = sheet.cell(label.row, label.column + 1)
    assert cell.value.date() == date(2025, 4, 30)
    assert cell.number_format == "[$-D07041E]d mmmm yyyy"
    assert not cell.protection.locked
    name = sheet.defined_names["pe_decided_on"]
    assert name.attr_text == f"'แผ่น'!$B${label.row}"


def test_a_chart_is_drawn_from_the_figures_of_its_table_without_the_sum():
    content = made(BANDS)
    (chart,) = read(content)._charts
    (series,) = chart.series
    figures = at(read(content), "ดีเด่น").row

    assert series.val.numRef.f == f"'แผ่น'!$B${figures}:$B${figures + 1}"
    assert series.cat.strRef.f == f"'แผ่น'!$A${figures}:$A${figures + 1}"
    assert series.dLbls.showVal
    assert not series.dLbls.showSerName
    assert not series.dLbls.showCatName
    # A program that does not recalculate draws what is remembered of the cells.
    assert [one.v for one in series.val.numRef.numCache.pt] == [3, 0]
    assert [one.v for one in series.cat.strRef.strCache.pt] == ["ดีเด่น", "ดีมาก"]
    assert not chart.x_axis.delete
    assert not chart.y_axis.delete


DIVISION = "กองสาธารณสุขและสิ่งแวดล้อม"


def chart_of(name, count):
    """The XML of a chart of so many bars of a name, 480 points high."""
    rows = (*((f"{name} {n}", n) for n in range(count)), ("รวม", 3))
    chart = Chart("จำนวนคน", "band", ("count",), width=66, height=480)
    with zipfile.ZipFile(io.BytesIO(made(replace(BANDS, rows=rows, chart=chart)))) as x:
        return x.read("xl/charts/chart1.xml").decode()


def test_a_chart_writes_thai_in_the_font_of_the_paper():
    """Thai is a complex script, whose font stands beside that of Latin letters."""
    content = chart_of(DIVISION, 3)

    latin = re.findall(
        '<a:latin typeface="([^"]+)"/><a:cs typeface="([^"]+)"/>', content
    )
    assert set(latin) == {("TH SarabunPSK", "TH SarabunPSK")}
    assert len(latin) == content.count("<a:latin")


@pytest.mark.parametrize(
    ("name", "count", "size"),
    [
        # Of 480 points the title takes 36 and the axis 26: 418 are left to the bars.
        (DIVISION, 4, 14),
        (DIVISION, 14, 14),  # 29.9 points a bar, a line of 14 points has 18.9
        (DIVISION, 30, 10),  # 13.9 points a bar, a line of 10 points has 13.5
        (DIVISION * 2, 14, 11),  # two lines of 11 points have 29.7, of 12 32.4
    ],
)
def test_every_bar_has_room_for_its_name(name, count, size):
    content = chart_of(name, count)
    (axis,) = re.findall("<c:catAx>.*</c:catAx>", content)

    assert f'sz="{size}00"' in axis


def test_a_long_name_moves_the_bars_to_the_right():
    """The name of 122 points at 14 points and 22 of room are 0.36 of 396 points."""
    found = [
        float(re.findall('<c:x val="([0-9.]+)"/>', chart_of(name, 3))[0])
        for name in ("ช่าง", DIVISION, DIVISION * 9)
    ]

    assert found == [0.2, pytest.approx(0.36, abs=0.01), 0.5]


def test_a_chart_stands_beside_its_table_and_nothing_under_it():
    sheet = read(made(BANDS, Words(("ต่อไป",))))
    (chart,) = sheet._charts

    assert chart.anchor._from.col > 1  # behind the two columns of the table
    assert chart.anchor.to.row < at(sheet, "ต่อไป").row


def test_tables_of_other_widths_share_the_columns_of_one_sheet():
    narrow = Table((Column("a", "A", 10), Column("b", "B", 30)), ())
    wide = Table((Column("c", "C", 25), Column("d", "D", 25)), ())

    assert edges([narrow, wide], 100).at == (0, 10, 25, 40, 50)
    assert edges([narrow, wide], 100).span(10, 40) == (1, 2)
    assert edges([], 100).at == (0, 100)


def test_people_sign_by_name_role_and_position():
    sheet = read(made(SIGNERS))
    texts = [c.value for row in sheet.iter_rows() for c in row if c.value]

    assert texts[1].startswith("ลงชื่อ ....")
    assert texts[1].endswith(" ประธานกรรมการ")
    assert texts[2:4] == ["(นายทดสอบ ดี)", "ตำแหน่ง ปลัด"]
    assert texts[4].startswith("วันที่ ....")


def test_no_row_is_frozen_at_its_height():
    with zipfile.ZipFile(io.BytesIO(made(DECISIONS, SIGNERS))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()

    assert " ht=" in sheet
    assert "customHeight" not in sheet


def test_the_foot_of_every_page_says_under_which_rules_and_that_it_is_a_draft():
    footer = read(made(DECISIONS, foot="ข & ค", draft=True)).oddFooter

    assert footer.left.text == "ข && ค"
    assert footer.center.text == "ร่าง"
    assert footer.right.text == "หน้า &P จาก &N"


def test_a_portrait_page_is_possible():
    assert read(made(BANDS, portrait=True)).page_setup.orientation == "portrait"
    assert read(made(BANDS)).page_setup.orientation == "landscape"


def test_the_same_page_gives_the_same_bytes():
    blocks = (BANDS, DECISIONS, SIGNERS)

    assert made(*blocks, foot="ก") == made(*blocks, foot="ก")


@pytest.mark.parametrize("count", range(2, 60))
def test_who_signs_stands_on_a_page_with_two_rows_of_the_table(count):
    rows = tuple((f"TT-{n}", Figure("80.00"), None, None) for n in range(count))
    sheet = Sheet("แผ่น", ("หัวเรื่อง",), COLUMNS, rows, ("หมายเหตุ",), SIGNERS)
    read_back = read(xlsx(Book((sheet,))))

    page = pages(read_back)
    last = at(read_back, f"TT-{count - 1}").row
    signed = at(read_back, "(นายทดสอบ ดี)").row
    assert {page[row] for row in range(last - 1, signed + 3)} == {page[last]}


def pages(sheet):
    """The page of every row, filled as a program fills it: A4 landscape at 100 %."""
    broken = {one.id + 1 for one in sheet.row_breaks.brk}
    heights = {n: sheet.row_dimensions[n].height for n in range(1, sheet.max_row + 1)}
    titles = sum(heights[n] for n in (3, 4))  # the heading of two rows
    page, used, found = 1, 0.0, {}
    for row, height in heights.items():
        if row in broken or used + height > 507:  # points, 210 mm less the margins
            page, used = page + 1, titles
        used += height
        found[row] = page
    return found


@pytest.mark.parametrize(
    ("rows", "kept", "found"),
    [
        (5, {}, []),  # all fit
        (15, {}, []),  # the program breaks by itself
        (12, {8: 11}, [8]),  # 8 to 11 would be torn
        (12, {2: 5}, []),  # already on one page
        (12, {0: 11}, []),  # higher than a page: torn all the same
        (14, {7: 9, 9: 11}, [7]),  # what overlaps goes together
        (14, {2: 9, 9: 13}, [9]),  # unless that is above a page
        (14, {2: 9, 8: 9, 9: 13}, [8]),  # a heading goes with its first row then
        (14, {2: 9, 7: 8, 8: 9, 9: 13}, [7]),  # and the heading above that
    ],
)
def test_rows_that_grow_break_only_before_what_would_be_torn(rows, kept, found):
    """A page of ten rows, and a little more that no row fits into."""
    heights = [10] * rows

    told = breaks(heights, kept, page=106, repeated=range(0), grows=True)
    assert told == found


def lines_above(rows, *blocks):
    """The blocks under so many lines, each a row of 24 points."""
    return read(made(Words(("ก",) * rows), *blocks))


DECIDED = Fields((Blank("decided_by", "ผู้พิจารณา", ANY),))
CLOSING = Words(("ผู้มีอำนาจพิจารณา",), strong=True), DECIDED, SIGNERS


@pytest.mark.parametrize(("rows", "is_one_page"), [(10, True), (11, False)])
def test_who_decides_stands_under_the_rows_before_where_there_is_room(
    rows, is_one_page
):
    # A page holds 507 points. A line of text has 21 + 4, drawn as 25.5: the heading,
    # the lines and two gaps of 10.5 take 46.5 + 25.5 a line; the closing block takes
    # 25.5 + 10.5 + 29.25, then 10.5 + 10.5 + 36 + 3 x 25.5. With 10 lines that is
    # 500.25, with 11 it is 525.75.
    sheet = lines_above(rows, *CLOSING)

    broken = [one.id for one in sheet.row_breaks.brk]
    above = at(sheet, "ผู้มีอำนาจพิจารณา").row - 1
    assert broken == ([] if is_one_page else [above])
    # openpyxl says None for 1, the number of Excel's own; 0 is as many as it takes
    assert sheet.page_setup.fitToHeight == (None if is_one_page else 0)


def test_a_sheet_with_rows_that_grow_keeps_a_reserve_on_its_page():
    """A reason that wraps would otherwise tear the block of those who sign."""
    rows = tuple((f"TT-{n}", Figure("80.00"), None, None) for n in range(7))
    sheet = read(made(Table(COLUMNS, rows), *CLOSING))
    broken = [one.id for one in sheet.row_breaks.brk]
    heights = [sheet.row_dimensions[n].height for n in range(1, sheet.max_row + 1)]

    assert 507 * 0.95 < sum(heights) < 507
    assert broken == [at(sheet, "ผู้มีอำนาจพิจารณา").row - 1]
    assert sheet.page_setup.fitToHeight == 0


@libreoffice.needed
def test_libreoffice_prints_a_sheet_on_the_one_page_that_it_fits(tmp_path):
    file = tmp_path / "page.xlsx"
    file.write_bytes(made(Words(("ก",) * 10), *CLOSING))

    assert libreoffice.printed(file) == 1


def test_titles_take_their_room_on_every_later_page():
    heights = [10] * 22

    # Page 1: rows 0-9; later pages hold the title and nine rows: 10-18, 19-21.
    told = breaks(heights, {18: 19}, page=106, repeated=range(1), grows=True)
    assert told == [18]
    told = breaks(heights, {12: 14}, page=106, repeated=range(1), grows=True)
    assert told == []


def test_every_page_of_a_sheet_that_does_not_grow_has_its_break():
    heights = [10] * 25

    told = breaks(heights, {9: 11}, page=106, repeated=range(1), grows=False)
    assert told == [9, 18]


def test_a_value_may_run_on_to_the_end_of_a_row_that_is_closed():
    row = Fixed(("TT-3", None, "เพราะเหตุนี้", None), last="committee_total")
    sheet = read(made(Table(COLUMNS, (("TT-1", None, None, None), row))))

    cell = at(sheet, "เพราะเหตุนี้")
    assert f"C{cell.row}:D{cell.row}" in [str(one) for one in sheet.merged_cells.ranges]
    assert cell.protection.locked


def test_a_heading_does_not_stand_alone_on_a_page():
    """A short list and who signs fit on a page, but not with the heading above."""
    rows = tuple((f"TT-{n}", Figure("80.00"), None, "ก\n" * 2) for n in range(5))
    signers = Signatures(SIGNERS.signers * 2, side_by_side=1)
    page = Page("แผ่น", ("หัวเรื่อง",) * 3, (Table(COLUMNS, rows), signers))
    sheet = read(xlsx(Book((page,))))

    assert [one.id for one in sheet.row_breaks.brk] == [at(sheet, "TT-2").row]


def test_a_number_of_a_rule_may_be_any_that_the_regulation_has():
    rule = Rule("number", at_least=Decimal("0.5"), at_most=Decimal(6))

    assert (validation(rule)["minimum"], validation(rule)["maximum"]) == (0.5, 6.0)
