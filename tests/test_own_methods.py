"""Methods that an office can switch on: what a shown level earns, by hand."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from evaluations import evaluation
from own_regulation import SOMEBODY, kept, with_method
from perfeval.appraise.check_matching import (
    expected_levels_decide,
    pairs_are_in_the_table,
)
from perfeval.appraise.figures import exact_text
from perfeval.appraise.outcome import Appraisal
from perfeval.appraise.score import Result, score
from perfeval.batch import Known, run
from perfeval.excel.blank import Sheet, build
from perfeval.excel.pen import Value
from perfeval.forms.layout import For, lay_out
from perfeval.forms.load import load as load_form
from perfeval.grid import address
from perfeval.regulations.own import examined
from perfeval.regulations.schema import Regulation
from perfeval.reports.criteria_scoring import sections
from perfeval.reports.explanation import build as working

CONTRACT = "tambon-contract-2560"  # expected levels 1 and 2; 80 and 20 percent
METHODS = ("table", "bar", "hybrid")
FULL = [{"weight": 100, "level": 5}]  # results: 100 points, 80 of the total


def rules(method: str) -> Regulation:
    regulation, faults = examined(with_method(CONTRACT, method), shown="own.toml")
    assert not faults, [one.message("en") for one in faults]
    return regulation


def rated(*pairs: tuple[float, float], weights: tuple[int, ...] = ()) -> list[dict]:
    """Competencies of (expected, shown)."""
    rows = [{"expected": expected, "level": shown} for expected, shown in pairs]
    for row, weight in zip(rows, weights, strict=False):
        row["weight"] = weight
    return rows


def scored(method: str, rows: list[dict]) -> Result:
    form = evaluation(FULL, rows)
    at = {"expected": "E57"}
    known = tuple(
        one.model_copy(update={"at": {**one.at, **at}}) for one in form.competencies
    )
    return score(form.model_copy(update={"competencies": known}), rules(method))


# method, (expected, shown), weights, points of the component, total; all by hand
CASES = [
    # (4 + 5 + 3 + 4 + 2) / 5 of 5 = 18 / 25 = 72; 80 + 14.4
    ("table", ((1, 1), (1, 2), (2, 1), (2, 2), (3, 1)), (), "72", "94.4"),
    # meets the expected level: 4 of 5 = 80; 80 + 16
    ("table", ((1, 1), (2, 2), (3, 3)), (), "80", "96"),
    # 60 x 4/5 + 40 x 3/5 = 48 + 24 = 72
    ("table", ((2, 2), (2, 1)), (60, 40), "72", "94.4"),
    # 3 of 3 at or above: 100
    ("bar", ((2, 2), (2, 5)), (), "100", "100"),
    # 3, 2, 1, 0 of 3 each: 6 / 12 = 50; 80 + 10
    ("bar", ((5, 5), (5, 4), (5, 3), (5, 2)), (), "50", "90"),
    # half a level below counts as one below: 2 of 3; 80 + 40/3
    ("bar", ((3, 2.5),), (), "200/3", "280/3"),
    # 70 x 3/3 + 30 x 1/3 = 80
    ("bar", ((3, 3), (3, 1)), (70, 30), "80", "96"),
    # (2 + 1) / (2 + 2) = 75; 80 + 15
    ("hybrid", ((2, 2), (2, 1)), (), "75", "95"),
    # (1 + 2) / (3 + 1) = 75
    ("hybrid", ((3, 1), (1, 2)), (), "75", "95"),
    # (60 x 2 + 40 x 3) / (60 x 4 + 40 x 4) = 240 / 400 = 60; 80 + 12
    ("hybrid", ((4, 2), (4, 3)), (60, 40), "60", "92"),
    # 8 / 4 = 200, held at 100
    ("hybrid", ((2, 4), (2, 4)), (), "100", "100"),
]


@pytest.mark.parametrize(("method", "pairs", "weights", "points", "total"), CASES)
def test_a_worked_case_of_a_method_comes_out_to_the_last_digit(
    method, pairs, weights, points, total
):
    result = scored(method, rated(*pairs, weights=weights))

    assert (points, total) == (
        exact_text(result.parts[1].points),
        exact_text(result.total),
    )


def form_of(path: Path, method: str, pairs: list[tuple[str | None, str | None]]):
    """A filled form of an own regulation: five core competencies."""
    loaded = kept(path / "own.toml", with_method(CONTRACT, method))
    places = lay_out(
        load_form(loaded.regulation.form),
        loaded.regulation,
        For(position_type="ทั่วไป", position_level="ปฏิบัติงาน"),
    )
    values: dict[tuple, Value] = {
        **SOMEBODY,
        ("indicators", 0, "title"): "ตัวชี้วัด",
        ("indicators", 0, "weight"): Decimal(100),
        ("indicators", 0, "level"): Decimal(5),
    }
    for row, (expected, shown) in enumerate(pairs):
        values["competencies", row, "expected"] = expected and Decimal(expected)
        values["competencies", row, "level"] = shown and Decimal(shown)
    file = path / "form.xlsx"
    file.write_bytes(build((Sheet(places, places.form.sheet, values),)))
    return file, loaded, places


def appraised(path: Path, method: str, pairs: list) -> tuple[Appraisal, dict[str, str]]:
    file, loaded, places = form_of(path, method, pairs)
    (one,) = run([file], Known([loaded])).appraisals
    table = places.tables["competencies"]
    return one, {
        key: address(table.first, table.span(key).first)
        for key in ("expected", "level")
    }


@pytest.mark.parametrize(
    ("method", "points"),
    # five times expected 1 but for the last, 2; shown 1, 2, 1, 1, 1
    # table 4 + 5 + 4 + 4 + 3 = 20 of 25; bar 3 x 4 + 2 = 14 of 15; hybrid 6 / 6
    [("table", "80"), ("bar", "280/3"), ("hybrid", "100")],
)
def test_a_form_of_an_own_method_is_filled_scored_and_explained(
    tmp_path, method, points
):
    pairs = [("1", "1"), ("1", "2"), ("1", "1"), ("1", "1"), ("2", "1")]
    one, at = appraised(tmp_path, method, pairs)

    assert one.result is not None, one.findings
    assert points == exact_text(one.result.parts[1].points)
    shown = [step for step in working(one.result, "th") if at["level"] in step.cells]
    assert at["expected"] in shown[0].cells
    assert shown[0].clause == "ข้อ ๗ ของประกาศหน่วยงาน"


@pytest.mark.parametrize("method", METHODS)
def test_an_expected_level_that_is_blank_is_told_at_its_cell(tmp_path, method):
    pairs = [(None, "1"), *[("1", "1")] * 4]
    one, at = appraised(tmp_path, method, pairs)

    told = [(f.code, f.cell) for f in one.findings if f.code == "PE280"]
    assert told == [("PE280", at["expected"])]
    assert one.result is None


def test_a_pair_that_the_table_lacks_is_told_with_both_cells(tmp_path):
    one, at = appraised(tmp_path, "table", [("1", "2.5"), *[("1", "1")] * 4])

    (found,) = [f for f in one.findings if f.code == "PE281"]
    assert found.cells == (at["level"], at["expected"])
    assert "2.5" in found.message("th")
    assert found.clause == "ข้อ ๗ ของประกาศหน่วยงาน"


def test_a_pair_of_the_table_is_not_told():
    form = evaluation(FULL, rated((1, 1), (3, 5)))

    assert not list(pairs_are_in_the_table(form, rules("table")))
    assert not list(expected_levels_decide(form, rules("table")))


def test_expected_levels_decide_nothing_by_rating(tmp_path):
    text = with_method(CONTRACT, "table")
    assert text.count("[matching.table]") == 1
    form = evaluation(FULL, [3])
    assert [f.code for f in expected_levels_decide(form, rules("bar"))] == ["PE280"]


# What a file must not say: method, changes, code, key
FAULTY = [
    ("bar", [("[matching.bar]", "[matching.barr]")], {"PE403", "PE434"}),
    (
        "table",
        [("shown = [1, 2, 3, 4, 5]", "shown = [1, 2, 3, 4]")],
        {"PE482", "PE438"},
    ),
    ("table", [("[4, 5, 5, 5, 5]", "[4, 5, 5, 5]")], {"PE482"}),
    ("table", [("expected = 2, points", "expected = 4, points")], {"PE438"}),
    ("table", [("expected = 3, points", "expected = 2, points")], {"PE413"}),
    ("table", [("expected = 3, points", "expected = 6, points")], {"PE422"}),
    ("table", [("[4, 5, 5, 5, 5]", "[4, 5, 5, 5, 6]")], {"PE439"}),
    ("bar", [("points = 3 },", "points = 4 },")], {"PE439"}),
    ("bar", [("otherwise = 0", "otherwise = 3.5")], {"PE439"}),
    ("bar", [("at_most = 2, points", "at_most = 1, points")], {"PE483"}),
    ("bar", [('method = "bar"', 'method = "rating"')], {"PE481"}),
    ("hybrid", [("lowest = 1", "lowest = 0")], {"PE480"}),
    ("hybrid", [("ข้อ ๗ ของ", "ข้อ … ของ")], {"PE412"}),  # left as in the example
]
CLEAN = [
    ("table", [("expected = 3, points", "expected = 4, points")]),
    ("table", [("[4, 5, 5, 5, 5]", "[4.5, 5, 5, 5, 5]")]),
    ("bar", [("at_most = 2, points", "at_most = 1.5, points")]),
    ("bar", [("otherwise = 0", "otherwise = 0.5")]),
    ("hybrid", [("at_most = 100\nb", "at_most = 90\nb")]),
]


def changed(method: str, changes: list[tuple[str, str]]) -> str:
    text = with_method(CONTRACT, method)
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


@pytest.mark.parametrize(("method", "changes", "codes"), FAULTY)
def test_a_fault_of_a_method_is_told_by_regulations_check(method, changes, codes):
    _, found = examined(changed(method, changes), shown="own.toml")

    assert codes == {one.code for one in found}
    for one in found:
        assert one.message("th")
        assert one.message("en")


@pytest.mark.parametrize(("method", "changes"), CLEAN)
def test_a_right_change_of_a_method_gives_no_fault(method, changes):
    assert not examined(changed(method, changes), shown="own.toml")[1]


def test_the_exact_third_of_a_bar_is_never_rounded():
    result = scored("bar", rated((3, 2)))

    assert result.parts[1].points == Fraction(200, 3)


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("table", "คาดหวังระดับ 2: 1 = 3, 2 = 4, 3 = 5, 4 = 5, 5 = 5"),
        ("bar", "ต่ำกว่าที่คาดหวังไม่เกิน 1 ระดับ: 2 คะแนน"),
        ("hybrid", "คะแนนขององค์ประกอบไม่เกิน 100"),
    ],
)
def test_the_figures_of_a_method_are_announced_with_their_clause(method, said):
    items = [item for part in sections(rules(method)) for item in part.items]

    (one,) = [item for item in items if item.text == said]
    assert (one.clause, one.basis) == ("ข้อ ๗ ของประกาศหน่วยงาน", "house")
