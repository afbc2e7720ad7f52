"""What a regulation says of pay, and tables of the base: read, shown, refused."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from perfeval.blocks import trusted
from perfeval.datafile import DataFileError
from perfeval.findings import Finding
from perfeval.regulations.base_tables import (
    FOLDER,
    BaseTable,
    load_table,
    read_table,
    shipped_tables,
)
from perfeval.regulations.load import load
from perfeval.reports.regulation import lines
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.load import load_round
from round_folder import ROUND
from test_regulations import changed, findings_in

CIVIL = "civil-service-2552"
DIRECTORS = 'position_types = ["อำนวยการ"]'
MARCH = "counted_on = { month = 3, day = 1 }"

ROWS = [
    ("PE470", [("[pay.percent]\n", "[pay.rates]\nclause = 'ก'\n[pay.percent]\n")]),
    ("PE471", [("lowest = 0\nhighest = 6", "lowest = 7\nhighest = 6")]),
    ("PE471", [("4.5\nat_most = 5", "4.5\nat_most = 4")]),
    ("PE472", [("4.5\nat_most = 5", "4.5\nat_most = 6.1")]),
    ("PE473", [(DIRECTORS, 'position_types = ["ทั่วไป"]')]),
    ("PE474", [("[[pay.percent.days]]\nround = 2", "[[pay.percent.days]]\nround = 1")]),
    ("PE413", [(DIRECTORS, 'position_types = ["วิชาการ", "อำนวยการ"]')]),
    ("PE414", [('band = "fair"\nat_least', 'band = "faire"\nat_least')]),
    ("PE414", [('levels = ["ปฏิบัติงาน", "ชำนาญงาน", "อาวุโส"] },', 'levels = ["ต้น"] },')]),
    ("PE425", [(MARCH, "counted_on = { month = 2, day = 29 }")]),
]


@pytest.mark.parametrize(("code", "changes"), ROWS)
def test_a_fault_in_the_rules_of_pay_is_found(code, changes):
    assert code in {one.code for one in findings_in(changed(CIVIL, *changes))}


def test_the_shipped_rules_of_pay_have_no_fault():
    assert findings_in(changed(CIVIL)) == []


def test_the_limits_and_ranges_are_those_of_the_slides():
    # in the slides: "ตั้งแต่ 0% - 6%", "จำนวน 3% ของเงินเดือน"
    # "ดีเด่น 4.5 - 5 ดีมาก 3.5 - 4 ดี 2.5 - 3 พอใช้ 1.5 - 2 ต้องปรับปรุง ไม่ได้เลื่อนเงินเดือน"
    said = load(CIVIL).regulation.pay.percent

    assert (said.lowest, said.highest, said.pool.percent) == (0, 6, 3)
    assert [(one.band, one.at_least, one.at_most) for one in said.ranges] == [
        ("outstanding", Decimal("4.5"), 5),
        ("very_good", Decimal("3.5"), 4),
        ("good", Decimal("2.5"), 3),
        ("fair", Decimal("1.5"), 2),
        ("needs_improvement", 0, 0),
    ]
    assert [group.position_types for group in said.money_groups] == [
        ("วิชาการ", "ทั่วไป"),
        ("อำนวยการ",),
        ("บริหาร",),
    ]


def test_only_the_band_without_a_raise_names_one_percent():
    said = load(CIVIL).regulation.pay.percent

    assert [one.only for one in said.ranges] == [None, None, None, None, 0]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_ruling_on_pay_is_shown_with_its_clause(lang):
    heading = {"th": "การเลื่อนเงินเดือน", "en": "Pay"}[lang]
    (part,) = (one for one in lines(load(CIVIL), lang) if one.heading == heading)

    assert all(row.clause for row in part.rows)
    assert len([row for row in part.rows if row.mark]) == 2  # rounding, special pay


# Tables of the base


@pytest.mark.parametrize("table_id", shipped_tables())
def test_a_shipped_table_equals_the_checked_one(table_id):
    path = FOLDER / f"{table_id}.toml"
    values = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)

    assert trusted(BaseTable, values) == read_table(path, shown=path.name).table
    assert load_table(table_id).table.id == table_id


def test_an_unknown_table_is_not_loaded():
    with pytest.raises(LookupError):
        load_table("base-2599")


def refused(path: Path, old: str, new: str) -> list[Finding]:
    text = (FOLDER / "base-2560-10.toml").read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataFileError) as faults:
        read_table(path, shown="ours.toml")
    return faults.value.findings


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("PE475", "boundary = 15215", "boundary = 152150"),
        ("PE476", "lower_base = 12310", "lower_base = 18120"),
        ("PE477", "until = 2020-05-27", "until = 2016-05-27"),
        ("PE413", 'level = "ชำนาญงาน"', 'level = "ปฏิบัติงาน"'),
        ("PE404", "ceiling = 21010\n", ""),
        ("PE405", "boundary = 15215", 'boundary = "15,215"'),
        ("PE415", "in_force = 2017-10-01", "in_force = 2560-10-01"),
    ],
)
def test_a_fault_in_a_table_is_found_at_its_line(tmp_path, code, old, new):
    found = refused(tmp_path / "ours.toml", old, new)

    assert code in {one.code for one in found}
    assert all(one.facts["line"] for one in found)


def test_a_post_may_have_a_row_of_its_own(tmp_path):
    path = tmp_path / "ours.toml"
    text = (FOLDER / "base-2560-10.toml").read_text("utf-8")
    own = text[text.index("[[rows]]\n") :].split("\n\n")[2]
    own = own.replace("ceiling = 54820", 'posts = ["เจ้าพนักงานพิเศษ"]\nceiling = 41620')
    path.write_text(f"{text}\n{own}\n", "utf-8")

    table = read_table(path, shown="ours.toml").table
    assert len(table.rows) == len(load_table("base-2560-10").table.rows) + 1


def test_a_division_of_another_pool_is_one_of_the_office(tmp_path):
    text = ROUND + '\n[pay]\nregional = ["กองคลง"]\n'
    (tmp_path / "round.toml").write_text(text, "utf-8")

    with pytest.raises(DataFileError) as faults:
        load_round(RoundFolder(tmp_path))
    (found,) = faults.value.findings
    assert (found.code, found.facts["near"]) == ("PE448", "กองคลัง")


def test_what_is_said_of_pay_changes_no_result(tmp_path):
    (tmp_path / "round.toml").write_text(ROUND, "utf-8")
    before = load_round(RoundFolder(tmp_path)).sha256
    more = '\n[pay]\nbase_table = "base-2560-10"\nregional = ["กองคลัง"]\n'
    (tmp_path / "round.toml").write_text(ROUND + more, "utf-8")

    assert before == load_round(RoundFolder(tmp_path)).sha256
