"""The worked cases of each regulation, as plain values and as returned workbooks."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from evaluations import MARKED, marked, rules, scored, typed
from filled import appraised, place_of_item, sound, write
from perfeval.appraise.figures import band_of, display, exact_text, is_at_edge
from perfeval.appraise.score import Result, score
from perfeval.regulations.load import shipped

Case = dict[str, Any]
FOLDER = Path(__file__).parent / "cases"
LOWEST = 20  # points: level 1 everywhere
HAIR = Fraction(1, 100)  # points, the step of a printed figure
SETS = {  # competencies of a form
    "tambon-official-2559": 8,
    "municipal-official-2558": 8,
    "civil-service-2552": 5,
    "tambon-contract-2560": 5,
}


def cases_of(regulation: str) -> list[Case]:
    text = (FOLDER / f"{regulation}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)["case"]


ALL = [
    pytest.param(regulation, case, id=f"{regulation}-{number}")
    for regulation in shipped()
    for number, case in enumerate(cases_of(regulation), start=1)
]
SCORED = [one for one in ALL if "indicators" in one.values[1]]
ITEMS = [one for one in ALL if "items" in one.values[1]]
TYPED = [
    one for one in SCORED if len(one.values[1]["competencies"]) == SETS[one.values[0]]
]
BANDS = [one for one in ALL if not {"indicators", "items"} & {*one.values[1]}]
REACHED = [  # by a level that can be typed
    one
    for one in BANDS
    if one.values[0] != MARKED
    and "/" not in one.values[1]["total"]
    and Decimal(one.values[1]["total"]) >= LOWEST
]
SHARED = [one for one in BANDS if one.values[0] == MARKED]


def answer(result: Result) -> dict[str, object]:
    """A result in the words of a case."""
    points = {part.component.key: exact_text(part.points) for part in result.parts}
    return points | {
        "total": exact_text(result.total),
        "band": result.band.key,
        "prints": result.printed,
        "at_edge": result.at_edge,
    }


def wanted(case: Case) -> dict[str, object]:
    keys = ("results", "behaviour", "total", "band", "prints")
    return {key: case[key] for key in keys} | {"at_edge": case.get("at_edge", False)}


@pytest.mark.parametrize(("regulation", "case"), SCORED)
def test_a_worked_case_comes_out_to_the_last_digit(regulation, case):
    result = scored(
        case["indicators"],
        case["competencies"],
        regulation=regulation,
        probation=case.get("probation"),
    )

    assert wanted(case) == answer(result), case["name"]
    levels = [exact_text(line.level) for line in result.parts[0].lines]
    assert case.get("levels", levels) == levels, case["name"]


@pytest.mark.parametrize(("regulation", "case"), TYPED)
def test_a_worked_case_typed_into_a_form_comes_out_the_same(tmp_path, regulation, case):
    values = {at: v for at, v in sound(regulation).items() if at[0] != "indicators"}
    if "probation" in case:
        values[("probation",)] = {"yes": "ใช่", "no": "ไม่ใช่"}[case["probation"]]
    for table in ("indicators", "competencies"):
        for place, row in enumerate(case[table]):
            cells = {"title": f"ข้อ {place + 1}"} if table == "indicators" else {}
            cells |= typed(row)
            values |= {(table, place, key): value for key, value in cells.items()}

    returned = appraised(write(tmp_path / "form.xlsx", values, regulation))

    assert returned.result is not None, returned.findings
    assert wanted(case) == answer(returned.result), case["name"]


@pytest.mark.parametrize(("regulation", "case"), ITEMS)
def test_a_worked_case_of_marks_comes_out_to_the_last_digit(regulation, case):
    result = score(marked(case["items"], case.get("round", 1)), rules(regulation))

    assert wanted(case) == answer(result), case["name"]
    assert case["shares"] == [exact_text(part.weight) for part in result.parts]


@pytest.mark.parametrize(("regulation", "case"), ITEMS)
def test_a_worked_case_of_marks_typed_into_a_form_comes_out_the_same(
    tmp_path, regulation, case
):
    values = {at: v for at, v in sound(regulation).items() if at[0] != "items"}
    turn = case.get("round", 1)
    values[("round_number",)] = str(turn)
    values[("is_head",)] = "ใช่" if case.get("head") else "ไม่ใช่"
    values[("proposed_step",)] = None
    free = {"results": 5, "behaviour": 15}  # rows 1.6 and 2.9
    for row in case["items"]:
        place = free[row["part"]] if "own" in row else place_of_item(row["number"])
        if "own" in row:
            values["items", place, "title"] = row["own"]
        values["items", place, "full_marks"] = Decimal(row["full"])
        values["items", place, f"marks_{turn}"] = Decimal(row["marks"])
        if "other" in row:
            values["items", place, f"marks_{3 - turn}"] = Decimal(row["other"])
    known = {at: value for at, value in values.items() if value is not None}

    returned = appraised(write(tmp_path / "form.xlsx", known, regulation))

    assert returned.result is not None, returned.findings
    assert {one.code for one in returned.findings} <= {"PE276"}  # no raise proposed
    assert wanted(case) == answer(returned.result), case["name"]


@pytest.mark.parametrize(("regulation", "case"), SHARED)
def test_the_total_of_a_band_case_is_reached_by_marks(regulation, case):
    total = Fraction(case["total"])
    if "/" in case["total"]:
        pytest.skip("no marks can be typed that never end")
    rows = [{"number": "1.1", "full": 70, "marks": Decimal(case["total"]) * 7 / 10}]
    rows += [{"number": "2.4", "full": 30, "marks": Decimal(case["total"]) * 3 / 10}]
    result = score(marked(rows), rules(regulation))

    assert result.total == total
    assert (case["band"], case["prints"]) == (result.band.key, result.printed)


@pytest.mark.parametrize(("regulation", "case"), BANDS)
def test_a_total_has_its_band_and_is_printed_inside_it(regulation, case):
    bands, total = rules(regulation).bands, Fraction(case["total"])
    band = band_of(total, bands)

    assert (case["band"], case["clause"]) == (band.key, band.clause), case["name"]
    assert case["prints"] == display(total, bands), case["name"]
    assert case.get("at_edge", False) == is_at_edge(total, bands), case["name"]


@pytest.mark.parametrize(("regulation", "case"), REACHED)
def test_the_total_of_a_band_case_is_reached_by_levels_alike(regulation, case):
    level = Decimal(case["total"]) / LOWEST
    result = scored(
        [{"weight": 60, "level": level}, {"weight": 40, "level": level}],
        [level] * SETS[regulation],
        regulation=regulation,
    )

    assert exact_text(result.total) == case["total"]
    assert (case["band"], case["prints"]) == (result.band.key, result.printed)


@pytest.mark.parametrize("regulation", shipped())
def test_every_floor_has_a_case_at_it_and_one_a_hair_below(regulation):
    bands = rules(regulation).bands
    cases = [
        (Fraction(case["total"]), case["band"])
        for case in cases_of(regulation)
        if not {"indicators", "items"} & {*case}
    ]
    for above, below in zip(bands, [*bands[1:], None], strict=True):
        floor = Fraction(above.at_least)
        assert (floor, above.key) in cases
        hairs = [t for t, key in cases if below and floor - HAIR < t < floor]
        assert bool(below) == bool(hairs), above.label


@pytest.mark.parametrize("regulation", shipped())
def test_every_case_says_in_words_what_it_shows_and_how_it_was_worked(regulation):
    cases = cases_of(regulation)
    names = [case["name"] for case in cases]

    assert len(set(names)) == len(names)
    assert {case["by"] for case in cases} <= {"source", "hand"}
    assert all(case["clause"] and case["working"] for case in cases)
