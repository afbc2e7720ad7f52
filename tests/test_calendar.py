"""The calendar of a round: the days that the sources give, moved to any year."""

from datetime import date

import pytest

from evaluations import rules
from perfeval.excel.letter import xlsx
from perfeval.excel.public import PARTS, parts, texts
from perfeval.letter import Heading, Letter, Table
from perfeval.regulations.schema import Regulation
from perfeval.reports.calendar import Entry, as_json, build, entries, told
from perfeval.rounds.span import Half

CIVIL, CONTRACT = "civil-service-2552", "tambon-contract-2560"
MUNICIPAL, TAMBON = "municipal-official-2558", "tambon-official-2559"
OFFICE = "เทศบาลตำบลตัวอย่าง"

# seeds/000: the calendar of round 1/2565, row by row as it is printed
MUNICIPAL_1_2565 = [
    ("round", "1 ตุลาคม 2564"),
    ("preparation", "ตุลาคม 2564"),
    ("agreement", "ตุลาคม 2564"),
    ("follow_up", "ตุลาคม 2564 – 31 มีนาคม 2565"),
    ("evaluation", "31 มีนาคม 2565"),
    ("screening", "เมษายน 2565"),
]
# seeds/003: the calendar of round 1/2568, its preparation before the round
CONTRACT_1_2568 = [
    ("preparation", "กันยายน 2567"),
    ("round", "1 ตุลาคม 2567"),
    ("agreement", "ตุลาคม 2567"),
    ("follow_up", "ตุลาคม 2567 – 31 มีนาคม 2568"),
    ("evaluation", "31 มีนาคม 2568"),
    ("screening", "เมษายน 2568"),
]
# seeds/004, as the digest of the two series has it: key, first and last day in the
# fiscal year 2568, whose round 1 begins in the year 2024 of the Common Era
LAST, NEXT = 2024, 2025
SERIES = {
    ("a", 1): [
        ("preparation", None, (LAST, 11, 30)),
        ("criteria", None, (LAST, 11, 30)),
        ("cascade", None, (LAST, 12, 15)),
        ("agreement", None, (LAST, 12, 31)),
        ("follow_up", (NEXT, 1, 1), (NEXT, 3, 31)),
        ("evaluation", (NEXT, 3, 1), (NEXT, 3, 14)),
        ("pool", (NEXT, 3, 8), (NEXT, 3, 14)),
        ("screening", (NEXT, 3, 15), (NEXT, 3, 28)),
        ("notice", (NEXT, 3, 15), (NEXT, 3, 28)),
        ("announcement", (NEXT, 3, 15), (NEXT, 3, 28)),
        ("order", (NEXT, 4, 1), None),
    ],
    ("a", 2): [
        ("preparation", None, (NEXT, 3, 31)),
        ("criteria", None, (NEXT, 4, 20)),
        ("cascade", None, (NEXT, 4, 30)),
        ("agreement", None, (NEXT, 5, 15)),
        ("follow_up", (NEXT, 5, 1), (NEXT, 8, 31)),
        ("evaluation", (NEXT, 9, 1), (NEXT, 9, 14)),
        ("pool", (NEXT, 9, 8), (NEXT, 9, 14)),
        ("screening", (NEXT, 9, 15), (NEXT, 9, 28)),
        ("notice", (NEXT, 9, 15), (NEXT, 9, 28)),
        ("announcement", (NEXT, 9, 15), (NEXT, 9, 28)),
        ("order", (NEXT, 10, 1), None),
    ],
    ("b", 1): [
        ("preparation", None, (LAST, 9, 30)),
        ("criteria", None, (LAST, 10, 20)),
        ("cascade", None, (LAST, 10, 30)),
        ("agreement", None, (LAST, 11, 15)),
        ("follow_up", (LAST, 11, 1), (NEXT, 2, 28)),
        ("evaluation", (NEXT, 3, 1), (NEXT, 3, 14)),
        ("pool", (NEXT, 3, 8), (NEXT, 3, 14)),
        ("screening", (NEXT, 3, 15), (NEXT, 3, 28)),
        ("notice", None, None),
        ("announcement", None, None),
        ("order", (NEXT, 4, 1), None),
    ],
    ("b", 2): [
        ("preparation", None, (NEXT, 3, 31)),
        ("criteria", None, (NEXT, 4, 20)),
        ("cascade", None, (NEXT, 4, 30)),
        ("agreement", None, (NEXT, 5, 15)),
        ("follow_up", (NEXT, 5, 1), (NEXT, 8, 31)),
        ("evaluation", (NEXT, 9, 1), (NEXT, 9, 14)),
        ("pool", (NEXT, 9, 8), (NEXT, 9, 14)),
        ("screening", (NEXT, 9, 15), (NEXT, 9, 28)),
        ("notice", None, None),
        ("announcement", None, None),
        ("order", (NEXT, 10, 1), None),
    ],
}


def whens(shown: tuple[Entry, ...]) -> list[tuple[str, str]]:
    """Key and days of every row."""
    return [(one.key, one.when) for one in shown]


@pytest.mark.parametrize(
    ("regulation", "turn", "rows"),
    [
        (MUNICIPAL, Half(2565, 1), MUNICIPAL_1_2565),
        (TAMBON, Half(2565, 1), MUNICIPAL_1_2565),
        (CONTRACT, Half(2568, 1), CONTRACT_1_2568),
    ],
)
def test_the_days_are_those_of_the_source(
    regulation: str, turn: Half, rows: list[tuple[str, str]]
) -> None:
    assert whens(entries(rules(regulation), turn)) == rows


def test_round_2_follows_six_months_later() -> None:
    """No local source prints it: digest 8 shifts the months."""
    assert whens(entries(rules(CONTRACT), Half(2568, 2))) == [
        ("preparation", "มีนาคม 2568"),
        ("round", "1 เมษายน 2568"),
        ("agreement", "เมษายน 2568"),
        ("follow_up", "เมษายน 2568 – 30 กันยายน 2568"),
        ("evaluation", "30 กันยายน 2568"),
        ("screening", "ตุลาคม 2568"),
    ]


@pytest.mark.parametrize(("series", "number"), SERIES)
def test_both_series_of_the_ten_steps(series: str, number: int) -> None:
    shown = entries(rules(CIVIL), Half(2568, number), series=series)
    steps = [one for one in shown if one.key != "round"]

    assert [(one.key, one.starts, one.ends) for one in steps] == [
        (key, first and date(*first), last and date(*last))
        for key, first, last in SERIES[series, number]
    ]
    assert {one.series for one in steps} == {series}


def test_series_a_keeps_what_only_its_slides_say() -> None:
    """R4-24 and R4-25"""
    shown = {one.key: one for one in entries(rules(CIVIL), Half(2568, 1), series="a")}

    assert "ลงนามไม่ได้ภายใน ๓๐ พ.ย." in shown["agreement"].activities[1]
    assert "สูงกว่าระดับดีขึ้นไป" in shown["announcement"].activities[0]


def test_series_b_is_used_unless_another_is_asked_for() -> None:
    plain = entries(rules(CIVIL), Half(2568, 1))

    assert plain == entries(rules(CIVIL), Half(2568, 1), series="b")
    assert plain != entries(rules(CIVIL), Half(2568, 1), series="a")


def test_a_regulation_with_one_calendar_knows_no_series() -> None:
    plain = entries(rules(TAMBON), Half(2568, 1))

    assert plain == entries(rules(TAMBON), Half(2568, 1), series="a")


@pytest.mark.parametrize(
    ("key", "when", "english"),
    [
        ("preparation", "ภายในวันที่ 30 กันยายน 2567", "by 2024-09-30"),
        ("evaluation", "1 – 14 มีนาคม 2568", "2025-03-01 – 2025-03-14"),
        (
            "follow_up",
            "พฤศจิกายน 2567 – กุมภาพันธ์ 2568",
            "2024-11-01 – 2025-02-28",
        ),
        ("notice", "ไม่กำหนดวัน", "no date"),
        ("order", "1 เมษายน 2568 เป็นต้นไป", "from 2025-04-01"),
        ("round", "1 ตุลาคม 2567", "2024-10-01"),
    ],
)
def test_days_in_words(key: str, when: str, english: str) -> None:
    shown = {one.key: one for one in entries(rules(CIVIL), Half(2568, 1))}

    assert (shown[key].when, told(shown[key], "en")) == (when, english)


def test_february_has_its_last_day_in_a_leap_year() -> None:
    shown = {one.key: one for one in entries(rules(CIVIL), Half(2567, 1))}

    assert shown["follow_up"].ends == date(2024, 2, 29)


def test_a_source_without_a_calendar_gives_the_round_alone() -> None:
    bare = without_steps(rules(TAMBON))

    (row,) = entries(bare, Half(2568, 2))
    assert row.when == "1 เมษายน 2568 – 30 กันยายน 2568"
    assert row.title == "รอบการประเมิน ครั้งที่ 2 ประจำปีงบประมาณ พ.ศ. 2568"


def without_steps(regulation: Regulation) -> Regulation:
    """The regulation as a source would have it that prints no calendar."""
    return regulation.model_copy(update={"steps": (), "step_series": None})


def paper(regulation: str = MUNICIPAL) -> Letter:
    """The calendar of round 1/2565."""
    staff = [one.label for one in rules(regulation).staff_groups]
    turn = Half(2565, 1)
    return build(rules(regulation), turn, staff=staff, organisation=OFFICE)


def test_the_paper_has_the_two_columns_of_the_source_in_thai_digits() -> None:
    letter = paper()
    heading, table = letter.blocks[0], letter.blocks[-1]

    assert heading == Heading(
        (
            "ปฏิทินและขั้นตอนการประเมินผลการปฏิบัติงานของพนักงานเทศบาล",
            "รอบการประเมิน ครั้งที่ ๑ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ "
            "(๑ ตุลาคม ๒๕๖๔ – ๓๑ มีนาคม ๒๕๖๕)",
            OFFICE,
        )
    )
    assert isinstance(table, Table)
    assert [one.title for one in table.columns] == ["วัน/เดือน/ปี", "ขั้นตอน/กิจกรรม"]
    when, done = table.rows[1]
    assert when == "ตุลาคม ๒๕๖๔"
    assert done.split("\n")[0] == "ขั้นตอนที่ ๑ การเตรียมการประเมินผล"
    assert done.split("\n")[1].startswith("๑. กำหนดหลักเกณฑ์และวิธีการประเมิน")
    assert len(done.split("\n")) == 1 + 3


def test_one_activity_bears_no_number() -> None:
    _, done = paper().blocks[-1].rows[3]  # type: ignore[union-attr]

    assert done.split("\n")[1].startswith("ให้ผู้ประเมินติดตามความก้าวหน้าอย่างต่อเนื่อง")


def test_the_file_holds_nothing_but_the_calendar() -> None:
    content = xlsx(paper())

    assert parts(content) == PARTS
    assert content == xlsx(paper())
    assert not [one for one in texts(content) if "perfeval" in one]


def test_a_row_for_programs_has_iso_days_and_its_clauses() -> None:
    row = as_json(rules(CONTRACT), entries(rules(CONTRACT), Half(2568, 2))[2])

    assert list(row) == [
        *("regulation", "series", "key", "title", "activities", "when", "starts"),
        *("ends", "clause", "basis", "time_clause", "time_basis"),
    ]
    assert (row["starts"], row["ends"]) == ("2025-04-01", "2025-04-30")
    assert (row["clause"], row["basis"]) == ("ปฏิทิน ขั้นตอนที่ ๒", "source")
    assert row["time_basis"] == "house"
