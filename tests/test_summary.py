"""The committee's workbook, by its `Book`: who stands where and what may be typed."""

import io
from datetime import date
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest

from committee_round import (
    CHIEF,
    CLERKS,
    COMMITTEE,
    MARCH_2,
    OFFICE,
    TREASURY,
    excluded,
    intake,
    opened,
    person,
    ranked,
    without,
)
from evaluations import CIVIL, TAMBON
from perfeval.appraise.committee import check_committee
from perfeval.appraise.decided import Decided, apply
from perfeval.appraise.layers import Decision
from perfeval.appraise.special import Case, Kind
from perfeval.appraise.standing import PersonState
from perfeval.book import Fields, Fixed, Group, Page, Signatures, Table, values_of
from perfeval.excel.write import xlsx
from perfeval.reports.docket import Docket
from perfeval.reports.round_words import CASES
from perfeval.reports.summary import build
from perfeval.reports.summary_case_words import PAPERS, detail
from perfeval.reports.summary_json import people as as_json
from perfeval.reports.summary_overview import chart_height

SEAL = "1a2b-3c4d-5e6f-7a8b"
BOTH = {"official": TAMBON, "civil_servant": CIVIL}


def docket(*people, decided=None, seal=None, **round_):
    """What the committee has before it."""
    known = opened(*(one.person for one in people), **round_)
    came = apply(intake(*people), decided)
    return Docket(known, came, tuple(check_committee(known)), decided, seal)


def pages(*people, **more):
    """Every sheet by its name."""
    return {page.title: page for page in build(docket(*people, **more)).sheets}


def table(page):
    """The last table of a page."""
    return [block for block in page.blocks if isinstance(block, Table)][-1]


def rows(page, *keys):
    """Some columns of each row; the words of a group as they are."""
    listed = table(page)
    places = [[column.key for column in listed.columns].index(key) for key in keys]
    return [
        row.words
        if isinstance(row, Group)
        else tuple(values_of(row)[n] for n in places)
        for row in listed.rows
    ]


def shown(value):
    """A figure as it is printed."""
    return getattr(value, "shown", value)


def test_the_sheets_come_in_the_order_in_which_a_committee_meets_them():
    found = pages(ranked(person("1", division=TREASURY)), ranked(person("2")))

    assert list(found) == [
        "ภาพรวม", CLERKS, TREASURY, "ใกล้เกณฑ์แบ่งระดับ", "กรณีพิเศษ", "ข้อตรวจพบ",
        "การพิจารณา",
    ]  # fmt: skip


def test_every_sheet_is_headed_by_office_and_round():
    for page in pages(ranked(person("1"))).values():
        assert page.heading[1:] == (
            OFFICE,
            "รอบการประเมิน ครั้งที่ 1 ประจำปีงบประมาณ พ.ศ. 2568"
            " (1 ตุลาคม 2567 – 31 มีนาคม 2568)",
        )


def test_a_division_stands_in_rank_order_with_ties_marked():
    found = pages(
        ranked(person("1"), 3), ranked(person("2"), 4.5), ranked(person("3"), 4.5)
    )

    assert rows(found[CLERKS], "rank", "employee_id", "marks")[1:] == [
        (1, "2", "คะแนนเท่ากัน"),
        (1, "3", "คะแนนเท่ากัน"),
        (3, "1", None),
    ]


def test_both_ranks_are_shown():
    found = pages(ranked(person("1"), 3), ranked(person("2", division=TREASURY), 4))

    assert rows(found[CLERKS], "rank", "rank_of_all")[1:] == [(1, 2)]


def test_people_under_different_regulations_are_ranked_apart():
    found = pages(
        ranked(person("1"), 3),
        ranked(person("2", staff_group="civil_servant"), 5, regulation=CIVIL),
        regulations=BOTH,
    )

    groups = rows(found[CLERKS], "rank", "rank_of_all", "employee_id")
    assert [one for one in groups if isinstance(one, tuple)] == [
        (1, 1, "1"),
        (1, 1, "2"),
    ]
    assert groups[0].startswith("พนักงานส่วนตำบล – ")
    assert groups[2].startswith("ข้าราชการพลเรือนสามัญ – ")


def test_components_total_and_band_are_printed_as_they_are_exact():
    # 89.9981: level 4.499905 everywhere, times 20.
    found = pages(ranked(person("1"), Decimal("4.499905")))
    keys = ("results_points", "results_weighted", "behaviour_weighted", "total", "band")

    (row,) = rows(found[CLERKS], *keys)[1:]
    assert [shown(one) for one in row] == ["90.00", "63.00", "27.00", "89.998", "ดีมาก"]
    assert row[3].exact == Fraction("89.9981")
    assert rows(found[CLERKS], "marks")[1:] == [("ใกล้เกณฑ์แบ่งระดับ",)]


def test_a_person_at_an_edge_has_the_band_that_rounding_would_give():
    found = pages(ranked(person("1"), Decimal("4.499905")), ranked(person("2"), 4))
    page = found["ใกล้เกณฑ์แบ่งระดับ"]

    assert rows(
        page, "employee_id", "total_exact", "rounded", "band", "band_rounded"
    ) == [("1", "89.9981", "90.00", "ดีมาก", "ดีเด่น")]


def test_nobody_at_an_edge_is_said():
    assert rows(pages(ranked(person("1")))["ใกล้เกณฑ์แบ่งระดับ"], "name") == ["ไม่มี"]


@pytest.mark.parametrize("state", [PersonState.HELD, PersonState.MISSING])
def test_whoever_has_no_result_stands_in_it_without_a_figure(state):
    found = pages(ranked(person("1")), without(person("2"), state, "เพราะเหตุนี้"))
    last = table(found[CLERKS]).rows[-1]

    assert rows(found[CLERKS], "employee_id")[-2:] == ["ผู้ที่ไม่มีลำดับ", ("2",)]
    assert isinstance(last, Fixed)  # nothing to be typed in
    assert not [
        one for one in last.values if isinstance(one, int) or hasattr(one, "shown")
    ]
    assert "เพราะเหตุนี้" in rows(found[CLERKS], "marks")[-1][0]


def test_a_result_that_is_sent_elsewhere_is_shown_without_a_rank():
    gone = person("1", movement="transferred_out", movement_on=MARCH_2)
    found = pages(excluded(ranked(gone, 4), "โอนไป"))

    assert [
        shown(one) for one in rows(found[CLERKS], "rank", "total", "employee_id")[-1]
    ] == [None, "80.00", "1"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"next_supervisor_opinion": "agree"}, "เห็นด้วย"),
        ({}, "ยังไม่มีความเห็น"),
        (
            {
                "next_supervisor_opinion": "differ",
                "next_supervisor_total": Decimal(85),
                "next_supervisor_reason": "ผลงานดี",
            },
            "เห็นต่างจาก 80.00: ผลงานดี",
        ),
    ],
)
def test_the_opinion_of_the_next_supervisor_is_told(typed, told):
    found = pages(ranked(person("1", next_supervisor_id="9"), 4, **typed))

    assert rows(found[CLERKS], "next_supervisor")[1:] == [(told,)]


def test_only_the_cells_of_committee_and_chief_are_open():
    columns = table(pages(ranked(person("1")))[CLERKS]).columns

    assert [one.key for one in columns if one.rule] == [
        "committee_total", "committee_reason", "chief_total", "chief_reason",
    ]  # fmt: skip
    assert [one.rule.kind for one in columns if one.rule] == [
        "number", "text", "number", "text",
    ]  # fmt: skip


def test_people_and_bands_are_counted_and_drawn_from_the_same_figures():
    page = pages(
        ranked(person("1"), 4.5),
        ranked(person("2"), 4),
        ranked(person("3", division=TREASURY), 4),
        without(person("4", division=TREASURY), PersonState.MISSING),
    )["ภาพรวม"]
    returned, divisions, groups = (b for b in page.blocks if isinstance(b, Table))

    assert returned.rows == (  # ranked, held, missing, excluded, all
        (CLERKS, 2, 0, 0, 0, 2),
        (TREASURY, 1, 0, 1, 0, 2),
        ("รวมทั้งหน่วยงาน", 3, 0, 1, 0, 4),
    )
    assert divisions.rows == (  # five bands, all
        (CLERKS, 1, 1, 0, 0, 0, 2),
        (TREASURY, 0, 1, 0, 0, 0, 1),
        ("รวม", 1, 2, 0, 0, 0, 3),
    )
    assert groups.rows == (
        ("พนักงานส่วนตำบล", 1, 2, 0, 0, 0, 3),
        ("รวม", 1, 2, 0, 0, 0, 3),
    )
    for block in (returned, divisions, groups):
        keys = [column.key for column in block.columns]
        assert list(block.chart.series) == keys[1:-1]
        assert block.total


def test_a_special_case_names_its_paper_and_its_clause():
    away = person("1", movement="seconded")
    page = pages(ranked(away))["กรณีพิเศษ"]

    assert rows(page, "employee_id", "paper", "clause") == [
        "ช่วยราชการ",
        (
            "1",
            "ข้อมูลและความเห็นของหัวหน้าหน่วยงานที่ไปช่วยราชการ",
            "ข้อ ๒.๑ วรรคสอง",
        ),
    ]


def test_every_kind_of_case_has_its_words():
    known = ("witnesses", "wanted", "rank", "others", "chief", "times", "days")
    facts = dict.fromkeys(known, "๑") | {"role": "chair"}
    for kind in Kind:
        assert CASES[kind]
        assert PAPERS[kind]
        assert isinstance(detail(Case(kind, ranked(person("1")), None, facts)), str)


def test_what_the_committee_lacks_stands_among_the_findings():
    page = pages(ranked(person("1")), committee=())["ข้อตรวจพบ"]

    assert [row[1] for row in page.rows] == ["PE601"]


def test_the_committee_signs_every_list_by_name_and_role():
    found = pages(ranked(person("1")))
    (lines,) = (b for b in found[CLERKS].blocks if isinstance(b, Signatures))

    assert [(one.role, one.name) for one in lines.signers] == [
        ("ประธานกรรมการ", COMMITTEE[0].name),
        ("กรรมการ", COMMITTEE[1].name),
        ("กรรมการและเลขานุการ", COMMITTEE[2].name),
    ]


def test_a_committee_that_is_not_named_has_dotted_lines():
    found = pages(ranked(person("1")), committee=())
    (lines,) = (b for b in found[CLERKS].blocks if isinstance(b, Signatures))

    assert [one.name for one in lines.signers] == ["", "", ""]


def test_the_last_sheet_asks_when_and_by_whom_it_was_decided():
    page = pages(ranked(person("1")))["การพิจารณา"]
    (fields,) = (b for b in page.blocks if isinstance(b, Fields))

    assert [(one.key, one.value) for one in fields.blanks[:2]] == [
        ("decided_on", None),
        ("decided_by", None),
    ]
    assert page.blocks[-1].signers[0].name == CHIEF.name


def test_a_member_who_is_evaluated_abstains():
    listed = person("1", name="กลาง ตัวอย่างดี", prefix="นาง")
    members = next(
        b for b in pages(ranked(listed))["การพิจารณา"].blocks if isinstance(b, Table)
    )

    assert [bool(row[-1]) for row in members.rows] == [False, True, False]


def test_an_undecided_summary_says_draft_and_carries_no_seal():
    for page in pages(ranked(person("1"))).values():
        assert page.draft
        assert "ผนึก" not in page.foot
        assert page.foot.startswith("tambon-official-2559 ")


def decided(*decisions):
    """What committee and chief decided."""
    return Decided(2, date(2025, 4, 30), CHIEF.name, decisions)


def test_a_decided_summary_shows_every_layer_and_the_seal():
    changed = Decision("1", Fraction(80), Fraction("90.5"), "เหตุ", None, None)
    found = pages(
        ranked(person("1"), 4),
        ranked(person("2"), 4.5),
        decided=decided(changed, Decision("2", Fraction(90))),
        seal=SEAL,
    )

    keys = ("rank", "employee_id", "total", "committee_total", "committee_reason",
            "chief_total", "final_total", "final_band")  # fmt: skip
    assert [[shown(one) for one in row] for row in rows(found[CLERKS], *keys)[1:]] == [
        [1, "1", "80.00", "90.5", "เหตุ", None, "90.50", "ดีเด่น"],
        [2, "2", "90.00", None, None, None, "90.00", "ดีเด่น"],
    ]
    for page in found.values():
        assert not page.draft
        assert page.foot.endswith(f"รหัสผนึกผล {SEAL}")
    (fields,) = (b for b in found["การพิจารณา"].blocks if isinstance(b, Fields))
    assert [one.value for one in fields.blanks[:2]] == [date(2025, 4, 30), CHIEF.name]


def test_programs_read_the_same_order_and_exact_totals():
    told = as_json(
        docket(
            ranked(person("1"), 3),
            ranked(person("2"), Decimal("4.499905")),
            without(person("3"), PersonState.MISSING),
        )
    )

    assert [(one["employee_id"], one["rank"], one["total"]) for one in told] == [
        ("2", 1, "89.9981"),
        ("1", 2, "60"),
        ("3", None, None),
    ]
    assert told[0]["total_display"] == "89.998"


def test_the_whole_workbook_is_written_and_is_the_same_again():
    people = (ranked(person("1"), 3), without(person("2"), PersonState.HELD))
    content = xlsx(build(docket(*people)))

    assert content == xlsx(build(docket(*people)))
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book:
        for rule in sheet.data_validations.dataValidation:  # Excel's own limits
            assert len(rule.promptTitle or "") <= 32
            assert len(rule.prompt or "") <= 255
            assert len(rule.errorTitle or "") <= 32
            assert len(rule.error or "") <= 224
    assert {name for name in book[CLERKS].defined_names if name.startswith("pe_")} >= {
        f"pe_decisions_{key}"
        for key in ("employee_id", "total", "committee_total", "chief_reason")
    }
    assert {"pe_decided_on", "pe_decided_by"} <= set(book["การพิจารณา"].defined_names)


def test_a_division_with_an_odd_name_has_its_sheet():
    odd = "กองคลัง/พัสดุ และทรัพย์สินของหน่วยงานทั้งหมด [ชั่วคราว]"
    content = xlsx(build(docket(ranked(person("1", division=odd)))))

    names = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert names[1] == odd.replace("/", " ")[:31]


def test_a_round_where_nothing_came_back_has_its_summary():
    found = pages(without(person("1"), PersonState.MISSING))

    assert rows(found[CLERKS], "employee_id") == ["ผู้ที่ไม่มีลำดับ", ("1",)]
    assert isinstance(found["ภาพรวม"], Page)


def test_hostile_text_of_a_form_stays_text():
    evil = ranked(
        person("1", name="=1+1", next_supervisor_id="9"),
        next_supervisor_opinion="differ",
        next_supervisor_total=Decimal(85),
        next_supervisor_reason="=HYPERLINK(1)",
    )
    book = openpyxl.load_workbook(io.BytesIO(xlsx(build(docket(evil)))))

    kinds = {cell.data_type for sheet in book for row in sheet for cell in row}
    assert "f" not in kinds


def test_a_chart_is_higher_where_a_name_takes_three_lines():
    """Each line of a name beside the first takes 14 points, at every bar."""
    short, long = "กองคลัง", "ก" * 50

    assert chart_height([short, short]) == 116 + 2 * 30
    assert chart_height([short, long]) == 116 + 2 * (30 + 2 * 14)
    assert chart_height([long] * 40) == 480  # what one page holds
